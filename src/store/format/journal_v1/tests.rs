use proptest::prelude::*;

use super::*;
use crate::session::{Event, arbitrary};
use crate::store::format::as_written::tests::{both, changed, pieces};

fn header() -> Header {
    Header {
        session: "A-1".parse().unwrap(),
        base: 17,
    }
}

fn numbered(events: Vec<Event>) -> Vec<Recorded> {
    (18..)
        .zip(events)
        .map(|(sequence, event)| Recorded { sequence, event })
        .collect()
}

fn events() -> impl Strategy<Value = Vec<Recorded>> {
    prop::collection::vec(arbitrary::event(), 1..8).prop_map(numbered)
}

fn read_own(bytes: &[u8]) -> Result<Journal, JournalError> {
    read(bytes, &header().session)
}

/// How many of the first events end before this byte.
fn whole_before(events: &[Recorded], at: usize) -> usize {
    let mut length = header().to_line().len();
    events
        .iter()
        .take_while(|recorded| {
            length += line(recorded).unwrap().len();
            length <= at
        })
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_event_is_read_as_ron_reads_it_or_left_to_it(
        event in arbitrary::event(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..6, pieces()), 1..6),
    ) {
        let mut line = field::to_line(&event::Event::from(&event)).unwrap();
        let (known, read) = both::<event::Event>(&line);
        prop_assert!(known.is_some());
        prop_assert_eq!(known, read);
        for (at, length, piece) in changes {
            line = changed(&line, at, length, piece);
            let (known, read) = both::<event::Event>(&line);
            prop_assert!(read.is_none() || known == read, "{line}");
        }
    }

    #[test]
    fn a_journal_is_read_as_it_was_written(events in events()) {
        let written = whole(&header(), &events).unwrap();
        let journal = read_own(written.as_bytes()).unwrap();
        prop_assert_eq!(journal.header, Some(header()));
        prop_assert_eq!(journal.events, events);
        prop_assert_eq!(journal.length, written.len());
        prop_assert_eq!(journal.ending, Ending::Whole);
        prop_assert!(!written.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn a_journal_cut_at_any_byte_keeps_all_before_the_cut(events in events()) {
        let written = whole(&header(), &events).unwrap();
        for cut in 0..written.len() {
            let journal = read_own(&written.as_bytes()[..cut]).unwrap();
            let whole = whole_before(&events, cut);
            prop_assert_eq!(&journal.events, &events[..whole]);
            let is_whole = journal.length == cut;
            prop_assert_eq!(journal.ending, if is_whole { Ending::Whole } else { Ending::Torn });
        }
    }

    #[test]
    fn a_flipped_bit_never_changes_an_event(
        events in events(),
        at in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let mut written = whole(&header(), &events).unwrap().into_bytes();
        let at = at.index(written.len());
        written[at] ^= 1 << bit;
        let journal = read_own(&written).unwrap();
        let before = whole_before(&events, at);
        prop_assert_eq!(&journal.events, &events[..before]);
        if let Ending::Damaged(damage) = journal.ending {
            prop_assert!(damage.later.iter().all(|later| events.contains(later)));
            prop_assert!(damage.later.len() + before + 2 >= events.len());
        }
    }

    #[test]
    fn a_journal_that_says_everything_twice_says_it_once(events in events()) {
        let written = whole(&header(), &events).unwrap();
        let journal = read_own(written.repeat(2).as_bytes()).unwrap();
        prop_assert_eq!(&journal.events, &events);
        prop_assert_eq!(journal.ending, Ending::Whole);
        let twice: String = events.iter().flat_map(|event| [event; 2]).map(|event| line(event).unwrap()).collect();
        let journal = read_own(format!("{}{twice}", header().to_line()).as_bytes()).unwrap();
        prop_assert_eq!(journal.events, events);
        prop_assert_eq!(journal.ending, Ending::Whole);
    }

    #[test]
    fn nothing_brings_reading_down(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_own(&bytes);
        let mut journal = header().to_line().into_bytes();
        journal.extend(bytes);
        let _ = read_own(&journal);
    }
}

fn marks(count: usize) -> Vec<Recorded> {
    numbered(vec![
        Event::Ticked {
            check: "x".to_owned()
        };
        count
    ])
}

#[test]
fn a_missing_event_is_a_damage() {
    let mut events = marks(3);
    events.remove(1);
    let journal = read_own(whole(&header(), &events).unwrap().as_bytes()).unwrap();
    assert_eq!(journal.events, events[..1]);
    let Ending::Damaged(damage) = journal.ending else {
        panic!("a gap must be seen");
    };
    assert_eq!((damage.line, damage.kind), (3, DamageKind::Gap));
    assert_eq!(damage.later, events[1..]);
}

#[test]
fn two_events_with_one_number_are_a_damage() {
    let mut events = marks(2);
    events.push(Recorded {
        sequence: 19,
        event: Event::Unticked {
            check: "x".to_owned(),
        },
    });
    let journal = read_own(whole(&header(), &events).unwrap().as_bytes()).unwrap();
    assert_eq!(journal.events, events[..2]);
    assert!(matches!(
        journal.ending,
        Ending::Damaged(Damage {
            kind: DamageKind::Order,
            ..
        })
    ));
}

#[test]
fn a_journal_of_another_session_or_program_is_refused() {
    let written = whole(&header(), &marks(1)).unwrap();
    let other: SessionId = "B-1".parse().unwrap();
    assert_eq!(
        read(written.as_bytes(), &other),
        Err(JournalError::Session(header().session))
    );
    let content = "leitfaden-journal 2 A-1 17 and more";
    let newer = format!("{content} {:08x}\n", crc32fast::hash(content.as_bytes()));
    assert_eq!(read_own(newer.as_bytes()), Err(JournalError::Version(2)));
    let content = "18 teleported(to:\"b1\")";
    let unknown = format!("{:08x} {content}\n", crc32fast::hash(content.as_bytes()));
    let written = format!("{}{unknown}", header().to_line());
    assert_eq!(
        read_own(written.as_bytes()),
        Err(JournalError::Unknown { line: 2 })
    );
}

#[test]
fn a_line_says_what_happened_in_words() {
    let recorded = Recorded {
        sequence: 18,
        event: Event::CellSummarised {
            topic: crate::session::TopicId::new("b1.t1"),
            text: crate::anonymise::CleanText::from_stored("one\ntwo\u{7}".to_owned()),
        },
    };
    let line = line(&recorded).unwrap();
    let (_, content) = line.split_once(' ').unwrap();
    assert_eq!(
        content,
        "18 cell_summarised(topic:\"b1.t1\",text:\"one\\ntwo\\u{7}\")\n"
    );
}
