//! Answers to a survey from a CSV file, for the interviews that deepen it.
//!
//! A line a case, a column a survey key of the guide, with or without its `sv.`; a first column `session` or `case` says
//! whose line it is where there are several. What stands in the columns goes through the search for names like anything
//! that is typed. Keeps out: words for the user.

use std::path::Path;

use crate::disk::{Disk, DiskError};
use crate::guide::{Guide, SURVEY_PREFIX};
use crate::language::sanitise;
use crate::session::SessionId;

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// The longest answer, in characters.
const LONGEST: usize = 2_000;

/// The columns that say whose line it is.
const WHOSE: [&str; 2] = ["session", "case"];

/// The answers of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    columns: Vec<String>,
    lines: Vec<Vec<String>>,
}

/// Why answers cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    /// The file cannot be read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// There is no such file.
    #[error("there is no such file")]
    NoFile,
    /// It is no table of text.
    #[error("line {line} is no line of a CSV file in UTF-8")]
    NoTable {
        /// Which line, from 1.
        line: u64,
    },
    /// There is nothing below the line of heads.
    #[error("the file has no line below its heads")]
    Empty,
    /// A head is no survey key of the guide. What it says is not repeated: it may be anything.
    #[error("column {column} is no survey key of the guide")]
    UnknownColumn {
        /// Which column, from 1.
        column: usize,
        /// The keys that could stand there.
        keys: Vec<String>,
    },
    /// Two columns have the same head.
    #[error("column {column} stands there twice")]
    Twice {
        /// The second of them, from 1.
        column: usize,
    },
    /// The guide knows of no survey.
    #[error("the guide has no survey keys")]
    NoSurvey,
    /// No line, or more than one, is that of the session.
    #[error("{found} lines are those of {session}")]
    NotOneLine {
        /// The session.
        session: SessionId,
        /// How many lines there are.
        found: usize,
    },
    /// An answer is too long to stand beside a question.
    #[error("column {column} is too long")]
    TooLong {
        /// Which column, from 1.
        column: usize,
    },
}

/// Reads a file of answers.
///
/// # Errors
///
/// If it cannot be read, or is no table.
pub fn read(path: &Path) -> Result<Survey, SurveyError> {
    let bytes = Disk::new().read_bounded(path, LARGEST)?;
    parse(&bytes.ok_or(SurveyError::NoFile)?)
}

/// Reads answers as they stand in a file.
///
/// # Errors
///
/// If it is no table of text with a line below its heads.
pub fn parse(bytes: &[u8]) -> Result<Survey, SurveyError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(bytes))
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let no_table = |error: &csv::Error| SurveyError::NoTable {
        line: error.position().map_or(1, csv::Position::line),
    };
    let columns = reader.headers().map_err(|error| no_table(&error))?;
    let columns: Vec<String> = columns.iter().map(str::to_lowercase).collect();
    let lines = reader.records().map(|record| {
        let record = record.map_err(|error| no_table(&error))?;
        Ok(record
            .iter()
            .map(|field| sanitise(field).replace('\n', " "))
            .collect())
    });
    let lines: Vec<Vec<String>> = lines.collect::<Result<_, SurveyError>>()?;
    if lines.is_empty() {
        return Err(SurveyError::Empty);
    }
    Ok(Survey { columns, lines })
}

impl Survey {
    /// The answers for a session: survey key and answer, in the order of the guide. Empty ones are left out.
    ///
    /// # Errors
    ///
    /// If a column is none of the guide's, or no single line is that of the session.
    pub fn answers(
        &self,
        guide: &Guide,
        session: &SessionId,
    ) -> Result<Vec<(String, String)>, SurveyError> {
        self.check(guide)?;
        let line = self.line_of(session)?;
        let mut answers = Vec::new();
        for key in &guide.survey {
            let place = self
                .columns
                .iter()
                .position(|column| is_key(column, &key.key));
            let answer = place.and_then(|place| Some((place, line.get(place)?)));
            let Some((place, answer)) = answer.filter(|(_, answer)| !answer.is_empty()) else {
                continue;
            };
            if answer.chars().count() > LONGEST {
                return Err(SurveyError::TooLong { column: place + 1 });
            }
            let answer = if key.list {
                let values = answer.split(['|', ';']).map(str::trim);
                let values: Vec<&str> = values.filter(|value| !value.is_empty()).collect();
                values.join(", ")
            } else {
                answer.clone()
            };
            answers.push((key.key.clone(), answer));
        }
        Ok(answers)
    }

