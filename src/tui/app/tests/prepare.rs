use super::Driver;
use super::driver::guide;
use crate::language::Language;
use crate::tui::app::Msg;

/// The form before an interview, with the cursor in the protected words.
fn at_words(language: Language) -> Driver {
    let mut driver = Driver::start(120, 40, language);
    driver.send(Msg::Guides(vec![guide()], Vec::new()));
    driver.press("<Down><Down><Down><Down>");
    driver
}

#[test]
fn the_form_says_as_what_each_protected_word_is_understood() {
    for (language, person, institution, place) in [
        (Language::De, "Als Person:", "Als Institution:", "Als Ort:"),
        (
            Language::En,
            "As a person:",
            "As an institution:",
            "As a place:",
        ),
        (
            Language::Fr,
            "Comme personne\u{a0}:",
            "Comme institution\u{a0}:",
            "Comme lieu\u{a0}:",
        ),
    ] {
        let mut driver = at_words(language);
        assert!(!driver.screen().contains(person));
        driver.press("Anna Muster<Enter>Verband der Holzindustrie<Enter>Muster Holz AG<Enter>");
        driver.press("lieu: Colmar");
        let screen = driver.screen();
        for said in [
            format!("{person} Anna Muster · Verband der Holzindustrie"),
            format!("{institution} Muster Holz AG"),
            format!("{place} Colmar"),
        ] {
            assert!(screen.contains(&said), "{said} in\n{screen}");
        }
    }
}

#[test]
fn a_line_that_says_its_kind_is_understood_as_that() {
    let mut driver = at_words(Language::En);
    driver.press("Verband der Holzindustrie<Home>institution: ");
    let screen = driver.screen();
    assert!(
        screen.contains("As an institution: Verband der Holzindustrie"),
        "{screen}"
    );
    assert!(!screen.contains("As a person:"));
}
