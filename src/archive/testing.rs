//! Servers for tests: `WebDAV` and an object store in this process, and a way to them on which anything can happen.

use std::convert::Infallible;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use dav_server::{DavHandler, fakels::FakeLs, localfs::LocalFs};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

use super::{Address, Credentials, Folder, Patience, S3, Target, WebDav};
use crate::disk::Disk;

/// Tries quickly, and gives up quickly.
pub(crate) const QUICK: Patience = Patience {
    tries: 4,
    first: Duration::from_millis(1),
    answer: Duration::from_secs(20),
    whole: Duration::from_secs(60),
};

/// Tries once, as a program that is killed does.
pub(crate) const ONCE: Patience = Patience {
    tries: 1,
    first: Duration::from_millis(1),
    answer: Duration::from_secs(20),
    whole: Duration::from_secs(60),
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

struct Server {
    address: SocketAddr,
    // Its threads end with it.
    _runtime: Runtime,
}

const BUCKET: &str = "bucket";

impl Ground {
    pub(crate) fn new(kind: Kind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = match kind {
            Kind::Folder => None,
            Kind::WebDav => Some(webdav(folder.path())),
            Kind::S3 => {
                std::fs::create_dir(folder.path().join(BUCKET)).unwrap();
                Some(object_store(folder.path()))
            }
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
        self.target_by(Some(way.address), patience)
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
            user: Zeroizing::new("tester".to_owned()),
            password: Zeroizing::new("testing-secret".to_owned()),
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

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

fn webdav(root: &Path) -> Server {
    let handler = DavHandler::builder()
        .filesystem(LocalFs::new(root, false, false, false))
        .locksystem(FakeLs::new())
        .build_handler();
    let runtime = runtime();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                return;
            };
            let handler = handler.clone();
            let service = service_fn(move |request| {
                let handler = handler.clone();
                async move { Ok::<_, Infallible>(handler.handle(request).await) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Server {
        address,
        _runtime: runtime,
    }
}

fn object_store(root: &Path) -> Server {
    let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(root).unwrap());
    builder.set_auth(SimpleAuth::from_single("tester", "testing-secret"));
    let service = builder.build();
    let runtime = runtime();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                return;
            };
            let service = service.clone();
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Server {
        address,
        _runtime: runtime,
    }
}

/// What happens to a request on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mishap {
    /// Nothing.
    None,
    /// The connection is cut before the server has the request.
    CutBefore,
    /// The server gets half of the request's body, and the connection is cut.
    CutWithin,
    /// The server has the request, and its answer is lost.
    CutAfter,
    /// The server gets the request; half of its answer arrives.
    HalfAnswer,
    /// Somebody answers instead of the server.
    Answer(u16),
    /// The server has the request, and its answer says otherwise.
    AnswerAfter(u16),
    /// The answer takes a while.
    Slow(Duration),
}

type Plan = Box<dyn Fn(usize, &str) -> Mishap + Send + Sync>;

/// A way to a server.
pub(crate) struct Way {
    address: SocketAddr,
    requests: Arc<AtomicUsize>,
    most_at_once: Arc<AtomicUsize>,
    log: Arc<Mutex<Vec<String>>>,
    closed: Arc<AtomicBool>,
}

impl Way {
    fn to(server: SocketAddr, plan: Plan) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let way = Self {
            address: listener.local_addr().unwrap(),
            requests: Arc::default(),
            most_at_once: Arc::default(),
            log: Arc::default(),
            closed: Arc::default(),
        };
        let carrier = Arc::new(Carrier {
            server,
            plan,
            requests: Arc::clone(&way.requests),
            at_once: AtomicUsize::new(0),
            most_at_once: Arc::clone(&way.most_at_once),
            log: Arc::clone(&way.log),
        });
        let closed = Arc::clone(&way.closed);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if closed.load(Ordering::SeqCst) {
                    return;
                }
                let (Ok(stream), carrier) = (stream, Arc::clone(&carrier)) else {
                    return;
                };
                thread::spawn(move || carrier.carry(stream));
            }
        });
        way
    }

    /// How many requests went over it.
    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    /// How many went over it at the same time at most.
    pub(crate) fn most_at_once(&self) -> usize {
        self.most_at_once.load(Ordering::SeqCst)
    }

    /// Their methods, in order.
    pub(crate) fn methods(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Way {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for somebody.
        drop(TcpStream::connect(self.address));
    }
}

