//! Which content a file had when it was read.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The content of a file, told by length and digest. Times are left out: copying and syncing change them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    length: usize,
    digest: [u8; 32],
}

impl Revision {
    /// The revision of this content.
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len(),
            digest: Sha256::digest(bytes).into(),
        }
    }
}

/// Something that is no revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a revision is the length of a file and the SHA-256 of its content, such as 12-e3b0…")]
pub struct RevisionError;

impl fmt::Display for Revision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-", self.length)?;
        let mut bytes = self.digest.iter();
        bytes.try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl FromStr for Revision {
    type Err = RevisionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (length, digits) = text.split_once('-').ok_or(RevisionError)?;
        if digits.len() != 64 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(RevisionError);
        }
        let mut digest = [0; 32];
        for (index, byte) in digest.iter_mut().enumerate() {
            let pair = digits.get(2 * index..2 * index + 2).ok_or(RevisionError)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| RevisionError)?;
        }
        let length = length.parse().map_err(|_| RevisionError)?;
        Ok(Self { length, digest })
    }
}

/// What must be in a place before it is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Whatever it is.
    Anything,
    /// Nothing: what is there stays.
    Nothing,
    /// This content, or nothing any more: another content stays.
    Content(Revision),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_is_read_as_it_was_written() {
        let revision = Revision::of(b"A-1");
        let text = revision.to_string();
        assert_eq!(text.parse(), Ok(revision));
        for wrong in [
            "",
            "3",
            "3-",
            &text.replace('3', "x"),
            &format!("{text}0"),
            "3-ü",
        ] {
            assert_eq!(wrong.parse::<Revision>(), Err(RevisionError), "{wrong}");
        }
    }
}
