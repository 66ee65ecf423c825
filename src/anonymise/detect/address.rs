//! Finds streets with numbers, and postcodes with towns.

mod british;
mod door;
mod estate;
mod french;
mod nameless;
mod post_box;
mod small;
#[cfg(test)]
mod tests;
mod town;
mod whole;

use std::ops::Range;

use super::dictionary::Classes;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, keep};
use crate::anonymise::lexicon;
use town::{Before, behind_street, town};
pub(super) use whole::complete;

/// Ends of German names of streets.
#[rustfmt::skip]
const STREET_ENDINGS: &[&str] = &[
    "strasse", "str", "gasse", "weg", "platz", "allee", "ring", "ufer", "damm", "steig", "rain", "halde", "graben",
    "promenade", "quai", "zeile", "gasslein", "gassli", "strassli", "pfad", "markt", "stieg", "gasschen", "steg", "kai",
    "chaussee", "wall", "plat",
];

/// Ends of names of streets that are as well ends of other words: they count only where no dictionary has the word.
#[rustfmt::skip]
const WEAK_STREET_ENDINGS: &[&str] = &[
    "hof", "berg", "acker", "matt", "matte", "wiese", "tor", "zelg", "park", "buhl", "winkel", "rank", "egg", "hang",
    "blick", "areal", "garten", "muhle", "brucke", "hohe", "feld", "grund", "leite", "halden", "reute", "wies", "au", "gass",
    "twiete", "gade", "vej", "vaenget", "straat", "laan", "kade", "plein", "gracht", "singel", "dijk", "gatan",
    "vagen",
];

/// Words that begin the name of a street.
#[rustfmt::skip]
const STREET_HEADS: &[&str] = &[
    "rue", "avenue", "av", "ave", "boulevard", "bd", "bld", "bvd", "chemin", "chem", "ch", "place", "pl", "quai",
    "impasse", "allee", "route", "rte", "cours", "passage", "sentier", "faubourg", "fbg", "square", "ul", "ulica",
    "aleja", "plac", "via", "ruelle", "montee", "esplanade", "venelle", "promenade", "residence", "parvis", "imp",
    "osiedle", "namesti", "strada", "piazza", "viale", "vicolo", "frazione", "contrada", "localita",
];

/// Words that begin the German name of a street, if they are written with a capital: «Im Grien 12».
#[rustfmt::skip]
const CAPITAL_HEADS: &[&str] = &[
    "am", "an", "im", "in", "zum", "zur", "auf", "bei", "beim", "unterer", "oberer", "untere", "obere", "neue", "alte",
    "alter", "unterm", "unter", "ob", "hinter", "hinterm", "vor", "vorm", "grosse", "kleine", "lange", "kurze",
    "vordere", "hintere", "mittlere",
];

/// Words that end the English name of a street.
#[rustfmt::skip]
const STREET_TAILS: &[&str] = &[
    "street", "st", "road", "rd", "lane", "avenue", "square", "drive", "close", "terrace", "row", "crescent", "court",
    "way", "hill", "gardens", "mews", "parade", "walk", "wharf", "yard", "place", "green", "grove", "quay", "ln", "ave",
    "sq", "tce", "cres", "brae", "wynd",
];

/// The same where they are written with a capital and the number is no year.
const CAPITAL_TAILS: &[&str] = &["rise", "passage", "steps"];

/// Sides of the compass between the name of a street and its number.
const SIDES: &[&str] = &["nord", "sud", "ost", "west", "mitte"];

/// Words that may stand inside the French name of a street.
#[rustfmt::skip]
const INSIDE: &[&str] = &[
    "de", "la", "le", "les", "du", "des", "d", "l", "et", "von", "der", "den", "dem", "a", "aux", "au", "ai", "dei",
    "del", "della", "alla", "al", "alle",
];

/// Appends every address.
pub(super) fn find(text: &str, sentence: &Sentence, found: &mut Vec<Detection>) {
    let (mut next, mut free) = (0, 0);
    while next < sentence.words.len() {
        match address(text, sentence, next) {
            Some(words) => {
                let start = door::start(text, sentence, words.start, free);
                push(text, sentence, &(start..words.end), found);
                (next, free) = (words.end, words.end);
            }
            None => next += 1,
        }
    }
}

