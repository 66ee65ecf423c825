//! What is searched for in the notes of all sessions.
//!
//! A query is words, each of which must stand in a note, in any inflection; `"several words"` that must stand in this
//! order; `beginning*`; `-word` for what must not stand there; and filters such as `topic:b3.t2`. Which notes have the
//! words is found by an index; what a filter asks for, and where in a text the words stand, is told here.
//!
//! A query may hold a name: it implements neither `Display` nor a `Debug` that shows it, and no error repeats it.

mod excerpt;
mod filter;
mod finder;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::facts::{Facts, Names, NoteFacts, SessionFacts};
use super::unknown::Unknown;
use crate::guide::{Guide, StudyCodes};
use crate::language::{Language, wanted_beginning, wanted_keys, words};
use crate::session::{NoteKind, SessionId, TopicId};

pub use excerpt::{Excerpt, excerpt};
pub use filter::{FILTERS, NoteFilter, origin_word, values_of};
pub use finder::Finder;

/// The longest query, in bytes.
pub const LONGEST: usize = 4 * 1024;

/// How many words and phrases a query may have.
const MOST_TERMS: usize = 64;

/// How many spellings of a phrase are looked for.
const MOST_SPELLINGS: usize = 64;

/// What is searched for.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What must stand in a note.
    wanted: Vec<Term>,
    /// What must not.
    unwanted: Vec<Term>,
    filter: NoteFilter,
    /// What the study says of the codes of its guides, by their ids.
    study_codes: BTreeMap<String, StudyCodes>,
}

/// A word, or words that stand one behind the other.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Term {
    words: Vec<String>,
    /// Whether the last word is only the beginning of one.
    is_beginning: bool,
    /// Whether the last word is still being typed: it is looked for as it stands, and as the beginning of one.
    is_unfinished: bool,
}

