//! The facts of a session as bytes, behind their checksum, of which the session and the place of its texts are part: facts
//! that stand with another session, or with texts that are not its own, are noticed.
//!
//! Notes stand there as the facts hold them. Tables at the beginning say which names of the index are those of the cells,
//! and of the topics and codes of the notes, in the order in which they first occur. So facts that are read session by
//! session number their names exactly as facts that are made of the sessions do.

use super::IndexError;
use crate::analysis::packing::{Packed, Packing};
use crate::analysis::{
    Attributes, CellRow, CodeNumber, Consents, GuideNumber, GuideVersion, Names, Notes,
    SessionFacts, TopicNumber,
};
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{CellState, GuideReference, Progress, SessionId, TopicId};

/// More names than this are no names of topics, codes and guides.
const MOST_NAMES: usize = 10_000_000;

/// Which names of the index a session uses: its guide, and those of its cells, and of the topics and codes of its notes,
/// in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Used {
    pub(super) guide: u64,
    pub(super) cells: Vec<u64>,
    pub(super) topics: Vec<u64>,
    pub(super) codes: Vec<u64>,
}

impl Used {
    /// All of them; what is used by cells and by notes stands there twice.
    pub(super) fn all(&self) -> impl Iterator<Item = u64> {
        let lists = [&self.cells, &self.topics, &self.codes];
        let lists = lists.into_iter().flatten().copied();
        std::iter::once(self.guide).chain(lists)
    }
}

/// What facts belong to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner<'id> {
    /// The session.
    pub(super) id: &'id SessionId,
    /// The number of its first text.
    pub(super) first: i64,
}

impl Owner<'_> {
    /// The checksum of bytes that belong to it.
    pub(super) fn sum_of(self, bytes: &[u8]) -> [u8; 4] {
        let mut sum = crc32fast::Hasher::new();
        sum.update(bytes);
        sum.update(self.id.case().as_str().as_bytes());
        sum.update(&self.id.number().to_le_bytes());
        sum.update(&self.first.to_le_bytes());
        sum.finalize().to_le_bytes()
    }

    /// What stands behind its checksum. What has it is what was written, so that nothing in it need be doubted.
    pub(super) fn checked(self, bytes: &[u8]) -> Result<Packing<'_>, IndexError> {
        let (sum, facts) = bytes.split_first_chunk().ok_or(IndexError::Damaged)?;
        if self.sum_of(facts) == *sum {
            Ok(Packing(facts))
        } else {
            Err(IndexError::Damaged)
        }
    }
}

/// Writes facts of a session whose first text has this number.
pub(super) fn write(facts: &SessionFacts, first: i64, used: &Used) -> Vec<u8> {
    let mut to = Packed::default();
    to.number(used.guide);
    for list in [&used.cells, &used.topics, &used.codes] {
        to.length(list.len());
        for id in list {
            to.number(*id);
        }
    }
    write_header(facts, &mut to);
    for cell in &facts.cells {
        to.number(place(&CellState::ALL, &cell.state));
        to.number(u8::from(cell.summarised));
    }
    to.length(facts.note_count());
    to.0.extend(facts.packed.bytes());
    let id = &facts.id;
    let mut bytes = Owner { id, first }.sum_of(&to.0).to_vec();
    bytes.extend(to.0);
    bytes
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

/// Which names the facts in these bytes use.
pub(super) fn used(owner: Owner<'_>, bytes: &[u8]) -> Result<Used, IndexError> {
    let mut from = owner.checked(bytes)?;
    Ok(Used {
        guide: from.number()?,
        cells: list(&mut from, Ok)?,
        topics: list(&mut from, Ok)?,
        codes: list(&mut from, Ok)?,
    })
}

/// A list of names of the index, as what they are taken for.
fn list<T>(
    from: &mut Packing<'_>,
    mut take: impl FnMut(u64) -> Result<T, IndexError>,
) -> Result<Vec<T>, IndexError> {
    let count = from.count()?;
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        list.push(take(from.number()?)?);
    }
    Ok(list)
}

/// How much of a session's facts is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// All but the notes.
    Cells,
    /// What a filter asks for: the notes, and neither cells nor attributes.
    Filter,
    /// Everything.
    Notes,
}