/// The words of the address that begins at this word.
fn address(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    if let Some(post_box) = post_box::find(text, sentence, at) {
        return Some(post_box);
    }
    if let Some(british) = british::with_postcode(text, sentence, at) {
        return Some(british);
    }
    let street = small::street(text, sentence, at)
        .or_else(|| french::zone(text, sentence, at))
        .or_else(|| street(text, sentence, at));
    let Some(street) = street else {
        return in_estate(text, sentence, at).or_else(|| {
            town(text, sentence, at, Before::Nothing)
                .map(|town| town.start..behind_town(text, sentence, town.end))
        });
    };
    let street = street.start..door::end(text, sentence, street.end);
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    let has_box = sentence.words.get(street.end).is_some_and(is_comma);
    // «route d'Yverdon 100, case postale 14, 1422 Grandson».
    let post_box = post_box::find(text, sentence, street.end).filter(|_| has_box);
    let end = post_box.map(|post_box| post_box.end);
    let end = end.or_else(|| behind_street(text, sentence, street.end));
    let end = end.map_or(street.end, |end| door::end(text, sentence, end));
    Some(street.start..end)
}

/// A door of an estate, and what more is said of where it is: «Alter Güterbahnhof, Aufgang B, 54439 Saarburg».
fn in_estate(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let estate = estate::with_door(text, sentence, at)
        .or_else(|| british::park(text, sentence, at))
        .or_else(|| british::house(sentence, at))
        .or_else(|| door::several(text, sentence, at))?;
    let end = door::end(text, sentence, estate.end);
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    let street = sentence
        .words
        .get(end)
        .filter(|word| is_comma(word))
        .and_then(|_| street(text, sentence, end))
        .filter(|street| street.start == end);
    let end = street.map_or(end, |street| door::end(text, sentence, street.end));
    Some(estate.start..behind_street(text, sentence, end).unwrap_or(end))
}

/// Where an address ends whose street stands behind the town: «4975 Suben, Etzelshofen 12».
fn behind_town(text: &str, sentence: &Sentence, end: usize) -> usize {
    let is_street = sentence
        .words
        .get(end)
        .is_some_and(|word| word.gap == Gap::Comma && word.shape == Shape::Capital);
    let street = with_number(text, sentence, end, end + 1).filter(|_| is_street);
    street.map_or(end, |street| street.end)
}

/// Where an address begins whose street is called after a doctor: «Dr.-Georg-Schaeffler-Straße 31».
fn with_title(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let titles = ["Dr.-", "dr.-", "Prof.-", "prof.-"];
    let title = titles.iter().find(|title| before.ends_with(**title));
    title.map_or(start, |title| start - title.len())
}

fn push(text: &str, sentence: &Sentence, words: &Range<usize>, found: &mut Vec<Detection>) {
    let first = sentence.words.get(words.start);
    let last = words
        .end
        .checked_sub(1)
        .and_then(|last| sentence.words.get(last));
    if let (Some(first), Some(last)) = (first, last) {
        let written = text.get(first.span.start..last.span.end);
        let behind = text.get(last.span.end..).unwrap_or_default();
        // «Frankfurt (Oder)» ends with its bracket.
        let is_open = written.is_some_and(|written| written.contains('('));
        let bracket = usize::from(is_open && behind.starts_with(')'));
        found.push(Detection {
            span: with_title(text, first.span.start)..last.span.end + bracket,
            kind: Kind::Address,
            certainty: Certainty::Certain,
            by: By::Pattern,
        });
    }
}

/// French words that end as German streets do.
const NO_STREETS: &[&str] = &[
    "terrain",
    "souverain",
    "parrain",
    "riverain",
    "forain",
    "refrain",
    "suzerain",
    "contemporain",
    "souterrain",
    "lorrain",
    "entrain",
    "bahrain",
];

/// How much stands before an ending at least: «Eystrasse», but not «spring».
fn shortest_stem(ending: &str) -> usize {
    if matches!(ending, "strasse" | "gasse") {
        2
    } else {
        3
    }
}

/// Whether the word is the name of a street by its ending: «Rheingasse».
fn ends_as_street(word: &Word) -> bool {
    // «dorfpl. 1».
    let is_square = word.has_stop && word.folded.ends_with("pl") && word.folded.len() > 4;
    let is_other = word.shape == Shape::Digits || NO_STREETS.contains(&word.folded.as_str());
    !is_other
        && (is_square
            || STREET_ENDINGS.iter().any(|ending| {
                word.folded
                    .strip_suffix(ending)
                    .is_some_and(|stem| stem.len() >= shortest_stem(ending))
            }))
}

