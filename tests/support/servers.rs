//! Servers in the process of a test: `WebDAV`, and an object store.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use dav_server::{DavHandler, fakels::FakeLs, localfs::LocalFs};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tokio::runtime::Runtime;
use tokio::sync::Mutex;

/// The bucket of the object store.
pub(crate) const BUCKET: &str = "bucket";

/// Whom the object store lets in.
pub(crate) const USER: &str = "tester";
/// See [`USER`].
pub(crate) const PASSWORD: &str = "testing-secret";

/// A server; it ends with this value.
pub(crate) struct Server {
    pub address: SocketAddr,
    // Its threads end with it.
    _runtime: Runtime,
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("threads for the server")
}

/// A `WebDAV` server on a folder. It looks whether a name is free and moves a file there in one step, as servers with
/// transactions do; the file system below looks first and moves then, and two can come between.
pub(crate) fn webdav(root: &Path) -> Server {
    let handler = DavHandler::builder()
        .filesystem(LocalFs::new(root, false, false, false))
        .locksystem(FakeLs::new())
        .build_handler();
    let one_at_a_time = Arc::new(Mutex::new(()));
    let runtime = runtime();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .expect("a port");
    let address = listener.local_addr().expect("its number");
    runtime.spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                return;
            };
            let (handler, one_at_a_time) = (handler.clone(), Arc::clone(&one_at_a_time));
            let service = service_fn(move |request: Request<Incoming>| {
                let (handler, one_at_a_time) = (handler.clone(), Arc::clone(&one_at_a_time));
                async move {
                    let _turn = match request.method().as_str() {
                        "MOVE" => Some(one_at_a_time.lock().await),
                        _ => None,
                    };
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

/// An object store on a folder, with one bucket.
pub(crate) fn object_store(root: &Path) -> Server {
    std::fs::create_dir(root.join(BUCKET)).expect("the bucket");
    let mut builder =
        S3ServiceBuilder::new(s3s_fs::FileSystem::new(root).expect("a folder for objects"));
    builder.set_auth(SimpleAuth::from_single(USER, PASSWORD));
    let service = builder.build();
    let runtime = runtime();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .expect("a port");
    let address = listener.local_addr().expect("its number");
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
