//! What a sitting that was cut short had on the disk is found and struck as well.

use super::*;
use crate::anonymise::{Boundary, Memory};
use crate::operations::protocol::{Change, Keeping, Marked, Protocol};

/// What is done in a sitting before something is struck.
type Act = fn(&mut Protocol);

fn keeping() -> Keeping {
    Keeping {
        started_ms: 240_000,
        language: Language::De,
        prompting: Prompting::Unprompted,
        origin: Origin::Live,
        age: Age::SameDay,
    }
}

fn topic() -> TopicId {
    TopicId::new("b3.t2")
}

/// Types a text word by word into a draft.
fn type_in(protocol: &mut Protocol, text: &str) {
    let mut typed = String::new();
    for word in text.split_inclusive(' ') {
        typed.push_str(word);
        protocol.draft(&topic(), &typed, typed.len(), Boundary::Settle, 240_000);
    }
}

/// Types a text word by word and keeps it as a note.
fn keep(protocol: &mut Protocol, text: &str) -> NoteId {
    type_in(protocol, text);
    protocol.keep(&topic(), text, keeping()).unwrap().unwrap()
}

/// Leads a session of `two_takers` until the program is killed.
fn lead_until_killed(study: &Study, act: Act) {
    let opened = study.open_session(&id()).unwrap();
    let guide = guides::of_session(study, opened.sitting.state()).unwrap();
    let (sitting, mut journal) = opened.into_journal().unwrap();
    let memory = Memory::resume(Language::De, &sitting.state().slots);
    let mut protocol = Protocol::new(guide, sitting, memory);
    act(&mut protocol);
    journal.append(&protocol.take_changes().records).unwrap();
}

/// Whichever way words took, by drafts, changes, reminders and undo: where they are struck they are gone, and every file
/// is searched for them.
fn leaves_nothing(what: &str, act: Act, target: Target) {
    let (folder, study) = two_takers();
    lead_until_killed(&study, act);
    assert!(!files_with(folder.path(), "zwetschgen").is_empty());
    strike(&study, target).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(files_with(folder.path(), "zwetschgen"), [""; 0], "{what}");
    assert_eq!(files_with(folder.path(), "wetsch"), [""; 0], "{what}");
}

fn note_target() -> Target {
    Target::Note("1.4".parse().unwrap())
}

fn words() -> Target {
    Target::Words(Sought::new("zwetschgenwasser").unwrap())
}

#[test]
fn a_note_that_was_changed_and_then_struck_leaves_nothing() {
    let change: Act = |protocol| {
        let note = keep(protocol, "sie verkauften das Zwetschgenwasser");
        protocol.begin_change(note).unwrap();
        type_in(protocol, "sie verkauften das Zwetschgenwasser später");
        let change = Change {
            origin: Origin::Live,
            now: BEGAN,
            heard_ms: None,
        };
        protocol
            .change_note(
                note,
                &topic(),
                "sie verkauften das Zwetschgenwasser später",
                change,
            )
            .unwrap();
    };
    leaves_nothing("a change", change, note_target());
    leaves_nothing("a change, by words", change, words());
}

#[test]
fn a_summary_or_a_field_of_the_postscript_that_is_struck_leaves_nothing() {
    let summarise: Act = |protocol| {
        type_in(protocol, "viel Zwetschgenwasser war im Spiel");
        protocol.summarise(&topic(), "viel Zwetschgenwasser war im Spiel");
    };
    leaves_nothing("a summary", summarise, words());
    let postscript: Act = |protocol| {
        let text = "das Zwetschgenwasser stand daneben";
        protocol.draft_postscript("setting", "das Zwetschgen", 14, Boundary::Settle);
        protocol.keep_postscript("setting", text);
    };
    leaves_nothing("a postscript", postscript, words());
}

#[test]
fn a_note_that_was_a_reminder_before_leaves_nothing() {
    let take_up: Act = |protocol| {
        type_in(protocol, "nach Zwetschgenwasser fragen");
        protocol.park_draft(&topic(), Marked::Now(BEGAN)).unwrap();
        let number = protocol.state().parked.last().unwrap().number;
        protocol.take_up(number, Origin::Live).unwrap();
        let (draft, _) = protocol.draft_of(&topic()).unwrap();
        protocol.keep(&topic(), &draft, keeping()).unwrap().unwrap();
    };
    leaves_nothing("a reminder", take_up, note_target());
}

#[test]
fn a_draft_beside_which_a_note_was_kept_leaves_nothing() {
    let draft: Act = |protocol| {
        type_in(protocol, "das Zwetschgenwasser aus");
        protocol
            .keep_whole(
                &topic(),
                NoteKind::Paraphrase,
                "gewöhnliche Worte",
                keeping(),
            )
            .unwrap();
    };
    leaves_nothing("a draft", draft, words());
}

#[test]
fn what_only_undo_or_redo_can_bring_back_is_found_and_struck() {
    let changed: Act = |protocol| {
        let note = keep(protocol, "sie verkauften das Zwetschgenwasser");
        let change = Change {
            origin: Origin::Live,
            now: BEGAN,
            heard_ms: None,
        };
        protocol.begin_change(note).unwrap();
        protocol
            .change_note(note, &topic(), "sie verkauften etwas", change)
            .unwrap();
    };
    leaves_nothing("a former text", changed, words());
    let undone: Act = |protocol| {
        keep(protocol, "das Zwetschgenwasser");
        keep(protocol, "nochmals Zwetschgenwasser");
        protocol.undo();
        protocol.clear_draft(&topic());
    };
    leaves_nothing("an undone note", undone, words());
    let deleted: Act = |protocol| {
        type_in(protocol, "das Zwetschgenwasser");
        type_in(protocol, "das");
    };
    leaves_nothing("deleted words", deleted, words());
}

#[test]
fn words_that_stand_in_a_file_beside_the_session_alone_are_found_and_struck() {
    let (folder, study) = two_takers();
    let sessions = study.sessions_folder();
    let file = fs::read_to_string(sessions.join("A-1.ron")).unwrap();
    let beside = file.replace("ein dritter Punkt", "das Zwetschgenwasser");
    fs::write(sessions.join("A-1 (conflict).ron"), beside).unwrap();
    let struck = strike(&study, words()).unwrap();
    assert_eq!(files_with(folder.path(), "zwetschgen"), [""; 0]);
    assert!(struck.removed.is_empty());
    // What is kept for rescue cannot be struck in part; it is named before it goes.
    let damaged = sessions.join("A-1.journal.damaged");
    fs::write(&damaged, "note_kept(\"das Zwetschgenwasser\")").unwrap();
    let prepared = prepare(&study, &id(), words(), NOW).unwrap();
    assert_eq!(
        prepared.kept_for_rescue().unwrap(),
        std::slice::from_ref(&damaged)
    );
    assert_eq!(prepared.carry_out().unwrap().removed, [damaged]);
    assert_eq!(files_with(folder.path(), "zwetschgen"), [""; 0]);
}
