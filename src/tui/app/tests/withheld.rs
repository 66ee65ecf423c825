//! Off the record, strikes of stretches and words, notes that wait for their place, quotes and their translation.

use super::Driver;
use crate::anonymise::CleanText;
use crate::export::json;
use crate::language::Language;
use crate::release::{Level, release};
use crate::session::{ArchiveRecord, Event, ExportRecord, LogEntry, OffRecord, TextPlace, TopicId};
use crate::tui::app::{Access, Effect, Msg, Opened};
use crate::tui::screen::Screen;

fn english(protected: &str) -> Driver {
    Driver::interview(120, 40, Language::En, protected)
}

/// A6
#[test]
fn a6_nothing_typed_off_the_record_is_kept_and_only_the_stretch_is() {
    let mut driver = english("");
    driver.press("before ").wait(730);
    driver.press("<F12>").wait(10);
    let stretch = driver.shown().protocol.state().off_record[0];
    assert!(driver.screen().contains("Off the record since 00:12:10"));
    let done = driver.effects.len();
    driver.press("the rival is Zwetschgenbund and so on<Enter><Tab><F2>d<F6><A-m><A-1><F5>1");
    driver.send(Msg::Paste("Zwetschgenbund".to_owned()));
    assert!(driver.screen().contains("Off the record: not kept"));
    assert!(!driver.screen().contains("Zwetschgenbund"));
    assert_eq!(driver.effects.len(), done, "nothing is written meanwhile");
    driver.wait(165).press("<Esc>O");
    let state = driver.shown().protocol.state();
    let to_ms = stretch.from_ms + 175_000;
    assert!(matches!(
        state.off_record[..],
        [OffRecord { to_ms: Some(ended), .. }] if ended.abs_diff(to_ms) < 2_000
    ));
    driver.press("and after<Enter>");
    assert_eq!(driver.notes(), ["before and after"]);
    for effect in &driver.effects {
        assert!(!format!("{effect:?}").contains("Zwetschgen"));
    }
}

/// A6: a machine hands over many keys at once.
#[test]
fn a6_what_is_typed_in_the_millisecond_of_the_key_before_is_kept_or_not_as_it_is_typed() {
    let mut driver = english("");
    driver.pace = time::Duration::ZERO;
    driver.press("before<Enter>begun <F12>not kept<F12>and after<Enter><F12><F12>last<Enter>");
    assert_eq!(driver.notes(), ["before", "begun and after", "last"]);
    driver.press("<A-m><A-m><F12>not kept<F12><A-m>");
    let state = driver.shown().protocol.state();
    assert_eq!((state.gaps.len(), state.off_record.len()), (3, 3));
    let notes = state.notes.iter().map(|note| note.at_ms);
    let gaps = state.gaps.iter().map(|gap| gap.at_ms);
    for at_ms in notes.chain(gaps) {
        assert_eq!(state.withheld_at(at_ms), None);
    }
}

#[test]
fn a_protected_name_is_struck_where_its_placeholder_stands() {
    let mut driver = english("person: Anna Keller");
    driver.press("Keller wants none of it<Enter>nobody else does<Enter>");
    driver.press("<A-T>keller<Enter><Enter>");
    assert_eq!(driver.notes(), ["nobody else does"]);
}

/// A6
#[test]
fn what_was_off_the_record_when_the_program_fell_still_is_and_says_so() {
    let mut driver = english("");
    driver.press("before<Enter>").wait(60).press("<F12>");
    let session = driver.shown().protocol.state().clone();
    let mut driver = Driver::start(120, 40, Language::En);
    driver.open(session, "");
    assert!(driver.screen().contains("Off the record since 00:01:00"));
    driver.press("word<Enter><F12>word<Enter>");
    assert_eq!(driver.notes(), ["before", "word"]);
}

#[test]
fn a_stretch_off_the_record_is_seen_at_every_size_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(120, 40), (80, 24), (60, 20)] {
            let mut driver = Driver::interview(width, height, language, "");
            driver.press("<F12>");
            let screen = driver.screen();
            assert!(screen.contains('⊘') && screen.contains("F12"), "{screen}");
        }
    }
}

