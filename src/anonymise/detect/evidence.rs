//! What the model is told of a sentence: how its words are written, what the lists say of them, and what the rules found.
//!
//! How that becomes numbers say the [`signs`](mod@signs). Keeps out: what follows from it, which the model has learned.

mod signs;

use std::collections::HashMap;

use super::context;
use super::dictionary::Classes;
use super::letters::Likeness;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{Detection, Kind};
use crate::language::Language;

pub(super) use signs::signs;

/// How a word looks: what is reckoned once for all its signs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    summary: u64,
    role: u64,
    text: u64,
    likeness: Likeness,
    trade: u64,
    /// How many words stand between it and a word for a kind of institution before it, and how that one is written.
    headed: u64,
    /// How often the text has the word, up to three times.
    times: u64,
}

impl Look {
    fn of(word: &Word, is_small: bool) -> Self {
        Self {
            summary: summary(word, is_small),
            role: role(word),
            text: text(&word.folded),
            likeness: word.facts.likeness,
            trade: u64::from(word.facts.is_trade),
            headed: 0,
            times: 1,
        }
    }
}

/// The looks of all words of a sentence.
fn looks(sentence: &Sentence) -> &[Look] {
    sentence.looks.get_or_init(|| {
        let mut looks: Vec<Look> = sentence
            .words
            .iter()
            .map(|word| Look::of(word, sentence.is_small))
            .collect();
        count_words(&mut looks);
        find_heads(sentence, &mut looks);
        looks
    })
}

/// Somebody who is spoken of is named more than once.
fn count_words(looks: &mut [Look]) {
    let mut times: HashMap<u64, u64> = HashMap::with_capacity(looks.len());
    for look in looks.iter() {
        *times.entry(look.text).or_default() += 1;
    }
    for look in looks {
        look.times = times.get(&look.text).copied().unwrap_or(1).min(3);
    }
}

/// «Syndicat des mouleurs rhénans»: what may name an institution up to five words behind «syndicat».
fn find_heads(sentence: &Sentence, looks: &mut [Look]) {
    const FARTHEST: u64 = 5;
    let mut open: Option<(u64, u64)> = None;
    for (word, look) in sentence.words.iter().zip(looks) {
        let is_joined = matches!(
            word.gap,
            Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::And
        );
        open = open
            .filter(|(distance, _)| is_joined && *distance < FARTHEST)
            .map(|(distance, shape)| (distance + 1, shape));
        look.headed = open.map_or(0, |(distance, written)| 16 * distance + written);
        let is_head = word.facts.is_head;
        if is_head || look.trade > 0 {
            open = Some((0, 2 * word.shape as u64 + u64::from(is_head)));
        }
    }
}

/// What the model is told: the words, and what the rules found in them.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    /// The words.
    pub(super) sentence: &'a Sentence,
    /// What the rules said of each word.
    told: Vec<u64>,
    language: Language,
}

impl<'a> Evidence<'a> {
    /// Puts together what there is before the model is asked.
    pub(super) fn new(sentence: &'a Sentence, found: &[Detection], language: Language) -> Self {
        let mut told = vec![0; sentence.words.len()];
        for find in found {
            let first = sentence
                .words
                .partition_point(|word| word.span.end <= find.span.start);
            let says = said(find);
            for (told, word) in told.iter_mut().zip(&sentence.words).skip(first) {
                if word.span.start >= find.span.end {
                    break;
                }
                *told = (*told).max(says);
            }
        }
        Self {
            sentence,
            told,
            language,
        }
    }
}

/// What a find says of its words; the more, the surer it is.
const fn said(find: &Detection) -> u64 {
    let kind = match find.kind {
        Kind::Person => 0,
        Kind::Institution => 1,
        Kind::Place => 2,
        _ => 3,
    };
    1 + ((find.certainty as u64) << 5 | (find.by as u64) << 2 | kind)
}

/// What stands before a word as an article would: a thing has one, somebody seldom.
fn determined(sentence: &Sentence, at: isize) -> u64 {
    let Some(before) = sentence.at(at - 1) else {
        return 0;
    };
    let is_joined = sentence
        .at(at)
        .is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Apostrophe));
    if !is_joined {
        return 1;
    }
    let folded = before.folded.as_str();
    if context::is_article(folded) {
        return 2;
    }
    let is_adjective = before.shape == Shape::Small
        && before.classes.any(Classes::GERMAN)
        && ["e", "en", "er", "es", "em"]
            .iter()
            .any(|end| folded.ends_with(end));
    match sentence.at(at - 2) {
        Some(first) if is_adjective && context::is_article(&first.folded) => 3,
        _ if is_adjective => 4,
        _ if before.shape == Shape::Digits => 5,
        _ if context::is_beside_person(folded) => 6,
        _ if context::is_beside_place(folded) => 7,
        _ if before.facts.is_function_word => 8,
        _ if before.shape == Shape::Small => 9,
        _ => 10,
    }
}

/// Whether some list has the word, or it is put together from known ones.
fn is_known(word: &Word) -> bool {
    !word.is_unknown()
}

/// A word's shape and what the lists say, in a few bits.
fn summary(word: &Word, is_small: bool) -> u64 {
    let any = |classes: Classes| u64::from(word.classes.any(classes));
    let genitive = u64::from(word.genitive != Classes::NONE);
    let bits = [
        any(Classes::GERMAN),
        any(Classes::NOUN),
        any(Classes::FRENCH),
        any(Classes::ENGLISH),
        any(Classes::GIVEN),
        any(Classes::SURNAME),
        any(Classes::VILLAGE),
        any(Classes::TOWN),
        any(Classes::REGION),
        any(Classes::DEMONYM),
        u64::from(word.is_compound),
        u64::from(word.is_weak_compound),
        genitive,
        u64::from(word.facts.stays),
        u64::from(is_small),
    ];
    bits.iter()
        .fold(word.shape as u64, |all, bit| all << 1 | bit)
}

/// What a word says of those beside it, and how it looks if it says nothing.
fn role(word: &Word) -> u64 {
    let bits = word.facts.roles;
    if bits != 0 || word.verb != 0 {
        return (bits << 3 | word.verb) << 4;
    }
    // A word that says nothing is told by how it looks.
    match word.shape {
        Shape::Small => 1 + u64::from(is_known(word)),
        Shape::Capital => {
            3 + u64::from(is_known(word)) + 2 * u64::from(word.classes.any(Classes::PERSON))
        }
        Shape::Capitals => 7,
        Shape::Initial => 8,
        Shape::Mixed => 9,
        Shape::Digits => 10,
    }
}

/// The last so many letters of a longer word.
fn ending(folded: &str, length: usize) -> Option<&str> {
    let (at, _) = folded.char_indices().rev().nth(length - 1)?;
    (at > 0).then(|| folded.get(at..)).flatten()
}

fn text(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
