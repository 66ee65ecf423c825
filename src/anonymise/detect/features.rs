//! What the model is told of a word: how it is written, what the lists say, and what stands beside it.
//!
//! A feature is a number that its kind and its values are hashed into; the model knows a weight for each.

mod signs;

use std::collections::HashMap;

use super::context;
use super::dictionary::Classes;
use super::letters::Likeness;
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{Detection, Kind};
use crate::language::Language;

pub(super) use signs::signs;

/// How many words to either side count.
const REACH: isize = 2;
/// The farthest word whose part in the sentence counts.
const FARTHEST_ROLE: isize = 3;

/// How a word looks to itself and to those beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    summary: u64,
    role: u64,
    text: u64,
    verb: u64,
    likeness: Likeness,
    known: u64,
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
            verb: word.verb,
            likeness: word.facts.likeness,
            known: u64::from(is_known(word)),
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

/// Calls `take` with every feature of the word at `index`.
pub(super) fn features(evidence: &Evidence<'_>, index: usize, mut take: impl FnMut(u32)) {
    let looks = looks(evidence.sentence);
    let (Some(word), Some(look)) = (evidence.sentence.words.get(index), looks.get(index)) else {
        return;
    };
    let standing = Standing {
        evidence,
        looks,
        at: isize::try_from(index).unwrap_or(0),
        word,
        look,
        own: look.summary,
        shape: word.shape as u64,
        small: u64::from(evidence.sentence.is_small),
        begins: u64::from(word.begins),
        language: evidence.language as u64,
        known: look.known,
    };
    let put = &mut |kind: u32, values: &[u64]| take(hash(kind, values));
    standing.word_itself(put);
    standing.signs(put);
    standing.rules(put);
    standing.letters(put);
    standing.trades(put);
    standing.each_neighbour(put);
    standing.verbs_and_articles(put);
    standing.pairs_of_neighbours(put);
}

/// A word where it stands, with what most features are made of.
struct Standing<'a> {
    evidence: &'a Evidence<'a>,
    looks: &'a [Look],
    at: isize,
    word: &'a Word,
    look: &'a Look,
    own: u64,
    shape: u64,
    small: u64,
    begins: u64,
    language: u64,
    known: u64,
}

