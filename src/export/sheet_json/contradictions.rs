//! `leitfaden.contradictions`.

use std::io::{self, Write};

use serde::Serialize;

use super::Head;
use crate::analysis::Contradiction;
use crate::export::json::write_document;
use crate::export::sheet::{kind_word, sides};
use crate::release::tables::ReleasedContradictions;

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    contradictions: Vec<Entry<'released>>,
}

/// What is worth a second look in a case.
#[derive(Serialize)]
pub(super) struct Entry<'found> {
    case: &'found str,
    kind: &'static str,
    sides: Vec<SideEntry<'found>>,
}

#[derive(Serialize)]
struct SideEntry<'found> {
    code: Option<&'found str>,
    notes: Vec<PlaceEntry>,
}

#[derive(Serialize)]
struct PlaceEntry {
    session: String,
    note: String,
}

/// Writes what is worth a second look.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_contradictions(
    released: &ReleasedContradictions,
    to: &mut impl Write,
) -> io::Result<()> {
    let document = Document {
        head: Head::of("leitfaden.contradictions", released.frame()),
        contradictions: released.found().iter().map(Entry::from).collect(),
    };
    write_document(&document, to)
}

impl<'found> From<&'found Contradiction> for Entry<'found> {
    fn from(found: &'found Contradiction) -> Self {
        let sides = sides(&found.kind).into_iter();
        let sides = sides.filter(|(_, notes)| !notes.is_empty());
        Self {
            case: found.case.as_str(),
            kind: kind_word(&found.kind),
            sides: sides
                .map(|(code, notes)| SideEntry {
                    code: (!code.is_empty()).then_some(code),
                    notes: notes
                        .iter()
                        .map(|(session, note)| PlaceEntry {
                            session: session.to_string(),
                            note: note.to_string(),
                        })
                        .collect(),
                })
                .collect(),
        }
    }
}
