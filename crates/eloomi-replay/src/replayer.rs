//! A transport that answers from recorded exchanges.

use std::{fmt, path::Path};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Phase, Transport, TransportError};
use http::{Request, Response};

use crate::{
    Exchange, ExchangeFile, LoadError, Scenario, Unfinished, Values, framing, playlist::Playlist,
};

/// Answers requests from recorded exchanges, in memory: no socket, no task, no clock.
///
/// How a request and an exchange are compared says
/// [`RecordedRequest::differences`](crate::RecordedRequest::differences). Of
/// several exchanges for one request, each answers once, in the order they were given;
/// then the last of them again, if its file says `repeat: last`. The order across requests
/// does not matter, unless they are an ordered [`Scenario`]. Placeholders of an answer are filled with [`Values::invented`] or those
/// you set.
///
/// A request that nothing answers fails as not sent ([`Phase::NotSent`]), with a
/// [`Miss`](crate::Miss)
/// for a cause that names the nearest exchange and shows the request's path and query: use
/// it with invented people only. A client may repeat such a request, and every try is
/// remembered.
///
/// Share it with the client through an [`Arc`](std::sync::Arc), and call
/// [`finish`](Self::finish) at the end.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use bytes::Bytes;
/// use eloomi_core::Transport;
/// use eloomi_replay::{Exchange, Replayer};
/// use http::Request;
///
/// # let text = include_str!("../tests/exchanges/users/delete-204.exchange");
/// # async fn example(text: &str) -> Result<(), Box<dyn std::error::Error>> {
/// let replayer = Arc::new(Replayer::new([Exchange::parse(text)?]));
///
/// // Your client sends this, through a session over `replayer.clone()`.
/// let request = Request::delete("https://api.example.invalid/v3/users/40")
///     .header("authorization", "Bearer anything")
///     .header("clientid", "200")
///     .body(Bytes::new())?;
/// let response = replayer.send(request).await?;
///
/// assert_eq!(response.status(), 204);
/// replayer.finish()?;
/// # Ok(())
/// # }
/// # let runtime = tokio::runtime::Builder::new_current_thread().build()?;
/// # runtime.block_on(example(text))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Replayer {
    pub(crate) playlist: Playlist,
    pub(crate) values: Values,
}

impl Replayer {
    /// A replayer of these exchanges, in their order.
    pub fn new<F: Into<ExchangeFile>>(exchanges: impl IntoIterator<Item = F>) -> Self {
        Self::of(exchanges.into_iter().map(Into::into).collect(), false)
    }

    /// A replayer of a folder's files, as [`Exchange::load_dir`] orders them.
    ///
    /// # Errors
    ///
    /// [`LoadError`] naming the file that cannot be read or is no exchange.
    pub fn load_dir(folder: impl AsRef<Path>) -> Result<Self, LoadError> {
        Exchange::load_dir(folder).map(Self::new)
    }

    /// A replayer of a scenario. If it is ordered, a request is answered only by the exchange
    /// that is due, or by the one before it, if that repeats; any other request is a miss that
    /// names the one that was due, which then is due still.
    pub fn scenario(scenario: Scenario) -> Self {
        Self::of(scenario.files, scenario.ordered)
    }

    fn of(files: Vec<ExchangeFile>, ordered: bool) -> Self {
        Self {
            playlist: Playlist::new(files, ordered),
            values: Values::invented(),
        }
    }

    /// Fills placeholders with these values.
    #[must_use]
    pub fn values(mut self, values: Values) -> Self {
        self.values = values;
        self
    }

    /// What was sent so far, answered or not, in the order in which it came; with its secrets,
    /// so do not print it.
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.playlist.sent()
    }

    /// Whether every exchange answered and every request was answered. Asking changes
    /// nothing.
    ///
    /// # Errors
    ///
    /// [`Unfinished`] with the requests that nothing answered and the exchanges that nobody
    /// asked for.
    pub fn finish(&self) -> Result<(), Unfinished> {
        self.playlist.finish()
    }
}

#[async_trait]
impl Transport for Replayer {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let exchange = self
            .playlist
            .choose(&request)
            .map_err(|miss| TransportError::new(Phase::NotSent, miss))?;
        framing::answer(exchange, request.method(), &self.values)
            .map(|response| response.map(Body::from))
            .map_err(|error| TransportError::new(Phase::NotSent, error))
    }
}

impl fmt::Debug for Replayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replayer")
            .field("exchanges", &self.playlist.len())
            .finish_non_exhaustive()
    }
}
