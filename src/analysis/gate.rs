//! What is open in an interview before it is closed.
//!
//! Each point has a name in the session's log, under which it can be waved through with a reason. What was waved through
//! is open no more, and the log says why.

use crate::anonymise::SlotKey;
use crate::guide::{Guide, Mode, Weight};
use crate::language::Language;
use crate::session::{Answer, CellState, LogEntry, NoteId, Session, TopicId};

/// The steps of the consent that can never be waved through: they are asked, and the answer is kept.
const NEVER_WAVED: [&str; 3] = ["c1", "c2", "c4"];

/// The step of the consent by which the interviewee asks to see the protocol first.
const WANTS_TO_SEE: &str = "c6";

/// The attribute for the interviewer's country.
const INTERVIEWER: &str = "interviewer";

/// The attribute for the interviewee's side of the border, which is a country.
const INTERVIEWEE: &str = "side";

/// Something that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenPoint {
    /// So many words are not settled.
    Doubts(usize),
    /// Two slots are perhaps the same, as far as is known in this sitting.
    PerhapsSame {
        /// The one that would go into the other.
        from: SlotKey,
        /// The other.
        into: SlotKey,
    },
    /// A draft was not kept.
    Draft(TopicId),
    /// What is said since then is off the record, and nobody said that it is no more.
    OffRecord {
        /// When it began, in milliseconds since the interview began.
        from_ms: u64,
    },
    /// A note that waits for its place.
    Unplaced(NoteId),
    /// So many pairs of notes of two note-takers stand side by side and are not settled.
    Overlaps(usize),
    /// A parked point, by its number.
    Parked(u32, TopicId),
    /// A topic that must be asked has no state.
    Cell(TopicId),
    /// Two note-takers gave a topic different states.
    Disputed(TopicId),
    /// A topic was asked and there was nothing to say, and statements stand in it.
    Contradicted(TopicId),
    /// Something was not understood.
    Gap {
        /// Where.
        topic: TopicId,
        /// When, in milliseconds since the interview began.
        at_ms: u64,
    },
    /// A step of the consent was not asked.
    Consent(String),
    /// The interviewee wants to see the protocol before it is released.
    Approval,
    /// Interviewer and interviewee are not of the same country.
    Country,
    /// Nobody said why the interview was held by phone.
    PhoneReason,
}

impl OpenPoint {
    /// Its name in the session's log.
    pub fn gate(&self) -> String {
        match self {
            Self::Doubts(count) => format!("unsettled {count}"),
            Self::PerhapsSame { from, into } => {
                let [from, into] = [from, into].map(|slot| slot.placeholder(Language::En));
                format!("perhaps-same {from} {into}")
            }
            Self::Draft(topic) => format!("draft {topic}"),
            Self::OffRecord { from_ms } => format!("off-record {from_ms}"),
            Self::Unplaced(note) => format!("unplaced {note}"),
            Self::Overlaps(count) => format!("overlaps {count}"),
            Self::Parked(number, _) => format!("parked {number}"),
            Self::Cell(topic) => format!("cell {topic}"),
            Self::Disputed(topic) => format!("disputed {topic}"),
            Self::Contradicted(topic) => format!("contradicted {topic}"),
            Self::Gap { topic, at_ms } => format!("gap {topic} {at_ms}"),
            Self::Consent(step) => format!("consent {step}"),
            Self::Approval => "approval later".to_owned(),
            Self::Country => "country".to_owned(),
            Self::PhoneReason => "phone-reason".to_owned(),
        }
    }

    /// Whether it may be left open with a reason.
    pub fn may_be_waved(&self) -> bool {
        match self {
            Self::Consent(step) => !NEVER_WAVED.contains(&step.as_str()),
            // What is said after the end would be kept out without anybody knowing.
            Self::OffRecord { .. } => false,
            _ => true,
        }
    }
}

/// What is open in an interview and was not waved through, in the order in which it is best settled. Of words that are
/// not settled, and of slots that are perhaps the same, the session knows nothing.
pub fn open_points(session: &Session, guide: &Guide) -> Vec<OpenPoint> {
    let points = points(session, guide);
    points
        .into_iter()
        .filter(|point| !is_waved(session, point))
        .collect()
}

