use super::{Driver, driver::new_protocol};
use crate::language::Language;
use crate::session::{CellState, Event, Note, NoteKind, Prompting, Recorded, TopicId};
use crate::tui::app::{Access, Effect, Msg, Opened, Recovered};
use crate::tui::screen::{Choosing, Screen};

pub(super) fn english(protected: &str) -> Driver {
    Driver::interview(120, 40, Language::En, protected)
}

pub(super) fn texts(driver: &Driver) -> Vec<String> {
    let notes = driver.shown().protocol.state().notes.iter();
    notes.map(|note| note.text.as_str().to_owned()).collect()
}

/// A1
#[test]
fn a1_typing_and_enter_keep_exactly_one_note_in_the_topic() {
    let mut driver = english("");
    driver.press("abc<Enter>");
    let state = driver.shown().protocol.state();
    assert_eq!(texts(&driver), ["abc"]);
    assert_eq!(state.notes.first().unwrap().topic.as_str(), "b1.t1");
}

/// A2
#[test]
fn the_time_of_a_note_is_that_of_its_first_key() {
    let mut driver = english("");
    driver.wait(62).press("a").wait(13).press("bc<Enter>");
    let at_ms = driver.shown().protocol.state().notes.first().unwrap().at_ms;
    assert!((62_000..63_000).contains(&at_ms), "{at_ms}");
}

#[test]
fn a_protected_name_is_gone_as_soon_as_it_is_typed() {
    let mut driver = english("person: Anna Müller\ninstitution: Holzbund Basel");
    driver.press("talked to Mueller ");
    assert!(driver.screen().contains("talked to [Person 1]"));
    driver.press("of Holzbund Basel today<Enter>");
    assert_eq!(
        texts(&driver),
        ["talked to [Person 1] of [Institution 1] today"]
    );
    for effect in &driver.effects {
        assert!(!format!("{effect:?}").to_lowercase().contains("mueller"));
    }
}

/// B1
#[test]
fn b1_the_first_character_tells_the_kind_of_a_note_and_leaves_its_text() {
    let mut driver = english("");
    driver.press("\"without her nothing\"<Enter>! laughs<Enter># check<Enter>= 40 members<Enter>plain<Enter>");
    let kept = [
        "without her nothing",
        "laughs",
        "check",
        "40 members",
        "plain",
    ];
    assert_eq!(texts(&driver), kept, "the sign is no text");
    let kinds: Vec<NoteKind> = driver
        .shown()
        .protocol
        .state()
        .notes
        .iter()
        .map(|note| note.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            NoteKind::Quote,
            NoteKind::Observation,
            NoteKind::Comment,
            NoteKind::Fact,
            NoteKind::Paraphrase
        ]
    );
}

/// B1
#[test]
fn a_quotation_that_ends_in_mid_note_is_shown_in_quotation_marks() {
    let mut driver = english("");
    driver.press("\"nothing moves\" said the manager<Enter>");
    let note = driver.shown().protocol.state().notes[0].clone();
    assert_eq!(note.kind, NoteKind::Quote);
    assert_eq!(note.text.as_str(), "\"nothing moves\" said the manager");
    let screen = driver.screen();
    assert!(
        screen.contains("  “nothing moves” said the manager"),
        "{screen}"
    );
    assert_eq!(screen.matches('“').count(), 1, "{screen}");
    // Undo makes it what was typed, no mark more.
    driver.press("<C-u>");
    let typed = driver.shown().editor.text();
    assert_eq!(typed, "\"nothing moves\" said the manager");
}

/// A4
#[test]
fn a4_any_topic_is_two_keys_away_and_back_is_one_with_the_draft_in_place() {
    let mut driver = english("");
    driver.press("half a thought");
    driver.press("<F2>");
    assert_eq!(driver.shown().choosing, Some(Choosing::Topic));
    // The cells come in the order of the guide: b1.t1, b1.t2, b1.out, b2.t1 and so on.
    driver.press("m");
    assert_eq!(driver.shown().topic.as_str(), "b4.t2");
    assert!(driver.shown().editor.is_empty());
    driver.press("<F3>");
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
    assert_eq!(driver.shown().editor.text(), "half a thought");
    let visits: Vec<&str> = driver
        .shown()
        .protocol
        .state()
        .visits
        .iter()
        .map(|visit| visit.topic.as_str())
        .collect();
    assert_eq!(visits, ["b1.t1", "b4.t2", "b1.t1"]);
}

