//! What each level contains, and what speaks against it.

use super::*;
use crate::analysis::example::{answer, guide, session};
use crate::session::{Answer, NoteKind, Place};

fn at(level: Level) -> Released {
    let mut session = session();
    session.drafts.clear();
    release(&session, Some(&guide()), level).unwrap()
}

fn reasons(session: &Session, level: Level) -> Vec<Refusal> {
    release(session, Some(&guide()), level).unwrap_err().reasons
}

fn kinds(released: &Released) -> Vec<NoteKind> {
    released.notes().iter().map(|note| note.kind).collect()
}

#[test]
fn working_contains_every_kept_note_and_counts_the_drafts() {
    let released = release(&session(), Some(&guide()), Level::Working).unwrap();
    assert_eq!(released.notes().len(), 6);
    assert_eq!(released.notes()[1].codes.len(), 2);
    assert_eq!(released.struck().len(), 1);
    assert_eq!(released.left_out().get(&Left::Drafts), Some(&1));
    assert!(matches!(released.began(), Some(When::Instant(_))));
}

#[test]
fn an_attribute_that_the_guide_keeps_from_exports_is_in_none() {
    let released = at(Level::Working);
    let ids: Vec<&String> = released.attributes().keys().collect();
    assert_eq!(ids, ["role"]);
    assert_eq!(released.left_out().get(&Left::Attributes), Some(&1));
    let without_guide = release(&session(), None, Level::Working).unwrap();
    assert!(without_guide.attributes().is_empty());
}

#[test]
fn review_contains_what_the_interviewee_said_and_nothing_about_them() {
    let released = at(Level::Review);
    assert_eq!(
        kinds(&released),
        [
            NoteKind::Paraphrase,
            NoteKind::Quote,
            NoteKind::Paraphrase,
            NoteKind::Fact
        ]
    );
    assert!(released.notes().iter().all(|note| note.codes.is_empty()));
    assert!(released.attributes().is_empty());
    assert!(released.consent().is_empty());
    assert!(released.parked().is_empty() && released.gaps().is_empty());
    let mut cells = released.blocks().iter().flat_map(|block| &block.cells);
    assert!(cells.all(|cell| cell.summary.is_none()));
    assert!(matches!(released.began(), Some(When::Day(_))));
}

#[test]
fn review_lists_the_slots_that_its_notes_mention_without_their_labels() {
    let released = at(Level::Review);
    let slots: Vec<String> = released
        .slots()
        .iter()
        .map(|slot| slot.key.placeholder(released.language()))
        .collect();
    assert_eq!(slots, ["[Person 1]"]);
    assert!(released.slots().iter().all(|slot| slot.label.is_none()));
}

#[test]
fn what_review_leaves_out_is_counted() {
    let released = at(Level::Review);
    let left_out: Vec<(Left, usize)> = released
        .left_out()
        .iter()
        .map(|(left, count)| (*left, *count))
        .collect();
    assert_eq!(
        left_out,
        [
            (Left::Comments, 1),
            (Left::Observations, 1),
            (Left::Codes, 2),
            (Left::Summaries, 1),
            (Left::Attributes, 2),
            (Left::Labels, 1),
            (Left::Consent, 6),
            (Left::Parked, 1),
            (Left::Gaps, 1),
        ]
    );
}

#[test]
fn a_gap_that_was_settled_is_no_place_that_review_leaves_out() {
    let mut session = session();
    session.gaps.iter_mut().for_each(|gap| gap.settled = true);
    let released = release(&session, Some(&guide()), Level::Review).unwrap();
    assert_eq!(released.left_out().get(&Left::Gaps), None);
}

#[test]
fn review_is_free_while_the_approval_is_pending() {
    let mut session = session();
    answer(&mut session, "c6", Answer::Yes);
    assert!(release(&session, None, Level::Review).is_ok());
}

#[test]
fn the_archive_keeps_all_but_comments_and_knows_the_quarter_only() {
    let released = at(Level::Archive);
    assert!(!kinds(&released).contains(&NoteKind::Comment));
    assert_eq!(released.notes().len(), 5);
    assert_eq!(released.left_out().get(&Left::Comments), Some(&1));
    let quarter = When::Quarter {
        year: 2026,
        quarter: 2,
    };
    assert_eq!(released.began(), Some(quarter));
    assert_eq!(released.prepared(), quarter);
}

#[test]
fn a_placeholder_that_no_text_mentions_stays_at_home() {
    let mut session = session();
    session.drafts.clear();
    let unused = crate::anonymise::SlotKey {
        kind: crate::anonymise::SlotKind::Place,
        number: 10,
    };
    session.slots.push(crate::anonymise::Slot {
        key: unused,
        listed: false,
        label: None,
    });
    let holds = |level| {
        let released = release(&session, None, level).unwrap();
        let mut slots = released.slots().iter();
        slots.any(|slot| slot.key == unused)
    };
    assert!(holds(Level::Working));
    assert!(!holds(Level::Archive));
}

