//! Consent and clock in the field, by keys.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use time::Duration;

use super::Driver;
use super::driver::guide;
use crate::i18n::Words;
use crate::language::Language;
use crate::operations::protocol::ClockJump;
use crate::release::{Level, release};
use crate::session::{Answer, Manner, PauseReason, Place, hours, numbered_timecode};
use crate::tui::app::{Effect, Msg};
use crate::tui::screen::{Asked, Screen, SessionNames};

fn english() -> Driver {
    Driver::interview(120, 40, Language::En, "")
}

/// Presses a key exactly so long after an instant.
fn press_at(driver: &mut Driver, from: time::OffsetDateTime, milliseconds: i64, keys: &str) {
    driver.now = from + Duration::milliseconds(milliseconds - 10);
    driver.press(keys);
}

/// A form in which a session is prepared.
fn preparing() -> Driver {
    let mut driver = Driver::start(120, 40, Language::En);
    driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
    driver
}

fn consents(driver: &Driver) -> Vec<(String, Answer, Manner)> {
    let records = driver.state().consent.iter();
    records
        .map(|record| (record.step.clone(), record.answer, record.manner))
        .collect()
}

/// A8: each step with its script in the interview's language, one key an answer, manner, time and edition kept.
#[test]
fn the_steps_of_the_consent_are_said_and_answered_one_after_the_other() {
    let mut driver = preparing();
    driver.press("<A-C><A-C>");
    assert!(matches!(driver.app.screen, Screen::Consent(_)));
    let screen = driver.screen();
    assert!(
        screen.contains("Before we begin, a word on how"),
        "{screen}"
    );
    assert!(screen.contains("* no interview begins"), "{screen}");
    driver.press("1");
    assert!(
        driver.screen().contains("Do you agree to do the interview"),
        "{}",
        driver.screen()
    );
    driver.press("1441");
    let given = consents(&driver);
    let expected = [
        ("c1", Manner::Oral),
        ("c2", Manner::Oral),
        ("c3", Manner::Written),
    ];
    assert_eq!(
        given,
        expected.map(|(step, manner)| (step.to_owned(), Answer::Yes, manner))
    );
    let record = driver.state().record_of("c3").unwrap();
    assert_eq!(record.edition, guide().edition);
    assert_eq!(record.language, Language::En);
    // In another language the script is another, and so is what is kept of it.
    driver.press("<C-l>");
    assert!(
        driver.screen().contains("Projektarchiv"),
        "{}",
        driver.screen()
    );
    driver.press("1");
    assert_eq!(
        driver.state().record_of("c4").unwrap().language,
        Language::De
    );
    driver.press("<F10>");
    assert!(matches!(driver.app.screen, Screen::Interview(_)));
    assert!(driver.state().clock.began.is_some());
}

/// A8: a start without c2 is impossible.
#[test]
fn a8_without_c2_no_interview_begins_and_the_session_can_be_thrown_away() {
    let mut driver = preparing();
    driver.press("<A-C><A-C>12");
    assert!(
        driver.screen().contains("Do not begin"),
        "{}",
        driver.screen()
    );
    driver.press("<F10>");
    assert!(driver.state().clock.began.is_none());
    assert!(matches!(driver.app.screen, Screen::Consent(_)));
    // Thrown away only after a question.
    driver.press("<F8>x");
    assert!(
        driver.screen().contains("Discard the session?"),
        "{}",
        driver.screen()
    );
    driver.press("<Enter>");
    assert!(matches!(driver.app.screen, Screen::Start(_)));
    let thrown = driver
        .effects
        .iter()
        .position(|effect| matches!(effect, Effect::Discard(_)));
    let listed = driver
        .effects
        .iter()
        .rposition(|effect| matches!(effect, Effect::ListSessions));
    assert!(thrown.is_some() && thrown < listed);

    // Left instead, it stays prepared.
    let mut driver = preparing();
    driver.press("<A-C><A-C>12<F3>");
    assert!(matches!(driver.app.screen, Screen::Start(_)));
    assert!(driver.app.trouble.as_ref().unwrap().contains("c1 and c2"));
    let finished = driver
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Finish(_)));
    assert!(finished);
}

