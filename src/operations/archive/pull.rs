//! Reading packages back, into a study that is for reading only.

mod agreeing;
mod gone;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::place::{Place, SetUpError};
use crate::archive::bag::Limits;
use crate::archive::{
    ADDITIONS_FILE, Catalogue, Entry, FileFault, GUIDE_FILE, Listed, PackageFault, SESSION_FILE,
    SealError, TargetError, in_parallel, list, read_package,
};
use crate::disk::{Disk, DiskError, Revision};
use crate::guide::{Additions, Guide};
use crate::session::Session;
use crate::store::guides as guide_files;
use crate::store::{
    Origin, Placed, SaveError, Study, StudyError, additions_of_file, session_of_file,
};

pub use gone::Gone;

/// The session as it lies in a package.
const SESSION: &str = "session.ron";

/// What was read back.
#[derive(Debug)]
pub struct Pulled {
    /// The study.
    pub study: Study,
    /// The packages that it did not have, such as `A-1-r2`.
    pub new: Vec<String>,
    /// The packages that took the place of another state of their session.
    pub renewed: Vec<String>,
    /// How many packages it had already.
    pub known: usize,
    /// The packages that are not in it, with the reason.
    pub refused: Vec<(String, Refused)>,
    /// How many packages were taken back.
    pub taken_back: usize,
    /// The sessions that were taken back and lay in the study from an earlier time.
    pub gone: Vec<Gone>,
    /// The guides of which the study has one version and its sessions followed several.
    pub mixed_guides: Vec<String>,
}

