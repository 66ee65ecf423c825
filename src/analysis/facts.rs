//! What all analyses are computed from: a session as rows of ids, states, kinds and codes, and no text.
//!
//! The facts of a session follow from the session alone; what a code means, which attributes may be shown and how topics
//! are called is asked of the guide when an analysis is made. Names that occur in many sessions stand once in [`Names`],
//! and rows hold their numbers, so that a note takes a few dozen bytes and the facts of ten thousand sessions fit into
//! memory. It makes no difference to an analysis whether facts come from sessions or from an index of them.

mod attributes;
mod consents;
mod names;
mod notes;
mod study;

use time::OffsetDateTime;

use super::approval::is_settled;
use crate::guide::{Guide, Mode};
use crate::language::Language;
use crate::session::{
    Age, CellState, Note, NoteId, NoteKind, Origin, Polarity, Progress, Prompting, Session,
    SessionId, TopicId, Voice,
};

pub use attributes::Attributes;
pub use consents::Consents;
pub use names::{CodeNumber, GuideNumber, GuideVersion, Names, TopicNumber};
pub use notes::{Listed, Notes};
pub use study::{CaseFacts, Facts, Groups};
pub(super) use study::{cases, groups_by};

/// The language of the interview: it is an attribute too, since it points to a side of the border.
pub const LANGUAGE: &str = "language";

/// How the interview was held: an attribute too, since the phone was chosen for a reason.
pub const MODE: &str = "mode";

/// The steps of the consent without which no note may be kept.
const NEEDED_FOR_NOTES: [&str; 2] = ["c1", "c2"];

/// A session without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says another thing of a session, and they do not exclude one another"
)]
pub struct SessionFacts {
    /// Which session.
    pub id: SessionId,
    /// The guide it followed, with the titles that it remembers.
    pub guide: GuideNumber,
    /// How the interview was held.
    pub mode: Mode,
    /// The language of the interview.
    pub language: Language,
    /// Whether it is made up.
    pub invented: bool,
    /// Whether it tries out the guide, and stays out of the counts.
    pub pilot: bool,
    /// Where it stands.
    pub progress: Progress,
    /// When the interview began; nothing if it has not. It orders interviews and is in no output.
    pub began: Option<OffsetDateTime>,
    /// The last answers to the steps of the consent.
    pub consents: Consents,
    /// Whether the interviewee wants to see the protocol first and has not approved it.
    pub awaits_approval: bool,
    /// Whether the interviewee objected to its release.
    pub objected: bool,
    /// All attributes that were noted, those too that the guide keeps from exports: attribute id to value id.
    pub attributes: Attributes,
    /// The cells that have a state or a summary, in the order of their numbers.
    pub cells: Vec<CellRow>,
    /// The notes, packed.
    pub packed: Notes,
}

/// A cell without its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellRow {
    /// Its column.
    pub topic: TopicNumber,
    /// Its state.
    pub state: CellState,
    /// Whether its notes were put into one sentence.
    pub summarised: bool,
}

/// A note without its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteRow {
    /// Its number.
    pub id: NoteId,
    /// The cell it stands in.
    pub topic: TopicNumber,
    /// What kind of note it is.
    pub kind: NoteKind,
    /// Where it comes from.
    pub origin: Origin,
    /// The language it is written in.
    pub language: Language,
    /// How long after the interview it was written.
    pub age: Age,
    /// Whether the interviewee came to it unasked.
    pub prompting: Prompting,
    /// Whether what it says helps or hinders.
    pub polarity: Option<Polarity>,
    /// Whose view it gives.
    pub voice: Voice,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
}

/// A note with the further cells it belongs to and its codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteFacts<'facts> {
    /// The note.
    pub row: NoteRow,
    /// Further cells it belongs to.
    pub also_in: Listed<'facts, TopicNumber>,
    /// Its codes.
    pub codes: Listed<'facts, CodeNumber>,
}

/// The facts of a session.
pub fn facts(session: &Session, names: &mut Names) -> SessionFacts {
    let header = &session.header;
    let mut facts = SessionFacts::new(
        header.id.clone(),
        names.guide(&header.guide, header.language),
        header.mode,
        header.language,
    );
    facts.invented = header.invented;
    facts.pilot = header.pilot;
    facts.progress = session.progress();
    facts.began = session.clock.began;
    facts.consents = Consents::of(session);
    facts.awaits_approval = !is_settled(session);
    facts.objected = session.is_objected();
    facts.attributes = Attributes::from(&session.attributes);
    facts.cells = cells(session, names);
    for note in &session.notes {
        facts.add(row(note, names), &links(note, names), &codes(note, names));
    }
    facts
}

