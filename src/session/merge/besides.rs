//! What comes into a protocol besides notes: marks, texts that stand once, answers and what else was kept.

use std::collections::BTreeSet;

use super::{Merging, approvals, withheld};
use crate::anonymise::CleanText;
use crate::guide::Mode;
use crate::session::{CellState, Dispute, Event, Purpose, Struck, TextPlace, TopicId};

impl Merging<'_> {
    /// Brings in states, probes, gaps, parked points and stretches off the record.
    pub(super) fn bring_in_marks(&mut self) {
        self.bring_in_states();
        for (topic, probes) in &self.coming.probes {
            for probe in probes {
                self.happen(Event::ProbeAsked {
                    topic: topic.clone(),
                    probe: *probe,
                    at_ms: None,
                });
            }
        }
        for gap in &self.coming.gaps {
            let at_ms = self.moment(gap.at_ms);
            let mut ours = self.result.gaps.iter();
            if !ours.any(|ours| ours.topic == gap.topic && ours.at_ms == at_ms) {
                self.happen(Event::GapMarked {
                    topic: gap.topic.clone(),
                    at_ms,
                });
            }
            if gap.settled {
                self.happen(Event::GapSettled {
                    topic: gap.topic.clone(),
                    at_ms,
                });
            }
        }
        self.bring_in_parked();
        self.bring_in_withheld();
        for note in &self.coming.unplaced {
            self.happen(Event::NoteUnplaced { note: *note });
        }
        for pair in &self.coming.settled_overlaps {
            self.happen(Event::OverlapSettled(*pair));
        }
    }

    /// Brings in the states of cells. Where both say what the interviewee did with the question, and not the same, what they
    /// said is kept until somebody settles it; until then a refusal holds.
    fn bring_in_states(&mut self) {
        let (leading, coming) = (self.leading, self.coming);
        let topics = coming.cells.keys().chain(coming.disputes.keys());
        let topics: BTreeSet<&TopicId> = topics.collect();
        for topic in topics {
            let (ours, theirs) = (leading.cell(topic), coming.cell(topic));
            let (known, other) = (leading.disputes.get(topic), coming.disputes.get(topic));
            let is_settled_here = has_settled(known, theirs, other);
            let takes_theirs = has_settled(other, ours, known);
            let state = match (is_settled_here, takes_theirs) {
                (true, false) => ours,
                (false, true) => theirs,
                _ if weight(theirs) > weight(ours) => theirs,
                _ => ours,
            };
            if state != ours {
                self.happen(Event::CellSet {
                    topic: topic.clone(),
                    state,
                });
            }
            let said = [ours, theirs].into_iter().filter(|state| state.is_said());
            let disputed = known.into_iter().chain(other);
            let states = disputed.flat_map(|dispute| dispute.states.iter().copied());
            let states: BTreeSet<CellState> = said.chain(states).collect();
            if states.len() > 1 {
                let is_same = ours == theirs
                    && [known, other]
                        .into_iter()
                        .flatten()
                        .all(|dispute| dispute.settled);
                let settled = is_settled_here || takes_theirs || is_same;
                let dispute = Dispute { states, settled };
                self.result.disputes.insert(topic.clone(), dispute);
            }
        }
    }

    fn bring_in_parked(&mut self) {
        for parked in &self.coming.parked {
            let (text, at_ms) = (self.text(&parked.text), self.moment(parked.at_ms));
            let ours = self.result.parked.iter();
            let numbers = ours.clone().chain(&self.numbers.parked);
            let numbers = numbers.map(|parked| parked.number);
            let next = numbers.max().unwrap_or(0).saturating_add(1);
            let mut same = ours.filter(|ours| {
                (&ours.topic, &ours.text, ours.at_ms) == (&parked.topic, &text, at_ms)
            });
            let there = same.next().map(|ours| ours.number);
            let number = there.unwrap_or(next);
            if self.is_early(parked.at_ms) {
                self.early.push(TextPlace::Parked(number));
            }
            if there.is_none() {
                self.happen(Event::Parked {
                    number,
                    topic: parked.topic.clone(),
                    text,
                    at_ms,
                });
            }
            if parked.settled {
                self.happen(Event::ParkedSettled { number });
            }
        }
    }

    fn bring_in_withheld(&mut self) {
        for span in withheld(self.coming) {
            let Some(shifted) = span.shifted(self.later_ms) else {
                continue;
            };
            self.happen(if self.coming.struck_spans.contains(&span) {
                Event::Struck(Struck::Span(shifted))
            } else {
                Event::WasOffRecord(shifted)
            });
        }
    }

    /// Brings in texts that stand once: where both have one, the other's stands behind ours.
    pub(super) fn bring_in_texts(&mut self) {
        for (topic, text) in &self.coming.summaries {
            let ours = self.result.summaries.get(topic);
            if let Some(text) = both(ours, &self.text(text)) {
                self.happen(Event::CellSummarised {
                    topic: topic.clone(),
                    text,
                });
            }
        }
        for (field, text) in &self.coming.postscript {
            let ours = self.result.postscript.get(field);
            if let Some(text) = both(ours, &self.text(text)) {
                self.happen(Event::PostscriptSet {
                    field: field.clone(),
                    text,
                });
            }
        }
        for (key, prefill) in &self.coming.prefill {
            if !self.result.prefill.contains_key(key) {
                self.happen(Event::Prefilled {
                    key: key.clone(),
                    value: Some(self.text(&prefill.value)),
                });
                self.happen(Event::PrefillAssessed {
                    key: key.clone(),
                    outcome: prefill.outcome,
                });
            }
        }
        for (topic, draft) in &self.coming.drafts {
            if !self.result.drafts.contains_key(topic) {
                if self.is_early(draft.started_ms) {
                    self.early.push(TextPlace::Draft(topic.clone()));
                }
                self.happen(Event::DraftEdited {
                    topic: topic.clone(),
                    started_ms: self.moment(draft.started_ms),
                    at: 0,
                    remove: 0,
                    insert: self.text(&draft.text),
                    purpose: match draft.purpose {
                        Purpose::Note(_) => draft.purpose,
                        // What it was to take the place of may be another's by now.
                        Purpose::Change(_) | Purpose::Sentence => Purpose::default(),
                    },
                });
            }
        }
    }

    /// Brings in answers, attributes, ticks, and where the protocol went.
    pub(super) fn bring_in_the_rest(&mut self) {
        for record in &self.coming.consent {
            let last = self.result.consent.iter().rev();
            let mut last = last.filter(|ours| ours.step == record.step);
            if last.next().is_none_or(|ours| ours.at < record.at) {
                self.happen(Event::Consent(record.clone()));
            }
        }
        for (attribute, value) in &self.coming.attributes {
            if !self.result.attributes.contains_key(attribute) {
                self.happen(Event::AttributeSet {
                    attribute: attribute.clone(),
                    value: Some(value.clone()),
                });
            }
        }
        for check in &self.coming.ticked {
            self.happen(Event::Ticked {
                check: check.clone(),
            });
        }
        self.result.approvals =
            approvals::together(&self.leading.approvals, &self.coming.approvals);
        for export in &self.coming.exports {
            if !self.result.exports.contains(export) {
                self.happen(Event::Exported(export.clone()));
            }
        }
        for package in &self.coming.archived {
            if !self.result.archived.contains(package) {
                self.happen(Event::Archived(package.clone()));
            }
        }
        if let (None, Some(view)) = (&self.result.type_view, &self.coming.type_view) {
            self.happen(Event::TypeSet(Some(view.clone())));
        }
        // Why it was by phone has no sense in a protocol of an interview on site.
        let header = &self.result.header;
        let lacks_reason = header.mode == Mode::Phone && header.reason.is_none();
        if let (true, Some(reason)) = (lacks_reason, self.coming.header.reason) {
            self.happen(Event::ReasonSet(reason));
        }
    }
}

