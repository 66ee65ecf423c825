//! The level of what is printed.

use super::console::Console;
use super::ending::Ending;
use crate::i18n::{Explanation, Text, Value};
use crate::release::Level;

/// The level that was named. Where it cannot be seen who reads the output, it must be; on a terminal it is the working
/// level.
pub(super) fn named(
    level: Option<Level>,
    goes_to_terminal: bool,
    console: &Console<'_>,
) -> Result<Level, Ending> {
    if let Some(level) = level {
        return Ok(level);
    }
    if goes_to_terminal {
        return Ok(Level::Working);
    }
    let levels = Level::ALL.map(Level::word).join("|");
    let hint = Text::ShowNeedsLevelHint;
    let hint = console
        .words
        .text_with(hint, &[("levels", Value::from(levels))]);
    let explanation = Explanation::new(console.words.text(Text::ShowNeedsLevel)).hinting(hint);
    Err(Ending::Usage(explanation))
}
