//! Whether words can be what a placeholder stands for.
//!
//! It says no more than that: a word of everyday language that is also a surname can be one. Who asks knows from
//! elsewhere that a name was replaced there.

use super::detect::{is_everyday, is_ordinary};
use super::lexicon;
use super::slot::SlotKind;
use crate::language::{fold, words};

/// The most words that a name has.
const MOST_WORDS: usize = 8;

/// How many letters the small words of everyday language have at most that are surnames as well.
const LONGEST_SMALL_WORD: usize = 4;

/// The most characters that a name or an address has.
pub const LONGEST_NAME: usize = 160;

/// Whether words can be a name or an address of this kind, and nothing besides.
pub fn may_be_name(kind: SlotKind, text: &str) -> bool {
    let is_bare = text == text.trim() && !text.is_empty() && !text.contains('\n');
    if !is_bare || text.chars().count() > LONGEST_NAME {
        return false;
    }
    match kind {
        SlotKind::Email => text.contains('@') && !text.contains(' '),
        SlotKind::Web => text.contains('.') && !text.contains(' '),
        SlotKind::Telephone => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            digits >= 3 && !text.chars().any(char::is_alphabetic)
        }
        SlotKind::Person => is_named(text, |word, folded| {
            let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
            is_initial || !(is_everyday(folded) || is_small_word(word, folded))
        }),
        SlotKind::Institution | SlotKind::Place | SlotKind::Detail => {
            is_named(text, |word, folded| {
                let is_written_large = word.chars().any(|letter| !letter.is_lowercase());
                is_written_large || !(is_everyday(folded) || is_small_word(word, folded))
            })
        }
    }
}

/// Whether words that can stand in a name make it up: articles and titles stand in it, but are no name alone, and no
/// article begins or ends it.
fn is_named(text: &str, can_stand: impl Fn(&str, &str) -> bool) -> bool {
    let found: Vec<(&str, String)> = words(text)
        .filter_map(|word| text.get(word))
        .map(|word| (word, fold(word)))
        .collect();
    let is_article = |folded: &str| lexicon::is_function_word(folded);
    let is_edge_article = [found.first(), found.last()]
        .into_iter()
        .flatten()
        .any(|(word, folded)| is_article(folded) && !is_particle(word));
    let is_name = |(word, folded): &(&str, String)| {
        !is_article(folded) && !lexicon::is_title(folded) && can_stand(word, folded)
    };
    let mut each = found.iter();
    let fits =
        each.all(|found| is_name(found) || is_article(&found.1) || lexicon::is_title(&found.1));
    fits && !is_edge_article && found.len() <= MOST_WORDS && found.iter().any(is_name)
}

/// Whether a word is a pronoun, an adverb or the like, though somebody may bear it as a name: «sie», «dort».
fn is_small_word(word: &str, folded: &str) -> bool {
    let is_short = word.chars().count() <= LONGEST_SMALL_WORD;
    is_short && word.chars().all(char::is_lowercase) && is_ordinary(folded)
}

/// Whether a word that is no name by itself can begin one: «von Arx», «De Rossi».
fn is_particle(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "von" | "van" | "de" | "del" | "della" | "di" | "du" | "le" | "la"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_a_name_is_told_from_what_was_written_instead() {
        use SlotKind::{Email, Institution, Person, Place, Telephone, Web};
        for (kind, text, can_be) in [
            (Person, "Anna Zwygart", true),
            (Person, "zwygart", true),
            (Person, "Frau Dr. von Arx", true),
            (Person, "von Arx", true),
            (Person, "Keller", true),
            (Person, "die Firma", false),
            (Person, "sie", false),
            (Person, "Anna kam gestern", false),
            (Person, "die", false),
            (Person, "Frau", false),
            (Person, "", false),
            (Person, " Zwygart", false),
            (Institution, "Verband der Holzindustrie", true),
            (Institution, "die Kammer", false),
            (Institution, "half den anderen", false),
            (Place, "St. Gallen", true),
            (Place, "dort", false),
            (Email, "a.muster@kern.ch", true),
            (Email, "seine Adresse", false),
            (Telephone, "+41 44 123 45 67", true),
            (Telephone, "seine Nummer", false),
            (Web, "www.kern.ch", true),
            (Web, "die Seite", false),
        ] {
            assert_eq!(may_be_name(kind, text), can_be, "{text}");
        }
    }
}