/// A8: without c5 quotes are exported as paraphrases only; without a paraphrase beside it a quote stays at home.
#[test]
fn without_consent_to_quotes_no_wording_is_archived() {
    let mut session = session();
    session.drafts.clear();
    let quotes = |session: &Session, level| {
        let released = release(session, None, level).unwrap();
        let quotes = kinds(&released)
            .iter()
            .filter(|kind| **kind == NoteKind::Quote)
            .count();
        (quotes, released.left_out().get(&Left::Quotes).copied())
    };
    assert_eq!(quotes(&session, Level::Archive), (1, None));
    for answered in [Answer::No, Answer::Withdrawn] {
        answer(&mut session, "c5", answered);
        assert_eq!(quotes(&session, Level::Archive), (0, Some(1)));
        // The interviewee reads what was noted, as it was noted.
        assert_eq!(quotes(&session, Level::Review), (1, None));
    }
}

#[test]
fn without_consent_to_quotes_what_was_written_beside_one_stands_in_its_place() {
    let mut session = session();
    session.drafts.clear();
    let clean = |text: &str| crate::anonymise::CleanText::from_stored(text.to_owned());
    let mut notes = session.notes.iter_mut();
    let quote = notes
        .find(|note| note.kind == NoteKind::Quote)
        .expect("the sample has a quote");
    quote.text = clean("man muss sich kennen");
    quote.translation = Some(clean("«rien», dit la direction"));
    let id = quote.id;
    let given = |session: &Session| {
        let released = release(session, None, Level::Archive).unwrap();
        let note = released.notes().iter().find(|note| note.id == id).cloned();
        let left = |left| released.left_out().get(&left).copied();
        (note.unwrap(), left(Left::Wordings), left(Left::Quotes))
    };
    let (note, ..) = given(&session);
    assert_eq!(note.text.as_str(), "man muss sich kennen");
    answer(&mut session, "c5", Answer::Withdrawn);
    let (note, wordings, quotes) = given(&session);
    // Its own quotation marks would be a wording again.
    assert_eq!(note.text.as_str(), "rien, dit la direction");
    assert_eq!(
        (note.kind, note.language, note.translation),
        (NoteKind::Paraphrase, session.header.language, None)
    );
    assert_eq!((wordings, quotes), (Some(1), None));
}

#[test]
fn the_archive_is_refused_with_all_reasons_at_once() {
    let mut session = session();
    answer(&mut session, "c2", Answer::Withdrawn);
    answer(&mut session, "c4", Answer::No);
    answer(&mut session, "c6", Answer::Yes);
    assert_eq!(
        reasons(&session, Level::Archive),
        [
            Refusal::ConsentWithdrawn { step: "c2" },
            Refusal::NoConsent { step: "c4" },
            Refusal::ApprovalPending,
            Refusal::OpenDrafts(1),
        ]
    );
}

#[test]
fn a_step_that_was_not_asked_is_no_consent() {
    let mut session = session();
    session.consent.clear();
    session.drafts.clear();
    let none = |step| Refusal::NoConsent { step };
    assert_eq!(
        reasons(&session, Level::Archive),
        [none("c1"), none("c2"), none("c4")]
    );
}

#[test]
fn levels_that_cannot_be_made_are_refused() {
    for level in [Level::Analysis, Level::Publication] {
        assert_eq!(reasons(&session(), level), [Refusal::OnlyTogether(level)]);
    }
}

#[test]
fn without_consent_to_recording_no_place_points_into_one() {
    let mut session = session();
    let place = |session: &Session| {
        let released = release(session, None, Level::Working).unwrap();
        released.place_of(&released.notes()[0])
    };
    // The note was begun a minute after the interview, which is five seconds after the recording; the lead is as long.
    assert_eq!(
        place(&session),
        Place::Recording {
            number: 1,
            at_ms: 60_000
        }
    );
    answer(&mut session, "c3", Answer::Withdrawn);
    assert_eq!(place(&session), Place::Interview(55_000));
}

#[test]
fn cells_come_in_the_order_of_the_guide_and_the_bin_last() {
    let released = at(Level::Working);
    let cells: Vec<&str> = released
        .blocks()
        .iter()
        .flat_map(|block| &block.cells)
        .map(|cell| cell.topic.as_str())
        .collect();
    assert_eq!(cells, ["b1.t1", "b1.t2", "b2.t1", "b2.t2", "b2.out"]);
    let titles: Vec<Option<&str>> = released
        .blocks()
        .iter()
        .map(|block| block.title.as_deref())
        .collect();
    assert_eq!(titles, [Some("Profil"), Some("Entstehung")]);
}

#[test]
fn a_session_can_be_read_without_its_guide() {
    let released = release(&session(), None, Level::Working).unwrap();
    assert_eq!(released.blocks()[0].title, None);
    assert_eq!(
        released.blocks()[0].cells[0].title.as_deref(),
        Some("Person")
    );
}

/// The session with a note in which a name stands that nobody announced.
fn with_a_name() -> Session {
    let mut session = session();
    session.drafts.clear();
    let text = "dann hat Frau Brunnhuber abgesagt";
    session.notes.push(crate::analysis::example::note(
        9,
        "b2.t1",
        NoteKind::Paraphrase,
        text,
    ));
    session
}

