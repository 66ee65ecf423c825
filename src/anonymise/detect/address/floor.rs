//! Finds what tells one door of a house from another, behind a comma: «Wiesenweg 3, Hinterhof», «12 Mill Lane, 2nd floor».

use super::super::sentence::{Gap, Sentence, Shape, Word};

/// Parts of a house that are named by one word.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "hinterhaus", "hinterhof", "vorderhaus", "seitenflugel", "parterre", "hochparterre", "erdgeschoss", "dachgeschoss",
    "untergeschoss", "souterrain", "eg", "dg", "ug", "og", "rez", "basement",
];

/// Words for a floor or a part of a house, before or behind which stands which one.
#[rustfmt::skip]
const FLOORS: &[&str] = &[
    "stock", "stockwerk", "og", "obergeschoss", "geschoss", "etage", "floor", "batiment", "bat", "escalier", "esc",
    "gebaude", "aufgang", "eingang",
];

/// Which one, in words.
#[rustfmt::skip]
const WHICH: &[&str] = &[
    "erster", "erstes", "erste", "zweiter", "zweites", "zweite", "dritter", "drittes", "dritte", "vierter", "viertes",
    "funfter", "oberster", "premier", "deuxieme", "troisieme", "quatrieme", "dernier", "first", "second", "third", "fourth",
    "ground", "top",
];

/// Where the address ends whose street ends here: behind the floor, if one follows.
pub(super) fn end(sentence: &Sentence, street_end: usize) -> usize {
    let Some(first) = sentence.words.get(street_end) else {
        return street_end;
    };
    let next = sentence.words.get(street_end + 1);
    let next = next.filter(|next| matches!(next.gap, Gap::Space | Gap::Stop));
    let is_floor = |word: &Word| FLOORS.contains(&word.folded.as_str());
    if first.gap != Gap::Comma {
        return street_end;
    }
    if next
        .is_some_and(|next| is_which(first) && is_floor(next) || is_floor(first) && is_letter(next))
    {
        return street_end + 2;
    }
    street_end + usize::from(PARTS.contains(&first.folded.as_str()))
}

/// «2.», «2nd», «zweiter».
fn is_which(word: &Word) -> bool {
    let figures = word.folded.chars().take_while(char::is_ascii_digit).count();
    let ending = word.folded.get(figures..).unwrap_or_default();
    let is_numbered = (1..=2).contains(&figures)
        && matches!(
            ending,
            "" | "st" | "nd" | "rd" | "th" | "e" | "er" | "eme" | "te" | "ter"
        );
    is_numbered || WHICH.contains(&word.folded.as_str())
}

/// «bâtiment C», «escalier 2».
fn is_letter(word: &Word) -> bool {
    let is_article = word.shape == Shape::Small && matches!(word.folded.as_str(), "a" | "y");
    word.folded.chars().count() == 1 && !is_article
}
