//! Packages: one zip for a state of a session.

use std::io::{self, Read};

use super::bag::{self, Checksum, Fault, Limits, Report, Source, Writer, Zipped};
use super::{Content, Digest, Filling, GuideSum};

/// The file of the payload that the digest is about, beside the guide.
pub const SESSION_FILE: &str = "session.json";

/// The file of the guide in the payload.
pub const GUIDE_FILE: &str = "guide.ron";

/// The file of the codes in the payload that the session uses and its guide does not have.
pub const ADDITIONS_FILE: &str = "guide-additions.ron";

/// The largest file of a package that is read into memory, in bytes.
const LARGEST_FILE: u64 = 128 * 1024 * 1024;

/// A file of the payload: its name, and its bytes as a stream.
pub struct NamedFile<'bytes> {
    /// Its name below `data`, made of letters, digits, `.`, `-` and `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Read + 'bytes>,
    /// Their SHA-512, where it is known already.
    pub checksum: Option<Checksum>,
}

/// What `bag-info.txt` says about a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The session that is in it.
    pub session: String,
    /// Its digest.
    pub digest: Digest,
    /// Who is responsible for the data, if that is known.
    pub organisation: Option<String>,
    /// What it is, in a sentence.
    pub description: String,
}

/// A package that was made.
#[derive(Debug)]
pub struct Package {
    /// Its bytes.
    pub content: Content,
    /// Its digest.
    pub digest: Digest,
}

/// Makes a package. The same files give the same bytes.
///
/// # Errors
///
/// If a file cannot be read or there is no room for the package.
pub fn pack(about: &About, files: Vec<NamedFile<'_>>) -> io::Result<Package> {
    let top = format!("{}-{}", about.session, about.digest.short());
    let mut writer = Writer::new(Filling::new(), &top)?;
    for mut file in files {
        writer.add_summed(&file.name, &mut file.bytes, file.checksum)?;
    }
    let digest = about.digest.to_string();
    let mut info = vec![
        ("External-Identifier", about.session.as_str()),
        ("External-Description", about.description.as_str()),
        ("Package-Digest", digest.as_str()),
    ];
    if let Some(organisation) = &about.organisation {
        info.insert(0, ("Source-Organization", organisation));
    }
    let (filled, _) = writer.finish(&info)?;
    Ok(Package {
        content: filled.finish()?,
        digest: about.digest.clone(),
    })
}

/// Why something is no package of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageFault {
    /// It is no zip that can be looked into.
    #[error("the package cannot be looked into")]
    Zip(Fault),
    /// It is a bag without a session and a guide.
    #[error("the package holds no session with its guide")]
    NoSession,
    /// It holds something else than its name says.
    #[error("the package holds something else than its name says")]
    OtherDigest,
}

/// A package that was read.
pub struct ReadPackage<'content> {
    zip: Zipped<super::content::Reader<'content>>,
}

/// Looks into a package.
///
/// # Errors
///
/// If it cannot be looked into.
pub fn read_package(content: &Content) -> Result<ReadPackage<'_>, PackageFault> {
    let damaged = |_| PackageFault::Zip(Fault::DamagedZip);
    let reader = content.reader().map_err(damaged)?;
    let zip = Zipped::open(reader, Limits::PACKAGE).map_err(PackageFault::Zip)?;
    Ok(ReadPackage { zip })
}

impl ReadPackage<'_> {
    /// Checks it as a bag.
    pub fn check(&self) -> Report {
        bag::check(&self.zip)
    }

    /// The digest that its session has with its guide and what the study added to it.
    ///
    /// # Errors
    ///
    /// If they are missing or unreadable.
    pub fn digest(&self) -> Result<Digest, PackageFault> {
        let session = self.file(SESSION_FILE).ok_or(PackageFault::NoSession)?;
        let guide = self.file(GUIDE_FILE).ok_or(PackageFault::NoSession)?;
        let additions = self.file(ADDITIONS_FILE);
        Digest::of(&session, &GuideSum::of(&guide), additions.as_deref())
            .ok_or(PackageFault::NoSession)
    }

    /// A file of its payload.
    pub fn file(&self, name: &str) -> Option<Vec<u8>> {
        let name = format!("data/{name}");
        let length = *self.zip.list().files.get(&name)?;
        if length > LARGEST_FILE {
            return None;
        }
        let mut bytes = Vec::new();
        let read = self.zip.read(&name, &mut |stream| {
            stream.take(LARGEST_FILE).read_to_end(&mut bytes).map(drop)
        });
        read.ok().map(|()| bytes)
    }
}
