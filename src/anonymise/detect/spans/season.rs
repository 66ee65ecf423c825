//! Whether a season stands where it says when: «das Haus im Winter warm ist».

use super::super::sentence::{Gap, Sentence, Shape};

/// The seasons, folded.
const SEASONS: &[&str] = &[
    "winter",
    "sommer",
    "fruhling",
    "fruhjahr",
    "herbst",
    "hiver",
    "ete",
    "printemps",
    "automne",
    "summer",
    "spring",
    "autumn",
];

/// What says when, before a season.
#[rustfmt::skip]
const WHEN: &[&str] = &[
    "im", "letzten", "diesen", "nachsten", "jeden", "vorigen", "kommenden", "ganzen", "en", "in", "last", "this", "next", "every",
    "au", "cet", "ce", "chaque",
];

/// Whether the words from `start` to `end` are a season behind such a word, with nothing but small words behind it.
pub(super) fn says_when(sentence: &Sentence, start: usize, end: usize) -> bool {
    let words = sentence.words.get(start..end).unwrap_or_default();
    let before = start.checked_sub(1).and_then(|at| sentence.words.get(at));
    let [season, behind @ ..] = words else {
        return false;
    };
    SEASONS.contains(&season.folded.as_str())
        && season.gap == Gap::Space
        && before.is_some_and(|word| WHEN.contains(&word.folded.as_str()))
        && behind.iter().all(|word| word.shape == Shape::Small)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str, season: &str) -> bool {
        let sentence = Sentence::of(text);
        let start = text.find(season).unwrap();
        let words = sentence.words_in(&(start..start + season.len()));
        says_when(&sentence, words.start, words.end)
    }

    #[test]
    fn a_season_behind_a_word_for_when_names_nobody() {
        assert!(says("dass das Haus im Winter warm ist", "Winter warm"));
        assert!(says("la salle est vide en été", "été"));
        assert!(says("im sommer zu", "sommer"));
        assert!(!says("Herr Winter warnt", "Winter"));
        assert!(!says("die Firma Winter Holzbau", "Winter Holzbau"));
        assert!(!says("im Winter Holzbau", "Winter Holzbau"));
        assert!(!says("Winter war lang", "Winter"));
    }
}
