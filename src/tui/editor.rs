//! The editor of a note: one text, one cursor, softly wrapped rows, undo.
//!
//! The cursor steps over graphemes; a placeholder is one character of the private-use plane, the *marker* (see
//! [`is_marker`]), and so one step, shown as its label. The editor knows its width and height, since moving up and down
//! and scrolling depend on them, but no terminal: it draws itself as a [`View`].
//!
//! Every operation answers with an [`Edit`], so that the caller knows when to search the draft for names.

use std::fmt;
use std::ops::Range;

use self::history::{Change, Class, History, Kind};
use self::secret::SecretText;
use self::units::{Labels, boundary_from, is_word, part, unit_after, unit_before};
use self::wrap::Rows;
use crate::language::{is_marker, sanitise, sanitised_char};

mod history;
mod moves;
mod secret;
#[cfg(test)]
mod tests;
mod units;
mod view;
mod wrap;

pub use self::view::{SpanKind, View};

/// The bytes a text may hold at most.
pub const LIMIT: usize = 1024 * 1024;

/// What an operation did, so that the caller knows when to search the draft for names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "at a boundary the draft is searched for names"]
pub enum Edit {
    /// Neither text nor cursor changed.
    Nothing,
    /// The word under the cursor grew, shrank or was moved through, and may not be finished; or the cursor moved
    /// where no word is.
    Inside,
    /// A word may be finished: a separator was typed or removed, the cursor left a word, or more than one character
    /// changed at once.
    Boundary,
    /// The text would have grown beyond [`LIMIT`]; nothing changed.
    Full,
}

/// A text editor without a terminal.
pub struct Editor {
    text: SecretText,
    /// A byte offset, always on the boundary of a unit.
    cursor: usize,
    labels: Labels,
    rows: Rows,
    height: usize,
    /// The first visible row.
    top: usize,
    /// The column that moving up and down keeps to.
    column: Option<usize>,
    /// Where text stands that may be a name; it moves with the text until others are said.
    suspected: Vec<Range<usize>>,
    history: History,
}

impl Editor {
    /// An empty editor that shows `width` × `height` cells; each counts as at least one.
    pub fn new(width: u16, height: u16) -> Self {
        let labels = Labels::default();
        Self {
            text: SecretText::default(),
            cursor: 0,
            rows: Rows::new("", &labels, usize::from(width)),
            labels,
            height: usize::from(height).max(1),
            top: 0,
            column: None,
            suspected: Vec::new(),
            history: History::default(),
        }
    }

    /// The text, with markers for placeholders.
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// The byte offset of the cursor, always on the boundary of a grapheme.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// The bytes that still have room.
    pub fn room(&self) -> usize {
        LIMIT.saturating_sub(self.text().len())
    }

    /// Types a character; one that [`sanitised_char`] takes out, or a marker, types nothing.
    pub fn insert_char(&mut self, character: char) -> Edit {
        let line_end = (character == '\r').then_some('\n');
        let clean = line_end
            .or_else(|| sanitised_char(character))
            .filter(|&clean| !is_marker(clean));
        clean.map_or(Edit::Nothing, |clean| {
            self.insert(clean.encode_utf8(&mut [0; 4]), Kind::Typed)
        })
    }

    /// Inserts text from outside, such as a paste, as one step of undo. Markers are taken out, so that nothing passes
    /// for a placeholder.
    pub fn insert_str(&mut self, text: &str) -> Edit {
        let clean = SecretText::from(sanitise(text).into_owned());
        self.insert(clean.as_str(), Kind::Whole)
    }

    /// Removes the grapheme before the cursor.
    pub fn backspace(&mut self) -> Edit {
        let start = self.cursor - unit_before(self.text(), self.cursor).len();
        self.remove(start, self.cursor, Kind::Erased)
    }

    /// Removes the grapheme after the cursor.
    pub fn delete(&mut self) -> Edit {
        let end = self.cursor + unit_after(self.text(), self.cursor).len();
        self.remove(self.cursor, end, Kind::Deleted)
    }

    /// Removes what stands between the cursor and the beginning of the word before it.
    pub fn delete_word_back(&mut self) -> Edit {
        self.remove(self.word_start_before(), self.cursor, Kind::Whole)
    }

    /// Removes what stands between the cursor and the end of the word after it.
    pub fn delete_word_forward(&mut self) -> Edit {
        self.remove(self.cursor, self.word_end_after(), Kind::Whole)
    }

