//! Leaving a form: what is filled in and not kept goes only after it was said.

use super::Driver;
use super::driver::guide;
use crate::language::Language;
use crate::session::Case;
use crate::tui::app::{Effect, Msg};
use crate::tui::keymap::Place;
use crate::tui::screen::{Screen, SessionNames};

const SAID: &str = "not kept";

/// Holds that the form is left at the second time only, and that another key between takes the question back.
fn asks_once(driver: &mut Driver, left_for: Place) {
    let here = driver.app.place();
    driver.press("<F3>");
    assert_eq!(driver.app.place(), here);
    assert!(driver.screen().contains(SAID), "{}", driver.screen());
    driver.press("<Left><F3>");
    assert_eq!(driver.app.place(), here);
    driver.press("<F3>");
    assert_eq!(driver.app.place(), left_for);
    assert!(!driver.screen().contains(SAID));
}

fn preparing() -> Driver {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
    driver
}

#[test]
fn what_was_prepared_is_dropped_only_when_asked_for_twice() {
    let mut driver = preparing();
    driver.press("<Down><Down><Down><Down>Anna");
    asks_once(&mut driver, Place::Start);
}

#[test]
fn the_form_of_a_case_is_dropped_only_when_asked_for_twice() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Case(Box::new(Case::new("A".parse().unwrap()))));
    driver.press("first one");
    asks_once(&mut driver, Place::Start);
}

#[test]
fn a_translation_is_dropped_only_when_asked_for_twice() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("<C-l>\"es geht\"<Enter><A-B>it goes");
    asks_once(&mut driver, Place::Interview);
}

#[test]
fn a_step_of_the_approval_that_was_chosen_and_not_taken_is_dropped_only_when_asked_for_twice() {
    let mut driver = super::after::closed();
    super::after::go_to(&mut driver, &crate::tui::screen::AfterField::Approval);
    driver.press("<Right>");
    assert!(driver.screen().contains("Enter notes it"));
    driver.press("<F3>");
    assert!(matches!(driver.app.screen, Screen::After(_)));
    assert!(driver.screen().contains(SAID));
    driver.press("<F3>");
    assert!(matches!(driver.app.screen, Screen::Start(_)));
}

#[test]
fn a_form_in_which_nothing_was_filled_in_is_left_at_once() {
    let mut driver = preparing();
    driver.press("<Down><Down><F3>");
    assert_eq!(driver.app.place(), Place::Start);
}

#[test]
fn leaving_the_program_out_of_a_form_asks_as_well() {
    let mut driver = preparing();
    driver.press("<Down><Down><Down><Down>Anna<C-q>");
    assert!(driver.screen().contains(SAID));
    let quits = |driver: &Driver| {
        driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Quit))
    };
    assert!(!quits(&driver));
    driver.press("<C-q>");
    assert!(quits(&driver));
}
