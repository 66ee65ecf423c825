//! What a draft is to become: a new note, another text of a note, the sentence of its cell.

use super::Driver;
use crate::anonymise::{Boundary, Memory};
use crate::language::Language;
use crate::operations::protocol::Protocol;
use crate::session::{Purpose, Sitting};

fn english() -> Driver {
    Driver::interview(120, 40, Language::En, "")
}

fn texts(driver: &Driver) -> Vec<String> {
    let notes = driver.shown().protocol.state().notes.iter();
    notes.map(|note| note.text.as_str().to_owned()).collect()
}

#[test]
fn a_note_that_is_struck_while_it_is_changed_leaves_no_words_in_a_draft() {
    let mut driver = english();
    driver.press("the blauwal plant was sold<Enter><A-E> later on ");
    driver.press("<F4>");
    let state = driver.shown().protocol.state();
    let note = state.notes[0].id;
    assert_eq!(
        state.drafts[&state.notes[0].topic].purpose,
        Purpose::Change(note)
    );
    driver.press("<A-x><Enter><F3>");
    let interview = driver.shown();
    assert!(interview.editor.is_empty());
    assert_eq!(interview.changing(), None);
    assert!(interview.protocol.state().drafts.is_empty());
    let written = interview.protocol.sitting().ever_written();
    assert!(
        written
            .iter()
            .all(|text| !text.as_str().contains("blauwal"))
    );
}

#[test]
fn parking_what_was_to_change_a_note_leaves_the_note_and_the_next_one_new() {
    let mut driver = english();
    driver.press("first of all<Enter><A-E><F6>something else<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    let texts: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["first of all", "something else"]);
}

#[test]
fn what_was_to_change_a_note_is_put_aside_as_that_note() {
    let mut driver = english();
    driver.press("first of all<Enter><A-E> said<A-X>");
    let state = driver.shown().protocol.state();
    assert_eq!(state.notes.len(), 1);
    assert_eq!(state.notes[0].text.as_str(), "first of all said");
    assert!(state.unplaced.contains(&state.notes[0].id));
    assert_eq!(driver.shown().changing(), None);
}

#[test]
fn a_draft_becomes_what_it_was_meant_to_when_the_interview_is_taken_up_again() {
    let mut driver = english();
    driver.press("first of all<Enter><A-E> and more ");
    let protocol = &driver.shown().protocol;
    let (guide, state) = (protocol.guide().clone(), protocol.state().clone());
    let topic = state.notes[0].topic.clone();
    let mut again = Protocol::new(guide, Sitting::new(state), Memory::new(Language::En));
    let note = again.state().notes[0].id;
    assert_eq!(again.purpose_of(&topic), Purpose::Change(note));
    again.draft(&topic, "", 0, Boundary::Settle, 0);
    assert_eq!(
        again.purpose_of(&topic),
        Purpose::Change(note),
        "though emptied"
    );
}

#[test]
fn the_closing_list_keeps_a_sentence_as_the_sentence_of_its_cell() {
    let mut driver = english();
    driver.press("<A-H>all in one ");
    let topic = driver.shown().topic.clone();
    driver.press("<F4>");
    let now = driver.now;
    driver
        .app
        .screen
        .interview_mut()
        .unwrap()
        .keep_draft_of(&topic, now);
    let state = driver.shown().protocol.state();
    assert_eq!(state.summaries[&topic].as_str(), "all in one");
    assert!(state.notes.is_empty());
    assert!(state.drafts.is_empty());
}

#[test]
fn a_sentence_that_is_struck_while_it_is_written_anew_leaves_the_editor_too() {
    let mut driver = english();
    driver.press("<A-H>sundial pays nothing<Enter><A-H> okay ");
    driver.press("<A-T>sundial<Enter>");
    driver.press("<Enter>");
    let interview = driver.shown();
    assert!(interview.protocol.state().summaries.is_empty());
    assert!(interview.protocol.state().drafts.is_empty());
    assert!(interview.editor.is_empty(), "{}", interview.editor.text());
}

#[test]
fn undo_in_an_emptied_change_brings_its_words_back_and_no_other_note() {
    let mut driver = english();
    driver.press("first bread<Enter><A-E>");
    for _ in 0.."first bread".len() {
        driver.press("<Backspace>");
    }
    assert!(driver.shown().editor.is_empty());
    let note = driver.shown().protocol.state().notes[0].id;
    assert_eq!(driver.shown().changing(), Some(note));
    driver.press("<C-u>");
    assert!(!driver.shown().editor.is_empty());
    assert_eq!(driver.shown().changing(), Some(note));
    assert_eq!(texts(&driver), ["first bread"]);
}

#[test]
fn undo_where_a_sentence_was_only_begun_ends_the_sentence() {
    let mut driver = english();
    driver.press("first bread<Enter><A-H><C-u>");
    assert!(!driver.shown().is_summing_up());
    assert_eq!(texts(&driver), ["first bread"]);
    driver.press("<C-u>");
    assert_eq!(driver.shown().editor.text(), "first bread");
    driver.press("<Enter>");
    assert_eq!(texts(&driver), ["first bread"]);
    assert!(driver.shown().protocol.state().summaries.is_empty());
}

#[test]
fn a_change_that_is_left_empty_replaces_nothing_later() {
    let mut driver = english();
    driver.press("bread<Enter><A-E><Backspace><Backspace><Backspace><Backspace><Backspace>");
    driver.press("<F4><F3>new thought<Enter>");
    assert_eq!(texts(&driver), ["bread", "new thought"]);
}

#[test]
fn a_note_that_comes_back_never_goes_into_a_change_of_another() {
    let mut driver = english();
    driver.press("first<Enter>second<Enter><C-Up><C-Up><A-E> more ");
    driver.press("<F4><C-u>");
    let state = driver.shown().protocol.state();
    assert_eq!(texts(&driver), ["first"]);
    assert_eq!(driver.shown().editor.text(), "second");
    assert_eq!(driver.shown().changing(), None);
    let parked: Vec<&str> = state.waiting().map(|parked| parked.text.as_str()).collect();
    assert_eq!(parked, ["first more "]);
}
