//! Servers for tests: `WebDAV` and an object store in this process, and a way to them on which anything can happen.

#[path = "../../tests/support/servers.rs"]
mod servers;
#[expect(dead_code, reason = "the test that kills the program uses more of it")]
#[path = "../../tests/support/way.rs"]
mod way;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tempfile::TempDir;
use zeroize::Zeroizing;

use servers::{BUCKET, PASSWORD, Server, USER, object_store, webdav};

pub(crate) use way::{Mishap, Way, read_request, said};

use super::{Address, Credentials, Folder, Patience, S3, Target, WebDav};
use crate::disk::Disk;

/// Tries quickly, and gives up quickly.
pub(crate) const QUICK: Patience = Patience {
    tries: 4,
    first: Duration::from_millis(1),
    answer: Duration::from_secs(20),
    whole: Duration::from_mins(1),
};

/// Tries once, as a program that is killed does.
pub(crate) const ONCE: Patience = Patience {
    tries: 1,
    first: Duration::from_millis(1),
    answer: Duration::from_secs(20),
    whole: Duration::from_mins(1),
};

/// The kinds of targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Folder,
    WebDav,
    S3,
}

pub(crate) const KINDS: [Kind; 3] = [Kind::Folder, Kind::WebDav, Kind::S3];

/// A place with a server in front of it, if it has one.
pub(crate) struct Ground {
    pub kind: Kind,
    pub folder: TempDir,
    server: Option<Server>,
    /// How often it was begun anew.
    begun: AtomicUsize,
}

impl Ground {
    pub(crate) fn new(kind: Kind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = match kind {
            Kind::Folder => None,
            Kind::WebDav => Some(webdav(folder.path())),
            Kind::S3 => Some(object_store(folder.path())),
        };
        Self {
            kind,
            folder,
            server,
            begun: AtomicUsize::new(0),
        }
    }

    /// Leaves what is there behind: targets are at another place of the same server from here on.
    pub(crate) fn begin_anew(&self) {
        self.begun.fetch_add(1, Ordering::SeqCst);
    }

    /// Goes on at another place of the same server that holds what the first place holds.
    pub(crate) fn begin_as_the_first(&self) {
        let above = match self.kind {
            Kind::S3 => self.folder.path().join(BUCKET),
            _ => self.folder.path().to_owned(),
        };
        self.begin_anew();
        copy(&above.join("study"), &above.join(self.place()));
    }

    /// The name of the place on the server.
    fn place(&self) -> String {
        match self.begun.load(Ordering::SeqCst) {
            0 => "study".to_owned(),
            number => format!("study-{number}"),
        }
    }

    /// The target, reached directly.
    pub(crate) fn target(&self) -> Box<dyn Target> {
        self.target_by(self.server.as_ref().map(|server| server.address), QUICK)
    }

    /// The target, reached over a way, if it has a server.
    pub(crate) fn target_over(&self, way: &Way, patience: Patience) -> Box<dyn Target> {
        self.target_by(Some(way.address()), patience)
    }

    fn target_by(&self, address: Option<SocketAddr>, patience: Patience) -> Box<dyn Target> {
        let Some(address) = address else {
            return Box::new(Folder::new(self.folder.path(), &Disk::new()));
        };
        let text = match self.kind {
            Kind::S3 => {
                let endpoint = format!("endpoint=http://{address}&region=us-east-1");
                format!("s3://{BUCKET}/{}?{endpoint}", self.place())
            }
            _ => format!("webdav://{address}/{}", self.place()),
        };
        let credentials = Credentials {
            user: Zeroizing::new(USER.to_owned()),
            password: Zeroizing::new(PASSWORD.to_owned()),
            token: None,
        };
        match Address::parse(&text, false).unwrap() {
            Address::WebDav(url) => Box::new(WebDav::new(&url, Some(&credentials), patience)),
            Address::ObjectStore(store) => {
                Box::new(S3::new(&store, Some(&credentials), patience).unwrap())
            }
            Address::Folder(_) => unreachable!("an address of a server"),
        }
    }

    /// A way to the server on which `plan` decides what happens to each request.
    pub(crate) fn way(&self, plan: impl Fn(usize, &str) -> Mishap + Send + Sync + 'static) -> Way {
        Way::to(self.server.as_ref().unwrap().address, Box::new(plan))
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}
