//! Finding a code by a few letters of its label or id, whatever accents and umlauts are typed.

use super::{BookCode, Codebook};
use crate::language::{Language, Readings, words};

/// What a word that was typed is to a label, the better the smaller.
const WHOLE: u32 = 0;
const BEGINNING: u32 = 1;
const INSIDE: u32 = 3;
const SCATTERED: u32 = 7;

/// The fewest letters that are looked for scattered over a label: fewer are in nearly every one.
const FEWEST_SCATTERED: usize = 3;

impl Codebook {
    /// The codes that are offered and fit what was typed, the best first. With nothing typed: the favourites of the
    /// cell, what the guide offers for it, then the others in the order of the codebook.
    pub fn find(&self, typed: &str, cell: &str, language: Language) -> Vec<&BookCode> {
        let typed = folded_words(typed);
        let near = self.near(cell);
        let strictly = self.ranked(&typed, &near, language, word_distance);
        let found = if strictly.is_empty() {
            // Letters with others between them are in many labels: they help where nothing else is found.
            self.ranked(&typed, &near, language, scattered_distance)
        } else {
            strictly
        };
        found.into_iter().map(|(.., code)| code).collect()
    }

    fn ranked(
        &self,
        typed: &[Vec<String>],
        near: &[&str],
        language: Language,
        measure: Measure,
    ) -> Vec<(u32, usize, usize, &BookCode)> {
        let offered = self.codes.iter().enumerate();
        let mut found: Vec<(u32, usize, usize, &BookCode)> = offered
            .filter(|(_, code)| code.is_offered())
            .filter_map(|(place, code)| {
                let distance = distance(typed, code, language, measure)?;
                let nearness = near.iter().position(|id| *id == code.id);
                Some((distance, nearness.unwrap_or(near.len()), place, code))
            })
            .collect();
        found.sort_by_key(|(distance, nearness, place, _)| (*distance, *nearness, *place));
        found
    }

    fn near(&self, cell: &str) -> Vec<&str> {
        let codes = self.favourites(cell).into_iter();
        codes
            .chain(self.offered_for(cell))
            .map(|code| code.id.as_str())
            .collect()
    }
}

/// The words of a text in all the forms in which they are compared.
fn folded_words(text: &str) -> Vec<Vec<String>> {
    words(text)
        .filter_map(|range| text.get(range))
        .map(|word| Readings::of(word).all().map(str::to_owned).collect())
        .collect()
}

/// How far a word that was typed is from a label in words; nothing if it does not fit.
type Measure = fn(&[String], &[Vec<String>]) -> Option<u32>;

/// How far a code is from what was typed; nothing if a word fits neither its label nor its id.
fn distance(
    typed: &[Vec<String>],
    code: &BookCode,
    language: Language,
    measure: Measure,
) -> Option<u32> {
    let mut of_code = folded_words(code.label(language));
    of_code.extend(folded_words(&code.id));
    typed.iter().map(|forms| measure(forms, &of_code)).sum()
}

fn word_distance(typed: &[String], words: &[Vec<String>]) -> Option<u32> {
    let forms = words.iter().flatten();
    let pairs = forms.flat_map(|word| typed.iter().map(move |typed| (typed, word)));
    pairs
        .filter_map(|(typed, word)| {
            if word == typed {
                Some(WHOLE)
            } else if word.starts_with(typed.as_str()) {
                Some(BEGINNING)
            } else if word.contains(typed.as_str()) {
                Some(INSIDE)
            } else {
                None
            }
        })
        .min()
}

/// How far it is if its letters may stand in the label in their order with others between them.
fn scattered_distance(typed: &[String], words: &[Vec<String>]) -> Option<u32> {
    let joined: String = words
        .iter()
        .filter_map(|forms| forms.first())
        .map(String::as_str)
        .collect();
    let is_scattered = typed.iter().any(|typed| {
        let mut letters = joined.chars();
        typed.chars().count() >= FEWEST_SCATTERED
            && typed
                .chars()
                .all(|wanted| letters.any(|letter| letter == wanted))
    });
    word_distance(typed, words).or(is_scattered.then_some(SCATTERED))
}
