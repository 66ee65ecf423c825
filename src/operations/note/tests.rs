//! A note from outside: kept, searched, folded.

mod elsewhere;

use std::fs;

use tempfile::TempDir;
use time::macros::datetime;

use super::*;
use crate::anonymise::{CleanText, Memory};
use crate::operations::study;
use crate::session::{
    Answer, ClockChange, Event, GuideReference, Header, Manner, Place, Recording,
};
use crate::store::Access;

const GUIDE: &str = "cluster-cooperation";
const NOW: OffsetDateTime = datetime!(2026-05-05 10:30 +2);

/// A study with a prepared session `A-1`.
fn prepared() -> (TempDir, Study) {
    let folder = tempfile::tempdir().unwrap();
    let study = study::create(folder.path()).unwrap();
    let guide = guides::find(&study, GUIDE).unwrap();
    let header = Header {
        id: "A-1".parse().unwrap(),
        guide: GuideReference::to(&guide, Language::De),
        mode: crate::guide::Mode::OnSite,
        reason: None,
        language: Language::De,
        created: datetime!(2026-05-04 18:00 +2),
        invented: false,
        pilot: false,
    };
    let opened = study.new_session(header).unwrap();
    let Access::Writable(mut journal) = opened.access else {
        panic!("a new session can be written");
    };
    let mut protocol = Protocol::new(guide, opened.sitting, Memory::new(Language::De));
    protocol.prepare();
    protocol.consent("c3", Answer::Yes, Manner::Oral, Language::De, NOW);
    journal.append(&protocol.take_changes().records).unwrap();
    journal.finish(protocol.state()).unwrap();
    (folder, study)
}

fn new<'text>(topic: &str, text: &'text str, names: &str) -> NewNote<'text> {
    NewNote {
        session: "A-1".parse().unwrap(),
        topic: topic.to_owned(),
        kind: NoteKind::Paraphrase,
        at: None,
        text,
        protected: ProtectedWords::parse(names),
        allowed: &[],
        now: NOW,
    }
}

fn read(study: &Study) -> Session {
    study.read_session(&"A-1".parse().unwrap()).unwrap()
}

/// Lets something happen to the session and folds it, or leaves its journal.
fn happen(study: &Study, events: Vec<Event>, fold: bool) {
    let opened = study.open_session(&"A-1".parse().unwrap()).unwrap();
    let Access::Writable(mut journal) = opened.access else {
        panic!("it can be written");
    };
    let mut sitting = opened.sitting;
    for event in events {
        let recorded = sitting.record(event);
        journal.append(&[recorded]).unwrap();
    }
    if fold {
        journal.finish(sitting.state()).unwrap();
    }
}

/// Everything that the program wrote into the folder of the sessions.
fn everything_written(study: &Study) -> String {
    let files = fs::read_dir(study.sessions_folder()).unwrap();
    files
        .map(|file| String::from_utf8_lossy(&fs::read(file.unwrap().path()).unwrap()).into_owned())
        .collect()
}

#[test]
fn a_note_is_kept_and_folded() {
    let (_folder, study) = prepared();
    let kept = keep(&study, &new("b1.t1", "leitet das Netz\nseit Jahren\n", "")).unwrap();
    assert_eq!(kept.note.to_string(), "1.1");
    let session = read(&study);
    let note = session.note(kept.note).unwrap();
    assert_eq!(note.text.as_str(), "leitet das Netz\nseit Jahren");
    assert_eq!(note.origin, Origin::Memory);
    assert!(!study.sessions_folder().join("A-1.journal").exists());
}

#[test]
fn a_protected_name_never_reaches_the_disk() {
    let (_folder, study) = prepared();
    let names = "Muster, Anna = Annina\ninstitution: Holzverein Süd\n";
    let text = "Anna Muster vom Holzverein Süd; anna@holzverein.example ruft an";
    let kept = keep(&study, &new("b1.t1", text, names)).unwrap();
    assert!(kept.replaced >= 3 && kept.unnamed == 0, "{kept:?}");
    let written = everything_written(&study).to_lowercase();
    for name in ["anna", "muster", "holzverein"] {
        assert!(!written.contains(name), "{name}");
    }
}

#[test]
fn without_a_list_the_unnamed_slots_are_counted() {
    let (_folder, study) = prepared();
    keep(&study, &new("b1.t1", "Anna Muster leitet", "Anna Muster\n")).unwrap();
    let kept = keep(&study, &new("b1.t1", "noch etwas", "")).unwrap();
    assert_eq!(kept.unnamed, 1);
}