    /// Erases the line that the cursor stands in, and leaves an empty one.
    pub fn delete_line(&mut self) -> Edit {
        let text = self.text();
        let Some((before, behind)) = text.split_at_checked(self.cursor) else {
            return Edit::Nothing;
        };
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = self.cursor + behind.find('\n').unwrap_or(behind.len());
        if start == end {
            return Edit::Nothing;
        }
        self.replace_range(start..end, "")
    }

    /// Puts a text in the place of another, as one step of undo; the cursor comes to stand behind it. Markers are taken
    /// out, so that nothing passes for a placeholder.
    pub fn replace_range(&mut self, span: Range<usize>, text: &str) -> Edit {
        let removed = SecretText::from(part(self.text(), span.clone()));
        let inserted = SecretText::from(sanitise(text).into_owned());
        if removed.as_str() == inserted.as_str() {
            return Edit::Nothing;
        }
        let before = self.cursor;
        self.splice(span.start, removed.as_str().len(), inserted.as_str());
        self.stand_at(span.start + inserted.as_str().len());
        let class = class_of(unit_before(self.text(), self.cursor));
        self.remember(
            Kind::Whole,
            class,
            Change {
                at: span.start,
                removed,
                inserted,
                before,
                after: self.cursor,
            },
        )
    }

    /// Takes back the last step.
    pub fn undo(&mut self) -> Edit {
        let Some(change) = self.history.undo() else {
            return Edit::Nothing;
        };
        let (at, cursor) = (change.at, change.before);
        let (gone, back) = (change.inserted.as_str(), change.removed.as_str());
        self.text.replace(at..at + gone.len(), back);
        self.rows
            .edited(self.text.as_str(), &self.labels, at, gone.len(), back.len());
        shift(&mut self.suspected, at, gone.len(), back.len());
        self.stand_at(cursor);
        Edit::Boundary
    }

    /// Makes again what was taken back.
    pub fn redo(&mut self) -> Edit {
        let Some(change) = self.history.redo() else {
            return Edit::Nothing;
        };
        let (at, cursor) = (change.at, change.after);
        let (gone, back) = (change.removed.as_str(), change.inserted.as_str());
        self.text.replace(at..at + gone.len(), back);
        self.rows
            .edited(self.text.as_str(), &self.labels, at, gone.len(), back.len());
        shift(&mut self.suspected, at, gone.len(), back.len());
        self.stand_at(cursor);
        Edit::Boundary
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to make again.
    pub const fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Begins with another text, its markers kept; undo begins anew. A text beyond [`LIMIT`] is cut.
    pub fn set(&mut self, text: &str, cursor: usize) {
        self.history.clear();
        self.exchange(text, cursor);
    }

    /// Puts the text in which names were replaced in the place of the one in which they stood.
    ///
    /// Undo and redo forget everything if the text differs, since any step may hold what was replaced: an original
    /// never comes back that way.
    pub fn replace_all(&mut self, text: &str, cursor: usize) {
        if text != self.text() {
            self.history.clear();
        }
        self.exchange(text, cursor);
    }

    /// Hands out the text, with markers for placeholders, and leaves an empty editor without history.
    pub fn take(&mut self) -> String {
        self.history.clear();
        self.suspected.clear();
        let text = self.text.take();
        self.rows = Rows::new("", &self.labels, self.rows.width());
        self.stand_at(0);
        text
    }

    /// Says how markers are shown, such as `[Person 1]`.
    pub fn set_labels(&mut self, labels: impl IntoIterator<Item = (char, String)>) {
        let labels = Labels::new(labels);
        if labels != self.labels {
            self.labels = labels;
            self.wrap_anew(self.rows.width());
        }
    }

    /// Says where text stands that may be a name, in bytes.
    pub fn set_suspected(&mut self, suspected: Vec<Range<usize>>) {
        self.suspected = suspected;
    }

    /// Shows `width` × `height` cells; each counts as at least one.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.height = usize::from(height).max(1);
        let width = usize::from(width).max(1);
        if width == self.rows.width() {
            self.follow();
        } else {
            self.wrap_anew(width);
        }
    }

    fn wrap_anew(&mut self, width: usize) {
        self.rows = Rows::new(self.text.as_str(), &self.labels, width);
        self.column = None;
        self.follow();
    }

    fn insert(&mut self, text: &str, kind: Kind) -> Edit {
        if text.is_empty() {
            return Edit::Nothing;
        }
        if text.len() > self.room() {
            return Edit::Full;
        }
        let (at, before) = (self.cursor, self.cursor);
        self.splice(at, 0, text);
        self.stand_at(at + text.len());
        let class = class_of(unit_before(self.text(), self.cursor));
        self.remember(
            kind,
            class,
            Change {
                at,
                removed: SecretText::default(),
                inserted: SecretText::from(text),
                before,
                after: self.cursor,
            },
        )
    }

