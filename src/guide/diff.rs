//! What differs between two guides: blocks, topics, codes and their texts, told by their ids.

use std::collections::{BTreeMap, BTreeSet};

use super::{Guide, LocalisedList, LocalisedText, Weight};
use crate::language::Language;

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about: `guide`, or the id of a block, topic, code, step, check or attribute.
    pub item: String,
    /// What differs.
    pub change: Change,
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the second guide has it.
    Added(String),
    /// Only the first guide has it.
    Removed(String),
    /// It stands elsewhere among its like.
    Moved,
    /// It says something else.
    Changed {
        /// The field, as it is called in the guide's file, with the language of a text behind it.
        field: String,
        /// What the first guide says.
        before: String,
        /// What the second says.
        after: String,
    },
}

/// What differs, in the order of the second guide; what only the first has comes last.
pub fn diff(before: &Guide, after: &Guide) -> Vec<Difference> {
    let (before, after) = (items(before), items(after));
    let old: BTreeMap<&str, &Item> = before.iter().map(|item| (item.id.as_str(), item)).collect();
    let new: BTreeSet<&str> = after.iter().map(|item| item.id.as_str()).collect();
    let moved = moved(&before, &after);
    let mut differences = Vec::new();
    for item in &after {
        match old.get(item.id.as_str()) {
            None => differences.push(Difference {
                item: item.id.clone(),
                change: Change::Added(item.title.clone()),
            }),
            Some(other) => {
                if moved.contains(item.id.as_str()) {
                    differences.push(Difference {
                        item: item.id.clone(),
                        change: Change::Moved,
                    });
                }
                differences.extend(changes(other, item));
            }
        }
    }
    let gone = before.iter().filter(|item| !new.contains(item.id.as_str()));
    differences.extend(gone.map(|item| Difference {
        item: item.id.clone(),
        change: Change::Removed(item.title.clone()),
    }));
    differences
}

/// Something with an id: what it is called, and its fields in order.
struct Item {
    id: String,
    title: String,
    fields: Vec<(String, String)>,
}

impl Item {
    fn new(id: &str, title: &str) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            fields: Vec::new(),
        }
    }

    fn field(mut self, name: &str, value: impl Into<String>) -> Self {
        self.fields.push((name.to_owned(), value.into()));
        self
    }

    fn text(mut self, name: &str, text: Option<&LocalisedText>, languages: &[Language]) -> Self {
        for language in languages {
            let value = text.map_or("", |text| text.in_language(*language));
            self.fields
                .push((format!("{name} ({language})"), value.to_owned()));
        }
        self
    }

    fn list(mut self, name: &str, list: &LocalisedList, languages: &[Language]) -> Self {
        for language in languages {
            let value = list.in_language(*language).join(" | ");
            self.fields.push((format!("{name} ({language})"), value));
        }
        self
    }
}

fn changes(before: &Item, after: &Item) -> Vec<Difference> {
    let old: BTreeMap<&str, &str> = pairs(before).collect();
    let new: BTreeMap<&str, &str> = pairs(after).collect();
    let names = pairs(after).map(|(name, _)| name).chain(
        pairs(before)
            .map(|(name, _)| name)
            .filter(|name| !new.contains_key(name)),
    );
    names
        .filter_map(|name| {
            let before = old.get(name).copied().unwrap_or_default();
            let value = new.get(name).copied().unwrap_or_default();
            (before != value).then(|| Difference {
                item: after.id.clone(),
                change: Change::Changed {
                    field: name.to_owned(),
                    before: before.to_owned(),
                    after: value.to_owned(),
                },
            })
        })
        .collect()
}

fn pairs(item: &Item) -> impl Iterator<Item = (&str, &str)> {
    item.fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
}

/// What both have and stands elsewhere: everything that is not part of the longest run in which both agree.
fn moved<'items>(before: &'items [Item], after: &'items [Item]) -> BTreeSet<&'items str> {
    let places: BTreeMap<&str, usize> = before
        .iter()
        .enumerate()
        .map(|(index, item)| (item.id.as_str(), index))
        .collect();
    let shared: Vec<(&str, usize)> = after
        .iter()
        .filter_map(|item| Some((item.id.as_str(), *places.get(item.id.as_str())?)))
        .collect();
    let kept = longest_increasing(&shared);
    let moved = shared.iter().map(|(id, _)| *id);
    moved.filter(|id| !kept.contains(id)).collect()
}

/// The longest run whose places increase (patience sorting).
fn longest_increasing<'ids>(places: &[(&'ids str, usize)]) -> BTreeSet<&'ids str> {
    // For each length the entry that ends a run of it with the least place, and for each entry the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    let place = |index: usize| places.get(index).map_or(0, |(_, place)| *place);
    for index in 0..places.len() {
        let length = ends.partition_point(|end| place(*end) < place(index));
        let previous = length.checked_sub(1).and_then(|last| ends.get(last));
        if let Some(slot) = before.get_mut(index) {
            *slot = previous.copied();
        }
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut run = BTreeSet::new();
    let mut next = ends.last().copied();
    while let Some(index) = next {
        run.extend(places.get(index).map(|(id, _)| *id));
        next = before.get(index).copied().flatten();
    }
    run
}

