//! Whether two names are those of the same town.

use zeroize::Zeroizing;

use super::spelling::{is_misspelt, is_stump};
use super::{Words, exonym, is_unlisted, letters};

/// «Saint-Ursanne» and «St-Ursanne», «Lahr» and «Lahrer», «Basel» and «Bâle», «Budweis» and what is made in «České
/// Budějovice», too.
pub(super) fn is_same(one: &Words, other: &Words) -> bool {
    let (written, otherwise) = (letters(one), letters(other));
    // «Zorvexheim» is no beginning of a word in «Zorvexheim am Main».
    let is_as_long = one.len() == other.len();
    let (one, other) = (town(one), town(other));
    let is_of = |longer: &str, shorter: &str| {
        let mut names = exonym::of(shorter).iter();
        is_adjective_of(longer, shorter)
            || names.any(|name| longer == *name || is_adjective_of(longer, name))
    };
    *one == *other
        || is_of(&one, &other)
        || is_of(&other, &one)
        || is_misspelt(&written, &otherwise)
        || is_as_long && (is_stump(&written, &otherwise) || is_stump(&otherwise, &written))
}

/// Whether two names cannot be those of the same town, whatever else one is called: at least one has what tells it from others
/// of its name, and the other is not what is left of it without that. «Freiburg im Breisgau» is not «Freiburg im Üechtland»,
/// and «Neuenburg am Rhein» not «Neuchâtel».
pub(super) fn is_other(one: &Words, other: &Words) -> bool {
    let has_addition = |town: &Words| without_addition(town).len() < town.len();
    (has_addition(one) || has_addition(other))
        && letters(one) != letters(other)
        && !is_same(one, other)
        && !is_town_with_addition(one, other)
}

/// «Weil» of «Weil am Rhein», «Säckinger» of «Bad Säckingen»: a town without what tells it from others of its name. In another
/// language, or with a slip, it may be another one.
pub(super) fn is_town_with_addition(one: &Words, other: &Words) -> bool {
    is_left_of(one, other) || is_left_of(other, one)
}

/// The same of which the first is the one without an addition: of whom «Rheinfelden» was said before, «Rheinfelden im Aargau» may
/// be another.
pub(super) fn is_left_of(bare: &Words, whole: &Words) -> bool {
    let left = without_addition(whole);
    let (bare_town, town) = (town(bare), town(left));
    left.len() < whole.len()
        && without_addition(bare).len() == bare.len()
        && (*bare_town == *town || is_adjective_of(&bare_town, &town))
}

/// The words of a town without «Bad» before it and without the river or the region behind it.
fn without_addition(town: &Words) -> &Words {
    const BEHIND: [&str; 18] = [
        "am", "an", "auf", "bei", "i", "im", "in", "ob", "a", "d", "en", "le", "la", "les", "sous",
        "sur", "on", "upon",
    ];
    let town = match town {
        [bad, rest @ ..] if !rest.is_empty() && bad.as_str() == "bad" => rest,
        _ => town,
    };
    let own = town.iter().skip(1);
    let length = own
        .take_while(|word| !BEHIND.contains(&word.as_str()))
        .count();
    town.get(..=length).unwrap_or(town)
}

/// «Grenzacher», which looked like somebody, and «Grenzach»; but «Basler» is a surname.
pub(super) fn is_of_town(one: &str, other: &str) -> bool {
    let is_of = |longer: &str, shorter: &str| {
        longer.ends_with("er") && is_adjective_of(longer, shorter) && is_unlisted(longer)
    };
    is_of(one, other) || is_of(other, one)
}

/// «Gemeinde Meiningen» and «Meiningen»: who writes so means the town either way.
pub(super) fn is_town_of(one: &Words, other: &Words) -> bool {
    const TOWNS: [&str; 7] = [
        "gemeinde", "stadt", "dorf", "ville", "commune", "village", "town",
    ];
    let name = |words: &Words| match words {
        [town, name @ ..] if !name.is_empty() && TOWNS.contains(&town.as_str()) => letters(name),
        _ => letters(words),
    };
    *name(one) == *name(other)
}

/// The letters of a town as they are compared: «Offenbourg» like «Offenburg», «Saint-Ursanne» like «St-Ursanne».
pub(in crate::anonymise::memory) fn town(words: &Words) -> Zeroizing<String> {
    let letters = saint(letters(words));
    match letters.strip_suffix("bourg") {
        Some(stem) => Zeroizing::new(format!("{stem}burg")),
        None => letters,
    }
}

