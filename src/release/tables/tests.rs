//! What each level lets a table hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::*;
use crate::analysis::{Facts, Frequent, example};
use crate::guide::{AttributeValue, Coarsening, LocalisedText};
use crate::session::{Answer, CellState, Note, NoteKind, Session, TopicId};

/// Eleven interviewees in six cases: side, role, and the codes that they named.
const SEED: [(&str, &str, &str, &[&str]); 11] = [
    ("A-1", "ch", "management", &["fac.trust", "bar.lang"]),
    ("A-2", "de", "management", &["fac.trust"]),
    ("B-1", "de", "management", &["fac.trust", "mot.learn"]),
    ("B-2", "fr", "company", &["fac.trust", "bar.lang"]),
    ("C-1", "pl", "management", &["fac.trust"]),
    ("C-2", "de", "company", &["fac.trust", "bar.lang"]),
    ("D-1", "at", "management", &["fac.trust", "bar.money"]),
    ("D-2", "ch", "company", &["fac.trust", "bar.lang"]),
    ("E-1", "ch", "management", &["fac.trust"]),
    ("E-2", "fr", "management", &["bar.lang"]),
    ("F-1", "fr", "management", &[]),
];

fn guide() -> Guide {
    let mut guide = example::guide();
    let value = |id: &str| AttributeValue {
        id: id.to_owned(),
        label: LocalisedText::Plain(id.to_owned().into()),
    };
    guide.attributes[0].values = vec![value("management"), value("company")];
    let mut side = guide.attributes[0].clone();
    side.id = "side".to_owned();
    side.values = ["ch", "de", "fr", "at", "pl", "eu"].map(value).into();
    let coarsening = |into: &str, from: &[&str]| Coarsening {
        into: into.to_owned(),
        from: from.iter().map(|from| (*from).to_owned()).collect(),
    };
    side.ladder = vec![vec![
        coarsening("eu", &["de", "fr", "at", "pl"]),
        coarsening("ch", &["ch"]),
    ]];
    guide.attributes.push(side);
    guide.codes = ["fac.trust", "bar.lang", "bar.money", "mot.learn"]
        .map(example::code)
        .into();
    guide
}

fn sessions() -> Vec<Session> {
    SEED.iter()
        .map(|(id, side, role, codes)| {
            let mut session = example::session();
            session.header.id = id.parse().unwrap();
            example::answer(&mut session, "c7", Answer::Yes);
            session.attributes = [("side", *side), ("role", *role), ("country", *side)]
                .map(|(id, value)| (id.to_owned(), value.to_owned()))
                .into();
            session.cells = [(TopicId::new("b2.t1"), CellState::Answered)].into();
            session.notes = vec![Note {
                codes: codes.iter().map(|code| (*code).to_owned()).collect(),
                ..example::note(1, "b2.t1", NoteKind::Paraphrase, "Text")
            }]
            .into();
            session
        })
        .collect()
}

fn facts() -> Facts {
    Facts::of(&sessions(), &[])
}

/// Asks for a table and gives what is made of it.
fn asking<T>(level: Level, seed: u64, make: impl FnOnce(&TableRequest<'_>) -> T) -> T {
    let guide = guide();
    let filter = Filter::default();
    make(&TableRequest {
        level,
        guide: &guide,
        filter: &filter,
        seed,
    })
}

fn code<'found>(found: &'found ReleasedFrequencies, code: &str) -> &'found ReleasedCode {
    let codes = found.blocks().iter().flat_map(|block| &block.codes);
    codes.into_iter().find(|found| found.code == code).unwrap()
}

#[test]
fn working_says_every_number_and_names_every_session() {
    let found = asking(Level::Working, 0, |request| {
        release_frequencies(&facts(), request, None).unwrap()
    });
    assert_eq!(code(&found, "bar.money").sessions, Figure::Exact(1));
    let matrix = asking(Level::Working, 0, |request| {
        release_matrix(&facts(), request).unwrap()
    });
    assert_eq!(matrix.rows()[0].session.to_string(), "A-1");
    let attributes: Vec<&str> = matrix
        .attributes()
        .iter()
        .map(|shown| shown.id.as_str())
        .collect();
    // The guide keeps the country of the interviewer from every output.
    assert_eq!(attributes, ["role", "side", "language", "mode"]);
}

