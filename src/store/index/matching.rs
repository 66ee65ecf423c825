//! Which texts have the words of a query, and which sessions they are from, in numbers.

use std::fmt::Write;
use std::ops::Range;

use rusqlite::{Connection, Row};

use super::IndexError;
use crate::analysis::search::{Query, TermKeys};
use crate::language::Language;
use crate::session::SessionId;

/// From one text for so many sessions on, all sessions are gone through: that takes less than looking for each.
const SPARSE: usize = 8;

/// A session in which there may be something.
pub(super) struct Hit {
    pub(super) number: i64,
    pub(super) id: SessionId,
    /// The number of its first text.
    pub(super) first: i64,
    /// The texts that may be wanted, by their places in order.
    pub(super) places: Places,
}

/// Texts of a session.
pub(super) enum Places {
    /// So many, and all of them.
    All(i64),
    /// These of the texts that were found.
    Some(Range<usize>),
}

impl Places {
    pub(super) fn count(&self) -> usize {
        match self {
            Self::All(count) => usize::try_from(*count).unwrap_or(0),
            Self::Some(found) => found.len(),
        }
    }

    /// The places in a session whose first text has this number, by the texts that were found.
    pub(super) fn iter(&self, found: &[i64], first: i64) -> impl Iterator<Item = i64> {
        let (all, some) = match self {
            Self::All(count) => (0..*count, [].as_slice()),
            Self::Some(range) => (0..0, found.get(range.clone()).unwrap_or_default()),
        };
        all.chain(some.iter().map(move |number| number - first))
    }
}

/// The numbers of the texts that have the words of a query, in order.
pub(super) fn texts(connection: &Connection, query: &Query) -> Result<Vec<i64>, IndexError> {
    let mut select =
        connection.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid")?;
    let texts = select.query_map([expression(query)], |row| row.get(0))?;
    Ok(texts.collect::<Result<_, _>>()?)
}

/// What the full-text index is asked for: in one of the languages every term, and none of those that must not be there.
///
/// Languages in which that is the same are asked together where it is a single term: that is told without looking in which
/// language it stands.
fn expression(query: &Query) -> String {
    let mut asked: Vec<(String, Vec<&str>)> = Vec::new();
    for language in Language::ALL {
        let (wanted, unwanted) = query.keys(language);
        let all: Vec<String> = wanted.iter().map(term).collect();
        let mut expression = format!("({})", all.join(" AND "));
        for unwanted in &unwanted {
            expression = format!("({expression} NOT {})", term(unwanted));
        }
        let is_single = wanted.len() + unwanted.len() == 1;
        match asked
            .iter_mut()
            .find(|(other, _)| is_single && *other == expression)
        {
            Some((_, languages)) => languages.push(language.tag()),
            None => asked.push((expression, vec![language.tag()])),
        }
    }
    let asked = asked.iter().map(|(expression, languages)| {
        if languages.len() == Language::ALL.len() {
            expression.clone()
        } else {
            format!("({{{}}} : {expression})", languages.join(" "))
        }
    });
    asked.collect::<Vec<String>>().join(" OR ")
}

fn term(keys: &TermKeys) -> String {
    let mut written = String::from("(");
    for (place, spelling) in keys.spellings().iter().enumerate() {
        if place > 0 {
            written.push_str(" OR ");
        }
        // Keys are letters and digits alone, so that no quotation mark can end the text.
        let end = if keys.is_beginning { " *" } else { "" };
        let _ = write!(written, "\"{}\"{end}", spelling.join(" "));
    }
    written.push(')');
    written
}

/// The sessions that these texts are from, by name.
pub(super) fn sessions_of(connection: &Connection, texts: &[i64]) -> Result<Vec<Hit>, IndexError> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT MAX(id) FROM sessions")?
        .query_row([], |row| row.get(0))?;
    let sessions = usize::try_from(last.unwrap_or(0)).unwrap_or(usize::MAX);
    let mut hits = if texts.len() > sessions / SPARSE {
        among_all(connection, texts)?
    } else {
        one_by_one(connection, texts)?
    };
    SessionId::sort(&mut hits, |hit| &hit.id);
    Ok(hits)
}

/// The sessions of texts that are so many that all sessions are gone through.
fn among_all(connection: &Connection, texts: &[i64]) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection.prepare_cached(
        "SELECT id, name, first, texts FROM sessions WHERE texts > 0 ORDER BY first",
    )?;
    let mut rows = select.query([])?;
    let (mut hits, mut from) = (Vec::new(), 0);
    while let Some(next) = texts.get(from) {
        let row = rows.next()?.ok_or(IndexError::Damaged)?;
        if *next >= end_of(row)? {
            continue;
        }
        let hit = hit(row, texts, from)?;
        from += hit.places.count();
        hits.push(hit);
    }
    Ok(hits)
}

/// The sessions of few texts.
fn one_by_one(connection: &Connection, texts: &[i64]) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection.prepare_cached(
        "SELECT id, name, first, texts FROM sessions
         WHERE first <= ?1 AND texts > 0 ORDER BY first DESC LIMIT 1",
    )?;
    let (mut hits, mut from) = (Vec::new(), 0);
    while let Some(next) = texts.get(from) {
        let mut rows = select.query([next])?;
        let hit = hit(rows.next()?.ok_or(IndexError::Damaged)?, texts, from)?;
        from += hit.places.count();
        hits.push(hit);
    }
    Ok(hits)
}

/// The number behind the last text of a session.
fn end_of(row: &Row<'_>) -> Result<i64, IndexError> {
    Ok(row.get::<_, i64>(2)?.saturating_add(row.get(3)?))
}

/// A session as what of it was found: some of these texts, that at `from` at least.
fn hit(row: &Row<'_>, texts: &[i64], from: usize) -> Result<Hit, IndexError> {
    let (first, end): (i64, _) = (row.get(2)?, end_of(row)?);
    let rest = texts.get(from..).unwrap_or_default();
    let count = rest.iter().take_while(|text| **text < end).count();
    if count == 0 || rest.first().is_some_and(|text| *text < first) {
        return Err(IndexError::Damaged);
    }
    Ok(Hit {
        number: row.get(0)?,
        id: id_of(row)?,
        first,
        places: Places::Some(from..from + count),
    })
}

/// All sessions that can be read, by name, with all of their texts.
pub(super) fn all_sessions(connection: &Connection) -> Result<Vec<Hit>, IndexError> {
    let mut select = connection
        .prepare_cached("SELECT id, name, first, texts FROM sessions WHERE head IS NOT NULL")?;
    let mut rows = select.query([])?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        hits.push(Hit {
            number: row.get(0)?,
            id: id_of(row)?,
            first: row.get(2)?,
            places: Places::All(row.get(3)?),
        });
    }
    SessionId::sort(&mut hits, |hit| &hit.id);
    Ok(hits)
}

fn id_of(row: &Row<'_>) -> Result<SessionId, IndexError> {
    let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
    name.parse().map_err(|_| IndexError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_word_that_is_the_same_in_all_languages_is_asked_for_once() {
        let asked = |query: &str| expression(&Query::read(query).unwrap());
        assert_eq!(asked("grenz*"), "((\"grenz\" *))");
        // Several must stand in the same language: a note may have another beside its own.
        for query in ["grenz* netz*", "grenz* -netz*"] {
            for language in Language::ALL {
                let column = format!("({{{}}} : ", language.tag());
                assert!(asked(query).contains(&column), "{query}");
            }
        }
        // English keeps the ending that German takes off.
        assert!(asked("Häuser").contains("{en} : "));
    }
}
