//! What holds for every two protocols of one interview.

use proptest::prelude::*;
use time::macros::datetime;

use super::*;
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{
    Age, Approval, ApprovalStep, GuideReference, Header, NoteKind, OffRecord, Origin, Prompting,
    TopicId, Voice, arbitrary,
};

const AT: OffsetDateTime = datetime!(2026-05-06 09:00 +2);
const BEGAN: OffsetDateTime = datetime!(2026-05-05 10:00 +2);

fn clean(text: &str) -> CleanText {
    CleanText::from_stored(text.to_owned())
}

fn empty() -> Session {
    Session::new(Header {
        id: "A-1".parse().unwrap(),
        guide: GuideReference {
            id: "guide".to_owned(),
            edition: "1".to_owned(),
            digest: String::new(),
            titles: Vec::new(),
        },
        mode: Mode::OnSite,
        reason: None,
        language: Language::De,
        created: OffsetDateTime::UNIX_EPOCH,
        invented: false,
        pilot: false,
    })
}

fn note(id: &str, at_ms: u64, text: &str) -> Note {
    Note {
        id: id.parse().unwrap(),
        topic: TopicId::new("b1.t1"),
        also_in: Vec::new(),
        kind: NoteKind::Paraphrase,
        text: clean(text),
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
    }
}

/// Two protocols, the second begun seven seconds after the first.
fn two(first: Vec<Note>, second: Vec<Note>) -> (Session, Session) {
    let (mut one, mut other) = (empty(), empty());
    one.clock.began = Some(BEGAN);
    one.notes = first;
    other.clock.began = Some(BEGAN + Duration::seconds(7));
    other.notes = second;
    (one, other)
}

fn ids(session: &Session) -> Vec<String> {
    let mut ids: Vec<NoteId> = session.notes.iter().map(|note| note.id).collect();
    ids.sort_unstable();
    ids.iter().map(ToString::to_string).collect()
}

/// B8 of the field brief.
#[test]
fn notes_come_together_by_time_and_each_keeps_its_taker() {
    let (one, other) = two(
        vec![note("1.1", 60_000, "Kammer"), note("1.2", 120_000, "Geld")],
        vec![note("2.1", 83_000, "Messe")],
    );
    let merged = merge(&one, &other, AT).unwrap();
    let in_order = merged.session.notes_in(&TopicId::new("b1.t1"));
    let order: Vec<(String, u64)> = in_order
        .iter()
        .map(|note| (note.id.to_string(), note.at_ms))
        .collect();
    assert_eq!(
        order,
        [
            ("1.1".to_owned(), 60_000),
            ("2.1".to_owned(), 90_000),
            ("1.2".to_owned(), 120_000)
        ]
    );
    assert_eq!((merged.notes, merged.later_ms), (1, 7_000));
    assert!(merged.session.overlaps().len() == 2, "at the same moment");
}

#[test]
fn what_was_merged_before_does_not_come_in_twice() {
    let (one, other) = two(vec![note("1.1", 1, "a")], vec![note("2.1", 1, "b")]);
    let first = merge(&one, &other, AT).unwrap().session;
    let mut later = other.clone();
    later.notes.push(note("2.2", 9_000, "c"));
    let twice = merge(&first, &later, AT).unwrap();
    assert_eq!(ids(&twice.session), ["1.1", "2.1", "2.2"]);
    assert_eq!(twice.notes, 1);
}

#[test]
fn two_versions_of_a_note_stand_side_by_side() {
    let (one, other) = two(
        vec![note("1.1", 9_000, "a")],
        vec![note("1.1", 2_000, "ganz anders"), note("2.1", 500_000, "b")],
    );
    let merged = merge(&one, &other, AT).unwrap().session;
    assert_eq!(ids(&merged), ["1.1", "1.2", "2.1"]);
    let pair = ("1.1".parse().unwrap(), "1.2".parse().unwrap());
    assert_eq!(merged.overlaps(), [pair]);
}

/// B8 of the field brief.
#[test]
fn a_name_that_one_of_them_took_out_since_stays_out_in_both() {
    let person = |number, listed| Slot {
        key: SlotKey {
            kind: SlotKind::Person,
            number,
        },
        listed,
        label: None,
    };
    let (mut one, mut other) = two(
        vec![note("1.1", 1_000, "[Person 1] und [Person 2] eilig")],
        vec![
            note("1.1", 1_000, "[Person 1] und Anna Zwygart eilig"),
            note("2.1", 9_000, "[Person 2] kam spät"),
        ],
    );
    one.slots = vec![person(1, true), person(2, false)];
    other.slots = vec![person(1, true), person(2, false)];
    let merged = merge(&one, &other, AT).unwrap().session;
    assert_eq!(ids(&merged), ["1.1", "2.1"]);
    // Whom the other's second slot stands for, nobody can know.
    assert_eq!(merged.notes[1].text.as_str(), "[Person 3] kam spät");

    one.notes[0].text = clean("[Person 1] und Beat Kern eilig");
    other.notes[0].text = clean("[Person 1] und [Person 2] eilig");
    let merged = merge(&one, &other, AT).unwrap().session;
    assert_eq!(ids(&merged), ["1.1", "2.1"]);
    assert_eq!(
        merged.notes[0].text.as_str(),
        "[Person 1] und [Person 3] eilig"
    );
    assert_eq!(merged.notes[1].text.as_str(), "[Person 3] kam spät");
}

