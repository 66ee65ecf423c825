use super::Driver;
use crate::anonymise::{ProtectedWords, SlotKey, SlotKind};
use crate::language::Language;
use crate::release::residual;
use crate::session::{LogEntry, Session, TextPlace};
use crate::tui::app::Effect;
use crate::tui::keymap::Place;

/// An interview with two persons in it, at the list of slots.
fn names() -> Driver {
    let mut driver = Driver::interview(
        120,
        40,
        Language::En,
        "person: Anna Müller\nperson: Otto Meier",
    );
    driver.press("Müller and Meier<Enter><A-j>");
    driver
}

fn labels(driver: &Driver) -> Vec<Option<String>> {
    let slots = &driver.app.protocol().unwrap().state().slots;
    slots
        .iter()
        .map(|slot| slot.label.as_ref().map(|label| label.as_str().to_owned()))
        .collect()
}

#[test]
fn a_slot_gets_a_neutral_label_that_the_list_shows_from_then_on() {
    let mut driver = names();
    driver.press("<Down><A-l>");
    assert!(driver.screen().contains("stored and exported"));
    driver.press("colleague, other side<Enter>");
    assert_eq!(
        labels(&driver),
        [None, Some("colleague, other side".to_owned())]
    );
    assert!(driver.screen().contains("colleague, other side"));
    driver.press("<F3><A-j><Down><F4>!<Up>");
    let changed = "colleague, other side!".to_owned();
    assert_eq!(labels(&driver), [None, Some(changed)]);
    assert!(driver.screen().contains("colleague, other side!"));
}

#[test]
fn a_label_is_taken_away_by_an_empty_one_and_stays_when_nothing_is_changed() {
    let mut driver = names();
    driver.press("<F4>old<Enter>");
    let events = driver.app.protocol().unwrap().sitting().events().len();
    driver.press("<F4><Enter>");
    let unchanged = driver.app.protocol().unwrap().sitting().events().len();
    assert_eq!(events, unchanged);
    driver.press("<F4><Backspace><Backspace><Backspace><F10>");
    assert_eq!(labels(&driver), [None, None]);
}

#[test]
fn who_is_perhaps_the_same_is_shown_and_joined_with_the_one_it_is() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("Mr Zorvexer delivers the boards.<Enter>Anouk calls on Fridays.<Enter>");
    driver.press("Mrs Brunnwalder pays.<Enter>Anouk Zorvexer was in Lyon.<Enter><A-j>");
    assert!(
        driver.screen().contains("≈ [Person 1]"),
        "{}",
        driver.screen()
    );
    driver.press("<Down><A-m>");
    assert!(
        driver.screen().contains("[Person 2]"),
        "{}",
        driver.screen()
    );
    driver.press("<Enter>");
    let joined = &driver.app.protocol().unwrap().state().joined;
    let [(from, into)] = joined.as_slice() else {
        panic!("one is joined: {joined:?}");
    };
    assert_eq!((from.number, into.number), (2, 1));
    assert!(!driver.screen().contains('≈'));
}

#[test]
fn what_is_typed_as_a_name_does_not_get_into_the_label() {
    let mut driver = names();
    driver.press("Berta<A-l>the second<Enter>Schulz<Enter>");
    assert_eq!(labels(&driver), [Some("the second".to_owned()), None]);
    for effect in &driver.effects {
        let written = format!("{effect:?}");
        assert!(!written.contains("Berta") && !written.contains("Schulz"));
    }
    driver.press("<F3>Schulz <Enter>");
    let notes = &driver.shown().protocol.state().notes;
    assert_eq!(notes.last().unwrap().text.as_str(), "[Person 1]");
}

#[test]
fn no_known_name_stands_in_a_label() {
    let mut driver = names();
    driver.press("<F4>brother of Meier and the carver<Down>");
    let label = "brother of [Person 2] and the carver".to_owned();
    assert_eq!(labels(&driver), [Some(label), None]);
    // A name that becomes known later is taken out backwards.
    driver.press("Otto Carver<F10>");
    let label = "brother of [Person 2] and the [Person 2]".to_owned();
    assert_eq!(labels(&driver), [Some(label), None]);
    let protocol = driver.app.protocol().unwrap();
    let events = format!("{:?}", protocol.sitting().events());
    assert!(!events.contains("carver") && !events.contains("Meier"));
}

