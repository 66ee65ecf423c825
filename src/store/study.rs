//! A study: a folder with `guides` and `sessions`.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use time::OffsetDateTime;

use super::error::{SaveError, StudyError};
use super::files::{
    FIRST_TAKER, LARGEST_SNAPSHOT, SessionFiles, protocol_of, session_of, taker_of,
};
use super::format::session_v1;
use super::opening::{self, Opened, Writing};
use super::withdrawal;
use super::{guides, reading};
use crate::disk::{Disk, Expected, Revision, WriteError};
use crate::guide::Mode;
use crate::session::{Header, Progress, Session, SessionId};

const GUIDES: &str = "guides";
const SESSIONS: &str = "sessions";

/// The file that makes invented sessions writable.
const DEMONSTRATION: &str = "demo";

/// The file that makes all sessions readable only.
const REVIEW: &str = "review";

/// What putting a file in its place came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// There was none.
    New,
    /// Another one gave way.
    Renewed,
    /// It was there already.
    Same,
}

/// A study.
#[derive(Debug, Clone)]
pub struct Study {
    root: PathBuf,
    disk: Disk,
}

/// Where the study is.
#[derive(Debug)]
pub enum Place {
    /// It is there.
    Here(Study),
    /// The default study, which has to be made first: see [`Study::create`].
    ToBeMade(PathBuf),
}

/// What a list shows of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Which session.
    pub id: SessionId,
    /// Where it stands.
    pub progress: Progress,
    /// Whether it is made up.
    pub invented: bool,
    /// How it is held.
    pub mode: Mode,
    /// The guide's id.
    pub guide: String,
    /// When it was prepared.
    pub created: OffsetDateTime,
    /// How many notes it has.
    pub notes: usize,
    /// Whether there is a journal that has not been folded: somebody works on it, or work on it was cut short.
    pub unfolded: bool,
    /// When its files were changed last.
    pub changed: Option<SystemTime>,
}

impl Study {
    /// Finds the study: the folder that was named, else the one in the environment, else the nearest upwards from the
    /// current folder, else the default.
    ///
    /// # Errors
    ///
    /// If a folder was named that is no study.
    pub fn find(
        named: Option<&Path>,
        environment: Option<&OsStr>,
        current: &Path,
        default: &Path,
    ) -> Result<Place, StudyError> {
        let environment = environment.filter(|value| !value.is_empty()).map(Path::new);
        if let Some(folder) = named.or(environment) {
            return Self::open(folder).map(Place::Here);
        }
        if let Some(above) = current.ancestors().find(|folder| is_study(folder)) {
            return Self::open(above).map(Place::Here);
        }
        if is_study(default) {
            return Self::open(default).map(Place::Here);
        }
        Ok(Place::ToBeMade(default.to_owned()))
    }

