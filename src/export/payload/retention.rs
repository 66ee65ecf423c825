//! On what basis a package is kept, and what speaks for its end. What nobody decided is said to be open.

use std::io;

use serde::Serialize;

use crate::export::json::{self, words};
use crate::guide::Guide;
use crate::release::Released;

/// The step of the consent that lets a protocol be kept in the archive.
const ARCHIVE: &str = "c4";

#[derive(Serialize)]
struct Document<'released> {
    format: &'static str,
    version: u32,
    session: String,
    controller: String,
    project: &'released str,
    basis: Basis,
    /// As long as a list of names or a recording exists the protocol is not anonymous.
    pseudonymised: bool,
    /// The archive decides it with the controller.
    delete_after: Option<String>,
    /// The interviewee can withdraw; the package is then taken back, and a tombstone stays.
    withdrawal: &'static str,
}

#[derive(Serialize)]
struct Basis {
    kind: &'static str,
    step: &'static str,
    answer: Option<&'static str>,
}

pub(super) fn bytes(released: &Released, guide: &Guide) -> io::Result<Vec<u8>> {
    let language = guide.language_for(released.language());
    let answer = released
        .answers()
        .iter()
        .find(|answer| answer.step == ARCHIVE);
    let document = Document {
        format: "leitfaden.retention",
        version: 1,
        session: released.id().to_string(),
        controller: super::controller(released, guide),
        project: guide.project.in_language(language),
        basis: Basis {
            kind: "consent",
            step: ARCHIVE,
            answer: answer.map(|answer| words::answer(answer.answer)),
        },
        pseudonymised: true,
        delete_after: None,
        withdrawal: "possible",
    };
    let mut bytes = Vec::new();
    json::write_document(&document, &mut bytes)?;
    Ok(bytes)
}
