//! Text from outside: at most so long, and UTF-8.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::store::ron_text::{Place, place_of};

/// Why a text cannot be used. Never holds any of it.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// It cannot be read.
    #[error("cannot read the text")]
    Read(#[source] io::Error),
    /// It is longer than this many bytes.
    #[error("the text is longer than {0} bytes")]
    TooLong(u64),
    /// It is not UTF-8.
    #[error("the text is not UTF-8 at {0}")]
    NotUtf8(Place),
}

/// Reads a text of at most so many bytes. It may hold names, so what is read is wiped when it is dropped.
///
/// # Errors
///
/// If it cannot be read, is longer, or is not UTF-8.
pub fn read(from: impl Read, most: u64) -> Result<Zeroizing<String>, InputError> {
    let mut bytes = Zeroizing::new(Vec::new());
    // One byte more than is allowed tells a text that is too long from one that just fits.
    from.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(InputError::Read)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(InputError::TooLong(most));
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let before = Zeroizing::new(String::from_utf8_lossy(valid).into_owned());
            Err(InputError::NotUtf8(place_of(&before, before.len())))
        }
    }
}

/// Reads the text of a file.
///
/// # Errors
///
/// If it cannot be read, is longer than `most` bytes, or is not UTF-8.
pub fn read_file(path: &Path, most: u64) -> Result<Zeroizing<String>, InputError> {
    read(File::open(path).map_err(InputError::Read)?, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_just_fits_is_read() {
        assert_eq!(read("Grösse".as_bytes(), 7).unwrap().as_str(), "Grösse");
        let longer = read("Grösse".as_bytes(), 6);
        assert!(matches!(longer, Err(InputError::TooLong(6))));
    }

    #[test]
    fn the_first_byte_that_is_not_utf8_has_a_place() {
        let Err(InputError::NotUtf8(place)) = read(&b"eins\nzw\xc3\xb6\xff"[..], 100) else {
            panic!("it is not UTF-8");
        };
        assert_eq!((place.line, place.column), (2, 4));
    }
}
