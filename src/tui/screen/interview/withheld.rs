//! What is not to be kept: stretches off the record, and what is struck.

use time::OffsetDateTime;

use super::{Interview, Notice};
use crate::i18n::Text;
use crate::operations::protocol::Withheld;
use crate::session::{NoteId, Purpose, Sought, Span, TextPlace, TopicId, hours};
use crate::tui::keymap::Command;

/// How many minutes back can be struck at once.
pub const MINUTES: [u8; 9] = [1, 2, 3, 5, 7, 10, 15, 20, 30];

impl Interview {
    /// Whether nothing that is typed is kept.
    pub fn is_off_record(&self) -> bool {
        self.protocol.state().is_off_record()
    }

    /// Whether a command is refused because it would keep something of what is said off the record: what is typed, and
    /// also where in the guide one is.
    pub(super) fn is_refused_off_record(&self, command: Command) -> bool {
        self.is_off_record()
            && matches!(
                command,
                Command::Keep
                    | Command::NewLine
                    | Command::Edit(_)
                    | Command::Undo
                    | Command::Redo
                    | Command::Protect
                    | Command::Coarsen
                    | Command::TakeBack
                    | Command::Jump
                    | Command::Back
                    | Command::NextMust
                    | Command::NextTopic
                    | Command::PreviousTopic
                    | Command::Outside
                    | Command::State
                    | Command::Park
                    | Command::Parked
                    | Command::Refile
                    | Command::AlsoIn
                    | Command::Gap
                    | Command::Prompted
                    | Command::Probe(_)
                    | Command::QuestionLanguage
                    | Command::Speaker
                    | Command::Unplaced
                    | Command::Translate
                    | Command::Overlaps
                    | Command::Names
                    | Command::Doubts
                    | Command::Code
                    | Command::Find
                    | Command::SumUp
            )
    }

    /// Says that a key was refused since the interview is off the record.
    pub(super) fn refuse_off_record(&mut self) {
        self.notice = Some(Notice::of(Text::NoticeOffRecord));
    }

    /// Says that nothing is kept of a moment, and of which stretch.
    pub(super) fn say_withheld(&mut self, Withheld(span): Withheld) {
        self.notice = Some(Notice::about(Text::NoticeWithheld, &said(span)));
    }

    /// Says that a draft becomes nothing, since nothing is kept of a moment, and what to do. It stays a draft, names replaced,
    /// and what was held back of it is written; but not of a draft that itself began in such a stretch.
    pub(super) fn refuse_draft(&mut self, Withheld(span): Withheld) {
        self.settle();
        let began_within = self
            .started_ms
            .is_some_and(|started_ms| span.holds(started_ms));
        let text = if began_within {
            Text::NoticeWithheldDraft
        } else {
            Text::NoticeWithheld
        };
        self.notice = Some(Notice::about(text, &said(span)));
    }

    /// Whether what is typed may be written, so that it can become something.
    pub(super) fn may_write_typed(&self) -> Result<(), Withheld> {
        self.started_ms.map_or(Ok(()), |started_ms| {
            self.protocol.may_write_draft(&self.topic, started_ms)
        })
    }

    /// The topics with drafts of which words are on no disk, since nothing is kept of the moment in which they began, and how
    /// many words that are. Leaving loses them.
    pub fn unwritten(&mut self) -> Vec<(TopicId, usize)> {
        self.settle();
        let mut unwritten = Vec::new();
        if self.may_write_typed().is_err() && self.held > 0 {
            unwritten.push((self.topic.clone(), self.held));
        }
        let words = |text: &str| text.split_whitespace().count();
        for (topic, draft) in &self.shelf {
            let may_write = self.protocol.may_write_draft(topic, draft.started_ms);
            let drafts = &self.protocol.state().drafts;
            let written = drafts
                .get(topic)
                .map_or(0, |draft| words(draft.text.as_str()));
            let lost = words(&draft.text).saturating_sub(written);
            if may_write.is_err() && lost > 0 {
                unwritten.push((topic.clone(), lost));
            }
        }
        unwritten.sort();
        unwritten
    }

