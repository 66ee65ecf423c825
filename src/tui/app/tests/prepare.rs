use super::Driver;
use super::driver::{guide, new_protocol};
use crate::analysis::{OpenPoint, open_points};
use crate::anonymise::ProtectedWords;
use crate::guide::{Guide, Mode};
use crate::i18n::Text;
use crate::language::Language;
use crate::session::{LogEntry, Session};
use crate::tui::app::{Access, Effect, Msg, Opened};
use crate::tui::keymap::Place;
use crate::tui::screen::{Field, Missing, Prepare, Screen, SessionNames, Value};

/// The form before an interview, with the cursor in the protected words.
fn at_words(language: Language) -> Driver {
    let mut driver = Driver::start(120, 40, language);
    driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
    driver.press("<Down><Down><Down><Down>");
    driver
}

#[test]
fn the_name_that_is_proposed_was_never_given() {
    let names = |taken: &[&str], given: &[&str]| {
        let parsed = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect();
        SessionNames {
            taken: parsed(taken),
            given: parsed(given),
        }
    };
    for (names, proposed) in [
        (SessionNames::default(), "A-1"),
        (names(&["A-2", "A-10"], &["A-2", "A-10"]), "A-11"),
        // One was withdrawn, or a colleague's.
        (names(&["A-2"], &["A-2", "A-3"]), "A-4"),
        (names(&["A-2"], &["A-2", "B-7"]), "B-8"),
        (names(&["A-999"], &["A-999"]), ""),
    ] {
        let mut driver = Driver::start(120, 40, Language::En);
        driver.send(Msg::Guides(vec![guide()], names));
        assert_eq!(filled_in(&driver, &Field::Session), proposed);
    }
}

#[test]
fn guides_that_are_read_after_the_form_is_shown_are_offered_in_it() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
    driver.press("B<Down>");
    let other = Guide {
        id: "other".to_owned(),
        ..guide()
    };
    let Screen::Prepare(prepare) = &mut driver.app.screen else {
        panic!("the form is shown");
    };
    prepare.add_guides(vec![other]);
    assert_eq!(
        form(&driver).guide().map(|guide| &*guide.id),
        Some(&*guide().id)
    );
    driver.press("<Right>");
    assert_eq!(form(&driver).guide().map(|guide| &*guide.id), Some("other"));
    assert_eq!(filled_in(&driver, &Field::Session), "B");
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
fn the_next_day_the_form_says_which_words_it_was_prepared_with_and_that_they_are_not_typed() {
    let mut driver = Driver::start(120, 40, Language::En);
    let mut protocol = new_protocol(
        Language::En,
        "Anna Muster\nBeat Beispiel\nplace: Colmar",
        driver.now,
    );
    protocol.toggle_tick("protected");
    driver.send(Msg::Opened(Box::new(Opened {
        protocol,
        access: Access::Write,
        recovered: None,
        left_at: None,
    })));
    let Screen::Prepare(form) = &mut driver.app.screen else {
        panic!("no form")
    };
    let row = |form: &Prepare, field: &Field| form.rows.iter().position(|row| &row.field == field);
    let check = row(form, &Field::Check("protected".to_owned())).unwrap();
    assert!(matches!(
        form.rows[check].value,
        Value::Choice { chosen: 0, .. }
    ));
    form.selected = row(form, &Field::Words).unwrap();
    let screen = driver.screen();
    assert!(screen.contains("2 × Person · 1 × Place"), "{screen}");
    driver.press("<F10><F10>");
    assert!(!driver.shown().protocol.state().ticked.contains("protected"));
}

#[test]
fn who_types_where_a_choice_stands_is_told_how_to_choose() {
    let mut driver = at_words(Language::En);
    let Screen::Prepare(form) = &mut driver.app.screen else {
        panic!("no form")
    };
    let check = |row: &crate::tui::screen::Row| row.field == Field::Check("time".to_owned());
    form.selected = form.rows.iter().position(check).unwrap();
    driver.press("60");
    assert!(driver.screen().contains("one chooses and does not type"));
    driver.press(" ");
    assert!(!driver.screen().contains("one chooses"));
}

