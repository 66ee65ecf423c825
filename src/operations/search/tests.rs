//! What a search finds, and what each level lets out of it.

use super::*;
use crate::operations::demo;

fn hits(study: &Study, query: &str, level: Level) -> ReleasedHits {
    let query = Query::read(query).unwrap();
    let mut hits = ReleasedHits::none(level);
    let searched = search(study, &query, level, &mut |_| {}, &mut hits).unwrap();
    assert_eq!(
        (searched.count, searched.sessions),
        (hits.count(), hits.sessions())
    );
    assert_eq!(
        (searched.left_out, searched.refused.as_slice()),
        (hits.left_out(), hits.refused())
    );
    hits
}

#[test]
fn notes_are_found_with_their_cell_and_their_codes() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let all = hits(
        study,
        "kind:paraphrase,quote,observation,comment,fact",
        Level::Working,
    );
    let written: usize = study
        .sessions()
        .unwrap()
        .iter()
        .map(|id| study.read_session(id).unwrap().notes.len())
        .sum();
    assert_eq!(all.notes().len(), written);
    assert_eq!(all.sessions(), 11);
    for note in all.notes() {
        assert_eq!(
            note.title.is_none(),
            note.topic.is_outside(),
            "{}",
            note.topic
        );
        let session = study.read_session(&note.session).unwrap();
        let written = session.note(note.id).unwrap();
        assert_eq!(
            (&written.text, &written.codes[..]),
            (&note.text, &note.codes[..])
        );
    }
}

#[test]
fn without_consent_to_quotations_none_is_found_by_its_kind() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let may_quote = |id: &SessionId| {
        let session = study.read_session(id).unwrap();
        session.answer_to("c5") == Some(crate::session::Answer::Yes)
    };
    let working = hits(study, "kind:quote", Level::Working);
    assert!(working.notes().iter().any(|note| !may_quote(&note.session)));
    let archive = hits(study, "kind:quote", Level::Archive);
    assert!(!archive.notes().is_empty());
    assert!(archive.notes().iter().all(|note| may_quote(&note.session)));
    let paraphrases = hits(study, "kind:paraphrase", Level::Archive);
    let released = |note: &FoundNote| !archive.refused().contains(&note.session);
    for quote in working.notes().iter().filter(|note| released(note)) {
        let is_paraphrase = paraphrases
            .notes()
            .iter()
            .any(|note| (&note.session, note.id) == (&quote.session, quote.id));
        let session = study.read_session(&quote.session).unwrap();
        let has_paraphrase = session.note(quote.id).unwrap().translation.is_some();
        assert_eq!(is_paraphrase, has_paraphrase && !may_quote(&quote.session));
    }
}

#[test]
fn a_code_that_was_merged_into_another_is_found_under_the_other() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let count = |query: &str, level| hits(study, query, level).notes().len();
    let levels = [Level::Working, Level::Archive];
    let both = levels.map(|level| {
        let (from, into) = (
            count("code:bar.lang", level),
            count("code:fac.trust", level),
        );
        assert!(from > 0 && into > 0, "{level}");
        (count("code:bar.lang,fac.trust", level), from)
    });
    let guide = guides::find(study, "cluster-cooperation").unwrap();
    let mut file = study.codebook_file(&guide.id).unwrap();
    let book = crate::guide::Codebook::new(&guide, &file.additions);
    let merge = crate::guide::CodebookChange::Merge {
        from: "bar.lang".to_owned(),
        into: "fac.trust".to_owned(),
    };
    file.additions.apply(merge, &book).unwrap();
    study.save_codebook_file(&mut file).unwrap();
    for (level, (both, _)) in levels.into_iter().zip(both) {
        for query in ["code:fac.trust", "code:bar.lang"] {
            let found = hits(study, query, level);
            assert_eq!(found.notes().len(), both, "{query} {level}");
            let codes = found.notes().iter().flat_map(|note| note.codes.iter());
            assert!(codes.into_iter().all(|code| code != "bar.lang"), "{level}");
        }
    }
    let index = study.index(&mut |_| {}).unwrap();
    let query = Query::read("code:fac.trust").unwrap();
    let seen = glance(&index, &query, 1).unwrap();
    assert_eq!(seen.count, both[0].0);
}

#[test]
fn topics_are_named_in_the_language_of_the_screen_as_far_as_they_are_called_so() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let index = study.index(&mut |_| {}).unwrap();
    let query = Query::read("kind:quote").unwrap();
    let seen = |language| {
        let mut seen = glance(&index, &query, 40).unwrap();
        seen.name_topics(study, language, &mut TopicNames::default());
        seen.sights
    };
    let guide = guides::find(study, "cluster-cooperation").unwrap();
    for language in Language::ALL {
        let mut named = 0;
        for sight in seen(language) {
            let Some((topic, Some(title))) = sight.cell else {
                continue;
            };
            let (_, topic) = guide.topic(topic.as_str()).unwrap();
            assert_eq!(title, topic.title.in_language(language));
            named += 1;
        }
        assert!(named > 5, "{named}");
    }
    // What a session calls otherwise than the guide at hand stays as it is.
    let mut other = glance(&index, &query, 1).unwrap();
    let called = other.sights[0].cell.as_mut().unwrap();
    called.1 = Some("Einst".to_owned());
    other.name_topics(study, Language::Fr, &mut TopicNames::default());
    let (_, title) = other.sights.remove(0).cell.unwrap();
    assert_eq!(title.as_deref(), Some("Einst"));
}

#[test]
fn a_level_shows_no_more_than_it_contains() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let count = |level| hits(study, "kind:comment,observation", level).notes().len();
    assert!(count(Level::Working) > count(Level::Archive));
    assert_eq!(count(Level::Review), 0);
    let query = Query::read("kind:quote").unwrap();
    let mut nothing = ReleasedHits::none(Level::Publication);
    let refused = search(study, &query, Level::Publication, &mut |_| {}, &mut nothing);
    assert!(matches!(refused, Err(SearchError::Level(_))));
}