#[test]
fn who_takes_no_part_any_more_is_not_written_down() {
    let mut driver = english();
    driver.press("said<Enter><A-C><Up><Up><Up><Up><Up><Up><Down>3<Enter><F3>more");
    let screen = driver.screen();
    assert!(screen.contains("nothing more is written down"), "{screen}");
    driver.press("<Enter>");
    driver.send(Msg::Paste("pasted".to_owned()));
    assert!(driver.shown().editor.is_empty());
    assert_eq!(driver.state().notes.len(), 1);
}

/// A8: c3 gates the recording; the key is inactive and says why.
#[test]
fn a8_without_c3_no_recording_is_marked_and_the_header_says_from_memory() {
    let mut driver = Driver::before_interview(120, 40, Language::En, "");
    driver.press("<A-C><Up><Up>2<Enter><F3><F9>");
    assert!(driver.state().clock.recordings.is_empty());
    assert!(driver.screen().contains("No consent to recording"));
    driver.press("<F10>a note<Enter>");
    let screen = driver.screen();
    assert!(
        screen.contains("○ from memory") && screen.contains("a note"),
        "{screen}"
    );
    assert!(
        !screen.contains("#00:"),
        "no code without a recording:\n{screen}"
    );
}

/// A8: a step is withdrawn at any time, its effect is shown before it is done.
#[test]
fn the_effect_of_a_withdrawal_is_shown_before_it_is_done() {
    let steps = [
        (0, "interview is over"),
        (1, "leitfaden withdraw A-1"),
        (2, "delete the recording"),
        (3, "no longer released for the archive"),
        (4, "leaves word for word"),
        (5, "no longer waits"),
        (6, "leaves the session out"),
    ];
    for (down, effect) in steps {
        let mut driver = english();
        driver.press("<A-C>111<Up><Up><Up><Up><Up><Up><Up>");
        for _ in 0..down {
            driver.press("<Down>");
        }
        let before = consents(&driver);
        driver.press("3");
        assert!(
            driver.screen().contains(effect),
            "{effect}:\n{}",
            driver.screen()
        );
        assert_eq!(consents(&driver), before);
        // Any other key leaves it.
        driver.press("<Down><Up>");
        assert_eq!(consents(&driver), before);
        // A no to what was agreed to is a withdrawal too.
        driver.press("2<Enter>");
        let (_, answer, _) = consents(&driver).pop().unwrap();
        assert_eq!(answer, Answer::Withdrawn);
        let at = driver.state().consent.last().unwrap().at;
        assert!(driver.now - at < Duration::seconds(1));
    }
}

/// A8: a withdrawal of c4 blocks the export, with the reason shown.
#[test]
fn a8_a_withdrawn_c4_blocks_the_archive_with_its_reason() {
    let mut driver = english();
    let reasons = |driver: &Driver| {
        let refused = release(driver.state(), None, Level::Archive);
        let words = Words::new(Language::En);
        let reasons = refused.map_or_else(|refused| refused.reasons, |_| Vec::new());
        let said: Vec<String> = reasons
            .iter()
            .map(|reason| words.refusal(reason).into_owned())
            .collect();
        said.join("\n")
    };
    assert_eq!(reasons(&driver), "");
    driver.press("<A-C><Up>3<Enter>");
    assert!(
        reasons(&driver).contains("step c4 of the consent was withdrawn"),
        "{}",
        reasons(&driver)
    );
}

#[test]
fn taking_c3_back_ends_the_recording_and_its_codes() {
    let mut driver = english();
    driver.press("<F9>").wait(20).press("said<Enter>");
    assert!(driver.screen().contains("#00:00:1"));
    driver.press("<A-C><Up><Up>3<Enter><F3>");
    assert!(driver.state().clock.running().is_none());
    let screen = driver.screen();
    assert!(
        !screen.contains("#00:") && screen.contains("○ from memory"),
        "{screen}"
    );
}

/// A2: first char at 62.3 s, Enter at 75 s, lead 0 and 5; never negative.
#[test]
fn a2_a_note_stands_at_its_first_key_less_the_lead_and_never_below_zero() {
    for (lead_ms, code) in [(0, "#00:01:02-3#"), (5_000, "#00:00:57-3#")] {
        let mut driver = Driver::start(120, 40, Language::En);
        driver.app.lead_ms = Some(lead_ms);
        driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
        driver.press("<A-C><A-C>111<F9>");
        let zero = driver.now;
        driver.press("<F10>");
        press_at(&mut driver, zero, 2_000, "x");
        driver.press("<Enter>");
        press_at(&mut driver, zero, 62_300, "s");
        driver.press("aid");
        press_at(&mut driver, zero, 75_000, "<Enter>");
        let screen = driver.screen();
        assert!(screen.contains(code), "lead {lead_ms}:\n{screen}");
        let first = if lead_ms == 0 {
            "#00:00:02-0#"
        } else {
            "#00:00:00-0#"
        };
        assert!(screen.contains(first), "lead {lead_ms}:\n{screen}");
        assert_eq!(shown_codes(&driver), [first, code]);
    }
}

