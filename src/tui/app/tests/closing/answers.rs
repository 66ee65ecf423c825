//! Answers in the list before closing: what a key says of the consent stays on record, and the help knows every digit.

use super::{Driver, english, list};
use crate::analysis::OpenPoint;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::Answer;
use crate::tui::keymap::Command;

/// The list before closing, at the step of the consent that was not asked first.
fn at_consent(width: u16, height: u16, language: Language) -> (Driver, String) {
    let mut driver = Driver::interview(width, height, language, "");
    driver.press("one<Enter><A-k>");
    loop {
        if let Some(OpenPoint::Consent(step)) = list(&driver).chosen() {
            let step = step.clone();
            return (driver, step);
        }
        driver.press("<Down>");
    }
}

fn answer(driver: &Driver, step: &str) -> Option<Answer> {
    driver.shown().protocol.state().answer_to(step)
}

#[test]
fn undo_after_an_answer_says_that_it_stays_and_chooses_it_so_that_a_digit_answers_it_anew() {
    for language in Language::ALL {
        let (mut driver, step) = at_consent(60, 20, language);
        driver.press("2");
        assert_eq!(answer(&driver, &step), Some(Answer::No));
        assert!(list(&driver).applies(Command::Undo));
        driver.press("<C-u>");
        let said = driver.app.say(Text::ClosingConsentStays);
        let screen = driver.screen();
        let begun: String = said.chars().take(20).collect();
        assert!(screen.contains(&begun), "{begun} in {screen}");
        assert_eq!(
            list(&driver).chosen(),
            Some(&OpenPoint::Consent(step.clone()))
        );
        driver.press("1");
        assert_eq!(answer(&driver, &step), Some(Answer::Yes));
    }
}

#[test]
fn undo_goes_on_to_what_was_settled_before_once_it_said_that_an_answer_stays() {
    let mut driver = english();
    driver.press("<A-k>1");
    while !matches!(list(&driver).chosen(), Some(OpenPoint::Consent(_))) {
        driver.press("<Down>");
    }
    driver.press("2");
    let settled = list(&driver).points().len();
    driver.press("<C-u>");
    assert_eq!(list(&driver).points().len(), settled);
    driver.press("<C-u>");
    assert_eq!(list(&driver).points().len(), settled + 1);
    driver.press("<C-u>");
    assert!(driver.screen().contains("Nothing was settled"));
}

#[test]
fn a_yes_is_taken_back_by_the_same_key_twice_after_its_effect_was_shown() {
    for language in Language::ALL {
        let (mut driver, step) = at_consent(60, 20, language);
        driver.press("1<C-u>2");
        assert_eq!(answer(&driver, &step), Some(Answer::Yes));
        let effect = driver.app.say(Text::EffectQuotes);
        let begun: String = effect.chars().take(20).collect();
        let screen = driver.screen();
        assert!(screen.contains(&begun), "{begun} in {screen}");
        let said = driver.app.say(Text::ClosingTakesConsentBack);
        let begun: String = said.chars().take(12).collect();
        assert!(screen.contains(&begun), "{begun} in {screen}");
        // Any other key leaves the yes as it is.
        driver.press("<Up><Down>2");
        assert_eq!(answer(&driver, &step), Some(Answer::Yes));
        driver.press("2");
        assert_eq!(answer(&driver, &step), Some(Answer::Withdrawn));
    }
}

#[test]
fn the_help_of_the_list_names_the_digits_of_the_chosen_point_and_the_key_that_takes_back() {
    let (mut driver, _) = at_consent(120, 40, Language::En);
    driver.press("2<F1>");
    let screen = driver.screen().replace('\u{a0}', " ");
    for said in ["1 yes", "2 no", "Ctrl-U"] {
        assert!(screen.contains(said), "{said} in {screen}");
    }
}
