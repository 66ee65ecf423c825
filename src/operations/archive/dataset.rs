//! Makes a dataset of an archive: for other programs, at the levels that hide sessions, at a place of its own.

use std::collections::BTreeMap;
use std::io;

use time::OffsetDateTime;

use super::place::{Place, SetUpError};
use super::pull::{self, Opened, Refused};
use crate::archive::dataset::{Build, Built, DatasetFault, build};
use crate::archive::{Catalogue, Digest, Listed, SealError, TargetError, in_parallel, list};
use crate::export::dataset::files;
use crate::guide::{Additions, Guide};
use crate::operations::export::{LogError, Logged, log_as};
use crate::release::tables::{Frame, TableRefusal};
use crate::release::{Counted, Level, Refused as RefusedSession, ReleasedDataset, release_dataset};
use crate::session::{ExportRecord, Session, SessionId};
use crate::store::{Cleared, Study, StudyError};

/// What the log of a session calls a dataset.
const DATASET_FORMAT: &str = "dataset";

/// What the seed of the drawn names begins with.
const SEED: &str = "leitfaden.dataset 1\n";

/// What was made of an archive.
#[derive(Debug)]
pub struct MadeDataset {
    /// The build that lies at the place.
    pub built: Built,
    /// The guides that it is about, with how many sessions stand in its texts and how many in its numbers.
    pub guides: Vec<MadeGuide>,
    /// The guides of which the level lets nothing out.
    pub left_out: Vec<(Guide, TableRefusal)>,
    /// The sessions that were left out because a text looks like a name.
    pub refused: Vec<RefusedSession>,
    /// If the build before is about nearly as many sessions, so that who has both may tell the few from the others: how
    /// many more or less they are.
    pub telling: Option<usize>,
    /// The packages of the sessions that are in it.
    packages: Vec<(SessionId, Digest)>,
}

/// What a dataset holds of the sessions of one guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeGuide {
    /// The guide.
    pub guide: String,
    /// How many sessions its texts are of.
    pub in_texts: usize,
    /// How many sessions its numbers are about.
    pub in_numbers: usize,
    /// Which those are.
    pub counted: Counted,
}

