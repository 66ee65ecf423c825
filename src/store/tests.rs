//! What a study promises, with faults rehearsed.

mod allowed;
mod beside;
mod cases;
mod codebook;
mod coder;
mod conflicts;
mod crashes;
mod damage;
mod index;
mod opening;
mod takers;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use time::OffsetDateTime;

use super::*;
use crate::anonymise::{Announced, CleanText};
use crate::disk::Disk;
use crate::disk::rehearsal::Rehearsal;
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{
    Age, Event, GuideReference, Header, Note, NoteId, NoteKind, Origin, Prompting, Session,
    SessionId, Sitting, TopicId, Voice,
};

/// A study in a folder of its own.
struct Fixture {
    folder: tempfile::TempDir,
}

impl Fixture {
    fn new() -> Self {
        // Many short interviews are quicker where syncing costs nothing.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.unwrap();
        Study::create(folder.path(), &[("guide", "(version: 1)")]).unwrap();
        Self { folder }
    }

    fn study(&self) -> Study {
        Study::open(self.folder.path()).unwrap()
    }

    fn watched(&self, rehearsal: &Arc<Rehearsal>) -> Study {
        Study::open_on(&rehearsal.disk(), self.folder.path()).unwrap()
    }

    fn sessions(&self) -> PathBuf {
        self.folder.path().join("sessions")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.sessions().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names in the sessions' folder.
    fn names(&self) -> Vec<String> {
        let mut names = Disk::new().names_in(&self.sessions()).unwrap();
        names.sort();
        names
    }

    /// The files that hold a text.
    fn files_with(&self, text: &str) -> Vec<String> {
        let mut names = self.names();
        names.retain(|name| {
            String::from_utf8_lossy(&fs::read(self.path(name)).unwrap()).contains(text)
        });
        names
    }

    /// A new session that is being worked on.
    fn begin(study: &Study) -> (Sitting, Journal) {
        let (mut sitting, mut journal) =
            study.new_session(header()).unwrap().into_journal().unwrap();
        let begun = sitting.record(Event::Begun(Box::new(header())));
        journal.append(&[begun]).unwrap();
        (sitting, journal)
    }

    /// A session with one kept note, folded.
    fn with_session(text: &str) -> Self {
        let fixture = Self::new();
        let (mut sitting, mut journal) = Self::begin(&fixture.study());
        journal.append(&[keep(&mut sitting, 1, text)]).unwrap();
        journal.finish(sitting.state()).unwrap();
        fixture
    }

    fn open(&self) -> Opened {
        self.study().open_session(&id()).unwrap()
    }

    fn open_for_work(&self) -> (Sitting, Journal) {
        self.open().into_journal().unwrap()
    }

    /// The same on a disk that is watched.
    fn open_watched(&self, rehearsal: &Arc<Rehearsal>) -> (Sitting, Journal) {
        let opened = self.watched(rehearsal).open_session(&id()).unwrap();
        opened.into_journal().unwrap()
    }
}

fn id() -> SessionId {
    "A-1".parse().unwrap()
}

fn header() -> Header {
    Header {
        id: id(),
        guide: GuideReference {
            id: "guide".to_owned(),
            edition: "1".to_owned(),
            digest: String::new(),
            titles: Vec::new(),
        },
        mode: Mode::OnSite,
        reason: None,
        language: Language::De,
        created: OffsetDateTime::UNIX_EPOCH,
        invented: false,
        pilot: false,
    }
}

fn note_id(number: u32) -> NoteId {
    NoteId { taker: 1, number }
}

fn clean(text: &str) -> CleanText {
    CleanText::from_stored(text.to_owned())
}

fn keep(sitting: &mut Sitting, number: u32, text: &str) -> crate::session::Recorded {
    sitting.record(Event::NoteKept(Box::new(note_of(number, text))))
}

fn note_of(number: u32, text: &str) -> Note {
    Note {
        id: note_id(number),
        topic: TopicId::new("b1.t1"),
        also_in: Vec::new(),
        kind: NoteKind::Paraphrase,
        text: clean(text),
        at_ms: u64::from(number) * 1000,
        origin: Origin::Live,
        language: Language::De,
        prompting: Prompting::Unprompted,
        age: Age::SameDay,
        revised: None,
        translation: None,
        speaker: None,
        polarity: None,
        voice: Voice::Own,
        codes: Vec::new(),
    }
}

fn write(sitting: &mut Sitting, text: &str) -> crate::session::Recorded {
    sitting.record(Event::DraftEdited {
        topic: TopicId::new("b1.t1"),
        started_ms: 7,
        at: usize::MAX,
        remove: 0,
        insert: clean(text),
        purpose: crate::session::Purpose::default(),
    })
}

/// A strike of what a sitting has struck already.
fn purge_of(sitting: &Sitting) -> Purge {
    Purge {
        base: sitting.base().clone(),
        events: sitting.events().to_vec(),
        search: None,
        names: Announced::default(),
        sought: Vec::new(),
    }
}

fn texts(session: &Session) -> Vec<&str> {
    session
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect()
}

/// The texts that are given to be rescued.
fn rescued(opened: &Opened) -> Vec<&str> {
    let rescued = opened.recovery.rescued.iter();
    rescued.map(|rescued| rescued.text().as_str()).collect()
}

/// Everything in a folder, to see that nothing was touched.
fn content(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut content = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            content.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    content.sort();
    content
}
