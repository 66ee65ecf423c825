//! The notes of a session in little room: a dozen bytes each, one behind the other, read as often as they are asked for.
//!
//! Each stands behind how many bytes it takes, so that it can be passed over. Topics and codes are numbered within the
//! session, in the order in which its notes first have them, so that most take a byte, and so that the same bytes
//! serve whatever numbers [`Names`](super::Names) gives them: an index keeps the bytes and the names, and nothing has
//! to be taken apart when they are read.

use super::{CodeNumber, NoteFacts, NoteRow, TopicNumber};
use crate::analysis::packing::{Packed, Packing, Ragged};
use crate::language::Language;
use crate::session::{Age, NoteId, NoteKind, Origin, Polarity, Prompting, Voice};

/// The notes of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    count: usize,
    topics: Vec<TopicNumber>,
    codes: Vec<CodeNumber>,
    bytes: Packed,
}

/// Topics or codes of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed<'facts, T> {
    bytes: &'facts [u8],
    table: &'facts [T],
}

impl Notes {
    /// Notes as they were packed: so many of them, with the numbers of their topics and their codes in order.
    ///
    /// Bytes that are not what [`Notes::bytes`] gave are no more than as many notes as can be read of them.
    pub fn packed(
        count: usize,
        topics: Vec<TopicNumber>,
        codes: Vec<CodeNumber>,
        bytes: Vec<u8>,
    ) -> Self {
        Self {
            count,
            topics,
            codes,
            bytes: Packed(bytes),
        }
    }

    /// How many there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The topics that they stand in or are linked into, in the order in which they first have them.
    pub fn topics(&self) -> &[TopicNumber] {
        &self.topics
    }

    /// Their codes, in the order in which they first have them.
    pub fn codes(&self) -> &[CodeNumber] {
        &self.codes
    }

    /// The notes as bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes.0
    }

    /// Adds a note.
    pub(super) fn add(&mut self, note: &NoteRow, also_in: &[TopicNumber], codes: &[CodeNumber]) {
        let topic = place_in(&mut self.topics, note.topic);
        let also_in = places_in(&mut self.topics, also_in);
        let codes = places_in(&mut self.codes, codes);
        let mut to = Packed::default();
        to.0.extend(traits(note).to_le_bytes());
        to.number(note.id.taker);
        to.number(note.id.number);
        to.length(topic);
        to.number(match note.prompting {
            Prompting::Unprompted => 0,
            Prompting::Prompted => 1,
            Prompting::Probe(number) => u16::from(number) + 2,
        });
        to.number(note.at_ms);
        for list in [also_in, codes] {
            to.length(list.0.len());
            to.0.extend(list.0);
        }
        self.bytes.length(to.0.len());
        self.bytes.0.extend(to.0);
        self.count += 1;
    }

    /// The notes, in the order in which they were added.
    pub(super) fn iter(&self) -> impl Iterator<Item = NoteFacts<'_>> {
        OneByOne {
            notes: self,
            from: Packing(&self.bytes.0),
            rest: self.count,
        }
    }

    #[inline]
    fn next<'facts>(&'facts self, from: &mut Packing<'facts>) -> Result<NoteFacts<'facts>, Ragged> {
        let mut from = Packing(from.stretch()?);
        let traits = u16::from_le_bytes(from.bytes()?);
        let id = NoteId {
            taker: from.small()?,
            number: from.small()?,
        };
        let row = NoteRow {
            id,
            topic: *self.topics.get(from.small::<usize>()?).ok_or(Ragged)?,
            kind: KIND.of(traits, &NoteKind::ALL)?,
            origin: ORIGIN.of(traits, &ORIGINS)?,
            language: LANGUAGE.of(traits, &Language::ALL)?,
            age: AGE.of(traits, &Age::ALL)?,
            polarity: POLARITY.of(traits, &POLARITIES)?,
            voice: VOICE.of(traits, &VOICES)?,
            prompting: match from.small::<u16>()? {
                0 => Prompting::Unprompted,
                1 => Prompting::Prompted,
                probe => Prompting::Probe(u8::try_from(probe - 2).map_err(|_| Ragged)?),
            },
            at_ms: from.number()?,
        };
        Ok(NoteFacts {
            row,
            also_in: Listed::next(&mut from, &self.topics)?,
            codes: Listed::next(&mut from, &self.codes)?,
        })
    }
}

/// Notes one behind the other. Those that are passed over are not read.
struct OneByOne<'facts> {
    notes: &'facts Notes,
    from: Packing<'facts>,
    /// How many are left.
    rest: usize,
}

