//! A place in a text that looks like a name and was accepted, as the log names it.
//!
//! `scan:1.17:person:31-37/88`: the text, what it looks like, from which character to which, and how long the text is.
//! So an acceptance belongs to this place alone. Another place in the same text is another gate; a text of another
//! length has none; and where a text is written anew, the fold takes the acceptance back even if the place is the same.
//! Nothing of the text is in it, not even hashed: a name's hash can be guessed.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::{IdError, LogEntry, NoteId, Session, TopicId};
use crate::anonymise::{Kind, SlotKey, SlotKind};

/// What the gates of the search for names begin with.
const SCAN: &str = "scan:";

/// What they begin with once the text is another.
const VOID: &str = "void:";

/// What the place of a reason begins with.
const REASON: &str = "reason-";

/// A text of a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextPlace {
    /// A note.
    Note(NoteId),
    /// What a note says in the language of the session.
    Translation(NoteId),
    /// The sentence that puts a cell together.
    Summary(TopicId),
    /// A point that was set aside.
    Parked(u32),
    /// An answer from a survey.
    Prefill(String),
    /// A field of the postscript.
    Postscript(String),
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

/// Whether a gate is that of a place in a text that looks like a name.
pub(super) fn is_of_scan(gate: &str) -> bool {
    gate.starts_with(SCAN)
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
        write!(
            formatter,
            "{SCAN}{}:{kind}:{start}-{end}/{length}",
            self.place
        )
    }
}

impl fmt::Display for TextPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(note) => note.fmt(formatter),
            Self::Summary(topic) => write!(formatter, "summary-{topic}"),
            Self::Translation(note) => write!(formatter, "translation-{note}"),
            Self::Parked(number) => write!(formatter, "parked-{number}"),
            Self::Prefill(key) => write!(formatter, "prefill-{key}"),
            Self::Postscript(field) => write!(formatter, "postscript-{field}"),
            Self::Label(slot) => {
                write!(formatter, "label-{}-{}", kind_word(slot.kind), slot.number)
            }
            Self::Draft(topic) => write!(formatter, "draft-{topic}"),
            Self::Reason(number) => write!(formatter, "{REASON}{number}"),
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
        if let Some(key) = text.strip_prefix("prefill-") {
            return Ok(Self::Prefill(key.to_owned()));
        }
        if let Some(field) = text.strip_prefix("postscript-") {
            return Ok(Self::Postscript(field.to_owned()));
        }
        if let Some(note) = text.strip_prefix("translation-") {
            return note.parse().map(Self::Translation);
        }
        let number = |digits: &str| -> Result<u32, IdError> {
            let parsed: u32 = digits.parse().map_err(|_| IdError::Note)?;
            (parsed.to_string() == digits)
                .then_some(parsed)
                .ok_or(IdError::Note)
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
    let is_own =
        |entry: &LogEntry| matches!(entry, LogEntry::Waved { gate, .. } if gate.starts_with(&own));
    // To change an entry makes the log another than that of the session before.
    if !session.log.iter().any(is_own) {
        return;
    }
    for entry in session.log.iter_mut() {
        if let LogEntry::Waved { gate, .. } = entry
            && gate.starts_with(&own)
            && let Some(rest) = gate.strip_prefix(SCAN)
        {
            *gate = format!("{VOID}{rest}");
        }
    }
}

