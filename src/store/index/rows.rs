//! The facts of a session as bytes: a few dozen a note, read at once.
//!
//! Topics and codes are numbered within the session, in the order in which they first occur; a table at the beginning
//! says which names of the index they are. So facts that are read session by session number their names exactly as
//! facts that are made of the sessions do.

use super::IndexError;
use super::varint::{Packed, Packing};
use crate::analysis::{
    Attributes, CellRow, CodeNumber, Consents, GuideNumber, GuideVersion, Names, NoteFacts,
    NoteRow, SessionFacts, TopicNumber,
};
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{
    Age, CellState, GuideReference, NoteId, NoteKind, Origin, Polarity, Progress, Prompting,
    SessionId, TopicId, Voice,
};

/// More names than this are no names of topics, codes and guides.
const MOST_NAMES: usize = 10_000_000;

/// Which names of the index a session uses: its guide, and its own numbers of topics and codes in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Used {
    pub(super) guide: u64,
    pub(super) topics: Vec<u64>,
    pub(super) codes: Vec<u64>,
}

/// Writes facts whose numbers are those of the session alone.
pub(super) fn write(facts: &SessionFacts, used: &Used) -> Vec<u8> {
    let mut to = Packed::default();
    to.number(used.guide);
    for list in [&used.topics, &used.codes] {
        to.length(list.len());
        for id in list {
            to.number(*id);
        }
    }
    write_header(facts, &mut to);
    to.length(facts.cells.len());
    for cell in &facts.cells {
        to.number(cell.topic.0);
        to.number(place(&CellState::ALL, &cell.state));
        to.number(u8::from(cell.summarised));
    }
    to.length(facts.note_count());
    to.length(facts.notes().map(|note| note.also_in.len()).sum());
    to.length(facts.notes().map(|note| note.codes.len()).sum());
    for note in facts.notes() {
        write_note(&note, &mut to);
    }
    to.0
}

fn write_header(facts: &SessionFacts, to: &mut Packed) {
    to.number(place(&MODES, &facts.mode));
    to.number(place(&Language::ALL, &facts.language));
    to.number(place(&PROGRESS, &facts.progress));
    for flag in [
        facts.invented,
        facts.pilot,
        facts.awaits_approval,
        facts.objected,
    ] {
        to.number(u8::from(flag));
    }
    to.0.extend(facts.consents.to_bits());
    to.number(u8::from(facts.began.is_some()));
    if let Some(began) = facts.began {
        to.moment(began);
    }
    to.length(facts.attributes.len());
    for (attribute, value) in facts.attributes.iter() {
        to.text(attribute);
        to.text(value);
    }
}

fn write_note(note: &NoteFacts<'_>, to: &mut Packed) {
    let row = &note.row;
    to.number(row.id.taker);
    to.number(row.id.number);
    to.number(row.topic.0);
    to.number(place(&NoteKind::ALL, &row.kind));
    to.number(place(&ORIGINS, &row.origin));
    to.number(place(&Language::ALL, &row.language));
    to.number(place(&Age::ALL, &row.age));
    to.number(match row.prompting {
        Prompting::Unprompted => 0,
        Prompting::Prompted => 1,
        Prompting::Probe(number) => u16::from(number) + 2,
    });
    to.number(place(&POLARITIES, &row.polarity));
    to.number(place(&VOICES, &row.voice));
    to.number(row.at_ms);
    to.length(note.also_in.len());
    for topic in note.also_in {
        to.number(topic.0);
    }
    to.length(note.codes.len());
    for code in note.codes {
        to.number(code.0);
    }
}

/// Which names the facts in these bytes use.
pub(super) fn used(bytes: &[u8]) -> Result<Used, IndexError> {
    read_used(&mut Packing(bytes))
}

fn read_used(from: &mut Packing<'_>) -> Result<Used, IndexError> {
    let guide = from.number()?;
    let mut list = || -> Result<Vec<u64>, IndexError> {
        let count = from.count()?;
        (0..count).map(|_| from.number()).collect()
    };
    Ok(Used {
        guide,
        topics: list()?,
        codes: list()?,
    })
}

/// How much of a session's facts is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// All but the notes.
    Cells,
    /// Everything.
    Notes,
}

/// Reads facts into the numbers of `names`, by what the names of the index are there.
pub(super) fn read(
    id: SessionId,
    bytes: &[u8],
    depth: Depth,
    known: &mut Known,
    names: &mut Names,
) -> Result<SessionFacts, IndexError> {
    Numbers::of(bytes, known, names)?.read(id, bytes, depth)
}

/// The numbers that the names of a session have in [`Names`]. They are given session by session; what is read by them
/// needs nothing of other sessions.
pub(super) struct Numbers {
    guide: GuideNumber,
    topics: Vec<TopicNumber>,
    codes: Vec<CodeNumber>,
    /// Where in the bytes the facts themselves begin.
    begin: usize,
}

