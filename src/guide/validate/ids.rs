//! Ids: each once, each in the shape that other parts of the program count on.

use std::collections::HashSet;

use crate::guide::{Block, FaultKind, Guide, IdOf, SURVEY_PREFIX, Trail};

use super::Faults;

/// How deep codes go: `fac.sim.language` has three levels.
pub(super) const CODE_LEVELS: usize = 3;

/// The last step of the consent that the program knows how to keep.
const LAST_CONSENT: char = '7';

pub(super) fn check(guide: &Guide, faults: &mut Faults) {
    lists(guide, faults);
    attributes(guide, faults);
    blocks(&guide.blocks, faults);
}

/// The ids of all plain lists.
fn lists(guide: &Guide, faults: &mut Faults) {
    let top = Trail::TOP;
    let steps = guide.consent.iter().map(|step| step.id.as_str());
    each(IdOf::ConsentStep, &top.field("consent"), steps, faults);
    let checks = guide.closing.checks.iter().map(|check| check.id.as_str());
    let at = top.field("closing");
    each(IdOf::ClosingCheck, &at.field("checks"), checks, faults);
    let prompts = guide.keep_going.iter().map(|prompt| prompt.id.as_str());
    each(IdOf::KeepGoing, &top.field("keep_going"), prompts, faults);
    let before = guide.before.iter().map(|check| check.id.as_str());
    each(IdOf::CheckBefore, &top.field("before"), before, faults);
    let after = guide.after.iter().map(|check| check.id.as_str());
    each(IdOf::CheckAfter, &top.field("after"), after, faults);
    let fields = guide.postscript.iter().map(|field| field.id.as_str());
    each(
        IdOf::PostscriptField,
        &top.field("postscript"),
        fields,
        faults,
    );
    let codes = guide.codes.iter().map(|code| code.id.as_str());
    each(IdOf::Code, &top.field("codes"), codes, faults);
    let keys = guide.survey.iter().map(|key| key.key.as_str());
    let mut seen = Seen::of(IdOf::SurveyKey);
    for (index, key) in keys.enumerate() {
        seen.check(&top.field("survey").item(index).field("key"), key, faults);
    }
}

fn attributes(guide: &Guide, faults: &mut Faults) {
    let at = Trail::TOP.field("attributes");
    let ids = guide
        .attributes
        .iter()
        .map(|attribute| attribute.id.as_str());
    each(IdOf::Attribute, &at, ids, faults);
    for (index, attribute) in guide.attributes.iter().enumerate() {
        let values = attribute.values.iter().map(|value| value.id.as_str());
        each(IdOf::Value, &at.item(index).field("values"), values, faults);
    }
}

fn blocks(blocks: &[Block], faults: &mut Faults) {
    let at = Trail::TOP.field("blocks");
    each(
        IdOf::Block,
        &at,
        blocks.iter().map(|block| block.id.as_str()),
        faults,
    );
    // Sessions know a topic by its id alone, so both ids and names are unique in the whole guide.
    let mut ids = Seen::of(IdOf::Topic);
    let mut names = Seen::of(IdOf::TopicName);
    for (index, block) in blocks.iter().enumerate() {
        let at = at.item(index);
        let at = at.field("topics");
        for (index, topic) in block.topics.iter().enumerate() {
            let at = at.item(index);
            ids.check_below(&block.id, &at.field("id"), &topic.id, faults);
            names.check(&at.field("name"), &topic.name, faults);
        }
    }
}

/// Checks the field `id` of each item of a list.
fn each<'guide>(
    of: IdOf,
    at: &Trail<'_>,
    ids: impl Iterator<Item = &'guide str>,
    faults: &mut Faults,
) {
    let mut seen = Seen::of(of);
    for (index, id) in ids.enumerate() {
        seen.check(&at.item(index).field("id"), id, faults);
    }
}

/// The ids of one kind that were seen so far.
struct Seen<'guide> {
    of: IdOf,
    ids: HashSet<&'guide str>,
}

impl<'guide> Seen<'guide> {
    fn of(of: IdOf) -> Self {
        Self {
            of,
            ids: HashSet::new(),
        }
    }

