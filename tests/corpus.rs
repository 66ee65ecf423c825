//! Holds the detectors against hand-marked notes, by language and kind: what is found, what is lost that had to stay,
//! and whether the same is called the same.
//!
//! `cargo test --release --test corpus -- --nocapture` prints the tables; `PART=build` those of the notes that the
//! detectors were built on, and `SHOW=missed`, `SHOW=lost`, `SHOW=pairs` or `SHOW=slots` what went wrong there. With `LAYERS=1` it prints what each
//! layer adds, with `ALONE=1` what is found in notes of which each is a session of its own. The part `measure` is for measuring only: its notes are never shown.

#![expect(
    clippy::string_slice,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a tool that prints what it measured, on notes of the repository"
)]

#[path = "corpus/corpus.rs"]
mod corpus;
#[path = "corpus/score.rs"]
mod score;

use std::env;
use std::path::Path;

use leitfaden::anonymise::{Layers, Memory, ProtectedWords, redact_whole, scan};
use leitfaden::language::Language;
use leitfaden::store::Study;
use score::Score;

fn part() -> String {
    env::var("PART").unwrap_or_else(|_| "measure".to_owned())
}

fn scores(layers: Layers) -> Vec<(Language, Score)> {
    Language::ALL
        .into_iter()
        .map(|language| (language, Score::of(&part(), language, layers)))
        .collect()
}

#[test]
fn names_are_found_and_words_stay() {
    let scores = scores(Layers::ALL);
    println!("{}", score::table(&scores));
    if part() == "measure" {
        for (measure, share, worst) in score::held(&scores) {
            assert!(
                share <= worst,
                "{measure}: {:.1} % is worse than {:.1} %, which was reached before",
                100.0 * share,
                100.0 * worst
            );
        }
    }
    if env::var_os("LAYERS").is_some() {
        let all = Layers::ALL;
        let rows = [
            ("all layers", all),
            (
                "without patterns",
                Layers {
                    patterns: false,
                    ..all
                },
            ),
            (
                "without triggers",
                Layers {
                    triggers: false,
                    ..all
                },
            ),
            (
                "without lists",
                Layers {
                    lists: false,
                    ..all
                },
            ),
            (
                "without vocabulary",
                Layers {
                    vocabulary: false,
                    ..all
                },
            ),
            (
                "without memory",
                Layers {
                    memory: false,
                    ..all
                },
            ),
            (
                "without model",
                Layers {
                    model: false,
                    ..all
                },
            ),
            ("contacts alone", Layers::NONE),
        ];
        println!(
            "{}",
            score::layers(&rows.map(|(name, layers)| (name, self::scores(layers))))
        );
    }
}

/// The notes of the sample study, in which nobody is named, with their language.
fn sample_notes() -> Vec<(Language, String)> {
    let study =
        Study::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a study");
    let sessions = study.sessions().expect("its sessions");
    let read = sessions
        .iter()
        .map(|id| study.read_session(id).expect("a sample"));
    read.flat_map(|session| session.notes)
        .map(|note| (note.language, note.text.as_str().to_owned()))
        .collect()
}

/// How many names are seen in a text at any moment while it is typed, word by word.
fn taken_while_typed(text: &str, language: Language) -> usize {
    let ends = leitfaden::language::words(text).map(|word| word.end);
    let mut taken = std::collections::BTreeSet::new();
    for end in ends {
        let mut memory = Memory::new(language).with_layers(Layers::ALL);
        let (_, _, findings) = redact_whole(&text[..end], &mut memory);
        taken.extend(findings.into_iter().map(|finding| finding.span.start));
    }
    taken.len()
}

#[test]
fn prose_without_names_is_hardly_touched_while_it_is_typed() {
    let notes = sample_notes();
    let all: usize = notes
        .iter()
        .map(|(_, text)| leitfaden::language::words(text).count())
        .sum();
    let taken: usize = notes
        .iter()
        .map(|(language, text)| taken_while_typed(text, *language))
        .sum();
    println!("{all} words, {taken} names seen at some moment while they are typed");
    assert!(taken * 50 <= all, "{taken} of {all} taken");
}

#[test]
fn prose_without_names_is_hardly_underlined_or_touched() {
    let (mut words, mut doubtful, mut lost) = (0, 0, 0);
    for (language, text) in sample_notes() {
        words += leitfaden::language::words(&text).count();
        let hits = scan(&text, language, &ProtectedWords::default());
        doubtful += hits.len();
        let mut memory = Memory::new(language).with_layers(Layers::ALL);
        let (_, _, findings) = redact_whole(&text, &mut memory);
        let replaced = findings
            .iter()
            .filter(|finding| !text[finding.span.clone()].contains('['));
        for finding in replaced {
            println!(
                "{language} taken for a name: {}",
                &text[finding.span.clone()]
            );
            lost += 1;
        }
    }
    println!("{words} words, {doubtful} doubted, {lost} taken for names");
    assert!(words > 4_000, "{words}");
    assert!(doubtful * 20 <= words, "{doubtful} of {words} doubted");
    assert!(lost * 100 <= words, "{lost} of {words} lost");
}
