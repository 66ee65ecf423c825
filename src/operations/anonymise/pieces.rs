//! Reads a text a piece at a time, however long its lines are.

use std::io::{BufRead, ErrorKind, Read};

use zeroize::Zeroizing;

use super::FilterError;

/// The longest piece of a line that is read at once, in bytes.
const PIECE: u64 = 2048;

/// A line with its end, or a part of a long one.
pub(super) struct Piece {
    pub(super) text: Zeroizing<String>,
    /// Whether its line ends with it.
    pub(super) ends_line: bool,
}

/// The pieces of a text.
pub(super) struct Pieces<R> {
    input: R,
    line: usize,
    /// What was read and belongs to the next piece: the beginning of a character, or of a line end.
    rest: Zeroizing<Vec<u8>>,
}

impl<R: BufRead> Pieces<R> {
    pub(super) fn of(input: R) -> Self {
        Self {
            input,
            line: 1,
            rest: Zeroizing::default(),
        }
    }

    /// The next piece; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, FilterError> {
        let mut bytes = std::mem::take(&mut self.rest);
        let read = (&mut self.input)
            .take(PIECE)
            .read_until(b'\n', &mut bytes)
            .map_err(FilterError::Read)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let ends_line = bytes.ends_with(b"\n");
        if !ends_line && read > 0 {
            let whole = whole_characters(&bytes);
            self.rest.extend(bytes.drain(whole..));
        }
        let text = utf8(bytes).ok_or(FilterError::NotUtf8 { line: self.line })?;
        self.line += usize::from(ends_line);
        Ok(Some(Piece { text, ends_line }))
    }
}

/// How many bytes are whole characters. A carriage return at the end waits for what follows it.
fn whole_characters(bytes: &[u8]) -> usize {
    let valid = match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    let returns = bytes.iter().take(valid).rev();
    valid - returns.take_while(|byte| **byte == b'\r').count().min(1)
}

fn utf8(mut bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<String>> {
    match String::from_utf8(std::mem::take(&mut bytes)) {
        Ok(text) => Some(Zeroizing::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            None
        }
    }
}

/// A line without its end.
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    pub(super) text: Zeroizing<String>,
}

/// The lines of a text, none longer than a bound.
pub(super) struct Lines<R> {
    input: R,
    longest: usize,
    /// How many lines came.
    number: usize,
    /// The beginning of the next one.
    begun: Zeroizing<Vec<u8>>,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn of(input: R, longest: usize) -> Self {
        Self {
            input,
            longest,
            number: 0,
            begun: Zeroizing::default(),
        }
    }

    /// Takes the lines that are there, and waits only for the first of them; `false` if they were the last.
    ///
    /// Of what cannot be read the lines before it are taken.
    pub(super) fn take(&mut self, lines: &mut Vec<Line>) -> Result<bool, FilterError> {
        loop {
            let there = match self.input.fill_buf() {
                Ok(there) => there,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(FilterError::Read(error)),
            };
            let length = there.len();
            if length == 0 {
                if !self.begun.is_empty() {
                    lines.push(finish(&mut self.begun, &mut self.number, self.longest)?);
                }
                return Ok(false);
            }
            for piece in there.split_inclusive(|byte| *byte == b'\n') {
                self.begun.extend_from_slice(piece);
                // A longer line is told from one that just fits by what comes behind: its end has two bytes at most.
                if piece.ends_with(b"\n") || self.begun.len() > self.longest + 2 {
                    lines.push(finish(&mut self.begun, &mut self.number, self.longest)?);
                }
            }
            self.input.consume(length);
            if !lines.is_empty() {
                return Ok(true);
            }
        }
    }
}

/// Makes a line of these bytes.
fn finish(
    begun: &mut Zeroizing<Vec<u8>>,
    number: &mut usize,
    longest: usize,
) -> Result<Line, FilterError> {
    let mut bytes = std::mem::take(begun);
    *number += 1;
    let number = *number;
    if bytes.ends_with(b"\n") {
        bytes.pop();
    }
    if bytes.ends_with(b"\r") {
        bytes.pop();
    }
    if bytes.len() > longest {
        return Err(FilterError::TooLong { line: number });
    }
    let mut text = utf8(bytes).ok_or(FilterError::NotUtf8 { line: number })?;
    if number == 1 && text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    Ok(Line { number, text })
}
