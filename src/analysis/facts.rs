//! What an analysis knows of a session: a row of attributes and codes, no text.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::Guide;
use crate::session::{NoteKind, Session, SessionId};

/// The language of the interview: it is an attribute too, since it points to a side of the border.
pub const LANGUAGE: &str = "language";

/// A session without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which session.
    pub session: SessionId,
    /// Whether it is made up.
    pub invented: bool,
    /// The attributes that an export may hold: id to value. What was not noted is not in it.
    pub values: BTreeMap<String, String>,
    /// The codes on its notes but those that say nothing of content.
    pub codes: BTreeSet<String>,
}

/// Rows of the sessions that count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many invented sessions were left out because real ones stand beside them.
    pub invented_left_out: usize,
}

/// The row of a session that follows this guide.
pub fn row(session: &Session, guide: &Guide) -> Row {
    let exported = guide.attributes.iter().filter(|known| known.exported);
    let mut values: BTreeMap<String, String> = exported
        .filter_map(|attribute| {
            let value = session.attributes.get(&attribute.id)?;
            Some((attribute.id.clone(), value.clone()))
        })
        .collect();
    let language = session.header.language.tag().to_owned();
    values.insert(LANGUAGE.to_owned(), language);
    let counted = session
        .notes
        .iter()
        .filter(|note| note.kind != NoteKind::Comment);
    let codes = counted.flat_map(|note| &note.codes);
    Row {
        session: session.header.id.clone(),
        invented: session.header.invented,
        values,
        codes: codes
            .filter(|code| !is_process_code(guide, code))
            .cloned()
            .collect(),
    }
}

/// The attributes that an export of this guide's sessions may hold, language included.
pub fn exported_attributes(guide: &Guide) -> Vec<String> {
    let exported = guide.attributes.iter().filter(|known| known.exported);
    exported
        .map(|attribute| attribute.id.clone())
        .chain(std::iter::once(LANGUAGE.to_owned()))
        .collect()
}

impl Rows {
    /// Of these rows those that count: invented ones only as long as no real one stands beside them.
    pub fn counted(rows: Vec<Row>) -> Self {
        let has_real = rows.iter().any(|row| !row.invented);
        let before = rows.len();
        let kept: Vec<Row> = rows
            .into_iter()
            .filter(|row| !(has_real && row.invented))
            .collect();
        Self {
            invented_left_out: before - kept.len(),
            rows: kept,
        }
    }
}

fn is_process_code(guide: &Guide, code: &str) -> bool {
    guide.process_codes.iter().any(|process| {
        process == code
            || process
                .strip_suffix(".*")
                .and_then(|parent| code.strip_prefix(parent))
                .is_some_and(|rest| rest.starts_with('.'))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::analysis::example;

    /// A row with these attributes and codes.
    pub(in crate::analysis) fn of(session: &str, values: &[(&str, &str)], codes: &[&str]) -> Row {
        Row {
            session: session.parse().unwrap(),
            invented: false,
            values: values
                .iter()
                .map(|(id, value)| ((*id).to_owned(), (*value).to_owned()))
                .collect(),
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        }
    }

    #[test]
    fn a_row_holds_what_may_be_exported_and_the_language() {
        let mut guide = example::guide();
        guide.process_codes = vec!["drv.*".to_owned()];
        let row = row(&example::session(), &guide);
        let values: Vec<(&str, &str)> = row
            .values
            .iter()
            .map(|(id, value)| (id.as_str(), value.as_str()))
            .collect();
        assert_eq!(values, [("language", "de"), ("role", "management")]);
        assert_eq!(row.codes.into_iter().collect::<Vec<_>>(), ["ini.chance"]);
        assert_eq!(exported_attributes(&guide), ["role", "language"]);
    }

    #[test]
    fn invented_sessions_are_left_out_beside_a_real_one() {
        let invented = Row {
            invented: true,
            ..of("K-1", &[], &[])
        };
        let alone = Rows::counted(vec![invented.clone()]);
        assert_eq!((alone.rows.len(), alone.invented_left_out), (1, 0));
        let beside = Rows::counted(vec![invented, of("A-1", &[], &[])]);
        assert_eq!((beside.rows.len(), beside.invented_left_out), (1, 1));
    }
}