/// The words of a street with its number that begins at this word.
fn street(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let word = sentence.words.get(at)?;
    if is_house_number(text, word) {
        return numbered_first(text, sentence, at);
    }
    let folded = word.folded.as_str();
    if ends_as_street(word) {
        return with_number(text, sentence, at, at + 1).or_else(|| {
            let is_alone = nameless::of_one_word(word)
                || nameless::is_told_where(sentence, at)
                || word.shape == Shape::Capital
                    && !(word.is_ordinary() || word.is_compound || nameless::is_of_a_kind(word))
                    && door::end(text, sentence, at + 1) > at + 1;
            is_alone.then_some(at..at + 1)
        });
    }
    // «Basler Strasse 12», «Rhein-Strasse 4».
    if let Some(street) = of_several_words(text, sentence, at) {
        return Some(street);
    }
    let is_capital_head = word.shape == Shape::Capital && CAPITAL_HEADS.contains(&folded);
    if STREET_ENDINGS.contains(&folded) && !STREET_HEADS.contains(&folded) {
        return None;
    }
    if STREET_HEADS.contains(&folded) {
        return french::numbered(text, sentence, at)
            .or_else(|| of_french_name(text, sentence, at))
            .or_else(|| french::with_town(text, sentence, at))
            .or_else(|| french::with_door(text, sentence, at));
    }
    if is_capital_head {
        let end = name_end(sentence, at + 1).filter(|end| *end <= at + 3)?;
        let street = with_number(text, sentence, at, end)?;
        // «Im Jahr 2019», «Am Tag 3» are none, unless a town follows.
        let is_own = sentence
            .words
            .get(end - 1)
            .is_some_and(|name| !name.is_ordinary());
        let has_town = town(text, sentence, street.end, Before::Street).is_some()
            || is_in_town(sentence, street.end);
        // «liegt Am Eiskeller 2»: in the midst of a sentence the capital says that it is a name.
        let ends = |word: &Word| word.gap != Gap::Space;
        let before = text.get(..word.span.start).unwrap_or_default().trim_end();
        let is_between = before.ends_with(',') && sentence.words.get(street.end).is_none_or(ends);
        let is_within = (word.gap == Gap::Space || is_between) && !word.begins;
        let is_named = is_within
            && sentence
                .words
                .get(end - 1)
                .is_some_and(|name| !small::is_counted(name) && !keep::stays(&name.folded));
        let number = sentence.words.get(end)?.span.len();
        return (has_town || (is_own || is_named) && number <= 3).then_some(street);
    }
    bare_street(text, sentence, at)
}

/// «rue de la Gare 12», «impasse du Puits».
fn of_french_name(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let end = name_end(sentence, at + 1).or_else(|| french::small_name_end(sentence, at))?;
    with_number(text, sentence, at, end)
        .or_else(|| without_number(sentence, at))
        .or_else(|| french::small_rue(sentence, at))
}

/// «Basler Strasse 12», «muskauer str 114b», «Robert-Koch-Str. 45».
fn of_several_words(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = sentence.words.get(at)?;
    let hyphened = sentence.words.iter().skip(at + 1);
    let hyphened = hyphened.take_while(|word| word.gap == Gap::Hyphen).count();
    let is_small_name = hyphened > 0 || !first.is_ordinary();
    let is_name = match first.shape {
        Shape::Capital => true,
        Shape::Small => is_small_name && !lexicon::is_function_word(&first.folded),
        _ => false,
    };
    let is_street = |word: &Word| {
        matches!(
            word.folded.as_str(),
            "strasse" | "str" | "gasse" | "weg" | "platz" | "allee" | "ring"
        )
    };
    let last = if hyphened > 0 { at + hyphened } else { at + 1 };
    let noun = sentence.words.get(last)?;
    let is_joined = matches!(noun.gap, Gap::Space | Gap::Hyphen);
    let is_grand_rue = hyphened > 0 && noun.folded.as_str() == "rue";
    let street = (is_name && is_joined && (is_street(noun) || is_grand_rue))
        .then(|| with_number(text, sentence, at, last + 1))
        .flatten();
    street.or_else(|| nameless::of_two_words(first, noun).then_some(at..at + 2))
}

