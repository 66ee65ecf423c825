//! Taking back what was replaced though it is no name: in the sentence of a cell that is written or was kept last, in the
//! note that was chosen, in the draft, else in the note kept last; and replacing it again, since a key is quickly pressed.

use std::ops::RangeInclusive;

use super::{Choosing, Interview, Notice};
use crate::anonymise::Boundary;
use crate::i18n::Text;
use crate::language::is_marker;
use crate::operations::protocol::TakenBack;
use crate::session::{NoteId, TopicId};

/// How many notes are called by their numbers at most.
const MOST_CALLED: usize = 3;

/// What was taken back, and can be replaced again by undo.
#[derive(Debug)]
pub(super) struct WasTakenBack {
    what: TakenBack,
    /// The numbers of the events that this made.
    events: RangeInclusive<u64>,
    /// Whether no key was pressed in the draft since.
    is_fresh: bool,
}

impl Interview {
    /// Whether something was replaced where the key for taking back looks.
    pub(super) fn has_replaced(&self) -> bool {
        let replaced = |note| self.protocol.has_replaced(note);
        if let Some(topic) = self.sentence_kept_last() {
            return !self.protocol.replaced_in_sentence(topic).is_empty();
        }
        match self.existing_choice() {
            _ if self.is_summing_up() => self.held > 0 || self.nearest_marker().is_some(),
            Some(note) => replaced(note),
            None if self.editor.is_empty() => self.note_at_hand().is_some_and(replaced),
            None => self.held > 0 || self.nearest_marker().is_some(),
        }
    }

    /// Takes back what was replaced in the sentence of the cell that is written or was kept last; else in the note that was
    /// chosen; without one, what was replaced in the draft nearest to the cursor; without a draft, what was replaced in the
    /// note kept last.
    pub(super) fn take_back(&mut self) {
        if self.is_summing_up() {
            self.take_back_nearest();
            return;
        }
        if let Some(topic) = self.sentence_kept_last().cloned() {
            self.take_back_in_sentence(&topic);
            return;
        }
        if let Some(note) = self.existing_choice() {
            self.take_back_in_note(note);
            return;
        }
        if self.editor.is_empty() {
            match self.note_at_hand() {
                Some(note) => self.take_back_in_note(note),
                None => self.notice = Some(Notice::of(Text::NoticeNothingReplaced)),
            }
            return;
        }
        self.take_back_nearest();
    }

    fn take_back_nearest(&mut self) {
        // A name that is held back is replaced before it can be taken back.
        self.settle();
        match self.nearest_marker() {
            Some((at, marker)) => self.take_back_in_draft(at, marker),
            None => self.notice = Some(Notice::of(Text::NoticeNothingReplacedInDraft)),
        }
    }

    /// Says in which earlier notes something was replaced since a name in what was kept just now became known.
    pub(super) fn say_replaced_before(&mut self, kept: Option<NoteId>) {
        let notes = self.protocol.take_replaced_in(kept);
        if notes.is_empty() {
            return;
        }
        let called = notes.iter().take(MOST_CALLED).map(ToString::to_string);
        let mut about = called.collect::<Vec<_>>().join(", ");
        if notes.len() > MOST_CALLED {
            about = format!("{about} … ({})", notes.len());
        }
        self.notice = Some(Notice::about(Text::NoticeReplacedBefore, &about));
    }

    /// Takes back everything in a note that is shown like this marker.
    pub(super) fn take_back_like(&mut self, note: NoteId, marker: char) {
        let before = self.protocol.state().sequence;
        let Some(what) = self.protocol.take_back_in(note, marker) else {
            self.notice = Some(Notice::of(Text::NoticeNotKnownAnyMore));
            return;
        };
        self.notice = Some(Notice::about(Text::NoticeTakenBackInNote, &note));
        self.remember_taken_back(what, before);
    }

    /// What undo would replace again: what was taken back just now, or by the event that it reaches next.
    pub(super) fn to_replace_again(&self) -> Option<usize> {
        let sequence = self.protocol.state().sequence;
        let last = self.taken_back.last()?;
        if last.is_fresh && *last.events.end() == sequence {
            return self.taken_back.len().checked_sub(1);
        }
        if !self.editor.is_empty() {
            return None;
        }
        let undoable = self.protocol.sitting().undoable()?.sequence;
        let mut taken_back = self.taken_back.iter();
        taken_back.position(|was| was.events.contains(&undoable))
    }

