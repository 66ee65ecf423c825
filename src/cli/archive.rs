//! `leitfaden archive`: the shared archive.

mod bag_report;
mod dataset;
mod doctor;
mod init;
mod list;
mod pull;
mod push;
mod rest;
mod verify;
mod withdraw;
mod words;

pub(super) use withdraw::take_back;

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand, ValueHint};

use super::console::Console;
use super::ending::Ending;
use super::later::Later;
use super::values;
use crate::export::visible;
use crate::i18n::Words;
use crate::operations::archive::{Place, open};
use crate::operations::configuration;
use crate::session::SessionId;

/// What a target is, as the help says it.
const TARGET: &str = "The target: a name from config.ron, a folder, webdavs://HOST/PATH, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION";

/// What an archive that is read is, as the help says it.
const SOURCE: &str = "The archive: a name from config.ron, a folder, webdavs://HOST/PATH, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION";

/// What `archive` accepts.
#[derive(Debug, Args)]
pub struct ArchiveArguments {
    /// What to do with the archive
    #[command(subcommand)]
    pub command: ArchiveCommand,
}

/// What to do with an archive. A TARGET is a name from the configuration, a folder, `webdavs://HOST/PATH`, or
/// `s3://BUCKET/PREFIX?endpoint=URL&region=REGION`.
#[derive(Debug, Subcommand)]
pub enum ArchiveCommand {
    /// Set a target up
    Init(Later<InitArguments>),
    /// Put sessions into the archive
    Push(Later<PushArguments>),
    /// List what lies in the archive
    List(Later<ListArguments>),
    /// Check an archive, one package in it, or any `BagIt` bag, a folder or a zip
    Verify(Later<VerifyArguments>),
    /// Read the sessions of an archive into a study for reading
    Pull(Later<PullArguments>),
    /// Take a package back; a mark without content stays
    Withdraw(Later<WithdrawArguments>),
    /// Try out whether a target keeps what pushing rests on
    Doctor(Later<DoctorArguments>),
    /// Make a dataset of an archive at a place of its own, for `DuckDB`, Spark or Trino; repeated, it takes the earlier one's
    /// place
    Dataset(Later<DatasetArguments>),
}

/// What `archive init` accepts.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// The target
    #[arg(help = TARGET, value_parser = values::target)]
    pub target: String,

    /// It takes invented sessions, and no real ones
    #[arg(long)]
    pub invented: bool,
}

/// What `archive push` accepts.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub struct PushArguments {
    /// The target
    #[arg(help = TARGET)]
    pub target: String,

    /// The sessions, such as A-1
    #[arg(value_name = "SESSION", value_parser = values::session, conflicts_with = "all")]
    pub sessions: Vec<SessionId>,

    /// All sessions of the study; those that are not released are named, and the command then ends with 1
    #[arg(long)]
    pub all: bool,

    /// Take sessions whose approval is pending, at the working level and marked; to a sealed target of the project alone
    #[arg(long)]
    pub pending: bool,

    /// Where another package has the name, publish as the next revision beside it
    #[arg(long)]
    pub beside: bool,

    /// Do not ask, where the target keeps versions of what is taken back later
    #[arg(long)]
    pub yes: bool,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// What `archive list` accepts.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// The target
    #[arg(help = TARGET)]
    pub target: String,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// What `archive verify` accepts.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The target, or a folder with bagit.txt, or a zip with one
    #[arg(value_name = "TARGET|BAG", help = format!("{TARGET}; or a bag: a folder with bagit.txt, or a zip with one"))]
    pub target: String,

    /// One package, such as A-1-r1
    pub package: Option<String>,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// What `archive pull` accepts.
#[derive(Debug, Args)]
pub struct PullArguments {
    /// The target
    #[arg(help = TARGET)]
    pub target: String,

    /// The folder of the study: a new or an empty one, or one that was pulled before, which is then brought up to date
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath, value_parser = values::path())]
    pub output: PathBuf,
}

/// What `archive withdraw` accepts.
#[derive(Debug, Args)]
pub struct WithdrawArguments {
    /// The target
    #[arg(help = TARGET)]
    pub target: String,

    /// The package, such as A-1-r1; a session such as A-1 for all its packages; a digest; or the name of a file without an
    /// entry
    pub package: String,

    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

/// What `archive doctor` accepts.
#[derive(Debug, Args)]
pub struct DoctorArguments {
    /// The target
    #[arg(help = TARGET)]
    pub target: String,
}

/// What `archive dataset` accepts.
#[derive(Debug, Args)]
pub struct DatasetArguments {
    /// The archive
    #[arg(help = SOURCE)]
    pub source: String,

    /// The place of the dataset, named as an archive is; it holds no packages
    #[arg(value_parser = values::target)]
    pub target: String,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Does what was asked for.
pub(super) fn run(arguments: &ArchiveArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    match &arguments.command {
        ArchiveCommand::Init(arguments) => init::run(arguments, console),
        ArchiveCommand::Push(arguments) => push::run(arguments, console),
        ArchiveCommand::List(arguments) => list::run(arguments, console),
        ArchiveCommand::Verify(arguments) => verify::run(arguments, console),
        ArchiveCommand::Pull(arguments) => pull::run(arguments, console),
        ArchiveCommand::Withdraw(arguments) => withdraw::run(arguments, console),
        ArchiveCommand::Doctor(arguments) => doctor::run(arguments, console),
        ArchiveCommand::Dataset(arguments) => dataset::run(arguments, console),
    }
}

/// The target of this name or address, if an archive was set up there: one that is not mounted is no empty archive.
fn archive_at(named: &str, console: &Console<'_>) -> Result<Place, Ending> {
    let place = place(named, console)?;
    place
        .mark()
        .map_err(|error| words::of_set_up(&error, &place, &console.words))?;
    Ok(place)
}

/// The target of this name or address.
fn place(named: &str, console: &Console<'_>) -> Result<Place, Ending> {
    let configuration = configuration::load().map_err(|error| console.words.study_error(&error))?;
    open(named, &configuration)
        .map(|place| saying_that_it_waits(place, console))
        .map_err(|error| words::of_open(&error, named, &console.words))
}

/// The same place; while a server is busy or does not answer and is asked again, that is said, so that nobody waits in the dark.
fn saying_that_it_waits(place: Place, console: &Console<'_>) -> Place {
    let (language, is_watched) = (console.words.language(), console.is_watched);
    let shown = place.shown().to_owned();
    // Several connections wait at the same time, each in a thread of its own, which the streams of the console are not for.
    place.telling(Arc::new(move |most| {
        let said = words::trying_again(&shown, most, &Words::new(language));
        // What stood on the line says how far something is.
        let line = if is_watched { "\r\u{1b}[K" } else { "" };
        // A message that cannot be said is no failure of the command.
        let _ = writeln!(io::stderr(), "{line}{}", visible(&said));
    }))
}
