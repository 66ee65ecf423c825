//! What the program says at the bottom is read whole.

use super::Driver;
use crate::i18n::{Text, Value, Words};
use crate::language::Language;

/// The beginnings of the keys of what is said at the bottom while somebody works.
const SAID_THERE: [&str; 8] = [
    "notice-",
    "missing-",
    "after-no-",
    "after-needs-",
    "closing-still-",
    "closing-never-",
    "player-",
    "trouble-",
];

/// Texts with these beginnings stand elsewhere, or are no whole sentence.
const ELSEWHERE: [&str; 4] = [
    "player-title",
    "player-hint",
    "player-recording",
    "player-path",
];

fn said_at_the_bottom() -> impl Iterator<Item = Text> {
    Text::ALL.into_iter().filter(|text| {
        let key = text.key();
        SAID_THERE.iter().any(|begin| key.starts_with(begin)) && !ELSEWHERE.contains(&key)
    })
}

/// What stands for a value of this name.
fn typical(name: &'static str) -> Value<'static> {
    match name {
        "count" => Value::from(12),
        "file" | "files" | "path" => Value::from("A-1.journal.damaged"),
        "guide" => Value::from("cluster-cooperation"),
        "about" => Value::from("b3.t2"),
        _ => Value::from("A-1"),
    }
}

#[test]
fn every_message_is_read_whole_at_eighty_columns() {
    let mut cut = Vec::new();
    for language in Language::ALL {
        let mut driver = Driver::start(80, 24, language);
        let words = Words::new(language);
        for text in said_at_the_bottom() {
            let names = text.values();
            let values: Vec<_> = names.map(|name| (name, typical(name))).collect();
            let said = words.text_with(text, &values);
            driver.app.trouble = Some(said.clone());
            let shown = driver.screen();
            let rows: Vec<&str> = shown.lines().rev().take(2).map(str::trim).collect();
            let whole: String = rows.iter().rev().copied().collect::<Vec<_>>().join(" ");
            let bare = |text: &str| -> String {
                let kept = text.chars().filter(|character| !character.is_whitespace());
                kept.collect()
            };
            if !bare(&whole).contains(&bare(&said)) {
                cut.push(format!("{language} {}: {said}", text.key()));
            }
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

#[test]
fn a_message_that_needs_two_lines_lets_the_keys_wait_and_keeps_how_the_words_stand() {
    let mut driver = Driver::interview(80, 24, Language::De, "");
    driver.press("ein Wort<Enter><F9>");
    assert!(driver.screen().contains("F1 Hilfe"));
    driver.app.trouble = None;
    let say = |driver: &mut Driver, text: Text| {
        let crate::tui::screen::Screen::Interview(interview) = &mut driver.app.screen else {
            panic!("no interview")
        };
        interview.notice = Some(crate::tui::screen::Notice::of(text));
    };
    say(&mut driver, Text::NoticeTakenBackEverywhere);
    let screen = driver.screen();
    assert!(screen.contains("✓ gespeichert"), "{screen}");
    assert!(screen.contains("hebt das auf."), "{screen}");
    assert!(!screen.contains("F1 Hilfe"), "{screen}");
    driver.press("x");
    assert!(driver.screen().contains("F1 Hilfe"));
}
