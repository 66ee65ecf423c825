//! The words of a guide, which are no one's name, even as a part of one.

use super::{Guide, LocalisedText};
use crate::language::Language;

impl Guide {
    /// Titles, questions, keywords and labels of codes in all languages.
    pub fn vocabulary(&self) -> Vec<String> {
        let mut words = Vec::new();
        for language in Language::ALL {
            let mut add = |text: &LocalisedText| words.push(text.in_language(language).to_owned());
            self.codes.iter().for_each(|code| add(&code.label));
            for (block, topic) in self.topics() {
                add(&block.title);
                add(&topic.title);
                add(&topic.question);
            }
            let keywords = self
                .topics()
                .flat_map(|(_, topic)| topic.keywords.in_language(language));
            words.extend(keywords.map(|word| word.clone().into_owned()));
        }
        words
    }
}
