//! Of which moments something may be kept: of none that was off the record or is struck, however it comes in.

use time::OffsetDateTime;

use super::Protocol;
use crate::session::{Event, Span, TopicId};

/// That nothing is kept of a moment, since it was off the record or is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing is kept of that moment of the interview")]
pub struct Withheld(pub Span);

/// When something is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// While it is said, by a key that is pressed now.
    Now(OffsetDateTime),
    /// Afterwards, for what was said so many milliseconds after the interview began.
    Said(u64),
}

impl Protocol {
    /// Whether something may be kept of a moment of the interview.
    ///
    /// # Errors
    ///
    /// If it lies in a stretch that was off the record or is struck.
    pub fn may_keep_of(&self, at_ms: u64) -> Result<(), Withheld> {
        match self.state().withheld_at(at_ms) {
            Some(span) => Err(Withheld(span)),
            None => Ok(()),
        }
    }

    /// Marks that something was not understood. Each gap of a topic has a moment of its own, by which it is settled, or left
    /// open with its own reason: where one is marked already, the next stands a millisecond beside it.
    ///
    /// # Errors
    ///
    /// If nothing is kept of that moment.
    pub fn mark_gap(&mut self, topic: &TopicId, marked: Marked) -> Result<(), Withheld> {
        let wanted_ms = self.key_ms(marked)?;
        let is_kept = |at_ms: &u64| self.may_keep_of(*at_ms).is_ok();
        let is_free = |at_ms: &u64| {
            let mut gaps = self.state().gaps.iter();
            !gaps.any(|gap| &gap.topic == topic && gap.at_ms == *at_ms)
        };
        // One of so many moments is free, as there is one more of them than gaps.
        let count = u64::try_from(self.state().gaps.len()).unwrap_or(0);
        let mut behind = (wanted_ms..=wanted_ms.saturating_add(count)).take_while(is_kept);
        let behind = behind.find(is_free);
        let before = || (0..wanted_ms).rev().take_while(is_kept).find(is_free);
        let at_ms = behind.or_else(before).unwrap_or(wanted_ms);
        self.record(Event::GapMarked {
            topic: topic.clone(),
            at_ms,
        });
        Ok(())
    }

    /// Whether something may be marked then.
    ///
    /// # Errors
    ///
    /// If nothing is kept of that moment.
    pub fn may_mark(&self, marked: Marked) -> Result<(), Withheld> {
        self.key_ms(marked).map(|_| ())
    }

    /// When the key was pressed, or would have been, by which something is marked: its place is that moment less the lead.
    pub(super) fn key_ms(&self, marked: Marked) -> Result<u64, Withheld> {
        let state = self.state();
        let (at_ms, lead_ms) = match marked {
            // The clock ended with the interview.
            Marked::Now(now) => (self.behind_ended(state.ends_ms(now).unwrap_or(0)), 0),
            Marked::Said(said_ms) => (said_ms, state.clock.lead_ms),
        };
        self.may_keep_of(at_ms)?;
        Ok(state.key_ms(at_ms, lead_ms))
    }

    /// When was said what a key was pressed for: a moment before, but not in a stretch from which nothing is kept.
    pub(super) fn said_ms(&self, key_ms: u64) -> u64 {
        let said_ms = key_ms.saturating_sub(self.state().clock.lead_ms);
        match self.may_keep_of(said_ms) {
            Ok(()) => said_ms,
            Err(Withheld(_)) => self.behind_ended(key_ms),
        }
    }

    /// Where stands what a key was pressed for in the very millisecond in which a stretch ended from which nothing is
    /// kept: behind it, since the key came after. Any other moment is left as it is.
    pub(super) fn behind_ended(&self, key_ms: u64) -> u64 {
        match self.may_keep_of(key_ms) {
            Err(Withheld(span)) if span.to_ms <= key_ms => key_ms.saturating_add(1),
            _ => key_ms,
        }
    }

