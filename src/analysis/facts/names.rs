//! The names that occur in many sessions, each once: topics, codes, versions of guides.

use std::collections::HashMap;
use std::hash::Hash;

use crate::language::Language;
use crate::session::{GuideReference, TopicId};

/// A topic, or a bin «outside the guide», in [`Names`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicNumber(pub u32);

/// A code in [`Names`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodeNumber(pub u32);

/// A version of a guide, as sessions of one language remember it, in [`Names`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GuideNumber(pub u32);

/// A version of a guide as sessions remember it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GuideVersion {
    /// Its id, version and digest, and the titles of its topics.
    pub reference: GuideReference,
    /// The language of the titles.
    pub language: Language,
}

/// The names that rows hold the numbers of.
#[derive(Debug, Clone, Default)]
pub struct Names {
    topics: Table<TopicId>,
    codes: Table<String>,
    guides: Table<GuideVersion>,
}

impl Names {
    /// The number of a topic; a new one if it is not known yet.
    pub fn topic(&mut self, topic: &TopicId) -> TopicNumber {
        TopicNumber(self.topics.number(topic))
    }

    /// The number of a code; a new one if it is not known yet.
    pub fn code(&mut self, code: &str) -> CodeNumber {
        let known = self.codes.numbers.get(code).copied();
        CodeNumber(known.unwrap_or_else(|| self.codes.number(&code.to_owned())))
    }

    /// The number of a version of a guide; a new one if it is not known yet.
    pub fn guide(&mut self, reference: &GuideReference, language: Language) -> GuideNumber {
        GuideNumber(self.guides.number(&GuideVersion {
            reference: reference.clone(),
            language,
        }))
    }

    /// The topic with this number.
    pub fn topic_of(&self, number: TopicNumber) -> Option<&TopicId> {
        self.topics.name(number.0)
    }

    /// The code with this number.
    pub fn code_of(&self, number: CodeNumber) -> Option<&str> {
        self.codes.name(number.0).map(String::as_str)
    }

    /// The version of a guide with this number.
    pub fn guide_of(&self, number: GuideNumber) -> Option<&GuideVersion> {
        self.guides.name(number.0)
    }

    /// The number of a topic that is known.
    pub fn number_of_topic(&self, topic: &str) -> Option<TopicNumber> {
        let number = self.topics.numbers.get(&TopicId::new(topic));
        number.copied().map(TopicNumber)
    }

    /// The topics, in the order of their numbers.
    pub fn topics(&self) -> &[TopicId] {
        &self.topics.names
    }

    /// The codes, in the order of their numbers.
    pub fn codes(&self) -> &[String] {
        &self.codes.names
    }

    /// The versions of guides, in the order of their numbers.
    pub fn guides(&self) -> &[GuideVersion] {
        &self.guides.names
    }
}

/// Names in the order of their numbers, and the other way round.
#[derive(Debug, Clone)]
struct Table<T> {
    names: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Table<T> {
    fn number(&mut self, name: &T) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        // Every name takes memory, so that there is room for no more of them than this counts.
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.clone());
        self.numbers.insert(name.clone(), number);
        number
    }

    fn name(&self, number: u32) -> Option<&T> {
        self.names.get(usize::try_from(number).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_number() {
        let mut names = Names::default();
        let first = names.code("fac.trust");
        let second = names.code("bar.lang");
        assert_eq!(names.code("fac.trust"), first);
        assert_ne!(first, second);
        assert_eq!(names.code_of(second), Some("bar.lang"));
        assert_eq!(names.code_of(CodeNumber(7)), None);
        let topic = names.topic(&TopicId::new("b1.t1"));
        assert_eq!(names.number_of_topic("b1.t1"), Some(topic));
        assert_eq!(names.number_of_topic("b1.t2"), None);
    }
}
