use super::Driver;
use crate::anonymise::CleanText;
use crate::guide::{Additions, Codebook, CodebookChange};
use crate::language::Language;
use crate::session::{Event, Note, Polarity, Prompting, Voice};
use crate::tui::app::{CodebookAnswer, Effect, Msg};
use crate::tui::keymap::Place;

/// An interview in the topic b4.t4, whose block has five favourites, with one note.
fn with_note(protected: &str) -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, protected);
    driver.press("<F2>othey know each other<Enter>");
    driver
}

fn note(driver: &Driver) -> Note {
    let state = driver.shown().protocol.state();
    state.notes.last().unwrap().clone()
}

/// The order of the last change of a codebook.
fn ordered(driver: &Driver) -> Vec<CodebookChange> {
    let orders = driver.effects.iter().rev();
    let mut orders = orders.filter_map(|effect| match effect {
        Effect::ChangeCodebook(order) => Some(order.changes.clone()),
        _ => None,
    });
    orders.next().expect("the codebook is changed")
}

/// Answers the last order as the desk would.
fn answer_order(driver: &mut Driver) {
    let order = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::ChangeCodebook(order) => Some(order),
        _ => None,
    });
    let order = order.expect("the codebook is changed");
    let (note, mut additions, mut code) = (order.note, Additions::default(), None);
    for change in order.changes.clone() {
        let book = Codebook::new(&order.guide, &additions);
        code = Some(additions.apply(change, &book).unwrap());
    }
    driver.send(Msg::Codebook(Box::new(CodebookAnswer {
        additions: Ok(additions),
        before: None,
        code,
        note,
    })));
}

#[test]
fn favourites_are_named_only_where_there_are_any() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut driver = Driver::interview(width, height, Language::En, "");
        driver.press("<F2>othey know each other<Enter><A-D>");
        let screen = driver.screen();
        assert!(screen.contains("digit: favourite"), "{screen}");
        let mut driver = Driver::interview(width, height, Language::En, "");
        driver.press("<F2>athey make pumps<Enter><A-D>");
        let screen = driver.screen();
        assert!(screen.contains("letters: search the codebook"), "{screen}");
        assert!(!screen.contains("favourite"), "{screen}");
    }
}

#[test]
fn a_favourite_is_put_on_the_last_note_by_a_digit_and_taken_off_by_the_same() {
    let mut driver = with_note("");
    driver.press("<A-D>1");
    assert_eq!(note(&driver).codes, ["fac.trust"]);
    driver.press("2");
    assert_eq!(note(&driver).codes, ["fac.trust", "bar.lang"]);
    driver.press("1");
    assert_eq!(note(&driver).codes, ["bar.lang"]);
}

#[test]
fn letters_find_any_other_code_and_enter_puts_it() {
    let mut driver = with_note("");
    driver.press("<A-D>near");
    assert!(driver.screen().contains("Geographic closeness"));
    driver.press("<Enter>");
    assert_eq!(note(&driver).codes, ["fac.sim.near"]);
    driver.press("close<Enter>");
    assert_eq!(note(&driver).codes.len(), 2);
}

#[test]
fn the_question_and_what_is_being_written_stay_while_a_note_is_coded() {
    let mut driver = with_note("");
    driver.press("half a sentence");
    let (question, draft) = ("What makes the work easier", "half a sentence");
    let before = driver.screen();
    assert!(before.contains(draft));
    let has_question = before.contains(question);
    driver.press("<A-D>3");
    let shown = driver.screen();
    assert_eq!(shown.contains(question), has_question);
    assert!(shown.contains(draft));
    driver.press("<Esc>");
    assert_eq!(driver.app.place(), Place::Interview);
    driver.press(" and the rest<Enter>");
    assert_eq!(note(&driver).text.as_str(), "half a sentence and the rest");
}

