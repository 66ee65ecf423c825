//! Finds what tells one door from another: floors, flats, buildings and gates. «Wiesenweg 3, Hinterhof», «12 Mill Lane, 2nd
//! floor», «Turm C, 11. Etage, Zeisigring 5».

use std::ops::Range;

use super::super::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::word_list::WordList;

/// Parts of a house that are named by one word.
#[rustfmt::skip]
static ALONE: WordList = WordList::of(&[
    "hinterhaus", "hinterhof", "vorderhaus", "seitenflugel", "parterre", "hochparterre", "erdgeschoss", "dachgeschoss",
    "untergeschoss", "souterrain", "eg", "dg", "ug", "og", "rez", "rdc", "rdj", "basement", "entresol", "mezzanine",
    "zwischengeschoss", "ruckgebaude", "rueckgebaude", "nebengebaude", "hofgebaude", "seiteneingang", "nebeneingang",
    "hintereingang", "lieferanteneingang", "dachwohnung", "gartenhaus", "baghuset", "rearyard", "attika", "kld",
]);

/// Words for a floor, before or behind which stands which one.
#[rustfmt::skip]
static FLOORS: WordList = WordList::of(&[
    "stock", "stockwerk", "stk", "og", "obergeschoss", "geschoss", "etage", "et", "floor", "flr", "fl", "niveau", "piano",
    "verd", "verdieping", "sal", "np", "pietro", "stiege", "tv", "th", "sous",
]);

/// Words for a part of a house or an estate, behind which stands which one.
#[rustfmt::skip]
static PARTS: WordList = WordList::of(&[
    "batiment", "bat", "escalier", "esc", "gebaude", "geb", "lagergebaude", "aufgang", "eingang", "haus", "hs", "halle",
    "hall", "hangar", "block", "bloc", "blok", "blk", "trakt", "turm", "tower", "tor", "gate", "porte", "portail", "portillon",
    "poort", "stiege", "stg", "top", "tur", "tuer", "whg", "wohnung", "app", "appartement", "appart", "appt", "apt",
    "apartment", "flat", "zimmer", "zi", "raum", "buro", "local", "bureau", "unit", "lot", "los", "parzelle", "building",
    "bldg", "gebouw", "bau", "wing", "aile", "vleugel", "flugel", "rampe", "quai", "suite", "studio", "room", "salle", "door",
    "cage", "entree", "corps", "pavillon", "baracke", "hus", "scala", "interno", "capannone", "klatka", "lokal", "maison",
    "villa", "box", "boite", "bte", "voie", "darse", "pier", "kai", "loft", "annexe", "guichet", "level", "sektor", "secteur",
    "port", "shed", "objekt", "magasin", "gleis",
]);

/// Sides, which may stand for which one: «aile Nord», «rampe links».
#[rustfmt::skip]
const SIDES: &[&str] = &[
    "nord", "sud", "ost", "west", "est", "ouest", "links", "rechts", "mitte", "gauche", "droite", "left", "right", "north",
    "south", "east", "rear", "front", "inferieur", "superieur", "noord", "zuid", "oost", "sx", "dx", "hinten", "vorne",
];

/// Which one, in words.
#[rustfmt::skip]
const WHICH: &[&str] = &[
    "erster", "erstes", "erste", "zweiter", "zweites", "zweite", "dritter", "drittes", "dritte", "vierter", "viertes",
    "funfter", "oberster", "premier", "deuxieme", "troisieme", "quatrieme", "dernier", "first", "second", "third", "fourth",
    "ground", "top", "st",
];

/// Where the address ends that so far ends here: behind the parts of a house that follow.
pub(super) fn end(text: &str, sentence: &Sentence, start: usize) -> usize {
    let mut end = start;
    while let Some(next) = next(text, sentence, end) {
        end = next;
    }
    end
}

/// Where a part of a house ends that follows here, behind a comma or at once.
fn next(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    match sentence.words.get(at)?.gap {
        // «rue de la Clef 7, à l'entresol», «…, im Hinterhof».
        Gap::Comma => part(text, sentence, behind_joints(sentence, at)),
        Gap::Slash => part(text, sentence, at),
        // «hauptstr. 17 hs. b»: a part without its number may be what the sentence goes on with.
        Gap::Space => told(text, sentence, at),
        _ => None,
    }
}

/// Skips «à l'», «im», «in der» before a part that is named by one word.
fn behind_joints(sentence: &Sentence, at: usize) -> usize {
    let is_joint = |word: &&Word| {
        word.shape == Shape::Small && matches!(word.folded.as_str(), "a" | "au" | "l" | "im")
    };
    let joints = sentence.words.iter().skip(at).take(2).take_while(is_joint);
    let first = at + joints.count();
    let is_part = |word: &Word| ALONE.has(&word.folded);
    if sentence.words.get(first).is_some_and(is_part) {
        first
    } else {
        at
    }
}

