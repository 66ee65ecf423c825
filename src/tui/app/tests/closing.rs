//! The list before closing: nothing stays open in silence.

mod answers;
mod gaps;
mod running;
mod same;

use std::collections::BTreeSet;

use super::Driver;
use crate::analysis::OpenPoint;
use crate::guide::{Mode, Topic, Weight};
use crate::i18n::Text;
use crate::language::Language;
use crate::release::{Task, due};
use crate::session::{Answer, CellState, Dispute, LogEntry, Manner, Session, TopicId};
use crate::tui::app::{Effect, Msg};
use crate::tui::keymap::{Command, Place};
use crate::tui::screen::{Closing, Screen, SessionRow, Start};

fn english() -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("one<Enter>");
    driver
}

fn list(driver: &Driver) -> &Closing {
    match &driver.app.screen {
        Screen::Closing(closing) => closing,
        _ => panic!("no list"),
    }
}

/// An interview in which every topic has its state and every step of the consent its answer.
fn nearly_settled() -> Driver {
    let mut driver = english();
    driver.press("<A-k>");
    for _ in 0..40 {
        // «Answered» for a topic, which holds a note, and «no» for a step of the consent.
        let is_cell = matches!(list(&driver).chosen(), Some(OpenPoint::Cell(_)));
        driver.press(if is_cell { "1" } else { "2" });
    }
    assert_eq!(list(&driver).points(), []);
    driver.press("<F3>");
    driver
}

fn closed(driver: &Driver) -> Option<&Session> {
    driver.effects.iter().find_map(|effect| match effect {
        Effect::Finish(session) if session.closed.is_some() => Some(session.as_ref()),
        _ => None,
    })
}

fn waved(session: &Session) -> Vec<(&str, &str)> {
    let entries = session.log.iter().filter_map(|entry| match entry {
        LogEntry::Waved { gate, reason } => Some((gate.as_str(), reason.as_str())),
        _ => None,
    });
    entries.collect()
}

/// A14
#[test]
fn a14_closing_with_three_open_things_lists_three_and_takes_one_key_each() {
    let mut driver = nearly_settled();
    driver.press("<F5>6go back to it<F6><A-m><A-k>");
    assert!(matches!(
        list(&driver).rows.as_slice(),
        [
            OpenPoint::Parked(..),
            OpenPoint::Cell(_),
            OpenPoint::Gap { .. }
        ]
    ));
    driver.press("1t1<F10>");
    let session = closed(&driver).expect("it is closed");
    assert!(session.parked.iter().all(|parked| parked.settled));
    assert_eq!(waved(session), [("cell b1.t1", "no time")]);
    assert!(session.gaps.iter().all(|gap| gap.settled));
}

/// An interview by phone in which one point of each kind is open.
fn with_every_kind() -> Driver {
    let mut driver = nearly_settled();
    let mut session = driver.shown().protocol.state().clone();
    session.header.mode = Mode::Phone;
    for (attribute, value) in [("interviewer", "ch"), ("side", "fr")] {
        session
            .attributes
            .insert(attribute.to_owned(), value.to_owned());
    }
    session.consent.retain(|record| record.step != "c7");
    let wants = session
        .consent
        .iter_mut()
        .filter(|record| record.step == "c6");
    wants.for_each(|record| record.answer = Answer::Yes);
    let mut second = session.notes[0].clone();
    second.id.taker = 2;
    session.notes.push(second);
    let first = TopicId::new("b1.t1");
    session.cells.insert(first.clone(), CellState::NothingToSay);
    let guide = driver.shown().protocol.guide();
    let is_must = |topic: &Topic| topic.weight.of(Mode::Phone) == Weight::Must;
    let must = guide
        .topics()
        .find(|(_, topic)| is_must(topic) && topic.id != first.as_str());
    session.cells.remove(&TopicId::new(&must.unwrap().1.id));
    driver.open(session, "");
    driver.wait(60);
    driver.press("met ZORVEX once<Enter>to be placed<A-X>");
    driver.press("ask again<F6><A-m><Tab>half a thought<F12><A-k>");
    driver
}

