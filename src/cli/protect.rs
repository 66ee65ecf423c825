//! Reads a list of protected words for a command.

use std::path::Path;

use super::console::Console;
use super::ending::Ending;
use super::values;
use crate::anonymise::ProtectedWords;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::input::{self, InputError};
use crate::operations::note::LONGEST;

/// The protected words of a file; of the standard input if it is called `-`.
pub(super) fn list(file: &Path, console: &mut Console<'_>) -> Result<ProtectedWords, Ending> {
    let read = if values::is_stream(file) {
        input::read(&mut *console.input, LONGEST)
    } else {
        input::read_file(file, LONGEST)
    };
    let text = read.map_err(|error| of_input(&error, file, &console.words))?;
    let list = ProtectedWords::parse(&text);
    if let Some(said) = console.words.lines_of_two(list.lines_of_two()) {
        console.say(&said);
    }
    Ok(list)
}

/// The protected words of a file, if one is named; else none.
pub(super) fn list_if_named(
    file: Option<&Path>,
    console: &mut Console<'_>,
) -> Result<ProtectedWords, Ending> {
    file.map_or_else(|| Ok(ProtectedWords::default()), |file| list(file, console))
}

fn of_input(error: &InputError, file: &Path, words: &Words) -> Explanation {
    match error {
        InputError::Read(error) => {
            let path = Value::from(file.display().to_string());
            Explanation::new(words.text_with(Text::ProtectUnreadable, &[("path", path)]))
                .because(words.system_error(error))
        }
        InputError::TooLong(most) => {
            let most = Value::from(most.to_string());
            Explanation::new(words.text_with(Text::ProtectTooLarge, &[("most", most)]))
        }
        InputError::NotUtf8(place) => Explanation::new(words.text_with(
            Text::ProtectNotUtf8,
            &[
                ("line", Value::from(place.line)),
                ("column", Value::from(place.column)),
            ],
        )),
    }
}
