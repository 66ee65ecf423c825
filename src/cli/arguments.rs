//! What the command line accepts. The help is clap's, in English; what is said of wrong usage is in the language of the
//! program, and stands in `usage`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueHint};

use super::agreement::AgreementArguments;
use super::anonymise::AnonymiseArguments;
use super::archive::ArchiveArguments;
use super::check::CheckArguments;
use super::completions::CompletionsArguments;
use super::contradictions::ContradictionsArguments;
use super::cutlist::CutlistArguments;
use super::demo::DemoArguments;
use super::export::ExportArguments;
use super::frequencies::FrequenciesArguments;
use super::guide::GuideArguments;
use super::interview::InterviewArguments;
use super::later::Later;
use super::list::ListArguments;
use super::man::ManArguments;
use super::matrix::MatrixArguments;
use super::merge::MergeArguments;
use super::note::NoteArguments;
use super::rap::RapArguments;
use super::report::ReportArguments;
use super::review::ReviewArguments;
use super::sample::SampleArguments;
use super::saturation::SaturationArguments;
use super::search::SearchArguments;
use super::show::ShowArguments;
use super::strike::StrikeArguments;
use super::values;
use super::withdraw::WithdrawArguments;
use crate::language::Language;

/// Over the options that every command takes, and where they stand: behind its own.
const EVERYWHERE: &str = "Options of every command";
const LAST: usize = 1_000;

