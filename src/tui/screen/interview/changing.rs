//! Writing after the talk: from memory, from the recording, by the interviewee; and changing notes that were kept.

use time::OffsetDateTime;

use super::{Interview, Notice};
use crate::i18n::Text;
use crate::operations::protocol::{Change, Keeping};
use crate::session::{Age, NoteId, Origin, Purpose};

impl Interview {
    /// Makes the note at hand the draft of its topic; Enter puts what is written in its place.
    pub(super) fn begin_change(&mut self, now: OffsetDateTime) {
        if !self.editor.is_empty() {
            self.notice = Some(Notice::of(Text::NoticeDraftBeforeChange));
            return;
        }
        let Some(note) = self.note_at_hand() else {
            self.notice = Some(Notice::of(Text::NoticeNoNote));
            return;
        };
        match self.protocol.begin_change(note) {
            Some(topic) => {
                self.show_draft_of(&topic, now);
                self.notice = Some(Notice::about(Text::NoticeChanging, &note));
            }
            None => self.notice = Some(Notice::of(Text::NoticeDraftBeforeChange)),
        }
    }

    /// The note that what is written takes the place of.
    pub fn changing(&self) -> Option<NoteId> {
        match self.protocol.purpose_of(&self.topic) {
            Purpose::Change(note) => Some(note),
            Purpose::Note(_) | Purpose::Sentence => None,
        }
    }

    /// Puts what is written in the place of a note.
    pub(super) fn keep_change(&mut self, note: NoteId, now: OffsetDateTime) {
        if self.put_in_place_of(note, now) {
            self.say_replaced_before(Some(note));
        }
    }

    /// The same, and whether it was done; if not, that is said.
    pub(super) fn put_in_place_of(&mut self, note: NoteId, now: OffsetDateTime) -> bool {
        let change = Change {
            origin: self.origin_now(),
            now,
            heard_ms: self.playing_ms(now),
        };
        let draft = self.editor.text();
        match self.protocol.change_note(note, &self.topic, draft, change) {
            Ok(()) => {
                self.end_draft();
                true
            }
            Err(withheld) => {
                self.refuse_draft(withheld);
                false
            }
        }
    }

    /// What is written comes from elsewhere. After the interview nothing is live.
    pub(super) fn next_origin(&mut self) {
        let all = [
            Origin::Live,
            Origin::Memory,
            Origin::Recording,
            Origin::Approval,
        ];
        let offered = if self.protocol.is_closed() {
            all.get(1..).unwrap_or_default()
        } else {
            &all
        };
        let here = offered.iter().position(|origin| *origin == self.origin);
        let next = here.map_or(0, |here| (here + 1) % offered.len());
        if let Some(origin) = offered.get(next) {
            self.origin = *origin;
        }
    }

    /// Where what is written now comes from: whoever listens to the recording writes from it.
    pub fn origin_now(&self) -> Origin {
        match self.playing {
            Some(_) if self.origin != Origin::Approval => Origin::Recording,
            _ => self.origin,
        }
    }

    /// How long after the talk something is written now.
    fn age_of_writing(&self, now: OffsetDateTime) -> Age {
        if self.origin_now() == Origin::Live {
            Age::SameDay
        } else {
            self.protocol.state().age_at(now)
        }
    }

    /// How a note is kept that was begun then.
    pub(super) fn keeping(&self, started_ms: u64, now: OffsetDateTime) -> Keeping {
        Keeping {
            started_ms,
            language: self.question_language,
            prompting: self.prompting,
            origin: self.origin_now(),
            age: self.age_of_writing(now),
        }
    }

    /// The time of what is written now: that of its first key while the talk goes on, later that of the note at hand or
    /// the last of the cell, which it completes.
    pub(super) fn time_of_writing(&mut self, now: OffsetDateTime) -> u64 {
        if self.origin == Origin::Live {
            return self.protocol.begin_by_typing(now);
        }
        let began = self.protocol.begin_by_typing(now);
        self.completed_ms().unwrap_or(began)
    }

    /// Where stands what completes the protocol: beside the note at hand, or the last of the cell, or at the end of the
    /// talk; never in a stretch from which nothing is kept.
    pub(super) fn completed_ms(&self) -> Option<u64> {
        let state = self.protocol.state();
        let is_kept = |at_ms: &u64| state.withheld_at(*at_ms).is_none();
        let chosen = self.at_hand.and_then(|note| state.note(note));
        let beside = chosen.or_else(|| state.notes_in(&self.topic).last().copied());
        let ended = || {
            let ended_ms = state.clock.elapsed_ms(state.talk_ended()?)?;
            Some(state.key_ms(ended_ms, 0))
        };
        beside
            .map(|note| note.at_ms)
            .filter(is_kept)
            .or_else(ended)
            .filter(is_kept)
    }
}
