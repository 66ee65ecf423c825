//! Packages for others than the project: encrypted for the recipients' public keys (`age`), under names that say nothing.
//!
//! A name is a keyed sum of what it stands for, so that two who share the key find the same file, and nobody else learns
//! from a name which session it is or whether two places hold the same.

use std::fmt;
use std::io::{self, Read};

use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

use super::{Content, Digest, Filling};

/// How many letters the word has at least that names are made with.
const SHORTEST_KEY: usize = 16;

/// How files are named in a target.
#[derive(Clone)]
pub enum Naming {
    /// After the session.
    Plain,
    /// By a keyed sum.
    Keyed(Zeroizing<String>),
}

/// What is needed to seal packages, and to open them if the keys are there.
pub struct Sealing {
    recipients: Vec<Recipient>,
    identities: Vec<Identity>,
    key: Zeroizing<String>,
}

/// Why something cannot be sealed or opened. None of them holds a key.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// A recipient's key is none.
    #[error("recipient {0} is no public key such as age1…")]
    Recipient(usize),
    /// There are no recipients.
    #[error("there are no recipients")]
    NoRecipient,
    /// The key file holds no key.
    #[error("line {0} of the key file is no key such as AGE-SECRET-KEY-1…")]
    Identity(usize),
    /// The word for names is too short to be a secret.
    #[error("the word that names are made with must have at least {SHORTEST_KEY} letters")]
    ShortKey,
    /// It was sealed for others.
    #[error("it was sealed for other keys than those at hand")]
    NotForUs,
    /// There is no key at hand to open it.
    #[error("there is no key at hand to open it")]
    NoIdentity,
    /// It was changed, or was never sealed.
    #[error("it was changed, or was never sealed")]
    Damaged,
    /// There is no room, or it cannot be read.
    #[error("cannot be written or read: {0}")]
    Local(#[from] io::Error),
}

impl Sealing {
    /// Prepares sealing for these recipients, with this word for names; the text of a key file opens what was sealed.
    ///
    /// # Errors
    ///
    /// If a key is none.
    pub fn new(
        recipients: &[String],
        key: Zeroizing<String>,
        key_file: Option<&str>,
    ) -> Result<Self, SealError> {
        if key.chars().count() < SHORTEST_KEY {
            return Err(SealError::ShortKey);
        }
        if recipients.is_empty() {
            return Err(SealError::NoRecipient);
        }
        let recipients = recipients.iter().enumerate().map(|(index, text)| {
            let parsed = text.trim().parse::<Recipient>();
            parsed.map_err(|_| SealError::Recipient(index + 1))
        });
        let identities = key_file.unwrap_or_default().lines().enumerate();
        let identities = identities
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|(index, line)| {
                let parsed = line.trim().parse::<Identity>();
                parsed.map_err(|_| SealError::Identity(index + 1))
            });
        Ok(Self {
            recipients: recipients.collect::<Result<_, _>>()?,
            identities: identities.collect::<Result<_, _>>()?,
            key,
        })
    }

    /// How files are named.
    pub fn naming(&self) -> Naming {
        Naming::Keyed(self.key.clone())
    }

    /// Whether there is a key at hand that may open what was sealed.
    pub fn can_open(&self) -> bool {
        !self.identities.is_empty()
    }

    /// Seals content. Each time other bytes come out.
    ///
    /// # Errors
    ///
    /// If there is no room for it.
    pub fn seal(&self, content: &Content) -> Result<Content, SealError> {
        let recipients = self.recipients.iter();
        let recipients = recipients.map(|recipient| recipient as &dyn age::Recipient);
        let encryptor =
            Encryptor::with_recipients(recipients).map_err(|_| SealError::NoRecipient)?;
        let mut writer = encryptor.wrap_output(Filling::new())?;
        io::copy(&mut content.reader()?, &mut writer)?;
        Ok(writer.finish()?.finish()?)
    }

    /// Opens sealed content of at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// If it is for others, was changed, or is larger.
    pub fn open(&self, content: &Content, limit: u64) -> Result<Content, SealError> {
        if self.identities.is_empty() {
            return Err(SealError::NoIdentity);
        }
        let decryptor = Decryptor::new(content.reader()?).map_err(|_| SealError::Damaged)?;
        let identities = self.identities.iter();
        let identities = identities.map(|identity| identity as &dyn age::Identity);
        let reader = decryptor.decrypt(identities).map_err(|error| match error {
            DecryptError::NoMatchingKeys => SealError::NotForUs,
            _ => SealError::Damaged,
        })?;
        let mut filling = Filling::new();
        let copied = io::copy(&mut reader.take(limit.saturating_add(1)), &mut filling);
        match copied {
            Ok(copied) if copied <= limit => Ok(filling.finish()?),
            _ => Err(SealError::Damaged),
        }
    }
}

impl Naming {
    /// The stem of the name of a catalogue entry.
    pub fn entry(&self, session: &str, revision: u32) -> String {
        match self {
            Self::Plain => format!("{session}-r{revision}"),
            Self::Keyed(key) => keyed(key, &format!("entry {session}-r{revision}")),
        }
    }

    /// The name of a package.
    pub fn package(&self, digest: &Digest) -> String {
        match self {
            Self::Plain => format!("{}.zip", digest.short()),
            Self::Keyed(key) => format!("{}.age", keyed(key, &format!("package {digest}"))),
        }
    }
}

fn keyed(key: &str, text: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha512>::new_from_slice(key.as_bytes()) else {
        // A sum of this kind takes keys of any length.
        return String::new();
    };
    mac.update(text.as_bytes());
    let sum = mac.finalize().into_bytes();
    sum.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl fmt::Debug for Sealing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Sealing({} recipients)", self.recipients.len())
    }
}

impl fmt::Debug for Naming {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Plain => "Plain",
            Self::Keyed(_) => "Keyed",
        })
    }
}
