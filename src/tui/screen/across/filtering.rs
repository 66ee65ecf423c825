//! Choosing which sessions and notes are counted.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Across;
use crate::analysis::{Filter, LANGUAGE, MODE, SessionFacts};
use crate::guide::Guide;
use crate::i18n::{Text, Words};
use crate::language::{Readings, compare_words, words};
use crate::session::{CaseId, Origin};
use crate::tui::keymap::Command;
use crate::tui::screen::picking::Picking;

/// What can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilterEntry {
    /// Sessions of a case.
    Case(CaseId),
    /// Sessions of cases in a country.
    Country(String),
    /// Sessions with a value of an attribute; how they were held and in which language are attributes too.
    Value(String, String),
    /// Notes of an origin.
    Origin(Origin),
    /// Notes with a code, or one below it.
    Code(String),
}

impl FilterEntry {
    /// Where in the list things like it stand.
    const fn kind(&self) -> u8 {
        match self {
            Self::Case(_) => 0,
            Self::Country(_) => 1,
            Self::Value(..) => 2,
            Self::Origin(_) => 3,
            Self::Code(_) => 4,
        }
    }

    /// What it is called.
    pub fn name(&self, words: &Words, guide: &Guide) -> String {
        let (kind, name) = match self {
            Self::Case(case) => (words.text(Text::TablesHeadCase), case.to_string()),
            Self::Country(country) => (words.text(Text::AcrossCountry), country.clone()),
            Self::Value(attribute, value) => (
                Cow::Owned(words.attribute(attribute, guide)),
                words.attribute_value(attribute, Some(value), guide),
            ),
            Self::Origin(origin) => (
                words.text(Text::AcrossOrigin),
                words.origin(*origin).into_owned(),
            ),
            Self::Code(code) => {
                let resolved = guide.study.resolve(code);
                let known = guide.codes.iter().find(|known| known.id == resolved);
                let language = guide.language_for(words.language());
                let label = known.map_or(code.as_str(), |known| known.label.in_language(language));
                (words.text(Text::TablesHeadCode), format!("{label}  {code}"))
            }
        };
        words.labelled(&kind, &name)
    }

    /// What it is found by, besides how it is called.
    fn key(&self) -> String {
        match self {
            Self::Case(case) => format!("case {case}"),
            Self::Country(country) => format!("country {country}"),
            Self::Value(attribute, value) => format!("{attribute} {value}"),
            Self::Origin(origin) => format!("origin {origin:?}"),
            Self::Code(code) => format!("code {code}"),
        }
    }
}

impl Across {
    /// Everything that the sessions of the guide differ in: things alike together, each in the order of their names in the
    /// language of the screen.
    pub fn filters(&self) -> Vec<FilterEntry> {
        self.in_order(self.computed.filters.get_or_init(|| self.all_filters()))
    }

    fn all_filters(&self) -> BTreeSet<FilterEntry> {
        let facts = &self.data.facts;
        let mut found: BTreeSet<FilterEntry> = BTreeSet::new();
        let mut codes = BTreeSet::new();
        let mut origins = BTreeSet::new();
        let of_guide = |session: &&SessionFacts| facts.guide_id(session) == self.data.guide.id;
        for session in facts.sessions.iter().filter(of_guide) {
            let case = session.id.case();
            found.insert(FilterEntry::Case(case.clone()));
            if let Some(described) = facts.cases.get(case) {
                let countries = described.countries.iter().cloned();
                found.extend(countries.map(FilterEntry::Country));
            }
            for attribute in self.attributes() {
                if let Some(value) = session.value(attribute) {
                    found.insert(FilterEntry::Value(attribute.to_owned(), value.to_owned()));
                }
            }
            for note in session.notes() {
                origins.insert(note.row.origin);
                codes.extend(note.codes.iter());
            }
        }
        found.extend(origins.into_iter().map(FilterEntry::Origin));
        let codes = codes
            .into_iter()
            .filter_map(|code| facts.names.code_of(code));
        found.extend(codes.map(|code| FilterEntry::Code(code.to_owned())));
        found
    }

