//! `leitfaden.frequencies`.

use std::io::{self, Write};

use serde::Serialize;

use super::{AttributeEntry, Head, Number, attribute, wording};
use crate::analysis::Frequent;
use crate::export::json::write_document;
use crate::language::Language;
use crate::release::Figure;
use crate::release::tables::{ReleasedCode, ReleasedCodeBlock, ReleasedFrequencies};

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    by: Option<AttributeEntry<'released>>,
    groups: Vec<GroupEntry<'released>>,
    blocks: Vec<BlockEntry<'released>>,
}

#[derive(Serialize)]
struct GroupEntry<'released> {
    value: Option<&'released str>,
    sessions: usize,
    cases: usize,
    too_small: bool,
}

#[derive(Serialize)]
struct BlockEntry<'released> {
    block: &'released str,
    title: Option<&'released str>,
    sessions: Number,
    cases: Number,
    declined: Number,
    unsettled: Number,
    wording: &'static str,
    groups: Vec<Number>,
    too_small: bool,
    codes: Vec<CodeEntry<'released>>,
}

#[derive(Serialize)]
struct CodeEntry<'released> {
    code: &'released str,
    label: Option<&'released str>,
    depth: usize,
    retired: bool,
    sessions: Number,
    cases: Number,
    percent: Option<u8>,
    word: Option<&'static str>,
    unprompted: Number,
    helps: Number,
    hinders: Number,
    own: Number,
    reported: Number,
    groups: Vec<Number>,
}

/// Writes the frequencies, with labels in this language.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_frequencies(
    released: &ReleasedFrequencies,
    language: Language,
    to: &mut impl Write,
) -> io::Result<()> {
    let groups = released.groups().iter().map(|group| GroupEntry {
        value: group.value.as_deref(),
        sessions: group.base.sessions,
        cases: group.base.cases,
        too_small: group.too_small,
    });
    let blocks = released.blocks().iter();
    let document = Document {
        head: Head::of("leitfaden.frequencies", released.frame()),
        by: released.by().map(attribute),
        groups: groups.collect(),
        blocks: blocks.map(|found| block(found, language)).collect(),
    };
    write_document(&document, to)
}

fn block(block: &ReleasedCodeBlock, language: Language) -> BlockEntry<'_> {
    let title = block.title.as_ref();
    BlockEntry {
        block: &block.block,
        title: title.map(|title| title.in_language(language)),
        sessions: Number(block.sessions),
        cases: Number(block.cases),
        declined: Number(block.declined),
        unsettled: Number(block.unsettled),
        wording: wording(block.wording),
        groups: numbers(&block.groups),
        too_small: block.too_small,
        codes: block
            .codes
            .iter()
            .map(|found| code(found, language))
            .collect(),
    }
}

fn code(code: &ReleasedCode, language: Language) -> CodeEntry<'_> {
    let label = code.label.as_ref();
    CodeEntry {
        code: &code.code,
        label: label.map(|label| label.in_language(language)),
        depth: code.depth,
        retired: code.retired,
        sessions: Number(code.sessions),
        cases: Number(code.cases),
        percent: code.percent,
        word: code.word.map(Frequent::code),
        unprompted: Number(code.unprompted),
        helps: Number(code.helps),
        hinders: Number(code.hinders),
        own: Number(code.own),
        reported: Number(code.reported),
        groups: numbers(&code.groups),
    }
}

fn numbers(figures: &[Figure]) -> Vec<Number> {
    figures.iter().copied().map(Number).collect()
}
