//! Taking back one thing after another: what still stands replaced in a note is asked for, and undo goes back over all.

use super::Driver;
use crate::language::Language;

const KEPT: &str = "Frau [Person 1] wohnt an der [Angabe 1]; im Sommer ist Pause.";

/// A kept note with a person and an address; in the draft the person and another, of which the first is taken back.
fn taken_back() -> Driver {
    let mut driver = Driver::interview(100, 30, Language::De, "");
    driver.press(
        "Frau Sommer wohnt an der Lindengasse 7, 3. Stock, 4051 Basel; im Sommer ist Pause.<Enter>",
    );
    assert_eq!(note(&driver), KEPT);
    driver.press("Zu Frau Sommer und Herr Keller kam <A-d>");
    let screen = driver.screen();
    assert!(screen.contains("2 ↶ [Person 1]  Sommer"), "{screen}");
    driver.press("2");
    assert!(note(&driver).starts_with("Frau Sommer wohnt an der [Angabe 1]"));
    driver
}

fn note(driver: &Driver) -> &str {
    let notes = &driver.shown().protocol.state().notes;
    notes.first().map_or("", |note| note.text.as_str())
}

#[test]
fn what_still_stands_replaced_in_a_note_is_taken_back_after_another_word_of_it_was() {
    let mut driver = taken_back();
    driver.press("<C-Up><A-d>");
    assert!(
        note(&driver).starts_with("Frau Sommer wohnt an der Lindengasse 7, 3. Stock, 4051 Basel;"),
        "{}",
        note(&driver)
    );
    assert!(driver.screen().contains("In Notiz 1.1"));
    driver.press("<A-d>");
    let screen = driver.screen();
    assert!(screen.contains("nichts ersetzt"), "{screen}");
}

#[test]
fn undo_replaces_again_one_after_the_other_what_was_taken_back_and_takes_each_off_the_disk() {
    let mut driver = taken_back();
    driver.press("<C-Up><A-d><C-u>");
    assert!(driver.screen().contains("Wieder ersetzt"));
    assert!(!driver.rewritten().contains("Lindengasse"));
    assert!(note(&driver).contains("Frau Sommer"), "{}", note(&driver));
    driver.press("<C-u>");
    let screen = driver.screen();
    assert!(screen.contains("Wieder ersetzt"), "{screen}");
    assert!(note(&driver).starts_with("Frau [Person 1] wohnt an der [Angabe 1];"));
    assert!(!driver.shown().editor.text().contains("Sommer"));
    assert!(!driver.rewritten().contains("Frau Sommer"));
}

#[test]
fn a_note_knows_its_other_words_after_one_was_taken_back_and_replaced_again() {
    let mut driver = taken_back();
    driver.press("<C-u>");
    assert!(note(&driver).starts_with("Frau [Person 1] wohnt an der [Angabe 1];"));
    assert!(!driver.rewritten().contains("Frau Sommer"));
    driver.press("<C-Up><A-d>");
    let screen = driver.screen();
    assert!(screen.contains("↶ [Angabe 1]  Lindengasse 7"), "{screen}");
    assert!(screen.contains("↶ [Person 1]  Sommer"), "{screen}");
}
