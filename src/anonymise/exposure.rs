//! Remembers which part of the draft may have been written, so that a name found too late can be purged.

use std::ops::Range;

use zeroize::Zeroizing;

/// The draft as the last search left it.
#[derive(Default)]
pub(super) struct LastDraft {
    text: Zeroizing<String>,
    /// What was held back of it.
    held: Range<usize>,
    /// Whether anything held back was written at an earlier time.
    held_was_written: bool,
}

/// What of a draft was there before it was changed.
pub(super) struct Unchanged<'a> {
    last: &'a LastDraft,
    length: usize,
    head: usize,
    tail: usize,
}

impl LastDraft {
    /// A draft that counts as written wholly.
    pub(super) fn written(text: &str) -> Self {
        Self::new(text, 0..0, false)
    }

    /// A draft of which a part was held back.
    pub(super) fn new(text: &str, held: Range<usize>, held_was_written: bool) -> Self {
        Self {
            text: Zeroizing::new(text.to_owned()),
            held,
            held_was_written,
        }
    }

    /// Compares with the draft as it is after a change at one place.
    pub(super) fn compare(&self, draft: &str) -> Unchanged<'_> {
        let (old, new) = (self.text.as_bytes(), draft.as_bytes());
        let head = old
            .iter()
            .zip(new)
            .take_while(|(one, other)| one == other)
            .count();
        let most = old.len().min(new.len()) - head;
        let (old, new) = (old.iter().rev(), new.iter().rev());
        let tail = old
            .zip(new)
            .take(most)
            .take_while(|(one, other)| one == other)
            .count();
        Unchanged {
            last: self,
            length: draft.len(),
            head,
            tail,
        }
    }
}

impl Unchanged<'_> {
    /// Whether any byte in this range of the draft may have been written.
    pub(super) fn was_written(&self, span: &Range<usize>) -> bool {
        let head = span.start..span.end.min(self.head);
        let tail_start = self.length - self.tail;
        let moved = |at: usize| self.last.text.len() - (self.length - at);
        let tail = span.start.max(tail_start)..span.end;
        self.holds_written(&head)
            || (!tail.is_empty() && self.holds_written(&(moved(tail.start)..moved(tail.end))))
    }

    /// Whether any byte in this range of the earlier draft was written.
    fn holds_written(&self, span: &Range<usize>) -> bool {
        let held = &self.last.held;
        let inside = held.start <= span.start && span.end <= held.end;
        !span.is_empty() && (!inside || self.last.held_was_written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_held_and_what_is_added_was_not_written() {
        let last = LastDraft::new("das Inst", 4..8, false);
        let unchanged = last.compare("das Institut");
        assert!(!unchanged.was_written(&(4..12)));
        assert!(unchanged.was_written(&(2..5)));
    }

    #[test]
    fn closing_a_gap_in_written_words_is_noticed() {
        let last = LastDraft::written("Mü ller ");
        let unchanged = last.compare("Müller ");
        assert!(unchanged.was_written(&(0..7)));
    }

    #[test]
    fn what_was_written_once_stays_written_while_it_is_held() {
        let last = LastDraft::new("Müllerx", 0..8, true);
        assert!(last.compare("Müller").was_written(&(0..7)));
        assert!(!last.compare("").was_written(&(0..0)));
    }
}
