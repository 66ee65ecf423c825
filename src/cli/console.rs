//! What a command has at hand: words, output, input, and the study that was named.

use std::io::{self, Read, Write};
use std::path::PathBuf;

use super::ending::Ending;
use crate::export::columns::{Extent, fitted};
use crate::export::visible;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::language::Language;
use crate::operations::study::{self, FindError};
use crate::release::Level;
use crate::store::{Study, StudyError};
use crate::tui::screen::Shorthand;

/// What a command has at hand.
pub(super) struct Console<'streams> {
    /// The words for messages.
    pub words: Words,
    /// The language that was asked for by `--lang`.
    pub asked: Option<Language>,
    /// The study that was named.
    pub study: Option<PathBuf>,
    /// Words that are no names, by the configuration.
    pub allowed: Vec<String>,
    /// After how many seconds without a key an interview on site is blanked, by the configuration.
    pub idle_seconds: Option<u32>,
    /// What short forms are written out as, by the configuration.
    pub shorthand: Vec<Shorthand>,
    /// The lead of live notes in milliseconds, by the configuration.
    pub lead_ms: Option<u64>,
    /// The socket of a player that runs already, by the configuration.
    pub player_socket: Option<String>,
    /// Where data goes, and nothing else.
    pub output: &'streams mut dyn Write,
    /// Where messages go.
    pub errors: &'streams mut dyn Write,
    /// Where texts come from.
    pub input: &'streams mut dyn Read,
    /// How wide the terminal is to which the output goes, if it goes to one.
    pub columns: Option<usize>,
    /// Whether the output is a terminal.
    pub is_terminal: bool,
    /// Whether the output may have colours and emphasis: it is a terminal that knows them and whose user wants them.
    pub is_coloured: bool,
    /// Whether messages go to a terminal, so that somebody can look on.
    pub is_watched: bool,
}

impl Console<'_> {
    /// The study that the command is about.
    pub(super) fn find_study(&self) -> Result<Study, Ending> {
        study::find(self.study.as_deref()).map_err(|error| match error {
            FindError::Study(error) => self.words.study_error(&error).into(),
            FindError::NoDataFolder => Explanation::new(self.words.text(Text::ErrorNoDataFolder))
                .hinting(self.words.text(Text::ErrorNoDataFolderHint))
                .into(),
            FindError::CurrentFolder(error) => {
                Explanation::new(self.words.text(Text::ErrorCurrentFolder))
                    .because(self.words.system_error(&error))
                    .hinting(self.words.text(Text::ErrorNoDataFolderHint))
                    .into()
            }
        })
    }

    /// The level that was named. Where it cannot be seen who reads the output, it must be.
    pub(super) fn level(&self, named: Option<Level>) -> Result<Level, Ending> {
        self.level_of(named, self.is_terminal)
    }

    /// The level that was named for an output that goes to a terminal, or elsewhere.
    pub(super) fn level_of(
        &self,
        named: Option<Level>,
        goes_to_terminal: bool,
    ) -> Result<Level, Ending> {
        self.level_among(named, goes_to_terminal, &Level::ALL)
    }

    /// The level that was named for a table, which is never the protocol of one interview.
    pub(super) fn table_level(
        &self,
        named: Option<Level>,
        goes_to_terminal: bool,
    ) -> Result<Level, Ending> {
        self.level_among(named, goes_to_terminal, &Level::OF_TABLES)
    }

    fn level_among(
        &self,
        named: Option<Level>,
        goes_to_terminal: bool,
        possible: &[Level],
    ) -> Result<Level, Ending> {
        if let Some(level) = named {
            return Ok(level);
        }
        if goes_to_terminal {
            return Ok(Level::Working);
        }
        let levels: Vec<&str> = possible.iter().map(|level| level.word()).collect();
        let levels = levels.join("|");
        let levels = [("levels", Value::from(levels))];
        let hint = self.words.text_with(Text::ShowNeedsLevelHint, &levels);
        let explanation = Explanation::new(self.words.text(Text::ShowNeedsLevel)).hinting(hint);
        Err(Ending::Usage(explanation))
    }

    /// Says something that is no data. A message that cannot be said is no failure of the command.
    pub(super) fn say(&mut self, message: &str) {
        let _ = writeln!(self.errors, "{}", visible(message));
    }

    /// The words for a document: in the language that was asked for, else in its own.
    pub(super) fn words_for(&self, language: Language) -> Words {
        Words::new(self.asked.unwrap_or(language))
    }

    /// Says which sessions cannot be read, if there are any; the command then ends with that.
    pub(super) fn name_unread<'errors>(
        &self,
        unread: impl Iterator<Item = &'errors StudyError>,
    ) -> Result<(), Ending> {
        self.name_unread_as(Text::ListUnread, unread)
    }

    /// Says which files cannot be read, in words that take their number, if there are any; the command then ends with
    /// that.
    pub(super) fn name_unread_as<'errors>(
        &self,
        counted: Text,
        unread: impl Iterator<Item = &'errors StudyError>,
    ) -> Result<(), Ending> {
        let reasons: Vec<String> = unread
            .map(|error| {
                let explanation = self.words.study_error(error);
                std::iter::once(explanation.error)
                    .chain(explanation.causes)
                    .collect::<Vec<String>>()
                    .join(self.words.colon())
            })
            .collect();
        if reasons.is_empty() {
            return Ok(());
        }
        let error = self.words.counted(counted, reasons.len());
        let explanation = reasons
            .into_iter()
            .fold(Explanation::new(error), Explanation::because);
        let hint = self.words.text(Text::ErrorUnreadableHint);
        Err(explanation.hinting(hint).into())
    }

    /// Writes a table, as wide as there is room.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        write_table(rows, self.columns, self.output)
    }
}

/// Writes a table in lines that have so much room; as wide as it is if nothing limits them.
pub(super) fn write_table(
    rows: &[Vec<String>],
    room: Option<usize>,
    output: &mut dyn Write,
) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let extent = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let extents = cells.map(|cell| Extent::of(cell));
        extents.fold(Extent::default(), Extent::max)
    };
    let extents: Vec<Extent> = (0..columns).map(extent).collect();
    for (index, columns) in fitted(&extents, room).iter().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        for row in rows {
            output.write_all(columns.row(row).as_bytes())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_as_wide_as_its_cells() {
        let rows = [
            vec!["Séance".to_owned(), "Notes".to_owned()],
            vec!["A-1".to_owned(), "3".to_owned(), "x\u{7}".to_owned()],
        ];
        let mut output = Vec::new();
        write_table(&rows, None, &mut output).unwrap();
        let table = String::from_utf8(output).unwrap();
        assert_eq!(table, "Séance  Notes\nA-1     3      x\u{fffd}\n");
    }
}
