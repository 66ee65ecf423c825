//! The signs of a word: each by itself, since the network puts them together as it has learned to.
//!
//! A sign is a number that its kind and its value are hashed into. The signs of the words beside it are not among them.

use super::{Evidence, Look, determined, ending, looks, text};
use crate::anonymise::detect::sentence::Word;

/// What the numbers of the kinds begin at; the weights were learned so.
const FIRST_KIND: u32 = 100;
/// The most letters of a word that are looked at three at a time.
const MOST_LETTERS: usize = 14;
/// The longest length of a word that is told.
const LONGEST: usize = 14;
/// How many classes a word can have.
const CLASSES: u64 = 10;

/// Calls `take` with every sign of the word at `index`.
pub(in crate::anonymise::detect) fn signs(
    evidence: &Evidence<'_>,
    index: usize,
    mut take: impl FnMut(u32),
) {
    let looks = looks(evidence.sentence);
    let (Some(word), Some(look)) = (evidence.sentence.words.get(index), looks.get(index)) else {
        return;
    };
    let put = &mut |kind: u32, value: u64| take(hash(FIRST_KIND + kind, value));
    of_the_word(word, look, put);
    of_its_letters(&word.folded, put);
    of_its_place(evidence, index, word, look, put);
}

/// What the lists and its looks say.
fn of_the_word(word: &Word, look: &Look, put: &mut impl FnMut(u32, u64)) {
    let classes = u64::from(word.classes.bits());
    put(1, word.shape as u64);
    for class in (0..CLASSES).filter(|class| classes >> class & 1 == 1) {
        put(4, class);
    }
    put(5, classes);
    put(6, u64::from(word.genitive.bits()));
    put(
        7,
        u64::from(word.is_compound) << 1 | u64::from(word.is_weak_compound),
    );
    let is_function_word = word.facts.is_function_word;
    // Which word it is says something of ordinary words alone; names are told by where they stand.
    if word.is_ordinary() || is_function_word {
        put(8, look.text);
    }
    put(17, look.likeness.person);
    put(18, look.likeness.place);
    put(19, word.verb);
    put(20, look.role);
    put(21, look.trade);
    put(25, look.summary);
    put(
        26,
        u64::from(word.facts.stays) << 1 | u64::from(is_function_word),
    );
}

/// How it begins and ends, and its letters three at a time.
fn of_its_letters(folded: &str, put: &mut impl FnMut(u32, u64)) {
    for length in 2..=5 {
        if let Some(ending) = ending(folded, length) {
            put(9, text(ending));
        }
    }
    let begun = std::iter::once('^').chain(folded.chars());
    let whole = begun.chain(std::iter::once('$'));
    let mut edged = ['$'; MOST_LETTERS + 2];
    let mut count = 0;
    for (place, letter) in edged.iter_mut().zip(whole) {
        *place = letter;
        count += 1;
    }
    let (edged, _) = edged.split_at(count);
    let beginning = edged.iter().skip(1).take(count.saturating_sub(2).min(3));
    put(10, run(beginning));
    put(11, folded.len().min(LONGEST) as u64);
    for three in edged.windows(3) {
        put(30, run(three.iter()));
    }
}

/// Some letters as a number.
fn run<'a>(letters: impl Iterator<Item = &'a char>) -> u64 {
    let numbers = letters.map(|letter| u64::from(u32::from(*letter)));
    numbers.fold(0, |all, number| all << 21 | number)
}

/// Where it stands, and what the rules found there.
fn of_its_place(
    evidence: &Evidence<'_>,
    index: usize,
    word: &Word,
    look: &Look,
    put: &mut impl FnMut(u32, u64),
) {
    /// Behind the last word stands no sign between two.
    const END: u64 = 51;
    /// The rules found nothing.
    const UNTOLD: u64 = 9;
    let sentence = evidence.sentence;
    let at = isize::try_from(index).unwrap_or(0);
    put(
        2,
        (word.shape as u64) << 2 | u64::from(word.begins) << 1 | u64::from(sentence.is_small),
    );
    put(3, evidence.language as u64);
    put(12, word.gap as u64);
    put(13, sentence.at(at + 1).map_or(END, |next| next.gap as u64));
    put(
        14,
        u64::from(word.has_stop) << 1 | u64::from(word.beside_marker),
    );
    let told = evidence.told.get(index).copied().unwrap_or(0);
    put(15, told);
    put(16, told.checked_sub(1).map_or(UNTOLD, |said| said & 3));
    put(22, look.headed);
    put(23, look.times);
    put(24, determined(sentence, at));
}

/// The kind and the value, mixed (FNV-1a) and folded to 32 bits.
fn hash(kind: u32, value: u64) -> u32 {
    let start = 0xcbf2_9ce4_8422_2325 ^ u64::from(kind).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (start ^ value).wrapping_mul(0x0100_0000_01b3);
    let all = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    u32::try_from((all ^ (all >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}
