use super::Driver;
use super::driver::guide;
use crate::analysis::{OpenPoint, open_points};
use crate::language::Language;
use crate::session::LogEntry;
use crate::tui::app::Msg;
use crate::tui::screen::{Field, Prepare, Screen};

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

fn form(driver: &Driver) -> &Prepare {
    match &driver.app.screen {
        Screen::Prepare(form) => form,
        _ => panic!("no form"),
    }
}

fn go_to(driver: &mut Driver, wanted: &Field) {
    let place = form(driver)
        .rows
        .iter()
        .position(|row| &row.field == wanted);
    let place = place.unwrap_or_else(|| panic!("{wanted:?} is not asked"));
    for _ in 0..100 {
        driver.press("<Up>");
    }
    for _ in 0..place {
        driver.press("<Down>");
    }
}

/// Fills in that the interviewer is of another country than the interviewee, and goes to the reason.
pub(super) fn of_other_country(driver: &mut Driver) {
    go_to(driver, &Field::Attribute("interviewer".to_owned()));
    driver.press("<Right>");
    go_to(driver, &Field::Attribute("side".to_owned()));
    driver.press("<Right><Right>");
    go_to(driver, &Field::Country);
}

fn asks_for_country(driver: &Driver) -> bool {
    form(driver)
        .rows
        .iter()
        .any(|row| row.field == Field::Country)
}

fn consent_and_begin(driver: &mut Driver) {
    for step in ["c1", "c2"] {
        go_to(driver, &Field::Consent(step.to_owned()));
        driver.press("<Right>");
    }
    driver.press("<F10>");
}

/// B12: asked before the interview, on site and by phone.
#[test]
fn the_reason_for_another_country_is_asked_before_and_not_again_at_closing() {
    for mode in ["", "<Right>"] {
        let mut driver = at_words(Language::En);
        go_to(&mut driver, &Field::Mode);
        driver.press(mode);
        assert!(!asks_for_country(&driver));
        of_other_country(&mut driver);
        driver.press("colleague Zwygart was ill");
        go_to(&mut driver, &Field::Words);
        driver.press("Anna Zwygart");
        consent_and_begin(&mut driver);
        let protocol = &driver.shown().protocol;
        let points = open_points(protocol.state(), protocol.guide());
        assert!(!points.contains(&OpenPoint::Country));
        let reasons: Vec<&str> = protocol
            .state()
            .log
            .iter()
            .filter_map(|entry| match entry {
                LogEntry::Waved { gate, reason } if gate == "country" => Some(reason.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(reasons, ["colleague [Person 1] was ill"]);
    }
}

/// B12: it never blocks, is said at the start, and is listed at closing.
#[test]
fn without_a_reason_for_another_country_the_interview_begins_and_closing_asks() {
    let mut driver = at_words(Language::En);
    of_other_country(&mut driver);
    consent_and_begin(&mut driver);
    assert!(driver.screen().contains("closing asks for the reason"));
    let protocol = &driver.shown().protocol;
    let points = open_points(protocol.state(), protocol.guide());
    assert!(points.contains(&OpenPoint::Country));
    // Of one country nothing is asked.
    let mut driver = at_words(Language::En);
    of_other_country(&mut driver);
    go_to(&mut driver, &Field::Attribute("side".to_owned()));
    driver.press("<Left>");
    assert!(!asks_for_country(&driver));
}
