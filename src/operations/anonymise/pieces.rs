//! Reads a text a piece at a time, however long its lines are.

use std::io::{BufRead, Read};

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

/// The lines of a text, none longer than a bound.
pub(super) struct Lines<R> {
    input: R,
    longest: usize,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn of(input: R, longest: usize) -> Self {
        Self {
            input,
            longest,
            number: 0,
        }
    }

    /// The number of the line that was read last, from 1.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The next line without its end; nothing at the end of the text.
    pub(super) fn next(&mut self) -> Result<Option<Zeroizing<String>>, FilterError> {
        let mut bytes = Zeroizing::new(Vec::new());
        // A longer line is told from one that just fits by what comes behind: its end has two bytes at most.
        let most = u64::try_from(self.longest).unwrap_or(u64::MAX);
        (&mut self.input)
            .take(most.saturating_add(3))
            .read_until(b'\n', &mut bytes)
            .map_err(FilterError::Read)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        if bytes.ends_with(b"\n") {
            bytes.pop();
        }
        if bytes.ends_with(b"\r") {
            bytes.pop();
        }
        let line = self.number;
        if bytes.len() > self.longest {
            return Err(FilterError::TooLong { line });
        }
        let mut text = utf8(bytes).ok_or(FilterError::NotUtf8 { line })?;
        if line == 1 && text.starts_with('\u{FEFF}') {
            text.remove(0);
        }
        Ok(Some(text))
    }
}
