//! Whether two names are those of the same.
//!
//! Keeps out: which slot the same has, and what else is known. Names come as their folded words.

pub(super) mod exonym;
mod institution;
mod numeral;
mod person;
pub(super) mod pet;
pub(super) mod place;
mod sort;
mod spelling;

use zeroize::Zeroizing;

use crate::anonymise::detect;
use crate::anonymise::lexicon;
use crate::anonymise::slot::SlotKind;
use spelling::{is_alike, is_stump};

/// The folded words of a name.
pub(super) type Words = [Zeroizing<String>];

pub(super) use institution::{has_legal_form, is_core};

/// Whether two names of a kind are those of the same.
pub(super) fn is_same(kind: SlotKind, one: &Words, other: &Words) -> bool {
    if letters(one) == letters(other) {
        return true;
    }
    match kind {
        SlotKind::Person => person::is_same(one, other),
        SlotKind::Place => place::is_same(one, other),
        _ => institution::is_same(one, other),
    }
}

/// Whether two names cannot be those of the same, whatever else speaks for it: «Toni Zihlmann» and «Flurina Zihlmann».
/// «Freiburg im Breisgau» and «Freiburg im Üechtland».
pub(super) fn is_other(kind: SlotKind, one: &Words, other: &Words) -> bool {
    match kind {
        SlotKind::Person => person::is_other(one, other),
        SlotKind::Place => place::is_other(one, other),
        _ => false,
    }
}

/// Whether a name is that of another than the one who is known by a longer name, though what is short for that would do for
/// it too: «Copper Garden» where «CG» is «Common Ground».
pub(super) fn is_other_by(kind: SlotKind, name: &Words, short: &Words, known: &Words) -> bool {
    let length = |words: &Words| letters(words).chars().count();
    let is_longer = |words: &Words| length(words) > length(short);
    kind == SlotKind::Institution
        && is_longer(name)
        && is_longer(known)
        && !is_same(kind, name, known)
        && !is_called_by_part(kind, name, known)
}

/// Whether a name is one word of the other, and such a word many of its kind are called by: «Stadtwerke» of «Stadtwerke
/// Kinzigtal», or the first is that of a town without its addition. It is the same as long as no other is called so.
pub(super) fn is_called_by_part(kind: SlotKind, one: &Words, other: &Words) -> bool {
    match kind {
        SlotKind::Institution => institution::is_called_by_part(one, other),
        SlotKind::Place => place::is_left_of(one, other),
        _ => false,
    }
}

/// Whether that is so only by what nobody said: two first letters, half of a word, an addition that was left off.
pub(super) fn is_guessed_part(kind: SlotKind, one: &Words, other: &Words) -> bool {
    match kind {
        SlotKind::Institution => institution::is_guessed_part(one, other),
        SlotKind::Place => place::is_left_of(one, other),
        _ => false,
    }
}

/// Whether what looked like a place or like somebody is the word for what an institution is: «la chambre» of «Chambre de métiers du
/// Val», as long as no other is known.
pub(super) fn is_called_by_what_it_is(
    name: &Words,
    known: &Words,
    kinds: (SlotKind, SlotKind),
) -> bool {
    let name = without_small(name);
    let is_generic = matches!(name, [only] if lexicon::is_generic(only) && detect::is_head(only));
    is_generic
        && matches!(kinds.0, SlotKind::Place | SlotKind::Person)
        && kinds.1 == SlotKind::Institution
        && institution::is_called_by_part(name, known)
}

/// Whether a name is the genitive of somebody's surname: «Brindevauxs» is the person, also where a firm is called so.
pub(super) fn is_genitive_of(name: &Words, person: &Words) -> bool {
    let [only] = name else {
        return false;
    };
    let stem = only.strip_suffix('s');
    stem.is_some() && stem == person.last().map(|last| last.as_str())
}