/// What `show` prints for the notes, in their order.
fn shown_codes(driver: &Driver) -> Vec<String> {
    let released = release(driver.state(), None, Level::Working).unwrap();
    let places = released.notes().iter().map(|note| released.place_of(note));
    places
        .map(|place| match place {
            Place::Recording { number, at_ms } => numbered_timecode(number, at_ms),
            Place::Interview(at_ms) => hours(at_ms),
        })
        .collect()
}

/// B7: +3.5 s shifts all codes of that recording and keeps their order; the screen and `show` say the same.
#[test]
fn b7_a_corrected_offset_shifts_all_codes_of_its_recording_and_no_other() {
    let mut driver = english();
    driver.press("<F9>");
    let zero = driver.now;
    for second in [10, 20, 30] {
        press_at(&mut driver, zero, second * 1_000, "a");
        driver.press("<Enter>");
    }
    driver.press("<F9>1").wait(5).press("<F9>");
    let second_zero = driver.now;
    press_at(&mut driver, second_zero, 10_000, "b");
    driver.press("<Enter>");
    let codes = [
        "#00:00:05-0#",
        "#00:00:15-0#",
        "#00:00:25-0#",
        "2:#00:00:05-0#",
    ];
    assert_eq!(shown_codes(&driver), codes);
    driver.press("<A-F><Down><Down><C-w><Backspace><Backspace>");
    driver.send(Msg::Paste("+3,5\r\nand more".to_owned()));
    driver.press("<F3>");
    let codes = [
        "#00:00:08-5#",
        "#00:00:18-5#",
        "#00:00:28-5#",
        "2:#00:00:05-0#",
    ];
    assert_eq!(shown_codes(&driver), codes);
    let screen = driver.screen();
    for code in codes {
        assert!(screen.contains(code), "{code}:\n{screen}");
    }
    // What cannot be understood is said, and the cursor stays there.
    driver.press("<A-F><Down><Down><C-w>soon<F3>");
    assert!(matches!(driver.app.screen, Screen::Clock(_)));
    assert!(driver.screen().contains("Not understood"));
}

#[test]
fn letters_behind_a_question_by_digits_begin_a_note() {
    let mut driver = english();
    driver
        .press("<F9>")
        .wait(60)
        .press("<F9>")
        .press("Leiterin, seit 10 Jahren<Enter>");
    let state = driver.shown().protocol.state();
    assert!(state.clock.running().is_some());
    let notes: Vec<&str> = state.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Leiterin, seit 10 Jahren"]);
}

#[test]
fn the_key_behind_a_no_answers_the_next_question() {
    let mut driver = english();
    driver.press("<A-C>2");
    let first = consents(&driver);
    driver.press("1");
    let both = consents(&driver);
    assert_eq!(both[..first.len()], first, "what was answered stays");
    assert_eq!(both.len(), first.len() + 1);
}

/// B5: a pause has a reason, its span is kept, the recorder is thought of, and net and gross are both there.
#[test]
fn b5_a_pause_stops_at_once_and_its_reason_comes_by_one_key() {
    let mut driver = english();
    driver.press("<F9>").wait(60).press("<F8>");
    assert!(driver.screen().contains("The recorder still runs"));
    driver.wait(30).press("3");
    assert!(
        driver.screen().contains("until everyone agrees"),
        "{}",
        driver.screen()
    );
    let pause = driver.state().clock.pauses[0];
    assert_eq!(
        (pause.reason, pause.to_ms),
        (PauseReason::ThirdPerson, None)
    );
    assert!((60_000..61_000).contains(&pause.from_ms), "{pause:?}");
    driver.wait(30).press("<F8>");
    assert!(driver.screen().contains("Does the recorder run?"));
    driver.wait(40).press("x<Enter>");
    let released = release(driver.state(), None, Level::Working).unwrap();
    let duration = released.duration().unwrap();
    let paused = duration.gross_ms - duration.net_ms;
    assert!((60_000..61_000).contains(&paused), "{duration:?}");
    assert_eq!(released.pauses().len(), 1);
}

