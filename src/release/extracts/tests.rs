//! What extracts hold, and what they leave out.

use std::collections::BTreeSet;

use super::*;
use crate::analysis::{Filter, example};
use crate::session::{Answer, Note, NoteKind};

const IDS: [&str; 6] = ["A-1", "A-2", "B-1", "B-2", "C-1", "C-2"];

fn sessions() -> Vec<Session> {
    IDS.iter()
        .enumerate()
        .map(|(index, id)| {
            let mut session = example::session();
            session.header.id = id.parse().unwrap();
            session.drafts.clear();
            example::answer(&mut session, "c7", Answer::Yes);
            let role = if index % 2 == 0 {
                "management"
            } else {
                "company"
            };
            session.attributes = [("role".to_owned(), role.to_owned())].into();
            session
        })
        .collect()
}

fn made(sessions: &[Session], level: Level, show: &[&str]) -> Result<Extracts, TableRefusal> {
    let guide = example::guide();
    let show: Vec<String> = show.iter().map(|id| (*id).to_owned()).collect();
    release_extracts(
        sessions,
        &ExtractRequest {
            table: TableRequest {
                level,
                guide: &guide,
                filter: &Filter::default(),
                seed: 4,
            },
            show: &show,
            protected: &ProtectedWords::default(),
        },
    )
}

fn kinds(extracts: &Extracts) -> BTreeSet<PassageKind> {
    extracts
        .passages()
        .iter()
        .map(|passage| passage.kind)
        .collect()
}

#[test]
fn e7_extracts_hold_no_comment_no_time_and_no_name_of_a_session() {
    let extracts = made(&sessions(), Level::Analysis, &[]).unwrap();
    assert_eq!(
        kinds(&extracts),
        [PassageKind::Summary, PassageKind::Paraphrase].into()
    );
    let names: BTreeSet<String> = extracts
        .passages()
        .iter()
        .filter_map(|passage| Some(passage.session.as_ref()?.to_string()))
        .collect();
    assert_eq!(names.len(), 6);
    assert!(names.iter().all(|name| !IDS.contains(&name.as_str())));
    // The French quote of a German interview, a comment, an observation and a fact, six times.
    let left_out: Vec<(LeftOutText, usize)> = extracts
        .left_out()
        .iter()
        .map(|(left, count)| (*left, *count))
        .collect();
    assert_eq!(
        left_out,
        [
            (LeftOutText::OtherKinds, 18),
            (LeftOutText::OtherLanguage, 6)
        ]
    );
}

#[test]
fn quotes_need_their_own_yes() {
    let mut sessions = sessions();
    for session in &mut sessions {
        session.header.language = Language::Fr;
    }
    let with = made(&sessions, Level::Analysis, &[]).unwrap();
    assert!(kinds(&with).contains(&PassageKind::Quote));
    for session in &mut sessions {
        example::answer(session, "c5", Answer::No);
    }
    let without = made(&sessions, Level::Analysis, &[]).unwrap();
    assert!(!kinds(&without).contains(&PassageKind::Quote));
    assert_eq!(without.left_out().get(&LeftOutText::Quotes), Some(&6));
}

#[test]
fn a_session_without_c7_or_in_a_language_that_few_speak_is_left_out() {
    let mut sessions = sessions();
    example::answer(&mut sessions[0], "c7", Answer::Withdrawn);
    sessions[1].header.language = Language::Fr;
    let extracts = made(&sessions, Level::Analysis, &[]).unwrap();
    assert_eq!(extracts.frame().base().sessions, 4);
    assert_eq!(extracts.frame().left_out().level, 2);
}

#[test]
fn a_session_with_a_name_in_it_is_left_out_and_named_to_who_makes_the_extracts() {
    let mut sessions = sessions();
    let named = example::note(9, "b2.t1", NoteKind::Paraphrase, "Herr Brunnhuber half mit");
    sessions[2].notes.push(named);
    // A comment is in no extract, and keeps nothing back.
    let comment = example::note(9, "b2.t1", NoteKind::Comment, "Herr Brunnhuber fragen");
    sessions[3].notes.push(comment);
    let extracts = made(&sessions, Level::Analysis, &[]).unwrap();
    assert_eq!(extracts.frame().base().sessions, 5);
    assert_eq!(extracts.refused().len(), 1);
    assert_eq!(extracts.refused()[0].session.to_string(), "B-1");
    let texts = extracts
        .passages()
        .iter()
        .map(|passage| passage.text.as_str());
    assert!(texts.into_iter().all(|text| !text.contains("Brunnhuber")));
}

#[test]
fn an_attribute_that_must_be_shown_is_refused_below_the_smallest_group() {
    assert!(made(&sessions(), Level::Analysis, &["role"]).is_ok());
    let mut few = sessions();
    few[0]
        .attributes
        .insert("role".to_owned(), "other".to_owned());
    let refused = made(&few, Level::Analysis, &["role"]).unwrap_err();
    assert!(matches!(
        refused,
        TableRefusal::TooTelling { sessions: 1, .. }
    ));
    let hidden = made(&few, Level::Analysis, &["country"]).unwrap_err();
    assert!(matches!(hidden, TableRefusal::UnknownAttribute { .. }));
}