impl Numbers {
    /// The numbers for the facts in these bytes.
    pub(super) fn of(
        bytes: &[u8],
        known: &mut Known,
        names: &mut Names,
    ) -> Result<Self, IndexError> {
        let mut from = Packing(bytes);
        let used = read_used(&mut from)?;
        let guide = known.guide(used.guide, names)?;
        let topics = used.topics.iter().map(|id| known.topic(*id, names));
        let topics = topics.collect::<Result<_, _>>()?;
        let codes = used.codes.iter().map(|id| known.code(*id, names));
        Ok(Self {
            guide,
            topics,
            codes: codes.collect::<Result<_, _>>()?,
            begin: bytes.len() - from.0.len(),
        })
    }

    /// Reads the facts in the same bytes.
    pub(super) fn read(
        &self,
        id: SessionId,
        bytes: &[u8],
        depth: Depth,
    ) -> Result<SessionFacts, IndexError> {
        let mut from = Packing(bytes.get(self.begin..).unwrap_or_default());
        let mut facts = read_header(id, self.guide, &mut from)?;
        read_cells(&self.topics, &mut from, &mut facts)?;
        if depth == Depth::Notes {
            read_notes(&self.topics, &self.codes, &mut from, &mut facts)?;
        }
        Ok(facts)
    }
}

/// Reads facts whose numbers are those of the session alone.
pub(super) fn read_alone(id: SessionId, bytes: &[u8]) -> Result<SessionFacts, IndexError> {
    let mut from = Packing(bytes);
    let used = read_used(&mut from)?;
    let topics: Vec<TopicNumber> = (0..).map(TopicNumber).take(used.topics.len()).collect();
    let codes: Vec<CodeNumber> = (0..).map(CodeNumber).take(used.codes.len()).collect();
    let mut facts = read_header(id, GuideNumber(0), &mut from)?;
    read_cells(&topics, &mut from, &mut facts)?;
    read_notes(&topics, &codes, &mut from, &mut facts)?;
    Ok(facts)
}

fn read_cells(
    topics: &[TopicNumber],
    from: &mut Packing<'_>,
    facts: &mut SessionFacts,
) -> Result<(), IndexError> {
    for _ in 0..from.count()? {
        facts.cells.push(CellRow {
            topic: among(topics, from.small()?)?,
            state: among(&CellState::ALL, from.small()?)?,
            summarised: from.byte()? == 1,
        });
    }
    facts.cells.sort_by_key(|cell| cell.topic);
    Ok(())
}

fn read_notes(
    topics: &[TopicNumber],
    codes: &[CodeNumber],
    from: &mut Packing<'_>,
    facts: &mut SessionFacts,
) -> Result<(), IndexError> {
    let (mut links, mut marks) = (Vec::new(), Vec::new());
    let notes = from.count()?;
    facts.reserve(notes, from.count()?, from.count()?);
    for _ in 0..notes {
        let row = read_row(topics, from)?;
        links.clear();
        for _ in 0..from.count()? {
            links.push(among(topics, from.small()?)?);
        }
        marks.clear();
        for _ in 0..from.count()? {
            marks.push(among(codes, from.small()?)?);
        }
        facts.add(row, &links, &marks);
    }
    Ok(())
}

fn read_header(
    id: SessionId,
    guide: GuideNumber,
    from: &mut Packing<'_>,
) -> Result<SessionFacts, IndexError> {
    let mode = among(&MODES, from.small()?)?;
    let language = among(&Language::ALL, from.small()?)?;
    let mut facts = SessionFacts::new(id, guide, mode, language);
    facts.progress = among(&PROGRESS, from.small()?)?;
    facts.invented = from.byte()? == 1;
    facts.pilot = from.byte()? == 1;
    facts.awaits_approval = from.byte()? == 1;
    facts.objected = from.byte()? == 1;
    facts.consents = Consents::from_bits([from.byte()?, from.byte()?]);
    if from.byte()? == 1 {
        facts.began = Some(from.moment()?);
    }
    let attributes = (0..from.count()?).map(|_| Ok((from.text()?, from.text()?)));
    facts.attributes = attributes.collect::<Result<Attributes, IndexError>>()?;
    Ok(facts)
}