/// Where the part of a house begins that stands before a street, behind which a comma is: «whg 12, im rossfeld 8».
pub(super) fn start(text: &str, sentence: &Sentence, street: usize, earliest: usize) -> usize {
    /// How many words such a part has at most: «11. Etage links».
    const MOST_WORDS: usize = 4;
    let mut start = street;
    loop {
        let is_comma = |word: &Word| word.gap == Gap::Comma;
        if !sentence.words.get(start).is_some_and(is_comma) {
            return start;
        }
        let before = (1..=MOST_WORDS).filter_map(|back| start.checked_sub(back));
        let mut before = before.take_while(|first| *first >= earliest);
        match before.find(|first| told(text, sentence, *first) == Some(start)) {
            Some(first) => start = first,
            None => return start,
        }
    }
}

/// Where a part of a house ends that begins here and says which one it is.
pub(super) fn told(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    part(text, sentence, at).filter(|end| *end > at + 1)
}

/// Where a part of a house ends that begins here.
pub(super) fn part(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    let end = floor(sentence, at)
        .or_else(|| numbered(text, sentence, at))
        .or_else(|| {
            let first = sentence.words.get(at)?;
            ALONE.has(&first.folded).then_some(at + 1)
        })?;
    // «2. Stock links».
    let is_side = |word: &Word| word.gap == Gap::Space && SIDES.contains(&word.folded.as_str());
    Some(end + usize::from(sentence.words.get(end).is_some_and(is_side)))
}

/// The word that goes with the one before it, without a comma between.
fn beside(sentence: &Sentence, at: usize) -> Option<&Word> {
    let word = sentence.words.get(at)?;
    let is_beside = matches!(word.gap, Gap::Space | Gap::Stop | Gap::Hyphen | Gap::Other);
    is_beside.then_some(word)
}

/// «2. OG», «top floor», «2e sous-sol».
fn floor(sentence: &Sentence, at: usize) -> Option<usize> {
    let which = sentence.words.get(at)?;
    let floor = beside(sentence, at + 1)?;
    let is_below = sentence
        .words
        .get(at + 2)
        .is_some_and(|word| word.gap == Gap::Hyphen && word.folded.as_str() == "sol");
    (is_which(which) && FLOORS.has(&floor.folded)).then_some(at + 2 + usize::from(is_below))
}

/// «Halle 3», «bloc C», «Zimmer Nr. 3.07», «wing west».
fn numbered(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    /// The most digits of a floor behind its word.
    const MOST_DIGITS: usize = 2;
    let part = sentence.words.get(at)?;
    let is_part = PARTS.has(&part.folded);
    if !is_part && !FLOORS.has(&part.folded) {
        return None;
    }
    let next = beside(sentence, at + 1)?;
    if SIDES.contains(&next.folded.as_str()) && next.gap == Gap::Space {
        return Some(at + 2);
    }
    let has_sign = matches!(next.folded.as_str(), "nr" | "no" | "n");
    let number = at + 1 + usize::from(has_sign);
    let designator = sentence.words.get(number)?;
    let is_short = is_part || designator.span.len() <= MOST_DIGITS;
    (is_short && is_designator(text, sentence, designator, number))
        .then(|| designator_end(text, sentence, number + 1))
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

/// «C», «4b», «II», «14», «118».
fn is_designator(text: &str, sentence: &Sentence, word: &Word, at: usize) -> bool {
    /// The most signs of a number of a door.
    const LONGEST: usize = 4;
    let letters = text.get(word.span.clone()).unwrap_or_default();
    let ends = sentence
        .words
        .get(at + 1)
        .is_none_or(|behind| behind.gap != Gap::Space);
    match word.shape {
        Shape::Digits => {
            letters.len() <= LONGEST && letters.starts_with(|sign: char| sign.is_ascii_digit())
        }
        Shape::Initial => true,
        Shape::Capitals => matches!(letters, "II" | "III" | "IV" | "VI" | "VII"),
        Shape::Small => {
            letters.chars().count() == 1 && (ends || !matches!(letters, "a" | "y" | "à"))
        }
        _ => false,
    }
}

/// Where «3.14», «b/c», «12/c» end behind their first word.
fn designator_end(text: &str, sentence: &Sentence, start: usize) -> usize {
    let is_part = |(back, word): &(usize, &Word)| {
        let at = start + back;
        let touches = at
            .checked_sub(1)
            .and_then(|before| sentence.words.get(before))
            .is_some_and(|before| before.span.end + 1 == word.span.start);
        touches
            && matches!(word.gap, Gap::Slash | Gap::Hyphen | Gap::Stop)
            && is_designator(text, sentence, word, at)
    };
    let further = sentence.words.iter().skip(start).enumerate();
    start + further.take_while(is_part).count()
}

/// Two doors or more, one behind the other, tell a place without its street: «Pavillon 4, rez, local 12».
pub(super) fn several(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = told(text, sentence, at)?;
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    sentence.words.get(first).filter(|word| is_comma(word))?;
    let end = end(text, sentence, first);
    (end > first).then_some(at..end)
}