/// What waits to be completed after an interview was closed: also what was left open with a reason, so that nothing stays
/// due for ever.
pub fn points_to_complete(session: &Session, guide: &Guide) -> Vec<OpenPoint> {
    let points = points(session, guide);
    points
        .into_iter()
        .filter(|point| match point {
            OpenPoint::Approval | OpenPoint::Country | OpenPoint::PhoneReason => false,
            OpenPoint::Consent(_) => !is_waved(session, point),
            _ => true,
        })
        .collect()
}

/// What is open, whatever was waved through.
fn points(session: &Session, guide: &Guide) -> Vec<OpenPoint> {
    let drafts = session.drafts.keys().cloned().map(OpenPoint::Draft);
    let off_record = session
        .off_record
        .iter()
        .filter(|stretch| stretch.to_ms.is_none())
        .map(|stretch| OpenPoint::OffRecord {
            from_ms: stretch.from_ms,
        });
    let parked = session
        .waiting()
        .map(|parked| OpenPoint::Parked(parked.number, parked.topic.clone()));
    let gaps = session
        .gaps
        .iter()
        .filter(|gap| !gap.settled)
        .map(|gap| OpenPoint::Gap {
            topic: gap.topic.clone(),
            at_ms: gap.at_ms,
        });
    let unplaced = session.unplaced.iter().copied().map(OpenPoint::Unplaced);
    let overlaps = session.overlaps().len();
    let overlaps = (overlaps > 0).then_some(OpenPoint::Overlaps(overlaps));
    off_record
        .chain(drafts)
        .chain(unplaced)
        .chain(overlaps)
        .chain(disputed(session).map(OpenPoint::Disputed))
        .chain(parked)
        .chain(cells(session, guide))
        .chain(contradicted(session).map(OpenPoint::Contradicted))
        .chain(gaps)
        .chain(consent(session, guide))
        .chain(soft(session))
        .collect()
}

/// Whether the log says why a point stays open.
pub fn is_waved(session: &Session, point: &OpenPoint) -> bool {
    is_waved_in(session.log.iter(), point)
}

/// Whether this part of a log says why a point stays open.
pub fn is_waved_in<'log>(mut log: impl Iterator<Item = &'log LogEntry>, point: &OpenPoint) -> bool {
    let wanted = point.gate();
    point.may_be_waved()
        && log.any(|entry| match entry {
            LogEntry::Waved { gate, .. } => *gate == wanted,
            _ => false,
        })
}

/// Whether interviewer and interviewee are not of the same country, by the values of these attributes.
pub fn is_of_other_country<'a>(value: impl Fn(&str) -> Option<&'a str>) -> bool {
    let countries = value(INTERVIEWER).zip(value(INTERVIEWEE));
    countries.is_some_and(|(one, other)| one != other)
}

fn cells<'a>(session: &'a Session, guide: &'a Guide) -> impl Iterator<Item = OpenPoint> + 'a {
    let mode = session.header.mode;
    guide
        .topics()
        .filter(move |(_, topic)| topic.weight.of(mode) == Weight::Must)
        .map(|(_, topic)| TopicId::new(&topic.id))
        .filter(|topic| session.cell(topic) == CellState::Open)
        .map(OpenPoint::Cell)
}

/// The topics to which two note-takers gave different states, as long as nobody settled which one holds.
pub fn disputed(session: &Session) -> impl Iterator<Item = TopicId> + '_ {
    let disputes = session.disputes.iter();
    let open = disputes.filter(|(_, dispute)| !dispute.settled);
    open.map(|(topic, _)| topic.clone())
}

/// The topics of which the state says that there was nothing to say, and in which statements stand all the same.
pub fn contradicted(session: &Session) -> impl Iterator<Item = TopicId> + '_ {
    let silent = session.cells.iter();
    let silent = silent.filter(|(_, state)| **state == CellState::NothingToSay);
    silent
        .map(|(topic, _)| topic)
        .filter(|topic| {
            let mut notes = session.notes_in(topic).into_iter();
            notes.any(|note| note.kind.is_for_review())
        })
        .cloned()
}

fn consent<'a>(session: &'a Session, guide: &'a Guide) -> impl Iterator<Item = OpenPoint> + 'a {
    guide
        .consent
        .iter()
        .filter(|step| session.answer_to(&step.id).is_none())
        .map(|step| OpenPoint::Consent(step.id.clone()))
}

