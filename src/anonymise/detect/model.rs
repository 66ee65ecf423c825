//! The learned part: which words make names, from their features and those beside them.
//!
//! A linear model over [`features`](super::features) with four tags a word (nothing, person, institution, place) and
//! weights for each pair of neighbouring tags, decoded by the Viterbi algorithm; trained as an averaged structured
//! perceptron (Collins 2002, *Discriminative Training Methods for Hidden Markov Models*) on the part `build` of the
//! corpus under `tests/corpus`, with names exchanged for others each time. The weights are small whole numbers in a
//! table that is read where it lies.

#[cfg(test)]
mod training;

use super::features::features;
use super::sentence::Sentence;
use crate::language::Language;

/// How many tags a word may have.
pub(super) const TAGS: usize = 4;

/// What a word is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Tag {
    /// No name.
    Nothing,
    /// The name of a person.
    Person,
    /// The name of an institution.
    Institution,
    /// The name of a place.
    Place,
}

impl Tag {
    pub(super) const ALL: [Self; TAGS] =
        [Self::Nothing, Self::Person, Self::Institution, Self::Place];
}

/// What the model says of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Verdict {
    /// The best tag that is a name.
    pub(super) name: Tag,
    /// By how much the best reading with a name here is better than the best without; negative if it is worse.
    pub(super) margin: f32,
}

/// The weights that are part of the program.
static WEIGHTS: &[u8] = include_bytes!("../lists/model.bin");

/// Where weights come from: the program's, or those being trained.
pub(super) trait Weights {
    /// Adds the weights of a feature to the scores of the tags.
    fn add(&self, feature: u32, scores: &mut [f32; TAGS]);
    /// The weight of a tag behind another.
    fn transition(&self, before: Tag, tag: Tag) -> f32;
}

/// The table of weights: a header of transitions, then slots of a feature and its four weights, found by hashing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table(&'static [u8]);

/// Bytes of a slot: the feature, and a weight a tag.
const SLOT: usize = 4 + 2 * TAGS;
/// Bytes before the slots: a weight for each pair of tags.
const HEADER: usize = 2 * TAGS * TAGS;
/// What a weight of one is in the table.
const SCALE: f32 = 64.0;

impl Table {
    /// The program's own.
    pub(super) const fn built_in() -> Self {
        Self(WEIGHTS)
    }

    fn number(self, at: usize) -> f32 {
        let bytes = self.0.get(at..at + 2).and_then(|two| two.try_into().ok());
        f32::from(bytes.map_or(0, i16::from_le_bytes)) / SCALE
    }

    fn slots(self) -> usize {
        self.0.len().saturating_sub(HEADER) / SLOT
    }
}

impl Weights for Table {
    fn add(&self, feature: u32, scores: &mut [f32; TAGS]) {
        let slots = self.slots();
        if slots == 0 || feature == 0 {
            return;
        }
        let mut slot = feature as usize % slots;
        // The table is at most half full, so that the walk is short.
        for _ in 0..slots {
            let at = HEADER + slot * SLOT;
            let key = self.0.get(at..at + 4).and_then(|four| four.try_into().ok());
            match key.map(u32::from_le_bytes) {
                Some(key) if key == feature => {
                    for (tag, score) in scores.iter_mut().enumerate() {
                        *score += self.number(at + 4 + 2 * tag);
                    }
                    return;
                }
                Some(0) | None => return,
                Some(_) => slot = (slot + 1) % slots,
            }
        }
    }

    fn transition(&self, before: Tag, tag: Tag) -> f32 {
        self.number(2 * (before as usize * TAGS + tag as usize))
    }
}

/// The scores of every word of a sentence, without its neighbours' tags.
pub(super) fn scores(
    sentence: &Sentence,
    language: Language,
    weights: &impl Weights,
) -> Vec<[f32; TAGS]> {
    (0..sentence.words.len())
        .map(|index| {
            let mut scores = [0.0; TAGS];
            features(sentence, index, language, |feature| {
                weights.add(feature, &mut scores);
            });
            scores
        })
        .collect()
}

/// What the model says of every word: the best name, and how sure it is, by the best readings of the whole sentence.
pub(super) fn verdicts(
    sentence: &Sentence,
    language: Language,
    weights: &impl Weights,
) -> Vec<Verdict> {
    let scores = scores(sentence, language, weights);
    let forward = forward(&scores, weights);
    let backward = backward(&scores, weights);
    forward
        .iter()
        .zip(&backward)
        .map(|(forward, backward)| {
            let through = |tag: Tag| {
                let at = tag as usize;
                forward.get(at).copied().unwrap_or(f32::MIN)
                    + backward.get(at).copied().unwrap_or(f32::MIN)
            };
            let names = [Tag::Person, Tag::Institution, Tag::Place];
            let name = names
                .into_iter()
                .max_by(|one, other| through(*one).total_cmp(&through(*other)))
                .unwrap_or(Tag::Person);
            Verdict {
                name,
                margin: through(name) - through(Tag::Nothing),
            }
        })
        .collect()
}

/// The best score of each tag at each word, with all words before it.
fn forward(scores: &[[f32; TAGS]], weights: &impl Weights) -> Vec<[f32; TAGS]> {
    let mut all: Vec<[f32; TAGS]> = Vec::with_capacity(scores.len());
    for own in scores {
        let mut reached = *own;
        let before = all.last().copied();
        for tag in Tag::ALL {
            let best = match before {
                None => weights.transition(Tag::Nothing, tag),
                Some(before) => Tag::ALL
                    .iter()
                    .zip(before)
                    .map(|(from, score)| score + weights.transition(*from, tag))
                    .fold(f32::MIN, f32::max),
            };
            if let Some(score) = reached.get_mut(tag as usize) {
                *score += best;
            }
        }
        all.push(reached);
    }
    all
}

/// The best score of all words behind each, for each tag of it.
fn backward(scores: &[[f32; TAGS]], weights: &impl Weights) -> Vec<[f32; TAGS]> {
    let mut all = vec![[0.0; TAGS]; scores.len()];
    let mut behind: Option<([f32; TAGS], [f32; TAGS])> = None;
    for (own, reached) in scores.iter().zip(&mut all).rev() {
        if let Some((next, further)) = behind {
            for tag in Tag::ALL {
                let best = Tag::ALL
                    .iter()
                    .zip(next.iter().zip(further))
                    .map(|(to, (score, further))| score + further + weights.transition(tag, *to))
                    .fold(f32::MIN, f32::max);
                if let Some(score) = reached.get_mut(tag as usize) {
                    *score = best;
                }
            }
        }
        behind = Some((*own, *reached));
    }
    all
}
