//! What is called no name: by the guide, by the configuration, by the study, by the interviewer.
//!
//! It holds for what nobody announced. What was announced is a name, whatever else it is.

use zeroize::Zeroizing;

use super::entity::line_around;
use super::{Memory, folded_words};
use crate::anonymise::detect::{self, Certainty, Mention};
use crate::anonymise::doubt::Verdict;
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::language::fold;

impl Memory {
    /// Calls words no name: in any form they are not found any more, unless somebody announces them.
    pub fn allow(&mut self, words: &str) {
        let words = folded_words(words).into_iter();
        let known = self.ordinary.len();
        self.ordinary
            .extend(words.map(|word| word.as_str().to_owned()));
        if self.ordinary.len() == known {
            return;
        }
        // What was learned of them is forgotten.
        let mut known = std::mem::take(&mut self.known);
        known
            .retain(|known| self.announced.contains(&known.slot) || !self.is_ordinary(&known.name));
        self.known = known;
        self.is_stale = true;
        self.generation += 1;
    }

    /// Calls words no name, as the interviewer says in this sitting; see [`Self::allow`].
    pub fn call_ordinary(&mut self, words: &str) {
        let said = folded_words(words).into_iter();
        self.said_ordinary
            .extend(said.map(|word| word.as_str().to_owned()));
        self.allow(words);
    }

    /// Whether the interviewer called anything no name in this sitting.
    pub fn has_called_ordinary(&self) -> bool {
        !self.said_ordinary.is_empty()
    }

    /// Whether the interviewer called every word of it no name in this sitting, and none is known as a name.
    pub fn was_called_ordinary(&mut self, words: &str) -> bool {
        is_made_of(words, |word| self.said_ordinary.contains(word))
            && self.verdict(words) == Verdict::Ordinary
    }

    /// What is known of words that were doubtful.
    pub fn verdict(&mut self, words: &str) -> Verdict {
        let layout = self.lay_out(words);
        let whole = words.len() - words.trim_start().len()..words.trim_end().len();
        let names = self.search_known(&layout);
        let name = names.into_iter().find(|candidate| {
            candidate.span.start <= whole.start && whole.end <= candidate.span.end
        });
        match name.map(|candidate| candidate.target) {
            Some(Target::Slot(slot)) => Verdict::Name(self.slots.resolve(slot)),
            _ if self.is_ordinary(words) => Verdict::Ordinary,
            _ => Verdict::Open,
        }
    }

    /// Whether every word of it is called no name, or is one of the guide; articles and prepositions do not count.
    pub(in crate::anonymise) fn is_ordinary(&self, text: &str) -> bool {
        if self.vocabulary.is_empty() && self.ordinary.is_empty() {
            return false;
        }
        is_made_of(text, |word| {
            self.vocabulary.has(word) || self.ordinary.contains(word)
        })
    }

    /// Whether every word of it is called no name by the configuration, the study or the interviewer.
    pub(in crate::anonymise) fn is_allowed(&self, text: &str) -> bool {
        !self.ordinary.is_empty() && is_made_of(text, |word| self.ordinary.contains(word))
    }

    /// Whether what was found is a word of a dictionary in small letters, found again only since the same word was likely a
    /// name elsewhere: «their kitchens» after «Kitchens make it easy».
    ///
    /// What is being written is searched for it all the same, before the eyes of whoever writes. In what was written and
    /// read before it stays unless it reads like a name: nobody would see it go.
    pub(in crate::anonymise) fn is_rather_a_word(
        &self,
        layout: &Layout,
        candidate: &Candidate,
    ) -> bool {
        let Target::Slot(slot) = candidate.target else {
            return false;
        };
        let is_certain = self.sureness.get(&slot) == Some(&Certainty::Certain);
        if is_certain || self.announced.contains(&slot) {
            return false;
        }
        let written = layout.flat.get(candidate.span.clone()).unwrap_or_default();
        let folded = Zeroizing::new(fold(written));
        let is_small = !written.is_empty() && written.chars().all(char::is_lowercase);
        let is_word = detect::is_ordinary(&folded)
            || folded.strip_suffix('s').is_some_and(detect::is_ordinary);
        let is_likelier_a_name = || {
            let (start, line) = line_around(&layout.flat, &candidate.span);
            let mention = Mention {
                line,
                span: candidate.span.start - start..candidate.span.end - start,
                is_part: candidate.rule == Rule::Part,
                kind: slot.kind,
            };
            let mut reader = self.reader.borrow_mut();
            mention.is_likelier_a_name(&mut reader, self.listening, self.layers)
        };
        is_small && is_word && !is_likelier_a_name()
    }

    /// Calls words names again.
    pub(super) fn forget_ordinary(&mut self, words: &str) {
        for word in folded_words(words) {
            self.ordinary.remove(word.as_str());
            self.said_ordinary.remove(word.as_str());
        }
    }
}

/// Whether there are words in a text, all of them such ones in any ending; articles and prepositions do not count.
fn is_made_of(text: &str, is_such: impl Fn(&str) -> bool) -> bool {
    let mut words = crate::language::words(text)
        .filter_map(|word| text.get(word))
        .map(|word| Zeroizing::new(fold(word)))
        .filter(|word| !lexicon::is_function_word(word))
        .peekable();
    let is_one = |word: &str| is_such(word) || lexicon::in_any_ending(word, &is_such);
    words.peek().is_some() && words.all(|word| is_one(&word))
}
