//! Choosing what is no name by its words, in the draft, in what was kept and after the interview; and the names that wait.

use super::Driver;
use super::after::{closed, go_to};
use crate::anonymise::{ProtectedWords, SlotKey, SlotKind};
use crate::language::Language;
use crate::tui::keymap::Place;
use crate::tui::screen::AfterField;

const LISTED: &str = "person: Anna Holz\nperson: Otto Meier";

fn english() -> Driver {
    Driver::interview(80, 24, Language::En, LISTED)
}

fn setting(driver: &Driver) -> &str {
    let kept = driver.state().postscript.get("setting");
    kept.map_or("", |text| text.as_str())
}

#[test]
fn of_several_placeholders_in_the_draft_one_is_chosen_by_its_words_and_undo_replaces_it_again() {
    for language in Language::ALL {
        let mut driver = Driver::interview(60, 20, language, LISTED);
        driver.press("Meier and the Holz was wet <A-d>");
        let [first, second] = [1, 2].map(|number| {
            let kind = SlotKind::Person;
            SlotKey { kind, number }.placeholder(language)
        });
        let screen = driver.screen();
        assert!(screen.contains(&format!("1 ↶ {first}  Holz")), "{screen}");
        assert!(screen.contains(&format!("2 ↶ {second}  Meier")), "{screen}");
        driver.press("1");
        assert!(driver.shown().editor.text().contains("the Holz was wet "));
        assert!(!driver.screen().contains("Meier"));
        driver.press("<C-u>");
        assert!(!driver.shown().editor.text().contains("Holz"));
        assert!(!driver.rewritten().contains("Holz"));
        driver.press("<Enter>");
        assert_eq!(
            driver.notes(),
            [format!("{second} and the {first} was wet")]
        );
    }
}

#[test]
fn who_types_on_while_it_is_chosen_what_is_no_name_goes_on_with_the_draft() {
    let mut driver = english();
    driver.press("Meier and the Holz <A-d>here<Enter>");
    assert_eq!(driver.notes(), ["[Person 2] and the [Person 1] here"]);
}

#[test]
fn of_two_words_behind_one_placeholder_only_the_one_that_is_no_name_comes_back() {
    let mut driver = english();
    driver.press("Anna saw the Holz<Enter><A-d>");
    let screen = driver.screen();
    assert!(screen.contains("[Person 1]  Holz"), "{screen}");
    assert!(screen.contains("[Person 1]  Anna"), "{screen}");
    driver.press("1");
    assert_eq!(driver.notes(), ["[Person 1] saw the Holz"]);
}

#[test]
fn every_form_of_what_nobody_announced_is_one_choice_and_comes_back_together() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Otto Meier");
    driver.press("Herr Zoravec met Meier in Zoravecs office <A-d>");
    let screen = driver.screen();
    assert!(screen.contains("Zoravecs, Zoravec"), "{screen}");
    driver.press("1<Enter>");
    assert_eq!(
        driver.notes(),
        ["Herr Zoravec met [Person 1] in Zoravecs office"]
    );
}

#[test]
fn of_several_placeholders_in_the_sentence_of_a_cell_one_is_chosen() {
    let mut driver = english();
    driver.press("one<Enter><A-H>Meier and the Holz<Enter><A-d>");
    assert!(driver.shown().choosing.is_some(), "{}", driver.screen());
    driver.press("1");
    let summary = driver.state().summaries.values().next();
    assert_eq!(
        summary.map(crate::anonymise::CleanText::as_str),
        Some("[Person 2] and the Holz")
    );
}

/// An interview that was closed, with a form for what comes after, in a field of the postscript.
fn after() -> Driver {
    let mut driver = closed();
    driver.close(LISTED);
    go_to(&mut driver, &AfterField::Postscript("setting".to_owned()));
    driver
}

#[test]
fn a_false_replacement_in_the_postscript_is_taken_back_and_undo_replaces_it_again() {
    let mut driver = after();
    driver.press("much Holz there <A-d>");
    assert!(
        driver.screen().contains("much Holz there"),
        "{}",
        driver.screen()
    );
    driver.press("<Enter>");
    assert_eq!(setting(&driver), "much Holz there");
    driver.press("<Up><C-u>");
    assert_eq!(setting(&driver), "much [Person 1] there");
    assert!(!driver.rewritten().contains("Holz"));
    assert!(
        driver.screen().contains("[Person 1]"),
        "{}",
        driver.screen()
    );
}

