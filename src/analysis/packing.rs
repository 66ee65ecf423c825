//! Numbers and texts one behind the other in bytes: numbers in seven bits a byte, the least first.

use time::{OffsetDateTime, UtcOffset};

/// Bytes that are not what was packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not what was packed")]
pub struct Ragged;

/// Bytes that are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Packed(pub Vec<u8>);

impl Packed {
    /// Packs a number.
    pub fn number(&mut self, number: impl Into<u64>) {
        let mut rest: u64 = number.into();
        loop {
            let low = u8::try_from(rest & 0x7f).unwrap_or(0);
            rest >>= 7;
            if rest == 0 {
                self.0.push(low);
                return;
            }
            self.0.push(low | 0x80);
        }
    }

    /// Packs a length.
    pub fn length(&mut self, length: usize) {
        self.number(u64::try_from(length).unwrap_or(u64::MAX));
    }

    /// Packs a text behind its length.
    pub fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Packs a moment with its offset.
    pub fn moment(&mut self, moment: OffsetDateTime) {
        self.0.extend(moment.unix_timestamp().to_le_bytes());
        self.number(moment.nanosecond());
        self.0.extend(moment.offset().whole_seconds().to_le_bytes());
    }
}

/// Bytes that are read.
#[derive(Debug, Clone, Copy)]
pub struct Packing<'bytes>(pub &'bytes [u8]);

impl<'bytes> Packing<'bytes> {
    /// The next number.
    ///
    /// # Errors
    ///
    /// If there is none.
    #[inline]
    pub fn number(&mut self) -> Result<u64, Ragged> {
        // Most numbers are small, and there are millions of them.
        match self.0 {
            [byte, rest @ ..] if *byte < 0x80 => {
                self.0 = rest;
                Ok(u64::from(*byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u64, Ragged> {
        let (mut number, mut shift) = (0_u64, 0);
        while shift < u64::BITS {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
        }
        Err(Ragged)
    }

    /// Passes over the next number.
    ///
    /// # Errors
    ///
    /// If there is none.
    #[inline]
    pub fn pass_number(&mut self) -> Result<(), Ragged> {
        while self.byte()? >= 0x80 {}
        Ok(())
    }

    /// The next byte.
    ///
    /// # Errors
    ///
    /// If there is none.
    #[inline]
    pub fn byte(&mut self) -> Result<u8, Ragged> {
        let (first, rest) = self.0.split_first().ok_or(Ragged)?;
        self.0 = rest;
        Ok(*first)
    }

    /// The next number, if its type holds it.
    ///
    /// # Errors
    ///
    /// If there is none, or it is too large.
    #[inline]
    pub fn small<T: TryFrom<u64>>(&mut self) -> Result<T, Ragged> {
        T::try_from(self.number()?).map_err(|_| Ragged)
    }

    /// The next text.
    ///
    /// # Errors
    ///
    /// If it is cut, or no text.
    pub fn text(&mut self) -> Result<&'bytes str, Ragged> {
        std::str::from_utf8(self.stretch()?).map_err(|_| Ragged)
    }

    /// The next moment.
    ///
    /// # Errors
    ///
    /// If there is none that a calendar knows.
    pub fn moment(&mut self) -> Result<OffsetDateTime, Ragged> {
        let seconds = i64::from_le_bytes(self.bytes()?);
        let nanosecond: u32 = self.small()?;
        let offset = i32::from_le_bytes(self.bytes()?);
        let universal = OffsetDateTime::from_unix_timestamp(seconds).ok();
        let moment = universal.and_then(|moment| moment.replace_nanosecond(nanosecond).ok());
        let offset = UtcOffset::from_whole_seconds(offset).ok();
        moment
            .zip(offset)
            .and_then(|(moment, offset)| moment.checked_to_offset(offset))
            .ok_or(Ragged)
    }

    /// The next so many bytes.
    ///
    /// # Errors
    ///
    /// If there are fewer.
    #[inline]
    pub fn bytes<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], Ragged> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or(Ragged)?;
        self.0 = rest;
        Ok(*bytes)
    }

    /// The next bytes, as many as the number before them says.
    ///
    /// # Errors
    ///
    /// If there are fewer.
    #[inline]
    pub fn stretch(&mut self) -> Result<&'bytes [u8], Ragged> {
        let length: usize = self.small()?;
        let (stretch, rest) = self.0.split_at_checked(length).ok_or(Ragged)?;
        self.0 = rest;
        Ok(stretch)
    }

    /// How many things follow; never more than there are bytes.
    ///
    /// # Errors
    ///
    /// If there is no number, or a larger one.
    pub fn count(&mut self) -> Result<usize, Ragged> {
        let count: usize = self.small()?;
        if count > self.0.len() {
            return Err(Ragged);
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_nothing_is_read_beyond_it() {
        let mut packed = Packed::default();
        for number in [0, 1, 127, 128, 300, u64::MAX] {
            packed.number(number);
        }
        packed.text("Größe");
        let mut packing = Packing(&packed.0);
        for number in [0, 1, 127, 128, 300, u64::MAX] {
            assert_eq!(packing.number().unwrap(), number);
        }
        assert_eq!(packing.text().unwrap(), "Größe");
        assert!(packing.byte().is_err());
        assert!(packing.pass_number().is_err());
        let mut packing = Packing(&packed.0);
        for _ in 0..6 {
            packing.pass_number().unwrap();
        }
        assert_eq!(packing.text().unwrap(), "Größe");
        assert!(Packing(&[0xff; 11]).number().is_err());
        assert!(Packing(&[200, 1, b'x']).text().is_err());
    }
}