    /// Holds the columns against a guide.
    ///
    /// # Errors
    ///
    /// If the guide knows of no survey, or a column is none of its keys or stands there twice.
    pub fn check(&self, guide: &Guide) -> Result<(), SurveyError> {
        if guide.survey.is_empty() {
            return Err(SurveyError::NoSurvey);
        }
        for (index, column) in self.columns.iter().enumerate() {
            let is_whose = WHOSE.contains(&column.as_str());
            let mut keys = guide.survey.iter();
            if !is_whose && !keys.any(|key| is_key(column, &key.key)) {
                let keys = guide.survey.iter().map(|key| key.key.clone());
                return Err(SurveyError::UnknownColumn {
                    column: index + 1,
                    keys: keys.collect(),
                });
            }
            let stem = |column: &str| column.trim_start_matches(SURVEY_PREFIX).to_owned();
            let mut before = self.columns.iter().take(index);
            if before.any(|other| stem(other) == stem(column)) {
                return Err(SurveyError::Twice { column: index + 1 });
            }
        }
        Ok(())
    }

    /// The one line that is the session's: by its name, by its case, or because there is no other.
    fn line_of(&self, session: &SessionId) -> Result<&Vec<String>, SurveyError> {
        let wanted = |column: &str| match column {
            "session" => session.to_string(),
            _ => session.case().as_str().to_owned(),
        };
        let whose = WHOSE.into_iter().find_map(|whose| {
            let place = self.columns.iter().position(|column| column == whose)?;
            Some((place, wanted(whose)))
        });
        let mut lines = self.lines.iter().filter(|line| match &whose {
            Some((place, wanted)) => line.get(*place) == Some(wanted),
            None => true,
        });
        match (lines.next(), lines.count()) {
            (Some(line), 0) => Ok(line),
            (first, more) => Err(SurveyError::NotOneLine {
                session: session.clone(),
                found: usize::from(first.is_some()) + more,
            }),
        }
    }
}

/// Whether a head names a key.
fn is_key(column: &str, key: &str) -> bool {
    column == key || Some(column) == key.strip_prefix(SURVEY_PREFIX)
}

/// What stands between the columns: a comma, or what spreadsheets write in its place, whichever the heads have most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let heads = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |delimiter: u8| heads.split(|byte| *byte == delimiter).count();
    let candidates = [b'\t', b';', b','];
    candidates
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::guides::{BUILT_IN, parse_trusted};

    fn guide(id: &str) -> Guide {
        let built_in = BUILT_IN.iter().find(|guide| guide.id == id).unwrap();
        parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap()
    }

    fn answers(text: &str, session: &str) -> Result<Vec<(String, String)>, SurveyError> {
        parse(text.as_bytes())?.answers(&guide("bw-screening"), &session.parse().unwrap())
    }

    fn of(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let pairs = pairs.iter();
        pairs
            .map(|(key, answer)| ((*key).to_owned(), (*answer).to_owned()))
            .collect()
    }

    /// B17
    #[test]
    fn a_line_of_a_survey_becomes_answers_in_the_order_of_the_guide() {
        let wanted = of(&[
            ("sv.members_band", "51–100"),
            ("sv.measures", "Messen, Reisen"),
        ]);
        for text in [
            "sv.measures,sv.members_band\nMessen|Reisen,51–100\n",
            "\u{feff}measures;members_band\r\n\"Messen; Reisen\";51–100\r\n",
            "session\tmeasures\tmembers_band\nB-1\tx\ty\nA-1\tMessen|Reisen\t51–100\n",
            "case,measures,members_band,strategy\nA,Messen|Reisen,51–100,\nB,x,y,z\n",
        ] {
            assert_eq!(answers(text, "A-1").unwrap(), wanted, "{text}");
        }
    }

    #[test]
    fn a_wrong_table_is_refused_with_its_place_and_without_what_it_says() {
        let error = |text: &str| answers(text, "A-1").unwrap_err();
        let unknown = error("sv.measures,Name\nMessen,Anna Muster\n");
        assert!(
            matches!(&unknown, SurveyError::UnknownColumn { column: 2, keys } if keys.len() == 12)
        );
        assert!(!unknown.to_string().contains("ame"));
        assert!(matches!(
            error("sv.measures,measures\nx,y\n"),
            SurveyError::Twice { column: 2 }
        ));
        assert!(matches!(
            error("measures\nx\ny\n"),
            SurveyError::NotOneLine { found: 2, .. }
        ));
        assert!(matches!(
            error("session,measures\nB-1,x\n"),
            SurveyError::NotOneLine { found: 0, .. }
        ));
        assert!(matches!(error("measures\n"), SurveyError::Empty));
        assert!(matches!(error(""), SurveyError::Empty));
        assert!(matches!(
            error("measures,strategy\nx\n"),
            SurveyError::NoTable { line: 2 }
        ));
        assert!(matches!(
            parse(b"measures\n\xff\xfe\n"),
            Err(SurveyError::NoTable { .. })
        ));
        let long = format!("measures\n{}\n", "x".repeat(LONGEST + 1));
        assert!(matches!(error(&long), SurveyError::TooLong { column: 1 }));
        let survey = parse(b"measures\nx\n").unwrap();
        assert!(matches!(
            survey.check(&guide("cluster-cooperation")),
            Err(SurveyError::NoSurvey)
        ));
    }
}