/// A9: one line, a mark a topic, whatever the language.
#[test]
fn a9_the_strip_of_all_fourteen_topics_is_one_line_and_shows_the_state_of_each() {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (60, 20)] {
            let mut driver = Driver::interview(width, height, language, "");
            driver.press("one<Enter><F5>1<Tab><F5>3");
            let screen = driver.screen();
            let strip = screen.lines().find(|row| row.starts_with(" 1 "));
            let strip = strip.unwrap_or_else(|| panic!("no strip in {screen}"));
            let marks = strip.chars().filter(|mark| "○◐●◌×–/†".contains(*mark));
            assert_eq!(marks.count(), 14, "{strip}");
            assert!(
                strip.contains("1 ●×  2 ○○  3 ○○○○  4 ○○○○  5 ○○"),
                "{strip}"
            );
        }
    }
}

/// A4
#[test]
fn a4_the_next_open_must_is_one_key_away() {
    let mut driver = english("");
    driver.press("<F5>1<F4>");
    assert_eq!(driver.shown().topic.as_str(), "b1.t2");
    assert_eq!(
        driver.shown().protocol.state().cell(&TopicId::new("b1.t1")),
        CellState::Answered
    );
}

#[test]
fn esc_and_a_letter_do_what_alt_and_the_letter_do() {
    let mut driver = english("");
    driver.press("<Esc>t");
    assert_eq!(driver.shown().prompting, Prompting::Prompted);
    driver.press("<A-t>");
    assert_eq!(driver.shown().prompting, Prompting::Unprompted);
    driver.press("<Esc><Esc>t");
    assert_eq!(driver.shown().editor.text(), "t");
}

/// A5
#[test]
fn a5_a_note_is_refiled_in_three_keys_as_it_is_and_undo_brings_it_back() {
    let mut driver = english("");
    driver.press("belongs elsewhere<Enter>");
    let kept = driver.shown().protocol.state().notes[0].clone();
    driver.press("<C-r>d");
    let state = driver.shown().protocol.state();
    let moved = Note {
        topic: TopicId::new("b2.t1"),
        ..kept.clone()
    };
    assert_eq!(*state.notes, [moved], "id, time and origin stay");
    let count = |topic| state.notes_in(&TopicId::new(topic)).len();
    assert_eq!((count("b1.t1"), count("b2.t1")), (0, 1));
    driver.press("<C-u>");
    assert_eq!(*driver.shown().protocol.state().notes, [kept]);
}

#[test]
fn undo_brings_a_kept_note_back_into_the_draft_and_redo_keeps_it_again() {
    let mut driver = english("");
    driver.press("! too early<Enter><C-u>");
    assert!(texts(&driver).is_empty());
    assert_eq!(driver.shown().editor.text(), "!too early");
    driver.press("<A-y>");
    assert_eq!(texts(&driver), ["too early"]);
    assert!(driver.shown().editor.is_empty());
}

#[test]
fn redo_brings_no_note_back_whose_words_were_changed_in_the_draft() {
    let mut driver = english("");
    driver.press("half<Enter><C-u> and the canton");
    driver.press("<A-y>");
    assert!(texts(&driver).is_empty());
    assert_eq!(driver.shown().editor.text(), "half and the canton");
    driver.press("<Enter>");
    assert_eq!(texts(&driver), ["half and the canton"]);

    let mut driver = english("");
    driver.press("kept<Enter>begun<Tab><C-u><A-y>");
    assert_eq!(texts(&driver), ["kept"]);
    assert_eq!(driver.shown().editor.text(), "begun");
}

#[test]
fn a_draft_brought_back_by_redo_is_kept_by_enter_and_stays_with_its_topic() {
    let mut driver = english("");
    driver.press("abc<C-u>");
    assert!(driver.shown().editor.is_empty());
    driver.press("<C-y><Enter>");
    assert_eq!(texts(&driver), ["abc"]);

    let mut driver = english("Anna Muster");
    driver.press("mus<C-u><C-y><F4><F3>");
    assert_eq!(driver.shown().editor.text(), "mus");
}

