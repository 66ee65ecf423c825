//! Learns weights: after each note they are moved towards what would have made its right tags likelier.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Example;
use super::dice::Dice;
use crate::anonymise::detect::features::features;
use crate::anonymise::detect::model::chain::Chain;
use crate::anonymise::detect::model::{
    HEADER, OWN, PAIR_SCALE, SCALE, SLOT, TAGS, Tag, Weights, check,
};

/// How far a weight is moved at first; the more often it was moved, the less (Duchi and others 2011, *Adaptive Subgradient Methods*).
const RATE: f32 = 0.25;
/// How much of a weight is taken back each time, so that none rests on a few notes.
const DECAY: f32 = 0.0002;
/// How many features in a hundred are left out each time, so that none is relied on alone.
const LEFT_OUT: usize = 15;
/// By how much a name that is missed counts as likelier than it is.
const MISSED: f32 = 0.5;
/// Below which it does not matter how wrong a tag was.
const SMALLEST: f32 = 0.003;
/// The most features that the table keeps.
const MOST_FEATURES: usize = 300_000;

/// The weights while they are learned.
#[derive(Default)]
pub(super) struct Learning {
    rows: HashMap<u32, Row, BuildHasherDefault<AsItIs>>,
    transitions: [[Weight; TAGS]; TAGS],
    step: u64,
}

#[derive(Default, Clone, Copy)]
struct Weight {
    now: f32,
    /// The squares of all that moved it.
    squares: f32,
    /// What is subtracted from `now` for the average over all steps.
    weighed: f64,
}

impl Weight {
    fn step(&mut self, towards: f32, step: u64) {
        self.squares += towards * towards;
        let by = RATE * towards / (self.squares.sqrt() + 0.1) - DECAY * self.now;
        self.now += by;
        self.weighed += f64::from(by) * step as f64;
    }

    fn average(&self, steps: u64) -> f32 {
        (f64::from(self.now) - self.weighed / steps.max(1) as f64) as f32
    }
}

#[derive(Default)]
struct Row {
    weights: [Weight; TAGS],
    seen: u32,
}

/// A feature is a hash already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number);
    }
}

impl Weights for Learning {
    fn add(&self, feature: u32, scores: &mut [f32; TAGS]) {
        if let Some(row) = self.rows.get(&feature) {
            for (score, weight) in scores.iter_mut().zip(&row.weights) {
                *score += weight.now;
            }
        }
    }

    fn transition(&self, before: Tag, tag: Tag) -> f32 {
        self.transitions[before as usize][tag as usize].now
    }
}

impl Learning {
    /// Moves the weights towards the right tags of a note.
    pub(super) fn take(&mut self, example: &Example, dice: &mut Dice) {
        self.step += 1;
        let evidence = example.evidence();
        let seen: Vec<Vec<u32>> = (0..example.gold.len())
            .map(|index| {
                let mut seen = Vec::new();
                features(&evidence, index, |feature| {
                    if feature != 0 && !dice.chance(LEFT_OUT) {
                        seen.push(feature);
                    }
                });
                seen
            })
            .collect();
        let (mut free, mut right) = (Vec::new(), Vec::new());
        for (seen, gold) in seen.iter().zip(&example.gold) {
            let mut scores = [0.0; TAGS];
            for feature in seen {
                self.add(*feature, &mut scores);
            }
            free.push(scores);
            right.push(scores);
            let (Some(free), Some(right), Some(gold)) = (free.last_mut(), right.last_mut(), gold)
            else {
                continue;
            };
            if *gold != Tag::Nothing {
                free[Tag::Nothing as usize] += MISSED;
            }
            for tag in Tag::ALL.into_iter().filter(|tag| tag != gold) {
                right[tag as usize] = -1e6;
            }
        }
        let (free, right) = (Chain::new(&free, self), Chain::new(&right, self));
        self.move_pairs(&free, &right);
        for ((seen, free), right) in seen.iter().zip(free.tags()).zip(right.tags()) {
            self.move_features(seen, free, right);
        }
    }

    fn move_features(&mut self, seen: &[u32], free: [f64; TAGS], right: [f64; TAGS]) {
        let mut towards = [0.0_f32; TAGS];
        for (towards, (right, free)) in towards.iter_mut().zip(right.into_iter().zip(free)) {
            *towards = (right - free) as f32;
        }
        if towards.iter().all(|towards| towards.abs() < SMALLEST) {
            return;
        }
        for feature in seen {
            let row = self.rows.entry(*feature).or_default();
            row.seen += 1;
            for (weight, towards) in row.weights.iter_mut().zip(towards) {
                weight.step(towards, self.step);
            }
        }
    }

    fn move_pairs(&mut self, free: &Chain, right: &Chain) {
        for (free, right) in free.pairs().zip(right.pairs()) {
            let cells = self.transitions.iter_mut().flatten();
            for (weight, (right, free)) in
                cells.zip(right.into_iter().flatten().zip(free.into_iter().flatten()))
            {
                weight.step((right - free) as f32, self.step);
            }
        }
    }

    /// The average of the weights over all steps, as the table that the program reads.
    pub(super) fn table(&self) -> Vec<u8> {
        let mut rows: Vec<(u32, [i8; OWN])> = self
            .rows
            .iter()
            .filter(|(_, row)| row.seen > 2)
            .map(|(feature, row)| {
                let average = row.weights.map(|weight| weight.average(self.step));
                let mut own = [0; OWN];
                for (own, weight) in own.iter_mut().zip(&average[1..]) {
                    *own = ((weight - average[0]) * SCALE).round().clamp(-127.0, 127.0) as i8;
                }
                (*feature, own)
            })
            .collect();
        let size = |own: &[i8; OWN]| own.iter().map(|weight| weight.unsigned_abs()).max();
        rows.retain(|(_, own)| size(own) > Some(1));
        rows.sort_unstable_by_key(|(feature, own)| (std::cmp::Reverse(size(own)), *feature));
        rows.truncate(MOST_FEATURES);
        let slots = (rows.len() * 4 / 3).max(1);
        let mut table = vec![0u8; HEADER + slots * SLOT];
        for (weight, cell) in self
            .transitions
            .iter()
            .flatten()
            .zip(table.chunks_exact_mut(2))
        {
            let weight = (weight.average(self.step) * PAIR_SCALE)
                .round()
                .clamp(-32000.0, 32000.0);
            cell.copy_from_slice(&(weight as i16).to_le_bytes());
        }
        for (feature, own) in rows {
            let mut slot = feature as usize % slots;
            while table[HEADER + slot * SLOT..][..2] != [0; 2] {
                slot = (slot + 1) % slots;
            }
            let at = HEADER + slot * SLOT;
            table[at..at + 2].copy_from_slice(&check(feature).to_le_bytes());
            table[at + 2..at + SLOT].copy_from_slice(&own.map(i8::cast_unsigned));
        }
        table
    }
}