/// A14: every kind of point of the gate.
#[test]
fn a14_each_kind_of_open_point_is_listed_and_takes_one_key_and_none_is_silent() {
    let mut driver = with_every_kind();
    let kind = |point: &OpenPoint| {
        point
            .gate()
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let rows = list(&driver).rows.clone();
    let mut kinds: Vec<String> = rows.iter().map(kind).collect();
    kinds.sort();
    assert_eq!(
        kinds,
        [
            "approval",
            "cell",
            "consent",
            "contradicted",
            "country",
            "draft",
            "gap",
            "off-record",
            "overlaps",
            "parked",
            "phone-reason",
            "unplaced",
            "unsettled",
        ]
    );
    let screen = driver.screen();
    for sign in ["?", "⊘", "…", "⌂", "⇄", "⚑", "¿", "§", "✉", "≠", "☎"] {
        assert!(screen.contains(sign), "{sign} in {screen}");
    }
    let mut keys = 0;
    while let Some(point) = list(&driver).points().first().cloned() {
        assert_eq!(
            list(&driver).chosen(),
            Some(&point),
            "keys go to what is open"
        );
        driver.press(match kind(&point).as_str() {
            "unsettled" | "overlaps" | "country" => "o",
            "approval" | "phone-reason" => "l",
            "consent" => "2",
            _ => "1",
        });
        keys += 1;
        assert!(keys <= rows.len(), "one key a point");
    }
    assert_eq!(keys, rows.len());
    driver.press("<F10>");
    let session = closed(&driver).expect("it is closed");
    let gates: Vec<&str> = waved(session).iter().map(|(gate, _)| *gate).collect();
    assert_eq!(
        gates,
        [
            "unsettled 1",
            "overlaps 1",
            "approval later",
            "country",
            "phone-reason"
        ]
    );
    assert!(waved(session).iter().all(|(_, reason)| !reason.is_empty()));
    assert!(session.drafts.is_empty() && session.unplaced.is_empty());
    assert!(session.parked.iter().all(|parked| parked.settled));
    assert!(session.gaps.iter().all(|gap| gap.settled) && !session.is_off_record());
    assert_eq!(session.answer_to("c7"), Some(Answer::No));
}

#[test]
fn nothing_to_say_beside_statements_is_said_at_once_and_before_closing() {
    let mut driver = nearly_settled();
    driver.press("<F5>1");
    assert!(!driver.screen().contains("yet statements stand in"));
    driver.press("<F5>2");
    let screen = driver.screen();
    assert!(screen.contains("yet statements stand in b1.t1"), "{screen}");
    driver.press("<A-k>");
    let contradicted = OpenPoint::Contradicted(TopicId::new("b1.t1"));
    assert_eq!(list(&driver).points(), [contradicted]);
    driver.press("1");
    assert_eq!(list(&driver).points(), []);
}

/// A12
#[test]
fn a_parked_point_that_is_done_stays_in_the_record_and_undo_opens_it_again() {
    let mut driver = nearly_settled();
    driver.press("go back to it<F6><A-k>1");
    let parked = driver.shown().protocol.state().parked[0].clone();
    assert_eq!(
        (parked.text.as_str(), parked.settled),
        ("go back to it", true)
    );
    assert_eq!(list(&driver).points(), []);
    let screen = driver.screen();
    assert!(
        screen.contains("✓ ⚑") && screen.contains("go back to it"),
        "{screen}"
    );
    driver.press("<C-u>");
    assert_eq!(list(&driver).points().len(), 1);
    // Undo reaches no further back than the list: the point stays parked.
    driver.press("<C-u>1<F10>");
    let session = closed(&driver).expect("it is closed");
    assert_eq!(session.parked[0].text.as_str(), "go back to it");
    assert!(session.parked[0].settled);
}

/// The first open point that may stay open and whose key says so, chosen.
fn choose_one_to_leave_open(driver: &mut Driver) -> OpenPoint {
    let rows = list(driver).rows.iter();
    let point = rows.filter(|point| point.may_be_waved()).find(|point| {
        let settles = matches!(point, OpenPoint::Cell(_));
        !settles
    });
    let point = point.expect("a point may stay open").clone();
    while list(driver).chosen() != Some(&point) {
        driver.press("<Down>");
    }
    point
}

#[test]
fn a_point_that_was_left_open_is_taken_back_and_left_open_again() {
    let mut driver = nearly_settled();
    driver.press("go back to it<F6><A-k>");
    let point = choose_one_to_leave_open(&mut driver);
    let open = list(&driver).points();
    driver.press("<C-y>");
    let screen = driver.screen();
    assert!(screen.contains("that could be brought back"), "{screen}");
    driver.press("t");
    assert!(!list(&driver).points().contains(&point));
    assert_eq!(waved(driver.shown().protocol.state()).len(), 1);
    driver.press("<C-u>");
    assert_eq!(list(&driver).points(), open);
    assert_eq!(list(&driver).chosen(), Some(&point));
    assert!(waved(driver.shown().protocol.state()).is_empty());
    driver.press("<C-y>");
    assert!(!list(&driver).points().contains(&point));
    assert_eq!(waved(driver.shown().protocol.state()).len(), 1);
}

#[test]
fn in_the_interview_it_is_said_that_a_point_is_open_again() {
    let mut driver = nearly_settled();
    driver.press("go back to it<F6><A-k>");
    choose_one_to_leave_open(&mut driver);
    driver.press("t<F3><C-u>");
    let screen = driver.screen();
    assert!(screen.contains("The point is open again"), "{screen}");
    assert!(waved(driver.shown().protocol.state()).is_empty());
    driver.press("<C-y>");
    let screen = driver.screen();
    assert!(screen.contains("The point stays open again"), "{screen}");
    assert_eq!(waved(driver.shown().protocol.state()).len(), 1);
}

/// A12: it can be answered from the list.
#[test]
fn a12_a_parked_point_is_answered_from_the_closing_list() {
    let mut driver = nearly_settled();
    driver.press("go back to it<F6><Tab><A-k><Enter>");
    assert_eq!(driver.app.place(), Place::Interview);
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
    driver.press(" and here it is<Enter><A-k>");
    assert_eq!(list(&driver).points(), []);
    let notes = &driver.shown().protocol.state().notes;
    let last = notes.last().unwrap();
    assert_eq!(last.text.as_str(), "go back to it and here it is");
}

#[test]
fn a_note_that_waits_for_its_place_gets_it_from_the_closing_list() {
    let mut driver = nearly_settled();
    driver.press("where does this go<A-X><Tab><A-k>");
    assert!(matches!(
        list(&driver).chosen(),
        Some(OpenPoint::Unplaced(_))
    ));
    driver.press("<Enter>");
    assert!(driver.screen().contains("b2.t1"), "{}", driver.screen());
    driver.press("d<A-k>");
    assert_eq!(list(&driver).points(), []);
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes.last().unwrap().topic.as_str(), "b2.t1");
}

