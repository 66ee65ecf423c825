//! Pictures of what is read after the interviews, where it leads to, and what is missing in it.

use std::sync::Arc;

use super::Driver;
use super::across::{answer_reading, data, study};
use super::codebook::Study as CodebookOfStudy;
use super::driver::guide;
use super::pictures::{busy, look_at, sample_session};
use crate::analysis::{Facts, Filter};
use crate::export::rap::lines;
use crate::language::Language;
use crate::operations::rap;
use crate::release::Level;
use crate::release::tables::TableRequest;
use crate::store::Study;
use crate::tui::app::Msg;
use crate::tui::screen::{Across, AcrossGroup, CaseText, ExportStage, Screen};

#[test]
fn the_notes_of_a_cell_at_every_size_in_every_language() {
    look_at("cell", |width, height, language| {
        let mut driver = study(width, height, language);
        driver.press("<Down><Right><Right><Right><Right><Enter>");
        answer_reading(&mut driver);
        driver
    });
}

#[test]
fn the_frequencies_by_an_attribute_at_every_size_in_every_language() {
    look_at("frequencies_by", |width, height, language| {
        let mut driver = study(width, height, language);
        driver.press("<Tab>g<Down><Down><Down>");
        driver
    });
}

#[test]
fn frequencies_are_counted_by_one_attribute_after_the_other_and_each_session_in_one_group() {
    let mut driver = study(120, 40, Language::En);
    // The matrix counts by none.
    driver.press("g");
    assert!(shown(&driver).by.is_none());
    driver.press("<Tab>");
    let mut seen = Vec::new();
    loop {
        driver.press("g");
        let across = shown(&driver);
        let Some(by) = across.by.clone() else { break };
        let all = across.frequencies();
        for block in &all.blocks {
            let of_group = |group: &AcrossGroup| {
                let mut blocks = group.frequencies.blocks.iter();
                blocks.find(|found| found.block == block.block).cloned()
            };
            let blocks: Vec<_> = across.groups().iter().filter_map(of_group).collect();
            let sessions: usize = blocks.iter().map(|block| block.base.sessions).sum();
            assert_eq!(sessions, block.base.sessions, "{by} {}", block.block);
            for code in &block.codes {
                let said = blocks.iter().filter_map(|block| block.code(&code.code));
                let said: usize = said.map(|code| code.count.sessions).sum();
                assert_eq!(said, code.count.sessions, "{by} {}", code.code);
            }
        }
        seen.push(by);
    }
    let of_guide = guide().attributes.into_iter().map(|attribute| attribute.id);
    let all: Vec<String> = of_guide
        .chain(["language", "mode"].map(str::to_owned))
        .collect();
    assert_eq!(seen, all);
}

/// The smallest group of the guide is three.
#[test]
fn a_group_whose_numbers_point_to_somebody_is_marked() {
    let mut driver = study(120, 40, Language::En);
    driver.press("<Tab>g");
    let across = shown(&driver);
    assert!(across.groups().iter().any(|group| group.is_telling));
    let screen = driver.screen();
    assert!(screen.contains("Poland\u{a0}⚠\u{a0}1/1"), "{screen}");
    assert!(
        screen.contains("Groups of fewer than 3 sessions"),
        "{screen}"
    );
}

fn shown(driver: &Driver) -> &Across {
    match &driver.app.screen {
        Screen::Across(across) => across,
        other => panic!("{other:?} is shown"),
    }
}

#[test]
fn the_sheet_of_a_case_at_every_size_in_every_language() {
    look_at("case_sheet", |width, height, language| {
        let mut driver = study(width, height, language);
        driver.press("s");
        driver.send(Msg::CaseSheet(sheet_of_case(language)));
        driver.press("<PageDown>");
        driver
    });
}

/// The sheet of a case of the sample study.
fn sheet_of_case(language: Language) -> CaseText {
    let study = Study::open(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (guide, case) = (guide(), "K".parse().unwrap());
    let filter = Filter {
        cases: [case].into(),
        ..Filter::default()
    };
    let request = TableRequest {
        level: Level::Working,
        guide: &guide,
        filter: &filter,
        seed: 0,
    };
    let made = rap::sheets(&study, &data().facts, &request, &mut |_| {}).unwrap();
    CaseText {
        case: "K".parse().unwrap(),
        lines: lines(made.sheets.last().unwrap(), &guide, language),
        first: 0,
    }
}

#[test]
fn a_change_of_the_codebook_that_was_taken_back_at_every_size_in_every_language() {
    look_at("codebook_taken_back", |width, height, language| {
        let mut study = CodebookOfStudy::at(width, height, language);
        study.go_to("fac.sim").press("nquick lunches<Enter>");
        study.press("<C-u>");
        study.driver
    });
}

#[test]
fn the_label_of_a_code_at_every_size_in_every_language() {
    look_at("codebook_label", |width, height, language| {
        let mut study = CodebookOfStudy::at(width, height, language);
        study.go_to("fac.trust").press("r");
        study.driver
    });
}

/// A15: what is corrected afterwards, with its origin and how old it is.
#[test]
fn a_note_that_is_corrected_afterwards_at_every_size_in_every_language() {
    look_at("correcting", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.open(sample_session("M-1"), "");
        driver.press("<F10><F2><F2>h<C-Up><A-E>, later");
        driver
    });
}

#[test]
fn the_sentence_of_a_cell_at_every_size_in_every_language() {
    look_at("summary", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<Enter><A-H>the chamber began it<Enter><A-H>");
        driver
    });
}

#[test]
fn sessions_that_cannot_be_read_at_every_size_in_every_language() {
    look_at("unread", |width, height, language| {
        let mut data = data();
        let mut facts = Facts::clone(&data.facts);
        facts.unread = vec!["C-3".parse().unwrap(), "D-1".parse().unwrap()];
        data.facts = Arc::new(facts);
        let mut driver = Driver::start(width, height, language);
        driver.send(Msg::Across(data));
        driver
    });
}

#[test]
fn what_became_of_an_export_at_every_size_in_every_language() {
    look_at("exported", |width, height, language| {
        let mut driver = study(width, height, language);
        driver.press("x<F10>");
        let lines = [
            "/somewhere/else/K-1-working.md",
            "/somewhere/else/K-2-working.md",
        ];
        let lines = lines.map(str::to_owned).to_vec();
        driver.send(Msg::Export(ExportStage::Over(lines)));
        driver
    });
}
