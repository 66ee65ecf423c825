//! Typography case by case; the other rules are tested on whole files in `tests/guides.rs`.

use crate::guide::{FaultKind, Trail};
use crate::language::Language;

use super::texts::Passage;
use super::walk::Purpose;
use super::{Faults, french, typography};

/// What is wrong with a text in this language, with the characters that are.
fn found(language: Language, text: &str) -> Vec<(String, FaultKind)> {
    let mut faults = Faults::default();
    let passage = Passage {
        text,
        readers: &[language],
        purpose: Purpose::Prose,
    };
    typography::check(passage, &Trail::TOP, &mut faults);
    french::check(passage, &Trail::TOP, &mut faults);
    let characters: Vec<char> = text.chars().collect();
    faults
        .0
        .into_iter()
        .map(|fault| {
            (
                characters[fault.within.unwrap()].iter().collect(),
                fault.kind,
            )
        })
        .collect()
}

#[test]
fn good_french_has_no_fault() {
    for text in [
        "Qu’est-ce que c’est\u{a0}? Oui\u{202f}!",
        "«\u{a0}Bonjour\u{a0}», dit-il\u{a0}: à 14:30, https://exemple.fr/?a=1",
        "Vraiment\u{a0}?! (!) …\u{a0}? [?] {project}\u{a0}; fin",
        "c’est-à-dire – enfin… 3–9",
    ] {
        assert_eq!(found(Language::Fr, text), [], "{text}");
    }
}

#[test]
fn french_signs_need_a_space_at_which_no_line_breaks() {
    let missing = |beside| FaultKind::MissingNoBreakSpace { beside };
    let cases = [
        ("Quoi ?", " ?", '?'),
        ("Quoi?", "?", '?'),
        ("a ; b", " ;", ';'),
        ("Oui\u{2009}!", "\u{2009}!", '!'),
        ("{date}:", ":", ':'),
        ("« Oui\u{a0}»", "« ", '«'),
        ("«\u{a0}Oui»", "»", '»'),
        ("«", "«", '«'),
    ];
    for (text, within, beside) in cases {
        assert_eq!(
            found(Language::Fr, text),
            [(within.to_owned(), missing(beside))],
            "{text}"
        );
    }
}

#[test]
fn a_straight_apostrophe_is_a_fault_in_french_alone() {
    assert_eq!(
        found(Language::Fr, "l'un"),
        [("'".to_owned(), FaultKind::StraightApostrophe)]
    );
    assert_eq!(found(Language::En, "it's"), []);
}

#[test]
fn a_sharp_s_is_a_fault_in_german_alone() {
    assert_eq!(
        found(Language::De, "groß"),
        [("ß".to_owned(), FaultKind::SharpS)]
    );
    assert_eq!(found(Language::En, "Weiß & Co."), []);
}

#[test]
fn dots_dashes_and_quotes_are_signs_of_their_own() {
    assert_eq!(
        found(Language::En, "so.... and"),
        [("...".to_owned(), FaultKind::ThreeDots)]
    );
    assert_eq!(
        found(Language::De, "so - nicht"),
        [("-".to_owned(), FaultKind::HyphenAsDash)]
    );
    assert_eq!(
        found(Language::De, "so\u{a0}- nicht"),
        [("-".to_owned(), FaultKind::HyphenAsDash)]
    );
    assert_eq!(
        found(Language::En, "\"x"),
        [("\"".to_owned(), FaultKind::StraightQuote)]
    );
    assert_eq!(found(Language::En, "well-known, z.B.. 1 – 2, -5"), []);
}