#[test]
fn one_key_each_says_prompted_helps_hinders_and_reported() {
    let mut driver = with_note("");
    driver.press("<A-D>?+,");
    let marked = note(&driver);
    assert_eq!(marked.prompting, Prompting::Prompted);
    assert_eq!(marked.polarity, Some(Polarity::Helps));
    assert_eq!(marked.voice, Voice::Reported);
    driver.press("-");
    assert_eq!(note(&driver).polarity, Some(Polarity::Hinders));
    driver.press("-?,");
    let marked = note(&driver);
    assert_eq!(marked.prompting, Prompting::Unprompted);
    assert_eq!(marked.polarity, None);
    assert_eq!(marked.voice, Voice::Own);
}

/// B15
#[test]
fn b15_more_than_three_codes_are_warned_of_and_not_refused() {
    let mut driver = with_note("");
    driver.press("<A-D>123");
    assert!(!driver.screen().contains("more than 3 codes"));
    driver.press("4");
    assert!(driver.screen().contains("more than 3 codes"));
    assert_eq!(note(&driver).codes.len(), 4);
    driver.press("1");
    assert!(!driver.screen().contains("more than 3 codes"));
}

#[test]
fn undo_in_the_code_line_takes_codes_back_and_never_the_note() {
    let mut driver = with_note("");
    driver.press("<A-D>1+<C-u><C-u><C-u><C-u>");
    let bare = note(&driver);
    assert!(bare.codes.is_empty() && bare.polarity.is_none());
    assert_eq!(bare.text.as_str(), "they know each other");
    driver.press("<C-y>");
    assert_eq!(note(&driver).codes, ["fac.trust"]);
}

#[test]
fn a_field_code_is_made_from_what_was_typed_and_put_on_the_note() {
    let mut driver = with_note("");
    driver.press("<A-D>quick lunches<Enter>");
    assert!(note(&driver).codes.is_empty(), "Enter alone makes no code");
    driver.press("<A-Enter>");
    answer_order(&mut driver);
    assert_eq!(note(&driver).codes, ["x.a"]);
    assert!(driver.screen().contains("quick lunches"));
    driver.press("lunch");
    assert!(driver.screen().contains("● quick lunches"));
}

#[test]
fn no_protected_name_gets_into_the_label_of_a_code() {
    let mut driver = with_note("person: Anna Müller");
    driver.press("<A-D>the Mueller effect<A-Enter>");
    let screen = driver.screen();
    assert!(screen.contains("A name stands in the label"), "{screen}");
    let is_order = |effect: &Effect| matches!(effect, Effect::ChangeCodebook(_));
    assert!(!driver.effects.iter().any(is_order));
    assert!(!format!("{:?}", driver.app.screen).contains("Mueller"));
}

#[test]
fn a_sentence_is_no_label_and_neither_is_a_word_that_may_be_a_name() {
    let mut driver = with_note("");
    for (typed, said) in [
        (
            "they told us that the works would close in spring",
            "at most 60",
        ),
        ("wegen BRUNAL", "may be a name"),
    ] {
        driver.press(&format!("<A-D>{typed}<A-Enter>"));
        assert!(driver.screen().contains(said), "{}", driver.screen());
        driver.press("<Esc><Esc>");
    }
    let is_order = |effect: &Effect| matches!(effect, Effect::ChangeCodebook(_));
    assert!(!driver.effects.iter().any(is_order));
}

#[test]
fn a_name_that_becomes_known_later_is_taken_out_of_labels_too() {
    let mut driver = with_note("");
    driver.press("<A-D>the Keller effect<A-Enter>");
    answer_order(&mut driver);
    driver.press("<Esc>met Keller<C-p>");
    let changes = ordered(&driver);
    assert!(
        matches!(changes.as_slice(), [CodebookChange::Rename { code, label, .. }]
            if code == "x.a" && label.as_str() == "the [Person] effect"),
        "{changes:?}"
    );
}

