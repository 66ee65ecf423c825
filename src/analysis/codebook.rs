//! The codes of a guide as rows of a table: a code that stands for others stands above them, and counts what they count.
//!
//! A code stands for those whose ids go on from its own with a dot, as `fac.sim` stands for `fac.sim.near`. Codes that
//! are on notes and not in the codebook are rows too, at the end, so that nothing that was coded is lost to a count.
//! Codes that mark the work on the protocol are none.

use std::collections::HashMap;

use super::facts::{CodeNumber, Names};
use crate::guide::{Guide, LocalisedText};

/// The codes of a guide and of its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    rows: Vec<CodeRow>,
    /// For each number of a code: its row, then those above it; empty for codes that say nothing of content.
    chains: Vec<Vec<usize>>,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRow {
    /// Its id.
    pub code: String,
    /// How it is called; nothing if the codebook does not have it.
    pub label: Option<LocalisedText>,
    /// Whether it is no longer offered.
    pub retired: bool,
    /// The row of the code that stands for it.
    pub above: Option<usize>,
    /// How many codes stand above it.
    pub depth: usize,
}

impl Codebook {
    /// The codebook of a guide, with the codes that notes have besides.
    pub fn of(guide: &Guide, names: &Names) -> Self {
        let in_guide = guide.codes.iter().map(|code| CodeRow {
            code: code.id.clone(),
            label: Some(code.label.clone()),
            retired: code.retired,
            above: None,
            depth: 0,
        });
        let mut rows: Vec<CodeRow> = in_guide
            .filter(|row| !guide.is_process_code(&row.code))
            .collect();
        let mut places: HashMap<String, usize> = rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.code.clone(), place))
            .collect();
        for code in names.codes() {
            let code = &guide.study.resolve(code).to_owned();
            if !places.contains_key(code) && !guide.is_process_code(code) {
                places.insert(code.clone(), rows.len());
                rows.push(CodeRow {
                    code: code.clone(),
                    label: None,
                    retired: false,
                    above: None,
                    depth: 0,
                });
            }
        }
        for row in &mut rows {
            let above = guide.study.above(&row.code);
            let above = above.iter().filter_map(|code| places.get(code).copied());
            let above: Vec<usize> = above.collect();
            row.above = above.first().copied();
            row.depth = above.len();
        }
        let chain = |code: &String| {
            let code = guide.study.resolve(code);
            let own = places.get(code).copied();
            let above = guide.study.above(code);
            let above: Vec<usize> = above
                .iter()
                .filter_map(|code| places.get(code).copied())
                .collect();
            own.into_iter()
                .chain(above.into_iter().filter(|_| own.is_some()))
                .collect()
        };
        let chains = names.codes().iter().map(chain).collect();
        Self { rows, chains }
    }

    /// The codes, in the order of the codebook.
    pub fn rows(&self) -> &[CodeRow] {
        &self.rows
    }

    /// The rows in which a code counts: its own first, then those above it; none if it says nothing of content.
    pub fn counting(&self, code: CodeNumber) -> &[usize] {
        let index = usize::try_from(code.0).unwrap_or(usize::MAX);
        self.chains.get(index).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;

    #[test]
    fn what_was_merged_counts_for_what_it_went_into_and_a_field_code_for_what_it_stands_under() {
        let mut guide = example::guide();
        guide.codes = ["fac.sim", "fac.sim.near", "fac.trust", "x.a"]
            .map(example::code)
            .into();
        let merged = [("fac.sim.near", "fac.trust")];
        let under = [("x.a", "fac.sim")];
        let owned = |(one, other): (&str, &str)| (one.to_owned(), other.to_owned());
        guide.study.merged = merged.map(owned).into();
        guide.study.under = under.map(owned).into();
        let mut names = Names::default();
        let [near, field] = ["fac.sim.near", "x.a"].map(|code| names.code(code));
        let book = Codebook::of(&guide, &names);
        assert_eq!(book.counting(near), [2]);
        assert_eq!(book.counting(field), [3, 0]);
    }

    #[test]
    fn a_code_counts_in_its_row_and_in_those_above_it() {
        let mut guide = example::guide();
        guide.codes = ["fac.sim", "fac.sim.near", "p.new"]
            .map(example::code)
            .into();
        guide.process_codes = vec!["p.*".to_owned()];
        let mut names = Names::default();
        let [near, field, process] =
            ["fac.sim.near", "fac.sim.field", "p.quote"].map(|code| names.code(code));
        let book = Codebook::of(&guide, &names);
        let codes: Vec<(&str, usize, Option<usize>)> = book
            .rows()
            .iter()
            .map(|row| (row.code.as_str(), row.depth, row.above))
            .collect();
        assert_eq!(
            codes,
            [
                ("fac.sim", 0, None),
                ("fac.sim.near", 1, Some(0)),
                ("fac.sim.field", 1, Some(0))
            ]
        );
        assert_eq!(book.counting(near), [1, 0]);
        assert_eq!(book.counting(field), [2, 0]);
        assert_eq!(book.counting(process), [0_usize; 0]);
        assert_eq!(book.rows()[2].label, None);
    }
}
