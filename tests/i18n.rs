//! Holds the word files of the three languages against each other and against the rules of their typography.

#[path = "../src/build/messages.rs"]
mod messages;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use messages::{Message, messages};

const LANGUAGES: [&str; 3] = ["de", "fr", "en"];

/// The word files of a language by name.
fn word_files(language: &str) -> BTreeMap<String, String> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "src", "i18n", language]
        .iter()
        .collect();
    let entries = fs::read_dir(&folder).expect("the folder of a language");
    entries
        .map(|entry| {
            let path = entry.expect("an entry of it").path();
            let name = path
                .file_name()
                .expect("a file has a name")
                .to_string_lossy()
                .into_owned();
            (
                name,
                fs::read_to_string(&path).expect("word files are text"),
            )
        })
        .collect()
}

/// The messages of a word file; panics with its name if something in it is not understood.
fn read(language: &str, name: &str, source: &str) -> Vec<Message> {
    let place = Path::new(language).join(name);
    messages(source).unwrap_or_else(|fault| panic!("{}: {fault}", place.display()))
}

/// Every text of a language with the key it belongs to.
fn texts(language: &str) -> Vec<(String, String)> {
    let files = word_files(language);
    let messages = files
        .iter()
        .flat_map(|(name, source)| read(language, name, source));
    messages
        .flat_map(|message| {
            let key = message.key;
            message
                .text
                .into_iter()
                .map(move |text| (key.clone(), text))
        })
        .collect()
}

#[test]
fn the_languages_have_the_same_files_keys_and_values() {
    let shape = |language: &str| -> Vec<(String, String, Vec<String>)> {
        let files = word_files(language);
        let mut shape = Vec::new();
        for (name, source) in &files {
            for message in read(language, name, source) {
                let arguments = message.arguments.into_iter().collect();
                shape.push((name.clone(), message.key, arguments));
            }
        }
        shape
    };
    let german = shape("de");
    assert!(!german.is_empty());
    for language in ["fr", "en"] {
        let other = shape(language);
        for entry in &german {
            assert!(other.contains(entry), "{language} lacks {entry:?}");
        }
        for entry in &other {
            assert!(german.contains(entry), "only {language} has {entry:?}");
        }
        assert_eq!(german, other, "{language} has another order");
    }
}

#[test]
fn no_key_stands_twice() {
    for language in LANGUAGES {
        let mut seen = BTreeMap::new();
        for (name, source) in word_files(language) {
            for message in read(language, &name, &source) {
                let before = seen.insert(message.key.clone(), name.clone());
                assert_eq!(before, None, "{language}: {} stands twice", message.key);
            }
        }
    }
}

#[test]
fn german_is_written_without_sharp_s() {
    for (key, text) in texts("de") {
        assert!(!text.contains(['ß', 'ẞ']), "{key}: {text}");
    }
}

#[test]
fn no_text_has_straight_quotes_or_three_dots() {
    for language in LANGUAGES {
        for (key, text) in texts(language) {
            assert!(!text.contains(['"', '\'']), "{language} {key}: {text}");
            assert!(!text.contains("..."), "{language} {key}: {text}");
            assert!(!text.contains(" - "), "{language} {key}: {text}");
        }
    }
}

#[test]
fn french_has_a_fixed_space_before_double_signs_and_within_quotes() {
    for (key, text) in texts("fr") {
        let fault = french_fault(&text);
        assert_eq!(fault, None, "{key}: {text}");
    }
}

/// The first sign of a French text that lacks its fixed space.
fn french_fault(text: &str) -> Option<char> {
    const FIXED: [char; 2] = ['\u{a0}', '\u{202f}'];
    let characters: Vec<char> = text.chars().collect();
    let at = |index: usize| characters.get(index).copied();
    characters
        .iter()
        .enumerate()
        .find_map(|(index, character)| {
            let before = index.checked_sub(1).and_then(at);
            let after = at(index + 1);
            let lacks = match character {
                // A colon between letters or digits is a time or a code, and `://` an address.
                ':' if after.is_some_and(|after| !after.is_whitespace()) => false,
                // The mask `[?]` is no question.
                '?' if before == Some('[') && after == Some(']') => false,
                ':' | ';' | '!' | '?' | '»' => {
                    !before.is_some_and(|before| FIXED.contains(&before))
                }
                '«' => !after.is_some_and(|after| FIXED.contains(&after)),
                _ => false,
            };
            lacks.then_some(*character)
        })
}

#[test]
fn the_french_rule_finds_what_it_looks_for() {
    assert_eq!(french_fault("Bloc\u{a0}: un"), None);
    assert_eq!(french_fault("Bloc : un"), Some(':'));
    assert_eq!(french_fault("quoi?"), Some('?'));
    assert_eq!(french_fault("reste [?] là"), None);
    assert_eq!(french_fault("«\u{a0}oui»"), Some('»'));
    assert_eq!(french_fault("« oui\u{a0}»"), Some('«'));
    assert_eq!(french_fault("à 10:30"), None);
}

#[test]
fn what_refers_to_another_text_is_refused_by_name() {
    for (text, named) in [
        ("{ other }", "other"),
        ("so { other.title } far", "other"),
        ("{ -brand }", "-brand"),
        ("{ -brand.case -> *[other] b }", "-brand"),
        ("{ $count -> [one] a *[other] { other } }", "other"),
        ("{ NUMBER(other) }", "other"),
    ] {
        // A choice has a line for each of its variants.
        let text = text.replace(" [", "\n [").replace(" *[", "\n *[");
        let text = text.replace("] b }", "] b\n }").replace("} }", "}\n }");
        let refused = messages(&format!("key = {text}\n"));
        assert_eq!(refused, Err(format!("key refers to {named}")), "{text}");
    }
}

#[test]
fn junk_is_noticed() {
    assert!(messages("key = text\nno message here\n").is_err());
    assert!(messages("key = { $count -> [one] a *[other] b }\n").is_err());
}
