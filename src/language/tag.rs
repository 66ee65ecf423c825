//! The languages that the program speaks.

use std::fmt;

/// A language of the screen, of a guide or of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// German, in Swiss spelling.
    De,
    /// French.
    Fr,
    /// English.
    En,
}

impl Language {
    /// All languages, in the order in which a key steps through them.
    pub const ALL: [Self; 3] = [Self::De, Self::Fr, Self::En];

    /// The two-letter tag (ISO 639-1).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// Reads a tag such as `de`, `de-CH` or `fr_FR.UTF-8`; nothing for other languages.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::De => Self::Fr,
            Self::Fr => Self::En,
            Self::En => Self::De,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}
