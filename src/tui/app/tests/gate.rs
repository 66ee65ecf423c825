//! The list before closing: each key answers, or says why it does not, and each point has its own answer.

use super::Driver;
use crate::analysis::OpenPoint;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::{Event, LogEntry, OffRecord, PhoneReason};
use crate::tui::app::Effect;
use crate::tui::keymap::Place;
use crate::tui::screen::{Closing, Screen};

fn list(driver: &Driver) -> &Closing {
    match &driver.app.screen {
        Screen::Closing(closing) => closing,
        _ => panic!("no list"),
    }
}

/// Goes to a point of the list.
fn go_to(driver: &mut Driver, wanted: impl Fn(&OpenPoint) -> bool) {
    let place = list(driver).rows.iter().position(wanted);
    for _ in 0..list(driver).rows.len() {
        driver.press("<Up>");
    }
    for _ in 0..place.expect("the point is listed") {
        driver.press("<Down>");
    }
}

fn waved(driver: &Driver) -> Vec<(String, String)> {
    let log = driver.shown().protocol.state().log.iter();
    let entries = log.filter_map(|entry| match entry {
        LogEntry::Waved { gate, reason } => Some((gate.clone(), reason.as_str().to_owned())),
        _ => None,
    });
    entries.collect()
}

/// A14: in a pause the clock of the interview stands still.
#[test]
fn a14_two_gaps_of_one_moment_are_settled_and_left_open_each_by_its_own_key() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("one<Enter><F8>1<A-m><A-m><A-k>");
    let is_gap = |point: &OpenPoint| matches!(point, OpenPoint::Gap { .. });
    let gaps = list(&driver).rows.iter().filter(|point| is_gap(point));
    assert_eq!(gaps.count(), 2);
    go_to(&mut driver, is_gap);
    driver.press("tl");
    let waved = waved(&driver);
    let reasons: Vec<&str> = waved.iter().map(|(_, reason)| reason.as_str()).collect();
    assert_eq!(reasons, ["no time", "follows later"]);
    assert_ne!(waved[0].0, waved[1].0);
    assert!(!list(&driver).points().iter().any(is_gap));
}

#[test]
fn why_by_phone_is_answered_in_the_list_by_one_key_and_undo_opens_it_again() {
    for language in Language::ALL {
        let mut driver = Driver::interview(80, 24, language, "");
        driver.by_phone();
        driver.press("<A-k>");
        go_to(&mut driver, |point| *point == OpenPoint::PhoneReason);
        let reasons = [PhoneReason::Distance, PhoneReason::Schedule];
        let said = reasons.map(|reason| driver.app.words.phone_reason(reason).into_owned());
        let screen = driver.screen().replace('\u{a0}', " ");
        assert!(said.iter().all(|said| screen.contains(said)), "{screen}");
        driver.press("<Enter>");
        assert_eq!(driver.app.place(), Place::Closing);
        assert!(list(&driver).refusal.is_some());
        driver.press("2");
        let reason = |driver: &Driver| driver.shown().protocol.state().header.reason;
        assert_eq!(reason(&driver), Some(PhoneReason::Schedule));
        assert!(!list(&driver).points().contains(&OpenPoint::PhoneReason));
        driver.press("<C-u>");
        assert_eq!(reason(&driver), None);
        assert!(list(&driver).points().contains(&OpenPoint::PhoneReason));
    }
}

#[test]
fn every_key_that_does_nothing_in_the_list_says_why() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("one<Enter><A-k>");
    driver.press("x");
    assert!(driver.screen().contains("answers nothing here"));
    driver.press("<C-u>");
    assert!(driver.screen().contains("could be taken back"));
    go_to(&mut driver, |point| matches!(point, OpenPoint::Consent(_)));
    driver.press("<Enter>");
    assert!(driver.screen().contains("answered here, in the list"));
    driver.press("9");
    assert!(driver.screen().contains("answers nothing here"));
    driver.press("2<Up>t");
    assert!(driver.screen().contains("This point is done"));
    driver.press("<Enter>");
    assert!(driver.screen().contains("This point is done"));
}

#[test]
fn a_pair_of_notes_side_by_side_is_gone_to_from_the_list() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("one<Enter>");
    let mut session = driver.shown().protocol.state().clone();
    let mut second = session.notes[0].clone();
    second.id.taker = 2;
    session.notes.push(second);
    driver.open(session, "");
    driver.press("<A-k>");
    go_to(&mut driver, |point| matches!(point, OpenPoint::Overlaps(_)));
    driver.press("<Enter>");
    assert_eq!(driver.app.place(), Place::Interview);
    assert!(driver.shown().choosing.is_some(), "{}", driver.screen());
}

/// An interview with a draft that began in a stretch from which nothing is kept, as another protocol knew.
fn with_withheld_draft() -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, "person: Anna Holz");
    driver.wait(10).press("met Holz and the ");
    let mut session = driver.shown().protocol.state().clone();
    let began = session.drafts.values().next().expect("a draft").started_ms;
    session.off_record.push(OffRecord {
        from_ms: began.saturating_sub(1),
        to_ms: Some(began + 1),
    });
    driver.open(session, "person: Anna Holz");
    driver
}

#[test]
fn a_draft_that_cannot_be_kept_says_so_in_the_list_before_closing() {
    let mut driver = with_withheld_draft();
    driver.press("<A-k>");
    go_to(&mut driver, |point| matches!(point, OpenPoint::Draft(_)));
    driver.press("1");
    let screen = driver.screen();
    assert!(screen.contains("Nothing is kept of"), "{screen}");
    assert!(matches!(list(&driver).chosen(), Some(OpenPoint::Draft(_))));
}

