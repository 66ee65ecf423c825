//! The names of a session's files.

use std::path::{Path, PathBuf};

use crate::disk::{Disk, DiskError, TEMPORARY_SUFFIX};
use crate::session::{OTHER_CODERS, SessionId};

/// The largest session file that is read, in bytes.
pub(super) const LARGEST_SNAPSHOT: u64 = 128 * 1024 * 1024;

/// The largest journal that is read, in bytes.
pub(super) const LARGEST_JOURNAL: u64 = 512 * 1024 * 1024;

/// The note-taker whose protocol has the session's plain name.
pub(super) const FIRST_TAKER: u8 = 1;

/// Where the files of one session lie, as one note-taker keeps it.
#[derive(Debug, Clone)]
pub(super) struct SessionFiles {
    folder: PathBuf,
    id: SessionId,
    /// What their names begin with: `A-1`, or `A-1.t2` for the second note-taker.
    stem: String,
}

impl SessionFiles {
    pub(super) fn new(folder: &Path, id: &SessionId) -> Self {
        Self::of_taker(folder, id, FIRST_TAKER)
    }

    pub(super) fn of_taker(folder: &Path, id: &SessionId, taker: u8) -> Self {
        let stem = match taker {
            FIRST_TAKER => id.to_string(),
            taker => format!("{id}.t{taker}"),
        };
        Self {
            folder: folder.to_owned(),
            id: id.clone(),
            stem,
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files of another note-taker of the same session.
    pub(super) fn of_other_taker(&self, taker: u8) -> Self {
        Self::of_taker(&self.folder, &self.id, taker)
    }

    /// Whether they are the first note-taker's.
    pub(super) fn are_first_takers(&self) -> bool {
        self.stem == self.id.to_string()
    }

    /// The note-takers besides the first who have a protocol of the session here.
    pub(super) fn other_takers(&self, disk: &Disk) -> Result<Vec<u8>, DiskError> {
        let names = disk.names_in(&self.folder)?;
        let takers = names.iter().filter_map(|name| {
            let rest = name.strip_prefix(&format!("{}.t", self.id))?;
            let number = rest
                .strip_suffix(".ron")
                .or_else(|| rest.strip_suffix(".journal"))?;
            taker_number(number)
        });
        let takers: std::collections::BTreeSet<u8> = takers.collect();
        Ok(takers.into_iter().collect())
    }

    /// The files of second coders.
    pub(super) fn coders(&self, disk: &Disk) -> Result<Vec<PathBuf>, DiskError> {
        let begins = format!("{}.codes-", self.id);
        self.existing(disk, |name| {
            let rest = name.strip_prefix(&begins);
            rest.is_some_and(|rest| rest.strip_suffix(".ron").is_some())
        })
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

    /// The files that say together what the session is: its state, the events since, and what a strike prepared.
    pub(super) fn telling(&self) -> [PathBuf; TELLING.len()] {
        TELLING.map(|ending| self.named(ending))
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
            name.strip_prefix(&self.id.to_string())
                .is_some_and(|rest| rest.starts_with(['.', ' ']))
        })
    }

    /// Every file of this note-taker's protocol, and none of another note-taker's or coder's.
    pub(super) fn own(&self, disk: &Disk) -> Result<Vec<PathBuf>, DiskError> {
        self.existing(disk, |name| {
            let name = name.strip_prefix('.').unwrap_or(name);
            self.rest(name, "")
                .is_some_and(|rest| rest.starts_with(['.', ' ']) && !is_of_another(rest))
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
                    .is_some_and(|rest| rest.starts_with(['.', ' ']) && !is_of_another(rest))
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

    /// What follows the beginning of the names in a file's name.
    fn rest<'name>(&self, name: &'name str, before: &str) -> Option<&'name str> {
        name.strip_prefix(before)?.strip_prefix(self.stem.as_str())
    }

    fn named(&self, rest: &str) -> PathBuf {
        self.folder.join(format!("{}{rest}", self.stem))
    }
}

/// Whether a file whose name goes on so after the session's is kept by another note-taker or coder, who may be writing it.
fn is_of_another(rest: &str) -> bool {
    let taker = rest.strip_prefix(".t");
    taker.is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
        || rest.starts_with(".codes-")
}

/// The number of a note-taker besides the first, from 2 to 9.
fn taker_number(text: &str) -> Option<u8> {
    let number = text.parse().ok()?;
    (text.len() == 1 && (2..=9).contains(&number)).then_some(number)
}

/// The session and the note-taker that a file belongs to, if its name is that of a session's file.
pub(super) fn taker_of(name: &str) -> Option<(SessionId, u8)> {
    taker_of_stem(name.strip_suffix(".ron")?)
}

/// The session and the note-taker whose protocol a file or journal of this name keeps.
pub(super) fn protocol_of(name: &str) -> Option<(SessionId, u8)> {
    taker_of_stem(stem_of(name)?)
}

fn taker_of_stem(stem: &str) -> Option<(SessionId, u8)> {
    match stem.split_once(".t") {
        Some((id, number)) => Some((id.parse().ok()?, taker_number(number)?)),
        None => Some((stem.parse().ok()?, FIRST_TAKER)),
    }
}

/// The files that say together what a session is, in the order of [`SessionFiles::telling`].
const TELLING: [&str; 4] = [".ron", ".journal", ".ron.prepared", ".journal.prepared"];

/// What stands before the ending of a file that says what a session is, and which of these files it is. Whether it is
/// the name of a session is not looked at.
pub(super) fn telling_of(name: &str) -> Option<(&str, usize)> {
    TELLING
        .iter()
        .enumerate()
        .find_map(|(place, ending)| Some((name.strip_suffix(ending)?, place)))
}

/// The session that a file's name belongs to, if it is a session's file or journal. Names that only resemble one, such
/// as `A-1.t2.ron` or `a-1.ron`, belong to none.
pub(super) fn session_of(name: &str) -> Option<SessionId> {
    stem_of(name)?.parse().ok()
}

/// What stands before the ending of a protocol's file or journal.
fn stem_of(name: &str) -> Option<&str> {
    name.strip_suffix(".ron")
        .or_else(|| name.strip_suffix(".journal"))
}

/// The session and the other coder that a sheet belongs to, if its name is that of one.
pub(super) fn coder_of(name: &str) -> Option<(SessionId, u8)> {
    let (id, number) = name.strip_suffix(".ron")?.split_once(".codes-")?;
    let coder = number.parse().ok().filter(|_| number.len() == 1)?;
    OTHER_CODERS
        .contains(&coder)
        .then(|| Some((id.parse().ok()?, coder)))?
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

    #[test]
    fn every_note_taker_has_files_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "A-1.ron",
            "A-1.t2.ron",
            "A-1.t3.journal",
            "A-1.t2 (conflict).ron",
            ".A-1.t2.ron.7-1.part",
            "A-1.t1.ron",
            "A-1.t02.ron",
            "A-1.codes-2.ron",
        ] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let disk = Disk::new();
        let id = "A-1".parse().unwrap();
        let first = SessionFiles::new(folder.path(), &id);
        let second = SessionFiles::of_taker(folder.path(), &id, 2);
        assert_eq!(first.other_takers(&disk).unwrap(), [2, 3]);
        assert!(first.leftovers(&disk).unwrap().is_empty());
        assert!(first.kept_conflicts(&disk).unwrap().is_empty());
        assert_eq!(first.coders(&disk).unwrap().len(), 1);
        assert_eq!(second.snapshot(), folder.path().join("A-1.t2.ron"));
        assert_eq!(second.leftovers(&disk).unwrap().len(), 1);
        assert_eq!(second.kept_conflicts(&disk).unwrap().len(), 1);
        assert_eq!(taker_of("A-1.t2.ron"), Some((id.clone(), 2)));
        assert_eq!(taker_of("A-1.ron"), Some((id, 1)));
        assert_eq!(taker_of("A-1.t12.ron"), None);
        assert_eq!(taker_of("A-1.t2.journal"), None);
        let id = "A-1".parse().unwrap();
        assert_eq!(protocol_of("A-1.t2.journal"), Some((id, 2)));
    }
}
