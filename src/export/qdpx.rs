//! A project for programs of qualitative analysis (REFI-QDA 1.0, `.qdpx`): each session a case and a text, each note a
//! passage with its topics and codes.
//!
//! Source: REFI-QDA standard 1.5 with its schema of version 1.0. Besides, what programs need that read it: the origin is
//! named, texts lie in files of their own, notes are dated, lines end with LF, no byte order mark, positions count code
//! points and the end is not part of a passage.

mod source;
mod variables;

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::identity::identity;
use super::pack::{Packed, pack};
use super::refi::{ORIGIN, code_id, codebook_of, topic_id, write_codes};
use super::xml::Xml;
use super::{Collection, report};
use crate::i18n::{Text, Value, Words};
use crate::release::{Released, When};
use crate::session::Note;
use source::SourceText;
use variables::Variables;

/// The namespace of version 1.0.
const NAMESPACE: &str = "urn:QDA-XML:project:1.0";

/// Writes the project.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(collection: &Collection, words: &Words, to: &mut impl Write) -> io::Result<()> {
    let sources: Vec<SourceText> = collection
        .sessions()
        .iter()
        .map(|released| SourceText::of(released, words))
        .collect();
    let about = About::of(collection, words);
    let mut files = vec![Packed {
        path: "project.qde".to_owned(),
        bytes: project(collection, &sources, &about, words)?,
    }];
    for source in &sources {
        files.push(file(&source.guid, &source.text));
    }
    files.push(file(&about.guid, &about.text));
    pack(&files, to)
}

fn file(guid: &str, text: &str) -> Packed {
    Packed {
        path: format!("sources/{guid}.txt"),
        bytes: text.as_bytes().to_vec(),
    }
}

/// The note about the export itself.
struct About {
    guid: String,
    text: String,
    date: String,
}

impl About {
    fn of(collection: &Collection, words: &Words) -> Self {
        // A note must be dated; the latest of the sessions gives away nothing more than they do.
        let dates = collection.sessions().iter().map(date);
        Self {
            guid: identity("about", &[collection.level().word()]),
            text: format!("{}\n", report::lines(collection, words).join("\n")),
            date: dates
                .max()
                .unwrap_or_else(|| "1980-01-01T00:00:00Z".to_owned()),
        }
    }
}

fn project(
    collection: &Collection,
    sources: &[SourceText],
    about: &About,
    words: &Words,
) -> io::Result<Vec<u8>> {
    let level = words.level(collection.level()).into_owned();
    let name = words.text_with(Text::ExportProjectName, &[("level", Value::from(level))]);
    let users = users(collection);
    let variables = Variables::of(collection, words);
    let mut xml = Xml::new()?;
    let first = user_id(users.first().copied().unwrap_or(1));
    xml.open(
        "Project",
        &[
            ("xmlns", NAMESPACE),
            ("name", &name),
            ("origin", ORIGIN),
            ("creatingUserGUID", &first),
        ],
    )?;
    write_users(&users, &mut xml)?;
    let codes = codebook_of(collection, words);
    if !codes.is_empty() {
        xml.open("CodeBook", &[])?;
        write_codes(&codes, &mut xml)?;
        xml.close("CodeBook")?;
    }
    variables.write(&mut xml)?;
    if !sources.is_empty() {
        xml.open("Cases", &[])?;
        for (released, source) in collection.sessions().iter().zip(sources) {
            write_case(released, source, &variables, collection, words, &mut xml)?;
        }
        xml.close("Cases")?;
        xml.open("Sources", &[])?;
        for (released, source) in collection.sessions().iter().zip(sources) {
            write_source(released, source, words, &mut xml)?;
        }
        xml.close("Sources")?;
    }
    write_about(about, &first, words, &mut xml)?;
    xml.text("Description", &[], about.text.trim_end())?;
    xml.empty("NoteRef", &[("targetGUID", &about.guid)])?;
    xml.close("Project")?;
    xml.finish()
}

/// The note-takers. They are numbers: a program would show a name as that of the coder.
fn users(collection: &Collection) -> Vec<u8> {
    let notes = collection.sessions().iter().flat_map(Released::notes);
    let mut takers: BTreeSet<u8> = notes.map(|note| note.id.taker).collect();
    if takers.is_empty() {
        takers.insert(1);
    }
    takers.into_iter().collect()
}

