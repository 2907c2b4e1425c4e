//! A server on loopback: HTTP/1.1, and HTTP/2 for those who begin with it.

use std::{fmt, io, sync::Arc, time::Duration};

use async_trait::async_trait;
use eloomi_core::{Body, Clock as _, SystemClock, TransportError};
use http::{Request, Response};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

/// How long a server that cannot accept waits: it has no file handles left, most likely.
const PAUSE: Duration = Duration::from_millis(20);

/// The server; it ends when it is dropped.
pub(crate) struct Loopback {
    base_url: String,
    _tasks: JoinSet<()>,
}

/// Answers a request; an error breaks its connection.
#[async_trait]
pub(crate) trait Answers: Send + Sync {
    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Body>, TransportError>;
}

impl Loopback {
    pub(crate) async fn start(answers: impl Answers + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let mut tasks = JoinSet::new();
        tasks.spawn(accept(listener, Arc::new(answers)));
        Ok(Self {
            base_url,
            _tasks: tasks,
        })
    }

    /// Without a slash at its end.
    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }
}

async fn accept(listener: TcpListener, answers: Arc<dyn Answers>) {
    let clock = SystemClock::new();
    // Dropped with this future, and the connections with it.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, Arc::clone(&answers)));
                }
                Err(_) => clock.sleep(PAUSE).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(stream: TcpStream, answers: Arc<dyn Answers>) {
    // Answers are small; waiting to fill packets would only make tests slow.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let answers = Arc::clone(&answers);
        async move { answers.answer(request).await }
    });
    let mut server = Builder::new(TokioExecutor::new());
    // The date of an answer is that of its exchange, or of who is behind a proxy.
    server.http1().auto_date_header(false);
    server.http2().auto_date_header(false);
    // A client that hangs up is no concern of the server's.
    let _ = server.serve_connection(TokioIo::new(stream), service).await;
}

impl fmt::Debug for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base_url)
    }
}
