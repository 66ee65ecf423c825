//! Text that leaves no copy of itself in memory that was given back.

use std::fmt;
use std::ops::Range;

use zeroize::Zeroize;

use super::units::part;

/// A text that is zeroed when it grows out of its place and when it is dropped.
#[derive(Default)]
pub(super) struct SecretText(String);

impl SecretText {
    /// The text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Puts `with` in the place of `range`; a range that does not fall on characters changes nothing.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        let Some(removed) = self.0.get(range.clone()) else {
            return;
        };
        let needed = self.0.len() - removed.len() + with.len();
        if needed <= self.0.capacity() {
            self.0.replace_range(range, with);
            return;
        }
        // A string that grows by itself leaves its former place as it was.
        let mut grown = String::with_capacity(needed.max(self.0.capacity().saturating_mul(2)));
        grown.push_str(part(&self.0, 0..range.start));
        grown.push_str(with);
        grown.push_str(part(&self.0, range.end..self.0.len()));
        self.0.zeroize();
        self.0 = grown;
    }

    /// Hands out the text; from here on the caller answers for it.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

impl From<&str> for SecretText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Drop for SecretText {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for SecretText {
    /// Shows the length only: a draft may hold names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SecretText({} bytes)", self.0.len())
    }
}
