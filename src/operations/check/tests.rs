//! What a check finds in a study, and what may be accepted.

use tempfile::TempDir;
use time::macros::datetime;

use super::*;
use crate::operations::demo;
use crate::operations::note::{self, NewNote};
use crate::session::{LogEntry, NoteId, NoteKind};
use crate::store::Cleared;

/// A name that nobody announced.
const PLANTED: &str = "dann hat Frau Brunnhuber das Treffen abgesagt";
const NAME: &str = "Brunnhuber";

fn study() -> (TempDir, Study) {
    let folder = tempfile::tempdir().unwrap();
    let study = demo::copy_to(&folder.path().join("copy")).unwrap();
    (folder, study)
}

fn id(session: &str) -> SessionId {
    session.parse().unwrap()
}

/// Keeps a note without a list, as `leitfaden note` does.
fn keep(study: &Study, session: &str, text: &str) -> NoteId {
    let new = NewNote {
        session: id(session),
        topic: "b5.out".to_owned(),
        kind: NoteKind::Paraphrase,
        at: None,
        text,
        protected: ProtectedWords::default(),
        allowed: &[],
        now: datetime!(2026-05-05 10:30 +2),
    };
    note::keep(study, &new).unwrap().note
}

/// Plants a text into the file of a session, past the search that every note goes through.
fn plant(study: &Study, session: &str, note: NoteId, from: &str, to: &str) {
    let file = study.sessions_folder().join(format!("{session}.ron"));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{note} has the text");
    std::fs::write(&file, text.replace(from, to)).unwrap();
}

fn planted(study: &Study, session: &str) -> NoteId {
    let note = keep(study, session, "hier steht ein Platzhalter");
    plant(study, session, note, "hier steht ein Platzhalter", PLANTED);
    note
}

fn check_one(study: &Study, session: &str, list: &str) -> CheckedSession {
    let protected = ProtectedWords::parse(list);
    let mut checked = check(study, &[id(session)], &protected).unwrap();
    checked.sessions.remove(0)
}

fn accept_first(
    study: &Study,
    session: &str,
    note: NoteId,
    reason: &str,
) -> Result<Cleared, AcceptError> {
    let found = check_one(study, session, "");
    let hit = found.residual.iter().find(|hit| {
        hit.place == TextPlace::Note(note)
            && hit.hit.certainty >= crate::anonymise::Certainty::Likely
    });
    accept(
        study,
        &Acceptance {
            session: id(session),
            place: TextPlace::Note(note),
            number: hit.map_or(1, |hit| hit.number),
            reason,
            protected: &ProtectedWords::default(),
            now: datetime!(2026-05-06 09:00 +2),
        },
    )
}

#[test]
fn the_sample_study_is_clean() {
    let (_folder, study) = study();
    let checked = check(&study, &[], &ProtectedWords::default()).unwrap();
    assert_eq!(checked.sessions.len(), 11);
    let sessions = checked.sessions.iter();
    let words: Vec<String> = sessions
        .flat_map(|session| {
            let blocking = session.residual.iter().filter(|hit| hit.blocks());
            blocking.map(|hit| {
                let shown = session.text(&hit.place).get(hit.hit.span.clone());
                let id = &session.session.header.id;
                format!("{id} {} {shown:?} {:?}", hit.place, hit.hit.rule)
            })
        })
        .collect();
    assert!(words.is_empty(), "{words:#?}");
    assert!(!checked.blocks());
}

#[test]
fn a_planted_name_keeps_the_session_from_the_archive_and_is_not_said() {
    let (_folder, study) = study();
    let note = planted(&study, "L-1");
    let found = check_one(&study, "L-1", "");
    assert!(found.blocks());
    let named = found.refusals.iter().any(|refusal| {
        matches!(refusal, Refusal::LooksLikeName { place, .. } if *place == TextPlace::Note(note))
    });
    assert!(named, "{:?}", found.refusals);
    let said = format!("{:?}", found.refusals);
    assert!(!said.contains(NAME), "{said}");
}

#[test]
fn a_protected_word_in_a_text_is_found_by_the_list() {
    let (_folder, study) = study();
    let note = keep(&study, "L-1", "hier steht ein Platzhalter");
    plant(
        &study,
        "L-1",
        note,
        "hier steht ein Platzhalter",
        "am Tisch sitzt niemand",
    );
    assert!(!check_one(&study, "L-1", "").blocks());
    let found = check_one(&study, "L-1", "institution: Tisch");
    assert!(found.blocks());
    let refused = accept(
        &study,
        &Acceptance {
            session: id("L-1"),
            place: TextPlace::Note(note),
            number: 1,
            reason: "kein Name",
            protected: &ProtectedWords::parse("institution: Tisch"),
            now: datetime!(2026-05-06 09:00 +2),
        },
    );
    assert!(matches!(refused, Err(AcceptError::Listed)), "{refused:?}");
}

