//! The filter: a text goes in, the same without names comes out, in bounded memory.
//!
//! A plain text has one memory: what is found once is found in every later form, and has one placeholder throughout. Of
//! records, each has a memory of its own. Keeps out: files but the report, the streams of the program, words.

mod pieces;
mod record;
mod report;
mod stretch;
#[cfg(test)]
mod tests;
mod tidy;
mod wrapped;

use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::thread;

use crate::anonymise::{Certainty, Layers, Memory, ProtectedWords};
use crate::archive::in_parallel;
use crate::language::Language;
use pieces::{Line, Pieces};
use record::{CleanedLine, Record};
use stretch::Stretches;

pub use record::RecordFault;
pub use report::Tally;

/// The longest record, in bytes.
pub const LONGEST_RECORD: usize = 1024 * 1024;

/// How many records are searched together at most: so many that the network has several sentences at each step.
const TOGETHER: usize = 8;

/// How many names that nobody announced a plain text may bring before the first ones are forgotten.
const MOST_FOUND: usize = 4096;

/// A longer line is a paragraph of its own: nobody breaks lines there.
const LONGEST_BROKEN_LINE: usize = 100;

/// Why the filter ended early. Never holds any of the text.
#[derive(Debug, thiserror::Error)]
pub enum FilterError {
    /// The text cannot be read.
    #[error("cannot read the text")]
    Read(#[source] io::Error),
    /// What came out cannot be written.
    #[error("cannot write the text")]
    Write(#[source] io::Error),
    /// A line is not UTF-8.
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// Its number, from 1.
        line: usize,
    },
    /// A record is longer than [`LONGEST_RECORD`].
    #[error("the record in line {line} is too long")]
    TooLong {
        /// Its number, from 1.
        line: usize,
    },
    /// A line is no record.
    #[error("line {line} is no record")]
    Record {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        fault: RecordFault,
    },
}

/// How names are searched.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'words> {
    /// The language of the text, and of the placeholders.
    pub language: Language,
    /// From which certainty on what nobody announced is replaced.
    pub certainty: Certainty,
    /// The names that are always replaced.
    pub protected: &'words ProtectedWords,
    /// Why the lines of the text end.
    pub line_ends: LineEnds,
}

/// Why the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineEnds {
    /// Somebody meant them, as in notes and lists: only a protected name goes on in the next line.
    #[default]
    Meant,
    /// A program broke the lines at its margin: «Frau⏎Keller» is one name.
    AtMargin,
}

impl Filter<'_> {
    /// A memory that knows the protected words alone.
    fn memory(&self, language: Language) -> Memory {
        let mut memory = Memory::new(language)
            .with_layers(Layers::ALL)
            .with_certainty(self.certainty)
            .keeping_placeholders();
        memory.protect(self.protected);
        memory
    }
}

/// Filters a plain text, paragraph by paragraph.
///
/// A paragraph ends at an empty line, or at the end of a line that is too long to have been broken, with its placeholders
/// too; but never where a known name may go on behind it. A longer one is cut, with what stands before and behind the cut looked at from both
/// sides.
///
/// # Errors
///
/// If the text cannot be read or written, or is not UTF-8. What came before is written.
pub fn text(
    input: impl BufRead,
    output: &mut dyn Write,
    filter: &Filter<'_>,
) -> Result<Tally, FilterError> {
    let mut tally = Tally::default();
    let mut memory = filter.memory(filter.language);
    let mut stretches = Stretches::new(&mut memory, filter.line_ends);
    let mut pieces = Pieces::of(input);
    let mut line = 0;
    let failed = loop {
        let piece = match pieces.next() {
            Ok(Some(piece)) => piece,
            Ok(None) => break None,
            Err(error) => break Some(error),
        };
        stretches.push(&tidy::tidy(&piece.text).text);
        line += piece.text.chars().count();
        if piece.ends_line {
            let is_empty = piece.text.trim().is_empty();
            let is_long = std::mem::take(&mut line) > LONGEST_BROKEN_LINE;
            if (is_empty || is_long) && !stretches.may_go_on() {
                if is_empty {
                    stretches.finish_lines(LONGEST_BROKEN_LINE);
                } else if !stretches.finish_if_longer(LONGEST_BROKEN_LINE) {
                    continue;
                }
                stretches.keep_last_finds(MOST_FOUND);
            }
        }
        write_out(&mut stretches, output, &mut tally)?;
    };
    stretches.finish_lines(LONGEST_BROKEN_LINE);
    write_out(&mut stretches, output, &mut tally)?;
    match failed {
        Some(error) => Err(error),
        None => Ok(tally),
    }
}

/// Writes what is ready.
fn write_out(
    stretches: &mut Stretches<'_>,
    output: &mut dyn Write,
    tally: &mut Tally,
) -> Result<(), FilterError> {
    let ready = stretches.take();
    if !ready.text.trim().is_empty() {
        tally.count(&ready.findings);
    }
    output
        .write_all(ready.text.as_bytes())
        .map_err(FilterError::Write)
}

/// Filters records, one JSON object a line; empty lines are passed over.
///
/// Each has a memory of its own, so that as many are searched at once as there are processors. They come out in the
/// order in which they came, and nobody is kept waiting: what was read is written before more is waited for.
///
/// # Errors
///
/// If they cannot be read or written, or a line is no record. What came before is written.
pub fn records(
    input: impl BufRead,
    output: &mut dyn Write,
    filter: &Filter<'_>,
) -> Result<Tally, FilterError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut tally = Tally::default();
    let mut lines = pieces::Lines::of(input, LONGEST_RECORD);
    loop {
        let mut there = Vec::new();
        let goes_on = lines.take(&mut there);
        there.retain(|line| !line.text.trim().is_empty());
        let together = there.len().div_ceil(threads).clamp(1, TOGETHER);
        let groups: Vec<&[Line]> = there.chunks(together).collect();
        for (cleaned, failed) in in_parallel(threads, &groups, |lines| clean(lines, filter)) {
            for (written, findings) in cleaned {
                tally.count(&findings);
                output.write_all(&written).map_err(FilterError::Write)?;
            }
            failed?;
        }
        output.flush().map_err(FilterError::Write)?;
        if !goes_on? {
            return Ok(tally);
        }
    }
}

/// The records of some lines without names, up to the first that is none.
fn clean(lines: &[Line], filter: &Filter<'_>) -> (Vec<CleanedLine>, Result<(), FilterError>) {
    let mut records = Vec::with_capacity(lines.len());
    let mut failed = Ok(());
    for line in lines {
        match Record::read(&line.text) {
            Ok(record) => records.push(record),
            Err(fault) => {
                let line = line.number;
                failed = Err(FilterError::Record { line, fault });
                break;
            }
        }
    }
    let memory = |record: &Record| filter.memory(record.language.unwrap_or(filter.language));
    let memories = records.iter().map(memory).collect();
    (
        Record::clean_all(&records, memories, filter.line_ends),
        failed,
    )
}

/// What was found, in numbers, as a JSON document.
pub fn report_of(tally: &Tally) -> Vec<u8> {
    report::document(tally)
}
