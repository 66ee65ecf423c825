//! When two words are one, written otherwise.

use super::numeral::is_same_number;
use crate::anonymise::detect;

/// The fewest letters of a word in which one letter may be wrong.
const FEWEST_LETTERS_OF_SLIP: usize = 6;
/// The fewest letters that stand for a longer word by themselves.
const FEWEST_LETTERS_OF_STUMP: usize = 4;

/// The same word, its genitive, its initial, or the same with a slip.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let genitive = |longer: &str, shorter: &str| longer.strip_suffix('s') == Some(shorter);
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == other
        || is_one_umlaut(one, other)
        || genitive(one, other)
        || genitive(other, one)
        || initial(one, other)
        || initial(other, one)
        || is_misspelt(one, other)
        || is_same_number(one, other)
}

/// «Baer» and «Bär», which is folded to «bar»: the same but for how its umlauts are written.
fn is_one_umlaut(one: &str, other: &str) -> bool {
    one.len() != other.len()
        && one.chars().next() == other.chars().next()
        && super::without_umlauts(one).as_str() == super::without_umlauts(other).as_str()
}

/// Whether one letter more, less or another makes one word the other, and the lists do not know both.
pub(super) fn is_misspelt(one: &str, other: &str) -> bool {
    let (left, right) = (one.chars().count(), other.chars().count());
    left.max(right) >= FEWEST_LETTERS_OF_SLIP
        && left.abs_diff(right) <= 1
        && one != other
        && is_a_letter_apart(one, other)
        && !(detect::is_listed(one) && detect::is_listed(other))
}

/// Whether two different words become one by one letter put in, left out or exchanged.
fn is_a_letter_apart(one: &str, other: &str) -> bool {
    let letters = |word: &str| word.chars().count();
    let (short, long) = if letters(one) <= letters(other) {
        (one, other)
    } else {
        (other, one)
    };
    let (mut short_rest, mut long_rest) = (short.chars(), long.chars());
    loop {
        let (before, of_short, of_long) = (short_rest.clone(), short_rest.next(), long_rest.next());
        if of_long.is_none() {
            return false;
        }
        if of_short != of_long {
            return if letters(short) == letters(long) {
                short_rest.as_str() == long_rest.as_str()
            } else {
                before.as_str() == long_rest.as_str()
            };
        }
    }
}

/// «Kołodz.» for «Kołodziejczak», «Handwerksförd.» for «Handwerksförderung»: the beginning of a word, and no word; but
/// «Fehrlin» is not «Fehrlinger».
pub(super) fn is_stump(short: &str, long: &str) -> bool {
    const ENDINGS_OF_SURNAMES: [&str; 9] =
        ["er", "ger", "inger", "mann", "li", "in", "en", "el", "ski"];
    let letters = short.chars().count();
    letters >= FEWEST_LETTERS_OF_STUMP
        && long.chars().count() >= letters + 2
        && long
            .strip_prefix(short)
            .is_some_and(|rest| !ENDINGS_OF_SURNAMES.contains(&rest))
        && !detect::is_listed(short)
        && !detect::is_ordinary(short)
}