#[test]
fn a_note_does_not_wait_for_the_reason_of_a_pause() {
    let mut driver = english();
    driver.press("<F8>stood up<Enter>");
    assert_eq!(driver.state().notes[0].text.as_str(), "stood up");
    assert_eq!(driver.state().clock.pauses[0].reason, PauseReason::Asked);
    driver.press("<F8>");
    assert!(!driver.state().clock.is_paused());
    driver.press("<F8><F8>");
    assert!(
        !driver.state().clock.is_paused(),
        "the key for it ends it, too"
    );
}

#[test]
fn a_recording_is_stopped_and_the_next_one_has_its_own_zero() {
    let mut driver = english();
    driver.press("<F9>").wait(10).press("<F9><Esc>");
    assert!(
        driver.state().clock.running().is_some(),
        "asked and left as it is"
    );
    driver.press("<F9>1");
    assert!(driver.state().clock.running().is_none());
    assert!(driver.screen().contains("Recording 1 ends here"));
    driver.wait(10).press("<F9>");
    assert_eq!(driver.state().clock.recordings.len(), 2);
    driver.wait(10).press("<F9>2");
    assert_eq!(driver.state().clock.recordings.len(), 3);
    let stopped = driver.state().clock.recordings.iter();
    assert_eq!(
        stopped
            .filter(|recording| recording.stopped_ms.is_none())
            .count(),
        1
    );
}

/// A10: at 120 % the figure changes colour and sign, cursor and focus stay; pause stops both clocks.
#[test]
fn a10_time_that_runs_out_changes_colour_and_sign_and_nothing_else() {
    let mut driver = english();
    driver.press("half a thought");
    let cursor = driver.cursor();
    let header = |driver: &mut Driver| driver.screen().lines().next().unwrap().to_owned();
    driver.wait(60 * 5);
    let calm = header(&mut driver);
    assert!(!calm.contains('!'), "{calm}");
    driver.wait(60 * 60);
    let late = header(&mut driver);
    assert!(late.contains("!!") && late.contains("65/62!"), "{late}");
    assert_eq!(driver.cursor(), cursor);
    assert_eq!(driver.shown().editor.text(), "half a thought");
    driver.press("<F8><Esc>");
    let figures = |text: &str| text.rsplit("  block").next().map(str::to_owned);
    let paused = figures(&header(&mut driver));
    driver.wait(60 * 30);
    assert_eq!(figures(&header(&mut driver)), paused);
}

/// A10: a colour, and nothing else; whatever is being written.
#[test]
fn a10_at_120_percent_of_its_block_the_figure_changes_colour_and_the_cursor_stays() {
    let mut driver = english();
    driver.press("half a thought");
    let cursor = driver.cursor();
    let planned = i64::from(guide().blocks[0].minutes.on_site);
    let figure = |used: i64| format!("{used:02}/{planned:02}");
    driver.wait(planned * 60 - 20);
    let calm = driver.colour_of(&figure(planned - 1));
    let just_before = planned * 72 - 1;
    driver.wait(just_before - planned * 60 + 19);
    let past = driver.colour_of(&figure(just_before / 60));
    driver.wait(2);
    let far_past = driver.colour_of(&figure(planned * 72 / 60));
    assert!(calm != past && past != far_past && calm != far_past);
    assert_eq!(driver.cursor(), cursor);
    assert_eq!(driver.shown().editor.text(), "half a thought");
    assert!(driver.screen().matches('\u{7}').count() == 0 && !driver.app.is_choosing());
    driver.press(" goes on<Enter>");
    let note = driver.state().notes.last().unwrap();
    assert_eq!(note.text.as_str(), "half a thought goes on");
}

/// A10: stretch and shrink by proportion.
#[test]
fn a10_one_key_stretches_and_shrinks_the_whole_and_its_blocks_in_proportion() {
    let mut driver = english();
    let header = |driver: &mut Driver| driver.screen().lines().next().unwrap().to_owned();
    let block = guide().blocks[0].minutes.on_site;
    assert!(header(&mut driver).contains(&format!("00/{block:02}  total 00/62")));
    driver.press("<A-+><A-+>");
    let stretched = (block * 72 + 31) / 62;
    assert!(header(&mut driver).contains(&format!("00/{stretched:02}  total 00/72")));
    for _ in 0..30 {
        driver.press("<A-->");
    }
    assert!(
        header(&mut driver).contains("total 00/05"),
        "{}",
        header(&mut driver)
    );
}

