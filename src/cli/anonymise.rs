//! `leitfaden anonymise`: a filter that takes names out of the text of the standard input.

use std::io::BufReader;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::file;
use super::protect;
use super::values::{self, ValueFault};
use crate::anonymise::Certainty;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::anonymise::{
    self, Filter, FilterError, LONGEST_RECORD, LineEnds, RecordFault,
};

/// What `anonymise` accepts.
#[derive(Debug, Args)]
#[command(long_about = "Take names out of the text of the standard input

A plain text keeps its line ends, and a name has the same placeholder throughout; with --wrapped a name may \
go on in the next line. With --jsonl each line is a record \
{\"id\",\"lang\",\"text\"}, of which {\"id\",\"text\",\"findings\":[{\"start\",\"end\",\"kind\",\"certainty\"}]} comes \
out: places are counted in Unicode code points of the text that was read, placeholders are numbered in each record \
anew, fields that are not known are left out. Placeholders in the text stay as they are.")]
pub struct AnonymiseArguments {
    /// Read and write records, one JSON object a line
    #[arg(long)]
    pub jsonl: bool,

    /// A file of protected words, one entity a line, which are always replaced
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, 
        value_parser = values::unless_stream(ValueFault::InputIsText))]
    pub protect_file: Option<PathBuf>,

    /// Write what was found, in numbers, into this file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath,
        value_parser = values::unless_stream(ValueFault::OutputIsText))]
    pub report: Option<PathBuf>,

    /// Replace the report if it is there already
    #[arg(long, requires = "report")]
    pub force: bool,

    /// Read on over line ends: a program broke the lines at its margin
    #[arg(long)]
    pub wrapped: bool,

    /// From which certainty on what is not on the list is replaced
    #[arg(long, value_name = "CERTAINTY", default_value = "likely",
        value_parser = values::words(CERTAINTIES, Certainty::code))]
    pub certainty: Certainty,
}

/// How much is read at once, in bytes: enough records for several processors.
const READ_AHEAD: usize = 64 * 1024;

/// From the surest to the least sure.
const CERTAINTIES: [Certainty; 3] = [Certainty::Certain, Certainty::Likely, Certainty::Doubtful];

/// Filters the standard input.
pub(super) fn run(arguments: &AnonymiseArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let protected = protect::list_if_named(arguments.protect_file.as_deref(), console)?;
    let filter = Filter {
        language: console.words.language(),
        certainty: arguments.certainty,
        protected: &protected,
        line_ends: if arguments.wrapped {
            LineEnds::AtMargin
        } else {
            LineEnds::Meant
        },
    };
    let existing = file::existing(arguments.force);
    if let Some(path) = &arguments.report {
        file::ensure_free(path, existing, console)?;
    }
    let input = BufReader::with_capacity(READ_AHEAD, &mut *console.input);
    let filtered = if arguments.jsonl {
        anonymise::records(input, console.output, &filter)
    } else {
        anonymise::text(input, console.output, &filter)
    };
    let tally = filtered.map_err(|error| of_filter(error, &console.words))?;
    console.output.flush()?;
    if let Some(path) = &arguments.report {
        let report = anonymise::report_of(&tally);
        file::write(path, &report, existing, console)?;
    }
    Ok(())
}

fn of_filter(error: FilterError, words: &Words) -> Ending {
    let at_line = |text, line: usize| words.text_with(text, &[("line", Value::from(line))]);
    let failed = match error {
        FilterError::Write(error) => return Ending::Output(error),
        FilterError::Read(error) => {
            Explanation::new(words.text(Text::InputFailed)).because(words.system_error(&error))
        }
        FilterError::NotUtf8 { line } => Explanation::new(at_line(Text::AnonymiseNotUtf8, line))
            .hinting(words.text(Text::AnonymiseNotUtf8Hint)),
        FilterError::TooLong { line } => {
            let values = [
                ("line", Value::from(line)),
                ("most", Value::from(LONGEST_RECORD.to_string())),
            ];
            Explanation::new(words.text_with(Text::AnonymiseTooLong, &values))
        }
        FilterError::Record { line, fault } => {
            Explanation::new(at_line(Text::AnonymiseNoRecord, line))
                .because(of_record(fault, words))
                .hinting(words.text(Text::AnonymiseNoRecordHint))
        }
    };
    failed.into()
}

fn of_record(fault: RecordFault, words: &Words) -> String {
    let field = |text, field: &'static str| words.text_with(text, &[("field", Value::from(field))]);
    match fault {
        RecordFault::NotAnObject { column } => words.text_with(
            Text::AnonymiseNotAnObject,
            &[("column", Value::from(column))],
        ),
        RecordFault::Missing(name) => field(Text::FileMissingField, name),
        RecordFault::Wrong(name) => field(Text::AnonymiseWrongField, name),
        RecordFault::Twice => words.text(Text::AnonymiseFieldTwice).into_owned(),
    }
}
