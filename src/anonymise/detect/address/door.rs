//! Finds what tells one door from another: floors, flats, buildings and gates. «Wiesenweg 3, Hinterhof», «12 Mill Lane, 2nd
//! floor», «Turm C, 11. Etage, Zeisigring 5».

use std::ops::Range;

use super::super::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::lexicon;
use crate::anonymise::word_list::WordList;

/// Parts of a house that are named by one word.
static ALONE: WordList = WordList::of("
    hinterhaus hinterhof vorderhaus seitenflugel parterre hochparterre erdgeschoss dachgeschoss untergeschoss
    souterrain eg dg ug og rez rdc rdj basement entresol mezzanine zwischengeschoss ruckgebaude rueckgebaude
    nebengebaude hofgebaude seiteneingang nebeneingang hintereingang lieferanteneingang dachwohnung gartenhaus
    baghuset rearyard attika kld wirtschaftsgebaude hauptgebaude haupthaus westflugel ostflugel nordflugel sudflugel
");

/// Words for a floor, before which stands which one.
static FLOORS: WordList = WordList::of(
    "stock stockwerk og obergeschoss geschoss etage floor flr piano verd verdieping pietro stiege",
);

/// The same where nothing but a comma follows: they are as well other words.
const SHORT_FLOORS: &[&str] = &["et", "th", "tv", "sal", "np", "fl", "stk", "flat"];

/// Words for what lies in a house, behind which stands which one.
static DOORS: WordList = WordList::of("
    tur tuer whg wohnung zimmer zi raum salle room porte local bureau buro guichet appartement appart appt apt
    apartment flat door aufgang eingang escalier esc stiege stg aile wing flugel vleugel trakt suite etage stock floor
    stair staircase entrance entree interno klatka pokoj pok cage annexe boite bte lab labor lift rm lvl ascenseur
");

/// Words for a part of a house or an estate, behind which stands which one.
static PARTS: WordList = WordList::of("
    batiment bat gebaude geb lagergebaude haus hs halle hall hangar block bloc blok blk turm tower tor gate portail
    portillon poort top app unit lot los parzelle building bldg gebouw bau rampe quai studio corps pavillon baracke
    hus scala capannone lokal maison villa box voie darse pier kai loft level niveau sektor secteur port shed objekt
    magasin gleis porta lagerh lagerhalle hal werkstor werktor
");

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
    "ground", "top",
];

/// Where the address ends that so far ends here: behind the parts of a house that follow.
pub(super) fn end(text: &str, sentence: &Sentence, start: usize) -> usize {
    /// How many parts are told at most.
    const MOST_PARTS: usize = 6;
    let mut end = start;
    for _ in 0..MOST_PARTS {
        match next(text, sentence, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// Whether a floor or what lies in a house follows here behind a comma: it makes what stands before an address.
pub(super) fn is_of_house(text: &str, sentence: &Sentence, at: usize) -> bool {
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    if !sentence.words.get(at).is_some_and(is_comma) {
        return false;
    }
    let at = behind_joints(sentence, at);
    let is_word = |list: &WordList| {
        sentence
            .words
            .get(at)
            .is_some_and(|word| list.has(&word.folded))
    };
    is_word(&ALONE)
        || floor(sentence, at).is_some()
        || is_word(&DOORS) && numbered(text, sentence, at).is_some()
}

/// Where a part of a house ends that follows here, behind a comma or at once.
fn next(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    match sentence.words.get(at)?.gap {
        // «rue de la Clef 7, à l'entresol», «…, im Hinterhof».
        Gap::Comma => {
            part(text, sentence, behind_joints(sentence, at)).or_else(|| named(sentence, at))
        }
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
        let before = (2..=MOST_WORDS).rev();
        let before = before.filter_map(|back| start.checked_sub(back));
        let mut before = before.filter(|first| *first >= earliest);
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
        .or_else(|| side(sentence, at))
        .or_else(|| numbered(text, sentence, at))
        .or_else(|| {
            let first = sentence.words.get(at)?;
            ALONE.has(&first.folded).then_some(at + 1)
        })?;
    // «2. Stock links».
    let is_side = |word: &Word| word.gap == Gap::Space && SIDES.contains(&word.folded.as_str());
    let has_side = sentence.words.get(end).is_some_and(is_side) && ends_before(sentence, end + 1);
    Some(end + usize::from(has_side))
}

/// The word that goes with the one before it, without a comma between.
fn beside(sentence: &Sentence, at: usize) -> Option<&Word> {
    /// The most letters of a word whose stop ends no sentence: «whg. 3», «2. Stock».
    const LONGEST_SHORTENED: usize = 5;
    let word = sentence.words.get(at)?;
    let before = sentence.words.get(at.checked_sub(1)?)?;
    let is_beside = match word.gap {
        Gap::Space | Gap::Hyphen | Gap::Other => true,
        Gap::Stop => before.folded.chars().count() <= LONGEST_SHORTENED,
        _ => false,
    };
    is_beside.then_some(word)
}

/// Whether a part of the sentence ends before this word.
fn ends_before(sentence: &Sentence, at: usize) -> bool {
    let behind = sentence.words.get(at);
    behind.is_none_or(|behind| !matches!(behind.gap, Gap::Space | Gap::Apostrophe))
}

/// «2. OG», «top floor», «2e sous-sol».
fn floor(sentence: &Sentence, at: usize) -> Option<usize> {
    let which = sentence.words.get(at)?;
    let floor = beside(sentence, at + 1)?;
    let name = floor.folded.as_str();
    let is_below = name == "sous"
        && sentence
            .words
            .get(at + 2)
            .is_some_and(|word| word.gap == Gap::Hyphen && word.folded.as_str() == "sol");
    let is_floor = FLOORS.has(name)
        || is_below
        || SHORT_FLOORS.contains(&name) && (floor.has_stop || ends_before(sentence, at + 2));
    (is_which(which) && is_floor).then_some(at + 2 + usize::from(is_below))
}

/// «1er gauche», «second left».
fn side(sentence: &Sentence, at: usize) -> Option<usize> {
    let which = sentence.words.get(at)?;
    let side = beside(sentence, at + 1)?;
    let is_told = matches!(
        side.folded.as_str(),
        "gauche" | "droite" | "links" | "rechts" | "left" | "right"
    );
    let is_near = side.gap == Gap::Space && ends_before(sentence, at + 2);
    (is_which(which) && is_told && is_near).then_some(at + 2)
}

/// «immeuble Le Prisme», «Haus Rheinblick»: a building by its name, which is one only behind a street.
fn named(sentence: &Sentence, at: usize) -> Option<usize> {
    /// The most words of its name.
    const MOST_WORDS: usize = 3;
    let building = sentence.words.get(at)?;
    let is_building = matches!(
        building.folded.as_str(),
        "immeuble"
            | "batiment"
            | "residence"
            | "haus"
            | "gebaude"
            | "building"
            | "villa"
            | "maison"
    );
    let is_of_name = |word: &&Word| {
        word.gap == Gap::Space && matches!(word.shape, Shape::Capital | Shape::Mixed)
            || matches!(word.gap, Gap::Hyphen | Gap::Apostrophe)
    };
    let behind = sentence.words.iter().skip(at + 1).take(MOST_WORDS);
    let end = at + 1 + behind.take_while(is_of_name).count();
    let ends = sentence
        .words
        .get(end)
        .is_none_or(|behind| behind.gap != Gap::Space);
    (is_building && ends && end > at + 1).then_some(end)
}

/// «Halle 3», «bloc C», «Zimmer Nr. 3.07», «wing west».
fn numbered(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    let part = sentence.words.get(at)?;
    if !PARTS.has(&part.folded) && !DOORS.has(&part.folded) {
        return None;
    }
    let next = beside(sentence, at + 1)?;
    let is_side = SIDES.contains(&next.folded.as_str()) && next.gap == Gap::Space;
    if is_side && ends_before(sentence, at + 2) {
        return Some(at + 2);
    }
    let has_sign = matches!(next.folded.as_str(), "nr" | "no" | "n");
    let number = at + 1 + usize::from(has_sign);
    let designator = sentence.words.get(number)?;
    is_designator(text, sentence, designator, number)
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

/// «C», «4b», «II», «14», «118»; no year, and nothing that counts what follows.
fn is_designator(text: &str, sentence: &Sentence, word: &Word, at: usize) -> bool {
    /// The most signs of a number of a door.
    const LONGEST: usize = 4;
    let letters = text.get(word.span.clone()).unwrap_or_default();
    let ends = ends_before(sentence, at + 1);
    let goes_on = |behind: &Word| {
        lexicon::is_function_word(&behind.folded)
            || SIDES.contains(&behind.folded.as_str())
            || PARTS.has(&behind.folded)
            || DOORS.has(&behind.folded)
    };
    match word.shape {
        Shape::Digits => {
            let is_year =
                letters.len() == 4 && (letters.starts_with("19") || letters.starts_with("20"));
            let begins = letters.starts_with(|sign: char| sign.is_ascii_digit());
            let is_door = ends || sentence.words.get(at + 1).is_some_and(goes_on);
            begins && letters.len() <= LONGEST && !is_year && is_door
        }
        Shape::Initial => ends,
        Shape::Capitals => ends && matches!(letters, "II" | "III" | "IV" | "VI" | "VII"),
        Shape::Small => ends && letters.chars().count() == 1,
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

/// Two parts or more, one behind the other, of which one lies in a house, tell a place without its street: «Pavillon 4, rez,
/// local 12». A list of things that are counted, «Halle 1, Halle 2», is none.
pub(super) fn several(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = floor(sentence, at).or_else(|| numbered(text, sentence, at))?;
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    let (one, other) = (sentence.words.get(at)?, sentence.words.get(first)?);
    if !is_comma(other) {
        return None;
    }
    let end = end(text, sentence, first);
    let words = sentence.words.get(at..end)?;
    let is_house = |word: &Word| DOORS.has(&word.folded) || ALONE.has(&word.folded);
    let kind = |from: usize, word: &Word| match floor(sentence, from) {
        Some(_) => Some("floor"),
        None => sentence
            .words
            .get(from)
            .filter(|_| word.shape != Shape::Digits)
            .map(|word| word.folded.as_str()),
    };
    let are_two = kind(at, one) != kind(first, other);
    (end > first && are_two && words.iter().any(is_house)).then_some(at..end)
}
