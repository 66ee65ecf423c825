//! Asks on the terminal.

use std::io::{self, IsTerminal};

use zeroize::Zeroizing;

use super::console::Console;
use super::ending::Ending;
use crate::i18n::{Explanation, Text};
use crate::tui::terminal::Unseen;

/// The longest answer that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// What means yes, in whatever language the program speaks.
const YES: [&str; 6] = ["j", "ja", "o", "oui", "y", "yes"];

/// Whether somebody sits there to be asked: the standard input is a terminal.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal()
}

/// Asks a question that is answered with yes or no; whatever is not a yes is a no.
fn confirm(question: &str, console: &mut Console<'_>) -> Result<bool, Ending> {
    let is_yes = is_answered_yes(question, console)?;
    if !is_yes {
        let nothing = console.words.text(Text::AskNothingDone).into_owned();
        console.say(&nothing);
    }
    Ok(is_yes)
}

/// Whether what else can be done is wanted, too, after the main question was answered: `--yes` says so.
pub(super) fn is_wanted_too(
    yes: bool,
    question: &str,
    console: &mut Console<'_>,
) -> Result<bool, Ending> {
    Ok(yes || is_answered_yes(question, console)?)
}

fn is_answered_yes(question: &str, console: &mut Console<'_>) -> Result<bool, Ending> {
    let hint = console.words.text(Text::AskYesNo).into_owned();
    let answer = line(&format!("{question} {hint}"), console)?;
    let answer = answer.trim().to_lowercase();
    Ok(YES.contains(&answer.as_str()))
}

/// Whether what cannot be undone is wanted: `--yes` says so, else somebody is asked; where nobody sits, it is refused.
pub(super) fn is_confirmed(
    yes: bool,
    question: &str,
    console: &mut Console<'_>,
) -> Result<bool, Ending> {
    if yes {
        return Ok(true);
    }
    if !can_ask() {
        let explanation = Explanation::new(console.words.text(Text::AskUnasked))
            .hinting(console.words.text(Text::AskUnaskedHint));
        return Err(Ending::Usage(explanation));
    }
    confirm(question, console)
}

/// Asks for a line that is not shown while it is typed, since no words of an interview should stay in the terminal.
pub(super) fn unseen_line(
    prompt: &str,
    console: &mut Console<'_>,
) -> Result<Zeroizing<String>, Ending> {
    let _unseen = Unseen::begin()?;
    line(prompt, console)
}

/// Asks for a line.
pub(super) fn line(prompt: &str, console: &mut Console<'_>) -> Result<Zeroizing<String>, Ending> {
    // A prompt that cannot be shown is no failure of the command.
    let _ = write!(console.errors, "{prompt} ");
    let _ = console.errors.flush();
    let mut bytes = Zeroizing::new(Vec::new());
    // One byte at a time: what stands behind the line answers the next question.
    let mut byte = [0];
    while bytes.len() < LONGEST && console.input.read(&mut byte)? > 0 {
        match byte {
            // A terminal that is not shown may end a line so.
            [b'\n' | b'\r'] => break,
            [byte] => bytes.push(byte),
        }
    }
    Ok(Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))
}
