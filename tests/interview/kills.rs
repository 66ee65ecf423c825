//! The program killed at any moment: what it said was saved is there, and no name is.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::thread;
use std::time::Duration;

use leitfaden::session::{Event, Recorded, Session, apply};
use rustix::process::Signal;

use crate::chances::Chances;
use crate::every_key::{reopen, texts};
use crate::keys::{Key, keys};
use crate::names;
use crate::place::Place;
use crate::script::{CLOSING, STEPS};
use crate::seat::Seat;
use crate::terminal::Program;

/// How often the program is killed, in how many threads, and with which chances.
const KILLS: usize = 40;
const THREADS: usize = 4;
const SEED: u64 = 0x6c65_6974_6661_6465;

/// After every so many kills the session is really taken up again.
const TAKEN_UP_EVERY: usize = 8;

/// How the script goes when nobody kills it.
struct Course {
    keys: Vec<Key>,
    /// The number of the last event after so many keys.
    sequences: Vec<u64>,
    /// What a session holds after each event, without its times.
    states: BTreeMap<u64, String>,
}

impl Course {
    fn run() -> Self {
        let place = Place::new(names::PROTECTED);
        let mut seat = Seat::take(&place);
        let typed: Vec<Key> = STEPS.iter().flat_map(|step| keys(step)).collect();
        let last = |seat: &Seat| seat.events.last().map_or(0, |event| event.sequence);
        let mut sequences = vec![last(&seat)];
        for key in typed.iter().copied().chain(keys(CLOSING)) {
            seat.press(key);
            sequences.push(last(&seat));
        }
        Self {
            keys: typed.into_iter().chain(keys(CLOSING)).collect(),
            sequences,
            states: states(&seat.events),
        }
    }

    /// How many keys come before the interview is closed.
    fn typed(&self) -> usize {
        self.keys.len() - keys(CLOSING).len()
    }

    fn sequence(&self, after_keys: usize) -> u64 {
        self.sequences[after_keys]
    }

    /// The place, or the one behind, where no key is awaited that chooses: it would be taken for the choice.
    fn behind_choice(&self, place: usize) -> usize {
        let choosers = keys("<F2><F5>");
        let before = place
            .checked_sub(1)
            .and_then(|before| self.keys.get(before));
        place + usize::from(before.is_some_and(|key| choosers.contains(key)))
    }

    /// How many keys from `from` on are pressed until one of them writes something.
    fn until_written(&self, from: usize) -> usize {
        let before = self.sequence(from);
        let later = self.sequences.iter().skip(from + 1);
        later.take_while(|sequence| **sequence == before).count() + 1
    }
}

fn states(events: &[Recorded]) -> BTreeMap<u64, String> {
    let Some(Event::Begun(header)) = events.first().map(|first| &first.event) else {
        panic!("the first event begins the session");
    };
    let mut session = Session::new((**header).clone());
    let after = events.iter().map(|event| {
        apply(&mut session, event);
        (event.sequence, summary(&session))
    });
    after.collect()
}

/// What a session holds, without its times.
fn summary(session: &Session) -> String {
    let mut summary = String::new();
    for note in &session.notes {
        let (id, topic, kind) = (note.id, &note.topic, note.kind);
        let _ = writeln!(summary, "{id} {topic} {kind:?} {}", note.text.as_str());
    }
    for (topic, draft) in &session.drafts {
        let _ = writeln!(summary, "draft {topic} {}", draft.text.as_str());
    }
    for parked in &session.parked {
        let _ = writeln!(summary, "parked {} {}", parked.topic, parked.text.as_str());
    }
    let Session {
        cells,
        position,
        slots,
        ..
    } = session;
    let is_closed = session.closed.is_some();
    let _ = writeln!(summary, "{cells:?} {position:?} {slots:?} {is_closed}");
    summary
}