/// Why a query cannot be understood. Never holds any of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// There is nothing in it that could be looked for.
    #[error("the query has no word and no filter")]
    Empty,
    /// It only says what must not stand there.
    #[error("the query only says what must not stand there")]
    OnlyUnwanted,
    /// It is too long.
    #[error("the query is longer than {LONGEST} bytes or has more than {MOST_TERMS} words")]
    TooLong,
    /// A quotation mark is not closed.
    #[error("a quotation mark is not closed")]
    OpenQuotation,
    /// There is no such filter.
    #[error("the query has a filter that is not known")]
    UnknownFilter,
    /// A filter has a value that it cannot have.
    #[error("the filter {0} has a value that it cannot have")]
    WrongValue(&'static str),
}

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    ///
    /// If it cannot be understood.
    pub fn read(text: &str) -> Result<Self, QueryError> {
        if text.len() > LONGEST {
            return Err(QueryError::TooLong);
        }
        let mut query = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let is_unwanted = rest.starts_with('-');
            let piece = rest.strip_prefix('-').unwrap_or(rest);
            let (piece, behind) = split_piece(piece)?;
            query.take(&piece, is_unwanted)?;
            rest = behind.trim_start();
        }
        if query.wanted.len() + query.unwanted.len() > MOST_TERMS {
            return Err(QueryError::TooLong);
        }
        if query.wanted.is_empty() && query.filter.is_empty() {
            return Err(match query.unwanted.as_slice() {
                [] => QueryError::Empty,
                _ => QueryError::OnlyUnwanted,
            });
        }
        Ok(query)
    }

    /// Reads a query that is still being typed: its last word, if it has two letters, counts as the beginning of one too.
    ///
    /// # Errors
    ///
    /// If it cannot be understood.
    pub fn read_while_typed(text: &str) -> Result<Self, QueryError> {
        let mut query = Self::read(text)?;
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_word = last.ends_with(char::is_alphanumeric)
            && last.chars().count() > 1
            && !last.starts_with('-')
            && filter::parts(last).is_none();
        if let Some(term) = query.wanted.last_mut().filter(|_| is_word) {
            term.is_unfinished = true;
        }
        Ok(query)
    }

    /// Whether a query that cannot be understood ends in the value of a filter that is perhaps still being typed.
    pub fn is_unfinished(text: &str) -> bool {
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let filter = filter::parts(last.strip_prefix('-').unwrap_or(last));
        filter.is_some_and(|(name, values)| filter::may_go_on(name, values))
    }

    /// Whether a query ends in something that is nowhere but begins like what there is, so that it is perhaps still being
    /// typed.
    pub fn may_become_known(text: &str, unknown: &Unknown) -> bool {
        let last = text.rsplit([':', ',']).next().unwrap_or_default();
        let is_last = last.eq_ignore_ascii_case(&unknown.value);
        is_last
            && unknown
                .known
                .iter()
                .any(|it| it.starts_with(&unknown.value))
    }

    fn take(&mut self, piece: &Piece<'_>, is_unwanted: bool) -> Result<(), QueryError> {
        let text = match piece {
            Piece::Quoted(text) => *text,
            Piece::Plain(text) => {
                if let Some((name, value)) = filter::parts(text) {
                    return self.filter.take(name, value);
                }
                *text
            }
        };
        let term = Term::of(text);
        let terms = if is_unwanted {
            &mut self.unwanted
        } else {
            &mut self.wanted
        };
        terms.extend(term);
        Ok(())
    }

    /// The query without the kinds of notes that it asks for, and these kinds; none asks for all.
    #[must_use]
    pub fn without_kinds(&self) -> (Self, BTreeSet<NoteKind>) {
        let mut query = self.clone();
        let kinds = query.filter.take_kinds();
        (query, kinds)
    }

    /// The query by what the study says of the codes of its guides, by their ids: a note with a code that was merged into
    /// another is one with the other, and field codes stand below what they were put under.
    #[must_use]
    pub fn counting_by(mut self, study_codes: BTreeMap<String, StudyCodes>) -> Self {
        self.study_codes = study_codes;
        self
    }

    /// Whether it asks for notes with certain codes.
    pub fn asks_for_codes(&self) -> bool {
        self.filter.asks_for_codes()
    }

    /// Whether it asks for words, and not only for notes that a filter lets through.
    pub fn has_words(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// The first thing that its filters ask for and that neither the study nor one of these guides has.
    pub fn unknown(&self, facts: &Facts, guides: &[Guide]) -> Option<Unknown> {
        self.filter.unknown(facts, guides)
    }

    /// Whether the filter lets a note through.
    pub fn lets_through(
        &self,
        session: &SessionFacts,
        note: &NoteFacts<'_>,
        names: &Names,
    ) -> bool {
        let guide = names.guide_of(session.guide);
        let study = guide.and_then(|guide| self.study_codes.get(&guide.reference.id));
        self.filter.lets_through(session, note, names, study)
    }

    /// Whether it asks for some notes only, whatever their words.
    pub fn has_filter(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Whether the filter lets a text through that is no note: the sentence of a cell, or one that belongs to no cell.
    pub fn lets_text_through(&self, session: &SessionFacts, cell: Option<&TopicId>) -> bool {
        self.filter.lets_text_through(session, cell)
    }

    /// Whether the filter lets any such text of a session through, as far as the cell does not decide.
    pub fn may_let_texts_through(&self, session: &SessionFacts) -> bool {
        self.filter.may_let_texts_through(session)
    }

    /// Whether it asks for texts of some cells only.
    pub fn asks_for_cells(&self) -> bool {
        self.filter.asks_for_cells()
    }

    /// Whether the filter lets any note of a session through, as far as the session itself decides.
    pub fn may_be_in(&self, session: &SessionId) -> bool {
        self.filter.may_be_in(session)
    }

    /// The words for a full-text search over texts of this language whose words are keys: terms, joined by «and», each
    /// of which is spellings, joined by «or», of words that stand in order. What must not stand there comes second.
    pub fn keys(&self, language: Language) -> (Vec<TermKeys>, Vec<TermKeys>) {
        let keys = |terms: &[Term]| terms.iter().map(|term| term.keys(language)).collect();
        (keys(&self.wanted), keys(&self.unwanted))
    }
}

/// The spellings of a term as keys.
#[derive(Clone, PartialEq, Eq)]
pub struct TermKeys {
    /// For each word the keys it may have.
    pub words: Vec<Vec<String>>,
    /// Whether the last word's keys are only beginnings of keys.
    pub is_beginning: bool,
}

impl TermKeys {
    /// All ways to write the term, each as its words in order. Of a phrase with very many only some are given.
    pub fn spellings(&self) -> Vec<Vec<&str>> {
        let mut spellings: Vec<Vec<&str>> = vec![Vec::new()];
        for keys in &self.words {
            let longer = spellings.iter().flat_map(|spelling| {
                keys.iter().map(move |key| {
                    let mut longer = spelling.clone();
                    longer.push(key.as_str());
                    longer
                })
            });
            spellings = longer.take(MOST_SPELLINGS).collect();
        }
        spellings
    }
}

impl Term {
    /// The words of a text; nothing if there are none.
    fn of(text: &str) -> Option<Self> {
        let is_beginning = text.trim_end().ends_with('*');
        let words: Vec<String> = words(text)
            .filter_map(|range| text.get(range))
            .map(str::to_owned)
            .collect();
        (!words.is_empty()).then_some(Self {
            words,
            is_beginning,
            is_unfinished: false,
        })
    }

    fn keys(&self, language: Language) -> TermKeys {
        let last = self.words.len().saturating_sub(1);
        let words = self.words.iter().enumerate().map(|(index, word)| {
            if self.is_beginning && index == last {
                return vec![wanted_beginning(word)];
            }
            let mut keys = wanted_keys(word, language);
            if self.is_unfinished && index == last {
                keys.push(wanted_beginning(word));
                keys.dedup();
            }
            keys
        });
        TermKeys {
            words: words.collect(),
            is_beginning: self.is_beginning || self.is_unfinished,
        }
    }
}

/// A piece of a query.
enum Piece<'query> {
    Plain(&'query str),
    Quoted(&'query str),
}

/// Takes the first piece off a query.
fn split_piece(text: &str) -> Result<(Piece<'_>, &str), QueryError> {
    const MARKS: [(char, &[char]); 4] = [
        ('"', &['"']),
        ('„', &['“', '”', '"']),
        ('“', &['”', '"']),
        ('«', &['»']),
    ];
    let opened = MARKS.iter().find(|(open, _)| text.starts_with(*open));
    if let Some((open, closing)) = opened {
        let inner = text.strip_prefix(*open).unwrap_or(text);
        let (quoted, rest) = inner
            .split_once(*closing)
            .ok_or(QueryError::OpenQuotation)?;
        return Ok((Piece::Quoted(quoted), rest));
    }
    match text.split_once(char::is_whitespace) {
        Some((piece, rest)) => Ok((Piece::Plain(piece), rest)),
        None => Ok((Piece::Plain(text), "")),
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Query")
            .field("wanted", &self.wanted.len())
            .field("unwanted", &self.unwanted.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
