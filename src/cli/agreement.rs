//! `leitfaden agreement`: what coders coded differently, and how far they agree.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::progress;
use super::tables::{self, Ready, TableArguments};
use super::values;
use crate::export::{sheet, sheet_json};
use crate::i18n::Text;
use crate::operations::agreement::codings;
use crate::release::tables::release_agreement;
use crate::session::SessionId;

/// What `agreement` accepts.
#[derive(Debug, Args)]
pub struct AgreementArguments {
    /// The sessions, such as A-1; without any, all that another coder has coded
    #[arg(value_name = "SESSION", value_parser = values::session)]
    pub sessions: Vec<SessionId>,

    /// All sessions, as without any named
    #[arg(long, conflicts_with = "sessions")]
    pub all: bool,

    /// Which sessions, at which level, in which format
    #[command(flatten)]
    pub table: TableArguments,
}

/// Prints the table.
pub(super) fn run(arguments: &AgreementArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let mut ready = Ready::read(&arguments.table.choice, console)?;
    ready.only_sessions(&arguments.sessions);
    let mut unread = Vec::new();
    let released = {
        let mut line = progress::Line::new(console);
        let coded = |ids: &[SessionId]| {
            let codings = codings(ready.study(), ready.guide(), ids, &mut |done, of| {
                line.count(done, of);
            });
            unread = codings.unread;
            codings.by_coder
        };
        release_agreement(ready.facts(), &ready.request(), coded)
    };
    let released = released.map_err(|refusal| ready.refused(&refusal, console))?;
    if arguments.table.wants_json() {
        sheet_json::write_agreement(&released, &mut console.output)?;
    } else {
        let sheet = sheet::agreement(&released, ready.guide(), &tables::words(console));
        tables::write_sheet(&sheet, arguments.table.format, console)?;
    }
    ready.finish(console)?;
    console.name_unread_as(Text::AgreementUnread, unread.iter())
}
