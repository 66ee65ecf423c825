//! What comes into a protocol besides notes: marks, texts that stand once, answers and what else was kept.

use super::{Merging, approvals, withheld};
use crate::anonymise::CleanText;
use crate::session::{CellState, Event, Purpose, Struck, TextPlace};

impl Merging<'_> {
    /// Brings in states, probes, gaps, parked points and stretches off the record.
    pub(super) fn bring_in_marks(&mut self) {
        for (topic, state) in &self.coming.cells {
            if weight(*state) > weight(self.result.cell(topic)) {
                self.happen(Event::CellSet {
                    topic: topic.clone(),
                    state: *state,
                });
            }
        }
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

/// Which of two states of a cell holds for both: what one of them heard was said.
const fn weight(state: CellState) -> u8 {
    match state {
        CellState::Open => 0,
        CellState::NotAsked => 1,
        CellState::NotApplicable => 2,
        CellState::Declined => 3,
        CellState::NothingToSay => 4,
        CellState::Withdrawn => 5,
        CellState::Answered => 6,
    }
}
