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
use crate::tui::screen::{CaseText, ExportStage};

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