#[test]
fn the_chosen_point_is_read_to_its_end() {
    let mut driver = nearly_settled();
    let long = "ask once more who pays for the office in the second year ".repeat(3);
    driver.press(&format!("{long}indeed<F6><A-k>"));
    assert!(driver.screen().contains("indeed"), "{}", driver.screen());
}

#[test]
fn the_list_of_sessions_stands_on_the_one_that_was_left() {
    let mut driver = nearly_settled();
    driver.press("<A-k><F10>");
    let row = |id: &str| SessionRow {
        id: id.parse().unwrap(),
        known: None,
    };
    driver.send(Msg::Sessions(vec![row("A-2"), row("A-1"), row("B-1")]));
    driver.press("<Enter>");
    let opened = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Open(id) => Some(id.to_string()),
        _ => None,
    });
    assert_eq!(opened.as_deref(), Some("A-1"));
}

#[test]
fn names_are_not_asked_for_again_while_the_program_runs() {
    let mut driver = nearly_settled();
    driver.press("with Herr Zoravec<Enter><A-k>");
    driver.press(&"t".repeat(list(&driver).rows.len()));
    driver.press("<F10>");
    let session = closed(&driver).expect("it is closed").clone();
    driver.open(session, "");
    assert_eq!(driver.app.place(), Place::After, "{}", driver.screen());
    driver.press("<F2>Zoravec again<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes.last().unwrap().text.as_str(), "[Person 1] again");
}

/// A14
#[test]
fn nothing_is_closed_over_in_silence_not_even_a_draft() {
    let mut driver = nearly_settled();
    driver.press("half a thought<A-k>");
    let draft = OpenPoint::Draft(TopicId::new("b1.t1"));
    assert_eq!(list(&driver).rows, std::slice::from_ref(&draft));
    driver.press("<F10><F10>");
    assert!(closed(&driver).is_none());
    assert!(driver.screen().contains("One point is still open"));
    driver.press("1<F10>");
    let session = closed(&driver).expect("it is closed");
    assert_eq!(
        session.notes.last().unwrap().text.as_str(),
        "half a thought"
    );
    assert!(session.drafts.is_empty());
}

#[test]
fn a_step_that_never_may_stay_open_is_asked_and_not_waved_through() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("<A-k>");
    let is_step = |point: &OpenPoint| matches!(point, OpenPoint::Consent(step) if step == "c5");
    let place = list(&driver).rows.iter().position(is_step).unwrap();
    for _ in 0..place {
        driver.press("<Down>");
    }
    // c5 may stay open, and its answer is one key as well.
    driver.press("2");
    let interview = driver.shown();
    assert_eq!(interview.protocol.state().answer_to("c5"), Some(Answer::No));
    assert!(!OpenPoint::Consent("c4".to_owned()).may_be_waved());
    assert!(OpenPoint::Consent("c7".to_owned()).may_be_waved());
}