/// Whether two names of different kinds are called the same: «Petitlunes» and «Petitlune»; if one is a person, also
/// «Valpreda» and «Gianluca Valpreda»; if one is an institution, also «Torsia» and «Torsia Springs». What looks like a
/// place in one note looks like somebody in the next.
pub(super) fn is_called_alike(one: &Words, other: &Words, kinds: (SlotKind, SlotKind)) -> bool {
    let (left, right) = (letters(without_small(one)), letters(without_small(other)));
    let is_initial = left.chars().count().min(right.chars().count()) == 1;
    if *left == *right || !is_initial && is_alike(&left, &right) {
        return true;
    }
    let is_one = |kind: SlotKind| kinds.0 == kind || kinds.1 == kind;
    let is_cut_short = || {
        let is_one_word = |words: &Words| without_small(words).len() == 1;
        kinds.0 != kinds.1
            && (is_one_word(one)
                && is_one_word(other)
                && (is_stump(&left, &right) || is_stump(&right, &left))
                || is_one(SlotKind::Institution) && is_word_cut_short(one, other))
    };
    is_cut_short()
        || is_one(SlotKind::Person) && (is_surname_of(one, other) || is_person_called(one, other))
        || is_one(SlotKind::Institution)
            && kinds.0 != kinds.1
            && (is_firm_of(one, other)
                || is_firms_acronym(one, other)
                || is_acronym_in_town(one, other))
        || is_one(SlotKind::Institution) && is_one(SlotKind::Place) && place::is_town_of(one, other)
        || is_one(SlotKind::Place) && place::is_of_town(&left, &right)
}

/// «grenzpfl.» of «Verbund Grenzpflege Zorvex»: the only word of one name is one of the other's own, cut short.
fn is_word_cut_short(one: &Words, other: &Words) -> bool {
    /// The fewest letters that tell.
    const FEWEST_LETTERS: usize = 5;
    let (short, long) = by_length(without_small(one), without_small(other));
    let [only] = short else {
        return false;
    };
    let is_own = |word: &&Zeroizing<String>| !lexicon::is_generic(word) && !detect::is_head(word);
    long.len() > 1
        && only.chars().count() >= FEWEST_LETTERS
        && long.iter().filter(is_own).any(|word| is_stump(only, word))
}

/// Without the small words before a name: «la Filature», «de Filature».
fn without_small(words: &Words) -> &Words {
    let first = words
        .iter()
        .position(|word| !lexicon::is_function_word(word));
    first.and_then(|first| words.get(first..)).unwrap_or(words)
}

/// Whether one name, which looked like something else, is that of somebody in another order («Schwarz, Uwe»), the given
/// name («Kasia» of «Katarzyna Lis», «Theas»), or the first letters («`PhB`» of «Philippe Boulanger»).
fn is_person_called(one: &Words, other: &Words) -> bool {
    let (short, long) = by_length(one, other);
    match (short, long) {
        ([only], [first, _, ..]) => {
            let given = only.strip_suffix('s').unwrap_or(only);
            detect::is_given(first)
                && (is_alike(only, first) && detect::is_given(given)
                    || pet::is_form_of(only, first))
                || is_unlisted(only) && is_made_of_first_letters(only, long)
        }
        ([first, second], [one, other]) => {
            (first, second) == (other, one) && detect::is_given(first) != detect::is_given(second)
        }
        _ => false,
    }
}

/// Whether a word that looked like somebody or a place is the acronym of an institution: «OAL» of «Oberallgäuer Land».
fn is_firms_acronym(one: &Words, other: &Words) -> bool {
    let (short, long) = by_length(one, other);
    let [only] = short else {
        return false;
    };
    only.chars().count() > 2
        && is_unlisted(only)
        && long.len() > 1
        && institution::is_acronym(short, long)
}

/// «`ztk` zorvexen» of «Zentrum für Tierkunde Zorvexen»: what looked like somebody or a place is the first letters of an
/// institution before its last word.
fn is_acronym_in_town(one: &Words, other: &Words) -> bool {
    let (short, long) = by_length(one, other);
    let [acronym, town] = short else {
        return false;
    };
    let Some((last, words)) = long.split_last() else {
        return false;
    };
    acronym.chars().count() > 2
        && is_unlisted(acronym)
        && is_alike(town, last)
        && words.len() > 1
        && institution::is_acronym(std::slice::from_ref(acronym), words)
}