struct Carrier {
    server: SocketAddr,
    plan: Plan,
    requests: Arc<AtomicUsize>,
    at_once: AtomicUsize,
    most_at_once: Arc<AtomicUsize>,
    log: Arc<Mutex<Vec<String>>>,
}

impl Carrier {
    /// Carries one request; the connection ends with it. A cut connection is what it is about, so errors say nothing.
    fn carry(&self, mut client: TcpStream) {
        let Ok(Some((head, body))) = read_request(&mut client) else {
            return;
        };
        let at_once = self.at_once.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_at_once.fetch_max(at_once, Ordering::SeqCst);
        let number = self.requests.fetch_add(1, Ordering::SeqCst);
        let method = head.split(' ').next().unwrap_or_default().to_owned();
        self.log.lock().unwrap().push(method.clone());
        let _ = self.answer(&mut client, &head, &body, (self.plan)(number, &method));
        self.at_once.fetch_sub(1, Ordering::SeqCst);
    }

    fn answer(
        &self,
        client: &mut TcpStream,
        head: &str,
        body: &[u8],
        mishap: Mishap,
    ) -> io::Result<()> {
        match mishap {
            Mishap::CutBefore => Ok(()),
            Mishap::CutWithin => {
                let mut server = TcpStream::connect(self.server)?;
                server.write_all(head.as_bytes())?;
                server.write_all(&body[..body.len() / 2])?;
                server.flush()
            }
            Mishap::Answer(status) => client.write_all(said(status).as_bytes()),
            Mishap::CutAfter => self.forward(head, body).map(drop),
            Mishap::AnswerAfter(status) => {
                self.forward(head, body)?;
                client.write_all(said(status).as_bytes())
            }
            Mishap::HalfAnswer => {
                let answer = self.forward(head, body)?;
                client.write_all(&answer[..answer.len() / 2])
            }
            Mishap::Slow(wait) => {
                let answer = self.forward(head, body)?;
                thread::sleep(wait);
                client.write_all(&answer)
            }
            Mishap::None => client.write_all(&self.forward(head, body)?),
        }
    }

    fn forward(&self, head: &str, body: &[u8]) -> io::Result<Vec<u8>> {
        let mut server = TcpStream::connect(self.server)?;
        let head = head.replacen("\r\n", "\r\nconnection: close\r\n", 1);
        server.write_all(head.as_bytes())?;
        server.write_all(body)?;
        let mut answer = Vec::new();
        server.read_to_end(&mut answer)?;
        Ok(answer)
    }
}

/// An answer without a body.
pub(crate) fn said(status: u16) -> String {
    format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

/// A request: its head and its body; nothing if the connection ends before.
pub(crate) fn read_request(client: &mut TcpStream) -> io::Result<Option<(String, Vec<u8>)>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let end = loop {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = end {
            break end + 4;
        }
        match client.read(&mut piece)? {
            0 => return Ok(None),
            length => bytes.extend_from_slice(&piece[..length]),
        }
    };
    let mut body = bytes.split_off(end);
    let head = String::from_utf8_lossy(&bytes).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())
            .flatten()
    });
    while body.len() < length.unwrap_or(0) {
        match client.read(&mut piece)? {
            0 => return Ok(None),
            read => body.extend_from_slice(&piece[..read]),
        }
    }
    Ok(Some((head, body)))
}
