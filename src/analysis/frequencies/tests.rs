//! What counts for a code, and of how many.

use super::*;
use crate::analysis::example;
use crate::analysis::facts::Facts;
use crate::analysis::selection::Filter;
use crate::session::{
    CellState, Note, NoteKind, Origin, Polarity, Prompting, Session, TopicId, Voice,
};

/// A session with these cells answered and these notes.
fn session(id: &str, answered: &[&str], notes: Vec<Note>) -> Session {
    let mut session = example::session();
    session.header.id = id.parse().unwrap();
    session.cells = answered
        .iter()
        .map(|topic| (TopicId::new(topic), CellState::Answered))
        .collect();
    session.notes = notes.into();
    session
}

fn coded(number: u32, topic: &str, codes: &[&str]) -> Note {
    Note {
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..example::note(number, topic, NoteKind::Paraphrase, "Text")
    }
}

fn guide() -> Guide {
    let mut guide = example::guide();
    guide.codes = [
        "fac.sim",
        "fac.sim.near",
        "fac.sim.language",
        "bar.lang",
        "p.new",
    ]
    .map(example::code)
    .into();
    guide.process_codes = vec!["p.new".to_owned()];
    guide
}

fn counted(sessions: &[Session]) -> Frequencies {
    let facts = Facts::of(sessions, &[]);
    let selection = Selection::of(&facts, &example::guide(), &Filter::default());
    frequencies(&guide(), &selection)
}

const fn count(sessions: usize, cases: usize) -> Count {
    Count { sessions, cases }
}

fn codes(block: &BlockFrequencies) -> Vec<(&str, usize, usize)> {
    let codes = block.codes.iter();
    codes
        .map(|code| (code.code.as_str(), code.depth, code.count.sessions))
        .collect()
}

/// A16
#[test]
fn a16_two_interviewees_of_a_cooperation_are_two_sessions_and_one_case() {
    let found = counted(&[
        session("A-1", &["b2.t1"], vec![coded(1, "b2.t1", &["bar.lang"])]),
        session("A-2", &["b2.t1"], vec![coded(1, "b2.t1", &["bar.lang"])]),
    ]);
    let block = &found.blocks[1];
    assert_eq!(block.base, count(2, 1));
    assert_eq!(block.code("bar.lang").unwrap().count, count(2, 1));
    assert_eq!(block.code("bar.lang").unwrap().word, Frequent::Seldom);
    assert_eq!(found.base, count(2, 1));
}

/// A15
#[test]
fn a15_counts_can_be_filtered_by_where_notes_come_from() {
    let from = |id: &str, origin: Origin| {
        let note = Note {
            origin,
            ..coded(1, "b2.t1", &["bar.lang"])
        };
        session(id, &["b2.t1"], vec![note])
    };
    let sessions = [
        from("A-1", Origin::Live),
        from("B-1", Origin::Memory),
        from("C-1", Origin::Recording),
    ];
    let facts = Facts::of(&sessions, &[]);
    let counted_from = |origins: &[Origin]| {
        let filter = Filter {
            origins: origins.iter().copied().collect(),
            ..Filter::default()
        };
        let selection = Selection::of(&facts, &example::guide(), &filter);
        let found = frequencies(&guide(), &selection);
        let code = found.blocks[1].code("bar.lang");
        (
            found.base.sessions,
            code.map_or(0, |code| code.count.sessions),
        )
    };
    assert_eq!(counted_from(&[]), (3, 3));
    assert_eq!(counted_from(&[Origin::Memory]), (3, 1));
    assert_eq!(counted_from(&[Origin::Live, Origin::Recording]), (3, 2));
    assert_eq!(counted_from(&[Origin::Approval]), (3, 0));
}

#[test]
fn a_code_counts_once_a_session_and_block_and_so_does_a_linked_note() {
    let mut linked = coded(1, "b2.t1", &["bar.lang"]);
    linked.also_in = vec![TopicId::new("b2.t2"), TopicId::new("b1.t1")];
    let notes = vec![linked, coded(2, "b2.t1", &["bar.lang"])];
    let found = counted(&[session("A-1", &["b1.t1", "b2.t1"], notes)]);
    for block in &found.blocks {
        assert_eq!(codes(block), [("bar.lang", 0, 1)], "{}", block.block);
    }
}

