//! Writing from the recording, by keys.

use super::Driver;
use crate::language::Language;
use crate::operations::player::{Known, Order, RecordingPath, Report, Source, State, Trouble};
use crate::session::{Event, Origin, Place};
use crate::tui::app::{Effect, Msg};
use crate::tui::screen::Screen;

fn english() -> Driver {
    Driver::interview(120, 40, Language::En, "")
}

/// An interview with a minute of recording and a note in it, listened to.
fn listening() -> Driver {
    let mut driver = english();
    driver.press("<F9>").wait(30).press("known<Enter>").wait(30);
    driver.press("<A-R>");
    driver.send(Msg::Paste(
        "'/home/me/Interview Anna Muster.wav'\n".to_owned(),
    ));
    driver
}

/// Says once more which recording it is, and listens to it.
fn listen_again(driver: &mut Driver) {
    driver.press("<A-R>");
    driver.send(Msg::Paste("/home/me/talk.wav".to_owned()));
    driver.press("<Enter>");
}

fn told(position_ms: u64, is_paused: bool) -> Msg {
    Msg::Player(Report::State(State {
        position_ms,
        length_ms: Some(60_000),
        is_paused,
        speed_percent: 100,
    }))
}

fn orders(driver: &Driver) -> Vec<Order> {
    let orders = driver.effects.iter().filter_map(|effect| match effect {
        Effect::Player(order) => Some(*order),
        _ => None,
    });
    orders.collect()
}

/// The path of the recording is never shown and never stored.
#[test]
fn the_path_of_a_recording_is_hidden_and_goes_to_the_player_alone() {
    let mut driver = listening();
    assert!(driver.screen().contains("••••"));
    driver.press("<Enter>");
    let source = driver.effects.iter().find_map(|effect| match effect {
        Effect::Listen(source) => Some(source.clone()),
        _ => None,
    });
    let path = RecordingPath::new("/home/me/Interview Anna Muster.wav");
    assert_eq!(source, Some(Source::Start(path)));
    driver.send(told(0, true));
    driver.press("heard<Enter>");
    assert!(!driver.screen().contains("Muster"));
    let everything = format!(
        "{:?} {:?} {:?}",
        driver.effects,
        driver.app.screen,
        driver.state()
    );
    assert!(!everything.contains("Muster"));
}

/// A15, B7: while the recording plays notes keep its place and where they come from, without leaving the editor.
#[test]
fn a_note_from_the_recording_stands_where_the_recording_plays() {
    let mut driver = listening();
    driver.press("<Enter>");
    driver.send(told(12_300, false));
    driver.press("a").wait(1);
    driver.send(told(13_310, false));
    driver.press("nd so on<A-.>");
    assert_eq!(driver.shown().editor.text(), "and so on");
    driver.press("<A-;><A-:><A-+><A--><Enter>");
    let note = driver.state().notes.last().unwrap();
    assert_eq!(note.origin, Origin::Recording);
    let Place::Recording { number: 1, at_ms } = driver.state().place_of(note) else {
        panic!("it lies in the recording");
    };
    assert!((12_300..12_330).contains(&at_ms), "{at_ms}");
    let orders = orders(&driver);
    assert_eq!(orders.len(), 5);
    assert_eq!(orders[0], Order::Toggle);
    let Order::Seek(back) = orders[1] else {
        panic!()
    };
    let Order::Seek(on) = orders[2] else { panic!() };
    assert!(
        (8_000..9_000).contains(&back) && on.abs_diff(back + 5_000) < 50,
        "{back} {on}"
    );
    assert_eq!(orders[3..], [Order::Faster, Order::Slower]);
    // Listened to no longer, notes are live again.
    driver.press("<A-R>later<Enter>");
    assert!(
        driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::StopListening))
    );
    assert_eq!(driver.state().notes.last().unwrap().origin, Origin::Live);
}

#[test]
fn the_recording_goes_to_the_place_of_the_note_that_is_chosen_and_to_gaps() {
    let mut driver = listening();
    driver.press("<Enter>");
    driver.send(told(0, true));
    driver.press("<C-Up>");
    let [Order::Seek(to_ms)] = orders(&driver)[..] else {
        panic!("{:?}", orders(&driver));
    };
    // Thirty seconds less the lead.
    assert!((24_500..26_000).contains(&to_ms), "{to_ms}");
    driver.press("<A-J>");
    assert_eq!(orders(&driver).len(), 2);
    // A gap that was marked while it was said lies a moment before its key.
    driver.press("<A-R><A-m>");
    listen_again(&mut driver);
    driver.send(told(0, true));
    driver.press("<A-'>");
    let Some(Order::Seek(gap_ms)) = orders(&driver).last().copied() else {
        panic!();
    };
    assert!((54_000..57_000).contains(&gap_ms), "{gap_ms}");
}

