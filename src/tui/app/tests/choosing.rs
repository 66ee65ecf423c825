use super::Driver;
use super::driver::guide;
use crate::guide::Guide;
use crate::language::Language;
use crate::session::TopicId;
use crate::tui::keymap::Place;

/// A guide with so many cells.
fn guide_with(cells: usize) -> Guide {
    let mut guide = guide();
    let pattern = guide.blocks.first().unwrap().clone();
    guide.blocks.clear();
    let mut left = cells;
    while left > 0 {
        let mut block = pattern.clone();
        block.id = format!("b{}", guide.blocks.len() + 1);
        // One cell more is the bin of the block.
        block.topics = (1..left.min(5))
            .map(|number| {
                let mut topic = pattern.topics.first().unwrap().clone();
                topic.id = format!("{}.t{number}", block.id);
                topic
            })
            .collect();
        left -= left.min(5);
        guide.blocks.push(block);
    }
    guide
}

fn cell(driver: &Driver, index: usize) -> String {
    driver.shown().cells().get(index).unwrap().to_string()
}

#[test]
fn every_topic_is_two_keys_away_and_three_where_there_are_more_than_keys() {
    let mut driver = Driver::interview_by(120, 40, guide_with(72));
    let keys: Vec<char> = ('a'..='z').chain('0'..='9').collect();
    assert_eq!(driver.shown().cells().len(), 2 * keys.len());
    for (index, key) in keys.iter().enumerate() {
        driver.press(&format!("<F2>{key}"));
        assert_eq!(driver.shown().topic.as_str(), cell(&driver, index));
    }
    for (index, key) in keys.iter().enumerate() {
        driver.press(&format!("<F2><PageDown>{key}"));
        assert_eq!(driver.shown().topic.as_str(), cell(&driver, index + 36));
    }
}

#[test]
fn the_pages_of_a_choice_go_round_and_each_choice_begins_with_the_first() {
    let mut driver = Driver::interview_by(80, 24, guide_with(75));
    driver.press("<F2><PageUp>a");
    assert_eq!(driver.shown().topic.as_str(), cell(&driver, 72));
    driver.press("<F2><Tab><Tab><Tab>b");
    assert_eq!(driver.shown().topic.as_str(), cell(&driver, 1));
    driver.press("<F2><BackTab><Esc><F2>a");
    assert_eq!(driver.shown().topic.as_str(), cell(&driver, 0));
}

#[test]
fn a_note_goes_to_a_topic_of_the_second_page_and_is_linked_there() {
    let mut driver = Driver::interview_by(120, 40, guide_with(45));
    driver.press("abc<Enter><C-r><PageDown>b<A-a><PageDown>c");
    let note = driver.shown().protocol.state().notes.first().unwrap();
    assert_eq!(note.topic.as_str(), cell(&driver, 37));
    let also: Vec<&str> = note.also_in.iter().map(TopicId::as_str).collect();
    assert_eq!(also, [cell(&driver, 38)]);
}

#[test]
fn the_screen_says_which_page_of_a_choice_it_shows_and_how_to_turn_it() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut driver = Driver::interview_by(width, height, guide_with(40));
        driver.press("<F2>");
        let first = driver.screen();
        assert!(first.contains("Where to? · 1/2"), "{first}");
        assert!(first.contains("PgUp page up  PgDn page down"), "{first}");
        driver.press("<PageDown>");
        let second = driver.screen();
        assert!(second.contains("Where to? · 2/2"), "{second}");
        assert!(second.contains("d ○ b8.out"), "{second}");
    }
    let mut driver = Driver::interview_by(120, 40, guide_with(36));
    driver.press("<F2>");
    let only = driver.screen();
    assert!(
        !only.contains("1/1") && !only.contains("PgDn page"),
        "{only}"
    );
}

#[test]
fn every_list_is_left_by_f3_and_explained_by_f1() {
    for open in ["<F2>", "<A-Q>", "one<Enter><A-D>"] {
        let mut driver = Driver::interview(80, 24, Language::En, "");
        driver.press("first<Enter>");
        driver.press(open);
        let screen = driver.screen();
        assert!(
            screen.contains("F3") && screen.contains("F1 helps"),
            "{screen}"
        );
        driver.press("<F1>");
        assert!(driver.app.help.is_some());
        driver.press("<F1><F3>");
        assert_eq!(driver.app.place(), Place::Interview);
        assert!(!driver.app.is_choosing());
    }
}

#[test]
fn a_note_that_was_put_elsewhere_by_mistake_is_the_one_that_is_put_elsewhere_again() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("first<Enter>second<Enter><C-Up><C-Up><C-r>c");
    driver.press("third<Enter>");
    driver.press("<C-u><Backspace><Backspace><Backspace><Backspace><Backspace><C-u>");
    let at_hand = driver.shown().note_at_hand();
    assert_eq!(at_hand.map(|note| note.to_string()).as_deref(), Some("1.1"));
}

/// The numbers of the notes that are on the screen with the sign of the chosen one.
fn chosen_on_screen(driver: &mut Driver) -> Vec<String> {
    let screen = driver.screen();
    let rows = screen.lines().filter_map(|row| row.split_once('▸'));
    let numbers = rows.filter_map(|(_, rest)| {
        rest.trim_start_matches(['↑', '↓', '↕', ' '])
            .split(' ')
            .next()
    });
    numbers.map(str::to_owned).collect()
}

#[test]
fn the_chosen_note_is_always_on_the_screen() {
    for (width, height) in [(80, 24), (60, 20)] {
        let mut driver = Driver::interview(width, height, Language::En, "");
        for number in 1..=12 {
            driver.press(&format!(
                "what was said for the {number}th time, in some words more than a row holds<Enter>"
            ));
        }
        for number in (1..=12).rev() {
            driver.press("<C-Up>");
            assert_eq!(chosen_on_screen(&mut driver), [format!("1.{number}")]);
        }
        for number in 2..=12 {
            driver.press("<C-Down>");
            assert_eq!(chosen_on_screen(&mut driver), [format!("1.{number}")]);
        }
    }
}

#[test]
fn a_chosen_note_that_is_higher_than_its_pane_still_has_its_sign() {
    let mut driver = Driver::interview(60, 20, Language::En, "");
    driver.press(&format!(
        "{}<Enter>short<Enter><C-Up><C-Up>",
        "many words ".repeat(60)
    ));
    assert!(driver.screen().contains('▸'), "{}", driver.screen());
}

#[test]
fn a_key_scrolls_away_from_the_chosen_note_and_choosing_comes_back() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    for number in 1..=20 {
        driver.press(&format!("note {number}<Enter>"));
    }
    driver.press("<C-Up><PageUp><PageUp><PageUp>");
    assert_eq!(chosen_on_screen(&mut driver), Vec::<String>::new());
    driver.press("<C-Up>");
    assert_eq!(chosen_on_screen(&mut driver), ["1.19"]);
}

#[test]
fn keys_are_called_as_they_are_in_the_language_of_the_screen() {
    for (language, names) in [
        (Language::En, ["PgUp ", "PgDn "]),
        (Language::De, ["Bild↑ ", "Bild↓ "]),
        (Language::Fr, ["PgPréc ", "PgSuiv "]),
    ] {
        let mut driver = Driver::interview_by(120, 40, guide_with(40));
        while driver.app.language != language {
            driver.press("<A-u>");
        }
        driver.press("<F2>");
        let screen = driver.screen();
        for name in names {
            assert!(screen.contains(name), "{screen}");
        }
    }
}