#[test]
fn a_filter_that_leaves_out_few_gives_nobody_away() {
    let guide = guide();
    let facts = facts();
    let of_cases = |level, cases: &[&str]| {
        let filter = Filter {
            cases: cases.iter().map(|case| case.parse().unwrap()).collect(),
            ..Filter::default()
        };
        let request = TableRequest {
            level,
            guide: &guide,
            filter: &filter,
            seed: 0,
        };
        release_frequencies(&facts, &request, None).map(|found| found.frame().base().sessions)
    };
    let smallest_group = smallest_group(&guide);
    for level in [Level::Analysis, Level::Publication] {
        assert_eq!(of_cases(level, &["A", "B", "C", "D", "E", "F"]), Ok(11));
        let refused = of_cases(level, &["A", "B", "C", "D", "E"]);
        assert_eq!(
            refused,
            Err(TableRefusal::LeavesOutTooFew {
                sessions: 1,
                cases: 1,
                smallest_group
            })
        );
        assert_eq!(of_cases(level, &["A", "B", "C"]), Ok(6));
    }
    assert_eq!(of_cases(Level::Archive, &["A", "B"]), Ok(4));
}

#[test]
fn publication_says_few_and_nearly_all() {
    let found = asking(Level::Publication, 0, |request| {
        release_frequencies(&facts(), request, None).unwrap()
    });
    let money = code(&found, "bar.money");
    assert_eq!((money.sessions, money.cases), (Figure::Few, Figure::Few));
    assert_eq!(
        (money.word, money.unprompted),
        (Some(Frequent::Seldom), Figure::Hidden)
    );
    assert_eq!(code(&found, "fac.trust").sessions, Figure::NearlyAll);
    let language = code(&found, "bar.lang");
    assert_eq!(language.sessions, Figure::Exact(5));
    assert_eq!(language.cases, Figure::NearlyAll);
}

#[test]
fn what_is_published_by_an_attribute_cannot_be_computed_from_its_sum() {
    let found = asking(Level::Publication, 0, |request| {
        release_frequencies(&facts(), request, Some("role")).unwrap()
    });
    for block in found.blocks() {
        for code in &block.codes {
            let hidden = code.groups.iter().filter(|figure| figure.exact().is_none());
            let hidden = hidden.count();
            let is_sum_said = code.sessions.exact().is_some();
            assert!(
                !is_sum_said || hidden != 1,
                "{} {:?}",
                code.code,
                code.groups
            );
        }
    }
    // Two of eight managers and three of three companies: «few» alone would follow from five less three.
    assert!(
        code(&found, "bar.lang")
            .groups
            .iter()
            .all(|figure| figure.exact().is_none())
    );
}

/// Eleven sessions with a code above three: six, three and two of them named one each, so that few is exactly two.
fn of_three() -> (Guide, Vec<Session>) {
    let mut guide = guide();
    guide.codes = ["prof", "prof.branch", "prof.outside", "prof.related"]
        .map(example::code)
        .into();
    let mut sessions = sessions();
    for (index, session) in sessions.iter_mut().enumerate() {
        let code = match index {
            0..6 => "prof.branch",
            6..9 => "prof.related",
            _ => "prof.outside",
        };
        session.notes[0].codes = vec![code.to_owned()];
    }
    (guide, sessions)
}

#[test]
fn what_is_published_cannot_be_computed_from_the_code_above() {
    let (guide, sessions) = of_three();
    let facts = Facts::of(&sessions, &[]);
    let filter = Filter::default();
    let request = |level| TableRequest {
        level,
        guide: &guide,
        filter: &filter,
        seed: 0,
    };
    let exact = release_frequencies(&facts, &request(Level::Analysis), None).unwrap();
    let numbers =
        ["prof", "prof.branch", "prof.related", "prof.outside"].map(|id| code(&exact, id).sessions);
    assert_eq!(numbers, [11, 6, 3, 2].map(Figure::Exact));
    let found = release_frequencies(&facts, &request(Level::Publication), None).unwrap();
    assert_eq!(code(&found, "prof").sessions, Figure::Exact(11));
    assert_eq!(code(&found, "prof.outside").sessions, Figure::Few);
    let related = code(&found, "prof.related");
    assert_eq!(
        (related.sessions, related.cases, related.own, related.word),
        (Figure::Hidden, Figure::Hidden, Figure::Hidden, None)
    );
    // Nor does the order tell: what is hidden comes last, behind what is few.
    let order: Vec<&str> = found
        .blocks()
        .iter()
        .flat_map(|block| &block.codes)
        .map(|code| code.code.as_str())
        .collect();
    assert_eq!(
        order,
        ["prof", "prof.branch", "prof.outside", "prof.related"]
    );
}

