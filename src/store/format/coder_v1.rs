//! Version 1 of `sessions/A-1.codes-2.ron`: what a second coder put on the notes of a session.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fault::text_of;
use super::field::{self, Named};
use super::{EncodeError, FormatError};
use crate::session::{CodedNote, CoderSheet, NoteId, SessionId};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of the file.
///
/// # Errors
///
/// Never in practice: every sheet can be written down.
pub fn encode(sheet: &CoderSheet) -> Result<Vec<u8>, EncodeError> {
    let file = File {
        version: VERSION,
        session: Named(sheet.session.clone()),
        coder: sheet.coder,
        notes: sheet
            .notes
            .iter()
            .map(|(note, coded)| Entry {
                note: Named(*note),
                digest: coded.digest.clone(),
                codes: coded.codes.clone(),
            })
            .collect(),
    };
    let page = field::to_page(&file)?;
    let head = "// The codes of another coder. The digest is that of the text which they coded.";
    Ok(format!("{head}\n{page}\n").into_bytes())
}

/// Reads the file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<CoderSheet, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    let mut seen = BTreeSet::new();
    for entry in &file.notes {
        if !seen.insert(entry.note.0) {
            return Err(FormatError::Twice {
                list: "notes",
                number: entry.note.0.to_string(),
            });
        }
    }
    Ok(CoderSheet {
        session: file.session.0,
        coder: file.coder,
        notes: file
            .notes
            .into_iter()
            .map(|entry| {
                let coded = CodedNote {
                    digest: entry.digest,
                    codes: entry.codes,
                };
                (entry.note.0, coded)
            })
            .collect(),
    })
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Codes", deny_unknown_fields)]
struct File {
    version: u32,
    session: Named<SessionId>,
    coder: u8,
    notes: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    note: Named<NoteId>,
    digest: String,
    codes: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(note: &str) -> String {
        format!("(note: \"{note}\", digest: \"ab\", codes: [\"fac.sim\"])")
    }

    fn file(notes: &[&str]) -> String {
        let notes: Vec<String> = notes.iter().map(|note| entry(note)).collect();
        let notes = notes.join(", ");
        format!("(version: 1, session: \"A-1\", coder: 2, notes: [{notes}])")
    }

    #[test]
    fn a_sheet_is_read_back_as_it_was_written() {
        let sheet = decode(file(&["1.1", "1.2"]).as_bytes()).unwrap();
        assert_eq!(sheet.notes.len(), 2);
        assert_eq!(decode(&encode(&sheet).unwrap()), Ok(sheet));
    }

    #[test]
    fn what_the_program_does_not_know_is_refused() {
        for wrong in [
            String::new(),
            "(version: 2, session: \"A-1\", coder: 2, notes: [])".to_owned(),
            "(version: 1, session: \"a\", coder: 2, notes: [])".to_owned(),
            "(version: 1, session: \"A-1\", coder: 2, notes: [], colour: 1)".to_owned(),
            file(&["1.1", "1.1"]),
        ] {
            assert!(decode(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
