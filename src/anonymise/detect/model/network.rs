//! The second reader of the model: a small network that reads a sentence forwards and backwards.
//!
//! The [`signs`] of a word choose rows of a table, which are added up; two gated recurrent units (Cho and others 2014,
//! *Learning Phrase Representations*), one from each side (Schuster and Paliwal 1997, *Bidirectional Recurrent Neural
//! Networks*), carry on what was read; a layer of units on both and the word itself says how likely each tag is. It is
//! trained by `lists/network.py` on the same notes as the chain, which knows pairs of tags but only words close by. The
//! weights are bytes with one scale a row: the table is read where it lies, the rest is spread out when first needed.

use std::sync::OnceLock;

use super::TAGS;
use crate::anonymise::detect::features::{Evidence, signs};

/// The weights that are part of the program.
static WEIGHTS: &[u8] = include_bytes!("../../lists/network.bin");

/// Rows of the table that signs are hashed into.
const ROWS: usize = 1 << 14;
/// How many numbers stand for a word.
const WORD: usize = 64;
/// How many numbers are carried from word to word in a direction.
const STATE: usize = 64;
/// What is reckoned of each: what is forgotten, what is kept, what is new.
const GATES: usize = 3 * STATE;
/// The units before the tags.
const UNITS: usize = 64;

/// What stands for a word.
type Reading = [f32; WORD];
/// What is carried on.
type State = [f32; STATE];
/// What is known of a word before the tags: what was read before it, behind it, and the word itself.
type Context = [f32; 2 * STATE + WORD];

/// The network as it is reckoned with.
pub(super) struct Network {
    table: &'static [u8],
    bias: Vec<f32>,
    forwards: Unit,
    backwards: Unit,
    units: Layer,
    tags: Layer,
}

impl Network {
    /// The program's own.
    pub(super) fn built_in() -> &'static Self {
        static NETWORK: OnceLock<Network> = OnceLock::new();
        NETWORK.get_or_init(|| Self::read(WEIGHTS))
    }

    fn read(bytes: &'static [u8]) -> Self {
        let (table, rest) = bytes
            .split_at_checked(ROWS * (SCALE + WORD))
            .unwrap_or((&[], &[]));
        let mut rest = rest;
        Self {
            table,
            bias: numbers(&mut rest, WORD),
            forwards: Unit::read(&mut rest),
            backwards: Unit::read(&mut rest),
            units: Layer::read(&mut rest, 2 * STATE + WORD, UNITS),
            tags: Layer::read(&mut rest, UNITS, TAGS),
        }
    }

    /// How likely each tag of each word is.
    pub(super) fn tags(&self, evidence: &Evidence<'_>) -> Vec<[f64; TAGS]> {
        let readings: Vec<Reading> = (0..evidence.sentence.words.len())
            .map(|index| self.reading(evidence, index))
            .collect();
        let before = self.forwards.carry(readings.iter());
        let mut behind = self.backwards.carry(readings.iter().rev());
        behind.reverse();
        let both = before.iter().zip(&behind);
        both.zip(&readings)
            .map(|((before, behind), reading)| self.shares(before, behind, reading))
            .collect()
    }

    /// What stands for a word: the rows of its signs added up.
    fn reading(&self, evidence: &Evidence<'_>, index: usize) -> Reading {
        let mut reading = [0.0; WORD];
        reading.copy_from_slice(&self.bias);
        signs(evidence, index, |sign| {
            let at = (sign as usize % ROWS) * (SCALE + WORD);
            let row = self.table.get(at..at + SCALE + WORD).unwrap_or_default();
            if let Some((scale, row)) = row.split_first_chunk() {
                let scale = f32::from_le_bytes(*scale);
                for (sum, weight) in reading.iter_mut().zip(row) {
                    *sum += scale * f32::from(weight.cast_signed());
                }
            }
        });
        reading.map(f32::tanh)
    }

    fn shares(&self, before: &State, behind: &State, reading: &Reading) -> [f64; TAGS] {
        let mut context: Context = [0.0; 2 * STATE + WORD];
        let known = before.iter().chain(behind).chain(reading);
        for (place, number) in context.iter_mut().zip(known) {
            *place = *number;
        }
        let mut units = [0.0; UNITS];
        self.units.apply(&context, &mut units);
        let mut tags = [0.0; TAGS];
        self.tags.apply(&units.map(|unit| unit.max(0.0)), &mut tags);
        let most = tags.iter().copied().fold(f32::MIN, f32::max);
        let shares = tags.map(|tag| f64::from(tag - most).exp());
        let all: f64 = shares.iter().sum();
        shares.map(|share| share / all)
    }
}

/// A gated recurrent unit.
struct Unit {
    /// What a word says for the gates.
    word: Layer,
    /// What was carried there says for them.
    state: Layer,
}

