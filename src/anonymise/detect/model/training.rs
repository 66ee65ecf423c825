//! Trains the weights: `UPDATE=1 LISTS=folder cargo test --release --lib training -- --nocapture`.
//!
//! Each round every note of the part `build` is taken with other names: surnames from the list or put together from
//! halves of two, places from the list, coined brands and acronyms; some notes wholly in small letters, some without
//! accents. So the model learns how a name stands, not which names there are. With `FOLDS=5` it is also trained on four
//! fifths and held against the fifth, which says more than the notes it has seen. The part `measure` is never read here.

#![expect(
    clippy::string_slice,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    reason = "a tool that runs when the weights are made, on notes of the repository"
)]

#[path = "../../../../tests/corpus/corpus.rs"]
#[expect(
    dead_code,
    reason = "the scorer reads more of the notes than the training"
)]
mod corpus;

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs};

use corpus::{Corpus, Mark, Note};
use unicode_normalization::UnicodeNormalization;

use super::{HEADER, SCALE, SLOT, TAGS, Tag, Weights, forward, scores, verdicts};
use crate::anonymise::detect::dictionary::{self, Classes};
use crate::anonymise::detect::features::features;
use crate::anonymise::detect::sentence::Sentence;
use crate::language::{Language, fold, words};

/// The parts to build on.
const PARTS: [&str; 3] = ["build", "build-2", "build-3"];
const ROUNDS: usize = 18;
/// How many surnames in a hundred become ordinary words.
const WORDS_AS_SURNAMES: usize = 25;
/// By how much the right tag must win while training; a name that is missed counts more than one too many.
const MARGIN: f32 = 6.0;
const MISSED: f32 = 9.0;

/// A note for training: the words' right tags; nothing where either would do.
struct Example {
    sentence: Sentence,
    language: Language,
    gold: Vec<Option<Tag>>,
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 11) as usize % limit.max(1)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// The names to be put into notes.
struct Lists {
    surnames: Vec<String>,
    /// Surnames that are ordinary words.
    words: Vec<String>,
    given: Vec<String>,
    places: Vec<String>,
}

impl Lists {
    fn read(folder: &Path) -> Self {
        let lines = |name: &str| -> Vec<String> {
            let text = fs::read_to_string(folder.join(name)).expect("a list");
            text.lines()
                .map(|line| line.split('\t').next().unwrap_or_default().to_owned())
                .filter(|name| words(name).count() == 1 && name.chars().count() >= 4)
                .collect()
        };
        let surnames = lines("surnames.txt");
        let is_word = |name: &&String| dictionary::classes(&fold(name)).any(Classes::ORDINARY);
        Self {
            words: surnames.iter().filter(is_word).cloned().collect(),
            surnames,
            given: lines("first-names.txt"),
            places: lines("places.txt"),
        }
    }

    fn surname(&self, dice: &mut Dice) -> String {
        if dice.chance(WORDS_AS_SURNAMES) {
            return pick(&self.words, dice).to_owned();
        }
        if dice.chance(35) {
            return pick(&self.surnames, dice).to_owned();
        }
        let mut coined = join_halves(pick(&self.surnames, dice), pick(&self.surnames, dice));
        if dice.chance(25) {
            const ENDINGS: [&str; 14] = [
                "hofer", "bacher", "mann", "inger", "egger", "wyler", "meier", "eaux", "ard",
                "eau", "ley", "ton", "ski", "ini",
            ];
            let head: String = coined.chars().take(5).collect();
            coined = format!("{head}{}", ENDINGS[dice.below(ENDINGS.len())]);
        }
        coined
    }

    fn place(&self, dice: &mut Dice) -> String {
        if dice.chance(75) {
            pick(&self.places, dice).to_owned()
        } else {
            join_halves(pick(&self.places, dice), pick(&self.places, dice))
        }
    }

    fn brand(&self, dice: &mut Dice) -> String {
        const HEADS: [&str; 20] = [
            "Vol", "Medi", "Rhen", "Bio", "Alp", "Nova", "Tech", "Ligno", "Hydra", "Cardi", "Opti",
            "Sol", "Ener", "Micro", "Lum", "Ferro", "Xyl", "Prisma", "Therm", "Quant",
        ];
        const TAILS: [&str; 20] = [
            "tarion", "rhena", "tec", "lys", "vita", "nex", "ora", "plex", "dyn", "gen", "matis",
            "vance", "lux", "wave", "sana", "pont", "mont", "ion", "ix", "elys",
        ];
        if dice.chance(40) {
            return join_halves(pick(&self.surnames, dice), TAILS[dice.below(TAILS.len())]);
        }
        format!(
            "{}{}",
            HEADS[dice.below(HEADS.len())],
            TAILS[dice.below(TAILS.len())]
        )
    }
}