#[test]
fn a_group_in_which_the_code_above_was_not_said_gives_nothing_away() {
    let (guide, mut sessions) = of_three();
    // All managers named one code, nobody of a company named any of them.
    for session in &mut sessions {
        let is_manager = session.attributes["role"] == "management";
        session.notes[0].codes.retain(|_| is_manager);
    }
    for session in sessions
        .iter_mut()
        .filter(|session| !session.notes[0].codes.is_empty())
        .take(6)
    {
        session.notes[0].codes = vec!["prof.branch".to_owned()];
    }
    let facts = Facts::of(&sessions, &[]);
    let filter = Filter::default();
    let request = TableRequest {
        level: Level::Publication,
        guide: &guide,
        filter: &filter,
        seed: 0,
    };
    let found = release_frequencies(&facts, &request, Some("role")).unwrap();
    let (above, branch) = (code(&found, "prof"), code(&found, "prof.branch"));
    // Six of eight managers are nearly all; from a sum of six and none of the others it would be six.
    let is_open = branch.sessions.exact().is_none()
        || (branch.groups[1].exact().is_none() && above.groups[1].exact().is_none());
    assert!(is_open, "{above:?} {branch:?}");
    assert_ne!(branch.groups[0], Figure::Exact(6));
}

#[test]
fn e5_an_attribute_climbs_its_ladder_or_is_refused() {
    let by = |attribute: &str, level| {
        asking(level, 0, |request| {
            release_frequencies(&facts(), request, Some(attribute))
        })
    };
    let side = by("side", Level::Analysis).unwrap();
    assert_eq!(side.by().unwrap().steps, 1);
    let values: Vec<Option<&str>> = side
        .groups()
        .iter()
        .map(|group| group.value.as_deref())
        .collect();
    assert_eq!(values, [Some("ch"), Some("eu")]);
    assert_eq!(by("side", Level::Working).unwrap().by().unwrap().steps, 0);
    let country = by("country", Level::Working).unwrap_err();
    assert!(matches!(country, TableRefusal::UnknownAttribute { .. }));
    let mode = by("mode", Level::Analysis).unwrap_err();
    assert!(matches!(mode, TableRefusal::UnknownAttribute { .. }));
}

#[test]
fn an_attribute_that_points_to_somebody_however_coarse_it_is_is_refused_with_its_smallest_group() {
    let mut sessions = sessions();
    sessions[0]
        .attributes
        .insert("role".to_owned(), "company".to_owned());
    for session in &mut sessions[1..] {
        session
            .attributes
            .insert("role".to_owned(), "management".to_owned());
    }
    let facts = Facts::of(&sessions, &[]);
    let refused = asking(Level::Analysis, 0, |request| {
        release_frequencies(&facts, request, Some("role")).unwrap_err()
    });
    assert_eq!(
        refused,
        TableRefusal::TooTelling {
            attribute: "role".to_owned(),
            sessions: 1,
            cases: 1,
            smallest_group: 3
        }
    );
}

#[test]
fn e6_two_exports_at_the_analysis_level_do_not_align_and_the_same_seed_gives_the_same() {
    let made = |seed| {
        asking(Level::Analysis, seed, |request| {
            release_matrix(&facts(), request).unwrap()
        })
    };
    let (one, other) = (made(1), made(2));
    assert_eq!(one, made(1));
    let names = |matrix: &ReleasedMatrix| -> Vec<String> {
        let rows = matrix.rows().iter();
        rows.map(|row| row.session.to_string()).collect()
    };
    let known: BTreeSet<&str> = SEED.iter().map(|(id, ..)| *id).collect();
    assert!(
        names(&one)
            .iter()
            .all(|name| !known.contains(name.as_str()))
    );
    assert_ne!(names(&one), names(&other));
    let values = |matrix: &ReleasedMatrix| -> Vec<Vec<Option<Arc<str>>>> {
        let rows = matrix.rows().iter();
        rows.map(|row| row.values.clone()).collect()
    };
    assert_ne!(values(&one), values(&other));
}

