//! Strikes are proved by searching every file of the study.

mod cut_short;

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use time::OffsetDateTime;
use time::macros::datetime;

use super::*;
use crate::anonymise::CleanText;
use crate::guide::Mode;
use crate::language::Language;
use crate::operations::{guides, study};
use crate::session::{
    Age, ClockChange, Event, GuideReference, Header, Note, NoteKind, Origin, Prompting, TopicId,
    Voice,
};

const BEGAN: OffsetDateTime = datetime!(2026-05-05 10:00 +2);
const NOW: OffsetDateTime = datetime!(2026-05-05 11:00 +2);
const SECRET: &str = "Quittungsbuch";

fn header(study: &Study) -> Header {
    let guide = guides::find(study, "cluster-cooperation").unwrap();
    Header {
        id: "A-1".parse().unwrap(),
        guide: GuideReference::to(&guide, Language::De),
        mode: Mode::OnSite,
        reason: None,
        language: Language::De,
        created: datetime!(2026-05-04 18:00 +2),
        invented: false,
        pilot: false,
    }
}

fn text(words: &str) -> CleanText {
    CleanText::from_stored(words.to_owned())
}

pub(in crate::operations) fn note(id: &str, at_ms: u64, words: &str) -> Event {
    Event::NoteKept(Box::new(Note {
        id: id.parse().unwrap(),
        topic: TopicId::new("b3.t2"),
        also_in: Vec::new(),
        kind: NoteKind::Paraphrase,
        text: text(words),
        at_ms,
        origin: Origin::Live,
        age: Age::SameDay,
        revised: None,
        language: Language::De,
        translation: None,
        speaker: None,
        prompting: Prompting::Unprompted,
        polarity: None,
        voice: Voice::Own,
        codes: Vec::new(),
    }))
}

pub(in crate::operations) fn write(opened: Opened, events: Vec<Event>, fold: bool) {
    let (mut sitting, mut journal) = opened.into_journal().unwrap();
    for event in events {
        let recorded = sitting.record(event);
        journal.append(&[recorded]).unwrap();
    }
    if fold {
        journal.finish(sitting.state()).unwrap();
    }
}

/// A study with `A-1` of two note-takers, the second of whom began seven seconds later.
pub(in crate::operations) fn two_takers() -> (TempDir, Study) {
    let folder = tempfile::tempdir().unwrap();
    let study = study::create(folder.path()).unwrap();
    let first = study.new_session(header(&study)).unwrap();
    let events = vec![
        Event::Clock(ClockChange::Begins(BEGAN)),
        note("1.1", 60_000, "die Kammer hilft"),
        note("1.2", 120_000, SECRET),
        Event::Parked {
            number: 1,
            topic: TopicId::new("b1.t1"),
            text: text("das quittungsbuch nochmals"),
            at_ms: 150_000,
        },
        Event::CellSummarised {
            topic: TopicId::new("b3.t2"),
            text: text("viel um das Quittungsbuch"),
        },
        note("1.3", 200_000, "ein dritter Punkt"),
    ];
    write(first, events, true);
    let second = study.new_taker(header(&study), 2).unwrap();
    let began = BEGAN + time::Duration::seconds(7);
    let events = vec![
        Event::Clock(ClockChange::Begins(began)),
        note("2.1", 55_000, "Kammer"),
        note("2.2", 113_000, "Quittungsbuch lag offen"),
    ];
    write(second, events, true);
    (folder, study)
}

pub(in crate::operations) fn id() -> SessionId {
    "A-1".parse().unwrap()
}

fn strike(study: &Study, target: Target) -> Result<Struck, StrikeError> {
    prepare(study, &id(), target, NOW)?.carry_out()
}

