//! `leitfaden review`: opens the program to read sessions.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::{arguments, screen};
use crate::session::SessionId;
use crate::store::StudyError;
use crate::tui::run::First;

/// What `review` accepts.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// The session, such as A-1; without it the program lists them
    #[arg(value_parser = arguments::session)]
    pub session: Option<SessionId>,
}

/// Opens the program with a session to read, or with the list of sessions.
pub(super) fn run(arguments: &ReviewArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let study = console.find_study()?;
    let Some(id) = &arguments.session else {
        return screen::open(study, First::Start, console);
    };
    let sessions = study.sessions();
    let sessions = sessions.map_err(|error| console.words.study_error(&error))?;
    if !sessions.contains(id) {
        let error = StudyError::NoSession(id.clone());
        return Err(console.words.study_error(&error).into());
    }
    screen::open(study, First::Review(id.clone()), console)
}