#[test]
fn what_is_published_shows_one_attribute_at_most_and_joins_nothing_to_a_session() {
    let two = made(&sessions(), Level::Publication, &["role", LANGUAGE]);
    assert_eq!(two, Err(TableRefusal::OneAttribute(2)));
    let extracts = made(&sessions(), Level::Publication, &["role"]).unwrap();
    assert!(
        extracts
            .passages()
            .iter()
            .all(|passage| passage.session.is_none())
    );
    let shown: Vec<&str> = extracts
        .attributes()
        .iter()
        .map(|shown| shown.id.as_str())
        .collect();
    assert_eq!(shown, ["role", "language"]);
}

#[test]
fn a_session_that_is_named_twice_makes_no_group_larger() {
    let few = sessions()[1..3].to_vec();
    let refused = made(&few, Level::Analysis, &[]).unwrap_err();
    let mut twice = few.clone();
    twice.push(few[0].clone());
    assert_eq!(made(&twice, Level::Analysis, &[]), Err(refused));
    let mut again = sessions();
    again.extend(sessions());
    let (once, again) = (sessions(), again);
    assert_eq!(
        made(&again, Level::Analysis, &[]),
        made(&once, Level::Analysis, &[])
    );
}

#[test]
fn single_protocols_are_no_extracts() {
    let refused = made(&sessions(), Level::Archive, &[]).unwrap_err();
    assert_eq!(refused, TableRefusal::Single(Level::Archive));
}

#[test]
fn each_session_that_is_left_out_is_named_to_who_makes_the_extracts_with_why() {
    let mut sessions = sessions();
    example::answer(&mut sessions[0], "c7", Answer::Withdrawn);
    sessions[1].header.language = Language::Fr;
    let mut other = example::session();
    other.header.id = "D-1".parse().unwrap();
    other.header.guide.id = "other".to_owned();
    sessions.push(other);
    let extracts = made(&sessions, Level::Analysis, &[]).unwrap();
    let withheld: Vec<(String, &[Refusal])> = extracts
        .withheld()
        .iter()
        .map(|refused| (refused.session.to_string(), refused.reasons.as_slice()))
        .collect();
    assert_eq!(
        withheld,
        [
            (
                "A-1".to_owned(),
                &[Refusal::ConsentWithdrawn { step: "c7" }][..]
            ),
            ("A-2".to_owned(), &[Refusal::RareLanguage(Language::Fr)][..]),
            (
                "D-1".to_owned(),
                &[Refusal::OtherGuide("other".to_owned())][..]
            ),
        ]
    );
}

#[test]
fn what_is_published_holds_paraphrases_only() {
    let mut sessions = sessions();
    for session in &mut sessions {
        session.header.language = Language::Fr;
        let own = example::note(8, "b1.t1", NoteKind::Paraphrase, "un poste pour deux");
        session.notes.push(Note {
            language: Language::Fr,
            ..own
        });
    }
    let before = made(&sessions, Level::Analysis, &[]).unwrap();
    assert!(kinds(&before).contains(&PassageKind::Quote));
    assert!(kinds(&before).contains(&PassageKind::Summary));
    let extracts = made(&sessions, Level::Publication, &[]).unwrap();
    assert_eq!(kinds(&extracts), [PassageKind::Paraphrase].into());
    let left_out = extracts.left_out().get(&LeftOutText::NoParaphrases);
    assert_eq!(left_out, Some(&12));
}

#[test]
fn what_is_published_holds_no_cell_and_no_code_of_which_rows_could_be_counted() {
    let mut sessions = sessions();
    for (index, session) in sessions.iter_mut().enumerate() {
        let codes = if index < 2 { "bar.lang" } else { "fac.trust" };
        let said = example::note(8, "b1.t1", NoteKind::Paraphrase, "ein Posten für zwei");
        session.notes.push(Note {
            codes: vec![codes.to_owned()],
            ..said
        });
    }
    let rare = example::note(9, "b4.out", NoteKind::Paraphrase, "ganz anders");
    sessions[0].notes.push(rare);
    let holds = |level| {
        let extracts = made(&sessions, level, &[]).unwrap();
        let passages = extracts.passages().iter();
        let codes: BTreeSet<String> = passages
            .clone()
            .flat_map(|passage| passage.codes.clone())
            .collect();
        let is_rare = |topic: &TopicId| topic.as_str() == "b4.out";
        let has_rare = passages.clone().any(|passage| is_rare(&passage.topic));
        let few = extracts.left_out().get(&LeftOutText::FewInCell).copied();
        (
            has_rare,
            codes.contains("bar.lang"),
            codes.contains("fac.trust"),
            few,
            extracts.left_out_codes(),
        )
    };
    assert_eq!(holds(Level::Analysis), (true, true, true, None, 0));
    assert_eq!(holds(Level::Publication), (false, false, true, Some(1), 1));
}

#[test]
fn what_is_published_beside_an_attribute_is_of_cells_in_which_enough_with_the_same_value_said_something()
 {
    let mut sessions = sessions();
    let mut companies = 0;
    for session in &mut sessions {
        if session.attributes["role"] == "company" {
            companies += 1;
            if companies > 1 {
                continue;
            }
        }
        let said = example::note(9, "b4.out", NoteKind::Paraphrase, "ganz anders");
        session.notes.push(said);
    }
    let in_cell = |show: &[&str]| {
        let extracts = made(&sessions, Level::Publication, show).unwrap();
        let passages = extracts.passages().iter();
        passages
            .filter(|passage| passage.topic.as_str() == "b4.out")
            .count()
    };
    assert_eq!(in_cell(&[]), sessions.len() - companies + 1);
    assert_eq!(in_cell(&["role"]), sessions.len() - companies);
}