#[test]
fn after_resuming_the_screen_says_how_many_names_wait_and_which_key_opens_their_list() {
    let mut driver = names();
    driver.press("<F10>");
    let session = driver.shown().protocol.state().clone();
    driver.open(session, "");
    let screen = driver.screen();
    assert!(screen.contains("2 names are no longer known"), "{screen}");
    assert!(screen.contains("Alt-J"), "{screen}");
    driver.press("Müller<Enter><F10>");
    let screen = driver.screen();
    assert!(
        screen.contains("Names that are not known: 1. Alt-J"),
        "{screen}"
    );
    driver.press("<A-j><Down>Meier<Enter>");
    assert!(!driver.screen().contains("not known"));
}

#[test]
fn the_key_that_opens_the_list_of_names_closes_it_and_joins_nothing() {
    let mut driver = names();
    driver.press("<Down><A-j>");
    assert_eq!(driver.app.place(), Place::Interview);
    assert_eq!(driver.notes(), ["[Person 1] and [Person 2]"]);
    assert_eq!(driver.shown().protocol.state().joined, []);
}

#[test]
fn two_placeholders_are_joined_after_both_were_named_and_enter_confirmed_it() {
    for language in Language::ALL {
        let mut driver = Driver::interview(80, 24, language, "Anna Müller\nOtto Meier");
        driver.press("Müller and Meier<Enter><A-j><Down><A-m>");
        let [one, other] = [1, 2].map(|number| {
            let kind = SlotKind::Person;
            SlotKey { kind, number }.placeholder(language)
        });
        let asked = driver.screen();
        assert!(asked.contains(&format!("│ {other} ")), "{asked}");
        assert!(asked.contains(&format!(" {one}, ")), "{asked}");
        assert_eq!(driver.app.protocol().unwrap().state().joined, []);
        driver.press("<Enter>");
        let screen = driver.screen();
        assert!(screen.contains(&format!("{other} → {one}")), "{screen}");
        driver.press("<A-j>");
        assert_eq!(driver.notes(), [format!("{one} and {one}")]);
    }
}

#[test]
fn every_key_but_enter_leaves_two_placeholders_apart() {
    for key in ["<F3>", "<A-j>", "<A-m>", "x", "<Up>", "<F10>"] {
        let mut driver = names();
        driver.press("<Down><A-m>");
        driver.press(key);
        driver.press("<Enter>");
        let joined = &driver.app.protocol().unwrap().state().joined;
        assert!(joined.is_empty(), "{key}");
    }
}

#[test]
fn a_false_replacement_in_the_draft_is_taken_back_wherever_the_cursor_stands() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("the Holz was dry and the saw too ");
    driver.press("<A-d>");
    assert_eq!(
        driver.shown().editor.text(),
        "the Holz was dry and the saw too "
    );
    driver.press("<Enter>");
    assert_eq!(driver.notes(), ["the Holz was dry and the saw too"]);
}

#[test]
fn a_false_replacement_in_a_kept_note_is_taken_back_by_one_key_and_remembered() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("much Holz here<Enter>\"no Holz\" they say<Enter>");
    assert_eq!(driver.notes()[0], "much [Person 1] here");
    driver.press("<A-d>");
    assert_eq!(driver.notes(), ["much Holz here", "\"no Holz\" they say"]);
    assert!(
        driver.screen().contains("every other"),
        "{}",
        driver.screen()
    );
    driver.press("still Holz<Enter>");
    assert_eq!(driver.notes()[2], "still Holz");
    // Nothing else was replaced.
    driver.press("plain<Enter><A-d>");
    assert!(driver.screen().contains("Nothing was replaced"));
}

#[test]
fn what_nobody_announced_is_taken_back_in_every_form_and_note() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("Herr Zoravec came<Enter>then Zoravecs office<Enter>");
    assert!(
        driver
            .notes()
            .iter()
            .all(|note| note.contains("[Person 1]"))
    );
    driver.press("<A-d>");
    assert_eq!(driver.notes()[1], "then Zoravecs office");
    assert!(driver.notes()[0].contains("Zoravec came"));
}

#[test]
fn of_several_placeholders_in_a_note_one_is_chosen_and_the_other_stays() {
    let listed = "person: Anna Holz\nperson: Otto Meier";
    let mut driver = Driver::interview(80, 24, Language::En, listed);
    driver.press("Meier and the Holz<Enter><A-d>");
    let screen = driver.screen();
    assert!(screen.contains("1 ↶ [Person 1]"), "{screen}");
    assert!(screen.contains("2 ↶ [Person 2]"), "{screen}");
    driver.press("1");
    assert_eq!(driver.notes(), ["[Person 2] and the Holz"]);
}