/// «St-Ursanne» like «Saint-Ursanne», «St. Gallen» like «Sankt Gallen»: the letters with the word cut short.
fn saint(letters: Zeroizing<String>) -> Zeroizing<String> {
    let rest = ["sankt", "saint"]
        .iter()
        .find_map(|saint| letters.strip_prefix(saint));
    match rest {
        Some(rest) => Zeroizing::new(format!("st{rest}")),
        None => letters,
    }
}

/// «Lahrer», «lahrois» and «Lahr», «Karlsruher» and «Karlsruhe», «Reutlinger» and «Reutlingen», «Basler» and «Basel».
fn is_adjective_of(longer: &str, shorter: &str) -> bool {
    const ENDINGS: [&str; 18] = [
        "s", "r", "er", "ern", "ers", "erin", "erinnen", "erisch", "ois", "oise", "oises", "ais",
        "aise", "ien", "ienne", "in", "ine", "ian",
    ];
    /// Of towns that end with «en», «el» or «eln», and what is left of that in the adjective.
    const SHORTENED: [(&str, &str); 4] = [("en", ""), ("en", "n"), ("el", "l"), ("eln", "el")];
    const GERMAN: [&str; 5] = ["er", "ern", "ers", "erin", "erinnen"];
    let is_shortened = |(end, left): (&str, &str)| {
        let stem = shorter.strip_suffix(end).filter(|stem| stem.len() >= 3);
        let ending = stem.and_then(|stem| longer.strip_prefix(stem)?.strip_prefix(left));
        ending.is_some_and(|ending| GERMAN.contains(&ending))
    };
    let stems = [Some(shorter), shorter.strip_suffix(['e', 's'])];
    let mut stems = stems.into_iter().flatten().filter(|stem| stem.len() >= 3);
    stems.any(|stem| {
        longer.strip_prefix(stem).is_some_and(|ending| {
            ENDINGS.contains(&ending) || ENDINGS.contains(&ending.trim_start_matches('e'))
        })
    }) || SHORTENED.into_iter().any(is_shortened)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::memory::folded_words;

    #[track_caller]
    fn are(same: bool, names: &[(&str, &str)]) {
        for (one, other) in names {
            let (left, right) = (folded_words(one), folded_words(other));
            assert_eq!(is_same(&left, &right), same, "{one} / {other}");
            assert_eq!(is_same(&right, &left), same, "{other} / {one}");
        }
    }

    #[test]
    fn a_saint_is_one_however_short_the_word_is() {
        are(
            true,
            &[
                ("St-Ursanne", "Saint-Ursanne"),
                ("St. Gallen", "Sankt Gallen"),
            ],
        );
        are(false, &[("St-Ursanne", "Saint-Imier")]);
    }

    #[test]
    fn a_town_is_known_by_its_adjective_and_in_the_other_language() {
        are(
            true,
            &[
                ("Reutlinger", "Reutlingen"),
                ("Basler", "Basel"),
                ("Dresdner", "Dresden"),
                ("Bremer", "Bremen"),
                ("Düppeler", "Düppeln"),
                ("Lahrer", "Lahr"),
                ("Delsberg", "Delémont"),
                ("České Budějovice", "Budweiser"),
                ("Mülhauser", "Mulhouse"),
                ("strasbourg", "Straßburger"),
                ("Hüningen", "Huningue"),
                ("zorvex.", "Zorvexilly"),
                ("Offenbourg", "Offenburg"),
            ],
        );
        are(
            false,
            &[
                ("Freiburg", "Fribourg"),
                ("Görlitz", "Zgorzelec"),
                ("Saarburg", "Sarrebourg"),
                ("Laufen", "Laufenburg"),
                ("Baden", "Badenweiler"),
            ],
        );
    }

    #[test]
    fn a_town_is_known_without_what_tells_it_from_others() {
        let is = |one: &str, other: &str| {
            let (one, other) = (folded_words(one), folded_words(other));
            is_town_with_addition(&one, &other)
        };
        for (short, long) in [
            ("Weil", "Weil am Rhein"),
            ("Säckinger", "Bad Säckingen"),
            ("audun", "Audun-le-Tiche"),
            ("Stratford", "Stratford-upon-Avon"),
        ] {
            assert!(is(short, long) && is(long, short), "{short}, {long}");
        }
        for (one, other) in [
            ("Frankfurt am Main", "Frankfurt an der Oder"),
            ("Weil", "Lauf an der Pegnitz"),
            ("Rhein", "Weil am Rhein"),
            ("Neuchâtel", "Neuenburg am Rhein"),
            ("Laufon", "Laufen am Inn"),
        ] {
            assert!(!is(one, other), "{one}, {other}");
        }
    }
}
