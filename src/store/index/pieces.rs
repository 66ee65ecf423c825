//! The texts of the sessions in their table: some dozens that follow each other in a row, so that whoever reads
//! several of a session finds them together.
//!
//! A text is told by its number. Each stands in its row behind how many bytes it takes, so that those before it are
//! passed over without being read.

use std::ops::Range;

use rusqlite::{Connection, params};

use super::IndexError;
use super::blobs::Blobs;
use crate::analysis::packing::{Packed, Packing, Ragged};
use crate::session::{Place, TopicId};

/// So many texts stand in a row: those whose numbers, divided by this, are that of the row.
pub(super) const PIECE: i64 = 32;

/// A text as it stands in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text<'bytes> {
    pub(super) stands: Standing<'bytes>,
    pub(super) original: &'bytes str,
    /// What it says in the language of the session, if it is a quotation in another.
    pub(super) translation: Option<&'bytes str>,
}

/// Where a text stands in its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing<'bytes> {
    /// It is a note, and was said there.
    Note(Place),
    /// It puts the notes of a cell into one sentence.
    Cell(&'bytes str),
    /// It is a field of the postscript.
    Postscript(&'bytes str),
}

/// How many bytes the checksum of a row has, which stands before its texts.
const SUM: usize = 4;

/// What stands before a text.
const IN_INTERVIEW: u8 = 0;
const IN_RECORDING: u8 = 1;
const CELL: u8 = 2;
const POSTSCRIPT: u8 = 3;

impl<'bytes> Text<'bytes> {
    /// The text as bytes.
    pub(super) fn packed(&self) -> Packed {
        let mut to = Packed::default();
        match self.stands {
            Standing::Note(Place::Interview(at_ms)) => {
                to.number(IN_INTERVIEW);
                to.number(at_ms);
            }
            Standing::Note(Place::Recording { number, at_ms }) => {
                to.number(IN_RECORDING);
                to.length(number);
                to.number(at_ms);
            }
            Standing::Cell(topic) => {
                to.number(CELL);
                to.text(topic);
            }
            Standing::Postscript(field) => {
                to.number(POSTSCRIPT);
                to.text(field);
            }
        }
        to.text(self.original);
        if let Some(translation) = self.translation {
            to.text(translation);
        }
        to
    }

    /// Reads a text.
    pub(super) fn read(bytes: &'bytes [u8]) -> Result<Self, Ragged> {
        let mut from = Packing(bytes);
        let stands = match from.byte()? {
            IN_INTERVIEW => Standing::Note(Place::Interview(from.number()?)),
            IN_RECORDING => Standing::Note(Place::Recording {
                number: from.small()?,
                at_ms: from.number()?,
            }),
            CELL => Standing::Cell(from.text()?),
            POSTSCRIPT => Standing::Postscript(from.text()?),
            _ => return Err(Ragged),
        };
        let original = from.text()?;
        let is_all = from.0.is_empty();
        let translation = (!is_all).then(|| from.text()).transpose()?;
        Ok(Self {
            stands,
            original,
            translation,
        })
    }

    /// Whether it has the same words as another.
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        (self.original, self.translation) == (other.original, other.translation)
    }

    /// The cell in which it stands, if it is the sentence of one.
    pub(super) fn topic(&self) -> Option<TopicId> {
        match self.stands {
            Standing::Cell(topic) => Some(TopicId::new(topic)),
            Standing::Note(_) | Standing::Postscript(_) => None,
        }
    }
}

/// Texts that are read.
pub(super) struct Pieces<'index>(Blobs<'index>);

impl<'index> Pieces<'index> {
    pub(super) fn of(connection: &'index Connection) -> Self {
        Self(Blobs::of(connection, "texts", "texts"))
    }

    /// Gives the texts with these numbers, which ascend and are of one row, one behind the other.
    pub(super) fn read(
        &mut self,
        numbers: impl IntoIterator<Item = i64>,
        mut take: impl FnMut(Text<'_>),
    ) -> Result<(), IndexError> {
        let mut numbers = numbers.into_iter().peekable();
        let Some(first) = numbers.peek().copied() else {
            return Ok(());
        };
        let piece = first.div_euclid(PIECE);
        let mut from = checked(piece, self.0.read(piece)?)?;
        let mut next = piece.saturating_mul(PIECE);
        for number in numbers {
            while next < number {
                from.stretch()?;
                next = next.saturating_add(1);
            }
            if next > number {
                return Err(IndexError::Damaged);
            }
            take(Text::read(from.stretch()?)?);
            next = next.saturating_add(1);
        }
        Ok(())
    }

    /// Gives all texts with these numbers, one behind the other.
    pub(super) fn read_all(
        &mut self,
        numbers: Range<i64>,
        mut take: impl FnMut(Text<'_>),
    ) -> Result<(), IndexError> {
        let mut from = numbers.start;
        while from < numbers.end {
            let end = (from.div_euclid(PIECE) + 1).saturating_mul(PIECE);
            let end = end.min(numbers.end);
            self.read(from..end, &mut take)?;
            from = end;
        }
        Ok(())
    }
}

/// The texts of a session as bytes, one behind the other, and how they are read.
#[derive(Debug)]
pub(super) struct Packs(Vec<Vec<u8>>);

impl Packs {
    /// So many texts from this number on, with which a row begins.
    pub(super) fn read(
        connection: &Connection,
        first: i64,
        count: i64,
    ) -> Result<Self, IndexError> {
        let mut select = connection
            .prepare_cached("SELECT id, texts FROM texts WHERE id >= ?1 AND id < ?2 ORDER BY id")?;
        let mut rows = select.query(rows_of(first, count))?;
        let mut packs = Vec::new();
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            let mut from = checked(row.get(0)?, bytes)?;
            while !from.0.is_empty() {
                packs.push(from.stretch()?.to_vec());
            }
        }
        if i64::try_from(packs.len()).is_ok_and(|found| found == count) {
            Ok(Self(packs))
        } else {
            Err(IndexError::Damaged)
        }
    }

    /// Each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = Result<Text<'_>, Ragged>> {
        self.0.iter().map(|bytes| Text::read(bytes))
    }
}

