//! A guide with what a study adds to its codebook, for counting by: field codes and other labels, merges followed.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;

use super::{Additions, Code, Guide, LocalisedText};
use crate::anonymise::CleanText;
use crate::language::Language;

/// What a study says of codes beyond what a guide can.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StudyCodes {
    /// Codes that went into others, directly: from, into.
    pub merged: BTreeMap<String, String>,
    /// The codes that field codes were put under.
    pub under: BTreeMap<String, String>,
}

impl StudyCodes {
    /// The code that a note's code counts for.
    pub fn resolve<'code>(&'code self, code: &'code str) -> &'code str {
        let mut at = code;
        for _ in 0..self.merged.len() {
            match self.merged.get(at) {
                Some(into) => at = into,
                None => break,
            }
        }
        at
    }

    /// The codes that a note's codes count for, none twice.
    pub fn resolve_all(&self, codes: &[String]) -> Vec<String> {
        let mut resolved: Vec<String> = Vec::new();
        for code in codes {
            let code = self.resolve(code);
            if !resolved.iter().any(|known| known == code) {
                resolved.push(code.to_owned());
            }
        }
        resolved
    }

    /// Whether a note's code, after merges, is one of these or stands under one, be it under one that went into it.
    pub fn is_within_any(&self, code: &str, groups: &BTreeSet<&str>) -> bool {
        let resolved = self.resolve(code);
        if self.under.is_empty() {
            let mut dotted = successors(Some(resolved), |at| Some(at.rsplit_once('.')?.0));
            return dotted.any(|at| groups.contains(self.resolve(at)));
        }
        let above = self.above(resolved);
        let mut above = above.iter().map(|above| self.resolve(above));
        groups.contains(resolved) || above.any(|above| groups.contains(above))
    }

    /// The ids of the codes that could stand above a code, the nearest first.
    pub fn above(&self, code: &str) -> Vec<String> {
        let mut above = Vec::new();
        let mut at = code.to_owned();
        // Ids have few levels, and field codes under field codes no circles but in a file written by hand.
        while above.len() <= self.under.len() + 16 {
            let next = self.under.get(&at).cloned();
            let next = next.or_else(|| Some(at.rsplit_once('.')?.0.to_owned()));
            let Some(next) = next else { break };
            at.clone_from(&next);
            above.push(next);
        }
        above
    }
}

impl Guide {
    /// The guide with what a study adds to its codebook.
    #[must_use]
    pub fn with_additions(&self, additions: &Additions) -> Self {
        let mut guide = self.clone();
        for field in &additions.codes {
            if guide.codes.iter().all(|code| code.id != field.id) {
                guide.codes.push(Code {
                    id: field.id.clone(),
                    label: by_language(&field.labels, None),
                    definition: None,
                    source: None,
                    retired: false,
                });
                let under = field.under.clone();
                guide
                    .study
                    .under
                    .extend(under.map(|under| (field.id.clone(), under)));
            }
        }
        for code in &mut guide.codes {
            if let Some(labels) = additions.labels.get(&code.id) {
                code.label = by_language(labels, Some(&code.label));
            }
            let is_merged = additions.merged.contains_key(&code.id);
            code.retired |= is_merged || additions.retired.contains(&code.id);
        }
        let known = |code: &str| guide.codes.iter().any(|known| known.id == code);
        let merged = additions.merged.iter();
        guide.study.merged = merged
            .filter(|(from, into)| known(from) && known(into))
            .map(|(from, into)| (from.clone(), into.clone()))
            .collect();
        guide
    }
}

/// A label with these in the place of those that it had.
fn by_language(
    labels: &BTreeMap<Language, CleanText>,
    before: Option<&LocalisedText>,
) -> LocalisedText {
    let label = |language: Language| {
        let new = labels.get(&language).map(|label| label.as_str().to_owned());
        let old = || before.map(|text| text.in_language(language).to_owned());
        Some((language, new.or_else(old)?.into()))
    };
    LocalisedText::ByLanguage(Language::ALL.into_iter().filter_map(label).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Codebook, CodebookChange};
    use crate::store::guides::{BUILT_IN, parse_trusted};

    #[test]
    fn a_guide_counts_by_what_the_study_adds() {
        let built_in = BUILT_IN.first().unwrap();
        let guide = parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap();
        let mut additions = Additions::default();
        let first = guide.codes.first().unwrap().id.clone();
        let second = guide.codes.get(1).unwrap().id.clone();
        let clean = |text: &str| CleanText::from_stored(text.to_owned());
        for change in [
            CodebookChange::Add {
                label: clean("noise"),
                language: Language::En,
                under: Some(first.clone()),
            },
            CodebookChange::Rename {
                code: first.clone(),
                label: clean("the first"),
                language: Language::En,
            },
            CodebookChange::Merge {
                from: second.clone(),
                into: "x.a".to_owned(),
            },
        ] {
            let book = Codebook::new(&guide, &additions);
            additions.apply(change, &book).unwrap();
        }
        let extended = guide.with_additions(&additions);
        let label = |code: &str, language| {
            let code = extended.codes.iter().find(|known| known.id == code);
            code.unwrap().label.in_language(language).to_owned()
        };
        assert_eq!(label("x.a", Language::De), "noise");
        assert_eq!(label(&first, Language::En), "the first");
        let german = guide.codes.first().unwrap().label.in_language(Language::De);
        assert_eq!(label(&first, Language::De), german);
        assert_eq!(extended.study.resolve(&second), "x.a");
        let below = format!("{second}.below");
        assert!(extended.study.is_within_any(&below, &["x.a"].into()));
        assert_eq!(extended.study.above("x.a").first(), Some(&first));
        assert_eq!(extended.digest, guide.digest);
    }
}
