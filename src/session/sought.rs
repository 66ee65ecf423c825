//! Words whose texts are to be struck, wherever they stand.

use zeroize::Zeroizing;

use crate::anonymise::CleanText;
use crate::language::fold;

/// Words that are looked for, in whatever spelling. They are held in memory only.
#[derive(Clone, PartialEq, Eq)]
pub struct Sought(Zeroizing<String>);

impl Sought {
    /// Words to look for; nothing if there are none.
    pub fn new(words: &str) -> Option<Self> {
        let words = Zeroizing::new(folded(words));
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether a text holds them: upper and lower case, accents and the width of blanks make no difference.
    pub fn stands_in(&self, text: &CleanText) -> bool {
        folded(text.as_str()).contains(self.0.as_str())
    }
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
}
