use super::*;
use crate::store::guides::{BUILT_IN, parse_trusted};

fn guide() -> Guide {
    let built_in = BUILT_IN
        .iter()
        .find(|guide| guide.id == "cluster-cooperation")
        .unwrap();
    parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap()
}

fn clean(text: &str) -> CleanText {
    CleanText::from_stored(text.to_owned())
}

/// Carries changes out one after the other.
fn after(changes: Vec<CodebookChange>) -> (Additions, Codebook) {
    let guide = guide();
    let mut additions = Additions::default();
    for change in changes {
        let book = Codebook::new(&guide, &additions);
        additions.apply(change, &book).unwrap();
    }
    let book = Codebook::new(&guide, &additions);
    (additions, book)
}

fn add(label: &str, under: Option<&str>) -> CodebookChange {
    CodebookChange::Add {
        label: clean(label),
        language: Language::En,
        under: under.map(str::to_owned),
    }
}

fn merge(from: &str, into: &str) -> CodebookChange {
    CodebookChange::Merge {
        from: from.to_owned(),
        into: into.to_owned(),
    }
}

fn ids<'book>(codes: impl IntoIterator<Item = &'book BookCode>) -> Vec<&'book str> {
    codes.into_iter().map(|code| code.id.as_str()).collect()
}

#[test]
fn the_hierarchy_is_read_from_the_ids_and_from_where_a_field_code_was_put() {
    let (_, book) = after(vec![
        add("quick talks", Some("fac.sim")),
        add("noise", None),
    ]);
    let culture = book.code("fac.sim.culture").unwrap();
    assert_eq!(
        (culture.under.as_deref(), culture.depth),
        (Some("fac.sim"), 2)
    );
    let is_within = |id: &str, group: &str| ids(book.above(id)).contains(&group);
    assert!(is_within("fac.sim.culture", "fac.sim"));
    assert!(is_within("x.a", "fac.sim"));
    assert!(!is_within("x.b", "fac.sim"));
    assert!(!is_within("fac.sim", "fac.sim.culture"));
    let order = ids(book.codes());
    let place = |id: &str| order.iter().position(|known| *known == id).unwrap();
    assert!(place("x.a") > place("fac.sim.near") && place("x.a") < place("fac.third"));
    assert_eq!(order.last(), Some(&"x.b"));
}

#[test]
fn a_merged_code_counts_for_what_it_went_into_however_often_that_was_merged_on() {
    let (_, book) = after(vec![
        merge("fac.sim.near", "fac.sim.market"),
        merge("fac.sim.market", "fac.sim"),
    ]);
    assert_eq!(book.resolve("fac.sim.near"), "fac.sim");
    assert_eq!(book.label("fac.sim.near", Language::En), "Similarity");
    assert!(!book.code("fac.sim.near").unwrap().is_offered());
    assert_eq!(book.resolve("fac.trust"), "fac.trust");
    assert_eq!(book.resolve("never.heard"), "never.heard");
}

#[test]
fn a_merge_is_never_a_circle() {
    let guide = guide();
    let (mut additions, book) = after(vec![merge("fac.trust", "fac.people")]);
    for (from, into) in [("fac.people", "fac.trust"), ("fac.people", "fac.people")] {
        let refused = additions.apply(merge(from, into), &book);
        assert_eq!(refused, Err(Refused::IntoItself));
    }
    // A file written by hand can hold one all the same.
    additions
        .merged
        .insert("fac.people".to_owned(), "fac.trust".to_owned());
    let book = Codebook::new(&guide, &additions);
    assert!(["fac.trust", "fac.people"].contains(&book.resolve("fac.trust")));
}

#[test]
fn a_merge_can_be_taken_back() {
    let part = CodebookChange::Part {
        from: "fac.trust".to_owned(),
    };
    let (additions, book) = after(vec![merge("fac.trust", "fac.people"), part]);
    assert!(additions.is_empty());
    assert_eq!(book.resolve("fac.trust"), "fac.trust");
}

/// B15
#[test]
fn b15_a_retired_code_is_not_offered_and_keeps_its_label() {
    let retire = CodebookChange::Retire {
        code: "fac.trust".to_owned(),
    };
    let (_, book) = after(vec![retire.clone()]);
    assert!(!ids(book.find("trust", "b4.t4", Language::En)).contains(&"fac.trust"));
    assert!(!ids(book.favourites("b4.t4")).contains(&"fac.trust"));
    assert_eq!(
        book.label("fac.trust", Language::En),
        "Trust, personal contact"
    );
    let restore = CodebookChange::Restore {
        code: "fac.trust".to_owned(),
    };
    let (additions, _) = after(vec![retire, restore]);
    assert!(additions.is_empty());
}

