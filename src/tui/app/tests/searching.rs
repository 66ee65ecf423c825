use super::Driver;
use super::pictures::sample_session;
use crate::language::Language;
use crate::operations::search::{Glance, glance};
use crate::session::SessionId;
use crate::store::Study;
use crate::store::index::Index;
use crate::tui::app::{Effect, Msg};
use crate::tui::keymap::Place;
use crate::tui::screen::{MOST_HITS, Question, Screen, Search, SearchAnswer, SessionRow};

thread_local! {
    static INDEX: Index = {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let study = Study::open(root).unwrap();
        study.index_in_memory(&mut |_| {}).unwrap()
    };
}

/// The list of sessions, from which a search is opened.
fn opened(width: u16, height: u16, language: Language) -> Driver {
    let mut driver = Driver::start(width, height, language);
    driver.send(Msg::Sessions(vec![SessionRow {
        id: "K-1".parse().unwrap(),
        known: None,
    }]));
    driver.press("/");
    driver
}

/// The sample study, searched.
pub fn searched(width: u16, height: u16, language: Language, query: &str) -> Driver {
    let mut driver = opened(width, height, language);
    driver.press(query);
    answer(&mut driver);
    driver
}

/// Answers the last question.
pub fn answer(driver: &mut Driver) {
    let question = (*asked(driver).last().expect("something is asked")).clone();
    let glance = INDEX.with(|index| glance(index, &question.query, MOST_HITS).unwrap());
    driver.send(Msg::Found(SearchAnswer {
        number: question.number,
        glance: Some(glance),
    }));
}

fn asked(driver: &Driver) -> Vec<&Question> {
    let effects = driver.effects.iter();
    let questions = effects.filter_map(|effect| match effect {
        Effect::Search(question) => Some(question),
        _ => None,
    });
    questions.collect()
}

fn search(driver: &Driver) -> &Search {
    match &driver.app.screen {
        Screen::Search(search) => search,
        other => panic!("{other:?} is shown"),
    }
}

/// Answers the reading that was asked for last.
fn read_it(driver: &mut Driver) -> SessionId {
    let asked = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Read(id) => Some(id.clone()),
        _ => None,
    });
    let id = asked.expect("a session is read");
    driver.read(sample_session(&id.to_string()));
    id
}

#[test]
fn the_search_is_opened_by_one_key_and_asks_with_every_key() {
    let mut driver = opened(120, 40, Language::En);
    assert_eq!(driver.app.place(), Place::Searching);
    assert!(matches!(driver.effects.last(), Some(Effect::OpenSearch)));
    driver.press("net");
    assert_eq!(asked(&driver).len(), 3);
    driver.press("<Backspace><Backspace><Backspace>");
    assert_eq!(asked(&driver).len(), 5);
    assert!(driver.screen().contains("case:"), "what can be asked for");
}

#[test]
fn a_hit_leads_to_its_note_and_one_key_back_to_the_hits() {
    let mut driver = searched(120, 40, Language::En, "grenz*");
    driver.press("<Down>");
    let before = driver.screen();
    let sight = search(&driver).sights()[1].clone();
    driver.press("<Enter>");
    let id = read_it(&mut driver);
    assert_eq!(id, sight.session);
    assert_eq!(driver.app.place(), Place::Review);
    let crate::session::TextPlace::Note(note) = sight.text else {
        panic!("{sight:?}");
    };
    let screen = driver.screen();
    let row = screen.lines().find(|line| line.contains('▸')).unwrap();
    assert!(row.contains(&note.to_string()), "{row}");
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
    driver.press("<F3>");
    assert_eq!(driver.app.place(), Place::Start);
    assert!(matches!(driver.effects.last(), Some(Effect::CloseSearch)));
}

#[test]
fn the_search_goes_back_to_the_session_from_which_it_was_opened() {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.read(sample_session("M-1"));
    let before = driver.screen();
    driver.press("/");
    assert_eq!(driver.app.place(), Place::Searching);
    driver.press("clust*");
    answer(&mut driver);
    driver.press("<Enter>");
    read_it(&mut driver);
    // From a session that the search led to, the same key leads back to it.
    driver.press("/");
    assert_eq!(driver.app.place(), Place::Searching);
    driver.press("<F3>");
    assert_eq!(driver.screen(), before);
}

#[test]
fn a_sentence_is_found_and_leads_to_its_cell() {
    let session = sample_session("K-1");
    let (topic, text) = session.summaries.first_key_value().unwrap();
    let word = text.as_str().split(' ').next().unwrap();
    let query = format!("{word} session:K-1 topic:{topic}");
    let mut driver = searched(120, 40, Language::En, &query);
    let place = crate::session::TextPlace::Summary(topic.clone());
    let sights = search(&driver).sights().iter();
    let row = sights.take_while(|sight| sight.text != place).count();
    driver.press(&"<Down>".repeat(row)).press("<Enter>");
    read_it(&mut driver);
    let Screen::Review(review) = &driver.app.screen else {
        panic!("no session is read");
    };
    assert_eq!(review.cells().get(review.cell), Some(topic));
}

