//! Events and sessions at random, few topics and note numbers among them so that they meet.

use proptest::prelude::*;
use time::{Date, OffsetDateTime, UtcOffset};

use super::{
    Age, Answer, Approval, ApprovalStep, ArchiveRecord, CellState, ClockChange, ConsentRecord,
    CooperationType, Detected, Event, ExportRecord, GuideReference, Header, Manner, Mark, Note,
    NoteId, NoteKind, Origin, Outcome, PauseReason, PhoneReason, Polarity, Prompting, Purpose,
    Revision, Session, Sitting, Span, Struck, TextPlace, Tombstone, TopicId, TypeView, Voice,
};
use crate::anonymise::{CleanText, Slot, SlotKey, SlotKind};
use crate::guide::Mode;
use crate::language::Language;

impl Event {
    /// The note that it concerns.
    pub(crate) fn note(&self) -> Option<NoteId> {
        match self {
            Self::NoteKept(note) | Self::NoteMerged(note) => Some(note.id),
            Self::NoteChanged { note, .. }
            | Self::NoteMarked { note, .. }
            | Self::NoteTranslated { note, .. }
            | Self::NoteMoved { note, .. }
            | Self::NoteLinked { note, .. }
            | Self::NoteUnlinked { note, .. }
            | Self::NoteUnplaced { note }
            | Self::Coded { note, .. }
            | Self::Uncoded { note, .. } => Some(*note),
            _ => None,
        }
    }
}

/// A text that begins with a word which no other part of a session has, so that it can be searched for.
pub(crate) fn text() -> impl Strategy<Value = CleanText> {
    prop_oneof![
        4 => "[a-zäöüé \"\\\\\n«»’]{0,12}",
        1 => any::<String>(),
    ]
    .prop_map(CleanText::from_stored)
}

pub(crate) fn topic() -> impl Strategy<Value = TopicId> {
    prop::sample::select(vec!["b1.t1", "b1.t2", "b2.out"]).prop_map(TopicId::new)
}

pub(crate) fn note_id() -> impl Strategy<Value = NoteId> {
    (1_u8..3, 1_u32..5).prop_map(|(taker, number)| NoteId { taker, number })
}

fn moment() -> impl Strategy<Value = OffsetDateTime> {
    (0_i64..4_000_000_000, 0_i64..1000, -12_i32..13, 0_i32..2).prop_map(
        |(seconds, millisecond, hours, odd)| {
            let offset = UtcOffset::from_whole_seconds(hours * 3600 + odd * 7).unwrap();
            let moment = OffsetDateTime::from_unix_timestamp(seconds).unwrap();
            (moment + time::Duration::milliseconds(millisecond)).to_offset(offset)
        },
    )
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

fn word() -> impl Strategy<Value = String> {
    "[a-z]{1,3}"
}

fn slot_key() -> impl Strategy<Value = SlotKey> {
    (prop::sample::select(SlotKind::ALL.to_vec()), 1_u32..4)
        .prop_map(|(kind, number)| SlotKey { kind, number })
}

fn prompting() -> impl Strategy<Value = Prompting> {
    prop_oneof![
        Just(Prompting::Unprompted),
        Just(Prompting::Prompted),
        (1_u8..10).prop_map(Prompting::Probe)
    ]
}

fn origin() -> impl Strategy<Value = Origin> {
    prop::sample::select(vec![
        Origin::Live,
        Origin::Memory,
        Origin::Recording,
        Origin::Approval,
    ])
}

fn age() -> impl Strategy<Value = Age> {
    prop::sample::select(Age::ALL.to_vec())
}

fn revision() -> impl Strategy<Value = Revision> {
    (origin(), age()).prop_map(|(origin, age)| Revision { origin, age })
}

fn polarity() -> impl Strategy<Value = Option<Polarity>> {
    prop::option::of(prop::sample::select(vec![
        Polarity::Helps,
        Polarity::Hinders,
    ]))
}

fn voice() -> impl Strategy<Value = Voice> {
    prop::sample::select(vec![Voice::Own, Voice::Reported])
}

fn speaker() -> impl Strategy<Value = Option<u8>> {
    prop::option::of(1_u8..4)
}

fn day() -> impl Strategy<Value = Date> {
    moment().prop_map(OffsetDateTime::date)
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        prompting().prop_map(Mark::Prompting),
        polarity().prop_map(Mark::Polarity),
        voice().prop_map(Mark::Voice),
        speaker().prop_map(Mark::Speaker),
        language().prop_map(Mark::Language),
    ]
}