/// Whether a word is neither somebody's name in a list nor an ordinary one.
fn is_unlisted(word: &str) -> bool {
    !detect::is_listed(word) && !detect::is_ordinary(word)
}

/// «`PhB`» of «Philippe Boulanger», «BMJ» of «Blaise Matthey-Junod».
fn is_made_of_first_letters(short: &str, name: &Words) -> bool {
    let words: Vec<&str> = name.iter().map(|word| word.as_str()).collect();
    person::are_initials(short, name)
        || short.chars().count() == 3 && institution::spells(short, &words)
}

/// Whether one name is a surname and the other ends with it.
fn is_surname_of(one: &Words, other: &Words) -> bool {
    /// The most words of somebody's name, and the fewest letters of one that tells.
    const MOST_WORDS: usize = 3;
    const FEWEST_LETTERS: usize = 5;
    let (short, long) = by_length(one, other);
    let ([only], [given @ .., last]) = (short, long) else {
        return false;
    };
    // «Mould» is a word, and still she behind whom «Theresa» was said.
    let is_behind_given = given.iter().all(|word| detect::is_given(word));
    let is_own = |word: &str| {
        is_behind_given || word.chars().count() >= FEWEST_LETTERS && !detect::is_ordinary(word)
    };
    // «Regula» and «Dieter» are in a dictionary too.
    let is_no_name = |word: &Zeroizing<String>| {
        detect::is_ordinary(word) && !detect::is_given(word) || lexicon::is_legal_form(word)
    };
    (1..MOST_WORDS).contains(&given.len())
        && is_own(only)
        && is_alike(only, last)
        && !given.iter().any(is_no_name)
        && !lexicon::is_legal_form(last)
}

/// Whether one name, which looked like something else, is that of an institution or stands for it: «birsig treuhand» and
/// «Birsig Treuhand AG». A single word must be no surname, which may be the owner's: the first one, or any that no list has as
/// a name.
fn is_firm_of(one: &Words, other: &Words) -> bool {
    /// The fewest letters of a word that tells.
    const FEWEST_LETTERS: usize = 5;
    let (short, long) = by_length(without_small(one), without_small(other));
    let is_own = match short {
        [only] => {
            let is_first = || long.first().is_some_and(|first| is_alike(only, first));
            only.chars().count() >= FEWEST_LETTERS
                && !detect::is_surname(only)
                && (is_first() && !detect::is_ordinary(only)
                    || long.contains(only)
                        && !detect::is_listed(only)
                        && !lexicon::is_generic(only))
        }
        _ => true,
    };
    is_own && institution::is_same(one, other)
}

/// The one with fewer words first.
fn by_length<'a, T>(one: &'a [T], other: &'a [T]) -> (&'a [T], &'a [T]) {
    if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    }
}

/// The letters of a name without what parts them, and umlauts however they are written.
fn letters(words: &Words) -> Zeroizing<String> {
    let mut all = Zeroizing::new(String::new());
    for word in words {
        all.push_str(word);
    }
    without_umlauts(&all)
}

