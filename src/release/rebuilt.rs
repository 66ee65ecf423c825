//! A session as far as a level contains it, so that what was released can be read like any other session.

use std::collections::BTreeSet;

use time::{Date, Month, OffsetDateTime, Time};

use super::{Released, When};
use crate::anonymise::Slot;
use crate::session::{
    CellState, Clock, ConsentRecord, Gap, GuideReference, Header, Parked, PauseReason, Progress,
    Session, Tombstone,
};

impl Released {
    /// The session that holds what this level contains, and nothing else. Its dates are as coarse as the level says them:
    /// the first moment of the day or quarter.
    pub fn to_session(&self) -> Session {
        let mut session = Session::new(self.header());
        let began = self.began.map(When::first_moment);
        session.clock = Clock {
            began,
            pauses: self.pauses.clone(),
            ..self.clock.clone()
        };
        session.closed = (self.progress == Progress::Closed).then(|| self.ended(began));
        for cell in self.blocks.iter().flat_map(|block| &block.cells) {
            let topic = || cell.topic.clone();
            if cell.state != CellState::Open {
                session.cells.insert(topic(), cell.state);
            }
            if let Some(summary) = &cell.summary {
                session.summaries.insert(topic(), summary.clone());
            }
            if !cell.probes.is_empty() {
                let probes: BTreeSet<u8> = cell.probes.iter().copied().collect();
                session.probes.insert(topic(), probes);
            }
        }
        let mut notes = self.notes.clone();
        for note in &mut notes {
            // Whoever reads it follows the merges of the study again.
            if let Some(given) = self.given_codes.get(&note.id) {
                note.codes.clone_from(given);
            }
        }
        session.notes = notes.into();
        session.gaps = self.gaps.iter().map(gap).collect();
        session.attributes.clone_from(&self.attributes);
        session.consent = self.consent_records();
        session.parked = self.parked.iter().map(parked).collect();
        session.slots = self.slots.iter().map(slot).collect();
        session.tombstones = self.struck.iter().map(tombstone).collect();
        session
    }

    /// When the interview ended: as long after it began as it took, and as the program was left meanwhile.
    fn ended(&self, began: Option<OffsetDateTime>) -> OffsetDateTime {
        let began = began.unwrap_or_else(|| self.prepared.first_moment());
        let gross_ms = self.duration.map_or(0, |duration| duration.gross_ms);
        let left = self
            .pauses
            .iter()
            .filter(|pause| pause.reason == PauseReason::Left);
        let left = left.filter_map(|pause| pause.to_ms?.checked_sub(pause.from_ms));
        let took_ms = left.fold(gross_ms, u64::saturating_add);
        let took = i64::try_from(took_ms).unwrap_or(i64::MAX);
        began
            .checked_add(time::Duration::milliseconds(took))
            .unwrap_or(began)
    }

    fn header(&self) -> Header {
        let cells = self.blocks.iter().flat_map(|block| &block.cells);
        let titles = cells.filter_map(|cell| Some((cell.topic.clone(), cell.title.clone()?)));
        Header {
            id: self.id.clone(),
            guide: GuideReference {
                id: self.guide.id.clone(),
                edition: self.guide.edition.clone(),
                digest: self.guide.digest.clone(),
                titles: titles.collect(),
            },
            mode: self.mode,
            reason: self.reason,
            language: self.language,
            created: self.prepared.first_moment(),
            invented: self.invented,
            pilot: self.pilot,
        }
    }

    fn consent_records(&self) -> Vec<ConsentRecord> {
        let answers = self.answers.iter();
        answers
            .map(|answer| ConsentRecord {
                step: answer.step.clone(),
                answer: answer.answer,
                manner: answer.manner,
                at: self.prepared.first_moment(),
                edition: answer.edition.clone(),
                language: answer.language,
            })
            .collect()
    }
}

fn parked(parked: &super::ReleasedParked) -> Parked {
    Parked {
        number: parked.number,
        topic: parked.topic.clone(),
        text: parked.text.clone(),
        at_ms: parked.at_ms,
        settled: parked.settled,
    }
}

fn gap(gap: &super::ReleasedGap) -> Gap {
    Gap {
        topic: gap.topic.clone(),
        at_ms: gap.at_ms,
        settled: gap.settled,
    }
}

fn slot(slot: &super::ReleasedSlot) -> Slot {
    Slot {
        key: slot.key,
        listed: slot.listed,
        label: slot.label.clone(),
    }
}

fn tombstone((note, topic): &(crate::session::NoteId, crate::session::TopicId)) -> Tombstone {
    Tombstone {
        note: *note,
        topic: topic.clone(),
        at_ms: 0,
    }
}

impl When {
    /// The first moment of what it says.
    fn first_moment(self) -> OffsetDateTime {
        let day = match self {
            Self::Instant(instant) => return instant,
            Self::Day(day) => day,
            Self::Quarter { year, quarter } => {
                let month = Month::try_from(quarter.saturating_sub(1).min(3) * 3 + 1);
                let month = month.unwrap_or(Month::January);
                // Every month of a year that was read from a date has a first day.
                Date::from_calendar_date(year, month, 1).unwrap_or(Date::MIN)
            }
        };
        OffsetDateTime::new_utc(day, Time::MIDNIGHT)
    }
}
