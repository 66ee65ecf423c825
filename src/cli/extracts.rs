//! `leitfaden export` at the levels that hide sessions: extracts of many together.

use std::path::Path;

use super::console::Console;
use super::ending::{self, Ending};
use super::export::{ExportArguments, log_documents, of_export, say_what_was_written};
use super::guide::guide_trouble;
use super::protect;
use crate::export::{Document, Format, extract_document};
use crate::i18n::{Text, Value};
use crate::operations::chance;
use crate::operations::export::{Existing, ExportError, Which, Written, write_document};
use crate::operations::extracts::{ExtractsError, Made, extracts};
use crate::release::Level;
use crate::store::Study;
use crate::tui::trouble::no_extracts;

/// Exports extracts. Those sessions that they leave out because of a name are named, and the command then ends with 1.
pub(super) fn run(
    arguments: &ExportArguments,
    format: Format,
    level: Level,
    output: &Path,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let study = console.find_study()?;
    let which = if arguments.all {
        Which::All
    } else {
        Which::These(&arguments.sessions)
    };
    let seed = arguments.seed.unwrap_or_else(chance::seed);
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    let made = extracts(&study, which, level, &arguments.show, &protected, seed)
        .map_err(|error| of_extracts(&error, &study, console))?;
    let document = document(&made, format, level, console)?;
    say_what_it_tells(&made, console);
    let written = if output == Path::new("-") {
        console.output.write_all(&document.bytes)?;
        Written::of(&document, output.to_owned())
    } else {
        let existing = if arguments.force {
            Existing::Replace
        } else {
            Existing::Keep
        };
        let written = write_document(&document, output, existing)
            .map_err(|error| of_export(&error, &console.words))?;
        say_what_was_written(std::slice::from_ref(&written), console);
        written
    };
    log_documents(
        &study,
        made.extracts.members(),
        level,
        format.word(),
        &[written],
        console,
    )?;
    for refused in made.extracts.refused() {
        let explanation = console.words.refused(refused);
        ending::report(&Ending::Failed(explanation), &console.words, console.errors)?;
    }
    console.name_unread(made.unread.iter())?;
    if made.extracts.refused().is_empty() {
        Ok(())
    } else {
        Err(Ending::Found)
    }
}

fn document(
    made: &Made,
    format: Format,
    level: Level,
    console: &Console<'_>,
) -> Result<Document, Ending> {
    let language = console.words_for(console.words.language()).language();
    extract_document::document(&made.extracts, &made.guide, format, language)
        .map_err(|error| of_export(&ExportError::Make(error), &console.words))?
        .ok_or_else(|| Ending::Usage(no_extracts(&console.words, format, level)))
}

/// Says by how few sessions an earlier export differs, if by so few that who has both can tell them.
fn say_what_it_tells(made: &Made, console: &mut Console<'_>) {
    if let Some(count) = made.telling {
        let values = [
            ("sessions", Value::from(count.sessions)),
            ("cases", Value::from(count.cases)),
        ];
        let message = console.words.text_with(Text::ExtractsTelling, &values);
        console.say(&message);
    }
}

fn of_extracts(error: &ExtractsError, study: &Study, console: &Console<'_>) -> Ending {
    let words = &console.words;
    match error {
        ExtractsError::Study(error) => words.study_error(error).into(),
        ExtractsError::Nothing => of_export(&ExportError::Nothing, words),
        ExtractsError::Guide(trouble) => guide_trouble(trouble, study, words).into(),
        ExtractsError::Refused(refusal, guide) => words.table_refusal(refusal, guide).into(),
    }
}
