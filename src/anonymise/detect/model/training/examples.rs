//! Writes the notes as the network learns them: for each note the number of its words (four bytes), for each word its
//! tag, the number of its signs (a byte each) and the signs (two bytes each).

use super::corpus::Note;
use super::dice::Dice;
use super::names::Lists;
use super::{Example, varied};
use crate::anonymise::detect::evidence::signs;
use crate::language::Language;

/// How many times each note is written, with other names each time.
const ROUNDS: usize = 14;
/// Stands for the tag of a word that may have any.
const ANY: u8 = 255;

/// All rounds, one after the other.
pub(super) fn of(notes: &[(Language, &Note)], lists: &mut Lists) -> Vec<u8> {
    let mut dice = Dice(0x5eed_1234_abcd_0002);
    let mut written = Vec::new();
    for round in 0..ROUNDS {
        for note in notes {
            write(&varied(*note, round, lists, &mut dice), &mut written);
        }
    }
    written
}

fn write(example: &Example, written: &mut Vec<u8>) {
    let evidence = example.evidence();
    written.extend((example.gold.len() as u32).to_le_bytes());
    for (index, gold) in example.gold.iter().enumerate() {
        let mut own: Vec<u16> = Vec::new();
        signs(&evidence, index, |sign| own.push(sign as u16));
        written.push(gold.map_or(ANY, |tag| tag as u8));
        written.push(own.len() as u8);
        written.extend(own.iter().flat_map(|sign| sign.to_le_bytes()));
    }
}
