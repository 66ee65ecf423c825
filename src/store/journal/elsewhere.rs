//! Names that became known, in the other versions of a session and in the protocols of other note-takers.
//!
//! Whether or not such a name stands in the session itself, it is searched for in every text there. Each protocol has
//! slots of its own, so a placeholder there may have another number.

use std::path::Path;

use super::cleared::{Cleared, Reason};
use super::{Journal, Purge, Search};
use crate::anonymise::{Announced, CleanText, Finding, Memory};
use crate::language::Language;
use crate::session::{Event, SameSlots, Session, Sitting, Sought, Struck};
use crate::store::error::SaveError;
use crate::store::files::{FIRST_TAKER, LARGEST_JOURNAL, SessionFiles};
use crate::store::opening::{self, Writing};
use crate::store::reading;

/// Names that were announced, and the session with whose slots they are known.
pub(super) type NamesOf<'names> = (&'names Announced, &'names Session);

/// The protocol of another note-taker, opened to be written.
pub(super) struct Other {
    pub(super) sitting: Sitting,
    pub(super) journal: Journal,
    /// Whether work on it was cut short, so that its journal has to stay.
    pub(super) was_interrupted: bool,
}

impl Journal {
    /// Takes the names that became known out of the other versions of the session and out of the protocols of other
    /// note-takers, and names those files that hold one still.
    ///
    /// # Errors
    ///
    /// If the session itself cannot be written. What lies beside it never fails.
    pub fn search_elsewhere(&mut self, purge: &mut Purge) -> Result<Cleared, SaveError> {
        self.begin()?;
        let mut cleared = Cleared::default();
        let sitting = Sitting::resumed(purge.base.clone(), purge.events.clone());
        if self.target != self.files.snapshot() {
            let theirs = self.read_copy(&self.files.snapshot());
            if theirs.is_none_or(|theirs| names_stand_in(&theirs, &purge.names)) {
                cleared.remains(self.files.snapshot());
            }
        }
        let names = (&purge.names, sitting.state());
        self.search_beside(&self.files, names, &mut cleared);
        cleared.add(self.purge_other_takers(purge, Reason::Known));
        self.forget_outdated(&sitting, &mut cleared);
        Ok(cleared)
    }

    /// Takes names out of what lies beside a protocol: the versions that the program wrote there, and damaged journals.
    /// Names the versions that cannot be read, and the damaged journals in which one stood.
    pub(super) fn search_beside(
        &self,
        files: &SessionFiles,
        names: NamesOf<'_>,
        cleared: &mut Cleared,
    ) {
        if names.0.is_empty() {
            return;
        }
        for path in self.copies(files, cleared) {
            let Some(copy) = self.read_copy(&path) else {
                cleared.remains(path);
                continue;
            };
            let mut sitting = Sitting::new(copy);
            if take_names_out(&mut sitting, names) {
                cleared.tried(&path, self.write_session(&path, sitting.state()));
            }
        }
        self.clean_kept(files, names, cleared);
    }

    /// Takes names out of the damaged journals that are kept for rescue, and leaves all other words there. Names those in
    /// which one stood: pieces of it may stand in lines of their own still.
    pub(super) fn clean_kept(
        &self,
        files: &SessionFiles,
        names: NamesOf<'_>,
        cleared: &mut Cleared,
    ) {
        let mut memory = match reading::read(&self.disk, files) {
            Ok(protocol) => memory_for(protocol.sitting.state(), names),
            Err(_) => names.0.memory_for(Language::En, &[], |_| None),
        };
        for path in cleared.listed(files.folder(), files.kept_damaged(&self.disk)) {
            if !self.clean(&path, &mut memory).unwrap_or(false) {
                cleared.remains(path);
            }
        }
    }

    /// Takes names out of a file as a mere text; whether none stood there.
    fn clean(&self, path: &Path, memory: &mut Memory) -> Result<bool, SaveError> {
        let bytes = self.disk.read_bounded(path, LARGEST_JOURNAL)?;
        let text = String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned();
        let found = memory.reclean(&CleanText::from_stored(text));
        if let Some(found) = &found {
            self.write_anyway(path, found.text.as_str().as_bytes())?;
        }
        Ok(found.is_none())
    }

    /// The protocols of other note-takers that are here.
    pub(super) fn protocols_of_others(&self, cleared: &mut Cleared) -> Vec<SessionFiles> {
        let takers = self.files.other_takers(&self.disk);
        let mut takers = cleared
            .tried(self.files.folder(), takers)
            .unwrap_or_default();
        takers.push(FIRST_TAKER);
        let files = takers
            .into_iter()
            .map(|taker| self.files.of_other_taker(taker));
        let others = files.filter(|files| {
            let is_there = files.snapshot().is_file() || files.journal().is_file();
            is_there && files.snapshot() != self.files.snapshot()
        });
        others.collect()
    }

