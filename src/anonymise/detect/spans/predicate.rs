//! Whether a noun says what somebody is: «Er ist Koch», «Sein Vater war Müller», «Beide sind Sattler», «arbeitet als Weber».
//!
//! Keeps out: roles as the subject, behind which a name stands: «Leiterin ist Koch».

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use crate::anonymise::lexicon;
use crate::language::Language;

/// Pronouns that stand for somebody of whom something is said.
#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "er", "sie", "ich", "wir", "du", "il", "elle", "je", "j", "on", "nous", "ils", "elles", "he", "she", "i", "we", "they",
];

/// What joins one person with what he or she is.
#[rustfmt::skip]
const IS: &[&str] = &[
    "bin", "bist", "ist", "war", "wird", "wurde", "sei", "ware", "bleibt", "blieb", "suis", "est", "etait", "fut", "devient",
    "devint", "reste", "am", "is", "was", "became", "becomes",
];

/// The same of several.
const ARE: &[&str] = &[
    "sind", "waren", "werden", "wurden", "seien", "blieben", "sommes", "sont", "etaient", "are",
    "were",
];

/// What may stand between: «war früher Bäcker», «ist gelernter Maurer».
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "fruher", "jetzt", "heute", "damals", "gelernter", "gelernte", "ausgebildeter", "ausgebildete", "selbst", "selber", "noch",
    "immer", "nur", "auch", "mal", "einmal", "eigentlich", "schon", "ursprunglich", "wieder", "zuerst", "dann", "eben", "halt",
    "nicht", "kein", "keine", "von", "beruf", "vorher", "lange", "devenu", "devenue", "aussi", "encore", "deja", "d", "abord",
    "avant", "also", "now", "once", "still", "first", "never",
];

/// How many of these at most.
const MOST_BETWEEN: usize = 2;

/// Work in which one is something: «arbeitet als Koch», «als Weber angefangen».
#[rustfmt::skip]
const WORK: &[&str] = &[
    "arbeite", "arbeitet", "arbeiten", "arbeitete", "gearbeitet", "tatig", "angestellt", "lehre", "ausbildung", "gelernt", "lernte",
    "angefangen", "begonnen", "begann", "jobbt", "jobbte", "anfing", "diente", "beruf", "travaille", "travaillait", "apprenti", "commence",
    "debute", "embauche", "works", "worked", "trained", "started", "began", "apprenticed",
];

/// How many words away it may stand.
const WORK_AWAY: usize = 4;

/// Whether the noun at a place says what somebody is.
pub(super) fn says_what_somebody_is(sentence: &Sentence, at: usize) -> bool {
    let words = &sentence.words;
    let Some(noun) = words.get(at).filter(|noun| is_noun(sentence, noun)) else {
        return false;
    };
    // «Zur Arbeit: Beruf: Schreiner».
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    if noun.gap == Gap::Colon {
        return before.is_some_and(|word| {
            matches!(
                word.folded.as_str(),
                "beruf" | "metier" | "profession" | "trade" | "job"
            )
        });
    }
    if noun.gap != Gap::Space {
        return false;
    }
    let Some(verb) = verb_before(words, at) else {
        return false;
    };
    let folded = words.get(verb).map_or("", |word| word.folded.as_str());
    if matches!(folded, "als" | "comme" | "as") {
        return is_at_work(words, verb, at);
    }
    let is_of_several = ARE.contains(&folded);
    if is_of_several {
        return !has_another(words, at);
    }
    IS.contains(&folded) && is_somebody(words, verb)
}

/// A noun of a dictionary, and nobody's given name.
fn is_noun(sentence: &Sentence, word: &Word) -> bool {
    let is_written_so = match word.shape {
        Shape::Capital => word.classes.any(Classes::NOUN),
        Shape::Small => word.is_ordinary(),
        _ => false,
    };
    is_written_so
        && (sentence.is_small || word.shape != Shape::Small || !word.classes.any(Classes::NOUN))
        && !word.classes.any(Classes::GIVEN)
}

/// The verb, or the «als», that a noun belongs to.
fn verb_before(words: &[Word], at: usize) -> Option<usize> {
    let is_between = |word: &Word| BETWEEN.contains(&word.folded.as_str());
    let before = (0..at).rev();
    let mut before = before.enumerate().take(MOST_BETWEEN + 1);
    let (_, verb) = before.find(|(_, at)| !words.get(*at).is_some_and(is_between))?;
    // What lies between them is one clause.
    let inside = words.get(verb + 1..=at)?;
    inside
        .iter()
        .all(|word| word.gap == Gap::Space)
        .then_some(verb)
}