fn looks_like_name(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::LooksLikeName { place, .. } if place.to_string() == "1.9")
}

#[test]
fn e4_a_name_that_is_left_refuses_the_archive_and_everything_coarser() {
    let session = with_a_name();
    for level in [Level::Archive, Level::Analysis, Level::Publication] {
        let reasons = reasons(&session, level);
        assert!(reasons.iter().any(looks_like_name), "{level}: {reasons:?}");
        assert!(!format!("{reasons:?}").contains("Brunnhuber"));
    }
}

#[test]
fn a_name_that_is_left_is_named_beside_the_review() {
    let released = release(&with_a_name(), Some(&guide()), Level::Review).unwrap();
    let blocking = released.residual().iter().filter(|left| left.blocks());
    assert_eq!(blocking.count(), 1);
    let working = release(&with_a_name(), Some(&guide()), Level::Working).unwrap();
    assert!(working.residual().is_empty());
}

#[test]
fn what_a_level_leaves_out_is_not_searched_for_it() {
    let mut session = with_a_name();
    session.notes.last_mut().unwrap().kind = NoteKind::Comment;
    assert!(release(&session, Some(&guide()), Level::Archive).is_ok());
    let all = residual(&session, None, &ProtectedWords::default());
    assert!(all.iter().any(Residual::blocks));
}

#[test]
fn names_in_labels_sentences_and_parked_points_refuse_too() {
    let name = || crate::anonymise::CleanText::from_stored("Frau Brunnhuber".to_owned());
    let plant: [fn(&mut Session, crate::anonymise::CleanText); 3] = [
        |session, name| session.slots[0].label = Some(name),
        |session, name| session.parked[0].text = name,
        |session, name| *session.summaries.values_mut().next().unwrap() = name,
    ];
    for plant in plant {
        let mut session = session();
        session.drafts.clear();
        plant(&mut session, name());
        let reasons = reasons(&session, Level::Archive);
        assert_eq!(reasons.len(), 1, "{reasons:?}");
        assert!(matches!(reasons[0], Refusal::LooksLikeName { .. }));
    }
}

#[test]
fn a_list_finds_what_no_detector_does_and_is_never_accepted() {
    let mut session = with_a_name();
    session.notes.last_mut().unwrap().text =
        crate::anonymise::CleanText::from_stored("am Tisch sitzt niemand".to_owned());
    assert!(release(&session, None, Level::Archive).is_ok());
    let list = ProtectedWords::parse("institution: Tisch");
    let found = residual(&session, None, &list);
    let hit = found.iter().find(|hit| hit.hit.listed).unwrap();
    session.log.push(crate::session::LogEntry::Waved {
        gate: hit.gate.to_string(),
        reason: crate::anonymise::CleanText::empty(),
    });
    let refused = release_searched(&session, None, Level::Archive, &list).unwrap_err();
    assert!(refused.reasons.iter().any(looks_like_name));
}

#[test]
fn what_was_accepted_beside_a_quote_leaves_in_its_place() {
    let clean = |text: &str| crate::anonymise::CleanText::from_stored(text.to_owned());
    let mut session = session();
    session.drafts.clear();
    answer(&mut session, "c5", Answer::Withdrawn);
    let mut notes = session.notes.iter_mut();
    let quote = notes
        .find(|note| note.kind == NoteKind::Quote)
        .expect("the sample has a quote");
    quote.text = clean("Herr Brunnhuber sagt nein");
    quote.translation = Some(clean("«Frau Zorvexer», sagt sie"));
    let list = ProtectedWords::default();
    let found = residual(&session, None, &list);
    let said = |session: &Session, found: &[Residual]| {
        let released = release_searched(session, None, Level::Archive, &list);
        let reasons = released.map_or_else(|refused| refused.reasons, |_| Vec::new());
        assert_eq!(refusals(session, None, Level::Archive, found), reasons);
        reasons.len()
    };
    // The name in the quotation itself does not leave, and keeps nothing back.
    assert_eq!(said(&session, &found), 1);
    let mut hits = found.iter();
    let hit = hits.find(|hit| matches!(hit.place, crate::session::TextPlace::Translation(_)));
    session.log.push(crate::session::LogEntry::Waved {
        gate: hit.expect("it looks like a name").gate.to_string(),
        reason: clean(""),
    });
    assert_eq!(said(&session, &residual(&session, None, &list)), 0);
}

#[test]
fn a_check_says_what_the_release_would_say() {
    let mut session = with_a_name();
    let comment = NoteKind::Comment;
    let named = crate::analysis::example::note(10, "b2.t1", comment, "Herr Brunnhuber fragen");
    session.notes.push(named);
    answer(&mut session, "c4", Answer::No);
    let list = ProtectedWords::parse("institution: Hafen");
    let found = residual(&session, Some(&guide()), &list);
    for level in Level::ALL {
        let said = release_searched(&session, Some(&guide()), level, &list)
            .map_or_else(|refused| refused.reasons, |_| Vec::new());
        assert_eq!(
            refusals(&session, Some(&guide()), level, &found),
            said,
            "{level}"
        );
    }
}
