//! Exports sessions: reads them, releases them at a level, has them written in a format, and puts the documents where
//! they are to go.

mod log;

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use time::{Date, OffsetDateTime};

use super::guides::KnownGuides;
use crate::analysis::{self, Facts, Filter};
use crate::anonymise::ProtectedWords;
use crate::disk::{Disk, DiskError, Expected, WriteError};
use crate::export::{Collection, Document, Format, Missing, Options, Scope};
use crate::guide::Guide;
use crate::release::tables::{ReleasedFrequencies, TableRequest, release_frequencies};
use crate::release::{Level, Refused, release_searched};
use crate::session::{Approval, Session, SessionId};
use crate::store::guides::digest;
use crate::store::{Study, StudyError};

pub use super::output::Existing;
pub use log::{LogError, Logged, LoggedAs, log_as, log_documents};

/// Which sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'sessions> {
    /// All of the study. Invented ones are left out where a real one stands beside them.
    All,
    /// These.
    These(&'sessions [SessionId]),
}

/// What there is to export, and what is not exported and why.
#[derive(Debug)]
pub struct Gathered {
    /// What was released.
    pub collection: Collection,
    /// What was refused.
    pub refused: Vec<Refused>,
    /// What cannot be read.
    pub unread: Vec<StudyError>,
    /// Of all sessions those that somebody works on: an export could not stand in their logs.
    pub worked_on: Vec<SessionId>,
    /// The sessions whose guide is not at hand, with its id. They are exported without what only the guide knows.
    pub without_guide: Vec<(SessionId, String)>,
    /// The invented sessions that were left out because real ones stand beside them.
    pub invented_left_out: Vec<SessionId>,
    /// The sessions that go to their interviewees by this, each with the step of its approval that this is.
    pub sent: Vec<(SessionId, Approval)>,
    /// The sessions of which no answer is awaited though somebody says until when.
    pub unawaited: Vec<SessionId>,
}

/// That what is exported goes to the interviewees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// Until when the answer is awaited, if that is said.
    pub until: Option<Date>,
    /// When it goes.
    pub now: OffsetDateTime,
}

/// Where documents go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Into this file.
    File(PathBuf),
    /// Into this folder, under their own names. It is made if it is not there.
    Folder(PathBuf),
}

impl Destination {
    /// A folder if there is one, or if the path ends as that of one; else a file.
    pub fn of(path: &Path) -> Self {
        let text = path.to_string_lossy();
        if path.is_dir() || text.ends_with(['/', MAIN_SEPARATOR]) {
            Self::Folder(path.to_owned())
        } else {
            Self::File(path.to_owned())
        }
    }
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where it lies.
    pub path: PathBuf,
    /// The sessions in it.
    pub sessions: Vec<SessionId>,
    /// SHA-256 of what is in it, as lower-case hexadecimal digits.
    pub digest: String,
}

impl Written {
    /// A document that went to this place.
    pub fn of(document: &Document, path: PathBuf) -> Self {
        Self {
            path,
            sessions: document.sessions.clone(),
            digest: digest(&document.bytes),
        }
    }
}

