//! The protocol of an invented session.

use std::collections::BTreeMap;

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Makers;
use super::population::{Planned, weighted};
use crate::guide::{Block, Guide, Mode, Topic, Weight};
use crate::language::Language;
use crate::release::Draw;
use crate::session::{
    Age, Answer, Approval, ApprovalStep, CellState, ConsentRecord, GuideReference, Header, Manner,
    Note, NoteId, NoteKind, Origin, PhoneReason, Polarity, Prompting, Recording, Session, TopicId,
    Voice,
};

/// When the first interview of an invented study is.
const FIRST: OffsetDateTime = datetime!(2026-01-05 09:00 +1);

/// How many notes a topic has, with how often, in parts of a hundred: about four and a half on the average.
const NOTES: [(usize, usize); 8] = [
    (1, 4),
    (2, 9),
    (3, 14),
    (4, 20),
    (5, 20),
    (6, 15),
    (7, 11),
    (8, 7),
];

/// The steps of the consent, each with how many of a thousand say yes.
const CONSENT: [(&str, usize); 7] = [
    ("c1", 1000),
    ("c2", 1000),
    ("c3", 820),
    ("c4", 930),
    ("c5", 800),
    ("c6", 150),
    ("c7", 860),
];

/// Which codes are named how often: for each topic its codes, the most frequent first.
pub(super) struct Tendencies(BTreeMap<String, Vec<String>>);

impl Tendencies {
    /// Draws which codes lead in this study.
    pub(super) fn of(guide: &Guide, draw: &mut Draw) -> Self {
        let mut of_topic = |topic: &Topic| {
            let all: Vec<&str> = topic
                .codes
                .iter()
                .flat_map(|name| guide.codes_named(name))
                .filter(|code| !code.retired && !guide.process_codes.contains(&code.id))
                .map(|code| code.id.as_str())
                .collect();
            // Whoever codes takes the code that says most exactly what was said.
            let exact = all
                .iter()
                .filter(|code| !all.iter().any(|other| is_below(other, code)));
            let mut codes: Vec<String> = exact.map(|code| (*code).to_owned()).collect();
            codes.sort();
            codes.dedup();
            draw.shuffle(&mut codes);
            codes
        };
        let topics = guide.topics();
        Self(
            topics
                .map(|(_, topic)| (topic.id.clone(), of_topic(topic)))
                .collect(),
        )
    }

    /// A code for a note. The n-th most frequent one comes n times (n + 1) half as rarely as the first, and now and then
    /// it is what is usual in the case.
    fn code(&self, topic: &str, case_seed: u64, draw: &mut Draw) -> Option<&str> {
        let codes = self.0.get(topic)?;
        let weight = |place: usize| 2_000 / ((place + 1) * (place + 2));
        let parts: usize = (0..codes.len()).map(weight).sum();
        let mut drawn = draw.below(parts);
        let mut place = 0;
        while let Some(rest) = drawn.checked_sub(weight(place).max(1)) {
            drawn = rest;
            place += 1;
        }
        if draw.chance(200) {
            // Something that those of this case come back to.
            place = Draw::seeded(case_seed ^ seed_of(topic)).below(codes.len());
        }
        codes.get(place).map(String::as_str)
    }
}

fn is_below(code: &str, above: &str) -> bool {
    code.strip_prefix(above)
        .is_some_and(|rest| rest.starts_with('.'))
}

fn seed_of(topic: &str) -> u64 {
    topic
        .bytes()
        .fold(0, |seed: u64, byte| seed.wrapping_mul(31) + u64::from(byte))
}

