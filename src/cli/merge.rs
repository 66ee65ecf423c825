//! `leitfaden merge`: puts another note-taker's protocol into the session.

mod apart;

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::asking;
use super::console::Console;
use super::ending::Ending;
use super::guide::guide_trouble;
use super::outside;
use super::protect;
use super::values;
use crate::analysis;
use crate::anonymise::{ProtectedWords, SlotKey};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::merge::{self, JoinError, MergeTrouble, Prepared};
use crate::operations::process;
use crate::session::{MergeError, Session, SessionId, TextPlace, hours};
use crate::store::Study;

/// What `merge` accepts.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// The other note-taker's protocol, such as sessions/A-1.t2.ron
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = values::path())]
    pub file: PathBuf,

    /// The protected words that both note-takers had, one entity a line: who stands in the same place of the list is the
    /// same in both protocols, and the names are taken out of both; - reads the standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub protect_file: Option<PathBuf>,

    /// Two placeholders of the merged session that stand for the same, such as "Person 4=Person 1": the first becomes the
    /// second
    #[arg(long, value_name = "ONE=OTHER", value_parser = apart::pair)]
    pub join: Vec<(SlotKey, SlotKey)>,

    /// Only say what would come of it
    #[arg(long)]
    pub dry_run: bool,

    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

/// Says what comes of it, asks if something is struck by it, merges, and prints the numbers of notes that lie side by
/// side, a pair a line.
pub(super) fn run(arguments: &MergeArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    let mut prepared = prepare(arguments, &study, &protected)
        .map_err(|error| of_merge(&error, arguments, &study, &console.words))?;
    say_what_comes(&prepared, arguments, console);
    if asking::can_ask() && !arguments.yes && !arguments.dry_run {
        apart::ask(&mut prepared, console)?;
    } else {
        apart::name(&prepared, console);
    }
    say_overlaps(prepared.session(), arguments, console);
    say_disputes(prepared.session(), console);
    if arguments.dry_run {
        let nothing = console.words.text(Text::MergeDryRun).into_owned();
        console.say(&nothing);
        return Ok(());
    }
    let struck = prepared.merged().struck.len();
    if struck > 0 {
        let question = console.words.counted(Text::MergeAsk, struck);
        if !asking::is_confirmed(arguments.yes, &question, console)? {
            return Err(Ending::Found);
        }
    }
    let done = prepared
        .carry_out()
        .map_err(|error| of_merge(&error, arguments, &study, &console.words))?;
    let merged = &done.merged;
    outside::say_cleared(&done.cleared, console);
    if struck > 0 {
        let session = &merged.session;
        let (id, exports) = (&session.header.id, &session.exports);
        outside::say(id, exports, &session.archived, console);
    }
    for (one, other) in merged.session.overlaps() {
        writeln!(console.output, "{one}\t{other}")?;
    }
    let values = [
        ("session", Value::from(arguments.session.to_string())),
        ("count", Value::from(merged.session.notes.len())),
    ];
    let line = console.words.text_with(Text::MergeDone, &values);
    console.say(&line);
    Ok(())
}

fn prepare(
    arguments: &MergeArguments,
    study: &Study,
    protected: &ProtectedWords,
) -> Result<Prepared, MergeTrouble> {
    let (session, file) = (&arguments.session, &arguments.file);
    let mut prepared = merge::prepare(study, session, file, protected, process::now())?;
    for (from, into) in &arguments.join {
        prepared.join(*from, *into)?;
    }
    Ok(prepared)
}

fn say_what_comes(prepared: &Prepared, arguments: &MergeArguments, console: &mut Console<'_>) {
    let has_list = arguments.protect_file.is_some();
    let merged = prepared.merged();
    let words = &console.words;
    let mut lines = vec![words.counted(Text::MergeNotes, merged.notes)];
    if prepared.is_folded() {
        lines.push(words.text(Text::MergeFolded).into_owned());
    }
    if merged.later_ms != 0 {
        let seconds = merged.later_ms.unsigned_abs().div_ceil(1000);
        let text = if merged.later_ms > 0 {
            Text::MergeLater
        } else {
            Text::MergeEarlier
        };
        let seconds = usize::try_from(seconds).unwrap_or(usize::MAX);
        lines.push(words.counted(text, seconds));
    }
    let counted = [
        (Text::MergeSameSlots, merged.same_slots.len()),
        (Text::MergeNewSlots, merged.new_slots.len()),
        (Text::MergeReplaced, prepared.replaced()),
        (Text::MergeStruck, merged.struck.len()),
    ];
    // Who gave a list of names wants to know what it did, even if that is nothing.
    let is_said = |text, count| count > 0 || has_list && matches!(text, Text::MergeReplaced);
    let counted = counted.into_iter();
    let counted = counted.filter(|(text, count)| is_said(*text, *count));
    lines.extend(counted.map(|(text, count)| words.counted(text, count)));
    let struck = merged.struck.iter();
    lines.extend(struck.map(|place| format!("  {}", struck_place(place, prepared, words))));
    for line in lines {
        console.say(&line);
    }
}