/// «impasse du Puits», «rue de la Gare»: French streets are told by their names alone.
fn without_number(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    const HEADS: [&str; 7] = [
        "rue",
        "avenue",
        "boulevard",
        "impasse",
        "ruelle",
        "chemin",
        "faubourg",
    ];
    let head = sentence.words.get(at)?;
    let next = sentence.words.get(at + 1)?;
    let is_of = matches!(next.folded.as_str(), "de" | "du" | "des" | "d") && next.gap == Gap::Space;
    let end = name_end(sentence, at + 1)?;
    let last = sentence.words.get(end - 1)?;
    (HEADS.contains(&head.folded.as_str()) && is_of && last.shape == Shape::Capital)
        .then_some(at..end)
}

/// The street with the house number behind it.
fn with_number(text: &str, sentence: &Sentence, start: usize, end: usize) -> Option<Range<usize>> {
    // «Clarastrasse Nr. 12».
    let has_sign = sentence
        .words
        .get(end)
        .is_some_and(|word| matches!(word.folded.as_str(), "nr" | "no" | "nummer"));
    // «gewerbering nord 11».
    let is_side = |word: &Word| SIDES.contains(&word.folded.as_str());
    let has_side = !has_sign && sentence.words.get(end).is_some_and(is_side);
    let end = end + usize::from(has_sign || has_side);
    let number = sentence.words.get(end)?;
    let is_dialled = text
        .get(..number.span.start)
        .is_some_and(|before| before.ends_with('+'));
    let is_near = !is_dialled && matches!(number.gap, Gap::Space | Gap::Comma | Gap::Stop);
    if !(is_near && is_house_number(text, number)) {
        return None;
    }
    Some(start..number_end(text, sentence, end + 1))
}

/// Where a house number ends behind its first word: «12/3/15», «12-14», «28/II», «2 bis»; «61 / 4242 Laufen» goes on with
/// a postcode.
fn number_end(text: &str, sentence: &Sentence, start: usize) -> usize {
    let is_part = |word: &&Word| {
        let is_number = is_house_number(text, word) && word.span.len() <= 3;
        let is_floor =
            matches!(word.folded.as_str(), "i" | "ii" | "iii" | "iv") && word.gap == Gap::Slash;
        let is_bis = matches!(word.folded.as_str(), "bis" | "ter") && word.gap == Gap::Space;
        matches!(word.gap, Gap::Slash | Gap::Hyphen) && is_number || is_floor || is_bis
    };
    let further = sentence.words.iter().skip(start).take_while(is_part);
    start + further.count()
}

/// A name with a number that only its postcode and town make a street: «Hinterdorf 4, 8405 Winterthur», «Postfach 12,
/// 4001 Basel»; or one that ends as streets do and is no word.
fn bare_street(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let word = sentence.words.get(at)?;
    if !matches!(word.shape, Shape::Small | Shape::Capital | Shape::Capitals) {
        return None;
    }
    let street = with_number(text, sentence, at, at + 1)?;
    let has_ending = WEAK_STREET_ENDINGS.iter().any(|ending| {
        word.folded
            .strip_suffix(ending)
            .is_some_and(|stem| stem.len() >= 3)
    });
    let digits = sentence.words.get(at + 1)?.span.len();
    if word.shape == Shape::Small && word.is_ordinary() {
        let is_known = is_before_known_town(text, sentence, street.end) && digits <= 3;
        return (is_known && !small::is_counted(word)).then_some(street);
    }
    let is_own = has_ending && !word.is_ordinary() && !keep::stays(&word.folded) && digits <= 3;
    (is_own || town(text, sentence, street.end, Before::Street).is_some()).then_some(street)
}

/// «dorf 3, 9657 unterwasser»: whether a comma, a postcode that is no year and a town of the lists follow.
fn is_before_known_town(text: &str, sentence: &Sentence, at: usize) -> bool {
    let Some(code) = sentence.words.get(at).filter(|code| code.gap == Gap::Comma) else {
        return false;
    };
    let is_year = text
        .get(code.span.clone())
        .is_some_and(|code| code.len() == 4 && (code.starts_with("19") || code.starts_with("20")));
    let town = town(text, sentence, at, Before::Street).and_then(|town| sentence.words.get(town));
    let is_place = |word: &Word| word.classes.any(Classes::PLACE);
    !is_year && town.is_some_and(|words| words.iter().any(is_place))
}

/// «… in Basel».
fn is_in_town(sentence: &Sentence, at: usize) -> bool {
    let is_in = sentence.words.get(at).is_some_and(|word| {
        word.gap == Gap::Space && matches!(word.folded.as_str(), "in" | "a" | "bei")
    });
    is_in
        && sentence
            .words
            .get(at + 1)
            .is_some_and(|word| word.classes.any(Classes::PLACE) && word.shape == Shape::Capital)
}