/// Why there is no dataset.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// The archive.
    #[error(transparent)]
    Source(#[from] SetUpError),
    /// It cannot be listed.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// The place of the dataset lies in that of the packages, or the other way round.
    #[error("the dataset would lie beside the packages")]
    Beside,
    /// Packages cannot be read. Without them their sessions would show when they are read the next time.
    #[error("packages of the archive cannot be read")]
    Unreadable(Vec<(String, Refused)>),
    /// The levels let nothing out of the archive.
    #[error("there is nothing in the archive that a dataset may hold")]
    Nothing(Vec<(Guide, TableRefusal)>),
    /// The files cannot be made.
    #[error("the files cannot be made")]
    Make(#[from] io::Error),
    /// The place of the dataset.
    #[error(transparent)]
    Dataset(#[from] DatasetFault),
}

/// A package of the archive.
struct Package {
    opened: Opened,
    digest: Digest,
}

/// Makes a dataset of all sessions in an archive, and puts it in the place of an earlier one.
///
/// The same packages give the same bytes; other packages give other names to all sessions.
///
/// # Errors
///
/// If a package cannot be read, nothing may be let out, or the dataset is not there afterwards.
pub fn dataset(source: &Place, target: &Place) -> Result<MadeDataset, DatasetError> {
    let mark = source.mark()?;
    if source.overlaps(target) {
        return Err(DatasetError::Beside);
    }
    let packages = packages(source)?;
    let seed = seed(&packages);
    let mut released = Vec::new();
    let mut left_out = Vec::new();
    for (guide, sessions) in by_guide(&packages) {
        match release_dataset(&sessions, &guide, seed) {
            Ok(dataset) => released.push((guide, dataset)),
            Err(refusal) => left_out.push((guide, refusal)),
        }
    }
    if released.is_empty() {
        return Err(DatasetError::Nothing(left_out));
    }
    let mut all = Vec::new();
    for (guide, dataset) in &released {
        let files = files(dataset, guide)?.into_iter();
        all.extend(files.map(|file| (file.table, file.partition, file.bytes)));
    }
    let guides: Vec<MadeGuide> = released.iter().map(made).collect();
    let sessions = guides.iter().map(|guide| guide.in_texts).sum();
    let built = build(target.target(), &Build::of(all, mark.invented, sessions))?;
    Ok(MadeDataset {
        telling: telling(&built, sessions, &released),
        packages: members(&packages, &released),
        refused: refused(&released),
        built,
        guides,
        left_out,
    })
}

/// The latest package of each session.
fn packages(source: &Place) -> Result<Vec<Package>, DatasetError> {
    let mut catalogue = list(source.target(), source.sealing())?;
    let mut unreadable: Vec<(String, Refused)> = std::mem::take(&mut catalogue.unreadable)
        .into_iter()
        .map(|(stem, fault)| (stem, Refused::Entry(fault)))
        .collect();
    unreadable.extend(sealed(&catalogue));
    let latest = pull::latest(&catalogue);
    let opened = in_parallel(source.target().connections(), &latest, |(listed, entry)| {
        pull::open(source, listed, entry)
    });
    let mut packages = Vec::new();
    for ((listed, entry), opened) in latest.into_iter().zip(opened) {
        match opened {
            Ok(opened) => packages.push(Package {
                opened,
                digest: entry.digest.clone(),
            }),
            Err(refused) => unreadable.push((listed.stem.clone(), refused)),
        }
    }
    if unreadable.is_empty() {
        Ok(packages)
    } else {
        Err(DatasetError::Unreadable(unreadable))
    }
}

/// The packages of which cannot even be told which session they are of.
fn sealed(catalogue: &Catalogue) -> impl Iterator<Item = (String, Refused)> {
    let is_sealed = |listed: &&Listed| listed.entry.is_none() && listed.tombstone.is_none();
    let sealed = catalogue.listed.iter().filter(is_sealed);
    sealed.map(|listed| (listed.stem.clone(), Refused::Seal(SealError::NoIdentity)))
}

/// Where chance begins: the same for the same packages, and not to be known by who has not read them.
fn seed(packages: &[Package]) -> u64 {
    let mut told = SEED.to_owned();
    for package in packages {
        told.push_str(package.digest.as_str());
        told.push('\n');
    }
    let sum = crate::archive::bag::Algorithm::Sha512.of(told.as_bytes());
    sum.get(..16)
        .and_then(|digits| u64::from_str_radix(digits, 16).ok())
        .unwrap_or_default()
}

/// The sessions of each guide, with the guide in the version that most of them followed.
fn by_guide(packages: &[Package]) -> Vec<(Guide, Vec<Session>)> {
    let mut by_guide: BTreeMap<&str, Vec<&Opened>> = BTreeMap::new();
    for Package { opened, .. } in packages {
        by_guide.entry(&opened.guide.id).or_default().push(opened);
    }
    let guides = by_guide.into_values().filter_map(|opened| {
        let mut versions: BTreeMap<&str, (usize, &Guide)> = BTreeMap::new();
        for Opened { guide, .. } in &opened {
            versions.entry(&guide.digest).or_insert((0, guide)).0 += 1;
        }
        let (_, guide) = versions.into_values().max_by_key(|(count, _)| *count)?;
        let mut additions = Additions::default();
        for opened in &opened {
            // Where two studies call two things by one code, the first one's label stands for both.
            additions.join(opened.additions.clone());
        }
        let sessions = opened.iter().map(|opened| opened.session.clone());
        Some((guide.with_additions(&additions), sessions.collect()))
    });
    guides.collect()
}

fn made((guide, released): &(Guide, ReleasedDataset)) -> MadeGuide {
    MadeGuide {
        guide: guide.id.clone(),
        in_texts: released.extracts().members().len(),
        in_numbers: released.frequencies().frame().base().sessions,
        counted: released.counted(),
    }
}

/// By how many sessions a build differs from the one before, if by too few.
fn telling(built: &Built, sessions: usize, released: &[(Guide, ReleasedDataset)]) -> Option<usize> {
    let frames = released
        .iter()
        .map(|(_, released)| released.extracts().frame());
    let smallest = frames.map(Frame::smallest_group).max()?;
    let difference = built.before?.abs_diff(sessions);
    (!built.was_there && difference < smallest).then_some(difference)
}

fn refused(released: &[(Guide, ReleasedDataset)]) -> Vec<RefusedSession> {
    let refused = released
        .iter()
        .map(|(_, released)| released.extracts().refused());
    refused.flatten().cloned().collect()
}

fn members(
    packages: &[Package],
    released: &[(Guide, ReleasedDataset)],
) -> Vec<(SessionId, Digest)> {
    let is_member = |id: &SessionId| {
        released
            .iter()
            .any(|(_, released)| released.members().contains(id))
    };
    let packages = packages.iter().map(|package| {
        let id = package.opened.session.header.id.clone();
        (id, package.digest.clone())
    });
    packages.filter(|(id, _)| is_member(id)).collect()
}

/// Whether what the log of a session tells of is a dataset.
pub fn is_dataset(record: &ExportRecord) -> bool {
    record.format.split(' ').next() == Some(DATASET_FORMAT)
}

impl MadeDataset {
    /// Has the dataset stand in the logs of those of its sessions that this study put into the archive, so that a strike
    /// or a withdrawal knows of it. Returns the sessions that could not be written, each with why not.
    ///
    /// # Errors
    ///
    /// If the study's sessions cannot be listed.
    pub fn log(
        &self,
        study: &Study,
        place: &Place,
        now: OffsetDateTime,
    ) -> Result<Logged, StudyError> {
        let known = study.sessions()?;
        let record = ExportRecord {
            at: now,
            level: Level::Analysis.word().to_owned(),
            format: format!("{DATASET_FORMAT} {}", place.shown()),
            digest: self.built.name.clone(),
        };
        let mut logged = Logged::default();
        for (id, digest) in self.packages.iter().filter(|(id, _)| known.contains(id)) {
            let session = study.read_session(id).map_err(LogError::from);
            let recorded = session.and_then(|session| {
                let is_ours = session
                    .archived
                    .iter()
                    .any(|archived| archived.package == digest.as_str());
                let is_known = session.exports.iter().any(|export| {
                    (&export.format, &export.digest) == (&record.format, &record.digest)
                });
                if is_ours && !is_known {
                    return log_as(study, id, vec![record.clone()]);
                }
                Ok(Cleared::default())
            });
            logged.add(id, recorded);
        }
        Ok(logged)
    }
}
