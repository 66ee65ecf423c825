//! Publishing sessions: each is released, packaged and put into the archive, several at the same time.
//!
//! What the catalogue says is asked once before and once after; between lie as few requests a session as it takes to send
//! its package and its entry, to read both back, and to give them their names.

mod ahead;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use time::OffsetDateTime;

use super::place::{Place, SetUpError};
use super::revision::{is_unknown, revision};
use crate::archive::{
    About, Catalogue, Digest, Entry, GUIDE_FILE, GuideFields, GuideSum, Keeping, NamedFile, Naming,
    Package, PublishError, Published, Readers, Sealing, TargetError, Why, confirm, give_way,
    in_parallel, list, pack, publish, put, take_back, taken_back, tombstone_of,
};
use crate::export::payload::{self, Sources};
use crate::guide::{Additions, Guide};
use crate::operations::guides::{self, GuideTrouble};
use crate::operations::recording::record;
use crate::release::{Level, Refusal, Refused, Released, release, release_pending, telling_labels};
use crate::session::{ArchiveRecord, Event, Session, SessionId};
use crate::store::{
    Cleared, EncodeError, Opened, SaveError, Study, StudyError, file_of_additions, file_of_session,
};
use ahead::Hands;

/// Which sessions are pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'sessions> {
    /// All of the study.
    All,
    /// These.
    These(&'sessions [SessionId]),
}

/// What becomes of sessions whose approval is pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pending {
    /// They stay where they are.
    Refused,
    /// They go at the working level, marked, to a sealed archive of the project.
    Taken,
}

/// What is to be published.
#[derive(Debug, Clone, Copy)]
pub struct Push<'push> {
    /// Which sessions.
    pub which: Which<'push>,
    /// What becomes of sessions whose approval is pending.
    pub pending: Pending,
    /// Whether a session whose revision is taken by another package becomes the next one.
    pub beside: bool,
    /// The time.
    pub now: OffsetDateTime,
}

/// What became of a session.
#[derive(Debug)]
pub struct Pushed {
    /// Which.
    pub session: SessionId,
    /// What became of it.
    pub outcome: Result<Done, PushError>,
}

/// A session that is in the archive.
#[derive(Debug)]
pub struct Done {
    /// Its name there, such as `A-1-r2`.
    pub name: String,
    /// Whether it was put there now.
    pub is_new: bool,
    /// Whether its approval is pending.
    pub pending: bool,
    /// The other revisions that were taken back: text was struck after them, or what was pending in them is approved.
    pub superseded: Vec<String>,
    /// If any was taken back: whether the place may keep copies.
    pub keeping: Option<Keeping>,
    /// Why it could not be noted in the session that it is there.
    pub unrecorded: Option<SaveError>,
    /// What became of other files when that was noted.
    pub cleared: Cleared,
}