pub(crate) fn note() -> impl Strategy<Value = Note> {
    (
        (note_id(), topic(), prop::collection::vec(topic(), 0..2)),
        (
            prop::sample::select(NoteKind::ALL.to_vec()),
            text(),
            0_u64..100_000,
        ),
        (
            origin(),
            language(),
            prompting(),
            prop::collection::vec(word(), 0..3),
        ),
        (
            (age(), prop::option::of(revision())),
            prop::option::of(text()),
            speaker(),
            polarity(),
            voice(),
        ),
    )
        .prop_map(
            |(
                (id, topic, also_in),
                (kind, text, at_ms),
                (origin, language, prompting, codes),
                ((age, revised), translation, speaker, polarity, voice),
            )| {
                Note {
                    id,
                    topic,
                    also_in,
                    kind,
                    text,
                    at_ms,
                    origin,
                    age,
                    revised,
                    language,
                    translation,
                    speaker,
                    prompting,
                    polarity,
                    voice,
                    codes,
                }
            },
        )
}

fn phone_reason() -> impl Strategy<Value = PhoneReason> {
    prop::sample::select(vec![
        PhoneReason::Distance,
        PhoneReason::Schedule,
        PhoneReason::Wish,
        PhoneReason::Other,
    ])
}

pub(crate) fn header() -> impl Strategy<Value = Header> {
    let reason = prop::option::of(phone_reason());
    let mode = prop::sample::select(vec![Mode::OnSite, Mode::Phone]);
    let titles = prop::collection::vec((topic(), any::<String>()), 0..3);
    (
        titles,
        word(),
        mode,
        reason,
        language(),
        moment(),
        any::<[bool; 2]>(),
    )
        .prop_map(
            |(titles, edition, mode, reason, language, created, [invented, pilot])| Header {
                id: "A-1".parse().unwrap(),
                guide: GuideReference {
                    id: "guide".to_owned(),
                    edition,
                    digest: "00ff".to_owned(),
                    titles,
                },
                mode,
                reason,
                language,
                created,
                invented,
                pilot,
            },
        )
}

fn consent() -> impl Strategy<Value = ConsentRecord> {
    let answer = prop::sample::select(vec![Answer::Yes, Answer::No, Answer::Withdrawn]);
    let manner = prop::sample::select(vec![
        Manner::Oral,
        Manner::OnTape,
        Manner::Written,
        Manner::Email,
    ]);
    (word(), answer, manner, moment(), word(), language()).prop_map(
        |(step, answer, manner, at, edition, language)| ConsentRecord {
            step,
            answer,
            manner,
            at,
            edition,
            language,
        },
    )
}

fn clock_change() -> impl Strategy<Value = ClockChange> {
    prop_oneof![
        moment().prop_map(ClockChange::Begins),
        moment().prop_map(ClockChange::BeginsByTyping),
        moment().prop_map(ClockChange::RecordingRuns),
        moment().prop_map(ClockChange::RecordingStopped),
        (0_u32..4, any::<i64>())
            .prop_map(|(number, by_ms)| ClockChange::RecordingShifted { number, by_ms }),
        any::<i64>().prop_map(ClockChange::Jumped),
        (0_u64..99, any::<i64>()).prop_map(|(at_ms, by_ms)| ClockChange::Slept { at_ms, by_ms }),
        (0_u64..99, any::<i64>()).prop_map(|(at_ms, by_ms)| ClockChange::ClockSet { at_ms, by_ms }),
        (0_u32..4, any::<bool>())
            .prop_map(|(number, counts)| ClockChange::JumpCounts { number, counts }),
        any::<u64>().prop_map(ClockChange::LeadSet),
        prop::option::of(any::<u32>()).prop_map(ClockChange::MinutesPlanned),
    ]
}

