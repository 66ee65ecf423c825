//! Requests to a server: one answer each, no redirects followed, so that credentials go nowhere else.

use std::io::{self, Read};
use std::time::Duration;

use ureq::http::{Method, Request, Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, SendBody};

use super::Patience;
use crate::archive::bag::{Algorithm, Summing};
use crate::archive::{Cause, Content, Distrust, Filling, Way};

/// How many connections are kept open to a server.
pub(super) const CONNECTIONS: usize = 8;

/// How long a connection may take to come about.
const CONNECTING: Duration = Duration::from_secs(15);

/// How much of an answer is read that says no, so that its connection can be used again.
const EXCUSE: u64 = 64 * 1024;

/// What is sent with a request.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sent<'sent> {
    /// Nothing.
    Nothing,
    /// A short text.
    Text(&'sent str),
    /// A file.
    Content(&'sent Content),
}

/// The way to a server.
#[derive(Debug)]
pub(super) struct Http {
    agent: Agent,
}

/// What a server answered.
pub(super) struct Answer {
    response: Response<Body>,
}

impl Http {
    pub(super) fn new(patience: &Patience) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier);
        let configuration = Agent::config_builder()
            .tls_config(tls.build())
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(CONNECTIONS * 2)
            .max_idle_connections_per_host(CONNECTIONS * 2)
            // Its version would tell which program made a package.
            .user_agent("leitfaden")
            .timeout_connect(Some(CONNECTING.min(patience.answer)))
            .timeout_recv_response(Some(patience.answer))
            .timeout_per_read(Some(patience.answer))
            .timeout_per_write(Some(patience.answer))
            // A server that sends a little now and then would be waited for without end.
            .timeout_global(Some(patience.whole))
            .build();
        Self {
            agent: Agent::new_with_config(configuration),
        }
    }

    /// Sends a request once.
    pub(super) fn send(
        &self,
        method: &Method,
        url: &str,
        headers: &[(&str, &str)],
        sent: Sent<'_>,
    ) -> Result<Answer, Cause> {
        let mut request = Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answered = match sent {
            Sent::Nothing => {
                let request = request.body(()).map_err(|_| Cause::Unintelligible)?;
                self.agent.run(request)
            }
            Sent::Text(text) => {
                let request = request.body(text).map_err(|_| Cause::Unintelligible)?;
                self.agent.run(request)
            }
            Sent::Content(content) => {
                let mut reader = content.reader().map_err(Cause::Local)?;
                let request = request
                    .header(header::CONTENT_LENGTH, content.length())
                    .body(SendBody::from_reader(&mut reader))
                    .map_err(|_| Cause::Unintelligible)?;
                self.agent.run(request)
            }
        };
        let response = answered.map_err(|error| cause_of(&error))?;
        Ok(Answer { response })
    }
}

impl Answer {
    /// The status.
    pub(super) fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    /// Reads to its end an answer that nobody wants to know, so that the connection can be used again.
    pub(super) fn forget(mut self) -> u16 {
        let status = self.status();
        let mut rest = self.response.body_mut().as_reader().take(EXCUSE);
        // A connection that breaks now is only not used again.
        let _ = io::copy(&mut rest, &mut io::sink());
        status
    }

    /// The cause for which the answer says no.
    pub(super) fn cause(self) -> Cause {
        Cause::of_status(self.forget())
    }

    /// The text of the answer, at most so long.
    pub(super) fn text(mut self, limit: u64) -> Result<String, Cause> {
        let body = self.response.body_mut().with_config().limit(limit);
        let bytes = body.read_to_vec().map_err(|error| cause_of(&error))?;
        String::from_utf8(bytes).map_err(|_| Cause::Unintelligible)
    }

    /// The content of the answer, at most so long.
    pub(super) fn content(mut self, limit: u64) -> Result<Content, Cause> {
        let mut filling = Filling::new();
        let mut body = self
            .response
            .body_mut()
            .as_reader()
            .take(limit.saturating_add(1));
        let copied = io::copy(&mut body, &mut filling).map_err(|error| cause_of_reading(&error))?;
        if copied > limit {
            return Err(Cause::TooLarge);
        }
        filling.finish().map_err(Cause::Local)
    }

    /// Whether the answer is this content.
    pub(super) fn is(mut self, content: &Content) -> Result<bool, Cause> {
        let mut summing = Summing::new(&[Algorithm::Sha512]);
        let mut body = self.response.body_mut().as_reader();
        match summing.read(&mut body, content.length()) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return Ok(false),
            Err(error) => return Err(cause_of_reading(&error)),
        }
        let is_whole = summing.length() == content.length();
        let sums = summing.finish();
        Ok(is_whole
            && sums
                .iter()
                .all(|(_, checksum)| checksum == content.checksum()))
    }
}

fn cause_of_reading(error: &io::Error) -> Cause {
    // Times that are over come wrapped.
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(inner) = inner {
        return cause_of(inner);
    }
    match error.kind() {
        io::ErrorKind::TimedOut => Cause::TooSlow,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Cause::Local(same(error)),
        _ => Cause::Unreachable(Way::System(same(error))),
    }
}

/// An error of the system that says the same.
fn same(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(
        || io::Error::new(error.kind(), error.to_string()),
        io::Error::from_raw_os_error,
    )
}

/// Whether no server of a name was found. The standard library has no kind for that.
fn is_unknown_host(error: &io::Error) -> bool {
    error.raw_os_error().is_none()
        && error
            .to_string()
            .starts_with("failed to lookup address information")
}

/// The cause of a failure. The address is left out: it may be signed.
fn cause_of(error: &ureq::Error) -> Cause {
    match error {
        ureq::Error::StatusCode(status) => Cause::of_status(*status),
        ureq::Error::Timeout(_) => Cause::TooSlow,
        ureq::Error::HostNotFound => Cause::Unreachable(Way::NoHost),
        ureq::Error::ConnectionFailed => Cause::Unreachable(Way::NoConnection),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => Cause::TooSlow,
        ureq::Error::Io(error) if is_unknown_host(error) => Cause::Unreachable(Way::NoHost),
        ureq::Error::Io(error) => Cause::Unreachable(Way::System(same(error))),
        ureq::Error::Tls(reason) => Cause::Untrusted(Distrust::Other((*reason).to_owned())),
        ureq::Error::Rustls(error) => Cause::Untrusted(distrust(error)),
        ureq::Error::BodyExceedsLimit(_) => Cause::TooLarge,
        // A connection that was cut within an answer is told as a breach of the protocol.
        ureq::Error::Protocol(_) => Cause::Unreachable(Way::Cut),
        _ => Cause::Unintelligible,
    }
}

fn distrust(error: &rustls::Error) -> Distrust {
    use rustls::CertificateError as Fault;
    match error {
        rustls::Error::InvalidCertificate(Fault::Expired | Fault::ExpiredContext { .. }) => {
            Distrust::Expired
        }
        rustls::Error::InvalidCertificate(Fault::UnknownIssuer) => Distrust::UnknownIssuer,
        rustls::Error::InvalidCertificate(
            Fault::NotValidForName | Fault::NotValidForNameContext { .. },
        ) => Distrust::OtherName,
        other => Distrust::Other(other.to_string()),
    }
}
