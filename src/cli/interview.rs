//! `leitfaden interview`: opens the program in an interview.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, ValueEnum, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::values::{self, ValueFault};
use super::{protect, screen, usage};
use crate::anonymise::ProtectedWords;
use crate::guide::Mode;
use crate::operations::guides;
use crate::operations::survey::{self, Survey, SurveyError};
use crate::session::{PhoneReason, SessionId};
use crate::store::Study;
use crate::tui::run::{First, Request};
use crate::tui::trouble::survey_error;

/// The steps of the consent without which no interview begins.
const NEEDED: [&str; 2] = ["c1", "c2"];

/// What `interview` accepts.
#[derive(Debug, Args)]
pub struct InterviewArguments {
    /// The session, such as A-1; without it the program asks
    #[arg(value_parser = values::session)]
    pub session: Option<SessionId>,

    /// The guide for a new session
    #[arg(long, value_name = "ID")]
    pub guide: Option<String>,

    /// How the interview is held
    #[arg(long, value_enum)]
    pub mode: Option<ModeWord>,

    /// Why it is held by phone
    #[arg(long, value_enum, value_name = "CLASS")]
    pub reason: Option<ReasonWord>,

    /// The steps of the consent that were answered with yes in writing before, such as c1,c2,c3
    #[arg(long, value_name = "STEPS", value_delimiter = ',', value_parser = step)]
    pub consent: Vec<String>,

    /// A file of protected words, one entity a line; - reads them from the standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "no_protect")]
    pub protect_file: Option<PathBuf>,

    /// Do not ask for protected words
    #[arg(long)]
    pub no_protect: bool,

    /// A CSV file of survey answers, shown beside the questions: a column a survey key of the guide, a line a session
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = values::path())]
    pub prefill: Option<PathBuf>,

    /// The interview tries out the guide: it stays out of the counts as soon as others stand beside it
    #[arg(long)]
    pub pilot: bool,

    /// As another note-taker, 2 to 9: keep a protocol of your own beside the first one's, to be merged with it later
    #[arg(long, value_name = "N", requires = "session", value_parser = clap::value_parser!(u8).range(2..=9))]
    pub taker: Option<u8>,
}

/// How the interview is held, on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ModeWord {
    /// By phone
    Phone,
    /// Across a table
    OnSite,
}

/// Why an interview is held by phone, on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReasonWord {
    /// The way is too long
    Distance,
    /// No common date on site
    Schedule,
    /// The interviewee wished it
    Wish,
    /// Another reason
    Other,
}

impl InterviewArguments {
    /// Holds the arguments against each other, as clap alone cannot.
    ///
    /// # Errors
    ///
    /// If steps of the consent are named without those that an interview cannot begin without, or a reason for the
    /// phone without the phone.
    pub fn check(&self) -> Result<(), clap::Error> {
        let lacks = |step: &&str| !self.consent.iter().any(|given| given == *step);
        if !self.consent.is_empty() && NEEDED.iter().any(lacks) {
            let wrong = ErrorKind::ValueValidation;
            return Err(usage::error(wrong, "--consent", ValueFault::Consent));
        }
        if self.reason.is_some() && self.mode != Some(ModeWord::Phone) {
            let wrong = ErrorKind::ArgumentConflict;
            return Err(usage::error(wrong, "--reason", ValueFault::Reason));
        }
        Ok(())
    }
}

/// Opens the program in the interview that is asked for.
pub(super) fn run(arguments: &InterviewArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let words = match &arguments.protect_file {
        Some(file) => Some(protect::list(file, console)?),
        None => arguments.no_protect.then(ProtectedWords::default),
    };
    if arguments
        .protect_file
        .as_deref()
        .is_some_and(values::is_stream)
    {
        screen::take_keys_from_terminal(console)?;
    }
    let survey = match &arguments.prefill {
        Some(file) => Some(read_survey(file, arguments, &study, console)?),
        None => None,
    };
    let request = Request {
        survey,
        session: arguments.session.clone(),
        guide: arguments.guide.clone(),
        mode: arguments.mode.map(Mode::from),
        reason: arguments.reason.map(PhoneReason::from),
        consent: arguments.consent.clone(),
        words,
        pilot: arguments.pilot,
        taker: arguments.taker,
    };
    screen::open(study, First::Interview(request), console)
}

