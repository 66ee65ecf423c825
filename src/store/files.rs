//! The names of a session's files.

use std::path::{Path, PathBuf};

use crate::disk::{Disk, DiskError, TEMPORARY_SUFFIX};
use crate::session::SessionId;

/// The largest session file that is read, in bytes.
pub(super) const LARGEST_SNAPSHOT: u64 = 128 * 1024 * 1024;

/// The largest journal that is read, in bytes.
pub(super) const LARGEST_JOURNAL: u64 = 512 * 1024 * 1024;

/// Where the files of one session lie.
#[derive(Debug, Clone)]
pub(super) struct SessionFiles {
    folder: PathBuf,
    id: SessionId,
}

impl SessionFiles {
    pub(super) fn new(folder: &Path, id: &SessionId) -> Self {
        Self {
            folder: folder.to_owned(),
            id: id.clone(),
        }
    }

    pub(super) fn id(&self) -> &SessionId {
        &self.id
    }

    /// `A-1.ron`: the state that work began with.
    pub(super) fn snapshot(&self) -> PathBuf {
        self.named(".ron")
    }

    /// `A-1.journal`: the events since.
    pub(super) fn journal(&self) -> PathBuf {
        self.named(".journal")
    }

    /// `A-1.lock`: held by whoever writes.
    pub(super) fn lock(&self) -> PathBuf {
        self.named(".lock")
    }

    /// `A-1.codes-2.ron`: what another coder put on the notes.
    pub(super) fn coder(&self, coder: u8) -> PathBuf {
        self.named(&format!(".codes-{coder}.ron"))
    }

    /// The files that git must not take up.
    pub(super) fn published(&self) -> [PathBuf; 2] {
        [self.snapshot(), self.journal()]
    }

    /// What will take the snapshot's place when a strike is carried out.
    pub(super) fn prepared_snapshot(&self) -> PathBuf {
        self.named(".ron.prepared")
    }

    /// What will take the journal's place when a strike is carried out. It is complete if it is there, and then so is
    /// the prepared snapshot, or that is in its place already.
    pub(super) fn prepared_journal(&self) -> PathBuf {
        self.named(".journal.prepared")
    }

    /// `A-1 (conflict).ron`, `A-1 (conflict 2).ron` and so on.
    pub(super) fn conflicts(&self) -> impl Iterator<Item = PathBuf> + '_ {
        (1_u32..).map(|number| match number {
            1 => self.named(" (conflict).ron"),
            _ => self.named(&format!(" (conflict {number}).ron")),
        })
    }

    /// `A-1.journal.damaged`, `A-1.journal.damaged-2` and so on.
    pub(super) fn damaged(&self) -> impl Iterator<Item = PathBuf> + '_ {
        (1_u32..).map(|number| match number {
            1 => self.named(".journal.damaged"),
            _ => self.named(&format!(".journal.damaged-{number}")),
        })
    }

    /// Every file that belongs to the session, the second note-taker's and the second coder's included.
    pub(super) fn all(&self, disk: &Disk) -> Result<Vec<PathBuf>, DiskError> {
        self.existing(disk, |name| {
            let name = name.strip_prefix('.').unwrap_or(name);
            self.rest(name, "")
                .is_some_and(|rest| rest.starts_with(['.', ' ']))
        })
    }

    /// The damaged journals that were kept.
    pub(super) fn kept_damaged(&self, disk: &Disk) -> Result<Vec<PathBuf>, DiskError> {
        self.existing(disk, |name| {
            self.rest(name, "")
                .is_some_and(|rest| rest.starts_with(".journal.damaged"))
        })
    }

    /// The versions of the session that were written beside it because the file had changed.
    pub(super) fn kept_conflicts(&self, disk: &Disk) -> Result<Vec<PathBuf>, DiskError> {
        self.existing(disk, |name| {
            self.rest(name, "")
                .is_some_and(|rest| rest.starts_with(" (conflict") && rest.ends_with(").ron"))
        })
    }

    /// Temporary files of writes that were interrupted.
    pub(super) fn leftovers(&self, disk: &Disk) -> Result<Vec<PathBuf>, DiskError> {
        self.existing(disk, |name| {
            name.ends_with(TEMPORARY_SUFFIX)
                && self
                    .rest(name, ".")
                    .is_some_and(|rest| rest.starts_with(['.', ' ']))
        })
    }

    fn existing(
        &self,
        disk: &Disk,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<PathBuf>, DiskError> {
        let mut names = disk.names_in(&self.folder)?;
        names.retain(|name| wanted(name));
        names.sort();
        Ok(names.iter().map(|name| self.folder.join(name)).collect())
    }

    /// What follows the session's name in a file's name.
    fn rest<'name>(&self, name: &'name str, before: &str) -> Option<&'name str> {
        name.strip_prefix(before)?
            .strip_prefix(&self.id.to_string())
    }

    fn named(&self, rest: &str) -> PathBuf {
        self.folder.join(format!("{}{rest}", self.id))
    }
}

/// The session that a file's name belongs to, if it is a session's file or journal. Names that only resemble one, such
/// as `A-1.t2.ron` or `a-1.ron`, belong to none.
pub(super) fn session_of(name: &str) -> Option<SessionId> {
    let stem = name
        .strip_suffix(".ron")
        .or_else(|| name.strip_suffix(".journal"))?;
    stem.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sessions_are_taken_for_sessions() {
        for name in ["A-1.ron", "A-1.journal", "KOOP2-120.ron"] {
            assert!(session_of(name).is_some(), "{name}");
        }
        for name in [
            "a-1.ron",
            "A-1.RON",
            "A-1",
            "A-01.ron",
            "A-1.t2.ron",
            "A-1.codes-2.ron",
            "A-1 (conflict).ron",
            "A-1.ron.prepared",
            "A-1.journal.damaged",
            "A-1.lock",
            ".A-1.ron.7-1.part",
            "cases.ron",
            ".gitignore",
            "A-1.ron~",
        ] {
            assert_eq!(session_of(name), None, "{name}");
        }
    }

    #[test]
    fn a_session_has_its_own_files_alone() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            ".A-1.ron.7-1.part",
            ".A-1 (conflict).ron.7-1.part",
            ".A-10.ron.7-1.part",
            "A-1.journal.damaged",
            "A-1.journal.damaged-2",
            "A-10.journal.damaged",
            "A-1 (conflict).ron",
            "A-10 (conflict).ron",
        ] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let files = SessionFiles::new(folder.path(), &"A-1".parse().unwrap());
        let disk = Disk::new();
        assert_eq!(files.all(&disk).unwrap().len(), 5);
        assert_eq!(files.leftovers(&disk).unwrap().len(), 2);
        assert_eq!(files.kept_damaged(&disk).unwrap().len(), 2);
        assert_eq!(
            files.kept_conflicts(&disk).unwrap(),
            [folder.path().join("A-1 (conflict).ron")]
        );
    }
}
