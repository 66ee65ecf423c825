//! `leitfaden.rap`: the sheets of cases with all that stands on them, and what goes on no page.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::Head;
use super::contradictions::Entry;
use crate::anonymise::CleanText;
use crate::export::json::{words, write_document};
use crate::language::Language;
use crate::release::{AboutCase, CaseSheet, SheetBlock, SheetCode, SheetInterview, SheetText};
use crate::session::{Border, Stage, TopicId};

#[derive(Serialize)]
struct Document<'sheets> {
    format: &'static str,
    version: u32,
    sheets: Vec<SheetEntry<'sheets>>,
}

#[derive(Serialize)]
struct SheetEntry<'sheets> {
    case: &'sheets str,
    #[serde(flatten)]
    head: HeadEntry<'sheets>,
    about: Option<AboutEntry<'sheets>>,
    interviews: Vec<InterviewEntry<'sheets>>,
    blocks: Vec<BlockEntry<'sheets>>,
    contradictions: Vec<Entry<'sheets>>,
    refused: Vec<String>,
}

#[derive(Serialize)]
struct HeadEntry<'sheets> {
    level: &'static str,
    pseudonymised: bool,
    invented: bool,
    pilot: bool,
    guide: &'sheets str,
    sessions: usize,
}

#[derive(Serialize)]
struct AboutEntry<'sheets> {
    label: Option<&'sheets str>,
    countries: &'sheets [String],
    border: Option<&'static str>,
    region: Option<&'sheets str>,
    branch: &'sheets str,
    stage: Option<&'static str>,
    agreed_type: Option<&'static str>,
}

#[derive(Serialize)]
struct InterviewEntry<'sheets> {
    session: String,
    mode: &'static str,
    lang: &'static str,
    attributes: &'sheets BTreeMap<String, String>,
    notes: usize,
    awaits_approval: bool,
    type_view: Option<&'static str>,
    open: Vec<&'sheets str>,
}

#[derive(Serialize)]
struct BlockEntry<'sheets> {
    block: &'sheets str,
    title: Option<&'sheets str>,
    answered: usize,
    summaries: Vec<TextEntry<'sheets>>,
    codes: Vec<CodeEntry<'sheets>>,
    uncoded: Vec<TextEntry<'sheets>>,
    quotes: Vec<TextEntry<'sheets>>,
}

#[derive(Serialize)]
struct CodeEntry<'sheets> {
    code: &'sheets str,
    label: Option<&'sheets str>,
    retired: bool,
    sessions: usize,
    helps: usize,
    hinders: usize,
    notes: Vec<TextEntry<'sheets>>,
}

#[derive(Serialize)]
struct TextEntry<'sheets> {
    session: String,
    topic: &'sheets str,
    note: Option<String>,
    text: &'sheets str,
    lang: &'static str,
}

/// Writes the sheets; labels and titles are in this language.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_rap(sheets: &[CaseSheet], language: Language, to: &mut impl Write) -> io::Result<()> {
    let document = Document {
        format: "leitfaden.rap",
        version: super::VERSION,
        sheets: sheets.iter().map(|sheet| entry(sheet, language)).collect(),
    };
    write_document(&document, to)
}

fn entry(sheet: &CaseSheet, language: Language) -> SheetEntry<'_> {
    let frame = sheet.frame();
    let blocks = sheet.blocks().iter();
    let head = Head::of("leitfaden.rap", frame);
    SheetEntry {
        case: sheet.case().as_str(),
        head: HeadEntry {
            level: head.level,
            pseudonymised: head.pseudonymised,
            invented: head.invented,
            pilot: head.pilot,
            guide: head.guide,
            sessions: head.sessions,
        },
        about: sheet.about().map(AboutEntry::from),
        interviews: sheet
            .interviews()
            .iter()
            .map(InterviewEntry::from)
            .collect(),
        blocks: blocks.map(|block| block_entry(block, language)).collect(),
        contradictions: sheet.contradictions().iter().map(Entry::from).collect(),
        refused: sheet
            .refused()
            .iter()
            .map(|refused| refused.session.to_string())
            .collect(),
    }
}

impl<'sheets> From<&'sheets AboutCase> for AboutEntry<'sheets> {
    fn from(about: &'sheets AboutCase) -> Self {
        Self {
            label: about.label.as_ref().map(CleanText::as_str),
            countries: &about.countries,
            border: about.border.map(|border| match border {
                Border::Bi => "bi",
                Border::Tri => "tri",
            }),
            region: about.region.as_ref().map(CleanText::as_str),
            branch: about.branch.as_str(),
            stage: about.stage.map(|stage| match stage {
                Stage::Emergence => "emergence",
                Stage::Growth => "growth",
                Stage::Maturity => "maturity",
                Stage::Decline => "decline",
            }),
            agreed_type: about.agreed.map(words::cooperation),
        }
    }
}

impl<'sheets> From<&'sheets SheetInterview> for InterviewEntry<'sheets> {
    fn from(interview: &'sheets SheetInterview) -> Self {
        Self {
            session: interview.session.to_string(),
            mode: interview.mode.word(),
            lang: interview.language.tag(),
            attributes: &interview.attributes,
            notes: interview.notes,
            awaits_approval: interview.awaits_approval,
            type_view: interview.type_view.map(words::cooperation),
            open: interview.open.iter().map(TopicId::as_str).collect(),
        }
    }
}

fn block_entry(block: &SheetBlock, language: Language) -> BlockEntry<'_> {
    let title = block.title.as_ref();
    BlockEntry {
        block: &block.block,
        title: title.map(|title| title.in_language(language)),
        answered: block.answered,
        summaries: block.summaries.iter().map(text_entry).collect(),
        codes: block
            .codes
            .iter()
            .map(|code| code_entry(code, language))
            .collect(),
        uncoded: block.uncoded.iter().map(text_entry).collect(),
        quotes: block.quotes.iter().map(text_entry).collect(),
    }
}

fn code_entry(code: &SheetCode, language: Language) -> CodeEntry<'_> {
    let label = code.label.as_ref();
    CodeEntry {
        code: &code.code,
        label: label.map(|label| label.in_language(language)),
        retired: code.retired,
        sessions: code.sessions,
        helps: code.helps,
        hinders: code.hinders,
        notes: code.notes.iter().map(text_entry).collect(),
    }
}

fn text_entry(text: &SheetText) -> TextEntry<'_> {
    TextEntry {
        session: text.session.to_string(),
        topic: text.topic.as_str(),
        note: text.note.map(|note| note.to_string()),
        text: text.text.as_str(),
        lang: text.language.tag(),
    }
}