#[test]
fn a_code_counts_for_those_above_it_and_sessions_are_never_added_up() {
    let both = vec![
        coded(1, "b2.t1", &["fac.sim.near"]),
        coded(2, "b2.t1", &["fac.sim.language", "bar.lang"]),
    ];
    let found = counted(&[
        session("A-1", &["b2.t1"], both),
        session(
            "B-1",
            &["b2.t1"],
            vec![coded(1, "b2.t1", &["fac.sim.near"])],
        ),
        session("C-1", &["b2.t1"], vec![coded(1, "b2.t1", &["fac.sim"])]),
    ]);
    assert_eq!(
        codes(&found.blocks[1]),
        [
            ("fac.sim", 0, 3),
            ("fac.sim.near", 1, 2),
            ("fac.sim.language", 1, 1),
            ("bar.lang", 0, 1)
        ]
    );
}

/// A9, A16
#[test]
fn a9_a_blank_is_never_a_no_and_no_count_exceeds_its_base() {
    let note = || vec![coded(1, "b2.t1", &["bar.lang"])];
    let nothing = |state| {
        let mut session = session("C-1", &[], Vec::new());
        session.cells.insert(TopicId::new("b2.t1"), state);
        session
    };
    let mut nothing_to_say = nothing(CellState::NothingToSay);
    nothing_to_say.header.id = "D-1".parse().unwrap();
    let found = counted(&[
        session("A-1", &["b2.t1"], note()),
        // Its cell has no state yet: it is neither in the base nor in the count.
        session("B-1", &[], note()),
        nothing(CellState::Declined),
        nothing_to_say,
    ]);
    let block = &found.blocks[1];
    assert_eq!(block.base, count(2, 2));
    assert_eq!(block.code("bar.lang").unwrap().count, count(1, 1));
    assert_eq!((block.declined, block.unsettled), (1, 1));
    for state in [
        CellState::NotAsked,
        CellState::NotApplicable,
        CellState::Withdrawn,
    ] {
        let found = counted(&[nothing(state)]);
        let block = &found.blocks[1];
        assert_eq!((block.base.sessions, block.declined), (0, 0), "{state:?}");
    }
}

/// B1
#[test]
fn b1_comments_and_codes_of_the_work_never_count() {
    let mut comment = coded(1, "b2.t1", &["bar.lang"]);
    comment.kind = NoteKind::Comment;
    let notes = vec![comment, coded(2, "b2.t1", &["p.new"])];
    let found = counted(&[session("A-1", &["b2.t1"], notes)]);
    assert_eq!(codes(&found.blocks[1]), []);
}

/// A16
#[test]
fn what_came_unasked_in_one_note_came_unasked_in_the_session() {
    let mut prompted = coded(1, "b2.t1", &["bar.lang"]);
    prompted.prompting = Prompting::Probe(1);
    let unasked = coded(2, "b2.t1", &["bar.lang"]);
    let found = counted(&[
        session("A-1", &["b2.t1"], vec![prompted.clone(), unasked]),
        session("B-1", &["b2.t1"], vec![prompted]),
    ]);
    let code = found.blocks[1].code("bar.lang").unwrap();
    assert_eq!((code.count.sessions, code.ways.unprompted), (2, 1));
}

#[test]
fn what_helps_and_what_hinders_own_and_reported_are_counted_by_session() {
    let mut helps = coded(1, "b2.t1", &["fac.sim.near"]);
    helps.polarity = Some(Polarity::Helps);
    let mut hinders = coded(2, "b2.t1", &["fac.sim.language"]);
    hinders.polarity = Some(Polarity::Hinders);
    hinders.voice = Voice::Reported;
    let found = counted(&[
        session("A-1", &["b2.t1"], vec![helps.clone(), hinders]),
        session("B-1", &["b2.t1"], vec![helps]),
    ]);
    let ways = found.blocks[1].code("fac.sim").unwrap().ways;
    assert_eq!((ways.helps, ways.hinders), (2, 1));
    assert_eq!((ways.own, ways.reported), (2, 1));
}

/// B15
#[test]
fn b15_old_notes_with_a_retired_code_are_counted_as_before() {
    let of = |id: &str| session(id, &["b1.t1"], vec![coded(1, "b1.t1", &["bar.lang"])]);
    let facts = Facts::of(&[of("A-1"), of("B-1")], &[]);
    let counted = |guide: &Guide| {
        let selection = Selection::of(&facts, guide, &Filter::default());
        let found = frequencies(guide, &selection);
        let mut codes = found.blocks.into_iter().flat_map(|block| block.codes);
        codes.find(|code| code.code == "bar.lang").unwrap()
    };
    let (before, mut retired) = (counted(&guide()), guide());
    for code in &mut retired.codes {
        code.retired |= code.id == "bar.lang";
    }
    let after = counted(&retired);
    assert!(after.retired && !before.retired);
    assert_eq!((after.count.sessions, after.count.cases), (2, 2));
    assert_eq!((after.count, after.ways), (before.count, before.ways));
}
