//! What a study adds to the codebook of a guide: field codes, other labels, merges, codes that are retired.
//!
//! Nothing is ever taken away: a code that is no longer wanted is retired or merged, so that what notes carry keeps its
//! meaning.

mod renewal;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::Codebook;
use crate::anonymise::CleanText;
use crate::language::Language;

/// What the ids of field codes begin with, until the guide takes the code up.
pub const FIELD_FAMILY: &str = "x";

/// What a study adds to the codebook of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Additions {
    /// The field codes, in the order in which they came up.
    pub codes: Vec<FieldCode>,
    /// Labels that take the place of the guide's.
    pub labels: BTreeMap<String, BTreeMap<Language, CleanText>>,
    /// Codes that went into others: from, into.
    pub merged: BTreeMap<String, String>,
    /// Codes that are no longer offered, in the order of their retirement.
    pub retired: Vec<String>,
}

/// A code that came up in the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldCode {
    /// Its id: `x.a`, `x.b` and so on. It says nothing of the label, which may have to be searched for a name later.
    pub id: String,
    /// The code that it was put under.
    pub under: Option<String>,
    /// Its label by language; in one language at least.
    pub labels: BTreeMap<Language, CleanText>,
}

/// A change of a study's additions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodebookChange {
    /// A field code comes in.
    Add {
        /// Its label.
        label: CleanText,
        /// The language of the label.
        language: Language,
        /// The code that it is put under.
        under: Option<String>,
    },
    /// A code is called otherwise in a language.
    Rename {
        /// Which code.
        code: String,
        /// Its label.
        label: CleanText,
        /// The language of the label.
        language: Language,
    },
    /// A code goes into another.
    Merge {
        /// The code that is no longer offered.
        from: String,
        /// The code that its notes count for.
        into: String,
    },
    /// A merge is taken back.
    Part {
        /// The code that went into another.
        from: String,
    },
    /// A code is no longer offered.
    Retire {
        /// Which code.
        code: String,
    },
    /// A code that the study retired is offered again.
    Restore {
        /// Which code.
        code: String,
    },
    /// The change before is taken back, if nothing else was changed since.
    TakeBack {
        /// The code that it was about.
        code: String,
        /// What it came to.
        from: Box<Additions>,
        /// What there was before it.
        to: Box<Additions>,
    },
}

/// The longest label that can be typed, in characters.
pub const LONGEST_LABEL: usize = 60;

/// The most words of a label that can be typed.
pub const MOST_LABEL_WORDS: usize = 8;

/// Whether what was typed has the shape of a label: not so long, and no more than one line.
pub fn is_label(typed: &str) -> bool {
    typed.chars().count() <= LONGEST_LABEL
        && typed.split_whitespace().count() <= MOST_LABEL_WORDS
        && !typed.contains('\n')
}

/// Why a change is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no such code.
    #[error("no codebook has this code; choose one of the list")]
    Unknown,
    /// A code without a label could not be told from others.
    #[error("a code needs a label")]
    NoLabel,
    /// A label is no sentence.
    #[error("a label has at most {LONGEST_LABEL} characters and {MOST_LABEL_WORDS} words")]
    TooLong,
    /// A label with a word that may be a name would stand in every export.
    #[error("a word of the label may be a name; choose another")]
    MayBeName,
    /// A placeholder means somebody only in its session, and a label is that of the whole study.
    #[error("a name stands in the label; say it without")]
    HoldsName,
    /// A code cannot go into itself or into what went into it.
    #[error("a code cannot be merged into itself; choose another")]
    IntoItself,
    /// The guide itself retired it.
    #[error("the guide retired this code; only an edition of the guide brings it back")]
    RetiredByGuide,
    /// Somebody else changed the codebook since.
    #[error("the codebook was changed elsewhere since; nothing was taken back")]
    ChangedSince,
}