/// A7
#[test]
fn a7_the_last_minutes_are_struck_after_one_question() {
    let mut driver = english("");
    driver.press("long ago<Enter>").wait(400);
    driver.press("just now<Enter>half a dra").wait(10);
    driver.press("<Esc>S2");
    let screen = driver.screen();
    assert!(screen.contains("Strike everything from"), "{screen}");
    driver.press("<Enter>");
    assert_eq!(driver.notes(), ["long ago"]);
    let interview = driver.shown();
    assert!(interview.editor.is_empty() && interview.protocol.state().drafts.is_empty());
    assert_eq!(interview.protocol.state().struck_spans.len(), 1);
    assert!(matches!(driver.effects.last(), Some(Effect::Rewrite(_))));
    driver.press("<C-u><C-u><C-u>");
    assert!(!driver.screen().contains("just now"));
}

/// A7
#[test]
fn what_is_struck_and_not_seen_is_counted() {
    let mut driver = Driver::interview(60, 20, Language::En, "");
    for number in 0..20 {
        driver.press(&format!("point {number}<Enter>"));
    }
    driver.press("<A-S>9");
    let screen = driver.screen();
    let seen = screen.matches("point ").count();
    assert!(
        seen < 20 && screen.contains(&format!("↓ {}", 20 - seen)),
        "{screen}"
    );
}

/// A7
#[test]
fn the_last_minutes_are_those_of_the_interview_and_before_it_there_are_none() {
    let mut driver = Driver::before_interview(80, 24, Language::En, "");
    driver.press("<A-S>");
    assert!(
        driver.screen().contains("has not begun"),
        "{}",
        driver.screen()
    );
    driver.press("<F10>long ago<Enter>").wait(400);
    driver.press("just now<Enter>").wait(10).close("");
    driver.wait(86_400).press("<F2><A-S>2<Enter>");
    assert_eq!(driver.notes(), ["long ago"]);
    let spans = &driver.shown().protocol.state().struck_spans;
    assert!(spans.iter().all(|span| span.to_ms < 420_000), "{spans:?}");
}

#[test]
fn a_name_that_becomes_known_is_taken_out_of_the_cases_too() {
    let mut driver = english("");
    driver.press("with Hafenbund<C-p>");
    assert!(matches!(
        driver.effects.iter().rev().nth(1),
        Some(Effect::ReadCaseTexts)
    ));
    let clean = |text: &str| CleanText::from_stored(text.to_owned());
    let texts = vec![clean("the cluster Hafenbund"), clean("wood")];
    driver.send(Msg::CaseTexts(texts));
    let replaced = driver.effects.iter().find_map(|effect| match effect {
        Effect::ReplaceInCases(replaced) => Some(replaced.clone()),
        _ => None,
    });
    let replaced = replaced.expect("a text of a case is replaced");
    assert_eq!(replaced.len(), 1);
    let (_, clean) = replaced.first().unwrap();
    assert!(!clean.as_str().contains("Hafenbund") && clean.as_str().starts_with("the cluster ["));
}

#[test]
fn a_strike_names_the_exports_and_packages_that_it_cannot_reach_before_it_is_done() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut driver = Driver::interview(width, height, Language::En, "");
        driver.press("about the ledger<Enter>");
        let mut session = driver.shown().protocol.state().clone();
        session.archived.push(ArchiveRecord {
            at: driver.now,
            target: "faculty".to_owned(),
            package: "00ff".to_owned(),
            revision: 1,
        });
        session.exports.push(ExportRecord {
            at: driver.now,
            level: "archive".to_owned(),
            format: "docx".to_owned(),
            digest: "00ff".to_owned(),
        });
        driver.open(session, "");
        let names = |driver: &mut Driver| {
            let screen = driver.screen();
            screen.contains("faculty")
                && (screen.contains("docx") || screen.contains("and one more"))
        };
        driver.press("<A-x>");
        assert!(names(&mut driver), "{}", driver.screen());
        driver.press("<Esc><A-T>ledger<Enter>");
        assert!(names(&mut driver), "{}", driver.screen());
    }
}

/// A7
#[test]
fn what_holds_certain_words_is_struck_after_one_question() {
    let mut driver = english("");
    driver.press("about the Ledger<Enter>something else<Enter>the ledger aga<F6>");
    driver.press("<Esc>Tledger<Enter>");
    assert!(driver.screen().contains("Strike these 2 texts for good?"));
    driver.press("<Enter>");
    assert!(matches!(driver.app.screen, Screen::Interview(_)));
    assert_eq!(driver.notes(), ["something else"]);
    let state = driver.shown().protocol.state();
    assert!(
        state
            .places_of(|text| text.as_str().contains("edger"))
            .is_empty()
    );
    assert_eq!(state.parked.len(), 1);
}

