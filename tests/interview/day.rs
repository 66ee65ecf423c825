//! One day with the program: prepared, held, closed, completed and approved, through a real terminal.

use std::fs;
use std::time::{Duration, Instant};

use leitfaden::session::{Answer, Manner, Origin, PauseReason, Session, Withholding};
use serde_json::Value;

use crate::place::Place;
use crate::protocol;
use crate::sound::{silent_mpv, sound};
use crate::terminal::Program;
use crate::withheld;

/// Down to the row of the approval in the form after the interview.
const TO_APPROVAL: &str =
    "<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>";

/// The steps of the consent, in the order in which they are asked.
const STEPS: [&str; 7] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

/// How long the stretch off the record lasts at least.
const OFF_RECORD: Duration = Duration::from_secs(2);

/// Every open point left so with a reason.
const WAVED: &str = "nnnnnnnnnnnnnnnnnnnnnnnnnnnn";

/// Types the name that is known, then asks for every step of the consent and answers each with yes, all on the screen.
fn ask_for_consent(program: &mut Program) {
    program.wait_for("Protected words");
    program.press("<A-C>");
    program.wait_for("No protected words yet");
    program.press("Anna Brunnhuber");
    program.wait_for("As a person: Anna Brunnhuber");
    program.press("<A-C>");
    for step in STEPS {
        program.wait_for(&format!("▸ · {step} "));
        program.press("1");
    }
    program.wait_for("✓ c7");
}

fn leave(mut program: Program) {
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert!(program.is_given_back());
}

/// The recording lies outside of everything that the program may write, under a telling name.
const RECORDING: &str = "Brunnhuber.wav";

/// Completes the protocol from the recording, where the player is installed: it is fetched, goes to the note, plays, and
/// what is typed stands where it plays.
fn complete_from_the_recording(program: &mut Program, place: &Place) {
    program.press("<A-R>");
    program.wait_for("Recording 1 of 1");
    let path = place.outside().join(RECORDING);
    program.press(path.to_str().expect("a path that can be typed"));
    program.press("<Enter>");
    program.wait_for("‖ #00:00:00-0#");
    // Once on, one note back to its place; it plays until it is stopped. A player stands where a frame begins.
    program.press("<A-:>");
    program.wait_until("it is five seconds on", |program| {
        let shown = program.shown();
        ["‖ #00:00:05-0#", "‖ #00:00:04-9#"]
            .iter()
            .any(|place| shown.contains(place))
    });
    program.press("<A-.>");
    program.wait_until("it plays", |program| program.shown().contains("▶ #00:00:0"));
    program.press("<A-.>");
    // What the player said before it went on may still come: only where it was when it played, or behind, it has stopped.
    program.wait_until("it stands where it played", |program| {
        let shown = program.shown();
        ["04-9", "05", "06", "07"]
            .iter()
            .any(|place| shown.contains(&format!("‖ #00:00:{place}")))
    });
    program.press("the tape says so<Enter>");
    program.wait_for("the tape says so");
    program.wait_until_saved();
    program.press("<A-R>");
    program.wait_until("it is put away", |program| {
        !program.shown().contains("‖ #00:00:0")
    });
}

/// The interviewee says what is to be said instead; what it replaces is gone for good.
fn correct_what_was_approved(program: &mut Program) {
    program.press("<F2>");
    program.wait_for("memory");
    program.press("<A-M><A-M>");
    program.wait_for("from the approval");
    program.press("<A-E><C-w>nineteen<Enter>");
    program.wait_for("the figure was nineteen");
    program.wait_until_saved();
}

/// What the day left in the session beside its texts.
fn hold_the_day(session: &Session) {
    for step in STEPS {
        let record = session.record_of(step).expect("it was asked");
        assert_eq!((record.answer, record.manner), (Answer::Yes, Manner::Oral));
    }
    let [(span, Withholding::OffRecord)] = session.ended_stretches()[..] else {
        panic!("one stretch was off the record");
    };
    assert!(u128::from(span.to_ms - span.from_ms) >= OFF_RECORD.as_millis());
    let mut pauses = session.clock.pauses.iter();
    let pause = pauses.find(|pause| pause.reason == PauseReason::Interruption);
    let pause = pause.expect("the interruption");
    assert!(
        pause
            .to_ms
            .is_some_and(|to_ms| pause.from_ms <= to_ms && to_ms <= span.from_ms)
    );
    let [recording] = session.clock.recordings[..] else {
        panic!("there is one recording");
    };
    assert!(
        recording
            .ends_ms()
            .is_some_and(|end_ms| end_ms >= span.to_ms)
    );
    let corrected = session
        .notes
        .iter()
        .find(|note| note.text.as_str().ends_with("nineteen"));
    let revised = corrected
        .and_then(|note| note.revised)
        .expect("a correction");
    assert_eq!(revised.origin, Origin::Approval);
}

