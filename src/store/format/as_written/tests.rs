//! What is read here and what `ron` reads, held against each other; the journal does so with its own lines.

use proptest::prelude::*;

use super::*;
use crate::session::arbitrary;
use crate::store::format::{field, session_v1};

/// What `ron` reads, and what is read here; both as words, since what files hold knows no equality.
pub fn both<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> (Option<String>, Option<String>) {
    let in_words = |value: T| format!("{value:?}");
    let known = field::read::<T>(text).ok().map(in_words);
    (known, read::<T>(text).map(in_words))
}

/// What can stand in the place of something else in a file, or before it.
pub fn pieces() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        " ",
        "\n",
        "\t",
        "\r\n",
        ",",
        ",,",
        ":",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\\",
        "\\n",
        "\\u{41}",
        "\\u{FE}",
        "\\x41",
        "\\'",
        "0",
        "00",
        "-",
        "-0",
        "7",
        "1.5",
        "1e3",
        "0x1F",
        "1_0",
        "9u8",
        "18446744073709551616",
        "None",
        "Some(",
        "Some(1)",
        "nonesuch",
        "true",
        "false",
        "yes",
        "de",
        "r#kind",
        "r\"a\"",
        "b\"a\"",
        "'a'",
        "// a\n",
        "/* a */",
        "#![enable(implicit_some)]",
        "Note",
        "_",
        "ü",
        "\u{200e}",
        "a: 1,",
        "()",
        "(,)",
        "[,]",
    ])
}

/// A text with a piece put somewhere in place of up to so many of its characters.
pub fn changed(text: &str, at: prop::sample::Index, length: usize, piece: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = at.index(characters.len().max(1));
    let end = (at + length).min(characters.len());
    let mut changed: String = characters[..at].iter().collect();
    changed.push_str(piece);
    changed.extend(&characters[end..]);
    changed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_the_program_writes_is_read_as_ron_reads_it(sitting in arbitrary::sitting()) {
        let written = session_v1::encode(sitting.state()).unwrap();
        let (known, read) = both::<session_v1::File>(std::str::from_utf8(&written).unwrap());
        prop_assert!(known.is_some());
        prop_assert_eq!(known, read);
    }

    #[test]
    fn what_was_changed_is_read_as_ron_reads_it_or_left_to_it(
        sitting in arbitrary::sitting(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..6, pieces()), 1..3),
    ) {
        let written = session_v1::encode(sitting.state()).unwrap();
        let mut page = String::from_utf8(written).unwrap();
        for (at, length, piece) in changes {
            page = changed(&page, at, length, piece);
            let (known, read) = both::<session_v1::File>(&page);
            prop_assert!(read.is_none() || known == read, "{page}");
        }
    }
}

#[test]
fn the_sample_sessions_are_read_as_ron_reads_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions");
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let sessions: Vec<_> = paths
        .filter(|path| path.to_string_lossy().ends_with("-1.ron"))
        .collect();
    assert!(!sessions.is_empty());
    for path in sessions {
        let text = std::fs::read_to_string(path).unwrap();
        let (known, read) = both::<session_v1::File>(&text);
        assert!(known.is_some() && known == read);
    }
}

#[test]
fn other_forms_of_the_same_are_left_to_ron() {
    for text in [
        "[1, 0x2]",
        "[1, /* two */ 2]",
        "[01]",
        "[+1]",
        "[1_0]",
        "[1\t, 2]",
        "[1, 2] // three",
        "[-0]",
    ] {
        assert!(field::read::<Vec<i64>>(text).is_ok(), "{text}");
        assert!(read::<Vec<i64>>(text).is_none(), "{text}");
    }
    assert_eq!(read::<Vec<i64>>("// so\n[1, -2,\n ]"), Some(vec![1, -2]));
    let options = [None, Some(3), Some(4)];
    assert_eq!(
        read::<Vec<Option<u8>>>("[None, 3, Some(4)]").unwrap(),
        options
    );
}
