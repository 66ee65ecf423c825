use std::sync::Arc;

use super::Driver;
use super::driver::guide;
use super::pictures::sample_session;
use crate::analysis::{CaseFacts, Coding, Facts, coder_agreement};
use crate::export::Format;
use crate::i18n::Text;
use crate::language::Language;
use crate::operations::delivery::Form;
use crate::release::Level;
use crate::session::Session;
use crate::tui::app::{Effect, Msg};
use crate::tui::keymap::Place;
use crate::tui::screen::{Across, AcrossBeside, AcrossData, CaseText, ExportStage, Screen};

const SESSIONS: [&str; 5] = ["K-1", "K-2", "L-1", "M-1", "N-1"];

/// The matrix of some sessions of the sample study.
pub fn study(width: u16, height: u16, language: Language) -> Driver {
    let mut driver = Driver::start(width, height, language);
    driver.send(Msg::Across(data()));
    driver
}

pub fn data() -> AcrossData {
    let mut facts = Facts::default();
    let mut summaries = std::collections::BTreeMap::new();
    for session in SESSIONS.map(sample_session) {
        facts.add(&session);
        for (topic, text) in &session.summaries {
            let key = (session.header.id.clone(), topic.clone());
            summaries.insert(key, text.as_str().to_owned());
        }
    }
    facts.sort();
    AcrossData {
        facts: Arc::new(facts),
        guide: Arc::new(guide()),
        beside: AcrossBeside {
            summaries: Arc::new(summaries),
            ..AcrossBeside::default()
        },
    }
}

/// The view of what two coders coded differently: the second saw nothing but one code everywhere in M-1.
pub fn agreement_view(width: u16, height: u16, language: Language) -> Driver {
    let session = sample_session("M-1");
    let id = session.header.id.clone();
    let (mut first, mut second) = (Coding::new(), Coding::new());
    for note in &session.notes {
        let key = (id.clone(), note.id);
        first.insert(key.clone(), note.codes.iter().cloned().collect());
        second.insert(key, ["fac.trust".to_owned()].into());
    }
    let mut data = data();
    let codings = [(1, first), (2, second)].into();
    data.beside.agreement = coder_agreement(&codings).map(Arc::new);
    let mut driver = Driver::start(width, height, language);
    driver.send(Msg::Across(data));
    driver.press("<Tab><Tab><Tab><Tab>");
    driver
}

/// The sheet of a case.
pub fn sheet() -> CaseText {
    CaseText {
        case: "K".parse().unwrap(),
        lines: (1..=80).map(|number| format!("line {number}")).collect(),
        first: 0,
    }
}

fn shown(driver: &Driver) -> &Across {
    match &driver.app.screen {
        Screen::Across(across) => across,
        other => panic!("{other:?} is shown"),
    }
}

/// Answers the reading that was asked for last.
pub fn answer_reading(driver: &mut Driver) -> Session {
    let asked = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Read(id) => Some(id.to_string()),
        _ => None,
    });
    let session = sample_session(&asked.expect("a session is read"));
    driver.read(session.clone());
    session
}

#[test]
fn the_matrix_is_asked_for_by_one_key_from_the_list_of_sessions() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Sessions(vec![crate::tui::screen::SessionRow {
        id: "K-1".parse().unwrap(),
        known: None,
    }]));
    driver.press("m");
    assert!(matches!(driver.effects.last(), Some(Effect::LoadAcross)));
}