/// Types the script up to a moment, and kills the program there; gives how many keys were acknowledged at least, and
/// how many were sent.
fn kill(course: &Course, place: &Place, number: usize, chances: &mut Chances) -> (usize, usize) {
    let span = course.typed() / KILLS;
    let rest = course.behind_choice(number * span + chances.below(span));
    let mut program = Program::interview(place);
    for key in &course.keys[..rest] {
        program.press_key(*key);
    }
    program.wait_until_saved();
    let burst = match number % 4 {
        0 => 0,
        1 => course.until_written(rest),
        _ => (1 + chances.below(9)).min(course.keys.len() - rest),
    };
    let sent = rest + burst;
    for key in &course.keys[rest..sent] {
        program.press_key(*key);
    }
    let mut acknowledged = rest;
    match number % 4 {
        // As soon as the screen says that what the last key wrote is saved.
        1 if waits_for_saved(&mut program) => acknowledged = sent,
        // A little later.
        3 => (0..chances.below(2_000)).for_each(|_| thread::yield_now()),
        // At once.
        _ => {}
    }
    // The child's own `kill` sends SIGHUP first, upon which the program saves and leaves.
    program.signal(Signal::KILL);
    program.child.wait().expect("a killed program ends");
    (acknowledged, sent)
}

/// Whether the screen was seen to save, and then to have saved. It may have done both between two looks.
fn waits_for_saved(program: &mut Program) -> bool {
    let mut saves = false;
    while let Ok(piece) = program.output.recv_timeout(Duration::from_millis(100)) {
        program.show(&piece);
        let status = program.status();
        saves |= status.contains("… saving");
        if saves && status.contains("✓ saved") {
            return true;
        }
    }
    false
}

fn check(course: &Course, place: &Place, acknowledged: usize, sent: usize) {
    let session = reopen(&place.study());
    let moment = format!(
        "killed after {sent} keys, {acknowledged} acknowledged; event {}, between {} and {}",
        session.sequence,
        course.sequence(acknowledged),
        course.sequence(sent)
    );
    assert!(
        session.sequence >= course.sequence(acknowledged),
        "{moment}"
    );
    assert!(session.sequence <= course.sequence(sent), "{moment}");
    assert_eq!(
        summary(&session),
        course.states[&session.sequence],
        "{moment}"
    );
    assert_eq!(names::in_text(&texts(&session)), [""; 0], "{moment}");
    assert_eq!(names::in_files(&place.session_file("")), [], "{moment}");
}

/// Takes the session up again at a terminal: what was recovered is said, and one key goes on.
fn take_up(place: &Place) {
    let before = reopen(&place.study());
    let files = names::files(&place.session_file(""));
    let mut program = Program::interview(place);
    program.wait_for("Any key accepts this");
    assert!(
        names::files(&place.session_file("")) == files,
        "nothing is written before the first key"
    );
    program.press("x");
    program.wait_until("no banner", |program| {
        !program.shown().contains("Any key accepts this")
    });
    program.press(" ");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    let after = reopen(&place.study());
    assert_eq!(after.notes, before.notes);
    assert_eq!(after.cells, before.cells);
    assert_eq!(after.parked, before.parked);
    let draft = |session: &Session| {
        let topic = session.position.as_ref()?;
        Some(session.drafts.get(topic)?.text.as_str().to_owned())
    };
    let expected = draft(&before).unwrap_or_default() + "x ";
    assert_eq!(draft(&after), Some(expected));
    assert_eq!(names::in_files(place.root()), []);
}

/// A3
#[test]
fn what_the_screen_said_was_saved_survives_a_kill_at_any_moment_and_no_name_does() {
    let course = Course::run();
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let course = &course;
            scope.spawn(move || {
                for number in (thread..KILLS).step_by(THREADS) {
                    let seed = SEED + u64::try_from(number).expect("a small number");
                    let place = Place::new(names::PROTECTED);
                    let (acknowledged, sent) =
                        kill(course, &place, number, &mut Chances::new(seed));
                    check(course, &place, acknowledged, sent);
                    if number % TAKEN_UP_EVERY == 2 {
                        take_up(&place);
                    }
                }
            });
        }
    });
}