fn pick<'a>(list: &'a [String], dice: &mut Dice) -> &'a str {
    &list[dice.below(list.len())]
}

fn join_halves(one: &str, other: &str) -> String {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let head = one.len().div_ceil(2);
    let tail = other.len() / 2;
    one[..head].iter().chain(&other[tail..]).collect()
}

/// The note with other names, and its marks where they stand then.
fn renamed(note: &Note, lists: &Lists, dice: &mut Dice) -> (String, Vec<Mark>) {
    let mut names: HashMap<String, String> = HashMap::new();
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut at = 0;
    for mark in &note.marks {
        text.push_str(&note.text[at..mark.span.start]);
        let start = text.len();
        let inner = &note.text[mark.span.clone()];
        let exchanged = match mark.kind.as_str() {
            "person" | "institution" | "place" => {
                exchange(inner, &mark.kind, &mut names, lists, dice)
            }
            _ => inner.to_owned(),
        };
        text.push_str(&exchanged);
        marks.push(Mark {
            span: start..text.len(),
            ..mark.clone()
        });
        at = mark.span.end;
    }
    text.push_str(&note.text[at..]);
    (text, marks)
}

fn exchange(
    inner: &str,
    kind: &str,
    names: &mut HashMap<String, String>,
    lists: &Lists,
    dice: &mut Dice,
) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in words(inner) {
        let word = &inner[span.clone()];
        out.push_str(&inner[at..span.start]);
        at = span.end;
        let folded = fold(word);
        let classes = dictionary::classes(&folded);
        let is_capitals = word.chars().count() > 1 && !word.contains(char::is_lowercase);
        let is_given =
            classes.any(Classes::GIVEN) && !classes.any(Classes::ORDINARY | Classes::SURNAME);
        let fixed = word.chars().count() < 3 || crate::anonymise::lexicon::is_function_word(&folded)
            || crate::anonymise::lexicon::is_legal_form(word)
            // A surname that is a word teaches how such names stand.
            || kind == "person" && classes.any(Classes::ORDINARY) && dice.chance(75)
            || kind == "institution" && classes.any(Classes::ORDINARY)
            || kind == "place" && (classes.any(Classes::ORDINARY) || !classes.any(Classes::PLACE) && dice.chance(60));
        if fixed {
            out.push_str(word);
            continue;
        }
        let new = names.entry(folded.clone()).or_insert_with(|| match kind {
            _ if is_capitals => (0..word.chars().count())
                .map(|_| char::from(b'A' + dice.below(26) as u8))
                .collect(),
            "person" if is_given => pick(&lists.given, dice).to_owned(),
            "person" => lists.surname(dice),
            "place" => lists.place(dice),
            _ => lists.brand(dice),
        });
        if word.starts_with(char::is_lowercase) {
            out.push_str(&new.to_lowercase());
        } else {
            out.push_str(new);
        }
    }
    out.push_str(&inner[at..]);
    out
}

fn without_accents(text: &str) -> String {
    text.nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .collect()
}

/// The same marks in a text whose letters were changed one for one into others of perhaps another length.
fn changed(text: &str, marks: Vec<Mark>, change: impl Fn(&str) -> String) -> (String, Vec<Mark>) {
    let (mut out, mut at, mut moved) = (String::new(), 0, Vec::new());
    for mark in marks {
        out.push_str(&change(&text[at..mark.span.start]));
        let start = out.len();
        out.push_str(&change(&text[mark.span.clone()]));
        at = mark.span.end;
        moved.push(Mark {
            span: start..out.len(),
            ..mark
        });
    }
    out.push_str(&change(&text[at..]));
    (out, moved)
}

fn example(text: &str, marks: &[Mark], language: Language) -> Example {
    let sentence = Sentence::of(text);
    let gold = sentence
        .words
        .iter()
        .map(|word| {
            let mark = marks
                .iter()
                .find(|mark| mark.span.start < word.span.end && word.span.start < mark.span.end);
            match mark.map(|mark| mark.kind.as_str()) {
                None | Some("keep") => Some(Tag::Nothing),
                Some("person") => Some(Tag::Person),
                Some("institution") => Some(Tag::Institution),
                Some("place") => Some(Tag::Place),
                Some(_) => None,
            }
        })
        .collect();
    Example {
        sentence,
        language,
        gold,
    }
}

#[derive(Default)]
struct Learning {
    weights: HashMap<u32, Row>,
    transitions: [[f64; TAGS]; TAGS],
    sums: [[f64; TAGS]; TAGS],
    step: u64,
}

#[derive(Default, Clone)]
struct Row {
    now: [f64; TAGS],
    /// What is subtracted from `now` for the average over all steps.
    weighed: [f64; TAGS],
    seen: u32,
}

