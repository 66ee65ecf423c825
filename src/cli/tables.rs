//! What the commands for tables over all interviews have in common: which sessions, which level, which format.

use std::collections::{BTreeMap, BTreeSet};

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::Ending;
use super::guide::guide_trouble;
use super::interview::ModeWord;
use super::progress;
use super::values::{self, ValueFault};
use crate::analysis::{Facts, Filter, LANGUAGE, MODE};
use crate::export::sheet::{Sheet, csv, markdown, text};
use crate::guide::{Guide, Mode};
use crate::i18n::{Explanation, Text, Value, Words, repeated_guide};
use crate::operations::facts::gather_telling;
use crate::operations::{chance, guides};
use crate::release::Level;
use crate::release::tables::{TableRefusal, TableRequest};
use crate::session::{CaseId, Origin, SessionId};
use crate::store::{Study, StudyError};

/// What every command for a table accepts.
#[derive(Debug, Args)]
pub struct TableArguments {
    /// Which sessions, at which level
    #[command(flatten)]
    pub choice: ChoiceArguments,

    /// How the table is written
    #[arg(long, value_enum, default_value_t = TableFormat::Table, conflicts_with = "json")]
    pub format: TableFormat,

    /// Print one JSON document, as --format json does
    #[arg(long)]
    pub json: bool,
}

/// Which sessions a table is about, and at which level.
#[derive(Debug, Args)]
pub struct ChoiceArguments {
    /// The guide whose sessions are counted; without it, the one that most sessions follow
    #[arg(long, value_name = "GUIDE")]
    pub guide: Option<String>,

    /// How much the output contains; on a terminal working, if it is not named
    #[arg(long, value_name = "LEVEL", value_parser = values::level())]
    pub level: Option<Level>,

    /// Only sessions of these cases
    #[arg(long, value_name = "CASE,…", value_delimiter = ',', value_parser = case)]
    pub case: Vec<CaseId>,

    /// Only cases that lie in one of these countries, such as CH,DE
    #[arg(long, value_name = "COUNTRY,…", value_delimiter = ',')]
    pub country: Vec<String>,

    /// Only sessions with this value of an attribute, such as role=management; several values of one attribute are
    /// alternatives
    #[arg(long = "with", value_name = "ATTRIBUTE=VALUE", value_parser = attribute_value)]
    pub with: Vec<(String, String)>,

    /// Only interviews held in this way
    #[arg(long, value_enum, value_name = "MODE")]
    pub mode: Option<ModeWord>,

    /// Only interviews in these languages
    #[arg(long, value_name = "LANGUAGE,…", value_delimiter = ',', value_parser = ["de", "fr", "en"])]
    pub language: Vec<String>,

    /// Only notes of these origins
    #[arg(long, value_enum, value_name = "ORIGIN,…", value_delimiter = ',')]
    pub origin: Vec<OriginWord>,

    /// Only notes with one of these codes, or a code below it
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    pub code: Vec<String>,

    /// Where chance begins at the levels analysis and publication; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Columns, with signs and bars
    Table,
    /// Comma-separated values
    Csv,
    /// One JSON document
    Json,
    /// Markdown
    Md,
}

/// Where a note comes from, as a word of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OriginWord {
    /// Written while it was said
    Live,
    /// Added from memory
    Memory,
    /// Added from the recording
    Recording,
    /// Added or corrected by the interviewee
    Approval,
}

/// What a table is made of.
pub(super) struct Ready {
    facts: Facts,
    unread: Vec<StudyError>,
    study: Study,
    guide: Guide,
    filter: Filter,
    level: Level,
    seed: u64,
}

impl Ready {
    /// Reads the study, and says which guide is counted by if there are several.
    pub(super) fn read(
        arguments: &ChoiceArguments,
        console: &mut Console<'_>,
    ) -> Result<Self, Ending> {
        let level = console.table_level(arguments.level, console.is_terminal)?;
        let study = console.find_study()?;
        let gathered = {
            let mut progress = progress::Line::new(console);
            gather_telling(&study, &mut |made| progress.show(made))
        };
        let gathered = gathered.map_err(|error| console.words.study_error(&error))?;
        let id = guide_id(arguments, &gathered.facts, console)?;
        let guide = guides::counted_by(&study, &id)
            .map_err(|trouble| guide_trouble(&trouble, &study, &console.words))?;
        let filter = arguments.filter();
        if let Some(unknown) = filter.unknown(&gathered.facts, &guide) {
            return Err(Ending::Usage(console.words.unknown_filter(&unknown)));
        }
        Ok(Self {
            study,
            facts: gathered.facts,
            unread: gathered.unread,
            guide,
            filter,
            level,
            seed: arguments.seed.unwrap_or_else(chance::seed),
        })
    }

    /// The facts that the table is made of.
    pub(super) const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The study.
    pub(super) const fn study(&self) -> &Study {
        &self.study
    }

    /// The guide that sessions are counted by.
    pub(super) const fn guide(&self) -> &Guide {
        &self.guide
    }

    /// Asks for these sessions only; for all if there are none.
    pub(super) fn only_sessions(&mut self, sessions: &[SessionId]) {
        self.filter.sessions.extend(sessions.iter().cloned());
    }

