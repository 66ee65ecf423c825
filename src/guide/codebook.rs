//! The codebook that notes are coded with: the codes of a guide, and what the program added to them in a study.
//!
//! A code that was merged or retired is no longer offered, but every note that carries it stays countable:
//! [`Codebook::resolve`] follows merges, and a retired code keeps its label. Keeps out: files, and which note carries
//! which code.

mod additions;
mod search;

use std::collections::{BTreeMap, HashMap};

use super::{Code, Guide, LocalisedText};
use crate::anonymise::CleanText;
use crate::language::Language;

pub use additions::{Additions, CodebookChange, FieldCode, Refused, is_label};

/// How many codes of a block are on keys.
pub const MOST_FAVOURITES: usize = 5;

/// How many codes a note should have at most; more are warned of, since they mostly mean that it is two notes.
pub const MOST_CODES: usize = 3;

/// The codes of a guide with a study's additions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codebook {
    /// All codes: those of the guide in its order, each followed by the field codes that were put under it, then the
    /// other field codes.
    codes: Vec<BookCode>,
    places: HashMap<String, usize>,
    merged: BTreeMap<String, String>,
    /// By cell: the favourites of its block, its own first.
    favourites: HashMap<String, Vec<String>>,
    /// By cell: the codes that the guide offers for it.
    offered: HashMap<String, Vec<String>>,
}

/// A code of a codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCode {
    /// Its id, stable for ever.
    pub id: String,
    /// The code above it, if there is one.
    pub under: Option<String>,
    /// How many codes stand above it.
    pub depth: usize,
    /// Where it stands.
    pub standing: Standing,
    /// Whether the study added it.
    pub is_field_code: bool,
    label: Option<LocalisedText>,
    renamed: BTreeMap<Language, CleanText>,
}

/// Where a code stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is offered.
    Offered,
    /// It is offered no longer; notes keep it.
    Retired,
    /// It went into another code; notes that carry it count for that one.
    Merged(String),
}

impl BookCode {
    /// What it is called in this language; a label that exists in another language only is better than an id.
    pub fn label(&self, language: Language) -> &str {
        if let Some(label) = self.renamed.get(&language) {
            return label.as_str();
        }
        match &self.label {
            Some(label) => label.in_language(language),
            None => self
                .renamed
                .values()
                .next()
                .map_or(self.id.as_str(), CleanText::as_str),
        }
    }

    /// Whether it can be put on a note.
    pub fn is_offered(&self) -> bool {
        self.standing == Standing::Offered
    }
}

impl Codebook {
    /// The codebook of a guide with a study's additions. Additions about codes that neither has are passed over, so that
    /// an edition of the guide that lost a code does not close the study.
    pub fn new(guide: &Guide, additions: &Additions) -> Self {
        let mut book = Self::default();
        for code in &guide.codes {
            book.push(from_guide(code));
        }
        book.find_parents();
        for code in &additions.codes {
            book.insert_field_code(code);
        }
        for (id, labels) in &additions.labels {
            if let Some(code) = book.code_mut(id) {
                code.renamed.extend(labels.clone());
            }
        }
        for id in &additions.retired {
            if let Some(code) = book.code_mut(id) {
                code.standing = Standing::Retired;
            }
        }
        for (from, into) in &additions.merged {
            let knows_both = book.code(from).is_some() && book.code(into).is_some();
            if let (true, Some(code)) = (knows_both, book.code_mut(from)) {
                code.standing = Standing::Merged(into.clone());
                book.merged.insert(from.clone(), into.clone());
            }
        }
        book.measure_depths();
        book.gather_favourites(guide);
        book
    }

    /// All codes in their order, those no longer offered included.
    pub fn codes(&self) -> &[BookCode] {
        &self.codes
    }

    /// The code with this id.
    pub fn code(&self, id: &str) -> Option<&BookCode> {
        self.codes.get(*self.places.get(id)?)
    }

    /// The code that a note's code counts for: itself, or what it was merged into.
    pub fn resolve<'book>(&'book self, id: &'book str) -> &'book str {
        let mut at = id;
        // As many steps as there are merges: more would be a circle, which only a file written by hand can hold.
        for _ in 0..self.merged.len() {
            match self.merged.get(at) {
                Some(into) => at = into,
                None => break,
            }
        }
        at
    }

    /// What a note's code is called, after merges; its id if no codebook knows it.
    pub fn label<'book>(&'book self, id: &'book str, language: Language) -> &'book str {
        let resolved = self.resolve(id);
        self.code(resolved)
            .map_or(resolved, |code| code.label(language))
    }

