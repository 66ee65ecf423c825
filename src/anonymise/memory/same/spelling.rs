//! When two words are one, written otherwise.

use zeroize::Zeroizing;

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
    let letters = |word: &str| Zeroizing::new(word.chars().collect::<Vec<char>>());
    let (one, other) = (letters(one), letters(other));
    let (short, long) = super::by_length(&one, &other);
    let begin = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (
        short.get(begin..).unwrap_or_default(),
        long.get(begin..).unwrap_or_default(),
    );
    match (short, long) {
        ([_, short @ ..], [_, long @ ..]) if short.len() == long.len() => short == long,
        (short, [_, long @ ..]) => short == long,
        _ => false,
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
