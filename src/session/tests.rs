//! What holds for every history of a session.

use proptest::prelude::*;

use super::purge::{for_each_text, for_each_text_of_event};
use super::*;

/// A word that no text at random holds.
const SECRET: &str = "Nachbarskind";

fn recorded_on(base: Session, events: Vec<Event>) -> Sitting {
    let mut sitting = Sitting::new(base);
    for event in events {
        sitting.record(event);
    }
    sitting
}

fn some_events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(arbitrary::event(), 0..24)
}

fn plain_events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(arbitrary::plain_event(), 0..12)
}

/// Events in which every text is another.
fn told_apart(events: Vec<Event>) -> Vec<Event> {
    let mut count = 0;
    let mut name = |text: &CleanText| {
        (!text.is_empty()).then(|| {
            count += 1;
            CleanText::from_stored(format!("text {count}"))
        })
    };
    let named = events.into_iter().map(|mut event| {
        for_each_text_of_event(&mut event, &mut name);
        if let Event::DraftEdited { insert, .. } = &mut event
            && let Some(named) = name(insert)
        {
            *insert = named;
        }
        event
    });
    named.collect()
}

/// A state without its number, which every event raises.
fn unnumbered(state: &Session) -> Session {
    Session {
        sequence: 0,
        ..state.clone()
    }
}

/// Every text that a sitting would write into files.
fn texts(sitting: &Sitting) -> String {
    let mut all = String::new();
    let mut collect = |text: &CleanText| {
        all.push_str(text.as_str());
        all.push('\n');
        None
    };
    for_each_text(&mut sitting.base().clone(), &mut collect);
    for recorded in sitting.events() {
        let mut event = recorded.event.clone();
        for_each_text_of_event(&mut event, &mut collect);
        if let Event::DraftEdited { insert, .. } = &event {
            collect(insert);
        }
    }
    for_each_text(&mut sitting.state().clone(), &mut collect);
    all
}

fn secret_note(id: NoteId, topic: &str) -> Note {
    Note {
        id,
        topic: TopicId::new(topic),
        also_in: vec![TopicId::new("b1.t2")],
        kind: NoteKind::Paraphrase,
        text: CleanText::from_stored(SECRET.to_owned()),
        at_ms: 1,
        origin: Origin::Live,
        language: Language::De,
        prompting: Prompting::Unprompted,
        age: Age::SameDay,
        revised: None,
        translation: None,
        speaker: None,
        polarity: None,
        voice: Voice::Own,
        codes: Vec::new(),
    }
}