    /// Opens the protocol of another note-taker to be written; nothing if that cannot be, or what becomes of the words
    /// behind a damage is still to be decided there.
    pub(super) fn open_other(&self, files: SessionFiles) -> Option<Other> {
        // Where one protocol is written, so is the other.
        let writing = if self.invented {
            Writing::Demonstration
        } else {
            Writing::Real
        };
        let opened = opening::open(&self.disk, files, writing).ok()?;
        let opened = opened.undamaged().ok()?;
        let was_interrupted = opened.was_interrupted();
        let (sitting, journal) = opened.into_journal().ok()?;
        Some(Other {
            sitting,
            journal,
            was_interrupted,
        })
    }

    /// Names the files of a protocol that cannot be opened and may hold what is to be taken out: a damaged journal
    /// always, since nobody can read it whole; of names alone it is seen whether they stand in a protocol.
    pub(super) fn name_unopened(
        &self,
        files: &SessionFiles,
        purge: &mut Purge,
        cleared: &mut Cleared,
    ) {
        let read = reading::read(&self.disk, files);
        if let Ok(read) = &read
            && read.recovery.damage.is_some()
        {
            cleared.remains(files.journal());
        }
        let is_clean = read.is_ok_and(|read| {
            purge.is_of_names_alone() && !purge.is_known_in(read.sitting.state())
        });
        if !is_clean {
            cleared.remains(files.snapshot());
        }
    }
}

impl Purge {
    /// Whether nothing is to be taken out but names, which every text can be searched for.
    fn is_of_names_alone(&self) -> bool {
        let mut events = self.events.iter();
        let is_strike = |event: &Event| match event {
            Event::Struck(struck) => !matches!(struck, Struck::Slot(_)),
            _ => false,
        };
        !events.any(|recorded| is_strike(&recorded.event)) && self.sought.is_empty()
    }

    /// Whether a name, or a whole text in which one became known, stands in a protocol.
    fn is_known_in(&mut self, session: &Session) -> bool {
        let texts = session.texts();
        let is_known = |search: &mut Search| texts.iter().any(|text| search(text).is_some());
        names_stand_in(session, &self.names) || self.search.as_mut().is_some_and(is_known)
    }

    /// The words that are looked for as they are in another protocol; `ours` is the session in which they are struck.
    pub(super) fn sought_in(&self, other: &Session, ours: &Session) -> SoughtThere {
        if self.sought.is_empty() {
            return SoughtThere::default();
        }
        let same = SameSlots::of(other, ours);
        let memory = memory_for(other, (&self.names, ours));
        let sought = self.sought.iter();
        let words = sought.map(|words| words.in_protocol(other, &same, &memory));
        SoughtThere {
            words: words.collect(),
            same,
        }
    }

    /// Whether words that are looked for may stand in another protocol still when they were struck there, behind a
    /// placeholder of which nobody knows whom it stands for.
    pub(super) fn may_hide_in(&self, other: &Session, there: &SoughtThere) -> bool {
        let mut sought = self.sought.iter();
        sought.any(|words| words.may_hide_in(other, &there.same))
    }
}

/// Words that are looked for as they are in another protocol.
#[derive(Default)]
pub(super) struct SoughtThere {
    pub(super) words: Vec<Sought>,
    /// Which slots there stand for the same as ours.
    same: SameSlots,
}

/// Takes names out of a protocol, in the order of its events; whether any stood there, or may have.
pub(super) fn take_names_out(sitting: &mut Sitting, names: NamesOf<'_>) -> bool {
    if names.0.is_empty() {
        return false;
    }
    let mut memory = memory_for(sitting.state(), names);
    let texts = sitting.texts();
    let mut found: Vec<Finding> = texts
        .iter()
        .filter_map(|text| memory.reclean(text))
        .flat_map(|found| found.findings)
        .collect();
    found.sort_by_key(|finding| finding.slot);
    // Without a find the pieces of a draft may still make a name together.
    let mut slots = memory.slots().to_vec();
    let last = found.last().map(|finding| finding.slot);
    let Some(slot) = last.or_else(|| slots.last().map(|slot| slot.key)) else {
        return false;
    };
    slots.retain(|slot| found.iter().any(|finding| finding.slot == slot.key));
    slots.retain(|slot| {
        !sitting
            .state()
            .slots
            .iter()
            .any(|known| known.key == slot.key)
    });
    let before = sitting.events().len();
    for slot in slots {
        sitting.record(Event::SlotAdded(slot));
    }
    sitting.purge_words(slot, &mut |text| Some(memory.reclean(text)?.text));
    for finding in found {
        sitting.record(Event::Finding {
            rule: finding.rule.code().to_owned(),
            slot: finding.slot,
            detected: None,
        });
    }
    sitting.events().len() > before
}

fn names_stand_in(session: &Session, names: &Announced) -> bool {
    let mut memory = names.memory_for(session.header.language, &session.slots, |_| None);
    let texts = session.texts();
    texts.iter().any(|text| memory.reclean(text).is_some())
}

/// The memory with which a protocol is searched for names: where it is known which of its slots stands for the same as the
/// one that a name has in the session, the name has that one there.
fn memory_for(session: &Session, (names, ours): NamesOf<'_>) -> Memory {
    let same = SameSlots::of(session, ours);
    let same = |slot| same.theirs(slot).next();
    let mut memory = names.memory_for(session.header.language, &session.slots, same);
    for (from, into) in &session.joined {
        memory.join(*from, *into);
    }
    memory
}