fn read_row(topics: &[TopicNumber], from: &mut Packing<'_>) -> Result<NoteRow, IndexError> {
    Ok(NoteRow {
        id: NoteId {
            taker: from.small()?,
            number: from.small()?,
        },
        topic: among(topics, from.small()?)?,
        kind: among(&NoteKind::ALL, from.small()?)?,
        origin: among(&ORIGINS, from.small()?)?,
        language: among(&Language::ALL, from.small()?)?,
        age: among(&Age::ALL, from.small()?)?,
        prompting: match from.number()? {
            0 => Prompting::Unprompted,
            1 => Prompting::Prompted,
            probe => Prompting::Probe(u8::try_from(probe - 2).map_err(|_| IndexError::Damaged)?),
        },
        polarity: among(&POLARITIES, from.small()?)?,
        voice: among(&VOICES, from.small()?)?,
        at_ms: from.number()?,
    })
}

/// The names of the index, and their numbers in [`Names`] as far as they were asked for.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) topics: Table<TopicId, TopicNumber>,
    pub(super) codes: Table<String, CodeNumber>,
    pub(super) guides: Table<GuideVersion, GuideNumber>,
}

/// Names by their id in the index, with their number if it was asked for.
#[derive(Debug)]
pub(super) struct Table<N, T>(Vec<Option<(N, Option<T>)>>);

impl<N, T> Default for Table<N, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<N, T: Copy> Table<N, T> {
    /// Puts a name in. Ids are given one after the other, so that there is a place for each.
    pub(super) fn insert(&mut self, id: u64, name: N) -> Result<(), IndexError> {
        let place = usize::try_from(id).map_err(|_| IndexError::Damaged)?;
        if place > MOST_NAMES {
            return Err(IndexError::Damaged);
        }
        if self.0.len() <= place {
            self.0.resize_with(place + 1, || None);
        }
        if let Some(slot) = self.0.get_mut(place) {
            *slot = Some((name, None));
        }
        Ok(())
    }

    fn number(&mut self, id: u64, number: impl FnOnce(&N) -> T) -> Result<T, IndexError> {
        let place = usize::try_from(id).map_err(|_| IndexError::Damaged)?;
        let slot = self.0.get_mut(place).and_then(Option::as_mut);
        let (name, known) = slot.ok_or(IndexError::Damaged)?;
        Ok(*known.get_or_insert_with(|| number(name)))
    }
}

impl Known {
    fn topic(&mut self, id: u64, names: &mut Names) -> Result<TopicNumber, IndexError> {
        self.topics.number(id, |name| names.topic(name))
    }

    fn code(&mut self, id: u64, names: &mut Names) -> Result<CodeNumber, IndexError> {
        self.codes.number(id, |name| names.code(name))
    }

    fn guide(&mut self, id: u64, names: &mut Names) -> Result<GuideNumber, IndexError> {
        self.guides.number(id, |version| {
            names.guide(&version.reference, version.language)
        })
    }
}

/// A version of a guide as the name that it has in the index.
pub(super) fn write_guide(version: &GuideVersion) -> Vec<u8> {
    let GuideReference {
        id,
        edition,
        digest,
        titles,
    } = &version.reference;
    let mut to = Packed::default();
    to.number(place(&Language::ALL, &version.language));
    for text in [id, edition, digest] {
        to.text(text);
    }
    to.length(titles.len());
    for (topic, title) in titles {
        to.text(topic.as_str());
        to.text(title);
    }
    to.0
}

/// Reads such a name.
pub(super) fn read_guide(bytes: &[u8]) -> Result<GuideVersion, IndexError> {
    let mut from = Packing(bytes);
    let language = among(&Language::ALL, from.small()?)?;
    let mut text = || from.text().map(str::to_owned);
    let (id, edition, digest) = (text()?, text()?, text()?);
    let titles = (0..from.count()?).map(|_| {
        let topic = TopicId::new(from.text()?);
        Ok((topic, from.text()?.to_owned()))
    });
    Ok(GuideVersion {
        reference: GuideReference {
            id,
            edition,
            digest,
            titles: titles.collect::<Result<_, IndexError>>()?,
        },
        language,
    })
}

pub(super) const MODES: [Mode; 2] = [Mode::OnSite, Mode::Phone];
pub(super) const PROGRESS: [Progress; 3] = [Progress::Prepared, Progress::Open, Progress::Closed];
const ORIGINS: [Origin; 4] = [
    Origin::Live,
    Origin::Memory,
    Origin::Recording,
    Origin::Approval,
];
const POLARITIES: [Option<Polarity>; 3] = [None, Some(Polarity::Helps), Some(Polarity::Hinders)];
const VOICES: [Voice; 2] = [Voice::Own, Voice::Reported];

/// The place of a value among all there are.
pub(super) fn place<T: PartialEq>(all: &[T], value: &T) -> u64 {
    let place = all.iter().position(|other| other == value);
    place
        .and_then(|place| u64::try_from(place).ok())
        .unwrap_or(u64::MAX)
}

/// The value at a place.
pub(super) fn among<T: Copy>(all: &[T], place: usize) -> Result<T, IndexError> {
    all.get(place).copied().ok_or(IndexError::Damaged)
}