#[test]
fn a_kept_note_that_is_changed_still_knows_what_was_replaced_in_it() {
    let listed = "person: Anna Holz\nperson: Otto Meier";
    let mut driver = Driver::interview(80, 24, Language::En, listed);
    driver.press("Meier and the Holz<Enter><A-E><A-d>1 pile<Enter>");
    assert_eq!(driver.notes(), ["[Person 2] and the Holz pile"]);
    driver.press("also Meier<Enter><C-u><A-d><Enter>");
    assert_eq!(driver.notes()[1], "also Meier");
    assert_eq!(driver.notes()[0], "Meier and the Holz pile");
}

#[test]
fn what_was_taken_back_in_a_kept_note_is_replaced_again_by_undo_and_leaves_the_disk() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("Herr Zoravec came<Enter>then Zoravecs office<Enter><A-d>");
    assert_eq!(driver.notes()[1], "then Zoravecs office");
    assert!(driver.screen().contains("Ctrl-U"), "{}", driver.screen());
    driver.press("<C-u>");
    let again = ["Herr [Person 1] came", "then [Person 1] office"];
    assert_eq!(driver.notes(), again);
    assert!(!driver.rewritten().contains("Zoravec"));
    driver.press("Zoravec again<Enter>");
    assert_eq!(driver.notes()[2], "[Person 1] again");
}

#[test]
fn what_was_taken_back_leaves_the_disk_also_when_undo_comes_to_it_later() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("Herr Zoravec came<Enter><A-d>x<C-u>");
    assert_eq!(driver.notes(), ["Herr Zoravec came"]);
    driver.press("<C-u>");
    assert_eq!(driver.notes(), ["Herr [Person 1] came"]);
    assert!(!driver.rewritten().contains("Zoravec"));
}

#[test]
fn what_was_taken_back_in_the_draft_is_replaced_again_by_undo_and_leaves_the_disk() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("the Holz was dry <A-d><C-u>");
    assert!(!driver.rewritten().contains("Holz"));
    driver.press("and<Enter>");
    assert_eq!(driver.notes(), ["the [Person 1] was dry and"]);
    driver.press("the Holz was wet <A-d>indeed<C-u>");
    assert!(
        driver.shown().editor.text().contains("Holz"),
        "typing went on"
    );
}

#[test]
fn a_name_that_is_still_held_back_in_the_draft_is_meant_and_not_a_kept_note() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("old Holz here<Enter>new wood Holz<Left><Left><A-d>");
    assert_eq!(driver.notes(), ["old Holz here"], "{}", driver.screen());
    assert_eq!(driver.shown().editor.text(), "new wood Holz");
}

#[test]
fn a_draft_without_a_replaced_word_says_so_and_touches_no_kept_note() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("old Holz here<Enter>nothing in it <A-d>");
    assert_eq!(driver.notes(), ["old [Person 1] here"]);
    assert!(driver.screen().contains("Ctrl-↑"), "{}", driver.screen());
    driver.press("<C-Up><A-d>");
    assert_eq!(driver.notes(), ["old Holz here"]);
    assert_eq!(driver.shown().editor.text(), "nothing in it ");
}

#[test]
fn what_is_said_to_be_no_name_is_asked_no_more_by_checks_and_exports() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("Herr Zoravec came<Enter><A-d>and Frau Hubrecht<Enter>");
    assert_eq!(driver.notes(), ["Herr Zoravec came", "and Frau [Person 2]"]);
    let blocking = |session: &Session| {
        let guide = super::driver::guide();
        let found = residual(session, Some(&guide), &ProtectedWords::default());
        found.iter().filter(|hit| hit.blocks()).count()
    };
    assert_eq!(blocking(driver.shown().protocol.state()), 1);
    driver.press("<C-q>");
    let finished = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Finish(session) => Some(session),
        _ => None,
    });
    let session = finished.expect("the session is folded");
    assert_eq!(blocking(session), 0);
    let gates: Vec<&str> = session
        .log
        .iter()
        .filter_map(|entry| match entry {
            LogEntry::Waved { gate, .. } => Some(gate.as_str()),
            _ => None,
        })
        .collect();
    let [gate] = gates[..] else {
        panic!("one acceptance: {gates:?}");
    };
    assert!(gate.starts_with("scan:1.1:person:") && gate.contains(" interviewer "));
    assert!(!gate.contains("Zoravec"));
}

