//! Words of everyday language that no list has as a person's name.

use super::dictionary::{self, Classes};

/// From how many letters on the last part of a compound says enough of it: «firmen». Shorter ones end many names of
/// places: «hof», «stein».
const TELLING_PART: usize = 6;

/// The shortest part of a compound.
const SHORTEST_PART: usize = 3;

/// Whether a folded word is in a dictionary, or put together of words from it so that it can hardly be a name:
/// «Biotechfirmen», «Lieferweg».
pub(in crate::anonymise) fn is_everyday(folded: &str) -> bool {
    let classes = dictionary::classes(folded);
    !classes.any(Classes::PERSON) && (classes.any(Classes::ORDINARY) || is_plain_compound(folded))
}

/// Whether a word ends with a noun that is nobody's name, and that noun is long or follows a verb.
fn is_plain_compound(folded: &str) -> bool {
    let ends = folded.char_indices().map(|(at, _)| at);
    let parts = ends.filter_map(|at| folded.split_at_checked(at));
    let long_enough = |part: &str| part.len() >= SHORTEST_PART;
    parts
        .filter(|(head, tail)| long_enough(head) && long_enough(tail))
        .any(|(head, tail)| {
            let classes = dictionary::classes(tail);
            let is_noun = classes.any(Classes::NOUN) && !classes.any(Classes::PERSON);
            is_noun && (tail.len() >= TELLING_PART || is_verb(head))
        })
}

/// Whether a beginning is that of a German verb: «liefer», «wohn».
fn is_verb(head: &str) -> bool {
    ["n", "en"].iter().any(|ending| {
        let verb = format!("{head}{ending}");
        dictionary::classes(&verb).any(Classes::GERMAN)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn everyday_words_are_told_from_names() {
        for word in [
            "Lieferweg",
            "Biotechfirmen",
            "Handwerk",
            "Übersee",
            "Personal",
        ] {
            assert!(is_everyday(&fold(word)), "{word}");
        }
        for word in [
            "Brunnhuber",
            "Koch",
            "Müller",
            "Petit",
            "Backhaus",
            "Rosenberg",
            "Kaltenbrunner",
        ] {
            assert!(!is_everyday(&fold(word)), "{word}");
        }
    }
}