/// A15, B7: also the next day, when the clock of the interview stands elsewhere.
#[test]
fn a15_a_gap_and_a_parked_point_stand_where_the_recording_plays_and_it_goes_back_there() {
    for next_day in [false, true] {
        let mut driver = listening();
        driver.press("<Enter>");
        if next_day {
            driver.press("<A-R>").close("");
            driver.wait(86_400).press("<F2>");
            listen_again(&mut driver);
        }
        driver.send(told(12_300, true));
        driver.press("<A-m>ask again<F6>");
        let there = Place::Recording {
            number: 1,
            at_ms: 12_300,
        };
        let place_of = |at_ms| driver.state().place_of_key(at_ms);
        assert_eq!(place_of(driver.state().gaps[0].at_ms), there);
        assert_eq!(place_of(driver.state().parked[0].at_ms), there);
        assert!(driver.state().talk_ended().unwrap() <= driver.now);
        driver.send(told(40_000, true));
        driver.press("<A-'>");
        assert_eq!(orders(&driver).last(), Some(&Order::Seek(12_300)));
        driver.send(told(40_000, true));
        let before = orders(&driver).len();
        driver.press("<A-e>1");
        assert_eq!(orders(&driver)[before..], [Order::Seek(12_300)]);
        driver.press(": who<Enter>");
        let note = driver.state().notes.last().unwrap();
        assert_eq!(note.text.as_str(), "ask again: who");
        assert_eq!(driver.state().place_of(note), there);
    }
}

/// A6, A7, A15: the recording knows what nobody was to write down.
#[test]
fn a6_what_was_off_the_record_or_struck_is_not_written_back_from_the_recording() {
    for withhold in ["<F12>", "gone<Enter>"] {
        let mut driver = english();
        driver.press("<F9>").wait(30).press("known<Enter>").wait(30);
        driver.press(withhold).wait(20);
        driver.press(match withhold {
            "<F12>" => "<F12>",
            _ => "<A-S>1<Enter>",
        });
        let span = driver.state().ended_stretches()[0].0;
        let inside = span.from_ms + (span.to_ms - span.from_ms) / 2;
        driver.press("<Esc><F3>").wait(5);
        listen_again(&mut driver);
        driver.send(told(inside, true));
        let (notes, done) = (driver.state().notes.len(), driver.effects.len());
        for key in ["s", "e", "<A-m>", "<F6>"] {
            driver.press(key);
            let screen = driver.screen();
            assert!(screen.contains("Nothing is kept of 00:0"), "{screen}");
        }
        driver.send(Msg::Paste("secret".to_owned()));
        assert!(driver.screen().contains("Nothing is kept of 00:0"));
        driver.press("<Enter><A-X>");
        assert!(driver.shown().editor.is_empty());
        let is_written = |effect: &Effect| matches!(effect, Effect::Append(_));
        assert!(!driver.effects[done..].iter().any(is_written));
        let after = driver.state();
        assert_eq!((after.notes.len(), after.gaps.len()), (notes, 0));
        assert!(after.parked.is_empty() && after.drafts.is_empty());
        // What is changed while it plays there waits as a draft until it plays elsewhere.
        driver.send(told(span.to_ms + 2_000, true));
        driver.press("later<Enter><A-E>");
        driver.send(told(inside, true));
        driver.press(" on<Enter>");
        assert_eq!(driver.shown().editor.text(), "later on");
        let last = |driver: &Driver| {
            driver
                .state()
                .notes
                .last()
                .unwrap()
                .text
                .as_str()
                .to_owned()
        };
        assert_eq!(last(&driver), "later");
        driver.send(told(span.to_ms + 2_000, true));
        driver.press("<Enter>");
        assert_eq!(last(&driver), "later on");
    }
}

#[test]
fn a_player_that_fails_costs_no_note() {
    for (trouble, said) in [
        (Trouble::NotInstalled, "apt install mpv"),
        (Trouble::Gone, "player is gone"),
        (Trouble::Hung, "does not answer"),
        (Trouble::NotPlayable, "nothing in this file"),
    ] {
        let mut driver = listening();
        driver.press("<Enter>");
        driver.send(told(5_000, false));
        driver.press("half a ");
        driver.send(Msg::Player(Report::Ended(trouble)));
        let screen = driver.screen();
        assert!(screen.contains(said), "{screen}");
        driver.press("thought<Enter>");
        let note = driver.state().notes.last().unwrap();
        assert_eq!(note.text.as_str(), "half a thought");
        assert!(driver.shown().playing.is_none());
    }
}

#[test]
fn without_c3_nothing_is_listened_to() {
    let mut driver = listening();
    driver.press("<Enter>");
    driver.send(told(5_000, false));
    driver.press("<A-C><Up><Up>3<Enter>");
    assert!(
        driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::StopListening))
    );
    driver.press("<F3><A-R>");
    assert!(matches!(driver.app.screen, Screen::Interview(_)));
    assert!(driver.screen().contains("No consent to recording"));
}

#[test]
fn a_recording_that_is_known_is_not_asked_for() {
    let mut driver = english();
    driver.app.recording = Known {
        recording: None,
        socket: Some("/run/player".into()),
    };
    driver.wait(20).press("<A-R>");
    let attached = Effect::Listen(Source::Attach("/run/player".into()));
    let asked = driver
        .effects
        .iter()
        .any(|effect| format!("{effect:?}") == format!("{attached:?}"));
    assert!(asked);
    assert!(
        driver
            .screen()
            .contains("taken to begin with the interview"),
        "{}",
        driver.screen()
    );
    assert_eq!(driver.state().clock.recordings.len(), 1);
    let events = driver.shown().protocol.sitting().events();
    let texts: Vec<&Event> = events.iter().map(|recorded| &recorded.event).collect();
    assert!(!format!("{texts:?}").contains("/run/player"));
}