/// Whether another noun is joined to one: «Dabei sind Koch und Weber».
fn has_another(words: &[Word], at: usize) -> bool {
    const JOINTS: &[&str] = &["und", "u", "et", "and", "sowie"];
    words.get(at + 1).is_some_and(|next| {
        JOINTS.contains(&next.folded.as_str())
            || matches!(next.gap, Gap::Comma | Gap::And | Gap::Slash)
    })
}

/// Prepositions: what stands behind one is nobody of whom something is said, and the name follows: «Für sie ist Koch zuständig».
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "fur", "mit", "bei", "beim", "von", "vom", "zu", "zum", "zur", "ohne", "gegen", "an", "am", "auf", "uber", "neben", "hinter", "vor",
    "unter", "nach", "pour", "avec", "chez", "de", "du", "a", "sans", "contre", "sur", "for", "with", "by", "from", "to", "of",
];

/// Whether a preposition stands before a subject, or before its article.
fn is_behind_preposition(words: &[Word], subject: usize) -> bool {
    let before = words.get(subject.saturating_sub(2)..subject);
    let mut before = before.into_iter().flatten();
    before.any(|word| PREPOSITIONS.contains(&word.folded.as_str()))
}

/// Whether who stands before the verb is a pronoun, a relative or has a name.
fn is_somebody(words: &[Word], verb: usize) -> bool {
    if words.get(verb).is_some_and(|word| word.gap == Gap::Marker) {
        return !is_behind_preposition(words, verb);
    }
    if is_behind_preposition(words, verb.saturating_sub(1)) {
        return false;
    }
    let Some(subject) = verb.checked_sub(1).and_then(|before| words.get(before)) else {
        return false;
    };
    let folded = subject.folded.as_str();
    let is_relative = || {
        let mut languages = Language::ALL.into_iter();
        languages.any(|language| lexicon::relatives(language).contains(&folded))
    };
    let is_name = || {
        subject.shape == Shape::Capital
            && !subject.is_ordinary()
            && subject.classes.any(Classes::PERSON)
    };
    words.get(verb).is_some_and(|word| word.gap == Gap::Space)
        && (PRONOUNS.contains(&folded) || is_relative() || is_name())
}

/// Whether somebody works as what is told.
fn is_at_work(words: &[Word], joint: usize, at: usize) -> bool {
    let is_work = |word: &Word| WORK.contains(&word.folded.as_str());
    let before = words.get(joint.saturating_sub(WORK_AWAY)..joint);
    let behind = words.get(at + 1..(at + 3).min(words.len()));
    [before, behind]
        .into_iter()
        .flatten()
        .flatten()
        .any(is_work)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str, noun: &str) -> bool {
        let sentence = Sentence::of(text);
        let at = sentence
            .words
            .iter()
            .position(|word| text.get(word.span.clone()) == Some(noun));
        says_what_somebody_is(&sentence, at.expect("the word stands in the text"))
    }

    #[test]
    fn what_somebody_is_is_told_by_the_one_of_whom_it_is_said() {
        for (text, noun) in [
            ("Er ist Koch.", "Koch"),
            ("Sein Vater war Müller", "Müller"),
            ("Sie war früher Bäcker", "Bäcker"),
            ("Ich bin gelernter Schreiner", "Schreiner"),
            ("Jonas ist Metzger", "Metzger"),
            ("Beide sind Sattler", "Sattler"),
            ("Er arbeitet als Koch", "Koch"),
            ("Sie hat als Weber angefangen", "Weber"),
            ("Beruf: Schreiner", "Schreiner"),
            ("vater war schmied, bruder auch", "schmied"),
            ("père était forgeron", "forgeron"),
            ("her father was carpenter", "carpenter"),
        ] {
            assert!(says(text, noun), "{text}");
        }
    }

    #[test]
    fn behind_a_role_or_alone_stands_a_name() {
        for (text, noun) in [
            ("Leiterin ist Koch", "Koch"),
            ("Das ist Koch", "Koch"),
            ("Dabei sind Koch und Weber", "Koch"),
            ("Er ist besser als Koch", "Koch"),
            ("Er ist Ernst", "Ernst"),
            ("Vertretung: Koch", "Koch"),
            ("Gegangen ist Koch", "Koch"),
            ("Für sie ist Koch zuständig", "Koch"),
            ("Mit dem Vater war Koch in Lyon", "Koch"),
            ("weil sie es Weber gab", "Weber"),
        ] {
            assert!(!says(text, noun), "{text}");
        }
    }
}