fn of_notes() -> impl Strategy<Value = Event> {
    let kind = || prop::sample::select(NoteKind::ALL.to_vec());
    prop_oneof![
        3 => note().prop_map(|note| Event::NoteKept(Box::new(note))),
        3 => (topic(), 0_u64..9, 0_usize..9, prop_oneof![0_usize..9, Just(usize::MAX)], text(), purpose())
            .prop_map(|(topic, started_ms, at, remove, insert, purpose)| Event::DraftEdited {
                topic, started_ms, at, remove, insert, purpose,
            }),
        1 => (note_id(), kind(), text(), prop::option::of(revision())).prop_map(
            |(note, kind, text, revised)| Event::NoteChanged { note, kind, text, revised }),
        1 => (note_id(), mark()).prop_map(|(note, mark)| Event::NoteMarked { note, mark }),
        1 => (note_id(), prop::option::of(text()))
            .prop_map(|(note, text)| Event::NoteTranslated { note, text }),
        1 => (note_id(), topic()).prop_map(|(note, topic)| Event::NoteMoved { note, topic }),
        1 => (note_id(), topic()).prop_map(|(note, topic)| Event::NoteLinked { note, topic }),
        1 => (note_id(), topic()).prop_map(|(note, topic)| Event::NoteUnlinked { note, topic }),
        1 => (note_id(), word()).prop_map(|(note, code)| Event::Coded { note, code }),
        1 => (note_id(), word()).prop_map(|(note, code)| Event::Uncoded { note, code }),
    ]
}

fn purpose() -> impl Strategy<Value = Purpose> {
    prop_oneof![
        3 => prompting().prop_map(Purpose::Note),
        1 => note_id().prop_map(Purpose::Change),
        1 => Just(Purpose::Sentence),
    ]
}

fn of_cells() -> impl Strategy<Value = Event> {
    let at = || prop::option::of(0_u64..99);
    let state = prop::sample::select(CellState::ALL.to_vec());
    prop_oneof![
        (topic(), at()).prop_map(|(topic, at_ms)| Event::Moved { topic, at_ms }),
        (topic(), state).prop_map(|(topic, state)| Event::CellSet { topic, state }),
        (topic(), text()).prop_map(|(topic, text)| Event::CellSummarised { topic, text }),
        (topic(), 1_u8..9, at()).prop_map(|(topic, probe, at_ms)| Event::ProbeAsked {
            topic,
            probe,
            at_ms
        }),
        (topic(), 0_u64..9).prop_map(|(topic, at_ms)| Event::GapMarked { topic, at_ms }),
        (topic(), 0_u64..9).prop_map(|(topic, at_ms)| Event::GapSettled { topic, at_ms }),
        (1_u32..4).prop_map(|number| Event::ParkedSettled { number }),
    ]
}

fn of_the_session() -> impl Strategy<Value = Event> {
    let pause = PauseReason::CHOICES
        .into_iter()
        .chain([PauseReason::Asked, PauseReason::Left]);
    let pause = prop::sample::select(pause.collect::<Vec<_>>());
    prop_oneof![
        moment().prop_map(Event::Resumed),
        clock_change().prop_map(Event::Clock),
        (0_u64..99, pause).prop_map(|(at_ms, reason)| Event::Paused { at_ms, reason }),
        (0_u64..99).prop_map(|at_ms| Event::Continued { at_ms }),
        consent().prop_map(Event::Consent),
        (word(), slot_key(), prop::option::of((word(), word()))).prop_map(
            |(rule, slot, detected)| Event::Finding {
                rule,
                slot,
                detected: detected.map(|(kind, certainty)| Detected { kind, certainty }),
            }
        ),
        (slot_key(), any::<bool>(), prop::option::of(text()))
            .prop_map(|(key, listed, label)| Event::SlotAdded(Slot { key, listed, label })),
        (slot_key(), slot_key()).prop_map(|(from, into)| Event::SlotJoined { from, into }),
        (slot_key(), prop::option::of(text()))
            .prop_map(|(slot, label)| Event::SlotLabelled { slot, label }),
        (word(), text()).prop_map(|(gate, reason)| Event::GateWaved { gate, reason }),
        (word(), prop::option::of(word()))
            .prop_map(|(attribute, value)| Event::AttributeSet { attribute, value }),
        word().prop_map(|check| Event::Ticked { check }),
        word().prop_map(|check| Event::Unticked { check }),
        language().prop_map(Event::LanguageSwitched),
        moment().prop_map(Event::Closed),
    ]
}

