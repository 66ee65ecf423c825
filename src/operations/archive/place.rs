//! Finding the target that a command names, with what opens it.

use std::env;
use std::path::{Component, Path, PathBuf};

use zeroize::Zeroizing;

use super::keyring;
use crate::archive::dataset::holds_dataset;
use crate::archive::{
    Address, AddressError, Credentials, FileFault, Folder, Mark, Patience, Readers, S3, SealError,
    Sealing, Target, TargetError, Told, WebDav, mark, set_up as set_up_target,
};
use crate::disk::{Disk, DiskError};
use crate::store::configuration::{ArchiveConfiguration, Configuration};

/// The variables that open a `WebDAV` server.
pub const WEBDAV_USER: &str = "LEITFADEN_WEBDAV_USER";
/// See [`WEBDAV_USER`].
pub const WEBDAV_PASSWORD: &str = "LEITFADEN_WEBDAV_PASSWORD";
/// The variables that open an object store.
pub const S3_KEY: &str = "AWS_ACCESS_KEY_ID";
/// See [`S3_KEY`].
pub const S3_SECRET: &str = "AWS_SECRET_ACCESS_KEY";
/// The variable with what an object store hands out beside them for a while.
pub const S3_TOKEN: &str = "AWS_SESSION_TOKEN";
/// The variable with the word that the names of sealed packages are made with. All who push to one target share it.
pub const NAME_KEY: &str = "LEITFADEN_ARCHIVE_NAME_KEY";

/// The largest key file that is read, in bytes.
const LARGEST_KEY_FILE: u64 = 64 * 1024;

/// A target with what is needed to use it.
pub struct Place {
    target: Box<dyn Target>,
    sealing: Option<Sealing>,
    /// Its name in the configuration, or the address that it was named by.
    shown: String,
    /// What a command takes for it.
    argument: String,
    readers: Readers,
    /// Where it is, as far as that was told.
    address: Option<Address>,
}

/// Why a target cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The keys.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// Others can read it, and no recipients are configured.
    #[error("the archive {0} can be read by others and has no recipients")]
    Unsealed(String),
    /// The word for names is missing.
    #[error("the environment variable {NAME_KEY} is not set")]
    NoNameKey,
    /// The key file cannot be read.
    #[error("cannot read the key file")]
    KeyFile(#[source] DiskError),
    /// There is no key file.
    #[error("there is no key file {0}")]
    NoKeyFile(String),
    /// It has recipients, and what lies there would not be sealed.
    #[error("{0} has recipients, and a dataset is not sealed")]
    SealedDataset(String),
}

/// Why a target cannot be set up, or not be pushed to.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// The target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// It was never set up.
    #[error("the archive was not set up")]
    NotSetUp,
    /// A dataset lies there.
    #[error("a dataset lies there")]
    HoldsDataset,
    /// Its own file cannot be read.
    #[error(transparent)]
    Mark(#[from] FileFault),
    /// It was set up otherwise than it is configured.
    #[error("the archive was set up otherwise than it is configured")]
    Otherwise {
        /// How it was set up.
        found: Mark,
    },
}

impl Place {
    /// The same place, with somebody who is told that a server which is busy or does not answer is asked again, and how long that goes
    /// on at most.
    #[must_use]
    pub fn telling(mut self, told: Told) -> Self {
        self.target.when_trying_again(told);
        self
    }

    /// The target itself.
    pub fn target(&self) -> &dyn Target {
        self.target.as_ref()
    }

    /// What seals its packages, if they are sealed.
    pub fn sealing(&self) -> Option<&Sealing> {
        self.sealing.as_ref()
    }

    /// How it is called towards people, and in the sessions that go there: its name in the configuration, or the address
    /// that it was named by.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// What a command takes for it: its name, or its whole address.
    pub fn argument(&self) -> &str {
        &self.argument
    }

    /// Who can read it.
    pub fn readers(&self) -> Readers {
        self.readers
    }

    /// Whether one of two places lies in the other.
    pub fn overlaps(&self, other: &Self) -> bool {
        let both = self.address.as_ref().zip(other.address.as_ref());
        both.is_some_and(|(one, other)| one.overlaps(other))
    }