    /// Where a stretch begins from which nothing is kept: behind a text that was begun in the same millisecond, and behind a
    /// gap that was marked in it.
    pub(super) fn behind_marks(&self, at_ms: u64) -> u64 {
        let mut from_ms = at_ms;
        // One that was itself put behind a stretch or beside another stands a millisecond later.
        while [from_ms, from_ms.saturating_add(1)]
            .into_iter()
            .any(|mark_ms| self.state().has_mark_at(mark_ms))
        {
            from_ms = from_ms.saturating_add(1);
        }
        from_ms
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::anonymise::{Boundary, Memory};
    use crate::language::Language;
    use crate::operations::guides;
    use crate::operations::protocol::{Change, Keeping};
    use crate::operations::strike::tests::{id, two_takers};
    use crate::session::{Age, NoteKind, OffRecord, Origin, Prompting, Session, Sitting};

    const INSIDE: u64 = 300_000;

    fn with(withhold: fn(&mut Session)) -> Protocol {
        let (_folder, study) = two_takers();
        let mut session = study.open_session(&id()).unwrap().sitting.state().clone();
        let guide = guides::of_session(&study, &session).unwrap();
        if let Some(note) = session.notes.first_mut() {
            note.at_ms = INSIDE;
        }
        withhold(&mut session);
        let memory = Memory::resume(Language::De, &session.slots);
        Protocol::new(guide, Sitting::new(session), memory)
    }

    const SPAN: Span = Span {
        from_ms: INSIDE - 10_000,
        to_ms: INSIDE + 10_000,
    };

    /// A6: who types at once when the stretch has ended is not refused.
    #[test]
    fn a6_a_key_in_the_millisecond_in_which_a_stretch_ended_is_kept_behind_it() {
        let protocol = with(|session| session.struck_spans.push(SPAN));
        for (key_ms, said_ms) in [
            (SPAN.to_ms, SPAN.to_ms + 1),
            (SPAN.to_ms + 1, SPAN.to_ms + 1),
        ] {
            assert_eq!(protocol.said_ms(key_ms), said_ms);
            assert_eq!(protocol.may_keep_of(said_ms), Ok(()));
        }
        assert_eq!(protocol.said_ms(INSIDE), INSIDE);
    }

    /// A6, A7: whichever way it comes in.
    #[test]
    fn a6_nothing_is_kept_of_a_stretch_off_the_record_or_struck_not_even_a_draft() {
        let off_record: fn(&mut Session) = |session| {
            session.off_record.push(OffRecord {
                from_ms: SPAN.from_ms,
                to_ms: Some(SPAN.to_ms),
            });
        };
        let struck: fn(&mut Session) = |session| session.struck_spans.push(SPAN);
        for withhold in [off_record, struck] {
            let mut protocol = with(withhold);
            let keeping = Keeping {
                started_ms: INSIDE,
                language: Language::De,
                prompting: Prompting::Unprompted,
                origin: Origin::Recording,
                age: Age::Later,
            };
            let change = Change {
                origin: Origin::Recording,
                now: datetime!(2026-05-06 10:00 +2),
                heard_ms: None,
            };
            let topic = TopicId::new("b1.t1");
            let note = protocol.state().notes[0].id;
            let elsewhere = protocol
                .state()
                .notes
                .iter()
                .find(|note| note.at_ms != INSIDE);
            let elsewhere = elsewhere.unwrap().id;
            let before = protocol.state().notes.clone();
            let refused = Withheld(SPAN);
            let text = "so war es ";
            let end = text.len();
            let drafted = protocol.draft(&topic, text, end, Boundary::Settle, INSIDE);
            assert_eq!((drafted.text.as_str(), drafted.held), (text, 3));
            assert_eq!(protocol.keep(&topic, text, keeping), Err(refused));
            assert_eq!(protocol.keep_unplaced(&topic, text, keeping), Err(refused));
            let whole = protocol.keep_whole(&topic, NoteKind::Paraphrase, text, keeping);
            assert_eq!(whole, Err(refused));
            assert_eq!(
                protocol.park_draft(&topic, Marked::Said(INSIDE)),
                Err(refused)
            );
            assert_eq!(
                protocol.mark_gap(&topic, Marked::Said(INSIDE)),
                Err(refused)
            );
            assert_eq!(protocol.refile(note, &TopicId::new("b2.t1")), Err(refused));
            assert_eq!(protocol.unplace(note), Err(refused));
            assert_eq!(
                protocol.change_note(note, &topic, text, change),
                Err(refused)
            );
            let heard = Change {
                heard_ms: Some(INSIDE),
                ..change
            };
            assert_eq!(
                protocol.change_note(elsewhere, &topic, text, heard),
                Err(refused)
            );
            assert_eq!(protocol.state().notes, before);
            assert!(!protocol.has_draft(&topic));
            // Just before it, the mark does not come to lie in it by the lead.
            protocol
                .mark_gap(&topic, Marked::Said(SPAN.from_ms - 500))
                .unwrap();
            let gap = protocol.state().gaps.last().unwrap();
            assert!(gap.at_ms < SPAN.from_ms);
        }
    }
}
