//! Parts somebody from the firm behind: «Mr Kernhofler of Brunnwald Ltd» is a person and a firm.
//!
//! A title, a role, a given name or an initial begins a person; what stands from there to «of», «von der», «de la» is
//! somebody, and the firm is what follows. A role that may be a name itself is part of it («Mr Wirt Kernhofler of Brunnwald Ltd»).
//! Keeps out: firms that somebody's title belongs to («Dr. Kernhofler AG»).

use std::ops::Range;

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::{context, trade};
use super::firms;
use crate::anonymise::lexicon;

/// What says of whom somebody is, before an article or a name.
pub(super) const BELONGING: [&str; 23] = [
    "von", "vom", "van", "bei", "beim", "aus", "der", "des", "fur", "of", "from", "at", "for",
    "with", "de", "du", "d", "chez", "pour", "mit", "im", "in", "am",
];

/// Somebody, or several, and the firm behind them.
pub(super) struct Staff {
    pub(super) persons: Vec<Range<usize>>,
    pub(super) firm: Range<usize>,
}

/// How a find says that it begins with somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// By a title: whatever follows is a name.
    Title,
    /// By a role, a given name or an initial: what follows must be in no dictionary.
    Otherwise,
}

/// The persons in a find and the firm behind them, if it begins with somebody.
pub(super) fn parted(sentence: &Sentence, words: Range<usize>) -> Option<Staff> {
    let (start, told) = beginning(sentence, words.clone())?;
    let joint = joint(sentence, start..words.end)?;
    let firm = (joint..words.end).find(|at| {
        let word = sentence.words.get(*at);
        word.is_some_and(|word| !lexicon::is_function_word(&word.folded))
    })?;
    let is_form = |word: &Word| lexicon::is_legal_form(&word.folded.to_uppercase());
    let has_name = sentence.words.get(firm).is_some_and(|word| !is_form(word));
    let persons = persons(sentence, start..joint, told)?;
    has_name.then_some(Staff {
        persons,
        firm: firm..words.end,
    })
}

/// Where somebody's name begins, and by what that is told.
fn beginning(sentence: &Sentence, words: Range<usize>) -> Option<(usize, Told)> {
    let word = |at: usize| sentence.words.get(at);
    let before = words.start.checked_sub(1).and_then(word);
    let first = word(words.start)?;
    let before = before.filter(|_| matches!(first.gap, Gap::Space | Gap::Stop));
    let is_role = |word: &Word| context::is_role(&word.folded);
    let (mut start, mut told) = (words.start, None);
    if let Some(before) = before {
        told = if is_title(before) {
            Some(Told::Title)
        } else {
            is_role(before).then_some(Told::Otherwise)
        };
    }
    while let Some(here) = word(start).filter(|_| start < words.end) {
        if is_title(here) {
            told = Some(Told::Title);
        } else if is_role_apart(here, word(start + 1), told) {
            told = told.or(Some(Told::Otherwise));
        } else {
            break;
        }
        start += 1;
    }
    if told.is_none() {
        let (first, next) = (word(start)?, word(start + 1)?);
        let is_initial = first.shape == Shape::Initial && first.has_stop;
        let is_given = first.shape == Shape::Capital
            && first.classes.any(Classes::GIVEN)
            && !(first.is_ordinary() && next.is_ordinary())
            && next.gap == Gap::Space;
        told = (is_initial || is_given).then_some(Told::Otherwise);
    }
    told.map(|told| (start, told))
}

/// Whether a word is a role, and no part of the name: a title stands behind it («Herr Direktor Dr. Kernhofler»), it alone is written
/// small, or it is nobody's given name and no title stands before it, behind which it may be a surname («Frau Wirt»).
fn is_role_apart(word: &Word, next: Option<&Word>, told: Option<Told>) -> bool {
    let is_small = word.shape == Shape::Small;
    context::is_role(&word.folded)
        && (next.is_some_and(is_title)
            || is_small && next.is_some_and(|next| next.shape != Shape::Small)
            || told != Some(Told::Title) && !word.classes.any(Classes::GIVEN))
}

fn is_title(word: &Word) -> bool {
    lexicon::is_title(&word.folded)
        && (word.folded.len() > 3 || word.has_stop || word.shape != Shape::Small)
        || matches!(word.folded.as_str(), "mr" | "mrs" | "ms" | "mme" | "hr")
}

/// Where it is said of whom somebody is: behind a whole name, or behind what is all there is of one.
fn joint(sentence: &Sentence, words: Range<usize>) -> Option<usize> {
    let word = |at: usize| sentence.words.get(at);
    let is_small = |at: usize| word(at).is_some_and(|word| lexicon::is_function_word(&word.folded));
    let first = words.clone().find(|at| !is_small(*at))?;
    let mut joints = (first + 1..words.end).filter(|at| {
        let belongs = word(*at).is_some_and(|word| {
            word.gap == Gap::Space && BELONGING.contains(&word.folded.as_str())
        });
        belongs && !is_small(at - 1)
    });
    let joint = joints.next()?;
    // «M. Jean de la Tour de Brunnwald SA», but «M. Jean de la Caisse de Brunnwald».
    let is_given = |at: usize| word(at).is_some_and(|word| word.classes.any(Classes::GIVEN));
    let behind = (joint..words.end).find(|at| !is_small(*at)).and_then(word);
    let is_institution = behind.is_some_and(|word| {
        context::is_head(&word.folded)
            || trade::is_trade(&word.folded)
            || lexicon::is_generic(&word.folded)
    });
    let next = joints
        .next()
        .filter(|_| !is_institution && (first..joint).all(|at| is_given(at) || is_small(at)));
    Some(next.unwrap_or(joint))
}

