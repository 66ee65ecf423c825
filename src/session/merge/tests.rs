//! What holds for every two protocols of one interview.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use time::macros::datetime;

use super::*;
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{
    Age, Approval, ApprovalStep, Draft, Grown, GuideReference, Header, LogEntry, NoteId, NoteKind,
    OffRecord, Origin, Prompting, Purpose, TopicId, Voice, arbitrary,
};

const AT: OffsetDateTime = datetime!(2026-05-06 09:00 +2);
pub(super) const BEGAN: OffsetDateTime = datetime!(2026-05-05 10:00 +2);

/// Puts two protocols of one interview together; which is named first makes no difference.
pub(super) fn merge(
    one: &Session,
    other: &Session,
    at: OffsetDateTime,
) -> Result<Merged, MergeError> {
    check(one, other)?;
    let (leading, coming) = if rank(one) <= rank(other) {
        (one, other)
    } else {
        (other, one)
    };
    Ok(Merging::new(leading, coming).carry_out(at))
}

fn clean(text: &str) -> CleanText {
    CleanText::from_stored(text.to_owned())
}

/// A protocol of an interview in which nothing happened.
pub(super) fn empty() -> Session {
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
    one.notes = first.into();
    other.clock.began = Some(BEGAN + Duration::seconds(7));
    other.notes = second.into();
    (one, other)
}

fn ids(session: &Session) -> Vec<String> {
    let mut ids: Vec<NoteId> = session.notes.iter().map(|note| note.id).collect();
    ids.sort_unstable();
    ids.iter().map(ToString::to_string).collect()
}

/// B8
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

fn person(number: u32, listed: bool) -> Slot {
    Slot {
        key: SlotKey {
            kind: SlotKind::Person,
            number,
        },
        listed,
        label: None,
    }
}

/// What the log says after a person became known whose name stood in texts already.
fn taken_out(number: u32) -> Vec<LogEntry> {
    let slot = person(number, true).key;
    let found = LogEntry::Finding {
        rule: "protected".to_owned(),
        slot,
        detected: None,
    };
    vec![found, LogEntry::Purged(slot)]
}

/// B8 of the field brief: nothing is lost, and what differs stands side by side.
#[test]
fn what_was_written_anew_gives_way_to_no_placeholder() {
    for (theirs, is_known, are_both_kept) in [
        ("Zwygart half ihnen", true, false),
        ("Zwygart half ihnen", false, true),
        ("die Firma half ihnen", true, true),
        ("niemand half ihnen", true, true),
    ] {
        let (mut one, mut other) = two(
            vec![note("1.1", 1_000, "[Person 1] half ihnen")],
            vec![note("1.1", 1_000, theirs), note("2.1", 9_000, "b")],
        );
        one.slots = vec![person(1, true)];
        other.slots = vec![person(1, true)];
        if is_known {
            one.log = taken_out(1).into();
        }
        let merged = merge(&one, &other, AT).unwrap().session;
        let texts: Vec<&str> = merged.notes.iter().map(|note| note.text.as_str()).collect();
        assert!(texts.contains(&"[Person 1] half ihnen"));
        assert_eq!(texts.contains(&theirs), are_both_kept, "{theirs}");
    }
}

/// B8
#[test]
fn a_translation_gives_way_as_the_note_does_and_is_not_lost() {
    let merged = |ours: Option<&str>, theirs: Option<&str>| {
        let (mut one, mut other) = two(
            vec![note("1.1", 1_000, "[Person 1] half")],
            vec![
                note("1.1", 1_000, "[Person 1] half"),
                note("2.1", 9_000, "b"),
            ],
        );
        one.slots = vec![person(1, true)];
        other.slots = vec![person(1, true)];
        one.log = taken_out(1).into();
        one.notes[0].translation = ours.map(clean);
        other.notes[0].translation = theirs.map(clean);
        let merged = merge(&one, &other, AT).unwrap().session;
        let notes = merged.notes.iter().filter(|note| note.id.taker == 1);
        let translations = notes.map(|note| {
            let translation = note.translation.as_ref().map(CleanText::as_str);
            translation.unwrap_or_default().to_owned()
        });
        translations.collect::<Vec<String>>()
    };
    let named = Some("Zwygart helped");
    let clean = Some("[Person 1] helped");
    let other = Some("[Person 1] was there");
    assert_eq!(merged(clean, named), ["[Person 1] helped"]);
    assert_eq!(
        merged(clean, other),
        ["[Person 1] helped", "[Person 1] was there"]
    );
    assert_eq!(merged(clean, None), ["[Person 1] helped"]);
    assert_eq!(merged(None, clean), ["[Person 1] helped"]);
}

