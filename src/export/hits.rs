//! Notes that a search found, for people and as a JSON document: `leitfaden.search` version 1.

use std::collections::HashMap;
use std::io::{self, Write};
use std::num::NonZero;
use std::ops::Range;
use std::thread;

use serde::Serialize;

use super::json::{words, write_document};
use super::visible;
use crate::analysis::search::{Finder, Query, excerpt};
use crate::anonymise::CleanText;
use crate::i18n::Words;
use crate::language::Language;
use crate::release::{FoundNote, FurtherText, ReleasedHits};
use crate::session::{
    Place, SessionId, TextPlace, append_hours, append_numbered_timecode, timecode,
};

/// What the document is.
pub const FORMAT: &str = "leitfaden.search";
/// Its version.
pub const VERSION: u32 = 1;

/// How many characters of a long note are shown before and behind what was found.
const CONTEXT: usize = 100;

/// How what was found is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    None,
    /// In bold letters, on a terminal.
    Bold,
}

/// Writes the document; where words stand in a text is counted in Unicode code points.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_json(
    hits: &ReleasedHits,
    unread: &[SessionId],
    query: &Query,
    to: &mut impl Write,
) -> io::Result<()> {
    let names = |ids: &[SessionId]| ids.iter().map(ToString::to_string).collect();
    let mut finder = Finder::of(query);
    let document = Document {
        format: FORMAT,
        version: VERSION,
        level: hits.level().word(),
        invented: hits.are_invented(),
        notes: entries(hits.notes(), query),
        texts: hits
            .texts()
            .iter()
            .map(|text| text_entry(text, &mut finder))
            .collect(),
        left_out: hits.left_out(),
        refused: names(hits.refused()),
        unread: names(unread),
    };
    write_document(&document, to)
}

/// Writes what was found for people: a line that says where a text stands and when it was said, and the text below. Behind
/// the notes of a session stand its further texts.
pub fn write_text(
    hits: &ReleasedHits,
    finder: &mut Finder,
    words: &Words,
    emphasis: Emphasis,
    to: &mut String,
) {
    let mut page = Page {
        finder,
        words,
        emphasis,
        places: HashMap::new(),
        to,
    };
    let mut texts = hits.texts().iter().peekable();
    for note in hits.notes() {
        while let Some(text) = texts.next_if(|text| text.session < note.session) {
            page.text(text);
        }
        page.note(note);
    }
    texts.for_each(|text| page.text(text));
}

/// When something was said: the place in the recording if there is one, else the time of the interview.
pub fn said(place: Place) -> String {
    let mut said = String::new();
    append_said(place, &mut said);
    said
}

fn append_said(place: Place, to: &mut String) {
    match place {
        Place::Recording { number, at_ms } => append_numbered_timecode(number, at_ms, to),
        Place::Interview(at_ms) => append_hours(at_ms, to),
    }
}

/// What is written for people.
struct Page<'page> {
    finder: &'page mut Finder,
    words: &'page Words,
    emphasis: Emphasis,
    /// What the places of texts that are no notes are called, as far as it was asked.
    places: HashMap<&'page TextPlace, String>,
    to: &'page mut String,
}

impl<'page> Page<'page> {
    fn note(&mut self, note: &FoundNote) {
        note.session.append(self.to);
        self.to.push(' ');
        note.id.append(self.to);
        self.to.push(' ');
        append_said(note.place, self.to);
        self.to.push(' ');
        self.to.push_str(note.topic.as_str());
        let words = self.words;
        self.part(note.title.as_deref().unwrap_or_default());
        self.part(&words.kind(note.kind));
        for (place, code) in note.codes.iter().enumerate() {
            self.to.push_str(if place == 0 { SEPARATOR } else { " " });
            self.to.push_str(&visible(code));
        }
        self.to.push('\n');
        self.excerpt(&note.text, note.language);
        if let Some(translation) = &note.translation {
            self.excerpt(translation, note.session_language);
        }
    }