/// The machine's clock is set while an interview runs: nothing moves. It sleeps: that counts, until it is said not to.
#[test]
fn a_jump_of_the_machine_s_clock_is_logged_and_can_be_corrected() {
    let mut driver = english();
    driver.wait(60);
    driver.now += Duration::hours(2);
    driver.send(Msg::ClockJumped(ClockJump::Set(7_200_000)));
    driver.wait(10).press("after<Enter>");
    let note_ms = |driver: &Driver, index: usize| driver.state().notes[index].at_ms;
    assert!(
        (70_000..71_000).contains(&note_ms(&driver, 0)),
        "{}",
        note_ms(&driver, 0)
    );
    assert!(driver.screen().contains("00:01:1"));

    driver.now += Duration::hours(1);
    driver.send(Msg::ClockJumped(ClockJump::Slept(3_600_000)));
    driver.press("awake<Enter>drafted");
    assert!(note_ms(&driver, 1) > 3_670_000);
    assert_eq!(driver.state().clock.jumps.len(), 2);
    assert_eq!(
        driver
            .state()
            .log
            .iter()
            .filter(|entry| matches!(entry, crate::session::LogEntry::ClockJumped(_)))
            .count(),
        2
    );
    // The second jump is told not to count: what came after it moves, the draft in the editor too.
    driver.press("<A-F><Down><Down><Down> <F3><Enter>");
    assert!(
        (70_000..72_000).contains(&note_ms(&driver, 1)),
        "{}",
        note_ms(&driver, 1)
    );
    assert!(
        (70_000..72_000).contains(&note_ms(&driver, 2)),
        "{}",
        note_ms(&driver, 2)
    );
    assert!(note_ms(&driver, 0) < note_ms(&driver, 1));
}

#[test]
fn the_days_of_the_deletion_are_fields_and_the_script_says_the_promised_one() {
    let mut driver = english();
    driver.press("<A-C><Up><Up>");
    assert!(
        driver.screen().contains("is not set"),
        "{}",
        driver.screen()
    );
    driver.press("<A-F><Down><Down>+30<Enter>2026-02-02<F3>");
    let deletion = driver.state().deletion;
    let promised = deletion.promised.unwrap();
    assert_eq!((promised - driver.now.date()).whole_days(), 30);
    assert_eq!(deletion.done.unwrap().to_string(), "2026-02-02");
    driver.press("<Up><Up><Up><Up><Up><Up><Down><Down>");
    assert!(
        driver.screen().contains(&promised.to_string()),
        "{}",
        driver.screen()
    );
}

#[test]
fn a_question_of_the_consent_is_left_by_any_other_key() {
    let mut driver = english();
    driver.press("<A-C><Up>3");
    let asked = |driver: &Driver| match &driver.app.screen {
        Screen::Consent(consent) => consent.asked,
        _ => None,
    };
    assert_eq!(asked(&driver), Some(Asked::Withdraw));
    driver.press("<F3>");
    assert!(matches!(driver.app.screen, Screen::Consent(_)));
    assert_eq!(asked(&driver), None);
    let key = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::ALT | KeyModifiers::SHIFT);
    driver.press("<F3>").send(Msg::Key(key));
    assert!(matches!(driver.app.screen, Screen::Consent(_)));
}

/// B5, A6, A14: what lasts is ended, and what is settled closed, by a key that is in sight on the smallest screen.
#[test]
fn the_key_that_comes_next_is_in_sight() {
    let footer = |driver: &mut Driver| {
        let screen = driver.screen();
        screen.lines().last().unwrap_or_default().to_owned()
    };
    let mut driver = Driver::interview(60, 20, Language::En, "");
    driver.press("<F8>1");
    assert!(footer(&mut driver).contains("F8 go on"));
    driver.press("<F8>");
    assert!(!footer(&mut driver).contains("F8 go on"));
    driver.press("<F12>");
    assert!(footer(&mut driver).contains("F12 go on"));
    driver.press("<F12><A-k>");
    assert!(footer(&mut driver).contains("F10"));
    for _ in 0..40 {
        driver.press("n");
    }
    assert!(footer(&mut driver).contains("F10"));
}
