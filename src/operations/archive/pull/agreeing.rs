//! Whether the session's file in a package says what the document says that its digest is about: it is the file that is
//! read back, and the document that the catalogue vouches for.

use serde_json::{Map, Value};

use crate::archive::canonical;
use crate::export::json;
use crate::guide::Guide;
use crate::release::{Level, release};
use crate::session::Session;

/// What both say in the same words at every level. Dates are as coarse as the level in the document alone, and how the
/// protocol came about is not in the file.
const SAID: [&str; 13] = [
    "id",
    "invented",
    "guide",
    "language",
    "mode",
    "attributes",
    "consent",
    "slots",
    "cells",
    "notes",
    "struck",
    "parked",
    "gaps",
];

/// Whether a session and a document say the same.
pub(super) fn says_the_same(session: &Session, guide: &Guide, document: &[u8]) -> bool {
    // What is in the file was reduced to its level before, and nothing of it leaves the study here.
    let Ok(released) = release(session, Some(guide), Level::Working) else {
        return false;
    };
    let mut again = Vec::new();
    if json::write(&released, &mut again).is_err() {
        return false;
    }
    let (told, written) = (said(document), said(&again));
    told.is_some() && told == written
}

/// What a document says of [`SAID`], in the form in which it is summed up.
fn said(document: &[u8]) -> Option<Vec<u8>> {
    let mut document: Map<String, Value> = serde_json::from_slice(document).ok()?;
    document.retain(|field, _| SAID.contains(&field.as_str()));
    canonical(&serde_json::to_vec(&document).ok()?)
}
