//! Numbers and texts one behind the other in bytes: numbers in seven bits a byte, the least first.

use time::{OffsetDateTime, UtcOffset};

use super::IndexError;

/// Bytes that are written.
#[derive(Debug, Default)]
pub(super) struct Packed(pub(super) Vec<u8>);

impl Packed {
    pub(super) fn number(&mut self, number: impl Into<u64>) {
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

    pub(super) fn length(&mut self, length: usize) {
        self.number(u64::try_from(length).unwrap_or(u64::MAX));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(super) fn moment(&mut self, moment: OffsetDateTime) {
        self.0.extend(moment.unix_timestamp().to_le_bytes());
        self.number(moment.nanosecond());
        self.0.extend(moment.offset().whole_seconds().to_le_bytes());
    }
}

/// Bytes that are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packing<'bytes>(pub(super) &'bytes [u8]);

impl<'bytes> Packing<'bytes> {
    #[inline]
    pub(super) fn number(&mut self) -> Result<u64, IndexError> {
        // Most numbers are small, and there are millions of them.
        match self.0 {
            [byte, rest @ ..] if *byte < 0x80 => {
                self.0 = rest;
                Ok(u64::from(*byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u64, IndexError> {
        let (mut number, mut shift) = (0_u64, 0);
        while shift < u64::BITS {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
        }
        Err(IndexError::Damaged)
    }

    pub(super) fn byte(&mut self) -> Result<u8, IndexError> {
        let (first, rest) = self.0.split_first().ok_or(IndexError::Damaged)?;
        self.0 = rest;
        Ok(*first)
    }

    pub(super) fn small<T: TryFrom<u64>>(&mut self) -> Result<T, IndexError> {
        T::try_from(self.number()?).map_err(|_| IndexError::Damaged)
    }

    pub(super) fn text(&mut self) -> Result<&'bytes str, IndexError> {
        let length: usize = self.small()?;
        let (text, rest) = self.0.split_at_checked(length).ok_or(IndexError::Damaged)?;
        self.0 = rest;
        std::str::from_utf8(text).map_err(|_| IndexError::Damaged)
    }

    pub(super) fn moment(&mut self) -> Result<OffsetDateTime, IndexError> {
        let seconds = i64::from_le_bytes(self.bytes()?);
        let nanosecond: u32 = self.small()?;
        let offset = i32::from_le_bytes(self.bytes()?);
        let universal = OffsetDateTime::from_unix_timestamp(seconds).ok();
        let moment = universal.and_then(|moment| moment.replace_nanosecond(nanosecond).ok());
        let offset = UtcOffset::from_whole_seconds(offset).ok();
        moment
            .zip(offset)
            .and_then(|(moment, offset)| moment.checked_to_offset(offset))
            .ok_or(IndexError::Damaged)
    }

    fn bytes<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], IndexError> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or(IndexError::Damaged)?;
        self.0 = rest;
        Ok(*bytes)
    }

    /// How many things follow; never more than there are bytes.
    pub(super) fn count(&mut self) -> Result<usize, IndexError> {
        let count: usize = self.small()?;
        if count > self.0.len() {
            return Err(IndexError::Damaged);
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
        assert!(Packing(&[0xff; 11]).number().is_err());
        assert!(Packing(&[200, 1, b'x']).text().is_err());
    }
}