/// The protocol of a session.
pub(super) fn session(planned: &Planned, makers: &Makers) -> Session {
    let mut draw = Draw::seeded(planned.seed);
    let began = began(planned, &mut draw);
    let mode = weighted(&[(Mode::OnSite, 64), (Mode::Phone, 36)], &mut draw);
    let mut session = Session::new(Header {
        id: planned.id.clone(),
        guide: GuideReference::to(&makers.guide, planned.language),
        mode,
        reason: reason(mode, &mut draw),
        language: planned.language,
        created: began - Duration::hours(15),
        invented: true,
        pilot: false,
    });
    session.clock.began = Some(began);
    consent(&mut session, makers, began, &mut draw);
    session.attributes = [
        ("background", planned.background),
        ("interviewer", planned.side.as_str()),
        ("role", planned.role),
        ("side", planned.side.as_str()),
        ("tenure", planned.tenure),
    ]
    .map(|(id, value)| (id.to_owned(), value.to_owned()))
    .into();
    let mut writing = Writing {
        at_ms: 20_000,
        number: 0,
        planned,
        makers,
        draw,
    };
    for (block, topic) in makers.guide.topics() {
        writing.topic(&mut session, block, topic);
    }
    let end = began + Duration::milliseconds(i64::try_from(writing.at_ms).unwrap_or(0));
    session.closed = Some(end + Duration::hours(20));
    session.sequence = u64::from(writing.number) * 9 + 40;
    approval(&mut session, end, &mut writing.draw);
    session
}

/// A workday and an hour of the day; two interviews a day. After some four hundred years the calendar begins again,
/// since a file can hold four digits of a year.
fn began(planned: &Planned, draw: &mut Draw) -> OffsetDateTime {
    let day = i64::try_from(planned.place / 2).unwrap_or(0);
    let days = Duration::weeks((day / 5) % 20_000) + Duration::days(day % 5);
    let hours = if planned.place.is_multiple_of(2) {
        0
    } else {
        5
    };
    let minutes = i64::try_from(draw.below(90)).unwrap_or(0);
    FIRST + days + Duration::hours(hours) + Duration::minutes(minutes)
}

fn reason(mode: Mode, draw: &mut Draw) -> Option<PhoneReason> {
    let reasons = [
        (PhoneReason::Distance, 70),
        (PhoneReason::Schedule, 18),
        (PhoneReason::Wish, 8),
        (PhoneReason::Other, 4),
    ];
    (mode == Mode::Phone).then(|| weighted(&reasons, draw))
}

fn consent(session: &mut Session, makers: &Makers, began: OffsetDateTime, draw: &mut Draw) {
    for (index, (step, yes)) in (0_i64..).zip(CONSENT) {
        session.consent.push(ConsentRecord {
            step: step.to_owned(),
            answer: if draw.chance(yes) {
                Answer::Yes
            } else {
                Answer::No
            },
            manner: Manner::Oral,
            at: began - Duration::seconds(400 - 40 * index),
            edition: makers.guide.edition.clone(),
            language: session.header.language,
        });
    }
    if session.answer_to("c3") == Some(Answer::Yes) {
        session.clock.recordings = vec![Recording {
            zero_ms: -30_000,
            ..Recording::default()
        }];
    }
}

fn approval(session: &mut Session, end: OffsetDateTime, draw: &mut Draw) {
    if session.answer_to("c6") != Some(Answer::Yes) {
        return;
    }
    let sent = end + Duration::days(2);
    let mut add = |step, at| {
        session.approvals.push(Approval {
            step,
            at,
            digest: "0".repeat(64),
        });
    };
    let until = (sent + Duration::days(21)).date();
    add(ApprovalStep::Sent { until }, sent);
    if draw.chance(700) {
        add(ApprovalStep::Approved, sent + Duration::days(6));
    }
}

/// A protocol that is being written.
struct Writing<'makers> {
    at_ms: u64,
    number: u32,
    planned: &'makers Planned,
    makers: &'makers Makers,
    draw: Draw,
}