#[test]
fn a_name_that_is_protected_later_is_taken_out_of_earlier_notes() {
    let (_folder, study) = prepared();
    keep(&study, &new("b1.t1", "Zimmerli hat angefangen", "")).unwrap();
    keep(&study, &new("b1.t1", "danach lief es", "Beat Zimmerli\n")).unwrap();
    assert!(!everything_written(&study).contains("Zimmerli"));
    let first = &read(&study).notes[0];
    assert_eq!(first.text.as_str(), "[Person 1] hat angefangen");
}

#[test]
fn a_name_split_over_two_notes_is_found() {
    let (_folder, study) = prepared();
    keep(&study, &new("b1.t1", "gut war Jean", "Jeandupeux\n")).unwrap();
    keep(
        &study,
        &new("b1.t1", "dupeux und die anderen", "Jeandupeux\n"),
    )
    .unwrap();
    let written = everything_written(&study);
    assert!(!written.contains("dupeux"), "the end of the name is gone");
}

#[test]
fn what_is_being_written_in_the_topic_stays() {
    let (_folder, study) = prepared();
    let topic = TopicId::new("b1.t1");
    let draft = Event::DraftEdited {
        topic: topic.clone(),
        started_ms: 5,
        at: 0,
        remove: 0,
        insert: CleanText::from_stored("angefangen".to_owned()),
        purpose: crate::session::Purpose::default(),
    };
    happen(&study, vec![draft], true);
    keep(&study, &new("b1.t1", "dazwischen", "")).unwrap();
    let session = read(&study);
    assert_eq!(session.drafts[&topic].text.as_str(), "angefangen");
    assert_eq!(session.drafts[&topic].started_ms, 5);
}

#[test]
fn a_note_is_live_only_while_the_interview_runs() {
    let (_folder, study) = prepared();
    let began = datetime!(2026-05-05 10:00 +2);
    happen(&study, vec![Event::Clock(ClockChange::Begins(began))], true);
    let kept = keep(&study, &new("b1.t1", "jetzt", "")).unwrap();
    let session = read(&study);
    let note = session.note(kept.note).unwrap();
    assert_eq!((note.origin, note.at_ms), (Origin::Live, 30 * 60 * 1000));

    let late = NewNote {
        now: datetime!(2026-05-05 20:00 +2),
        ..new("b1.t1", "am Abend", "")
    };
    let kept = keep(&study, &late).unwrap();
    let session = read(&study);
    let note = session.note(kept.note).unwrap();
    assert_eq!((note.origin, note.at_ms), (Origin::Memory, 30 * 60 * 1000));
}

#[test]
fn a_place_in_the_recording_becomes_a_time_of_the_interview() {
    let (_folder, study) = prepared();
    let at = |at| NewNote {
        at: Some(at),
        ..new("b1.t1", "gesagt", "")
    };
    let code = Moment::InRecording {
        number: 1,
        at_ms: 60_000,
    };
    let missing = keep(&study, &at(code));
    let unrecorded = MissingRecording {
        number: 1,
        recordings: 0,
    };
    assert!(matches!(missing, Err(NoteError::NoRecording(missing)) if missing == unrecorded));

    let began = datetime!(2026-05-05 10:00 +2);
    let runs = ClockChange::RecordingRuns(began - Duration::seconds(5));
    let events = vec![Event::Clock(runs), Event::Clock(ClockChange::Begins(began))];
    happen(&study, events, true);
    assert_eq!(
        read(&study).clock.recordings,
        [Recording {
            zero_ms: -5_000,
            ..Recording::default()
        }]
    );
    let second = Moment::InRecording {
        number: 2,
        at_ms: 60_000,
    };
    let missing = keep(&study, &at(second));
    let second_missing = MissingRecording {
        number: 2,
        recordings: 1,
    };
    assert!(matches!(missing, Err(NoteError::NoRecording(missing)) if missing == second_missing));
    let kept = keep(&study, &at(code)).unwrap();
    let session = read(&study);
    let found = session.note(kept.note).unwrap();
    // The interview goes on, so that the lead of live notes is made good.
    assert_eq!((found.origin, found.at_ms), (Origin::Live, 60_000));
    assert_eq!(
        session.place_of(found),
        Place::Recording {
            number: 1,
            at_ms: 60_000
        }
    );
}

#[test]
fn quotation_marks_around_a_quote_are_not_kept() {
    let (_folder, study) = prepared();
    let quote = NewNote {
        kind: NoteKind::Quote,
        ..new("b3.out", "«es läuft»\n", "")
    };
    let kept = keep(&study, &quote).unwrap();
    assert_eq!(
        read(&study).note(kept.note).unwrap().text.as_str(),
        "es läuft"
    );
}

#[test]
fn a_wrong_topic_or_an_empty_text_changes_nothing() {
    let (_folder, study) = prepared();
    let before = everything_written(&study);
    let wrong = keep(&study, &new("b9.t1", "text", ""));
    assert!(matches!(wrong, Err(NoteError::UnknownTopic { .. })));
    let empty = keep(&study, &new("b1.t1", " \n\u{1b} ", ""));
    assert!(matches!(empty, Err(NoteError::Empty)));
    assert_eq!(everything_written(&study), before);
}

