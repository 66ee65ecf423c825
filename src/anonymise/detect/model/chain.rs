//! How likely each tag of each word is, over all readings of a sentence: the forward and backward sums of a chain.

use super::{TAGS, Tag, Weights};

/// A number for each tag.
type Shares = [f64; TAGS];

/// Before the first word stands nothing.
const START: Shares = [1.0, 0.0, 0.0, 0.0];

/// The sums over all readings of a sentence, each made to add up to one so that none grows too large.
#[derive(Debug)]
pub(super) struct Chain {
    /// What a word says for a tag.
    words: Vec<Shares>,
    /// What a tag says for the tag behind it.
    pairs: [Shares; TAGS],
    /// How likely a tag is by the words up to this one.
    forward: Vec<Shares>,
    /// How likely the words behind this one are, given its tag.
    backward: Vec<Shares>,
}

impl Chain {
    /// Sums up.
    pub(super) fn new(scores: &[[f32; TAGS]], weights: &impl Weights) -> Self {
        let pairs = Tag::ALL
            .map(|before| Tag::ALL.map(|tag| f64::from(weights.transition(before, tag)).exp()));
        let words: Vec<Shares> = scores
            .iter()
            .map(|scores| {
                let most = scores.iter().copied().fold(f32::MIN, f32::max);
                scores.map(|score| f64::from(score - most).exp())
            })
            .collect();
        let mut chain = Self {
            forward: Vec::with_capacity(words.len()),
            backward: vec![[1.0; TAGS]; words.len()],
            words,
            pairs,
        };
        chain.sum_forward();
        chain.sum_backward();
        chain
    }

    fn sum_forward(&mut self) {
        let mut before = START;
        for word in &self.words {
            let mut reached = [0.0; TAGS];
            for (from, row) in before.iter().zip(&self.pairs) {
                for (sum, pair) in reached.iter_mut().zip(row) {
                    *sum += from * pair;
                }
            }
            for (sum, own) in reached.iter_mut().zip(word) {
                *sum *= own;
            }
            before = shared_out(reached);
            self.forward.push(before);
        }
    }

    fn sum_backward(&mut self) {
        let mut behind = [1.0; TAGS];
        for (word, reached) in self.words.iter().zip(&mut self.backward).rev() {
            *reached = behind;
            let mut sums = [0.0; TAGS];
            for (sum, row) in sums.iter_mut().zip(&self.pairs) {
                *sum = row
                    .iter()
                    .zip(word)
                    .zip(&behind)
                    .map(|((pair, own), further)| pair * own * further)
                    .sum();
            }
            behind = shared_out(sums);
        }
    }

    /// How likely each tag of each word is.
    pub(super) fn tags(&self) -> impl Iterator<Item = Shares> {
        self.forward
            .iter()
            .zip(&self.backward)
            .map(|(forward, backward)| {
                let mut both = *forward;
                for (share, behind) in both.iter_mut().zip(backward) {
                    *share *= behind;
                }
                shared_out(both)
            })
    }

    /// How likely each pair of tags is, of each word and the one before it; the first has nothing before it.
    #[cfg(test)]
    pub(super) fn pairs(&self) -> impl Iterator<Item = [Shares; TAGS]> {
        let before = std::iter::once(&START).chain(&self.forward);
        before
            .zip(&self.words)
            .zip(&self.backward)
            .map(|((before, word), behind)| {
                let mut shares = self.pairs;
                let mut all = 0.0;
                for (row, from) in shares.iter_mut().zip(before) {
                    for ((share, own), further) in row.iter_mut().zip(word).zip(behind) {
                        *share *= from * own * further;
                        all += *share;
                    }
                }
                if all > 0.0 {
                    for share in shares.iter_mut().flatten() {
                        *share /= all;
                    }
                }
                shares
            })
    }
}

/// The numbers so that they add up to one.
fn shared_out(mut shares: Shares) -> Shares {
    let all: f64 = shares.iter().sum();
    if all > 0.0 {
        for share in &mut shares {
            *share /= all;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weights under which a person is seldom followed by a place.
    struct Few;

    impl Weights for Few {
        fn add(&self, _: u32, _: &mut [f32; TAGS]) {}

        fn transition(&self, before: Tag, tag: Tag) -> f32 {
            if before == Tag::Person && tag == Tag::Place {
                -3.0
            } else {
                0.0
            }
        }
    }

    const SCORES: [[f32; TAGS]; 3] = [
        [0.0, 2.0, 0.0, 0.0],
        [0.0, 1.0, 0.0, 1.5],
        [80.0, -80.0, 0.0, 0.0],
    ];

    #[test]
    fn shares_add_up_to_one_and_pairs_agree_with_them() {
        let chain = Chain::new(&SCORES, &Few);
        for (shares, pairs) in chain.tags().zip(chain.pairs()) {
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            for (tag, share) in shares.iter().enumerate() {
                let of_pairs: f64 = pairs.iter().map(|row| row[tag]).sum();
                assert!((share - of_pairs).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_neighbour_makes_a_tag_less_likely() {
        let shares: Vec<Shares> = Chain::new(&SCORES, &Few).tags().collect();
        let [person, place] = [Tag::Person, Tag::Place].map(|tag| shares[1][tag as usize]);
        assert!(person > place, "{person} {place}");
    }
}
