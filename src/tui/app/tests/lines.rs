//! Fields of one line: a word and the whole line are erased by the same keys everywhere, and a proposal gives way.

use super::Driver;
use super::driver::guide;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::Case;
use crate::tui::app::Msg;
use crate::tui::keymap::Place;
use crate::tui::screen::{Field, Screen, SessionNames, Value};

fn english() -> Driver {
    Driver::interview(120, 40, Language::En, "")
}

/// Types three words, erases one, then all of them.
fn erases(driver: &mut Driver, place: Place) {
    assert_eq!(driver.app.place(), place);
    let shows = |driver: &mut Driver, words: &str| driver.screen().contains(words);
    driver.press("ormi olup ixat");
    assert!(shows(driver, "ormi olup ixat"), "{place:?}");
    driver.press("<C-w>");
    assert!(shows(driver, "ormi olup"), "{place:?}");
    assert!(!shows(driver, "ixat"), "{place:?}: {}", driver.screen());
    driver.press("<C-u>");
    assert!(!shows(driver, "ormi"), "{place:?}: {}", driver.screen());
    assert_eq!(driver.app.place(), place);
}

#[test]
fn a_word_and_a_line_are_erased_by_the_same_keys_in_every_search_and_field() {
    let mut driver = english();
    driver.press("one<Enter><A-Q>");
    erases(&mut driver, Place::Finding);
    let mut driver = english();
    driver.press("one<Enter><A-D>");
    erases(&mut driver, Place::Coding);
    let mut driver = super::across::study(120, 40, Language::En);
    driver.press("f");
    erases(&mut driver, Place::Filtering);
    let mut driver = super::searching::searched(120, 40, Language::En, "kind:quote");
    driver.press("<C-u>");
    erases(&mut driver, Place::Searching);
    let mut driver = english();
    driver.press("one<Enter><A-T>");
    erases(&mut driver, Place::StrikeWords);
    let mut driver = english();
    let case = Case::new("A".parse().unwrap());
    driver.send(Msg::Case(Box::new(case)));
    erases(&mut driver, Place::Case);
    let mut driver = english();
    driver.read(
        super::driver::new_protocol(Language::En, "", driver.now)
            .state()
            .clone(),
    );
    driver.press("cn");
    erases(&mut driver, Place::CodeLabel);
    driver.press("<Esc>b<A-Q>");
    erases(&mut driver, Place::Finding);
}

#[test]
fn in_the_code_line_what_is_typed_goes_before_what_was_done() {
    let mut driver = english();
    driver.press("<F2>hone<Enter><A-D>1");
    let codes = |driver: &Driver| driver.shown().protocol.state().notes[0].codes.len();
    assert_eq!(codes(&driver), 1);
    driver.press("noise<C-u>");
    assert_eq!(codes(&driver), 1);
    driver.press("<C-u>");
    assert_eq!(codes(&driver), 0);
}

#[test]
fn of_several_lines_only_the_one_with_the_cursor_is_erased() {
    let mut driver = proposing();
    driver.press("<Down><Down><Down><Down>Anna Holz<Enter>Otto Meier<C-u>Cleo Wild");
    assert_eq!(filled_in(&driver, &Field::Words), "Anna Holz\nCleo Wild");
}

/// The form before an interview, which proposes the name of the session.
fn proposing() -> Driver {
    let mut driver = Driver::start(120, 40, Language::En);
    let names = SessionNames {
        taken: Vec::new(),
        given: vec!["P-2".parse().unwrap()],
    };
    driver.send(Msg::Guides(vec![guide()], names));
    assert_eq!(filled_in(&driver, &Field::Session), "P-3");
    driver
}

fn filled_in(driver: &Driver, field: &Field) -> String {
    let Screen::Prepare(form) = &driver.app.screen else {
        panic!("no form")
    };
    let row = form.rows.iter().find(|row| &row.field == field);
    match &row.expect("the row is there").value {
        Value::Text(editor) => editor.text().to_owned(),
        Value::Choice { .. } => panic!("a text is filled in"),
    }
}

#[test]
fn the_first_key_replaces_the_name_that_is_proposed_and_others_change_it() {
    let mut driver = proposing();
    let hint = driver.app.say(Text::PrepareSessionProposed);
    let says = |driver: &mut Driver| {
        let rows = driver.screen();
        let rows = rows.lines().map(|row| row.trim_matches(['│', ' ']));
        rows.collect::<Vec<_>>().join(" ").contains(&hint)
    };
    assert!(says(&mut driver), "{}", driver.screen());
    driver.press("A-1");
    assert_eq!(filled_in(&driver, &Field::Session), "A-1");
    assert!(!says(&mut driver), "{}", driver.screen());
    for (keys, name) in [
        ("<Right>1", "P-31"),
        ("<End>1", "P-31"),
        ("<Backspace>7", "P-7"),
        ("<Home>Q", "QP-3"),
        ("<Down><Up>A-1", "A-1"),
        ("<C-u>B-2", "B-2"),
    ] {
        let mut driver = proposing();
        driver.press(keys);
        assert_eq!(filled_in(&driver, &Field::Session), name, "{keys}");
    }
    let mut driver = proposing();
    driver.send(Msg::Paste("C-4".to_owned()));
    driver.press("2");
    assert_eq!(filled_in(&driver, &Field::Session), "C-42");
}