    /// A part of a line behind others, if there is anything in it.
    fn part(&mut self, part: &str) {
        if !part.is_empty() {
            self.to.push_str(SEPARATOR);
            self.to.push_str(&visible(part));
        }
    }

    fn text(&mut self, text: &'page FurtherText) {
        let words = self.words;
        let place = self.places.entry(&text.place);
        let place = place.or_insert_with(|| visible(&words.text_place(&text.place)).into_owned());
        text.session.append(self.to);
        self.to.push(' ');
        self.to.push_str(place);
        if let Some(title) = text.title.as_deref() {
            self.to.push_str(SEPARATOR);
            self.to.push_str(&visible(title));
        }
        self.to.push('\n');
        self.excerpt(&text.text, text.language);
    }

    fn excerpt(&mut self, text: &CleanText, language: Language) {
        let text = text.as_str();
        self.to.push_str("    ");
        // A short text is shown whole, so that it only matters for emphasis where the words stand.
        if self.emphasis == Emphasis::None && text.len() <= 2 * CONTEXT {
            append_on_one_line(&visible(text), self.to);
        } else {
            let places = self.finder.find(text, language);
            append_excerpt(text, &places, self.emphasis, self.to);
        }
        self.to.push('\n');
    }
}

/// What stands between the parts of a line.
const SEPARATOR: &str = " · ";

/// A text on one line, around what was found first if it is long.
fn append_excerpt(text: &str, places: &[Range<usize>], emphasis: Emphasis, to: &mut String) {
    let excerpt = excerpt(text, places, CONTEXT, 2 * CONTEXT);
    if excerpt.is_cut_before {
        to.push('…');
    }
    for (piece, is_found) in excerpt.pieces {
        let is_bold = is_found && emphasis == Emphasis::Bold;
        to.push_str(if is_bold { "\u{1b}[1m" } else { "" });
        append_on_one_line(&visible(piece), to);
        to.push_str(if is_bold { "\u{1b}[22m" } else { "" });
    }
    if excerpt.is_cut_behind {
        to.push('…');
    }
}

fn append_on_one_line(text: &str, to: &mut String) {
    if !text.as_bytes().contains(&b'\n') {
        to.push_str(text);
        return;
    }
    for (place, line) in text.split('\n').enumerate() {
        to.push_str(if place == 0 { "" } else { " " });
        to.push_str(line);
    }
}

#[derive(Serialize)]
struct Document<'hits> {
    format: &'static str,
    version: u32,
    level: &'static str,
    invented: bool,
    notes: Vec<NoteEntry<'hits>>,
    texts: Vec<TextEntry<'hits>>,
    left_out: usize,
    refused: Vec<String>,
    unread: Vec<String>,
}

#[derive(Serialize)]
struct NoteEntry<'hits> {
    session: String,
    id: String,
    topic: &'hits str,
    title: Option<&'hits str>,
    kind: &'static str,
    origin: &'static str,
    lang: &'static str,
    at_ms: u64,
    recording: Option<usize>,
    timecode: Option<String>,
    codes: &'hits [String],
    text: &'hits str,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<&'hits str>,
    found: Vec<Stretch>,
}

#[derive(Serialize)]
struct TextEntry<'hits> {
    session: String,
    topic: Option<&'hits str>,
    title: Option<&'hits str>,
    field: Option<&'hits str>,
    lang: &'static str,
    text: &'hits str,
    found: Vec<Stretch>,
}

#[derive(Serialize)]
struct Stretch {
    start: usize,
    end: usize,
}

/// How many notes are worth a thread of their own.
const WORTH_A_THREAD: usize = 512;