/// Whether the protocol holds what was heard, as from the recording and where it played.
fn holds_what_was_heard(document: &Value) -> bool {
    let notes = document["notes"].as_array().expect("notes");
    notes.iter().any(|note| {
        note["text"] == "the tape says so"
            && note["origin"] == "recording"
            && note["at_ms"].as_u64().is_some_and(|at_ms| at_ms >= 4_000)
    })
}

/// A1 to A15, B5, B7, B9 and B10 of the field brief, one after the other.
#[test]
fn a_whole_day_from_preparing_to_approval_leaves_no_name_and_nothing_off_the_record() {
    let mut place = Place::new("person: Anna Brunnhuber\n");
    let mpv = silent_mpv();
    let has_player = mpv.is_some();
    if let Some(mpv) = mpv {
        place.play_with(mpv);
    }
    sound(&place.outside().join(RECORDING), 30);
    // The evening before: the form, without consent and without names.
    let mut arguments = place.command("interview");
    arguments.extend(["--guide", "cluster-cooperation", "--mode", "on-site"].map(Into::into));
    let mut program = Program::start(&place, &arguments);
    program.wait_for("Prepare an interview");
    program.press("<F9>");
    program.wait_for("Enter opens");
    program.wait_for("prepared");
    leave(program);

    // The interview, with an interruption and something off the record.
    let mut program = Program::start(&place, &place.command("interview"));
    ask_for_consent(&mut program);
    program.press("<F9><F10>");
    program.wait_for("A-1 ·");
    program.press("Brunnhuber began with two firms<Enter>");
    program.wait_for("[Person 1] began with two firms");
    program.press("<F8>1<F8>");
    program.press("after the call<Enter>");
    program.wait_for("after the call");
    program.press("<F12>");
    program.wait_for("Off the record since");
    let since = Instant::now();
    let words = withheld::words();
    withheld::type_off_the_record(&mut program, &words);
    program.wait_until("it lasts a while", |_| since.elapsed() >= OFF_RECORD);
    withheld::in_no_file(&place, &words);
    program.press("<F12>");
    program.press("on the record again<Enter>");
    program.wait_for("on the record again");
    program.press("<A-k>");
    program.wait_for("This is still open");
    program.press(WAVED);
    program.press("<F10>");
    program.wait_for("closed");

    // After it: what is due, the postscript, a note from memory, the approval.
    program.wait_for("postscript: ");
    program.press("a");
    // Names that are still known are not asked for.
    program.wait_for("After the interview A-1");
    program.press("a quiet room<Enter>");
    program.press("<F2>");
    program.wait_for("memory");
    program.press("what came to mind<Enter>");
    program.wait_for("what came to mind");
    if has_player {
        complete_from_the_recording(&mut program, &place);
    }
    program.press("the figure was ninety<Enter>");
    program.wait_for("the figure was ninety");
    program.press("<A-A>");
    program.wait_for("After the interview A-1");
    program.press(TO_APPROVAL);
    program.wait_for("not sent yet");
    program.press("<Right><Enter>");
    program.wait_for("sent, answer until");
    correct_what_was_approved(&mut program);
    program.press("<A-A>");
    program.wait_for("After the interview A-1");
    program.press(TO_APPROVAL);
    program.press("<Right><Right><Enter>");
    program.wait_for("corrections made");
    program.press("<Right><Right><Right><Enter>");
    program.wait_for("◂ approved · ");
    program.press("<F3>");
    program.wait_for("Enter opens");
    leave(program);

    let document = protocol(&place);
    assert_eq!(holds_what_was_heard(&document), has_player);
    let document = document.to_string();
    let noted = ["[Person 1] began", "after the call", "on the record again"];
    for text in noted.into_iter().chain(["what came to mind"]) {
        assert!(document.contains(text), "{text}");
    }
    let session = fs::read_to_string(place.session_file("A-1.ron")).expect("the session");
    assert!(session.contains("a quiet room") && session.contains("approved"));
    hold_the_day(&withheld::session(&place));
    withheld::in_no_file(&place, &words);
    let gone = ["brunnhuber", "ninety"].map(str::to_owned);
    withheld::in_no_file(&place, &gone);
}