    /// The codes above a code, the nearest first.
    pub fn above<'book>(&'book self, id: &str) -> impl Iterator<Item = &'book BookCode> {
        let mut next = self.code(id).and_then(|code| code.under.as_deref());
        let mut steps = self.codes.len();
        std::iter::from_fn(move || {
            steps = steps.checked_sub(1)?;
            let code = self.code(next?)?;
            next = code.under.as_deref();
            Some(code)
        })
    }

    /// The favourites of the block that a cell lies in, at most `MOST_FAVOURITES`, those of the cell's topic first.
    pub fn favourites(&self, cell: &str) -> Vec<&BookCode> {
        self.named(&self.favourites, cell)
    }

    /// The codes that the guide offers for a cell.
    pub fn offered_for(&self, cell: &str) -> Vec<&BookCode> {
        self.named(&self.offered, cell)
    }

    /// The codes behind ids of a table, after merges, none twice, without what is no longer offered.
    fn named<'book>(
        &'book self,
        table: &'book HashMap<String, Vec<String>>,
        cell: &str,
    ) -> Vec<&'book BookCode> {
        let mut found: Vec<&BookCode> = Vec::new();
        for id in table.get(cell).into_iter().flatten() {
            let code = self.code(self.resolve(id));
            if let Some(code) = code.filter(|code| code.is_offered())
                && found.iter().all(|known| known.id != code.id)
            {
                found.push(code);
            }
        }
        found
    }

    fn push(&mut self, code: BookCode) {
        self.places.insert(code.id.clone(), self.codes.len());
        self.codes.push(code);
    }

    /// Puts a field code behind everything under the code that it belongs to, or at the end.
    fn insert_field_code(&mut self, field: &FieldCode) {
        if self.code(&field.id).is_some() {
            return;
        }
        let under = field
            .under
            .clone()
            .filter(|parent| self.code(parent).is_some());
        let code = BookCode {
            id: field.id.clone(),
            under,
            depth: 0,
            standing: Standing::Offered,
            is_field_code: true,
            label: None,
            renamed: field.labels.clone(),
        };
        let at = self.end_of(code.under.as_deref());
        self.codes.insert(at, code);
        self.places = self
            .codes
            .iter()
            .enumerate()
            .map(|(place, code)| (code.id.clone(), place))
            .collect();
    }

    /// Where the codes under one end.
    fn end_of(&self, parent: Option<&str>) -> usize {
        let Some(parent) = parent else {
            return self.codes.len();
        };
        self.codes
            .iter()
            .rposition(|code| code.id == parent || self.above(&code.id).any(|up| up.id == parent))
            .map_or(self.codes.len(), |last| last + 1)
    }

    fn code_mut(&mut self, id: &str) -> Option<&mut BookCode> {
        self.codes.get_mut(*self.places.get(id)?)
    }

    fn find_parents(&mut self) {
        for code in &mut self.codes {
            let found = parents(&code.id).find(|parent| self.places.contains_key(*parent));
            code.under = found.map(str::to_owned);
        }
    }

    fn measure_depths(&mut self) {
        let depths: Vec<usize> = self
            .codes
            .iter()
            .map(|code| self.above(&code.id).count())
            .collect();
        for (code, depth) in self.codes.iter_mut().zip(depths) {
            code.depth = depth;
        }
    }

    fn gather_favourites(&mut self, guide: &Guide) {
        for block in &guide.blocks {
            let of_block = || block.topics.iter().flat_map(|topic| &topic.favourites);
            for topic in &block.topics {
                let ids = topic.favourites.iter().chain(of_block());
                self.favourites.insert(topic.id.clone(), distinct(ids));
                let named = topic.codes.iter().flat_map(|name| guide.codes_named(name));
                self.offered
                    .insert(topic.id.clone(), distinct(named.map(|code| &code.id)));
            }
            self.favourites
                .insert(block.outside(), distinct(of_block()));
        }
    }
}

fn from_guide(code: &Code) -> BookCode {
    BookCode {
        id: code.id.clone(),
        under: None,
        depth: 0,
        standing: if code.retired {
            Standing::Retired
        } else {
            Standing::Offered
        },
        is_field_code: false,
        label: Some(code.label.clone()),
        renamed: BTreeMap::new(),
    }
}

/// The ids that a code could stand under, the nearest first: `fac.sim` and `fac` for `fac.sim.culture`.
fn parents(id: &str) -> impl Iterator<Item = &str> {
    let mut rest = id;
    std::iter::from_fn(move || {
        rest = rest.rsplit_once('.')?.0;
        Some(rest)
    })
}

/// The ids, none twice.
fn distinct<'id>(ids: impl Iterator<Item = &'id String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in ids {
        if !found.contains(id) {
            found.push(id.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests;
