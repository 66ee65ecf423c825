//! What a second coder put on the notes of a session, beside the session and apart from it.
//!
//! An entry is bound to the note's number and to a digest of its text, so that a note that was changed since it was coded
//! is told, and its codes are not compared as if they were of the same text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Note, NoteId, Session, SessionId};
use crate::anonymise::CleanText;

/// The coders that can work beside the session: the first codes in the session itself.
pub const OTHER_CODERS: std::ops::RangeInclusive<u8> = 2..=9;

/// What a second coder put on the notes of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoderSheet {
    /// The session.
    pub session: SessionId,
    /// Which coder, from 2.
    pub coder: u8,
    /// The notes that they looked at.
    pub notes: BTreeMap<NoteId, CodedNote>,
}

/// A note that a second coder looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodedNote {
    /// SHA-256 of the text that they saw, as lower-case hexadecimal digits; empty once that text stands no more.
    pub digest: String,
    /// The codes that they put on it; none if they found none that fits.
    pub codes: Vec<String>,
}

/// How a coder's entry stands to its note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They have not looked at it.
    Uncoded,
    /// They coded the text that it has.
    Current,
    /// The text was changed since they coded it.
    Outdated,
}

impl CoderSheet {
    /// A sheet without entries.
    pub fn new(session: SessionId, coder: u8) -> Self {
        Self {
            session,
            coder,
            notes: BTreeMap::new(),
        }
    }

    /// The codes of a note.
    pub fn codes(&self, note: NoteId) -> &[String] {
        self.notes.get(&note).map_or(&[], |coded| &coded.codes)
    }

    /// How the entry of a note stands to it.
    pub fn standing(&self, note: &Note) -> Standing {
        match self.notes.get(&note.id) {
            None => Standing::Uncoded,
            Some(coded) if coded.digest == digest_of(&note.text) => Standing::Current,
            Some(_) => Standing::Outdated,
        }
    }

    /// Puts a code on a note, or takes it off; `is_same` says which codes are the same after merges. Tells how many it
    /// then has. Whoever codes a note has seen its text as it is.
    pub fn toggle(
        &mut self,
        note: &Note,
        code: &str,
        is_same: impl Fn(&str, &str) -> bool,
    ) -> usize {
        let coded = self.look_at(note);
        let before = coded.codes.len();
        coded.codes.retain(|known| !is_same(known, code));
        if coded.codes.len() == before {
            coded.codes.push(code.to_owned());
        }
        coded.codes.len()
    }

    /// Says that the coder has seen a note as it is, and leaves its codes as they are.
    pub fn look_at(&mut self, note: &Note) -> &mut CodedNote {
        let seen = digest_of(&note.text);
        let coded = self.notes.entry(note.id).or_insert_with(|| CodedNote {
            digest: String::new(),
            codes: Vec::new(),
        });
        coded.digest = seen;
        coded
    }

    /// Takes out the entries of these notes. Tells whether there were any.
    pub fn forget_notes(&mut self, notes: &BTreeSet<NoteId>) -> bool {
        let before = self.notes.len();
        self.notes.retain(|id, _| !notes.contains(id));
        self.notes.len() < before
    }

    /// Forgets of which text the entries of notes are that were changed since, and leaves the codes. Tells whether
    /// anything was forgotten.
    pub fn forget_outdated(&mut self, session: &Session) -> bool {
        let mut is_changed = false;
        for (id, coded) in &mut self.notes {
            let now = session.note(*id).map(|note| digest_of(&note.text));
            if !coded.digest.is_empty() && now.as_deref() != Some(coded.digest.as_str()) {
                coded.digest.clear();
                is_changed = true;
            }
        }
        is_changed
    }

    /// Takes out the entries of notes that the session has no more, as after a strike. Tells whether there were any.
    pub fn forget_missing(&mut self, session: &Session) -> bool {
        let before = self.notes.len();
        self.notes.retain(|id, _| session.note(*id).is_some());
        self.notes.len() < before
    }
}

/// SHA-256 of a note's text, as lower-case hexadecimal digits.
pub fn digest_of(text: &CleanText) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_str().as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::session::{Age, NoteKind, Origin, Prompting, TopicId, Voice};

    fn note(text: &str) -> Note {
        Note {
            id: "1.3".parse().unwrap(),
            topic: TopicId::new("b1.t1"),
            also_in: Vec::new(),
            kind: NoteKind::Paraphrase,
            text: CleanText::from_stored(text.to_owned()),
            at_ms: 0,
            origin: Origin::Live,
            age: Age::SameDay,
            revised: None,
            language: Language::En,
            translation: None,
            speaker: None,
            prompting: Prompting::Unprompted,
            polarity: None,
            voice: Voice::Own,
            codes: Vec::new(),
        }
    }

    fn sheet() -> CoderSheet {
        CoderSheet::new("A-1".parse().unwrap(), 2)
    }

    #[test]
    fn a_note_that_was_changed_since_it_was_coded_is_told() {
        let mut coded = note("chamber helped");
        let mut sheet = sheet();
        assert_eq!(sheet.standing(&coded), Standing::Uncoded);
        sheet.toggle(&coded, "fac.third", |one, other| one == other);
        assert_eq!(sheet.standing(&coded), Standing::Current);
        coded.text = CleanText::from_stored("chamber hindered".to_owned());
        assert_eq!(sheet.standing(&coded), Standing::Outdated);
        sheet.look_at(&coded);
        assert_eq!(sheet.standing(&coded), Standing::Current);
        assert_eq!(sheet.codes(coded.id), ["fac.third"]);
    }

    #[test]
    fn a_code_comes_off_as_it_went_on_also_under_the_name_it_was_merged_into() {
        let coded = note("chamber helped");
        let mut sheet = sheet();
        let is_same = |one: &str, other: &str| one.starts_with("fac") && other.starts_with("fac");
        assert_eq!(sheet.toggle(&coded, "fac.third", is_same), 1);
        assert_eq!(sheet.toggle(&coded, "drv.firm", is_same), 2);
        assert_eq!(sheet.toggle(&coded, "fac.sim", is_same), 1);
        assert_eq!(sheet.codes(coded.id), ["drv.firm"]);
    }
}
