//! A server on loopback that answers as one exchange says, and keeps what it was asked.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex},
};

use eloomi_replay::{Exchange, RecordedResponse};
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::{
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::recorded::values;

/// The server; it ends when it is dropped.
pub(super) struct Player {
    pub(super) base_url: String,
    part: Arc<Part>,
    _tasks: JoinSet<()>,
}

/// What it has to say.
struct Part {
    exchange: Exchange,
    /// Answers the token request that comes before any other.
    token: Exchange,
    arrived: Mutex<Vec<Request<Bytes>>>,
}

impl Player {
    pub(super) async fn start(exchange: Exchange, token: Exchange) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let part = Arc::new(Part {
            exchange,
            token,
            arrived: Mutex::default(),
        });
        let mut tasks = JoinSet::new();
        tasks.spawn(accept(listener, Arc::clone(&part)));
        Self {
            base_url,
            part,
            _tasks: tasks,
        }
    }

    /// What came in, token requests aside unless they are what the exchange is about.
    pub(super) fn arrived(&self) -> Vec<Request<Bytes>> {
        std::mem::take(&mut self.part.arrived.lock().unwrap())
    }
}

async fn accept(listener: TcpListener, part: Arc<Part>) {
    // Dropped with this future, and the connections with it.
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, Arc::clone(&part)));
    }
}

async fn serve(stream: TcpStream, part: Arc<Part>) {
    let service = service_fn(|request| answer(request, &part));
    // A client that hangs up is no concern of the server's.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn answer(
    request: Request<Incoming>,
    part: &Part,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let token = part.token.request.target().path();
    if head.uri.path() == token && part.exchange.request.target().path() != token {
        return Ok(response(&part.token.response));
    }
    let request = Request::from_parts(head, body);
    part.arrived.lock().unwrap().push(request);
    Ok(response(&part.exchange.response))
}

fn response(recorded: &RecordedResponse) -> Response<Full<Bytes>> {
    let body = Full::new(recorded.bytes(&values()));
    recorded.to_http(&values()).unwrap().map(|_| body)
}
