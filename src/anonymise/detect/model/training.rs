//! Writes the notes that the network learns from: `EXAMPLES=file LISTS=folder cargo test --release --lib training`.
//!
//! Each round but the first every note of the parts `build` is taken with other names: surnames and places from the lists, put
//! together from halves of two or from nouns, coined brands and acronyms; some notes wholly in small letters, some
//! without accents. So the model learns how a name stands, not which names there are. With `PART=build-11` the notes of
//! that part alone are written, to hold a network against. `lists/network.py` trains it. The part `measure` is never
//! read here.

#![expect(
    clippy::string_slice,
    clippy::cast_possible_truncation,
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
mod names;

use std::path::Path;
use std::{env, fs};

use corpus::{Corpus, Mark, Note};
use dice::Dice;
use names::{Lists, changed, renamed, without_accents};

use super::Tag;
use crate::anonymise::detect::evidence::Evidence;
use crate::anonymise::detect::sentence::Sentence;
use crate::anonymise::detect::{Detection, Layers, rules};
use crate::language::Language;

/// The parts to build on; those that are full of words that could be names stand twice.
const PARTS: [&str; 23] = [
    "build", "build-2", "build-3", "build-4", "build-5", "build-6", "build-7", "build-8",
    "build-9", "build-10", "build-12", "build-13", "build-14", "build-16", "build-18", "build-21",
    "build-23", "build-25", "build-28", "build-28", "build-29", "build-30", "build-30",
];
/// How many notes in a hundred are learned in small letters.
const SMALL: usize = 30;
/// How many in a hundred are learned with placeholders for some of their names.
const KEPT_BEFORE: usize = 25;

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
                Some("address" | "telephone" | "number" | "iban" | "ahv") => Some(Tag::Detail),
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

/// A note as it is learned in a round: with other names but in the first, some with placeholders, in small letters, or without
/// accents.
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
    (text, marks) = changed(&text, marks, names::without_written);
    if dice.chance(KEPT_BEFORE) {
        (text, marks) = names::replaced(&text, marks, dice);
    }
    if dice.chance(SMALL) {
        (text, marks) = changed(&text, marks, str::to_lowercase);
    }
    if dice.chance(12) {
        (text, marks) = changed(&text, marks, without_accents);
    }
    example(&text, &marks, language)
}

#[test]
fn the_notes_to_build_on_are_written_for_the_training() {
    let (Some(file), Some(folder)) = (env::var_os("EXAMPLES"), env::var_os("LISTS")) else {
        // Without the lists nothing is written; that the weights do what they should is tested by the corpus.
        return;
    };
    let mut lists = Lists::read(Path::new(&folder));
    let part = env::var("PART").ok();
    let parts = part.as_deref().map_or(PARTS.to_vec(), |part| vec![part]);
    assert!(!parts.contains(&"measure"), "that part is measured only");
    let files: Vec<(Language, Corpus)> = parts
        .into_iter()
        .flat_map(|part| Language::ALL.map(|language| (part, language)))
        .map(|(part, language)| {
            let corpus = Corpus::read(&format!("{part}.{}.txt", language.tag()));
            (language, corpus)
        })
        .collect();
    let notes: Vec<(Language, &Note)> = files
        .iter()
        .flat_map(|(language, corpus)| corpus.notes.iter().map(move |note| (*language, note)))
        .collect();
    fs::write(file, examples::of(&notes, &mut lists)).unwrap();
}
