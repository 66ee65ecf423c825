//! Reading a journal that may have been torn or damaged.

use super::event::Event as FileEvent;
use super::{Header, NAME, VERSION};
use crate::session::{Recorded, SessionId};
use crate::store::format::field;

/// What a journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// Its first line; nothing if not even that was written whole.
    pub header: Option<Header>,
    /// The events up to its end or to the first damage, each number once, without gaps.
    pub events: Vec<Recorded>,
    /// How many bytes hold the header and them.
    pub length: usize,
    /// How it ends.
    pub ending: Ending,
}

/// How a journal ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// With a whole line.
    Whole,
    /// With what was being written when the program or the machine stopped; it was never acknowledged.
    Torn,
    /// With a damage, behind which there are valid lines.
    Damaged(Damage),
}

/// A damage in the middle of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The first line that cannot be used, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: DamageKind,
    /// The events of the valid lines behind it.
    pub later: Vec<Recorded>,
}

/// What is wrong with a damaged journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DamageKind {
    /// A line's checksum does not fit.
    Checksum,
    /// Events are missing.
    Gap,
    /// A number stands twice with two events, or belongs to the time before the journal.
    Order,
    /// The journal does not go on from where the session's file stands.
    Elsewhere,
}

/// A journal that this program must not touch.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// It has another version.
    #[error(
        "the journal has version {0}, and this program knows {VERSION}; open it with the program that wrote it"
    )]
    Version(u32),
    /// It belongs to another session.
    #[error("the journal belongs to the session {0}; give it that session's name")]
    Session(SessionId),
    /// A line is whole, but the event in it is not known.
    #[error(
        "line {line} of the journal holds an event that this program does not know; use a newer program"
    )]
    Unknown {
        /// The line, from 1.
        line: usize,
    },
}

/// Reads the journal of a session.
///
/// # Errors
///
/// If it belongs to another session or program, so that it must be left as it is.
pub fn read(bytes: &[u8], session: &SessionId) -> Result<Journal, JournalError> {
    let lines: Vec<Line> = lines(bytes)
        .enumerate()
        .map(|(index, line)| parse(line, index + 1))
        .collect::<Result<_, _>>()?;
    for line in &lines {
        if let Line::Header(header, _) = line
            && &header.session != session
        {
            return Err(JournalError::Session(header.session.clone()));
        }
    }
    let mut reading = Reading::default();
    for (index, line) in lines.iter().enumerate() {
        if let Err(kind) = reading.take(line) {
            let rest = lines.get(index..).unwrap_or_default();
            let ending = ending(index + 1, kind, rest);
            return Ok(reading.finish(ending));
        }
    }
    Ok(reading.finish(Ending::Whole))
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    header: Option<Header>,
    events: Vec<Recorded>,
    length: usize,
}

impl Reading {
    /// Takes the next line, or says why it cannot be taken.
    fn take(&mut self, line: &Line) -> Result<(), DamageKind> {
        match (line, &self.header) {
            (Line::Header(header, length), None) => {
                self.header = Some(header.clone());
                self.length += length;
                Ok(())
            }
            // A journal that was copied behind itself says everything twice.
            (Line::Header(header, length), Some(known)) if header == known => {
                self.length += length;
                Ok(())
            }
            (Line::Event(recorded, length), Some(header)) => {
                let base = header.base;
                self.take_event(recorded, base)?;
                self.length += length;
                Ok(())
            }
            (Line::Header(..), Some(_)) => Err(DamageKind::Order),
            (Line::Event(..), None) | (Line::Invalid, _) => Err(DamageKind::Checksum),
        }
    }

    fn take_event(&mut self, recorded: &Recorded, base: u64) -> Result<(), DamageKind> {
        let last = self.events.last().map_or(base, |last| last.sequence);
        if Some(recorded.sequence) == last.checked_add(1) {
            self.events.push(recorded.clone());
            return Ok(());
        }
        if recorded.sequence > last {
            return Err(DamageKind::Gap);
        }
        let known = self
            .events
            .binary_search_by_key(&recorded.sequence, |known| known.sequence);
        match known.ok().and_then(|index| self.events.get(index)) {
            Some(known) if known == recorded => Ok(()),
            _ => Err(DamageKind::Order),
        }
    }

    fn finish(self, ending: Ending) -> Journal {
        Journal {
            header: self.header,
            events: self.events,
            length: self.length,
            ending,
        }
    }
}

/// What the lines from the first that cannot be used say of the end.
fn ending(line: usize, kind: DamageKind, rest: &[Line]) -> Ending {
    if rest.iter().all(|line| matches!(line, Line::Invalid)) {
        return Ending::Torn;
    }
    let later = rest
        .iter()
        .filter_map(|line| match line {
            Line::Event(recorded, _) => Some((**recorded).clone()),
            _ => None,
        })
        .collect();
    Ending::Damaged(Damage { line, kind, later })
}

/// A line of a journal, with its length in bytes.
enum Line {
    Header(Header, usize),
    Event(Box<Recorded>, usize),
    Invalid,
}

/// The lines, each with its end; the last may have none.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

fn parse(line: &[u8], number: usize) -> Result<Line, JournalError> {
    let length = line.len();
    // A line without its end was not written whole, even if its checksum fits by chance.
    let content = line
        .strip_suffix(b"\n")
        .and_then(|line| std::str::from_utf8(line).ok());
    let Some(content) = content else {
        return Ok(Line::Invalid);
    };
    if content.starts_with(NAME) {
        return Ok(match parse_header(content)? {
            Some(header) => Line::Header(header, length),
            None => Line::Invalid,
        });
    }
    let Some((sequence, event)) = parse_numbered(content) else {
        return Ok(Line::Invalid);
    };
    let event = field::read_own::<FileEvent>(event)
        .map_err(|_| JournalError::Unknown { line: number })?
        .into();
    Ok(Line::Event(Box::new(Recorded { sequence, event }), length))
}

fn parse_header(content: &str) -> Result<Option<Header>, JournalError> {
    let Some((content, checksum)) = content.rsplit_once(' ') else {
        return Ok(None);
    };
    if !fits(content, checksum) {
        return Ok(None);
    }
    let mut fields = content.split(' ').skip(1);
    match fields.next().and_then(number::<u32>) {
        Some(VERSION) => {}
        Some(version) => return Err(JournalError::Version(version)),
        None => return Ok(None),
    }
    let session = fields.next().and_then(|session| session.parse().ok());
    let base = fields.next().and_then(number);
    Ok(match (session, base, fields.next()) {
        (Some(session), Some(base), None) => Some(Header { session, base }),
        _ => None,
    })
}

/// The number and the event of a line whose checksum fits.
fn parse_numbered(content: &str) -> Option<(u64, &str)> {
    let (checksum, content) = content.split_once(' ')?;
    if !fits(content, checksum) {
        return None;
    }
    let (sequence, event) = content.split_once(' ')?;
    Some((number(sequence)?, event))
}

fn fits(content: &str, checksum: &str) -> bool {
    format!("{:08x}", crc32fast::hash(content.as_bytes())) == checksum
}

/// A number as the program writes it, without a sign or leading zeros.
fn number<T: std::str::FromStr + ToString>(digits: &str) -> Option<T> {
    let number: T = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}
