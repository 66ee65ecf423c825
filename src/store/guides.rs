//! Guides as files: read whole, held against their rules, every fault with its place.
//!
//! Keeps out: the rules, which are in [`crate::guide`], and the words for what is wrong.

mod built_in;
mod further;
pub(crate) mod import;
mod locate;
mod source;
mod syntax;

#[cfg(test)]
mod tests;

use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::disk::open_to_read;
use crate::guide::{self, Guide, Severity};
use crate::store::format::guide_v1;
use crate::store::ron_text::{
    BYTE_ORDER_MARK, Place, Version, declared_version, place_of, unclosed_comment,
};

pub use crate::store::format::guide_v1::VERSION;
pub use built_in::{BUILT_IN, BuiltIn};
pub use further::{MOST as MOST_FURTHER, further_faults};
pub use locate::Located;
pub use source::source_of;
pub use syntax::{Expected, SyntaxFault};

/// The largest guide that is read, in bytes. The shipped ones have less than a tenth of it.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// The longest name of a guide, in characters.
pub const LONGEST_ID: usize = 64;

/// Why a guide cannot be used.
///
/// Says where in the file, never in which file: that the caller knows.
#[derive(Debug, Error)]
pub enum GuideError {
    /// The file cannot be read.
    #[error("cannot read the guide {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The stem of the file cannot be the id of a guide.
    #[error("the file name of a guide must be 1 to {LONGEST_ID} letters, digits, `-` and `_`")]
    Name,
    /// The file is larger than [`LARGEST`].
    #[error("the guide is larger than {LARGEST} bytes; a guide holds texts only")]
    TooLarge,
    /// The bytes are not UTF-8.
    #[error("the guide is not UTF-8 at {place}; save it as UTF-8")]
    NotUtf8 {
        /// Where the first wrong byte stands.
        place: Place,
    },
    /// The first field is not `version`.
    #[error(
        "the guide has no version at {place}; its first field must be `version: {}`",
        guide_v1::VERSION
    )]
    VersionMissing {
        /// Where it should stand.
        place: Place,
    },
    /// The version is no number that a guide ever had.
    #[error(
        "the guide has no valid version at {place}; write `version: {}`",
        guide_v1::VERSION
    )]
    VersionInvalid {
        /// Where it stands.
        place: Place,
    },
    /// The version is later than the program.
    #[error(
        "the guide has version {found} at {place} and this program reads up to {}; use a newer program",
        guide_v1::VERSION
    )]
    VersionNewer {
        /// The version.
        found: u32,
        /// Where it stands.
        place: Place,
    },
    /// It cannot be read as RON, or not as a guide; the first such fault.
    #[error("the guide cannot be understood at {place}: {fault}")]
    Syntax {
        /// Where it was noticed.
        place: Place,
        /// What is wrong.
        fault: SyntaxFault,
    },
    /// It can be read, and at least one of these faults is an error.
    #[error("the guide has {} faults", .0.len())]
    Meaning(Vec<Located>),
}

impl GuideError {
    /// Where in the file it is, if it is at one place.
    pub const fn place(&self) -> Option<Place> {
        match self {
            Self::NotUtf8 { place }
            | Self::VersionMissing { place }
            | Self::VersionInvalid { place }
            | Self::VersionNewer { place, .. }
            | Self::Syntax { place, .. } => Some(*place),
            Self::Read { .. } | Self::Name | Self::TooLarge | Self::Meaning(_) => None,
        }
    }
}

/// Reads the guide of a file, whose stem is its id.
///
/// A guide that is byte for byte a built-in one is not held against the rules again.
///
/// # Errors
///
/// All that is wrong with it; what is only a warning does not keep it from being used.
pub fn load(path: &Path) -> Result<Guide, GuideError> {
    let id = id_of(path)?;
    let is_in = |built_in: &&BuiltIn| is_copy(path, built_in.source.as_bytes()).unwrap_or(false);
    if let Some(built_in) = BUILT_IN.iter().find(is_in) {
        return built_in.guide(&id);
    }
    parse(&id, &read(path)?).map(|(guide, _)| guide)
}