#[test]
fn every_combination_of_a_row_holds_three_sessions_from_two_cases() {
    let matrix = asking(Level::Analysis, 1, |request| {
        release_matrix(&facts(), request).unwrap()
    });
    let mut groups: BTreeMap<&[Option<Arc<str>>], usize> = BTreeMap::new();
    for row in matrix.rows() {
        *groups.entry(&row.values).or_default() += 1;
    }
    assert!(groups.values().all(|size| *size >= 3), "{groups:?}");
    assert!(!matrix.attributes().iter().any(|shown| shown.id == "mode"));
}

#[test]
fn what_is_published_has_no_rows_and_names_no_session() {
    let matrix = asking(Level::Publication, 0, |request| {
        release_matrix(&facts(), request).unwrap()
    });
    assert!(matrix.rows().is_empty() && matrix.frame().versions().is_empty());
    let sample = asking(Level::Publication, 0, |request| {
        release_sample(&facts(), request).unwrap()
    });
    assert!(sample.board().is_none());
    let saturation = asking(Level::Publication, 0, |request| {
        release_saturation(&facts(), request).unwrap()
    });
    assert!(
        saturation
            .points()
            .iter()
            .all(|point| point.session.is_none())
    );
    // Three interviews a point, the rest with the last one.
    let interviews: Vec<usize> = saturation
        .points()
        .iter()
        .map(|point| point.interviews)
        .collect();
    assert_eq!(interviews, [3, 6, 11]);
}

#[test]
fn sessions_that_a_level_may_not_contain_are_left_out_and_counted() {
    let mut sessions = sessions();
    example::answer(&mut sessions[0], "c7", Answer::No);
    example::answer(&mut sessions[1], "c4", Answer::Withdrawn);
    example::answer(&mut sessions[2], "c6", Answer::Yes);
    let facts = Facts::of(&sessions, &[]);
    let base = |level| {
        asking(level, 0, |request| {
            let matrix = release_matrix(&facts, request).unwrap();
            let frame = matrix.frame();
            (frame.base().sessions, frame.left_out().level)
        })
    };
    assert_eq!(base(Level::Working), (11, 0));
    assert_eq!(base(Level::Archive), (9, 2));
    assert_eq!(base(Level::Analysis), (9, 2));
    assert_eq!(base(Level::Publication), (10, 1));
}

#[test]
fn too_few_sessions_are_no_table_where_sessions_are_hidden() {
    let facts = Facts::of(&sessions()[..2], &[]);
    for level in [Level::Analysis, Level::Publication] {
        let refused = asking(level, 0, |request| {
            release_matrix(&facts, request).unwrap_err()
        });
        assert!(matches!(
            refused,
            TableRefusal::TooFew {
                sessions: 2,
                cases: 1,
                ..
            }
        ));
    }
    let review = asking(Level::Review, 0, |request| {
        release_matrix(&facts, request).unwrap_err()
    });
    assert_eq!(review, TableRefusal::Review);
}

#[test]
fn nobody_asks_for_the_sessions_with_a_value_that_no_output_may_hold() {
    let guide = guide();
    let filter = |attribute: &str| Filter {
        attributes: [(attribute.to_owned(), ["de".to_owned()].into())].into(),
        ..Filter::default()
    };
    let asked = |level, attribute: &str| {
        let filter = filter(attribute);
        let request = TableRequest {
            level,
            guide: &guide,
            filter: &filter,
            seed: 0,
        };
        release_matrix(&facts(), &request).err()
    };
    assert_eq!(asked(Level::Working, "country"), None);
    for (level, attribute) in [
        (Level::Archive, "country"),
        (Level::Analysis, "country"),
        (Level::Publication, "mode"),
    ] {
        let refused = asked(level, attribute);
        assert!(
            matches!(refused, Some(TableRefusal::UnknownAttribute { .. })),
            "{level}"
        );
    }
}
