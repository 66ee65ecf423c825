//! Which sort of institution a word says, in three languages: «Klinikum Rheinheide» is the «clinique de Rheinheide», and no «Museum
//! Rheinheide».
//!
//! Keeps out: what tells one of a sort from another.

/// Words for each sort of institution, folded.
#[rustfmt::skip]
const SORTS: [&[&str]; 11] = [
    &["klinik", "kliniken", "klinikum", "clinique", "clinic", "spital", "hospital", "hopital", "krankenhaus", "ziekenhuis"],
    &["museum", "musee", "muzeum", "museo"],
    &["verwaltung", "gemeindeverwaltung", "gemeinde", "marktgemeinde", "mairie", "commune", "rathaus", "gmina"],
    &["genossenschaft", "cooperative", "coop", "kooperative"],
    &["handwerkskammer", "hwk", "cma"],
    &["industriekammer", "handelskammer", "ihk", "cci"],
    &["kita", "kindertagesstatte", "kindergarten", "creche", "nursery"],
    &["hochschule", "fachhochschule", "fh"],
    &["universitat", "universite", "university", "uni"],
    &["schule", "ecole", "school"],
    &["backerei", "backwaren", "boulangerie", "bakery"],
];

/// What may stand before such a word without making another institution of it: «Kreisklinik», but no «Tierklinik».
const BEGINNINGS: [&str; 8] = [
    "kreis",
    "stadt",
    "kantons",
    "bezirks",
    "landes",
    "regional",
    "zentral",
    "universitats",
];

/// Whether two words say the same sort; of two compounds none is told.
pub(super) fn is_one(one: &str, other: &str) -> bool {
    let is_of = |word: &str, sort: &[&str]| sort.contains(&word);
    let ends_so = |word: &str, sort: &[&str]| {
        BEGINNINGS
            .iter()
            .filter_map(|beginning| word.strip_prefix(beginning))
            .any(|rest| sort.contains(&rest))
    };
    SORTS.iter().any(|sort| {
        let says = |word: &str| is_of(word, sort) || ends_so(word, sort);
        says(one) && says(other) && (is_of(one, sort) || is_of(other, sort))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sort_is_known_in_another_language_and_of_a_region() {
        for (one, other) in [
            ("klinikum", "clinique"),
            ("kreisklinik", "klinik"),
            ("coop", "genossenschaft"),
        ] {
            assert!(is_one(one, other) && is_one(other, one), "{one} {other}");
        }
    }

    #[test]
    fn other_sorts_and_two_compounds_are_others() {
        for (one, other) in [
            ("klinik", "museum"),
            ("schulverwaltung", "bauverwaltung"),
            ("tierklinik", "krankenhaus"),
            ("kirchgemeinde", "gemeinde"),
        ] {
            assert!(!is_one(one, other), "{one} {other}");
        }
    }
}
