//! What has been released: read by exporters, made by nobody but `release`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Level, Record, ReleasedAnswer, Replaced, Residual, When};
use crate::anonymise::{CleanText, SlotKey};
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{
    Answer, CellState, Clock, Duration, Note, NoteId, Pause, PhoneReason, Place, Progress,
    SessionId, TopicId,
};

/// A session as far as its level contains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    pub(super) level: Level,
    pub(super) id: SessionId,
    pub(super) guide: ReleasedGuide,
    pub(super) mode: Mode,
    pub(super) reason: Option<PhoneReason>,
    pub(super) language: Language,
    pub(super) invented: bool,
    pub(super) pilot: bool,
    pub(super) progress: Progress,
    pub(super) began: Option<When>,
    pub(super) prepared: When,
    pub(super) said_ms: BTreeMap<NoteId, u64>,
    pub(super) places: BTreeMap<NoteId, Place>,
    pub(super) recordings: usize,
    /// Lead and recordings, from which the places follow; no more of the clock than that.
    pub(super) clock: Clock,
    pub(super) duration: Option<Duration>,
    pub(super) pauses: Vec<Pause>,
    pub(super) slots: Vec<ReleasedSlot>,
    pub(super) blocks: Vec<ReleasedBlock>,
    pub(super) notes: Vec<Note>,
    /// The notes whose text is what was written beside a quotation that does not leave.
    pub(super) from_beside: BTreeSet<NoteId>,
    /// The codes that notes were given, where the study merged some of them since.
    pub(super) given_codes: BTreeMap<NoteId, Vec<String>>,
    pub(super) struck: Vec<(NoteId, TopicId)>,
    pub(super) parked: Vec<ReleasedParked>,
    pub(super) gaps: Vec<ReleasedGap>,
    pub(super) attributes: BTreeMap<String, String>,
    pub(super) consent: Vec<(String, Answer)>,
    pub(super) answers: Vec<ReleasedAnswer>,
    pub(super) replaced: Vec<Replaced>,
    pub(super) record: Option<Record>,
    pub(super) left_out: BTreeMap<Left, usize>,
    /// Until when the interviewee is asked to answer; at the review level only.
    pub(super) answer_until: Option<time::Date>,
    pub(super) residual: Vec<Residual>,
}

/// The guide that the session followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedGuide {
    /// Its id.
    pub id: String,
    /// The version that its author gave it.
    pub edition: String,
    /// SHA-256 of its file.
    pub digest: String,
}

/// A slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedSlot {
    /// Which slot.
    pub key: SlotKey,
    /// Whether it came from the list of protected words.
    pub listed: bool,
    /// The neutral word that the interviewer gave it.
    pub label: Option<CleanText>,
}

/// A block of the guide with its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedBlock {
    /// Its id.
    pub id: String,
    /// Its title; nothing if the guide is not at hand.
    pub title: Option<String>,
    /// Its cells, in the order of the guide, the bin «outside the guide» last and only if something is in it.
    pub cells: Vec<ReleasedCell>,
}

/// A cell of the protocol matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedCell {
    /// Its column.
    pub topic: TopicId,
    /// The head of its column; nothing for the bin «outside the guide».
    pub title: Option<String>,
    /// Its state.
    pub state: CellState,
    /// Its notes in one sentence.
    pub summary: Option<CleanText>,
    /// The probes that were asked.
    pub probes: Vec<u8>,
}

/// A point that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedParked {
    /// Its number.
    pub number: u32,
    /// The topic in which it came up.
    pub topic: TopicId,
    /// What it is about; may be empty.
    pub text: CleanText,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
    /// Whether it is done with.
    pub settled: bool,
    /// Where that lies.
    pub place: Place,
}

/// A place where something was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedGap {
    /// The topic.
    pub topic: TopicId,
    /// Milliseconds since the interview began.
    pub at_ms: u64,
    /// Where that lies.
    pub place: Place,
    /// Whether somebody looked at it again.
    pub settled: bool,
}

/// What a level does not contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Left {
    /// Notes of the kind comment.
    Comments,
    /// Notes of the kind observation.
    Observations,
    /// Quotes that nobody allowed and beside which nobody wrote what they say.
    Quotes,
    /// The wordings of quotes that nobody allowed, which are given as what was written beside them.
    Wordings,
    /// Codes on notes.
    Codes,
    /// Sentences that put a cell together.
    Summaries,
    /// Notes that are begun and not kept.
    Drafts,
    /// Attributes of person and institution.
    Attributes,
    /// Neutral words for placeholders.
    Labels,
    /// Answers to the steps of the consent.
    Consent,
    /// Points that were set aside.
    Parked,
    /// Places that were not understood.
    Gaps,
}

impl Left {
    /// The word for it in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::Observations => "observations",
            Self::Quotes => "quotes",
            Self::Wordings => "wordings",
            Self::Codes => "codes",
            Self::Summaries => "summaries",
            Self::Drafts => "drafts",
            Self::Attributes => "attributes",
            Self::Labels => "labels",
            Self::Consent => "consent",
            Self::Parked => "parked",
            Self::Gaps => "gaps",
        }
    }
}

impl Released {
    /// What in its texts looks like a name, what was accepted and what is merely doubtful included. At the working level
    /// nobody looked.
    pub fn residual(&self) -> &[Residual] {
        &self.residual
    }