    fn remove(&mut self, start: usize, end: usize, kind: Kind) -> Edit {
        let removed = SecretText::from(part(self.text(), start..end));
        if removed.as_str().is_empty() {
            return Edit::Nothing;
        }
        let class = class_of(removed.as_str());
        let before = self.cursor;
        self.splice(start, end - start, "");
        self.stand_at(start);
        self.remember(
            kind,
            class,
            Change {
                at: start,
                removed,
                inserted: SecretText::default(),
                before,
                after: self.cursor,
            },
        )
    }

    fn remember(&mut self, kind: Kind, class: Class, change: Change) -> Edit {
        self.history.record(kind, class, change);
        match (kind, class) {
            (Kind::Whole, _) | (_, Class::Separator) => Edit::Boundary,
            (Kind::Typed | Kind::Erased | Kind::Deleted, Class::Word) => Edit::Inside,
        }
    }

    /// Replaces the whole text, and wraps anew only where it differs.
    fn exchange(&mut self, text: &str, cursor: usize) {
        let (head, tail) = text.split_at_checked(cursor).unwrap_or((text, ""));
        let head = SecretText::from(sanitised(head));
        let mut whole = SecretText::from(sanitised(tail));
        whole.replace(0..0, head.as_str());
        if whole.as_str().len() > LIMIT {
            let cut = whole.as_str().floor_char_boundary(LIMIT);
            let end = whole.as_str().len();
            whole.replace(cut..end, "");
        }
        let (old, fresh) = (self.text.as_str(), whole.as_str());
        let same_head = old
            .char_indices()
            .zip(fresh.chars())
            .find(|((_, left), right)| left != right)
            .map_or(old.len().min(fresh.len()), |((at, _), _)| at);
        let same_tail: usize = part(old, same_head..old.len())
            .chars()
            .rev()
            .zip(part(fresh, same_head..fresh.len()).chars().rev())
            .take_while(|(left, right)| left == right)
            .map(|(left, _)| left.len_utf8())
            .sum();
        let removed = old.len() - same_tail - same_head;
        let with = part(fresh, same_head..fresh.len() - same_tail);
        self.splice(same_head, removed, with);
        self.history.seal();
        self.stand_at(head.as_str().len());
    }

    fn splice(&mut self, at: usize, removed: usize, with: &str) {
        shift(&mut self.suspected, at, removed, with.len());
        self.text.replace(at..at + removed, with);
        self.rows
            .edited(self.text.as_str(), &self.labels, at, removed, with.len());
    }

    /// Puts the cursor on the first boundary from `offset`, and scrolls to it.
    fn stand_at(&mut self, offset: usize) {
        self.cursor = boundary_from(self.text(), offset);
        self.column = None;
        self.follow();
    }

    /// Scrolls so far that the cursor is visible and no more rows than needed stay empty below the text.
    fn follow(&mut self) {
        let row = self.rows.row_of(self.cursor);
        let lowest_top = self.rows.count().saturating_sub(self.height);
        self.top = self
            .top
            .clamp((row + 1).saturating_sub(self.height), row)
            .min(lowest_top);
    }
}

impl fmt::Debug for Editor {
    /// Shows sizes only: a draft may hold names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Editor({} bytes, cursor {})",
            self.text().len(),
            self.cursor
        )
    }
}

/// Moves ranges with a text in which `removed` bytes at `at` gave way to `inserted`; those that were touched go.
fn shift(ranges: &mut Vec<Range<usize>>, at: usize, removed: usize, inserted: usize) {
    ranges.retain(|range| range.end <= at || at + removed <= range.start);
    for range in ranges.iter_mut().filter(|range| range.end > at) {
        *range = range.start - removed + inserted..range.end - removed + inserted;
    }
}

fn class_of(unit: &str) -> Class {
    if is_word(unit) {
        Class::Word
    } else {
        Class::Separator
    }
}

/// The text as [`sanitise`] has it, but with its markers.
fn sanitised(text: &str) -> String {
    // No character grows, so that the text never moves in memory and leaves a copy behind.
    let mut clean = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_marker) {
        let marker = piece.chars().next_back().filter(|&last| is_marker(last));
        clean.push_str(&sanitise(piece));
        clean.extend(marker);
    }
    clean
}