#[test]
fn what_the_configuration_calls_no_name_keeps_a_session_back_all_the_same() {
    let mut driver = Driver::start(80, 24, Language::En);
    driver.app.allowed = vec!["Zoravec".to_owned()];
    let protocol = super::driver::new_protocol(Language::En, "", driver.now);
    driver.open(protocol.state().clone(), "");
    driver.press("<F10>Herr Zoravec came<Enter>and Frau Hubrecht<Enter><A-d>");
    assert_eq!(driver.notes(), ["Herr Zoravec came", "and Frau Hubrecht"]);
    driver.press("<C-q>");
    let finished = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Finish(session) => Some(session),
        _ => None,
    });
    let session = finished.expect("the session is folded");
    let guide = super::driver::guide();
    let found = residual(session, Some(&guide), &ProtectedWords::default());
    let places = found.iter().filter(|hit| hit.blocks());
    let places: Vec<_> = places.map(|hit| hit.place.clone()).collect();
    assert_eq!(places, [TextPlace::Note("1.1".parse().unwrap())]);
}

#[test]
fn a_list_of_names_says_that_it_goes_on() {
    let listed: Vec<String> = (b'a'..=b'z')
        .map(|letter| format!("person: Quirl{}", char::from(letter).to_string().repeat(3)))
        .collect();
    let mut driver = Driver::interview(60, 20, Language::En, &listed.join("\n"));
    driver.press("<A-j>");
    assert!(driver.screen().contains(" ↓ "), "{}", driver.screen());
    driver.press(&"<Down>".repeat(30));
    let screen = driver.screen();
    assert!(
        screen.contains(" ↑ ") && !screen.contains(" ↓ "),
        "{screen}"
    );
}

#[test]
fn a_point_that_was_parked_still_knows_what_was_replaced_in_it() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("later about Holz and trees<F6><A-e>1<A-d><Enter>");
    assert_eq!(driver.notes(), ["later about Holz and trees"]);
}

#[test]
fn a_field_that_is_too_short_goes_with_the_cursor() {
    let mut driver = Driver::interview(60, 20, Language::En, "person: Anna Müller");
    driver.press("Müller<Enter><A-j>Marie-Antoinette Zumbrunnen-Aeschlimann");
    let screen = driver.screen();
    assert!(screen.contains("…"), "{screen}");
    assert!(screen.contains("Aeschlimann"), "{screen}");
    driver.press("<Home>");
    let screen = driver.screen();
    assert!(screen.contains("Marie-Antoinette"), "{screen}");
    assert!(!screen.contains("Aeschlimann"), "{screen}");
}

/// An interview of an earlier sitting with this note, which is taken up again.
fn of_an_earlier_sitting(note: &str) -> Driver {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press(note).press("<Enter>");
    let session = driver.shown().protocol.state().clone();
    driver.open(session, "");
    driver
}

#[test]
fn what_a_later_find_replaced_in_an_earlier_note_is_said_and_taken_back_with_it() {
    let mut driver = of_an_earlier_sitting("the zoravec works well");
    driver.press("Herr Zoravec said so<Enter>");
    let replaced = ["the [Person 1] works well", "Herr [Person 1] said so"];
    assert_eq!(driver.notes(), replaced);
    let screen = driver.screen();
    assert!(screen.contains("earlier notes too: 1.1. "), "{screen}");
    driver.press("<A-d>");
    let typed = ["the zoravec works well", "Herr Zoravec said so"];
    assert_eq!(driver.notes(), typed);
    driver.press("<C-u>");
    assert_eq!(driver.notes(), replaced);
    assert!(!driver.rewritten().contains("oravec"));
}

#[test]
fn what_was_replaced_in_an_earlier_note_is_taken_back_from_that_note_alone() {
    let mut driver = of_an_earlier_sitting("the zoravec works well");
    driver.press("Herr Zoravec said so<Enter><C-u>");
    assert_eq!(driver.notes(), ["the [Person 1] works well"]);
    driver.press(&"<Backspace>".repeat(30));
    driver.press("<C-Up><A-d>");
    assert_eq!(driver.notes(), ["the zoravec works well"]);
}

#[test]
fn what_was_replaced_before_a_session_was_left_is_taken_back_when_it_is_taken_up_again() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("the zoravec works well<Enter>Herr Zoravec said so<Enter>");
    let interview = driver.app.screen.interview_mut().unwrap();
    let session = interview.protocol.state().clone();
    let left = interview.protocol.take_names();
    let id = session.header.id.clone();
    driver.app.known_names.insert(id, left);
    driver.open(session, "");
    driver.press("<C-Up><A-d>");
    let typed = ["the zoravec works well", "Herr Zoravec said so"];
    assert_eq!(driver.notes(), typed, "{}", driver.screen());
}

