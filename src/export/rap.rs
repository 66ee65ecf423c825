//! The RAP sheet of a case as text, Markdown, a page for the browser or a text document.
//!
//! It is meant to be read at a glance: of each block stand as many points as go on a page, and how many more there are is
//! said. The JSON document holds all of them.

use std::fmt::Write;
use std::io;

use super::page::{Entry, List, Page, Part, Section, quoted, shown};
use super::text::Layout;
use super::{Document, docx, html, markdown, text};
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::language::Language;
use crate::release::{CaseSheet, SheetBlock, SheetCode, SheetInterview, SheetText};
use crate::session::TopicId;

/// How many points of a block stand on a sheet.
const MOST_POINTS: usize = 4;

/// How many quotes of a block.
const MOST_QUOTES: usize = 1;

/// How many codes that help, or hinder, are named in a block, and how many contradictions of a case.
const MOST_NAMED: usize = 5;

/// How a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SheetFormat {
    /// Plain text, 80 columns wide.
    Text,
    /// Markdown.
    Md,
    /// A page for the browser.
    Html,
    /// A text document.
    Docx,
}

impl SheetFormat {
    /// What the names of its files end with.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Md => "md",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// The word for it in the logs of sessions.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "rap-txt",
            Self::Md => "rap-md",
            Self::Html => "rap-html",
            Self::Docx => "rap-docx",
        }
    }
}

/// The document of a sheet.
///
/// # Errors
///
/// If it cannot be made.
pub fn document(
    sheet: &CaseSheet,
    format: SheetFormat,
    guide: &Guide,
    language: Language,
) -> io::Result<Document> {
    let words = &Words::new(language);
    let page = page(sheet, guide, words, &PRINTED);
    let mut bytes = Vec::new();
    match format {
        SheetFormat::Text => text::write_page(&page, Layout::Paper, &mut bytes)?,
        SheetFormat::Md => markdown::write_page(&page, &mut bytes)?,
        SheetFormat::Html => html::write_sheet(&page, words, &mut bytes)?,
        SheetFormat::Docx => docx::write_flowing(&page, words, &mut bytes)?,
    }
    let sessions = sheet.interviews().iter();
    Ok(Document {
        name: format!(
            "rap-{}-{}.{}",
            sheet.case(),
            sheet.frame().level(),
            format.extension()
        ),
        bytes,
        sessions: sessions.map(|one| one.session.clone()).collect(),
    })
}

