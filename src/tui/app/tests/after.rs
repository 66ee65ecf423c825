//! After the interview: completing, postscript, type, approval.

use time::macros::date;

use super::Driver;
use crate::analysis::{Facts, Filter, Selection, Standing, standing};
use crate::language::Language;
use crate::release::{Level, release};
use crate::session::{
    Age, Answer, ApprovalStep, CooperationType, Event, Manner, Origin, Recorded, Struck,
};
use crate::store::format::{journal_v1, session_v1};
use crate::tui::app::Effect;
use crate::tui::screen::{AfterField, Screen};

/// From the talk, in the small hours, to the next day, in seconds.
const NEXT_DAY: i64 = 23 * 3_600;

/// An interview of two notes that was closed, with its form for what comes after.
pub fn closed() -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, "person: Anna Müller");
    driver.press("first thing said<Enter>second thing said<Enter>");
    let now = driver.now;
    let Screen::Interview(interview) = &mut driver.app.screen else {
        panic!("no interview")
    };
    for (step, answer) in [("c5", Answer::Yes), ("c6", Answer::Yes)] {
        interview
            .protocol
            .consent(step, answer, Manner::Oral, Language::En, now);
    }
    driver.close("person: Anna Müller");
    driver
}

/// Goes to a row of the form.
pub fn go_to(driver: &mut Driver, wanted: &AfterField) {
    for _ in 0..60 {
        driver.press("<Up>");
    }
    for _ in 0..60 {
        let Screen::After(form) = &driver.app.screen else {
            panic!("no form")
        };
        if &form.rows[form.selected].field == wanted {
            return;
        }
        driver.press("<Down>");
    }
    panic!("{wanted:?} is not asked");
}

/// Every event that was to be written, as it is written.
fn written(driver: &Driver) -> String {
    let records = driver.effects.iter().filter_map(|effect| match effect {
        Effect::Append(records) => Some(records.as_slice()),
        _ => None,
    });
    records.map(journal).collect()
}

fn journal(records: &[Recorded]) -> String {
    let header = journal_v1::Header {
        session: "A-1".parse().unwrap(),
        base: 0,
    };
    journal_v1::whole(&header, records).unwrap()
}

/// A15
#[test]
fn a15_a_note_added_the_next_day_is_from_memory_and_within_24_hours() {
    let mut driver = closed();
    driver.wait(NEXT_DAY).press("<F2>what came to mind<Enter>");
    let note = driver.state().notes.last().unwrap().clone();
    assert_eq!((note.origin, note.age), (Origin::Memory, Age::WithinDay));
    // It stands beside what it completes, not a day behind it.
    assert_eq!(note.at_ms, driver.state().notes[1].at_ms);
    driver.wait(NEXT_DAY).press("<A-M>from the tape<Enter>");
    let note = driver.state().notes.last().unwrap();
    assert_eq!((note.origin, note.age), (Origin::Recording, Age::Later));
    let live = &driver.state().notes[0];
    assert_eq!((live.origin, live.age), (Origin::Live, Age::SameDay));
    assert!(driver.screen().contains("memory, within 24 hours"));
    // Counts can tell them apart.
    let facts = Facts::of(&[driver.state().clone()], &[]);
    for (origin, count) in [
        (Origin::Live, 2),
        (Origin::Memory, 1),
        (Origin::Recording, 1),
    ] {
        let filter = Filter {
            origins: [origin].into(),
            ..Filter::default()
        };
        let guide = driver.shown().protocol.guide();
        let selection = Selection::of(&facts, guide, &filter);
        assert_eq!(selection.notes(selection.sessions[0]).count(), count);
    }
}

/// A15
#[test]
fn a_note_changed_later_says_so_and_undo_brings_back_what_it_said() {
    let mut driver = closed();
    driver.wait(NEXT_DAY).press("<F2><A-E> and more<Enter>");
    let note = &driver.state().notes[1];
    assert_eq!(note.text.as_str(), "second thing said and more");
    let revised = note.revised.unwrap();
    assert_eq!(
        (revised.origin, revised.age),
        (Origin::Memory, Age::WithinDay)
    );
    assert_eq!(note.origin, Origin::Live);
    driver.press("<C-u>");
    let note = &driver.state().notes[1];
    assert_eq!(note.text.as_str(), "second thing said");
    assert_eq!(note.revised, None);
}

