//! The cases in the index.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::IndexError;
use crate::analysis::CaseFacts;
use crate::analysis::packing::{Packed, Packing};
use crate::session::{Border, CaseId};
use crate::store::study::Study;

/// The name under which the stamp of the file of the cases is kept.
const MARK: &str = "cases";

/// Has the cases follow their file. If it cannot be read there are none, and reading it says why.
pub(super) fn follow(study: &Study, connection: &Connection) -> Result<(), IndexError> {
    let stamp = study.disk().stamp(&study.cases_path())?;
    let stamp = stamp.map_or_else(Vec::new, |stamp| stamp.to_bytes().to_vec());
    connection.execute("DELETE FROM cases", [])?;
    let mut insert = connection.prepare("INSERT INTO cases(name, facts) VALUES(?1, ?2)")?;
    if let Ok(cases) = study.cases() {
        for case in &cases.list {
            let facts = write(&CaseFacts::of(case));
            insert.execute(params![case.id.as_str(), facts])?;
        }
    }
    connection.execute(
        "INSERT OR REPLACE INTO marks(name, stamp) VALUES(?1, ?2)",
        params![MARK, stamp],
    )?;
    Ok(())
}

/// Whether the cases are as their file has them.
pub(super) fn are_fresh(study: &Study, connection: &Connection) -> Result<bool, IndexError> {
    let stamp = study.disk().stamp(&study.cases_path())?;
    let stamp = stamp.map_or_else(Vec::new, |stamp| stamp.to_bytes().to_vec());
    let marked: Option<Vec<u8>> = connection
        .query_row("SELECT stamp FROM marks WHERE name = ?1", [MARK], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(marked.unwrap_or_default() == stamp)
}

/// The cases.
pub(super) fn read_all(connection: &Connection) -> Result<BTreeMap<CaseId, CaseFacts>, IndexError> {
    let mut select = connection.prepare("SELECT name, facts FROM cases")?;
    let mut rows = select.query([])?;
    let mut cases = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let facts = read(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
        cases.insert(name.parse().map_err(|_| IndexError::Damaged)?, facts);
    }
    Ok(cases)
}

fn write(case: &CaseFacts) -> Vec<u8> {
    let CaseFacts {
        countries,
        border,
        invented,
    } = case;
    let mut to = Packed::default();
    to.number(match border {
        None => 0_u8,
        Some(Border::Bi) => 1,
        Some(Border::Tri) => 2,
    });
    to.number(u8::from(*invented));
    to.length(countries.len());
    for country in countries {
        to.text(country);
    }
    to.0
}

fn read(bytes: &[u8]) -> Result<CaseFacts, IndexError> {
    let mut from = Packing(bytes);
    let border = match from.byte()? {
        0 => None,
        1 => Some(Border::Bi),
        2 => Some(Border::Tri),
        _ => return Err(IndexError::Damaged),
    };
    let invented = from.byte()? == 1;
    let countries = (0..from.count()?).map(|_| from.text().map(str::to_owned));
    Ok(CaseFacts {
        countries: countries.collect::<Result<_, _>>()?,
        border,
        invented,
    })
}
