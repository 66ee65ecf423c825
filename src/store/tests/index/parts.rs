//! What is promised of a search that is given on in parts.

use super::following::session_of;
use super::*;

/// Each text with its session, as a search gives it at once.
fn at_once(index: &Index, query: &Query) -> Vec<(SessionId, String)> {
    said(index.search(query, usize::MAX).unwrap())
}

fn said(found: Found) -> Vec<(SessionId, String)> {
    let sessions = found.facts.sessions;
    let texts = found.texts.into_iter().map(|text| {
        let session = sessions[text.session].id.clone();
        (session, text.text.as_str().to_owned())
    });
    texts.collect()
}

#[test]
fn parts_that_two_threads_read_come_in_the_order_of_the_sessions() {
    let fixture = Fixture::new();
    // Each session makes a part, and they lie in another order than that of their names.
    for name in ["A-5", "A-2", "A-6", "B-1", "A-10", "A-1"] {
        put(&fixture, name, &session_of(1..=1_100));
        index(&fixture.study());
    }
    let kept = index(&fixture.study());
    let in_memory = fixture.study().index_in_memory(&mut |_| {}).unwrap();
    for query in [
        "überall",
        "wort7 überall",
        "überall session:A-2,B-1",
        "case:A",
    ] {
        let query = Query::read(query).unwrap();
        for index in [&kept, &in_memory] {
            let (mut parts, mut texts, mut sessions) = (Vec::new(), 0, 0);
            let mut take = |found: Found| {
                texts += found.count;
                sessions += found.sessions;
                parts.extend(said(found));
            };
            index
                .search_in_parts(&query, &|found| found, &mut take)
                .unwrap();
            let whole = at_once(index, &query);
            assert!(parts == whole && !whole.is_empty());
            let found = index.search(&query, 0).unwrap();
            assert_eq!((texts, sessions), (found.count, found.sessions));
        }
    }
}

#[test]
fn nothing_is_given_on_where_nothing_is_found() {
    let fixture = study_of(2);
    let query = Query::read("nirgends").unwrap();
    let mut parts = 0;
    let index = index(&fixture.study());
    index
        .search_in_parts(&query, &|_| (), &mut |()| parts += 1)
        .unwrap();
    assert_eq!(parts, 0);
}