/// Reads facts into the numbers of `names`, by what the names of the index are there.
pub(super) fn read(
    owner: Owner<'_>,
    bytes: &[u8],
    depth: Depth,
    known: &mut Known,
    names: &mut Names,
) -> Result<SessionFacts, IndexError> {
    let mut from = owner.checked(bytes)?;
    let guide = known.guide(from.number()?, names)?;
    let mut passed = 0;
    let cells = match depth {
        Depth::Filter => {
            passed = from.count()?;
            (0..passed).try_for_each(|_| from.pass_number())?;
            Vec::new()
        }
        Depth::Cells | Depth::Notes => list(&mut from, |id| known.topic(id, names))?,
    };
    let numbers = Numbers {
        cells,
        passed,
        topics: list(&mut from, |id| known.topic(id, names))?,
        codes: list(&mut from, |id| known.code(id, names))?,
    };
    read_facts(owner.id.clone(), guide, numbers, depth, from)
}

/// Reads facts without asking for names: each is numbered by its place.
pub(super) fn read_alone(owner: Owner<'_>, bytes: &[u8]) -> Result<SessionFacts, IndexError> {
    let mut from = owner.checked(bytes)?;
    from.number()?;
    let (mut topics, mut codes) = ((0..).map(TopicNumber), (0..).map(CodeNumber));
    let mut topic = |_| topics.next().ok_or(IndexError::Damaged);
    let numbers = Numbers {
        cells: list(&mut from, &mut topic)?,
        passed: 0,
        topics: list(&mut from, &mut topic)?,
        codes: list(&mut from, |_| codes.next().ok_or(IndexError::Damaged))?,
    };
    let id = owner.id.clone();
    read_facts(id, GuideNumber(0), numbers, Depth::Notes, from)
}

/// The numbers of the names that a session uses.
struct Numbers {
    cells: Vec<TopicNumber>,
    /// How many cells are passed over.
    passed: usize,
    topics: Vec<TopicNumber>,
    codes: Vec<CodeNumber>,
}

/// Reads what stands behind the tables.
fn read_facts(
    id: SessionId,
    guide: GuideNumber,
    numbers: Numbers,
    depth: Depth,
    mut from: Packing<'_>,
) -> Result<SessionFacts, IndexError> {
    let mut facts = read_header(id, guide, &mut from)?;
    read_attributes(&mut facts, depth, &mut from)?;
    facts.cells.reserve_exact(numbers.cells.len());
    for topic in numbers.cells {
        facts.cells.push(CellRow {
            topic,
            state: among(&CellState::ALL, from.small()?)?,
            summarised: from.byte()? == 1,
        });
    }
    facts.cells.sort_by_key(|cell| cell.topic);
    for _ in 0..numbers.passed {
        // Its state, and whether it is summarised.
        from.pass_number()?;
        from.pass_number()?;
    }
    if depth != Depth::Cells {
        let count = from.small()?;
        facts.packed = Notes::packed(count, numbers.topics, numbers.codes, from.0.to_vec());
    }
    Ok(facts)
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
    Ok(facts)
}

fn read_attributes(
    facts: &mut SessionFacts,
    depth: Depth,
    from: &mut Packing<'_>,
) -> Result<(), IndexError> {
    let count = from.count()?;
    if depth == Depth::Filter {
        for _ in 0..count {
            from.stretch()?;
            from.stretch()?;
        }
        return Ok(());
    }
    let attributes = (0..count).map(|_| Ok((from.text()?, from.text()?)));
    facts.attributes = attributes.collect::<Result<Attributes, IndexError>>()?;
    Ok(())
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

    #[inline]
    fn number(&mut self, id: u64, number: impl FnOnce(&N) -> T) -> Result<T, IndexError> {
        let place = usize::try_from(id).map_err(|_| IndexError::Damaged)?;
        let slot = self.0.get_mut(place).and_then(Option::as_mut);
        let (name, known) = slot.ok_or(IndexError::Damaged)?;
        Ok(*known.get_or_insert_with(|| number(name)))
    }
}

impl Known {
    #[inline]
    fn topic(&mut self, id: u64, names: &mut Names) -> Result<TopicNumber, IndexError> {
        self.topics.number(id, |name| names.topic(name))
    }

    #[inline]
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
