//! Opening: what was prepared earlier stays as it was said, and what cannot be made is told.

use super::Driver;
use super::driver::new_protocol;
use crate::anonymise::ProtectedWords;
use crate::language::Language;
use crate::session::{Answer, Draft, Manner, Purpose, Session};
use crate::store::Rescued;
use crate::tui::app::{Access, Msg, Opened, Recovered};
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

#[test]
fn notes_are_in_the_language_of_the_session_whatever_the_screen_speaks() {
    let session = {
        let driver = Driver::interview(120, 40, Language::De, "");
        driver.shown().protocol.state().clone()
    };
    let mut driver = Driver::start(120, 40, Language::Fr);
    driver.open(session, "");
    assert_eq!(driver.shown().question_language, Language::De);
}

/// An interview behind whose damaged journal a note and a draft were found.
fn rescuable() -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("a note<Enter>and more ");
    let state = driver.shown().protocol.state();
    let topic = state.notes[0].topic.clone();
    let note = Rescued::Note(Box::new(state.notes[0].clone()));
    let draft = Draft {
        text: state.drafts[&topic].text.clone(),
        started_ms: 7,
        purpose: Purpose::default(),
    };
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.app.recovered = Some(Recovered {
        lines: vec!["the journal is damaged".to_owned()],
        left_at: None,
        rescued: vec![note, Rescued::Draft(topic, draft)],
    });
    driver
}

#[test]
fn what_stands_behind_a_damage_is_listed_and_enter_keeps_it() {
    let mut driver = rescuable();
    let shown = driver.screen();
    assert!(shown.contains("b1.t1 a note"), "{shown}");
    assert!(shown.contains("b1.t1 and more"), "{shown}");
    assert!(shown.contains("Enter keeps these texts"), "{shown}");
    driver.press("<Enter>");
    let interview = driver.shown();
    assert_eq!(interview.protocol.state().notes[0].text.as_str(), "a note");
    assert!(interview.editor.text().contains("and more"));
    assert!(driver.app.recovered.is_none());
}

#[test]
fn another_key_goes_on_without_what_stands_behind_a_damage() {
    let mut driver = rescuable();
    driver.press("x");
    let interview = driver.shown();
    assert!(interview.protocol.state().notes.is_empty());
    assert_eq!(interview.editor.text(), "x");
}

/// An interview that was closed in an earlier sitting, with two persons of a list in it.
fn closed_with_a_list() -> Session {
    let mut driver = Driver::interview(120, 40, Language::En, "Anna Müller\nOtto Meier");
    driver.press("Müller and Meier<Enter>");
    let mut session = driver.shown().protocol.state().clone();
    session.closed = Some(driver.now);
    session
}

#[test]
fn words_of_the_command_line_hold_in_whichever_way_the_session_is_opened_again() {
    let session = closed_with_a_list();
    let id = session.header.id.clone();
    let mut driver = Driver::start(120, 40, Language::En);
    let words = ProtectedWords::parse("Anna Müller\nOtto Meier");
    driver.app.give_words(&id, &words);
    driver.read(session.clone());
    for _ in 0..2 {
        driver.open(session.clone(), "");
        let protocol = driver.app.protocol().unwrap();
        assert!(protocol.memory().unnamed().is_empty());
        assert_eq!(protocol.state().slots.len(), 2, "no slot is added");
        assert!(!driver.screen().contains("no longer known"));
        assert!(matches!(driver.app.screen, Screen::After(_)));
    }
}

#[test]
fn a_name_typed_beside_its_slot_is_known_when_the_session_is_read_and_when_it_is_opened_again() {
    let session = closed_with_a_list();
    let mut driver = Driver::start(120, 40, Language::En);
    driver.open(session.clone(), "");
    driver.press("Anna Müller<Enter>Otto Meier<Enter>");
    assert!(matches!(driver.app.screen, Screen::After(_)));
    driver.press("<F3>");
    assert!(matches!(driver.app.screen, Screen::Start(_)));
    for _ in 0..2 {
        driver.read(session.clone());
        let Screen::Review(review) = &driver.app.screen else {
            panic!("the session is read");
        };
        assert!(review.protocol.memory().unnamed().is_empty());
        driver.open(session.clone(), "");
        assert!(matches!(driver.app.screen, Screen::After(_)));
        assert!(driver.app.protocol().unwrap().memory().unnamed().is_empty());
    }
}

#[test]
fn who_said_that_no_names_are_protected_is_asked_for_none_on_resuming() {
    let session = closed_with_a_list();
    let mut driver = Driver::start(120, 40, Language::En);
    let id = session.header.id.clone();
    driver.app.give_words(&id, &ProtectedWords::default());
    driver.open(session, "");
    assert!(matches!(driver.app.screen, Screen::After(_)));
    driver.press("<A-j>");
    assert_eq!(driver.app.protocol().unwrap().memory().unnamed().len(), 2);
}
