//! What the facts of a session hold, and rows for the tests of analyses.

use super::*;
use crate::analysis::{example, review_digest};
use crate::session::{ApprovalStep, GuideReference};

/// A session with its attributes and codes.
pub(in crate::analysis) type Given<'text> = (
    &'text str,
    &'text [(&'text str, &'text str)],
    &'text [&'text str],
);

/// A study of sessions with these attributes and codes, each code on a note of `b1.t1`, whose state is «answered».
pub(in crate::analysis) fn study(rows: &[Given<'_>]) -> Facts {
    let mut study = Facts::default();
    for (session, values, codes) in rows {
        let guide = GuideReference::to(&example::guide(), Language::De);
        let guide = study.names.guide(&guide, Language::De);
        let id = session.parse().unwrap();
        let mut facts = SessionFacts::new(id, guide, Mode::OnSite, Language::De);
        facts.progress = Progress::Closed;
        facts.attributes = values
            .iter()
            .map(|(id, value)| ((*id).to_owned(), (*value).to_owned()))
            .collect();
        let topic = study.names.topic(&TopicId::new("b1.t1"));
        facts.cells = vec![CellRow {
            topic,
            state: CellState::Answered,
            summarised: false,
        }];
        for (index, code) in codes.iter().enumerate() {
            let code = study.names.code(code);
            facts.add(note(topic, index), &[], &[code]);
        }
        study.sessions.push(facts);
    }
    study.sessions.sort_by(|one, other| one.id.cmp(&other.id));
    study
}

fn note(topic: TopicNumber, index: usize) -> NoteRow {
    NoteRow {
        id: NoteId {
            taker: 1,
            number: u32::try_from(index).unwrap() + 1,
        },
        topic,
        kind: NoteKind::Paraphrase,
        origin: Origin::Live,
        language: Language::De,
        age: Age::SameDay,
        prompting: Prompting::Unprompted,
        polarity: None,
        voice: Voice::Own,
        at_ms: 0,
    }
}

#[test]
fn the_facts_of_a_session_hold_its_cells_notes_and_codes() {
    let mut names = Names::default();
    let facts = facts(&example::session(), &mut names);
    let topic = |id: &str| names.number_of_topic(id).unwrap();
    assert_eq!(facts.state(topic("b1.t1")), CellState::Answered);
    assert_eq!(facts.state(topic("b1.t2")), CellState::Declined);
    assert_eq!(facts.state(topic("b2.t1")), CellState::Open);
    assert!(facts.cells.iter().any(|cell| cell.summarised));
    assert_eq!(facts.note_count(), 6);
    assert_eq!(facts.counted_notes().count(), 5);
    let quote = facts
        .notes()
        .find(|note| note.row.kind == NoteKind::Quote)
        .unwrap();
    assert_eq!(
        quote.cells().collect::<Vec<_>>(),
        [topic("b2.t1"), topic("b2.t2")]
    );
    let codes: Vec<&str> = quote
        .codes
        .iter()
        .filter_map(|code| names.code_of(code))
        .collect();
    assert_eq!(codes, ["ini.chance", "drv.manager"]);
    let last = facts.notes().last().unwrap();
    assert!(last.codes.is_empty() && last.also_in.is_empty());
}

#[test]
fn language_and_mode_are_attributes_too() {
    let mut names = Names::default();
    let facts = facts(&example::session(), &mut names);
    assert_eq!(facts.value("role"), Some("management"));
    assert_eq!(facts.value(LANGUAGE), Some("de"));
    assert_eq!(facts.value(MODE), Some("on_site"));
    assert_eq!(facts.value("tenure"), None);
    assert_eq!(exported_attributes(&example::guide()), ["role", "language"]);
}

#[test]
fn sessions_stand_in_the_order_of_their_names() {
    let mut later = example::session();
    later.header.id = "A-10".parse().unwrap();
    let mut second = example::session();
    second.header.id = "A-2".parse().unwrap();
    let study = Facts::of([&later, &second, &example::session()], &[]);
    let ids: Vec<String> = study
        .sessions
        .iter()
        .map(|session| session.id.to_string())
        .collect();
    assert_eq!(ids, ["A-1", "A-2", "A-10"]);
    assert_eq!(study.guides(), [("example", 3)]);
    assert_eq!(study.names.guides().len(), 1);
}

#[test]
fn an_approval_is_awaited_until_it_is_given() {
    use crate::session::{Answer, Approval};

    let mut session = example::session();
    example::answer(&mut session, "c6", Answer::Yes);
    let of = |session: &Session| {
        let facts = facts(session, &mut Names::default());
        (facts.awaits_approval, facts.objected)
    };
    assert_eq!(of(&session), (true, false));
    let this_text = review_digest(&session);
    let mut step = |step, digest: &str| {
        session.approvals.push(Approval {
            step,
            at: time::macros::datetime!(2026-05-06 9:00 UTC),
            digest: digest.to_owned(),
        });
        of(&session)
    };
    assert_eq!(step(ApprovalStep::Approved, "another text"), (true, false));
    assert_eq!(step(ApprovalStep::Approved, &this_text), (false, false));
    assert_eq!(step(ApprovalStep::Objected, &this_text), (true, true));
}