impl Unit {
    fn read(bytes: &mut &[u8]) -> Self {
        Self {
            word: Layer::read(bytes, WORD, GATES),
            state: Layer::read(bytes, STATE, GATES),
        }
    }

    /// What is carried from each word to the next.
    fn carry<'a>(&self, readings: impl Iterator<Item = &'a Reading>) -> Vec<State> {
        let mut state = [0.0; STATE];
        readings
            .map(|reading| {
                self.step(reading, &mut state);
                state
            })
            .collect()
    }

    fn step(&self, reading: &Reading, state: &mut State) {
        let (mut own, mut carried) = ([0.0; GATES], [0.0; GATES]);
        self.word.apply(reading, &mut own);
        self.state.apply(state, &mut carried);
        let (open, new) = own.split_at(2 * STATE);
        let (carried_open, carried_new) = carried.split_at(2 * STATE);
        let (reset, update) = open.split_at(STATE);
        let (carried_reset, carried_update) = carried_open.split_at(STATE);
        let resets = reset.iter().zip(carried_reset);
        let updates = update.iter().zip(carried_update);
        let news = new.iter().zip(carried_new);
        for (((held, reset), update), new) in state.iter_mut().zip(resets).zip(updates).zip(news) {
            let reset = share(reset.0 + reset.1);
            let update = share(update.0 + update.1);
            let new = (new.0 + reset * new.1).tanh();
            *held = (1.0 - update) * new + update * *held;
        }
    }
}

/// Every input weighs on every output.
struct Layer {
    bias: Vec<f32>,
    /// A row of outputs for each input.
    weights: Vec<f32>,
}

impl Layer {
    fn read(bytes: &mut &[u8], inputs: usize, outputs: usize) -> Self {
        let bias = numbers(bytes, outputs);
        let mut weights = Vec::with_capacity(inputs * outputs);
        for _ in 0..inputs {
            let scale = numbers(bytes, 1).first().copied().unwrap_or(0.0);
            let row = bytes.split_off(..outputs).unwrap_or_default();
            weights.extend(
                row.iter()
                    .map(|weight| scale * f32::from(weight.cast_signed())),
            );
        }
        Self { bias, weights }
    }

    fn apply(&self, inputs: &[f32], outputs: &mut [f32]) {
        outputs.copy_from_slice(&self.bias);
        for (row, input) in self.weights.chunks_exact(outputs.len()).zip(inputs) {
            for (output, weight) in outputs.iter_mut().zip(row) {
                *output += weight * input;
            }
        }
    }
}

/// Bytes of the scale of a row.
const SCALE: usize = 4;

/// Takes so many numbers off the front; nought for those that are missing.
fn numbers(bytes: &mut &[u8], count: usize) -> Vec<f32> {
    let taken = bytes.split_off(..count * SCALE).unwrap_or_default();
    let (numbers, _) = taken.as_chunks::<SCALE>();
    let mut numbers: Vec<f32> = numbers
        .iter()
        .map(|four| f32::from_le_bytes(*four))
        .collect();
    numbers.resize(count, 0.0);
    numbers
}

/// From any number to one between nothing and all.
fn share(number: f32) -> f32 {
    1.0 / (1.0 + (-number).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::sentence::Sentence;
    use crate::language::Language;

    fn tags(text: &str) -> Vec<[f64; TAGS]> {
        let sentence = Sentence::of(text);
        let evidence = Evidence::new(&sentence, &[], Language::De);
        Network::built_in().tags(&evidence)
    }

    #[test]
    fn the_program_has_a_weight_for_every_place() {
        let rows = |inputs: usize, outputs: usize| inputs * (SCALE + outputs);
        let layer = |inputs: usize, outputs: usize| SCALE * outputs + rows(inputs, outputs);
        let unit = layer(WORD, GATES) + layer(STATE, GATES);
        let last = layer(2 * STATE + WORD, UNITS) + layer(UNITS, TAGS);
        assert_eq!(
            WEIGHTS.len(),
            rows(ROWS, WORD) + SCALE * WORD + 2 * unit + last
        );
    }

    #[test]
    fn shares_add_up_to_one_in_any_text() {
        for text in ["", "a", "Kernhofler lange sprach", &"wort ".repeat(3_000)] {
            for shares in tags(text) {
                assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_same_word_is_read_by_what_stands_around_it() {
        let name = |text: &str, at: usize| 1.0 - tags(text).get(at).map_or(1.0, |tags| tags[0]);
        let institution = name("die Kita Sternschnuppe in Lahr nimmt Kinder auf", 2);
        let star = name("am Himmel sieht man eine Sternschnuppe", 5);
        assert!(institution > star, "{institution} {star}");
    }
}