/// «12 rue de la Gare», «7 Mill Lane».
fn numbered_first(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    // «12 bis rue …», «12 b, impasse …».
    let behind = sentence.words.get(at + 2);
    let is_before_comma = behind.is_some_and(|behind| behind.gap == Gap::Comma);
    let is_bis = |word: &Word| {
        matches!(word.folded.as_str(), "bis" | "ter")
            || word.folded.len() == 1 && word.gap == Gap::Space && is_before_comma
    };
    let head = at + 1 + usize::from(sentence.words.get(at + 1).is_some_and(is_bis));
    if let Some(street) = french::behind_number(text, sentence, at, head) {
        return Some(street);
    }
    // At most three words before «Street».
    (head..head + 4).find_map(|last| {
        let word = sentence.words.get(last)?;
        // «14 Quarry Rise», but «5 percent rise».
        let is_capital_tail =
            word.shape == Shape::Capital && CAPITAL_TAILS.contains(&word.folded.as_str());
        let is_short = sentence
            .words
            .get(at)
            .is_some_and(|number| number.span.len() <= 3);
        let is_tail = last > head
            && (STREET_TAILS.contains(&word.folded.as_str()) || is_capital_tail && is_short);
        let before = sentence.words.get(head..last)?;
        let is_capital = |word: &Word| {
            word.shape == Shape::Capital && word.gap == Gap::Space
                || word.folded.as_str() == "s" && word.gap == Gap::Apostrophe
        };
        let is_name = before.iter().all(is_capital) || is_small_english(sentence, head, last);
        (is_tail && is_name).then_some(at..last + 1)
    })
}

/// «14 mill lane», «7 tannery row»: one word in small letters before what only streets are called, and the street ends a part of
/// the sentence.
fn is_small_english(sentence: &Sentence, head: usize, last: usize) -> bool {
    const TAILS: [&str; 13] = [
        "street", "road", "lane", "row", "avenue", "terrace", "crescent", "mews", "quay", "rd",
        "ln", "tce", "cres",
    ];
    /// «3 lane road», «2 way street».
    const OF_ROADS: [&str; 8] = [
        "way", "lane", "lanes", "front", "back", "side", "local", "rail",
    ];
    let (Some(name), Some(tail)) = (sentence.words.get(head), sentence.words.get(last)) else {
        return false;
    };
    let goes_on = sentence.words.get(last + 1).is_some_and(|next| {
        next.gap == Gap::Space
            && next.shape == Shape::Small
            && !lexicon::is_function_word(&next.folded)
    });
    last == head + 1
        && name.shape == Shape::Small
        && [name, tail].iter().all(|word| word.gap == Gap::Space)
        && name.folded.len() > 2
        && TAILS.contains(&tail.folded.as_str())
        && !OF_ROADS.contains(&name.folded.as_str())
        && !goes_on
}

/// Where the name of a street ends that begins behind «rue» or «Am».
fn name_end(sentence: &Sentence, start: usize) -> Option<usize> {
    let mut end = start;
    let mut has_name = false;
    while let Some(word) = sentence.words.get(end) {
        let inside = INSIDE.contains(&word.folded.as_str());
        let is_name =
            matches!(
                word.shape,
                Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Capitals
            ) || !inside && word.shape == Shape::Small && !has_name && !word.is_ordinary();
        let joined = matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
            || word.gap == Gap::Stop && end > 0;
        if !joined || !(is_name || inside) || end > start + 5 {
            break;
        }
        has_name |= is_name;
        end += 1;
    }
    has_name.then_some(end)
}

/// `12`, `12a`, `12-14` begins with one.
fn is_house_number(text: &str, word: &Word) -> bool {
    let Some(letters) = text.get(word.span.clone()) else {
        return false;
    };
    let digits = letters.chars().take_while(char::is_ascii_digit).count();
    let rest = letters.chars().skip(digits);
    let suffix: String = rest.collect();
    let is_suffix = suffix.chars().count() <= 1 && suffix.chars().all(char::is_alphabetic)
        || matches!(suffix.as_str(), "bis" | "ter" | "quater");
    // «061» begins a telephone number.
    (1..=4).contains(&digits) && is_suffix && !letters.starts_with('0')
}
