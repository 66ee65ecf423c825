//! Undo and redo: the edits since the draft began, or since a name in it was replaced.
//!
//! Edits of one kind run together to a step of about a word. What was removed may hold a name, so all of it is zeroed
//! when it is forgotten.

use std::collections::VecDeque;

use super::secret::SecretText;

/// The steps that are remembered at most.
const STEPS: usize = 1_000;

/// The bytes of removed and inserted text that are remembered at most, the last step apart.
const BYTES: usize = 4 * 1024 * 1024;

/// How an edit came about; edits of the same kind side by side run together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A character was typed.
    Typed,
    /// The unit before the cursor was removed.
    Erased,
    /// The unit after the cursor was removed.
    Deleted,
    /// A paste, a word removed: a step of its own.
    Whole,
}

/// What the edited unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Part of a word.
    Word,
    /// A space, a punctuation mark, a line end.
    Separator,
}

/// One edit: `inserted` stands at `at` where `removed` stood.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) at: usize,
    pub(super) removed: SecretText,
    pub(super) inserted: SecretText,
    /// The cursor before the edit.
    pub(super) before: usize,
    /// The cursor after the edit.
    pub(super) after: usize,
}

impl Change {
    fn bytes(&self) -> usize {
        self.removed.as_str().len() + self.inserted.as_str().len()
    }

    /// Takes in an edit that follows directly; hands it back if it stands elsewhere.
    fn absorb(&mut self, kind: Kind, next: Self) -> Result<(), Self> {
        let adjoins = match kind {
            Kind::Typed => next.at == self.at + self.inserted.as_str().len(),
            Kind::Erased => next.at + next.removed.as_str().len() == self.at,
            Kind::Deleted => next.at == self.at,
            Kind::Whole => false,
        };
        if !adjoins {
            return Err(next);
        }
        let inserted_end = self.inserted.as_str().len();
        let removed_end = self.removed.as_str().len();
        let removed_at = if kind == Kind::Erased { 0 } else { removed_end };
        self.at = self.at.min(next.at);
        self.inserted
            .replace(inserted_end..inserted_end, next.inserted.as_str());
        self.removed
            .replace(removed_at..removed_at, next.removed.as_str());
        self.after = next.after;
        Ok(())
    }
}

/// The edits that can be undone and redone.
#[derive(Debug, Default)]
pub(super) struct History {
    done: VecDeque<Change>,
    undone: Vec<Change>,
    /// Bytes in `done`.
    bytes: usize,
    /// The kind of the last edit, and what it edited, as long as another may run together with it.
    open: Option<(Kind, Class)>,
}

impl History {
    /// Remembers an edit; what was undone cannot be redone any more.
    pub(super) fn record(&mut self, kind: Kind, class: Class, change: Change) {
        self.undone.clear();
        let begins_word = match kind {
            Kind::Typed | Kind::Deleted => (Class::Separator, Class::Word),
            Kind::Erased | Kind::Whole => (Class::Word, Class::Separator),
        };
        let continues = self
            .open
            .replace((kind, class))
            .is_some_and(|(last_kind, last)| last_kind == kind && (last, class) != begins_word);
        self.bytes += change.bytes();
        let apart = match self.done.back_mut() {
            Some(last) if continues => last.absorb(kind, change).err(),
            _ => Some(change),
        };
        self.done.extend(apart);
        while self.done.len() > STEPS || (self.bytes > BYTES && self.done.len() > 1) {
            let oldest = self.done.pop_front();
            self.bytes -= oldest.map_or(0, |change| change.bytes());
        }
    }

    /// Ends the step: the next edit begins another.
    pub(super) const fn seal(&mut self) {
        self.open = None;
    }

    /// The edit to take back, which can then be redone.
    pub(super) fn undo(&mut self) -> Option<&Change> {
        self.seal();
        let change = self.done.pop_back()?;
        self.bytes -= change.bytes();
        self.undone.push(change);
        self.undone.last()
    }

    /// The edit to make again.
    pub(super) fn redo(&mut self) -> Option<&Change> {
        self.seal();
        let change = self.undone.pop()?;
        self.bytes += change.bytes();
        self.done.push_back(change);
        self.done.back()
    }

    /// Whether there is an edit to take back.
    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is an edit to make again.
    pub(super) const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}