#[test]
fn a_note_that_is_undone_while_its_topic_has_a_draft_stands_behind_it() {
    let mut driver = english("");
    driver.press("kept<Enter>begun<Tab><C-u>");
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
    assert_eq!(driver.shown().editor.text(), "begun\nkept");
}

#[test]
fn undo_never_brings_a_name_back() {
    let mut driver = english("Anna Müller");
    driver.press("met Müller there ");
    for _ in 0..20 {
        driver.press("<C-u>");
        assert!(!driver.shown().editor.text().contains("ller"));
    }
}

#[test]
fn a_word_is_protected_backwards_by_one_key() {
    let mut driver = english("");
    driver.press("Zumstein came first<Enter>then Zumstein left<Enter>only Zumstein<C-p>");
    let notes = texts(&driver);
    assert_eq!(notes, ["[Person 1] came first", "then [Person 1] left"]);
    assert!(driver.screen().contains("only [Person 1]"));
    assert!(
        driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Rewrite(_)))
    );
    let sitting = driver.shown().protocol.sitting();
    assert!(!format!("{:?}", texts(&driver)).contains("Zumstein"));
    for recorded in sitting.events() {
        if let Event::NoteKept(note) = &recorded.event {
            assert!(!note.text.as_str().contains("Zumstein"));
        }
        if let Event::DraftEdited { insert, .. } = &recorded.event {
            assert!(!insert.as_str().contains("Zumstein"));
        }
    }
}

#[test]
fn a_false_replacement_is_taken_back_by_one_key() {
    let mut driver = english("person: Berg");
    driver.press("over the Berg <A-d>and on<Enter>");
    assert_eq!(texts(&driver), ["over the Berg and on"]);
}

/// A12
#[test]
fn what_is_typed_parks_with_the_topic() {
    let mut driver = english("");
    driver.press("ask about money<F6>");
    let parked = &driver.shown().protocol.state().parked;
    assert_eq!(parked.first().unwrap().text.as_str(), "ask about money");
    assert!(driver.shown().editor.is_empty());
    driver.press("<Tab><A-e>1");
    assert!(driver.shown().protocol.state().parked.is_empty());
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
}

#[test]
fn no_word_of_a_reminder_is_lost_when_it_is_taken_up_or_undone() {
    let mut driver = english("");
    driver.press("ask about money<F6><Tab><A-e>1 again<Enter>");
    assert_eq!(texts(&driver), ["ask about money again"]);

    let mut driver = english("");
    driver.press("money<F6>something else <A-e>1<Enter>");
    assert_eq!(texts(&driver), ["something else \nmoney"]);

    let mut driver = english("");
    driver.press("money<F6><Tab><C-u>");
    assert_eq!(driver.shown().editor.text(), "money");
    assert!(driver.shown().protocol.state().parked.is_empty());
}

#[test]
fn a_parked_reminder_keeps_its_placeholders() {
    let mut driver = english("institution: Holzbund Basel");
    driver.press("ask about the Holzbund Basel<F6>");
    let parked = &driver.shown().protocol.state().parked;
    assert_eq!(
        parked.first().unwrap().text.as_str(),
        "ask about the [Institution 1]"
    );
}

/// A7
#[test]
fn a_struck_note_is_gone_from_everything() {
    let mut driver = english("");
    driver.press("please forget this<Enter><A-x><Enter>");
    assert!(texts(&driver).is_empty());
    assert_eq!(driver.shown().protocol.state().tombstones.len(), 1);
    let sitting = driver.shown().protocol.sitting();
    for recorded in sitting.events() {
        if let Event::NoteKept(note) = &recorded.event {
            assert!(note.text.is_empty());
        }
        if let Event::DraftEdited { insert, .. } = &recorded.event {
            assert!(insert.is_empty());
        }
    }
}

