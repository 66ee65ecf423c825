//! The files of a catalogue: entries, tombstones, both sealed, and what says what a target is. JSON, version 1.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::super::target::random_number;
use super::super::{Content, Digest, SealError, Sealing};
use super::LARGEST;

/// The version of these files.
const VERSION: u32 = 1;

/// What is said of one package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The session.
    pub session: String,
    /// The number of its state in the archive, from 1.
    pub revision: u32,
    /// The digest of the package.
    pub digest: Digest,
    /// The name of the package's file.
    pub package: String,
    /// How many bytes that has.
    pub bytes: u64,
    /// SHA-512 of that.
    pub checksum: String,
    /// The level of what is in it.
    pub level: String,
    /// Whether the session is made up.
    pub invented: bool,
    /// Whether the interviewee has not yet approved the text.
    pub pending: bool,
    /// How often text was struck from the session.
    pub struck: u32,
    /// The guide: id, version, digest.
    pub guide: GuideFields,
}

/// The guide of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideFields {
    /// Its id.
    pub id: String,
    /// The version that its author gave it.
    pub version: String,
    /// SHA-256 of its file.
    pub digest: String,
}

/// What stands in place of a package that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// The session.
    pub session: String,
    /// The number of its state in the archive.
    pub revision: u32,
    /// The digest of the package.
    pub digest: Digest,
    /// Why it was taken back.
    pub why: Why,
}

/// Why a package was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The interviewee or the project wanted it.
    Withdrawn,
    /// Text was struck, and a later state without it took its place.
    Superseded,
}

/// Who can read a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    /// The project alone.
    Project,
    /// Others too.
    Others,
}

/// What tells an archive from every other one, under whatever name or address it is reached: drawn when it is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveId(u128);

/// What a target is. It holds either invented sessions or real ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which archive it is; nothing in one that was set up before archives were told apart.
    pub id: Option<ArchiveId>,
    /// Whether its sessions are made up.
    pub invented: bool,
    /// Who can read it.
    pub readers: Readers,
    /// Whether its packages are sealed.
    pub sealed: bool,
}

/// Why a file of a catalogue cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// It is none of these files, or damaged.
    #[error("it is no file of the program")]
    Unknown,
    /// A later version of the program wrote it.
    #[error("a later version of the program wrote it (version {0})")]
    Newer(u32),
    /// It is sealed and cannot be opened.
    #[error(transparent)]
    Seal(#[from] SealError),
}

/// A file of the catalogue.
#[derive(Debug)]
pub(in crate::archive) enum Stored {
    Entry(Box<Entry>),
    Tombstone(Tombstone),
    Sealed(SealedFile),
}

/// A file of the catalogue that is sealed. The name of the package says nothing, and tells whether two are the same.
#[derive(Debug)]
pub(in crate::archive) struct SealedFile {
    pub package: String,
    sealed: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "format", deny_unknown_fields)]
enum File {
    #[serde(rename = "leitfaden.archive-entry")]
    Entry {
        version: u32,
        session: String,
        revision: u32,
        digest: String,
        package: String,
        bytes: u64,
        sha512: String,
        level: String,
        invented: bool,
        pending: bool,
        struck: u32,
        guide: GuideFields,
    },
    #[serde(rename = "leitfaden.archive-tombstone")]
    Tombstone {
        version: u32,
        session: String,
        revision: u32,
        digest: String,
        why: Why,
    },
    #[serde(rename = "leitfaden.archive-sealed")]
    Sealed {
        version: u32,
        package: String,
        sealed: String,
    },
    #[serde(rename = "leitfaden.archive")]
    Archive {
        version: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        invented: bool,
        readers: Readers,
        sealed: bool,
    },
}

