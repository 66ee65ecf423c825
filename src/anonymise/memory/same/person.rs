//! When two names are those of the same person.

use zeroize::Zeroizing;

use super::spelling::{is_alike, is_stump};
use super::{Words, by_length, pet};
use crate::anonymise::{detect, lexicon};

/// The fewest letters of a given name that are left in a pet form of it.
const FEWEST_OF_GIVEN: usize = 3;
/// The same of a surname.
const FEWEST_OF_SURNAME: usize = 4;

/// «Anna Keller», «Keller», «A. Keller», «A. K.», «Kellers» may be one; «Beat Keller» is another.
pub(super) fn is_same(one: &Words, other: &Words) -> bool {
    let (left, right) = (own(one), own(other));
    let (short, long) = by_length(&left, &right);
    match short {
        [] => false,
        [only] if only.chars().count() == 1 => {
            long.iter().any(|word| word.starts_with(only.as_str()))
        }
        [only] => {
            // «Schmid» is not «S. R.»: an initial stands for a whole name only where the rest fits too.
            let whole = |word: &&String| word.chars().count() > 1;
            long.iter()
                .filter(whole)
                .any(|word| is_alike(only, word) || is_stump(only, word) || is_stump(word, only))
                || long.len() > 1 && long.first().is_some_and(|first| is_short_for(only, first))
                || is_first_letters(only, long)
                || long
                    .iter()
                    .any(|word| is_pet_name(only, word, FEWEST_OF_SURNAME))
                || are_initials(only, if left.len() > 1 { one } else { other })
        }
        [first, .., last] => {
            // The surname of the longer may stand before its last part: «Keller-Vogt», «Keller, Anna».
            let given = long.iter().any(|word| is_given_alike(first, word))
                || is_first_letters(first, long);
            let surname = long.iter().skip(1).any(|word| is_surname_alike(last, word));
            given && surname
                || is_alike(first, long.last().map_or("", String::as_str))
                    && is_alike(last, long.first().map_or("", String::as_str))
        }
    }
}

/// Whether both are whole names and differ in their first words: «Toni Zihlmann» and «Flurina Zihlmann».
pub(super) fn is_other(one: &Words, other: &Words) -> bool {
    let (left, right) = (own(one), own(other));
    let are_whole = left.len() > 1 && right.len() > 1;
    are_whole && !is_thing_of(&left, &right) && !is_thing_of(&right, &left) && !is_same(one, other)
}

/// Whether a name is somebody's surname with an ordinary word behind it, as «Zihlmann Optik» beside «Toni Zihlmann»; or the
/// surname twice.
fn is_thing_of(own: &[String], person: &[String]) -> bool {
    let ([first, .., last], Some(surname)) = (own, person.last()) else {
        return false;
    };
    let is_thing = last.chars().count() > 2
        && detect::is_ordinary(last)
        && !detect::is_surname(last)
        && !detect::is_given(last);
    first == last || first == surname && !detect::is_given(first) && is_thing
}

/// The words of a name that are somebody's own.
fn own(words: &Words) -> Zeroizing<Vec<String>> {
    // «M. Demirbaşlı» is «Monsieur» where it stands alone before a surname.
    let is_mister = |at: usize, word: &str| at == 0 && word == "m" && words.len() > 1;
    let own = words
        .iter()
        .enumerate()
        .filter(|(at, word)| !is_mister(*at, word))
        .map(|(_, word)| word)
        .filter(|word| {
            word.len() == 1 || !lexicon::is_title(word) && !lexicon::is_function_word(word)
        })
        .map(|word| word.to_string());
    Zeroizing::new(own.collect())
}

/// The same given name, its first letters («Nic Weydert»), or a pet form of it, where the surname is there too.
fn is_given_alike(one: &str, other: &str) -> bool {
    is_alike(one, other)
        || is_beginning(one, other)
        || is_beginning(other, one)
        || is_pet_name(one, other, FEWEST_OF_GIVEN)
        || is_pet_name(other, one, FEWEST_OF_GIVEN)
        || is_pet_form(one, other)
}

/// «Köbi» and «Jakob», in whichever order.
fn is_pet_form(one: &str, other: &str) -> bool {
    pet::is_form_of(one, other) || pet::is_form_of(other, one)
}

/// «hp» of «Hans-Peter Keller»: the first letters of two given names, where a surname stands behind them.
fn is_first_letters(short: &str, long: &[String]) -> bool {
    let [first, second, _, ..] = long else {
        return false;
    };
    let mut letters = short.chars();
    let (one, other) = (letters.next(), letters.next());
    one.is_some()
        && other.is_some()
        && letters.next().is_none()
        && one == first.chars().next()
        && other == second.chars().next()
        && !detect::is_ordinary(short)
}

/// The same surname or its first letters («Ueli Sch.»), where the given name is there too.
fn is_surname_alike(one: &str, other: &str) -> bool {
    /// The most letters of a surname that is only begun.
    const MOST_LETTERS: usize = 3;
    let is_begun =
        |short: &str, long: &str| short.chars().count() <= MOST_LETTERS && long.starts_with(short);
    is_alike(one, other)
        || is_begun(one, other)
        || is_begun(other, one)
        || is_stump(one, other)
        || is_stump(other, one)
}

/// «Inge» for «Ingeborg», but not «Martin» for «Martina».
fn is_beginning(short: &str, long: &str) -> bool {
    long.starts_with(short) && long.chars().count() >= short.chars().count() + 2
}

/// «Ludo» for «Ludovic», «Manni» for «Manfred», «Lene» for «Helene».
fn is_short_for(short: &str, long: &str) -> bool {
    (3..=5).contains(&short.chars().count()) && is_beginning(short, long)
        || is_pet_name(short, long, FEWEST_OF_GIVEN)
}

/// «Manni» for «Manfred», «Ferdl» for «Ferdinand», «Lene» for «Helene», «Windi» for «Windler»; not «Marti», which is a surname.
fn is_pet_name(short: &str, long: &str, fewest: usize) -> bool {
    const ENDINGS: [char; 4] = ['i', 'y', 'l', 'e'];
    if detect::is_surname(short) || long.chars().count() <= short.chars().count() {
        return false;
    }
    let end = short.chars().count() > fewest && long.ends_with(short);
    let Some(stem) = short.strip_suffix(ENDINGS) else {
        return end;
    };
    let stem = match stem.chars().rev().collect::<Vec<char>>().as_slice() {
        [last, before, ..] if last == before => stem.strip_suffix(*last).unwrap_or(stem),
        _ => stem,
    };
    end || stem.chars().count() >= fewest && long.starts_with(stem)
}

/// «DKN» for «Dorothee Kestenholtz-Ngoma», `TdlM` for «Tanguy de la Morinerie».
pub(super) fn are_initials(short: &str, name: &Words) -> bool {
    /// The fewest and the most letters.
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
    let initials: String = name.iter().filter_map(|word| word.chars().next()).collect();
    name.len() > 1
        && LETTERS.contains(&short.chars().count())
        && short == initials
        && !detect::is_ordinary(short)
}
