use super::Driver;
use super::pictures::sample_session;
use crate::language::Language;
use crate::session::{CoderSheet, NoteId, Session};
use crate::tui::app::{Effect, Msg};
use crate::tui::keymap::Place;

/// A session that is read, with an empty sheet of coder 2.
fn coding(session: Session) -> Driver {
    let sheet = CoderSheet::new(session.header.id.clone(), 2);
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(session);
    driver.send(Msg::Sheet(Box::new(sheet)));
    driver
}

/// The sheet that was written last.
fn written(driver: &Driver) -> Option<CoderSheet> {
    driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveSheet(sheet) => Some((**sheet).clone()),
        _ => None,
    })
}

#[test]
fn the_sheet_of_another_coder_is_fetched_by_one_key() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(sample_session("M-1"));
    driver.press("2");
    let asked = driver.effects.last();
    assert!(
        matches!(asked, Some(Effect::TakeSheet(id, 2)) if id.to_string() == "M-1"),
        "{asked:?}"
    );
}

#[test]
fn another_coder_codes_from_note_to_note_and_each_step_is_written() {
    let mut driver = coding(sample_session("M-1"));
    driver.press("<A-D>trust<Enter>");
    let first = written(&driver).unwrap();
    assert_eq!(first.notes.len(), 1);
    driver.press("<C-Down>0<C-Down>trust<Enter>market<Enter>");
    let sheet = written(&driver).unwrap();
    let codes: Vec<usize> = sheet
        .notes
        .values()
        .map(|coded| coded.codes.len())
        .collect();
    assert_eq!(codes.len(), 3);
    assert_eq!(codes.iter().sum::<usize>(), 3);
    assert!(driver.screen().contains("coder 2: 3 of"));
}

#[test]
fn nothing_that_another_coder_does_changes_the_session() {
    let mut driver = coding(sample_session("M-1"));
    driver.press("<A-D>trust<Enter>?+-,<A-Enter><C-Down>0<C-u><Esc>");
    let events = driver.effects.iter().filter(|effect| {
        matches!(
            effect,
            Effect::Append(_) | Effect::Rewrite(_) | Effect::ChangeCodebook(_)
        )
    });
    assert_eq!(events.count(), 0);
    assert_eq!(driver.app.place(), Place::Review);
}

#[test]
fn another_coder_sees_no_code_of_the_first() {
    let session = sample_session("M-1");
    let of_first = session.notes.iter().flat_map(|note| &note.codes).next();
    let of_first = of_first.unwrap().clone();
    let mut plain = Driver::start(200, 100, Language::En);
    plain.read(session.clone());
    let mut driver = coding(session);
    driver.send(Msg::Resize(ratatui::layout::Size::new(200, 100)));
    let is_shown = |driver: &mut Driver| {
        let mut found = false;
        for _ in 0..20 {
            found |= driver.screen().contains(&of_first);
            driver.press("<Tab>");
        }
        found
    };
    assert!(is_shown(&mut plain));
    assert!(!is_shown(&mut driver));
}

#[test]
fn a_step_of_another_coder_is_taken_back_and_brought_back() {
    let mut driver = coding(sample_session("M-1"));
    driver.press("<A-D>trust<Enter><C-u>");
    assert!(written(&driver).unwrap().notes.is_empty());
    driver.press("<C-y>");
    assert_eq!(written(&driver).unwrap().notes.len(), 1);
}

#[test]
fn a_note_that_was_changed_since_it_was_coded_is_marked_and_a_struck_one_is_gone_from_the_sheet() {
    let session = sample_session("M-1");
    let mut sheet = CoderSheet::new(session.header.id.clone(), 2);
    let mut old = session.notes.first().unwrap().clone();
    old.text = old.text.behind('!');
    sheet.toggle(&old, "fac.trust", |one, other| one == other);
    let mut struck = old.clone();
    struck.id = NoteId {
        taker: 1,
        number: 900,
    };
    sheet.look_at(&struck);
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(session);
    driver.send(Msg::Sheet(Box::new(sheet)));
    let screen = driver.screen();
    assert!(screen.contains("1 changed since coded"), "{screen}");
    driver.press("<A-D>0");
    let sheet = written(&driver).unwrap();
    assert!(!sheet.notes.contains_key(&struck.id));
    assert!(!driver.screen().contains("changed since coded"));
}

#[test]
fn a_note_of_a_session_that_is_read_is_found_and_gone_to() {
    let session = sample_session("M-1");
    let note = session.notes.last().unwrap();
    let mut longest: Vec<&str> = note
        .text
        .as_str()
        .split(|letter: char| !letter.is_alphabetic())
        .collect();
    longest.sort_by_key(|word| word.len());
    let word = longest.pop().unwrap().to_owned();
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(session);
    driver.press("<A-Q>").press(&word).press("<Enter>");
    assert_eq!(driver.app.place(), Place::Review);
    let screen = driver.screen();
    assert!(screen.contains('▸') && screen.contains(&word), "{screen}");
}

#[test]
fn codes_and_questions_of_a_session_that_is_read_are_those_of_the_language_of_the_screen() {
    // The interview was held in French.
    let mut driver = coding(sample_session("M-1"));
    driver.press("<A-D>personal");
    let screen = driver.screen();
    assert!(screen.contains("Trust, personal contact"), "{screen}");
    driver.press("<Esc><A-u><A-D>Vertrauen");
    let screen = driver.screen();
    assert!(
        screen.contains("Vertrauen, persönlicher Kontakt"),
        "{screen}"
    );
}

#[test]
fn each_press_for_the_language_of_the_questions_shows_another_one() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(sample_session("M-1"));
    let mut seen = vec![driver.screen()];
    for _ in 0..2 {
        driver.press("<C-l>");
        let screen = driver.screen();
        assert!(!seen.contains(&screen), "{screen}");
        seen.push(screen);
    }
    driver.press("<C-l>");
    assert_eq!(driver.screen(), seen[0]);
}