#[test]
fn a_session_that_is_open_elsewhere_is_left_alone() {
    let (_folder, study) = prepared();
    let opened = study.open_session(&"A-1".parse().unwrap()).unwrap();
    let Access::Writable(_held) = opened.access else {
        panic!("it can be written");
    };
    let locked = keep(&study, &new("b1.t1", "text", ""));
    assert!(matches!(locked, Err(NoteError::Save(SaveError::Locked(_)))));
}

#[test]
fn an_interrupted_interview_can_still_be_taken_up() {
    let (_folder, study) = prepared();
    let moved = Event::Moved {
        topic: TopicId::new("b2.t1"),
        at_ms: None,
    };
    happen(&study, vec![moved], false);
    keep(&study, &new("b1.t1", "dazwischen", "")).unwrap();
    assert!(study.sessions_folder().join("A-1.journal").exists());
    let opened = study.open_session(&"A-1".parse().unwrap()).unwrap();
    assert!(opened.sitting.undoable().is_some());
    assert_eq!(opened.sitting.state().notes.len(), 1);
}

#[test]
fn what_nobody_announced_is_replaced_and_what_is_doubtful_masked() {
    let (_folder, study) = prepared();
    let text = "Frau Fehrlin kam, mit Vorsokratisierung dort";
    let kept = keep(&study, &new("b1.t1", text, "")).unwrap();
    let read = read(&study);
    let note = read.note(kept.note).unwrap();
    assert_eq!(note.text.as_str(), "Frau [Person 1] kam, mit [?] dort");
    assert_eq!((kept.replaced, kept.masked), (1, 1));
    let allowed = ["vorsokratisierung".to_owned()];
    let with_word = NewNote {
        allowed: &allowed,
        ..new("b1.t1", "mit Vorsokratisierung dort", "")
    };
    assert_eq!(keep(&study, &with_word).unwrap().masked, 0);
}

/// A6 of the field brief: nothing of what was said off the record comes in later either.
#[test]
fn a_moment_that_was_off_the_record_takes_no_note() {
    let (_folder, study) = prepared();
    let began = datetime!(2026-05-05 10:00 +2);
    let off = |at_ms, on| Event::OffRecord { at_ms, on };
    let events = vec![
        Event::Clock(ClockChange::Begins(began)),
        off(730_000, true),
        off(895_000, false),
    ];
    happen(&study, events, true);
    let keep_at = |at_ms| {
        let new = NewNote {
            at: Some(Moment::InInterview(at_ms)),
            ..new("b1.t1", "gesagt", "")
        };
        keep(&study, &new)
    };
    for at_ms in [730_000, 800_000, 895_000] {
        let refused = keep_at(at_ms);
        assert!(
            matches!(refused, Err(NoteError::Withheld(_))),
            "{refused:?}"
        );
    }
    assert!(read(&study).notes.is_empty());
    keep_at(895_001).unwrap();
    // Said just before, and typed before it was off the record.
    let before = keep_at(729_000).unwrap();
    assert!(read(&study).note(before.note).unwrap().at_ms < 730_000);
    // While it is off the record no note comes in at all.
    happen(&study, vec![off(1_700_000, true)], false);
    let refused = keep(&study, &new("b1.t1", "jetzt", ""));
    assert!(
        matches!(refused, Err(NoteError::Withheld(_))),
        "{refused:?}"
    );
}

#[test]
fn a_moment_behind_the_end_is_refused() {
    let (_folder, study) = prepared();
    let began = datetime!(2026-05-05 10:00 +2);
    let events = vec![
        Event::Clock(ClockChange::RecordingRuns(began)),
        Event::Clock(ClockChange::Begins(began)),
        Event::Clock(ClockChange::RecordingStopped(began + Duration::minutes(5))),
    ];
    happen(&study, events, true);
    let keep_at = |at| {
        let new = NewNote {
            at: Some(at),
            ..new("b1.t1", "gesagt", "")
        };
        keep(&study, &new)
    };
    // By now half an hour of the interview has passed, and the recording was stopped after five minutes.
    for (at, end) in [
        (Moment::InInterview(1_800_001), 1_800_000),
        (
            Moment::InRecording {
                number: 1,
                at_ms: 300_001,
            },
            300_000,
        ),
    ] {
        let refused = keep_at(at);
        assert!(
            matches!(refused, Err(NoteError::Beyond { end_ms }) if end_ms == end),
            "{refused:?}"
        );
    }
    keep_at(Moment::InInterview(1_800_000)).unwrap();
    keep_at(Moment::InRecording {
        number: 1,
        at_ms: 300_000,
    })
    .unwrap();
}
