//! The files of a dataset that programs such as `DuckDB`, Spark and Trino read many of at once: JSON Lines in tables
//! whose folders name guide and language (`guide=…/language=…`, as Hive writes partitions).
//!
//! `notes` holds a text a line, `codings` a code of a text a line, `counts` how many sessions and cases said what, as it
//! may be published. A session has a drawn name that means nothing elsewhere. A number is written as
//! `{"n": 3, "said": "3"}`; one that is not said exactly has no `n`.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::json::{words, write_line};
use crate::guide::Guide;
use crate::language::Language;
use crate::release::tables::{ReleasedCode, ReleasedCodeBlock};
use crate::release::{Figure, Passage, ReleasedDataset};

/// A file of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetFile {
    /// The table.
    pub table: &'static str,
    /// The folders that name what all of its lines have in common, without slashes around.
    pub partition: String,
    /// Its lines.
    pub bytes: Vec<u8>,
}

#[derive(Serialize)]
struct NoteLine<'released> {
    note: usize,
    session: Option<String>,
    invented: bool,
    block: &'released str,
    topic: &'released str,
    kind: &'static str,
    text: &'released str,
    prompted: bool,
    polarity: Option<&'static str>,
    voice: &'static str,
    codes: &'released [String],
    attributes: BTreeMap<&'released str, Option<&'released str>>,
}

#[derive(Serialize)]
struct CodingLine<'released> {
    note: usize,
    session: Option<String>,
    invented: bool,
    block: &'released str,
    topic: &'released str,
    code: &'released str,
    prompted: bool,
    polarity: Option<&'static str>,
    voice: &'static str,
}

#[derive(Serialize)]
struct CountLine<'released> {
    /// Its place in the table.
    row: usize,
    invented: bool,
    block: &'released str,
    block_title: Option<&'released str>,
    block_sessions: Number,
    block_cases: Number,
    block_declined: Number,
    block_unsettled: Number,
    block_too_small: bool,
    /// Nothing if the block has no code to say something of.
    code: Option<&'released str>,
    label: Option<&'released str>,
    depth: Option<usize>,
    retired: Option<bool>,
    sessions: Option<Number>,
    cases: Option<Number>,
    percent: Option<u8>,
    word: Option<&'static str>,
    unprompted: Option<Number>,
    helps: Option<Number>,
    hinders: Option<Number>,
    own: Option<Number>,
    reported: Option<Number>,
}

/// A number as it may be said.
#[derive(Serialize)]
struct Number {
    n: Option<usize>,
    said: String,
}

impl From<Figure> for Number {
    fn from(figure: Figure) -> Self {
        let said = match figure {
            Figure::Exact(number) => number.to_string(),
            Figure::Few => "few".to_owned(),
            Figure::NearlyAll => "nearly_all".to_owned(),
            Figure::Hidden => "not_said".to_owned(),
        };
        Self {
            n: figure.exact(),
            said,
        }
    }
}

/// The files of the sessions that follow this guide, labels in its first language.
///
/// # Errors
///
/// If a line cannot be written.
pub fn files(released: &ReleasedDataset, guide: &Guide) -> io::Result<Vec<DatasetFile>> {
    let mut by_language: BTreeMap<&'static str, (Vec<u8>, Vec<u8>)> = BTreeMap::new();
    for (index, passage) in released.extracts().passages().iter().enumerate() {
        let (notes, codings) = by_language.entry(passage.language.tag()).or_default();
        let block = guide.block_of(passage.topic.as_str());
        let block = block.map_or("", |(_, block)| block.id.as_str());
        let note = index + 1;
        write_line(&note_line(released, note, passage, block), notes)?;
        for code in &passage.codes {
            let coding = coding_line(released, note, passage, (block, code));
            write_line(&coding, codings)?;
        }
    }
    let of_guide = format!("guide={}", guide.id);
    let mut files = vec![DatasetFile {
        table: "counts",
        partition: of_guide.clone(),
        bytes: counts(released, guide)?,
    }];
    for (language, (notes, codings)) in by_language {
        for (table, bytes) in [("notes", notes), ("codings", codings)] {
            files.push(DatasetFile {
                table,
                partition: format!("{of_guide}/language={language}"),
                bytes,
            });
        }
    }
    Ok(files)
}

fn note_line<'released>(
    released: &'released ReleasedDataset,
    note: usize,
    passage: &'released Passage,
    block: &'released str,
) -> NoteLine<'released> {
    let extracts = released.extracts();
    NoteLine {
        note,
        session: passage.session.as_ref().map(ToString::to_string),
        invented: extracts.frame().is_invented(),
        block,
        topic: passage.topic.as_str(),
        kind: passage.kind.word(),
        text: passage.text.as_str(),
        prompted: passage.prompted,
        polarity: passage.polarity.map(words::polarity),
        voice: words::voice(passage.voice),
        codes: &passage.codes,
        attributes: extracts
            .attributes()
            .iter()
            .zip(&passage.values)
            .map(|(attribute, value)| (attribute.id.as_str(), value.as_deref()))
            .collect(),
    }
}

fn coding_line<'released>(
    released: &'released ReleasedDataset,
    note: usize,
    passage: &'released Passage,
    (block, code): (&'released str, &'released str),
) -> CodingLine<'released> {
    CodingLine {
        note,
        session: passage.session.as_ref().map(ToString::to_string),
        invented: released.extracts().frame().is_invented(),
        block,
        topic: passage.topic.as_str(),
        code,
        prompted: passage.prompted,
        polarity: passage.polarity.map(words::polarity),
        voice: words::voice(passage.voice),
    }
}

/// A line a code, block by block; a block whose codes are not told has a line of its own.
fn counts(released: &ReleasedDataset, guide: &Guide) -> io::Result<Vec<u8>> {
    let frequencies = released.frequencies();
    let language = guide.languages.first().copied().unwrap_or(Language::En);
    let invented = frequencies.frame().is_invented();
    let mut bytes = Vec::new();
    let mut row = 0;
    for block in frequencies.blocks() {
        let codes: Vec<Option<&ReleasedCode>> = if block.codes.is_empty() {
            vec![None]
        } else {
            block.codes.iter().map(Some).collect()
        };
        for code in codes {
            row += 1;
            write_line(
                &count_line(row, invented, block, code, language),
                &mut bytes,
            )?;
        }
    }
    Ok(bytes)
}

fn count_line<'released>(
    row: usize,
    invented: bool,
    block: &'released ReleasedCodeBlock,
    code: Option<&'released ReleasedCode>,
    language: Language,
) -> CountLine<'released> {
    let number = |of: fn(&ReleasedCode) -> Figure| code.map(|code| Number::from(of(code)));
    CountLine {
        row,
        invented,
        block: &block.block,
        block_title: block
            .title
            .as_ref()
            .map(|title| title.in_language(language)),
        block_sessions: block.sessions.into(),
        block_cases: block.cases.into(),
        block_declined: block.declined.into(),
        block_unsettled: block.unsettled.into(),
        block_too_small: block.too_small,
        code: code.map(|code| code.code.as_str()),
        label: code.and_then(|code| Some(code.label.as_ref()?.in_language(language))),
        depth: code.map(|code| code.depth),
        retired: code.map(|code| code.retired),
        sessions: number(|code| code.sessions),
        cases: number(|code| code.cases),
        percent: code.and_then(|code| code.percent),
        word: code.and_then(|code| Some(code.word?.code())),
        unprompted: number(|code| code.unprompted),
        helps: number(|code| code.helps),
        hinders: number(|code| code.hinders),
        own: number(|code| code.own),
        reported: number(|code| code.reported),
    }
}