impl Writing<'_> {
    fn topic(&mut self, session: &mut Session, block: &Block, topic: &Topic) {
        let must = topic.weight.of(session.header.mode) == Weight::Must;
        let state = self.state(must);
        let id = TopicId::new(&topic.id);
        session.cells.insert(id.clone(), state);
        if state != CellState::Answered {
            return;
        }
        for _ in 0..weighted(&NOTES, &mut self.draw) {
            let note = self.note(&id, block, topic);
            session.notes.push(note);
        }
        if self.draw.chance(30) {
            let outside = TopicId::new(&block.outside());
            let note = self.note(&outside, block, topic);
            session.notes.push(note);
        }
        if self.draw.chance(300) {
            let language = self.planned.language;
            let summary = self.makers.phrases.summary(language, &mut self.draw);
            session.summaries.insert(id, summary);
        }
    }

    /// The state of a cell; what need not be asked is often left for want of time.
    fn state(&mut self, must: bool) -> CellState {
        let asked = if must { 975 } else { 780 };
        let states = if self.draw.chance(asked) {
            [
                (CellState::Answered, 95),
                (CellState::NothingToSay, 3),
                (CellState::Declined, 2),
            ]
        } else {
            [
                (CellState::NotAsked, 75),
                (CellState::NotApplicable, 20),
                (CellState::Open, 5),
            ]
        };
        weighted(&states, &mut self.draw)
    }

    fn note(&mut self, cell: &TopicId, block: &Block, topic: &Topic) -> Note {
        let Planned {
            language,
            case_seed,
            ..
        } = *self.planned;
        let draw = &mut self.draw;
        self.number += 1;
        self.at_ms += 12_000 + u64::try_from(draw.below(75_000)).unwrap_or(0);
        let code = self.makers.tendencies.code(&topic.id, case_seed, draw);
        let code = if draw.chance(930) { code } else { None };
        let spoken = if draw.chance(970) {
            language
        } else {
            language.next()
        };
        let (origin, age) = written(draw);
        Note {
            id: NoteId {
                taker: 1,
                number: self.number,
            },
            topic: cell.clone(),
            also_in: also_in(cell, block, draw),
            kind: kind(block, draw),
            text: self.makers.phrases.note(spoken, code, draw),
            at_ms: self.at_ms,
            origin,
            age,
            revised: None,
            language: spoken,
            translation: None,
            speaker: None,
            prompting: prompting(topic, language, draw),
            polarity: polarity(code, draw),
            voice: weighted(&[(Voice::Own, 92), (Voice::Reported, 8)], draw),
            codes: code.map(ToOwned::to_owned).into_iter().collect(),
        }
    }
}

fn kind(block: &Block, draw: &mut Draw) -> NoteKind {
    let facts = if block.id == "b1" { 45 } else { 0 };
    weighted(
        &[
            (NoteKind::Fact, facts),
            (NoteKind::Quote, 12),
            (NoteKind::Observation, 5),
            (NoteKind::Comment, 6),
            (NoteKind::Paraphrase, 77 - facts),
        ],
        draw,
    )
}

fn written(draw: &mut Draw) -> (Origin, Age) {
    weighted(
        &[
            ((Origin::Live, Age::SameDay), 84),
            ((Origin::Memory, Age::SameDay), 7),
            ((Origin::Memory, Age::WithinDay), 2),
            ((Origin::Recording, Age::Later), 6),
            ((Origin::Approval, Age::Later), 1),
        ],
        draw,
    )
}

fn prompting(topic: &Topic, language: Language, draw: &mut Draw) -> Prompting {
    let probes = topic.probes.in_language(language).len().min(9);
    match draw.below(100) {
        0..58 => Prompting::Unprompted,
        58..70 => Prompting::Prompted,
        _ => match u8::try_from(draw.below(probes) + 1) {
            Ok(probe) if probes > 0 => Prompting::Probe(probe),
            _ => Prompting::Prompted,
        },
    }
}

/// What helps mostly helps, and what hinders mostly hinders.
fn polarity(code: Option<&str>, draw: &mut Draw) -> Option<Polarity> {
    let code = code?;
    let (usual, other) = if code.starts_with("fac.") {
        (Polarity::Helps, Polarity::Hinders)
    } else if code.starts_with("bar.") {
        (Polarity::Hinders, Polarity::Helps)
    } else {
        return None;
    };
    match draw.below(100) {
        0..70 => Some(usual),
        70..76 => Some(other),
        _ => None,
    }
}

/// Now and then a note belongs into another cell of its block too.
fn also_in(cell: &TopicId, block: &Block, draw: &mut Draw) -> Vec<TopicId> {
    let others: Vec<&Topic> = block
        .topics
        .iter()
        .filter(|topic| topic.id != cell.as_str())
        .collect();
    let is_linked = draw.chance(40);
    let linked = draw.one_of(&others).filter(|_| is_linked);
    linked
        .map(|topic| TopicId::new(&topic.id))
        .into_iter()
        .collect()
}