    /// Whether a note may begin of what the recording plays. If not, that is said.
    pub(super) fn may_write_of_heard(&mut self, now: OffsetDateTime) -> bool {
        let heard_ms = self.playing_ms(now).filter(|_| self.started_ms.is_none());
        let refused = heard_ms.and_then(|heard_ms| self.protocol.may_keep_of(heard_ms).err());
        if let Some(withheld) = refused {
            self.say_withheld(withheld);
        }
        refused.is_none()
    }

    /// Goes off the record, or on it again. What was typed before stays as it is.
    pub(super) fn toggle_off_record(&mut self, now: OffsetDateTime) {
        if self.is_off_record() {
            self.protocol.end_off_record(now);
            self.notice = Some(Notice::of(Text::NoticeOnRecord));
            return;
        }
        self.settle();
        if !self.protocol.start_off_record(now) {
            self.notice = Some(Notice::of(Text::NoticeNotBegun));
        }
    }

    /// The stretch of the last minutes, back from the end if the interview is closed.
    pub fn last_minutes(&self, minutes: u8, now: OffsetDateTime) -> Span {
        let to_ms = self.protocol.state().ends_ms(now).unwrap_or(0);
        let from_ms = to_ms.saturating_sub(u64::from(minutes) * 60_000);
        Span { from_ms, to_ms }
    }

    /// Takes everything out for good that was written down in a stretch.
    pub(super) fn strike_span(&mut self, span: Span) {
        self.settle();
        let places = self.protocol.state().places_in(span);
        let purpose = self.protocol.purpose_of(&self.topic);
        self.protocol.strike_span(span);
        self.forget_drafts(&places, purpose);
        self.say_struck(Notice::about(Text::NoticeStruckMany, &places.len()));
    }

    /// Takes every text out for good that holds certain words.
    pub fn strike_sought(&mut self, sought: Sought) {
        self.settle();
        let state = self.protocol.state();
        let places = state.places_of(|text| sought.stands_in(text));
        let purpose = self.protocol.purpose_of(&self.topic);
        self.protocol.strike_sought(sought);
        self.forget_drafts(&places, purpose);
        self.say_struck(Notice::about(Text::NoticeStruckMany, &places.len()));
    }

    /// Says that something was struck; and if it went out before, that it is still there.
    pub(super) fn say_struck(&mut self, notice: Notice) {
        let state = self.protocol.state();
        let outside = state.exports.len() + state.archived.len();
        self.notice = Some(match outside {
            0 => notice,
            outside => Notice::about(Text::NoticeStruckOutside, &outside),
        });
    }

    /// Takes a note out for good.
    pub(super) fn strike(&mut self, note: NoteId) {
        self.settle();
        let purpose = self.protocol.purpose_of(&self.topic);
        self.protocol.strike(note);
        self.forget_drafts(&[TextPlace::Note(note)], purpose);
    }

    /// Takes drafts that were struck out of the editor and from the shelf, also what was to take the place of a note or a
    /// sentence that was struck; `purpose` is what the draft here was to become before.
    fn forget_drafts(&mut self, places: &[TextPlace], purpose: Purpose) {
        self.shelf.clear();
        self.at_hand = None;
        self.scrolled = 0;
        let topic = self.topic.clone();
        let replaced = purpose.replaces(&topic);
        let is_struck = |place: &TextPlace| {
            *place == TextPlace::Draft(topic.clone()) || Some(place) == replaced.as_ref()
        };
        if places.iter().any(is_struck) {
            self.fetch_draft(&topic);
        }
    }
}

/// A stretch, as it is said.
fn said(span: Span) -> String {
    format!("{}–{}", hours(span.from_ms), end_of(span))
}

/// When a stretch ends, as it is said; one that still lasts has no end to be shown.
fn end_of(span: Span) -> String {
    if span.to_ms == u64::MAX {
        "…".to_owned()
    } else {
        hours(span.to_ms)
    }
}