/// Two texts, the second behind the first on a line of its own; nothing if the first says it already.
fn both(ours: Option<&CleanText>, theirs: &CleanText) -> Option<CleanText> {
    match ours {
        None => Some(theirs.clone()),
        Some(ours) if ours.as_str().contains(theirs.as_str()) => None,
        Some(ours) => Some(ours.spliced(usize::MAX, 0, &theirs.behind('\n'))),
    }
}

/// Whether a dispute was settled in full knowledge of what the other protocol says: of its state, and of all that its own
/// dispute holds.
fn has_settled(dispute: Option<&Dispute>, theirs: CellState, other: Option<&Dispute>) -> bool {
    let Some(dispute) = dispute.filter(|dispute| dispute.settled) else {
        return false;
    };
    let is_known = |state: &CellState| dispute.states.contains(state);
    let mut others = other.into_iter().flat_map(|other| other.states.iter());
    let is_settled_there = other.is_some_and(|other| other.settled);
    !is_settled_there && (!theirs.is_said() || is_known(&theirs)) && others.all(is_known)
}

/// Which of two states of a cell holds for both: what one of them heard was said, but a refusal is never lost by that.
const fn weight(state: CellState) -> u8 {
    match state {
        CellState::Open => 0,
        CellState::NotAsked => 1,
        CellState::NotApplicable => 2,
        CellState::NothingToSay => 3,
        CellState::Withdrawn => 4,
        CellState::Answered => 5,
        CellState::Declined => 6,
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::super::tests::{BEGAN, empty, merge};
    use super::*;
    use crate::session::fold::apply;
    use crate::session::{PhoneReason, Recorded, Session};

    /// The protocol of a note-taker who gave these topics these states.
    fn protocol(taker: i64, states: &[(&str, CellState)]) -> Session {
        let mut session = empty();
        session.header.created = BEGAN + Duration::seconds(taker);
        session.clock.began = Some(BEGAN);
        for (topic, state) in states {
            set(&mut session, topic, *state);
        }
        session
    }

    fn set(session: &mut Session, topic: &str, state: CellState) {
        let sequence = session.sequence + 1;
        let topic = TopicId::new(topic);
        let event = Event::CellSet { topic, state };
        apply(session, &Recorded { sequence, event });
    }

    /// Both together; whichever is named first, the same comes out.
    fn together(one: &Session, other: &Session) -> Session {
        let merged = merge(one, other, BEGAN).unwrap().session;
        // Which of two copies of one protocol leads shows in the log alone.
        let otherwise = merge(other, one, BEGAN).unwrap().session;
        assert_eq!(
            (&merged.cells, &merged.disputes),
            (&otherwise.cells, &otherwise.disputes)
        );
        merged
    }

    #[test]
    fn b8_a_refusal_is_not_lost_because_the_other_note_taker_took_it_for_an_answer() {
        let topic = TopicId::new("b1.t1");
        for others in [CellState::Answered, CellState::NothingToSay] {
            let one = protocol(1, &[("b1.t1", others), ("b1.t2", CellState::Answered)]);
            let other = protocol(2, &[("b1.t1", CellState::Declined)]);
            for (one, other) in [(&one, &other), (&other, &one)] {
                let merged = together(one, other);
                assert_eq!(merged.cell(&topic), CellState::Declined);
                let said = &merged.disputed(&topic).unwrap().states;
                assert_eq!(said, &BTreeSet::from([others, CellState::Declined]));
                // That nobody asked is no contradiction.
                assert_eq!(merged.disputes.len(), 1);
                // The same protocol once more changes nothing.
                let again = together(&merged, other);
                assert_eq!(
                    (&again.cells, &again.disputes),
                    (&merged.cells, &merged.disputes)
                );
            }
        }
    }

    #[test]
    fn b8_what_was_settled_stays_so_when_the_other_protocol_comes_again() {
        let topic = TopicId::new("b1.t1");
        let one = protocol(1, &[("b1.t1", CellState::Answered)]);
        let other = protocol(2, &[("b1.t1", CellState::Declined)]);
        for holds in [CellState::Answered, CellState::Declined] {
            let mut merged = together(&one, &other);
            set(&mut merged, "b1.t1", holds);
            assert!(merged.disputed(&topic).is_none());
            for again in [&one, &other] {
                let merged = together(&merged, again);
                assert_eq!(merged.cell(&topic), holds);
                assert!(merged.disputed(&topic).is_none());
            }
            // What nobody knew of when it was settled is another dispute.
            let third = protocol(3, &[("b1.t1", CellState::NotApplicable)]);
            let merged = together(&merged, &third);
            assert_eq!(merged.disputed(&topic).unwrap().states.len(), 3);
            assert_eq!(merged.cell(&topic), holds);
        }
    }

    #[test]
    fn b8_why_by_phone_is_known_when_either_note_taker_said_so() {
        let by_phone = |taker, reason| {
            let mut session = protocol(taker, &[]);
            session.header.mode = Mode::Phone;
            session.header.reason = reason;
            session
        };
        let (wish, distance) = (PhoneReason::Wish, PhoneReason::Distance);
        for (first, second, expected) in [
            (None, Some(wish), Some(wish)),
            (Some(wish), None, Some(wish)),
            // Where both said why, the one that leads holds.
            (Some(wish), Some(distance), Some(wish)),
            (None, None, None),
        ] {
            let (one, other) = (by_phone(1, first), by_phone(2, second));
            for merged in [merge(&one, &other, BEGAN), merge(&other, &one, BEGAN)] {
                assert_eq!(merged.unwrap().session.header.reason, expected);
            }
        }
        let on_site = protocol(1, &[]);
        let merged = merge(&on_site, &by_phone(2, Some(wish)), BEGAN).unwrap();
        assert_eq!(merged.session.header.reason, None);
    }
}
