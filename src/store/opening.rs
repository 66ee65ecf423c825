//! Opening a session for work, or for looking when it cannot be worked on.

use std::path::PathBuf;

use super::error::{SaveError, StudyError};
use super::files::SessionFiles;
use super::journal::Journal;
use super::reading::{self, Recovery, Seen, Start};
use crate::disk::{Disk, DiskError, Lock, Locking};
use crate::session::{Header, Session, Sitting};

/// A session that was opened. Nothing has been written.
#[derive(Debug)]
pub struct Opened {
    /// The session as it stands, with what can be undone.
    pub sitting: Sitting,
    /// What was found besides the session's file.
    pub recovery: Recovery,
    /// Whether it can be worked on.
    pub access: Access,
    /// Its journal.
    pub path: PathBuf,
}

/// Whether a session can be worked on.
#[derive(Debug)]
pub enum Access {
    /// It can; nobody else can as long as this is kept.
    Writable(Box<Journal>),
    /// It can only be read.
    ReadOnly(ReadOnly),
}

/// Why a session can only be read.
#[derive(Debug)]
pub enum ReadOnly {
    /// Another process works on it.
    Locked,
    /// It is invented, and this study is no demonstration.
    Invented,
    /// The study holds what came from an archive, to be read.
    ForReview,
    /// The file system does not let it be locked.
    Disk(DiskError),
}

/// What a study lets be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// Real sessions.
    Real,
    /// Invented ones too.
    Demonstration,
    /// None.
    Review,
}

/// Opens a session that is there.
pub(super) fn open(
    disk: &Disk,
    files: SessionFiles,
    writing: Writing,
) -> Result<Opened, StudyError> {
    // The lock first, so that nobody changes what is read. A session that was never locked has no file to lock; it is
    // made with the first write, and what was read is then compared.
    let locking = disk.try_lock_existing(&files.lock());
    let mut reading = reading::read(disk, &files)?;
    reading.recovery.kept = files.kept_damaged(disk)?;
    let is_invented = reading.sitting.base().header.invented;
    let path = files.journal();
    let access = match locking {
        _ if writing == Writing::Review => Access::ReadOnly(ReadOnly::ForReview),
        _ if is_invented && writing == Writing::Real => Access::ReadOnly(ReadOnly::Invented),
        Ok(Locking::Held(lock)) => writable(disk, files, &reading, Some(lock)),
        Ok(Locking::Missing) => writable(disk, files, &reading, None),
        Ok(Locking::Taken) => Access::ReadOnly(ReadOnly::Locked),
        Err(error) => Access::ReadOnly(ReadOnly::Disk(error)),
    };
    Ok(Opened {
        sitting: reading.sitting,
        recovery: reading.recovery,
        access,
        path,
    })
}

/// Opens a session that is to be.
pub(super) fn open_fresh(disk: &Disk, files: SessionFiles, header: Header) -> Opened {
    let sitting = Sitting::new(Session::new(header));
    let seen = Seen {
        snapshot: None,
        journal: None,
    };
    let path = files.journal();
    let journal = Journal::new(disk, files, Start::Fresh, seen, &sitting, None);
    Opened {
        sitting,
        recovery: Recovery::default(),
        access: Access::Writable(Box::new(journal)),
        path,
    }
}

fn writable(
    disk: &Disk,
    files: SessionFiles,
    reading: &reading::Reading,
    lock: Option<Lock>,
) -> Access {
    let journal = Journal::new(
        disk,
        files,
        reading.start.clone(),
        reading.seen(),
        &reading.sitting,
        lock,
    );
    Access::Writable(Box::new(journal))
}

impl Opened {
    /// The same, unless its journal is damaged: what changes a session without anybody seeing it must not decide what
    /// becomes of the words behind the damage.
    ///
    /// # Errors
    ///
    /// If it is damaged.
    pub fn undamaged(self) -> Result<Self, StudyError> {
        match self.recovery.damage {
            None => Ok(self),
            Some((line, _)) => Err(StudyError::Damaged {
                path: self.path,
                line,
            }),
        }
    }

    /// Whether work on it was cut short, so that it can still be taken up and its journal has to stay.
    pub fn was_interrupted(&self) -> bool {
        self.recovery.is_needed() || !self.sitting.events().is_empty()
    }

    /// The journal to write to.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub fn into_journal(self) -> Result<(Sitting, Journal), SaveError> {
        let id = self.sitting.base().header.id.clone();
        match self.access {
            Access::Writable(journal) => Ok((self.sitting, *journal)),
            Access::ReadOnly(ReadOnly::Locked) => Err(SaveError::Locked(id)),
            Access::ReadOnly(ReadOnly::Invented) => Err(SaveError::Invented(id)),
            Access::ReadOnly(ReadOnly::ForReview) => Err(SaveError::ForReview(id)),
            Access::ReadOnly(ReadOnly::Disk(error)) => Err(SaveError::Disk(error)),
        }
    }
}