#[test]
fn what_is_accepted_with_a_reason_keeps_nothing_back_and_stays_in_the_log() {
    let (_folder, study) = study();
    let note = planted(&study, "L-1");
    accept_first(&study, "L-1", note, "eine Figur aus einem Film").unwrap();
    let found = check_one(&study, "L-1", "");
    assert!(!found.blocks(), "{:?}", found.refusals);
    assert!(found.residual.iter().any(|hit| hit.accepted));
    let logged = found.session.log.iter().find_map(|entry| match entry {
        LogEntry::Waved { gate, reason } if gate.starts_with("scan:") => Some((gate, reason)),
        _ => None,
    });
    let (gate, reason) = logged.unwrap();
    for word in [
        "person",
        "interviewer",
        "2026-05-06T09:00:00+02:00",
        &note.to_string(),
    ] {
        assert!(gate.contains(word), "{gate}");
    }
    assert!(!gate.contains(NAME));
    assert_eq!(reason.as_str(), "eine Figur aus einem Film");
}

#[test]
fn what_is_no_name_in_the_study_is_none_to_a_check() {
    let (_folder, study) = study();
    planted(&study, "L-1");
    assert!(check_one(&study, "L-1", "").blocks());
    let mut words = study.allowed_words().unwrap();
    words.list.push(NAME.to_owned());
    study.save_allowed_words(&mut words).unwrap();
    let found = check_one(&study, "L-1", "");
    assert!(!found.blocks(), "{:?}", found.refusals);
    assert!(
        check_one(&study, "L-1", NAME).blocks(),
        "what is announced is a name"
    );
}

#[test]
fn an_acceptance_is_void_when_the_text_is_another() {
    let (_folder, study) = study();
    let note = planted(&study, "L-1");
    accept_first(&study, "L-1", note, "eine Figur").unwrap();
    // By hand: longer by a word.
    plant(&study, "L-1", note, PLANTED, &format!("{PLANTED} heute"));
    assert!(check_one(&study, "L-1", "").blocks());
}

#[test]
fn a_reason_is_needed_and_may_hold_no_name() {
    let (_folder, study) = study();
    let note = planted(&study, "L-1");
    let before = std::fs::read(study.sessions_folder().join("L-1.ron")).unwrap();
    let error = accept_first(&study, "L-1", note, " ").unwrap_err();
    assert!(matches!(error, AcceptError::NoReason), "{error:?}");
    let error = accept_first(&study, "L-1", note, "Frau Brunnhuber gibt es nicht").unwrap_err();
    assert!(matches!(error, AcceptError::NameInReason), "{error:?}");
    let unknown = accept(
        &study,
        &Acceptance {
            session: id("L-1"),
            place: TextPlace::Note(note),
            number: 99,
            reason: "kein Name",
            protected: &ProtectedWords::default(),
            now: datetime!(2026-05-06 09:00 +2),
        },
    );
    assert!(matches!(unknown, Err(AcceptError::Unknown)));
    assert_eq!(
        std::fs::read(study.sessions_folder().join("L-1.ron")).unwrap(),
        before
    );
}

#[test]
fn an_invented_session_outside_a_demonstration_stays_as_it_is() {
    let (_folder, study) = study();
    let note = planted(&study, "L-1");
    std::fs::remove_file(study.root().join("demo")).unwrap();
    let refused = accept_first(&study, "L-1", note, "eine Figur");
    assert!(matches!(refused, Err(AcceptError::Save(_))), "{refused:?}");
}

#[test]
fn groups_are_reckoned_over_the_study_and_single_cases_named() {
    let (_folder, study) = study();
    let checked = check(&study, &[id("K-1")], &ProtectedWords::default()).unwrap();
    assert_eq!(checked.sessions.len(), 1);
    let sessions: usize = checked
        .study
        .guides
        .iter()
        .map(|guide| guide.disclosure.sessions)
        .sum();
    assert_eq!(sessions, 11);
    let single: Vec<&str> = checked
        .study
        .single
        .iter()
        .map(|(case, _)| case.as_str())
        .collect();
    assert_eq!(single, ["M"]);
}

#[test]
fn a_session_that_cannot_be_read_blocks_and_hides_no_other() {
    let (_folder, study) = study();
    std::fs::write(
        study.sessions_folder().join("L-1.ron"),
        "(version: 1, broken",
    )
    .unwrap();
    let checked = check(&study, &[], &ProtectedWords::default()).unwrap();
    assert_eq!((checked.sessions.len(), checked.unread.len()), (10, 1));
    assert!(checked.blocks());
    let missing = check(&study, &[id("Z-1")], &ProtectedWords::default());
    assert!(matches!(missing, Err(StudyError::NoSession(_))));
}
