//! Lists that are longer than the screen: one finds one's way in them, and back to where one was.

use std::sync::Arc;

use super::Driver;
use super::across::{board_view, study};
use super::driver::guide;
use super::pictures::sample_session;
use crate::analysis::Facts;
use crate::i18n::Words;
use crate::language::Language;
use crate::release::tables::TableRefusal;
use crate::tui::app::{Effect, Msg};
use crate::tui::screen::{AcrossBeside, AcrossData, Known, Screen, SessionNames, SessionRow};

/// The list of a large study.
fn large(width: u16, height: u16) -> Driver {
    let mut driver = Driver::start(width, height, Language::En);
    driver.send(Msg::Sessions(large_rows()));
    driver
}

fn large_rows() -> Vec<SessionRow> {
    let cases =
        ('A'..='Z').flat_map(|letter| (1..=9).map(move |number| format!("{letter}{number}")));
    let ids = cases.flat_map(|case| (1..=8).map(move |number| format!("{case}-{number}")));
    let rows = ids.map(|id| SessionRow {
        id: id.parse().unwrap(),
        known: None,
    });
    rows.collect()
}

fn chosen(driver: &Driver) -> String {
    match &driver.app.screen {
        Screen::Start(start) => start.selected().unwrap().id.to_string(),
        other => panic!("{other:?} is shown"),
    }
}

#[test]
fn a_session_is_found_on_the_list_by_its_name() {
    let mut driver = large(80, 24);
    for (typed, found) in [
        ("Z", "Z1-1"),
        ("9", "Z9-1"),
        ("-1", "Z9-1"),
        ("B2", "B2-1"),
        ("k", "K1-1"),
    ] {
        driver.press(typed);
        assert_eq!(chosen(&driver), found, "{typed}");
    }
    assert!(driver.screen().contains("⌕ K▁"));
    assert!(driver.screen().contains("▸ K1-1"));
    // What nothing is called stays where one is.
    driver.press("_");
    assert_eq!(chosen(&driver), "K1-1");
    driver.press("<Down>");
    assert!(!driver.screen().contains('⌕'));
}

#[test]
fn the_list_is_paged_by_what_is_seen_and_has_a_beginning_and_an_end() {
    let mut driver = large(80, 24);
    driver.press("<End>");
    assert_eq!(chosen(&driver), "Z9-8");
    driver.press("<Home>");
    assert_eq!(chosen(&driver), "A1-1");
    let seen = driver
        .screen()
        .lines()
        .filter(|line| line.contains('-'))
        .count();
    driver.press("<PageDown>");
    let Screen::Start(start) = &driver.app.screen else {
        panic!("the list is shown");
    };
    assert!(
        start.page > 15 && start.page <= seen,
        "{} of {seen}",
        start.page
    );
    assert_eq!(start.selected_index(), start.page);
    driver.press("<PageUp>");
    assert_eq!(chosen(&driver), "A1-1");
}

#[test]
fn one_comes_back_to_the_session_that_was_read() {
    let mut driver = Driver::start(80, 24, Language::En);
    let rows = ["K-1", "K-2", "L-1", "M-1"].map(|id| SessionRow {
        id: id.parse().unwrap(),
        known: None,
    });
    driver.send(Msg::Sessions(rows.to_vec()));
    driver.press("<Down><Down>r");
    driver.read(sample_session("L-1"));
    driver.press("<F3>");
    driver.send(Msg::Sessions(rows.to_vec()));
    assert_eq!(chosen(&driver), "L-1");
    // From a form that was left, too.
    driver.press("<Down>n");
    let guides = vec![guide()];
    driver.send(Msg::Guides(guides, SessionNames::default()));
    driver.press("<F3>");
    driver.send(Msg::Sessions(rows.to_vec()));
    assert_eq!(chosen(&driver), "M-1");
}

#[test]
fn the_matrix_keeps_its_row_while_other_views_are_looked_at() {
    let mut driver = study(80, 24, Language::En);
    driver.press("<Down><Down>");
    let before = driver.screen();
    driver.press("<Tab><Down><Tab><Tab><Tab><Tab>");
    assert_eq!(driver.screen(), before);
}

/// What is read across 45 interviews.
fn many(width: u16, height: u16) -> Driver {
    let mut facts = Facts::default();
    for session in ["K-1", "K-2", "L-1", "M-1", "N-1"].map(sample_session) {
        for number in 1..=9 {
            let mut session = session.clone();
            let case = format!("{}{number}", session.header.id.case());
            let id = format!("{case}-{}", session.header.id.number());
            session.header.id = id.parse().unwrap();
            facts.add(&session);
        }
    }
    facts.sort();
    let mut driver = Driver::start(width, height, Language::En);
    driver.send(Msg::Across(AcrossData {
        facts: Arc::new(facts),
        guide: Arc::new(guide()),
        beside: AcrossBeside::default(),
    }));
    driver
}

