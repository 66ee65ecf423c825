//! Numbers in names, however they are written: «Third Lane» and «3rd lane», «Quatre Vents» and «4 vents».

use zeroize::Zeroizing;

/// The numbers from one to twelve by their words, in comparison form: how many, then which one in a row.
#[rustfmt::skip]
const WORDS: [(&[&str], &[&str]); 12] = [
    (&["ein", "eins", "one"], &["erste", "erster", "erstes", "premier", "premiere", "first"]),
    (&["zwei", "deux", "two"], &["zweite", "zweiter", "zweites", "deuxieme", "second", "seconde"]),
    (&["drei", "trois", "three"], &["dritte", "dritter", "drittes", "troisieme", "third"]),
    (&["vier", "quatre", "four"], &["vierte", "vierter", "viertes", "quatrieme", "fourth"]),
    (&["funf", "fuenf", "cinq", "five"], &["funfte", "funfter", "funftes", "cinquieme", "fifth"]),
    (&["sechs", "six"], &["sechste", "sechster", "sechstes", "sixieme", "sixth"]),
    (&["sieben", "sept", "seven"], &["siebte", "siebter", "siebtes", "septieme", "seventh"]),
    (&["acht", "huit", "eight"], &["achte", "achter", "achtes", "huitieme", "eighth"]),
    (&["neun", "neuf", "nine"], &["neunte", "neunter", "neuntes", "neuvieme", "ninth"]),
    (&["zehn", "dix", "ten"], &["zehnte", "zehnter", "zehntes", "dixieme", "tenth"]),
    (&["elf", "onze", "eleven"], &["elfte", "elfter", "elftes", "onzieme", "eleventh"]),
    (&["zwolf", "zwoelf", "douze", "twelve"], &["zwolfte", "zwolfter", "zwolftes", "douzieme", "twelfth"]),
];

/// What stands behind the figure of one in a row.
const ENDINGS: [&str; 9] = ["st", "nd", "rd", "th", "e", "er", "ere", "eme", "te"];

/// Whether two different words are the same number, one of them in figures.
pub(super) fn is_same_number(one: &str, other: &str) -> bool {
    let has_figure = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    has_figure(one) != has_figure(other)
        && number(one).is_some_and(|found| number(other) == Some(found))
}

/// Which number it is, and whether it says which one in a row.
fn number(word: &str) -> Option<(usize, bool)> {
    let figures = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    if let Ok(count) = figures.parse() {
        let ending = word.get(figures.len()..).unwrap_or_default();
        let is_one_in_a_row = ENDINGS.contains(&ending);
        return (ending.is_empty() || is_one_in_a_row).then_some((count, is_one_in_a_row));
    }
    let word = Zeroizing::new(word.replace("oe", "o").replace("ue", "u"));
    WORDS
        .iter()
        .zip(1..)
        .find_map(|((counts, in_a_row), number)| {
            let is_count = counts.contains(&word.as_str());
            (is_count || in_a_row.contains(&word.as_str())).then_some((number, !is_count))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_figures_is_the_same_in_words() {
        for (one, other) in [
            ("3rd", "third"),
            ("4", "quatre"),
            ("2e", "deuxieme"),
            ("funf", "5"),
            ("12", "zwoelf"),
        ] {
            assert!(
                is_same_number(one, other) && is_same_number(other, one),
                "{one}, {other}"
            );
        }
        for (one, other) in [
            ("3", "third"),
            ("4", "cinq"),
            ("two", "deux"),
            ("2a", "zwei"),
            ("3", "3rd"),
        ] {
            assert!(!is_same_number(one, other), "{one}, {other}");
        }
    }
}
