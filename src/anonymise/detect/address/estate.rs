//! Finds estates, old buildings and business parks whose doors are told by what follows: «Campus Au, Gebäude D», «alte
//! spinnerei, halle 3», «Airpark Lahr-Nord, Gate 3».

use std::ops::Range;

use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::{INSIDE, door};
use crate::anonymise::lexicon;

/// What estates are called, or their names end with.
#[rustfmt::skip]
const ESTATES: &[&str] = &[
    "gewerbegebiet", "gewerbepark", "gewerbezone", "gewerbezentrum", "gewerbehof", "industriegebiet", "industriepark",
    "industriezone", "industriehof", "technologiepark", "technologiezentrum", "businesspark", "airpark", "gruenderzentrum",
    "grunderzentrum", "campus", "areal", "spinnerei", "weberei", "zwirnerei", "ziegelei", "brauerei", "kaserne", "fabrik",
    "papierfabrik", "guterbahnhof", "gueterbahnhof", "feuerwache", "schlachthof", "hafen", "innovationspark", "logistikpark",
    "site", "usine", "residence", "lotissement", "parc", "caserne", "filature", "manufacture", "depot", "halles", "zone",
    "technopole", "technoparc", "pepiniere", "cite", "clos", "orangerie", "volksschule", "kulturhaus", "werkhof",
];

/// The name of an estate behind which a door follows.
pub(super) fn with_door(text: &str, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = sentence.words.get(at)?;
    if !(is_estate(first) || is_former(first)) {
        return None;
    }
    let end = name_end(text, sentence, at);
    let name = sentence.words.get(at..end)?;
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    let has_door =
        sentence.words.get(end).is_some_and(is_comma) && door::told(text, sentence, end).is_some();
    // «die Kaserne, Block 3»: a word alone that is no name may be any.
    let is_name = name.len() > 1 || !first.is_ordinary();
    (name.iter().any(is_estate) && has_door && is_name).then_some(at..end)
}

/// Where the name of an estate ends that begins here: before a door at the latest.
fn name_end(text: &str, sentence: &Sentence, at: usize) -> usize {
    /// How many words it has at most behind its first.
    const MOST_WORDS: usize = 5;
    let is_small = sentence
        .words
        .get(at)
        .is_some_and(|first| first.shape == Shape::Small);
    let is_of_name = |(back, word): &(usize, &Word)| {
        let joined = matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe);
        let is_name = match word.shape {
            Shape::Small => {
                INSIDE.contains(&word.folded.as_str())
                    || is_small && !lexicon::is_function_word(&word.folded)
            }
            Shape::Digits => false,
            _ => true,
        };
        joined && is_name && door::part(text, sentence, at + 1 + back).is_none()
    };
    let behind = sentence.words.iter().skip(at + 1).take(MOST_WORDS);
    at + 1 + behind.enumerate().take_while(is_of_name).count()
}

/// «Campus», «Textilareal».
fn is_estate(word: &Word) -> bool {
    word.shape != Shape::Digits
        && ESTATES.iter().any(|estate| {
            let is_ending = estate.len() > 5 || *estate == "areal";
            word.folded.ends_with(estate) && (word.folded.len() == estate.len() || is_ending)
        })
}

/// «alte», «ancienne», «ehem.»: what an old building is called with.
fn is_former(word: &Word) -> bool {
    matches!(
        word.folded.as_str(),
        "alte"
            | "alter"
            | "altes"
            | "ehem"
            | "ehemalige"
            | "ehemaliges"
            | "ancien"
            | "ancienne"
            | "anciennes"
            | "anciens"
    )
}
