//! Taking back what was replaced though it is no name: in the draft, else in the note at hand.

use super::{Choosing, Interview, Notice};
use crate::anonymise::Boundary;
use crate::i18n::Text;
use crate::language::is_marker;
use crate::session::NoteId;

impl Interview {
    /// Whether something was replaced in the draft or in the note at hand.
    pub(super) fn has_replaced(&self) -> bool {
        let replaced = |note| self.protocol.has_replaced(note);
        self.nearest_marker().is_some() || self.note_at_hand().is_some_and(replaced)
    }

    /// Takes back what was replaced nearest to the cursor; where nothing was, what was replaced in the note at hand.
    pub(super) fn take_back(&mut self) {
        match (self.nearest_marker(), self.note_at_hand()) {
            (Some((at, marker)), _) => self.take_back_in_draft(at, marker),
            (None, Some(note)) => self.take_back_in_note(note),
            (None, None) => self.notice = Some(Notice::of(Text::NoticeNothingReplaced)),
        }
    }

    /// Takes back everything in a note that is shown like this marker.
    pub(super) fn take_back_like(&mut self, note: NoteId, marker: char) {
        let is_back = self.protocol.take_back_in(note, marker);
        self.notice = Some(if is_back {
            Notice::about(Text::NoticeTakenBackInNote, &note)
        } else {
            Notice::of(Text::NoticeNotKnownAnyMore)
        });
    }

    fn take_back_in_note(&mut self, note: NoteId) {
        match *self.protocol.replaced_in(note) {
            [] => self.notice = Some(Notice::about(Text::NoticeNothingReplacedIn, &note)),
            [marker] => self.take_back_like(note, marker),
            _ => self.choose_among(Choosing::TakeBack(note)),
        }
    }

    fn take_back_in_draft(&mut self, at: usize, marker: char) {
        let Some(original) = self.protocol.take_back(marker) else {
            self.notice = Some(Notice::of(Text::NoticeNotKnownAnyMore));
            return;
        };
        let Some((before, after)) = self.editor.text().split_at_checked(at) else {
            return;
        };
        let after = after.strip_prefix(marker).unwrap_or(after);
        let text = zeroize::Zeroizing::new(format!("{before}{}{after}", *original));
        let mut cursor = self.editor.cursor();
        if cursor > at {
            cursor = cursor - marker.len_utf8() + original.len();
        }
        self.editor.replace_all(&text, cursor);
        self.search(Boundary::Word);
        self.notice = Some(Notice::of(if self.protocol.is_ordinary(&original) {
            Text::NoticeTakenBackEverywhere
        } else {
            Text::NoticeTakenBack
        }));
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