struct Margins<'a> {
    learning: &'a Learning,
}

impl Weights for Margins<'_> {
    fn add(&self, feature: u32, scores: &mut [f32; TAGS]) {
        if let Some(row) = self.learning.weights.get(&feature) {
            for (score, weight) in scores.iter_mut().zip(row.now) {
                *score += weight as f32;
            }
        }
    }

    fn transition(&self, before: Tag, tag: Tag) -> f32 {
        self.learning.transitions[before as usize][tag as usize] as f32
    }
}

impl Learning {
    fn take(&mut self, example: &Example) {
        self.step += 1;
        let weights = Margins { learning: self };
        let mut scores = scores(&example.sentence, example.language, &weights);
        for (scores, gold) in scores.iter_mut().zip(&example.gold) {
            if let Some(gold) = gold {
                for tag in Tag::ALL.into_iter().filter(|tag| tag != gold) {
                    let is_missed = tag == Tag::Nothing;
                    scores[tag as usize] += if is_missed { MISSED } else { MARGIN };
                }
            }
        }
        let found = best(&scores, &weights);
        let gold: Vec<Tag> = example
            .gold
            .iter()
            .zip(&found)
            .map(|(gold, found)| gold.unwrap_or(*found))
            .collect();
        if gold == found {
            return;
        }
        for (index, (right, wrong)) in gold.iter().zip(&found).enumerate() {
            if right != wrong {
                let mut touched = Vec::new();
                features(&example.sentence, index, example.language, |feature| {
                    touched.push(feature);
                });
                for feature in touched {
                    self.update(feature, *right, 1.0);
                    self.update(feature, *wrong, -1.0);
                }
            }
            let before = index.checked_sub(1);
            let (right_before, wrong_before) = before
                .map_or((Tag::Nothing, Tag::Nothing), |before| {
                    (gold[before], found[before])
                });
            if (right_before, *right) != (wrong_before, *wrong) {
                self.bend(right_before, *right, 1.0);
                self.bend(wrong_before, *wrong, -1.0);
            }
        }
    }

    fn update(&mut self, feature: u32, tag: Tag, by: f64) {
        let row = self.weights.entry(feature).or_default();
        row.now[tag as usize] += by;
        row.weighed[tag as usize] += by * self.step as f64;
        row.seen += 1;
    }

    fn bend(&mut self, before: Tag, tag: Tag, by: f64) {
        self.transitions[before as usize][tag as usize] += by;
        self.sums[before as usize][tag as usize] += by * self.step as f64;
    }

    /// The average of the weights over all steps, as the table that the program reads.
    fn table(&self) -> Vec<u8> {
        let steps = self.step.max(1) as f64;
        let small =
            |number: f64| (number * f64::from(SCALE)).round().clamp(-32000.0, 32000.0) as i16;
        let mut rows: Vec<(u32, [i16; TAGS])> = self
            .weights
            .iter()
            .filter(|(feature, row)| **feature != 0 && row.seen > 2)
            .map(|(feature, row)| {
                let mut averaged = [0; TAGS];
                for (tag, number) in averaged.iter_mut().enumerate() {
                    *number = small(row.now[tag] - row.weighed[tag] / steps);
                }
                (*feature, averaged)
            })
            .filter(|(_, row)| row.iter().any(|number| number.unsigned_abs() >= 6))
            .collect();
        rows.sort_unstable();
        let slots = (rows.len() * 2).max(1);
        let mut table = vec![0u8; HEADER + slots * SLOT];
        for before in 0..TAGS {
            for tag in 0..TAGS {
                let number = small(self.transitions[before][tag] - self.sums[before][tag] / steps);
                let at = 2 * (before * TAGS + tag);
                table[at..at + 2].copy_from_slice(&number.to_le_bytes());
            }
        }
        for (feature, row) in rows {
            let mut slot = feature as usize % slots;
            while table[HEADER + slot * SLOT..][..4] != [0; 4] {
                slot = (slot + 1) % slots;
            }
            let at = HEADER + slot * SLOT;
            table[at..at + 4].copy_from_slice(&feature.to_le_bytes());
            for (tag, number) in row.iter().enumerate() {
                table[at + 4 + 2 * tag..][..2].copy_from_slice(&number.to_le_bytes());
            }
        }
        table
    }
}