/// The lines of a sheet for a screen, which breaks them where it ends.
pub fn lines(sheet: &CaseSheet, guide: &Guide, language: Language) -> Vec<String> {
    let page = page(sheet, guide, &Words::new(language), &SHOWN);
    let mut bytes = Vec::new();
    // Writing into memory never fails.
    let _ = text::write_page(&page, Layout::Unbroken, &mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    text.lines().map(str::to_owned).collect()
}

/// How it is said that there is more: whoever reads a document has the command line, whoever reads a screen is in the
/// program.
struct Further {
    notes: Text,
    contradictions: Text,
}

const PRINTED: Further = Further {
    notes: Text::SheetsMore,
    contradictions: Text::SheetsMoreContradictions,
};

const SHOWN: Further = Further {
    notes: Text::SheetsMoreHere,
    contradictions: Text::SheetsMoreContradictionsHere,
};

fn page(sheet: &CaseSheet, guide: &Guide, words: &Words, further: &Further) -> Page {
    let level = words.level(sheet.frame().level()).into_owned();
    let values = [
        ("case", Value::from(sheet.case().to_string())),
        ("level", Value::from(level)),
    ];
    let sections = sheet.blocks().iter().enumerate();
    Page {
        title: words.text_with(Text::SheetsRapTitle, &values),
        head: head(sheet, guide, words),
        sections: sections
            .map(|(index, block)| section(index + 1, block, sheet, (guide, words), further))
            .collect(),
        lists: lists(sheet, guide, words, further),
        foot: foot(sheet, words),
    }
}

fn head(sheet: &CaseSheet, guide: &Guide, words: &Words) -> Vec<String> {
    let mut head = Vec::new();
    if let Some(about) = about(sheet, words) {
        head.push(about);
    }
    head.push(agreed(sheet, words));
    let interviews = sheet.interviews().iter();
    head.extend(interviews.map(|interview| of_interview(interview, guide, words)));
    if sheet.frame().is_invented() {
        head.push(words.text(Text::TablesInvented).into_owned());
    }
    if sheet.frame().is_pilot() {
        head.push(words.text(Text::SheetsPilot).into_owned());
    }
    head
}

/// What the form says of the case; nothing if it says nothing.
fn about(sheet: &CaseSheet, words: &Words) -> Option<String> {
    let about = sheet.about()?;
    let text = |text: &crate::anonymise::CleanText| shown(text.as_str());
    let mut parts: Vec<String> = about.label.iter().map(text).collect();
    parts.push(shown(&about.countries.join(" ")));
    parts.extend(about.border.map(|border| words.border(border).into_owned()));
    parts.extend(about.region.iter().map(text));
    parts.push(text(&about.branch));
    parts.extend(about.stage.map(|stage| words.stage(stage).into_owned()));
    parts.retain(|part| !part.is_empty());
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The type of the cooperation: what was agreed on, and how each interview shows it.
fn agreed(sheet: &CaseSheet, words: &Words) -> String {
    let agreed = sheet.about().and_then(|about| about.agreed);
    let agreed = agreed.map_or_else(
        || words.text(Text::SheetsNotAgreed),
        |kind| words.cooperation_type(kind),
    );
    let mut line = format!("{} {agreed}", words.text(Text::SheetsAgreed));
    for interview in sheet.interviews() {
        if let Some(view) = interview.type_view {
            let view = words.cooperation_type(view);
            // Writing into a text never fails.
            let _ = write!(line, " · {}: {view}", interview.session);
        }
    }
    line
}

fn of_interview(interview: &SheetInterview, guide: &Guide, words: &Words) -> String {
    let mut parts = vec![
        interview.session.to_string(),
        words.mode(interview.mode).into_owned(),
        words.language_name(interview.language).into_owned(),
    ];
    let attributes = interview.attributes.iter();
    parts.extend(attributes.map(|(id, value)| words.attribute_value(id, Some(value), guide)));
    parts.push(words.counted(Text::SheetsNotes, interview.notes));
    parts.push(words.progress(interview.progress).into_owned());
    if interview.awaits_approval {
        parts.push(words.text(Text::SheetsNotApproved).into_owned());
    }
    shown(&parts.join(" · "))
}

fn section(
    number: usize,
    block: &SheetBlock,
    sheet: &CaseSheet,
    (guide, words): (&Guide, &Words),
    further: &Further,
) -> Section {
    let language = guide.language_for(words.language());
    let title = block.title.as_ref();
    let title = title.map_or(block.block.as_str(), |title| title.in_language(language));
    let values = [
        ("number", Value::from(number)),
        ("title", Value::from(shown(title))),
        ("answered", Value::from(block.answered)),
        ("sessions", Value::from(sheet.count().sessions)),
    ];
    let mut parts = vec![points(block, sheet, (guide, words), further)];
    let quotes = block.quotes.iter().take(MOST_QUOTES);
    let quotes: Vec<Entry> = quotes
        .map(|quote| Entry {
            text: quoted(&super::visible(quote.text.as_str()), quote.language),
            ..entry(quote, String::new())
        })
        .collect();
    if !quotes.is_empty() {
        parts.push(Part {
            heading: String::new(),
            summary: None,
            entries: quotes,
            struck: Vec::new(),
        });
    }
    Section {
        heading: words.text_with(Text::SheetsRapBlock, &values),
        parts,
    }
}

/// The main points of a block: sentences, then notes by code, then what helps and hinders, and how much more there is.
fn points(
    block: &SheetBlock,
    sheet: &CaseSheet,
    (guide, words): (&Guide, &Words),
    further: &Further,
) -> Part {
    let topic = |topic: &TopicId| {
        let language = guide.language_for(words.language());
        let known = guide.topic(topic.as_str());
        known.map_or_else(
            || topic.to_string(),
            |(_, topic)| topic.title.in_language(language).to_owned(),
        )
    };
    let summaries = block.summaries.iter();
    let summaries = summaries.map(|text| entry(text, shown(&topic(&text.topic))));
    let by_code = block.codes.iter().flat_map(|code| {
        let remark = code_remark(code, sheet, guide, words);
        code.notes
            .iter()
            .map(move |text| entry(text, remark.clone()))
    });
    let uncoded = block.uncoded.iter().map(|text| entry(text, String::new()));
    let all: Vec<Entry> = summaries.chain(by_code).chain(uncoded).collect();
    let more =
        all.len().saturating_sub(MOST_POINTS) + block.quotes.len().saturating_sub(MOST_QUOTES);
    let mut struck = Vec::new();
    struck.extend(sides(
        block,
        Text::SheetsHelps,
        |code| code.helps,
        guide,
        words,
    ));
    struck.extend(sides(
        block,
        Text::SheetsHinders,
        |code| code.hinders,
        guide,
        words,
    ));
    if all.is_empty() && block.quotes.is_empty() {
        struck.push(words.text(Text::SheetsNothingNoted).into_owned());
    }
    if more > 0 {
        struck.push(words.counted(further.notes, more));
    }
    Part {
        heading: String::new(),
        summary: None,
        entries: all.into_iter().take(MOST_POINTS).collect(),
        struck,
    }
}

fn code_remark(code: &SheetCode, sheet: &CaseSheet, guide: &Guide, words: &Words) -> String {
    let values = [
        ("code", Value::from(shown(&words.code(&code.code, guide)))),
        ("said", Value::from(code.sessions)),
        ("sessions", Value::from(sheet.count().sessions)),
    ];
    words.text_with(Text::SheetsCode, &values)
}

/// The codes on one side of a block, each with how many interviews; nothing if there is none.
fn sides(
    block: &SheetBlock,
    text: Text,
    count: impl Fn(&SheetCode) -> usize,
    guide: &Guide,
    words: &Words,
) -> Option<String> {
    let named: Vec<String> = block
        .codes
        .iter()
        .filter(|code| count(code) > 0)
        .map(|code| format!("{} ({})", words.code(&code.code, guide), count(code)))
        .collect();
    let line = cut(&named);
    (!named.is_empty()).then(|| words.text_with(text, &[("codes", Value::from(shown(&line)))]))
}

/// The first of many, with a mark if there are more.
fn cut(named: &[String]) -> String {
    let mut line = named
        .iter()
        .take(MOST_NAMED)
        .cloned()
        .collect::<Vec<String>>()
        .join(", ");
    if named.len() > MOST_NAMED {
        // Writing into a text never fails.
        let _ = write!(line, " … +{}", named.len() - MOST_NAMED);
    }
    line
}

fn entry(text: &SheetText, remark: String) -> Entry {
    let note = text.note.map(|note| format!(" {note}"));
    Entry {
        number: format!("{}{}", text.session, note.unwrap_or_default()),
        time: String::new(),
        text: shown(text.text.as_str()),
        language: text.language,
        remark,
    }
}

fn lists(sheet: &CaseSheet, guide: &Guide, words: &Words, further: &Further) -> Vec<List> {
    let found = sheet.contradictions();
    let mut contradictions: Vec<String> = found
        .iter()
        .take(MOST_NAMED)
        .map(|one| shown(&words.contradiction(one, guide)))
        .collect();
    if found.len() > MOST_NAMED {
        let more = found.len() - MOST_NAMED;
        contradictions.push(words.counted(further.contradictions, more));
    }
    let open = sheet.interviews().iter().filter(|one| !one.open.is_empty());
    let open = open.map(|interview| {
        let topics: Vec<&str> = interview.open.iter().map(TopicId::as_str).collect();
        shown(&format!("{}: {}", interview.session, topics.join(", ")))
    });
    let lists = [
        (Text::SheetsContradictions, contradictions),
        (Text::SheetsOpen, open.collect()),
    ];
    List::all(lists, words)
}

fn foot(sheet: &CaseSheet, words: &Words) -> Vec<String> {
    let mut foot = Vec::new();
    let named: Vec<String> = sheet
        .refused()
        .iter()
        .map(|refused| refused.session.to_string())
        .collect();
    if !named.is_empty() {
        let named = [("sessions", Value::from(named.join(", ")))];
        foot.push(words.text_with(Text::SheetsRefused, &named));
    }
    foot.push(words.text(Text::TablesRisk).into_owned());
    foot
}