fn user_id(taker: u8) -> String {
    identity("taker", &[&taker.to_string()])
}

fn write_users(users: &[u8], xml: &mut Xml) -> io::Result<()> {
    xml.open("Users", &[])?;
    for taker in users {
        let name = format!("I{taker}");
        xml.empty("User", &[("guid", &user_id(*taker)), ("name", &name)])?;
    }
    xml.close("Users")
}

fn write_case(
    released: &Released,
    source: &SourceText,
    variables: &Variables,
    collection: &Collection,
    words: &Words,
    xml: &mut Xml,
) -> io::Result<()> {
    let id = released.id().to_string();
    xml.open(
        "Case",
        &[("guid", &identity("case", &[&id])), ("name", &id)],
    )?;
    variables.write_values(released, collection, words, xml)?;
    xml.empty("SourceRef", &[("targetGUID", &source.guid)])?;
    xml.close("Case")
}

fn write_source(
    released: &Released,
    source: &SourceText,
    words: &Words,
    xml: &mut Xml,
) -> io::Result<()> {
    let id = released.id().to_string();
    let path = format!("internal://{}.txt", source.guid);
    let date = date(released);
    let taker = released.notes().first().map_or(1, |note| note.id.taker);
    xml.open(
        "TextSource",
        &[
            ("guid", &source.guid),
            ("name", &id),
            ("plainTextPath", &path),
            ("creatingUser", &user_id(taker)),
            ("creationDateTime", &date),
            ("modifiedDateTime", &date),
        ],
    )?;
    for passage in &source.passages {
        let note = passage.note(released);
        let Some(note) = note else { continue };
        write_passage(
            released,
            note,
            passage.start,
            passage.end,
            &date,
            words,
            xml,
        )?;
    }
    xml.close("TextSource")
}

fn write_passage(
    released: &Released,
    note: &Note,
    start: usize,
    end: usize,
    date: &str,
    words: &Words,
    xml: &mut Xml,
) -> io::Result<()> {
    let (session, number) = (released.id().to_string(), note.id.to_string());
    let user = user_id(note.id.taker);
    xml.open(
        "PlainTextSelection",
        &[
            ("guid", &identity("note", &[&session, &number])),
            ("name", &number),
            ("startPosition", &start.to_string()),
            ("endPosition", &end.to_string()),
            ("creatingUser", &user),
            ("creationDateTime", date),
        ],
    )?;
    xml.text("Description", &[], &words.kind(note.kind))?;
    let guide = released.guide().id.as_str();
    let topics = std::iter::once(&note.topic).chain(&note.also_in);
    let topics = topics.map(|topic| topic_id(guide, topic.as_str()));
    let codes = note.codes.iter().map(|code| code_id(guide, code));
    // A code may stand once only at a passage.
    let mut known = BTreeSet::new();
    for code in topics
        .chain(codes)
        .filter(|code| known.insert(code.clone()))
    {
        xml.open(
            "Coding",
            &[
                ("guid", &identity("coding", &[&session, &number, &code])),
                ("creatingUser", &user),
                ("creationDateTime", date),
            ],
        )?;
        xml.empty("CodeRef", &[("targetGUID", &code)])?;
        xml.close("Coding")?;
    }
    xml.close("PlainTextSelection")
}

fn write_about(about: &About, by: &str, words: &Words, xml: &mut Xml) -> io::Result<()> {
    xml.open("Notes", &[])?;
    xml.empty(
        "Note",
        &[
            ("guid", &about.guid),
            ("name", &words.text(Text::ExportAbout)),
            ("plainTextPath", &format!("internal://{}.txt", about.guid)),
            ("creatingUser", by),
            ("creationDateTime", &about.date),
            ("modifiedDateTime", &about.date),
        ],
    )?;
    xml.close("Notes")
}

/// The date of a session, at most to the day, and never the hour: that would tell who was asked when.
fn date(released: &Released) -> String {
    let (year, month, day) = match released.began().unwrap_or(released.prepared()) {
        When::Instant(instant) => (instant.year(), u8::from(instant.month()), instant.day()),
        When::Day(date) => (date.year(), u8::from(date.month()), date.day()),
        When::Quarter { year, quarter } => (year, quarter.saturating_sub(1) * 3 + 1, 1),
    };
    format!("{year:04}-{month:02}-{day:02}T00:00:00Z")
}