/// B8 and A6, A7 of the field brief.
#[test]
fn strikes_and_stretches_off_the_record_of_either_hold_for_both() {
    let (mut one, mut other) = two(
        vec![note("1.1", 100_000, "a"), note("1.2", 300_000, "b")],
        vec![note("2.1", 95_000, "c"), note("2.2", 400_000, "d")],
    );
    one.off_record = vec![OffRecord {
        from_ms: 101_000,
        to_ms: Some(110_000),
    }];
    // On the clock of the second note-taker, seven seconds behind.
    other.struck_spans = vec![Span {
        from_ms: 292_000,
        to_ms: 294_000,
    }];
    one.tombstones = vec![Tombstone {
        note: "2.2".parse().unwrap(),
        topic: TopicId::new("b1.t1"),
        at_ms: 407_000,
    }];
    let merged = merge(&one, &other, AT).unwrap();
    assert_eq!(ids(&merged.session), ["1.1"]);
    let tombstones = merged.session.tombstones.iter();
    let mut struck: Vec<String> = tombstones.map(|grave| grave.note.to_string()).collect();
    struck.sort();
    assert_eq!(struck, ["1.2", "2.1", "2.2"]);
    let spans = &merged.session.struck_spans;
    assert_eq!(spans.first().map(|span| span.from_ms), Some(299_000));
}

fn approval(step: ApprovalStep, day: i64) -> Approval {
    Approval {
        step,
        at: BEGAN + Duration::days(day),
        digest: "00ff".to_owned(),
    }
}

/// B10 of the field brief.
#[test]
fn an_objection_in_either_protocol_holds_until_a_later_approval() {
    let objected = approval(ApprovalStep::Objected, 5);
    for (step, day, holds) in [
        (ApprovalStep::Corrected, 1, true),
        (ApprovalStep::Approved, 1, true),
        (ApprovalStep::Approved, 5, true),
        (ApprovalStep::Corrected, 9, true),
        (ApprovalStep::Approved, 9, false),
    ] {
        let (mut one, mut other) = two(vec![note("1.1", 1, "a")], vec![note("2.1", 1, "b")]);
        one.approvals = vec![objected.clone()];
        other.approvals = vec![approval(step, day)];
        for (first, second) in [(&one, &other), (&other, &one)] {
            let merged = merge(first, second, AT).unwrap().session;
            assert_eq!(merged.is_objected(), holds, "{step:?} on day {day}");
            assert_eq!(merged.approvals.len(), 2);
        }
        std::mem::swap(&mut one.approvals, &mut other.approvals);
        let merged = merge(&one, &other, AT).unwrap().session;
        assert_eq!(
            merged.is_objected(),
            holds,
            "{step:?} on day {day}, exchanged"
        );
        let again = merge(&merged, &other, AT).unwrap().session;
        assert_eq!(again.approvals, merged.approvals, "merged again");
    }
}

#[test]
fn a_protocol_keeps_the_order_of_its_own_steps_whatever_its_clock_said() {
    let (mut one, mut other) = two(vec![note("1.1", 1, "a")], vec![note("2.1", 1, "b")]);
    one.approvals = vec![
        approval(ApprovalStep::Approved, 9),
        approval(ApprovalStep::Objected, 2),
    ];
    other.approvals = vec![approval(ApprovalStep::Corrected, 5)];
    assert!(merge(&one, &other, AT).unwrap().session.is_objected());
}

#[test]
fn slots_of_lists_as_long_are_the_same_and_others_get_numbers_of_their_own() {
    let slot = |number, listed| Slot {
        key: SlotKey {
            kind: SlotKind::Person,
            number,
        },
        listed,
        label: None,
    };
    let (mut one, mut other) = two(
        vec![note("1.1", 1, "[Person 1] und [Person 2]")],
        vec![note(
            "2.1",
            90_000,
            "[Person 2 | links] vor [Person 1], [Person 3]",
        )],
    );
    one.slots = vec![slot(1, true), slot(2, false)];
    other.slots = vec![slot(1, true), slot(2, false), slot(3, false)];
    let merged = merge(&one, &other, AT).unwrap();
    let theirs = merged.session.note("2.1".parse().unwrap()).unwrap();
    assert_eq!(
        theirs.text.as_str(),
        "[Person 3 | links] vor [Person 1], [Person 4]"
    );
    assert_eq!((merged.same_slots, merged.new_slots), (1, 2));
    // Merged again, the numbers are those of the first time.
    let again = merge(&merged.session, &other, AT).unwrap();
    assert_eq!(again.session.notes, merged.session.notes);
    assert_eq!(again.session.slots, merged.session.slots);
    // With another list the same number may be anybody.
    one.slots = vec![slot(1, true), slot(2, true)];
    let merged = merge(&one, &other, AT).unwrap();
    let theirs = merged.session.note("2.1".parse().unwrap()).unwrap();
    assert!(theirs.text.as_str().contains("vor [Person 3]"));
}