/// Only the version, to tell a later file from a damaged one.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl File {
    fn read(content: &Content) -> Result<Self, FileFault> {
        let bytes = content.read_all(LARGEST).map_err(|_| FileFault::Unknown)?;
        let versioned: Versioned =
            serde_json::from_slice(&bytes).map_err(|_| FileFault::Unknown)?;
        if versioned.version != VERSION {
            return Err(FileFault::Newer(versioned.version));
        }
        serde_json::from_slice(&bytes).map_err(|_| FileFault::Unknown)
    }

    fn write(&self) -> Vec<u8> {
        // None of the values can fail to be written.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

impl Entry {
    /// The file.
    pub(in crate::archive) fn write(&self) -> Vec<u8> {
        let entry = self.clone();
        let file = File::Entry {
            version: VERSION,
            session: entry.session,
            revision: entry.revision,
            digest: entry.digest.to_string(),
            package: entry.package,
            bytes: entry.bytes,
            sha512: entry.checksum,
            level: entry.level,
            invented: entry.invented,
            pending: entry.pending,
            struck: entry.struck,
            guide: entry.guide,
        };
        file.write()
    }
}

impl Tombstone {
    /// The file.
    pub(in crate::archive) fn write(&self) -> Vec<u8> {
        let file = File::Tombstone {
            version: VERSION,
            session: self.session.clone(),
            revision: self.revision,
            digest: self.digest.to_string(),
            why: self.why,
        };
        file.write()
    }
}

impl ArchiveId {
    /// One that no other archive has.
    pub(super) fn draw() -> Self {
        Self(random_number())
    }
}

impl fmt::Display for ArchiveId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl FromStr for ArchiveId {
    type Err = FileFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_plain = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| is_plain);
        number.map(Self).ok_or(FileFault::Unknown)
    }
}

impl Mark {
    /// Whether it takes the same, whichever archive it is.
    pub fn takes_the_same(&self, other: &Self) -> bool {
        *self
            == Self {
                id: self.id,
                ..*other
            }
    }

    pub(super) fn read(content: &Content) -> Result<Self, FileFault> {
        match File::read(content)? {
            File::Archive {
                id,
                invented,
                readers,
                sealed,
                ..
            } => Ok(Self {
                id: id.as_deref().map(str::parse).transpose()?,
                invented,
                readers,
                sealed,
            }),
            _ => Err(FileFault::Unknown),
        }
    }

    pub(super) fn write(self) -> Vec<u8> {
        let file = File::Archive {
            version: VERSION,
            id: self.id.map(|id| id.to_string()),
            invented: self.invented,
            readers: self.readers,
            sealed: self.sealed,
        };
        file.write()
    }
}

impl Stored {
    pub(in crate::archive) fn read(content: &Content) -> Result<Self, FileFault> {
        match File::read(content)? {
            File::Entry {
                session,
                revision,
                digest,
                package,
                bytes,
                sha512,
                level,
                invented,
                pending,
                struck,
                guide,
                ..
            } => Ok(Self::Entry(Box::new(Entry {
                session,
                revision,
                digest: digest.parse().map_err(|_| FileFault::Unknown)?,
                package: plain_name(package)?,
                bytes,
                checksum: sha512,
                level,
                invented,
                pending,
                struck,
                guide,
            }))),
            File::Tombstone {
                session,
                revision,
                digest,
                why,
                ..
            } => Ok(Self::Tombstone(Tombstone {
                session,
                revision,
                digest: digest.parse().map_err(|_| FileFault::Unknown)?,
                why,
            })),
            File::Sealed {
                package, sealed, ..
            } => Ok(Self::Sealed(SealedFile {
                package: plain_name(package)?,
                sealed: STANDARD.decode(sealed).map_err(|_| FileFault::Unknown)?,
            })),
            File::Archive { .. } => Err(FileFault::Unknown),
        }
    }
}

/// The name of a file in a folder, which comes from outside and must lead nowhere else.
fn plain_name(name: String) -> Result<String, FileFault> {
    let is_plain = (1..=64).contains(&name.len())
        && !name.starts_with('.')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    if is_plain {
        Ok(name)
    } else {
        Err(FileFault::Unknown)
    }
}

