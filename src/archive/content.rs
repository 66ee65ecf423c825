//! What goes to a target or comes from it: bytes that are known by length and checksum, in memory if they are few, else
//! in a temporary file that has no name and goes with the program.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use tempfile::{SpooledData, SpooledTempFile};

use super::bag::{Algorithm, Checksum, Summing};

/// How many bytes are kept in memory.
const IN_MEMORY: usize = 1024 * 1024;

/// Bytes with their length and checksum. They do not change any more.
pub struct Content {
    bytes: Bytes,
    length: u64,
    checksum: Checksum,
}

enum Bytes {
    Memory(Vec<u8>),
    File(File),
}

/// Content that is being written.
pub struct Filling(SpooledTempFile);

impl Content {
    /// The content that is these bytes.
    pub fn of(bytes: Vec<u8>) -> Self {
        Self {
            length: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            checksum: Algorithm::Sha512.of(&bytes),
            bytes: Bytes::Memory(bytes),
        }
    }

    /// How many bytes there are.
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// SHA-512 of the bytes.
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// The bytes from their beginning. Two readers at once would disturb each other.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn reader(&self) -> io::Result<Reader<'_>> {
        Ok(match &self.bytes {
            Bytes::Memory(bytes) => Reader::Memory(Cursor::new(bytes)),
            Bytes::File(file) => {
                let mut file = file;
                file.seek(SeekFrom::Start(0))?;
                Reader::File(file)
            }
        })
    }

    /// All bytes.
    ///
    /// # Errors
    ///
    /// If they cannot be read, or are more than `limit`.
    pub fn read_all(&self, limit: u64) -> io::Result<Vec<u8>> {
        if self.length > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::new();
        self.reader()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Reads content.
pub enum Reader<'content> {
    /// In memory.
    Memory(Cursor<&'content Vec<u8>>),
    /// In a file.
    File(&'content File),
}

impl Read for Reader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Memory(bytes) => bytes.read(into),
            Self::File(file) => file.read(into),
        }
    }
}

impl Seek for Reader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::Memory(bytes) => bytes.seek(to),
            Self::File(file) => file.seek(to),
        }
    }
}

impl Filling {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(SpooledTempFile::new(IN_MEMORY))
    }

    /// The content that was written.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn finish(self) -> io::Result<Content> {
        let mut file = match self.0.into_inner() {
            SpooledData::InMemory(bytes) => return Ok(Content::of(bytes.into_inner())),
            SpooledData::OnDisk(file) => file,
        };
        file.seek(SeekFrom::Start(0))?;
        let mut summing = Summing::new(&[Algorithm::Sha512]);
        summing.read(&mut file, u64::MAX)?;
        let length = summing.length();
        let checksum = summing.finish().pop().map(|(_, checksum)| checksum);
        Ok(Content {
            bytes: Bytes::File(file),
            length,
            checksum: checksum.unwrap_or_default(),
        })
    }
}

impl Default for Filling {
    fn default() -> Self {
        Self::new()
    }
}

impl Write for Filling {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Seek for Filling {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Content({} bytes)", self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_the_same_in_memory_and_in_a_file() {
        for length in [0, 10, IN_MEMORY, IN_MEMORY + 1] {
            let bytes = vec![7_u8; length];
            let mut filling = Filling::new();
            filling.write_all(&bytes).unwrap();
            let filled = filling.finish().unwrap();
            let given = Content::of(bytes.clone());
            assert_eq!(filled.checksum(), given.checksum());
            assert_eq!(filled.length(), given.length());
            // It can be read again.
            for _ in 0..2 {
                assert_eq!(filled.read_all(u64::MAX).unwrap(), bytes);
            }
        }
    }
}
