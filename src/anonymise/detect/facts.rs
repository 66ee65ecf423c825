//! What can be said of a word wherever it stands: asked of every word of every text, and the same each time.
//!
//! Of words of the dictionary the answers are kept, since most words of a text are the same few hundred. Names are looked
//! up anew each time: they are not to stay in memory. Keeps out: where a word stands and how it is written there.

use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::dictionary::{self, Classes};
use super::letters::{Likeness, likeness};
use super::{context, keep, trade, verb};
use crate::anonymise::lexicon;

/// Of how many words the answers are kept.
const WORDS: usize = 4_096;

thread_local! {
    static KEPT: RefCell<HashMap<String, Facts, FixedState>> = RefCell::default();
}

/// What can be said of a folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing that is so or is not, and none follows from another"
)]
pub(super) struct Facts {
    /// What the lists say.
    pub(super) classes: Classes,
    /// What kind of verb it looks like; see [`verb::form`].
    pub(super) verb: u64,
    /// What its letters say.
    pub(super) likeness: Likeness,
    /// What it says of those beside it, a bit each.
    pub(super) roles: u64,
    /// Whether it stays, however it is written.
    pub(super) stays: bool,
    /// Whether it says what a firm or an office does.
    pub(super) is_trade: bool,
    /// Whether it says what kind of institution follows.
    pub(super) is_head: bool,
    /// Whether it is an article, a preposition, a particle.
    pub(super) is_function_word: bool,
}

impl Facts {
    /// Looks it up, or remembers what was found then.
    pub(super) fn of(folded: &str) -> Self {
        KEPT.with_borrow_mut(|kept| {
            if let Some(facts) = kept.get(folded) {
                return *facts;
            }
            let facts = Self::looked_up(folded);
            if facts.may_be_kept() {
                if kept.len() >= WORDS {
                    kept.clear();
                }
                kept.insert(folded.to_owned(), facts);
            }
            facts
        })
    }

    fn looked_up(folded: &str) -> Self {
        let classes = dictionary::classes(folded);
        let (is_trade, is_head) = (trade::is_trade(folded), context::is_head(folded));
        let is_function_word = lexicon::is_function_word(folded);
        let known = [
            lexicon::is_title(folded),
            context::is_role(folded),
            context::is_speech(folded),
            context::is_article(folded),
            is_head,
            context::is_tail(folded),
            lexicon::is_legal_form(folded) || lexicon::is_legal_form(&folded.to_uppercase()),
            context::is_beside_person(folded),
            context::is_beside_place(folded),
            is_function_word,
            is_trade,
        ];
        Self {
            classes,
            verb: verb::form(folded, classes),
            likeness: likeness(folded),
            roles: known
                .iter()
                .fold(0, |all, known| all << 1 | u64::from(*known)),
            stays: keep::stays(folded),
            is_trade,
            is_head,
            is_function_word,
        }
    }

    /// Whether nobody is called so.
    fn may_be_kept(&self) -> bool {
        let is_name = self.classes.any(Classes::PERSON | Classes::PLACE);
        self.is_function_word || self.classes.any(Classes::ORDINARY) && !is_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_kept_is_told_as_when_it_was_looked_up() {
        for word in [
            "netzwerk",
            "und",
            "sagte",
            "brunner",
            "kernhofler",
            "koch",
            "",
            "9",
        ] {
            let first = Facts::of(word);
            assert_eq!(first, Facts::looked_up(word), "{word}");
            assert_eq!(first, Facts::of(word), "{word}");
        }
    }

    #[test]
    fn no_name_is_kept() {
        for word in [
            "netzwerk",
            "und",
            "brunner",
            "sandra",
            "strasbourg",
            "kernhofler",
        ] {
            Facts::of(word);
        }
        let kept = KEPT.with_borrow(|kept| kept.keys().cloned().collect::<Vec<_>>());
        assert!(kept.contains(&"netzwerk".to_owned()) && kept.contains(&"und".to_owned()));
        for name in ["brunner", "sandra", "strasbourg", "kernhofler"] {
            assert!(!kept.contains(&name.to_owned()), "{name}");
        }
    }

    #[test]
    fn no_more_words_are_kept_than_there_is_room_for() {
        let letters = || ('a'..='z').chain('0'..='9');
        for (first, second, third) in letters().flat_map(|one| {
            letters().flat_map(move |two| letters().map(move |three| (one, two, three)))
        }) {
            Facts::of(&format!("{first}{second}{third}"));
            assert!(KEPT.with_borrow(HashMap::len) <= WORDS);
        }
    }
}