/// Why a package was not read back.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// Its entry cannot be read.
    #[error(transparent)]
    Entry(FileFault),
    /// It is sealed for others, or there is no key.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// It is not there.
    #[error("the package is not there")]
    Missing,
    /// It is not what the catalogue says.
    #[error("the package is not what the catalogue says")]
    Changed,
    /// It is no package of the program.
    #[error(transparent)]
    Package(#[from] PackageFault),
    /// The session or the guide in it cannot be read.
    #[error("the session or the guide in the package cannot be read")]
    Unreadable,
    /// The study.
    #[error(transparent)]
    Study(#[from] StudyError),
}

/// Why nothing was read back.
#[derive(Debug, thiserror::Error)]
pub enum PullError {
    /// The target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// The archive was not set up.
    #[error(transparent)]
    SetUp(#[from] SetUpError),
    /// There is no session in the archive.
    #[error("there is no session in the archive")]
    Nothing,
    /// There is something in the folder.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// The sessions of another archive are in the folder.
    #[error("{} holds sessions from {archive}", folder.display())]
    OtherArchive {
        /// The folder.
        folder: PathBuf,
        /// How that archive was called.
        archive: String,
    },
    /// Nobody wrote down whence the sessions in the folder came, and the archive does not know them.
    #[error("{} holds sessions that the archive does not know", .0.display())]
    NotFromHere(PathBuf),
    /// The folder.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The study.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// What the studies added to a guide.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What a package holds.
pub(super) struct Opened {
    /// Its name, such as `A-1-r1`.
    pub name: String,
    /// Its session.
    pub session: Session,
    /// The session's file.
    pub session_file: Vec<u8>,
    /// The guide that the session followed.
    pub guide: Guide,
    /// The guide's file.
    pub guide_file: Vec<u8>,
    /// The codes that the session uses and the guide does not have.
    pub additions: Additions,
}

/// Reads the latest revision of every session into a study: a new one, or one that was pulled from the same archive before,
/// in which the sessions then stand as the archive has them. What was added there stays: coders' sheets, and what was
/// changed of the codes. What was taken back in the archive is deleted.
///
/// # Errors
///
/// If the target cannot be listed, something else is in the folder, another archive's sessions among it, there is nothing
/// to read, or the study cannot be made.
pub fn pull(place: &Place, folder: &Path) -> Result<Pulled, PullError> {
    let archive = place.mark()?.id.map(|id| id.to_string());
    let mut catalogue = list(place.target(), place.sealing())?;
    let (mut origin, is_new) = origin(place, archive, folder, &catalogue)?;
    let refused = refused(&mut catalogue);
    let latest = latest(&catalogue);
    if is_new && latest.is_empty() && refused.is_empty() {
        return Err(PullError::Nothing);
    }
    let opened = in_parallel(place.target().connections(), &latest, |(listed, entry)| {
        open(place, listed, entry)
    });
    let study = Study::create(folder, &[])?;
    study.keep_for_review()?;
    for opened in opened.iter().flatten() {
        let known = origin.sessions.entry(opened.session.header.id.clone());
        let known = known.or_default();
        let revision = Revision::of(&opened.session_file);
        if !known.contains(&revision) {
            known.push(revision);
        }
    }
    // What comes from the archive is known as such before it lies there, wherever this ends.
    study.save_origin(&origin)?;
    // What cannot be read may be a later revision of what is taken back.
    let gone = if refused.is_empty() {
        gone::taken_back(&catalogue, &latest, &study)?
    } else {
        Vec::new()
    };
    let mut pulled = Pulled {
        study,
        new: Vec::new(),
        renewed: Vec::new(),
        known: 0,
        refused,
        taken_back: taken_back(&catalogue),
        gone: Vec::new(),
        mixed_guides: Vec::new(),
    };
    let mut guides: BTreeMap<String, PulledGuide> = BTreeMap::new();
    for ((_, entry), opened) in latest.iter().zip(opened) {
        let name = crate::archive::Naming::Plain.entry(&entry.session, entry.revision);
        match opened.and_then(|opened| keep(&mut pulled, &mut origin, &mut guides, opened)) {
            Ok(()) => {}
            Err(refused) => pulled.refused.push((name, refused)),
        }
    }
    for (id, guide) in guides {
        put_guide(&mut pulled, &mut origin, id, guide)?;
    }
    pulled.study.save_origin(&origin)?;
    pulled.gone = gone::delete(&pulled.study, gone, &mut origin)?;
    pulled.study.save_origin(&origin)?;
    Ok(pulled)
}

/// Where the sessions of a folder came from, which must be this archive; and whether there are none yet.
fn origin(
    place: &Place,
    archive: Option<String>,
    folder: &Path,
    catalogue: &Catalogue,
) -> Result<(Origin, bool), PullError> {
    let now = Origin::of(archive, place.shown());
    if Disk::new().names_in(folder)?.is_empty() {
        return Ok((now, true));
    }
    let study = Study::open(folder).ok().filter(Study::is_for_review);
    let study = study.ok_or_else(|| PullError::NotEmpty(folder.to_owned()))?;
    match study.origin()? {
        // It was pulled before that was written down.
        None => {
            let known = gone::sessions_of(catalogue);
            let sessions = study.sessions()?;
            let all_known = sessions.iter().all(|id| known.contains(&*id.to_string()));
            let not_known = || PullError::NotFromHere(folder.to_owned());
            all_known.then_some((now, false)).ok_or_else(not_known)
        }
        Some(known) if known.is(now.archive.as_deref(), &now.name) => {
            let known = Origin {
                archive: now.archive.or(known.archive),
                name: now.name,
                ..known
            };
            Ok((known, false))
        }
        Some(known) => Err(PullError::OtherArchive {
            folder: folder.to_owned(),
            archive: known.name,
        }),
    }
}

/// What of a catalogue cannot be read back, and why.
fn refused(catalogue: &mut Catalogue) -> Vec<(String, Refused)> {
    let sealed = catalogue.listed.iter();
    let sealed = sealed.filter(|listed| listed.entry.is_none() && listed.tombstone.is_none());
    let sealed = sealed.map(|listed| {
        let refused = Refused::Seal(SealError::NoIdentity);
        (listed.stem.clone(), refused)
    });
    let mut refused: Vec<(String, Refused)> = sealed.collect();
    let unreadable = std::mem::take(&mut catalogue.unreadable).into_iter();
    refused.extend(unreadable.map(|(stem, fault)| (stem, Refused::Entry(fault))));
    refused
}

fn taken_back(catalogue: &Catalogue) -> usize {
    let listed = catalogue.listed.iter();
    listed.filter(|listed| listed.tombstone.is_some()).count()
}

/// The latest revision of each session that was not taken back.
pub(super) fn latest(catalogue: &Catalogue) -> Vec<(&Listed, &Entry)> {
    let mut latest: BTreeMap<&str, (&Listed, &Entry)> = BTreeMap::new();
    for listed in &catalogue.listed {
        let Some(entry) = listed.entry.as_ref().filter(|_| listed.tombstone.is_none()) else {
            continue;
        };
        let known = latest.get(entry.session.as_str());
        if known.is_none_or(|(_, known)| known.revision < entry.revision) {
            latest.insert(&entry.session, (listed, entry));
        }
    }
    latest.into_values().collect()
}

/// Opens a package and holds it against its entry.
pub(super) fn open(place: &Place, listed: &Listed, entry: &Entry) -> Result<Opened, Refused> {
    let path = format!("packages/{}", listed.package);
    let content = place.target().read(&path, Limits::PACKAGE.bytes)?;
    let content = content.ok_or(Refused::Missing)?;
    if content.checksum() != entry.checksum {
        return Err(Refused::Changed);
    }
    let content = match place.sealing() {
        Some(sealing) => sealing.open(&content, Limits::PACKAGE.bytes)?,
        None => content,
    };
    let package = read_package(&content)?;
    if !package.check().is_valid() || package.digest()? != entry.digest {
        return Err(Refused::Changed);
    }
    let file = package.file(SESSION).ok_or(PackageFault::NoSession)?;
    let session = session_of_file(&file).map_err(|_| Refused::Unreadable)?;
    if session.header.id.to_string() != entry.session {
        return Err(Refused::Changed);
    }
    let guide_file = package.file(GUIDE_FILE).ok_or(PackageFault::NoSession)?;
    // What comes from outside is read as if a person had written it.
    let (guide, _) = guide_files::parse(&session.header.guide.id, &guide_file)
        .map_err(|_| Refused::Unreadable)?;
    let document = package.file(SESSION_FILE).ok_or(PackageFault::NoSession)?;
    let additions = match package.file(ADDITIONS_FILE) {
        Some(file) => additions_of_file(&file).map_err(|_| Refused::Unreadable)?,
        None => Additions::default(),
    };
    let counted = guide.with_additions(&additions);
    if !agreeing::says_the_same(&session, &counted, &document) {
        return Err(Refused::Changed);
    }
    Ok(Opened {
        name: crate::archive::Naming::Plain.entry(&entry.session, entry.revision),
        session,
        session_file: file,
        guide,
        guide_file,
        additions,
    })
}

/// A guide as it is put into the study.
struct PulledGuide {
    file: Vec<u8>,
    additions: Additions,
}

/// Puts a guide into the study, with what the archive's studies added to it in the place of what they added before.
fn put_guide(
    pulled: &mut Pulled,
    origin: &mut Origin,
    id: String,
    PulledGuide {
        file,
        mut additions,
    }: PulledGuide,
) -> Result<(), PullError> {
    pulled.study.put_guide_file(&id, &file)?;
    let before = origin.codebooks.remove(&id).unwrap_or_default();
    if !pulled.refused.is_empty() {
        // A session that could not be read this time still needs the codes that came with it.
        additions.join(before.clone());
    }
    let mut codebook = pulled.study.codebook_file(&id)?;
    let known = codebook.additions.clone();
    if !codebook.additions.renew(&before, &additions) && !pulled.mixed_guides.contains(&id) {
        pulled.mixed_guides.push(id.clone());
    }
    if codebook.additions != known {
        pulled.study.save_codebook_file(&mut codebook)?;
    }
    if !additions.is_empty() {
        origin.codebooks.insert(id, additions);
    }
    Ok(())
}

fn keep(
    pulled: &mut Pulled,
    origin: &mut Origin,
    guides: &mut BTreeMap<String, PulledGuide>,
    opened: Opened,
) -> Result<(), Refused> {
    let id = &opened.session.header.id;
    let placed = pulled.study.put_session_file(id, &opened.session_file)?;
    let revision = Revision::of(&opened.session_file);
    origin.sessions.insert(id.clone(), vec![revision]);
    let (guide, file) = (opened.guide.id, opened.guide_file);
    let known = guides.entry(guide.clone()).or_insert_with(|| PulledGuide {
        file: file.clone(),
        additions: Additions::default(),
    });
    let agrees = known.additions.join(opened.additions);
    if (known.file != file || !agrees) && !pulled.mixed_guides.contains(&guide) {
        pulled.mixed_guides.push(guide);
    }
    match placed {
        Placed::New => pulled.new.push(opened.name),
        Placed::Renewed => pulled.renewed.push(opened.name),
        Placed::Same => pulled.known += 1,
    }
    Ok(())
}
