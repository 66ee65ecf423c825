//! A way to a server on which anything can happen to a request.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

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
    /// The server never gets the request, and nobody answers.
    HeldBefore,
    /// The server has the request, and its answer never comes.
    Held,
    /// It waits until so many were on their way at the same time.
    Together(usize),
}

type Plan = Box<dyn Fn(usize, &str) -> Mishap + Send + Sync>;

/// A way to a server.
pub(crate) struct Way {
    address: SocketAddr,
    seen: Arc<Seen>,
}

/// What was seen on a way.
#[derive(Default)]
struct Seen {
    traffic: Mutex<Traffic>,
    changed: Condvar,
}

#[derive(Default)]
struct Traffic {
    methods: Vec<String>,
    at_once: usize,
    most_at_once: usize,
    held: usize,
    is_closed: bool,
}

impl Seen {
    /// Notes something.
    fn note<T>(&self, note: impl FnOnce(&mut Traffic) -> T) -> T {
        let noted = note(&mut self.traffic.lock().expect("nobody panicked"));
        self.changed.notify_all();
        noted
    }

    /// Waits until something was noted.
    fn wait_until(&self, mut is_so: impl FnMut(&Traffic) -> bool) {
        let traffic = self.traffic.lock().expect("nobody panicked");
        drop(self.changed.wait_while(traffic, |traffic| !is_so(traffic)));
    }
}

impl Way {
    /// A way to a server on which `plan` decides by number and method what happens to each request.
    pub(crate) fn to(server: SocketAddr, plan: Plan) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let way = Self {
            address: listener.local_addr().expect("its number"),
            seen: Arc::default(),
        };
        let carrier = Arc::new(Carrier {
            server,
            plan,
            seen: Arc::clone(&way.seen),
        });
        thread::spawn(move || {
            for stream in listener.incoming() {
                if carrier.seen.note(|traffic| traffic.is_closed) {
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

    /// Where it begins.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many requests went over it.
    pub(crate) fn requests(&self) -> usize {
        self.seen.note(|traffic| traffic.methods.len())
    }

    /// Their methods, in order.
    pub(crate) fn methods(&self) -> Vec<String> {
        self.seen.note(|traffic| traffic.methods.clone())
    }

    /// Waits until a request is held, or nobody waits for that any more.
    pub(crate) fn wait_until_held(&self) {
        self.seen
            .wait_until(|traffic| traffic.held > 0 || traffic.is_closed);
    }

    /// Lets go of whoever waits and of what is held.
    pub(crate) fn give_up_waiting(&self) {
        self.seen.note(|traffic| traffic.is_closed = true);
    }
}

impl Drop for Way {
    fn drop(&mut self) {
        self.seen.note(|traffic| traffic.is_closed = true);
        // Wakes the thread that waits for somebody.
        drop(TcpStream::connect(self.address));
    }
}

struct Carrier {
    server: SocketAddr,
    plan: Plan,
    seen: Arc<Seen>,
}

impl Carrier {
    /// Carries one request; the connection ends with it. A cut connection is what it is about, so errors say nothing.
    fn carry(&self, mut client: TcpStream) {
        let Ok(Some((head, body))) = read_request(&mut client) else {
            return;
        };
        let method = head.split(' ').next().unwrap_or_default();
        let number = self.seen.note(|traffic| {
            traffic.at_once += 1;
            traffic.most_at_once = traffic.most_at_once.max(traffic.at_once);
            traffic.methods.push(method.to_owned());
            traffic.methods.len() - 1
        });
        let _ = self.answer(&mut client, &head, &body, (self.plan)(number, method));
        self.seen.note(|traffic| traffic.at_once -= 1);
    }

    /// Keeps a request for as long as there is this way.
    fn hold(&self) {
        self.seen.note(|traffic| traffic.held += 1);
        self.seen.wait_until(|traffic| traffic.is_closed);
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
            Mishap::HeldBefore => {
                self.hold();
                Ok(())
            }
            Mishap::Held => {
                self.forward(head, body)?;
                self.hold();
                Ok(())
            }
            Mishap::Together(count) => {
                self.seen
                    .wait_until(|traffic| traffic.most_at_once >= count || traffic.is_closed);
                client.write_all(&self.forward(head, body)?)
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
