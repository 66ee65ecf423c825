//! A selective protocol note.

use super::{Age, NoteId, Polarity, Revision, TopicId, Voice};
use crate::anonymise::CleanText;
use crate::language::Language;

/// A note in a cell of the protocol matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub id: NoteId,
    /// The cell it stands in.
    pub topic: TopicId,
    /// Further cells it belongs to; it counts once per session and block.
    pub also_in: Vec<TopicId>,
    /// What kind of note it is.
    pub kind: NoteKind,
    /// Its text.
    pub text: CleanText,
    /// Whole milliseconds since the interview began, at the first keystroke; the lead is applied when it is shown.
    pub at_ms: u64,
    /// Where it comes from.
    pub origin: Origin,
    /// How long after the interview it was written.
    pub age: Age,
    /// That its text was changed after the interview, the last time.
    pub revised: Option<Revision>,
    /// The language it is written in.
    pub language: Language,
    /// What it says in the language of the session, if it is a quotation in another.
    pub translation: Option<CleanText>,
    /// Which of several interviewees said it, from 1.
    pub speaker: Option<u8>,
    /// Whether the interviewee came to it unasked.
    pub prompting: Prompting,
    /// Whether what it says helps or hinders.
    pub polarity: Option<Polarity>,
    /// Whose view it gives.
    pub voice: Voice,
    /// Its codes.
    pub codes: Vec<String>,
}

impl Note {
    /// Whether it is a note of this cell or is linked into it.
    pub fn stands_in(&self, topic: &TopicId) -> bool {
        &self.topic == topic || self.also_in.contains(topic)
    }

    /// Whether it is a quotation in another language than this one, that of its session.
    pub fn is_foreign_quote(&self, language: Language) -> bool {
        self.kind == NoteKind::Quote && self.language != language
    }

    /// Whether it is such a quotation and nobody wrote beside it what it says.
    pub fn lacks_translation(&self, language: Language) -> bool {
        self.is_foreign_quote(language) && self.translation.is_none()
    }
}

/// What kind of note it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteKind {
    /// What was said, in the interviewer's words.
    Paraphrase,
    /// What was said, word by word.
    Quote,
    /// What was seen or heard besides words.
    Observation,
    /// A thought of the interviewer; never counted.
    Comment,
    /// A fact for the profile.
    Fact,
}

impl NoteKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Paraphrase,
        Self::Quote,
        Self::Observation,
        Self::Comment,
        Self::Fact,
    ];

    /// Whether the interviewee is shown it for approval: what was said, and facts.
    pub const fn is_for_review(self) -> bool {
        match self {
            Self::Paraphrase | Self::Quote | Self::Fact => true,
            Self::Observation | Self::Comment => false,
        }
    }

    /// Splits a typed note into its kind, told by the first character, and its text.
    ///
    /// A quote keeps no quotation marks: they are put around it when it is shown. One that ends before the note does
    /// keeps them, so that it can be told from what stands behind it: see [`is_quoted_in_part`].
    pub fn split(typed: &str) -> (Self, &str) {
        let typed = typed.trim();
        let Some(first) = typed.chars().next() else {
            return (Self::Paraphrase, "");
        };
        let kind = match first {
            '"' | '„' | '“' | '«' => Self::Quote,
            '!' => Self::Observation,
            '#' => Self::Comment,
            '=' => Self::Fact,
            _ => return (Self::Paraphrase, typed),
        };
        let rest = typed.strip_prefix(first).unwrap_or(typed).trim_start();
        if kind != Self::Quote {
            return (kind, rest);
        }
        if is_quoted_in_part(typed) {
            return (kind, typed);
        }
        let text = rest.strip_suffix(['"', '“', '”', '»']).unwrap_or(rest);
        // A closing mark that closes an inner quotation belongs to the text.
        let inner = text.contains(['"', '„', '“', '«']);
        (kind, if inner { rest } else { text }.trim_end())
    }
}

