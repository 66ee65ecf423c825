//! What a study adds to codebooks.

use super::*;
use crate::guide::{Additions, Codebook, CodebookChange};

fn added(label: &str) -> Additions {
    let mut additions = Additions::default();
    let change = CodebookChange::Add {
        label: CleanText::from_stored(label.to_owned()),
        language: Language::De,
        under: None,
    };
    additions.apply(change, &Codebook::default()).unwrap();
    additions
}

#[test]
fn additions_to_a_codebook_are_kept_for_their_guide_alone() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut file = study.codebook_file("one").unwrap();
    file.additions = added("Lärm");
    study.save_codebook_file(&mut file).unwrap();
    assert_eq!(study.codebook_file("one").unwrap().additions, added("Lärm"));
    assert!(study.codebook_file("two").unwrap().additions.is_empty());
}

#[test]
fn additions_of_somebody_else_are_never_written_over() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut mine = study.codebook_file("one").unwrap();
    let mut theirs = study.codebook_file("one").unwrap();
    theirs.additions = added("Lärm");
    study.save_codebook_file(&mut theirs).unwrap();
    mine.additions = added("Ruhe");
    assert!(matches!(
        study.save_codebook_file(&mut mine),
        Err(SaveError::Changed(_))
    ));
    assert_eq!(study.codebook_file("one").unwrap().additions, added("Lärm"));
}

#[test]
fn the_name_of_a_guide_leads_out_of_no_folder() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut file = study.codebook_file("../../elsewhere").unwrap();
    file.additions = added("Lärm");
    study.save_codebook_file(&mut file).unwrap();
    assert!(study.guides().join("local/elsewhere.ron").is_file());
}
