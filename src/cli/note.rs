//! `leitfaden note`: keeps a note whose text comes from the standard input.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::guide::guide_trouble;
use super::protect;
use super::values::{self, ValueFault};
use crate::i18n::{Explanation, Text, Value, Words, repeated};
use crate::operations::input::{self, InputError};
use crate::operations::note::{self, Kept, LONGEST, NewNote, NoteError};
use crate::operations::process;
use crate::session::{MissingRecording, Moment, NoteKind, SessionId, Span, hours};
use crate::store::Study;

/// What `note` accepts.
#[derive(Debug, Args)]
pub struct NoteArguments {
    /// The session, such as A-1
    #[arg(value_parser = values::session)]
    pub session: SessionId,

    /// The cell: a topic of the guide such as b3.t2, or the bin outside the guide such as b3.out
    #[arg(long, value_name = "ID")]
    pub topic: String,

    /// What kind of note it is
    #[arg(long, value_name = "KIND", default_value = "paraphrase",
        value_parser = values::words(NoteKind::ALL, kind))]
    pub kind: NoteKind,

    /// When it was said: #hh:mm:ss-t# in the recording (2:#hh:mm:ss-t# in the second), or hh:mm:ss or mm:ss since the interview began
    #[arg(long, value_name = "TIMECODE", value_parser = values::moment)]
    pub at: Option<Moment>,

    /// A file of protected words, one entity a line
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = values::unless_stream(ValueFault::InputIsText))]
    pub protect_file: Option<PathBuf>,
}

/// Keeps the text of the standard input as a note, and prints its number.
pub(super) fn run(arguments: &NoteArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    let text = input::read(&mut *console.input, LONGEST)
        .map_err(|error| of_text(&error, &console.words))?;
    let is_listed = !protected.is_empty();
    let new = NewNote {
        session: arguments.session.clone(),
        topic: arguments.topic.clone(),
        kind: arguments.kind,
        at: arguments.at,
        text: &text,
        protected,
        allowed: &console.allowed,
        now: process::now(),
    };
    let kept = note::keep(&study, &new)
        .map_err(|error| of_note(&error, arguments, &study, &console.words))?;
    say_what_was_done(&kept, is_listed, console);
    writeln!(console.output, "{}", kept.note)?;
    Ok(())
}

fn say_what_was_done(kept: &Kept, is_listed: bool, console: &mut Console<'_>) {
    if kept.replaced > 0 {
        let message = console.words.counted(Text::NoteKeptFindings, kept.replaced);
        console.say(&message);
    }
    if kept.masked > 0 {
        let message = console.words.counted(Text::NoteMasked, kept.masked);
        console.say(&message);
    }
    if kept.unnamed > 0 {
        let message = console.words.counted(Text::NoteUnnamed, kept.unnamed);
        let hint = console.words.text(Text::NoteUnnamedHint).into_owned();
        console.say(&message);
        console.say(&hint);
    } else if !is_listed {
        let message = console.words.text(Text::NoteUnlisted).into_owned();
        console.say(&message);
    }
    let conflicts = kept.cleared.conflicts.iter();
    let conflicts = conflicts.map(|path| (Text::NoteConflict, path));
    let remaining = kept.cleared.remaining.iter();
    let remaining = remaining.map(|path| (Text::NoteRemaining, path));
    for (text, path) in conflicts.chain(remaining) {
        let path = Value::from(path.display().to_string());
        let message = console.words.text_with(text, &[("path", path)]);
        console.say(&message);
    }
    if let Some(error) = &kept.unfinished {
        let note = Value::from(kept.note.to_string());
        let message = console
            .words
            .text_with(Text::NoteUnfinished, &[("note", note)]);
        console.say(&message);
        let failed = console.words.save_error(error);
        let reasons = std::iter::once(failed.error).chain(failed.causes);
        for reason in reasons {
            console.say(&reason);
        }
    }
}

const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Paraphrase => "paraphrase",
        NoteKind::Quote => "quote",
        NoteKind::Observation => "observation",
        NoteKind::Comment => "comment",
        NoteKind::Fact => "fact",
    }
}

fn of_note(error: &NoteError, arguments: &NoteArguments, study: &Study, words: &Words) -> Ending {
    let failed = match error {
        NoteError::Study(error) => words.study_error(error),
        NoteError::Save(error) => words.save_error(error),
        NoteError::Guide(trouble) => guide_trouble(trouble, study, words),
        NoteError::UnknownTopic {
            topic,
            guide,
            known,
        } => {
            let named = [
                ("topic", Value::from(repeated(topic))),
                ("guide", Value::from(guide.as_str())),
            ];
            let topics = Value::from(known.join(", "));
            Explanation::new(words.text_with(Text::NoteUnknownTopic, &named))
                .hinting(words.text_with(Text::NoteUnknownTopicHint, &[("topics", topics)]))
        }
        NoteError::NoRecording(missing) => of_recording(
            *missing,
            &arguments.session,
            Text::NoteNoRecordingHint,
            words,
        ),
        NoteError::Withheld(span) => of_withheld(*span, arguments, words),
        NoteError::Beyond { end_ms } => {
            let end = Value::from(hours(*end_ms));
            Explanation::new(words.text_with(Text::NoteBeyond, &[("end", end)]))
                .hinting(words.text(Text::NoteBeyondHint))
        }
        NoteError::Empty => Explanation::new(words.text(Text::NoteEmpty)),
    };
    failed.into()
}

/// Says which recordings there are; what helps if there is none, a hint says.
pub(super) fn of_recording(
    missing: MissingRecording,
    session: &SessionId,
    hint: Text,
    words: &Words,
) -> Explanation {
    let session = ("session", Value::from(session.to_string()));
    if missing.recordings == 0 {
        return Explanation::new(words.text_with(Text::NoteNoRecording, &[session]))
            .hinting(words.text(hint));
    }
    let number = ("number", Value::from(missing.number.to_string()));
    let known: Vec<String> = (1..=missing.recordings)
        .map(|number| number.to_string())
        .collect();
    let known = [("known", Value::from(known.join(", ")))];
    Explanation::new(words.text_with(Text::NoteNoSuchRecording, &[session, number]))
        .hinting(words.text_with(Text::NoteNoSuchRecordingHint, &known))
}

fn of_withheld(span: Span, arguments: &NoteArguments, words: &Words) -> Explanation {
    // A stretch that still lasts has no end to be shown.
    let end = if span.to_ms == u64::MAX {
        "…".to_owned()
    } else {
        hours(span.to_ms)
    };
    let values = [
        ("session", Value::from(arguments.session.to_string())),
        ("from", Value::from(hours(span.from_ms))),
        ("to", Value::from(end)),
    ];
    Explanation::new(words.text_with(Text::NoteWithheld, &values))
        .hinting(words.text(Text::NoteWithheldHint))
}

pub(super) fn of_text(error: &InputError, words: &Words) -> Ending {
    let failed = match error {
        InputError::Read(error) => {
            Explanation::new(words.text(Text::InputFailed)).because(words.system_error(error))
        }
        InputError::TooLong(most) => {
            let most = Value::from(most.to_string());
            Explanation::new(words.text_with(Text::NoteTooLong, &[("most", most)]))
        }
        InputError::NotUtf8(place) => Explanation::new(words.text_with(
            Text::NoteNotUtf8,
            &[
                ("line", Value::from(place.line)),
                ("column", Value::from(place.column)),
            ],
        )),
    };
    failed.into()
}
