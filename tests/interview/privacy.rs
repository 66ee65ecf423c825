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

/// Leaves the program, and holds that nothing of the interview is left in title or scrollback.
fn leave(mut program: Program) {
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert!(program.is_given_back());
    let written = String::from_utf8_lossy(&program.written).into_owned();
    assert!(!written.contains("\x1b]"), "no title is set");
    assert!(written.contains(ENTER) && written.contains(LEAVE));
    let (outside, left) = (outside_of_the_screen(&written), program.shown());
    for text in ["orchard", "mill", "barn", QUESTION] {
        assert!(!outside.contains(text), "{text} in {outside:?}");
        assert!(!left.contains(text), "{text} in {left:?}");
    }
}

#[test]
fn a13_the_screen_is_blanked_by_itself_and_the_first_key_only_wakes() {
    let place = Place::new("person: Anna Brunnhuber\n");
    let folder = place.root().join("config").join("leitfaden");
    fs::create_dir(&folder).expect("a folder for the configuration");
    fs::write(folder.join("config.ron"), "(version: 1, idle_seconds: 2)").expect("a configuration");
    let mut program = Program::interview(&place);
    program.wait_for(QUESTION);
    program.press("we own an orchard<Enter>");
    program.wait_for("we own an orchard");
    program.wait_until("a blank screen by itself", is_blank);
    program.press("xwe own a mill<Enter>");
    program.wait_until("the note without the key that woke", |program| {
        program.shown().contains(" we own a mill")
    });
    leave(program);
}

#[test]
fn a13_nothing_is_drawn_of_what_is_typed_behind_the_privacy_screen() {
    let place = Place::new("person: Anna Brunnhuber\n");
    let mut program = Program::interview(&place);
    program.wait_for(QUESTION);
    program.press("we own an orchard<Enter>");
    program.wait_for("we own an orchard");
    program.press("<F7>");
    program.wait_until("a blank screen by a key", is_blank);
    let from = program.written.len();
    program.press("we own a barn<Enter>");
    program.wait_until_it_holds("the words on the disk", || is_on_disk(&place, "barn"));
    let blind = program.written.get(from..).unwrap_or_default();
    let blind = String::from_utf8_lossy(blind).into_owned();
    for text in ["own", "barn", "orchard", QUESTION] {
        assert!(!blind.contains(text), "{text} in {blind:?}");
    }
    program.press("<F7>");
    program.wait_for("we own a barn");
    leave(program);
}
