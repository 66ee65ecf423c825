//! One record of a stream of them: `{"id","lang","text"}` in, `{"id","text","findings"}` out.
//!
//! Fields that are not known are accepted and left out: they may hold anything, names too.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::LineEnds;
use super::stretch::{Ready, Stretches};
use super::tidy::{Tidy, tidy};
use crate::anonymise::{Finding, Memory};
use crate::language::{Language, is_forbidden_control};

/// What is wrong with a line. Never holds any of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordFault {
    /// It is no JSON object; the column says where that shows.
    NotAnObject {
        /// In bytes, from 1.
        column: usize,
    },
    /// A field is missing.
    Missing(&'static str),
    /// A field stands there twice.
    Twice,
    /// A field holds a value that it cannot have.
    Wrong(&'static str),
}

/// A record.
pub(super) struct Record {
    id: Id,
    /// The language, if the record says it.
    pub(super) language: Option<Language>,
    text: Zeroizing<String>,
}

/// How a record is called: it goes through as it is.
#[derive(Serialize)]
#[serde(untagged)]
enum Id {
    Number(Box<RawValue>),
    Word(String),
}

#[derive(Deserialize)]
struct Fields<'line> {
    #[serde(borrow)]
    id: Option<&'line RawValue>,
    #[serde(borrow)]
    lang: Option<&'line RawValue>,
    #[serde(borrow)]
    text: Option<&'line RawValue>,
}

#[derive(Serialize)]
struct Cleaned<'record> {
    id: &'record Id,
    text: &'record str,
    findings: Vec<Found>,
}

/// A record without names as a line, and what was found in it.
pub(super) type CleanedLine = (Vec<u8>, Vec<Finding>);

/// A find; the places are counted in code points of the text of the record.
#[derive(Serialize)]
struct Found {
    start: usize,
    end: usize,
    kind: &'static str,
    certainty: &'static str,
}

impl Record {
    /// Reads a line.
    pub(super) fn read(line: &str) -> Result<Self, RecordFault> {
        let not_an_object = |column: usize| RecordFault::NotAnObject {
            column: column.max(1),
        };
        // A list would be read as the fields in their order.
        if !line.trim_start().starts_with('{') {
            return Err(not_an_object(1 + line.len() - line.trim_start().len()));
        }
        let fields: Fields<'_> =
            serde_json::from_str(line).map_err(|error| match error.classify() {
                // Of well-formed JSON only a field that comes again is refused.
                Category::Data => RecordFault::Twice,
                _ => not_an_object(error.column()),
            })?;
        let id = fields.id.ok_or(RecordFault::Missing("id"))?;
        let text = fields.text.ok_or(RecordFault::Missing("text"))?;
        Ok(Self {
            id: read_id(id).ok_or(RecordFault::Wrong("id"))?,
            language: match fields.lang {
                Some(lang) => Some(read_language(lang).ok_or(RecordFault::Wrong("lang"))?),
                None => None,
            },
            text: serde_json::from_str(text.get())
                .map(Zeroizing::new)
                .map_err(|_| RecordFault::Wrong("text"))?,
        })
    }

    /// The records without names, each as a line, and what was found in each. Each has a memory of its own; together
    /// they are searched more quickly.
    pub(super) fn clean_all(
        records: &[Self],
        mut memories: Vec<Memory>,
        line_ends: LineEnds,
    ) -> Vec<CleanedLine> {
        let tidied: Vec<Tidy<'_>> = records.iter().map(|record| tidy(&record.text)).collect();
        let mut stretches: Vec<Stretches<'_>> = tidied
            .iter()
            .zip(&mut memories)
            .map(|(tidied, memory)| begun(&tidied.text, memory, line_ends))
            .collect();
        Stretches::finish_all(&mut stretches);
        let all = records.iter().zip(&tidied).zip(&mut stretches);
        all.map(|((record, tidied), stretches)| record.cleaned(tidied, stretches.take()))
            .collect()
    }

    fn cleaned(&self, tidied: &Tidy<'_>, ready: Ready) -> CleanedLine {
        let mut places = Places::of(&self.text);
        let findings = ready.findings.iter().map(|finding| {
            let span = tidied.to_source(&finding.span);
            Found {
                start: places.count(span.start),
                end: places.count(span.end),
                kind: finding.kind().code(),
                certainty: finding.certainty().code(),
            }
        });
        let cleaned = Cleaned {
            id: &self.id,
            findings: findings.collect(),
            text: &ready.text,
        };
        (line_of(&cleaned), ready.findings)
    }
}

/// A text of which all is searched but its end.
fn begun<'memory>(
    text: &str,
    memory: &'memory mut Memory,
    line_ends: LineEnds,
) -> Stretches<'memory> {
    let is_cut = Stretches::new(memory, line_ends).is_cut(text);
    if is_cut {
        // What is found behind a cut is known before it too: a record is one text.
        let mut stretches = Stretches::new(memory, line_ends);
        stretches.push(text);
        stretches.finish();
    }
    let mut stretches = Stretches::new(memory, line_ends);
    stretches.push(text);
    stretches
}

/// A record on one line. Nothing in it steers a terminal: names of records are written with escapes.
fn line_of(cleaned: &Cleaned<'_>) -> Vec<u8> {
    // Everything in a record can be written.
    let record = serde_json::to_string(cleaned).unwrap_or_default();
    let mut line = String::with_capacity(record.len() + 1);
    let mut units = [0; 2];
    for character in record.chars() {
        if is_forbidden_control(character) {
            for unit in character.encode_utf16(&mut units) {
                // Writing into a text cannot fail.
                let _ = write!(line, "\\u{unit:04x}");
            }
        } else {
            line.push(character);
        }
    }
    line.push('\n');
    line.into_bytes()
}

fn read_id(raw: &RawValue) -> Option<Id> {
    match raw.get().chars().next()? {
        '"' => serde_json::from_str(raw.get()).ok().map(Id::Word),
        '-' | '0'..='9' => Some(Id::Number(raw.to_owned())),
        _ => None,
    }
}

fn read_language(raw: &RawValue) -> Option<Language> {
    let tag: String = serde_json::from_str(raw.get()).ok()?;
    Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)
}

/// Counts code points up to places that come in order.
struct Places<'text> {
    rest: &'text str,
    bytes: usize,
    count: usize,
}

impl<'text> Places<'text> {
    const fn of(text: &'text str) -> Self {
        Self {
            rest: text,
            bytes: 0,
            count: 0,
        }
    }

    fn count(&mut self, at: usize) -> usize {
        let length = at.saturating_sub(self.bytes).min(self.rest.len());
        let (passed, rest) = self
            .rest
            .split_at_checked(self.rest.ceil_char_boundary(length))
            .unwrap_or((self.rest, ""));
        self.bytes += passed.len();
        self.count += passed.chars().count();
        self.rest = rest;
        self.count
    }
}
