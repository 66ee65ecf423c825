//! Prompted or not: what is written keeps it through moving, undo and a kill.

use super::Driver;
use crate::language::Language;
use crate::session::Prompting;

fn english() -> Driver {
    Driver::interview(120, 40, Language::En, "")
}

/// B3
#[test]
fn a_draft_that_is_left_and_come_back_to_is_still_after_its_probe() {
    let mut driver = english();
    driver.press("<A-2>half a thought<Tab>");
    assert_eq!(driver.shown().prompting, Prompting::Unprompted);
    driver.press("something else<Enter><BackTab>");
    assert_eq!(driver.shown().prompting, Prompting::Probe(2));
    driver.press(" to its end<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    let promptings: Vec<Prompting> = notes.iter().map(|note| note.prompting).collect();
    assert_eq!(promptings, [Prompting::Unprompted, Prompting::Probe(2)]);
}

/// B3
#[test]
fn a_note_that_undo_makes_a_draft_again_is_after_its_probe() {
    let mut driver = english();
    driver.press("<A-2>the first<Enter><Tab><C-u>");
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
    assert_eq!(driver.shown().prompting, Prompting::Probe(2));
}

/// B3
#[test]
fn a_draft_that_was_prompted_still_is_after_the_program_was_killed() {
    let mut driver = english();
    driver.press("<A-2>after the probe ");
    let left = driver.shown().protocol.state().clone();
    driver.open(left, "");
    assert_eq!(driver.shown().prompting, Prompting::Probe(2));
    driver.press("<C-t>");
    let left = driver.shown().protocol.state().clone();
    driver.open(left, "");
    assert_eq!(driver.shown().prompting, Prompting::Unprompted);
    driver.press("<A-1>and on<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes[0].prompting, Prompting::Probe(1));
}

/// B3
#[test]
fn a_probe_prompts_the_notes_that_follow_until_the_topic_changes() {
    let mut driver = english();
    driver.press("<A-2>after it<Enter><Tab>fresh<Enter>");
    let prompts: Vec<Prompting> = driver
        .shown()
        .protocol
        .state()
        .notes
        .iter()
        .map(|note| note.prompting)
        .collect();
    assert_eq!(prompts, [Prompting::Probe(2), Prompting::Unprompted]);
}
