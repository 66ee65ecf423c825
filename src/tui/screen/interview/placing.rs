//! Notes that get their place later, whose words they are, and notes of two note-takers side by side.

use time::OffsetDateTime;

use super::{Choosing, Interview, Notice, Outcome};
use crate::i18n::Text;
use crate::session::{NoteId, Pair, TopicId};
use crate::store::Rescued;

/// What becomes of two notes that lie side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// Both stay.
    Both,
    /// The first stays, the second is struck.
    First,
    /// The second stays, the first is struck.
    Second,
}

impl Stays {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Both, Self::First, Self::Second];
}

impl Interview {
    /// Puts what is typed aside as a note; with nothing typed, offers the notes that wait for their place.
    pub(super) fn put_aside(&mut self, now: OffsetDateTime) {
        let Some(started_ms) = self.started_ms.filter(|_| !self.editor.is_empty()) else {
            let waits = !self.protocol.state().unplaced.is_empty();
            self.page = 0;
            self.choosing = waits.then_some(Choosing::Unplaced);
            if !waits {
                self.notice = Some(Notice::of(Text::NoticeNothingUnplaced));
            }
            return;
        };
        if let Some(note) = self.changing() {
            if self.put_in_place_of(note, now) {
                self.notice = Some(Notice::about(Text::NoticeUnplaced, &note));
                let unplaced = self.protocol.unplace(note);
                let _ = unplaced.map_err(|withheld| self.say_withheld(withheld));
            }
            return;
        }
        let keeping = self.keeping(started_ms, now);
        let draft = self.editor.text();
        let kept = self.protocol.keep_unplaced(&self.topic, draft, keeping);
        let Ok(kept) = kept.map_err(|withheld| self.refuse_draft(withheld)) else {
            return;
        };
        self.end_draft();
        if let Some(note) = kept {
            self.at_hand = None;
            self.scrolled = 0;
            self.notice = Some(Notice::about(Text::NoticeUnplaced, &note));
        }
    }

    /// Goes to a note that waits for its place, and offers the cells for it; whether the note is there.
    pub(in crate::tui::screen) fn offer_place(
        &mut self,
        note: NoteId,
        now: OffsetDateTime,
    ) -> bool {
        let found = self.protocol.state().note(note);
        let Some(topic) = found.map(|found| found.topic.clone()) else {
            return false;
        };
        self.go_to(&topic, now);
        self.at_hand = Some(note);
        self.summed_up = None;
        self.scrolled_from = None;
        self.choose_among(Choosing::Refile(note));
        true
    }

    /// The next interviewee speaks; of a chosen note it is said whose words it is.
    pub(super) fn go_to_next_speaker(&mut self) {
        match self.chosen_note() {
            Some(note) => self.protocol.change_speaker(note),
            None => self.protocol.next_speaker(),
        }
    }

    /// The quotation that the key for translating means.
    pub(super) fn quote_to_translate(&self) -> Option<NoteId> {
        self.note_at_hand()
            .filter(|note| self.protocol.is_quote(*note))
    }

    pub(super) fn translate(&mut self) -> Outcome {
        let Some(note) = self.quote_to_translate() else {
            self.notice = Some(Notice::of(Text::NoticeNoForeignQuote));
            return Outcome::Done;
        };
        if !self.protocol.is_foreign_quote(note) {
            self.choose_among(Choosing::QuoteLanguage(note));
            return Outcome::Done;
        }
        self.translation_of(note)
    }

    pub(super) fn translation_of(&mut self, note: NoteId) -> Outcome {
        self.settle();
        Outcome::Translate(note)
    }

    /// Offers the first two notes that lie side by side and are not settled.
    pub(in crate::tui::screen) fn choose_overlap(&mut self) {
        let first = self.protocol.state().overlaps().first().copied();
        self.page = 0;
        self.overlap_scrolled = 0;
        self.choosing = first.map(Choosing::Overlap);
        if first.is_none() {
            self.notice = Some(Notice::of(Text::NoticeNoOverlaps));
        }
    }

    /// Settles two notes that lie side by side, and offers the next two. A note that is not to stay is struck after it
    /// was shown alone; what is struck overlaps no more.
    pub(super) fn settle_overlap(&mut self, pair: Pair, stays: Stays) {
        let (first, second) = pair;
        self.choosing = match stays {
            Stays::Both => {
                self.protocol.settle_overlap(pair);
                self.choose_overlap();
                return;
            }
            Stays::First => Some(Choosing::Strike(second)),
            Stays::Second => Some(Choosing::Strike(first)),
        };
    }

    /// Keeps what was written behind a damage of the journal.
    pub fn keep_rescued(&mut self, rescued: Vec<Rescued>) {
        let count = rescued.len();
        self.protocol.rescue(rescued);
        let topic = self.topic.clone();
        self.fetch_draft(&topic);
        self.notice = Some(Notice::about(Text::NoticeRescued, &count));
    }

    /// Reminds of parked points when another block is entered.
    pub(super) fn remind_of_parked(&mut self, from: &TopicId) {
        let guide = self.protocol.guide();
        let block = |topic: &TopicId| guide.block_of(topic.as_str()).map(|(index, _)| index);
        let parked = self.protocol.state().waiting().count();
        if parked > 0 && block(from) != block(&self.topic) {
            self.notice = Some(Notice::about(Text::NoticeStillParked, &parked));
        }
    }
}