impl<'facts> OneByOne<'facts> {
    fn one<T>(
        &mut self,
        read: impl FnOnce(&'facts Notes, &mut Packing<'facts>) -> Result<T, Ragged>,
    ) -> Option<T> {
        self.rest = self.rest.checked_sub(1)?;
        let read = read(self.notes, &mut self.from);
        if read.is_err() {
            // Nothing can be read behind it.
            self.rest = 0;
        }
        read.ok()
    }
}

impl<'facts> Iterator for OneByOne<'facts> {
    type Item = NoteFacts<'facts>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.one(Notes::next)
    }

    fn nth(&mut self, passed: usize) -> Option<Self::Item> {
        for _ in 0..passed {
            self.one(|_, from| from.stretch())?;
        }
        self.next()
    }
}

impl<'facts, T: Copy> Listed<'facts, T> {
    #[inline]
    fn next(from: &mut Packing<'facts>, table: &'facts [T]) -> Result<Self, Ragged> {
        let bytes = from.stretch()?;
        Ok(Self { bytes, table })
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = T> + use<'facts, T> {
        let (mut from, table) = (Packing(self.bytes), self.table);
        std::iter::from_fn(move || table.get(from.small::<usize>().ok()?).copied())
    }
}

/// Where something stands among the bits of what a note is like, and how many of them it has.
struct Bits {
    from: u32,
    count: u32,
}

const KIND: Bits = Bits { from: 0, count: 3 };
const ORIGIN: Bits = Bits { from: 3, count: 2 };
const LANGUAGE: Bits = Bits { from: 5, count: 2 };
const AGE: Bits = Bits { from: 7, count: 2 };
const POLARITY: Bits = Bits { from: 9, count: 2 };
const VOICE: Bits = Bits { from: 11, count: 1 };

const ORIGINS: [Origin; 4] = [
    Origin::Live,
    Origin::Memory,
    Origin::Recording,
    Origin::Approval,
];
const POLARITIES: [Option<Polarity>; 3] = [None, Some(Polarity::Helps), Some(Polarity::Hinders)];
const VOICES: [Voice; 2] = [Voice::Own, Voice::Reported];

impl Bits {
    /// The value that these bits stand for.
    #[inline]
    fn of<T: Copy>(&self, traits: u16, all: &[T]) -> Result<T, Ragged> {
        let place = (traits >> self.from) & ((1 << self.count) - 1);
        all.get(usize::from(place)).copied().ok_or(Ragged)
    }

    /// A value as these bits.
    fn to<T: PartialEq>(&self, value: &T, all: &[T]) -> u16 {
        let place = all.iter().position(|other| other == value).unwrap_or(0);
        u16::try_from(place).unwrap_or(0) << self.from
    }
}

/// What a note is like, apart from numbers.
fn traits(note: &NoteRow) -> u16 {
    KIND.to(&note.kind, &NoteKind::ALL)
        | ORIGIN.to(&note.origin, &ORIGINS)
        | LANGUAGE.to(&note.language, &Language::ALL)
        | AGE.to(&note.age, &Age::ALL)
        | POLARITY.to(&note.polarity, &POLARITIES)
        | VOICE.to(&note.voice, &VOICES)
}

/// The place of a number in a table, behind all others if it is new.
fn place_in<T: PartialEq>(table: &mut Vec<T>, number: T) -> usize {
    let known = table.iter().position(|other| *other == number);
    known.unwrap_or_else(|| {
        table.push(number);
        table.len() - 1
    })
}