#[test]
fn in_the_sentence_of_a_cell_what_was_replaced_is_taken_back_while_it_is_written_and_after() {
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    let sentence = |driver: &Driver| {
        let summaries = &driver.shown().protocol.state().summaries;
        let sentence = summaries.values().next();
        sentence.map(|sentence| sentence.as_str().to_owned())
    };
    driver.press("old Holz here<Enter><C-Up><A-H>Dry Holz sells <A-d>");
    assert_eq!(driver.shown().editor.text(), "Dry Holz sells ");
    driver.press("<Enter>");
    assert_eq!(sentence(&driver).as_deref(), Some("Dry Holz sells"));
    let mut driver = Driver::interview(80, 24, Language::En, "person: Anna Holz");
    driver.press("plain<Enter><C-Up><A-H>Dry Holz sells<Enter>");
    assert_eq!(sentence(&driver).as_deref(), Some("Dry [Person 1] sells"));
    driver.press("<A-d>");
    assert_eq!(sentence(&driver).as_deref(), Some("Dry Holz sells"));
    driver.press("<C-u>");
    assert_eq!(sentence(&driver).as_deref(), Some("Dry [Person 1] sells"));
    // A note that is chosen since is meant again.
    driver.press("<C-Up><A-d>");
    assert!(driver.screen().contains("note 1.1"), "{}", driver.screen());
}

#[test]
fn a_sentence_waits_for_the_note_that_is_being_written_and_says_so() {
    let mut driver = Driver::interview(80, 24, Language::En, "");
    driver.press("half a note<A-H>");
    let screen = driver.screen();
    assert!(screen.contains("then write the sentence"), "{screen}");
}

#[test]
fn another_detail_of_the_list_is_named_again_on_the_screen_of_names() {
    let session = {
        let mut driver = Driver::interview(
            120,
            40,
            Language::En,
            "person: Anna Müller\nother: Projekt Rosenkranz",
        );
        driver.press("Müller leads Projekt Rosenkranz<Enter>");
        driver.shown().protocol.state().clone()
    };
    let mut driver = Driver::start(120, 40, Language::En);
    driver.open(session, "");
    let screen = driver.screen();
    assert!(screen.contains("? [Detail 1]  1 × in the text"), "{screen}");
    driver.press("Anna Müller<Enter>Projekt Rosenkranz<Enter>");
    assert!(driver.app.protocol().unwrap().memory().unnamed().is_empty());
    driver.press("<F10>Projekt Rosenkranz again<Enter>");
    assert_eq!(driver.notes()[1], "[Detail 1] again");
}

#[test]
fn the_list_of_names_counts_the_postscript_too() {
    let mut driver = Driver::interview(120, 40, Language::En, "Anna Müller");
    driver.press("Müller<Enter>");
    let protocol = &mut driver.app.screen.interview_mut().unwrap().protocol;
    protocol.keep_postscript("atmosphere", "Müller was at ease, Müller laughed");
    driver.press("<A-j>");
    let screen = driver.screen();
    assert!(screen.contains("[Person 1]  3 × in the text"), "{screen}");
}

#[test]
fn a_placeholder_becomes_one_of_another_kind_in_every_place_by_one_key() {
    let mut driver = Driver::interview(120, 40, Language::En, "Anna Müller\nZorvath");
    driver.press("Zorvath pays Müller<Enter>more of Zorvath<Enter>and Zorvath <A-j><Down><A-l>the agency<Enter>");
    assert!(driver.screen().contains("[Person 2]"));
    driver.press("<A-2>");
    let screen = driver.screen();
    assert!(
        screen.contains("[Institution 1]  3 × in the text"),
        "{screen}"
    );
    assert!(screen.contains("the agency"), "{screen}");
    assert!(!screen.contains("[Person 2]"), "{screen}");
    driver.press("<F10>");
    assert_eq!(
        driver.notes(),
        ["[Institution 1] pays [Person 1]", "more of [Institution 1]"]
    );
    driver.press("<Enter>Zorvath again<Enter>");
    let written = driver.notes();
    assert_eq!(
        written[2..],
        ["and [Institution 1]", "[Institution 1] again"]
    );
    // It is another kind again by another key; numbers that were given once are not given again.
    driver.press("<A-j><Down><A-1><F10>Zorvath<Enter>");
    assert_eq!(driver.notes().last().unwrap(), "[Person 3]");
    assert_eq!(driver.notes()[1], "more of [Person 3]");
    let state = format!("{:?}", driver.shown().protocol.state());
    assert!(!state.contains("orvath"));
    // So it stays when the session is opened again, with the same list.
    let session = driver.shown().protocol.state().clone();
    driver.open(session, "Anna Müller\nZorvath");
    driver.press("Zorvath<Enter>");
    assert_eq!(driver.notes().last().unwrap(), "[Person 3]");
}
