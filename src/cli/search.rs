//! `leitfaden search`: notes of all sessions.

use clap::Args;

use super::console::Console;
use super::ending::Ending;
use super::{progress, values};
use crate::analysis::search::{Finder, LONGEST, Query};
use crate::export::hits::{self, Emphasis};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::input;
use crate::operations::search::{SearchError, Searched, Taker, search, unknown};
use crate::release::{Level, ReleasedHits};
use crate::store::Study;

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
    let searched = if arguments.json {
        let mut hits = ReleasedHits::none(level);
        let searched = found(&study, &query, level, console, &mut hits)?;
        let unread = &searched.unread_sessions;
        hits::write_json(&hits, unread, &query, &mut console.output)?;
        searched
    } else {
        let mut page = Page {
            finder: Finder::of(&query),
            words: console.words_for(console.words.language()),
            emphasis: if console.is_coloured {
                Emphasis::Bold
            } else {
                Emphasis::None
            },
            text: String::new(),
        };
        let searched = found(&study, &query, level, console, &mut page)?;
        console.output.write_all(page.text.as_bytes())?;
        searched
    };
    say_how_many(&searched, console);
    if searched.count == 0 && searched.left_out == 0 && searched.unread.is_empty() {
        let unknown = query
            .has_filter()
            .then(|| unknown(&study, &query))
            .flatten();
        if let Some(unknown) = unknown {
            let explanation = console.words.unknown_in_query(&unknown);
            console.say(&explanation.error);
            explanation.hint.iter().for_each(|hint| console.say(hint));
        }
    }
    console.name_unread(searched.unread.iter())
}

/// Searches, and says how far the index is.
fn found(
    study: &Study,
    query: &Query,
    level: Level,
    console: &mut Console<'_>,
    taker: &mut dyn Taker,
) -> Result<Searched, Ending> {
    let searched = {
        let mut progress = progress::Line::new(console);
        let mut show = |made| progress.show(made);
        search(study, query, level, &mut show, taker)
    };
    searched.map_err(|error| of_search(&error, &console.words))
}

/// What is printed for people. It is held until it is sure that nothing of it is behind the sessions.
struct Page {
    finder: Finder,
    words: Words,
    emphasis: Emphasis,
    text: String,
}

impl Taker for Page {
    fn forget(&mut self) {
        self.text.clear();
    }

    fn take(&mut self, hits: ReleasedHits) {
        let Self {
            finder,
            words,
            emphasis,
            text,
        } = self;
        hits::write_text(&hits, finder, words, *emphasis, text);
    }
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
fn say_how_many(searched: &Searched, console: &mut Console<'_>) {
    let message = if searched.count == 0 {
        console.words.text(Text::SearchNothing).into_owned()
    } else {
        let values = [
            ("count", Value::from(searched.count)),
            ("sessions", Value::from(searched.sessions)),
        ];
        console.words.text_with(Text::SearchFound, &values)
    };
    console.say(&message);
    if searched.left_out > 0 {
        let message = console
            .words
            .counted(Text::SearchLeftOut, searched.left_out);
        console.say(&message);
    }
    if !searched.refused.is_empty() {
        let sessions: Vec<String> = searched.refused.iter().map(ToString::to_string).collect();
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
