//! The cases of a study.

use super::*;
use crate::session::Case;

#[test]
fn cases_are_saved_in_the_place_of_those_that_were_read() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut cases = study.cases().unwrap();
    assert!(cases.list.is_empty());
    cases.list.push(Case::new("A".parse().unwrap()));
    study.save_cases(&mut cases).unwrap();
    cases.list.push(Case::new("B".parse().unwrap()));
    study.save_cases(&mut cases).unwrap();
    assert_eq!(study.cases().unwrap(), cases);
}

#[test]
fn cases_that_somebody_else_changed_stay() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut mine = study.cases().unwrap();
    let mut theirs = study.cases().unwrap();
    theirs.list.push(Case::new("B".parse().unwrap()));
    study.save_cases(&mut theirs).unwrap();
    mine.list.push(Case::new("A".parse().unwrap()));
    let refused = study.save_cases(&mut mine);
    assert!(matches!(refused, Err(SaveError::Changed(_))));
    assert_eq!(study.cases().unwrap(), theirs);
}