/// What is said and keeps nobody from closing.
fn soft(session: &Session) -> impl Iterator<Item = OpenPoint> {
    let wants_to_see = session.answer_to(WANTS_TO_SEE) == Some(Answer::Yes);
    let approval = wants_to_see && session.approvals.is_empty();
    let is_other_country =
        is_of_other_country(|attribute| session.attributes.get(attribute).map(String::as_str));
    let is_without_reason = session.header.mode == Mode::Phone && session.header.reason.is_none();
    let points = [
        (approval, OpenPoint::Approval),
        (is_other_country, OpenPoint::Country),
        (is_without_reason, OpenPoint::PhoneReason),
    ];
    points
        .into_iter()
        .filter(|(is_open, _)| *is_open)
        .map(|(_, point)| point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{guide, session};
    use crate::anonymise::CleanText;
    use crate::session::{Gap, OffRecord};

    fn settled() -> Session {
        let mut session = session();
        session.drafts.clear();
        session.parked.clear();
        session.gaps.clear();
        for (_, topic) in guide().topics() {
            session
                .cells
                .insert(TopicId::new(&topic.id), CellState::Answered);
        }
        session
    }

    /// A14
    #[test]
    fn three_open_things_are_three_points() {
        let mut session = settled();
        assert_eq!(open_points(&session, &guide()), []);
        session.cells.remove(&TopicId::new("b1.t1"));
        session.gaps.push(Gap {
            topic: TopicId::new("b1.t2"),
            at_ms: 7_000,
            settled: false,
        });
        session.off_record.push(OffRecord {
            from_ms: 9_000,
            to_ms: None,
        });
        let points = open_points(&session, &guide());
        assert_eq!(
            points,
            [
                OpenPoint::OffRecord { from_ms: 9_000 },
                OpenPoint::Cell(TopicId::new("b1.t1")),
                OpenPoint::Gap {
                    topic: TopicId::new("b1.t2"),
                    at_ms: 7_000
                },
            ]
        );
    }

    #[test]
    fn a_topic_without_anything_to_say_that_holds_statements_is_a_point() {
        let mut session = settled();
        let topic = session
            .notes
            .iter()
            .find(|note| note.kind == crate::session::NoteKind::Paraphrase)
            .map(|note| note.topic.clone())
            .expect("the sample has statements");
        session.cells.insert(topic.clone(), CellState::NothingToSay);
        let point = OpenPoint::Contradicted(topic.clone());
        assert_eq!(open_points(&session, &guide()), [point]);
        // What the interviewer thought or saw is no statement.
        for note in &mut session.notes {
            note.kind = crate::session::NoteKind::Observation;
        }
        assert_eq!(open_points(&session, &guide()), []);
    }

    #[test]
    fn what_was_waved_through_is_open_no_more_unless_it_never_may_be() {
        let mut session = settled();
        session.cells.remove(&TopicId::new("b1.t1"));
        let cell = OpenPoint::Cell(TopicId::new("b1.t1"));
        let step = OpenPoint::Consent("c4".to_owned());
        for point in [&cell, &step] {
            session.log.push(LogEntry::Waved {
                gate: point.gate(),
                reason: CleanText::from_stored("keine Zeit".to_owned()),
            });
        }
        assert!(is_waved(&session, &cell));
        assert_eq!(open_points(&session, &guide()), []);
        assert!(!is_waved(&session, &step));
    }

    /// B12
    #[test]
    fn another_country_and_a_missing_reason_are_named_and_can_be_waved_through() {
        let mut session = settled();
        session.header.mode = Mode::Phone;
        let of = |session: &mut Session, attribute: &str, value: &str| {
            let (attribute, value) = (attribute.to_owned(), value.to_owned());
            session.attributes.insert(attribute, value);
        };
        of(&mut session, INTERVIEWER, "ch");
        of(&mut session, INTERVIEWEE, "ch");
        assert_eq!(open_points(&session, &guide()), [OpenPoint::PhoneReason]);
        of(&mut session, INTERVIEWEE, "fr");
        let points = open_points(&session, &guide());
        assert_eq!(points, [OpenPoint::Country, OpenPoint::PhoneReason]);
        assert!(points.iter().all(OpenPoint::may_be_waved));
    }
}