/// Whether a text begins with a quotation that ends before the text does: «…» said the manager.
pub fn is_quoted_in_part(text: &str) -> bool {
    quotation(text).is_some()
}

/// What stands between straight quotation marks at the beginning of a text, and what behind them, if the quotation ends
/// before the text does. Other marks belong to a language already.
pub fn straight_quotation(text: &str) -> Option<(&str, &str)> {
    quotation(text).filter(|_| text.starts_with('"'))
}

/// What stands in the quotation marks at the beginning of a text, and what behind them.
fn quotation(text: &str) -> Option<(&str, &str)> {
    let mut characters = text.chars();
    let closing: &[char] = match characters.next() {
        Some('"') => &['"'],
        Some('„') => &['“', '”', '"'],
        Some('“') => &['”', '"'],
        Some('«') => &['»', '"'],
        _ => return None,
    };
    let inside = characters.as_str();
    // A mark behind a blank opens a quotation, but for the French one, which has a blank on its inner side.
    let closes = |(at, mark): &(usize, &str)| {
        let before = inside.get(..*at).unwrap_or_default();
        *mark == "»" || !before.ends_with(char::is_whitespace)
    };
    let parted = |(at, mark): (usize, &str)| {
        let behind = inside.get(at + mark.len()..).unwrap_or_default();
        (inside.get(..at).unwrap_or_default(), behind)
    };
    let ends_quoted = inside.trim_end().ends_with(closing);
    let found = inside.match_indices(closing).find(closes).map(parted);
    found.filter(|(_, rest)| !ends_quoted && rest.contains(char::is_alphanumeric))
}

/// Where a note comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// Written while it was said.
    Live,
    /// Added from memory.
    Memory,
    /// Added from the recording.
    Recording,
    /// Added or corrected by the interviewee.
    Approval,
}

/// Whether the interviewee came to something unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prompting {
    /// Unasked, after the main question.
    Unprompted,
    /// After a prompt in free words.
    Prompted,
    /// After the probe with this number, from 1.
    Probe(u8),
}

impl Prompting {
    /// The number of the probe, if it came after one.
    pub const fn probe(self) -> Option<u8> {
        match self {
            Self::Probe(number) => Some(number),
            Self::Unprompted | Self::Prompted => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_character_tells_the_kind() {
        let rows = [
            ("chamber helped", NoteKind::Paraphrase, "chamber helped"),
            ("  \"nothing moves\"", NoteKind::Quote, "nothing moves"),
            ("„es läuft“", NoteKind::Quote, "es läuft"),
            ("« ça marche »", NoteKind::Quote, "ça marche"),
            ("“it works”", NoteKind::Quote, "it works"),
            ("\"he said «go»", NoteKind::Quote, "he said «go»"),
            (
                "\"he said \"go\" and left\"",
                NoteKind::Quote,
                "he said \"go\" and left\"",
            ),
            ("! laughs", NoteKind::Observation, "laughs"),
            ("#check", NoteKind::Comment, "check"),
            ("= 40 members", NoteKind::Fact, "40 members"),
            ("\"", NoteKind::Quote, ""),
            ("", NoteKind::Paraphrase, ""),
        ];
        for (typed, kind, text) in rows {
            assert_eq!(NoteKind::split(typed), (kind, text), "{typed}");
        }
    }
    #[test]
    fn a_quotation_that_ends_in_mid_note_keeps_its_marks() {
        for typed in [
            "\"nothing moves\" said the manager",
            "„es läuft“, sagt die Leitung",
            "« ça marche », dit-elle",
            "“it works” – they have left since",
        ] {
            assert!(is_quoted_in_part(typed), "{typed}");
            let is_straight = typed.starts_with('"');
            assert_eq!(straight_quotation(typed).is_some(), is_straight);
            assert_eq!(NoteKind::split(typed), (NoteKind::Quote, typed));
        }
        for typed in [
            "\"it works\"",
            "\"he said «go»",
            "\"one\" and \"two\"",
            "go \"on\" now",
        ] {
            assert!(!is_quoted_in_part(typed), "{typed}");
        }
    }
}
