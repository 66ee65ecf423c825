//! Notes that a search found, for people and as a JSON document: `leitfaden.search` version 1.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::json::{words, write_document};
use super::visible;
use crate::analysis::search::Finder;
use crate::anonymise::CleanText;
use crate::i18n::Words;
use crate::release::{FoundNote, ReleasedHits};
use crate::session::{SessionId, hours};

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
    finder: &mut Finder,
    to: &mut impl Write,
) -> io::Result<()> {
    let names = |ids: &[SessionId]| ids.iter().map(ToString::to_string).collect();
    let document = Document {
        format: FORMAT,
        version: VERSION,
        level: hits.level().word(),
        invented: !hits.notes().is_empty() && hits.notes().iter().all(|note| note.invented),
        notes: hits
            .notes()
            .iter()
            .map(|note| entry(note, finder))
            .collect(),
        left_out: hits.left_out(),
        refused: names(hits.refused()),
        unread: names(unread),
    };
    write_document(&document, to)
}

/// Writes the notes for people: a line that says where a note stands and when in the interview it was begun, and its text
/// below. Where in a recording that lies is not known here.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_text(
    hits: &ReleasedHits,
    finder: &mut Finder,
    words: &Words,
    emphasis: Emphasis,
    to: &mut impl Write,
) -> io::Result<()> {
    for note in hits.notes() {
        let title = note.title.as_deref().map(visible).unwrap_or_default();
        let mut line = format!(
            "{} {} {} {}",
            note.session,
            note.id,
            hours(note.at_ms),
            note.topic
        );
        for part in [title, words.kind(note.kind)] {
            if !part.is_empty() {
                line.push_str(" · ");
                line.push_str(&part);
            }
        }
        if !note.codes.is_empty() {
            line.push_str(" · ");
            line.push_str(&visible(&note.codes.join(" ")));
        }
        writeln!(to, "{line}")?;
        let translation = note
            .translation
            .as_ref()
            .map(|text| (text, note.session_language));
        for (text, language) in [(&note.text, note.language)].into_iter().chain(translation) {
            let text = text.as_str();
            // A short text is shown whole, so that it only matters for emphasis where the words stand.
            let is_whole = emphasis == Emphasis::None && text.len() <= 2 * CONTEXT;
            let places = if is_whole {
                Vec::new()
            } else {
                finder.find(text, language)
            };
            writeln!(to, "    {}", excerpt(text, &places, emphasis))?;
        }
    }
    Ok(())
}

/// A text on one line, around what was found first if it is long.
fn excerpt(text: &str, places: &[Range<usize>], emphasis: Emphasis) -> String {
    let first = places.first().map_or(0..0, Clone::clone);
    let before = text.get(..first.start).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .nth(CONTEXT)
        .map_or(0, |(at, _)| at);
    let behind = text.get(first.end..).unwrap_or_default();
    let end = behind
        .char_indices()
        .nth(2 * CONTEXT)
        .map_or(text.len(), |(at, _)| first.end + at);
    let mut shown = String::new();
    if start > 0 {
        shown.push('…');
    }
    let mut at = start;
    for place in places {
        if place.start < at || place.end > end {
            continue;
        }
        shown.push_str(&visible(text.get(at..place.start).unwrap_or_default()));
        let found = visible(text.get(place.clone()).unwrap_or_default());
        match emphasis {
            Emphasis::None => shown.push_str(&found),
            Emphasis::Bold => shown.extend(["\u{1b}[1m", &*found, "\u{1b}[22m"]),
        }
        at = place.end;
    }
    shown.push_str(&visible(text.get(at..end).unwrap_or_default()));
    if end < text.len() {
        shown.push('…');
    }
    shown.replace('\n', " ")
}

#[derive(Serialize)]
struct Document<'hits> {
    format: &'static str,
    version: u32,
    level: &'static str,
    invented: bool,
    notes: Vec<NoteEntry<'hits>>,
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
    codes: &'hits [String],
    text: &'hits str,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<&'hits str>,
    found: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

fn entry<'hits>(note: &'hits FoundNote, finder: &mut Finder) -> NoteEntry<'hits> {
    let text = note.text.as_str();
    let count = |end: usize| text.get(..end).unwrap_or_default().chars().count();
    let places = finder.find(text, note.language);
    NoteEntry {
        session: note.session.to_string(),
        id: note.id.to_string(),
        topic: note.topic.as_str(),
        title: note.title.as_deref(),
        kind: words::kind(note.kind),
        origin: words::origin(note.origin),
        lang: note.language.tag(),
        at_ms: note.at_ms,
        codes: &note.codes,
        text,
        translation: note.translation.as_ref().map(CleanText::as_str),
        found: places
            .into_iter()
            .map(|place| Place {
                start: count(place.start),
                end: count(place.end),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::search::Query;
    use crate::language::Language;

    fn shown(text: &str, query: &str, emphasis: Emphasis) -> String {
        let mut finder = Finder::of(&Query::read(query).unwrap());
        let places = finder.find(text, Language::De);
        excerpt(text, &places, emphasis)
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
