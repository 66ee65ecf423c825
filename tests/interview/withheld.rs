//! A6 of the field brief, at a real terminal: what is typed off the record reaches no file, whatever happens.

use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use leitfaden::session::Session;
use leitfaden::store::Study;
use rustix::process::Signal;

use crate::names;
use crate::place::Place;
use crate::terminal::{PATIENCE, Program};

/// Fifty words that stand nowhere else.
pub fn words() -> Vec<String> {
    let letters = |from: char, to: char| (from..=to).map(String::from);
    letters('a', 'e')
        .flat_map(|one| letters('k', 't').map(move |other| format!("zwetsch{one}{other}")))
        .collect()
}

/// Types these words as whoever forgets that the interview is off the record: with notes kept, points parked, a gap.
pub fn type_off_the_record(program: &mut Program, words: &[String]) {
    for words in words.chunks(10) {
        for word in words {
            program.press(&format!("{word} "));
        }
        program.press("<Enter><F6><A-m><Tab>");
    }
    program.wait_for("Off the record: not kept");
}

/// Holds that none of these words stands in any file, or in the name of one.
pub fn in_no_file(place: &Place, words: &[String]) {
    for (path, bytes) in names::files(place.root()) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let path = path.to_string_lossy().to_lowercase();
        for word in words {
            assert!(
                !text.contains(word) && !path.contains(word),
                "{word} in {path}"
            );
        }
    }
}

/// The session as its files say it.
pub fn session(place: &Place) -> Session {
    let study = Study::open(&place.study()).expect("a study");
    let id = "A-1".parse().expect("a name of a session");
    study.read_session(&id).expect("the session can be read")
}

fn cut_list(place: &Place) -> String {
    let written = Command::new(env!("CARGO_BIN_EXE_leitfaden"))
        .args(place.command("cutlist"))
        .env_clear()
        .envs(place.variables())
        .current_dir(place.root())
        .stdin(Stdio::null())
        .output()
        .expect("the program can be started");
    assert!(written.status.success());
    String::from_utf8_lossy(&written.stdout).into_owned()
}

#[test]
fn a6_fifty_words_off_the_record_and_a_kill_leave_the_stretch_and_no_byte_of_them() {
    let place = Place::new("person: Anna Brunnhuber\n");
    let words = words();
    assert_eq!(words.len(), 50);
    let mut program = Program::interview(&place);
    program.press("<F9><F10>before it<Enter>");
    program.wait_for("before it");
    program.press("<F12>");
    program.wait_for("Off the record since");
    type_off_the_record(&mut program, &words);
    program.send(b"\x1b[200~zwetschak zwetschal\x1b[201~");
    // What answers last has taken in all keys before.
    program.press("<A-h>");
    program.wait_for("Keys that work now");
    assert!(!program.shown().contains("zwetsch"));
    // That the record was left is on the disk within moments, on a busy machine too.
    let deadline = Instant::now() + PATIENCE;
    while !session(&place).is_off_record() {
        assert!(Instant::now() < deadline, "the stretch is not saved");
        thread::yield_now();
    }
    program.signal(Signal::KILL);
    program.wait_for_the_end();
    in_no_file(&place, &words);
    let left = session(&place);
    assert!(left.is_off_record() && left.drafts.is_empty());
    assert_eq!(
        (left.notes.len(), left.parked.len(), left.gaps.len()),
        (1, 0, 0)
    );

    // Taken up again it still is off the record, until the key is pressed.
    let mut program = Program::interview(&place);
    program.wait_for("Off the record since");
    program.press("<A-0><A-0><F12>");
    program.wait_until("on the record again", |program| {
        !program.shown().contains("Off the record since")
    });
    program.press("after it<Enter>");
    program.wait_for("after it");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    in_no_file(&place, &words);
    let kept = session(&place);
    assert_eq!(kept.ended_stretches().len(), 1);
    let cuts = cut_list(&place);
    let rows: Vec<&str> = cuts.lines().skip(1).collect();
    assert!(rows.len() == 1 && rows[0].contains("off_record"), "{cuts}");
}
