//! Trains the weights: `UPDATE=1 LISTS=folder cargo test --release --lib training -- --nocapture`.
//!
//! Each round every note of the parts `build` is taken with other names: surnames and places from the lists, put
//! together from halves of two or from nouns, coined brands and acronyms; some notes wholly in small letters, some
//! without accents. So the model learns how a name stands, not which names there are. With `HOLD=build-2` that part is
//! left out, so that the scorer of the corpus can be held against it (`PART=build-2`); with `FOLDS=5` the model is also
//! trained on four fifths and held against the fifth, word by word. With `EXAMPLES=file` the notes are written for
//! `lists/network.py`, which trains the network, and the chain is left as it is. The part `measure` is never read here.

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
mod dice;
mod examples;
mod learning;
mod names;

use std::path::Path;
use std::{env, fs};

use corpus::{Corpus, Mark, Note};
use dice::Dice;
use learning::Learning;
use names::{Lists, changed, renamed, without_accents};

use super::{Tag, verdicts};
use crate::anonymise::detect::features::Evidence;
use crate::anonymise::detect::sentence::Sentence;
use crate::anonymise::detect::{Detection, Layers, rules};
use crate::language::Language;

/// The parts to build on.
const PARTS: [&str; 12] = [
    "build", "build-2", "build-3", "build-4", "build-5", "build-6", "build-7", "build-8",
    "build-9", "build-10", "build-12", "build-13",
];
const ROUNDS: usize = 36;
/// How many notes in a hundred are learned in small letters.
const SMALL: usize = 30;

/// A note for training: what the rules found in it, and the words' right tags; nothing where any would do.
struct Example {
    sentence: Sentence,
    found: Vec<Detection>,
    language: Language,
    gold: Vec<Option<Tag>>,
}

impl Example {
    fn evidence(&self) -> Evidence<'_> {
        Evidence::new(&self.sentence, &self.found, self.language)
    }
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
        found: rules(text, &sentence, Layers::ALL),
        sentence,
        language,
        gold,
    }
}

/// A note as it is learned in a round: with other names but in the first, some in small letters, some without accents.
fn varied(
    (language, note): (Language, &Note),
    round: usize,
    lists: &mut Lists,
    dice: &mut Dice,
) -> Example {
    lists.speak(language);
    let (mut text, mut marks) = if round > 0 && dice.chance(85) {
        renamed(note, lists, dice)
    } else {
        (note.text.clone(), note.marks.clone())
    };
    if dice.chance(SMALL) {
        (text, marks) = changed(&text, marks, str::to_lowercase);
    }
    if dice.chance(12) {
        (text, marks) = changed(&text, marks, without_accents);
    }
    example(&text, &marks, language)
}

fn train(notes: &[(Language, &Note)], lists: &mut Lists) -> Vec<u8> {
    let mut learning = Learning::default();
    let mut dice = Dice(0x5eed_1234_abcd_0001);
    let mut order: Vec<usize> = (0..notes.len()).collect();
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        for &index in &order {
            let example = varied(notes[index], round, lists, &mut dice);
            learning.take(&example, &mut dice);
        }
    }
    learning.table()
}

/// Of the words of names, how many are found at which odds; of the others, how many are taken for names.
fn held_against(
    table: Vec<u8>,
    notes: &[(Language, &Note)],
) -> Vec<(f64, usize, usize, usize, usize)> {
    let weights = super::Table(Box::leak(table.into_boxed_slice()));
    let bounds = [-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0];
    let mut rows: Vec<_> = bounds.iter().map(|bound| (*bound, 0, 0, 0, 0)).collect();
    for (language, note) in notes {
        let example = example(&note.text, &note.marks, *language);
        let verdicts = verdicts(&[example.evidence()], &weights);
        for (verdict, gold) in verdicts.iter().flatten().zip(&example.gold) {
            for (bound, found, missed, wrong, kept) in &mut rows {
                let taken = verdict.odds > *bound;
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
    let mut lists = Lists::read(Path::new(&folder));
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
    if let Some(file) = env::var_os("EXAMPLES") {
        fs::write(file, examples::of(&notes, &mut lists)).unwrap();
        return;
    }
    if let Some(folds) = env::var("FOLDS")
        .ok()
        .and_then(|folds| folds.parse::<usize>().ok())
    {
        let mut total: Vec<(f64, usize, usize, usize, usize)> = Vec::new();
        for fold in 0..folds {
            let is_held = |(_, note): &&(Language, &Note)| note.session % folds == fold;
            let held: Vec<_> = notes.iter().filter(is_held).copied().collect();
            let rest: Vec<_> = notes
                .iter()
                .filter(|note| !is_held(note))
                .copied()
                .collect();
            for (at, row) in held_against(train(&rest, &mut lists), &held)
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
                "odds {bound:>5}: words of names found {:.1} %, other words taken {:.2} %",
                100.0 * found as f64 / (found + missed) as f64,
                100.0 * wrong as f64 / (wrong + kept) as f64
            );
        }
    }
    let table = train(&notes, &mut lists);
    println!("{} bytes", table.len());
    fs::write("src/anonymise/lists/model.bin", table).unwrap();
}