/// The rows of so many texts from this number on, from the first to behind the last.
fn rows_of(first: i64, count: i64) -> [i64; 2] {
    let end = first.saturating_add(count).saturating_add(PIECE - 1);
    [first.div_euclid(PIECE), end.div_euclid(PIECE)]
}

/// The checksum of a row of texts. The row is part of it, so that one that stands in the place of another is noticed.
fn sum_of(row: i64, texts: &[u8]) -> [u8; SUM] {
    let mut sum = crc32fast::Hasher::new();
    sum.update(texts);
    sum.update(&row.to_le_bytes());
    sum.finalize().to_le_bytes()
}

/// The texts of a row behind their checksum: what was written, and nothing else.
fn checked(row: i64, bytes: &[u8]) -> Result<Packing<'_>, IndexError> {
    let (sum, texts) = bytes.split_first_chunk().ok_or(IndexError::Damaged)?;
    if sum_of(row, texts) == *sum {
        Ok(Packing(texts))
    } else {
        Err(IndexError::Damaged)
    }
}

/// Writes the texts of a session from this number on, with which a row begins, in the place of so many others. Rows
/// that say what they said stay as they stand.
pub(super) fn write(
    connection: &Connection,
    first: i64,
    before: i64,
    texts: &[&Packed],
) -> Result<(), IndexError> {
    let mut known =
        connection.prepare_cached("SELECT 1 FROM texts WHERE id = ?1 AND texts = ?2")?;
    let mut insert =
        connection.prepare_cached("INSERT OR REPLACE INTO texts(id, texts) VALUES(?1, ?2)")?;
    let [mut row, old_end] = rows_of(first, before);
    for piece in texts.chunks(usize::try_from(PIECE).unwrap_or(1)) {
        let mut texts = Packed::default();
        for text in piece {
            texts.length(text.0.len());
            texts.0.extend(&text.0);
        }
        let bytes = [&sum_of(row, &texts.0), texts.0.as_slice()].concat();
        if row >= old_end || !known.exists(params![row, bytes])? {
            insert.execute(params![row, bytes])?;
        }
        row += 1;
    }
    if row < old_end {
        connection
            .prepare_cached("DELETE FROM texts WHERE id >= ?1 AND id < ?2")?
            .execute([row, old_end])?;
    }
    Ok(())
}

/// The number with which the last row begins; nought if there is none.
pub(super) fn last(connection: &Connection) -> Result<i64, IndexError> {
    let row: Option<i64> = connection
        .prepare_cached("SELECT MAX(id) FROM texts")?
        .query_row([], |row| row.get(0))?;
    Ok(row.map_or(0, |row| row.saturating_mul(PIECE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Vec<Packed> {
        let places = [
            Standing::Note(Place::Interview(0)),
            Standing::Note(Place::Recording {
                number: 3,
                at_ms: u64::MAX,
            }),
            Standing::Cell("b1.t1"),
            Standing::Postscript("setting"),
        ];
        let translations = [None, Some(""), Some("Größe")];
        let all = places.iter().flat_map(|stands| {
            translations.map(|translation| Text {
                stands: *stands,
                original: "été",
                translation,
            })
        });
        all.map(|text| {
            let packed = text.packed();
            assert_eq!(Text::read(&packed.0), Ok(text));
            packed
        })
        .collect()
    }

    #[test]
    fn a_text_is_read_as_it_was_written_and_nothing_of_one_that_is_cut() {
        for packed in texts() {
            let whole = Text::read(&packed.0).unwrap();
            for length in 0..packed.0.len() {
                if let Ok(cut) = Text::read(&packed.0[..length]) {
                    // Without its end a text has no translation.
                    assert_eq!((cut.original, cut.translation), (whole.original, None));
                }
            }
        }
        assert!(Text::read(&[9, 0, 0]).is_err());
    }

    #[test]
    fn texts_are_found_by_their_numbers_and_their_rows_go_with_them() {
        let connection = super::super::database::in_memory().unwrap();
        let packs: Vec<Packed> = texts().into_iter().cycle().take(70).collect();
        let all: Vec<&Packed> = packs.iter().collect();
        write(&connection, 128, 0, &all).unwrap();
        let mut found = Vec::new();
        let mut pieces = Pieces::of(&connection);
        pieces
            .read([161, 162, 190], |text| found.push(text.packed()))
            .unwrap();
        assert_eq!(found, [33, 34, 62].map(|place: usize| packs[place].clone()));
        assert!(pieces.read([128 + 70], |_| {}).is_err());
        assert!(pieces.read([0], |_| {}).is_err());
        drop(pieces);
        write(&connection, 128, 70, &all[1..34]).unwrap();
        let read = Packs::read(&connection, 128, 33).unwrap();
        let read: Vec<Packed> = read.iter().map(|text| text.unwrap().packed()).collect();
        assert_eq!(read, packs[1..34]);
        assert!(Packs::read(&connection, 128, 34).is_err());
        assert_eq!(last(&connection).unwrap(), 160);
        write(&connection, 128, 33, &[]).unwrap();
        assert_eq!(last(&connection).unwrap(), 0);
    }
}