fn of_afterwards() -> impl Strategy<Value = Event> {
    let step = prop_oneof![
        day().prop_map(|until| ApprovalStep::Sent { until }),
        Just(ApprovalStep::Corrected),
        Just(ApprovalStep::Approved),
        Just(ApprovalStep::Objected),
    ];
    let outcome = prop::sample::select(vec![
        Outcome::Confirmed,
        Outcome::Nuanced,
        Outcome::Contradicted,
    ]);
    let kind = prop::sample::select(vec![
        CooperationType::Institutional,
        CooperationType::Operational,
        CooperationType::Informal,
    ]);
    let view = (kind, prop::collection::vec(note_id(), 0..3))
        .prop_map(|(kind, notes)| TypeView { kind, notes });
    prop_oneof![
        of_two_protocols(),
        (0_u64..99, any::<bool>()).prop_map(|(at_ms, on)| Event::OffRecord { at_ms, on }),
        (word(), prop::option::of(text())).prop_map(|(key, value)| Event::Prefilled { key, value }),
        (word(), prop::option::of(outcome))
            .prop_map(|(key, outcome)| Event::PrefillAssessed { key, outcome }),
        (word(), text()).prop_map(|(field, text)| Event::PostscriptSet { field, text }),
        (step, moment(), word()).prop_map(|(step, at, digest)| Event::ApprovalSet(Approval {
            step,
            at,
            digest
        })),
        prop::option::of(view).prop_map(Event::TypeSet),
        phone_reason().prop_map(Event::ReasonSet),
        prop::option::of(day()).prop_map(Event::DeletionPromised),
        prop::option::of(day()).prop_map(Event::RecordingsDeleted),
        (moment(), word(), word(), word()).prop_map(|(at, level, format, digest)| {
            Event::Exported(ExportRecord {
                at,
                level,
                format,
                digest,
            })
        }),
        (moment(), word(), word(), 1_u32..9).prop_map(|(at, target, package, revision)| {
            Event::Archived(ArchiveRecord {
                at,
                target,
                package,
                revision,
            })
        }),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    (0_u64..99, 0_u64..99).prop_map(|(one, other)| Span::between(one, other))
}

fn of_two_protocols() -> impl Strategy<Value = Event> {
    let slots = prop::collection::vec((slot_key(), slot_key()), 0..3);
    prop_oneof![
        span().prop_map(Event::WasOffRecord),
        note().prop_map(|note| Event::NoteMerged(Box::new(note))),
        (note_id(), topic(), 0_u64..99).prop_map(|(note, topic, at_ms)| Event::Buried(Tombstone {
            note,
            topic,
            at_ms
        })),
        (1_u8..9, moment(), slots).prop_map(|(taker, at, slots)| Event::Merged {
            taker,
            at,
            slots
        }),
        (note_id(), note_id()).prop_map(Event::OverlapSettled),
        note_id().prop_map(|note| Event::NoteUnplaced { note }),
    ]
}

fn text_place() -> impl Strategy<Value = TextPlace> {
    prop_oneof![
        note_id().prop_map(TextPlace::Translation),
        topic().prop_map(TextPlace::Summary),
        topic().prop_map(TextPlace::Draft),
        (1_u32..4).prop_map(TextPlace::Parked),
        word().prop_map(TextPlace::Prefill),
        word().prop_map(TextPlace::Postscript),
        slot_key().prop_map(TextPlace::Label),
        (1_usize..4).prop_map(TextPlace::Reason),
    ]
}

/// An event that is neither undo nor strike.
pub(crate) fn plain_event() -> impl Strategy<Value = Event> {
    let header = header().prop_map(|header| Event::Begun(Box::new(header)));
    prop_oneof![
        6 => of_notes(),
        3 => of_cells(),
        3 => of_the_session(),
        3 => of_afterwards(),
        1 => header,
    ]
}

/// Any event.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => plain_event(),
        1 => (1_u64..20).prop_map(Event::Undone),
        1 => (1_u64..20).prop_map(Event::Redone),
        1 => prop_oneof![
            note_id().prop_map(Struck::Note),
            topic().prop_map(Struck::Draft),
            note_id().prop_map(Struck::Former),
            slot_key().prop_map(Struck::Slot),
            text_place().prop_map(Struck::Text),
            span().prop_map(Struck::Span),
            Just(Struck::Past),
        ].prop_map(Event::Struck),
    ]
}

/// A sitting of plain events on a session of plain events; points to come back to are numbered as the program does.
pub(crate) fn sitting() -> impl Strategy<Value = Sitting> {
    let events = || prop::collection::vec(plain_event(), 0..16);
    let parked = prop::collection::vec((topic(), text()), 0..3);
    (header(), parked, events(), events()).prop_map(|(header, parked, before, since)| {
        let mut earlier = Sitting::new(Session::new(header));
        for (number, (topic, text)) in (1_u32..).zip(parked) {
            earlier.record(Event::Parked {
                number,
                topic,
                text,
                at_ms: 7,
            });
        }
        for event in before {
            earlier.record(event);
        }
        let mut sitting = Sitting::new(earlier.state().clone());
        for event in since {
            sitting.record(event);
        }
        sitting
    })
}
