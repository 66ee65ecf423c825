//! How a command ends, and what is said about it.

use std::io::{self, Write};

use crate::export::visible;
use crate::i18n::{Explanation, Text, Words};

/// Why a command ends otherwise than with everything done.
#[derive(Debug)]
pub(super) enum Ending {
    /// It did not work, or was refused.
    Failed(Explanation),
    /// It was not asked for rightly.
    Usage(Explanation),
    /// A check found something, or a rest was left; that was said already.
    Found,
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Ending {
    /// Files give their own errors; what comes as a bare one comes from writing the output.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Explanation> for Ending {
    fn from(explanation: Explanation) -> Self {
        Self::Failed(explanation)
    }
}

/// The exit code of a command that ended so.
pub(super) const fn code(ended: &Result<(), Ending>) -> u8 {
    match ended {
        Ok(()) => 0,
        Err(Ending::Usage(_)) => 2,
        Err(Ending::Failed(_) | Ending::Found | Ending::Output(_)) => 1,
    }
}

/// An output that was closed early, as by `head`, is read as far as its reader wanted: that is no failure.
pub(super) fn forgive_closed_output(ended: Result<(), Ending>) -> Result<(), Ending> {
    match ended {
        Err(Ending::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Says on `errors` what went wrong.
///
/// # Errors
///
/// If it cannot be said.
pub(super) fn report(ending: &Ending, words: &Words, errors: &mut dyn Write) -> io::Result<()> {
    match ending {
        Ending::Found => Ok(()),
        Ending::Failed(explanation) | Ending::Usage(explanation) => explain(explanation, errors),
        Ending::Output(error) => {
            let explanation = Explanation::new(words.text(Text::OutputFailed));
            let explanation = explanation.because(words.system_error(error));
            explain(&explanation, errors)
        }
    }
}

/// Says what went wrong, why, and what to do. The labels are the same in every language, for scripts; names of files may hold
/// anything, so that nothing is said raw.
fn explain(explanation: &Explanation, errors: &mut dyn Write) -> io::Result<()> {
    let mut line = |label: &str, said: &str| writeln!(errors, "{label}: {}", visible(said));
    line("Error", &explanation.error)?;
    for cause in &explanation.causes {
        line("Caused by", cause)?;
    }
    if let Some(hint) = &explanation.hint {
        line("Hint", hint)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn said(ending: &Ending) -> String {
        let mut errors = Vec::new();
        report(ending, &Words::new(Language::En), &mut errors).unwrap();
        String::from_utf8(errors).unwrap()
    }

    #[test]
    fn an_error_says_what_why_and_what_to_do() {
        let explanation = Explanation::new("A-1 is not released")
            .because("step c4 was not answered")
            .because("a note is begun")
            .hinting("open it");
        assert_eq!(
            said(&Ending::Failed(explanation)),
            "Error: A-1 is not released\nCaused by: step c4 was not answered\n\
             Caused by: a note is begun\nHint: open it\n"
        );
    }

    #[test]
    fn the_labels_of_an_error_are_the_same_in_every_language() {
        let explanation = Explanation::new("x").because("y").hinting("z");
        for language in Language::ALL {
            let mut errors = Vec::new();
            let ending = Ending::Failed(explanation.clone());
            report(&ending, &Words::new(language), &mut errors).unwrap();
            let said = String::from_utf8(errors).unwrap();
            assert_eq!(said, "Error: x\nCaused by: y\nHint: z\n");
        }
    }

    #[test]
    fn a_name_of_a_file_cannot_steer_the_terminal() {
        let explanation = Explanation::new("cannot read \u{1b}[31m\u{202e}x");
        assert_eq!(
            said(&Ending::Failed(explanation)),
            "Error: cannot read \u{fffd}[31m\u{fffd}x\n"
        );
    }

    #[test]
    fn exit_codes_tell_failure_from_wrong_usage() {
        let explanation = || Explanation::new("x");
        assert_eq!(code(&Ok(())), 0);
        assert_eq!(code(&Err(Ending::Failed(explanation()))), 1);
        assert_eq!(code(&Err(Ending::Found)), 1);
        assert_eq!(code(&Err(Ending::Usage(explanation()))), 2);
    }

    #[test]
    fn an_output_that_its_reader_closed_is_no_failure() {
        let closed = io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(forgive_closed_output(Err(Ending::Output(closed))).is_ok());
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert!(forgive_closed_output(Err(Ending::Output(full))).is_err());
    }
}