#[test]
fn no_event_says_that_words_are_gone_before_the_files_are_written_anew() {
    let mut driver = english("");
    driver.press("Keller helped<Enter>again Keller<C-p>");
    let claims = |records: &[Recorded]| {
        let mut events = records.iter().map(|recorded| &recorded.event);
        events.any(|event| matches!(event, Event::Struck(_)))
    };
    let mut rewrites = 0;
    for effect in &driver.effects {
        match effect {
            Effect::Append(records) => assert!(!claims(records), "{records:?}"),
            Effect::Rewrite(rewrite) => {
                rewrites += 1;
                assert!(claims(rewrite.sitting.events()));
            }
            _ => {}
        }
    }
    assert!(rewrites > 0);
    assert!(!driver.app.saving.is_waiting());
}

#[test]
fn the_status_says_saved_only_after_the_disk_said_so() {
    let mut driver = english("");
    driver.disk_answers = false;
    driver.press("a word ");
    assert!(driver.screen().contains("saving"));
    let sent = driver.app.saving.sent;
    driver.send(Msg::Saved(sent - 1));
    assert!(driver.screen().contains("saving"));
    driver.send(Msg::Saved(sent));
    assert!(driver.screen().contains("saved 00:00:0"));
    driver.send(Msg::NotSaved("the disk is full".to_owned()));
    assert!(driver.screen().contains("not saved: the disk is full"));
}

#[test]
fn the_notes_say_in_the_margin_that_there_are_more() {
    for (width, height) in [(60, 20), (80, 24)] {
        let mut driver = Driver::interview(width, height, Language::En, "");
        driver.press("short<Enter>");
        assert!(!driver.screen().contains('↑'), "{}", driver.screen());
        let long = "both sides sat at one table ".repeat(30);
        driver.press(&format!("{long}<Enter>"));
        let screen = driver.screen();
        assert!(
            screen.contains('↑') && !screen.contains("short"),
            "{screen}"
        );
        driver.press("<PageUp>");
        assert!(driver.screen().contains('↓'), "{}", driver.screen());
    }
}

/// A13
#[test]
fn the_blanked_screen_shows_nothing_and_the_first_key_that_is_no_text_only_wakes() {
    let mut driver = english("");
    driver.press("secret thought<Enter><F7>");
    let screen = driver.screen();
    assert!(!screen.contains("secret") && !screen.contains("b1.t1"));
    driver.press("<F2>");
    assert!(driver.shown().choosing.is_none());
    assert!(driver.screen().contains("secret"));
}

#[test]
fn the_screen_is_blanked_by_one_key_also_while_something_is_chosen_or_read() {
    for before in ["<F2>", "<F1>", "<F5>"] {
        let mut driver = english("");
        driver.press("a secret<Enter>").press(before).press("<F7>");
        assert!(driver.app.is_veiled(), "{before}");
        assert!(!driver.screen().contains("A-1"), "{before}");
    }
}

#[test]
fn a_key_with_ctrl_chooses_nothing_and_ctrl_q_leaves_from_everywhere() {
    let mut driver = english("");
    driver.press("a note<Enter><C-r><C-c>");
    let topic = |driver: &Driver| {
        let notes = &driver.shown().protocol.state().notes;
        notes.first().unwrap().topic.clone()
    };
    assert_eq!(topic(&driver).as_str(), "b1.t1");
    assert!(driver.app.is_choosing());
    driver.press("<C-q>");
    assert_eq!(topic(&driver).as_str(), "b1.t1");
    let mut effects = driver.effects.iter();
    assert!(effects.any(|effect| matches!(effect, Effect::Quit)));
}

/// A11
#[test]
fn a11_the_language_of_the_questions_changes_without_losing_place_or_draft() {
    let mut driver = english("");
    driver.press("half<A-l>");
    assert_eq!(driver.shown().question_language, Language::De);
    assert_eq!(driver.shown().editor.text(), "half");
    driver.press("<A-u>");
    assert_eq!(driver.app.language, Language::De);
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
}

#[test]
fn leaving_writes_what_was_held_back() {
    let mut driver = english("person: Anna Muster-Meier");
    driver.press("we saw Anna<C-q>");
    let finished = driver.effects.iter().find_map(|effect| match effect {
        Effect::Finish(session) => Some(session),
        _ => None,
    });
    let draft = finished.unwrap().drafts.values().next().unwrap();
    assert_eq!(draft.text.as_str(), "we saw [Person 1]");
    assert!(matches!(driver.effects.last(), Some(Effect::Quit)));
}