#[test]
fn what_was_taken_back_in_the_postscript_is_replaced_again_after_a_look_at_the_notes_or_the_names()
{
    // There and back.
    for keys in ["<F2><A-A>", "<A-j><F3>"] {
        let mut driver = after();
        driver.press("much Holz there <A-d>");
        driver.press(keys);
        assert_eq!(driver.app.place(), Place::After, "{keys}");
        assert_eq!(setting(&driver), "much Holz there", "{keys}");
        driver.press("<C-u>");
        assert_eq!(setting(&driver), "much [Person 1] there", "{keys}");
        assert!(!driver.rewritten().contains("Holz"));
        let screen = driver.screen();
        assert!(screen.contains("[Person 1]"), "{screen}");
    }
}

#[test]
fn of_several_placeholders_in_the_postscript_one_is_chosen_also_after_it_was_kept() {
    let mut driver = after();
    driver.press("Meier and the Holz<Enter><Up>");
    assert_eq!(setting(&driver), "[Person 2] and the [Person 1]");
    driver.press("<A-d>");
    let screen = driver.screen();
    assert!(screen.contains("1 ↶ [Person 1]  Holz"), "{screen}");
    assert!(screen.contains("2 ↶ [Person 2]  Meier"), "{screen}");
    driver.press("<F3>");
    assert!(driver.screen().contains("and the [Person 1]"));
    driver.press("<A-d>1");
    assert_eq!(setting(&driver), "[Person 2] and the Holz");
}

#[test]
fn a_row_without_a_placeholder_says_that_nothing_was_replaced() {
    let mut driver = after();
    driver.press("nothing <A-d>");
    assert!(driver.screen().contains("Nothing was replaced"));
    go_to(&mut driver, &AfterField::Support);
    driver.press("<A-d>");
    assert!(driver.screen().contains("Nothing was replaced"));
}

#[test]
fn the_list_of_names_is_one_key_away_after_the_interview_and_leads_back() {
    let mut driver = after();
    driver.press("with Meier<A-j>");
    assert_eq!(driver.app.place(), Place::Names);
    assert!(
        driver.screen().contains("[Person 2]"),
        "{}",
        driver.screen()
    );
    driver.press("<F3>");
    assert_eq!(driver.app.place(), Place::After);
    assert_eq!(setting(&driver), "with [Person 2]");
}

#[test]
fn what_is_typed_last_in_the_postscript_is_taken_back_by_undo() {
    let mut driver = after();
    driver.press("quiet room<C-u><Enter>");
    assert_eq!(setting(&driver), "quiet");
}

/// With a list that knows everybody it names, as with `--protect-file`: others were found on the way.
#[test]
fn a_closed_session_says_which_names_are_no_longer_known_wherever_text_can_be_added() {
    let mut driver = english();
    driver.press("Meier met Herr Zoravec<Enter>");
    let mut session = driver.state().clone();
    session.closed = Some(driver.now);
    let mut driver = Driver::start(120, 40, Language::En);
    let id = session.header.id.clone();
    driver.app.give_words(&id, &ProtectedWords::parse(LISTED));
    driver.open(session.clone(), "");
    assert_eq!(driver.app.place(), Place::After);
    let says = |driver: &mut Driver| {
        let screen = driver.screen();
        screen.contains("Names that are not known: 1. Alt-J")
    };
    assert!(says(&mut driver), "{}", driver.screen());
    driver.press("<F2>");
    assert!(says(&mut driver), "{}", driver.screen());
    driver.press("<A-A><A-j><Down><Down>Zoravec<F10>");
    assert_eq!(driver.app.place(), Place::After);
    assert!(!says(&mut driver), "{}", driver.screen());
    driver.press("Zoravec again<Enter>");
    assert_eq!(setting(&driver), "[Person 3] again");
    // A list that is too short is asked for, as in an interview that goes on.
    let mut driver = Driver::start(120, 40, Language::En);
    driver
        .app
        .give_words(&id, &ProtectedWords::parse("person: Anna Holz"));
    driver.open(session, "");
    assert_eq!(driver.app.place(), Place::Names);
}

#[test]
fn a_field_of_one_line_after_the_interview_is_emptied_by_the_key_that_undoes() {
    let mut driver = after();
    go_to(&mut driver, &AfterField::Support);
    driver.press("1.1 1.2");
    assert!(driver.screen().contains("1.1 1.2"));
    driver.press("<C-u>");
    assert!(!driver.screen().contains("1.1 1.2"), "{}", driver.screen());
}
