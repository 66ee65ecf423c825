//! Takes packages back.

use super::place::Place;
use super::verify::{is_named, name_of};
use crate::archive::{
    Keeping, PublishError, Removed, TargetError, Why, list, remove_orphan, take_back,
};

/// What was taken back.
#[derive(Debug)]
pub struct Withdrawn {
    /// The packages, such as `A-1-r1`.
    pub packages: Vec<String>,
    /// How many older versions of their files went with them.
    pub versions: usize,
    /// Whether the place may keep copies.
    pub keeping: Keeping,
}

/// Why a package was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    /// The target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// The package.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// There is no such package.
    #[error("there is no such package")]
    Unknown,
    /// It is sealed, and there is no key to read which session it is about.
    #[error("it is sealed and there is no key to read it")]
    Sealed,
}

/// Takes a package back: by its name such as `A-1-r1`, by its session for all its revisions, by its digest, or by the name
/// of its file.
///
/// # Errors
///
/// If there is none, or it may still be there. It can be repeated.
pub fn withdraw(place: &Place, name: &str) -> Result<Withdrawn, WithdrawError> {
    let catalogue = list(place.target(), place.sealing())?;
    let mut withdrawn = Withdrawn {
        packages: Vec::new(),
        versions: 0,
        keeping: place.target().keeping()?,
    };
    let named = catalogue.listed.iter().filter(|listed| {
        let is_of_session = listed
            .entry
            .as_ref()
            .is_some_and(|entry| entry.session == name);
        // The log of a session, and what was printed from it, name a package by its digest.
        let is_digest = listed
            .entry
            .as_ref()
            .is_some_and(|entry| entry.digest.as_str() == name);
        is_of_session || is_digest || is_named(listed, name)
    });
    for listed in named {
        let entry = listed.entry.as_ref().ok_or(WithdrawError::Sealed)?;
        let (target, sealing) = (place.target(), place.sealing());
        let removed = take_back(target, sealing, &listed.stem, entry, Why::Withdrawn)?;
        withdrawn.packages.push(name_of(listed));
        withdrawn.count(removed);
    }
    for orphan in catalogue.orphans.iter().filter(|orphan| *orphan == name) {
        withdrawn.count(remove_orphan(place.target(), orphan)?);
        withdrawn.packages.push(orphan.clone());
    }
    if withdrawn.packages.is_empty() {
        return Err(WithdrawError::Unknown);
    }
    Ok(withdrawn)
}

impl Withdrawn {
    fn count(&mut self, removed: Removed) {
        self.versions += removed.versions;
        self.keeping = self.keeping.after(removed);
    }
}