/// Takes back what was accepted in the reasons from the n-th on, since they have other numbers from here on.
pub(super) fn void_reasons(session: &mut Session, first: usize) {
    let of_reasons = format!("{SCAN}{REASON}");
    let number = |gate: &str| {
        let rest = gate.strip_prefix(&of_reasons)?;
        rest.split(':').next()?.parse::<usize>().ok()
    };
    let gates = session.log.iter().filter_map(|entry| match entry {
        LogEntry::Waved { gate, .. } => number(gate),
        _ => None,
    });
    let moved: BTreeSet<usize> = gates.filter(|number| *number >= first).collect();
    for number in moved {
        void(session, &TextPlace::Reason(number));
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
    use crate::anonymise::CleanText;
    use crate::guide::Mode;
    use crate::language::Language;
    use crate::session::{
        Age, Event, GuideReference, Header, Note, NoteKind, Origin, Prompting, Sitting, Voice,
    };

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let label = SlotKey {
            kind: SlotKind::Person,
            number: 2,
        };
        for place in [
            TextPlace::Note("1.17".parse().unwrap()),
            TextPlace::Summary(TopicId::new("b1.t1")),
            TextPlace::Translation("1.17".parse().unwrap()),
            TextPlace::Parked(3),
            TextPlace::Prefill("sv.stage".to_owned()),
            TextPlace::Postscript("setting".to_owned()),
            TextPlace::Label(label),
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in [
            "",
            "17",
            "parked-x",
            "parked-03",
            "label-person",
            "label-x-1",
            "draft-b1.t1",
        ] {
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

    /// A session of one note with a place in it accepted, and what happens then.
    fn after(events: Vec<Event>) -> bool {
        let note = example_note("Brunnhuber spielt mit");
        let gate = ScanGate {
            place: TextPlace::Note(note.id),
            kind: Kind::Person,
            characters: 0..10,
            length: 21,
        };
        let mut sitting = Sitting::new(example_session());
        sitting.record(Event::NoteKept(Box::new(note)));
        sitting.record(Event::GateWaved {
            gate: format!("{gate} trigger certain interviewer"),
            reason: text("eine Figur"),
        });
        for event in events {
            sitting.record(event);
        }
        gate.is_accepted(sitting.state())
    }

    fn text(text: &str) -> CleanText {
        CleanText::from_stored(text.to_owned())
    }

    fn example_session() -> Session {
        Session::new(Header {
            id: "A-1".parse().unwrap(),
            guide: GuideReference {
                id: "example".to_owned(),
                edition: "1".to_owned(),
                digest: "00".to_owned(),
                titles: Vec::new(),
            },
            mode: Mode::OnSite,
            reason: None,
            language: Language::De,
            created: time::OffsetDateTime::UNIX_EPOCH,
            invented: false,
            pilot: false,
        })
    }

    fn example_note(words: &str) -> Note {
        Note {
            id: "1.1".parse().unwrap(),
            topic: TopicId::new("b1.t1"),
            also_in: Vec::new(),
            kind: NoteKind::Paraphrase,
            text: text(words),
            at_ms: 0,
            origin: Origin::Live,
            language: Language::De,
            prompting: Prompting::Unprompted,
            age: Age::SameDay,
            revised: None,
            translation: None,
            speaker: None,
            polarity: None,
            voice: Voice::Own,
            codes: Vec::new(),
        }
    }

    fn changed(words: &str) -> Event {
        Event::NoteChanged {
            note: "1.1".parse().unwrap(),
            kind: NoteKind::Quote,
            text: text(words),
            revised: None,
        }
    }

    #[test]
    fn an_acceptance_lasts_as_long_as_its_text() {
        assert!(after(Vec::new()));
        assert!(after(vec![changed("Brunnhuber spielt mit")]));
        // As long, and the place is the same.
        assert!(!after(vec![changed("Kaltenbach spielt mit")]));
        // There and back is another text still: somebody has to look.
        let back = changed("Brunnhuber spielt mit");
        assert!(!after(vec![changed("Kaltenbach spielt mit"), back]));
    }

    #[test]
    fn what_was_accepted_as_no_name_is_out_of_the_reach_of_undo() {
        assert!(after(vec![Event::Undone(2)]));
    }

    #[test]
    fn undoing_a_change_brings_back_what_was_accepted() {
        assert!(after(vec![
            changed("Kaltenbach spielt mit"),
            Event::Undone(3)
        ]));
    }

    #[test]
    fn another_note_under_the_number_of_an_undone_one_has_nothing_accepted() {
        let other = Event::NoteKept(Box::new(example_note("Kaltenbach spielt mit")));
        assert!(!after(vec![Event::Undone(1), other]));
    }

    /// Leaves a point open.
    fn left_open(gate: &str, reason: &str) -> Event {
        Event::GateWaved {
            gate: gate.to_owned(),
            reason: text(reason),
        }
    }

    /// The points that the log says were left open, with why.
    fn open_points(sitting: &Sitting) -> Vec<(&str, &str)> {
        let log = sitting.state().log.iter();
        let waved = log.filter_map(|entry| match entry {
            LogEntry::Waved { gate, reason } => Some((gate.as_str(), reason.as_str())),
            _ => None,
        });
        waved.collect()
    }

    #[test]
    fn a_point_that_is_left_open_anew_is_not_left_open_twice_by_redo() {
        let mut sitting = Sitting::new(example_session());
        sitting.record(left_open("country", "erster Grund"));
        sitting.record(left_open("c7", "noch offen"));
        sitting.record(Event::Undone(2));
        sitting.record(Event::Undone(1));
        sitting.record(left_open("country", "zweiter Grund"));
        // The other point still comes back.
        assert_eq!(sitting.redoable().map(|event| event.sequence), Some(2));
        sitting.record(Event::Redone(2));
        assert_eq!(sitting.redoable(), None);
        let both = [("c7", "noch offen"), ("country", "zweiter Grund")];
        assert_eq!(open_points(&sitting), both);
    }

    #[test]
    fn what_was_accepted_in_a_reason_is_not_taken_over_by_another_one() {
        let gate = |number| ScanGate {
            place: TextPlace::Reason(number),
            kind: Kind::Person,
            characters: 0..10,
            length: 18,
        };
        let mut sitting = Sitting::new(example_session());
        sitting.record(left_open("country", "Brunnhuber sagt es"));
        sitting.record(left_open("c7", "Brunnhuber fehlt a"));
        for number in [1, 2] {
            sitting.record(left_open(&gate(number).to_string(), "eine Figur"));
        }
        assert!(gate(2).is_accepted(sitting.state()));
        sitting.record(Event::Undone(2));
        sitting.record(left_open("c7", "Kaltenbach weiss b"));
        assert!(!gate(2).is_accepted(sitting.state()));
        // The one before it has kept its number.
        assert!(gate(1).is_accepted(sitting.state()));
    }

    #[test]
    fn what_was_accepted_in_a_reason_does_not_move_on_when_one_before_it_comes_back() {
        let gate = ScanGate {
            place: TextPlace::Reason(1),
            kind: Kind::Person,
            characters: 0..10,
            length: 18,
        };
        let mut sitting = Sitting::new(example_session());
        sitting.record(left_open("country", "Kaltenbach weiss b"));
        sitting.record(Event::Undone(1));
        sitting.record(left_open("c7", "Brunnhuber fehlt a"));
        sitting.record(left_open(&gate.to_string(), "eine Figur"));
        assert!(gate.is_accepted(sitting.state()));
        sitting.record(Event::Redone(1));
        assert!(!gate.is_accepted(sitting.state()));
    }

    #[test]
    fn the_log_keeps_what_is_void() {
        let mut session = example_session();
        session.log.push(LogEntry::Waved {
            gate: "scan:1.1:person:0-10/21 trigger".to_owned(),
            reason: text("eine Figur"),
        });
        void(&mut session, &TextPlace::Note("1.1".parse().unwrap()));
        let Some(LogEntry::Waved { gate, .. }) = session.log.iter().next() else {
            panic!("it is still there");
        };
        assert_eq!(gate, "void:1.1:person:0-10/21 trigger");
        // The gate of another text with a longer number is not touched.
        void(&mut session, &TextPlace::Note("1.10".parse().unwrap()));
        assert_eq!(session.log.len(), 1);
    }
}
