//! How far long work is, said on one line that is written over.

use std::io::Write;

use super::console::Console;
use crate::i18n::{Text, Value, Words};
use crate::store::index::Progress;

/// What takes less than this many bytes is done before anybody could read about it.
const WORTH_SAYING: u64 = 4 * 1024 * 1024;

/// So many sessions take long enough to say how far it is.
const MANY: usize = 20;

/// The line; it is cleared when it is dropped.
pub(super) struct Line<'console> {
    words: &'console Words,
    /// Where it is written; nothing where nobody looks on.
    errors: Option<&'console mut dyn Write>,
    /// What it says.
    said: String,
}

impl<'console> Line<'console> {
    pub(super) fn new(console: &'console mut Console<'_>) -> Self {
        let errors: &mut dyn Write = &mut *console.errors;
        Self {
            words: &console.words,
            errors: console.is_watched.then_some(errors),
            said: String::new(),
        }
    }

    /// Says how far the index is.
    pub(super) fn show(&mut self, made: Progress) {
        if made.total >= WORTH_SAYING {
            let values = [("percent", Value::from(made.percent()))];
            let line = self.words.text_with(Text::SearchIndexing, &values);
            self.say(line);
        }
    }

    /// Says how many of so many sessions are done.
    pub(super) fn count(&mut self, done: usize, of: usize) {
        if of >= MANY {
            self.say(format!("{done}/{of}"));
        }
    }

    fn say(&mut self, line: String) {
        if line == self.said {
            return;
        }
        if let Some(errors) = &mut self.errors {
            // A message that cannot be said is no failure of the command.
            let _ = write!(errors, "\r{line}").and_then(|()| errors.flush());
        }
        self.said = line;
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if let Some(errors) = &mut self.errors
            && !self.said.is_empty()
        {
            let _ = write!(errors, "\r\u{1b}[K").and_then(|()| errors.flush());
        }
    }
}
