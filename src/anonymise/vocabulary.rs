//! The words of a guide, as they are compared: the same for every session that followed it.

use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::language::{fold, words};

/// Of how many guides the words are kept: a study seldom has more.
const GUIDES: usize = 4;

thread_local! {
    static KEPT: RefCell<Vec<(Vec<String>, Vocabulary)>> = RefCell::default();
}

/// The folded words of some texts. Copies share them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Vocabulary(Arc<HashSet<String, FixedState>>);

impl Vocabulary {
    /// The words of these texts.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let words = texts.flat_map(|text| words(text).filter_map(|word| text.get(word)));
        Self(Arc::new(words.map(fold).collect()))
    }

    /// The words of the texts of a guide, which are kept, since its next session has the same.
    pub(super) fn of_guide(texts: &[String]) -> Self {
        KEPT.with_borrow_mut(|kept| {
            if let Some((_, known)) = kept.iter().find(|(of, _)| of == texts) {
                return known.clone();
            }
            let made = Self::of(texts.iter().map(String::as_str));
            if kept.len() >= GUIDES {
                kept.remove(0);
            }
            kept.push((texts.to_vec(), made.clone()));
            made
        })
    }

    /// Whether a folded word is among them.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_guide_are_those_of_its_texts_however_many_guides_there_are() {
        let guides: Vec<Vec<String>> = (0..=GUIDES)
            .map(|number| vec![format!("Netzwerk Größe{number}"), "Énergie".to_owned()])
            .collect();
        for _ in 0..2 {
            for (number, guide) in guides.iter().enumerate() {
                let words = Vocabulary::of_guide(guide);
                assert!(words.has(&format!("grosse{number}")) && words.has("energie"));
                assert!(!words.has(&format!("grosse{}", number + 1)));
                assert_eq!(words, Vocabulary::of(guide.iter().map(String::as_str)));
                assert!(Arc::ptr_eq(&words.0, &Vocabulary::of_guide(guide).0));
            }
        }
        assert!(KEPT.with_borrow(Vec::len) <= GUIDES);
    }
}
