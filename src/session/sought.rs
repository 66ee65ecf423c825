//! Words whose texts are to be struck, wherever they stand.

use zeroize::Zeroizing;

use crate::anonymise::CleanText;
use crate::language::fold;

/// Words that are looked for, in whatever spelling. They are held in memory only.
#[derive(Clone, PartialEq, Eq)]
pub struct Sought {
    words: Zeroizing<String>,
    /// What stands in texts instead of a name that is looked for.
    placeholders: Vec<String>,
}

impl Sought {
    /// Words to look for; nothing if there are none.
    pub fn new(words: &str) -> Option<Self> {
        let words = Zeroizing::new(folded(words));
        (!words.is_empty()).then_some(Self {
            words,
            placeholders: Vec::new(),
        })
    }

    /// The same, also where one of these stands, such as `[Person 1]`: the words are a name that it was replaced by.
    #[must_use]
    pub fn or_placeholders(mut self, placeholders: impl IntoIterator<Item = String>) -> Self {
        self.placeholders.extend(placeholders);
        self
    }

    /// Whether a text holds them: upper and lower case, accents and the width of blanks make no difference.
    pub fn stands_in(&self, text: &CleanText) -> bool {
        let mut placeholders = self.placeholders.iter();
        folded(text.as_str()).contains(self.words.as_str())
            || placeholders.any(|placeholder| holds_placeholder(text.as_str(), placeholder))
    }
}

/// Whether a text has a placeholder, be it with an attribute: `[Person 1]` or `[Person 1 | …]`.
fn holds_placeholder(text: &str, placeholder: &str) -> bool {
    let stem = placeholder.trim_end_matches(']');
    text.contains(placeholder) || text.contains(&format!("{stem} |"))
}

impl std::fmt::Debug for Sought {
    /// Shows no word.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Sought")
    }
}

fn folded(words: &str) -> String {
    let words: Vec<String> = words.split_whitespace().map(fold).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_whatever_spelling() {
        let sought = Sought::new("  GRÖSSE  der ").unwrap();
        let stands = |text: &str| sought.stands_in(&CleanText::from_stored(text.to_owned()));
        assert!(stands("die größe\nder Kammer"));
        assert!(!stands("die Größe einer Kammer"));
        assert_eq!(Sought::new(" \n"), None);
    }

    #[test]
    fn a_name_is_found_where_its_placeholder_stands() {
        let sought = Sought::new("Keller").unwrap();
        let sought = sought.or_placeholders(["[Person 1]".to_owned()]);
        let stands = |text: &str| sought.stands_in(&CleanText::from_stored(text.to_owned()));
        assert!(stands("[Person 1] war da") && stands("[Person 1 | Kollegin] war da"));
        assert!(!stands("[Person 12] war da"));
    }
}