#[test]
fn a_view_says_what_of_it_is_not_seen() {
    let foot = |driver: &mut Driver| {
        let screen = driver.screen();
        let frame = screen.lines().find(|line| line.starts_with('└'));
        frame.unwrap_or_default().to_owned()
    };
    let mut driver = many(60, 20);
    assert!(foot(&mut driver).contains("▸ "), "{}", foot(&mut driver));
    assert!(foot(&mut driver).contains("↓ "), "{}", foot(&mut driver));
    for _ in 0..30 {
        driver.press("<Right>");
    }
    assert!(foot(&mut driver).contains("◂ "));
    assert!(!foot(&mut driver).contains('▸'));
    driver.press("b");
    assert!(foot(&mut driver).contains("↓ "), "{}", foot(&mut driver));
    driver.press("<Tab><Tab><Tab><Home>");
    assert!(foot(&mut driver).contains("↓ "), "{}", foot(&mut driver));
}

#[test]
fn the_n_of_a_column_never_touches_that_of_the_next() {
    let mut driver = study(80, 24, Language::En);
    let Screen::Across(across) = &mut driver.app.screen else {
        panic!("the matrix is shown");
    };
    for total in &mut across.matrix.totals {
        total.base.sessions = 1909;
        total.base.cases = 180;
        total.declined = 42;
    }
    let screen = driver.screen();
    assert!(screen.contains(" ×42  1909"), "{screen}");
}

#[test]
fn the_signs_of_the_matrix_are_said_where_there_is_room_and_in_the_help() {
    let mut driver = study(120, 40, Language::En);
    assert!(driver.screen().contains("◌ nothing to say"));
    assert!(!driver.screen().contains("▓ 4 to 6"));
    driver.press("d");
    assert!(driver.screen().contains("▓ 4 to 6"));
    assert!(driver.screen().contains("┌ first session of a case"));
    let mut driver = many(80, 24);
    assert!(!driver.screen().contains("◌ nothing to say"));
    driver.press("<F1><Down><Down><Down><Down><Down><Down>");
    assert!(
        driver.screen().contains("◌ nothing to say"),
        "{}",
        driver.screen()
    );
    // Other views have other signs.
    driver.press("<Esc><Tab><F1>");
    assert!(!driver.screen().contains("◌ nothing to say"));
}

#[test]
fn what_comes_after_the_chosen_row_is_seen_on_the_way_back_too() {
    let mut driver = large(80, 24);
    driver.press("<End><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up>");
    let screen = driver.screen();
    let rows: Vec<&str> = screen.lines().collect();
    let at = rows.iter().position(|row| row.contains('▸')).unwrap();
    assert!((8..18).contains(&at), "{screen}");
}

#[test]
fn a_page_of_a_session_is_as_high_as_the_screen() {
    for height in [24, 40] {
        let mut driver = Driver::start(80, height, Language::En);
        driver.read(sample_session("K-1"));
        let lines = |driver: &mut Driver| -> Vec<String> {
            let screen = driver.screen();
            screen.lines().map(str::to_owned).collect()
        };
        let before = lines(&mut driver);
        driver.press("<PageDown>");
        let after = lines(&mut driver);
        // The last row of the page before is the first of this one.
        let last = usize::from(height) - 4;
        assert_eq!(after[1], before[last], "{height}");
    }
}

#[test]
fn sessions_that_cannot_be_read_are_named_at_the_top_of_a_long_list() {
    let mut driver = Driver::start(80, 24, Language::En);
    let mut rows = large_rows();
    let last = rows.last_mut().unwrap();
    last.known = Some(Known::Damaged("Z9-8.ron 12:3".to_owned()));
    driver.send(Msg::Sessions(rows));
    assert!(driver.screen().contains("Not readable: Z9-8"));
}

#[test]
fn nothing_that_has_to_be_said_is_cut_on_a_narrow_screen() {
    for (width, height) in [(80, 24), (60, 20)] {
        let mut driver = board_view(width, height, Language::De);
        let screen = driver.screen();
        let gaps = screen.lines().filter(|line| line.contains('←'));
        assert!(screen.contains(": niemand"), "{screen}");
        assert!(!gaps.clone().any(|line| line.contains('…')), "{screen}");
        driver.press("<Tab><Tab>");
        for _ in 0..20 {
            let screen = driver.screen();
            let figures = screen.lines().filter(|line| line.contains('█'));
            assert!(!figures.clone().any(|line| line.contains('…')), "{screen}");
            let heads = screen.lines().filter(|line| line.contains("N = "));
            assert!(!heads.clone().any(|line| line.contains('…')), "{screen}");
            driver.press("<PageDown>");
        }
        driver.read(sample_session("K-1"));
        driver.press("c");
        let screen = driver.screen();
        let hint = screen.lines().nth(1).unwrap();
        assert!(!hint.contains('…'), "{screen}");
    }
}

#[test]
fn a_long_label_takes_the_room_that_a_short_answer_leaves() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("a note<Enter>");
    driver.close("");
    let screen = driver.screen();
    assert!(
        screen.contains("Off-the-record items gone, the list is empty"),
        "{screen}"
    );
}

