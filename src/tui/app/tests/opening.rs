//! Opening: what was prepared earlier stays as it was said, and what cannot be made is told.

use super::Driver;
use super::driver::new_protocol;
use crate::language::Language;
use crate::session::{Answer, Manner};
use crate::tui::app::{Access, Msg, Opened};
use crate::tui::screen::Screen;

fn prepared() -> Driver {
    let mut driver = Driver::start(120, 40, Language::En);
    let mut protocol = new_protocol(Language::En, "", driver.now);
    protocol.consent("c3", Answer::Yes, Manner::OnTape, Language::En, driver.now);
    protocol.take_changes();
    driver.send(Msg::Opened(Box::new(Opened {
        protocol,
        access: Access::Write,
        recovered: None,
        left_at: None,
    })));
    driver
}

#[test]
fn going_on_from_a_preparation_leaves_its_answers_as_they_were_given() {
    let mut driver = prepared();
    driver.press("<F10>");
    let last = driver.shown().protocol.state().consent.last().unwrap();
    assert_eq!((last.step.as_str(), last.manner), ("c3", Manner::OnTape));
    assert_eq!(driver.shown().protocol.state().consent.len(), 5);
}

#[test]
fn an_answer_that_was_given_does_not_go_back_to_not_asked() {
    let mut driver = prepared();
    // Down to the third step of the consent, and once round its choices.
    driver.press("<Down><Down><Down><Down><Down><Down><Down><Right><Right><Right>");
    assert!(!driver.screen().contains("◂ not asked yet ▸"));
    assert!(driver.screen().contains("c3"));
}

#[test]
fn a_session_that_cannot_be_made_is_told_on_the_list() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.send(Msg::NotCreated("there is one already".to_owned()));
    assert!(matches!(driver.app.screen, Screen::Start(_)));
    assert!(driver.screen().contains("there is one already"));
}

#[test]
fn reading_many_sessions_is_shown_until_they_are_there() {
    let mut driver = Driver::start(80, 24, Language::De);
    driver.send(Msg::Reading(40));
    let shown = driver.screen();
    assert!(shown.contains("████████░░░░░░░░░░░░ Sitzungen"), "{shown}");
    assert!(shown.contains("40"), "{shown}");
    driver.send(Msg::Sessions(Vec::new()));
    assert!(!driver.screen().contains('░'));
}
