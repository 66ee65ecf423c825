//! What a protected name is looked for as: the whole name, its parts, its acronym.

use std::ops::Range;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::finding::Rule;
use super::lexicon;
use super::slot::{SlotKey, SlotKind};
use super::token::{is_hyphen, tokenise};
use crate::language::{fold, spellings, words};

/// How few letters a part of a name may have and still be protected.
const FEWEST_LETTERS: usize = 3;

/// One form in which a name is looked for.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(super) struct Pattern {
    /// The words of the form, each with all its spellings.
    pub(super) parts: Vec<Vec<String>>,
    /// The signs that the name itself has behind each word, beside spaces and hyphens.
    pub(super) signs: Vec<String>,
    /// The slot that stands for it.
    #[zeroize(skip)]
    pub(super) slot: SlotKey,
    /// Whole name, part or acronym.
    #[zeroize(skip)]
    pub(super) rule: Rule,
    /// In which letters it must be written to count.
    #[zeroize(skip)]
    pub(super) case: Case,
    /// Which endings may follow it.
    #[zeroize(skip)]
    pub(super) endings: Endings,
}

/// In which letters a form must be written to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// In any.
    Any,
    /// With a capital first: the name is also a function word.
    Capital,
    /// In capitals: an acronym may spell an ordinary word («ROT»).
    Capitals,
}

/// Which grammatical endings may follow a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Endings {
    /// None: it is too short.
    None,
    /// Those of persons: Müllers, Hansens, die Müllersche Idee.
    Person,
    /// Those of things: Verbands, Verbandes.
    Thing,
    /// Those of places: Freiburgs, Freiburger.
    Place,
}

impl Endings {
    /// Whether `tail` may follow a form that ends with `stem`; both are folded.
    pub(super) fn allow(self, stem: &str, tail: &str) -> bool {
        if tail == "s" {
            return self != Self::None;
        }
        if stem.chars().count() < 4 {
            return false;
        }
        match self {
            Self::None => false,
            Self::Person => match tail {
                "ens" => stem.ends_with(['s', 'x', 'z']),
                _ => matches!(tail, "sche" | "schen" | "scher" | "sches" | "schem"),
            },
            Self::Thing => tail == "es",
            Self::Place => matches!(tail, "es" | "er" | "ern" | "ers" | "erin" | "erinnen"),
        }
    }

    /// Whether `tail` may follow a word inside a name: «Verbandes der …».
    pub(super) fn allow_inside(self, tail: &str) -> bool {
        matches!(self, Self::Thing | Self::Place) && matches!(tail, "s" | "es")
    }
}

/// Makes the forms of names.
pub(super) struct Forms<'a> {
    /// Words that are not protected as a mere part of a name of an institution or a place.
    pub(super) is_vocabulary: &'a dyn Fn(&str) -> bool,
}

