//! The consent record: which steps were answered how, to which text. No date, no signature, no name.

use std::io;

use serde::Serialize;

use crate::export::json::{self, words};
use crate::guide::Guide;
use crate::release::Released;
use crate::session::Manner;

#[derive(Serialize)]
struct Document<'released> {
    format: &'static str,
    version: u32,
    session: String,
    steps: Vec<Answered<'released>>,
}

#[derive(Serialize)]
struct Answered<'released> {
    step: &'released str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'released str>,
    answer: &'static str,
    manner: &'static str,
    guide_edition: &'released str,
    language: &'static str,
}

pub(super) fn bytes(released: &Released, guide: &Guide) -> io::Result<Vec<u8>> {
    let language = guide.language_for(released.language());
    let steps = released.answers().iter().map(|answer| Answered {
        step: &answer.step,
        title: guide
            .consent
            .iter()
            .find(|step| step.id == answer.step)
            .map(|step| step.title.in_language(language)),
        answer: words::answer(answer.answer),
        manner: manner(answer.manner),
        guide_edition: &answer.edition,
        language: words::language(answer.language),
    });
    let document = Document {
        format: "leitfaden.consent",
        version: 1,
        session: released.id().to_string(),
        steps: steps.collect(),
    };
    let mut bytes = Vec::new();
    json::write_document(&document, &mut bytes)?;
    Ok(bytes)
}

const fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Oral => "oral",
        Manner::OnTape => "on_tape",
        Manner::Written => "written",
        Manner::Email => "email",
    }
}
