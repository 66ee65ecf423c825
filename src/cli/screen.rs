//! Opens the program on the screen.

use std::env;
use std::error::Error;

use super::console::Console;
use super::ending::Ending;
use crate::i18n::{Explanation, Text, Words};
use crate::operations::player::Known;
use crate::store::Study;
use crate::tui::run::{First, Habits, RunError, run};
use crate::tui::surface::Palette;
use crate::tui::terminal::{TerminalError, keys_from_terminal, terminal_columns};

/// Opens the program in a study, and returns when it is left.
pub(super) fn open(study: Study, first: First, console: &mut Console<'_>) -> Result<(), Ending> {
    let language = console.words.language();
    let habits = Habits {
        allowed: std::mem::take(&mut console.allowed),
        lead_ms: console.lead_ms,
        idle_seconds: console.idle_seconds,
        shorthand: std::mem::take(&mut console.shorthand),
        recording: Known::find(console.player_socket.as_deref()),
    };
    run(study, language, habits, palette(), first, |line| {
        console.say(line);
    })
    .map_err(|error| of_run(&error, &console.words).into())
}

/// Has keys come from the terminal, after the standard input gave a list.
pub(super) fn take_keys_from_terminal(console: &Console<'_>) -> Result<(), Ending> {
    keys_from_terminal().map_err(|error| {
        Explanation::new(console.words.text(Text::ScreenNoTerminal))
            .because(error.to_string())
            .hinting(console.words.text(Text::ScreenNoTerminalHint))
            .into()
    })
}

/// The colours that the terminal has and the user wants.
pub(super) fn palette() -> Palette {
    let variable = |name| env::var(name).ok();
    Palette::from_variables(
        variable("NO_COLOR").as_deref(),
        variable("COLORTERM").as_deref(),
        variable("TERM").as_deref(),
    )
}

/// How many columns the terminal has: what `COLUMNS` says, else what it says itself.
pub(super) fn columns() -> usize {
    let asked = env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    asked
        .filter(|columns| *columns > 0)
        .unwrap_or_else(terminal_columns)
}

fn of_run(error: &RunError, words: &Words) -> Explanation {
    let because = |text, cause: Option<&dyn Error>| {
        let explanation = Explanation::new(words.text(text));
        match cause {
            Some(cause) => explanation.because(cause.to_string()),
            None => explanation,
        }
    };
    match error {
        RunError::Terminal(TerminalError::NotATerminal(_)) => {
            because(Text::ScreenNoTerminal, None).hinting(words.text(Text::ScreenNoTerminalHint))
        }
        RunError::Terminal(error) => because(Text::ScreenTerminal, error.source()),
        RunError::Draw(error) => because(Text::ScreenDraw, Some(error)),
        RunError::Unsaved => {
            because(Text::ScreenUnsaved, None).hinting(words.text(Text::ScreenUnsavedHint))
        }
    }
}