fn typed(topic: &str, text: &str) -> Event {
    Event::DraftEdited {
        topic: TopicId::new(topic),
        started_ms: 1,
        at: usize::MAX,
        remove: 0,
        insert: CleanText::from_stored(text.to_owned()),
        purpose: Purpose::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_state_is_the_fold_of_its_events(sitting in arbitrary::sitting(), events in some_events()) {
        let sitting = recorded_on(sitting.state().clone(), events);
        let again = Sitting::resumed(sitting.base().clone(), sitting.events().to_vec());
        prop_assert_eq!(again.state(), sitting.state());
        let numbers: Vec<u64> = sitting.events().iter().map(|recorded| recorded.sequence).collect();
        let expected: Vec<u64> = (sitting.base().sequence + 1..).take(numbers.len()).collect();
        prop_assert_eq!(numbers, expected);
    }

    #[test]
    fn redo_brings_back_what_undo_took(sitting in arbitrary::sitting(), events in some_events(), steps in 1_usize..6) {
        let mut sitting = recorded_on(sitting.state().clone(), events);
        let mut before = Vec::new();
        for _ in 0..steps {
            let Some(undoable) = sitting.undoable().map(|recorded| recorded.sequence) else { break };
            before.push(unnumbered(sitting.state()));
            sitting.record(Event::Undone(undoable));
        }
        while let Some(expected) = before.pop() {
            let redoable = sitting.redoable().map(|recorded| recorded.sequence);
            prop_assert!(redoable.is_some());
            sitting.record(Event::Redone(redoable.unwrap_or_default()));
            prop_assert_eq!(unnumbered(sitting.state()), expected);
        }
    }

    #[test]
    fn what_cannot_be_undone_is_not(sitting in arbitrary::sitting(), events in some_events(), number in 0_u64..40) {
        let mut sitting = recorded_on(sitting.state().clone(), events);
        let reaches = sitting.events().iter().any(|recorded| {
            recorded.sequence == number && recorded.event.can_be_undone()
        });
        prop_assume!(!reaches);
        let before = unnumbered(sitting.state());
        sitting.record(Event::Undone(number));
        prop_assert_eq!(unnumbered(sitting.state()), before);
    }

    #[test]
    fn a_struck_note_leaves_its_number_and_no_text(
        before in plain_events(), between in plain_events(), after in plain_events(),
        earlier in any::<bool>(),
    ) {
        let id = NoteId { taker: 9, number: 1 };
        let mut sitting = Sitting::new(Session::new(header()));
        let keep = vec![
            typed("b1.t1", "Nachbars"),
            typed("b1.t1", SECRET),
            Event::NoteKept(Box::new(secret_note(id, "b1.t1"))),
            Event::NoteChanged {
                note: id, kind: NoteKind::Quote, text: CleanText::from_stored(SECRET.to_owned()), revised: None,
            },
            Event::NoteTranslated { note: id, text: Some(CleanText::from_stored(SECRET.to_owned())) },
        ];
        for event in before.into_iter().chain(keep).chain(between) {
            sitting.record(event);
        }
        if earlier {
            sitting = Sitting::new(sitting.state().clone());
        }
        for event in after {
            sitting.record(event);
        }
        let mut kept = sitting.clone();
        kept.record(Event::Struck(Struck::Note(id)));
        sitting.strike_note(id);
        prop_assert!(!texts(&sitting).contains("Nachbars"));
        prop_assert_eq!(sitting.state(), kept.state());
        prop_assert!(sitting.state().tombstones.iter().any(|tombstone| tombstone.note == id));
        prop_assert!(!sitting.finish_strikes(), "a finished strike leaves nothing to do");
    }

    #[test]
    fn after_a_strike_only_that_is_written_from_which_something_is_left(
        sitting in arbitrary::sitting(), events in some_events(), target in any::<prop::sample::Index>(),
    ) {
        let before: Vec<Event> = sitting.events().iter().map(|recorded| recorded.event.clone()).collect();
        let half = before.len() + events.len() / 2;
        let mut events = told_apart(before.into_iter().chain(events).collect());
        let since = events.split_off(half);
        let earlier = recorded_on(Session::new(header()), events);
        let mut sitting = recorded_on(earlier.state().clone(), since);
        let places = sitting.state().places_of(|_| true);
        let mut kept = sitting.clone();
        if places.is_empty() {
            kept.record(Event::Struck(Struck::Past));
            sitting.strike_past();
        } else {
            let place = target.get(&places).clone();
            let struck = sitting.strike_texts(&[place]);
            kept.record(struck[0].event.clone());
        }
        let left = sitting.state().texts();
        for text in texts(&sitting).lines().filter(|text| !text.is_empty()) {
            prop_assert!(left.contains(&CleanText::from_stored(text.to_owned())), "{}", text);
        }
        prop_assert_eq!(sitting.state(), kept.state());
        prop_assert_eq!(sitting.undoable(), None);
        prop_assert_eq!(sitting.redoable(), None);
        prop_assert!(!sitting.finish_strikes(), "a finished strike leaves nothing to do");
        let again = Sitting::resumed(sitting.base().clone(), sitting.events().to_vec());
        prop_assert_eq!(again.state(), sitting.state());
    }

    #[test]
    fn what_is_written_anew_leaves_its_pieces_out_and_undo_as_it_is(
        before in plain_events(), after in plain_events(),
    ) {
        let topic = TopicId::new("b3.t1");
        let mut sitting = Sitting::new(Session::new(header()));
        for event in before.into_iter().chain([typed("b3.t1", SECRET)]).chain(after) {
            sitting.record(event);
        }
        let undoable = sitting.undoable().cloned();
        let drafts = sitting.state().drafts.len();
        sitting.strike_draft(&topic);
        prop_assert!(!texts(&sitting).contains(SECRET));
        prop_assert_eq!(sitting.state().drafts.len(), drafts - 1);
        prop_assert_eq!(sitting.undoable().cloned(), undoable);
    }

    #[test]
    fn a_struck_draft_leaves_no_text(before in plain_events(), after in plain_events()) {
        let topic = TopicId::new("b3.t1");
        let mut sitting = Sitting::new(Session::new(header()));
        for event in before.into_iter().chain([typed("b3.t1", SECRET)]).chain(after) {
            sitting.record(event);
        }
        sitting.strike_texts(&[TextPlace::Draft(topic.clone())]);
        prop_assert!(!texts(&sitting).contains(SECRET));
        prop_assert!(!sitting.state().drafts.contains_key(&topic));
    }

    #[test]
    fn a_name_that_becomes_known_later_goes_everywhere(
        before in plain_events(), after in plain_events(), earlier in any::<bool>(),
    ) {
        let mut sitting = Sitting::new(Session::new(header()));
        let secret = || CleanText::from_stored(format!("x {SECRET} y"));
        let events = vec![
            typed("b3.t1", "Nachbars"),
            typed("b3.t1", "kind"),
            Event::NoteKept(Box::new(secret_note(NoteId { taker: 9, number: 1 }, "b1.t1"))),
            Event::CellSummarised { topic: TopicId::new("b1.t2"), text: secret() },
            Event::Parked { number: 1, topic: TopicId::new("b1.t2"), text: secret(), at_ms: 1 },
            Event::GateWaved { gate: "c7".to_owned(), reason: secret() },
        ];
        for event in before.into_iter().chain(events) {
            sitting.record(event);
        }
        if earlier {
            sitting = Sitting::new(sitting.state().clone());
        }
        for event in after {
            sitting.record(event);
        }
        let slot = SlotKey { kind: crate::anonymise::SlotKind::Person, number: 1 };
        let mut search = |text: &CleanText| {
            let found = text.as_str().contains(SECRET);
            found.then(|| CleanText::from_stored(text.as_str().replace(SECRET, "[Person 1]")))
        };
        let recorded = sitting.purge_words(slot, &mut search);
        prop_assert!(!recorded.is_empty());
        prop_assert!(!texts(&sitting).contains("Nachbars"));
        let folded = Sitting::resumed(sitting.base().clone(), sitting.events().to_vec());
        prop_assert_eq!(folded.state(), sitting.state());
    }
}

fn header() -> Header {
    Header {
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
    }
}

#[test]
fn a_cell_whose_only_note_is_struck_is_withdrawn() {
    let [first, second] = [1, 2].map(|number| NoteId { taker: 1, number });
    let topic = TopicId::new("b1.t1");
    let mut sitting = Sitting::new(Session::new(header()));
    sitting.record(Event::NoteKept(Box::new(secret_note(first, "b1.t1"))));
    sitting.record(Event::CellSet {
        topic: topic.clone(),
        state: CellState::Answered,
    });
    let mut sitting = Sitting::new(sitting.state().clone());
    sitting.record(Event::NoteKept(Box::new(secret_note(second, "b1.t1"))));
    sitting.strike_note(first);
    assert_eq!(sitting.state().cell(&topic), CellState::Answered);
    sitting.strike_note(second);
    assert_eq!(sitting.state().cell(&topic), CellState::Withdrawn);
}

#[test]
fn a_strike_reaches_what_was_kept_under_another_number_and_undone() {
    let mut sitting = Sitting::new(Session::new(header()));
    let id = |number| NoteId { taker: 1, number };
    let keep = |number, topic: &str, text: &str| {
        let mut note = secret_note(id(number), topic);
        note.text = CleanText::from_stored(text.to_owned());
        Event::NoteKept(Box::new(note))
    };
    let kept = sitting.record(keep(1, "b1.t1", SECRET));
    sitting.record(Event::Undone(kept.sequence));
    sitting.record(typed("b1.t1", SECRET));
    // The free number goes to another note, and the draft is kept under the next one.
    sitting.record(keep(1, "b3.t1", "other"));
    sitting.record(keep(2, "b1.t1", SECRET));
    sitting.strike_note(id(2));
    assert!(!texts(&sitting).contains(SECRET));
    assert!(texts(&sitting).contains("other"));
    assert!(!sitting.finish_strikes());
}
