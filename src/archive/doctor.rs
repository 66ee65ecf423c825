//! Tries out whether a target keeps what publishing rests on.

use super::target::unique_name;
use super::{Content, Created, Keeping, Target, TargetError};

/// How many try to put a file of one name at the same time.
const RACERS: usize = 8;

/// How often they do.
const ROUNDS: usize = 5;

/// How a target does.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// What was found, in the order in which it was tried.
    pub findings: Vec<Finding>,
}

/// Something that was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Whether what was put there can be read at once.
    ReadAfterWrite(bool),
    /// Whether a file is never put over another, one after the other.
    CreateOnly(bool),
    /// Of so many rounds in which eight put a file of one name at the same time, in how many exactly one did.
    Races {
        /// In how many rounds exactly one did.
        decided: usize,
        /// How many rounds there were.
        of: usize,
    },
    /// Whether what is removed is gone from the listing.
    Removes(bool),
    /// Whether it keeps what is removed.
    Keeps(Keeping),
    /// How many uploads that were interrupted lie there.
    Leftovers(usize),
}

impl Finding {
    /// Whether publishing is safe as far as this is concerned.
    pub const fn is_well(self) -> bool {
        match self {
            Self::ReadAfterWrite(well) | Self::CreateOnly(well) | Self::Removes(well) => well,
            Self::Races { decided, of } => decided == of,
            Self::Keeps(_) | Self::Leftovers(_) => true,
        }
    }
}

impl Health {
    /// Whether publishing is safe.
    pub fn is_well(&self) -> bool {
        self.findings.iter().all(|finding| finding.is_well())
    }
}

/// Tries a target out with files of its own, which it removes again.
///
/// # Errors
///
/// If the target cannot be reached or refuses something that must be possible.
pub fn examine(target: &dyn Target) -> Result<Health, TargetError> {
    let leftovers = target.list("incoming")?.len();
    let name = unique_name();
    let tried = one_after_the_other(target, &name);
    let removed = target.remove(&name);
    let mut findings = tried?;
    removed?;
    let is_gone = target.read(&name, 1024)?.is_none();
    findings.push(Finding::Removes(is_gone));
    findings.push(races(target)?);
    findings.push(Finding::Keeps(target.keeping()?));
    findings.push(Finding::Leftovers(leftovers));
    Ok(Health { findings })
}

fn content(number: usize) -> Content {
    Content::of(format!("leitfaden {number}\n").into_bytes())
}

fn one_after_the_other(target: &dyn Target, name: &str) -> Result<Vec<Finding>, TargetError> {
    let first = content(0);
    target.create(name, &first)?;
    let read = target.read(name, 1024)?;
    let is_first =
        |read: Option<Content>| read.is_some_and(|read| read.checksum() == first.checksum());
    let reads = is_first(read);
    let again = target.create(name, &content(1))?;
    let stays = is_first(target.read(name, 1024)?);
    Ok(vec![
        Finding::ReadAfterWrite(reads),
        Finding::CreateOnly(again == Created::Taken && stays),
    ])
}

fn races(target: &dyn Target) -> Result<Finding, TargetError> {
    let mut decided = 0;
    for _ in 0..ROUNDS {
        let name = unique_name();
        let racers: Vec<usize> = (0..RACERS).collect();
        let tried = super::catalogue::in_parallel(RACERS, &racers, |racer| {
            target.create(&name, &content(*racer))
        });
        let there = target.read(&name, 1024)?;
        target.remove(&name)?;
        let tried = tried
            .into_iter()
            .collect::<Result<Vec<Created>, TargetError>>()?;
        let winners = racers
            .iter()
            .zip(&tried)
            .filter(|(_, created)| **created == Created::New);
        let winners: Vec<usize> = winners.map(|(racer, _)| *racer).collect();
        let is_decided = match (winners.as_slice(), there) {
            ([winner], Some(there)) => there.checksum() == content(*winner).checksum(),
            _ => false,
        };
        decided += usize::from(is_decided);
    }
    Ok(Finding::Races {
        decided,
        of: ROUNDS,
    })
}
