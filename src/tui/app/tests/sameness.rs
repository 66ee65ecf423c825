//! The same word in the draft and in a kept note, yesterday and today, half typed and whole.

use super::Driver;
use super::after::{closed, go_to};
use crate::anonymise::{ProtectedWords, SlotKey, SlotKind};
use crate::i18n::Text;
use crate::language::Language;
use crate::release::residual;
use crate::session::Session;
use crate::tui::app::Effect;
use crate::tui::keymap::Place;
use crate::tui::screen::AfterField;

/// The session as it is folded when it is left.
fn left(driver: &mut Driver) -> Session {
    driver.press("<C-q>");
    let finished = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Finish(session) => Some(session.as_ref().clone()),
        _ => None,
    });
    finished.expect("the session is folded")
}

/// How many places a check would accept, and how many would keep the session back.
fn checked(session: &Session) -> (usize, usize) {
    let guide = super::driver::guide();
    let found = residual(session, Some(&guide), &ProtectedWords::default());
    let accepted = found.iter().filter(|hit| hit.accepted).count();
    (accepted, found.iter().filter(|hit| hit.blocks()).count())
}

#[test]
fn a_word_taken_back_counts_the_same_in_a_check_whether_in_the_draft_or_in_a_kept_note() {
    for text in [
        "Herr Zoravec kam",
        "die Zoravec Holzbau AG zahlt",
        "anrufen: 062 922 61 40",
        "Dr. Zoravec, Leiter",
    ] {
        let found = [
            "<Enter><A-d>",
            " <A-d><Enter>",
            "<Enter>anderes <C-Up><A-d>",
        ]
        .map(|keys| {
            let mut driver = Driver::interview(80, 24, Language::De, "");
            driver.press(text).press(keys);
            let session = left(&mut driver);
            assert_eq!(session.notes[0].text.as_str(), text, "{keys}");
            checked(&session)
        });
        assert_eq!(found, [(1, 0); 3], "{text}");
    }
}

/// What was called no name is a name again the next day; where that replaces what was written, it is said.
#[test]
fn what_is_replaced_again_the_next_day_from_the_postscript_is_said_and_shown() {
    for language in Language::ALL {
        let mut driver = Driver::interview(60, 20, language, "");
        driver.press("Frau Zoravec kam<Enter><A-d>");
        driver.close("");
        go_to(&mut driver, &AfterField::Postscript("setting".to_owned()));
        driver.press("auch Frau Zoravec<Enter>");
        assert_eq!(
            driver.shown().notice.as_ref().map(|notice| notice.text),
            Some(Text::NoticeReplacedBefore)
        );
        assert!(!driver.notes()[0].contains("Zoravec"));
    }
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Postscript("setting".to_owned()));
    driver.press("with Herr Zoravec <A-d><Enter>");
    driver.close("person: Anna Müller");
    go_to(&mut driver, &AfterField::Postscript("course".to_owned()));
    driver.press("Herr Zoravec left<Enter>");
    let notice = driver.shown().notice.as_ref().map(|notice| notice.text);
    assert_eq!(notice, Some(Text::NoticeReplacedElsewhere));
    let screen = driver.screen();
    assert!(!screen.contains("Zoravec"), "{screen}");
    let written = &driver.state().postscript;
    assert!(
        written
            .values()
            .all(|text| !text.as_str().contains("Zoravec"))
    );
}

#[test]
fn the_postscript_says_how_many_words_are_held_back() {
    let mut driver = closed();
    driver.close("person: Anna Holz");
    go_to(&mut driver, &AfterField::Postscript("setting".to_owned()));
    driver.press("with An");
    driver.press(" Herr ");
    let held = driver.shown().held;
    assert!(held > 0);
    let said = driver.app.words.counted(Text::StatusHeld, held);
    let screen = driver.screen();
    assert!(screen.contains(&said), "{said} in {screen}");
    driver.press("came<Enter>");
    assert!(!driver.screen().contains(&said), "{}", driver.screen());
}

#[test]
fn an_address_that_grows_while_it_is_typed_keeps_its_number() {
    let mut driver = Driver::interview(100, 30, Language::De, "");
    driver.press(
        "wohnt an der Lindengasse 7, 3. Stock, 4051 Basel und am Rosenweg 12, 4052 Basel<Enter>",
    );
    assert_eq!(
        driver.notes(),
        ["wohnt an der [Angabe 1] und am [Angabe 2]"]
    );
    // What stood in an earlier note is another one than what it grows into here.
    let mut driver = Driver::interview(100, 30, Language::De, "");
    driver.press("wohnt an der Lindengasse 7<Enter>wohnt an der Lindengasse 7, 4051 Basel<Enter>");
    assert_eq!(
        driver.notes(),
        ["wohnt an der [Angabe 1]", "wohnt an der [Angabe 2]"]
    );
}

#[test]
fn other_details_that_stand_in_the_text_are_in_the_list_of_names() {
    let mut driver = Driver::interview(100, 30, Language::De, "person: Anna Holz");
    driver.press("wohnt an der Lindengasse 7, 4051 Basel<Enter><A-j>");
    assert_eq!(driver.app.place(), Place::Names);
    let screen = driver.screen();
    assert!(screen.contains("[Angabe 1]  1 ×"), "{screen}");
}