#[test]
fn consent_is_not_asked_over_empty_protected_words_without_a_word() {
    let mut driver = at_words(Language::En);
    driver.press("<Up><A-C>");
    assert_eq!(driver.app.place(), Place::Prepare);
    let screen = driver.screen();
    assert!(screen.contains("No protected words yet"), "{screen}");
    let is_made = |effect: &Effect| matches!(effect, Effect::Create(_));
    assert!(!driver.effects.iter().any(is_made));
    driver.press("<A-C>");
    assert_eq!(driver.app.place(), Place::Consent);

    let mut driver = at_words(Language::En);
    driver.press("Anna Muster<A-C>");
    assert_eq!(driver.app.place(), Place::Consent);
}

#[test]
fn the_form_says_how_many_names_a_list_brought_and_what_stands() {
    let mut driver = at_words(Language::En);
    let Screen::Prepare(form) = &mut driver.app.screen else {
        panic!("a form");
    };
    let words = ProtectedWords::parse("Anna Muster\nOtto Beispiel");
    form.fill_in(None, None, None, &[], words);
    let header = new_protocol(Language::En, "", driver.now);
    form.follow(header.state().clone());
    let screen = driver.screen();
    assert!(screen.contains("(+2)"), "{screen}");
    assert!(screen.contains("2 names of the list"), "{screen}");
    assert!(!screen.contains("Beispiel"), "{screen}");
    assert!(screen.contains("A-1 (fixed)"), "{screen}");
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
fn b12_without_a_reason_for_another_country_the_interview_begins_and_closing_asks() {
    let mut driver = at_words(Language::En);
    of_other_country(&mut driver);
    consent_and_begin(&mut driver);
    assert!(driver.screen().contains("closing asks for the reason"));
    let protocol = &driver.shown().protocol;
    let points = open_points(protocol.state(), protocol.guide());
    assert!(points.contains(&OpenPoint::Country));
    // Through to the end: it is listed, and one key with a reason leaves it as it is.
    driver.press("one<Enter><A-k>");
    for _ in 0..60 {
        let Screen::Closing(closing) = &driver.app.screen else {
            panic!("no list")
        };
        let is_step = matches!(closing.chosen(), Some(OpenPoint::Consent(_)));
        driver.press(if is_step { "2" } else { "n" });
    }
    driver.press("<F10>");
    let session = driver.effects.iter().find_map(|effect| match effect {
        Effect::Finish(session) => session.closed.is_some().then_some(session.as_ref()),
        _ => None,
    });
    let log = &session.expect("it is closed").log;
    let is_country = |entry: &&LogEntry| matches!(entry, LogEntry::Waved { gate, reason } if gate == "country" && !reason.is_empty());
    assert_eq!(log.iter().filter(is_country).count(), 1);
    // Of one country nothing is asked.
    let mut driver = at_words(Language::En);
    of_other_country(&mut driver);
    go_to(&mut driver, &Field::Attribute("side".to_owned()));
    driver.press("<Left>");
    assert!(!asks_for_country(&driver));
}

/// B18: the list before the interview, as it stands on the screen.
#[test]
fn b18_the_list_before_differs_by_mode_and_speaks_the_language_of_the_screen() {
    for language in Language::ALL {
        let lists = [("", Mode::OnSite), ("<Right>", Mode::Phone)].map(|(keys, mode)| {
            let mut driver = at_words(language);
            go_to(&mut driver, &Field::Mode);
            driver.press(keys);
            let rows = form(&driver)
                .rows
                .iter()
                .filter_map(|row| match &row.field {
                    Field::Check(id) => Some(id.clone()),
                    _ => None,
                });
            let rows: Vec<String> = rows.collect();
            let guide = guide();
            let wanted: Vec<_> = guide
                .before
                .iter()
                .filter(|check| check.is_for(mode))
                .collect();
            assert_eq!(rows.len(), wanted.len());
            for check in wanted {
                go_to(&mut driver, &Field::Check(check.id.clone()));
                let begin: String = check.text.in_language(language).chars().take(16).collect();
                let screen = driver.screen();
                assert!(screen.contains(begin.trim()), "{begin} in {screen}");
            }
            rows
        });
        let [on_site, phone] = lists;
        assert_ne!(on_site, phone);
    }
}

/// A first note-taker's protocol: of a pilot by phone, with the consent to all but the steps after `c3`.
fn first_protocol() -> Session {
    let mut driver = Driver::start(120, 40, Language::Fr);
    driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
    driver.press("<Backspace>7");
    go_to(&mut driver, &Field::Mode);
    driver.press("<Right>");
    go_to(&mut driver, &Field::Reason);
    driver.press("<Right><Right>");
    for (step, answer) in [
        ("c1", "<Right>"),
        ("c2", "<Right><Right>"),
        ("c3", "<Left>"),
    ] {
        go_to(&mut driver, &Field::Consent(step.to_owned()));
        driver.press(answer);
    }
    go_to(&mut driver, &Field::Attribute("side".to_owned()));
    driver.press("<Right>");
    driver.press("<F10>");
    driver.shown().protocol.state().clone()
}

/// What is chosen or typed in a row.
fn filled_in(driver: &Driver, wanted: &Field) -> String {
    let mut rows = form(driver).rows.iter();
    let row = rows.find(|row| &row.field == wanted);
    match &row
        .unwrap_or_else(|| panic!("{wanted:?} is not asked"))
        .value
    {
        Value::Text(editor) => editor.text().to_owned(),
        Value::Choice { chosen, .. } => chosen.to_string(),
    }
}

#[test]
fn a_second_note_taker_s_form_takes_what_the_first_noted_and_lets_none_of_it_be_changed() {
    let first = first_protocol();
    let mut driver = at_words(Language::En);
    driver.app.taker = 2;
    let Screen::Prepare(prepare) = &mut driver.app.screen else {
        panic!("no form")
    };
    prepare.follow(first.clone());
    let consent = |step: &str| Field::Consent(step.to_owned());
    for (field, value) in [
        (Field::Session, "A-7"),
        (Field::Mode, "1"),
        (Field::Reason, "2"),
        (Field::Language, "1"),
        (consent("c1"), "1"),
        (consent("c2"), "2"),
        (consent("c3"), "3"),
        (consent("c6"), "0"),
        (Field::Attribute("side".to_owned()), "1"),
    ] {
        go_to(&mut driver, &field);
        driver.press("<Right>x<Backspace>");
        assert_eq!(filled_in(&driver, &field), value, "{field:?}");
        assert!(driver.screen().contains("From the first protocol"));
    }
    driver.press("<F10>");
    let followed = driver.shown().protocol.state().consent.clone();
    assert_eq!(followed, first.consent, "as they were noted, and no other");
}

#[test]
fn who_types_where_consent_stands_has_not_asked_anybody() {
    let mut driver = at_words(Language::En);
    let consent = Field::Consent("c2".to_owned());
    go_to(&mut driver, &consent);
    driver.press("Anna Muster Ltd");
    assert_eq!(filled_in(&driver, &consent), "0");
    driver.press("<Right>");
    assert_eq!(filled_in(&driver, &consent), "1");
}

#[test]
fn what_the_first_does_not_say_stays_as_the_second_noted_it() {
    let mut first = first_protocol();
    first.consent.retain(|record| record.step != "c2");
    let mut driver = at_words(Language::En);
    driver.app.taker = 2;
    let own = [
        Field::Consent("c2".to_owned()),
        Field::Attribute("role".to_owned()),
    ];
    for field in &own {
        go_to(&mut driver, field);
        driver.press("<Right>");
    }
    let Screen::Prepare(prepare) = &mut driver.app.screen else {
        panic!("no form")
    };
    prepare.follow(first);
    for field in &own {
        assert_eq!(filled_in(&driver, field), "1", "{field:?}");
    }
}

#[test]
fn a_step_that_no_interview_begins_without_is_asked_where_the_first_has_not_asked_it() {
    let mut first = first_protocol();
    first.consent.retain(|record| record.step != "c2");
    let mut driver = at_words(Language::En);
    let Screen::Prepare(prepare) = &mut driver.app.screen else {
        panic!("no form")
    };
    prepare.follow(first);
    driver.press("<F10>");
    assert!(driver.screen().contains("marked *"));
    go_to(&mut driver, &Field::Consent("c2".to_owned()));
    driver.press("<Right><F10>");
    assert_eq!(driver.app.place(), Place::Interview);
}

#[test]
fn enter_begins_a_line_among_the_protected_words_and_on_an_empty_one_goes_on() {
    let mut driver = at_words(Language::En);
    assert!(driver.screen().contains("Enter next field"));
    driver.press("Anna Muster");
    assert!(
        driver.screen().contains("Enter new line"),
        "{}",
        driver.screen()
    );
    driver.press("<A-Enter>Otto Meier<Enter>");
    assert_eq!(
        filled_in(&driver, &Field::Words),
        "Anna Muster\nOtto Meier\n"
    );
    assert!(driver.screen().contains("Enter next field"));
    driver.press("<Enter>");
    let selected = form(&driver).selected;
    assert_ne!(form(&driver).rows[selected].field, Field::Words);
}

#[test]
fn protected_words_of_a_prepared_session_are_there_when_it_is_begun_in_the_same_run() {
    let mut driver = at_words(Language::En);
    driver.press("Anna Muster");
    for step in ["c1", "c2"] {
        go_to(&mut driver, &Field::Consent(step.to_owned()));
        driver.press("<Right>");
    }
    driver.press("<F9>");
    let prepared = driver.effects.iter().find_map(|effect| match effect {
        Effect::Finish(session) => Some((**session).clone()),
        _ => None,
    });
    driver.open(prepared.expect("it was saved"), "");
    assert_eq!(filled_in(&driver, &Field::Words), "Anna Muster");
    driver.press("<F10>Muster came<Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes[0].text.as_str(), "[Person 1] came");
    for effect in &driver.effects {
        assert!(!format!("{effect:?}").contains("Muster"));
    }
}

#[test]
fn why_by_phone_is_chosen_and_not_assumed() {
    let mut driver = at_words(Language::En);
    go_to(&mut driver, &Field::Mode);
    driver.press("<Right>");
    consent_and_begin(&mut driver);
    assert_eq!(driver.shown().protocol.state().header.reason, None);
}

#[test]
fn typing_into_a_row_that_is_fixed_says_why_it_does_not_take() {
    for language in Language::ALL {
        let mut driver = Driver::start(120, 40, language);
        let protocol = new_protocol(language, "", driver.now);
        driver.send(Msg::Opened(Box::new(Opened {
            protocol,
            access: Access::Write,
            recovered: None,
            left_at: None,
        })));
        go_to(&mut driver, &Field::Session);
        for key in ["B", "<Right>", " ", "<Backspace>"] {
            driver.press(key);
            let why = driver.app.say(Text::NoticeFixed);
            let screen = driver.screen();
            assert!(screen.contains(&why), "{key}: {screen}");
            driver.press("<Down><Up>");
            assert!(!driver.screen().contains(&why));
        }
        driver.send(Msg::Paste("B-2".to_owned()));
        assert_eq!(form(&driver).missing, Some(Missing::Unfixed));
    }
}
