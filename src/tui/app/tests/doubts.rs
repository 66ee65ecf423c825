use super::Driver;
use crate::language::Language;
use crate::session::Session;
use crate::tui::app::Effect;
use crate::tui::keymap::Place;

/// An interview in which two words are doubtful, one of them twice.
fn doubtful() -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("met ZORVEX once<Enter>then BRUNAL, and ZORVEX again<Enter>");
    driver
}

fn unsettled(driver: &Driver) -> usize {
    driver.app.protocol().unwrap().unsettled_count()
}

/// Everything that was handed to the disk, in letters.
fn written(driver: &Driver) -> String {
    let mut all = String::new();
    let mut session = driver.app.protocol().unwrap().sitting().base().clone();
    let mut put = |session: &Session| {
        for text in session.texts() {
            all.push_str(text.as_str());
            all.push('\n');
        }
    };
    for effect in &driver.effects {
        match effect {
            Effect::Append(records) => {
                for recorded in records {
                    crate::session::apply(&mut session, recorded);
                    put(&session);
                }
            }
            Effect::Rewrite(rewrite) => {
                put(rewrite.sitting.state());
                put(rewrite.sitting.base());
            }
            Effect::Finish(session) => put(session),
            _ => {}
        }
    }
    all
}

#[test]
fn a_doubtful_word_stays_readable_and_is_masked_in_what_is_written() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("met ZORVEX once more ");
    assert_eq!(driver.shown().editor.text(), "met ZORVEX once more ");
    let drafts = &driver.app.protocol().unwrap().state().drafts;
    let draft = drafts.values().next().unwrap().text.as_str();
    assert_eq!(draft, "met [?] once more ");
    let screen = driver.screen();
    assert!(screen.contains("met ZORVEX?once"), "{screen}");
    assert!(screen.contains("? 1"), "{screen}");
    driver.press("<Enter>");
    assert_eq!(driver.notes(), ["met [?] once more"]);
    assert!(driver.screen().contains("met ZORVEX? once more"));
    assert!(!written(&driver).contains("ZORVEX"));
}

#[test]
fn a_name_is_replaced_everywhere_by_one_key() {
    let mut driver = doubtful();
    assert_eq!(driver.notes(), ["met [?] once", "then [?], and [?] again"]);
    assert_eq!(unsettled(&driver), 2);
    driver.press("<C-f>i");
    assert_eq!(
        driver.notes(),
        [
            "met [Institution 1] once",
            "then [?], and [Institution 1] again"
        ]
    );
    assert_eq!(driver.app.place(), Place::Doubts);
    driver.press("p");
    assert_eq!(
        driver.notes(),
        [
            "met [Institution 1] once",
            "then [Person 1], and [Institution 1] again"
        ]
    );
    // When all is settled, the interview is there again.
    assert_eq!(driver.app.place(), Place::Interview);
    driver.press("zorvex and Brunal<Enter>");
    assert_eq!(
        driver.notes().last().map(String::as_str),
        Some("[Institution 1] and [Person 1]")
    );
    assert!(!written(&driver).contains("ZORVEX"));
    assert!(!written(&driver).contains("BRUNAL"));
}

#[test]
fn the_list_says_what_a_word_became_and_that_nothing_is_left() {
    let mut driver = doubtful();
    driver.press("<Tab>elsewhere<Enter><C-f>i");
    assert!(driver.screen().contains("Taken for Institution"));
    let topic = driver.app.protocol().unwrap().state().position.clone();
    driver.press("n");
    assert_eq!(driver.app.place(), Place::Interview);
    assert!(driver.screen().contains("Stays as it is"));
    // The list closed by itself: the key for closing it leads no further.
    driver.press("<F3>");
    assert_eq!(driver.app.place(), Place::Interview);
    assert_eq!(driver.shown().protocol.state().position, topic);
    driver.press("<C-f>");
    let screen = driver.screen();
    assert!(driver.app.place() != Place::Doubts || screen.contains("Nothing is unsettled"));
    driver.press("<F3><F3>");
    assert_ne!(driver.shown().protocol.state().position, topic);
}

#[test]
fn every_kind_has_its_key() {
    for (key, placeholder) in [
        ("p", "[Person 1]"),
        ("i", "[Institution 1]"),
        ("o", "[Place 1]"),
        ("a", "[Detail 1]"),
        ("<A-p>", "[Person 1]"),
        ("3", "[Place 1]"),
    ] {
        let mut driver = Driver::interview(80, 24, Language::En, "");
        driver.press(&format!("met ZORVEX once<Enter><C-f>{key}"));
        assert_eq!(driver.notes(), [format!("met {placeholder} once")], "{key}");
    }
}

#[test]
fn what_is_no_name_goes_back_into_the_notes_and_is_not_asked_again() {
    let mut driver = doubtful();
    driver.press("<C-f>n<F3>");
    assert_eq!(
        driver.notes(),
        ["met ZORVEX once", "then [?], and ZORVEX again"]
    );
    driver.press("more of ZORVEX today<Enter>");
    assert_eq!(
        driver.notes().last().map(String::as_str),
        Some("more of ZORVEX today")
    );
    let allows = |effect: &Effect| matches!(effect, Effect::Allow(_));
    assert!(
        !driver.effects.iter().any(allows),
        "only this sitting knows"
    );
}