#[test]
fn a_closed_session_that_is_read_says_how_it_is_changed() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(sample_session("K-1"));
    assert!(driver.screen().contains("complete and change"));
    driver.press("e");
    let asked = driver.effects.last();
    assert!(matches!(asked, Some(Effect::Complete(id)) if id.to_string() == "K-1"));
}

#[test]
fn all_bars_of_the_frequencies_begin_in_one_column_and_their_codes_lead_to_the_notes() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut driver = study(width, height, Language::En);
        driver.press("<Tab>");
        let screen = driver.screen();
        let begins = |line: &str| line.chars().position(|sign| matches!(sign, '█' | '▌'));
        let mut columns: Vec<usize> = screen.lines().filter_map(begins).collect();
        columns.dedup();
        assert_eq!(columns.len(), 1, "{screen}");
    }
    let mut driver = study(120, 40, Language::En);
    driver.press("<Tab><Down><Enter>");
    let Screen::Search(search) = &driver.app.screen else {
        panic!("the search is shown");
    };
    assert!(search.field.text().starts_with("code:"));
    assert!(search.field.text().ends_with("block:b1"));
    let mut filtered = study(120, 40, Language::En);
    let Screen::Across(across) = &mut filtered.app.screen else {
        panic!("a view across interviews");
    };
    across.filter.origins = [crate::session::Origin::Live].into();
    across.filter.attributes = [("mode".to_owned(), ["phone".to_owned()].into())].into();
    filtered.press("<Tab><Down><Enter>");
    let Screen::Search(search) = &filtered.app.screen else {
        panic!("the search is shown");
    };
    let query = search.field.text();
    assert!(
        query.contains(" session:") && query.ends_with(" origin:live"),
        "{query}"
    );
    assert!(
        driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Search(_)))
    );
    driver.press("<F3>");
    assert!(matches!(driver.app.screen, Screen::Across(_)));
}

#[test]
fn the_sentence_of_a_cell_is_read_once() {
    let session = sample_session("K-1");
    let (topic, sentence) = session.summaries.iter().next().unwrap();
    let beginning: String = sentence.as_str().chars().take(24).collect();
    let topic = topic.clone();
    let mut driver = Driver::start(160, 60, Language::En);
    driver.read(session);
    let Screen::Review(review) = &mut driver.app.screen else {
        panic!("a session is read");
    };
    review.go_to_cell(&topic);
    let screen = driver.screen();
    assert_eq!(screen.matches(&beginning).count(), 1, "{screen}");
}

#[test]
fn french_has_its_blank_before_a_colon_and_its_plural() {
    let mut driver = study(120, 40, Language::Fr);
    driver.press("f");
    assert!(
        driver.screen().contains("Cas\u{a0}: K"),
        "{}",
        driver.screen()
    );
    driver.press("<Enter><Esc>");
    assert!(driver.screen().contains("▽ Cas\u{a0}: K"));
    driver.press("f<Enter><Esc><Tab>");
    assert!(
        driver.screen().contains("5 spontanés"),
        "{}",
        driver.screen()
    );
}

#[test]
fn filters_that_are_asked_for_stand_on_top_and_one_key_drops_them() {
    let mut driver = study(120, 40, Language::En);
    driver.press("ftrust<Enter><Esc>f");
    let screen = driver.screen();
    let first = screen
        .lines()
        .find(|line| line.contains("● ") && line.contains("Code:"));
    let rows: Vec<&str> = screen.lines().collect();
    let hint = rows.iter().position(|row| row.contains('⌕')).unwrap();
    assert_eq!(first, Some(rows[hint + 1]), "{screen}");
    driver.press("<Delete><Esc>");
    assert!(!driver.screen().contains('▽'), "{}", driver.screen());
}

#[test]
fn a_hint_never_names_the_level_that_was_refused() {
    let words = Words::new(Language::En);
    let refused = words.table_refusal(&TableRefusal::Review, &guide());
    let hint = refused.hint.unwrap();
    assert!(
        hint.contains("analysis") && !hint.contains("review"),
        "{hint}"
    );
}

#[test]
fn escape_forgets_what_was_typed_of_a_session_s_name() {
    let mut driver = Driver::start(120, 40, Language::En);
    let row = |id: &str| SessionRow {
        id: id.parse().unwrap(),
        known: None,
    };
    driver.send(Msg::Sessions(vec![row("A-1"), row("A-2"), row("B-1")]));
    driver.press("A-2");
    let typed = |driver: &Driver| match &driver.app.screen {
        Screen::Start(start) => start.typed().to_owned(),
        _ => panic!("the list of sessions"),
    };
    assert_eq!(typed(&driver), "A-2");
    driver.press("<Esc>");
    assert_eq!(
        (typed(&driver), driver.app.awaits_command),
        (String::new(), false)
    );
    driver.press("B");
    assert_eq!(typed(&driver), "B");
}