#[test]
fn an_answer_to_what_was_asked_before_comes_too_late() {
    let mut driver = searched(120, 40, Language::En, "clust*");
    let found = search(&driver).sights().len();
    assert!(found > 0);
    let number = asked(&driver).last().unwrap().number;
    driver.press("x");
    let late = SearchAnswer {
        number,
        glance: Some(Glance::default()),
    };
    driver.send(Msg::Found(late));
    assert_eq!(search(&driver).sights().len(), found);
    answer(&mut driver);
    assert!(driver.screen().contains("Nothing found"));
}

#[test]
fn while_sessions_are_read_that_is_said_and_what_was_asked_is_asked_again_at_the_end() {
    let mut driver = searched(120, 40, Language::En, "clust*");
    driver.press("<Down><Down>");
    driver.send(Msg::Reading(42));
    assert!(driver.screen().contains("42 %"));
    let before = asked(&driver).len();
    driver.send(Msg::Indexed);
    assert_eq!(asked(&driver).len(), before + 1);
    assert!(!driver.screen().contains("42 %"));
    answer(&mut driver);
    assert_eq!(search(&driver).row, 2);
}

#[test]
fn what_cannot_be_understood_is_said_and_asks_nothing() {
    let mut driver = opened(80, 24, Language::En);
    driver.press("\"clust");
    let screen = driver.screen();
    assert!(screen.contains("quotation mark"), "{screen}");
    assert_eq!(asked(&driver), Vec::<&Question>::new());
}

#[test]
fn a_session_that_cannot_be_searched_is_named() {
    let mut driver = opened(80, 24, Language::En);
    driver.press("clust*");
    let glance = Glance {
        unread: vec!["B-7".parse().unwrap()],
        ..Glance::default()
    };
    let number = asked(&driver).last().unwrap().number;
    let glance = Some(glance);
    driver.send(Msg::Found(SearchAnswer { number, glance }));
    let screen = driver.screen();
    assert!(screen.contains("⚠ Not readable: B-7"), "{screen}");
}

#[test]
fn a_value_that_a_filter_does_not_know_is_answered_with_those_that_it_knows() {
    for (language, said) in [
        (
            Language::De,
            "möglich ist: paraphrase, quote, observation, comment, fact",
        ),
        (
            Language::En,
            "possible: paraphrase, quote, observation, comment, fact",
        ),
    ] {
        let mut driver = searched(120, 40, language, "kind:zitat");
        assert!(driver.screen().contains(said), "{}", driver.screen());
    }
    let mut driver = opened(120, 40, Language::En);
    let screen = driver.screen();
    assert!(screen.contains("kind:paraphrase|quote|"), "{screen}");
    assert!(screen.contains("session:A-1"), "{screen}");
}

#[test]
fn what_a_filter_asks_for_and_is_nowhere_is_named_with_what_could_be() {
    for (language, query, said) in [
        (
            Language::En,
            "markt* case:Z",
            "case:Z is nowhere in this study",
        ),
        (Language::De, "session:K-9", "session:K-9 kommt in dieser"),
        (Language::Fr, "block:b99 markt*", "block:b99"),
        (Language::En, "topic:b1.t99", "topic:b1.t99 is nowhere"),
        (Language::En, "code:nowhere", "code:nowhere is nowhere"),
    ] {
        let mut driver = searched(80, 24, language, query);
        let screen = driver.screen();
        assert!(screen.contains(said), "{screen}");
    }
    let screen = searched(80, 24, Language::En, "case:Z").screen();
    assert!(screen.contains("Possible: K L M N O P"), "{screen}");
    let screen = searched(80, 24, Language::En, "zebrastreifen case:K").screen();
    assert!(!screen.contains("nowhere"), "{screen}");
}

#[test]
fn what_may_still_be_typed_or_read_is_not_said_to_be_nowhere() {
    let screen = searched(80, 24, Language::En, "topic:b1").screen();
    assert!(
        screen.contains("Nothing found") && !screen.contains("nowhere"),
        "{screen}"
    );
    let mut driver = searched(80, 24, Language::En, "case:Z");
    driver.send(Msg::Reading(42));
    assert!(!driver.screen().contains("nowhere"), "{}", driver.screen());
    driver.send(Msg::Indexed);
    answer(&mut driver);
    assert!(
        driver.screen().contains("case:Z is nowhere"),
        "{}",
        driver.screen()
    );
}
