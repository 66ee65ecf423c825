//! The order of words: «Änderung» stands with A, «école» before «ecru», upper and lower case together.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

/// Which of two words comes first in a dictionary.
///
/// This is the root order of the Unicode collation algorithm: CLDR has no other for German, French (but for that of
/// Canada) and English, so that one order serves all languages of the program.
pub fn compare_words(one: &str, other: &str) -> Ordering {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let collator = COLLATOR.get_or_init(|| {
        let preferences = CollatorPreferences::default();
        CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
    });
    // The data of the root order is part of the program; should it be missing, code points decide.
    let ordered = collator
        .as_ref()
        .map_or(Ordering::Equal, |collator| collator.compare(one, other));
    ordered.then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_in_a_dictionary() {
        let mut words = vec![
            "Zug", "ähnlich", "Ahorn", "école", "ecru", "Éclair", "zehn", "Ohr", "Öl", "œuvre",
        ];
        words.sort_by(|one, other| compare_words(one, other));
        assert_eq!(
            words,
            [
                "ähnlich", "Ahorn", "Éclair", "école", "ecru", "œuvre", "Ohr", "Öl", "zehn", "Zug"
            ]
        );
    }
}