/// Accompanies guide interviews: selective protocol notes in the cells of a protocol matrix, and no known name on disk.
///
/// Without a command the program opens.
#[derive(Debug, Parser)]
#[command(name = "leitfaden", version, propagate_version = true)]
pub struct Arguments {
    /// The study folder; without it, what `LEITFADEN_STUDY` names, or the nearest folder upwards with guides/ and sessions/
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath,
        help_heading = EVERYWHERE, display_order = LAST,
        help = "The study folder; without it, what LEITFADEN_STUDY names, or the nearest folder upwards with guides/ and \
                sessions/")]
    pub study: Option<PathBuf>,

    /// The language of screens, protocols and messages; without it, that of the system
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = values::language(),
        help_heading = EVERYWHERE, display_order = LAST)]
    pub lang: Option<Language>,

    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Arguments {
    /// Reads the arguments of the process.
    ///
    /// # Errors
    ///
    /// If they are wrong, or ask for the help or the version.
    pub fn read() -> Result<Self, clap::Error> {
        Self::try_parse()?.checked()
    }

    /// Holds the arguments against each other, as clap alone cannot.
    pub(super) fn checked(self) -> Result<Self, clap::Error> {
        if let Some(Command::Interview(arguments)) = &self.command {
            arguments.check()?;
        }
        if let Some(Command::Check(arguments)) = &self.command {
            arguments.check()?;
        }
        Ok(self)
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Hold an interview, or take one up again
    Interview(Later<InterviewArguments>),
    /// Read sessions in the program
    Review(Later<ReviewArguments>),
    /// List the sessions of the study
    List(Later<ListArguments>),
    /// Print the protocol of a session
    Show(Later<ShowArguments>),
    /// Keep a note; its text is read from the standard input
    Note(Later<NoteArguments>),
    /// Search the notes of all sessions
    Search(Later<SearchArguments>),
    /// Print the protocol matrix: sessions by topics
    Matrix(Later<MatrixArguments>),
    /// Count what accumulates within the blocks
    Frequencies(Later<FrequenciesArguments>),
    /// Print how many new codes each interview brings
    Saturation(Later<SaturationArguments>),
    /// Print whom one has talked to, and where the gaps are
    Sample(Later<SampleArguments>),
    /// Print what coders coded differently, and how far they agree
    Agreement(Later<AgreementArguments>),
    /// Print what is worth a second look within the cases
    Contradictions(Later<ContradictionsArguments>),
    /// Print or write what each case says, on about a page
    Rap(Later<RapArguments>),
    /// Take out for good a note, a stretch of the interview, or what holds certain words
    Strike(Later<StrikeArguments>),
    /// Put another note-taker's protocol into the session
    Merge(Later<MergeArguments>),
    /// Delete an interview whose interviewee withdrew, and name what lies elsewhere
    Withdraw(Later<WithdrawArguments>),
    /// Write what has to be cut out of a recording: stretches off the record, and what was struck
    Cutlist(Later<CutlistArguments>),
    /// Write sessions in the formats of other programs
    Export(Later<ExportArguments>),
    /// Write matrix, frequencies and saturation as one page for the browser
    Report(Later<ReportArguments>),
    /// Look for names that are left, open topics, missing consent, groups that are too small
    Check(Later<CheckArguments>),
    /// Take names out of the text of the standard input
    Anonymise(Later<AnonymiseArguments>),
    /// Bring sessions into a shared archive, list, check, read and take back what is there
    Archive(ArchiveArguments),
    /// Try the program on a copy of the invented sample study
    Demo(Later<DemoArguments>),
    /// List, print and check interview guides
    Guide(GuideArguments),
    /// Print the completions for a shell
    Completions(Later<CompletionsArguments>),
    /// Write the manual pages into a folder
    Man(Later<ManArguments>),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    use super::*;
    use crate::release::Level;

    fn parse(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(format!("leitfaden {line}").split_whitespace())?.checked()
    }

    fn fault(line: &str) -> ErrorKind {
        parse(line).unwrap_err().kind()
    }

    #[test]
    fn the_commands_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn no_command_opens_the_program() {
        let arguments = parse("").unwrap();
        assert!(arguments.command.is_none() && arguments.study.is_none());
    }

    #[test]
    fn study_and_language_can_stand_before_and_after_the_command() {
        for line in ["--study s --lang fr list", "list --lang fr --study s"] {
            let arguments = parse(line).unwrap();
            assert_eq!(arguments.study, Some(PathBuf::from("s")), "{line}");
            assert_eq!(arguments.lang, Some(Language::Fr), "{line}");
        }
        assert_eq!(fault("--lang it list"), ErrorKind::InvalidValue);
    }

    #[test]
    fn a_session_is_named_by_case_and_number() {
        assert!(parse("show K-1").is_ok());
        for wrong in ["show Müller", "show k-1", "show K-0", "show ../K-1"] {
            assert_eq!(fault(wrong), ErrorKind::ValueValidation, "{wrong}");
        }
        assert_eq!(fault("show"), ErrorKind::MissingRequiredArgument);
    }

    #[test]
    fn a_level_is_named_by_its_word() {
        for level in Level::ALL {
            assert!(parse(&format!("show K-1 --level {level}")).is_ok());
        }
        assert_eq!(fault("show K-1 --level secret"), ErrorKind::InvalidValue);
    }

    #[test]
    fn a_study_is_invented_in_any_size_from_a_seed() {
        assert!(parse("demo --sessions 500 --seed 3 -o study").is_ok());
        assert!(parse("demo --sessions 500").is_ok() && parse("demo").is_ok());
        assert_eq!(fault("demo --seed 3"), ErrorKind::MissingRequiredArgument);
        assert_eq!(fault("demo --sessions 0"), ErrorKind::ValueValidation);
    }

    #[test]
    fn tables_take_filters_and_one_format() {
        assert!(parse("matrix --case A,K2 --country CH,DE --with role=management --json").is_ok());
        assert!(parse("frequencies --by role --origin live,memory --code fac.sim").is_ok());
        assert!(parse("saturation --language de,fr --mode phone --seed 7").is_ok());
        assert_eq!(fault("sample --case a"), ErrorKind::ValueValidation);
        assert_eq!(fault("matrix --with role"), ErrorKind::ValueValidation);
        assert_eq!(
            fault("matrix --format csv --json"),
            ErrorKind::ArgumentConflict
        );
        assert_eq!(fault("matrix --by role"), ErrorKind::UnknownArgument);
    }

    #[test]
    fn one_format_at_a_time() {
        assert!(parse("show K-1 --format md").is_ok());
        assert_eq!(
            fault("show K-1 --format md --json"),
            ErrorKind::ArgumentConflict
        );
    }

    #[test]
    fn a_query_may_begin_with_a_hyphen() {
        for line in [
            "search netz* --json --level working",
            "search -geld",
            "search -",
        ] {
            assert!(parse(line).is_ok(), "{line}");
        }
        assert_eq!(fault("search"), ErrorKind::MissingRequiredArgument);
    }

    #[test]
    fn an_export_names_its_sessions_or_all_of_them_its_format_and_its_place() {
        assert!(parse("export K-1 L-1 --format csv --level archive -o x.csv").is_ok());
        assert!(parse("export --all --format docx-matrix --level working -o out/").is_ok());
        assert!(parse("export --schema").is_ok());
        for (line, kind) in [
            (
                "export --format csv -o x",
                ErrorKind::MissingRequiredArgument,
            ),
            (
                "export K-1 --format csv",
                ErrorKind::MissingRequiredArgument,
            ),
            ("export K-1 -o x", ErrorKind::MissingRequiredArgument),
            (
                "export K-1 --all --format csv -o x",
                ErrorKind::ArgumentConflict,
            ),
            ("export K-1 --format pdf -o x", ErrorKind::InvalidValue),
            ("export --schema --all", ErrorKind::ArgumentConflict),
        ] {
            assert_eq!(fault(line), kind, "{line}");
        }
    }

    #[test]
    fn a_guide_begins_in_the_study_or_in_a_file() {
        assert!(parse("guide new mine").is_ok() && parse("guide new -o mine.ron").is_ok());
        assert_eq!(fault("guide new"), ErrorKind::MissingRequiredArgument);
        assert_eq!(
            fault("guide new mine -o x.ron"),
            ErrorKind::ArgumentConflict
        );
        assert!(parse("guide import book.qdc --id mine").is_ok());
        assert!(parse("guide diff a b.ron").is_ok());
    }

    #[test]
    fn an_interview_needs_informed_consent() {
        assert!(parse("interview A-1 --consent c1,c2,c3").is_ok());
        assert_eq!(
            fault("interview A-1 --consent c3"),
            ErrorKind::ValueValidation
        );
    }

    #[test]
    fn a_hit_is_accepted_in_one_session_with_a_reason() {
        assert!(parse("check").is_ok() && parse("check K-1 L-1 --json").is_ok());
        assert!(parse("check K-1 --accept 1.17:2 --reason word").is_ok());
        assert_eq!(
            fault("check K-1 --accept 1.17:2"),
            ErrorKind::MissingRequiredArgument
        );
        assert_eq!(
            fault("check --accept 1.17:2 --reason word"),
            ErrorKind::MissingRequiredArgument
        );
        assert_eq!(
            fault("check K-1 L-1 --accept 1.17:2 --reason word"),
            ErrorKind::ValueValidation
        );
        assert_eq!(
            fault("check K-1 --accept 1.17 --reason word"),
            ErrorKind::ValueValidation
        );
        assert_eq!(fault("check --show --json"), ErrorKind::ArgumentConflict);
    }

    #[test]
    fn the_filter_reads_its_text_and_nothing_else_from_the_standard_input() {
        assert!(parse("anonymise --jsonl --certainty doubtful --report r --lang fr").is_ok());
        assert_eq!(fault("anonymise text"), ErrorKind::UnknownArgument);
        assert_eq!(
            fault("anonymise --protect-file -"),
            ErrorKind::ValueValidation
        );
        assert_eq!(fault("anonymise --certainty sure"), ErrorKind::InvalidValue);
    }

    #[test]
    fn words_to_strike_never_stand_in_arguments() {
        assert!(parse("strike K-1 --note 1.17").is_ok());
        assert!(parse("strike K-1 --from 12:00 --to #00:14:00-0# --yes").is_ok());
        assert!(parse("strike K-1 --text -").is_ok());
        assert_eq!(fault("strike K-1 --text word"), ErrorKind::ValueValidation);
        assert_eq!(fault("strike K-1"), ErrorKind::MissingRequiredArgument);
        assert_eq!(
            fault("strike K-1 --from 12:00"),
            ErrorKind::MissingRequiredArgument
        );
        assert_eq!(
            fault("strike K-1 --note 1.17 --text -"),
            ErrorKind::ArgumentConflict
        );
    }

    #[test]
    fn an_archive_is_named_by_name_folder_or_address() {
        for line in [
            "archive init here --invented",
            "archive push /srv/archive K-1 L-1",
            "archive push webdavs://h/x --all --pending --beside --json",
            "archive list s3://b?endpoint=https://h --json",
            "archive verify here K-1-r1",
            "archive pull here -o out",
            "archive withdraw here K-1-r1",
            "archive doctor here",
        ] {
            assert!(parse(line).is_ok(), "{line}");
        }
        assert_eq!(
            fault("archive push here K-1 --all"),
            ErrorKind::ArgumentConflict
        );
        assert_eq!(
            fault("archive pull here"),
            ErrorKind::MissingRequiredArgument
        );
        assert_eq!(
            fault("archive"),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        );
    }

    #[test]
    fn a_note_takes_no_text_as_an_argument() {
        assert!(parse("note K-1 --topic b1.t1 --kind quote --at #00:01:02-3#").is_ok());
        assert_eq!(
            fault("note K-1 --topic b1.t1 text"),
            ErrorKind::UnknownArgument
        );
        assert_eq!(fault("note K-1"), ErrorKind::MissingRequiredArgument);
        assert_eq!(
            fault("note K-1 --topic b1.t1 --at noon"),
            ErrorKind::ValueValidation
        );
        assert_eq!(
            fault("note K-1 --topic b1.t1 --protect-file -"),
            ErrorKind::ValueValidation
        );
    }
}
