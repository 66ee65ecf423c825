//! A small network that reads the words of a sentence forwards and backwards, as numbers: signs in, shares of tags out.
//!
//! The signs of a word choose rows of a table, which are added up; two gated recurrent units (Cho and others 2014,
//! *Learning Phrase Representations*), one from each side (Schuster and Paliwal 1997, *Bidirectional Recurrent Neural
//! Networks*), carry on what was read; a layer of units on both and the word itself says how likely each tag is.
//!
//! It is a package of its own so that it is optimised in a build for tests too: there it would take forty times as long.
//! Keeps out: what a sign or a tag means, and where the weights come from.

mod layer;

use layer::{FEW, Layer, MANY, SCALE, Unit, Way, numbers, readings};

/// Rows of the table that signs are hashed into.
const ROWS: usize = 1 << 14;
/// How many numbers stand for a word.
const WORD: usize = 64;
/// How many numbers are carried from word to word in a direction.
const STATE: usize = 128;
/// What is reckoned of each: what is forgotten, what is kept, what is new.
const GATES: usize = 3 * STATE;
/// The units before the tags.
const UNITS: usize = 128;
/// How many tags a word may have.
const TAGS: usize = 5;
/// How many numbers are known of a word where it stands: what was carried there from both sides, and its own.
const KNOWN: usize = 2 * STATE + WORD;

/// What stands for a word.
type Reading = [f32; WORD];
/// What is carried on.
type State = [f32; STATE];

/// The network as it is reckoned with.
pub struct Network {
    /// Bytes with a scale a row, read where they lie.
    table: &'static [u8],
    bias: Reading,
    forwards: Unit,
    backwards: Unit,
    units: Layer<MANY>,
    tags: Layer<FEW>,
}

impl Network {
    /// How many bytes its weights have.
    pub const BYTES: usize = {
        const fn rows(inputs: usize, outputs: usize) -> usize {
            inputs * (SCALE + outputs)
        }
        const fn layer(inputs: usize, outputs: usize) -> usize {
            SCALE * outputs + rows(inputs, outputs)
        }
        let unit = layer(WORD, GATES) + layer(STATE, GATES);
        let last = layer(KNOWN, UNITS) + layer(UNITS, TAGS);
        rows(ROWS, WORD) + SCALE * WORD + 2 * unit + last
    };

    /// Puts the weights in the order in which they are reckoned with, but for the table. Those that are missing are nought.
    pub fn read(bytes: &'static [u8]) -> Self {
        let table = bytes.split_at_checked(ROWS * (SCALE + WORD));
        let (table, mut rest) = table.unwrap_or((&[], &[]));
        let mut bias = [0.0; WORD];
        bias.copy_from_slice(&numbers(&mut rest, WORD));
        Self {
            table,
            bias,
            forwards: Unit::read(&mut rest),
            backwards: Unit::read(&mut rest),
            units: Layer::read(&mut rest, KNOWN, UNITS),
            tags: Layer::read(&mut rest, UNITS, TAGS),
        }
    }

    /// How likely each tag of each word of several sentences is, by the signs of the words. They stand one behind the other;
    /// `lengths` says how many each sentence has. All words come to what they would alone; only is a weight that was fetched
    /// used for several of them.
    pub fn tags_of(&self, words: &[Vec<u32>], lengths: &[usize]) -> Vec<[f64; TAGS]> {
        let readings = readings(self.table, &self.bias, words);
        let before = self.forwards.carry(&readings, lengths, Way::Forwards);
        let behind = self.backwards.carry(&readings, lengths, Way::Backwards);
        let both = before.iter().zip(&behind);
        let known: Vec<[f32; KNOWN]> = both
            .zip(&readings)
            .map(|((before, behind), reading)| known(before, behind, reading))
            .collect();
        let mut units: Vec<[f32; UNITS]> = self.units.apply(&known);
        for unit in units.as_flattened_mut() {
            *unit = unit.max(0.0);
        }
        let tags = self.tags.apply(&units);
        tags.into_iter().map(shares).collect()
    }
}

/// All that is known of a word where it stands.
fn known(before: &State, behind: &State, reading: &Reading) -> [f32; KNOWN] {
    let mut known = [0.0; KNOWN];
    let (carried, own) = known.split_at_mut(2 * STATE);
    own.copy_from_slice(reading);
    let (first, second) = carried.split_at_mut(STATE);
    first.copy_from_slice(before);
    second.copy_from_slice(behind);
    known
}

fn shares(tags: [f32; TAGS]) -> [f64; TAGS] {
    let most = tags.iter().copied().fold(f32::MIN, f32::max);
    let shares = tags.map(|tag| f64::from(tag - most).exp());
    let all: f64 = shares.iter().sum();
    shares.map(|share| share / all)
}