    /// What its own file says it is.
    ///
    /// # Errors
    ///
    /// If it was never set up, or otherwise than it is configured.
    pub fn mark(&self) -> Result<Mark, SetUpError> {
        let found = mark(self.target())?.ok_or(SetUpError::NotSetUp)??;
        self.hold_against(found)
    }

    fn hold_against(&self, found: Mark) -> Result<Mark, SetUpError> {
        if (found.readers, found.sealed) != (self.readers, self.sealing.is_some()) {
            return Err(SetUpError::Otherwise { found });
        }
        Ok(found)
    }

    /// A place under a name of its own, put together by whoever has target and keys.
    pub fn of(
        name: &str,
        target: Box<dyn Target>,
        sealing: Option<Sealing>,
        readers: Readers,
    ) -> Self {
        Self {
            target,
            sealing,
            shown: name.to_owned(),
            argument: name.to_owned(),
            readers,
            address: None,
        }
    }
}

/// Opens the target of this name or address. What opens a server comes from the environment or the keyring.
///
/// # Errors
///
/// If it is neither, or its keys cannot be used.
pub fn open(named: &str, configuration: &Configuration) -> Result<Place, OpenError> {
    let Some(configured) = configuration.archives.get(named) else {
        let address = whole(Address::parse(named, false)?);
        let shown = address.shown();
        return Ok(Place {
            target: target(&address, named)?,
            sealing: None,
            argument: argument(named, &address),
            shown,
            readers: Readers::Project,
            address: Some(address),
        });
    };
    let address = whole(Address::parse(&configured.address, configured.unencrypted)?);
    Ok(Place {
        target: target(&address, named)?,
        sealing: sealing(named, configured)?,
        shown: named.to_owned(),
        argument: named.to_owned(),
        readers: if configured.read_by_others {
            Readers::Others
        } else {
            Readers::Project
        },
        address: Some(address),
    })
}

/// The archive of this name or address, if it is a folder that is at hand: whoever records it may be offered to do there
/// what else takes a command of its own.
pub fn folder_at_hand(named: &str, configuration: &Configuration) -> Option<Place> {
    let place = open(named, configuration).ok()?;
    let is_folder = matches!(&place.address, Some(Address::Folder(path)) if path.is_dir());
    (is_folder && place.mark().is_ok()).then_some(place)
}

/// Opens the place of a dataset of this name or address. What lies there is not sealed, so that other programs can read
/// it.
///
/// # Errors
///
/// If it is neither, or is configured with recipients, for whom it would have to be sealed.
pub fn open_for_dataset(named: &str, configuration: &Configuration) -> Result<Place, OpenError> {
    let configured = configuration.archives.get(named);
    let (address, shown) = match configured {
        Some(configured) if !configured.recipients.is_empty() => {
            return Err(OpenError::SealedDataset(named.to_owned()));
        }
        Some(configured) => {
            let address = whole(Address::parse(&configured.address, configured.unencrypted)?);
            (address, named.to_owned())
        }
        None => {
            let address = whole(Address::parse(named, false)?);
            let shown = address.shown();
            (address, shown)
        }
    };
    Ok(Place {
        target: target(&address, named)?,
        sealing: None,
        argument: argument(named, &address),
        shown,
        readers: Readers::Others,
        address: Some(address),
    })
}

/// Sets a target up.
///
/// # Errors
///
/// If it cannot be written, holds a dataset, or was set up otherwise.
pub fn set_up(place: &Place, invented: bool) -> Result<Mark, SetUpError> {
    if holds_dataset(place.target())? {
        return Err(SetUpError::HoldsDataset);
    }
    let wanted = Mark {
        id: None,
        invented,
        readers: place.readers,
        sealed: place.sealing.is_some(),
    };
    let found = set_up_target(place.target(), wanted)??;
    if !found.takes_the_same(&wanted) {
        return Err(SetUpError::Otherwise { found });
    }
    Ok(found)
}

/// What a command takes for a target: a folder as it is called from wherever one stands, anything else as it was named.
fn argument(named: &str, address: &Address) -> String {
    match address {
        Address::Folder(path) => path.display().to_string(),
        Address::WebDav(_) | Address::ObjectStore(_) => named.to_owned(),
    }
}