#[test]
fn a_label_changes_in_one_language_and_the_id_stays() {
    let rename = CodebookChange::Rename {
        code: "fac.trust".to_owned(),
        label: clean("Trust"),
        language: Language::En,
    };
    let (_, book) = after(vec![rename]);
    let code = book.code("fac.trust").unwrap();
    assert_eq!(code.label(Language::En), "Trust");
    assert_eq!(code.label(Language::Fr), "Confiance, contact personnel");
}

#[test]
fn a_field_code_gets_an_id_that_says_nothing_and_is_never_given_again() {
    let retire = CodebookChange::Retire {
        code: "x.a".to_owned(),
    };
    let (additions, book) = after(vec![
        add("noise", None),
        retire,
        add("staff moves", None),
        add("staff moves", None),
    ]);
    assert_eq!(
        additions
            .codes
            .iter()
            .map(|code| code.id.as_str())
            .collect::<Vec<_>>(),
        ["x.a", "x.b"]
    );
    assert_eq!(book.label("x.b", Language::De), "staff moves");
}

#[test]
fn changes_that_make_no_sense_are_refused() {
    let (mut additions, book) = after(Vec::new());
    let code = || "no.code".to_owned();
    for (change, refused) in [
        (add("", None), Refused::NoLabel),
        (add("noise", Some("no.code")), Refused::Unknown),
        (merge("no.code", "fac.trust"), Refused::Unknown),
        (merge("fac.trust", "no.code"), Refused::Unknown),
        (CodebookChange::Retire { code: code() }, Refused::Unknown),
        (CodebookChange::Part { from: code() }, Refused::Unknown),
        (
            CodebookChange::Restore {
                code: "fac.trust".to_owned(),
            },
            Refused::RetiredByGuide,
        ),
    ] {
        assert_eq!(additions.apply(change, &book), Err(refused));
    }
    assert!(additions.is_empty());
}

/// B15
#[test]
fn the_favourites_of_a_block_are_five_at_most_with_the_topics_own_first() {
    for built_in in BUILT_IN {
        let guide = parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap();
        let book = Codebook::new(&guide, &Additions::default());
        for cell in guide.cells() {
            assert!(book.favourites(&cell).len() <= MOST_FAVOURITES, "{cell}");
        }
    }
    let book = Codebook::new(&guide(), &Additions::default());
    let favourites = book.favourites("b3.t2");
    assert_eq!(favourites.first().unwrap().id, "init.mediator.agency");
    assert!(ids(favourites).contains(&"init.chance"));
}

#[test]
fn a_code_is_found_by_a_few_letters_whatever_the_accents() {
    let book = Codebook::new(&guide(), &Additions::default());
    let first = |typed: &str, language| {
        book.find(typed, "b4.t4", language)
            .first()
            .map(|code| code.id.clone())
    };
    for (typed, language, id) in [
        ("naehe", Language::De, "fac.sim.near"),
        ("RAUMLICHE", Language::De, "fac.sim.near"),
        ("räuml", Language::De, "fac.sim.near"),
        ("mentalites proches", Language::Fr, "fac.sim.culture"),
        ("trust", Language::En, "fac.trust"),
        ("fac.third.money", Language::En, "fac.third.money"),
        ("money prog", Language::En, "fac.third.money"),
        ("gphcls", Language::En, "fac.sim.near"),
    ] {
        assert_eq!(first(typed, language).as_deref(), Some(id), "{typed}");
    }
    assert_eq!(first("zzzq", Language::En), None);
}

#[test]
fn what_the_guide_offers_for_the_cell_comes_before_the_rest() {
    let book = Codebook::new(&guide(), &Additions::default());
    let all = book.find("", "b3.t2", Language::En);
    assert_eq!(
        all.len(),
        book.codes().iter().filter(|code| code.is_offered()).count()
    );
    let offered = ids(book.offered_for("b3.t2"));
    let rest: Vec<&str> = ids(all)
        .into_iter()
        .skip(book.favourites("b3.t2").len())
        .take_while(|id| offered.contains(id))
        .collect();
    assert!(!rest.is_empty());
}