#[test]
fn a_codebook_that_cannot_be_written_is_said_and_codes_nothing() {
    let mut driver = with_note("");
    driver.press("<A-D>quick lunches<A-Enter>");
    driver.send(Msg::Codebook(Box::new(CodebookAnswer {
        additions: Err("the disk is full".to_owned()),
        before: None,
        code: None,
        note: None,
    })));
    assert!(driver.screen().contains("the disk is full"));
    assert!(note(&driver).codes.is_empty());
}

#[test]
fn a_merged_code_on_an_old_note_is_shown_and_taken_off_as_what_it_went_into() {
    let mut driver = with_note("");
    driver.press("<A-D>near<Enter>");
    let guide = driver.shown().protocol.guide().clone();
    let mut additions = Additions::default();
    let merge = CodebookChange::Merge {
        from: "fac.sim.near".to_owned(),
        into: "fac.sim".to_owned(),
    };
    let book = Codebook::new(&guide, &additions);
    additions.apply(merge, &book).unwrap();
    driver.send(Msg::Codebook(Box::new(CodebookAnswer {
        additions: Ok(additions),
        before: None,
        code: None,
        note: None,
    })));
    driver.press("fac.sim");
    assert!(driver.screen().contains("● Similarity"));
    driver.press("<Enter>");
    assert!(note(&driver).codes.is_empty());
}

#[test]
fn the_sentence_of_a_cell_is_written_in_the_place_of_a_note_and_kept_beside_the_notes() {
    let mut driver = with_note("person: Anna Müller");
    driver.press("<A-H>trust, says Mueller<Enter>");
    let topic = driver.shown().topic.clone();
    let summary = |driver: &Driver| {
        let summaries = &driver.shown().protocol.state().summaries;
        summaries.get(&topic).map(|text| text.as_str().to_owned())
    };
    assert_eq!(summary(&driver).as_deref(), Some("trust, says [Person 1]"));
    assert_eq!(driver.shown().protocol.state().notes.len(), 1);
    assert!(
        driver
            .screen()
            .contains("= In short: trust, says [Person 1]")
    );
    let session = driver.shown().protocol.state().clone();
    let mut reader = Driver::start(120, 120, Language::En);
    reader.read(session);
    let screen = reader.screen();
    assert!(
        screen.contains("= In short: trust, says [Person 1]"),
        "{screen}"
    );
    driver.press("<A-H><C-w>nobody<A-H>");
    assert_eq!(summary(&driver).as_deref(), Some("trust, says [Person 1]"));
    driver.press("<C-u>");
    assert_eq!(summary(&driver), None);
    for effect in &driver.effects {
        assert!(!format!("{effect:?}").contains("Mueller"));
    }
}

#[test]
fn a_sentence_that_is_emptied_is_taken_away() {
    let mut driver = with_note("");
    driver.press("<A-H>trust<Enter><A-H><C-w><Enter>");
    assert!(driver.shown().protocol.state().summaries.is_empty());
}

#[test]
fn a_note_is_found_by_beginnings_of_words_and_gone_to() {
    let mut driver = with_note("");
    driver.press("<F2>aKosten für Dolmetscher<Enter><F2>o<A-Q>dolm fuer");
    assert!(driver.screen().contains("1 place"));
    driver.press("<Enter>");
    assert_eq!(driver.shown().topic.as_str(), "b1.t1");
    assert!(driver.shown().chosen_note().is_some());
    assert_eq!(driver.app.place(), Place::Interview);
}

#[test]
fn what_is_looked_for_is_never_written() {
    let mut driver = with_note("");
    let before = driver.effects.len();
    driver.press("<A-Q>Anna Keller<Esc><A-D>Anna Keller<Esc>");
    assert_eq!(driver.effects.len(), before);
    let written = CleanText::empty();
    let drafts = &driver.shown().protocol.state().drafts;
    assert!(drafts.values().all(|draft| draft.text == written));
    assert!(
        !matches!(
            driver
                .shown()
                .protocol
                .sitting()
                .events()
                .last()
                .unwrap()
                .event,
            Event::DraftEdited { .. }
        ) || drafts.is_empty()
    );
}