/// B8
#[test]
fn a_name_that_one_of_them_took_out_since_stays_out_in_both() {
    let (mut one, mut other) = two(
        vec![note("1.1", 1_000, "[Person 1] und [Person 2] eilig")],
        vec![
            note("1.1", 1_000, "[Person 1] und Anna Zwygart eilig"),
            note("2.1", 9_000, "[Person 2] kam spät"),
        ],
    );
    one.slots = vec![person(1, true), person(2, false)];
    other.slots = vec![person(1, true), person(2, false)];
    one.log = taken_out(2).into();
    let merged = merge(&one, &other, AT).unwrap().session;
    assert_eq!(ids(&merged), ["1.1", "2.1"]);
    // Whom the other's second slot stands for, nobody can know.
    assert_eq!(merged.notes[1].text.as_str(), "[Person 3] kam spät");

    (one.log, other.log) = (Grown::default(), taken_out(2).into());
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

/// B10
#[test]
fn what_a_second_taker_wrote_before_the_first_began_is_lost_to_no_stretch() {
    // The second began a minute before the first, and was off the record twice: before that, and over it.
    let (one, mut other) = two(
        vec![
            note("1.1", 1_000, "in der zweiten Stille"),
            note("1.2", 9_000, "danach"),
        ],
        vec![
            note("2.1", 2_000, "vor der Stille"),
            note("2.2", 9_000, "nach der Stille"),
            note("2.3", 70_000, "spaeter"),
        ],
    );
    other.clock.began = Some(BEGAN - Duration::seconds(60));
    other.off_record = [(4_000, 6_000), (58_000, 62_000)]
        .map(|(from_ms, to_ms)| OffRecord {
            from_ms,
            to_ms: Some(to_ms),
        })
        .to_vec();
    for (first, second) in [(&one, &other), (&other, &one)] {
        let merged = merge(first, second, AT).unwrap();
        assert_eq!(ids(&merged.session), ["1.2", "2.1", "2.2", "2.3"]);
        let again = merge(&merged.session, &other, AT).unwrap();
        assert_eq!(ids(&again.session), ["1.2", "2.1", "2.2", "2.3"]);
    }
}

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
    let (mut one, mut other) = two(
        vec![note("1.1", 1, "[Person 1] und [Person 2]")],
        vec![note(
            "2.1",
            90_000,
            "[Person 2 | links] vor [Person 1], [Person 3]",
        )],
    );
    one.slots = vec![person(1, true), person(2, false)];
    other.slots = vec![person(1, true), person(2, false), person(3, false)];
    let merged = merge(&one, &other, AT).unwrap();
    let theirs = merged.session.note("2.1".parse().unwrap()).unwrap();
    assert_eq!(
        theirs.text.as_str(),
        "[Person 3 | links] vor [Person 1], [Person 4]"
    );
    assert_eq!((merged.same_slots.len(), merged.new_slots.len()), (1, 2));
    // Merged again, the numbers are those of the first time.
    let again = merge(&merged.session, &other, AT).unwrap();
    assert_eq!(again.session.notes, merged.session.notes);
    assert_eq!(again.session.slots, merged.session.slots);
    // With another list the same number may be anybody.
    one.slots = vec![person(1, true), person(2, true)];
    let merged = merge(&one, &other, AT).unwrap();
    let theirs = merged.session.note("2.1".parse().unwrap()).unwrap();
    assert!(theirs.text.as_str().contains("vor [Person 3]"));
}

/// A copy that was written beside a session because its file had changed meanwhile.
#[test]
fn a_copy_of_the_same_protocol_brings_in_what_is_new_in_it_alone() {
    let (mut one, _) = two(vec![note("1.1", 1, "[Person 1] kam")], Vec::new());
    one.slots = vec![person(1, false)];
    let mut copy = one.clone();
    // Each found somebody since, and gave them the next number.
    one.notes.push(note("1.2", 90_000, "[Person 2] ging"));
    one.slots.push(person(2, false));
    copy.notes
        .push(note("1.3", 200_000, "[Person 1] und [Person 2]"));
    copy.slots.push(person(2, false));
    let merged = merge(&one, &copy, AT).unwrap();
    assert_eq!(ids(&merged.session), ["1.1", "1.2", "1.3"]);
    assert_eq!((merged.notes, merged.same_slots.len()), (1, 1));
    let came = merged.session.note("1.3".parse().unwrap()).unwrap();
    assert_eq!(came.text.as_str(), "[Person 1] und [Person 3]");
}