/// B10
#[test]
fn b10_a_correction_by_the_interviewee_takes_what_it_replaces_out_for_good() {
    let mut driver = closed();
    driver.press("<F2><A-M><A-M>");
    assert_eq!(driver.shown().origin, Origin::Approval);
    driver.press("<A-E>");
    driver.press("<C-w><C-w><C-w>something else<Enter>");
    let note = &driver.state().notes[1];
    assert_eq!(note.text.as_str(), "something else");
    assert_eq!(note.revised.unwrap().origin, Origin::Approval);
    let rewrite = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Rewrite(rewrite) => Some(rewrite.sitting.clone()),
        _ => None,
    });
    let sitting = rewrite.expect("the files are written anew");
    let base = session_v1::encode(sitting.base()).unwrap();
    let kept = String::from_utf8(base).unwrap() + &journal(sitting.events());
    assert!(!kept.contains("second thing"), "{kept}");
    assert!(kept.contains("something else") && kept.contains("first thing said"));
    let mut events = sitting.events().iter();
    assert!(events.any(|recorded| matches!(recorded.event, Event::Struck(Struck::Former(_)))));
    // Undo does not bring it back.
    for _ in 0..6 {
        driver.press("<C-u>");
    }
    let mut texts = driver.shown().protocol.sitting().texts().into_iter();
    assert!(!texts.any(|text| text.as_str().contains("second thing")));
    assert!(!driver.screen().contains("second thing"));
}

/// B10: pending, corrections, approved, expired; of each version no more than its hash is kept.
#[test]
fn b10_each_version_is_pending_corrected_expired_or_approved_and_kept_as_a_hash_only() {
    let mut driver = closed();
    let today = |driver: &Driver| driver.now.date();
    let stands = |driver: &Driver| standing(driver.state(), today(driver));
    assert_eq!(stands(&driver), Standing::NotSent);
    go_to(&mut driver, &AfterField::Approval);
    driver.press("<Right><Enter>");
    let until = today(&driver) + time::Duration::days(14);
    assert_eq!(stands(&driver), Standing::Sent { until });
    driver.press("<F2><A-M><A-M><A-E><C-w><C-w><C-w>something else<Enter><A-A>");
    driver.wait(20 * 86_400);
    assert_eq!(stands(&driver), Standing::Expired { until });
    assert!(release(driver.state(), None, Level::Archive).is_err());
    go_to(&mut driver, &AfterField::Approval);
    driver.press("<Right><Right><Enter>");
    assert!(driver.screen().contains("corrections made"));
    driver.press("<Right><Right><Right><Enter>");
    assert_eq!(stands(&driver), Standing::Approved);
    assert!(release(driver.state(), None, Level::Archive).is_ok());
    let approvals = &driver.state().approvals;
    let steps: Vec<ApprovalStep> = approvals.iter().map(|approval| approval.step).collect();
    assert!(
        steps.contains(&ApprovalStep::Corrected) && steps.contains(&ApprovalStep::Approved),
        "{steps:?}"
    );
    let digests: std::collections::BTreeSet<&str> = approvals
        .iter()
        .map(|approval| approval.digest.as_str())
        .collect();
    assert_eq!(
        digests.len(),
        2,
        "the text that was sent, and the one corrected"
    );
    assert!(digests.iter().all(|digest| digest.len() == 64));
    let base = String::from_utf8(session_v1::encode(driver.state()).unwrap()).unwrap();
    assert!(digests.iter().all(|digest| base.contains(*digest)));
    assert!(!base.contains("second thing") && base.contains("something else"));
}

/// B9
#[test]
fn the_postscript_is_written_word_by_word_without_a_name() {
    let mut driver = closed();
    driver.press("quiet room with Müller ");
    assert!(!written(&driver).contains("Müller"));
    assert!(written(&driver).contains("quiet") && written(&driver).contains("room"));
    driver.press("there<Enter>");
    assert_eq!(
        driver.state().postscript["setting"].as_str(),
        "quiet room with [Person 1] there"
    );
    assert!(driver.state().drafts.is_empty());
    // What was being written when the program ended is there again.
    driver.press("the deputy of the town hall was there too ");
    let session = driver.state().clone();
    driver.open(session, "person: Anna Müller");
    go_to(&mut driver, &AfterField::Postscript("present".to_owned()));
    driver.press("<Enter>");
    // But for what was held back, since it might have become a name.
    let kept = driver.state().postscript["present"].as_str();
    assert!(kept.starts_with("the deputy"), "{kept}");
}

