//! Searching the index.
//!
//! Which texts have the words of a query is told by the full-text index in numbers. Only of what is shown are texts read,
//! and facts only of what is shown or has to pass a filter, so that a word that tens of thousands of notes have costs no
//! more than what is asked for.

use rusqlite::Connection;

use super::blobs::Blobs;
use super::matching::{self, Hit};
use super::parts::Task;
use super::pieces::{PIECE, Pieces, Standing, Text};
use super::reading::known;
use super::rows::{self, Depth, Known, Owner};
use super::{Index, IndexError};
use crate::analysis::search::Query;
use crate::analysis::{Facts, SessionFacts};
use crate::anonymise::CleanText;
use crate::session::{Place, TopicId};

/// Texts that a query asks for.
#[derive(Debug, Default)]
pub struct Found {
    /// The facts of the sessions that the texts are from, and of no others.
    pub facts: Facts,
    /// The texts: by session, and within it its notes in the order of their keeping, then its further texts.
    pub texts: Vec<FoundText>,
    /// How many texts there are, those included of which no more were wanted.
    pub count: usize,
    /// From how many sessions they are.
    pub sessions: usize,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundText {
    /// The place of its session in the facts.
    pub session: usize,
    /// Where it stands.
    pub stands: Stands,
    /// The text.
    pub text: CleanText,
    /// What it says in the language of the session, if it is a quotation in another.
    pub translation: Option<CleanText>,
}

/// Where a text stands in its session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// It is a note.
    Note {
        /// Which of the notes of the session it is, from 0.
        note: usize,
        /// Where it was said: in a recording, if there is one.
        place: Place,
    },
    /// It puts the notes of a cell into one sentence.
    Cell(TopicId),
    /// It is a field of the postscript.
    Postscript(String),
}

impl Index {
    /// The texts that a query asks for, at most so many of them; the others are counted.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn search(&self, query: &Query, most: usize) -> Result<Found, IndexError> {
        let look = self.look()?;
        let (matched, hits) = hits(&look, query)?;
        let mut search = Search::of(&look, query, most, &matched)?;
        for hit in &hits {
            self.go_on()?;
            search.take(hit)?;
        }
        search.read(None)?;
        Ok(search.found)
    }

    /// All texts that a query asks for, in parts of whole sessions one behind the other. What `make` makes of each,
    /// where it was read, is given to `take` as soon as what is before it was.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn search_in_parts<Made: Send>(
        &self,
        query: &Query,
        make: &(impl Fn(Found) -> Made + Sync),
        take: &mut dyn FnMut(Made),
    ) -> Result<(), IndexError> {
        let look = self.look()?;
        let (matched, hits) = hits(&look, query)?;
        let path = self.connection.path().filter(|_| self.is_kept);
        let task = Task::of(query, (&matched, &hits), &self.is_behind, make);
        task.search(&look, path, take)
    }
}

/// The numbers of the texts that have the words of a query, and the sessions in which there may be something.
fn hits(look: &Connection, query: &Query) -> Result<(Vec<i64>, Vec<Hit>), IndexError> {
    if !query.has_words() {
        return Ok((Vec::new(), matching::all_sessions(look)?));
    }
    let matched = matching::texts(look, query)?;
    let hits = matching::sessions_of(look, &matched)?;
    Ok((matched, hits))
}

/// How many texts are read at once.
const AT_ONCE: usize = 1_024;

/// A search that goes on.
pub(super) struct Search<'search> {
    query: &'search Query,
    most: usize,
    /// The numbers of the texts that have the words.
    matched: &'search [i64],
    known: Known,
    facts: Blobs<'search>,
    texts: Pieces<'search>,
    /// The texts that are to be read next.
    wanted: Vec<Wanted>,
    found: Found,
}

/// A text that is to be read.
struct Wanted {
    number: i64,
    /// The place of its session in the facts.
    session: usize,
    /// Which of the notes of its session it is, if it is one.
    note: Option<usize>,
}

impl<'search> Search<'search> {
    /// A search that has not begun.
    pub(super) fn of(
        look: &'search Connection,
        query: &'search Query,
        most: usize,
        matched: &'search [i64],
    ) -> Result<Self, IndexError> {
        Ok(Self {
            query,
            most,
            matched,
            known: known(look)?,
            facts: Blobs::of(look, "facts", "facts"),
            texts: Pieces::of(look),
            wanted: Vec::new(),
            found: Found::default(),
        })
    }

    /// What is wanted of some sessions.
    pub(super) fn part(&mut self, hits: &[Hit]) -> Result<Found, IndexError> {
        for hit in hits {
            self.take(hit)?;
        }
        self.read(None)?;
        // What is found next is numbered by the same names.
        let names = self.found.facts.names.clone();
        let facts = Facts {
            names,
            ..Facts::default()
        };
        let next = Found {
            facts,
            ..Found::default()
        };
        Ok(std::mem::replace(&mut self.found, next))
    }