/// Where a text is struck: of a note its number, cell and time.
fn struck_place(place: &TextPlace, prepared: &Prepared, words: &Words) -> String {
    let said = words.text_place(place);
    let TextPlace::Note(note) = place else {
        return said;
    };
    let mut tombstones = prepared.session().tombstones.iter();
    let tombstone = tombstones.find(|tombstone| tombstone.note == *note);
    tombstone.map_or(said.clone(), |tombstone| {
        format!("{said}  {}  {}", tombstone.topic, hours(tombstone.at_ms))
    })
}

fn say_overlaps(session: &Session, arguments: &MergeArguments, console: &mut Console<'_>) {
    let overlaps = session.overlaps().len();
    if overlaps > 0 {
        let values = [
            ("count", Value::from(overlaps)),
            ("session", Value::from(arguments.session.to_string())),
        ];
        let line = console.words.text_with(Text::MergeOverlaps, &values);
        console.say(&line);
    }
}

/// Names the cells of which the two protocols say different things, and what holds of each until it is settled.
fn say_disputes(session: &Session, console: &mut Console<'_>) {
    for topic in analysis::disputed(session) {
        let dispute = session.disputed(&topic);
        let said = dispute.map_or_else(String::new, |dispute| console.words.dispute(dispute));
        let values = [
            ("topic", Value::from(topic.to_string())),
            ("states", Value::from(said)),
            ("session", Value::from(session.header.id.to_string())),
            (
                "holds",
                Value::from(console.words.state(session.cell(&topic)).into_owned()),
            ),
        ];
        let line = console.words.text_with(Text::MergeDisputed, &values);
        console.say(&line);
    }
}

fn of_merge(
    error: &MergeTrouble,
    arguments: &MergeArguments,
    study: &Study,
    words: &Words,
) -> Explanation {
    match error {
        MergeTrouble::Study(error) => words.study_error(error),
        MergeTrouble::Guide(trouble) => guide_trouble(trouble, study, words),
        MergeTrouble::Save(error) => words.save_error(error),
        MergeTrouble::Merge(error) => {
            let values = [
                ("session", Value::from(arguments.session.to_string())),
                ("path", Value::from(arguments.file.display().to_string())),
            ];
            let cause = match error {
                MergeError::OtherSession(found) => words.text_with(
                    Text::MergeOtherSession,
                    &[("found", Value::from(found.to_string()))],
                ),
                MergeError::OtherGuide { id, edition } => words.text_with(
                    Text::MergeOtherGuide,
                    &[
                        ("guide", Value::from(id.clone())),
                        ("edition", Value::from(edition.clone())),
                    ],
                ),
                MergeError::OtherTime => words.text(Text::MergeOtherTime).into_owned(),
                MergeError::Invented => words.text(Text::MergeInvented).into_owned(),
            };
            Explanation::new(words.text_with(Text::MergeRefused, &values))
                .because(cause)
                .hinting(words.text(Text::MergeRefusedHint))
        }
        MergeTrouble::Join(error) => of_join(*error, words),
    }
}

fn of_join(error: JoinError, words: &Words) -> Explanation {
    let placeholder = |slot: SlotKey| Value::from(slot.placeholder(words.language()));
    match error {
        JoinError::Unknown(slot) => Explanation::new(
            words.text_with(Text::MergeJoinUnknown, &[("slot", placeholder(slot))]),
        )
        .hinting(words.text(Text::MergeJoinUnknownHint)),
        JoinError::Unlike(one, other) => Explanation::new(words.text_with(
            Text::MergeJoinUnlike,
            &[("one", placeholder(one)), ("other", placeholder(other))],
        )),
    }
}