/// The best tags of all words together.
fn best(scores: &[[f32; TAGS]], weights: &impl Weights) -> Vec<Tag> {
    let forward = forward(scores, weights);
    let mut tags = vec![Tag::Nothing; scores.len()];
    let mut behind: Option<Tag> = None;
    for (index, reached) in forward.iter().enumerate().rev() {
        let total = |tag: Tag| {
            reached.get(tag as usize).copied().unwrap_or(f32::MIN)
                + behind.map_or(0.0, |behind| weights.transition(tag, behind))
        };
        let best = Tag::ALL
            .into_iter()
            .max_by(|one, other| total(*one).total_cmp(&total(*other)))
            .unwrap_or(Tag::Nothing);
        if let Some(tag) = tags.get_mut(index) {
            *tag = best;
        }
        behind = Some(best);
    }
    tags
}

fn train(notes: &[(Language, &Note)], lists: &Lists) -> Vec<u8> {
    let mut learning = Learning::default();
    let mut dice = Dice(0x5eed_1234_abcd_0001);
    let mut order: Vec<usize> = (0..notes.len()).collect();
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        for &index in &order {
            let (language, note) = notes[index];
            let (mut text, mut marks) = if round > 0 && dice.chance(85) {
                renamed(note, lists, &mut dice)
            } else {
                (note.text.clone(), note.marks.clone())
            };
            if dice.chance(12) {
                (text, marks) = changed(&text, marks, str::to_lowercase);
            }
            if dice.chance(12) {
                (text, marks) = changed(&text, marks, without_accents);
            }
            learning.take(&example(&text, &marks, language));
        }
    }
    learning.table()
}

/// Of the words of names, how many are found at a margin; of the others, how many are taken for names.
fn held_against(
    table: Vec<u8>,
    notes: &[(Language, &Note)],
) -> Vec<(f32, usize, usize, usize, usize)> {
    let weights = super::Table(Box::leak(table.into_boxed_slice()));
    let bounds = [-12.0, -8.0, -4.0, 0.0, 4.0, 8.0, 12.0];
    let mut rows: Vec<_> = bounds.iter().map(|bound| (*bound, 0, 0, 0, 0)).collect();
    for (language, note) in notes {
        let example = example(&note.text, &note.marks, *language);
        let verdicts = verdicts(&example.sentence, *language, &weights);
        for (verdict, gold) in verdicts.iter().zip(&example.gold) {
            for (bound, found, missed, wrong, kept) in &mut rows {
                let taken = verdict.margin > *bound;
                match gold {
                    Some(Tag::Nothing) if taken => *wrong += 1,
                    Some(Tag::Nothing) => *kept += 1,
                    Some(_) if taken => *found += 1,
                    Some(_) => *missed += 1,
                    None => {}
                }
            }
        }
    }
    rows
}

#[test]
fn the_weights_are_trained_on_the_notes_to_build_on() {
    let Some(folder) = env::var_os("LISTS").filter(|_| env::var_os("UPDATE").is_some()) else {
        // Without the lists nothing is trained; that the weights do what they should is tested by the corpus.
        return;
    };
    let lists = Lists::read(Path::new(&folder));
    let held = env::var("HOLD").unwrap_or_default();
    let files: Vec<(Language, Corpus)> = PARTS
        .into_iter()
        .filter(|part| *part != held)
        .flat_map(|part| Language::ALL.map(|language| (part, language)))
        .map(|(part, language)| {
            (
                language,
                Corpus::read(&format!("{part}.{}.txt", language.tag())),
            )
        })
        .collect();
    let notes: Vec<(Language, &Note)> = files
        .iter()
        .flat_map(|(language, corpus)| corpus.notes.iter().map(move |note| (*language, note)))
        .collect();
    if let Some(folds) = env::var("FOLDS")
        .ok()
        .and_then(|folds| folds.parse::<usize>().ok())
    {
        let mut total: Vec<(f32, usize, usize, usize, usize)> = Vec::new();
        for fold in 0..folds {
            let is_held = |(_, note): &&(Language, &Note)| note.session % folds == fold;
            let held: Vec<_> = notes.iter().filter(is_held).copied().collect();
            let rest: Vec<_> = notes
                .iter()
                .filter(|note| !is_held(note))
                .copied()
                .collect();
            for (at, row) in held_against(train(&rest, &lists), &held)
                .into_iter()
                .enumerate()
            {
                match total.get_mut(at) {
                    None => total.push(row),
                    Some(sum) => {
                        sum.1 += row.1;
                        sum.2 += row.2;
                        sum.3 += row.3;
                        sum.4 += row.4;
                    }
                }
            }
        }
        for (bound, found, missed, wrong, kept) in total {
            println!(
                "margin {bound:>5}: words of names found {:.1} %, other words taken {:.2} %",
                100.0 * found as f64 / (found + missed) as f64,
                100.0 * wrong as f64 / (wrong + kept) as f64
            );
        }
    }
    let table = train(&notes, &lists);
    println!("{} bytes", table.len());
    fs::write("src/anonymise/lists/model.bin", table).unwrap();
}
