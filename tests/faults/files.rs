//! Files that cannot be used, and a session that somebody else works on.

use std::fs;

use crate::names;
use crate::notes;
use crate::place::Place;
use crate::terminal::Program;

/// A session file with one note, as the program writes it.
fn session_file() -> Vec<u8> {
    let place = Place::new("");
    let mut program = Program::interview(&place);
    program.press("a note<Enter>");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    fs::read(place.session_file("A-1.ron")).expect("a session file")
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).expect("a session file is text");
    assert!(text.contains(from), "{from} is in\n{text}");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn a_file_that_cannot_be_used_is_said_and_stays_as_it_is() {
    let whole = session_file();
    let half = whole.get(..whole.len() / 2).unwrap_or_default().to_vec();
    let mut no_text = whole.clone();
    no_text.extend_from_slice(b"// \xff\xfe\n");
    let cases = [
        ("half of it", half, "A-1.ron"),
        ("no text", no_text, "A-1.ron"),
        ("nothing", Vec::new(), "A-1.ron"),
        (
            "a later version",
            replaced(&whole, "version: 1", "version: 99"),
            "99",
        ),
        (
            "a missing guide",
            replaced(&whole, "cluster-cooperation", "some-other-guide"),
            "some-other-guide",
        ),
        (
            "another session",
            replaced(&whole, "session: \"A-1\"", "session: \"B-7\""),
            "B-7",
        ),
    ];
    for (what, bytes, said) in cases {
        let place = Place::new("");
        let path = place.session_file("A-1.ron");
        fs::write(&path, &bytes).expect("a session file");
        let before = names::files(&place.study());
        let mut program = Program::start(&place, &place.interview());
        program.wait_for("Interviews");
        let is_said = program.status().contains(said);
        assert!(is_said, "{what} is not said:\n{}", program.shown());
        program.press("<C-q>");
        assert!(program.wait_for_the_end().success(), "{what}");
        assert!(names::files(&place.study()) == before, "{what}");
    }
}

#[test]
fn a_session_that_is_open_elsewhere_can_only_be_read() {
    let place = Place::new("");
    let mut first = Program::interview(&place);
    first.press("kept by the first<Enter>");
    first.wait_until_saved();
    let before = names::files(&place.study());
    let mut second = Program::interview(&place);
    second.wait_for("open in another program");
    second.wait_for("kept by the first");
    second.press("x<Enter>");
    second.press("<C-q>");
    assert!(second.wait_for_the_end().success());
    assert!(names::files(&place.study()) == before);
    first.press("and so is this<Enter>");
    first.wait_until_saved();
    first.press("<C-q>");
    assert!(first.wait_for_the_end().success());
    assert_eq!(notes(&place), ["kept by the first", "and so is this"]);
}
