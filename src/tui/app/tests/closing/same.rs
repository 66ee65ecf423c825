//! Who is perhaps the same, asked before closing.

use super::{english, list};
use crate::analysis::OpenPoint;
use crate::i18n::Text;
use crate::tui::app::tests::Driver;

/// An interview in which somebody is called by the surname, by the given name and by both, at the closing list.
fn with_one_under_two_numbers() -> Driver {
    let mut driver = english();
    driver.press("Mr Zorvexer delivers the boards.<Enter>Anouk calls on Fridays.<Enter>");
    driver.press("Anouk Zorvexer was in Lyon.<Enter><A-k>");
    driver
}

/// The placeholders of persons in the notes.
fn persons_written(driver: &Driver) -> Vec<String> {
    let notes = &driver.app.protocol().unwrap().state().notes;
    let texts = notes.iter().map(|note| note.text.as_str());
    texts
        .filter_map(|text| {
            let start = text.find("[Person")?;
            let end = text.get(start..)?.find(']')?;
            text.get(start..=start + end).map(str::to_owned)
        })
        .collect()
}

#[test]
fn who_has_two_placeholders_is_offered_before_closing_and_joined_by_the_same_key_twice() {
    let mut driver = with_one_under_two_numbers();
    let asked = "perhaps the same person: [Person 2] (Anouk) · [Person 1] (Anouk Zorvexer)";
    assert!(driver.screen().contains(asked), "{}", driver.screen());
    let OpenPoint::PerhapsSame { .. } = list(&driver).points()[0] else {
        panic!("it comes first: {:?}", list(&driver).points());
    };
    assert_eq!(
        persons_written(&driver),
        ["[Person 1]", "[Person 2]", "[Person 1]"]
    );
    driver.press("1");
    assert!(
        driver.screen().contains("1 once more"),
        "{}",
        driver.screen()
    );
    assert_eq!(persons_written(&driver)[1], "[Person 2]", "not yet");
    driver.press("1");
    assert_eq!(
        persons_written(&driver),
        ["[Person 1]", "[Person 1]", "[Person 1]"]
    );
    let is_offered = |point: &OpenPoint| matches!(point, OpenPoint::PerhapsSame { .. });
    assert!(!list(&driver).points().iter().any(is_offered));
    assert!(
        !driver.screen().contains("Zorvexer"),
        "answered, it names nobody"
    );
}

#[test]
fn two_who_are_said_to_be_two_stay_two_and_are_asked_for_once() {
    let mut driver = with_one_under_two_numbers();
    driver.press("2");
    assert_eq!(
        persons_written(&driver),
        ["[Person 1]", "[Person 2]", "[Person 1]"]
    );
    driver.press("<F3><A-k>");
    assert!(!driver.screen().contains("perhaps the same"));
    driver.press("<F3>Anouk called again.<Enter>");
    assert_eq!(persons_written(&driver).last().unwrap(), "[Person 2]");
}

#[test]
fn what_was_joined_stays_and_undo_says_so() {
    let mut driver = with_one_under_two_numbers();
    driver.press("11<C-u>");
    let said = driver.app.say(Text::ClosingJoinStays);
    assert!(driver.screen().contains(&said), "{}", driver.screen());
    let joined = ["[Person 1]", "[Person 1]", "[Person 1]"];
    assert_eq!(persons_written(&driver), joined);
    driver.press("1");
    assert_eq!(persons_written(&driver), joined, "it is done");
}
