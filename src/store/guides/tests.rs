//! Reading guides from bytes and files.

use crate::guide::{LocalisedText, Mode};
use crate::language::Language;

use super::*;

const VALID: &str = include_str!("../../../tests/guides/valid.ron");

fn error(source: &str) -> GuideError {
    parse("test", source.as_bytes()).expect_err("the guide was meant to be refused")
}

/// Where and what, of a fault of syntax in a guide with this beginning.
fn syntax(rest: &str) -> String {
    match error(&format!("(version: 1, edition: \"0\",\n{rest}")) {
        GuideError::Syntax { place, fault } => format!("{place} {fault}"),
        other => panic!("another error: {other}"),
    }
}

#[test]
fn a_guide_is_read_with_all_it_says() {
    let (guide, warnings) = parse("test", VALID.as_bytes()).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(guide.id, "test");
    assert_eq!(guide.digest.len(), 64);
    assert_eq!(guide.minutes(Mode::OnSite), 24);
    let (block, topic) = guide.topic("b1.t1").unwrap();
    assert_eq!(block.hint, Some(LocalisedText::Plain("Hint".into())));
    assert_eq!(
        topic.probes.in_language(Language::En),
        ["Since when?", "Why?"]
    );
    assert_eq!(guide.controller.in_language(Language::Fr), "la direction");
    assert_eq!(
        guide.attributes[0].ladder[0][0].from,
        ["management", "company"]
    );
    assert!(!guide.before[1].is_for(Mode::OnSite));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_trouble() {
    let windows = format!("\u{feff}{}", VALID.replace('\n', "\r\n"));
    let (guide, _) = parse("test", windows.as_bytes()).unwrap();
    assert_eq!(guide.blocks.len(), 2);
}

#[test]
fn a_file_that_is_not_utf8_says_where() {
    let mut bytes = "(version: 1,\n é: ".as_bytes().to_vec();
    bytes.push(0xe4);
    let Err(GuideError::NotUtf8 { place }) = parse("test", &bytes) else {
        panic!("Latin-1 was read");
    };
    assert_eq!(place.to_string(), "2:5");
}

#[test]
fn a_file_of_absurd_size_is_not_read() {
    let too_large = usize::try_from(LARGEST).unwrap() + 1;
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    io::Write::write_all(&mut file, &vec![b' '; too_large]).unwrap();
    let bytes = read(file.path()).unwrap();
    assert_eq!(bytes.len(), too_large);
    assert!(matches!(parse("test", &bytes), Err(GuideError::TooLarge)));
}

#[test]
fn absurd_depth_is_refused() {
    for opening in ["(title: ", "[", "(de: ", "{\"de\": ", "Some("] {
        let source = format!(
            "(version: 1, edition: \"0\", title: {}",
            opening.repeat(500_000)
        );
        assert!(matches!(
            error(&source),
            GuideError::Syntax { .. } | GuideError::TooLarge
        ));
    }
}

#[test]
fn a_later_version_is_named() {
    let source = "// from the future\n(version: 2, something: new";
    assert_eq!(
        error(source).to_string(),
        "the guide has version 2 at 2:11 and this program reads up to 1; use a newer program"
    );
}

#[test]
fn a_version_that_never_was_is_refused() {
    assert!(
        matches!(error("(version: 0)"), GuideError::VersionInvalid { place } if place.column == 11)
    );
    assert!(matches!(
        error("(version: \"1\")"),
        GuideError::VersionInvalid { .. }
    ));
}

#[test]
fn a_missing_version_says_where_it_should_stand() {
    assert!(
        matches!(error("(\n  title: \"a\")"), GuideError::VersionMissing { place } if place.to_string() == "2:3")
    );
    assert!(matches!(
        error(""),
        GuideError::VersionMissing {
            place: Place::START
        }
    ));
}

#[test]
fn a_version_in_a_comment_without_end_is_not_called_missing() {
    assert_eq!(
        error("// a\n/* b\n(version: 1)").to_string(),
        "the guide cannot be understood at 2:1: expected `*/`, the end of this comment"
    );
}

#[test]
fn a_fault_of_syntax_stands_where_to_mend_it() {
    let cases = [
        (
            "title: \"a\"\n languages: []",
            "2:11 expected `,` before what follows",
        ),
        (
            "titel: \"a\")",
            "2:1 unknown field `titel`; possible here: ",
        ),
        (
            "title: \"a\", title: \"b\"",
            "2:13 the field `title` stands twice",
        ),
        (
            "title: (de: \"a\", de: \"b\")",
            "2:18 the field `de` stands twice",
        ),
        (
            "title: 3",
            "2:8 expected a text, or a text for each language",
        ),
        ("languages: \"de\"", "2:12 expected `[`"),
        (
            "status: ready",
            "2:9 unknown word `ready`; possible here: draft, feedback, pilot, field",
        ),
        ("smallest_group: -1", "2:18 this number is out of range"),
        (
            "title: \"a\\q\"",
            "2:10 a backslash cannot be followed by this",
        ),
        (
            "title: \"a, languages: [] )",
            "2:8 expected the quote that ends this text",
        ),
        (
            "/* title: \"a\"",
            "2:1 expected `*/`, the end of this comment",
        ),
        (
            "opening: (\n title: \"a\",\n)",
            "2:10 the field `text` is missing here",
        ),
        (
            "opening: (\n title: \"a\",\n text: \"b\"",
            "2:10 this is never closed",
        ),
        ("languages: [\"de\",", "2:12 this is never closed"),
    ];
    let wrong: Vec<String> = cases
        .into_iter()
        .filter_map(|(rest, expected)| {
            let found = syntax(rest);
            let right = found.starts_with(expected);
            (!right).then(|| format!("{rest}\n found    {found}\n expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_that_goes_on_behind_the_guide_is_refused() {
    let source = format!("{VALID}(version: 1)");
    assert!(matches!(
        error(&source),
        GuideError::Syntax { fault: SyntaxFault::TrailingText, place } if place.column == 1
    ));
}

#[test]
fn the_id_of_a_guide_is_the_stem_of_its_file() {
    assert_eq!(
        id_of(Path::new("guides/bw-screening.ron")).unwrap(),
        "bw-screening"
    );
    for name in ["", "a b.ron", "a\u{202e}b.ron", "a/..", &"a".repeat(65)] {
        assert!(
            matches!(id_of(Path::new(name)), Err(GuideError::Name)),
            "{name}"
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = load(Path::new("nowhere/test.ron")).unwrap_err();
    assert_eq!(error.to_string(), "cannot read the guide nowhere/test.ron");
}

#[test]
fn the_built_in_guides_have_no_fault_at_all() {
    for built_in in BUILT_IN {
        let (guide, warnings) = parse(built_in.id, built_in.source.as_bytes())
            .unwrap_or_else(|error| panic!("{} {error:#?}", built_in.id));
        assert_eq!(warnings, [], "{}", built_in.id);
        let trusted = parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap();
        assert_eq!(guide, trusted);
    }
}

#[test]
fn a_built_in_guide_is_loaded_from_a_study() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-guide.ron");
    std::fs::write(&path, BUILT_IN[0].source).unwrap();
    assert_eq!(load(&path).unwrap().id, "my-guide");
}

#[test]
fn a_copy_of_a_guide_is_one_to_the_last_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.ron");
    let source = VALID.repeat(8);
    let source = source.as_bytes();
    let last_is_other = [&source[..source.len() - 1], b"x"].concat();
    for (written, expected) in [
        (source, true),
        (&source[..source.len() - 1], false),
        (&[source, b"\n"].concat(), false),
        (&last_is_other, false),
    ] {
        std::fs::write(&path, written).unwrap();
        assert_eq!(is_copy(&path, source).unwrap(), expected);
    }
    assert!(is_copy(folder.path(), source).is_err() || !is_copy(folder.path(), source).unwrap());
}