/// A copy that was written beside a session because its file had changed meanwhile.
#[test]
fn a_copy_of_the_same_protocol_brings_in_what_is_new_in_it_alone() {
    let slot = |number| Slot {
        key: SlotKey {
            kind: SlotKind::Person,
            number,
        },
        listed: false,
        label: None,
    };
    let (mut one, _) = two(vec![note("1.1", 1, "[Person 1] kam")], Vec::new());
    one.slots = vec![slot(1)];
    let mut copy = one.clone();
    // Each found somebody since, and gave them the next number.
    one.notes.push(note("1.2", 90_000, "[Person 2] ging"));
    one.slots.push(slot(2));
    copy.notes
        .push(note("1.3", 200_000, "[Person 1] und [Person 2]"));
    copy.slots.push(slot(2));
    let merged = merge(&one, &copy, AT).unwrap();
    assert_eq!(ids(&merged.session), ["1.1", "1.2", "1.3"]);
    assert_eq!((merged.notes, merged.same_slots), (1, 1));
    let came = merged.session.note("1.3".parse().unwrap()).unwrap();
    assert_eq!(came.text.as_str(), "[Person 1] und [Person 3]");
}

#[test]
fn protocols_of_two_interviews_are_refused() {
    let (one, other) = two(vec![note("1.1", 1, "a")], vec![note("2.1", 1, "b")]);
    let mut wrong = other.clone();
    wrong.header.id = "A-2".parse().unwrap();
    assert!(matches!(
        merge(&one, &wrong, AT),
        Err(MergeError::OtherSession(_))
    ));
    let mut wrong = other.clone();
    wrong.header.guide.id = "another".to_owned();
    assert!(matches!(
        merge(&one, &wrong, AT),
        Err(MergeError::OtherGuide { .. })
    ));
    let mut wrong = other.clone();
    wrong.clock.began = Some(BEGAN + Duration::days(1));
    assert_eq!(merge(&one, &wrong, AT), Err(MergeError::OtherTime));
    let mut wrong = other;
    wrong.header.invented = true;
    assert_eq!(merge(&one, &wrong, AT), Err(MergeError::Invented));
}

/// A protocol at random that one note-taker kept: its notes have their numbers.
fn protocol(taker: u8, late: i64) -> impl Strategy<Value = Session> {
    arbitrary::sitting().prop_map(move |sitting| {
        let mut session = sitting.state().clone();
        session.header = empty().header;
        session.clock.began = Some(BEGAN + Duration::seconds(late));
        let of = |id: &mut NoteId| id.taker = taker;
        session.notes.iter_mut().for_each(|note| of(&mut note.id));
        session.notes.sort_by_key(|note| note.id);
        session.notes.dedup_by_key(|note| note.id);
        let tombstones = session.tombstones.iter_mut();
        tombstones.for_each(|grave| of(&mut grave.note));
        let kept: BTreeSet<NoteId> = session.notes.iter().map(|note| note.id).collect();
        let mut seen = BTreeSet::new();
        session
            .tombstones
            .retain(|grave| !kept.contains(&grave.note) && seen.insert(grave.note));
        session.settled_overlaps.clear();
        session.log.clear();
        if session.notes.is_empty() {
            session.notes.push(Note {
                id: NoteId { taker, number: 9 },
                ..note("1.1", 500_000, "ein Anfang")
            });
        }
        session
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// B8 of the field brief.
    #[test]
    fn the_order_in_which_two_protocols_are_merged_makes_no_difference(
        one in protocol(1, 0), other in protocol(2, 5),
    ) {
        let there = merge(&one, &other, AT).unwrap();
        let back = merge(&other, &one, AT).unwrap();
        prop_assert_eq!(&there, &back);
        // Every note of both is there, or its tombstone is.
        for note in one.notes.iter().chain(&other.notes) {
            let is_kept = there.session.note(note.id).is_some();
            let mut graves = there.session.tombstones.iter();
            prop_assert!(is_kept || graves.any(|grave| grave.note == note.id), "{}", note.id);
        }
        // Nothing of either stands in a stretch that one of them withheld.
        for span in &there.session.struck_spans {
            prop_assert!(there.session.places_in(*span).is_empty());
        }
        // What the first says of its own is as it said it.
        for note in &one.notes {
            if let Some(kept) = there.session.note(note.id) {
                prop_assert_eq!(kept, note);
            }
        }
    }
}