    /// Takes in what is wanted of a session.
    fn take(&mut self, hit: &Hit) -> Result<(), IndexError> {
        if !self.has_room() && !self.query.has_filter() {
            self.found.count += hit.places.count();
            self.found.sessions += 1;
            return Ok(());
        }
        if !self.query.may_be_in(&hit.id) {
            return Ok(());
        }
        let facts = self.facts_of(hit)?;
        let (count, wanted) = (self.found.count, self.wanted.len());
        self.choose(hit, &facts)?;
        let session = self.found.facts.sessions.len();
        let chosen = self.wanted.get(wanted..).unwrap_or_default();
        let is_shown = if chosen.iter().any(|it| !self.is_sure(it.note)) {
            self.read(Some(&facts))?;
            let last = self.found.texts.last();
            last.is_some_and(|text| text.session == session)
        } else {
            !chosen.is_empty()
        };
        self.found.sessions += usize::from(self.found.count > count);
        if is_shown {
            self.found.facts.sessions.push(facts);
        }
        if self.wanted.len() >= AT_ONCE {
            self.read(None)?;
        }
        Ok(())
    }

    /// Whether more texts are wanted than were taken in.
    fn has_room(&self) -> bool {
        self.found.texts.len() + self.wanted.len() < self.most
    }

    /// Whether a text that passed the filter without being read is wanted whatever it says.
    fn is_sure(&self, note: Option<usize>) -> bool {
        note.is_some() || !self.query.asks_for_cells()
    }

    /// What a filter asks for, and what has to be known of a note that is shown.
    fn facts_of(&mut self, hit: &Hit) -> Result<SessionFacts, IndexError> {
        let bytes = self.facts.read(hit.number)?;
        let names = &mut self.found.facts.names;
        let owner = Owner {
            id: &hit.id,
            first: hit.first,
        };
        rows::read(owner, bytes, Depth::Filter, &mut self.known, names)
    }

    /// Chooses the texts of a session that may be wanted, but for the notes that the filter does not let through. Those
    /// that are sure to be are counted; without room they are not read.
    fn choose(&mut self, hit: &Hit, facts: &SessionFacts) -> Result<(), IndexError> {
        let has_filter = self.query.has_filter();
        let may_be_no_note = self.query.may_let_texts_through(facts);
        let (mut notes, mut passed) = (facts.notes(), 0);
        for place in hit.places.iter(self.matched, hit.first) {
            let index = usize::try_from(place).map_err(|_| IndexError::Damaged)?;
            let is_note = index < facts.note_count();
            if !is_note && !may_be_no_note {
                continue;
            }
            if is_note && has_filter {
                let between = index.checked_sub(passed).ok_or(IndexError::Damaged)?;
                let note = notes.nth(between).ok_or(IndexError::Damaged)?;
                passed = index + 1;
                let names = &self.found.facts.names;
                if !self.query.lets_through(facts, &note, names) {
                    continue;
                }
            }
            let note = is_note.then_some(index);
            if self.is_sure(note) {
                self.found.count += 1;
                if !self.has_room() {
                    continue;
                }
            }
            self.wanted.push(Wanted {
                number: hit.first.checked_add(place).ok_or(IndexError::Damaged)?,
                session: self.found.facts.sessions.len(),
                note,
            });
        }
        Ok(())
    }

    /// Reads the texts that are wanted. What is not sure to be is of the session with these facts; its cell decides.
    fn read(&mut self, facts: Option<&SessionFacts>) -> Result<(), IndexError> {
        let wanted = std::mem::take(&mut self.wanted);
        if wanted.is_empty() {
            return Ok(());
        }
        self.found.texts.reserve(wanted.len());
        let Self {
            query,
            most,
            texts,
            found,
            ..
        } = self;
        let row_of = |wanted: &Wanted| wanted.number.div_euclid(PIECE);
        for of_row in wanted.chunk_by(|one, other| row_of(one) == row_of(other)) {
            let mut places = of_row.iter();
            let mut is_whole = true;
            texts.read(of_row.iter().map(|wanted| wanted.number), |text| {
                let text = places.next().and_then(|wanted| wanted.found(&text));
                let Some(text) = text else {
                    is_whole = false;
                    return;
                };
                if matches!(text.stands, Stands::Note { .. }) || !query.asks_for_cells() {
                    found.texts.push(text);
                } else if facts.is_some_and(|facts| is_let_through(query, facts, &text)) {
                    found.count += 1;
                    if found.texts.len() < *most {
                        found.texts.push(text);
                    }
                }
            })?;
            if !is_whole {
                return Err(IndexError::Damaged);
            }
        }
        Ok(())
    }
}

impl Wanted {
    /// The text that was wanted; nothing if it is no note where one was.
    fn found(&self, text: &Text<'_>) -> Option<FoundText> {
        let stands = match (self.note, text.stands) {
            (Some(note), Standing::Note(place)) => Stands::Note { note, place },
            (None, Standing::Cell(topic)) => Stands::Cell(TopicId::new(topic)),
            (None, Standing::Postscript(field)) => Stands::Postscript(field.to_owned()),
            (Some(_), _) | (None, Standing::Note(_)) => return None,
        };
        let clean = |text: &str| CleanText::from_stored(text.to_owned());
        Some(FoundText {
            session: self.session,
            stands,
            text: clean(text.original),
            translation: text.translation.map(clean),
        })
    }
}

/// Whether the cell of a text that is no note lets it through.
fn is_let_through(query: &Query, facts: &SessionFacts, text: &FoundText) -> bool {
    match &text.stands {
        Stands::Note { .. } => true,
        Stands::Cell(topic) => query.lets_text_through(facts, Some(topic)),
        Stands::Postscript(_) => query.lets_text_through(facts, None),
    }
}