    /// Replaces again what was taken back, and takes it off the disk: undo alone would leave it there.
    pub(super) fn replace_again(&mut self, index: usize) {
        let was = self.taken_back.remove(index);
        self.protocol.replace_again(&was.what);
        // Drafts of other topics come back as they were searched again.
        self.search_again();
        self.notice = Some(Notice::of(Text::NoticeReplacedAgain));
    }

    /// Says that the draft was written on, so that undo means that first.
    pub(super) fn go_on_behind_taken_back(&mut self) {
        if let Some(last) = self.taken_back.last_mut() {
            last.is_fresh = false;
        }
    }

    fn remember_taken_back(&mut self, what: TakenBack, before: u64) {
        self.taken_back.push(WasTakenBack {
            what,
            events: before + 1..=self.protocol.state().sequence,
            is_fresh: true,
        });
    }

    /// The note that was chosen with a key, if it is still there.
    fn existing_choice(&self) -> Option<NoteId> {
        let state = self.protocol.state();
        self.chosen_note()
            .filter(|note| state.note(*note).is_some())
    }

    /// The cell on the screen, if its sentence was kept and nothing was since.
    fn sentence_kept_last(&self) -> Option<&TopicId> {
        let topic = self.summed_up.as_ref()?;
        (topic == &self.topic && self.editor.is_empty()).then_some(topic)
    }

    /// Takes back what was replaced last in the sentence of a cell.
    fn take_back_in_sentence(&mut self, topic: &TopicId) {
        let Some(marker) = self.protocol.replaced_in_sentence(topic).first().copied() else {
            self.notice = Some(Notice::of(Text::NoticeNothingReplaced));
            return;
        };
        let before = self.protocol.state().sequence;
        let Some(what) = self.protocol.take_back_in_sentence(topic, marker) else {
            self.notice = Some(Notice::of(Text::NoticeNotKnownAnyMore));
            return;
        };
        self.say_taken_back(&what);
        self.remember_taken_back(what, before);
    }

    fn say_taken_back(&mut self, what: &TakenBack) {
        let is_ordinary = self.protocol.is_ordinary(what.original());
        self.notice = Some(Notice::of(if is_ordinary {
            Text::NoticeTakenBackEverywhere
        } else {
            Text::NoticeTakenBack
        }));
    }

    fn take_back_in_note(&mut self, note: NoteId) {
        match *self.protocol.replaced_in(note) {
            [] => self.notice = Some(Notice::about(Text::NoticeNothingReplacedIn, &note)),
            [marker] => self.take_back_like(note, marker),
            _ => self.choose_among(Choosing::TakeBack(note)),
        }
    }

    fn take_back_in_draft(&mut self, at: usize, marker: char) {
        let sequence = self.protocol.state().sequence;
        let Some(taken_back) = self.protocol.take_back(marker) else {
            self.notice = Some(Notice::of(Text::NoticeNotKnownAnyMore));
            return;
        };
        let Some((before, after)) = self.editor.text().split_at_checked(at) else {
            return;
        };
        let original = taken_back.original();
        let after = after.strip_prefix(marker).unwrap_or(after);
        let text = zeroize::Zeroizing::new(format!("{before}{original}{after}"));
        let mut cursor = self.editor.cursor();
        if cursor > at {
            cursor = cursor - marker.len_utf8() + original.len();
        }
        self.editor.replace_all(&text, cursor);
        self.search(Boundary::Word);
        self.say_taken_back(&taken_back);
        self.remember_taken_back(taken_back, sequence);
    }

    /// The last marker before the cursor, or else the first behind it, and where it stands.
    fn nearest_marker(&self) -> Option<(usize, char)> {
        let cursor = self.editor.cursor();
        let (before, after) = self.editor.text().split_at_checked(cursor)?;
        let before = before.char_indices().rev();
        let after = after.char_indices().map(|(at, found)| (cursor + at, found));
        before
            .chain(after)
            .find(|(_, character)| is_marker(*character))
    }
}