/// B9
#[test]
fn a_field_of_the_postscript_is_shown_as_it_is_kept() {
    let mut driver = closed();
    driver.press("afterwards Frau Zoravec<Enter>");
    let kept = driver.state().postscript["setting"].as_str().to_owned();
    assert_eq!(kept, "afterwards Frau [Person 2]");
    let screen = driver.screen();
    assert!(
        screen.contains(&kept) && !screen.contains("Zoravec"),
        "{screen}"
    );
    driver.press("<Up> and later<Enter>");
    let kept = driver.state().postscript["setting"].as_str();
    assert_eq!(kept, "afterwards Frau [Person 2] and later");
}

#[test]
fn a_field_of_the_postscript_that_was_only_looked_at_is_not_searched_again() {
    let mut driver = closed();
    driver.press("quiet room with Müller there<Enter>");
    let before = driver.state().sequence;
    go_to(&mut driver, &AfterField::Postscript("setting".to_owned()));
    driver.press("<Enter>");
    assert_eq!(driver.state().sequence, before);
}

/// B20
#[test]
fn b20_a_type_without_a_note_that_supports_it_warns() {
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Type);
    driver.press("<Right>");
    assert!(driver.screen().contains("No note supports this type"));
    driver.press("<Down>1.9<Enter>");
    assert!(driver.screen().contains("There is no note 1.9"));
    driver.press("<Backspace>2, 1.1<Enter>");
    let view = driver.state().type_view.clone().unwrap();
    assert_eq!(view.kind, CooperationType::Institutional);
    let notes: Vec<String> = view.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["1.2", "1.1"]);
    go_to(&mut driver, &AfterField::Type);
    assert!(!driver.screen().contains("No note supports"));
}

/// B10
#[test]
fn the_approval_is_sent_until_a_day_and_then_approved_as_the_text_is() {
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Approval);
    assert!(driver.screen().contains("not sent yet"));
    driver.press("<Right><Enter>");
    let today = driver.now.date();
    let until = today + time::Duration::days(14);
    assert_eq!(standing(driver.state(), today), Standing::Sent { until });
    driver.press("<Right><Right><Right><Enter>");
    assert_eq!(standing(driver.state(), today), Standing::Approved);
    assert!(driver.screen().contains("approved"));
    driver.press("<F2><A-E> and more<Enter>");
    assert_eq!(standing(driver.state(), today), Standing::Changed);
}

/// B10
#[test]
fn the_day_until_which_an_answer_is_awaited_is_kept_on_enter() {
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Approval);
    driver.press("<Right><Enter>");
    go_to(&mut driver, &AfterField::Until);
    driver.press("<C-w><C-w><C-w><C-w><C-w><C-w>31.12.2026<Enter>");
    let today = driver.now.date();
    let until = date!(2026 - 12 - 31);
    assert_eq!(standing(driver.state(), today), Standing::Sent { until });
    assert!(written(&driver).contains("2026-12-31"));
    assert!(driver.screen().contains("answer until 2026-12-31"));
    // What was sent and when stays.
    let approvals = &driver.state().approvals;
    assert_eq!(approvals.len(), 2);
    assert_eq!(
        (approvals[0].at, &approvals[0].digest),
        (approvals[1].at, &approvals[1].digest)
    );
    // Only looked at, it is not noted again.
    go_to(&mut driver, &AfterField::Until);
    driver.press("<Enter>");
    assert_eq!(driver.state().approvals.len(), 2);
}

/// B10
#[test]
fn the_day_is_noted_with_what_is_being_sent_by_enter_in_either_field() {
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Approval);
    driver.press("<Right><Down><Down><C-w><C-w><C-w><C-w><C-w><C-w>+30<Enter>");
    let today = driver.now.date();
    let until = today + time::Duration::days(30);
    assert_eq!(standing(driver.state(), today), Standing::Sent { until });
}

/// B10
#[test]
fn a_step_that_was_taken_yesterday_is_noted_for_that_day() {
    let mut driver = closed();
    let today = driver.now.date();
    let yesterday = today.previous_day().unwrap();
    go_to(&mut driver, &AfterField::Approval);
    driver.press(&format!(
        "<Right><Down>{}<Up><Enter>",
        today.next_day().unwrap()
    ));
    assert!(driver.screen().contains("This day has not come yet"));
    assert_eq!(driver.state().approvals, []);
    driver.press("<Down><C-w><C-w><C-w><C-w><C-w><C-w>");
    driver.press(&format!("{yesterday}<Up><Enter>"));
    assert_eq!(driver.state().approvals[0].at.date(), yesterday);
    // The next step is of today again.
    driver.press("<Right><Right><Right><Enter>");
    assert_eq!(driver.state().approvals[1].at.date(), today);
}

