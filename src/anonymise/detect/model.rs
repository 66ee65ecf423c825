//! The learned part: which words make names, from their features and those beside them.
//!
//! A linear-chain conditional random field (Lafferty and others 2001, *Conditional Random Fields*) over
//! [`features`](super::features) with four tags a word (nothing, person, institution, place) and weights for each pair
//! of neighbouring tags. What the rules found is among the features, so that the model weighs them too. It is trained on
//! the parts `build` of the corpus under `tests/corpus`, with names exchanged for others each time. The weights are small
//! whole numbers in a table that is read where it lies. A [`network`] that is trained on the same notes has the larger say.

mod chain;
mod network;
#[cfg(test)]
mod training;

use super::features::{Evidence, features};
use chain::Chain;

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
    /// The likeliest tag that is a name.
    pub(super) name: Tag,
    /// The logarithm of the odds that the word is part of a name; negative if it is less likely than not.
    pub(super) odds: f64,
    /// The same by the chain alone.
    pub(super) by_chain: f64,
}

/// The weights that are part of the program.
static WEIGHTS: &[u8] = include_bytes!("../lists/model.bin");

/// Where weights come from: the program's, or those being trained.
pub(super) trait Weights {
    /// Adds the weights of a feature to the scores of the tags.
    fn add(&self, feature: u32, scores: &mut [f32; TAGS]);
    /// Adds the weights of several features, one after the other.
    fn add_all(&self, features: &[u32], scores: &mut [f32; TAGS]) {
        for feature in features {
            self.add(*feature, scores);
        }
    }
    /// The weight of a tag behind another.
    fn transition(&self, before: Tag, tag: Tag) -> f32;
}

/// The table of weights: a header of transitions, then slots of a feature's check and its weights, found by hashing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table(&'static [u8]);

/// The weights that a feature has: one for each tag but the first, against which the others count.
const OWN: usize = TAGS - 1;
/// Bytes of a slot: sixteen bits of the feature, and its weights.
const SLOT: usize = 2 + OWN;
/// A slot that no feature has.
const EMPTY: [u8; SLOT] = [0; SLOT];
/// Bytes before the slots: a weight for each pair of tags.
const HEADER: usize = 2 * TAGS * TAGS;
/// What a weight of one is in the table.
const SCALE: f32 = 32.0;
/// The same for pairs of tags, which have more room.
const PAIR_SCALE: f32 = 1024.0;

impl Table {
    /// The program's own.
    pub(super) const fn built_in() -> Self {
        Self(WEIGHTS)
    }

    fn slots(self) -> usize {
        self.0.len().saturating_sub(HEADER) / SLOT
    }

    /// What is in a slot.
    fn slot(self, slot: usize) -> [u8; SLOT] {
        let at = HEADER + slot * SLOT;
        let bytes = self.0.get(at..at + SLOT);
        bytes
            .and_then(|bytes| bytes.try_into().ok())
            .unwrap_or(EMPTY)
    }

    /// Adds the weights of the feature that is known by these bits, from the slot on in which it would be.
    fn walk(self, wanted: u16, first: usize, in_first: [u8; SLOT], scores: &mut [f32; TAGS]) {
        let mut ends = |[low, high, own @ ..]: &[u8; SLOT]| {
            let found = u16::from_le_bytes([*low, *high]);
            if found == wanted {
                for (score, weight) in scores.iter_mut().skip(1).zip(own) {
                    *score += f32::from(weight.cast_signed()) / SCALE;
                }
            }
            found == wanted || found == 0
        };
        if ends(&in_first) {
            return;
        }
        let (slots, _) = self.0.get(HEADER..).unwrap_or_default().as_chunks::<SLOT>();
        let parted = slots.split_at_checked(first + 1);
        let (before, behind) = parted.unwrap_or((slots, &[]));
        // A part of the table is empty, so that the walk is short.
        let _ = behind.iter().any(&mut ends) || before.iter().any(ends);
    }
}