/// A folded word with its umlauts written as single letters.
pub(super) fn without_umlauts(word: &str) -> Zeroizing<String> {
    let mut written = Zeroizing::new(String::with_capacity(word.len()));
    let mut before = ' ';
    for letter in word.chars() {
        if letter != 'e' || !matches!(before, 'a' | 'o' | 'u') {
            written.push(letter);
        }
        before = letter;
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::memory::folded_words;
    use crate::anonymise::memory::known::marks::{Marks, is_spelled_by};

    fn same(kind: SlotKind, one: &str, other: &str) -> bool {
        let (one, other) = (folded_words(one), folded_words(other));
        let is = is_same(kind, &one, &other);
        assert_eq!(is, is_same(kind, &other, &one), "the order does not matter");
        assert!(
            !is || are_held(kind, &one, &other),
            "they are never compared"
        );
        is
    }

    /// Whether the cheap test before lets the two through.
    fn are_held(kind: SlotKind, one: &Words, other: &Words) -> bool {
        let [marks, others] = [Marks::of(kind, one), Marks::of(kind, other)];
        marks.meet(&others) || is_spelled_by(kind, one, other) || is_spelled_by(kind, other, one)
    }

    #[track_caller]
    fn are_same(kind: SlotKind, names: &[(&str, &str)]) {
        for (one, other) in names {
            assert!(same(kind, one, other), "{one} / {other}");
        }
    }

    #[track_caller]
    fn are_apart(kind: SlotKind, names: &[(&str, &str)]) {
        for (one, other) in names {
            assert!(!same(kind, one, other), "{one} / {other}");
        }
    }

    #[test]
    fn somebody_is_known_by_every_part_of_the_name() {
        are_same(
            SlotKind::Person,
            &[
                ("Anna Brindevaux", "Brindevaux"),
                ("A. Brindevaux", "Anna Brindevaux"),
                ("Anna B.", "Anna Brindevaux"),
                ("Brindevaux, Anna", "Anna Brindevaux"),
                ("Frau Brindevaux", "Brindevaux"),
                ("Boehme", "Baehme"),
                ("Raffaella Zorvex", "Ella"),
                ("Maria Sá", "Sá"),
                ("Brindevauxs", "Anna Brindevaux"),
                ("ueli sch.", "Ueli Scheidegger"),
                ("Nic Weydert", "Nicolas Weydert"),
                ("inge stählin", "Ingeborg Stählin"),
                ("Przemysław Kołodziejczak", "kołodz."),
            ],
        );
    }

    #[test]
    fn somebody_is_known_by_a_pet_name_and_by_initials() {
        are_same(
            SlotKind::Person,
            &[
                ("manni", "Manfred Quaas"),
                ("windi", "Toni Windler"),
                ("wolfi", "Wolfgang Traxlmayr"),
                ("lene", "Helene Ubbinga"),
                ("ferdl m.", "Ferdinand Moosleitner"),
                ("dkn", "Dorothee Kestenholtz-Ngoma"),
                ("TdlM", "Tanguy de la Morinerie"),
                ("PYM", "P.-Y. Mougenet"),
                ("Köbi Brindevaux", "Jakob Brindevaux"),
                ("kasia brindevaux", "Katarzyna Brindevaux"),
                ("hp", "Hans-Peter Brindevaux"),
                ("JL Petit", "Jean-Luc Petit"),
                ("baer", "Tim Bär"),
            ],
        );
    }

    #[test]
    fn a_letter_too_many_or_another_one_is_a_slip() {
        are_same(
            SlotKind::Person,
            &[
                ("Pramstaller", "Bramstaller"),
                ("Heidenblut", "heidenbluth"),
                ("Kieschnick", "Torsten Kieschnik"),
            ],
        );
        are_same(SlotKind::Institution, &[("Peptilo", "Peptylo")]);
    }

    #[test]
    fn others_of_a_family_or_with_a_similar_name_are_others() {
        are_apart(
            SlotKind::Person,
            &[
                ("Anna Brindevaux", "Beat Brindevaux"),
                ("Keller", "Kellermann"),
                ("Fehrlin", "Ute Fehrlinger"),
                ("Martin Brindevaux", "Martina Brindevaux"),
                ("Meier", "Meyer"),
                ("Steiner", "Steinert"),
                ("Marti", "Martin Brindevaux"),
                ("Schmid", "S. R."),
                ("Köbi", "Johannes Brindevaux"),
                ("hp", "Hans Brindevaux"),
            ],
        );
        let (one, other) = (
            folded_words("Toni Brindevaux"),
            folded_words("Flurina Brindevaux"),
        );
        assert!(is_other(SlotKind::Person, &one, &other));
    }

    #[test]
    fn an_institution_is_known_by_its_acronym_and_what_is_short_for_it() {
        are_same(
            SlotKind::Institution,
            &[
                ("AVO", "Automatisierungsverbund Oberlausitz GmbH"),
                ("LKH", "Landeskrankenhaus Rankweil"),
                ("TUT", "Trait d'Union Transfrontalier"),
                ("Uni Ulm", "Universität Ulm"),
                ("fh juranord", "Fachhochschule Juranord"),
                ("SHV", "Sozialhilfeverband Radkersburg-Umland"),
                ("AHHL", "Association des hôpitaux du Haut-Lac"),
                ("PdS", "Plastiques du Sundgau SAS"),
                ("spital oberkl.", "Spitals Oberklettgau"),
                (
                    "Arbeitsgr. Chemieparks Südbaden",
                    "Arbeitsgruppe Chemieparks Südbaden",
                ),
                (
                    "energiegen. hinterthurgau",
                    "Energiegenossenschaft Hinterthurgau",
                ),
                ("Grappe Bois", "Grappe Bois du Val de Lièpre"),
                ("Kita Sternschnuppe", "Sternschnuppe"),
                ("LKB GmbH", "Lausitzer Kabelbau"),
                ("Löwen-Küche", "Löwenküche GmbH"),
                ("Schleiferei Sklo Zorvex", "Sklo Zorvex s.r.o."),
                ("Zorvex S.à r.l.", "Zorvex"),
                ("Third Lane", "3rd lane"),
                ("Quatre Vents", "4 vents"),
                ("bl. manteau", "Blanc Manteau"),
                ("Optijura-Tage", "Optijura"),
                ("Pixel-Leute", "Petit Pixel"),
                ("Handundfuss", "Hand und Fuss"),
                ("die Spatzen", "Spatz"),
                ("werkb.", "Werkbank"),
                ("clinique de Zorvexheide", "Klinikum Zorvexheide"),
                ("klinik zorvexen", "Kreisklinik Zorvexen"),
                ("Zorvexner Museum", "musée Zorvexner"),
                ("la Saint-Aubin", "Fonderie St-Aubin"),
                ("la GEB", "Grande école du Bugey"),
                ("LFO", "La Fenêtre Ouverte"),
                ("die PMT", "la Passerelle des Métiers du Textile"),
            ],
        );
    }

    #[test]
    fn the_chamber_is_the_one_that_is_known() {
        let is = |name: &str, known: &str, kind: SlotKind| {
            let kinds = (kind, SlotKind::Institution);
            is_called_by_what_it_is(&folded_words(name), &folded_words(known), kinds)
        };
        assert!(is(
            "la chambre",
            "Chambre de métiers du Val",
            SlotKind::Place
        ));
        assert!(is("das Zentrum", "Zentrum für Schall", SlotKind::Place));
        assert!(!is("la chambre", "Agence du Val", SlotKind::Place));
        assert!(!is("Brindevaux", "Chambre Brindevaux", SlotKind::Person));
    }

    #[test]
    fn what_looks_like_another_kind_keeps_who_it_is() {
        use SlotKind::{Institution, Person, Place};
        let alike = |one: &str, other: &str, kinds| {
            is_called_alike(&folded_words(one), &folded_words(other), kinds)
        };
        for (one, other, kinds) in [
            ("bmj", "Blaise Matthey-Junod", (Institution, Person)),
            ("PhB", "Philippe Brindevaux", (Institution, Person)),
            ("Kasia", "Katarzyna Brindevaux", (Institution, Person)),
            ("Claras", "Clara Brindevaux", (Place, Person)),
            ("OAL", "Oberallgäuer Land", (Person, Institution)),
            ("Gemeinde Meiningen", "Meiningen", (Institution, Place)),
            ("Grenzacher", "Grenzach", (Person, Place)),
            ("uferw.", "Uferwechsel", (Person, Institution)),
            (
                "uferpfl.",
                "Verbund Uferpflege Zorvex",
                (Person, Institution),
            ),
            (
                "ztk zorvexen",
                "Zentrum für Tierkunde Zorvexen",
                (Person, Institution),
            ),
            ("Mould", "Theresa Mould", (Institution, Person)),
            ("Cuivrelle", "Assemblage Cuivrelle", (Place, Institution)),
            ("zorvexs", "Zorvex Treuhand", (Place, Institution)),
            ("de lavendl", "Lavendel", (Person, Institution)),
        ] {
            assert!(alike(one, other, kinds), "{one} / {other}");
            let turned = (kinds.1, kinds.0);
            assert!(alike(other, one, turned), "{other} / {one}");
        }
        for (one, other, kinds) in [
            ("bmk", "Blaise Matthey-Junod", (Institution, Person)),
            ("Kasia", "Karolina Brindevaux", (Institution, Person)),
            (
                "Seb",
                "Service de l'emploi de la Broye",
                (Person, Institution),
            ),
            ("Gemeinde Meiningen", "Lustenau", (Institution, Place)),
            ("Basler", "Basel", (Person, Place)),
            (
                "ztk lahr",
                "Zentrum für Tierkunde Zorvexen",
                (Person, Institution),
            ),
        ] {
            assert!(!alike(one, other, kinds), "{one} / {other}");
        }
    }

    #[test]
    fn what_lies_in_the_same_town_or_has_the_same_owner_is_not_the_same() {
        are_apart(
            SlotKind::Institution,
            &[
                ("IHK Görlitz", "Landratsamt Görlitz"),
                ("Museum Zorvexheide", "Klinikum Zorvexheide"),
                ("Schulverwaltung Zorvexen", "Bauverwaltung Zorvexen"),
                ("Klinik Zorvexen Nord", "Klinik Zorvexen Süd"),
                ("Krankenhaus Zorvexen", "Tierklinik Zorvexen"),
                ("Grundschule Zorvexen", "Gymnasium Zorvexen"),
                ("Sparkassenstiftung Lahr", "Flugplatz Lahr Verwaltungs-KG"),
                ("Kessler Getriebe AG", "Kessler Antriebe AG"),
                ("ville de morteau", "crédit mutualiste du val de morteau"),
                ("Stadtwerke Murg", "Stadtwerke Kinzigtal"),
                ("Frauen-Büro", "Frauen-Treffen"),
                ("Stadt-Halle", "Stadt-Saal"),
            ],
        );
    }

    #[test]
    fn a_town_is_its_commune_and_not_its_canton() {
        let is = |one: &str, other: &str| {
            let kinds = (SlotKind::Institution, SlotKind::Place);
            is_called_alike(&folded_words(one), &folded_words(other), kinds)
        };
        assert!(is("Gemeinde Meiningen", "Meiningen"));
        assert!(!is("Kanton Bern", "Bern"));
        assert!(!is("Gemeinde", "Ville"));
    }

    #[test]
    fn a_word_that_many_are_called_by_stands_for_one_that_has_it() {
        let is = |one: &str, other: &str| {
            is_called_by_part(
                SlotKind::Institution,
                &folded_words(one),
                &folded_words(other),
            )
        };
        assert!(is("Stadtwerken", "Stadtwerke Kinzigtal"));
        assert!(is(
            "Wasserstoffallianz",
            "Internationale Wasserstoffallianz Hochrhein"
        ));
        assert!(is("Trois Rives", "SICA des Trois Rives"));
        assert!(is("hsg ilanz", "Handelsschule Gewerbe Ilanz"));
        assert!(is("nt", "Northern Tables"));
        assert!(is("TU", "Trait d'Union"));
        assert!(is("le MB", "Moulin du Bas"));
        assert!(is("MR", "Mühlenrad"));
        assert!(is("VH", "Réseau Vanne Haute"));
        assert!(is("Kontor", "Uferkontor"));
        assert!(is("Kontor", "Uferkontor Zorvexgau"));
        assert!(is("die Lotsen", "Hafenlotsen Basel"));
        assert!(is("Kupfer", "Kupferblume"));
        assert!(is("Schwalbe", "Schwalbennest"));
        assert!(is("GH", "Gartenhof Lustenau"));
        assert!(is("haute", "Vanne Haute"));
        assert!(!is("mb", "Mühlenrad"));
        assert!(!is("nt", "Northern Round Tables"));
        assert!(!is("Ring", "Thüringer Holz"));
        assert!(!is("SV Görlitz", "Schulverband Nord Görlitz"));
        assert!(!is("Stadtwerke Murg", "Stadtwerke Kinzigtal"));
        assert!(!is(
            "Internationale",
            "Internationale Wasserstoffallianz Hochrhein"
        ));
    }
}