impl Additions {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// What of them is needed to understand these codes: what they are called, what they were merged into, and what stands
    /// above them.
    #[must_use]
    pub fn about<'code>(&self, codes: impl IntoIterator<Item = &'code str>) -> Self {
        let mut needed: BTreeSet<String> = BTreeSet::new();
        let mut open: Vec<String> = codes.into_iter().map(str::to_owned).collect();
        while let Some(code) = open.pop() {
            if !needed.insert(code.clone()) {
                continue;
            }
            let field = self.codes.iter().find(|field| field.id == code);
            open.extend(field.and_then(|field| field.under.clone()));
            open.extend(self.merged.get(&code).cloned());
            open.extend(code.rsplit_once('.').map(|(above, _)| above.to_owned()));
        }
        let is_needed = |code: &str| needed.contains(code);
        let mut additions = self.clone();
        additions.codes.retain(|field| is_needed(&field.id));
        additions.labels.retain(|code, _| is_needed(code));
        additions.merged.retain(|from, _| is_needed(from));
        additions.retired.retain(|code| is_needed(code));
        additions
    }

    /// Takes in what another study added. Tells whether both say the same of what both name; where they do not, what was
    /// here stays.
    pub fn join(&mut self, other: Self) -> bool {
        let mut agrees = true;
        for field in other.codes {
            match self.codes.iter().find(|known| known.id == field.id) {
                Some(known) => agrees &= *known == field,
                None => self.codes.push(field),
            }
        }
        agrees &= join_maps(&mut self.labels, other.labels);
        agrees &= join_maps(&mut self.merged, other.merged);
        for code in other.retired {
            if !self.retired.contains(&code) {
                self.retired.push(code);
            }
        }
        agrees
    }

    /// Carries a change out; gives the id of the code that came in or was changed.
    ///
    /// `book` is the codebook as it stands with these additions.
    ///
    /// # Errors
    ///
    /// If the change makes no sense. Nothing is changed then.
    pub fn apply(&mut self, change: CodebookChange, book: &Codebook) -> Result<String, Refused> {
        match change {
            CodebookChange::Add {
                label,
                language,
                under,
            } => self.add(label, language, under, book),
            CodebookChange::Rename {
                code,
                label,
                language,
            } => {
                known(&code, book)?;
                if label.is_empty() {
                    return self.call_as_the_guide(code, language);
                }
                let mut fields = self.codes.iter_mut();
                let labels = match fields.find(|field| field.id == code) {
                    Some(field) => &mut field.labels,
                    None => self.labels.entry(code.clone()).or_default(),
                };
                labels.insert(language, label);
                Ok(code)
            }
            CodebookChange::Merge { from, into } => {
                known(&from, book)?;
                known(&into, book)?;
                let target = book.resolve(&into).to_owned();
                if target == from {
                    return Err(Refused::IntoItself);
                }
                self.merged.insert(from, target.clone());
                Ok(target)
            }
            CodebookChange::Part { from } => {
                self.merged.remove(&from).ok_or(Refused::Unknown)?;
                Ok(from)
            }
            CodebookChange::Retire { code } => {
                known(&code, book)?;
                if !self.retired.contains(&code) {
                    self.retired.push(code.clone());
                }
                Ok(code)
            }
            CodebookChange::Restore { code } => {
                known(&code, book)?;
                let place = self.retired.iter().position(|retired| retired == &code);
                self.retired.remove(place.ok_or(Refused::RetiredByGuide)?);
                Ok(code)
            }
            CodebookChange::TakeBack { code, from, to } => {
                if *self != *from {
                    return Err(Refused::ChangedSince);
                }
                self.go_back(*to);
                Ok(code)
            }
        }
    }

    /// Every text in it that somebody typed, to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut CleanText> {
        let of_codes = self
            .codes
            .iter_mut()
            .flat_map(|code| code.labels.values_mut());
        let of_labels = self.labels.values_mut().flat_map(BTreeMap::values_mut);
        of_codes.chain(of_labels)
    }

    /// Takes the label of the study away, so that the guide's counts again.
    fn call_as_the_guide(&mut self, code: String, language: Language) -> Result<String, Refused> {
        let labels = self.labels.get_mut(&code).ok_or(Refused::NoLabel)?;
        labels.remove(&language).ok_or(Refused::NoLabel)?;
        if labels.is_empty() {
            self.labels.remove(&code);
        }
        Ok(code)
    }

    /// Goes back to what there was. A field code that came in since stays and is retired: a note may carry it already, and
    /// its id must never mean something else.
    fn go_back(&mut self, to: Self) {
        let since = std::mem::replace(self, to).codes;
        for field in since {
            if self.codes.iter().all(|known| known.id != field.id) {
                self.retired.push(field.id.clone());
                self.codes.push(field);
            }
        }
    }

    fn add(
        &mut self,
        label: CleanText,
        language: Language,
        under: Option<String>,
        book: &Codebook,
    ) -> Result<String, Refused> {
        if label.is_empty() {
            return Err(Refused::NoLabel);
        }
        if let Some(parent) = &under {
            known(parent, book)?;
        }
        let same = self.codes.iter().find(|code| {
            let is_same = |known: &CleanText| known.as_str() == label.as_str();
            code.labels.get(&language).is_some_and(is_same)
                && !self.merged.contains_key(&code.id)
                && !self.retired.contains(&code.id)
        });
        if let Some(code) = same {
            return Ok(code.id.clone());
        }
        let is_free =
            |id: &String| book.code(id).is_none() && self.codes.iter().all(|code| &code.id != id);
        // One more than there are codes: one of so many ids is free.
        let id = (0..=self.codes.len() + book.codes().len())
            .map(|number| format!("{FIELD_FAMILY}.{}", numeral(number)))
            .find(is_free)
            .unwrap_or_default();
        self.codes.push(FieldCode {
            id: id.clone(),
            under,
            labels: BTreeMap::from([(language, label)]),
        });
        Ok(id)
    }
}

/// Takes in what a map does not have; whether both have the same of what both have.
fn join_maps<V: PartialEq>(map: &mut BTreeMap<String, V>, other: BTreeMap<String, V>) -> bool {
    let mut agrees = true;
    for (key, value) in other {
        match map.entry(key) {
            Entry::Occupied(known) => agrees &= *known.get() == value,
            Entry::Vacant(free) => {
                free.insert(value);
            }
        }
    }
    agrees
}

fn known(code: &str, book: &Codebook) -> Result<(), Refused> {
    book.code(code).map(|_| ()).ok_or(Refused::Unknown)
}

/// A number in letters, since ids of codes have no digits: `a` to `z`, then `aa` and so on.
fn numeral(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    loop {
        let letter = u8::try_from(rest % 26).unwrap_or_default();
        letters.push(char::from(b'a' + letter));
        match rest / 26 {
            0 => break,
            more => rest = more - 1,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_letters_without_gaps() {
        let written: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702]
            .into_iter()
            .map(numeral)
            .collect();
        assert_eq!(
            written,
            ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]
        );
    }
}