/// A9
#[test]
fn a9_a_cell_that_is_settled_stays_in_the_list_with_its_sign() {
    let mut driver = english();
    driver.press("<A-k>");
    assert_eq!(driver.app.place(), Place::Closing);
    let before = list(&driver).rows.len();
    driver.press("1");
    let state = driver.shown().protocol.state();
    assert_eq!(state.cell(&TopicId::new("b1.t1")), CellState::Answered);
    assert_eq!(list(&driver).rows.len(), before);
    assert_eq!(list(&driver).points().len(), before - 1);
    assert!(driver.screen().contains("✓"));
}

#[test]
fn the_answer_to_a_step_of_the_consent_stands_beside_it() {
    let mut driver = english();
    driver.press("<A-k>");
    let place = list(&driver)
        .rows
        .iter()
        .position(|point| matches!(point, OpenPoint::Consent(_)));
    for _ in 0..place.expect("a step is open") {
        driver.press("<Down>");
    }
    driver.press("2<Up>");
    let screen = driver.screen();
    assert!(screen.contains("✓ § c5 Short quotations: no"), "{screen}");
}

#[test]
fn what_is_not_needed_was_not_asked_and_is_due_no_more() {
    let mut driver = english();
    driver.press("<A-k>");
    let screen = driver.screen();
    for said in [
        "n not needed here",
        "l follows later",
        "o see the postscript",
        "F10 close",
    ] {
        assert!(
            screen.replace('\u{a0}', " ").contains(said),
            "{said} in {screen}"
        );
    }
    let topic = list(&driver).rows.iter().find_map(|point| match point {
        OpenPoint::Cell(topic) if topic.as_str() != "b1.t1" => Some(topic.clone()),
        _ => None,
    });
    let topic = topic.expect("a cell is open");
    while list(&driver).chosen() != Some(&OpenPoint::Cell(topic.clone())) {
        driver.press("<Down>");
    }
    driver.press("n");
    assert_eq!(
        driver.shown().protocol.state().cell(&topic),
        CellState::NotAsked
    );
    driver.press("<C-u>");
    assert_eq!(
        driver.shown().protocol.state().cell(&topic),
        CellState::Open
    );
    assert!(list(&driver).points().contains(&OpenPoint::Cell(topic)));
}

