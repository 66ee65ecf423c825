//! Remembers which part of the draft may have been written, so that a name found too late can be purged.

use std::ops::Range;

use zeroize::Zeroizing;

/// The draft as the last search left it.
#[derive(Default)]
pub(super) struct LastDraft {
    text: Zeroizing<String>,
    /// What of it was not written: what was held back, and what was masked.
    hidden: Vec<Hidden>,
}

/// A stretch of a draft that was not written as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// Whether anything of it was written at an earlier time and not taken out since.
    pub(super) was_written: bool,
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
        Self::new(text, Vec::new())
    }

    /// A draft of which parts were not written.
    pub(super) fn new(text: &str, hidden: Vec<Hidden>) -> Self {
        Self {
            text: Zeroizing::new(text.to_owned()),
            hidden,
        }
    }

    /// Whether nothing stood in it, so that what comes is another draft.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether these two characters stood side by side in it.
    pub(super) fn has_pair(&self, one: char, next: char) -> bool {
        let behind = self.text.chars().skip(1);
        self.text
            .chars()
            .zip(behind)
            .any(|pair| pair == (one, next))
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
        let is_hidden = self.last.hidden.iter().any(|hidden| {
            !hidden.was_written && hidden.span.start <= span.start && span.end <= hidden.span.end
        });
        !span.is_empty() && !is_hidden
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(span: Range<usize>, was_written: bool) -> Hidden {
        Hidden { span, was_written }
    }

    #[test]
    fn what_was_held_and_what_is_added_was_not_written() {
        let last = LastDraft::new("das Inst", vec![hidden(4..8, false)]);
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
        let last = LastDraft::new("Müllerx", vec![hidden(0..8, true)]);
        assert!(last.compare("Müller").was_written(&(0..7)));
        assert!(!last.compare("").was_written(&(0..0)));
    }
}