#[test]
fn who_does_not_answer_yes_strikes_nothing() {
    let mut driver = english("");
    driver.press("about the ledger<Enter><Esc>Tledger<Enter>s<F3>");
    assert_eq!(driver.notes(), ["about the ledger"]);
    driver.press("<Esc>S1<Esc>");
    assert_eq!(driver.notes(), ["about the ledger"]);
}

/// A5
#[test]
fn a_note_that_waits_gets_its_place_in_three_keys() {
    let mut driver = english("");
    driver.press("where does this go<Esc>Xnext<Enter>");
    let state = driver.shown().protocol.state();
    assert_eq!(state.notes[0].topic.as_str(), "b1.out");
    let (id, at_ms) = (state.notes[0].id, state.notes[0].at_ms);
    assert!(state.unplaced.contains(&id));
    driver.press("<A-X>1d");
    let state = driver.shown().protocol.state();
    let note = state.note(id).unwrap();
    assert_eq!((note.topic.as_str(), note.at_ms), ("b2.t1", at_ms));
    assert!(state.unplaced.is_empty());
    driver.press("<C-u>");
    let state = driver.shown().protocol.state();
    assert_eq!(state.note(id).unwrap().topic.as_str(), "b1.out");
    assert!(state.unplaced.contains(&id), "undo restores that it waits");
}

/// A12
#[test]
fn a12_a_parked_point_is_remembered_when_the_block_changes() {
    let mut driver = english("");
    driver.press("ask about money<F6><Tab>");
    assert!(!driver.screen().contains("Still parked"), "the same block");
    driver.press("<F2>d");
    assert!(driver.screen().contains("Still parked: 1"));
}

#[test]
fn each_note_says_which_interviewee_spoke() {
    let mut driver = english("");
    driver.press("nobody in particular<Enter><A-I>the first<Enter><A-I>the second<Enter>");
    let speakers = |driver: &Driver| -> Vec<Option<u8>> {
        let notes = driver.shown().protocol.state().notes.iter();
        notes.map(|note| note.speaker).collect()
    };
    assert_eq!(speakers(&driver), [None, Some(1), Some(2)]);
    assert!(driver.screen().contains("interviewee B"));
    driver.press("<C-Up><C-Up><C-Up><A-I>");
    assert_eq!(speakers(&driver), [Some(1), Some(1), Some(2)]);
}