/// B10
#[test]
fn the_last_step_of_the_approval_is_shown_with_its_day() {
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Approval);
    let today = driver.now.date();
    driver.press("<Right><Enter><Right><Right><Enter>");
    let screen = driver.screen();
    assert!(
        screen.contains(&format!("corrections made · {today}")),
        "{screen}"
    );
    driver.press("<Right><Right><Right><Enter>");
    let screen = driver.screen();
    assert!(screen.contains(&format!("approved · {today}")), "{screen}");
}

/// B10
#[test]
fn what_was_not_answered_is_released_only_after_its_day_and_with_a_reason() {
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Approval);
    driver.press("<Right><Enter><Left><Enter>");
    assert!(
        driver
            .screen()
            .contains("The time for an answer has not passed")
    );
    driver.wait(15 * 24 * 3_600);
    driver.press("<Enter>");
    assert!(
        driver
            .screen()
            .contains("Without an answer a reason is needed")
    );
    go_to(&mut driver, &AfterField::Reason);
    driver.press("asked twice");
    go_to(&mut driver, &AfterField::Approval);
    driver.press("<Enter>");
    assert!(release(driver.state(), None, Level::Archive).is_ok());
    let steps: Vec<ApprovalStep> = driver
        .state()
        .approvals
        .iter()
        .map(|approval| approval.step)
        .collect();
    assert!(matches!(steps.as_slice(), [ApprovalStep::Sent { .. }]));
}

/// B18
#[test]
fn b18_the_checklists_differ_by_mode_and_speak_the_language_of_the_screen() {
    let before = |driver: &Driver| {
        let interview = driver.shown();
        let checks = interview.protocol.guide().before.iter();
        let shown = checks.filter(|check| check.is_for(interview.mode()));
        shown.map(|check| check.id.clone()).collect::<Vec<_>>()
    };
    let on_site = closed();
    let mut phone = closed();
    phone.press("<F2>");
    phone.by_phone();
    assert_ne!(before(&on_site), before(&phone));
    let mut driver = closed();
    go_to(&mut driver, &AfterField::Check("keylist".to_owned()));
    assert!(driver.screen().contains("outside the program"));
    driver.press("<Enter>");
    assert!(driver.state().ticked.contains("keylist"));
    driver.press("<A-u>");
    assert!(!driver.screen().contains("outside the program"));
}

#[test]
fn the_way_through_the_guide_and_the_clock_end_with_the_interview() {
    let mut driver = closed();
    let (visits, pauses) = (
        driver.state().visits.len(),
        driver.state().clock.pauses.len(),
    );
    driver.wait(NEXT_DAY).press("<F2><Tab><Tab><F8><F9>");
    assert_eq!(driver.state().visits.len(), visits);
    assert_eq!(driver.state().clock.pauses.len(), pauses);
    assert!(driver.state().clock.recordings.is_empty());
    driver.press("<A-A>");
    assert!(matches!(driver.app.screen, Screen::After(_)));
}

#[test]
fn a_closed_interview_shows_how_long_it_took_and_no_recording_that_runs() {
    let mut driver = Driver::interview(120, 40, Language::En, "");
    driver.press("<F9>first thing said<Enter>").wait(1_800);
    driver.close("");
    driver.press("<F2>").wait(3_600);
    let screen = driver.screen();
    let header = screen.lines().next().unwrap().to_owned();
    assert!(
        header.contains("00:30:0") && header.contains("✓ closed"),
        "{header}"
    );
    assert!(!screen.contains("REC"));
}

/// B9
#[test]
fn the_form_says_which_fields_of_the_postscript_are_empty() {
    let mut driver = closed();
    let guide = super::driver::guide();
    let mut required = guide.postscript.iter().filter(|field| field.required);
    let first = required.next().unwrap();
    let label = first.label.in_language(Language::En);
    go_to(&mut driver, &AfterField::Postscript(first.id.clone()));
    let screen = driver.screen();
    assert!(
        screen.contains("○ ") && screen.contains("Still empty"),
        "{screen}"
    );
    driver.press("a quiet room<Enter><Up>");
    let screen = driver.screen();
    let begin: String = label.chars().take(12).collect();
    assert!(screen.contains(&format!("✓ {begin}")), "{screen}");
}
