//! Finds names by what stands beside them: titles and roles before persons, legal forms behind institutions, initials,
//! «-Gruppe» and «-Leute».

mod institution;
mod naming;
mod person;

use super::sentence::{Gap, Sentence, Shape};
use super::{By, Certainty, Detection, Kind, keep};

/// Particles inside and before the names of persons.
const PARTICLES: &[&str] = &[
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "zu",
    "zur", "zum", "ten", "ter", "el", "al", "ben", "bin", "vom", "d", "y", "af", "lo", "des",
];

/// Words with a hyphen before them that make a name of what stands before: «Keller-Leute».
const BEHIND_HYPHEN: &[&str] = &[
    "leute",
    "gruppe",
    "team",
    "familie",
    "clan",
    "nachfolge",
    "nachfolger",
    "nachfolgerin",
    "vorschlag",
    "idee",
    "papier",
];

/// Appends everything that stands beside such a word.
pub(super) fn find(text: &str, sentence: &Sentence, found: &mut Vec<Detection>) {
    for at in 0..sentence.words.len() {
        person::behind_title(text, sentence, at, found);
        person::behind_initial(text, sentence, at, found);
        institution::before_legal_form(text, sentence, at, found);
        institution::behind_legal_form(text, sentence, at, found);
        before_hyphen(sentence, at, found);
        institution::behind_head(sentence, at, found);
        naming::behind_verb(text, sentence, at, found);
    }
}

fn push(
    sentence: &Sentence,
    first: usize,
    end: usize,
    kind: Kind,
    certainty: Certainty,
    found: &mut Vec<Detection>,
) {
    found.extend(sentence.detection(first..end, kind, certainty, By::Trigger));
}

/// «Keller-Leute», «Fehrlin-Gruppe».
fn before_hyphen(sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let (Some(word), Some(next)) = (sentence.words.get(at), sentence.words.get(at + 1)) else {
        return;
    };
    let is_own = matches!(word.shape, Shape::Capital | Shape::Mixed | Shape::Capitals)
        && !word.is_ordinary()
        && !word.is_compound
        && !keep::stays(&word.folded);
    if next.gap != Gap::Hyphen || !is_own {
        return;
    }
    match next.folded.as_str() {
        "gruppe" | "group" | "holding" | "konzern" | "stiftung" | "werke" | "werk" => {
            push(
                sentence,
                at,
                at + 2,
                Kind::Institution,
                Certainty::Likely,
                found,
            );
        }
        folded if BEHIND_HYPHEN.contains(&folded) && word.shape != Shape::Capitals => {
            push(sentence, at, at + 1, Kind::Person, Certainty::Likely, found);
        }
        _ => {}
    }
}