/// Why a session is not in the archive.
#[derive(Debug, thiserror::Error)]
pub enum PushError {
    /// The session cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// It is not released.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Its guide cannot be used.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// The guide that it followed is not at hand in the version that it followed.
    #[error("the guide {0} is not at hand in the version that the session followed")]
    OtherGuide(String),
    /// What the study calls a code that the session uses looks like a name.
    #[error("the label of the code {0} looks like a name")]
    TellingLabel(String),
    /// It is invented and the archive holds real sessions, or the other way round.
    #[error("the archive holds sessions of the other kind")]
    WrongKind {
        /// Whether the session is invented.
        invented: bool,
    },
    /// The package cannot be made.
    #[error("the package cannot be made")]
    Pack(#[from] io::Error),
    /// The session's file cannot be made.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// It cannot be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// A level below the archive was asked for, and the archive is not a sealed one of the project.
    #[error("a session whose approval is pending goes to a sealed archive of the project alone")]
    PendingNotTaken,
}

/// What was made of a session before it is published.
struct Made {
    session: Session,
    package: Package,
    entry: Entry,
}

/// Publishes sessions. One that is not published does not keep the others from it.
///
/// # Errors
///
/// If the archive cannot be reached or was not set up, or the study's sessions cannot be listed.
pub fn push(
    study: &Study,
    place: &Place,
    push: &Push<'_>,
    progress: &(dyn Fn(&SessionId) + Sync),
) -> Result<Vec<Pushed>, SetUpOrStudy> {
    let mark = place.mark()?;
    let catalogue = list(place.target(), place.sealing()).map_err(SetUpError::Target)?;
    let ids = match push.which {
        Which::These(ids) => ids.to_vec(),
        Which::All => study.sessions()?,
    };
    let unique: BTreeSet<SessionId> = ids.into_iter().collect();
    let ids: Vec<SessionId> = unique.into_iter().collect();
    let guides = Guides::default();
    let connections = place.target().connections();
    let outcomes = Hands::over(connections).make_and_send(
        &ids,
        |id| made_of(study, place, push.pending, mark.invented, &guides, id),
        |id, made| {
            let outcome = made.and_then(|made| send(place, push.beside, &catalogue, made));
            progress(id);
            outcome
        },
    );
    let outcomes = confirm_all(place, connections, outcomes);
    // Sessions are written one after the other: each has its lock, and there is no hurry.
    let recorded = ids.into_iter().zip(outcomes).map(|(session, outcome)| {
        let outcome = outcome.map(|(mut done, record)| {
            if let Some(record) = record {
                match note(study, &session, record, push.now) {
                    Ok(cleared) => done.cleared = cleared,
                    Err(error) => done.unrecorded = Some(error),
                }
            }
            done
        });
        Pushed { session, outcome }
    });
    Ok(recorded.collect())
}

/// Why nothing was pushed at all.
#[derive(Debug, thiserror::Error)]
pub enum SetUpOrStudy {
    /// The archive.
    #[error(transparent)]
    SetUp(#[from] SetUpError),
    /// The study.
    #[error(transparent)]
    Study(#[from] StudyError),
}

/// What is recorded in a session: target, digest and revision.
type Record = (String, String, u32);

/// What became of a session, with what is to be recorded in it and what is to be looked at once more.
type Outcome = Result<(Done, Option<Record>, Option<Box<Entry>>), PushError>;

/// Looks once more at what was put there, when all of it is: a server that lets two create one file is found out by that,
/// and whoever took a package back meanwhile has it taken back.
fn confirm_all(
    place: &Place,
    threads: usize,
    outcomes: Vec<Outcome>,
) -> Vec<Result<(Done, Option<Record>), PushError>> {
    let is_new = |outcome: &Outcome| matches!(outcome, Ok((_, _, Some(_))));
    // If that cannot be listed, it is asked of each.
    let any = outcomes.iter().any(is_new);
    let taken_back = any.then(|| taken_back(place.target()).ok()).flatten();
    let confirmed = in_parallel(threads, &outcomes, |outcome| match outcome {
        Ok((_, _, Some(entry))) => confirm_one(place, taken_back.as_ref(), entry),
        _ => Ok(()),
    });
    let both = outcomes.into_iter().zip(confirmed);
    both.map(|(outcome, confirmed)| {
        let (done, record, _) = outcome?;
        confirmed?;
        Ok((done, record))
    })
    .collect()
}

fn confirm_one(
    place: &Place,
    taken_back: Option<&BTreeSet<String>>,
    entry: &Entry,
) -> Result<(), PublishError> {
    let (target, sealing) = (place.target(), place.sealing());
    let stem = naming(place).entry(&entry.session, entry.revision);
    let is_taken_back = match taken_back {
        Some(stems) => stems.contains(&stem),
        None => tombstone_of(target, sealing, &stem)?.is_some(),
    };
    if is_taken_back {
        return Err(give_way(target, entry)?);
    }
    confirm(target, sealing, entry)
}

/// How files are named in a place.
fn naming(place: &Place) -> Naming {
    place.sealing().map_or(Naming::Plain, Sealing::naming)
}

/// Reads a session and packs it.
fn made_of(
    study: &Study,
    place: &Place,
    pending: Pending,
    invented: bool,
    guides: &Guides,
    id: &SessionId,
) -> Result<Made, PushError> {
    let session = study.read_session(id)?;
    if session.header.invented != invented {
        let invented = session.header.invented;
        return Err(PushError::WrongKind { invented });
    }
    let followed = guides.of(study, &session)?;
    make(&followed, place, pending, session)
}

/// Publishes what was made of a session.
fn send(place: &Place, beside: bool, catalogue: &Catalogue, mut made: Made) -> Outcome {
    let published = loop {
        match publish_known(place, catalogue, &made) {
            Err(PublishError::Conflict(_)) if beside => made.entry.revision += 1,
            other => break other?,
        }
    };
    let entry = published.entry();
    let (superseded, keeping) = supersede(place, catalogue, &made, &published)?;
    let digest = made.package.digest.to_string();
    let record = is_unknown(&made.session.archived, place.shown(), &made.package.digest)
        .then(|| (place.shown().to_owned(), digest, entry.revision));
    let done = Done {
        name: Naming::Plain.entry(&entry.session, entry.revision),
        is_new: matches!(published, Published::New(_)),
        pending: entry.pending,
        superseded,
        keeping,
        unrecorded: None,
        cleared: Cleared::default(),
    };
    let put = match published {
        Published::New(entry) => Some(entry),
        Published::AlreadyThere(_) => None,
    };
    Ok((done, record, put))
}

/// Publishes a package, unless the catalogue has it already. Where the catalogue had nothing of this session and
/// revision, nobody is asked whether it was taken back: that is seen in the end, for all at once.
fn publish_known(
    place: &Place,
    catalogue: &Catalogue,
    made: &Made,
) -> Result<Published, PublishError> {
    let naming = naming(place);
    let name = naming.package(&made.package.digest);
    let stem = naming.entry(&made.entry.session, made.entry.revision);
    let known = catalogue.listed.iter().find(|listed| {
        let is_there = listed.present.is_some() && listed.tombstone.is_none();
        listed.package == name && listed.stem == stem && is_there
    });
    if known.is_some() {
        return Ok(Published::AlreadyThere(Box::new(made.entry.clone())));
    }
    let is_fresh = !catalogue.stems.contains(&stem) && !catalogue.taken_back.contains(&stem);
    let publish = if is_fresh { put } else { publish };
    publish(
        place.target(),
        place.sealing(),
        &made.package,
        made.entry.clone(),
    )
}

fn make(
    followed: &Followed,
    place: &Place,
    pending: Pending,
    session: Session,
) -> Result<Made, PushError> {
    let guide = &followed.guide;
    if guide.digest != session.header.guide.digest {
        return Err(PushError::OtherGuide(guide.id.clone()));
    }
    let released = released(place, pending, &session, &followed.counted)?;
    let package = package(&released, followed)?;
    let entry = Entry {
        session: session.header.id.to_string(),
        revision: revision(&session.archived, &package.digest),
        digest: package.digest.clone(),
        package: String::new(),
        bytes: 0,
        checksum: String::new(),
        level: released.level().word().to_owned(),
        invented: session.header.invented,
        pending: released.level() == Level::Working,
        struck: session.strikes(),
        guide: GuideFields {
            id: guide.id.clone(),
            version: guide.edition.clone(),
            digest: guide.digest.clone(),
        },
    };
    Ok(Made {
        session,
        package,
        entry,
    })
}

/// The guides that sessions followed, each read once.
#[derive(Default)]
struct Guides(Mutex<BTreeMap<(String, String), Arc<Followed>>>);

impl Guides {
    fn of(&self, study: &Study, session: &Session) -> Result<Arc<Followed>, PushError> {
        let guide = &session.header.guide;
        let key = (guide.id.clone(), guide.digest.clone());
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key) {
            return Ok(Arc::clone(known));
        }
        let followed = Arc::new(Followed::by(study, session)?);
        lock().insert(key, Arc::clone(&followed));
        Ok(followed)
    }
}

/// The guide that a session followed.
struct Followed {
    /// As its file says it.
    guide: Guide,
    /// The file.
    file: Vec<u8>,
    /// What the digests of packages say of it.
    sum: GuideSum,
    /// What the study adds to its codebook.
    additions: Additions,
    /// The guide with that, as everything is counted by.
    counted: Arc<Guide>,
}

impl Followed {
    fn by(study: &Study, session: &Session) -> Result<Self, PushError> {
        let (guide, file) = guides::file_of_session(study, session)?;
        let additions = study.codebook_file(&guide.id)?.additions;
        Ok(Self {
            counted: Arc::new(guide.with_additions(&additions)),
            guide,
            sum: GuideSum::of(&file),
            file,
            additions,
        })
    }

