//! The day for the answer in the form for an export.

use super::across::study;
use crate::language::Language;
use crate::release::Level;
use crate::tui::app::Effect;

#[test]
fn the_day_for_the_answer_goes_with_the_version_for_the_interviewee_alone() {
    let mut driver = study(120, 40, Language::En);
    driver.press("x<Down><Down><Down>tomorrow<F10>");
    assert!(driver.screen().contains("This is no date"));
    let erased = "<Backspace>".repeat("tomorrow".len());
    driver.press(&format!("{erased}2020-01-01<F10>"));
    // The working version goes to nobody.
    assert!(driver.screen().contains("belongs to the review version"));
    driver.press("<Up><Up><Right><F10>");
    assert!(driver.screen().contains("has passed"));
    let asked = |effect: &Effect| matches!(effect, Effect::Export(_));
    assert!(!driver.effects.iter().any(asked));
    let erased = "<Backspace>".repeat("2020-01-01".len());
    driver.press(&format!("<Down><Down>{erased}+10<F10>"));
    let order = match driver.effects.last() {
        Some(Effect::Export(order)) => order.clone(),
        other => panic!("{other:?} is asked for"),
    };
    let in_ten_days = driver.now.date() + time::Duration::days(10);
    assert_eq!(order.until, Some(in_ten_days));
    assert_eq!(order.level, Level::Review);
}

#[test]
fn a_day_that_is_not_typed_to_its_end_is_said_to_be_none_and_what_is_understood_is_shown() {
    let mut driver = study(120, 40, Language::En);
    driver.press("x<Down><Right><Down><Down>2099-12-3");
    assert!(driver.screen().contains("This is no date"));
    driver.press("<F10>");
    let asked = |effect: &Effect| matches!(effect, Effect::Export(_));
    assert!(!driver.effects.iter().any(asked));
    driver.press("1");
    let screen = driver.screen();
    assert!(screen.contains("The answer is awaited until"), "{screen}");
    driver.press("<F10>");
    assert!(driver.effects.iter().any(asked));
}

#[test]
fn without_a_place_it_is_said_that_none_is_named() {
    let mut driver = study(120, 40, Language::En);
    driver.press("x<Down><Down>");
    driver.press(&"<Backspace>".repeat(80)).press("<F10>");
    let screen = driver.screen();
    assert!(screen.contains("Where to is missing"), "{screen}");
    assert!(
        !driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Export(_)))
    );
}