/// B6
#[test]
fn the_language_of_a_quote_can_be_said_afterwards_and_then_what_it_says() {
    let mut driver = english("");
    driver.press("\"Man muss sich kennen<Enter><A-B>");
    assert!(driver.screen().contains("In which language"));
    driver.press("1You have to know each other<Enter>");
    let state = driver.shown().protocol.state();
    assert_eq!(state.notes[0].language, Language::De);
    let translation = state.notes[0].translation.as_ref().unwrap();
    assert_eq!(translation.as_str(), "You have to know each other");
    assert_eq!(state.notes[0].text.as_str(), "Man muss sich kennen");
    // Who types on did not mean to translate.
    driver.press("\"as it was said<Enter><A-B>next<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!((notes.len(), notes[1].language), (3, Language::En));
    assert_eq!(notes[2].text.as_str(), "next");
    driver.press("<A-B>");
    assert!(driver.screen().contains("What is translated is a quote"));
}

/// B6
#[test]
fn b6_a_quote_keeps_its_language_and_what_it_says_stands_beside_it() {
    let mut driver = english("person: Anna Müller");
    driver.press("<C-l>\"es geht vorwärts\"<Enter>");
    assert!(driver.screen().contains("no translation"));
    let id = driver.shown().protocol.state().notes[0].id;
    driver.press("<A-B>Müller says it moves on<Enter>");
    let state = driver.shown().protocol.state();
    let note = state.note(id).unwrap();
    assert_eq!(note.text.as_str(), "es geht vorwärts");
    let translation = note.translation.as_ref().unwrap();
    assert_eq!(translation.as_str(), "[Person 1] says it moves on");
    driver.press("<C-l><C-l>");
    let state = driver.shown().protocol.state();
    let switches = state.log.iter().filter_map(|entry| match entry {
        LogEntry::LanguageSwitched(language) => Some(*language),
        _ => None,
    });
    let switches: Vec<Language> = switches.collect();
    assert_eq!(switches, [Language::De, Language::Fr, Language::En]);
    let written = driver.effects.iter().flat_map(|effect| match effect {
        Effect::Append(records) => records.as_slice(),
        _ => &[],
    });
    let written: Vec<Language> = written
        .filter_map(|recorded| match recorded.event {
            Event::LanguageSwitched(language) => Some(language),
            _ => None,
        })
        .collect();
    assert_eq!(written, switches, "and in the journal");
    // The export says of each note in which language it is.
    driver.press("and on<Enter>");
    let released = release(driver.shown().protocol.state(), None, Level::Working).unwrap();
    let mut json = Vec::new();
    json::write(&released, &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let languages = json["notes"].as_array().unwrap().iter();
    let languages: Vec<&str> = languages.filter_map(|note| note["lang"].as_str()).collect();
    assert_eq!(languages, ["de", "en"]);
    for effect in &driver.effects {
        assert!(!format!("{effect:?}").contains("Müller"));
    }
}

/// B6
#[test]
fn b6_a_quote_without_translation_is_listed_in_review() {
    let mut driver = english("");
    driver.press("<C-l>\"es geht vorwärts\"<Enter>");
    let session = driver.shown().protocol.state().clone();
    driver.read(session);
    assert!(
        driver
            .screen()
            .contains("One quote without a translation: 1.1")
    );
}

/// B8
#[test]
fn b8_notes_side_by_side_are_settled_one_by_one() {
    let mut driver = english("");
    driver.press("money<Enter>").wait(90).press("trust<Enter>");
    let mut session = driver.shown().protocol.state().clone();
    for (index, text) in ["budget", "confidence"].into_iter().enumerate() {
        let mut second = session.notes[index].clone();
        second.id.taker = 2;
        second.text = CleanText::from_stored(text.to_owned());
        session.notes.push(second);
    }
    driver.open(session, "");
    driver.press("<Esc>G");
    let screen = driver.screen();
    assert!(
        screen.contains("money") && screen.contains("budget"),
        "{screen}"
    );
    driver.press("13");
    assert_eq!(
        driver.notes(),
        ["money", "trust", "budget", "confidence"],
        "nothing is struck unasked"
    );
    driver.press("<Enter>");
    assert_eq!(driver.notes(), ["money", "budget", "confidence"]);
    assert!(driver.shown().protocol.state().overlaps().is_empty());
}

/// B8
#[test]
fn notes_side_by_side_are_read_to_their_ends() {
    let mut driver = Driver::interview(60, 20, Language::En, "");
    let long = "the chamber brought both sides to one table ".repeat(8);
    driver.press(&format!("{long}first end<Enter>"));
    let mut session = driver.shown().protocol.state().clone();
    let mut second = session.notes[0].clone();
    second.id.taker = 2;
    second.text = CleanText::from_stored(format!("{long}second end"));
    session.notes.push(second);
    driver.open(session, "");
    driver.press("<Esc>G");
    let mut seen = driver.screen();
    assert!(seen.contains(" ↓ "), "{seen}");
    for _ in 0..9 {
        driver.press("<PageDown>");
        let screen = driver.screen();
        assert!(screen.contains("3 ⇄"), "the keys stay in sight: {screen}");
        seen.push_str(&screen);
    }
    assert!(
        seen.contains("first end") && seen.contains("second end"),
        "{seen}"
    );
    assert!(!driver.screen().contains(" ↓ "));
    driver.press("1");
    assert!(driver.shown().protocol.state().overlaps().is_empty());
}

#[test]
fn a_second_note_taker_s_notes_have_numbers_of_their_own() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.app.taker = 2;
    let protocol = super::driver::new_protocol(Language::En, "", driver.now);
    driver.send(Msg::Opened(Box::new(Opened {
        protocol,
        access: Access::Write,
        recovered: None,
        left_at: None,
    })));
    driver.press("<F10><F10>mine<Enter>");
    assert!(driver.screen().contains("note-taker 2"));
    let state = driver.shown().protocol.state();
    assert_eq!(state.notes[0].id.to_string(), "2.1");
    let places = state.places_of(|_| true);
    assert_eq!(places, [TextPlace::Note("2.1".parse().unwrap())]);
    assert_eq!(state.notes[0].topic, TopicId::new("b1.t1"));
}

/// A7
#[test]
fn a_strike_says_how_often_the_session_went_out_before() {
    let mut driver = english("");
    driver.press("a word too many<Enter>");
    let mut session = driver.shown().protocol.state().clone();
    session.exports.push(ExportRecord {
        at: driver.now,
        level: "archive".to_owned(),
        format: "md".to_owned(),
        digest: "00".to_owned(),
    });
    driver.open(session, "");
    driver.press("<A-x><Enter>");
    assert!(driver.screen().contains("holds it still: 1"));
    let session = driver.shown().protocol.state().clone();
    driver.read(session);
    assert!(driver.screen().contains("struck on request"));
}
