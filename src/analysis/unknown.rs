//! What a filter asks for that is nowhere in the study: a slip of the pen would otherwise leave everything out in silence.

use std::collections::BTreeSet;

use super::facts::{Facts, LANGUAGE, MODE};
use super::selection::Filter;
use crate::guide::Guide;

/// Something that a filter asks for and that is nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Which part of the filter.
    pub part: FilterPart,
    /// What was asked for.
    pub value: String,
    /// What could be, in order.
    pub known: Vec<String>,
}

/// A part of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterPart {
    /// The cases.
    Case,
    /// The countries of the cases.
    Country,
    /// The attributes, or the values of one.
    Attribute,
    /// The codes.
    Code,
    /// The sessions.
    Session,
    /// The blocks of guides.
    Block,
    /// The topics of guides.
    Topic,
}

impl Filter {
    /// The first thing that it asks for and that neither the study nor its guide knows.
    pub fn unknown(&self, facts: &Facts, guide: &Guide) -> Option<Unknown> {
        let cases = || in_order(facts.sessions.iter().map(|it| it.id.case().to_string()));
        let countries = || in_order(facts.cases.values().flat_map(|it| it.countries.clone()));
        let asked = self.cases.iter().map(ToString::to_string);
        first_unknown(FilterPart::Case, asked, cases)
            .or_else(|| {
                first_unknown(
                    FilterPart::Country,
                    self.countries.iter().cloned(),
                    countries,
                )
            })
            .or_else(|| self.unknown_attribute(guide))
            .or_else(|| self.unknown_code(facts, guide))
    }

    fn unknown_attribute(&self, guide: &Guide) -> Option<Unknown> {
        let asked = self.attributes.iter();
        let mut asked = asked.filter(|(id, _)| ![LANGUAGE, MODE].contains(&id.as_str()));
        asked.find_map(|(id, values)| {
            let Some(attribute) = guide.attributes.iter().find(|known| known.id == *id) else {
                let known = || in_order(guide.attributes.iter().map(|known| known.id.clone()));
                return first_unknown(FilterPart::Attribute, std::iter::once(id.clone()), known);
            };
            let value_of = |value: &String| format!("{id}={value}");
            let known = || in_order(attribute.values.iter().map(|known| value_of(&known.id)));
            first_unknown(FilterPart::Attribute, values.iter().map(value_of), known)
        })
    }

    fn unknown_code(&self, facts: &Facts, guide: &Guide) -> Option<Unknown> {
        first_unknown_code(&self.codes, facts, std::slice::from_ref(guide))
    }
}

/// A code is known too if only codes below it are.
pub(super) fn first_unknown_code(
    asked: &BTreeSet<String>,
    facts: &Facts,
    guides: &[Guide],
) -> Option<Unknown> {
    let of_guides = guides.iter().flat_map(|guide| &guide.codes);
    let of_guides = of_guides.map(|code| code.id.clone());
    let known = in_order(of_guides.chain(facts.names.codes().iter().cloned()));
    let is_known = |asked: &str| {
        let mut known = known.iter();
        known.any(|code| {
            let rest = code.strip_prefix(asked);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    };
    let value = asked.iter().find(|asked| !is_known(asked))?.clone();
    Some(Unknown {
        part: FilterPart::Code,
        value,
        known,
    })
}

/// The first value that is not among what is known.
pub(super) fn first_unknown(
    part: FilterPart,
    mut asked: impl Iterator<Item = String>,
    known: impl Fn() -> Vec<String>,
) -> Option<Unknown> {
    let known = known();
    let value = asked.find(|value| !known.contains(value))?;
    Some(Unknown { part, value, known })
}

/// The values in order, each once.
pub(super) fn in_order(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut values: Vec<String> = values.collect();
    values.sort();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;
    use crate::analysis::facts::tests::study;

    #[test]
    fn what_is_nowhere_is_told_with_what_could_be() {
        let facts = study(&[("A-1", &[("role", "management")], &["fac.trust"])]);
        let guide = example::guide();
        let unknown = |filter: Filter| filter.unknown(&facts, &guide);
        assert_eq!(unknown(Filter::default()), None);
        let of_code = |code: &str| Filter {
            codes: [code.to_owned()].into(),
            ..Filter::default()
        };
        assert_eq!(unknown(of_code("fac.trust")), None);
        assert_eq!(unknown(of_code("fac")), None);
        assert_eq!(unknown(of_code("fa")).unwrap().part, FilterPart::Code);
        let case = Filter {
            cases: ["Z".parse().unwrap()].into(),
            ..Filter::default()
        };
        let found = unknown(case).unwrap();
        assert_eq!((found.part, found.value.as_str()), (FilterPart::Case, "Z"));
        assert_eq!(found.known, ["A"]);
        let attribute = Filter {
            attributes: [("nix".to_owned(), ["x".to_owned()].into())].into(),
            ..Filter::default()
        };
        assert_eq!(unknown(attribute).unwrap().value, "nix");
    }
}
