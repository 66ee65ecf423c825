//! What the letters of a word say: whether it looks like a surname or a place rather than an ordinary word.
//!
//! Names that stand in no list are still built like names: «Hofstettner», «Quéméneur». Each run of two to five letters
//! has two small weights, learned from the lists by logistic regression; what they add up to is told to the model. The
//! table is read where it lies. Keeps out: what stands around the word.

#[cfg(test)]
mod learning;

/// The weights: for each cell one for persons and one for places, against ordinary words.
static WEIGHTS: &[u8] = include_bytes!("../lists/letters.bin");

/// How many cells the runs of letters are hashed into, as a power of two.
const CELLS: u32 = 1 << 15;
/// What a weight of one is in the table.
const SCALE: f32 = 32.0;
/// The lengths of runs, with the edges of the word.
const SHORTEST: usize = 2;
const LONGEST: usize = 5;

/// How a word looks by its letters, in steps from 0 (like no name) to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Likeness {
    /// As a surname.
    pub(super) person: u64,
    /// As a place.
    pub(super) place: u64,
}

/// How a folded word looks.
pub(super) fn likeness(folded: &str) -> Likeness {
    let (mut person, mut place) = (0, 0);
    runs(folded, |cell| {
        if let Some([one, other]) = WEIGHTS.get(2 * cell..2 * cell + 2) {
            person += i32::from(one.cast_signed());
            place += i32::from(other.cast_signed());
        }
    });
    Likeness {
        person: step(person),
        place: step(place),
    }
}

/// A sum of weights as one of nine steps: the logarithm of the odds, cut off at four.
fn step(sum: i32) -> u64 {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the sum of some hundred bytes, then a number from 0 to 8"
    )]
    let step = (sum as f32 / SCALE + 4.0).round().clamp(0.0, 8.0) as u64;
    step
}

/// Calls `take` with the cell of each run of letters.
fn runs(folded: &str, mut take: impl FnMut(usize)) {
    let edged: Vec<u8> = std::iter::once(b'^')
        .chain(folded.bytes())
        .chain(std::iter::once(b'$'))
        .collect();
    for start in 0..edged.len() {
        let mut hash = 0x811c_9dc5_u32;
        for (length, byte) in (1..=LONGEST).zip(edged.iter().skip(start)) {
            hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
            if length >= SHORTEST {
                let mixed = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
                take(((mixed ^ (mixed >> 17)) % CELLS) as usize);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn invented_names_look_more_like_names_than_words_do() {
        for (name, word) in [
            ("Hofstettler", "Haftungsfrage"),
            ("Brandenegger", "Brandmeldung"),
            ("Perrinoud", "permanence"),
            ("Wyszkowska", "wyrównanie"),
        ] {
            assert!(
                likeness(&fold(name)).person > likeness(&fold(word)).person,
                "{name}, {word}"
            );
        }
        assert!(likeness("oberwinterhausen").place > likeness("uberwinterung").place);
    }

    #[test]
    fn a_word_of_any_length_has_a_likeness() {
        for word in ["", "a", "ab", &"x".repeat(10_000)] {
            assert!(likeness(word).person <= 8);
        }
    }
}