impl Standing<'_> {
    /// How a word beside it looks.
    fn near(&self, offset: isize) -> Option<&Look> {
        self.looks.get(usize::try_from(self.at + offset).ok()?)
    }

    /// What the rules said of it or of a word beside it.
    fn told(&self, offset: isize) -> u64 {
        let index = usize::try_from(self.at + offset).ok();
        let told = index.and_then(|index| self.evidence.told.get(index));
        told.copied().unwrap_or(0)
    }

    /// What it is and how it ends.
    fn word_itself(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            word,
            look,
            own,
            shape,
            small,
            begins,
            language,
            known,
            ..
        } = *self;
        put(0, &[]);
        put(1, &[shape, begins, small, language]);
        put(2, &[own]);
        put(3, &[own, language, begins]);
        put(4, &[u64::from(word.classes.bits()), shape]);
        put(5, &[u64::from(word.genitive.bits()), shape]);
        // Which word it is says something of ordinary words alone; names are told by where they stand.
        if word.is_ordinary() || word.facts.is_function_word {
            put(6, &[look.text]);
            put(7, &[look.text, shape]);
        }
        for length in 2..=5 {
            if let Some(ending) = ending(&word.folded, length) {
                put(8, &[text(ending), shape, known]);
            }
        }
        put(9, &[word.folded.len().min(12) as u64, shape, known]);
    }

    /// The signs around it.
    fn signs(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            word, own, shape, ..
        } = *self;
        put(10, &[word.gap as u64, shape]);
        put(11, &[u64::from(word.has_stop), shape, own]);
        put(12, &[u64::from(word.beside_marker), shape]);
        if let Some(next) = self.evidence.sentence.at(self.at + 1) {
            put(13, &[next.gap as u64, shape, own]);
        }
    }

    /// What the rules found.
    fn rules(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            own,
            shape,
            small,
            begins,
            language,
            known,
            ..
        } = *self;
        put(50, &[self.told(0)]);
        put(51, &[self.told(0), own]);
        put(52, &[self.told(0), self.told(-1), self.told(1)]);
        put(53, &[self.told(0), language, begins, small]);
        put(54, &[self.told(-1), shape, known]);
        put(55, &[self.told(1), shape, known]);
    }

    /// How its letters look, how often it comes, and whether it stands behind a word such as «Verband».
    fn letters(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            look,
            own,
            shape,
            small,
            begins,
            language,
            known,
            ..
        } = *self;
        let Likeness { person, place } = look.likeness;
        put(60, &[person, shape, small, known]);
        put(61, &[person, place, shape, known]);
        put(62, &[person, own]);
        put(63, &[place, own]);
        put(64, &[person, self.told(0)]);
        if let Some(before) = self.near(-1) {
            put(65, &[person, before.role, shape]);
        }
        if let Some(next) = self.near(1) {
            put(66, &[person, next.role, shape]);
            put(67, &[person, next.verb, shape, begins]);
        }
        if look.headed > 0 {
            put(70, &[look.headed, shape, known]);
            put(71, &[look.headed, own]);
            put(72, &[look.headed, look.role, language]);
        }
        put(73, &[look.times, own]);
        put(74, &[look.times, shape, person, known]);
    }

    /// «Spedition Rauch», «Rüegg Tiefbau»: whether it or a word beside it says what a firm does.
    fn trades(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            look,
            own,
            shape,
            begins,
            language,
            known,
            ..
        } = *self;
        put(80, &[look.trade, shape, begins, language]);
        for offset in [-2, -1, 1, 2] {
            let Some(other) = self.near(offset) else {
                continue;
            };
            let place = (offset + REACH).unsigned_abs() as u64;
            let gap = gap_towards(self.evidence.sentence, self.at, offset);
            let person = other.likeness.person;
            put(81, &[place, other.trade, look.trade, gap, shape]);
            put(82, &[place, other.trade, own, gap]);
            put(83, &[place, other.known, person, look.trade, gap]);
            put(84, &[place, other.known, person, shape, known]);
        }
        let trade = |offset: isize| self.near(offset).map_or(2, |look| look.trade);
        put(
            85,
            &[trade(-1), look.trade, trade(1), look.likeness.person, shape],
        );
        put(86, &[trade(-1), look.trade, trade(1), known, language]);
    }

    /// Every word near it by itself.
    fn each_neighbour(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            own, shape, known, ..
        } = *self;
        for offset in (-REACH..=REACH).filter(|offset| *offset != 0) {
            let place = (offset + REACH).unsigned_abs() as u64;
            match self.near(offset) {
                None => put(20, &[place, own]),
                Some(other) => {
                    put(21, &[place, other.text]);
                    put(22, &[place, other.text, shape, known]);
                    put(23, &[place, other.summary]);
                    put(24, &[place, other.summary, own]);
                    put(
                        25,
                        &[
                            place,
                            other.role,
                            own,
                            gap_towards(self.evidence.sentence, self.at, offset),
                        ],
                    );
                    put(26, &[place, other.role, shape]);
                }
            }
        }
    }

    /// Who acts, and what has an article.
    fn verbs_and_articles(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            look,
            own,
            shape,
            begins,
            ..
        } = *self;
        let determined = determined(self.evidence.sentence, self.at);
        put(68, &[look.likeness.person, determined, shape]);
        let verb = |offset: isize| self.near(offset).map_or(7, |look| look.verb);
        put(40, &[verb(-1), verb(1), own]);
        put(41, &[verb(1), determined, own, begins]);
        put(42, &[verb(-1), determined, own]);
        put(43, &[verb(2), verb(1), shape, determined]);
        put(27, &[determined, own]);
        for offset in [-1, 1] {
            if let Some(other) = self
                .evidence
                .sentence
                .at(self.at + offset)
                .filter(|other| other.shape == Shape::Small)
            {
                for length in [1, 2, 3] {
                    let end = ending(&other.folded, length).unwrap_or(&other.folded);
                    let place = (offset + REACH).unsigned_abs() as u64 * 4 + length as u64;
                    put(28, &[place, text(end), own]);
                    put(29, &[place, text(end), own, determined]);
                }
            }
        }
    }

    /// Two words near it together.
    fn pairs_of_neighbours(&self, put: &mut impl FnMut(u32, &[u64])) {
        let Self {
            own,
            shape,
            language,
            ..
        } = *self;
        if let (Some(before), Some(next)) = (self.near(-1), self.near(1)) {
            put(30, &[before.role, next.role, own]);
            put(31, &[before.summary, next.summary, shape]);
            put(32, &[before.role, next.role, shape, language]);
        }
        if let (Some(before), Some(first)) = (self.near(-1), self.near(-2)) {
            put(33, &[first.role, before.role, own]);
        }
        if let (Some(next), Some(last)) = (self.near(1), self.near(2)) {
            put(34, &[next.role, last.role, own]);
        }
        for offset in [-FARTHEST_ROLE, FARTHEST_ROLE] {
            let role = self.near(offset).map_or(u64::MAX, |look| look.role);
            put(35, &[u64::from(offset > 0), role, shape]);
        }
    }
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

/// How a word looks to those beside it: its shape and what the lists say, in a few bits.
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

/// What a word says of those beside it.
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

/// The sign between a word and one beside it.
fn gap_towards(sentence: &Sentence, at: isize, offset: isize) -> u64 {
    let behind = if offset < 0 { at } else { at + 1 };
    sentence
        .at(behind)
        .map_or(Gap::Start as u64, |word| word.gap as u64)
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

/// FNV-1a over the kind and the values, folded to 32 bits.
fn hash(kind: u32, values: &[u64]) -> u32 {
    let start = 0xcbf2_9ce4_8422_2325 ^ u64::from(kind).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let all = values.iter().fold(start, |hash, value| {
        let mixed = (hash ^ value).wrapping_mul(0x0100_0000_01b3);
        (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
    });
    u32::try_from((all ^ (all >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}
