//! Finding the target that a command names, with what opens it.

use std::env;
use std::path::Path;

use zeroize::Zeroizing;

use crate::archive::dataset::holds_dataset;
use crate::archive::{
    Address, AddressError, Credentials, FileFault, Folder, Mark, Patience, Readers, S3, SealError,
    Sealing, Target, TargetError, WebDav, mark, set_up as set_up_target,
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
    /// Its name in the configuration; empty if it was named by its address.
    name: String,
    shown: String,
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
    /// The target itself.
    pub fn target(&self) -> &dyn Target {
        self.target.as_ref()
    }

    /// What seals its packages, if they are sealed.
    pub fn sealing(&self) -> Option<&Sealing> {
        self.sealing.as_ref()
    }

    /// Its name in the configuration; empty if it was named by its address.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How it is called towards people.
    pub fn shown(&self) -> &str {
        &self.shown
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
            name: name.to_owned(),
            shown: name.to_owned(),
            readers,
            address: None,
        }
    }
}

/// Opens the target of this name or address. What opens a server comes from the environment.
///
/// # Errors
///
/// If it is neither, or its keys cannot be used.
pub fn open(named: &str, configuration: &Configuration) -> Result<Place, OpenError> {
    let Some(configured) = configuration.archives.get(named) else {
        let address = Address::parse(named, false)?;
        return Ok(Place {
            target: target(&address, Patience::USUAL)?,
            sealing: None,
            name: String::new(),
            shown: address.shown(),
            readers: Readers::Project,
            address: Some(address),
        });
    };
    let address = Address::parse(&configured.address, configured.unencrypted)?;
    Ok(Place {
        target: target(&address, Patience::USUAL)?,
        sealing: sealing(named, configured)?,
        name: named.to_owned(),
        shown: named.to_owned(),
        readers: if configured.read_by_others {
            Readers::Others
        } else {
            Readers::Project
        },
        address: Some(address),
    })
}

/// Opens the place of a dataset of this name or address. What lies there is not sealed, so that other programs can read
/// it.
///
/// # Errors
///
/// If it is neither, or is configured with recipients, for whom it would have to be sealed.
pub fn open_for_dataset(named: &str, configuration: &Configuration) -> Result<Place, OpenError> {
    let configured = configuration.archives.get(named);
    let (address, name) = match configured {
        Some(configured) if !configured.recipients.is_empty() => {
            return Err(OpenError::SealedDataset(named.to_owned()));
        }
        Some(configured) => {
            let address = Address::parse(&configured.address, configured.unencrypted)?;
            (address, named.to_owned())
        }
        None => (Address::parse(named, false)?, String::new()),
    };
    Ok(Place {
        target: target(&address, Patience::USUAL)?,
        sealing: None,
        shown: configured.map_or_else(|| address.shown(), |_| named.to_owned()),
        name,
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
        invented,
        readers: place.readers,
        sealed: place.sealing.is_some(),
    };
    let found = set_up_target(place.target(), wanted)??;
    if found != wanted {
        return Err(SetUpError::Otherwise { found });
    }
    Ok(found)
}

fn target(address: &Address, patience: Patience) -> Result<Box<dyn Target>, OpenError> {
    Ok(match address {
        Address::Folder(path) => Box::new(Folder::new(path, &Disk::new())),
        Address::WebDav(url) => {
            let credentials = credentials(WEBDAV_USER, WEBDAV_PASSWORD, None);
            Box::new(WebDav::new(url, credentials.as_ref(), patience))
        }
        Address::ObjectStore(store) => {
            let credentials = credentials(S3_KEY, S3_SECRET, Some(S3_TOKEN));
            let store = S3::new(store, credentials.as_ref(), patience);
            Box::new(store.ok_or(AddressError::Malformed)?)
        }
    })
}

fn credentials(user: &str, password: &str, token: Option<&str>) -> Option<Credentials> {
    let read = |name| {
        let value = env::var(name).ok().filter(|value| !value.is_empty());
        value.map(Zeroizing::new)
    };
    Some(Credentials {
        user: read(user)?,
        password: read(password)?,
        token: token.and_then(read),
    })
}

fn sealing(name: &str, configured: &ArchiveConfiguration) -> Result<Option<Sealing>, OpenError> {
    if configured.recipients.is_empty() {
        if configured.read_by_others {
            return Err(OpenError::Unsealed(name.to_owned()));
        }
        return Ok(None);
    }
    let key = env::var(NAME_KEY).map_err(|_| OpenError::NoNameKey)?;
    let keys = configured.key_file.as_deref().map(key_file).transpose()?;
    let keys = keys.as_ref().map(|keys| keys.as_str());
    let sealing = Sealing::new(&configured.recipients, Zeroizing::new(key), keys)?;
    Ok(Some(sealing))
}

fn key_file(path: &Path) -> Result<Zeroizing<String>, OpenError> {
    let read = Disk::new().read_bounded(path, LARGEST_KEY_FILE);
    let bytes = read.map_err(OpenError::KeyFile)?;
    let bytes = bytes.ok_or_else(|| OpenError::NoKeyFile(path.display().to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| SealError::Identity(1))?;
    Ok(Zeroizing::new(text))
}