#[test]
fn a_draft_of_the_other_that_was_prompted_still_is() {
    let (one, mut other) = two(vec![note("1.1", 1, "a")], vec![note("2.1", 1, "b")]);
    let draft = |purpose| Draft {
        text: clean("halb"),
        started_ms: 9_000,
        purpose,
    };
    let prompted = Purpose::Note(Prompting::Probe(2));
    let change = Purpose::Change("2.1".parse().unwrap());
    for (topic, purpose) in [("b1.t1", prompted), ("b1.t2", change)] {
        other.drafts.insert(TopicId::new(topic), draft(purpose));
    }
    let merged = merge(&one, &other, AT).unwrap().session;
    let purposes: Vec<Purpose> = merged.drafts.values().map(|draft| draft.purpose).collect();
    assert_eq!(purposes, [prompted, Purpose::default()]);
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
        session.log = Grown::default();
        if session.notes.is_empty() {
            session.notes.push(Note {
                id: NoteId { taker, number: 9 },
                ..note("1.1", 500_000, "ein Anfang")
            });
        }
        session
    })
}

/// What the first note-taker does in a sitting.
fn done_by_the_first() -> impl Strategy<Value = Vec<Event>> {
    let events = prop::collection::vec(arbitrary::plain_event(), 1..12);
    events.prop_map(|mut events| {
        events.retain(|event| {
            let is_ours = event.note().is_none_or(|note| note.taker == 1);
            let is_plain = !matches!(
                event,
                Event::Begun(_) | Event::Clock(_) | Event::OffRecord { .. }
            );
            is_ours && is_plain
        });
        events
    })
}

/// That a protocol has what another one has, but for what a third one says of the same.
fn has_what_was(merged: &Session, before: &Session, other: &Session) -> Result<(), TestCaseError> {
    for note in &before.notes {
        prop_assert!(other.note(note.id).is_some() || merged.note(note.id) == Some(note));
    }
    let ours = merged.notes.iter().map(|note| note.id);
    let ours = ours.filter(|id| id.taker == 1 && other.note(*id).is_none());
    prop_assert_eq!(
        ours.count(),
        before
            .notes
            .iter()
            .filter(|note| note.id.taker == 1)
            .count()
    );
    for (topic, summary) in &before.summaries {
        prop_assert!(merged.summaries[topic].as_str().contains(summary.as_str()));
    }
    for (topic, state) in &before.cells {
        prop_assert!(other.cells.contains_key(topic) || merged.cells.get(topic) == Some(state));
    }
    // What a stretch withholds goes whoever wrote it.
    let withheld: Vec<Span> = before.withheld_spans(u64::MAX).collect();
    for parked in &before.parked {
        let is_withheld = withheld.iter().any(|span| span.holds(parked.at_ms));
        prop_assert!(is_withheld || merged.parked.contains(parked));
    }
    for (topic, draft) in &before.drafts {
        let is_withheld = withheld.iter().any(|span| span.holds(draft.started_ms));
        prop_assert!(is_withheld || merged.drafts.get(topic) == Some(draft));
    }
    prop_assert!(
        merged
            .drafts
            .keys()
            .all(|topic| before.drafts.contains_key(topic))
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// B8
    #[test]
    fn b8_the_order_in_which_two_protocols_are_merged_makes_no_difference(
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

    /// B8 of the field brief, and undo over the sitting.
    #[test]
    fn undo_after_a_merge_brings_back_exactly_what_was_before(
        first in protocol(1, 0), done in done_by_the_first(), mut other in protocol(2, 5),
    ) {
        other.off_record.clear();
        other.struck_spans.clear();
        other.tombstones.clear();
        other.struck_texts = 0;
        other.drafts.clear();
        let mut alone = Sitting::new(first);
        for event in done {
            alone.record(event);
        }
        let MergedSitting { merged, mut sitting } = merge_into(&alone, &other, &[], AT).unwrap();
        prop_assume!(!sitting.events().is_empty());
        let at_first = sitting.state().clone();
        prop_assert_eq!(at_first.notes.len(), merged.session.notes.len());
        has_what_was(&at_first, alone.state(), &other)?;
        while let Some(undoable) = alone.undoable().map(|recorded| recorded.sequence) {
            prop_assert_eq!(sitting.undoable().map(|recorded| recorded.sequence), Some(undoable));
            alone.record(Event::Undone(undoable));
            sitting.record(Event::Undone(undoable));
            has_what_was(sitting.state(), alone.state(), &other)?;
        }
        while let Some(redoable) = sitting.redoable().map(|recorded| recorded.sequence) {
            sitting.record(Event::Redone(redoable));
        }
        let mut at_last = sitting.state().clone();
        at_last.sequence = at_first.sequence;
        prop_assert_eq!(at_last, at_first);
    }
}
