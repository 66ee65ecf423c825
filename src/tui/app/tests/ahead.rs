use super::Driver;
use crate::language::Language;

#[test]
fn a_character_is_shown_before_it_is_searched_and_a_name_goes_right_after() {
    let mut driver = Driver::interview(120, 40, Language::En, "person: Anna Müller");
    driver.press("so sagt Müller");
    driver.draw();
    assert!(driver.type_ahead(' '));
    let (row, cursor) = driver.row_of_cursor();
    assert!(row.contains("so sagt Müller"), "{row}");
    driver.press(" ");
    driver.draw();
    let (row, _) = driver.row_of_cursor();
    assert!(row.contains("so sagt [Person 1]"), "{row}");
    assert_ne!(driver.row_of_cursor().1, cursor);

    assert!(driver.type_ahead('x'));
    driver.press("x");
    driver.draw();
    assert!(driver.row_of_cursor().0.contains("so sagt [Person 1] x"));
}

#[test]
fn only_what_goes_to_the_end_of_a_note_is_shown_before_it_is_taken_in() {
    let shows_ahead = |keys: &str| {
        let mut driver = Driver::interview(120, 40, Language::En, "person: Anna Müller");
        driver.press(keys);
        driver.draw();
        driver.type_ahead('s')
    };
    assert!(shows_ahead("the roof"));
    assert!(shows_ahead("the "));
    for (keys, why) in [
        ("", "the first character says a kind"),
        ("the roof<Left>", "what stands behind moves"),
        ("the roof<Esc>", "it may be a command"),
        ("the roof<F1>", "help is read"),
        ("the roof<A-v>", "the screen is blanked"),
        ("the roof<F2>", "a topic is chosen"),
        ("the roof<F12>", "it is off the record"),
        ("Müller.<Backspace>", "it may be another word than the name"),
    ] {
        assert!(!shows_ahead(keys), "{why}");
    }
}