impl SealedFile {
    pub(super) fn seal(
        content: &Content,
        package: &str,
        sealing: &Sealing,
    ) -> Result<Self, SealError> {
        Ok(Self {
            package: package.to_owned(),
            sealed: sealing.seal(content)?.read_all(LARGEST)?,
        })
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let file = File::Sealed {
            version: VERSION,
            package: self.package.clone(),
            sealed: STANDARD.encode(&self.sealed),
        };
        file.write()
    }

    fn open(&self, sealing: &Sealing) -> Result<Stored, FileFault> {
        let opened = sealing.open(&Content::of(self.sealed.clone()), LARGEST)?;
        Stored::read(&opened)
    }

    pub(super) fn open_entry(&self, sealing: &Sealing) -> Result<Entry, FileFault> {
        match self.open(sealing)? {
            Stored::Entry(entry) if entry.package == self.package => Ok(*entry),
            _ => Err(FileFault::Unknown),
        }
    }

    pub(super) fn open_tombstone(&self, sealing: &Sealing) -> Result<Tombstone, FileFault> {
        match self.open(sealing)? {
            Stored::Tombstone(tombstone) => Ok(tombstone),
            _ => Err(FileFault::Unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::GuideSum;

    fn entry() -> Entry {
        Entry {
            session: "A-1".to_owned(),
            revision: 2,
            digest: Digest::of(b"{}", &GuideSum::of(b""), None).unwrap(),
            package: "ab12.zip".to_owned(),
            bytes: 7,
            checksum: "c".repeat(128),
            level: "archive".to_owned(),
            invented: false,
            pending: false,
            struck: 1,
            guide: GuideFields {
                id: "g".to_owned(),
                version: "1".to_owned(),
                digest: "d".to_owned(),
            },
        }
    }

    #[test]
    fn an_entry_is_read_as_it_was_written() {
        let written = Content::of(entry().write());
        let Ok(Stored::Entry(read)) = Stored::read(&written) else {
            panic!("no entry");
        };
        assert_eq!(*read, entry());
    }

    #[test]
    fn a_later_version_is_told_from_a_damaged_file() {
        let text = String::from_utf8(entry().write()).unwrap();
        let later = text.replace("\"version\":1,\"session\"", "\"version\":9,\"session\"");
        let read = |text: &str| Stored::read(&Content::of(text.as_bytes().to_vec()));
        assert!(matches!(read(&later), Err(FileFault::Newer(9))));
        for damaged in ["", "{}", "[1]", &text.replace("revision", "revised")] {
            assert!(
                matches!(read(damaged), Err(FileFault::Unknown)),
                "{damaged}"
            );
        }
    }

    #[test]
    fn the_name_of_a_package_leads_nowhere() {
        let text = String::from_utf8(entry().write()).unwrap();
        for trick in ["../x.zip", "a/b.zip", "", ".hidden", "a\\\\b"] {
            let tricked = text.replace("ab12.zip", trick);
            let read = Stored::read(&Content::of(tricked.into_bytes()));
            assert!(matches!(read, Err(FileFault::Unknown)), "{trick}");
        }
    }

    #[test]
    fn an_archive_without_an_id_can_be_read_and_one_that_is_none_is_refused() {
        let read = |text: &str| Mark::read(&Content::of(text.as_bytes().to_vec()));
        let before = r#"{"format":"leitfaden.archive","version":1,"invented":true,"readers":"project","sealed":false}"#;
        let mark = read(before).unwrap();
        assert_eq!((mark.id, mark.invented), (None, true));
        let id = Some(ArchiveId::draw());
        let written = Mark { id, ..mark }.write();
        assert_eq!(Mark::read(&Content::of(written)).unwrap().id, id);
        for wrong in ["x", "+1", &"g".repeat(32), &"1".repeat(33)] {
            let text = before.replace("\"invented\"", &format!("\"id\":\"{wrong}\",\"invented\""));
            assert!(matches!(read(&text), Err(FileFault::Unknown)), "{wrong}");
        }
    }
}