impl Forms<'_> {
    /// Every form in which a name is looked for.
    pub(super) fn of(&self, slot: SlotKey, name: &str) -> Vec<Pattern> {
        match slot.kind {
            SlotKind::Person => Self::of_person(slot, name),
            SlotKind::Institution | SlotKind::Place => self.of_thing(slot, name),
            _ => pattern(name, slot, Rule::Name).into_iter().collect(),
        }
    }

    /// A person is looked for without titles, and by every part that is no function word.
    fn of_person(slot: SlotKey, name: &str) -> Vec<Pattern> {
        let words = without_titles(name_words(name).collect());
        if words.is_empty() {
            return pattern(name, slot, Rule::Name).into_iter().collect();
        }
        let whole = Zeroizing::new(words.join(" "));
        let parts = words
            .into_iter()
            .flat_map(parts_of)
            .filter(|part| is_own_part(part));
        pattern(&whole, slot, Rule::Name)
            .into_iter()
            .chain(parts.filter_map(|part| pattern(part, slot, Rule::Part)))
            .collect()
    }

    /// An institution or a place is looked for with and without article and legal form, by its acronym, and by the
    /// parts that are its own.
    fn of_thing(&self, slot: SlotKey, name: &str) -> Vec<Pattern> {
        let words: Vec<&str> = name_words(name).collect();
        let without_article = words
            .iter()
            .skip_while(|word| lexicon::is_function_word(&fold(word)))
            .copied();
        let core: Vec<&str> = without_article
            .filter(|word| !lexicon::is_legal_form(word))
            .collect();
        let mut patterns: Vec<Pattern> = pattern(name, slot, Rule::Name).into_iter().collect();
        // A single word that is left is a part, and may be too common for one: «Cluster GmbH».
        if core.len() > 1 {
            patterns.extend(pattern(&Zeroizing::new(core.join(" ")), slot, Rule::Name));
        }
        patterns.extend(with_and_written(&core, slot));
        patterns.extend(self.acronym(&core, slot));
        for part in core.iter().flat_map(|word| parts_of(word)) {
            if !self.is_common(part) {
                patterns.extend(pattern(part, slot, Rule::Part));
            }
        }
        patterns
    }

    /// Whether a part of a name is too common or too short to be protected alone.
    fn is_common(&self, part: &str) -> bool {
        let folded = Zeroizing::new(fold(part));
        folded.chars().count() < FEWEST_LETTERS
            || folded.chars().all(char::is_numeric)
            || lexicon::is_function_word(&folded)
            || lexicon::is_title(&folded)
            || lexicon::is_generic(&folded)
            || lexicon::is_legal_form(part)
            || (self.is_vocabulary)(&folded)
    }

    /// The first letters of the capitalised words, from three.
    fn acronym(&self, words: &[&str], slot: SlotKey) -> Option<Pattern> {
        let letters: String = words
            .iter()
            .flat_map(|word| word.split(is_hyphen))
            .filter_map(|word| word.chars().next())
            .filter(|letter| letter.is_uppercase())
            .collect();
        let letters = Zeroizing::new(letters);
        if letters.chars().count() < FEWEST_LETTERS || (self.is_vocabulary)(&fold(&letters)) {
            return None;
        }
        let mut acronym = pattern(&letters, slot, Rule::Acronym)?;
        acronym.case = Case::Capitals;
        Some(acronym)
    }
}

/// The words of a name as it was written: spaces and commas part them.
fn name_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| {
        character.is_whitespace() || matches!(character, ',' | ';' | '(' | ')' | '"' | '«' | '»')
    })
    .filter(|word| word.chars().any(char::is_alphanumeric) || matches!(*word, "&" | "+"))
}

/// A word and, if hyphens or apostrophes part it, its pieces.
fn parts_of(word: &str) -> Vec<&str> {
    let mut parts = vec![word];
    let pieces = word
        .split(|character: char| !character.is_alphanumeric() && joins_letters(character))
        .filter(|piece| !piece.is_empty() && *piece != word);
    parts.extend(pieces);
    parts
}

/// Whether the character parts a name into pieces, which accents and invisible characters do not.
fn joins_letters(character: char) -> bool {
    character.is_ascii() || is_hyphen(character) || matches!(character, '’' | '‘' | 'ʼ' | '´')
}

/// Whether a part of a person's name is protected alone: initials and function words are not.
fn is_own_part(part: &str) -> bool {
    let folded = Zeroizing::new(fold(part));
    let longest = words(part)
        .map(|word| part.get(word).map_or(0, |word| word.chars().count()))
        .max();
    folded.chars().count() >= FEWEST_LETTERS
        && longest >= Some(2)
        && !lexicon::is_function_word(&folded)
}

/// The words of a person's name as it was written, without titles; all of them if it is made of titles only.
pub(super) fn own_words(name: &str) -> Vec<&str> {
    let own = without_titles(name_words(name).collect());
    if own.is_empty() { vec![name] } else { own }
}

