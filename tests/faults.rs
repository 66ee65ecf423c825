//! What can go wrong around an interview: the terminal, the disk, the files, what is pasted. No word is lost, nothing
//! is written that was not meant, and what went wrong is said.
#![cfg(target_os = "linux")]

#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/files.rs"]
mod files;
#[path = "support/keys.rs"]
mod keys;
#[path = "support/names.rs"]
mod names;
#[path = "faults/packing.rs"]
mod packing;
#[path = "faults/parting.rs"]
mod parting;
#[path = "faults/paste.rs"]
mod paste;
#[expect(dead_code, reason = "the test of the interview uses more of it")]
#[path = "support/place.rs"]
mod place;
#[expect(dead_code, reason = "the test of the interview uses more of it")]
#[path = "support/terminal.rs"]
mod terminal;
#[path = "faults/terminal_loss.rs"]
mod terminal_loss;

use leitfaden::session::Session;
use leitfaden::store::Study;

use place::Place;

/// What the files of the session say.
fn session(place: &Place) -> Session {
    let study = Study::open(&place.study()).expect("a study");
    let id = "A-1".parse().expect("a name of a session");
    study.read_session(&id).expect("the session can be read")
}

/// The drafts of the session, one behind the other.
fn drafts(place: &Place) -> String {
    let session = session(place);
    let drafts = session.drafts.values().map(|draft| draft.text.as_str());
    drafts.collect()
}

/// The notes of the session.
fn notes(place: &Place) -> Vec<String> {
    let session = session(place);
    let notes = session.notes.iter().map(|note| note.text.as_str());
    notes.map(str::to_owned).collect()
}
