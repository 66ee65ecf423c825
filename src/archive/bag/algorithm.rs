//! The checksums of manifests.

use std::fmt::Write as _;
use std::io::{self, Read};

use md5::Md5;
use sha1::Sha1;
use sha2::digest::DynDigest;
use sha2::{Sha224, Sha256, Sha384, Sha512};

/// How much is read at a time, in bytes.
const PIECE: usize = 128 * 1024;

/// A way of reckoning checksums, as the names of manifests have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    /// MD5.
    Md5,
    /// SHA-1.
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// A checksum in lower-case hexadecimal digits.
pub type Checksum = String;

impl Algorithm {
    /// All of them, the weakest first.
    pub const ALL: [Self; 6] = [
        Self::Md5,
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
    ];

    /// Its name in the names of manifests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// The algorithm of this name, in whatever spelling: `SHA-512` is `sha512`.
    pub fn named(name: &str) -> Option<Self> {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|character| character.to_ascii_lowercase())
            .collect();
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.name() == plain)
    }

    /// How many hexadecimal digits a checksum has.
    pub const fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha224 => 56,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }

    /// The checksum of these bytes.
    pub fn of(self, bytes: &[u8]) -> Checksum {
        let mut digest = self.digest();
        digest.update(bytes);
        hexadecimal(&digest.finalize())
    }

    fn digest(self) -> Box<dyn DynDigest + Send> {
        match self {
            Self::Md5 => Box::<Md5>::default(),
            Self::Sha1 => Box::<Sha1>::default(),
            Self::Sha224 => Box::<Sha224>::default(),
            Self::Sha256 => Box::<Sha256>::default(),
            Self::Sha384 => Box::<Sha384>::default(),
            Self::Sha512 => Box::<Sha512>::default(),
        }
    }
}

/// Checksums of one stream, reckoned in one reading.
pub(crate) struct Summing {
    digests: Vec<(Algorithm, Box<dyn DynDigest + Send>)>,
    length: u64,
}

impl Summing {
    /// Begins with nothing read.
    pub(crate) fn new(algorithms: &[Algorithm]) -> Self {
        let digests = algorithms.iter();
        Self {
            digests: digests
                .map(|algorithm| (*algorithm, algorithm.digest()))
                .collect(),
            length: 0,
        }
    }

    /// Takes in what comes next.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        for (_, digest) in &mut self.digests {
            digest.update(bytes);
        }
        self.length += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    }

    /// Takes in a whole stream of at most `limit` bytes; a longer one is an error.
    pub(crate) fn read(&mut self, source: &mut dyn Read, limit: u64) -> io::Result<()> {
        let mut piece = vec![0; PIECE];
        loop {
            let length = match source.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.update(piece.get(..length).unwrap_or_default());
            if self.length > limit {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
        }
    }

    /// How many bytes were taken in.
    pub(crate) const fn length(&self) -> u64 {
        self.length
    }

    /// The checksums, in the order of the algorithms.
    pub(crate) fn finish(self) -> Vec<(Algorithm, Checksum)> {
        self.digests
            .into_iter()
            .map(|(algorithm, digest)| (algorithm, hexadecimal(&digest.finalize())))
            .collect()
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing into a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_standards() {
        let of_abc = [
            (Algorithm::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Algorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                Algorithm::Sha224,
                "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
            ),
            (
                Algorithm::Sha256,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
        ];
        for (algorithm, checksum) in of_abc {
            assert_eq!(algorithm.of(b"abc"), checksum, "{algorithm:?}");
        }
        for algorithm in Algorithm::ALL {
            assert_eq!(algorithm.of(b"").len(), algorithm.digits());
        }
    }

    #[test]
    fn an_algorithm_is_known_in_any_spelling() {
        assert_eq!(Algorithm::named("SHA-512"), Some(Algorithm::Sha512));
        assert_eq!(Algorithm::named("md5"), Some(Algorithm::Md5));
        assert_eq!(Algorithm::named("blake2"), None);
    }
}
