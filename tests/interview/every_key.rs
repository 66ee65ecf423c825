//! What the disk holds after every single key.

use std::fs;
use std::path::{Path, PathBuf};

use leitfaden::session::Session;
use leitfaden::store::Study;

use crate::keys::keys;
use crate::names;
use crate::place::Place;
use crate::script::{CLOSING, STEPS};
use crate::seat::Seat;

/// The beginning of a name at which the script leaves a draft: it is written then, and must go when the name is whole.
const PIECE: &str = "Holz";

/// What the files of the session say, read from a copy of the study; nothing was written to it.
pub fn reopen_copy(place: &Place) -> Session {
    let copy = tempfile::tempdir().expect("a folder for the copy");
    for folder in ["guides", "sessions"] {
        fs::create_dir(copy.path().join(folder)).expect("a folder of the copy");
    }
    for (path, bytes) in session_files(place) {
        let name = path.file_name().expect("a file has a name");
        fs::write(copy.path().join("sessions").join(name), bytes).expect("a copied file");
    }
    reopen(copy.path())
}

/// What the files of the session in a study say when it is opened for work.
pub fn reopen(study: &Path) -> Session {
    let study = Study::open(study).expect("a study");
    let id = "A-1".parse().expect("a name of a session");
    let opened = study.open_session(&id).expect("the session opens");
    opened.sitting.state().clone()
}

/// Every text that a session holds.
pub fn texts(session: &Session) -> String {
    // The debug print escapes marks, so that the texts themselves come beside it.
    let notes = session.notes.iter().map(|note| note.text.as_str());
    let drafts = session.drafts.values().map(|draft| draft.text.as_str());
    let parked = session.parked.iter().map(|parked| parked.text.as_str());
    let texts: Vec<&str> = notes.chain(drafts).chain(parked).collect();
    format!("{} {session:?}", texts.join("\n"))
}

fn session_files(place: &Place) -> Vec<(PathBuf, Vec<u8>)> {
    names::files(&place.session_file(""))
}

/// How many words, begun ones too, `shown` has in one place beside what is `written`; nothing if they differ otherwise.
fn missing_words(shown: &str, written: &str) -> Option<usize> {
    let shown: Vec<char> = shown.chars().collect();
    let written: Vec<char> = written.chars().collect();
    let same = |(left, right): &(&char, &char)| left == right;
    let before = shown.iter().zip(&written).take_while(same).count();
    let behind = shown.iter().rev().zip(written.iter().rev());
    let behind = behind.take_while(same).count();
    let behind = behind.min(written.len().saturating_sub(before));
    let rest = shown.get(before..shown.len().checked_sub(behind)?)?;
    let rest: String = rest.iter().collect();
    // A placeholder is one word.
    let rest = rest.replace("[Person ", "[").replace("[Institution ", "[");
    (before + behind == written.len()).then(|| rest.split_whitespace().count())
}

/// A3
#[test]
fn a3_after_every_key_nothing_is_missing_on_disk_but_what_is_held_and_no_name_is_there() {
    let place = Place::new(names::PROTECTED);
    let mut seat = Seat::take(&place);
    let mut before = Vec::new();
    let mut looked = 0;
    let mut was_seen = false;
    for key in STEPS.iter().chain([&CLOSING]).flat_map(|step| keys(step)) {
        seat.press(key);
        let Some(session) = seat.session() else {
            continue;
        };
        let (shown, held) = seat.draft().expect("an interview has a draft");
        let missing = missing_words(&shown, &seat.written());
        // Beside the words that were held at the last boundary there is at most the one that is being typed.
        assert!(
            held <= 8 && missing.is_some_and(|missing| missing <= held + 1),
            "{missing:?} words and {held} held of {shown:?}, written {:?}",
            seat.written()
        );
        let files = session_files(&place);
        if files == before {
            continue;
        }
        looked += 1;
        let reopened = reopen_copy(&place);
        assert_eq!(&reopened, session, "behind {shown:?}");
        assert_eq!(
            names::in_text(&texts(&reopened)),
            [""; 0],
            "behind {shown:?}"
        );
        assert_eq!(
            names::in_files(&place.session_file("")),
            [],
            "behind {shown:?}"
        );
        let holds_piece = |text: &str| text.contains(PIECE);
        let is_on_disk = files
            .iter()
            .any(|(_, bytes)| holds_piece(&String::from_utf8_lossy(bytes)));
        was_seen |= is_on_disk;
        assert!(
            !is_on_disk || holds_piece(&texts(session)),
            "the beginning of a name stays behind {shown:?}"
        );
        before = files;
    }
    assert!(was_seen, "the beginning of a name was never written");
    assert!(looked > 200, "only {looked} states of the disk were seen");
    assert!(seat.session().is_none(), "the interview is closed");
    assert!(reopen_copy(&place).closed.is_some());
    assert_eq!(names::in_files(place.root()), []);
}
