use proptest::prelude::*;

use super::*;
use crate::anonymise::CleanText;
use crate::session::arbitrary;
use crate::store::format::SyntaxFault;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_session_is_read_as_it_was_written(sitting in arbitrary::sitting()) {
        let written = encode(sitting.state()).unwrap();
        prop_assert_eq!(&decode(&written).unwrap(), sitting.state());
        prop_assert_eq!(encode(&decode(&written).unwrap()).unwrap(), written);
    }

    #[test]
    fn a_cut_or_changed_session_is_never_a_panic(
        sitting in arbitrary::sitting(),
        at in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let mut written = encode(sitting.state()).unwrap();
        let at = at.index(written.len());
        written[at] ^= 1 << bit;
        let _ = decode(&written);
        let _ = decode(written.get(..at).unwrap());
    }

    #[test]
    fn no_text_is_ever_in_an_error(sitting in arbitrary::sitting(), at in any::<prop::sample::Index>()) {
        let mut session = sitting.state().clone();
        for note in &mut session.notes {
            note.text = CleanText::from_stored("Geheimnis Geheimnis".to_owned());
        }
        let written = String::from_utf8(encode(&session).unwrap()).unwrap();
        let (place, _) = written.char_indices().nth(at.index(written.chars().count())).unwrap();
        let mut broken = written.clone();
        broken.remove(place);
        if let Err(error) = decode(broken.as_bytes()) {
            let words = format!("{error} {error:?}");
            prop_assert!(!words.contains("Geheim"));
        }
    }
}

fn session() -> Session {
    let source = r#"(version: 1, session: "A-1", invented: false, guide: (id: "g", edition: "1", digest: "0", titles: []),
        mode: phone, language: fr, created: "2026-11-22T14:30:00+01:00", sequence: 3,
        cells: {"b1.t1": nothing_to_say},
        notes: [(id: "1.2", topic: "b1.t1", kind: paraphrase, text: "l’agence paie\n\u{200b}« tout »", at_ms: 7, origin: live,
                 language: fr, prompting: probe(2), codes: ["mot.rel", "fac.trust"])],
        visits: [("b1.t1", None), ("b1.t2", 12)])"#;
    decode(source.as_bytes()).unwrap()
}

#[test]
fn a_person_can_read_a_session() {
    let written = String::from_utf8(encode(&session()).unwrap()).unwrap();
    let expected = r#"// Protocol of the interview A-1. Names were replaced; what was said is still personal data.
(
    version: 1,
    session: "A-1",
    invented: false,
    guide: (
        id: "g",
        edition: "1",
        digest: "0",
        titles: [],
    ),
    mode: phone,
    language: fr,
    created: "2026-11-22T14:30:00+01:00",
    sequence: 3,
    cells: {
        "b1.t1": nothing_to_say,
    },
    notes: [
        (
            id: "1.2",
            topic: "b1.t1",
            kind: paraphrase,
            text: "l’agence paie
\u{200b}« tout »",
            at_ms: 7,
            origin: live,
            language: fr,
            prompting: probe(2),
            codes: ["mot.rel", "fac.trust"],
        ),
    ],
    visits: [
        ("b1.t1", None),
        ("b1.t2", 12),
    ],
)
"#;
    assert_eq!(written, expected);
}

#[test]
fn an_invented_session_says_so_first() {
    let mut session = session();
    session.header.invented = true;
    let written = String::from_utf8(encode(&session).unwrap()).unwrap();
    assert!(written.starts_with("// INVENTED interview A-1"));
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    let written = String::from_utf8(encode(&session()).unwrap()).unwrap();
    let converted = format!("\u{feff}{}", written.replace('\n', "\r\n"));
    assert_eq!(decode(converted.as_bytes()).unwrap(), session());
}

/// The error of a session file after one change.
fn error_after(from: &str, to: &str) -> FormatError {
    let written = String::from_utf8(encode(&session()).unwrap()).unwrap();
    assert!(written.contains(from));
    decode(written.replacen(from, to, 1).as_bytes()).unwrap_err()
}

#[test]
fn what_the_program_does_not_know_is_refused_with_its_place() {
    let fault = |from, to| match error_after(from, to) {
        FormatError::Syntax { place, fault } => (place.line, fault),
        other => panic!("{other}"),
    };
    assert_eq!(
        fault("    mode: phone,", "    mood: 3,"),
        (12, SyntaxFault::UnknownField)
    );
    assert_eq!(
        fault("            at_ms: 7,", "            at_second: 7,").1,
        SyntaxFault::UnknownField
    );
    assert!(matches!(
        fault("kind: paraphrase", "kind: rumour"),
        (23, SyntaxFault::UnknownWord(_))
    ));
    assert_eq!(
        fault("            origin: live,\n", "").1,
        SyntaxFault::MissingField("origin")
    );
    assert!(matches!(
        fault("2026-11-22T", "2026-11-31T"),
        (14, SyntaxFault::Rule(_))
    ));
    assert!(matches!(
        fault("\"1.2\"", "\"one\""),
        (21, SyntaxFault::Rule(_))
    ));
    assert!(matches!(
        fault("nothing_to_say,", "open, \"b1.t1\": answered,"),
        (_, SyntaxFault::Rule(_))
    ));
    assert_eq!(fault("\n)\n", "\n").1, SyntaxFault::Ended);
}

#[test]
fn another_version_is_told_apart_from_a_broken_file() {
    assert!(matches!(
        error_after("version: 1", "version: 2, whatever"),
        FormatError::VersionNewer { found: 2, known: 1, place } if place.line == 3
    ));
    for broken in ["version: 0", "version: x", "edition: 1"] {
        assert!(matches!(
            error_after("version: 1", broken),
            FormatError::VersionMissing { .. }
        ));
    }
    assert!(matches!(
        decode(b"(\n\xff"),
        Err(FormatError::NotUtf8 { place }) if place.line == 2
    ));
}

#[test]
fn two_notes_with_one_number_are_refused() {
    let mut session = session();
    let twice = session.notes[0].clone();
    session.notes.push(twice);
    let written = encode(&session).unwrap();
    assert!(matches!(
        decode(&written),
        Err(FormatError::Twice { list: "notes", .. })
    ));
}
