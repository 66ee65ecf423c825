//! References: every id that is used is there.

use std::collections::{BTreeSet, HashSet};

use crate::guide::codebook::MOST_FAVOURITES;
use crate::guide::{Attribute, Block, FaultKind, Guide, ROLE, Topic, Trail};

use super::Faults;
use super::ids::CODE_LEVELS;

pub(super) fn check(guide: &Guide, faults: &mut Faults) {
    let known = Known::of(guide);
    let at = Trail::TOP.field("blocks");
    for (index, block) in guide.blocks.iter().enumerate() {
        let at = at.item(index);
        for (index, topic) in block.topics.iter().enumerate() {
            let at = at.field("topics");
            let at = at.item(index);
            codes(topic, &known, &at, faults);
            favourites(topic, &known, &at, faults);
            roles(topic, &known, &at, faults);
            survey_keys(topic, &known, &at, faults);
        }
        number_of_favourites(block, &at, faults);
    }
    process_codes_and_pairs(guide, &known, faults);
    let at = Trail::TOP.field("attributes");
    for (index, attribute) in guide.attributes.iter().enumerate() {
        ladder(attribute, &at.item(index).field("ladder"), faults);
    }
}

/// What may be referred to.
struct Known<'guide> {
    codes: BTreeSet<&'guide str>,
    roles: HashSet<&'guide str>,
    survey: HashSet<&'guide str>,
}

impl<'guide> Known<'guide> {
    fn of(guide: &'guide Guide) -> Self {
        let role = guide
            .attributes
            .iter()
            .filter(|attribute| attribute.id == ROLE);
        Self {
            codes: guide.codes.iter().map(|code| code.id.as_str()).collect(),
            roles: role
                .flat_map(|attribute| &attribute.values)
                .map(|value| value.id.as_str())
                .collect(),
            survey: guide.survey.iter().map(|key| key.key.as_str()).collect(),
        }
    }

    /// Whether the codebook has codes below this one.
    fn below(&self, parent: &str) -> bool {
        let prefix = format!("{parent}.");
        self.codes
            .range(prefix.as_str()..)
            .next()
            .is_some_and(|code| code.starts_with(&prefix))
    }
}

fn codes(topic: &Topic, known: &Known<'_>, at: &Trail<'_>, faults: &mut Faults) {
    let at = at.field("codes");
    for (index, name) in topic.codes.iter().enumerate() {
        match name.strip_suffix(".*") {
            Some(parent) if !known.below(parent) => {
                let kind = FaultKind::NothingBelowCode(parent.to_owned());
                faults.add(&at.item(index), kind);
            }
            Some(_) => {}
            None => {
                code(name, known, &at.item(index), faults);
            }
        }
    }
}

/// Checks a code that is named whole; tells whether the codebook has it.
fn code(name: &str, known: &Known<'_>, at: &Trail<'_>, faults: &mut Faults) -> bool {
    let is_known = known.codes.contains(name);
    if !is_known {
        faults.add(at, FaultKind::UnknownCode(name.to_owned()));
    }
    is_known
}

fn favourites(topic: &Topic, known: &Known<'_>, at: &Trail<'_>, faults: &mut Faults) {
    let at = at.field("favourites");
    let offered: HashSet<&str> = topic.codes.iter().map(String::as_str).collect();
    for (index, favourite) in topic.favourites.iter().enumerate() {
        let at = at.item(index);
        if code(favourite, known, &at, faults) && !is_offered(favourite, &offered) {
            faults.add(&at, FaultKind::FavouriteNotOffered(favourite.clone()));
        }
    }
}

/// Whether a code is named, or is below one that is named with `.*`.
fn is_offered(code: &str, offered: &HashSet<&str>) -> bool {
    offered.contains(code)
        || code
            .match_indices('.')
            .take(CODE_LEVELS)
            .filter_map(|(end, _)| code.get(..end))
            .any(|parent| offered.contains(format!("{parent}.*").as_str()))
}

fn number_of_favourites(block: &Block, at: &Trail<'_>, faults: &mut Faults) {
    let topics = block.topics.iter();
    let distinct: HashSet<&String> = topics.flat_map(|topic| &topic.favourites).collect();
    if distinct.len() > MOST_FAVOURITES {
        let kind = FaultKind::TooManyFavourites {
            found: distinct.len(),
            most: MOST_FAVOURITES,
        };
        faults.add(at, kind);
    }
}

fn roles(topic: &Topic, known: &Known<'_>, at: &Trail<'_>, faults: &mut Faults) {
    let at = at.field("variants");
    for (index, variant) in topic.variants.iter().enumerate() {
        if !known.roles.contains(variant.role.as_str()) {
            let kind = FaultKind::UnknownRole(variant.role.clone());
            faults.add(&at.item(index).field("role"), kind);
        }
    }
}

fn survey_keys(topic: &Topic, known: &Known<'_>, at: &Trail<'_>, faults: &mut Faults) {
    let keys = topic.prefilled.iter().flat_map(|prefilled| &prefilled.keys);
    for (index, key) in keys.enumerate() {
        if !known.survey.contains(key.as_str()) {
            let at = at.field("prefilled");
            let kind = FaultKind::UnknownSurveyKey(key.clone());
            faults.add(&at.field("keys").item(index), kind);
        }
    }
}

fn process_codes_and_pairs(guide: &Guide, known: &Known<'_>, faults: &mut Faults) {
    let at = Trail::TOP.field("process_codes");
    for (index, name) in guide.process_codes.iter().enumerate() {
        code(name, known, &at.item(index), faults);
    }
    let at = Trail::TOP.field("pairs");
    for (index, (one, other)) in guide.pairs.iter().enumerate() {
        let at = at.item(index);
        code(one, known, &at.item(0), faults);
        code(other, known, &at.item(1), faults);
    }
}

/// Each step of a ladder may name the values of the attribute and those that the steps before it made.
fn ladder(attribute: &Attribute, at: &Trail<'_>, faults: &mut Faults) {
    let mut values: HashSet<&str> = attribute
        .values
        .iter()
        .map(|value| value.id.as_str())
        .collect();
    for (index, step) in attribute.ladder.iter().enumerate() {
        let at = at.item(index);
        let mut coarsened = HashSet::new();
        for (index, coarsening) in step.iter().enumerate() {
            let at = at.item(index);
            let at = at.item(1);
            for (index, value) in coarsening.from.iter().enumerate() {
                if !values.contains(value.as_str()) {
                    faults.add(&at.item(index), FaultKind::UnknownValue(value.clone()));
                } else if !coarsened.insert(value.as_str()) {
                    faults.add(
                        &at.item(index),
                        FaultKind::ValueCoarsenedTwice(value.clone()),
                    );
                }
            }
        }
        values.extend(step.iter().map(|coarsening| coarsening.into.as_str()));
    }
}
