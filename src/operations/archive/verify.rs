//! Checks what an archive holds: every package against its entry, as a bag, and against the digest of what is in it.

use super::place::Place;
use crate::archive::bag::{Finding, Limits, Severity};
use crate::archive::{
    Catalogue, FileFault, Listed, PackageFault, SealError, TargetError, in_parallel, list,
    read_package,
};

/// What a check of an archive found.
#[derive(Debug)]
pub struct Verified {
    /// The packages that were checked.
    pub packages: Vec<VerifiedPackage>,
    /// What else lies there: packages without entries, entries that cannot be read, interrupted uploads.
    pub catalogue: Catalogue,
}

/// What a check of a package found.
#[derive(Debug)]
pub struct VerifiedPackage {
    /// Its name, such as `A-1-r1`.
    pub stem: String,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// What can be wrong with a package in an archive.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// It cannot be fetched.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// It is listed and not there.
    #[error("the package is not there")]
    Missing,
    /// It is other bytes than its entry says.
    #[error("the package is not what its entry says")]
    Checksum,
    /// It was taken back and is still there.
    #[error("the package was taken back and is still there")]
    StillThere,
    /// It cannot be opened, so that only its bytes could be compared.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// It is no package.
    #[error(transparent)]
    Package(#[from] PackageFault),
    /// It is no valid bag.
    #[error("the package is no valid bag")]
    Bag(Vec<Finding>),
}

impl Verified {
    /// Whether everything is as it should be. An interrupted upload harms nobody.
    pub fn is_well(&self) -> bool {
        self.packages
            .iter()
            .all(|package| package.problems.is_empty())
            && self.catalogue.orphans.is_empty()
            && self.catalogue.unreadable.is_empty()
    }
}

/// Checks an archive, or one package in it by its name.
///
/// # Errors
///
/// If the archive cannot be listed.
pub fn verify(place: &Place, only: Option<&str>) -> Result<Verified, TargetError> {
    let mut catalogue = list(place.target(), place.sealing())?;
    if let Some(only) = only {
        catalogue.listed.retain(|listed| is_named(listed, only));
        catalogue.orphans.retain(|orphan| orphan == only);
        catalogue.unreadable.retain(|(stem, _)| stem == only);
    }
    let problems = in_parallel(place.target().connections(), &catalogue.listed, |listed| {
        problems(place, listed)
    });
    let packages = catalogue.listed.iter().zip(problems);
    let packages = packages.map(|(listed, problems)| VerifiedPackage {
        stem: name_of(listed),
        problems,
    });
    Ok(Verified {
        packages: packages.collect(),
        catalogue,
    })
}

/// Whether a package is meant by a name: that of its entry, of its file, or of its session and revision.
pub(super) fn is_named(listed: &Listed, name: &str) -> bool {
    listed.stem == name || listed.package == name || name_of(listed) == name
}

/// The name of a package for people: session and revision, if they can be read.
pub(super) fn name_of(listed: &Listed) -> String {
    listed.entry.as_ref().map_or_else(
        || listed.stem.clone(),
        |entry| crate::archive::Naming::Plain.entry(&entry.session, entry.revision),
    )
}

fn problems(place: &Place, listed: &Listed) -> Vec<Problem> {
    match (listed.tombstone, listed.present) {
        (Some(_), None) => return Vec::new(),
        (Some(_), Some(_)) => return vec![Problem::StillThere],
        (None, None) => return vec![Problem::Missing],
        (None, Some(_)) => {}
    }
    match look_into(place, listed) {
        Ok(()) => Vec::new(),
        Err(problem) => vec![problem],
    }
}

fn look_into(place: &Place, listed: &Listed) -> Result<(), Problem> {
    let Some(entry) = &listed.entry else {
        return Err(SealError::NoIdentity.into());
    };
    let path = format!("packages/{}", listed.package);
    let content = place.target().read(&path, Limits::PACKAGE.bytes)?;
    let content = content.ok_or(Problem::Missing)?;
    if content.checksum() != entry.checksum || content.length() != entry.bytes {
        return Err(Problem::Checksum);
    }
    let content = match place.sealing() {
        Some(sealing) => sealing.open(&content, Limits::PACKAGE.bytes)?,
        None => content,
    };
    let package = read_package(&content)?;
    let report = package.check();
    if !report.is_valid() {
        let mut findings = report.findings;
        findings.retain(|finding| finding.fault.severity() == Severity::Error);
        return Err(Problem::Bag(findings));
    }
    if package.digest()? != entry.digest {
        return Err(PackageFault::OtherDigest.into());
    }
    Ok(())
}

impl From<FileFault> for Problem {
    fn from(_: FileFault) -> Self {
        Self::Package(PackageFault::NoSession)
    }
}