#[test]
fn a_warning_before_leaving_holds_only_for_the_next_key() {
    let quits = |driver: &Driver| {
        let mut effects = driver.effects.iter();
        effects.any(|effect| matches!(effect, Effect::Quit))
    };
    let mut driver = english("");
    driver.press("first<Enter>");
    driver.disk_answers = false;
    driver.send(Msg::NotSaved("disk full".to_owned()));
    driver.press("<C-q>and on<C-q>");
    assert!(!quits(&driver), "the interview went on");
    driver.press("<C-q>");
    assert!(quits(&driver), "warned, it is given up");

    let mut driver = english("Anna Muster");
    driver.press("first<Enter>");
    driver.send(Msg::NotSaved("disk full".to_owned()));
    driver.press("<C-q>");
    driver.send(Msg::Saved(u64::MAX));
    driver.press("and mus<C-q>");
    let finished = driver.effects.iter().any(|effect| {
        let Effect::Finish(state) = effect else {
            return false;
        };
        let mut drafts = state.drafts.values();
        drafts.any(|draft| draft.text.as_str() == "and mus")
    });
    assert!(finished, "saved, it is left in order, with what was held");
}

#[test]
fn notes_stay_in_the_language_in_which_an_interview_was_left() {
    let mut driver = english("");
    driver.press("one<Enter><C-l>deux<Enter>");
    let left = driver.shown().protocol.state().clone();
    let language = left.notes.last().unwrap().language;
    assert_ne!(language, Language::En);
    driver.open(left, "");
    driver.press("trois<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes.last().unwrap().language, language);
}

#[test]
fn a_session_that_is_closed_is_free_for_others() {
    let mut driver = english("");
    driver.press("one<Enter><A-k>");
    for _ in 0..20 {
        driver.press("n");
    }
    driver.press("<F10>");
    assert!(matches!(driver.app.screen, Screen::Start(_)));
    let mut effects = driver.effects.iter();
    let folds = |effect: &Effect| matches!(effect, Effect::Finish(_));
    assert!(effects.any(folds));
    assert!(effects.any(|effect| matches!(effect, Effect::Release)));
}

#[test]
fn what_was_recovered_of_a_prepared_session_is_said() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Opened(Box::new(Opened {
        protocol: new_protocol(Language::En, "", driver.now),
        access: Access::Write,
        recovered: Some(Recovered {
            lines: vec!["a torn last line was cut".to_owned()],
            left_at: None,
            rescued: Vec::new(),
        }),
        left_at: None,
    })));
    assert!(matches!(driver.app.screen, Screen::Prepare(_)));
    assert!(driver.screen().contains("a torn last line was cut"));
}

#[test]
fn a_typed_character_costs_few_bytes() {
    let mut driver = english("Anna Müller");
    driver.draw();
    let mut costs = Vec::new();
    for character in "agency of the canton pays half a post and wants to see results ".chars() {
        driver.press(&character.to_string());
        costs.push(driver.draw());
    }
    costs.sort_unstable();
    let median = costs[costs.len() / 2];
    assert!(median <= 50, "{median} bytes");
}

#[test]
fn what_is_typed_is_shown_before_the_rest_as_it_is_shown_with_it() {
    let mut driver = Driver::interview(120, 40, Language::En, "person: Anna Müller");
    driver.press("so");
    driver.draw();
    for key in " sagt Müller dort<Left>x<C-w>".split_inclusive(['>', ' ']) {
        driver.press(key);
        let early = driver.draw_typed();
        driver.draw();
        assert_eq!(early, driver.row_of_cursor(), "{key}");
    }
}

#[test]
fn nothing_is_struck_by_who_is_writing_something_else() {
    let mut driver = english("");
    driver.press("kept<Enter>half<A-x>");
    assert!(driver.screen().contains("First keep or empty the note"));
    driver.press(" a note<Enter><A-x>more<Enter>");
    assert_eq!(texts(&driver), ["kept", "half a note", "more"]);
}
