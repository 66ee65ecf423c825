//! Which sort of institution a word says, in three languages: «Klinikum Rheinheide» is the «clinique de Rheinheide», and no «Museum
//! Rheinheide».
//!
//! Keeps out: what tells one of a sort from another.

/// Words for each sort of institution, folded; a compound that ends with one is of the sort too («Kreisklinik»).
#[rustfmt::skip]
const SORTS: [&[&str]; 15] = [
    &["klinik", "kliniken", "klinikum", "clinique", "clinic", "spital", "hospital", "hopital", "krankenhaus", "ziekenhuis"],
    &["museum", "musee", "muzeum", "museo"],
    &["verwaltung", "gemeindeverwaltung", "gemeinde", "marktgemeinde", "mairie", "commune", "rathaus", "gmina"],
    &["genossenschaft", "cooperative", "coop", "kooperative"],
    &["handwerkskammer", "hwk", "cma"],
    &["industriekammer", "handelskammer", "ihk", "cci"],
    &["verband", "verein", "association", "asso", "assoc"],
    &["kita", "kindertagesstatte", "kindergarten", "creche", "nursery"],
    &["hochschule", "fachhochschule", "fh"],
    &["universitat", "universite", "university", "uni"],
    &["schule", "ecole", "school", "lycee", "gymnasium", "college"],
    &["spedition", "transporte", "transports", "transport", "logistik", "logistics"],
    &["backerei", "backwaren", "boulangerie", "bakery"],
    &["amt", "office"],
    &["naturpark", "parc", "park"],
];

/// Whether two words say the same sort; of two compounds none is told, for «Schulverwaltung» is no «Gemeindeverwaltung».
pub(super) fn is_one(one: &str, other: &str) -> bool {
    let is_of = |word: &str, sort: &[&str]| sort.contains(&word);
    let ends_so = |word: &str, sort: &[&str]| {
        sort.iter()
            .any(|of| of.len() > SHORTEST_END && word.len() > of.len() && word.ends_with(of))
    };
    SORTS.iter().any(|sort| {
        let says = |word: &str| is_of(word, sort) || ends_so(word, sort);
        says(one) && says(other) && (is_of(one, sort) || is_of(other, sort))
    })
}

/// A shorter word stands at the end of others by chance: «amt» of «samt».
const SHORTEST_END: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sort_is_known_in_another_language_and_at_the_end_of_a_compound() {
        for (one, other) in [
            ("klinikum", "clinique"),
            ("kreisklinik", "klinik"),
            ("musee", "eisenmuseum"),
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
            ("samt", "office"),
        ] {
            assert!(!is_one(one, other), "{one} {other}");
        }
    }
}