    /// The file of the codes that a session uses and the guide does not have; nothing if there are none.
    fn additions_file(&self, released: &Released) -> Result<Option<Vec<u8>>, PushError> {
        let codes = released.notes().iter().flat_map(|note| {
            let given = released.given_codes(note.id).unwrap_or_default();
            note.codes.iter().chain(given).map(String::as_str)
        });
        let used = self.additions.about(codes);
        if used.is_empty() {
            return Ok(None);
        }
        let telling = telling_labels(&used, &self.guide, released.language());
        if let Some(code) = telling.first() {
            return Err(PushError::TellingLabel((*code).to_owned()));
        }
        Ok(Some(file_of_additions(&used)?))
    }
}

/// The session at the archive level; at the working level, less what is not for others, if nothing but a pending approval
/// speaks against that and the archive may take it.
fn released(
    place: &Place,
    pending: Pending,
    session: &Session,
    guide: &Guide,
) -> Result<Released, PushError> {
    let refused = match release(session, Some(guide), Level::Archive) {
        Ok(released) => return Ok(released),
        Err(refused) => refused,
    };
    let is_pending_only = refused
        .reasons
        .iter()
        .all(|reason| matches!(reason, Refusal::ApprovalPending));
    if pending == Pending::Refused || !is_pending_only {
        return Err(refused.into());
    }
    if place.sealing().is_none() || place.readers() == Readers::Others {
        return Err(PushError::PendingNotTaken);
    }
    Ok(release_pending(session, Some(guide))?)
}

/// Packs what was released.
fn package(released: &Released, followed: &Followed) -> Result<Package, PushError> {
    let session_file = file_of_session(&released.to_session())?;
    let additions_file = followed.additions_file(released)?;
    let (guide, guide_file) = (&followed.counted, followed.file.as_slice());
    let files = payload::files(&Sources {
        released,
        guide,
        guide_file,
        additions_file: additions_file.as_deref(),
        session_file: &session_file,
    })?;
    let document = files
        .iter()
        .find(|file| file.name == crate::archive::SESSION_FILE)
        .map(|file| file.bytes.as_slice());
    let digest = document
        .and_then(|document| Digest::of(document, &followed.sum, additions_file.as_deref()))
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
    let about = About {
        session: released.id().to_string(),
        digest,
        organisation: Some(payload::controller(released, guide)),
        description: payload::description(released),
    };
    let named = files.iter().map(|file| NamedFile {
        name: file.name.to_owned(),
        bytes: Box::new(file.bytes.as_slice()),
        checksum: (file.name == GUIDE_FILE).then(|| followed.sum.checksum()),
    });
    Ok(pack(&about, named.collect())?)
}

/// Takes other revisions back if text was struck after them, or if they hold what was not approved then. A revision with
/// a higher number may be the earlier one: what is again as it was before has the number from before. Gives their names,
/// and if there are any, whether the place may keep copies.
fn supersede(
    place: &Place,
    catalogue: &Catalogue,
    made: &Made,
    published: &Published,
) -> Result<(Vec<String>, Option<Keeping>), PublishError> {
    let (mut superseded, mut keeping) = (Vec::new(), None);
    let (target, sealing) = (place.target(), place.sealing());
    for listed in &catalogue.listed {
        let Some(entry) = &listed.entry else { continue };
        let is_another =
            entry.session == made.entry.session && entry.revision != made.entry.revision;
        let is_before = entry.struck < made.entry.struck || entry.pending && !made.entry.pending;
        let is_there = listed.tombstone.is_none() || listed.present.is_some();
        if is_another && is_before && is_there {
            if let Published::New(entry) = published
                && superseded.is_empty()
            {
                // Nothing is taken back for what is not there.
                confirm(target, sealing, entry)?;
            }
            let removed = take_back(target, sealing, &listed.stem, entry, Why::Superseded)?;
            let known = match keeping {
                Some(known) => known,
                None => target.keeping()?,
            };
            keeping = Some(Keeping::after(known, removed));
            superseded.push(Naming::Plain.entry(&entry.session, entry.revision));
        }
    }
    Ok((superseded, keeping))
}

/// Notes in a session that it went into an archive. Invented sessions that can only be read are not noted in.
fn note(
    study: &Study,
    id: &SessionId,
    (target, package, revision): Record,
    now: OffsetDateTime,
) -> Result<Cleared, SaveError> {
    let Ok(opened) = study.open_session(id).and_then(Opened::undamaged) else {
        return Err(SaveError::ChangedSinceRead(id.clone()));
    };
    let event = Event::Archived(ArchiveRecord {
        at: now,
        target,
        package,
        revision,
    });
    match record(opened, vec![event]) {
        Err(SaveError::Invented(_) | SaveError::ForReview(_)) => Ok(Cleared::default()),
        recorded => recorded,
    }
}

/// Who reads the sessions of a study for packing as a push does, by which benchmarks tell packing from the search before.
pub struct Packing<'study> {
    study: &'study Study,
    guides: Guides,
}

/// A session that is released and not packed yet.
pub struct Packable {
    released: Released,
    followed: Arc<Followed>,
}

impl<'study> Packing<'study> {
    /// Of this study.
    pub fn of(study: &'study Study) -> Self {
        Self {
            study,
            guides: Guides::default(),
        }
    }

    /// Reads a session and releases it at the archive level.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is not released.
    pub fn read(&self, id: &SessionId) -> Result<Packable, PushError> {
        let session = self.study.read_session(id)?;
        let followed = self.guides.of(self.study, &session)?;
        let released = release(&session, Some(&followed.counted), Level::Archive)?;
        Ok(Packable { released, followed })
    }
}

impl Packable {
    /// Packs it: so many bytes.
    ///
    /// # Errors
    ///
    /// If it cannot be packed.
    pub fn pack(&self) -> Result<u64, PushError> {
        let package = package(&self.released, &self.followed)?;
        Ok(package.content.length())
    }
}

impl From<TargetError> for PushError {
    fn from(error: TargetError) -> Self {
        Self::Publish(PublishError::Target(error))
    }
}