    /// The level.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Which session.
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// The guide it followed.
    pub fn guide(&self) -> &ReleasedGuide {
        &self.guide
    }

    /// How the interview was held.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Why it was held by phone.
    pub fn reason(&self) -> Option<PhoneReason> {
        self.reason
    }

    /// The language of its placeholders and titles.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether it is made up.
    pub fn is_invented(&self) -> bool {
        self.invented
    }

    /// Whether it tries out the guide.
    pub fn is_pilot(&self) -> bool {
        self.pilot
    }

    /// Until when the interviewee is asked to answer, at the review level, as soon as that is set.
    pub fn answer_until(&self) -> Option<time::Date> {
        self.answer_until
    }

    /// Whether the placeholder of a slot stands in a text of the protocol.
    pub fn mentions(&self, slot: &ReleasedSlot) -> bool {
        let notes = self.notes.iter();
        let notes = notes.flat_map(|note| std::iter::once(&note.text).chain(&note.translation));
        let cells = self.blocks.iter().flat_map(|block| &block.cells);
        let summaries = cells.filter_map(|cell| cell.summary.as_ref());
        let parked = self.parked.iter().map(|parked| &parked.text);
        stands_in(slot, self.language, notes.chain(summaries).chain(parked))
    }

    /// Whether it stands in a text of the protocol, or in one that says how the protocol came about.
    pub(super) fn holds(&self, slot: &ReleasedSlot) -> bool {
        let record = self.record.iter();
        self.mentions(slot) || stands_in(slot, self.language, record.flat_map(Record::texts))
    }

    /// Where it stands.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// When the interview began; nothing if it has not.
    pub fn began(&self) -> Option<When> {
        self.began
    }

    /// When it was prepared.
    pub fn prepared(&self) -> When {
        self.prepared
    }

    /// The slots.
    pub fn slots(&self) -> &[ReleasedSlot] {
        &self.slots
    }

    /// The blocks with their cells, in the order of the guide.
    pub fn blocks(&self) -> &[ReleasedBlock] {
        &self.blocks
    }

    /// The notes, in the order of their numbers.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The codes that a note was given, if the study merged some of them since: those of the note itself are what they count
    /// for.
    pub fn given_codes(&self, note: NoteId) -> Option<&[String]> {
        self.given_codes.get(&note).map(Vec::as_slice)
    }

    /// The notes that stand in a cell, in the order of their time. Those that are only linked into it are not among
    /// them: a protocol that is read from top to bottom says each thing once.
    pub fn notes_in(&self, topic: &TopicId) -> Vec<&Note> {
        let mut notes: Vec<&Note> = self
            .notes
            .iter()
            .filter(|note| &note.topic == topic)
            .collect();
        notes.sort_by_key(|note| (self.said_ms.get(&note.id).copied(), note.id));
        notes
    }

    /// The numbers of the notes that were struck from a cell.
    pub fn struck_in(&self, topic: &TopicId) -> impl Iterator<Item = NoteId> {
        self.struck
            .iter()
            .filter(move |(_, other)| other == topic)
            .map(|(note, _)| *note)
    }

    /// The notes that were struck: number, cell.
    pub fn struck(&self) -> &[(NoteId, TopicId)] {
        &self.struck
    }

    /// The points that were set aside.
    pub fn parked(&self) -> &[ReleasedParked] {
        &self.parked
    }

    /// The places that were not understood.
    pub fn gaps(&self) -> &[ReleasedGap] {
        &self.gaps
    }

    /// The attributes of person and institution: id, value id.
    pub fn attributes(&self) -> &BTreeMap<String, String> {
        &self.attributes
    }

    /// The steps of the consent with their last answers.
    pub fn consent(&self) -> &[(String, Answer)] {
        &self.consent
    }

    /// The same answers, with how and to which text they were given.
    pub fn answers(&self) -> &[ReleasedAnswer] {
        &self.answers
    }

    /// How names were replaced, by slot and rule.
    pub fn replaced(&self) -> &[Replaced] {
        &self.replaced
    }

    /// How the protocol came about and where it went; only at the working level.
    pub fn record(&self) -> Option<&Record> {
        self.record.as_ref()
    }

    /// What the level does not contain, with how much of it there is.
    pub fn left_out(&self) -> &BTreeMap<Left, usize> {
        &self.left_out
    }

    /// Where a note lies: in a recording, if one was agreed to and made.
    pub fn place_of(&self, note: &Note) -> Place {
        let place = self.places.get(&note.id).copied();
        place.unwrap_or(Place::Interview(note.at_ms))
    }

    /// How many recordings there are that may be pointed to.
    pub fn recordings(&self) -> usize {
        self.recordings
    }

    /// How long the interview took; nothing before it began.
    pub fn duration(&self) -> Option<Duration> {
        self.duration
    }

    /// The pauses.
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }
}

/// Whether the placeholder of a slot stands in one of these texts.
fn stands_in<'text>(
    slot: &ReleasedSlot,
    language: Language,
    mut texts: impl Iterator<Item = &'text CleanText>,
) -> bool {
    let placeholder = slot.key.placeholder(language);
    // `[Ort 1]` or, with an attribute behind the number, `[Ort 1 | …]`; not `[Ort 12]`.
    let attributed = format!("{} |", placeholder.trim_end_matches(']'));
    texts.any(|text| {
        let text = text.as_str();
        text.contains(&placeholder) || text.contains(&attributed)
    })
}
