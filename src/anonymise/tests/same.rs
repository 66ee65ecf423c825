//! Who is the same over the notes of a session, in three languages.

mod institutions;
mod people;
mod places;

use super::*;

/// What becomes of the notes of a session, one after the other.
fn cleaned(language: Language, notes: &[&str]) -> Vec<String> {
    let mut memory = Memory::new(language).with_layers(Layers::ALL);
    let clean = |note: &&str| clean(&mut memory, note);
    notes.iter().map(clean).collect()
}

/// What is written of a note that is typed letter by letter.
fn typed(memory: &mut Memory, note: &str) -> String {
    let mut draft = String::new();
    redact("", 0, Boundary::Word, memory);
    for character in note.chars() {
        draft.push(character);
        let last = redact(&draft, draft.len(), Boundary::Word, memory);
        draft = last.text;
    }
    let last = redact(&draft, draft.len(), Boundary::Settle, memory);
    last.written.as_str().to_owned()
}

/// The notes of a session in which placeholders are expected, with what is expected of each, and what is announced.
type Session = (
    Language,
    &'static str,
    &'static [(&'static str, &'static str)],
);

#[track_caller]
fn become_in_order(sessions: &[Session]) {
    let (mut written, mut expected) = (Vec::new(), Vec::new());
    for (language, announced, notes) in sessions {
        let mut memory = Memory::new(*language).with_layers(Layers::ALL);
        memory.protect(&ProtectedWords::parse(announced));
        for (note, clean_note) in *notes {
            written.push(clean(&mut memory, note));
            expected.push((*clean_note).to_owned());
        }
    }
    assert_eq!(written, expected);
}
