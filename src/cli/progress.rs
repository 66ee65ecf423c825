//! How far something is that takes a while, said on one line that is written over.

use std::io::Write;

use super::console::Console;
use crate::i18n::{Text, Value, Words};
use crate::store::index::Progress;

/// What takes less than this many bytes is done before anybody could read about it.
const WORTH_SAYING: u64 = 4 * 1024 * 1024;

/// Fewer sessions than this are read before anybody could read about it.
const MANY: usize = 200;

/// The line; it is cleared when it is dropped.
pub(super) struct Line<'console> {
    words: &'console Words,
    /// Where it is written; nothing where nobody looks on.
    errors: Option<&'console mut dyn Write>,
    /// What it says.
    percent: Option<u8>,
}

impl<'console> Line<'console> {
    pub(super) fn new(console: &'console mut Console<'_>) -> Self {
        let errors: &mut dyn Write = &mut *console.errors;
        Self {
            words: &console.words,
            errors: console.is_terminal.then_some(errors),
            percent: None,
        }
    }

    /// Says how far the index is.
    pub(super) fn show(&mut self, made: Progress) {
        if made.total < WORTH_SAYING {
            return;
        }
        let percent = made.percent();
        if self.percent == Some(percent) {
            return;
        }
        self.percent = Some(percent);
        let values = [("percent", Value::from(percent))];
        let line = self.words.text_with(Text::SearchIndexing, &values);
        if let Some(errors) = &mut self.errors {
            // A message that cannot be said is no failure of the command.
            let _ = write!(errors, "\r{line}").and_then(|()| errors.flush());
        }
    }
}

impl Line<'_> {
    /// Says how many of so many sessions are read.
    pub(super) fn show_count(&mut self, done: usize, of: usize) {
        let percent = u8::try_from(done * 100 / of.max(1)).ok();
        if of < MANY || self.percent == percent {
            return;
        }
        self.percent = percent;
        if let Some(errors) = &mut self.errors {
            // A message that cannot be said is no failure of the command.
            let _ = write!(errors, "\r{done}/{of}").and_then(|()| errors.flush());
        }
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if let (Some(errors), Some(_)) = (&mut self.errors, self.percent) {
            let _ = write!(errors, "\r\u{1b}[K").and_then(|()| errors.flush());
        }
    }
}