fn places_in<T: PartialEq + Copy>(table: &mut Vec<T>, numbers: &[T]) -> Packed {
    let mut places = Packed::default();
    for number in numbers {
        places.length(place_in(table, *number));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(number: u32) -> NoteRow {
        NoteRow {
            id: NoteId { taker: 2, number },
            topic: TopicNumber(70_000 + number),
            kind: NoteKind::ALL[4],
            origin: Origin::Approval,
            language: Language::En,
            age: Age::Later,
            prompting: Prompting::Probe(u8::MAX),
            polarity: Some(Polarity::Hinders),
            voice: Voice::Reported,
            at_ms: u64::MAX,
        }
    }

    #[test]
    fn notes_come_out_as_they_were_added() {
        let mut notes = Notes::default();
        let rows = [note(1), note(u32::MAX - 70_000)];
        let further = [TopicNumber(70_001), TopicNumber(3)];
        let codes: Vec<CodeNumber> = (0..300).map(CodeNumber).collect();
        notes.add(&rows[0], &further, &[]);
        notes.add(&rows[1], &[], &codes);
        let found: Vec<NoteFacts<'_>> = notes.iter().collect();
        assert_eq!([found[0].row, found[1].row], rows);
        assert_eq!(found[0].also_in.iter().collect::<Vec<_>>(), further);
        assert!(found[0].codes.is_empty() && found[1].also_in.is_empty());
        assert_eq!(found[1].codes.iter().collect::<Vec<_>>(), codes);
        assert_eq!(notes.topics().len(), 3);
    }

    /// The bytes stand in the index of a study, which other versions of the program read.
    const AS_KEPT: &[u8] = &[
        // How many bytes the first note takes, what it is like, its taker and number, its topic, by which probe, when.
        16,
        0b1011_0100,
        0b0000_1100,
        2,
        172,
        2,
        0,
        9,
        128,
        221,
        219,
        1, //
        // Its further topics, and its codes, each behind how many bytes they take.
        2,
        1,
        0,
        1,
        0, //
        // The second: all that is usual, and nothing more.
        9,
        0,
        0,
        1,
        1,
        1,
        0,
        0,
        0,
        0,
    ];

    #[test]
    fn notes_are_packed_as_every_index_of_this_version_has_them() {
        let first = NoteRow {
            id: NoteId {
                taker: 2,
                number: 300,
            },
            topic: TopicNumber(7),
            kind: NoteKind::ALL[4],
            origin: Origin::Recording,
            language: Language::Fr,
            age: Age::ALL[1],
            prompting: Prompting::Probe(7),
            polarity: Some(Polarity::Hinders),
            voice: Voice::Reported,
            at_ms: 3_600_000,
        };
        let second = NoteRow {
            id: NoteId {
                taker: 1,
                number: 1,
            },
            topic: TopicNumber(8),
            kind: NoteKind::ALL[0],
            origin: Origin::Live,
            language: Language::ALL[0],
            age: Age::ALL[0],
            prompting: Prompting::Unprompted,
            polarity: None,
            voice: Voice::Own,
            at_ms: 0,
        };
        let (topics, codes) = (vec![TopicNumber(7), TopicNumber(8)], vec![CodeNumber(5)]);
        let mut notes = Notes::default();
        notes.add(&first, &[topics[1], topics[0]], &codes);
        notes.add(&second, &[], &[]);
        assert_eq!(
            notes.bytes(),
            AS_KEPT,
            "an index holds these bytes: raise the version of its database where they change"
        );
        let read = Notes::packed(2, topics.clone(), codes.clone(), AS_KEPT.to_vec());
        let read: Vec<NoteFacts<'_>> = read.iter().collect();
        assert_eq!([read[0].row, read[1].row], [first, second]);
        assert_eq!(
            read[0].also_in.iter().collect::<Vec<_>>(),
            [topics[1], topics[0]]
        );
        assert_eq!(read[0].codes.iter().collect::<Vec<_>>(), codes);
    }

    #[test]
    fn the_same_bytes_serve_other_numbers() {
        let mut notes = Notes::default();
        notes.add(&note(1), &[], &[CodeNumber(9)]);
        let topics = vec![TopicNumber(0)];
        let read = Notes::packed(1, topics, vec![CodeNumber(4)], notes.bytes().to_vec());
        let found = read.iter().next().unwrap();
        assert_eq!(found.row.topic, TopicNumber(0));
        assert_eq!(found.codes.iter().collect::<Vec<_>>(), [CodeNumber(4)]);
    }

    #[test]
    fn notes_that_are_passed_over_take_nothing_from_those_behind_them() {
        let mut notes = Notes::default();
        let codes: Vec<CodeNumber> = (0..300).map(CodeNumber).collect();
        for number in 0..9 {
            notes.add(&note(number), &[TopicNumber(number)], &codes);
        }
        let all: Vec<NoteFacts<'_>> = notes.iter().collect();
        for passed in 0..10 {
            let mut rest = notes.iter();
            assert_eq!(rest.nth(passed), all.get(passed).copied());
            assert_eq!(rest.next(), all.get(passed + 1).copied());
        }
    }

    #[test]
    fn of_bytes_that_are_cut_is_read_what_can_be() {
        let mut notes = Notes::default();
        notes.add(&note(1), &[], &[CodeNumber(9)]);
        let whole = notes.bytes().len();
        notes.add(&note(2), &[], &[]);
        for length in 0..notes.bytes().len() {
            let bytes = notes.bytes()[..length].to_vec();
            let cut = Notes::packed(2, notes.topics.clone(), notes.codes.clone(), bytes);
            assert_eq!(cut.iter().count(), usize::from(length >= whole));
            assert_eq!(cut.iter().nth(1), None);
        }
        let without = Notes::packed(2, Vec::new(), Vec::new(), notes.bytes().to_vec());
        assert_eq!(without.iter().count(), 0);
    }
}