/// The address of a folder from wherever one stands: it is recorded, and may be read in another folder.
fn whole(address: Address) -> Address {
    match address {
        Address::Folder(path) => Address::Folder(whole_path(&path)),
        other => other,
    }
}

/// A path from wherever one stands, without steps that lead back. Nothing of it need exist.
pub fn whole_path(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let steps = whole.components();
    steps.fold(PathBuf::new(), |mut path, step| {
        if step != Component::ParentDir {
            return path.join(step);
        }
        if path.is_symlink() {
            // Behind a link a step back leads elsewhere than its name says.
            path = path.canonicalize().unwrap_or(path);
        }
        path.pop();
        path
    })
}

/// The target at an address, with the credentials of the archive of this name.
fn target(address: &Address, name: &str) -> Result<Box<dyn Target>, OpenError> {
    let patience = Patience::USUAL;
    Ok(match address {
        Address::Folder(path) => Box::new(Folder::new(path, &Disk::new())),
        Address::WebDav(url) => {
            let credentials = credentials(name, [WEBDAV_USER, WEBDAV_PASSWORD], None);
            Box::new(WebDav::new(url, credentials.as_ref(), patience))
        }
        Address::ObjectStore(store) => {
            let credentials = credentials(name, [S3_KEY, S3_SECRET], Some(S3_TOKEN));
            let store = S3::new(store, credentials.as_ref(), patience);
            Box::new(store.ok_or(AddressError::Malformed)?)
        }
    })
}

/// What opens a server: from the environment, else from the keyring.
fn credentials(
    archive: &str,
    [user, password]: [&str; 2],
    token: Option<&str>,
) -> Option<Credentials> {
    if let (Some(user), Some(password)) = (variable(user), variable(password)) {
        return Some(Credentials {
            user,
            password,
            token: token.and_then(variable),
        });
    }
    Some(Credentials {
        user: keyring::look_up(archive, "user")?,
        password: keyring::look_up(archive, "password")?,
        token: None,
    })
}

/// A variable of the environment that is not empty.
fn variable(name: &str) -> Option<Zeroizing<String>> {
    let value = env::var(name).ok().filter(|value| !value.is_empty());
    value.map(Zeroizing::new)
}

fn sealing(name: &str, configured: &ArchiveConfiguration) -> Result<Option<Sealing>, OpenError> {
    if configured.recipients.is_empty() {
        if configured.read_by_others {
            return Err(OpenError::Unsealed(name.to_owned()));
        }
        return Ok(None);
    }
    let key = variable(NAME_KEY).or_else(|| keyring::look_up(name, "name-key"));
    let key = key.ok_or(OpenError::NoNameKey)?;
    let keys = configured.key_file.as_deref().map(key_file).transpose()?;
    let keys = keys.as_ref().map(|keys| keys.as_str());
    let sealing = Sealing::new(&configured.recipients, key, keys)?;
    Ok(Some(sealing))
}

fn key_file(path: &Path) -> Result<Zeroizing<String>, OpenError> {
    let read = Disk::new().read_bounded(path, LARGEST_KEY_FILE);
    let bytes = read.map_err(OpenError::KeyFile)?;
    let bytes = bytes.ok_or_else(|| OpenError::NoKeyFile(path.display().to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| SealError::Identity(1))?;
    Ok(Zeroizing::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_said_without_steps_that_lead_back() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join("a/b")).unwrap();
        let whole = |path: &str| whole_path(&root.join(path));
        assert_eq!(whole("a/./b/"), root.join("a/b"));
        assert_eq!(whole("a/b/../../new/study"), root.join("new/study"));
        assert_eq!(whole("missing/../x"), root.join("x"));
    }

    #[cfg(unix)]
    #[test]
    fn a_step_back_behind_a_link_leads_where_the_link_leads() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join("far/away")).unwrap();
        std::os::unix::fs::symlink(root.join("far/away"), root.join("near")).unwrap();
        assert_eq!(whole_path(&root.join("near/../x")), root.join("far/x"));
    }
}
