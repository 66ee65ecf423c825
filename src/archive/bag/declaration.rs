//! `bagit.txt`: the version of a bag and the encoding of its tag files.

use super::Fault;

/// The version of the format that a bag is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    major: u32,
    minor: u32,
}

impl Version {
    /// The version of RFC 8493.
    pub const ONE: Self = Self { major: 1, minor: 0 };

    /// Whether there is such a version.
    const fn is_known(self) -> bool {
        matches!((self.major, self.minor), (0, 93..=97) | (1, 0))
    }

    fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let number = |digits: &str| {
            let is_plain = (1..=4).contains(&digits.len())
                && digits.bytes().all(|digit| digit.is_ascii_digit());
            is_plain.then(|| digits.parse().ok()).flatten()
        };
        Some(Self {
            major: number(major)?,
            minor: number(minor)?,
        })
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

/// The encoding of tag files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8, and ASCII with it.
    Utf8,
    /// UTF-16 with a byte order mark, big endian without one.
    Utf16,
    /// UTF-16, little endian.
    Utf16Little,
    /// ISO 8859-1.
    Latin1,
}

impl Encoding {
    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_uppercase().as_str() {
            "UTF-8" | "UTF8" | "US-ASCII" | "ASCII" => Some(Self::Utf8),
            "UTF-16" | "UTF16" | "UTF-16BE" => Some(Self::Utf16),
            "UTF-16LE" => Some(Self::Utf16Little),
            "ISO-8859-1" | "ISO_8859-1" | "LATIN1" => Some(Self::Latin1),
            _ => None,
        }
    }

    /// The text of a tag file, without a byte order mark; nothing if it is not in this encoding.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => {
                let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                String::from_utf8(plain.to_vec()).ok()
            }
            Self::Latin1 => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
            Self::Utf16 => match bytes {
                [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
                [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
                _ => utf16(bytes, u16::from_be_bytes),
            },
            Self::Utf16Little => {
                let plain = bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes);
                utf16(plain, u16::from_le_bytes)
            }
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    char::decode_utf16(units.iter().map(|pair| unit(*pair)))
        .collect::<Result<String, _>>()
        .ok()
}

/// What `bagit.txt` says.
///
/// Version 1.0 takes it literally; before, blanks around the colon were allowed.
pub(super) fn declaration(bytes: &[u8]) -> Result<(Version, Encoding), Fault> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(Fault::ByteOrderMark);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::BadDeclaration)?;
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(first), Some(second), None) = (lines.next(), lines.next(), lines.next()) else {
        return Err(Fault::BadDeclaration);
    };
    let version = labelled(first, "BagIt-Version")?;
    let encoding = labelled(second, "Tag-File-Character-Encoding")?;
    let read = Version::parse(version.trim()).ok_or(Fault::BadDeclaration)?;
    if !read.is_known() {
        return Err(Fault::UnknownVersion(read.to_string()));
    }
    let is_literal = first == format!("BagIt-Version: {read}")
        && second == format!("Tag-File-Character-Encoding: {}", encoding.trim());
    if read >= Version::ONE && !is_literal {
        return Err(Fault::BadDeclaration);
    }
    let encoding = encoding.trim();
    let known =
        Encoding::named(encoding).ok_or_else(|| Fault::UnknownEncoding(encoding.to_owned()))?;
    Ok((read, known))
}

fn labelled<'line>(line: &'line str, label: &str) -> Result<&'line str, Fault> {
    let (found, value) = line.split_once(':').ok_or(Fault::BadDeclaration)?;
    if found.trim_end() != label {
        return Err(Fault::BadDeclaration);
    }
    Ok(value)
}