#[test]
fn a_draft_that_cannot_be_kept_has_its_names_replaced_and_no_further_word_is_written() {
    let mut driver = with_withheld_draft();
    driver.press("tall Holz<Enter>");
    let screen = driver.screen();
    assert!(screen.contains("stays a draft"), "{screen}");
    assert!(screen.contains("the tall [Person 1]"), "{screen}");
    let interview = driver.shown();
    assert!(interview.protocol.state().notes.is_empty());
    assert_eq!(written(&driver), ["met [Person 1] and the "]);
    // A placeholder counts as what would be written.
    assert_eq!(interview.held, 3);
}

#[test]
fn what_is_taken_out_of_a_draft_that_cannot_be_kept_is_written() {
    let mut driver = with_withheld_draft();
    driver.press("<C-w>");
    assert_eq!(written(&driver), ["met [Person 1] and "]);
}

/// What is written of drafts.
fn written(driver: &Driver) -> Vec<String> {
    let drafts = driver.shown().protocol.state().drafts.values();
    drafts.map(|draft| draft.text.as_str().to_owned()).collect()
}

/// An interview of whose first minute nothing is kept, as another protocol knew.
fn with_withheld_minute() -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.wait(10);
    let mut session = driver.shown().protocol.state().clone();
    session.off_record.push(OffRecord {
        from_ms: 0,
        to_ms: Some(60_000),
    });
    driver.open(session, "");
    driver
}

#[test]
fn a_draft_that_is_as_a_whole_of_a_stretch_from_which_nothing_is_kept_is_not_written() {
    for typed in ["word", "first second", "first second, and a third"] {
        for key in ["<Enter>", "<A-p>"] {
            let mut driver = with_withheld_minute();
            driver.press(typed);
            // A point is set aside when the stretch has ended, but the words are still of it.
            driver.wait(60).press(key);
            let events = driver.shown().protocol.sitting().events().iter();
            let is_draft = |event: &Event| matches!(event, Event::DraftEdited { .. });
            assert!(!events.map(|recorded| &recorded.event).any(is_draft));
            let state = driver.shown().protocol.state();
            assert!(state.drafts.is_empty() && state.notes.is_empty());
            assert!(state.parked.is_empty());
            assert_eq!(driver.shown().editor.text(), typed);
            assert_eq!(driver.shown().held, typed.split(' ').count());
            let screen = driver.screen();
            assert!(screen.contains("stays a draft"), "{screen}");
        }
    }
}

#[test]
fn words_of_a_draft_of_which_nothing_is_kept_are_lost_by_leaving_only_after_it_was_said() {
    for language in Language::ALL {
        let mut driver = with_withheld_minute();
        while driver.app.language != language {
            driver.press("<A-u>");
        }
        driver.press("first second third");
        let said = driver.app.words.counted(Text::TroubleLeaveUnwritten, 3);
        driver.press("<C-q>");
        assert_eq!(driver.app.trouble, Some(said));
        // Who goes on is told again; who leaves once more leaves.
        driver.press("!<C-q>");
        assert!(driver.app.trouble.is_some());
        let leaves = |driver: &Driver| {
            let mut effects = driver.effects.iter();
            effects.any(|effect| matches!(effect, Effect::Finish(_)))
        };
        assert!(!leaves(&driver));
        driver.press("<C-q>");
        assert!(leaves(&driver));
    }
}

#[test]
fn words_of_a_draft_of_another_topic_of_which_nothing_is_kept_are_said_too() {
    let mut driver = with_withheld_minute();
    driver.press("first second<Tab><C-q>");
    let said = driver.app.words.counted(Text::TroubleLeaveUnwritten, 2);
    assert_eq!(driver.app.trouble, Some(said));
}

#[test]
fn a_draft_of_which_no_word_is_written_stands_in_the_list_before_closing() {
    let mut driver = with_withheld_minute();
    driver.press("first second<A-k>");
    let is_draft = |point: &&OpenPoint| matches!(point, OpenPoint::Draft(_));
    assert_eq!(list(&driver).points().iter().filter(is_draft).count(), 1);
    go_to(&mut driver, |point| matches!(point, OpenPoint::Draft(_)));
    driver.press("t");
    assert_eq!(list(&driver).points().iter().filter(is_draft).count(), 0);
}

#[test]
fn words_that_were_typed_after_a_draft_was_left_open_stand_in_the_list_before_closing_again() {
    let is_draft = |point: &OpenPoint| matches!(point, OpenPoint::Draft(_));
    let is_listed = |driver: &Driver| list(driver).points().iter().any(is_draft);
    let mut driver = with_withheld_minute();
    driver.press("first second<A-k>");
    go_to(&mut driver, is_draft);
    driver.press("t");
    assert!(!is_listed(&driver));
    driver.press("<F3>");
    driver.press(&"<Backspace>".repeat(20));
    assert_eq!(driver.shown().editor.text(), "");
    driver.press("others<A-k>");
    assert!(is_listed(&driver), "{}", driver.screen());
    driver.press("<F10>");
    let is_folded = |effect: &Effect| matches!(effect, Effect::Finish(_));
    assert!(!driver.effects.iter().any(is_folded));
    // They are left open by a word about them, as any other point.
    go_to(&mut driver, is_draft);
    driver.press("t");
    assert!(!is_listed(&driver));
}