/// Reads the answers to a survey, and holds them against the guide, if it is known before the screen opens.
fn read_survey(
    file: &Path,
    arguments: &InterviewArguments,
    study: &Study,
    console: &Console<'_>,
) -> Result<Survey, Ending> {
    let refused = |error: SurveyError| Ending::from(survey_error(&console.words, &error));
    let survey = survey::read(file).map_err(refused)?;
    let session = arguments.session.as_ref();
    let known = session.and_then(|id| {
        let session = study.read_session(id).ok()?;
        guides::of_session(study, &session).ok()
    });
    let ids = guides::ids(study);
    let named = arguments.guide.as_ref().or(match ids.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    let guide = known.or_else(|| guides::find(study, named?).ok());
    if let Some(guide) = guide {
        match session {
            Some(id) => survey.answers(&guide, id).map(|_| ()),
            None => survey.check(&guide),
        }
        .map_err(refused)?;
    }
    Ok(survey)
}

impl From<ModeWord> for Mode {
    fn from(word: ModeWord) -> Self {
        match word {
            ModeWord::Phone => Self::Phone,
            ModeWord::OnSite => Self::OnSite,
        }
    }
}

impl From<ReasonWord> for PhoneReason {
    fn from(word: ReasonWord) -> Self {
        match word {
            ReasonWord::Distance => Self::Distance,
            ReasonWord::Schedule => Self::Schedule,
            ReasonWord::Wish => Self::Wish,
            ReasonWord::Other => Self::Other,
        }
    }
}

/// Reads a step of the consent.
fn step(text: &str) -> Result<String, ValueFault> {
    let known = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];
    known
        .contains(&text)
        .then(|| text.to_owned())
        .ok_or(ValueFault::Step)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        arguments: InterviewArguments,
    }

    fn parse(line: &str) -> Result<InterviewArguments, ErrorKind> {
        let words = format!("interview {line}");
        let read = Line::try_parse_from(words.split_whitespace()).map_err(|fault| fault.kind())?;
        read.arguments.check().map_err(|fault| fault.kind())?;
        Ok(read.arguments)
    }

    #[test]
    fn everything_can_be_left_to_the_screen() {
        let arguments = parse("").unwrap();
        assert!(arguments.session.is_none() && arguments.consent.is_empty());
    }

    #[test]
    fn consent_without_its_needed_steps_is_wrong_usage() {
        assert_eq!(parse("A-1 --consent c1,c2,c4").unwrap().consent.len(), 3);
        for wrong in [
            "--consent c1",
            "--consent c2,c3",
            "--consent c1,c2,c8",
            "--consent ja",
        ] {
            assert_eq!(
                parse(wrong).unwrap_err(),
                ErrorKind::ValueValidation,
                "{wrong}"
            );
        }
    }

    #[test]
    fn another_note_taker_names_the_session() {
        assert_eq!(parse("A-1 --taker 2").unwrap().taker, Some(2));
        assert_eq!(
            parse("A-1 --taker 1").unwrap_err(),
            ErrorKind::ValueValidation
        );
        assert_eq!(
            parse("--taker 2").unwrap_err(),
            ErrorKind::MissingRequiredArgument
        );
    }

    #[test]
    fn a_reason_for_the_phone_needs_the_phone() {
        let arguments = parse("A-1 --mode phone --reason distance").unwrap();
        assert_eq!(
            arguments.reason.map(PhoneReason::from),
            Some(PhoneReason::Distance)
        );
        for wrong in ["--reason wish", "--mode on-site --reason wish"] {
            assert_eq!(
                parse(wrong).unwrap_err(),
                ErrorKind::ArgumentConflict,
                "{wrong}"
            );
        }
    }

    #[test]
    fn protected_words_are_given_or_declined() {
        assert!(parse("--protect-file -").is_ok());
        assert_eq!(
            parse("--protect-file names --no-protect").unwrap_err(),
            ErrorKind::ArgumentConflict
        );
    }
}