#[test]
fn what_is_no_name_in_the_study_is_remembered_there() {
    let mut driver = doubtful();
    driver.press("<C-f><Down>s");
    assert_eq!(
        driver.notes(),
        ["met [?] once", "then BRUNAL, and [?] again"]
    );
    let mut allowed = driver.effects.iter().filter_map(|effect| match effect {
        Effect::Allow(word) => Some(word.as_str()),
        _ => None,
    });
    assert_eq!(allowed.next(), Some("BRUNAL"));
    assert_eq!(driver.app.allowed, ["BRUNAL"]);
}

#[test]
fn undo_brings_the_mask_back_and_never_a_name() {
    let mut driver = doubtful();
    driver.press("<C-f>n<F3><C-u>");
    assert_eq!(driver.notes().concat().matches("[?]").count(), 2);
    driver.press("<C-y>");
    assert_eq!(driver.notes().concat().matches("[?]").count(), 1);
    driver.press("<C-f>p");
    for _ in 0..8 {
        driver.press("<C-u>");
        assert!(!driver.shown().editor.text().contains("BRUNAL"));
    }
    assert!(!written(&driver).contains("BRUNAL"));
}

#[test]
fn a_note_that_is_undone_comes_back_into_the_draft_with_its_words() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("met ZORVEX once<Enter><C-u>");
    assert_eq!(driver.shown().editor.text(), "met ZORVEX once");
    driver.press(" more<Enter>");
    assert_eq!(driver.notes(), ["met [?] once more"]);
    assert_eq!(unsettled(&driver), 1);
    assert!(!written(&driver).contains("ZORVEX"));
}

#[test]
fn a_draft_that_waits_keeps_its_words() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("met ZORVEX once <Tab>then BRUNAL, and more<Enter>");
    assert_eq!(unsettled(&driver), 2);
    driver.press("<C-f>n<F3><F3>");
    assert_eq!(driver.shown().editor.text(), "met ZORVEX once ");
    driver.press("<Enter>");
    assert_eq!(
        driver.notes().last().map(String::as_str),
        Some("met [?] once")
    );
    // So does a reminder.
    driver.press("ask QUASTO again<F6><A-e>1");
    assert_eq!(driver.shown().editor.text(), "ask QUASTO again");
    assert!(!written(&driver).contains("QUASTO"));
}

#[test]
fn protecting_a_word_works_backwards_through_masks() {
    let mut driver = doubtful();
    driver.press("ZORVEX<C-p><Enter>");
    assert_eq!(
        driver.notes(),
        [
            "met [Person 1] once",
            "then [?], and [Person 1] again",
            "[Person 1]"
        ]
    );
}

#[test]
fn closing_says_what_is_not_settled_and_leaves_it_masked() {
    let mut driver = doubtful();
    driver.press("<A-k>");
    assert!(driver.screen().contains("? 2 words are not settled"));
    driver.press("<Enter>n");
    assert_eq!(driver.app.place(), Place::Doubts);
    driver.press("<F3>");
    assert_eq!(driver.app.place(), Place::Closing);
    assert!(driver.screen().contains("? One word is not settled"));
    // Each open point is left so by one key.
    for _ in 0..40 {
        driver.press("o");
    }
    driver.press("<F10>");
    let finished = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Finish(session) => Some(session),
        _ => None,
    });
    let session = finished.expect("the session is folded");
    let texts: Vec<&str> = session
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect();
    assert_eq!(texts, ["met ZORVEX once", "then [?], and ZORVEX again"]);
    // A later sitting knows the masks alone.
    let session = (**session).clone();
    driver.open(session, "");
    driver.press("<F2>");
    assert_eq!(unsettled(&driver), 0);
    assert!(driver.screen().contains("then [?], and ZORVEX again"));
}

#[test]
fn leaving_says_once_what_is_not_settled() {
    let mut driver = doubtful();
    driver.press("<C-q>");
    assert!(driver.screen().contains("2 words are not settled"));
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

#[test]
fn a_false_replacement_is_taken_back_by_one_key_and_stays_away() {
    let mut driver = Driver::interview(120, 40, Language::De, "");
    driver.press("Frau Hauser kam ");
    let shown = driver.screen();
    assert!(shown.contains("Frau [Person 1] kam"), "{shown}");
    driver.press("<C-Left><C-Left><A-d>");
    assert_eq!(driver.shown().editor.text(), "Frau Hauser kam ");
    driver.press("<End>und Hausers Frau Hauser blieb<Enter>");
    assert_eq!(
        driver.notes(),
        ["Frau Hauser kam und Hausers Frau Hauser blieb"]
    );
}

#[test]
fn certain_and_likely_names_never_reach_what_is_written() {
    let mut driver = Driver::interview(120, 40, Language::De, "");
    driver.press("gestern kam Frau Fehrlin, und Fehrlin blieb lange<Enter>");
    driver.press("danach rief Dr. Anna Fehrlin an<Enter>");
    let all = driver.notes().join("\n");
    assert!(
        all.contains("Frau [Person 1], und [Person 1] blieb"),
        "{all}"
    );
    assert!(!written(&driver).contains("Fehrlin"), "{all}");
}

#[test]
fn words_of_the_guide_and_allowed_words_are_never_found() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.app.allowed = vec!["ZORVEX".to_owned()];
    let protocol = super::driver::new_protocol(Language::En, "", driver.now);
    driver.send(crate::tui::app::Msg::Opened(Box::new(
        crate::tui::app::Opened {
            protocol,
            access: crate::tui::app::Access::Write,
            recovered: None,
            left_at: None,
        },
    )));
    driver.press("<F10>met ZORVEX once<Enter>then BRUNAL, and more<Enter>");
    assert_eq!(driver.notes(), ["met ZORVEX once", "then [?], and more"]);
}
