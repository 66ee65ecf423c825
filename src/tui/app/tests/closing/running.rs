//! What still runs when the interview ends: recordings, pauses, stretches off the record.

use super::*;

/// A14
#[test]
fn a_stretch_that_is_still_off_the_record_ends_before_the_interview_does() {
    let mut driver = nearly_settled();
    let mut session = driver.shown().protocol.state().clone();
    session.off_record.push(crate::session::OffRecord {
        from_ms: 1_000,
        to_ms: None,
    });
    driver.open(session, "");
    driver.press("<A-k>");
    assert!(
        list(&driver)
            .rows
            .contains(&OpenPoint::OffRecord { from_ms: 1_000 })
    );
    driver.press("t");
    assert!(driver.screen().contains("This must not stay open"));
    driver.press("1<F10>");
    assert!(closed(&driver).unwrap().off_record[0].to_ms.is_some());
}

/// A14, B7: a recording does not run on behind the end.
#[test]
fn a14_closing_says_and_notes_that_the_recording_ends() {
    for language in Language::ALL {
        let mut driver = Driver::interview(120, 40, language, "");
        driver.press("<F9>one<Enter><A-k>");
        assert!(driver.screen().contains("● "), "{}", driver.screen());
        while !list(&driver).points().is_empty() {
            let is_cell = matches!(list(&driver).chosen(), Some(OpenPoint::Cell(_)));
            driver.press(if is_cell { "1" } else { "2" });
        }
        driver.press("<F10>");
        let session = closed(&driver).expect("it is closed").clone();
        let [recording] = session.clock.recordings[..] else {
            panic!("there is one recording");
        };
        let ended_ms = session.clock.elapsed_ms(session.closed.unwrap());
        assert_eq!(recording.ends_ms(), ended_ms);
        // What is said afterwards is on no recording.
        driver.open(session, "");
        driver.press("<F2><A-C><Up><Up><Up><Up><Up><Up><Up><Up><Down><Down><Down>3<Enter>");
        let records = &driver.shown().protocol.state().consent;
        let last = records.last().unwrap();
        assert_eq!((last.step.as_str(), last.answer), ("c4", Answer::Withdrawn));
        assert_eq!(last.manner, Manner::Oral);
    }
}

/// A8, B5
#[test]
fn a8_what_is_said_in_a_pause_is_on_no_recording() {
    let mut driver = english();
    driver.press("<F9><A-C>");
    let manner = |driver: &Driver| match &driver.app.screen {
        Screen::Consent(consent) => consent.manner(),
        _ => panic!("no consent"),
    };
    assert_eq!(manner(&driver), Manner::OnTape);
    driver.press("<F3><F8>1<A-C>");
    assert_eq!(manner(&driver), Manner::Oral);
}

/// A6, A14: what needs no answer is said all the same.
#[test]
fn a14_stretches_that_have_ended_stand_in_the_list_and_in_what_is_read() {
    let mut driver = nearly_settled();
    driver
        .wait(60)
        .press("<F12>")
        .wait(165)
        .press("<F12>")
        .wait(5);
    driver.press("gone<Enter>").wait(1);
    driver.press("<A-S>1<Enter>");
    let stretches = driver.shown().protocol.state().ended_stretches();
    assert_eq!(stretches.len(), 2);
    driver.press("<A-k>");
    assert_eq!(list(&driver).points(), []);
    let shown = |screen: &str| {
        let off = screen.contains("00:02:45 · off the record");
        off && screen.contains("00:01:00 · struck")
    };
    let screen = driver.screen();
    assert!(shown(&screen), "{screen}");
    driver.press("<Down><F10>");
    let session = closed(&driver).expect("it is closed").clone();
    driver.read(session);
    let screen = driver.screen();
    assert!(shown(&screen), "{screen}");
}

#[test]
fn a8_who_takes_part_no_longer_is_recorded_no_longer_and_no_other_recording_begins() {
    for language in Language::ALL {
        let mut driver = Driver::interview(80, 24, language, "");
        driver.press("<F9>said<Enter><A-C>");
        driver.press("<Up><Up><Up><Up><Up><Up><Down>3");
        let about = [("about", "1".into())];
        let said = driver.app.words.text_with(Text::EffectRecorder, &about);
        let begun: String = said.chars().take(20).collect();
        let screen = driver.screen();
        assert!(screen.contains(&begun), "{begun} in {screen}");
        assert!(driver.shown().protocol.state().clock.running().is_some());
        driver.press("<Enter><F3>");
        assert!(driver.shown().protocol.state().clock.running().is_none());
        assert!(!driver.shown().applies(Command::Recording));
        for key in ["<F9>", "<A-R>"] {
            driver.press(key);
            let said = driver.shown().notice.as_ref().map(|notice| notice.text);
            assert_eq!(said, Some(Text::NoticeRefused), "{key}");
        }
        driver.press("not said<Enter>");
        let state = driver.shown().protocol.state();
        assert_eq!((state.clock.recordings.len(), state.notes.len()), (1, 1));
    }
}

#[test]
fn a8_of_every_step_without_which_there_is_no_interview_it_is_said_that_the_recording_ends() {
    let mut guide = crate::tui::app::tests::driver::guide();
    let archive = guide.consent.iter_mut().find(|step| step.id == "c4");
    archive.expect("the guide asks for the archive").needed = true;
    let asked = |guide, keys: &str| {
        let mut driver = Driver::interview_by(80, 24, guide);
        driver.press("<F10><F9><A-C>").press(&"<Up>".repeat(9));
        driver.press(keys).press("3");
        let about = [("about", "1".into())];
        let said = driver.app.words.text_with(Text::EffectRecorder, &about);
        let is_said = driver.screen().contains(&said);
        driver.press("<Enter>");
        (is_said, driver.state().clock.running().is_none())
    };
    assert_eq!(asked(guide, "<Down><Down><Down>"), (true, true));
    let guide = crate::tui::app::tests::driver::guide;
    assert_eq!(asked(guide(), "<Down><Down><Down>"), (false, false));
    // What a no to recording does is said in words of its own.
    assert_eq!(asked(guide(), "<Down><Down>"), (false, true));
}
