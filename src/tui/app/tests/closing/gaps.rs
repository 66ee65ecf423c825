//! Places that were not understood: seen where they stand, and gone to from the list.

use super::{Driver, list};
use crate::analysis::OpenPoint;
use crate::i18n::Text;
use crate::language::Language;
use crate::tui::keymap::Place;

/// Two notes with a place between them that was not understood, and the list before closing at that place.
fn marked(language: Language, width: u16, height: u16) -> Driver {
    let mut driver = Driver::interview(width, height, language, "");
    driver.press("first said<Enter>").wait(60);
    driver.press("<A-m>").wait(60);
    driver.press("then said<Enter>").wait(10);
    driver
}

fn to_gap(driver: &mut Driver) {
    driver.press("<A-k>");
    while !matches!(list(driver).chosen(), Some(OpenPoint::Gap { .. })) {
        driver.press("<Down>");
    }
}

/// Of each such place whether it was cleared up.
fn settled(driver: &Driver) -> Vec<bool> {
    let gaps = driver.state().gaps.iter();
    gaps.map(|gap| gap.settled).collect()
}

fn rows_of_notes(driver: &mut Driver) -> Vec<String> {
    let signs = ["first said", "¿", "then said"];
    let screen = driver.screen();
    let rows = screen.lines();
    let rows = rows.filter(|row| signs.iter().any(|sign| row.contains(sign)));
    rows.map(str::to_owned).collect()
}

#[test]
fn a7_a_place_that_was_not_understood_stands_with_its_time_between_the_notes_around_it() {
    for language in Language::ALL {
        for (width, height) in [(120, 40), (80, 24), (60, 20)] {
            let mut driver = marked(language, width, height);
            let said = driver.app.say(Text::ClosingGap);
            let rows = rows_of_notes(&mut driver);
            let [first, gap, then] = rows.as_slice() else {
                panic!("{rows:?}");
            };
            assert!(first.contains("first said") && then.contains("then said"));
            assert!(gap.contains("00:00:55") && gap.contains(&said), "{gap}");
            let session = driver.shown().protocol.state().clone();
            driver.read(session);
            let read = rows_of_notes(&mut driver);
            assert!(read[0].contains("first said") && read[2].contains("then said"));
            assert!(
                read[1].contains("00:00:55") && read[1].contains(&said),
                "{read:?}"
            );
        }
    }
}

#[test]
fn a7_a_place_in_a_cell_without_notes_is_seen_there_too_and_says_when_it_is_cleared_up() {
    let mut driver = Driver::interview(60, 20, Language::En, "");
    driver.wait(60);
    driver.press("<A-m><Tab><BackTab>");
    assert!(driver.screen().contains("¿ 00:00:5"), "{}", driver.screen());
    to_gap(&mut driver);
    driver.press("1<F3>");
    let screen = driver.screen();
    assert!(screen.contains("cleared up"), "{screen}");
}

#[test]
fn a14_enter_on_a_place_that_was_not_understood_goes_to_it_and_says_what_settles_it() {
    for language in Language::ALL {
        let mut driver = marked(language, 80, 24);
        driver.press("<Tab>");
        to_gap(&mut driver);
        driver.press("<Enter>");
        assert_eq!(driver.app.place(), Place::Interview);
        assert_eq!(driver.shown().topic.as_str(), "b1.t1");
        let notice = driver.shown().notice.as_ref().map(|notice| notice.text);
        assert_eq!(notice, Some(Text::NoticeAtGap));
        let rows = rows_of_notes(&mut driver);
        assert!(
            rows.iter().any(|row| row.contains("¿ 00:00:55")),
            "{rows:?}"
        );
        // It is gone to, and settled by its digit.
        assert_eq!(settled(&driver), [false]);
        to_gap(&mut driver);
        driver.press("1");
        assert_eq!(settled(&driver), [true]);
    }
}

#[test]
fn a14_a_place_among_many_notes_is_seen_when_it_is_gone_to_on_the_smallest_screen() {
    let mut driver = Driver::interview(60, 20, Language::En, "");
    let keep = |driver: &mut Driver, begun: &str| {
        for number in 0..12 {
            driver.press(&format!("{begun} {number}<Enter>")).wait(10);
        }
    };
    keep(&mut driver, "before");
    driver.wait(10).press("<A-m>").wait(10);
    keep(&mut driver, "behind");
    assert!(!driver.screen().contains('¿'), "{}", driver.screen());
    to_gap(&mut driver);
    driver.press("<Enter>");
    let screen = driver.screen();
    let rows: Vec<&str> = screen.lines().collect();
    let place = rows.iter().position(|row| row.contains("¿ 00:0"));
    let place = place.unwrap_or_else(|| panic!("{screen}"));
    assert!(rows[place - 1].contains("before 11"), "{screen}");
    assert!(!screen.contains("behind"), "{screen}");
}
