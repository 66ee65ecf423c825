//! Whatever text comes: no protected word is left, places hold, and a second pass changes nothing.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::*;

const LIST: &str =
    "Anna Müller\nJean-Pierre Groß\ninstitution: Verband der Zimmerei Hochrain\nOrt: Säckingen";

/// Words that must never be left, in the form of [`plain_words`]; written down by hand.
const NAMES: [&str; 14] = [
    "anna",
    "annas",
    "muller",
    "mullers",
    "mueller",
    "muellers",
    "annamuller",
    "jean",
    "pierre",
    "jeanpierre",
    "gross",
    "hochrain",
    "sackingen",
    "saeckingen",
];

/// The words of a text decomposed, without marks, in small letters: made without the search's own folding.
fn plain_words(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|character| !is_combining_mark(*character) && *character != '\u{AD}')
        .flat_map(char::to_lowercase)
        .collect();
    plain
        .replace('ß', "ss")
        .split(|character: char| !character.is_alphanumeric())
        .map(str::to_owned)
        .collect()
}

fn leak(text: &str) -> Option<String> {
    let mut words = plain_words(text).into_iter();
    words.find(|word| NAMES.contains(&word.as_str()))
}

/// A piece of a note: ordinary words, names that are protected and others, what stands between, placeholders.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "und",
        "der",
        "Verband",
        "Herr",
        "Frau",
        "sagt",
        "wir",
        "Koch",
        "Klein",
        "2015",
        "Nr.",
        "061 267 33 11",
        "IBAN",
        "geb. 3.4.1970",
        "in",
        "aus",
        "GmbH",
        "& Co",
        "Prof.",
        "x",
        "«",
        "»",
    ]);
    let protected = prop::sample::select(vec![
        "Anna",
        "Müller",
        "MÜLLER",
        "Mueller",
        "Mu\u{308}ller",
        "Müllers",
        "Jean-Pierre",
        "Groß",
        "Hochrain",
        "Verband der Zimmerei Hochrain",
        "Säckingen",
        "Mül\u{AD}ler",
        "An\u{202e}na",
    ]);
    let found = prop::sample::select(vec![
        "Sandra Brunner",
        "Brunner",
        "Kernhofler",
        "Voltarix AG",
        "Lahr",
        "Strasbourg",
        "Zimmerei",
        "anna@holz.ch",
        "www.holz.example/x",
        "@kernhofler",
        "Rheingasse 31, 4058 Basel",
        "S. B.",
    ]);
    let between = prop::sample::select(vec![
        " ", " ", " ", "-", "’", ". ", ", ", "\n", "\r\n", "\n\n", "\t", "/", "", "\u{1b}", "\r",
        ": ",
    ]);
    let placeholder = prop::sample::select(vec![
        "[Person 1]",
        "[Personne 2]",
        "[Ort 7 | Grenzstadt]",
        "[Person 1 | Anna]",
        "[Institution 3]",
        "[Person 4294967295]",
        "[Person 0]",
        "[",
        "]",
    ]);
    prop_oneof![
        3 => words.prop_map(str::to_owned),
        2 => protected.prop_map(str::to_owned),
        3 => found.prop_map(str::to_owned),
        5 => between.prop_map(str::to_owned),
        1 => placeholder.prop_map(str::to_owned),
    ]
}

fn note() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

/// The line end is one of a margin beside a name and one that somebody meant beside its placeholder.
#[test]
fn a_line_end_that_reads_otherwise_beside_a_placeholder_changes_nothing() {
    let before = "MÜLLER[Person 1]Müller AnnaSandra BrunnerMül\u{AD}ler";
    let notes = ["Müllers", "061 267 33 11", "anna@holz.example", "Kernhofer"]
        .map(|behind| plain(NOBODY, &format!("{before}\n{behind}[Person 0]")));
    assert!(notes.iter().any(|once| once.contains("\n[")), "{notes:?}");
    for once in notes {
        assert_eq!(plain(NOBODY, &once), once);
    }
}

/// A line that is too long to have been broken ends a paragraph, and is short with its placeholders.
#[test]
fn a_line_that_its_placeholders_shorten_changes_nothing() {
    let line = "www.holz.example/x061 267 33 11undwww.holz.example/xundRheingasse 31, 4058 BaselundSandra Brunnerundundund";
    let once = plain(NOBODY, &format!("{line}[Person 1]\nKoch "));
    assert!(once.lines().next().unwrap().chars().count() <= LONGEST_BROKEN_LINE);
    assert_eq!(plain(NOBODY, &once), once);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_protected_word_is_left(note in note()) {
        let clean = plain(LIST, &note);
        prop_assert_eq!(leak(&clean), None, "{:?}", clean);
        let record = record(LIST, &note);
        prop_assert_eq!(leak(record["text"].as_str().unwrap()), None);
        found(&note, &record);
    }

    #[test]
    fn a_second_pass_changes_nothing(note in note()) {
        for list in [LIST, NOBODY] {
            let once = plain(list, &note);
            prop_assert_eq!(&plain(list, &once), &once);
            let once = record(list, &note);
            let twice = record(list, once["text"].as_str().unwrap());
            prop_assert_eq!(&twice["text"], &once["text"]);
            prop_assert_eq!(&twice["findings"], &json!([]));
        }
    }

    #[test]
    fn any_text_at_all_goes_through(note in any::<String>(), at in 0usize..200) {
        let record = record(LIST, &note);
        found(&note, &record);
        let clean = plain(LIST, &note);
        prop_assert_eq!(&plain(LIST, &clean), &clean);
        let bytes = note.as_bytes();
        // Half a character at the end is an error and nothing worse.
        let _ = plain_from(LIST, Certainty::Doubtful, bytes.get(..at).unwrap_or(bytes));
        let _ = filtered(LIST, Certainty::Doubtful, &note);
    }

    #[test]
    fn findings_and_text_say_the_same(note in note()) {
        let record = record(LIST, &note);
        let clean = record["text"].as_str().unwrap();
        let names = found(&note, &record);
        // Between the finds the text stands as it was, but for what steers a terminal.
        let mut rest = clean;
        for (_, name) in &names {
            let at = rest.find('[');
            prop_assert!(at.is_some(), "{name:?} has no placeholder in {clean:?}");
            rest = rest.get(at.unwrap_or(0) + 1..).unwrap_or_default();
        }
    }
}