/// The entries of the notes: on each processor the words are looked for in a part of them, as far as threads can be had.
fn entries<'hits>(notes: &'hits [FoundNote], query: &Query) -> Vec<NoteEntry<'hits>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut parts = notes.chunks(notes.len().div_ceil(threads).max(WORTH_A_THREAD));
    let first = parts.next().unwrap_or_default();
    thread::scope(|scope| {
        let others = parts.map(|notes| {
            let thread = thread::Builder::new().spawn_scoped(scope, move || made(notes, query));
            thread.map_err(|_| notes)
        });
        let others: Vec<Result<_, &[FoundNote]>> = others.collect();
        let mut entries = made(first, query);
        for other in others {
            entries.extend(match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(entries)) => entries,
                Ok(Err(panic)) => std::panic::resume_unwind(panic),
                Err(notes) => made(notes, query),
            });
        }
        entries
    })
}

/// The entries of some of the notes.
fn made<'hits>(notes: &'hits [FoundNote], query: &Query) -> Vec<NoteEntry<'hits>> {
    let mut finder = Finder::of(query);
    let entries = notes.iter().map(|note| entry(note, &mut finder));
    entries.collect()
}

fn entry<'hits>(note: &'hits FoundNote, finder: &mut Finder) -> NoteEntry<'hits> {
    let (recording, place) = match note.place {
        Place::Recording { number, at_ms } => (Some(number), Some(timecode(at_ms))),
        Place::Interview(_) => (None, None),
    };
    NoteEntry {
        session: note.session.to_string(),
        id: note.id.to_string(),
        topic: note.topic.as_str(),
        title: note.title.as_deref(),
        kind: words::kind(note.kind),
        origin: words::origin(note.origin),
        lang: note.language.tag(),
        at_ms: note.at_ms,
        recording,
        timecode: place,
        codes: &note.codes,
        text: note.text.as_str(),
        translation: note.translation.as_ref().map(CleanText::as_str),
        found: stretches(&note.text, note.language, finder),
    }
}

fn text_entry<'hits>(text: &'hits FurtherText, finder: &mut Finder) -> TextEntry<'hits> {
    let (topic, field) = match &text.place {
        TextPlace::Summary(topic) => (Some(topic.as_str()), None),
        TextPlace::Postscript(field) => (None, Some(field.as_str())),
        _ => (None, None),
    };
    TextEntry {
        session: text.session.to_string(),
        topic,
        title: text.title.as_deref(),
        field,
        lang: text.language.tag(),
        text: text.text.as_str(),
        found: stretches(&text.text, text.language, finder),
    }
}

/// Where the words that were looked for stand in a text, in code points.
fn stretches(text: &CleanText, language: Language, finder: &mut Finder) -> Vec<Stretch> {
    let text = text.as_str();
    let count = |end: usize| text.get(..end).unwrap_or_default().chars().count();
    let places = finder.find(text, language).into_iter();
    let stretches = places.map(|place| Stretch {
        start: count(place.start),
        end: count(place.end),
    });
    stretches.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str, emphasis: Emphasis) -> String {
        let mut finder = Finder::of(&Query::read(query).unwrap());
        let places = finder.find(text, Language::De);
        let mut line = String::new();
        append_excerpt(text, &places, emphasis, &mut line);
        line
    }

    #[test]
    fn a_short_note_is_shown_whole_and_on_one_line() {
        let text = "Kurze Wege\nüber die Grenze\u{7}";
        assert_eq!(
            shown(text, "grenzen", Emphasis::None),
            "Kurze Wege über die Grenze\u{fffd}"
        );
        assert_eq!(
            shown(text, "weg", Emphasis::Bold),
            "Kurze \u{1b}[1mWege\u{1b}[22m über die Grenze\u{fffd}"
        );
    }

    #[test]
    fn of_a_long_note_is_shown_what_stands_around_the_hit() {
        let text = format!("{} Grenze {}", "ä ".repeat(300), "ö ".repeat(300));
        let shown = shown(&text, "grenze", Emphasis::None);
        assert!(shown.starts_with('…') && shown.ends_with('…'));
        assert!(shown.contains("Grenze") && shown.chars().count() < 400);
    }
}