impl SessionFacts {
    /// Facts without cells and notes, of a session that was just prepared.
    pub fn new(id: SessionId, guide: GuideNumber, mode: Mode, language: Language) -> Self {
        Self {
            id,
            guide,
            mode,
            language,
            invented: false,
            pilot: false,
            progress: Progress::Prepared,
            began: None,
            consents: Consents::default(),
            awaits_approval: false,
            objected: false,
            attributes: Attributes::default(),
            cells: Vec::new(),
            packed: Notes::default(),
        }
    }

    /// Whether the interviewee took back that they take part, or that notes are kept.
    pub fn is_withdrawn(&self) -> bool {
        NEEDED_FOR_NOTES
            .iter()
            .any(|step| self.consents.was_withdrawn(step))
    }

    /// Adds a note.
    pub fn add(&mut self, note: NoteRow, also_in: &[TopicNumber], codes: &[CodeNumber]) {
        self.packed.add(&note, also_in, codes);
    }

    /// The notes, in the order in which they were added.
    pub fn notes(&self) -> impl Iterator<Item = NoteFacts<'_>> {
        self.packed.iter()
    }

    /// The notes that count: all but the interviewer's own thoughts.
    pub fn counted_notes(&self) -> impl Iterator<Item = NoteFacts<'_>> {
        self.notes()
            .filter(|note| note.row.kind != NoteKind::Comment)
    }

    /// How many notes there are.
    pub const fn note_count(&self) -> usize {
        self.packed.count()
    }

    /// The state of a cell.
    pub fn state(&self, topic: TopicNumber) -> CellState {
        let found = self.cells.iter().find(|cell| cell.topic == topic);
        found.map_or(CellState::Open, |cell| cell.state)
    }

    /// The value of an attribute, of the language or of the mode; nothing if it was not noted.
    pub fn value(&self, attribute: &str) -> Option<&str> {
        match attribute {
            LANGUAGE => Some(self.language.tag()),
            MODE => Some(self.mode.word()),
            _ => self.attributes.get(attribute),
        }
    }
}

impl NoteFacts<'_> {
    /// All cells it belongs to, the one it stands in first.
    pub fn cells(&self) -> impl Iterator<Item = TopicNumber> {
        std::iter::once(self.row.topic).chain(self.also_in.iter())
    }
}

/// The attributes that an export of this guide's sessions may hold, language included.
pub fn exported_attributes(guide: &Guide) -> Vec<String> {
    let exported = guide.attributes.iter().filter(|known| known.exported);
    exported
        .map(|attribute| attribute.id.clone())
        .chain(std::iter::once(LANGUAGE.to_owned()))
        .collect()
}

fn cells(session: &Session, names: &mut Names) -> Vec<CellRow> {
    let summarised = |topic: &TopicId| session.summaries.contains_key(topic);
    let only_summarised = session
        .summaries
        .keys()
        .filter(|topic| !session.cells.contains_key(*topic));
    let topics = session.cells.keys().chain(only_summarised);
    let mut cells: Vec<CellRow> = topics
        .map(|topic| CellRow {
            topic: names.topic(topic),
            state: session.cell(topic),
            summarised: summarised(topic),
        })
        .collect();
    cells.sort_by_key(|cell| cell.topic);
    cells
}

fn row(note: &Note, names: &mut Names) -> NoteRow {
    NoteRow {
        id: note.id,
        topic: names.topic(&note.topic),
        kind: note.kind,
        origin: note.origin,
        language: note.language,
        age: note.age,
        prompting: note.prompting,
        polarity: note.polarity,
        voice: note.voice,
        at_ms: note.at_ms,
    }
}

fn links(note: &Note, names: &mut Names) -> Vec<TopicNumber> {
    let links = note.also_in.iter();
    links.map(|topic| names.topic(topic)).collect()
}

fn codes(note: &Note, names: &mut Names) -> Vec<CodeNumber> {
    note.codes.iter().map(|code| names.code(code)).collect()
}

#[cfg(test)]
pub(super) mod tests;
