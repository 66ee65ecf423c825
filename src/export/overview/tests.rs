//! What a report promises.

use super::*;
use crate::analysis::{Facts, Filter, example};
use crate::language::Language;
use crate::release::Level;
use crate::release::tables::{
    TableRequest, release_frequencies, release_matrix, release_saturation,
};
use crate::session::{Session, TopicId};

fn page(language: Language, level: Level) -> String {
    let guide = example::guide();
    let sessions: Vec<Session> = (1..=4)
        .map(|number| {
            let mut session = example::session();
            session.header.id = format!("A-{number}").parse().unwrap();
            let asked = TopicId::new("b2.t1");
            session.cells.insert(asked, CellState::Answered);
            session
        })
        .collect();
    let facts = Facts::of(&sessions, &[]);
    let filter = Filter::default();
    let request = TableRequest {
        level,
        guide: &guide,
        filter: &filter,
        seed: 1,
    };
    let overview = Overview {
        matrix: &release_matrix(&facts, &request).unwrap(),
        frequencies: &release_frequencies(&facts, &request, None).unwrap(),
        saturation: &release_saturation(&facts, &request).unwrap(),
    };
    let mut bytes = Vec::new();
    write(overview, &guide, &Words::new(language), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_report_stands_alone_and_runs_nothing() {
    for language in Language::ALL {
        let page = page(language, Level::Working);
        for forbidden in [
            "<script", "http:", "https:", "//", "url(", "@import", "src=",
        ] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert!(page.starts_with("<!DOCTYPE html>"));
        assert!(page.contains("default-src 'none'"));
    }
}

#[test]
fn a_report_holds_the_curve_the_bars_and_every_session() {
    let page = page(Language::De, Level::Working);
    assert_eq!(page.matches("<polyline").count(), 1);
    assert!(page.contains("<svg class=\"bar\""));
    for session in ["A-1", "A-2", "A-3", "A-4"] {
        assert!(page.contains(session), "{session}");
    }
    assert!(page.contains("prefers-color-scheme:dark") && page.contains("size:A4"));
}

#[test]
fn what_is_in_a_cell_of_the_matrix_is_what_the_table_says() {
    let page = page(Language::De, Level::Working);
    let heat = page.matches("class=\"heat").count();
    // Four sessions, four topics and the bin of a block.
    assert_eq!(heat, 20);
}