/// The files in which a word stands, in whatever spelling.
pub(in crate::operations) fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else {
            let bytes = fs::read(&path).unwrap();
            let held = String::from_utf8_lossy(&bytes).to_lowercase();
            if held.contains(&word.to_lowercase()) {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found
}

/// A7
#[test]
fn a7_what_holds_certain_words_is_gone_from_every_file_of_every_note_taker() {
    let (folder, study) = two_takers();
    assert_eq!(files_with(folder.path(), SECRET).len(), 2);
    let struck = strike(&study, Target::Words(Sought::new(SECRET).unwrap())).unwrap();
    assert!(files_with(folder.path(), SECRET).is_empty());
    let ids: Vec<String> = struck
        .tombstones
        .iter()
        .map(|tombstone| tombstone.note.to_string())
        .collect();
    assert_eq!(ids, ["2.2", "1.2"]);
    assert_eq!((struck.others, struck.remaining.len()), (2, 0));
    let after = study.read_session(&id()).unwrap();
    assert_eq!(after.notes.len(), 2);
    assert_eq!(after.parked.len(), 1, "the point itself stays");
}

/// A7
#[test]
fn a_stretch_is_struck_on_the_clock_of_every_note_taker() {
    let (folder, study) = two_takers();
    // Two minutes, to the millisecond: the second note-taker wrote at 2:00 of the first one's clock.
    let at = |at_ms| Moment::InInterview(at_ms);
    let struck = strike(&study, Target::Between(at(119_999), at(150_000))).unwrap();
    assert_eq!(struck.tombstones.len(), 2);
    let after = study.read_session(&id()).unwrap();
    assert_eq!(
        after.struck_spans,
        [Span {
            from_ms: 119_999,
            // What was noted by then was typed up to the lead later.
            to_ms: 155_000
        }]
    );
    let second = study.read_taker(&id(), 2).unwrap();
    assert_eq!(second.notes.len(), 1);
    assert!(files_with(folder.path(), "lag offen").is_empty());
    // The summary was written after the interview: it has no place in time.
    assert_eq!(files_with(folder.path(), SECRET), ["A-1.ron"]);
}

/// A7
#[test]
fn a_stretch_that_is_no_part_of_the_interview_is_refused_and_nothing_is_written() {
    let (folder, study) = two_takers();
    let recorded = vec![
        Event::Clock(ClockChange::RecordingRuns(
            BEGAN - time::Duration::minutes(5),
        )),
        Event::Clock(ClockChange::RecordingStopped(
            BEGAN + time::Duration::minutes(30),
        )),
        note("1.9", 2_200_000, "nach der Aufnahme"),
        Event::Closed(BEGAN + time::Duration::minutes(40)),
    ];
    write(study.open_session(&id()).unwrap(), recorded, true);
    let before = fs::read(folder.path().join("sessions/A-1.ron")).unwrap();
    let at = Moment::InInterview;
    let recorded = |at_ms| Moment::InRecording { number: 1, at_ms };
    let between = |from, to| strike(&study, Target::Between(from, to));
    let beyond = |struck| match struck {
        Err(StrikeError::Beyond { end_ms }) => end_ms,
        other => panic!("{other:?}"),
    };
    assert_eq!(beyond(between(at(2_400_001), at(2_500_000))), 2_400_000);
    let behind_recording = between(recorded(2_100_001), recorded(2_200_000));
    assert_eq!(beyond(behind_recording), 1_800_000);
    assert!(matches!(
        between(recorded(0), recorded(299_999)),
        Err(StrikeError::BeforeBeginning)
    ));
    assert!(matches!(
        between(at(100_001), recorded(400_000)),
        Err(StrikeError::Backwards)
    ));
    let after = fs::read(folder.path().join("sessions/A-1.ron")).unwrap();
    assert!(before == after);

    // What reaches beyond on one side is struck as far as there was an interview.
    between(recorded(0), recorded(361_000)).unwrap();
    between(at(2_390_000), at(9_000_000)).unwrap();
    let session = study.read_session(&id()).unwrap();
    let ends: Vec<_> = session.struck_spans.iter().map(|span| span.to_ms).collect();
    assert_eq!(ends, [66_000, 2_405_000]);
    assert!(session.note("1.1".parse().unwrap()).is_none());
}

/// A study with `A-1` whose first protocol was closed after 40 minutes, while the second note-taker wrote on.
fn written_on_after_the_end() -> (TempDir, Study) {
    let (folder, study) = two_takers();
    let closed = vec![
        note("1.4", 2_340_000, "zum Schluss"),
        Event::Closed(BEGAN + time::Duration::minutes(40)),
    ];
    write(study.open_session(&id()).unwrap(), closed, true);
    // 44:00 and 45:00 on the first one's clock.
    let later = vec![
        note("2.3", 2_633_000, "unter der Türe"),
        Event::Parked {
            number: 1,
            topic: TopicId::new("b1.t1"),
            text: text("nach dem Hof fragen"),
            at_ms: 2_693_000,
        },
    ];
    write(study.open_taker(&id(), 2).unwrap(), later, true);
    (folder, study)
}

#[test]
fn a_stretch_reaches_what_another_note_taker_wrote_after_the_first_one_closed() {
    let minutes = |minutes: u64| Moment::InInterview(minutes * 60_000);
    for from in [38, 42] {
        let (folder, study) = written_on_after_the_end();
        strike(&study, Target::Between(minutes(from), minutes(46))).unwrap();
        for words in ["unter der T", "dem Hof"] {
            assert_eq!(files_with(folder.path(), words), [""; 0], "{from}");
        }
        let session = study.read_session(&id()).unwrap();
        let ends: Vec<_> = session.struck_spans.iter().map(|span| span.to_ms).collect();
        assert_eq!(ends, [2_705_000]);
    }
    let (_folder, study) = written_on_after_the_end();
    let refused = strike(&study, Target::Between(minutes(46), minutes(47)));
    assert!(matches!(
        refused,
        Err(StrikeError::Beyond { end_ms: 2_700_000 })
    ));
}

#[test]
fn a_stretch_that_ends_in_a_later_recording_reaches_there() {
    let (folder, study) = two_takers();
    let at = |minutes| BEGAN + time::Duration::minutes(minutes);
    let recorded = vec![
        Event::Clock(ClockChange::RecordingRuns(BEGAN)),
        Event::Clock(ClockChange::RecordingStopped(at(30))),
        Event::Clock(ClockChange::RecordingRuns(at(31))),
        Event::Parked {
            number: 2,
            topic: TopicId::new("b1.t1"),
            text: text("nach dem Hof fragen"),
            at_ms: 2_400_000,
        },
        Event::Clock(ClockChange::RecordingStopped(at(50))),
        Event::Closed(at(55)),
    ];
    write(study.open_session(&id()).unwrap(), recorded, true);
    let minutes = |number, minutes: u64| Moment::InRecording {
        number,
        at_ms: minutes * 60_000,
    };
    strike(&study, Target::Between(minutes(1, 29), minutes(2, 10))).unwrap();
    assert_eq!(files_with(folder.path(), "dem Hof"), [""; 0]);
    let struck = study.read_session(&id()).unwrap().struck_spans;
    let expected = Span {
        from_ms: 1_740_000,
        to_ms: 2_465_000,
    };
    assert_eq!(struck, [expected]);
    // A place behind the end of a recording is its end.
    strike(&study, Target::Between(minutes(2, 15), minutes(2, 30))).unwrap();
    let struck = study.read_session(&id()).unwrap().struck_spans;
    assert_eq!(struck.last().map(|span| span.to_ms), Some(3_005_000));
}

/// A7
#[test]
fn an_interview_that_has_not_begun_has_no_stretch_to_strike() {
    let folder = tempfile::tempdir().unwrap();
    let study = study::create(folder.path()).unwrap();
    let parked = Event::Parked {
        number: 1,
        topic: TopicId::new("b1.t1"),
        text: text(SECRET),
        at_ms: 0,
    };
    write(
        study.new_session(header(&study)).unwrap(),
        vec![parked],
        true,
    );
    let (from, to) = (Moment::InInterview(0), Moment::InInterview(60_000));
    assert!(matches!(
        strike(&study, Target::Between(from, to)),
        Err(StrikeError::NotBegun(_))
    ));
}

#[test]
fn a_stretch_reaches_what_each_note_taker_typed_as_late_as_they_do() {
    let (folder, study) = two_takers();
    let slow = vec![Event::Clock(ClockChange::LeadSet(20_000))];
    write(study.open_taker(&id(), 2).unwrap(), slow, true);
    // The second note-taker's note of 2:00 is shown at 1:40, the first one's at 1:55.
    let (from, to) = (Moment::InInterview(90_000), Moment::InInterview(100_000));
    let struck = strike(&study, Target::Between(from, to)).unwrap();
    let struck: Vec<String> = struck
        .tombstones
        .iter()
        .map(|tombstone| tombstone.note.to_string())
        .collect();
    assert_eq!(struck, ["2.2"]);
    assert!(files_with(folder.path(), "lag offen").is_empty());
}

#[test]
fn an_export_or_a_package_that_two_protocols_know_of_is_named_once() {
    let (_folder, study) = two_takers();
    let mut before = study.read_session(&id()).unwrap();
    before.exports.push(ExportRecord {
        at: BEGAN,
        format: "docx".to_owned(),
        level: "review".to_owned(),
        digest: "01".to_owned(),
    });
    before.archived.push(ArchiveRecord {
        at: BEGAN,
        target: "test".to_owned(),
        package: "01".to_owned(),
        revision: 1,
    });
    let mut struck = Struck::default();
    struck.note_what_went(&before, &before, 0);
    struck.note_what_went(&before, &before, 0);
    assert_eq!((struck.exports.len(), struck.archived.len()), (1, 1));
}

/// A7
#[test]
fn a7_a_struck_note_leaves_block_and_time_and_its_words_nowhere() {
    let (folder, study) = two_takers();
    let opened = study.open_session(&id()).unwrap();
    // Work that was cut short: the words stand in the journal, too.
    write(
        opened,
        vec![note("1.4", 240_000, "Zwetschgenwasser")],
        false,
    );
    assert_eq!(files_with(folder.path(), "zwetschgen").len(), 1);
    let struck = strike(&study, Target::Note("1.4".parse().unwrap())).unwrap();
    assert!(files_with(folder.path(), "zwetschgen").is_empty());
    assert_eq!(
        struck.tombstones,
        [Tombstone {
            note: "1.4".parse().unwrap(),
            topic: TopicId::new("b3.t2"),
            at_ms: 240_000
        }]
    );
    // The interrupted sitting can still be taken up.
    let opened = study.open_session(&id()).unwrap();
    assert!(!opened.sitting.events().is_empty());
    assert!(
        opened
            .sitting
            .undoable()
            .is_none_or(|recorded| { recorded.event.note() != Some("1.4".parse().unwrap()) })
    );
    drop(opened);
    let again = strike(&study, Target::Note("1.4".parse().unwrap()));
    assert!(matches!(again, Err(StrikeError::StruckAlready(_))));
}

#[test]
fn nothing_is_struck_while_one_of_the_protocols_is_open_elsewhere() {
    let (folder, study) = two_takers();
    let opened = study.open_taker(&id(), 2).unwrap();
    let (mut sitting, mut journal) = opened.into_journal().unwrap();
    let recorded = sitting.record(note("2.3", 300_000, "noch etwas"));
    journal.append(&[recorded]).unwrap();
    let refused = strike(&study, Target::Words(Sought::new(SECRET).unwrap()));
    assert!(matches!(
        refused,
        Err(StrikeError::Save(SaveError::Locked(_)))
    ));
    assert_eq!(files_with(folder.path(), SECRET).len(), 2);
}

#[test]
fn words_that_stand_nowhere_and_notes_that_are_not_there_are_said() {
    let (_folder, study) = two_takers();
    let words = Target::Words(Sought::new("Rhabarber").unwrap());
    assert!(matches!(
        strike(&study, words),
        Err(StrikeError::NothingFound)
    ));
    let unknown = Target::Note("1.9".parse().unwrap());
    assert!(matches!(
        strike(&study, unknown),
        Err(StrikeError::NoNote(_))
    ));
}