/// B16
#[test]
fn b16_a_cell_leads_to_its_notes_by_one_key_and_back_by_one() {
    let mut driver = study(120, 40, Language::En);
    driver.press("<Down><Down><Right><Right>");
    let before = driver.screen();
    let topic = shown(&driver).cell().unwrap().1.clone();
    driver.press("<Enter>");
    let session = answer_reading(&mut driver);
    assert_eq!(session.header.id.to_string(), SESSIONS[2]);
    assert_eq!(driver.app.place(), Place::Review);
    let note = session.notes_in(&topic).first().copied().cloned();
    let screen = driver.screen();
    assert!(screen.contains(topic.as_str()), "{screen}");
    if let Some(note) = note {
        let first: String = note.text.as_str().chars().take(20).collect();
        assert!(screen.contains(&first), "{screen}");
    }
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

#[test]
fn the_names_of_sessions_stay_while_columns_move() {
    let mut driver = study(60, 20, Language::En);
    for _ in 0..13 {
        driver.press("<Right>");
    }
    let screen = driver.screen();
    for session in SESSIONS {
        assert!(screen.contains(session), "{screen}");
    }
    let topic = shown(&driver).cell().unwrap().1.to_string();
    assert!(screen.contains(&format!("K-1 · {topic}")), "{screen}");
}

#[test]
fn a_filter_leaves_sessions_out_and_says_so() {
    let mut driver = study(120, 40, Language::En);
    driver.press("fcase k<Enter><Esc>");
    let across = shown(&driver);
    assert_eq!(across.matrix.rows.len(), 2);
    let screen = driver.screen();
    assert!(
        screen.contains("3 sessions left out by the filter"),
        "{screen}"
    );
    assert!(screen.contains("Case: K"), "{screen}");
    driver.press("fcase k<Enter><Esc>");
    assert_eq!(shown(&driver).matrix.rows.len(), 5);
}

/// A16
#[test]
fn a16_frequencies_say_n_of_sessions_and_of_cases_and_no_percent_of_few() {
    let mut driver = study(120, 40, Language::En);
    driver.press("<Tab>");
    let screen = driver.screen();
    assert!(screen.contains("N = 5 sessions, 4 cases"), "{screen}");
    assert!(!screen.contains(" %"), "{screen}");
    assert!(screen.contains('█'), "{screen}");
}

#[test]
fn what_was_merged_in_the_study_is_counted_together() {
    let mut driver = study(120, 40, Language::En);
    // Two codes that nothing stands under.
    let (from, into) = ("fac.trust".to_owned(), "bar.lang".to_owned());
    let counted = |driver: &Driver, code: &str| {
        let blocks = shown(driver).frequencies().blocks.iter();
        let mut codes = blocks.flat_map(|block| &block.codes);
        codes.any(|found| found.code == code)
    };
    assert!(counted(&driver, &from));
    let mut merged = data();
    let mut changed = guide();
    changed.study.merged.insert(from.clone(), into.clone());
    merged.guide = Arc::new(changed);
    driver.press("<F3>");
    driver.send(Msg::Across(merged));
    assert!(!counted(&driver, &from));
    assert!(counted(&driver, &into));
}

#[test]
fn the_view_of_how_much_there_is_needs_no_colour() {
    let mut driver = study(120, 40, Language::En);
    driver.press("d");
    let screen = driver.screen();
    assert!(screen.contains('░') && screen.contains('▒'), "{screen}");
}

#[test]
fn what_is_read_across_never_takes_an_interview_away() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("half a note");
    driver.send(Msg::Across(data()));
    assert_eq!(driver.app.place(), Place::Interview);
    assert!(driver.screen().contains("half a note"));
}

