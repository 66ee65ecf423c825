//! Taking back what was replaced though it is no name: in the sentence of a cell that is written or was kept last, in the
//! note that was chosen, in the draft, else in the note kept last; and replacing it again, since a key is quickly pressed.
//! Where more than one thing was replaced, it is chosen which, by the words that stand behind the placeholders.

use std::ops::RangeInclusive;

use super::{Choosing, Interview, Notice};
use crate::anonymise::Boundary;
use crate::i18n::Text;
use crate::language::is_marker;
use crate::operations::protocol::{ReplacedBefore, TakenBack};
use crate::session::{NoteId, TopicId};

/// How many notes are called by their numbers at most.
const MOST_CALLED: usize = 3;

/// Where something was replaced that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplacedIn {
    /// In the draft on the screen.
    Draft,
    /// In a note that was kept.
    Note(NoteId),
    /// In the sentence of the cell that was kept last.
    Sentence,
    /// In a field of the postscript.
    Postscript,
}

/// What was taken back, and can be replaced again by undo.
#[derive(Debug)]
pub(super) struct WasTakenBack {
    /// Where the key for it was pressed.
    place: ReplacedIn,
    what: TakenBack,
    /// The numbers of the events that this made.
    events: RangeInclusive<u64>,
    /// The number of the last event since which nothing happened but that something was taken back and replaced again.
    until: u64,
    /// Whether no key was pressed in the draft, or in the form after the interview, since.
    is_fresh: bool,
}

impl Interview {
    /// Whether something was replaced where the key for taking back looks.
    pub(super) fn has_replaced(&self) -> bool {
        match self.where_replaced() {
            None | Some(ReplacedIn::Postscript) => false,
            Some(ReplacedIn::Note(note)) => self.protocol.has_replaced(note),
            Some(ReplacedIn::Sentence) => !self.replaced_in(ReplacedIn::Sentence).is_empty(),
            Some(ReplacedIn::Draft) => self.held > 0 || self.editor.text().contains(is_marker),
        }
    }

    /// Takes back what was replaced in the sentence of the cell that is written or was kept last; else in the note that was
    /// chosen; without one, in the draft; without a draft, in the note kept last. Of several it is chosen which.
    pub(super) fn take_back(&mut self) {
        let Some(place) = self.where_replaced() else {
            self.notice = Some(Notice::of(Text::NoticeNothingReplaced));
            return;
        };
        if place == ReplacedIn::Draft {
            // A name that is held back is replaced before it can be taken back.
            self.settle();
        }
        let found = self.replaced_in(place);
        match found.as_slice() {
            [] => self.say_nothing_replaced(place),
            [only] => self.take_back_from(place, only),
            _ => {
                self.offered = found;
                self.choose_among(Choosing::TakeBack(place));
            }
        }
    }

    /// Where the key for taking back looks.
    fn where_replaced(&self) -> Option<ReplacedIn> {
        if self.is_summing_up() {
            return Some(ReplacedIn::Draft);
        }
        if self.sentence_kept_last().is_some() {
            return Some(ReplacedIn::Sentence);
        }
        let note = self.existing_choice();
        let note = note.or_else(|| self.note_at_hand().filter(|_| self.editor.is_empty()));
        let draft = (!self.editor.is_empty()).then_some(ReplacedIn::Draft);
        note.map(ReplacedIn::Note).or(draft)
    }

    /// What was replaced there and can be taken back.
    fn replaced_in(&self, place: ReplacedIn) -> Vec<Vec<char>> {
        let editor = &self.editor;
        match place {
            ReplacedIn::Draft => self
                .protocol
                .replaced_in_draft(editor.text(), editor.cursor()),
            ReplacedIn::Note(note) => self.protocol.replaced_in(note),
            ReplacedIn::Sentence => self.protocol.replaced_in_sentence(&self.topic),
            // The form after the interview knows its fields.
            ReplacedIn::Postscript => Vec::new(),
        }
    }

    /// Whether one of these markers stands there still.
    fn is_replaced_in(&self, place: ReplacedIn, markers: &[char]) -> bool {
        let left = self.replaced_in(place);
        left.iter().flatten().any(|marker| markers.contains(marker))
    }

    fn say_nothing_replaced(&mut self, place: ReplacedIn) {
        let is_unknown = self.editor.text().contains(is_marker);
        self.notice = Some(match place {
            ReplacedIn::Draft if is_unknown => Notice::of(Text::NoticeNotKnownAnyMore),
            ReplacedIn::Draft => Notice::of(Text::NoticeNothingReplacedInDraft),
            ReplacedIn::Note(note) => Notice::about(Text::NoticeNothingReplacedIn, &note),
            ReplacedIn::Sentence | ReplacedIn::Postscript => {
                Notice::of(Text::NoticeNothingReplaced)
            }
        });
    }

