//! What is found out while the program is being left is said when the screen is gone.

use std::fs;

use crate::place::Place;
use crate::terminal::Program;

const BESIDE: &str = "A-1 (conflict).ron";

fn leave(mut program: Program) -> String {
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert!(program.is_given_back());
    program.shown()
}

#[test]
fn a_file_that_somebody_else_changed_is_named_after_leaving() {
    let place = Place::new("");
    let mut program = Program::interview(&place);
    program.press("a note<Enter>");
    program.wait_until_saved();
    let path = place.session_file("A-1.ron");
    let mut theirs = fs::read(&path).expect("the session's file");
    theirs.extend_from_slice(b"// theirs\n");
    fs::write(&path, &theirs).expect("the session's file");
    let said = leave(program);
    assert!(
        said.contains("Somebody else changed") && said.contains(BESIDE),
        "{said}"
    );
    assert_eq!(fs::read(&path).expect("the session's file"), theirs);
    assert!(place.session_file(BESIDE).exists());
}

#[test]
fn a_version_that_may_hold_what_was_struck_last_is_named_after_leaving() {
    let place = Place::new("");
    let mut program = Program::interview(&place);
    program.press("a note<Enter>");
    program.wait_until_saved();
    fs::write(place.session_file(BESIDE), "(version: 1, half").expect("a file");
    program.press("<A-x><Enter>");
    let said = leave(program);
    assert!(
        said.contains("May still hold what was struck") && said.contains(BESIDE),
        "{said}"
    );
}

#[test]
fn nothing_is_said_after_leaving_when_all_went_well() {
    let place = Place::new("");
    let mut program = Program::interview(&place);
    program.press("a note<Enter>");
    program.wait_until_saved();
    let said = leave(program);
    assert_eq!(said.trim(), "");
}