/// Why nothing, or not everything, was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is nothing to export.
    #[error("there is no session to export")]
    Nothing,
    /// A codebook is that of guides, and none is at hand.
    #[error("the guide of the sessions is not at hand")]
    NoGuide,
    /// The review version is for one interviewee, and the format would show them what others said.
    #[error("the review version is for one interviewee, and this document would hold {0} sessions")]
    ReviewIsForOne(usize),
    /// There are several documents and one file for them.
    #[error("{documents} documents do not go into one file, {}", path.display())]
    Several {
        /// How many.
        documents: usize,
        /// The file.
        path: PathBuf,
    },
    /// A document cannot be made.
    #[error("the document cannot be made")]
    Make(#[source] std::io::Error),
    /// Another file lies where a document is to go.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// The folder in which a document is to lie is not there.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// A file cannot be written.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// Reads sessions and releases them after a search for the names of a list too. `progress` is told how many are done, and
/// of how many.
///
/// # Errors
///
/// If the folder of the sessions cannot be read.
pub fn gather(
    study: &Study,
    which: Which<'_>,
    level: Level,
    protected: &ProtectedWords,
    sending: Option<Sending>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Gathered, StudyError> {
    let (ids, worked_on) = match which {
        Which::All => {
            let all = study.sessions()?.into_iter();
            let (worked_on, free) = all.partition(|id| study.is_worked_on(id));
            (free, worked_on)
        }
        Which::These(ids) => (distinct(ids), Vec::new()),
    };
    let (mut sessions, mut unread) = (Vec::new(), Vec::new());
    let mut missing = Missing {
        worked_on: worked_on.clone(),
        ..Missing::default()
    };
    for id in &ids {
        match study.read_session(id) {
            Ok(session) => sessions.push(session),
            Err(error) => {
                missing.unread.push(id.clone());
                unread.push(error);
            }
        }
    }
    let mut invented_left_out = Vec::new();
    let has_real = sessions.iter().any(|session| !session.header.invented);
    if which == Which::All && has_real {
        sessions.retain(|session| {
            if session.header.invented {
                invented_left_out.push(session.header.id.clone());
            }
            !session.header.invented
        });
    }
    let (mut released, mut refused) = (Vec::new(), Vec::new());
    let (mut guides, mut without_guide) = (Vec::<Arc<Guide>>::new(), Vec::new());
    let mut known = KnownGuides::default();
    let mut facts = Facts::default();
    let (of, mut sent, mut unawaited) = (sessions.len(), Vec::new(), Vec::new());
    for (index, session) in sessions.iter_mut().enumerate() {
        // The document says until when the answer is awaited, so that it is known before it is made.
        let step = sending.and_then(|sending| step_of(study, session, sending));
        session.approvals.extend(step.clone());
        let session = &*session;
        let guide = known.counted(study, &session.header.guide)?;
        if guide.is_none() {
            let guide = session.header.guide.id.clone();
            without_guide.push((session.header.id.clone(), guide));
        }
        match release_searched(session, guide, level, protected) {
            Ok(released_session) => {
                released.push(released_session);
                if sending.is_some_and(|sending| {
                    sending.until.is_some() && !awaits(study, session, sending)
                }) {
                    unawaited.push(session.header.id.clone());
                }
                sent.extend(step.map(|step| (session.header.id.clone(), step)));
                facts.add(session);
                let is_new =
                    |guide: &&Guide| guides.iter().all(|known| known.digest != guide.digest);
                guides.extend(guide.filter(is_new).cloned().map(Arc::new));
            }
            Err(reasons) => refused.push(reasons),
        }
        progress(index + 1, of);
    }
    facts.sort();
    missing.refused = refused.len();
    let collection = Collection::new(level, released, guides).without(missing);
    let frequencies = frequencies(&facts, &collection);
    Ok(Gathered {
        collection: collection.with_frequencies(frequencies),
        refused,
        unread,
        worked_on,
        without_guide,
        invented_left_out,
        sent,
        unawaited,
    })
}

/// The step of the approval that an export for the interviewee is; none where no answer is awaited.
fn step_of(study: &Study, session: &Session, sending: Sending) -> Option<Approval> {
    awaits(study, session, sending)
        .then(|| analysis::sending(session, sending.until, sending.now))?
}

/// Whether an answer of the interviewee is awaited, and a log can say until when.
fn awaits(study: &Study, session: &Session, sending: Sending) -> bool {
    let has_log = !session.header.invented || study.is_demonstration();
    has_log && analysis::is_answer_awaited(session, sending.now.date())
}

/// What accumulates over the sessions of a collection, for each of their guides. The review level has no such tables.
fn frequencies(facts: &Facts, collection: &Collection) -> Vec<ReleasedFrequencies> {
    let filter = Filter::default();
    let guides = facts.guides();
    let of_guide = |(id, _): &(&str, usize)| {
        let guide = collection.guides().iter().find(|guide| guide.id == *id)?;
        let request = TableRequest {
            level: collection.level(),
            guide,
            filter: &filter,
            // No names are drawn at the levels at which sessions are exported.
            seed: 0,
        };
        release_frequencies(facts, &request, None).ok()
    };
    guides.iter().filter_map(of_guide).collect()
}

/// Whether a collection can be exported in a format.
///
/// # Errors
///
/// Why it cannot.
pub fn check(collection: &Collection, format: Format) -> Result<(), ExportError> {
    let sessions = collection.sessions().len();
    if sessions == 0 {
        return Err(ExportError::Nothing);
    }
    if format == Format::Qdc {
        // A codebook holds nothing of any session.
        return match collection.guides() {
            [] => Err(ExportError::NoGuide),
            _ => Ok(()),
        };
    }
    if collection.level() == Level::Review && format.scope() == Scope::Together && sessions > 1 {
        return Err(ExportError::ReviewIsForOne(sessions));
    }
    Ok(())
}

/// The one document of a collection.
///
/// # Errors
///
/// If there are several, which `place` cannot hold, or it cannot be made.
pub fn single(
    collection: &Collection,
    format: Format,
    options: Options,
    place: &Path,
) -> Result<Document, ExportError> {
    check(collection, format)?;
    let mut documents: Vec<Document> = collection
        .documents(format, options)
        .collect::<Result<_, _>>()
        .map_err(ExportError::Make)?;
    match (documents.pop(), documents.len()) {
        (Some(only), 0) => Ok(only),
        (_, others) => Err(ExportError::Several {
            documents: others + 1,
            path: place.to_owned(),
        }),
    }
}

/// Writes a collection in a format, readable by its owner alone. `progress` is told how many documents are written.
///
/// # Errors
///
/// If it cannot be exported so, or a file cannot be written. What was written before stays.
pub fn write(
    collection: &Collection,
    format: Format,
    options: Options,
    destination: &Destination,
    existing: Existing,
    progress: &mut dyn FnMut(usize),
) -> Result<Vec<Written>, ExportError> {
    let disk = Disk::new();
    match destination {
        Destination::File(path) => {
            let document = single(collection, format, options, path)?;
            Ok(vec![put(&disk, &document, path.clone(), existing)?])
        }
        Destination::Folder(folder) => {
            check(collection, format)?;
            disk.create_folder(folder)?;
            let mut written = Vec::new();
            for document in collection.documents(format, options) {
                let document = document.map_err(ExportError::Make)?;
                let path = folder.join(&document.name);
                written.push(put(&disk, &document, path, existing)?);
                progress(written.len());
            }
            Ok(written)
        }
    }
}

/// Writes documents that were made elsewhere, readable by their owner alone.
///
/// # Errors
///
/// If there are several for one file, or one cannot be written. What was written before stays.
pub fn write_documents(
    documents: &[Document],
    destination: &Destination,
    existing: Existing,
) -> Result<Vec<Written>, ExportError> {
    let disk = Disk::new();
    let path_of = |document: &Document| match destination {
        Destination::File(path) => path.clone(),
        Destination::Folder(folder) => folder.join(&document.name),
    };
    match destination {
        Destination::File(path) if documents.len() > 1 => {
            return Err(ExportError::Several {
                documents: documents.len(),
                path: path.clone(),
            });
        }
        Destination::File(_) => {}
        Destination::Folder(folder) => disk.create_folder(folder)?,
    }
    documents
        .iter()
        .map(|document| put(&disk, document, path_of(document), existing))
        .collect()
}

fn put(
    disk: &Disk,
    document: &Document,
    path: PathBuf,
    existing: Existing,
) -> Result<Written, ExportError> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(ExportError::NoFolder(folder.to_owned()));
    }
    let expected = match existing {
        Existing::Keep => Expected::Nothing,
        Existing::Replace => Expected::Anything,
    };
    match disk.write_atomically(&path, &document.bytes, expected) {
        Ok(_) => Ok(Written::of(document, path)),
        Err(WriteError::Changed(path)) => Err(ExportError::Exists(path)),
        Err(WriteError::Disk(error)) => Err(error.into()),
    }
}

/// The sessions in their order, each once.
pub(super) fn distinct(ids: &[SessionId]) -> Vec<SessionId> {
    let mut distinct: Vec<SessionId> = Vec::new();
    for id in ids {
        if !distinct.contains(id) {
            distinct.push(id.clone());
        }
    }
    distinct
}

#[cfg(test)]
mod tests;
