//! `leitfaden search`: notes of all sessions.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::{progress, values};
use crate::analysis::search::{Finder, LONGEST, Query};
use crate::export::hits::{self, Emphasis};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::input;
use crate::operations::search::{SearchError, search};
use crate::release::{Level, ReleasedHits};
use crate::store::StudyError;

/// What `search` accepts.
#[derive(Debug, Args)]
pub struct SearchArguments {
    /// Words that must all stand in a note, in any inflection; "several words" in order, beginning*, -unwanted, and
    /// filters: case:A session:A-1 block:b3 topic:b3.t2 code:drv.cluster kind:paraphrase|quote|observation|comment|fact
    /// origin:live|memory|recording|approval lang:de|fr|en (several values with commas). With - the query is read from
    /// the standard input, so that it stays out of the history of the shell
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: String,

    /// How much the output contains; on a terminal working, if it is not named
    #[arg(long, value_name = "LEVEL", value_parser = values::level())]
    pub level: Option<Level>,

    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

/// Prints the notes that a query asks for.
pub(super) fn run(arguments: &SearchArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let level = console.level(arguments.level)?;
    let query = query(arguments, console)?;
    let study = console.find_study()?;
    let searched = {
        let mut progress = progress::Line::new(console);
        search(&study, &query, level, &mut |made| progress.show(made))
    };
    let searched = searched.map_err(|error| of_search(&error, &console.words))?;
    let mut finder = Finder::of(&query);
    if arguments.json {
        let unread = &searched.unread_sessions;
        hits::write_json(&searched.hits, unread, &mut finder, &mut console.output)?;
    } else {
        let emphasis = if console.is_coloured {
            Emphasis::Bold
        } else {
            Emphasis::None
        };
        let words = console.words_for(console.words.language());
        hits::write_text(
            &searched.hits,
            &mut finder,
            &words,
            emphasis,
            &mut console.output,
        )?;
    }
    say_how_many(&searched.hits, console);
    let unread: &[StudyError] = &searched.unread;
    console.name_unread(unread.iter())
}

fn query(arguments: &SearchArguments, console: &mut Console<'_>) -> Result<Query, Ending> {
    let read;
    let text = if arguments.query == "-" {
        let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        read = input::read(&mut *console.input, most)
            .map_err(|error| Explanation::new(error.to_string()))?;
        read.as_str()
    } else {
        &arguments.query
    };
    Query::read(text).map_err(|error| Ending::Usage(console.words.query_error(error)))
}

/// Says how many notes there are, and how many the level does not contain.
fn say_how_many(hits: &ReleasedHits, console: &mut Console<'_>) {
    let message = if hits.count() == 0 {
        console.words.text(Text::SearchNothing).into_owned()
    } else {
        let values = [
            ("count", Value::from(hits.count())),
            ("sessions", Value::from(hits.sessions())),
        ];
        console.words.text_with(Text::SearchFound, &values)
    };
    console.say(&message);
    if hits.left_out() > 0 {
        let message = console.words.counted(Text::SearchLeftOut, hits.left_out());
        console.say(&message);
    }
    if !hits.refused().is_empty() {
        let sessions: Vec<String> = hits.refused().iter().map(ToString::to_string).collect();
        let values = [("sessions", Value::from(sessions.join(", ")))];
        let message = console.words.text_with(Text::SearchRefused, &values);
        console.say(&message);
    }
}

fn of_search(error: &SearchError, words: &Words) -> Ending {
    match error {
        SearchError::Study(error) => words.study_error(error).into(),
        SearchError::Index => Explanation::new(words.text(Text::SearchNoIndex))
            .hinting(words.text(Text::SearchNoIndexHint))
            .into(),
        SearchError::Level(refused) => {
            let level = [("level", Value::from(words.level(refused.0).into_owned()))];
            Explanation::new(words.text_with(Text::SearchLevel, &level))
                .hinting(words.text(Text::SearchLevelHint))
                .into()
        }
    }
}
