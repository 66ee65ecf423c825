//! A13 of the field brief, at a real terminal: whoever looks over the shoulder, scrolls back or reads the title sees
//! nothing of the interview.

use std::fs;

use crate::names;
use crate::place::Place;
use crate::terminal::Program;

/// A word of the first question of the guide.
const QUESTION: &str = "how you came to this work";

/// What the program switches to the alternate screen with, and back.
const ENTER: &str = "\x1b[?1049h";
const LEAVE: &str = "\x1b[?1049l";

fn is_blank(program: &Program) -> bool {
    let shown = program.shown();
    let rows = shown.lines().filter(|row| !row.trim().is_empty());
    // The time, and how to come back.
    rows.count() <= 3 && !shown.contains("A-1") && !shown.contains(QUESTION)
}

fn is_on_disk(place: &Place, text: &str) -> bool {
    let files = names::files(place.root());
    files
        .iter()
        .any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text))
}

/// What was written while the program was not on the alternate screen.
fn outside_of_the_screen(written: &str) -> String {
    let mut outside = String::new();
    for (number, part) in written.split(ENTER).enumerate() {
        match (number, part.split_once(LEAVE)) {
            (0, _) => outside.push_str(part),
            (_, Some((_, after))) => outside.push_str(after),
            (_, None) => {}
        }
    }
    outside
}

#[test]
fn nothing_of_the_interview_is_in_title_or_scrollback_or_on_the_blank_screen() {
    let place = Place::new("person: Anna Brunnhuber\n");
    let folder = place.root().join("config").join("leitfaden");
    fs::create_dir(&folder).expect("a folder for the configuration");
    fs::write(folder.join("config.ron"), "(version: 1, idle_seconds: 2)").expect("a configuration");
    let mut program = Program::interview(&place);
    program.wait_for(QUESTION);
    program.press("a quince orchard<Enter>");
    program.wait_for("a quince orchard");

    // By itself, after two seconds without a key; the first key only wakes.
    program.wait_until("a blank screen by itself", is_blank);
    program.press("x");
    program.wait_for("a quince orchard");
    program.press("seen again<Enter>");
    program.wait_until("the note without the key that woke", |program| {
        program.shown().contains("seen again") && !program.shown().contains("xseen")
    });

    // By one key; typing goes on blind, and nothing of it is drawn.
    program.press("<F7>");
    program.wait_until("a blank screen by a key", is_blank);
    let from = program.written.len();
    program.press("typed blindly<Enter>");
    program.wait_until_it_holds("the words on the disk", || {
        is_on_disk(&place, "typed blindly")
    });
    let blind =
        String::from_utf8_lossy(program.written.get(from..).unwrap_or_default()).into_owned();
    for text in ["typed", "blindly", "quince", QUESTION] {
        assert!(!blind.contains(text), "{text} in {blind:?}");
    }
    program.press("<F7>");
    program.wait_for("typed blindly");

    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert!(program.is_given_back());
    let written = String::from_utf8_lossy(&program.written).into_owned();
    assert!(!written.contains("\x1b]"), "no title is set");
    assert!(written.contains(ENTER) && written.contains(LEAVE));
    let (outside, left) = (outside_of_the_screen(&written), program.shown());
    for text in ["quince", "seen again", "blindly", QUESTION] {
        assert!(!outside.contains(text), "{text} in {outside:?}");
        assert!(!left.contains(text), "{text} in {left:?}");
    }
}
