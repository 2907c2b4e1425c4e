//! A server that answers from recorded exchanges.

use std::{fmt, io, sync::Arc};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, BoxError, Phase, TransportError};
use http::{Request, Response, StatusCode, Version, header::CONTENT_TYPE};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;

use crate::{
    Difference, Miss, Replayer, Unfinished, framing,
    loopback::{Answers, Loopback},
    values::in_json,
};

/// The loopback twin of a [`Replayer`]: the same choice and the same answers, over a real
/// socket, for any HTTP stack. Needs the feature `server`.
///
/// It speaks HTTP/1.1, and HTTP/2 to a client that begins with it (RFC 9113 §3.3); the
/// client chooses, whatever an exchange's `wire: http` says. `content-length` is computed,
/// a body that is stored as base64 goes out byte by byte, so a broken one stays broken; the
/// answer to a HEAD and the statuses 204 and 304 have no body. There is no `date`, unless it
/// was recorded.
///
/// A request that no exchange answers gets a 501 with a body that begins
/// `{"error": "no recorded exchange answers this request"`. It says the method, the name and
/// operation of the nearest exchange and where the two differ, and nothing of the request's
/// path, query, headers and body. The [`Miss`] that tells more is remembered, for
/// [`finish`](Self::finish).
///
/// It runs as tasks of the runtime in which it was started, and stops when it is dropped.
///
/// # Examples
///
/// ```
/// use eloomi_replay::{Replayer, ReplayServer};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let server = ReplayServer::start(Replayer::load_dir("tests/exchanges")?).await?;
/// println!("{}/v3/users", server.base_url());
/// // … let a client work against it …
/// # drop(server.sent());
/// assert_eq!(server.finish().unwrap_err().unused().len(), 4); // nobody asked
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ReplayServer {
    replayer: Arc<Replayer>,
    server: Loopback,
}

impl ReplayServer {
    /// Starts it on a free port of 127.0.0.1. Must be called in a tokio runtime with I/O
    /// enabled.
    ///
    /// # Errors
    ///
    /// [`io::Error`] if no port can be had.
    pub async fn start(replayer: impl Into<Arc<Replayer>>) -> io::Result<Self> {
        let replayer = replayer.into();
        let server = Loopback::start(Service(Arc::clone(&replayer))).await?;
        Ok(Self { replayer, server })
    }

    /// `http://127.0.0.1:` and the port, without a slash at its end.
    pub fn base_url(&self) -> &str {
        self.server.base_url()
    }

    /// What was sent so far: [`Replayer::sent`]. A request whose body breaks off is not
    /// among it.
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.replayer.sent()
    }

    /// Whether every exchange answered and every request was answered. Asking changes
    /// nothing.
    ///
    /// # Errors
    ///
    /// [`Unfinished`], as [`Replayer::finish`].
    pub fn finish(&self) -> Result<(), Unfinished> {
        self.replayer.finish()
    }
}

impl fmt::Debug for ReplayServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplayServer")
            .field("server", &self.server)
            .field("replayer", &self.replayer)
            .finish()
    }
}

struct Service(Arc<Replayer>);

#[async_trait]
impl Answers for Service {
    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Body>, TransportError> {
        let (head, body) = request.into_parts();
        let body = body.collect().await.map_err(broken)?.to_bytes();
        let request = Request::from_parts(head, body);
        let Replayer { playlist, values } = &*self.0;
        let answer = match playlist.choose(&request) {
            Ok(exchange) => framing::answer(exchange, request.method(), values),
            Err(miss) => Response::builder()
                .status(StatusCode::NOT_IMPLEMENTED)
                .header(CONTENT_TYPE, "application/json")
                .body(text(&miss).into()),
        };
        let mut answer = answer.map_err(broken)?;
        // The connection's own.
        *answer.version_mut() = Version::default();
        Ok(answer.map(Body::from))
    }
}

fn broken(error: impl Into<BoxError>) -> TransportError {
    TransportError::new(Phase::MaybeSent, error)
}

/// A miss in words that may go anywhere.
fn text(miss: &Miss) -> String {
    let mut members = vec![
        ("error", "no recorded exchange answers this request"),
        ("method", miss.method.as_str()),
    ];
    if let Some(nearest) = &miss.nearest {
        members.push(("nearest", &nearest.name));
        members.push(("operation", &nearest.operation));
    }
    if let Some(due) = miss.due() {
        members.push(("due", due));
    }
    let places: Vec<_> = miss.differences().iter().map(Difference::place).collect();
    let places = places.join(", ");
    members.push(("differs_in", &places));
    let member = |(name, value): &(&str, &str)| format!("\"{name}\": \"{}\"", in_json(value));
    let members: Vec<_> = members.iter().map(member).collect();
    format!("{{{}}}", members.join(", "))
}