    /// Things alike together, each in the order of their names in the language of the screen.
    fn in_order<'a>(&self, found: impl IntoIterator<Item = &'a FilterEntry>) -> Vec<FilterEntry> {
        let words = Words::new(self.language);
        let named = |entry: &FilterEntry| (entry.name(&words, &self.data.guide), entry.clone());
        let mut filters: Vec<(String, FilterEntry)> = found.into_iter().map(named).collect();
        filters.sort_by(|(name, one), (other_name, other)| {
            let kinds = one.kind().cmp(&other.kind());
            kinds.then_with(|| compare_words(name, other_name))
        });
        filters.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The filters that fit what is typed.
    pub fn shown_filters(&self) -> Vec<FilterEntry> {
        let typed = self.filtering.as_ref().map_or("", Picking::typed);
        let wanted: Vec<String> = words(typed)
            .filter_map(|range| typed.get(range))
            .map(crate::language::fold)
            .collect();
        let mut filters = self.filters();
        // What was asked for when the list was opened stands on top, and stays there while it is changed.
        filters.sort_by_key(|entry| !self.asked_before.contains(entry));
        let names = Words::new(self.language);
        filters.retain(|entry| {
            let key = format!("{} {}", entry.key(), entry.name(&names, &self.data.guide));
            let of_entry: Vec<Readings> = words(&key)
                .filter_map(|range| key.get(range))
                .map(Readings::of)
                .collect();
            wanted.iter().all(|wanted| {
                let mut words = of_entry.iter();
                words.any(|word| word.all().any(|word| word.starts_with(wanted.as_str())))
            })
        });
        filters
    }

    /// Whether something is asked for.
    pub fn has(&self, entry: &FilterEntry) -> bool {
        let filter = &self.filter;
        match entry {
            FilterEntry::Case(case) => filter.cases.contains(case),
            FilterEntry::Country(country) => filter.countries.contains(country),
            FilterEntry::Value(attribute, value) => filter
                .attributes
                .get(attribute)
                .is_some_and(|values| values.contains(value)),
            FilterEntry::Origin(origin) => filter.origins.contains(origin),
            FilterEntry::Code(code) => filter.codes.contains(code),
        }
    }

    /// What is asked for.
    pub fn chosen_filters(&self) -> Vec<FilterEntry> {
        if self.filter == Filter::default() {
            return Vec::new();
        }
        let mut filters = self.filters();
        filters.retain(|entry| self.has(entry));
        filters
    }

    pub(super) fn obey_filtering(&mut self, mut picking: Picking, command: Command) {
        let chosen = picking.chosen().unwrap_or(0);
        self.filtering = Some(picking.clone());
        let entries = self.shown_filters();
        self.filtering = None;
        match command {
            Command::Filter | Command::Back => return,
            Command::ClearFilters => self.clear_filters(),
            Command::Accept => {
                if let Some(entry) = entries.get(chosen) {
                    self.toggle(entry.clone());
                    self.compute();
                }
            }
            _ => picking.go(command, entries.len()),
        }
        self.filtering = Some(picking);
    }

    /// Opens the list.
    pub(super) fn open_filters(&mut self) {
        self.asked_before = self.chosen_filters();
        self.filtering = Some(Picking::default());
    }

    /// Asks for everything again.
    pub(super) fn clear_filters(&mut self) {
        self.filter = Filter::default();
        self.compute();
    }

    pub(super) fn attributes(&self) -> impl Iterator<Item = &str> {
        let of_guide = self.data.guide.attributes.iter();
        let of_guide = of_guide.map(|attribute| attribute.id.as_str());
        of_guide.chain([LANGUAGE, MODE])
    }

    fn toggle(&mut self, entry: FilterEntry) {
        let filter = &mut self.filter;
        match entry {
            FilterEntry::Case(case) => flip(&mut filter.cases, case),
            FilterEntry::Country(country) => flip(&mut filter.countries, country),
            FilterEntry::Value(attribute, value) => {
                let values = filter.attributes.entry(attribute.clone()).or_default();
                flip(values, value);
                if values.is_empty() {
                    filter.attributes.remove(&attribute);
                }
            }
            FilterEntry::Origin(origin) => flip(&mut filter.origins, origin),
            FilterEntry::Code(code) => flip(&mut filter.codes, code),
        }
    }
}

fn flip<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}