    fn check(&mut self, at: &Trail<'_>, id: &'guide str, faults: &mut Faults) {
        self.shape(at, id, fits(self.of, id), faults);
        self.unique(at, id, faults);
    }

    /// Checks an id that begins with that of its block.
    fn check_below(&mut self, block: &str, at: &Trail<'_>, id: &'guide str, faults: &mut Faults) {
        let number = id
            .strip_prefix(block)
            .and_then(|rest| rest.strip_prefix(".t"));
        self.shape(at, id, number.is_some_and(is_number), faults);
        self.unique(at, id, faults);
    }

    fn shape(&self, at: &Trail<'_>, id: &str, fits: bool, faults: &mut Faults) {
        if !fits {
            let (of, id) = (self.of, id.to_owned());
            faults.add(at, FaultKind::MisshapenId { of, id });
        }
    }

    fn unique(&mut self, at: &Trail<'_>, id: &'guide str, faults: &mut Faults) {
        if !self.ids.insert(id) {
            let (of, id) = (self.of, id.to_owned());
            faults.add(at, FaultKind::DuplicateId { of, id });
        }
    }
}

/// Whether an id has the shape that such ids have; the shapes are described at [`IdOf`].
fn fits(of: IdOf, id: &str) -> bool {
    match of {
        IdOf::Block => {
            id.starts_with(|c: char| c.is_ascii_lowercase())
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        }
        IdOf::Topic => id
            .rsplit_once(".t")
            .is_some_and(|(_, number)| is_number(number)),
        IdOf::TopicName => !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c == '_'),
        IdOf::Code => {
            let level =
                |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase());
            id.split('.').count() <= CODE_LEVELS && id.split('.').all(level)
        }
        IdOf::ConsentStep => {
            let mut number = id.strip_prefix('c').unwrap_or_default().chars();
            matches!(
                (number.next(), number.next()),
                (Some('1'..=LAST_CONSENT), None)
            )
        }
        IdOf::SurveyKey => id.strip_prefix(SURVEY_PREFIX).is_some_and(is_word),
        IdOf::ClosingCheck
        | IdOf::KeepGoing
        | IdOf::Attribute
        | IdOf::Value
        | IdOf::CheckBefore
        | IdOf::CheckAfter
        | IdOf::PostscriptField => is_word(id),
    }
}

/// A number from 1, without leading zero.
fn is_number(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.chars().all(|c| c.is_ascii_digit())
}

/// Small letters, digits and what joins them, without a joint at the end.
fn is_word(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.starts_with(inner)
        && text.ends_with(inner)
        && text
            .chars()
            .all(|c| inner(c) || matches!(c, '_' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_shapes_that_are_described() {
        let cases: [(IdOf, &[&str], &[&str]); 7] = [
            (
                IdOf::Block,
                &["b1", "b", "profile2"],
                &["", "1b", "B1", "b-1", "b.1"],
            ),
            (
                IdOf::Topic,
                &["b1.t1", "b1.t20"],
                &["b1", "b1.out", "b1.t0", "b1.t01", "b1.t"],
            ),
            (
                IdOf::TopicName,
                &["person", "time_horizon"],
                &["", "Person", "größe", "a1"],
            ),
            (
                IdOf::Code,
                &["p", "p.new", "fac.sim.language"],
                &["", "p.", "a.b.c.d", "p.1", "p.*"],
            ),
            (
                IdOf::ConsentStep,
                &["c1", "c7"],
                &["", "c", "c0", "c8", "c11", "1"],
            ),
            (
                IdOf::SurveyKey,
                &["sv.years", "sv.a_1"],
                &["years", "sv.", "sv._"],
            ),
            (
                IdOf::Value,
                &["ch", "3-9", "a_b"],
                &["", "A", "a b", "-a", "a."],
            ),
        ];
        for (of, good, bad) in cases {
            for id in good {
                assert!(fits(of, id), "{of:?} {id}");
            }
            for id in bad {
                assert!(!fits(of, id), "{of:?} {id}");
            }
        }
    }
}
