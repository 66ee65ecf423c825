//! `leitfaden.extracts`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{AttributeEntry, Head, attribute};
use crate::export::json::write_document;
use crate::release::Extracts;
use crate::session::{Polarity, Voice};

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    attributes: Vec<AttributeEntry<'released>>,
    attributes_left_out: &'released [String],
    texts_left_out: BTreeMap<&'static str, usize>,
    codes_left_out: usize,
    passages: Vec<PassageEntry<'released>>,
}

#[derive(Serialize)]
struct PassageEntry<'released> {
    session: Option<String>,
    attributes: BTreeMap<&'released str, Option<&'released str>>,
    topic: &'released str,
    kind: &'static str,
    text: &'released str,
    lang: &'static str,
    prompted: bool,
    polarity: Option<&'static str>,
    voice: &'static str,
    codes: &'released [String],
}

/// Writes the extracts.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_extracts(extracts: &Extracts, to: &mut impl Write) -> io::Result<()> {
    let passages = extracts.passages().iter().map(|passage| PassageEntry {
        session: passage.session.as_ref().map(ToString::to_string),
        attributes: extracts
            .attributes()
            .iter()
            .zip(&passage.values)
            .map(|(attribute, value)| (attribute.id.as_str(), value.as_deref()))
            .collect(),
        topic: passage.topic.as_str(),
        kind: passage.kind.word(),
        text: passage.text.as_str(),
        lang: passage.language.tag(),
        prompted: passage.prompted,
        polarity: passage.polarity.map(|polarity| match polarity {
            Polarity::Helps => "helps",
            Polarity::Hinders => "hinders",
        }),
        voice: match passage.voice {
            Voice::Own => "own",
            Voice::Reported => "reported",
        },
        codes: &passage.codes,
    });
    let left_out = extracts.left_out().iter();
    let document = Document {
        head: Head::of("leitfaden.extracts", extracts.frame()),
        attributes: extracts.attributes().iter().map(attribute).collect(),
        attributes_left_out: extracts.left_out_attributes(),
        texts_left_out: left_out
            .map(|(left, count)| (left.word(), *count))
            .collect(),
        codes_left_out: extracts.left_out_codes(),
        passages: passages.collect(),
    };
    write_document(&document, to)
}