/// The persons in these words; nothing if a firm is among them, or what may be a word.
fn persons(sentence: &Sentence, words: Range<usize>, told: Told) -> Option<Vec<Range<usize>>> {
    let within = sentence.words.get(words.clone())?;
    let may_be_name = |word: &Word| {
        lexicon::is_function_word(&word.folded)
            || word.classes.any(Classes::PERSON)
            || word.shape == Shape::Initial
            || !(word.is_ordinary() || word.is_compound)
    };
    let is_of_firm = |word: &Word| {
        word.gap == Gap::And
            || word.shape == Shape::Digits
            || super::super::widen::is_kin(&word.folded)
            || lexicon::is_legal_form(&word.folded.to_uppercase())
            || context::is_head(&word.folded)
    };
    let are_names = told == Told::Title || within.iter().all(may_be_name);
    if !are_names || within.iter().any(is_of_firm) {
        return None;
    }
    let mut persons = Vec::new();
    let mut start = words.start;
    for at in words.clone() {
        let is_joint = within
            .get(at - words.start)
            .is_some_and(|word| firms::JOINTS.contains(&word.folded.as_str()));
        if is_joint {
            persons.push(start..at);
            start = at + 1;
        }
    }
    persons.push(start..words.end);
    persons
        .iter()
        .all(|person| !person.is_empty())
        .then_some(persons)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The persons and the firm in what is found in a text, one after the other.
    fn of<'text>(text: &'text str, found: &str) -> Vec<&'text str> {
        let sentence = Sentence::of(text);
        let start = text.find(found).expect("it stands there");
        let words = sentence.words_in(&(start..start + found.len()));
        let written = |words: &Range<usize>| {
            let (first, last) = (&sentence.words[words.start], &sentence.words[words.end - 1]);
            text.get(first.span.start..last.span.end)
                .unwrap_or_default()
        };
        let Some(staff) = parted(&sentence, words) else {
            return Vec::new();
        };
        let mut all: Vec<&str> = staff.persons.iter().map(written).collect();
        all.push(written(&staff.firm));
        all
    }

    #[test]
    fn what_stands_between_a_title_and_the_firm_is_somebody() {
        for (before, found, expected) in [
            (
                "met Mr ",
                "Kernhofler of Brunnwald Ltd",
                &["Kernhofler", "Brunnwald Ltd"][..],
            ),
            (
                "",
                "Mrs Kernhofler of the Brunnwald Ltd",
                &["Kernhofler", "Brunnwald Ltd"],
            ),
            (
                "Mr ",
                "Kernhofler and Trelawny of Brunnwald Ltd",
                &["Kernhofler", "Trelawny", "Brunnwald Ltd"],
            ),
            (
                "director ",
                "Kernhofler of Brunnwald Ltd",
                &["Kernhofler", "Brunnwald Ltd"],
            ),
            (
                "Mr ",
                "Wirt Kernhofler of Brunnwald Ltd",
                &["Wirt Kernhofler", "Brunnwald Ltd"],
            ),
            (
                "Mr ",
                "director Kernhofler of Brunnwald Ltd",
                &["Kernhofler", "Brunnwald Ltd"],
            ),
            (
                "Herr ",
                "Direktor Dr. Kernhofler von der Brunnwald AG",
                &["Kernhofler", "Brunnwald AG"],
            ),
            (
                "",
                "Dean Trelau of Brunnwald Ltd",
                &["Dean Trelau", "Brunnwald Ltd"],
            ),
            (
                "mit ",
                "Anna Kernhofler von der Brunnwald AG",
                &["Anna Kernhofler", "Brunnwald AG"],
            ),
            (
                "Frau ",
                "Kernhofler für Brunnwald AG",
                &["Kernhofler", "Brunnwald AG"],
            ),
            (
                "M. ",
                "Jean de la Tour de Brunnwald SA",
                &["Jean de la Tour", "Brunnwald SA"],
            ),
            (
                "M. ",
                "Jean de la Caisse de Brunnwald",
                &["Jean", "Caisse de Brunnwald"],
            ),
            (
                "Mme ",
                "de Kernhofler d'Aluform SA",
                &["de Kernhofler", "Aluform SA"],
            ),
            (
                "",
                "A. Kernhofler of Brunnwald Ltd",
                &["A. Kernhofler", "Brunnwald Ltd"],
            ),
            (
                "avec ",
                "P. Kernhofler de chez Brunnwald SA",
                &["P. Kernhofler", "Brunnwald SA"],
            ),
        ] {
            let text = format!("{before}{found} hier");
            assert_eq!(of(&text, found), expected, "{text}");
        }
    }

    #[test]
    fn firms_of_several_words_are_left_whole() {
        for (before, found) in [
            ("the ", "Friends of Brunnwald Ltd"),
            ("the ", "Head Office of Brunnwald Ltd"),
            ("a ", "Partner of Brunnwald Ltd"),
            ("bei ", "Dr. Kernhofler AG"),
            ("Frau ", "Kernhofler & Söhne von Brunnwald AG"),
            ("Mme ", "Kernhofler et Fils de Brunnwald SA"),
            ("die ", "Werkstatt von Brunnwald AG"),
            ("Mme ", "de Brunnwald SA"),
        ] {
            let text = format!("{before}{found} hier");
            assert!(of(&text, found).is_empty(), "{text}");
        }
    }
}