#[test]
fn a_name_that_stands_only_with_an_attribute_waits_for_its_name_all_the_same() {
    let mut driver = Driver::interview(100, 30, Language::En, "person: Anna Holz");
    driver.press("met [Person 1 | other side] there<Enter>");
    let mut session = driver.state().clone();
    assert!(
        session.notes[0]
            .text
            .as_str()
            .contains("[Person 1 | other side]")
    );
    for slot in &mut session.slots {
        slot.listed = false;
    }
    driver.open(session, "");
    assert_eq!(driver.app.place(), Place::Names, "{}", driver.screen());
    assert!(
        driver.screen().contains("[Person 1]  1 ×"),
        "{}",
        driver.screen()
    );
}

#[test]
fn what_was_found_and_stands_nowhere_any_more_does_not_wait_for_its_name() {
    let mut driver = Driver::interview(100, 30, Language::En, "");
    driver.press("Herr Zoravec came<Enter><C-u>");
    driver.press(&"<Backspace>".repeat(30));
    driver.press("a note<Enter>");
    let session = driver.state().clone();
    assert!(
        session
            .slots
            .iter()
            .any(|slot| slot.key.kind == SlotKind::Person)
    );
    driver.open(session, "");
    assert_eq!(driver.app.place(), Place::Interview, "{}", driver.screen());
    assert!(
        !driver.screen().contains("not known"),
        "{}",
        driver.screen()
    );
}

#[test]
fn what_is_said_of_a_word_taken_back_is_read_whole_on_the_smallest_screen() {
    for language in Language::ALL {
        for keys in [
            "Herr Zoravec <A-d>",
            "Herr Zoravec<Enter><A-d>",
            "the Holz <A-d>",
        ] {
            let mut driver = Driver::interview(60, 20, language, "person: Anna Holz");
            driver.press(keys);
            let notice = driver.shown().notice.clone().expect("it is said");
            let about = [("about", notice.about.as_str().into())];
            let said = driver.app.words.text_with(notice.text, &about);
            let last = said.split_whitespace().last().unwrap().to_owned();
            let screen = driver.screen();
            let below: String = screen.lines().rev().take(2).collect();
            assert!(below.contains(&last) && !below.contains('…'), "{screen}");
        }
    }
}

const TWO: &str = "Anna Muster, Beat Beispiel";

#[test]
fn two_names_on_one_line_are_said_in_the_form_and_once_more_when_it_is_sent() {
    for language in Language::ALL {
        let mut driver = Driver::start(60, 20, language);
        driver.send(crate::tui::app::Msg::Guides(
            vec![super::driver::guide()],
            crate::tui::screen::SessionNames::default(),
        ));
        driver.press("<Down><Down><Down><Down>");
        driver.press("Muster, Anna");
        let said = driver.app.words.typed_lines_of_two(&[1]).unwrap();
        let begun: String = said.chars().take(18).collect();
        assert!(!driver.screen().contains(&begun), "{}", driver.screen());
        driver.press("<C-u>").press(TWO);
        assert!(driver.screen().contains(&begun), "{}", driver.screen());
        driver.press("<F10>");
        assert!(driver.screen().contains(&begun), "{}", driver.screen());
    }
}

#[test]
fn two_names_beside_one_placeholder_are_said_in_the_list_of_names() {
    for language in Language::ALL {
        let mut driver = Driver::interview(60, 20, language, "person: Anna Holz");
        driver.press("met Holz<Enter>");
        let session = driver.state().clone();
        driver.open(session, "");
        assert_eq!(driver.app.place(), Place::Names);
        driver.press(TWO);
        let screen = driver.screen().replace(['\n', '│', '\u{a0}'], " ");
        let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        let kind = SlotKind::Person;
        let one = SlotKey { kind, number: 1 }.placeholder(language);
        assert!(screen.contains(&one), "{screen}");
        // What can be typed is said beside it.
        for text in [Text::NamesOfTwo, Text::NamesHint] {
            let said = driver.app.say(text).replace('\u{a0}', " ");
            assert!(screen.contains(&said), "{said} in {screen}");
        }
    }
}

#[test]
fn what_is_typed_beside_a_placeholder_is_measured_by_its_kind() {
    let mut driver = Driver::interview(80, 24, Language::En, "institution: Holzverband");
    driver.press("met the Holzverband<Enter>");
    let session = driver.state().clone();
    driver.open(session, "");
    let said = "two seem to be named here";
    driver.press("Grosser Verband, Holz Bund");
    assert!(!driver.screen().contains(said), "{}", driver.screen());
    driver.press("<C-u>").press("Muster AG, Beispiel GmbH");
    assert!(driver.screen().contains(said), "{}", driver.screen());
}

#[test]
fn lines_that_name_two_are_told_once_and_beside_other_trouble() {
    let session = Driver::interview(80, 24, Language::En, "").state().clone();
    let mut driver = Driver::start(80, 24, Language::En);
    let list = ProtectedWords::parse(&format!("Muster, Anna\n{TWO}"));
    driver.app.give_words(&session.header.id, &list);
    driver.app.trouble = Some("Something else.".to_owned());
    driver.open(session.clone(), "");
    let said = driver.app.words.lines_of_two(&[2]).unwrap();
    let told = format!("Something else. · {said}");
    assert_eq!(driver.app.trouble.take(), Some(told));
    driver.open(session, "");
    assert_eq!(driver.app.trouble, None);
}
