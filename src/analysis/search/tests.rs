//! What queries mean.

use super::*;
use crate::analysis::{Facts, example};

fn error(text: &str) -> QueryError {
    Query::read(text).unwrap_err()
}

#[test]
fn a_query_is_words_phrases_beginnings_and_filters() {
    let query = Query::read("Netzwerk \"kurze Wege\" grenz* -Geld topic:b1.t1 kind:quote").unwrap();
    assert_eq!((query.wanted.len(), query.unwanted.len()), (3, 1));
    assert!(query.has_words());
    let (wanted, unwanted) = query.keys(Language::De);
    assert!(wanted[0].words[0].contains(&"netzwerk".to_owned()));
    assert_eq!(wanted[1].words.len(), 2);
    assert!(wanted[2].is_beginning && !wanted[1].is_beginning);
    assert_eq!(unwanted.len(), 1);
}

#[test]
fn what_cannot_be_understood_is_refused_without_repeating_it() {
    assert_eq!(error(""), QueryError::Empty);
    assert_eq!(error(" -geld "), QueryError::OnlyUnwanted);
    assert_eq!(error("…"), QueryError::Empty);
    assert_eq!(error("\"offen"), QueryError::OpenQuotation);
    assert_eq!(error("person:müller"), QueryError::UnknownFilter);
    assert_eq!(error("kind:gossip"), QueryError::WrongValue("kind"));
    assert_eq!(error("session:müller"), QueryError::WrongValue("session"));
    assert_eq!(error(&"a".repeat(LONGEST + 1)), QueryError::TooLong);
    assert_eq!(error(&"a ".repeat(65)), QueryError::TooLong);
    let shown = format!("{:?}", Query::read("Müller").unwrap());
    assert!(!shown.contains("ller"), "{shown}");
    // A time of day is no filter.
    assert!(Query::read("16:30").unwrap().has_words());
}

#[test]
fn quotation_marks_of_all_three_languages_make_a_phrase() {
    for text in [
        "\"kurze Wege\"",
        "„kurze Wege“",
        "“kurze Wege”",
        "«kurze Wege»",
    ] {
        let query = Query::read(text).unwrap();
        assert_eq!(query.wanted[0].words, ["kurze", "Wege"], "{text}");
    }
}

#[test]
fn filters_look_at_cells_codes_and_marks() {
    let facts = Facts::of([&example::session()], &[]);
    let session = &facts.sessions[0];
    let count = |text: &str| {
        let query = Query::read(text).unwrap();
        session
            .notes()
            .filter(|note| query.lets_through(session, note, &facts.names))
            .count()
    };
    assert_eq!(count("case:A"), session.note_count());
    assert_eq!(count("case:B"), 0);
    assert_eq!(count("session:A-1,B-2"), session.note_count());
    assert_eq!(count("kind:comment"), 1);
    assert_eq!(count("topic:b2.t2"), 1, "a linked note stands there too");
    assert_eq!(count("code:ini"), count("code:ini.chance"));
    assert_eq!(count("code:in"), 0);
    assert_eq!(count("block:b1") + count("block:b2"), session.note_count());
    assert_eq!(count("kind:quote,comment"), 2);
    assert_eq!(count("lang:en"), 0);
    let others = count("origin:memory,recording,approval");
    assert_eq!(count("origin:live") + others, session.note_count());
}

#[test]
fn words_are_found_where_they_stand() {
    let text = "Kurze Wege in Häusern, keine kurzen Netzwege.";
    let found = |query: &str| {
        let mut finder = Finder::of(&Query::read(query).unwrap());
        let places = finder.find(text, Language::De);
        let found: Vec<&str> = places
            .into_iter()
            .filter_map(|place| text.get(place))
            .collect();
        found.join("|")
    };
    assert_eq!(found("haus kurz"), "Kurze|Häusern|kurzen");
    assert_eq!(found("\"kurzer weg\""), "Kurze Wege");
    assert_eq!(found("netz*"), "Netzwege");
    assert_eq!(found("weg"), "Wege");
    assert_eq!(found("geld"), "");
}

#[test]
fn what_must_not_stand_in_a_text_is_seen() {
    let mut finder = Finder::of(&Query::read("Wege -Haus").unwrap());
    assert!(finder.is_unwanted("Wege in Häusern", Language::De));
    assert!(!finder.is_unwanted("Wege", Language::De));
}

#[test]
fn large_and_small_letters_are_alike_in_filters() {
    for (one, other) in [
        ("case:k", "case:K"),
        ("session:z9-1", "session:Z9-1"),
        ("topic:B3.T2", "topic:b3.t2"),
        (
            "kind:Quote lang:DE origin:Live",
            "kind:quote lang:de origin:live",
        ),
    ] {
        assert_eq!(Query::read(one), Query::read(other), "{one}");
    }
}

#[test]
fn a_value_that_is_still_being_typed_is_told_from_a_wrong_one() {
    for typed in [
        "session:Z",
        "session:z9",
        "session:Z9-",
        "kind:qu",
        "lang:d",
        "topic:b3.t2,",
    ] {
        assert!(Query::is_unfinished(typed), "{typed}");
    }
    for wrong in [
        "session:9",
        "kind:gossip",
        "kind:qu ",
        "blok:b3",
        "region",
        "person:K",
    ] {
        assert!(!Query::is_unfinished(wrong), "{wrong}");
    }
}

#[test]
fn a_word_that_is_still_being_typed_is_a_beginning_too() {
    let fits = |query: &str, text: &str| {
        let query = Query::read_while_typed(query).unwrap();
        Finder::of(&query).fits(text, Language::De)
    };
    for typed in ["cl", "clu", "clust", "cluster", "der clust"] {
        assert!(fits(typed, "der Clustermanager rief an"), "{typed}");
    }
    // What is finished finds its inflections still.
    assert!(fits("Grenzen", "über die Grenze") && fits("Grenze", "die Grenzen"));
    for typed in ["c", "clust ", "\"clust\""] {
        assert!(!fits(typed, "der Clustermanager rief an"), "{typed}");
    }
}
