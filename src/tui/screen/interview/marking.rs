//! Marking: parked points, gaps, prompts, the language.

use time::OffsetDateTime;

use super::{Interview, Notice};
use crate::i18n::Text;
use crate::operations::protocol::Marked;
use crate::session::{Place, Prompting, TopicId, hours, numbered_timecode};

impl Interview {
    /// Whether the topic has a probe with this number.
    pub(super) fn has_probe(&self, number: u8) -> bool {
        let guide = self.protocol.guide();
        let language = guide.language_for(self.question_language);
        guide.topic(self.topic.as_str()).is_some_and(|(_, topic)| {
            usize::from(number) <= topic.probes.in_language(language).len()
        })
    }

    pub(super) fn ask_probe(&mut self, number: u8, now: OffsetDateTime) {
        if !self.has_probe(number) {
            self.notice = Some(Notice::about(Text::NoticeNoSuchProbe, &number));
            return;
        }
        self.protocol.ask_probe(&self.topic, number, now);
        self.set_prompting(Prompting::Probe(number));
    }

    pub(super) fn toggle_prompted(&mut self) {
        self.set_prompting(match self.prompting {
            Prompting::Unprompted => Prompting::Prompted,
            Prompting::Prompted | Prompting::Probe(_) => Prompting::Unprompted,
        });
    }

    /// Says whether the interviewee comes unasked to what is being written, and to what follows in this topic.
    pub(super) fn set_prompting(&mut self, prompting: Prompting) {
        self.prompting = prompting;
        if !self.editor.is_empty() {
            self.protocol.prompt(&self.topic, prompting);
        }
    }

    /// Sets the topic aside; what is typed becomes the reminder.
    pub(super) fn park(&mut self, now: OffsetDateTime) {
        let marked = self.marked(now);
        let may_park = self.protocol.may_mark(marked);
        if let Err(withheld) = may_park.and_then(|()| self.may_write_typed()) {
            self.refuse_draft(withheld);
            return;
        }
        self.settle();
        if let Err(withheld) = self.protocol.park_draft(&self.topic, marked) {
            self.refuse_draft(withheld);
            return;
        }
        self.end_draft();
        self.notice = Some(Notice::about(Text::NoticeParked, &self.topic));
    }

    /// Takes up a parked point: its reminder is the draft of its topic, or stands behind it. Tells whether it was waiting.
    pub(in crate::tui::screen) fn take_up(&mut self, number: u32, now: OffsetDateTime) -> bool {
        self.settle();
        let Some(topic) = self.protocol.take_up(number, self.origin_now()) else {
            return false;
        };
        self.show_draft_of(&topic, now);
        self.to_hear = self.started_ms;
        true
    }

    pub(super) fn mark_gap(&mut self, now: OffsetDateTime) {
        let marked = self.marked(now);
        self.notice = Some(match self.protocol.mark_gap(&self.topic, marked) {
            Ok(()) => Notice::about(Text::NoticeGap, &self.topic),
            Err(withheld) => return self.say_withheld(withheld),
        });
    }

    /// Goes to a place that was not understood: it is seen among the notes of its topic, and heard if the recording is
    /// listened to.
    pub(in crate::tui::screen) fn go_to_gap(
        &mut self,
        topic: &TopicId,
        at_ms: u64,
        now: OffsetDateTime,
    ) {
        self.go_to(topic, now);
        let state = self.protocol.state();
        let behind = state.notes_before_key(topic, at_ms);
        self.scrolled = state.notes_in(topic).len() - behind;
        self.at_hand = None;
        let place = match state.place_of_key(at_ms) {
            Place::Recording { number, at_ms } => numbered_timecode(number, at_ms),
            Place::Interview(at_ms) => hours(at_ms),
        };
        self.to_hear = Some(at_ms.saturating_sub(state.clock.lead_ms));
        self.notice = Some(Notice::about(Text::NoticeAtGap, &place));
    }

    /// When a point is marked: where the recording plays, or where what is written from it began; after the interview
    /// beside the note that is completed; else now.
    fn marked(&self, now: OffsetDateTime) -> Marked {
        let heard_ms = self
            .playing_ms(now)
            .map(|heard_ms| self.started_ms.unwrap_or(heard_ms));
        let beside_ms = || self.completed_ms().filter(|_| self.protocol.is_closed());
        match heard_ms.or_else(beside_ms) {
            Some(said_ms) => Marked::Said(said_ms),
            None => Marked::Now(now),
        }
    }

    pub(in crate::tui::screen) fn switch_language(&mut self) {
        self.question_language = self.question_language.next();
        self.protocol.switch_language(self.question_language);
    }

    /// Chooses the note before or after in the cell as the one at hand.
    pub(super) fn choose_note(&mut self, by: isize) {
        self.summed_up = None;
        let notes: Vec<_> = self
            .protocol
            .state()
            .notes_in(&self.topic)
            .iter()
            .map(|note| note.id)
            .collect();
        let here = self
            .at_hand
            .and_then(|id| notes.iter().position(|note| *note == id));
        let next = match here {
            Some(index) => index.checked_add_signed(by),
            None if by < 0 => notes.len().checked_sub(1),
            None => None,
        };
        self.scrolled_from = None;
        self.at_hand = next
            .and_then(|next| notes.get(next))
            .copied()
            .or(if by > 0 { None } else { self.at_hand });
    }
}
