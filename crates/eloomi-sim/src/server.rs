//! Accepting connections and serving them until the simulator stops.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::clock;
use crate::pipeline::{Peer, Pipeline};
use crate::reset::{Reset, Resettable};

/// How long a stop waits for answers that are under way.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves until told to stop. Dropping the future closes every connection.
pub(crate) async fn run(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    pipeline: Pipeline,
    mut stop: oneshot::Receiver<Infallible>,
) {
    let graceful = GracefulShutdown::new();
    // Tasks in a set end with it, so none outlives this future.
    let mut connections = JoinSet::new();
    let mut number = 0;
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
            _ = &mut stop => break,
        };
        match accepted {
            Ok((stream, address)) => {
                number += 1;
                let watcher = graceful.watcher();
                let peer = Peer {
                    connection: number,
                    address: address.ip(),
                    reset: Reset::default(),
                };
                connections.spawn(connect(
                    stream,
                    tls.clone(),
                    pipeline.clone(),
                    watcher,
                    peer,
                ));
            }
            // Out of file handles, most likely: let some close.
            Err(_) => clock::wait(Duration::from_millis(20)).await,
        }
    }
    drop(listener);
    clock::at_most(PATIENCE, graceful.shutdown()).await;
}

async fn connect(
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
    pipeline: Pipeline,
    watcher: Watcher,
    peer: Peer,
) {
    // Answers are small; waiting to fill packets would only make tests slow.
    let _ = stream.set_nodelay(true);
    let stream = Resettable::new(stream, peer.reset.clone());
    match tls {
        None => serve(stream, pipeline, watcher, peer).await,
        Some(tls) => {
            // A client that does not trust the certificate is no concern of the server.
            if let Ok(stream) = tls.accept(stream).await {
                serve(stream, pipeline, watcher, peer).await;
            }
        }
    }
}

async fn serve<S>(stream: S, pipeline: Pipeline, watcher: Watcher, peer: Peer)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let idle = pipeline.idle();
    let service = service_fn(move |request: Request<Incoming>| {
        pipeline
            .clone()
            .answer(request.map(Body::new), peer.clone())
    });
    let mut builder = Builder::new(TokioExecutor::new());
    if let Some(idle) = idle {
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(idle);
    }
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    // How a connection ends is the client's affair, or what a test asked for.
    let _ = watcher.watch(connection).await;
}
