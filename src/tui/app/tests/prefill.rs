//! What a survey said before: shown beside the question, assessed by a key, never counted.

use super::Driver;
use crate::analysis::{Names, coverage, facts};
use crate::guide::Guide;
use crate::language::Language;
use crate::operations::survey;
use crate::session::Outcome;
use crate::store::guides::{BUILT_IN, parse_trusted};
use crate::tui::app::{Effect, Msg};
use crate::tui::screen::{Screen, SessionNames};

/// The guide that deepens a survey.
pub(super) fn screening() -> Guide {
    let mut built_in = BUILT_IN.iter();
    let built_in = built_in.find(|guide| guide.id == "bw-screening").unwrap();
    parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap()
}

/// An interview in the topic that the survey was asked about, with an answer.
pub(super) fn prefilled() -> Driver {
    let mut driver = Driver::interview_by(120, 40, screening());
    let guide = driver.shown().protocol.guide();
    let wanted = guide.topics().find(|(_, topic)| {
        let keys = topic
            .prefilled
            .as_ref()
            .map(|prefilled| prefilled.keys.as_slice());
        keys == Some(&["sv.measures".to_owned()])
    });
    let wanted = wanted.unwrap().1.id.clone();
    let answers = [(
        "sv.measures".to_owned(),
        "fairs, mail to anna.muster@example.org".to_owned(),
    )];
    let Screen::Interview(interview) = &mut driver.app.screen else {
        panic!("no interview")
    };
    interview.protocol.prefill(&answers);
    while driver.shown().topic.as_str() != wanted {
        driver.press("<Tab>");
    }
    driver
}

/// B17
#[test]
fn b17_a_prefilled_answer_stands_in_the_question_and_counts_nothing() {
    let guide = screening();
    let bare = Driver::interview_by(120, 40, screening());
    let mut driver = prefilled();
    let screen = driver.screen();
    assert!(
        screen.contains("You named fairs, mail to [E-Mail 1]."),
        "{screen}"
    );
    assert!(screen.contains("≡ Measures: fairs"), "{screen}");
    let state = |driver: &Driver| driver.shown().protocol.state().clone();
    let (with, without) = (state(&driver), state(&bare));
    assert_eq!(coverage(&with, &guide), coverage(&without, &guide));
    let counted = |session| {
        let facts = facts(session, &mut Names::default());
        (facts.cells.len(), facts.attributes)
    };
    assert_eq!(counted(&with), counted(&without));
    assert!(with.notes.is_empty() && with.cells.is_empty());
}

/// B17
#[test]
fn b17_one_key_says_whether_the_interview_confirms_nuances_or_contradicts_it() {
    let mut driver = prefilled();
    let outcome = |driver: &Driver| {
        let state = driver.shown().protocol.state();
        state.prefill["sv.measures"].outcome
    };
    for (key, wanted) in [
        ('1', Some(Outcome::Confirmed)),
        ('2', Some(Outcome::Nuanced)),
        ('3', Some(Outcome::Contradicted)),
        ('3', None),
    ] {
        driver.press(&format!("<A-U>{key}"));
        assert_eq!(outcome(&driver), wanted);
    }
    driver.press("<A-U>1");
    assert!(driver.screen().contains("✓ Measures: fairs"));
    let guide = screening();
    let (settled, _) = coverage(driver.shown().protocol.state(), &guide).must();
    assert_eq!(settled, 0);
}

/// B17
#[test]
fn the_form_reads_a_file_of_answers_and_forgets_where_it_lay() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Guides(vec![screening()], SessionNames::default()));
    driver.press("<Down><Down><Down><Down><Down>/tmp/answers.csv<Enter>");
    assert!(driver.screen().contains("Survey answers"));
    let asked = driver
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::LoadSurvey(path) if path.ends_with("answers.csv")));
    assert!(asked);
    driver.press("<F9>");
    assert!(driver.screen().contains("has not been read yet"));
    let read = survey::parse(b"session,measures\nA-1,fairs|trips\nB-1,x\n").unwrap();
    driver.send(Msg::Survey(Ok(read)));
    driver.press("<F9>");
    let finished = driver.effects.iter().find_map(|effect| match effect {
        Effect::Finish(session) => Some(session),
        _ => None,
    });
    let session = finished.expect("it is prepared");
    assert_eq!(
        session.prefill["sv.measures"].value.as_str(),
        "fairs, trips"
    );
    let texts = session.texts();
    assert!(!texts.iter().any(|text| text.as_str().contains("answers")));
}

#[test]
fn answers_of_another_session_are_not_taken() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Guides(vec![screening()], SessionNames::default()));
    let read = survey::parse(b"session,measures\nB-1,x\n").unwrap();
    driver.send(Msg::Survey(Ok(read)));
    driver.press("<F9>");
    assert!(
        driver
            .screen()
            .contains("do not fit this guide and session")
    );
}
