//! Version 1 of `origin.ron`: which archive a study came from, and what came from there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::codebook_v1;
use super::fault::text_of;
use super::field::{self, Named, Table, Text};
use super::{EncodeError, FormatError};
use crate::disk::Revision;
use crate::session::SessionId;
use crate::store::Origin;

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of the file.
///
/// # Errors
///
/// Never in practice: every origin can be written down.
pub fn encode(origin: &Origin) -> Result<Vec<u8>, EncodeError> {
    let page = field::to_page(&File::from(origin))?;
    let head = "// Where the sessions of this study came from. The program writes it anew each time it reads them.";
    Ok(format!("{head}\n{page}\n").into_bytes())
}

/// Reads the file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<Origin, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    Ok(file.into())
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Origin", deny_unknown_fields)]
struct File {
    version: u32,
    name: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    archive: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sessions: Vec<Session>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    codebooks: Table<codebook_v1::File>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Session {
    id: Named<SessionId>,
    file: Named<Revision>,
}

impl From<&Origin> for File {
    fn from(origin: &Origin) -> Self {
        let Origin {
            archive,
            name,
            sessions,
            codebooks,
        } = origin;
        let sessions = sessions.iter().flat_map(|(id, files)| {
            files.iter().map(|file| Session {
                id: Named(id.clone()),
                file: Named(*file),
            })
        });
        Self {
            version: VERSION,
            name: Text::plain(name),
            archive: archive.clone(),
            sessions: sessions.collect(),
            codebooks: Table::from_domain(codebooks, String::as_str, Into::into),
        }
    }
}

impl From<File> for Origin {
    fn from(file: File) -> Self {
        let mut sessions: BTreeMap<SessionId, Vec<Revision>> = BTreeMap::new();
        for session in file.sessions {
            sessions
                .entry(session.id.0)
                .or_default()
                .push(session.file.0);
        }
        Self {
            archive: file.archive,
            name: file.name.into_string(),
            sessions,
            codebooks: file.codebooks.into_domain(str::to_owned, Into::into),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Additions;

    #[test]
    fn an_origin_is_read_back_as_it_was_written() {
        let merged = BTreeMap::from([("x.b".to_owned(), "x.a".to_owned())]);
        let additions = Additions {
            merged,
            ..Additions::default()
        };
        let origin = Origin {
            archive: Some("0f".repeat(16)),
            name: "the \"chamber\"\u{202e}".to_owned(),
            sessions: BTreeMap::from([(
                "A-1".parse().unwrap(),
                vec![Revision::of(b"A-1"), Revision::of(b"A-1, changed")],
            )]),
            codebooks: BTreeMap::from([("cluster".to_owned(), additions)]),
        };
        for origin in [origin, Origin::of(None, "folder")] {
            let bytes = encode(&origin).unwrap();
            assert_eq!(decode(&bytes), Ok(origin));
        }
    }

    #[test]
    fn what_the_program_does_not_know_is_refused() {
        for wrong in [
            "",
            "(version: 2, name: \"x\")",
            "(version: 1)",
            "(version: 1, name: \"x\", password: \"y\")",
            "(version: 1, name: \"x\", sessions: [(id: \"A-1\", file: \"3-x\")])",
        ] {
            assert!(decode(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
