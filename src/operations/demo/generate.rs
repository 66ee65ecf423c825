//! Invented studies of any size, for trying how the program reads across many interviews.
//!
//! Everything in them follows from a seed: the same seed gives the same files, byte by byte. How often something is said
//! follows what studies of this kind show: a few codes that nearly everybody names and many that hardly anybody does,
//! interviewees of one case that resemble each other, topics that were not asked, notes that came later. Nothing in them
//! was said by anybody, and each file says so.

mod phrases;
mod population;
mod protocol;

use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::{DemoError, MARK};
use crate::disk::{Disk, Expected};
use crate::guide::Guide;
use crate::operations::{guides, study};
use crate::release::Draw;
use crate::store::{SaveError, Study};

use phrases::Phrases;
use population::{Planned, plan};
use protocol::Tendencies;

/// The guide that invented studies follow.
const GUIDE: &str = "cluster-cooperation";

/// The most sessions that one study can have.
pub const MOST_SESSIONS: usize = 1_000_000;

/// Which invented study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invented {
    /// How many sessions it has.
    pub sessions: usize,
    /// What everything in it follows from.
    pub seed: u64,
}

/// Makes an invented study in a folder that is not there or is empty.
///
/// # Errors
///
/// If the folder has something in it, or cannot be written.
pub fn generate(invented: Invented, folder: &Path) -> Result<Study, DemoError> {
    let disk = Disk::new();
    disk.create_folder(folder)?;
    if !disk.names_in(folder)?.is_empty() {
        return Err(DemoError::NotEmpty(folder.to_owned()));
    }
    let study = study::create(folder)?;
    let guide = guides::find(&study, GUIDE)?;
    let mut draw = Draw::seeded(invented.seed);
    let plan = plan(invented.sessions.min(MOST_SESSIONS), &mut draw);
    let makers = Makers {
        tendencies: Tendencies::of(&guide, &mut draw),
        phrases: Phrases::of(&guide),
        guide,
    };
    write_all(&study, &plan.sessions, &makers)?;
    let mut cases = study.cases()?;
    cases.list = plan.cases;
    study.save_cases(&mut cases)?;
    // Last, so that a study that was interrupted does not pass for one.
    disk.write_atomically(&folder.join("demo"), MARK.as_bytes(), Expected::Nothing)?;
    Ok(study)
}

/// What sessions are made with.
struct Makers {
    guide: Guide,
    tendencies: Tendencies,
    phrases: &'static Phrases,
}

/// Makes and writes the sessions on all processors. Each follows from its own seed, so that it makes no difference which
/// processor makes it.
fn write_all(study: &Study, sessions: &[Planned], makers: &Makers) -> Result<(), SaveError> {
    let writers = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let failed: Mutex<Option<SaveError>> = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..writers.min(sessions.len()) {
            scope.spawn(|| {
                while let Some(planned) = sessions.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let session = protocol::session(planned, makers);
                    if let Err(error) = study.add_invented(&session) {
                        // The others have nothing more to do either.
                        next.store(sessions.len(), Ordering::Relaxed);
                        if let Ok(mut failed) = failed.lock() {
                            failed.get_or_insert(error);
                        }
                    }
                }
            });
        }
    });
    match failed.into_inner() {
        Ok(Some(error)) => Err(error),
        Ok(None) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;
    use crate::analysis::{Filter, Selection, frequencies};
    use crate::operations::facts::gather;
    use crate::release::{Level, release};

    fn made(sessions: usize, seed: u64) -> (tempfile::TempDir, Study) {
        let folder = tempfile::tempdir().unwrap();
        let study = generate(Invented { sessions, seed }, &folder.path().join("study")).unwrap();
        (folder, study)
    }

    fn files(study: &Study) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(study.sessions_folder()).unwrap();
        let files = entries.map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        });
        files.collect()
    }

    #[test]
    fn a_seed_gives_the_same_files_and_another_seed_others() {
        let (_first, first) = made(12, 7);
        let (_again, again) = made(12, 7);
        let (_other, other) = made(12, 8);
        assert_eq!(files(&first), files(&again));
        assert_ne!(files(&first), files(&other));
    }

    #[test]
    fn every_session_is_marked_as_invented_and_can_be_read() {
        let (_folder, study) = made(40, 1);
        let gathered = gather(&study).unwrap();
        assert!(gathered.unread.is_empty());
        assert_eq!(gathered.facts.sessions.len(), 40);
        assert!(
            gathered
                .facts
                .sessions
                .iter()
                .all(|session| session.invented)
        );
        assert!(gathered.facts.cases.values().all(|case| case.invented));
        assert!(study.is_demonstration());
    }

    #[test]
    fn sessions_have_about_sixty_notes_and_a_few_codes_lead_the_field() {
        let (_folder, study) = made(60, 3);
        let facts = gather(&study).unwrap().facts;
        let notes: usize = facts
            .sessions
            .iter()
            .map(crate::analysis::SessionFacts::note_count)
            .sum();
        let mean = notes / 60;
        assert!((50..=70).contains(&mean), "{mean}");
        let guide = guides::find(&study, GUIDE).unwrap();
        let selection = Selection::of(&facts, &guide, &Filter::default());
        let counted = frequencies(&guide, &selection);
        for block in &counted.blocks {
            let leaves = block.codes.iter().filter(|code| code.depth > 0);
            let counts: Vec<usize> = leaves.map(|code| code.count.sessions).collect();
            let most = counts.iter().max().copied().unwrap_or(0);
            let least = counts.iter().min().copied().unwrap_or(0);
            assert!(most * 2 > block.base.sessions, "{} {counts:?}", block.block);
            // Where there are few codes, each of them is named now and then.
            let has_many = counts.len() > 20;
            assert!(
                !has_many || least * 4 < block.base.sessions,
                "{} {counts:?}",
                block.block
            );
        }
    }

    #[test]
    fn what_was_agreed_to_can_be_released_at_the_archive_level() {
        let (_folder, study) = made(8, 5);
        let guide = guides::find(&study, GUIDE).unwrap();
        for id in study.sessions().unwrap() {
            let session = study.read_session(&id).unwrap();
            let agreed = session.answer_to("c4") == Some(crate::session::Answer::Yes);
            let free = session.answer_to("c6") != Some(crate::session::Answer::Yes);
            if agreed && free {
                let released = release(&session, Some(&guide), Level::Archive);
                assert!(released.is_ok(), "{id}: {released:?}");
            }
        }
    }
}