    /// The study in this folder.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn open(folder: &Path) -> Result<Self, StudyError> {
        Self::open_on(&Disk::new(), folder)
    }

    /// The study in this folder, reached in this way.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn open_on(disk: &Disk, folder: &Path) -> Result<Self, StudyError> {
        if !is_study(folder) {
            return Err(StudyError::NoStudy(folder.to_owned()));
        }
        Ok(Self {
            root: folder.to_owned(),
            disk: disk.clone(),
        })
    }

    /// Makes a study with these guides, each a file stem and its text. What is there already stays, so that this can be
    /// done again after it was interrupted.
    ///
    /// # Errors
    ///
    /// If a folder or file cannot be written.
    pub fn create(folder: &Path, guides: &[(&str, &str)]) -> Result<Self, StudyError> {
        let disk = Disk::new();
        let guides_folder = folder.join(GUIDES);
        disk.create_folder(&guides_folder)?;
        for (stem, text) in guides {
            write_if_missing(&disk, &guides_folder.join(format!("{stem}.ron")), text)?;
        }
        let sessions = folder.join(SESSIONS);
        disk.create_folder(&sessions)?;
        write_if_missing(&disk, &sessions.join(".gitignore"), "*\n")?;
        Self::open_on(&disk, folder)
    }

    /// The folder of the study.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the guides.
    pub fn guides(&self) -> PathBuf {
        self.root.join(GUIDES)
    }

    /// The folder of the sessions.
    pub fn sessions_folder(&self) -> PathBuf {
        self.root.join(SESSIONS)
    }

    /// Whether invented sessions may be worked on here.
    pub fn is_demonstration(&self) -> bool {
        self.root.join(DEMONSTRATION).is_file()
    }

    /// Whether the study holds what came from an archive, to be read.
    pub fn is_for_review(&self) -> bool {
        self.root.join(REVIEW).is_file()
    }

    /// Says that the study holds what came from an archive: none of its sessions can be changed any more.
    ///
    /// # Errors
    ///
    /// If the file that says so cannot be written.
    pub fn keep_for_review(&self) -> Result<(), StudyError> {
        let text = "The sessions of this study came from an archive and are to be read.\n";
        write_if_missing(&self.disk, &self.root.join(REVIEW), text)
    }

    fn writing(&self) -> Writing {
        if self.is_for_review() {
            Writing::Review
        } else if self.is_demonstration() {
            Writing::Demonstration
        } else {
            Writing::Real
        }
    }

    /// Puts a guide's file into a study of what came from an archive, in the place of the one that is there.
    ///
    /// # Errors
    ///
    /// If the id leads out of the folder, or it cannot be read or written.
    pub fn put_guide_file(&self, id: &str, bytes: &[u8]) -> Result<Placed, StudyError> {
        if !guides::is_id(id) {
            return Err(StudyError::GuideId);
        }
        self.put(&self.guides().join(format!("{id}.ron")), bytes)
    }

    /// Puts a session's file into a study of what came from an archive, in the place of the one that is there.
    ///
    /// # Errors
    ///
    /// If it cannot be read or written.
    pub fn put_session_file(&self, id: &SessionId, bytes: &[u8]) -> Result<Placed, StudyError> {
        self.put(&self.files(id).snapshot(), bytes)
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> Result<Placed, StudyError> {
        let known = self.disk.read_bounded(path, LARGEST_SNAPSHOT)?;
        let (placed, expected) = match &known {
            Some(known) if known == bytes => return Ok(Placed::Same),
            Some(known) => (Placed::Renewed, Expected::Content(Revision::of(known))),
            None => (Placed::New, Expected::Nothing),
        };
        self.disk.write_atomically(path, bytes, expected)?;
        Ok(placed)
    }

    /// The sessions, in order, from the names of the files alone: no file is read.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn sessions(&self) -> Result<Vec<SessionId>, StudyError> {
        let names = self.disk.names_in(&self.sessions_folder())?;
        let mut sessions: Vec<SessionId> =
            names.iter().filter_map(|name| session_of(name)).collect();
        sessions.sort();
        sessions.dedup();
        Ok(sessions)
    }

    /// The sessions of which only other note-takers than the first have a protocol here, with the first of those, from the
    /// names of the files alone.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn sessions_of_others(&self) -> Result<BTreeMap<SessionId, u8>, StudyError> {
        let names = self.disk.names_in(&self.sessions_folder())?;
        let mut takers: BTreeMap<SessionId, u8> = BTreeMap::new();
        for (id, taker) in names.iter().filter_map(|name| protocol_of(name)) {
            let first = takers.entry(id).or_insert(taker);
            *first = taker.min(*first);
        }
        takers.retain(|_, taker| *taker != FIRST_TAKER);
        Ok(takers)
    }

    /// Every session whose number is given, in order, from the names of the files alone: those of [`Self::sessions`], those
    /// of which only other note-takers have a protocol here, and those that were withdrawn.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn given_numbers(&self) -> Result<Vec<SessionId>, StudyError> {
        let mut given = self.sessions()?;
        given.extend(self.sessions_of_others()?.into_keys());
        given.extend(self.withdrawn()?);
        given.sort();
        given.dedup();
        Ok(given)
    }

    /// A session as it stands on disk, even while somebody works on it.
    ///
    /// # Errors
    ///
    /// If there is none, or one of its files cannot be read or is damaged.
    pub fn read_session(&self, id: &SessionId) -> Result<Session, StudyError> {
        reading::read_whole(&self.disk, &self.files(id))
    }

    /// What a list shows of a session that was read.
    pub fn summary_of(&self, session: &Session) -> Summary {
        self.summary_of_taker(session, FIRST_TAKER)
    }

    /// What a list shows of a note-taker's protocol that was read.
    pub fn summary_of_taker(&self, session: &Session, taker: u8) -> Summary {
        let files = SessionFiles::of_taker(&self.sessions_folder(), &session.header.id, taker);
        let journal = self.disk.changed(&files.journal());
        Summary {
            id: session.header.id.clone(),
            progress: session.progress(),
            invented: session.header.invented,
            mode: session.header.mode,
            guide: session.header.guide.id.clone(),
            created: session.header.created,
            notes: session.notes.len(),
            unfolded: journal.is_some(),
            changed: journal.max(self.disk.changed(&files.snapshot())),
        }
    }

    /// Opens a session for work; what is left of an interrupted sitting goes on from there. Nothing is written before
    /// the first event is appended.
    ///
    /// # Errors
    ///
    /// If there is none, or one of its files cannot be read.
    pub fn open_session(&self, id: &SessionId) -> Result<Opened, StudyError> {
        opening::open(&self.disk, self.files(id), self.writing())
    }

    /// Opens the protocol of another note-taker than the first, `A-1.t2.ron` and so on.
    ///
    /// # Errors
    ///
    /// If there is none, or one of its files cannot be read.
    pub fn open_taker(&self, id: &SessionId, taker: u8) -> Result<Opened, StudyError> {
        let files = SessionFiles::of_taker(&self.sessions_folder(), id, taker);
        opening::open(&self.disk, files, self.writing())
    }

    /// Opens the protocol of another note-taker than the first that is to be.
    ///
    /// # Errors
    ///
    /// If there is one already, or the session was withdrawn.
    pub fn new_taker(&self, header: Header, taker: u8) -> Result<Opened, StudyError> {
        self.refuse_withdrawn(&header.id)?;
        let files = SessionFiles::of_taker(&self.sessions_folder(), &header.id, taker);
        if self.other_takers(&header.id)?.contains(&taker) {
            return Err(StudyError::Exists(header.id));
        }
        Ok(opening::open_fresh(&self.disk, files, header))
    }

    /// A session as another note-taker than the first keeps it.
    ///
    /// # Errors
    ///
    /// If there is no such protocol, or one of its files cannot be read or is damaged.
    pub fn read_taker(&self, id: &SessionId, taker: u8) -> Result<Session, StudyError> {
        let files = SessionFiles::of_taker(&self.sessions_folder(), id, taker);
        reading::read_whole(&self.disk, &files)
    }

    /// The protocol in a file, wherever it lies; if it has the name of a session's file, with the journal beside it.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it cannot be read.
    pub fn read_protocol(&self, path: &Path) -> Result<Session, StudyError> {
        let name = path.file_name().and_then(OsStr::to_str);
        let folder = path.parent().unwrap_or(Path::new(""));
        let bytes = self.disk.read_bounded(path, LARGEST_SNAPSHOT)?;
        let Some(bytes) = bytes else {
            return Err(StudyError::NoFile(path.to_owned()));
        };
        if let Some((id, taker)) = name.and_then(taker_of) {
            let files = SessionFiles::of_taker(folder, &id, taker);
            return reading::read_whole(&self.disk, &files);
        }
        let path = path.to_owned();
        session_v1::decode(&bytes).map_err(|source| StudyError::Format { path, source })
    }

    /// When the files of a note-taker's protocol were changed last.
    pub fn changed(&self, id: &SessionId, taker: u8) -> Option<SystemTime> {
        let files = SessionFiles::of_taker(&self.sessions_folder(), id, taker);
        let journal = self.disk.changed(&files.journal());
        journal.max(self.disk.changed(&files.snapshot()))
    }

    /// The note-takers besides the first who have a protocol of a session here.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn other_takers(&self, id: &SessionId) -> Result<Vec<u8>, StudyError> {
        Ok(self.files(id).other_takers(&self.disk)?)
    }

    /// Opens a session that is to be. Its file is made when the first event is appended, which is
    /// [`Event::Begun`](crate::session::Event::Begun) with the same header.
    ///
    /// # Errors
    ///
    /// If the study came from an archive, or there is a session of this name, also one in another spelling that some file
    /// systems take for the same, or one of this name was withdrawn.
    pub fn new_session(&self, header: Header) -> Result<Opened, StudyError> {
        if self.is_for_review() {
            return Err(StudyError::ForReview(self.root.clone()));
        }
        self.refuse_withdrawn(&header.id)?;
        if self.is_there(&header.id, &[".ron", ".journal"])? {
            return Err(StudyError::Exists(header.id));
        }
        let files = self.files(&header.id);
        Ok(opening::open_fresh(&self.disk, files, header))
    }

    /// Adds an invented session as a whole. It is not synced: what is invented can be invented again.
    ///
    /// # Errors
    ///
    /// If it is real, there is one of its name, or it cannot be written.
    pub fn add_invented(&self, session: &Session) -> Result<(), SaveError> {
        let id = &session.header.id;
        if !session.header.invented {
            return Err(SaveError::Real(id.clone()));
        }
        let bytes = session_v1::encode(session)?;
        Ok(self.disk.write_new(&self.files(id).snapshot(), &bytes)?)
    }

    /// Every file of a session in this study, whatever it is for.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn files_of(&self, id: &SessionId) -> Result<Vec<PathBuf>, StudyError> {
        Ok(self.files(id).all(&self.disk)?)
    }

    /// Puts a file in the place of the one that was read, unless somebody else changed that since.
    pub(super) fn replace(
        &self,
        path: &Path,
        bytes: &[u8],
        revision: &mut Option<Revision>,
    ) -> Result<(), SaveError> {
        let expected = revision.map_or(Expected::Nothing, Expected::Content);
        match self.disk.write_atomically(path, bytes, expected) {
            Ok(written) => {
                *revision = Some(written);
                Ok(())
            }
            Err(WriteError::Changed(path)) => Err(SaveError::Changed(path)),
            Err(WriteError::Disk(error)) => Err(error.into()),
        }
    }

    fn refuse_withdrawn(&self, id: &SessionId) -> Result<(), StudyError> {
        if self.is_there(id, &[withdrawal::ENDING])? {
            return Err(StudyError::Withdrawn(id.clone()));
        }
        Ok(())
    }

    /// Whether a file is there whose name is the session's with one of these endings, in whatever spelling.
    fn is_there(&self, id: &SessionId, endings: &[&str]) -> Result<bool, StudyError> {
        let wanted = id.to_string();
        let names = self.disk.names_in(&self.sessions_folder())?;
        let mut stems = names
            .iter()
            .flat_map(|name| endings.iter().filter_map(|end| name.strip_suffix(end)));
        Ok(stems.any(|stem| stem.eq_ignore_ascii_case(&wanted)))
    }

    pub(super) fn disk(&self) -> &Disk {
        &self.disk
    }

    pub(super) fn files(&self, id: &SessionId) -> SessionFiles {
        SessionFiles::new(&self.sessions_folder(), id)
    }
}

fn is_study(folder: &Path) -> bool {
    folder.join(GUIDES).is_dir() && folder.join(SESSIONS).is_dir()
}

fn write_if_missing(disk: &Disk, path: &Path, text: &str) -> Result<(), StudyError> {
    match disk.write_atomically(path, text.as_bytes(), Expected::Nothing) {
        Ok(_) | Err(WriteError::Changed(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
