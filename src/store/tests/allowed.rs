//! The words that are no names in a study.

use super::*;

#[test]
fn allowed_words_are_saved_in_the_place_of_those_that_were_read() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut words = study.allowed_words().unwrap();
    assert!(words.list.is_empty());
    for word in ["Rhonex", "Silva"] {
        words.list.push(word.to_owned());
        study.save_allowed_words(&mut words).unwrap();
    }
    assert_eq!(study.allowed_words().unwrap(), words);
}

#[test]
fn allowed_words_that_somebody_else_changed_stay() {
    let fixture = Fixture::new();
    let study = fixture.study();
    let mut mine = study.allowed_words().unwrap();
    let mut theirs = study.allowed_words().unwrap();
    theirs.list.push("Silva".to_owned());
    study.save_allowed_words(&mut theirs).unwrap();
    mine.list.push("Rhonex".to_owned());
    let refused = study.save_allowed_words(&mut mine);
    assert!(matches!(refused, Err(SaveError::Changed(_))));
    assert_eq!(study.allowed_words().unwrap(), theirs);
}