    /// Takes back what stands behind these markers, in the draft too if it is there.
    pub(super) fn take_back_from(&mut self, place: ReplacedIn, markers: &[char]) {
        let before = self.protocol.state().sequence;
        let Some(what) = self.protocol.take_back(markers) else {
            self.notice = Some(Notice::of(Text::NoticeNotKnownAnyMore));
            return;
        };
        let (text, cursor) = {
            let editor = &self.editor;
            self.protocol.let_through_in(editor.text(), editor.cursor())
        };
        if *text != self.editor.text() {
            self.editor.replace_all(&text, cursor);
            self.label_markers();
            self.search(Boundary::Word);
        }
        let is_kept = matches!(place, ReplacedIn::Note(_) | ReplacedIn::Sentence);
        let stays = is_kept && self.is_replaced_in(place, markers);
        match place {
            _ if stays => self.notice = Some(Notice::of(Text::NoticeStaysReplaced)),
            ReplacedIn::Note(note) => {
                self.notice = Some(Notice::about(Text::NoticeTakenBackInNote, &note));
            }
            _ => self.say_taken_back(&what),
        }
        self.remember_taken_back(place, what, before);
    }

    /// Says in which earlier notes something was replaced since a name in what was kept just now became known, else that it
    /// was elsewhere. Gives whether it was.
    pub(in crate::tui::screen) fn say_replaced_before(&mut self, kept: Option<NoteId>) -> bool {
        let ReplacedBefore {
            notes,
            is_elsewhere,
        } = self.protocol.take_replaced_in(kept);
        if notes.is_empty() {
            if is_elsewhere {
                self.notice = Some(Notice::of(Text::NoticeReplacedElsewhere));
            }
            return is_elsewhere;
        }
        let called = notes.iter().take(MOST_CALLED).map(ToString::to_string);
        let mut about = called.collect::<Vec<_>>().join(", ");
        if notes.len() > MOST_CALLED {
            about = format!("{about} … ({})", notes.len());
        }
        self.notice = Some(Notice::about(Text::NoticeReplacedBefore, &about));
        true
    }

    /// What undo would replace again: what was taken back just now, or by the event that it reaches next.
    pub(super) fn to_replace_again(&self) -> Option<usize> {
        let sequence = self.protocol.state().sequence;
        let last = self.taken_back.last()?;
        if last.is_fresh && last.until == sequence {
            return self.taken_back.len().checked_sub(1);
        }
        if !self.editor.is_empty() {
            return None;
        }
        let undoable = self.protocol.sitting().undoable()?.sequence;
        let mut taken_back = self.taken_back.iter();
        taken_back.position(|was| was.events.contains(&undoable))
    }

    /// What undo would replace again in the form after the interview: what was taken back there last, as long as nothing was
    /// typed since.
    pub(in crate::tui::screen) fn to_replace_again_after(&self) -> Option<usize> {
        let last = self.taken_back.last()?;
        let is_there = last.is_fresh && last.place == ReplacedIn::Postscript;
        is_there.then(|| self.taken_back.len().saturating_sub(1))
    }

    /// Replaces again what was taken back, and takes it off the disk: undo alone would leave it there.
    pub(in crate::tui::screen) fn replace_again(&mut self, index: usize) {
        let was = self.taken_back.remove(index);
        self.protocol.replace_again(&was.what);
        // Drafts of other topics come back as they were searched again.
        self.search_again();
        self.reach_taken_back_before(&was);
        self.notice = Some(Notice::of(Text::NoticeReplacedAgain));
    }

    /// Lets undo go on with what was taken back directly before, as long as nothing else was done.
    fn reach_taken_back_before(&mut self, was: &WasTakenBack) {
        let sequence = self.protocol.state().sequence;
        if let Some(before) = self.taken_back.last_mut()
            && was.is_fresh
            && before.until + 1 == *was.events.start()
        {
            before.until = sequence;
        }
    }

    /// Says that the draft was written on, so that undo means that first.
    pub(in crate::tui::screen) fn go_on_behind_taken_back(&mut self) {
        if let Some(last) = self.taken_back.last_mut() {
            last.is_fresh = false;
        }
    }

    /// Remembers what was taken back, and that it made the events behind number `before`.
    pub(in crate::tui::screen) fn remember_taken_back(
        &mut self,
        place: ReplacedIn,
        what: TakenBack,
        before: u64,
    ) {
        let until = self.protocol.state().sequence;
        self.taken_back.push(WasTakenBack {
            place,
            what,
            events: before + 1..=until,
            until,
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

    /// Says that something is no name, and where it stands again.
    pub(in crate::tui::screen) fn say_taken_back(&mut self, what: &TakenBack) {
        let is_ordinary = self.protocol.is_ordinary(what.original());
        self.notice = Some(Notice::of(if is_ordinary {
            Text::NoticeTakenBackEverywhere
        } else {
            Text::NoticeTakenBack
        }));
    }
}