    /// Asks for these cases only; for all if there are none.
    pub(super) fn only_cases(
        &mut self,
        cases: &[CaseId],
        console: &Console<'_>,
    ) -> Result<(), Ending> {
        self.filter.cases.extend(cases.iter().cloned());
        match self.filter.unknown(&self.facts, &self.guide) {
            Some(unknown) => Err(Ending::Usage(console.words.unknown_filter(&unknown))),
            None => Ok(()),
        }
    }

    /// What the table is asked to hold.
    pub(super) const fn request(&self) -> TableRequest<'_> {
        TableRequest {
            level: self.level,
            guide: &self.guide,
            filter: &self.filter,
            seed: self.seed,
        }
    }

    /// How a refused table ends the command. An attribute that cannot be asked for is wrong usage.
    pub(super) fn refused(&self, refusal: &TableRefusal, console: &Console<'_>) -> Ending {
        let explanation = console.words.table_refusal(refusal, &self.guide);
        match refusal {
            TableRefusal::Review
            | TableRefusal::Single(_)
            | TableRefusal::OneCase(_)
            | TableRefusal::OneAttribute(_)
            | TableRefusal::UnknownAttribute { .. } => Ending::Usage(explanation),
            TableRefusal::TooTelling { .. }
            | TableRefusal::LeavesOutTooFew { .. }
            | TableRefusal::TooFew { .. } => Ending::Failed(explanation),
        }
    }

    /// Names the sessions that could not be read; the command then ends with 1.
    pub(super) fn finish(self, console: &Console<'_>) -> Result<(), Ending> {
        console.name_unread(self.unread.iter())
    }
}

impl TableArguments {
    /// Whether a JSON document is asked for.
    pub(super) fn wants_json(&self) -> bool {
        self.json || self.format == TableFormat::Json
    }
}

impl ChoiceArguments {
    fn filter(&self) -> Filter {
        let mut attributes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut ask = |attribute: &str, value: &str| {
            let values = attributes.entry(attribute.to_owned()).or_default();
            values.insert(value.to_owned());
        };
        for (attribute, value) in &self.with {
            ask(attribute, value);
        }
        if let Some(mode) = self.mode {
            ask(MODE, Mode::from(mode).word());
        }
        for language in &self.language {
            ask(LANGUAGE, language);
        }
        Filter {
            sessions: BTreeSet::new(),
            cases: self.case.iter().cloned().collect(),
            countries: self
                .country
                .iter()
                .map(|country| country.to_uppercase())
                .collect(),
            attributes,
            origins: self.origin.iter().map(|word| word.origin()).collect(),
            codes: self.code.iter().cloned().collect(),
        }
    }
}

impl OriginWord {
    const fn origin(self) -> Origin {
        match self {
            Self::Live => Origin::Live,
            Self::Memory => Origin::Memory,
            Self::Recording => Origin::Recording,
            Self::Approval => Origin::Approval,
        }
    }
}

/// Writes a sheet for people or as CSV; JSON documents have writers of their own.
pub(super) fn write_sheet(
    sheet: &Sheet<'_>,
    format: TableFormat,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let room = console.columns;
    let output = &mut console.output;
    match format {
        TableFormat::Table | TableFormat::Json => text::write(sheet, room, output)?,
        TableFormat::Csv => csv::write(sheet, output)?,
        TableFormat::Md => markdown::write(sheet, output)?,
    }
    Ok(())
}

/// The words for tables: in the language that was asked for, else in that of the messages.
pub(super) fn words(console: &Console<'_>) -> Words {
    console.words_for(console.words.language())
}

/// The guide that was named, if sessions follow it; else the one that most sessions follow.
fn guide_id(
    arguments: &ChoiceArguments,
    facts: &Facts,
    console: &mut Console<'_>,
) -> Result<String, Ending> {
    let known = facts.guides();
    let names = |except: Option<&str>| {
        let others = known.iter().filter(|(id, _)| Some(*id) != except);
        let names: Vec<&str> = others.map(|(id, _)| *id).collect();
        Value::from(names.join(", "))
    };
    let words = &console.words;
    if let Some(wanted) = &arguments.guide {
        if known.iter().any(|(id, _)| id == wanted) {
            return Ok(wanted.clone());
        }
        let guide = [("guide", Value::from(repeated_guide(wanted)))];
        let explanation = Explanation::new(words.text_with(Text::TablesNoSession, &guide));
        let hint = words.text_with(Text::TablesNoSessionHint, &[("guides", names(None))]);
        return Err(Ending::Failed(if known.is_empty() {
            explanation
        } else {
            explanation.hinting(hint)
        }));
    }
    let Some((most, _)) = known.first() else {
        let explanation = Explanation::new(words.text(Text::TablesNoSessionAtAll));
        return Err(Ending::Failed(
            explanation.hinting(words.text(Text::ListEmptyHint)),
        ));
    };
    if known.len() > 1 {
        let values = [
            ("guide", Value::from((*most).to_owned())),
            ("guides", names(Some(most))),
        ];
        let message = words.text_with(Text::TablesOtherGuides, &values);
        console.say(&message);
    }
    Ok((*most).to_owned())
}

pub(super) fn case(text: &str) -> Result<CaseId, ValueFault> {
    Ok(text.parse()?)
}

fn attribute_value(text: &str) -> Result<(String, String), ValueFault> {
    match text.split_once('=') {
        Some((attribute, value)) if !attribute.is_empty() && !value.is_empty() => {
            Ok((attribute.to_owned(), value.to_owned()))
        }
        _ => Err(ValueFault::Attribute),
    }
}