#[test]
fn a_difference_of_two_coders_leads_to_its_note_and_back() {
    let mut driver = agreement_view(120, 40, Language::En);
    driver.press("<Down>");
    let before = driver.screen();
    let difference = shown(&driver).data.beside.agreement.clone().unwrap();
    let note = difference.differences().nth(1).unwrap().1.note;
    driver.press("<Enter>");
    answer_reading(&mut driver);
    let row = driver.screen();
    let row = row.lines().find(|line| line.contains('▸')).unwrap();
    assert!(row.contains(&note.to_string()), "{row}");
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

/// Two interviews of a case have both codes of a pair of the guide.
pub fn contradictions_view(width: u16, height: u16, language: Language) -> Driver {
    let mut driver = study(width, height, language);
    driver.press("<Tab><Tab><Tab>");
    driver
}

#[test]
fn a_contradiction_leads_to_its_note_and_back() {
    let mut driver = contradictions_view(120, 40, Language::En);
    let before = driver.screen();
    let (session, note) = shown(&driver).contradictions()[0]
        .kind
        .first_note()
        .unwrap()
        .clone();
    driver.press("<Enter>");
    assert_eq!(answer_reading(&mut driver).header.id, session);
    let row = driver.screen();
    let row = row.lines().find(|line| line.contains('▸')).unwrap();
    assert!(row.contains(&note.to_string()), "{row}");
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

#[test]
fn the_sheet_of_the_case_at_hand_is_one_key_away_and_back_is_one() {
    let mut driver = study(120, 40, Language::En);
    driver.press("<Down><Down>");
    let before = driver.screen();
    driver.press("s");
    let asked = driver.effects.last();
    assert!(matches!(asked, Some(Effect::ReadSheet(_, case)) if case.as_str() == "L"));
    driver.send(Msg::CaseSheet(sheet()));
    assert!(driver.screen().contains("line 1 "));
    driver.press("<PageDown>");
    assert!(!driver.screen().contains("line 1 "), "{}", driver.screen());
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

#[test]
fn all_sessions_are_exported_from_across_and_what_became_of_it_is_said() {
    let mut driver = study(120, 40, Language::En);
    let before = driver.screen();
    // The next format, the third level, another place.
    driver.press("x<Right><Down><Right><Right><Down>");
    for _ in 0.."leitfaden-export/".len() {
        driver.press("<Backspace>");
    }
    driver.press("out/<F10>");
    let order = match driver.effects.last() {
        Some(Effect::Export(order)) => order.clone(),
        other => panic!("{other:?} is asked for"),
    };
    assert!(order.sessions.is_empty());
    assert_eq!(order.form, Form::Sessions(Format::Html));
    assert_eq!(order.level, Level::Archive);
    assert_eq!(order.place.to_str(), Some("out/"));
    driver.send(Msg::Export(ExportStage::Running(3, 11)));
    assert!(driver.screen().contains("3 of 11"), "{}", driver.screen());
    let count = driver.effects.len();
    driver.press("<F10><F3>");
    assert_eq!(driver.effects.len(), count);
    let lines = vec!["/somewhere/out/K-1-archive.html".to_owned()];
    driver.send(Msg::Export(ExportStage::Over(lines)));
    assert!(driver.screen().contains("/somewhere/out/K-1-archive.html"));
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

#[test]
fn a_session_that_is_read_is_exported_by_itself() {
    let mut driver = study(120, 40, Language::En);
    driver.press("<Enter>");
    answer_reading(&mut driver);
    let before = driver.screen();
    driver.press("x<F10>");
    let order = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Export(order) => Some(order.clone()),
        _ => None,
    });
    assert_eq!(order.unwrap().sessions, ["K-1".parse().unwrap()]);
    driver.send(Msg::Export(ExportStage::Over(Vec::new())));
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

#[test]
fn sessions_that_come_in_later_are_shown_where_one_is() {
    let mut driver = study(120, 40, Language::En);
    driver.send(Msg::Reading(40));
    assert!(driver.screen().contains("40 %"));
    driver.press("<Down><Down><Down>fcase l<Enter><Esc>");
    driver.press("fcase l<Enter><Esc>");
    let here = shown(&driver).cell().unwrap().0.clone();
    let mut more = data();
    let mut facts = (*more.facts).clone();
    facts.add(&sample_session("P-1"));
    facts.sort();
    more.facts = Arc::new(facts);
    more.beside = AcrossBeside::default();
    let beside = shown(&driver).data.beside.clone();
    driver.send(Msg::AcrossRenewed(more));
    let across = shown(&driver);
    assert_eq!(across.matrix.rows.len(), 6);
    assert_eq!(across.cell().unwrap().0, &here);
    assert_eq!(across.data.beside.summaries, beside.summaries);
    driver.send(Msg::AcrossBeside(beside));
    assert!(!driver.screen().contains("40 %"));
}

#[test]
fn sessions_come_in_while_one_exports_or_searches() {
    for keys in ["x", "/"] {
        let mut driver = study(120, 40, Language::En);
        driver.press(keys);
        let mut more = data();
        let mut facts = (*more.facts).clone();
        facts.add(&sample_session("P-1"));
        facts.sort();
        more.facts = Arc::new(facts);
        driver.send(Msg::AcrossRenewed(more));
        driver.press("<F3>");
        assert_eq!(shown(&driver).matrix.rows.len(), 6, "{keys}");
    }
}

#[test]
fn what_comes_in_later_brings_nobody_back_who_has_left() {
    let mut driver = study(120, 40, Language::En);
    driver.press("<F3>");
    assert_eq!(driver.app.place(), Place::Start);
    driver.send(Msg::AcrossRenewed(data()));
    driver.send(Msg::AcrossBeside(AcrossBeside::default()));
    assert_eq!(driver.app.place(), Place::Start);
}

#[test]
fn a_session_that_cannot_be_read_is_named_in_every_view() {
    let mut damaged = data();
    let mut facts = (*damaged.facts).clone();
    facts.unread.push("B-7".parse().unwrap());
    damaged.facts = Arc::new(facts);
    let mut driver = Driver::start(60, 20, Language::En);
    driver.send(Msg::Across(damaged));
    for _ in 0..3 {
        let screen = driver.screen();
        assert!(screen.contains("⚠ Not readable: B-7"), "{screen}");
        driver.press("<Tab>");
    }
}

/// The sample board, with the form of a case of which one side is open.
pub fn board_view(width: u16, height: u16, language: Language) -> Driver {
    let mut data = data();
    let mut facts = (*data.facts).clone();
    let countries = ["DE", "PL", "FR"].map(str::to_owned).to_vec();
    let case = CaseFacts {
        countries,
        invented: true,
        ..CaseFacts::default()
    };
    facts.cases.insert("K".parse().unwrap(), case);
    data.facts = Arc::new(facts);
    let mut driver = Driver::start(width, height, language);
    driver.send(Msg::Across(data));
    driver.press("b");
    driver
}

/// B11
#[test]
fn the_sample_board_is_one_key_away_and_leads_to_the_session_of_a_side() {
    let mut driver = board_view(120, 40, Language::En);
    let before = driver.screen();
    let row = before.lines().find(|line| line.contains('▸')).unwrap();
    let session = shown(&driver).sides().next().unwrap().1;
    let session = session.sessions.iter().flatten().next().unwrap().clone();
    assert!(row.contains(&session.to_string()), "{row}");
    driver.press("<Enter>");
    assert_eq!(answer_reading(&mut driver).header.id, session);
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
    driver.press("<Tab>");
    assert!(driver.screen().contains("Protocol matrix"));
}

/// B11
#[test]
fn b11_the_sample_board_names_the_sides_on_which_nobody_was_talked_to() {
    let mut driver = board_view(120, 40, Language::En);
    let gaps = shown(&driver).sample().gaps();
    assert_eq!(gaps, (3, 2));
    let screen = driver.screen();
    assert!(screen.contains("2 of 3 sides are open"), "{screen}");
    assert!(screen.contains("← "), "{screen}");
    // Beside each case of which fewer than k were talked to stands that it is so.
    assert!(
        screen.contains("2 of k = 3: too few to be shown"),
        "{screen}"
    );
}

#[test]
fn filters_stand_in_the_order_of_their_names_in_the_language_of_the_screen() {
    use crate::i18n::Words;
    use crate::language::compare_words;
    let mut driver = study(120, 40, Language::En);
    for language in [Language::En, Language::De, Language::Fr] {
        while driver.app.language != language {
            driver.press("<A-u>");
        }
        let (across, words) = (shown(&driver), Words::new(language));
        let names: Vec<String> = across
            .filters()
            .iter()
            .map(|entry| entry.name(&words, &across.data.guide))
            .collect();
        let codes = words.text(Text::TablesHeadCode);
        let of_codes: Vec<&String> = names
            .iter()
            .filter(|name| name.starts_with(&*codes))
            .collect();
        assert!(of_codes.len() > 5);
        assert!(of_codes.is_sorted_by(|one, other| compare_words(one, other).is_le()));
    }
}

#[test]
fn what_became_of_an_export_is_read_to_its_end_and_no_further() {
    let mut driver = study(60, 20, Language::En);
    driver.press("x");
    let lines = (1..=40).map(|line| format!("line {line}.")).collect();
    driver.send(Msg::Export(ExportStage::Over(lines)));
    let screen = driver.screen();
    assert!(
        screen.contains("line 16.") && screen.contains(" ↓ 24 "),
        "{screen}"
    );
    driver.press("<PageDown><PageDown><PageDown><PageDown><PageDown>");
    let screen = driver.screen();
    assert!(
        screen.contains("line 40.") && screen.contains(" ↑ "),
        "{screen}"
    );
    // No key is lost on rows that are not there.
    driver.press("<Up>");
    assert!(driver.screen().contains("line 24."));
}

#[test]
fn every_frequency_has_its_label_on_the_smallest_screen_and_every_key_moves() {
    let mut driver = study(60, 20, Language::En);
    driver.press("<Tab>");
    let count = shown(&driver).lines();
    let mut last = driver.screen();
    for _ in 1..count {
        driver.press("<Down>");
        let screen = driver.screen();
        assert_ne!(screen, last);
        last = screen;
    }
    assert!(!last.contains(" … "), "{last}");
    assert!(!last.contains("↓"), "{last}");
}

#[test]
fn a_long_line_of_the_sheet_is_read_whole() {
    let mut driver = study(60, 20, Language::En);
    driver.send(Msg::CaseSheet(CaseText {
        lines: vec![format!("  {}the end", "word ".repeat(30))],
        ..sheet()
    }));
    assert!(driver.screen().contains("the end"), "{}", driver.screen());
    driver.send(Msg::CaseSheet(sheet()));
    for _ in 0..20 {
        driver.press("<PageDown>");
    }
    driver.press("<Up>");
    assert!(driver.screen().contains("line 79"), "{}", driver.screen());
    assert!(!driver.screen().contains("line 80"));
}

/// What stands on a screen, its rows joined.
fn joined(screen: &str) -> String {
    let rows = screen.lines().map(|row| row.trim_matches(['│', ' ']));
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_counted_and_asked_for_is_read_whole_on_the_smallest_screen_in_every_view() {
    for language in Language::ALL {
        let mut driver = study(60, 20, language);
        driver.press("f<Enter><Down><Down><Down><Down><Enter><Down><Enter>");
        let hint = driver.app.say(Text::AcrossFilterHint);
        let screen = driver.screen();
        assert!(screen.contains(&hint), "{screen}");
        let search = screen.lines().find(|row| row.contains('⌕')).unwrap();
        assert!(search.contains("↑ ↓ "), "the list goes on: {screen}");
        driver.press("<Esc>");
        for _ in 0..6 {
            let across = shown(&driver);
            let guide = across.data.guide.clone();
            let asked = across.chosen_filters();
            let names = asked
                .iter()
                .map(|entry| entry.name(&driver.app.words, &guide));
            let names: Vec<String> = names.collect();
            let left = driver.app.words.left_out_of_table(across.matrix.left_out);
            let screen = driver.screen();
            let said = joined(&screen);
            for part in names.iter().chain(&left) {
                assert!(said.contains(part.as_str()), "{part} in {screen}");
            }
            let title = screen.lines().next().unwrap();
            assert!(title.ends_with("─┐") || title.ends_with(" ┐"), "{screen}");
            driver.press("<Tab>");
        }
    }
}

#[test]
fn what_the_chosen_cell_holds_and_the_filter_that_is_meant_are_read_to_their_end() {
    for language in Language::ALL {
        let mut driver = study(60, 20, language);
        for _ in 0..4 {
            driver.press("<Right>");
            let (session, topic) = shown(&driver).cell().unwrap();
            let guide = &shown(&driver).data.guide;
            let (_, known) = guide.topic(topic.as_str()).expect("a topic");
            let title = known.title.in_language(language);
            let begins = format!("{session} · {topic} {title}");
            let screen = driver.screen();
            assert!(joined(&screen).contains(&begins), "{begins} in {screen}");
        }
        driver.press("f");
        for _ in 0..40 {
            driver.press("<Down>");
            let across = shown(&driver);
            let meant = across.filtering.as_ref().unwrap().chosen().unwrap();
            let entry = across.shown_filters()[meant].clone();
            let name = entry.name(&driver.app.words, &across.data.guide);
            let words: Vec<&str> = name.split_whitespace().collect();
            let screen = driver.screen();
            let said = joined(&screen);
            let said: Vec<&str> = said.split_whitespace().collect();
            let is_whole = said.windows(words.len()).any(|window| window == words);
            assert!(is_whole, "{name} in {screen}");
        }
    }
}
