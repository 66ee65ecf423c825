//! A place in a text that looks like a name and was accepted, as the log names it.
//!
//! `scan:1.17:person:31-37/88`: the text, what it looks like, from which character to which, and how long the text is.
//! So an acceptance belongs to this place alone. Another place in the same text is another gate; a text of another
//! length has none; and where a text is written anew, the fold takes the acceptance back even if the place is the same.
//! Nothing of the text is in it, not even hashed: a name's hash can be guessed.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::{IdError, LogEntry, NoteId, Session, TopicId};
use crate::anonymise::{Kind, SlotKey, SlotKind};

/// What the gates of the search for names begin with.
const SCAN: &str = "scan:";

/// What they begin with once the text is another.
const VOID: &str = "void:";

/// A text of a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextPlace {
    /// A note.
    Note(NoteId),
    /// The sentence that puts a cell together.
    Summary(TopicId),
    /// A point that was set aside.
    Parked(u32),
    /// The neutral label of a slot.
    Label(SlotKey),
    /// What is being written in a topic.
    Draft(TopicId),
    /// The reason with which the n-th open point was waved through, from 1.
    Reason(usize),
}

/// A place in a text that looks like a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanGate {
    /// The text.
    pub place: TextPlace,
    /// What it looks like.
    pub kind: Kind,
    /// From which character to which.
    pub characters: Range<usize>,
    /// How many characters the text has.
    pub length: usize,
}

impl ScanGate {
    /// Whether the session's log says that this is no name.
    pub fn is_accepted(&self, session: &Session) -> bool {
        let wanted = self.to_string();
        session.log.iter().any(|entry| match entry {
            LogEntry::Waved { gate, .. } => gate.split(' ').next() == Some(wanted.as_str()),
            _ => false,
        })
    }
}

impl fmt::Display for ScanGate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.characters;
        let (kind, length) = (self.kind.code(), self.length);
        write!(formatter, "{SCAN}{}:{kind}:{start}-{end}/{length}", self.place)
    }
}

impl fmt::Display for TextPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(note) => note.fmt(formatter),
            Self::Summary(topic) => write!(formatter, "summary-{topic}"),
            Self::Parked(number) => write!(formatter, "parked-{number}"),
            Self::Label(slot) => {
                write!(formatter, "label-{}-{}", kind_word(slot.kind), slot.number)
            }
            Self::Draft(topic) => write!(formatter, "draft-{topic}"),
            Self::Reason(number) => write!(formatter, "reason-{number}"),
        }
    }
}

impl FromStr for TextPlace {
    type Err = IdError;

    /// Reads a place whose text can be released: drafts and reasons are not among them.
    fn from_str(text: &str) -> Result<Self, IdError> {
        if let Some(topic) = text.strip_prefix("summary-") {
            return Ok(Self::Summary(TopicId::new(topic)));
        }
        let number = |digits: &str| -> Result<u32, IdError> {
            let parsed: u32 = digits.parse().map_err(|_| IdError::Note)?;
            (parsed.to_string() == digits).then_some(parsed).ok_or(IdError::Note)
        };
        if let Some(digits) = text.strip_prefix("parked-") {
            return number(digits).map(Self::Parked);
        }
        if let Some((kind, digits)) = text
            .strip_prefix("label-")
            .and_then(|slot| slot.rsplit_once('-'))
        {
            let kind = SlotKind::ALL
                .into_iter()
                .find(|known| kind_word(*known) == kind)
                .ok_or(IdError::Note)?;
            let number = number(digits)?;
            return Ok(Self::Label(SlotKey { kind, number }));
        }
        text.parse().map(Self::Note)
    }
}

/// Takes back what was accepted in a text, since it is another text from here on. The log keeps that it was.
pub(super) fn void(session: &mut Session, place: &TextPlace) {
    let own = format!("{SCAN}{place}:");
    for entry in &mut session.log {
        if let LogEntry::Waved { gate, .. } = entry
            && gate.starts_with(&own)
            && let Some(rest) = gate.strip_prefix(SCAN)
        {
            *gate = format!("{VOID}{rest}");
        }
    }
}

const fn kind_word(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Person => "person",
        SlotKind::Institution => "institution",
        SlotKind::Place => "place",
        SlotKind::Email => "email",
        SlotKind::Telephone => "telephone",
        SlotKind::Web => "web",
        SlotKind::Detail => "detail",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let label = SlotKey {
            kind: SlotKind::Person,
            number: 2,
        };
        for place in [
            TextPlace::Note("1.17".parse().unwrap()),
            TextPlace::Summary(TopicId::new("b1.t1")),
            TextPlace::Parked(3),
            TextPlace::Label(label),
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in ["", "17", "parked-x", "parked-03", "label-person", "label-x-1", "draft-b1.t1"] {
            assert!(wrong.parse::<TextPlace>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_gate_says_where_and_nothing_of_what() {
        let gate = ScanGate {
            place: TextPlace::Note("1.17".parse().unwrap()),
            kind: Kind::Person,
            characters: 31..37,
            length: 88,
        };
        assert_eq!(gate.to_string(), "scan:1.17:person:31-37/88");
    }
}
