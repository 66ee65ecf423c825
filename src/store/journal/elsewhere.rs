//! Names that became known, in the other versions of a session and in the protocols of other note-takers.
//!
//! Whether or not such a name stands in the session itself, it is searched for in every text there. Each protocol has
//! slots of its own, so a placeholder there may have another number.

use std::path::PathBuf;

use super::{Journal, Purge, Search};
use crate::anonymise::{Announced, CleanText, Finding, Memory};
use crate::language::Language;
use crate::session::{Event, Session, Sitting, Struck};
use crate::store::error::SaveError;
use crate::store::files::{FIRST_TAKER, LARGEST_JOURNAL, SessionFiles};
use crate::store::format::session_v1;
use crate::store::opening::{self, Writing};
use crate::store::reading;

impl Journal {
    /// Takes the names that became known out of the other versions of the session and out of the protocols of other
    /// note-takers; returns those files that hold one still.
    ///
    /// # Errors
    ///
    /// If one of the files cannot be written.
    pub fn search_elsewhere(&mut self, purge: &mut Purge) -> Result<Vec<PathBuf>, SaveError> {
        self.begin()?;
        let mut remaining = Vec::new();
        if self.target != self.files.snapshot() {
            let theirs = self.read_copy(&self.files.snapshot());
            if theirs.is_none_or(|theirs| names_stand_in(&theirs, &purge.names)) {
                remaining.push(self.files.snapshot());
            }
        }
        remaining.extend(self.search_beside(&self.files, &purge.names)?);
        remaining.extend(self.purge_other_takers(purge)?);
        self.forget_outdated(&Sitting::resumed(purge.base.clone(), purge.events.clone()))?;
        Ok(remaining)
    }

    /// Takes names out of what lies beside a protocol: the versions that the program wrote there, and damaged journals.
    /// Returns the versions that cannot be read, and the damaged journals in which one stood.
    pub(super) fn search_beside(
        &self,
        files: &SessionFiles,
        names: &Announced,
    ) -> Result<Vec<PathBuf>, SaveError> {
        let mut remaining = Vec::new();
        if names.is_empty() {
            return Ok(remaining);
        }
        for path in files.kept_conflicts(&self.disk)? {
            if path == self.target {
                continue;
            }
            let Some(copy) = self.read_copy(&path) else {
                remaining.push(path);
                continue;
            };
            let mut sitting = Sitting::new(copy);
            if take_names_out(&mut sitting, names) {
                self.write_anyway(&path, &session_v1::encode(sitting.state())?)?;
            }
        }
        remaining.extend(self.clean_kept(files, names)?);
        Ok(remaining)
    }

    /// Takes names out of the damaged journals that are kept for rescue, and leaves all other words there. Returns those
    /// in which one stood: pieces of it may stand in lines of their own still.
    pub(super) fn clean_kept(
        &self,
        files: &SessionFiles,
        names: &Announced,
    ) -> Result<Vec<PathBuf>, SaveError> {
        let mut cleaned = Vec::new();
        let mut memory = names.memory_for(Language::En, &[]);
        for path in files.kept_damaged(&self.disk)? {
            let bytes = self.disk.read_bounded(&path, LARGEST_JOURNAL)?;
            let text = String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned();
            if let Some(found) = memory.reclean(&CleanText::from_stored(text)) {
                self.write_anyway(&path, found.text.as_str().as_bytes())?;
                cleaned.push(path);
            }
        }
        Ok(cleaned)
    }

    /// The protocols of other note-takers that are here.
    pub(super) fn protocols_of_others(&self) -> Result<Vec<SessionFiles>, SaveError> {
        let mut takers = self.files.other_takers(&self.disk)?;
        takers.push(FIRST_TAKER);
        let files = takers
            .into_iter()
            .map(|taker| self.files.of_other_taker(taker));
        let others = files.filter(|files| {
            let is_there = files.snapshot().is_file() || files.journal().is_file();
            is_there && files.snapshot() != self.files.snapshot()
        });
        Ok(others.collect())
    }

    /// Opens the protocol of another note-taker to be written; nothing if that cannot be.
    pub(super) fn open_other(&self, files: SessionFiles) -> Option<(Sitting, Journal)> {
        // Where one protocol is written, so is the other.
        let writing = if self.invented {
            Writing::Demonstration
        } else {
            Writing::Real
        };
        let opened = opening::open(&self.disk, files, writing).ok()?;
        opened.into_journal().ok()
    }

    /// Whether a protocol that somebody works on may hold what is to be taken out; of names alone that is seen.
    pub(super) fn may_hold(&self, files: &SessionFiles, purge: &mut Purge) -> bool {
        if !purge.is_of_names_alone() {
            return true;
        }
        let Ok(read) = reading::read(&self.disk, files) else {
            return true;
        };
        let session = read.sitting.state();
        let texts = session.texts();
        let is_known = |search: &mut Search| texts.iter().any(|text| search(text).is_some());
        names_stand_in(session, &purge.names) || purge.search.as_mut().is_some_and(is_known)
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
}

/// Takes names out of a protocol, in the order of its events; whether any stood there, or may have.
pub(super) fn take_names_out(sitting: &mut Sitting, names: &Announced) -> bool {
    if names.is_empty() {
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
    let mut memory = memory_for(session, names);
    let texts = session.texts();
    texts.iter().any(|text| memory.reclean(text).is_some())
}

fn memory_for(session: &Session, names: &Announced) -> Memory {
    let mut memory = names.memory_for(session.header.language, &session.slots);
    for (from, into) in &session.joined {
        memory.join(*from, *into);
    }
    memory
}
