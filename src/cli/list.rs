//! `leitfaden list`: the sessions of the study.

use clap::Args;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::console::Console;
use super::ending::Ending;
use super::progress;
use crate::export::json::{self, words};
use crate::i18n::{Text, Value, Words};
use crate::operations::list::{self, Entry, Listed};
use crate::operations::process;
use crate::release::Due;
use crate::session::SessionId;

/// What is due of sessions.
type Waiting = [(SessionId, Vec<Due>)];

/// What `list` accepts.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Lists the sessions, and what is due of them. Those that cannot be read are named, and the command then ends with 1.
pub(super) fn run(arguments: &ListArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let listed = {
        let mut progress = progress::Line::new(console);
        list::list(&study, &mut |made| progress.show(made))
    };
    let listed = listed.map_err(|error| console.words.study_error(&error))?;
    let now = process::now();
    let waiting = {
        let mut line = progress::Line::new(console);
        list::waiting(&study, &listed, now, &mut |done, of| line.count(done, of))
    };
    let withdrawn = study
        .withdrawn()
        .map_err(|error| console.words.study_error(&error))?;
    if arguments.json {
        let sessions = listed.iter();
        let sessions = sessions.filter_map(|listed| document(listed, &waiting));
        let sessions = sessions.collect();
        let document = Document {
            format: "leitfaden.sessions",
            version: 1,
            sessions,
            withdrawn: withdrawn.iter().map(ToString::to_string).collect(),
        };
        json::write_document(&document, &mut console.output)?;
    } else if listed.is_empty() {
        let (empty, hint) = (Text::ListEmpty, Text::ListEmptyHint);
        let message = format!(
            "{}\n{}",
            console.words.text(empty),
            console.words.text(hint)
        );
        console.say(&message);
    } else {
        let rows = rows(&listed, &console.words);
        console.table(&rows)?;
        if !waiting.is_empty() {
            writeln!(console.output)?;
            let rows = due_rows(&waiting, now, &console.words);
            console.table(&rows)?;
        }
    }
    say_withdrawn(&withdrawn, console);
    console.name_unread(
        listed
            .iter()
            .filter_map(|listed| listed.entry.as_ref().err()),
    )
}

/// Counts what is no more, so that nobody takes the list for all there was.
fn say_withdrawn(withdrawn: &[SessionId], console: &mut Console<'_>) {
    if !withdrawn.is_empty() {
        let sessions: Vec<String> = withdrawn.iter().map(ToString::to_string).collect();
        let values = [
            ("count", Value::from(withdrawn.len())),
            ("sessions", Value::from(sessions.join(", "))),
        ];
        let message = console.words.text_with(Text::ListWithdrawn, &values);
        console.say(&message);
    }
}

fn rows(listed: &[Listed], words: &Words) -> Vec<Vec<String>> {
    let heads = [
        Text::ListSession,
        Text::ListProgress,
        Text::ListNotes,
        Text::ListCovered,
        Text::ListMode,
        Text::ListGuide,
    ];
    let heads = heads.map(|head| words.text(head).into_owned()).to_vec();
    let sessions = listed.iter().filter_map(|listed| {
        let entry = listed.entry.as_ref().ok()?;
        Some(row(listed, entry, words))
    });
    std::iter::once(heads).chain(sessions).collect()
}

fn row(listed: &Listed, entry: &Entry, words: &Words) -> Vec<String> {
    let readable = &entry.readable;
    let covered = entry
        .covered
        .map_or_else(|| "–".to_owned(), |(settled, of)| format!("{settled}/{of}"));
    let mut row = vec![
        listed.id.to_string(),
        words.progress(readable.progress).into_owned(),
        readable.notes.to_string(),
        covered,
        words.mode(readable.mode).into_owned(),
        entry.guide.clone(),
    ];
    let mut remarks = Vec::new();
    if listed.taker > 1 {
        let taker = [("taker", Value::from(usize::from(listed.taker)))];
        remarks.push(words.text_with(Text::ListOtherTaker, &taker).into());
    }
    if readable.invented {
        remarks.push(words.text(Text::ListInvented));
    }
    if readable.unfolded {
        remarks.push(words.text(Text::ListUnfolded));
    }
    row.push(remarks.join(", "));
    row
}

/// What is due, a line each, under a head.
fn due_rows(waiting: &Waiting, now: OffsetDateTime, words: &Words) -> Vec<Vec<String>> {
    let heads = [Text::ListSession, Text::DueTitle];
    let heads = heads.map(|head| words.text(head).into_owned()).to_vec();
    let rows = waiting.iter().flat_map(|(id, due)| {
        due.iter().map(|due| {
            let (task, when) = (words.task(due.task), words.due_when(due, now));
            vec![id.to_string(), task, when]
        })
    });
    std::iter::once(heads).chain(rows).collect()
}

#[derive(Serialize)]
struct Document<'listed> {
    format: &'static str,
    version: u32,
    sessions: Vec<SessionEntry<'listed>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    withdrawn: Vec<String>,
}

#[derive(Serialize)]
struct SessionEntry<'listed> {
    id: String,
    /// Whose protocol it is, if the first note-taker's is not here.
    #[serde(skip_serializing_if = "Option::is_none")]
    taker: Option<u8>,
    progress: &'static str,
    notes: usize,
    must_settled: Option<usize>,
    must: Option<usize>,
    mode: &'static str,
    guide: &'listed str,
    prepared: String,
    invented: bool,
    unfolded: bool,
    /// What is due of it, the most urgent first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    due: Vec<DueEntry>,
}

#[derive(Serialize)]
struct DueEntry {
    task: &'static str,
    /// How many fields or places, where that is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    by: String,
    overdue: bool,
}

impl DueEntry {
    fn of(due: &Due) -> Self {
        Self {
            task: due.task.word(),
            count: due.task.count(),
            by: moment(due.by),
            overdue: due.is_overdue,
        }
    }
}

/// Only years beyond 9999 cannot be written so; no session has one.
fn moment(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

fn document<'listed>(listed: &'listed Listed, waiting: &Waiting) -> Option<SessionEntry<'listed>> {
    let entry = listed.entry.as_ref().ok()?;
    let readable = &entry.readable;
    let due = waiting.iter().filter(|(id, _)| *id == listed.id);
    let due = due.flat_map(|(_, due)| due);
    Some(SessionEntry {
        id: listed.id.to_string(),
        taker: (listed.taker > 1).then_some(listed.taker),
        progress: words::progress(readable.progress),
        notes: readable.notes,
        must_settled: entry.covered.map(|(settled, _)| settled),
        must: entry.covered.map(|(_, of)| of),
        mode: readable.mode.word(),
        guide: &entry.guide,
        prepared: moment(readable.created),
        invented: readable.invented,
        unfolded: readable.unfolded,
        due: due.map(DueEntry::of).collect(),
    })
}