/// The words of a person's name without titles and degrees.
///
/// «Graf» and «Herr» are surnames too: the last word is a title only if it can follow a name, or ends with a dot.
fn without_titles(words: Vec<&str>) -> Vec<&str> {
    let last = words.len().saturating_sub(1);
    let is_title = |at: usize, word: &str| {
        let folded = Zeroizing::new(fold(word));
        let abbreviated = word.ends_with('.');
        // «Phil» begins a name, «phil.» belongs to a doctor.
        let is_first_name = folded.as_str() == "phil" && word.starts_with('P');
        let before = lexicon::is_title(&folded);
        let behind = lexicon::is_title_behind(&folded);
        if at == last {
            at > 0 && (behind || abbreviated && before)
        } else {
            !is_first_name && (before || abbreviated && behind)
        }
    };
    words
        .into_iter()
        .enumerate()
        .filter(|&(at, word)| !is_title(at, word))
        .map(|(_, word)| word)
        .collect()
}

/// For «Meyer & Söhne» the forms with «und», «et» and «and», and the other way round.
fn with_and_written(words: &[&str], slot: SlotKey) -> Vec<Pattern> {
    const ANDS: [&str; 5] = ["&", "+", "und", "et", "and"];
    let Some(place) = words
        .iter()
        .position(|word| ANDS.contains(&word.to_lowercase().as_str()))
    else {
        return Vec::new();
    };
    ANDS.iter()
        .filter_map(|and| {
            let mut words = words.to_vec();
            *words.get_mut(place)? = and;
            pattern(&Zeroizing::new(words.join(" ")), slot, Rule::Name)
        })
        .collect()
}

/// The form of some words of a name.
fn pattern(text: &str, slot: SlotKey, rule: Rule) -> Option<Pattern> {
    let mut tokens = Vec::new();
    tokenise(text, 0, &mut tokens);
    let spans: Vec<Range<usize>> = tokens.iter().map(|token| token.span.clone()).collect();
    let mut parts: Vec<Vec<String>> = Vec::with_capacity(spans.len());
    let mut signs = Vec::with_capacity(spans.len());
    for (index, span) in spans.iter().enumerate() {
        parts.push(spellings(text.get(span.clone())?));
        let next = spans.get(index + 1).map_or(text.len(), |next| next.start);
        let gap = text.get(span.end..next)?;
        signs.push(gap.chars().filter(|sign| !sign.is_whitespace()).collect());
    }
    tokens.iter_mut().for_each(Zeroize::zeroize);
    let letters: usize = parts
        .iter()
        .filter_map(|part| part.first())
        .map(String::len)
        .sum();
    if letters < 2 {
        return None;
    }
    if matches!(slot.kind, SlotKind::Institution | SlotKind::Place) {
        add_declined(&mut parts);
    }
    Some(Pattern {
        slot,
        rule,
        case: case_of(&parts),
        endings: endings_of(slot.kind, letters),
        parts,
        signs,
    })
}

/// Adds the endings of German adjectives to the words before the last: «der Technischen Universität …».
fn add_declined(parts: &mut [Vec<String>]) {
    let Some((_, before)) = parts.split_last_mut() else {
        return;
    };
    for part in before {
        let declined: Vec<String> = part
            .iter()
            .filter_map(|word| stem_of_adjective(word))
            .flat_map(decline)
            .collect();
        part.extend(declined);
        part.sort_unstable();
        part.dedup();
    }
}

fn stem_of_adjective(word: &str) -> Option<&str> {
    ["er", "en", "es", "em", "e"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.chars().count() >= 4)
}

fn decline(stem: &str) -> [String; 5] {
    ["e", "er", "en", "es", "em"].map(|ending| format!("{stem}{ending}"))
}

fn case_of(parts: &[Vec<String>]) -> Case {
    match parts {
        [only] if only.iter().any(|word| lexicon::is_function_word(word)) => Case::Capital,
        _ => Case::Any,
    }
}

const fn endings_of(kind: SlotKind, letters: usize) -> Endings {
    match kind {
        _ if letters < FEWEST_LETTERS => Endings::None,
        SlotKind::Person => Endings::Person,
        SlotKind::Place => Endings::Place,
        _ => Endings::Thing,
    }
}
