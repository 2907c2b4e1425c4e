//! A reverse proxy on loopback that records what passes.

use std::{fmt, io, sync::Arc};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, BoxError, Phase, Transport as _, TransportError};
use http::{
    HeaderMap, HeaderName, Request, Response, Uri, Version,
    header::{
        CONNECTION, CONTENT_LENGTH, HOST, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, TE, TRAILER,
        TRANSFER_ENCODING, UPGRADE,
    },
};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;

use crate::{
    Recorder, Recording,
    late_error::LateError,
    loopback::{Answers, Loopback},
};

/// The headers of one connection (RFC 9110 §7.6.1), beside those that `connection` names.
const HOP_BY_HOP: [HeaderName; 9] = [
    CONNECTION,
    PROXY_AUTHENTICATE,
    PROXY_AUTHORIZATION,
    TE,
    TRAILER,
    TRANSFER_ENCODING,
    UPGRADE,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
];

/// A [`Recorder`] behind a loopback port, in front of an upstream: every HTTP stack that can be
/// given a base URL is recorded alike. Needs the features `redact` and `server`.
///
/// A request goes to the upstream with its method, target, headers and body, but for the headers
/// of the connection; the answer comes back in the same way, its body as it arrives. If no answer
/// comes, or it breaks off, the client's connection breaks in the same place. It speaks HTTP/1.1,
/// and HTTP/2 to a client that begins with it.
///
/// It runs as tasks of the runtime in which it was started, and stops when it is dropped.
///
/// # Examples
///
/// ```no_run
/// use eloomi_replay::{Recorder, RecordingProxy};
///
/// # async fn example(recorder: Recorder) -> Result<(), Box<dyn std::error::Error>> {
/// let proxy = RecordingProxy::start(recorder, "http://127.0.0.1:8080").await?;
/// println!("{}/v3/users", proxy.base_url());
/// // … let a client work against it …
/// proxy.recording().write_to("tests/exchanges")?;
/// # Ok(())
/// # }
/// ```
pub struct RecordingProxy {
    recorder: Arc<Recorder>,
    server: Loopback,
}

impl RecordingProxy {
    /// Starts it on a free port of 127.0.0.1, in front of `upstream`: a scheme and a host, such as
    /// `https://api.example.invalid`, because a path would stand in every exchange and in no
    /// client. Must be called in a tokio runtime with I/O enabled.
    ///
    /// # Errors
    ///
    /// [`io::Error`] if `upstream` is no such URL, or no port can be had.
    pub async fn start(
        recorder: impl Into<Arc<Recorder>>,
        upstream: impl AsRef<str>,
    ) -> io::Result<Self> {
        let recorder = recorder.into();
        let upstream = upstream.as_ref().trim_end_matches('/').to_owned();
        let url: Option<Uri> = upstream.parse().ok();
        let is_base =
            |url: &Uri| url.scheme().is_some() && url.path() == "/" && url.query().is_none();
        if !url.as_ref().is_some_and(is_base) {
            let what = "the upstream is no URL of a scheme and a host alone";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, what));
        }
        let service = Service {
            recorder: Arc::clone(&recorder),
            upstream,
        };
        let server = Loopback::start(service).await?;
        Ok(Self { recorder, server })
    }

    /// `http://127.0.0.1:` and the port, without a slash at its end.
    pub fn base_url(&self) -> &str {
        self.server.base_url()
    }

    /// What was recorded so far. An answer that the client has read to its end is in it.
    pub fn recording(&self) -> Recording {
        self.recorder.recording()
    }
}

impl fmt::Debug for RecordingProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordingProxy")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

struct Service {
    recorder: Arc<Recorder>,
    upstream: String,
}

#[async_trait]
impl Answers for Service {
    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Body>, TransportError> {
        let (head, body) = request.into_parts();
        let body: Bytes = body.collect().await.map_err(not_sent)?.to_bytes();
        let mut onward = Request::new(body);
        let target = head.uri.path_and_query().map_or("/", |it| it.as_str());
        *onward.uri_mut() = format!("{}{target}", self.upstream)
            .parse()
            .map_err(not_sent)?;
        *onward.method_mut() = head.method;
        *onward.headers_mut() = end_to_end(head.headers);
        // The transport adds its own.
        onward.headers_mut().remove(HOST);
        onward.headers_mut().remove(CONTENT_LENGTH);

        let mut answer = self.recorder.send(onward).await?;
        let headers = std::mem::take(answer.headers_mut());
        *answer.headers_mut() = end_to_end(headers);
        *answer.version_mut() = Version::default();
        Ok(answer.map(|body| Body::new(LateError::new(body))))
    }
}

fn not_sent(error: impl Into<BoxError>) -> TransportError {
    TransportError::new(Phase::NotSent, error)
}

/// Without the headers of the connection.
fn end_to_end(mut headers: HeaderMap) -> HeaderMap {
    let options = headers.get_all(CONNECTION).iter();
    let options = options.filter_map(|value| value.to_str().ok());
    let named: Vec<HeaderName> = options
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in HOP_BY_HOP.iter().chain(&named) {
        headers.remove(name);
    }
    headers
}
