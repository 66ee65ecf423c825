//! Reading packages back, into a study that is for reading only.

mod agreeing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::place::Place;
use crate::archive::bag::Limits;
use crate::archive::{
    ADDITIONS_FILE, Catalogue, Entry, FileFault, GUIDE_FILE, Listed, PackageFault, SESSION_FILE,
    SealError, TargetError, in_parallel, list, read_package,
};
use crate::disk::{Disk, DiskError};
use crate::guide::{Additions, Guide};
use crate::session::{Session, SessionId};
use crate::store::guides as guide_files;
use crate::store::{Placed, SaveError, Study, StudyError, additions_of_file, session_of_file};

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
    /// The sessions that were taken back and still lie in the study from an earlier time.
    pub gone: Vec<SessionId>,
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
    /// There is something in the folder.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
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

/// Reads the latest revision of every session into a study: a new one, or one that was pulled before, in which the sessions
/// then stand as the archive has them. Coders' sheets in it stay.
///
/// # Errors
///
/// If the target cannot be listed, something else is in the folder, or the study cannot be made.
pub fn pull(place: &Place, folder: &Path) -> Result<Pulled, PullError> {
    let is_new = Disk::new().names_in(folder)?.is_empty();
    if !is_new && !Study::open(folder).is_ok_and(|study| study.is_for_review()) {
        return Err(PullError::NotEmpty(folder.to_owned()));
    }
    let mut catalogue = list(place.target(), place.sealing())?;
    let unreadable = std::mem::take(&mut catalogue.unreadable);
    let latest = latest(&catalogue);
    let opened = in_parallel(place.target().connections(), &latest, |(listed, entry)| {
        open(place, listed, entry)
    });
    let study = Study::create(folder, &[])?;
    study.keep_for_review()?;
    let mut pulled = Pulled {
        gone: gone(&catalogue, &latest, &study)?,
        study,
        new: Vec::new(),
        renewed: Vec::new(),
        known: 0,
        refused: Vec::new(),
        taken_back: taken_back(&catalogue),
        mixed_guides: Vec::new(),
    };
    for listed in &catalogue.listed {
        if listed.entry.is_none() && listed.tombstone.is_none() {
            let refused = Refused::Seal(SealError::NoIdentity);
            pulled.refused.push((listed.stem.clone(), refused));
        }
    }
    for (stem, fault) in unreadable {
        pulled.refused.push((stem, Refused::Entry(fault)));
    }
    let mut guides: BTreeMap<String, PulledGuide> = BTreeMap::new();
    for ((_, entry), opened) in latest.iter().zip(opened) {
        let name = crate::archive::Naming::Plain.entry(&entry.session, entry.revision);
        match opened.and_then(|opened| keep(&mut pulled, &mut guides, opened)) {
            Ok(()) => {}
            Err(refused) => pulled.refused.push((name, refused)),
        }
    }
    for (id, PulledGuide { file, additions }) in guides {
        pulled.study.put_guide_file(&id, &file)?;
        let mut codebook = pulled.study.codebook_file(&id)?;
        let known = codebook.additions.clone();
        // What a coder added to the pulled study stays, and comes first.
        if !codebook.additions.join(additions) && !pulled.mixed_guides.contains(&id) {
            pulled.mixed_guides.push(id);
        }
        if codebook.additions != known {
            pulled.study.save_codebook_file(&mut codebook)?;
        }
    }
    Ok(pulled)
}

fn taken_back(catalogue: &Catalogue) -> usize {
    let listed = catalogue.listed.iter();
    listed.filter(|listed| listed.tombstone.is_some()).count()
}

/// The sessions in a study that the archive has no more, since they were taken back.
fn gone(
    catalogue: &Catalogue,
    latest: &[(&Listed, &Entry)],
    study: &Study,
) -> Result<Vec<SessionId>, StudyError> {
    let mut gone = study.sessions()?;
    gone.retain(|id| {
        let id = id.to_string();
        let is_there = latest.iter().any(|(_, entry)| entry.session == id);
        let mut taken_back = catalogue.listed.iter();
        let was_there = taken_back.any(|listed| {
            let entry = listed.entry.as_ref();
            entry.is_some_and(|entry| entry.session == id)
        });
        was_there && !is_there
    });
    Ok(gone)
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

fn keep(
    pulled: &mut Pulled,
    guides: &mut BTreeMap<String, PulledGuide>,
    opened: Opened,
) -> Result<(), Refused> {
    let id = &opened.session.header.id;
    let placed = pulled.study.put_session_file(id, &opened.session_file)?;
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