#[test]
fn what_was_taken_back_stays_as_it_is_when_the_session_is_opened_again() {
    let listed = "person: Anna Holz";
    let mut driver = Driver::interview(120, 40, Language::En, listed);
    driver.press("the Holz was dry <A-d><Enter>");
    let first = |driver: &Driver| {
        let notes = &driver.shown().protocol.state().notes;
        notes.first().map(|note| note.text.as_str().to_owned())
    };
    assert_eq!(first(&driver).as_deref(), Some("the Holz was dry"));
    driver.press("<A-k>");
    driver.press(&"t".repeat(list(&driver).rows.len()));
    driver.press("<F10>");
    let session = closed(&driver).expect("it is closed").clone();
    driver.open(session, listed);
    driver.press("<F2>Anna came later<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes.last().unwrap().text.as_str(), "[Person 1] came later");
    assert_eq!(first(&driver).as_deref(), Some("the Holz was dry"));
}

#[test]
fn a_parked_point_that_is_done_is_not_taken_up_from_the_closing_list() {
    let mut driver = nearly_settled();
    driver.press("go back to it<F6><A-k>1<Enter>");
    assert_eq!(driver.app.place(), Place::Closing);
    let parked = &driver.shown().protocol.state().parked[0];
    assert!(parked.settled);
}

#[test]
fn the_session_that_was_left_is_chosen_as_soon_as_a_list_has_it() {
    let row = |id: &str| SessionRow {
        id: id.parse().unwrap(),
        known: None,
    };
    let chosen = |start: &Start| start.selected().map(|row| row.id.to_string());
    let mut start = Start::after(Some("A-1".parse().unwrap()));
    start.set_rows(vec![row("A-2"), row("B-1")]);
    start.set_rows(vec![row("A-2"), row("A-1"), row("B-1")]);
    assert_eq!(chosen(&start).as_deref(), Some("A-1"));
    // Whoever chose another one meanwhile stays there.
    let mut start = Start::after(Some("A-1".parse().unwrap()));
    start.set_rows(vec![row("A-2"), row("B-1")]);
    start.obey(Command::Down);
    start.set_rows(vec![row("A-2"), row("A-1"), row("B-1")]);
    assert_eq!(chosen(&start).as_deref(), Some("B-1"));
}

#[test]
fn b8_a_cell_on_which_two_note_takers_differ_stands_at_closing_until_one_key_settles_it() {
    let topic = TopicId::new("b1.t1");
    for language in Language::ALL {
        let mut driver = Driver::interview(120, 40, language, "");
        let mut session = driver.shown().protocol.state().clone();
        session.cells.insert(topic.clone(), CellState::Declined);
        let states = BTreeSet::from([CellState::Declined, CellState::Answered]);
        let dispute = Dispute {
            states,
            settled: false,
        };
        session.disputes.insert(topic.clone(), dispute);
        driver.open(session, "");
        driver.press("<A-k>");
        let Screen::Closing(closing) = &driver.app.screen else {
            panic!("the closing gate");
        };
        let point = OpenPoint::Disputed(topic.clone());
        assert!(closing.points().contains(&point));
        let said = driver.app.say(Text::ClosingDisputed);
        let screen = driver.screen();
        assert!(screen.contains(&said), "{screen}");
        let both = [CellState::Answered, CellState::Declined]
            .map(|state| driver.app.words.state(state).into_owned());
        assert!(screen.contains(&both.join(" / ")), "{screen}");
        // Even the state that held is said by a key.
        let digit = CellState::SETTABLE
            .iter()
            .position(|state| *state == CellState::Declined);
        driver.press(&(digit.unwrap() + 1).to_string());
        let state = driver.app.protocol().unwrap().state();
        assert!(state.disputed(&topic).is_none());
        assert_eq!(state.cell(&topic), CellState::Declined);
    }
}

/// A14: what was left open at closing, or is marked afterwards, does not stay due for ever.
#[test]
fn a14_a_gap_that_was_left_open_is_settled_after_closing_by_one_key() {
    let mut driver = nearly_settled();
    driver.press("<A-m><A-k>t<F10>");
    let session = closed(&driver).expect("it is closed").clone();
    assert!(!session.gaps[0].settled);
    let due = |driver: &Driver| {
        let state = driver.shown().protocol.state();
        let next_day = driver.now + time::Duration::days(1);
        let due = due(state, driver.shown().protocol.guide(), next_day, 0);
        due.into_iter().find_map(|due| match due.task {
            Task::Completing(count) => Some(count),
            _ => None,
        })
    };
    driver.open(session, "");
    assert_eq!(due(&driver), Some(1));
    driver.press("<F2>");
    assert!(driver.shown().applies(Command::Close));
    driver.press("<A-m>").press("<A-k>");
    assert!(driver.screen().contains("Still to be completed"));
    assert_eq!(list(&driver).points().len(), 2);
    // Neither is it left open once more, nor closed again.
    driver.press("t<F10>");
    assert_eq!(list(&driver).points().len(), 2);
    driver.press("11");
    assert_eq!(list(&driver).points(), []);
    assert_eq!(due(&driver), None);
    driver.press("<F3><A-k>");
    assert!(driver.screen().contains("Nothing waits any more"));
}
