//! A `WebDAV` server in this process that takes its time.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use dav_server::{DavHandler, fakels::FakeLs, localfs::LocalFs};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// How late each answer is.
const LATE: Duration = Duration::from_millis(50);

/// A server; it ends with this value.
pub(crate) struct Server {
    address: SocketAddr,
    _runtime: Runtime,
}

impl Server {
    /// Host and port.
    pub(crate) fn address(&self) -> String {
        self.address.to_string()
    }
}

/// Starts a server on this folder.
pub(crate) fn start(root: &Path) -> Server {
    let handler = DavHandler::builder()
        .filesystem(LocalFs::new(root, false, false, false))
        .locksystem(FakeLs::new())
        .build_handler();
    let runtime = Runtime::new().expect("threads for the server");
    let listener = runtime
        .block_on(TcpListener::bind("127.0.0.1:0"))
        .expect("a port");
    let address = listener.local_addr().expect("its number");
    runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let handler = handler.clone();
            let service = service_fn(move |request| {
                let handler = handler.clone();
                async move {
                    tokio::time::sleep(LATE).await;
                    Ok::<_, Infallible>(handler.handle(request).await)
                }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Server {
        address,
        _runtime: runtime,
    }
}