fn items(guide: &Guide) -> Vec<Item> {
    let languages = guide.languages.as_slice();
    let first = languages.first().copied().unwrap_or(Language::De);
    let mut items = vec![of_guide(guide, languages, first)];
    items.extend(guide.consent.iter().map(|step| {
        Item::new(&step.id, step.title.in_language(first))
            .text("title", Some(&step.title), languages)
            .text("ask", Some(&step.ask), languages)
            .text("if_no", Some(&step.if_no), languages)
            .field("needed", step.needed.to_string())
    }));
    for block in &guide.blocks {
        items.push(
            Item::new(&block.id, block.title.in_language(first))
                .text("title", Some(&block.title), languages)
                .text("goal", Some(&block.goal), languages)
                .text("hint", block.hint.as_ref(), languages)
                .field(
                    "minutes",
                    format!("{}/{}", block.minutes.on_site, block.minutes.phone),
                ),
        );
        items.extend(
            block
                .topics
                .iter()
                .map(|topic| of_topic(topic, languages, first)),
        );
    }
    items.extend(guide.attributes.iter().map(|attribute| {
        let values = attribute.values.iter();
        let values: Vec<&str> = values.map(|value| value.id.as_str()).collect();
        Item::new(
            &format!("attribute {}", attribute.id),
            attribute.label.in_language(first),
        )
        .text("label", Some(&attribute.label), languages)
        .field("exported", attribute.exported.to_string())
        .field("values", values.join(", "))
        .field("ladder", ladder(attribute))
    }));
    for (list, checks) in [("before", &guide.before), ("after", &guide.after)] {
        items.extend(checks.iter().map(|check| {
            Item::new(
                &format!("{list} {}", check.id),
                check.text.in_language(first),
            )
            .text("text", Some(&check.text), languages)
        }));
    }
    items.extend(guide.codes.iter().map(|code| {
        Item::new(&format!("code {}", code.id), code.label.in_language(first))
            .text("label", Some(&code.label), languages)
            .text("definition", code.definition.as_ref(), languages)
            .field("source", code.source.clone().unwrap_or_default())
            .field("retired", code.retired.to_string())
    }));
    items
}

fn of_guide(guide: &Guide, languages: &[Language], first: Language) -> Item {
    let tags: Vec<&str> = languages.iter().map(|language| language.tag()).collect();
    Item::new("guide", guide.title.in_language(first))
        .field("edition", &guide.edition)
        .text("title", Some(&guide.title), languages)
        .field("languages", tags.join(", "))
        .field("smallest_group", guide.smallest_group.to_string())
        .text("opening", Some(&guide.opening.text), languages)
        .text("on_tape", guide.on_tape.as_ref(), languages)
        .text("closing", Some(&guide.closing.question), languages)
}

fn of_topic(topic: &super::Topic, languages: &[Language], first: Language) -> Item {
    let weight = |weight| match weight {
        Weight::Must => "must",
        Weight::Should => "should",
    };
    let weights = format!(
        "{}/{}",
        weight(topic.weight.on_site),
        weight(topic.weight.phone)
    );
    let include = topic.criterion.as_ref().map(|criterion| &criterion.include);
    let exclude = topic.criterion.as_ref().map(|criterion| &criterion.exclude);
    let item = Item::new(&topic.id, topic.title.in_language(first))
        .field("name", &topic.name)
        .text("title", Some(&topic.title), languages)
        .field("weight", weights)
        .text("question", Some(&topic.question), languages);
    let item = topic.variants.iter().fold(item, |item, variant| {
        let name = format!("question for {}", variant.role);
        item.text(&name, Some(&variant.question), languages)
    });
    item.list("probes", &topic.probes, languages)
        .text("hint", topic.hint.as_ref(), languages)
        .list("keywords", &topic.keywords, languages)
        .text("include", include, languages)
        .text("exclude", exclude, languages)
        .field("codes", topic.codes.join(", "))
        .field("favourites", topic.favourites.join(", "))
}

fn ladder(attribute: &super::Attribute) -> String {
    let steps = attribute.ladder.iter().map(|step| {
        let coarser = step.iter();
        let coarser =
            coarser.map(|coarser| format!("{} ← {}", coarser.into, coarser.from.join("+")));
        coarser.collect::<Vec<String>>().join(", ")
    });
    steps.collect::<Vec<String>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;

    #[test]
    fn a_guide_does_not_differ_from_itself() {
        assert_eq!(diff(&example::guide(), &example::guide()), []);
    }

    #[test]
    fn what_was_added_removed_moved_and_said_otherwise_is_told() {
        let before = example::guide();
        let mut after = example::guide();
        after.edition = "0.2".to_owned();
        let mut added = after.blocks[0].topics[0].clone();
        added.id = "b1.t3".to_owned();
        added.title = LocalisedText::Plain("Neu".into());
        after.blocks[0].topics.push(added);
        after.blocks[1].topics.remove(1);
        after.blocks[0].topics.swap(0, 1);
        after.blocks[1].topics[0].question = LocalisedText::Plain("Wie begann es?".into());
        let told: Vec<(String, Change)> = diff(&before, &after)
            .into_iter()
            .map(|difference| (difference.item, difference.change))
            .collect();
        let changed = |field: &str, before: &str, after: &str| Change::Changed {
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let named = |item: &str, change| (item.to_owned(), change);
        assert_eq!(
            told,
            [
                named("guide", changed("edition", "0.1", "0.2")),
                named("b1.t2", Change::Moved),
                named("b1.t3", Change::Added("Neu".to_owned())),
                named(
                    "b2.t1",
                    changed("question (de)", "Wie war das?", "Wie begann es?")
                ),
                named("b2.t2", Change::Removed("Treiber".to_owned())),
            ]
        );
    }

    #[test]
    fn a_language_that_came_is_told_field_by_field() {
        let before = example::guide();
        let mut after = example::guide();
        after.languages.push(Language::Fr);
        let told = diff(&before, &after);
        let is_of_french = |difference: &Difference| matches!(&difference.change, Change::Changed { field, .. } if field == "question (fr)");
        assert_eq!(
            told.iter()
                .filter(|difference| is_of_french(difference))
                .count(),
            4
        );
    }
}