/// The bits by which a feature is known in its slot; never nothing, which is an empty slot.
const fn check(feature: u32) -> u16 {
    let [_, _, low, high] = feature.to_le_bytes();
    match u16::from_le_bytes([low, high]) {
        0 => 1,
        bits => bits,
    }
}

impl Weights for Table {
    fn add(&self, feature: u32, scores: &mut [f32; TAGS]) {
        self.add_all(&[feature], scores);
    }

    /// The slots in which the walks begin are fetched first, all at once: they lie far apart, and most hold what is looked
    /// for, or nothing.
    fn add_all(&self, features: &[u32], scores: &mut [f32; TAGS]) {
        const AT_ONCE: usize = 32;
        let Ok(slots) = u32::try_from(self.slots()) else {
            return;
        };
        if slots == 0 {
            return;
        }
        for features in features.chunks(AT_ONCE) {
            let mut firsts = [(0, EMPTY); AT_ONCE];
            for (first, feature) in firsts.iter_mut().zip(features) {
                let slot = (feature % slots) as usize;
                *first = (slot, self.slot(slot));
            }
            for ((slot, first), feature) in firsts.into_iter().zip(features) {
                self.walk(check(*feature), slot, first, scores);
            }
        }
    }

    fn transition(&self, before: Tag, tag: Tag) -> f32 {
        let at = 2 * (before as usize * TAGS + tag as usize);
        let bytes = self.0.get(at..at + 2).and_then(|two| two.try_into().ok());
        f32::from(bytes.map_or(0, i16::from_le_bytes)) / PAIR_SCALE
    }
}

/// The scores of every word, without its neighbours' tags.
pub(super) fn scores(evidence: &Evidence<'_>, weights: &impl Weights) -> Vec<[f32; TAGS]> {
    let mut own = Vec::new();
    (0..evidence.sentence.words.len())
        .map(|index| {
            own.clear();
            features(evidence, index, |feature| own.push(feature));
            let mut scores = [0.0; TAGS];
            weights.add_all(&own, &mut scores);
            scores
        })
        .collect()
}

/// What the model says of every word of some sentences: the likeliest name, and how likely one is, over all readings of the sentence by the
/// chain and by the network, each of which has its say (Hinton 2002, *Training Products of Experts*).
pub(super) fn verdicts(all: &[Evidence<'_>], weights: &impl Weights) -> Vec<Vec<Verdict>> {
    let by_network = network::tags_of(all);
    let verdicts = all.iter().zip(by_network).map(|(evidence, by_network)| {
        let chain = Chain::new(&scores(evidence, weights), weights);
        let both = chain.tags().zip(by_network);
        both.map(|(one, other)| verdict(one, other)).collect()
    });
    verdicts.collect()
}

/// What is held possible of anything.
const LEAST: f64 = 1e-12;
/// How much of the say the network has.
const NETWORK: f64 = 0.8;

/// The logarithm of the odds that the word has any tag but the first.
fn odds([nothing, names @ ..]: [f64; TAGS]) -> f64 {
    let names: f64 = names.iter().sum();
    names.max(LEAST).ln() - nothing.max(LEAST).ln()
}

fn verdict(one: [f64; TAGS], other: [f64; TAGS]) -> Verdict {
    let mut shares = one;
    for (share, other) in shares.iter_mut().zip(other) {
        *share = share.max(LEAST).powf(1.0 - NETWORK) * other.max(LEAST).powf(NETWORK);
    }
    let of = |tag: Tag| shares.get(tag as usize).copied().unwrap_or(LEAST);
    let names = [Tag::Person, Tag::Institution, Tag::Place];
    let name = names
        .into_iter()
        .max_by(|one, other| of(*one).total_cmp(&of(*other)))
        .unwrap_or(Tag::Person);
    Verdict {
        name,
        odds: odds(shares),
        by_chain: odds(one),
    }
}
