//! Learns the weights of letters: `UPDATE=1 LISTS=folder cargo test --release --lib letters`.
//!
//! Of the surnames and places every other one is learned; the rest are put into notes when the model is trained, so
//! that it does not rely on letters that were learned by heart.

#![expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "a tool that runs when the weights are made"
)]

use std::path::Path;
use std::{env, fs};

use super::{CELLS, SCALE, runs};
use crate::anonymise::detect::dictionary::{self, Classes};
use crate::language::{fold, words};

const ROUNDS: usize = 6;
/// How far a weight is moved at first; the more often it was moved, the less.
const RATE: f32 = 0.2;
/// How much of a weight is taken back each time.
const DECAY: f32 = 0.0002;
/// The most words of one kind.
const MOST: usize = 60_000;

/// The folded single words of a list, every other one.
fn every_other(folder: &Path, name: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join(name)).expect("a list");
    let names = text.lines().filter_map(|line| line.split('\t').next());
    let single = names.filter(|name| words(name).count() == 1 && name.chars().count() >= 4);
    single.step_by(2).map(fold).collect()
}

/// Ordinary words that are no names, spread over the list.
fn ordinary(folder: &Path, name: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join(name)).expect("a list");
    let all: Vec<String> = text
        .lines()
        .map(fold)
        .filter(|word| word.chars().count() >= 4)
        .filter(|word| !dictionary::exact(word).any(Classes::PERSON | Classes::PLACE))
        .collect();
    let step = all.len().div_ceil(MOST).max(1);
    all.into_iter().step_by(step).collect()
}

/// One weight for persons and one for places, each cell.
struct Weights {
    now: Vec<[f32; 2]>,
    squares: Vec<[f32; 2]>,
}

impl Weights {
    fn new() -> Self {
        let none = vec![[0.0; 2]; CELLS as usize];
        Self {
            now: none.clone(),
            squares: none,
        }
    }

    /// Moves the weights towards what a word is: 0 an ordinary one, 1 a person, 2 a place.
    fn take(&mut self, word: &str, right: usize) {
        let mut cells = Vec::new();
        runs(word, |cell| cells.push(cell));
        let mut sums = [0.0_f32; 2];
        for cell in &cells {
            for (sum, weight) in sums.iter_mut().zip(self.now[*cell]) {
                *sum += weight;
            }
        }
        let shares = sums.map(f32::exp);
        let all = 1.0 + shares[0] + shares[1];
        for (kind, share) in shares.into_iter().enumerate() {
            let towards = f32::from(u8::from(right == kind + 1)) - share / all;
            for cell in &cells {
                self.squares[*cell][kind] += towards * towards;
                let rate = RATE / (self.squares[*cell][kind].sqrt() + 1.0);
                self.now[*cell][kind] += rate * towards - DECAY * self.now[*cell][kind];
            }
        }
    }
}

#[test]
fn the_weights_are_learned_from_the_lists() {
    let Some(folder) = env::var_os("LISTS").filter(|_| env::var_os("UPDATE").is_some()) else {
        // Without the lists nothing is learned; what the weights do is tested beside.
        return;
    };
    let folder = Path::new(&folder);
    let mut examples: Vec<(String, usize)> = Vec::new();
    for (list, kind) in [("surnames.txt", 1), ("places.txt", 2)] {
        examples.extend(
            every_other(folder, list)
                .into_iter()
                .map(|word| (word, kind)),
        );
    }
    for list in ["words.de.txt", "words.fr.txt", "words.en.txt"] {
        examples.extend(ordinary(folder, list).into_iter().map(|word| (word, 0)));
    }
    let mut weights = Weights::new();
    // A step without a common divisor goes through all of them in an order that is mixed and always the same.
    let step = 7_919;
    for _ in 0..ROUNDS {
        for at in 0..examples.len() {
            let (word, kind) = &examples[at * step % examples.len()];
            weights.take(word, *kind);
        }
    }
    let bytes: Vec<u8> = weights
        .now
        .iter()
        .flatten()
        .map(|weight| ((weight * SCALE).round().clamp(-127.0, 127.0) as i8).cast_unsigned())
        .collect();
    fs::write("src/anonymise/lists/letters.bin", bytes).unwrap();
}