/// Whether a file holds just this. It is not taken into memory for that: a study has its own copies of the guides.
fn is_copy(path: &Path, source: &[u8]) -> io::Result<bool> {
    let file = open_to_read(path)?;
    let is_as_long =
        |length: u64| usize::try_from(length).is_ok_and(|length| length == source.len());
    if !is_as_long(file.metadata()?.len()) {
        return Ok(false);
    }
    let mut rest = source;
    let mut reader = BufReader::new(file);
    loop {
        let read = reader.fill_buf()?;
        if read.is_empty() {
            return Ok(rest.is_empty());
        }
        match rest.strip_prefix(read) {
            Some(behind) => rest = behind,
            None => return Ok(false),
        }
        let taken = read.len();
        reader.consume(taken);
    }
}

/// Reads a guide and holds it against its rules.
///
/// The second value are the warnings.
///
/// # Errors
///
/// All that is wrong with it.
pub fn parse(id: &str, bytes: &[u8]) -> Result<(Guide, Vec<Located>), GuideError> {
    let (source, converted) = convert(id, bytes)?;
    let mut faults = converted.faults;
    faults.extend(guide::validate(&converted.guide));
    let located = locate::locate(source, faults);
    if located
        .iter()
        .any(|located| located.severity() == Severity::Error)
    {
        return Err(GuideError::Meaning(located));
    }
    Ok((converted.guide, located))
}

/// Reads a guide that is known to keep its rules, which spares the check of them.
///
/// # Errors
///
/// If it cannot be read at all.
pub fn parse_trusted(id: &str, bytes: &[u8]) -> Result<Guide, GuideError> {
    convert(id, bytes).map(|(_, converted)| converted.guide)
}

/// The bytes of a guide's file, if they are not absurdly many.
///
/// # Errors
///
/// If it cannot be read or is larger than [`LARGEST`].
pub fn read(path: &Path) -> Result<Vec<u8>, GuideError> {
    let attempt = || {
        let mut bytes = Vec::new();
        // One byte more than is allowed tells a file that is too large from one that just fits.
        open_to_read(path)?
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    attempt().map_err(|source| GuideError::Read {
        path: path.to_owned(),
        source,
    })
}

/// The id of the guide in a file: its stem.
///
/// # Errors
///
/// If the stem cannot be an id.
pub fn id_of(path: &Path) -> Result<String, GuideError> {
    path.file_stem()
        .and_then(|stem| stem.to_str())
        .filter(|stem| is_id(stem))
        .map(str::to_owned)
        .ok_or(GuideError::Name)
}

/// Whether something can be the id of a guide, which is the stem of its file and so leads out of no folder.
pub fn is_id(id: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    (1..=LONGEST_ID).contains(&id.chars().count()) && id.chars().all(fits)
}

/// Reads a guide as far as its type goes.
fn convert<'bytes>(
    id: &str,
    bytes: &'bytes [u8],
) -> Result<(&'bytes str, guide_v1::Converted), GuideError> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(GuideError::TooLarge);
    }
    let source = text_of(bytes)?;
    check_version(source)?;
    let unmarked = source.strip_prefix(BYTE_ORDER_MARK).unwrap_or(source);
    let file = guide_v1::read(unmarked).map_err(|error| syntax::fault(source, error))?;
    let origin = guide_v1::Origin {
        id: id.to_owned(),
        digest: digest(bytes),
    };
    Ok((source, file.convert(origin)))
}

fn text_of(bytes: &[u8]) -> Result<&str, GuideError> {
    str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let place = place_of(&String::from_utf8_lossy(valid), valid.len());
        GuideError::NotUtf8 { place }
    })
}

fn check_version(source: &str) -> Result<(), GuideError> {
    let place = |offset| place_of(source, offset);
    match declared_version(source) {
        Version::Declared(VERSION, _) => Ok(()),
        Version::Declared(found, span) if found > VERSION => Err(GuideError::VersionNewer {
            found,
            place: place(span.start),
        }),
        Version::Declared(_, span) | Version::Unreadable(span) => Err(GuideError::VersionInvalid {
            place: place(span.start),
        }),
        // What stands in a comment without end is not missing, it is only not seen.
        Version::Missing(_) if let Some(comment) = unclosed_comment(source) => {
            Err(GuideError::Syntax {
                place: place(comment),
                fault: SyntaxFault::Expected(Expected::CommentEnd),
            })
        }
        Version::Missing(span) => Err(GuideError::VersionMissing {
            place: place(span.start),
        }),
    }
}

/// SHA-256 as lower-case hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    use std::fmt::Write;

    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut digits, byte| {
            // Writing to a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}
