//! A transport that answers from recorded exchanges.

use std::{
    fmt,
    path::Path,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Phase, Transport, TransportError};
use http::{Request, Response, Version};

use crate::{
    Exchange, ExchangeFile, HttpVersion, LoadError, Miss, RecordedRequest, Repeats, Target,
    Unfinished, Values, miss::Nearest,
};

/// Answers requests from recorded exchanges, in memory: no socket, no task, no clock.
///
/// How a request and an exchange are compared says [`RecordedRequest::differences`]. Of
/// several exchanges for one request, each answers once, in the order they were given;
/// then the last of them again, if its file says `repeat: last`. The order across requests
/// does not matter. Placeholders of an answer are filled with [`Values::invented`] or those
/// you set.
///
/// A request that nothing answers fails as not sent ([`Phase::NotSent`]), with a [`Miss`]
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
    files: Vec<ExchangeFile>,
    values: Values,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By index: whether an exchange has answered.
    used: Vec<bool>,
    misses: Vec<Miss>,
}

impl Replayer {
    /// A replayer of these exchanges, in their order.
    pub fn new<F: Into<ExchangeFile>>(exchanges: impl IntoIterator<Item = F>) -> Self {
        let files: Vec<_> = exchanges.into_iter().map(Into::into).collect();
        let state = State {
            used: vec![false; files.len()],
            misses: Vec::new(),
        };
        Self {
            files,
            values: Values::invented(),
            state: Mutex::new(state),
        }
    }

    /// A replayer of a folder's files, as [`Exchange::load_dir`] orders them.
    ///
    /// # Errors
    ///
    /// [`LoadError`] naming the file that cannot be read or is no exchange.
    pub fn load_dir(folder: impl AsRef<Path>) -> Result<Self, LoadError> {
        Exchange::load_dir(folder).map(Self::new)
    }

    /// Fills placeholders with these values.
    #[must_use]
    pub fn values(mut self, values: Values) -> Self {
        self.values = values;
        self
    }

    /// Whether every exchange answered and every request was answered. Asking changes
    /// nothing.
    ///
    /// # Errors
    ///
    /// [`Unfinished`] with the requests that nothing answered and the exchanges that nobody
    /// asked for.
    pub fn finish(&self) -> Result<(), Unfinished> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let unused = std::iter::zip(&self.files, &state.used).filter(|(_, used)| !**used);
        let unfinished = Unfinished {
            misses: state.misses.clone(),
            unused: unused.map(|(file, _)| file.name.clone()).collect(),
        };
        if unfinished.misses.is_empty() && unfinished.unused.is_empty() {
            Ok(())
        } else {
            Err(unfinished)
        }
    }

    /// The exchange that answers, which is used from now on.
    fn choose(&self, request: &Request<Bytes>) -> Result<&Exchange, Miss> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let found = self.find(request, &state.used);
        match found {
            Ok(index) => {
                state.used[index] = true;
                Ok(&self.files[index].exchange)
            }
            Err(nearest) => {
                let target = Target::live(request.uri());
                let miss = Miss {
                    request: format!("{} {target}", request.method()),
                    nearest,
                };
                state.misses.push(miss.clone());
                Err(miss)
            }
        }
    }

    fn find(&self, request: &Request<Bytes>, used: &[bool]) -> Result<usize, Option<Nearest>> {
        let recorded = |index: usize| &self.files[index].exchange.request;
        let keyed = |index: &usize| recorded(*index).key_differences(request).is_empty();
        let candidates: Vec<_> = (0..self.files.len()).filter(keyed).collect();
        let again = |index: &usize| self.files[*index].exchange.front.repeat == Repeats::Last;
        let unused = candidates.iter().copied().find(|index| !used[*index]);
        let last = candidates.last().copied();
        let Some(index) = unused.or(last.filter(again)) else {
            return Err(last
                .map(|index| self.nearest(index, Vec::new()))
                .or_else(|| self.nearest_of_all(request)));
        };
        match recorded(index).differences(request) {
            differences if differences.is_empty() => Ok(index),
            differences => Err(Some(self.nearest(index, differences))),
        }
    }

    fn nearest(&self, index: usize, differences: Vec<crate::Difference>) -> Nearest {
        Nearest {
            name: self.files[index].name.clone(),
            differences,
        }
    }

    /// The first of those that differ least: in the path, then the method, then in number.
    fn nearest_of_all(&self, request: &Request<Bytes>) -> Option<Nearest> {
        let weight = |recorded: &RecordedRequest, differences: usize| {
            let live = Target::live(request.uri());
            let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
            let (one, other) = (segments(recorded.target().path()), segments(live.path()));
            let apart = std::iter::zip(&one, &other).filter(|(one, other)| one != other);
            let path = apart.count() + one.len().abs_diff(other.len());
            (path, recorded.method() != request.method(), differences)
        };
        let all = self.files.iter().enumerate().map(|(index, file)| {
            let recorded = &file.exchange.request;
            let differences = recorded.key_differences(request);
            (weight(recorded, differences.len()), index, differences)
        });
        let (_, index, differences) = all.min_by_key(|(weight, index, _)| (*weight, *index))?;
        Some(self.nearest(index, differences))
    }
}

#[async_trait]
impl Transport for Replayer {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let not_sent = |error| TransportError::new(Phase::NotSent, error);
        let exchange = self
            .choose(&request)
            .map_err(|miss| TransportError::new(Phase::NotSent, miss))?;
        let mut response = exchange.response.to_http(&self.values).map_err(not_sent)?;
        if exchange.front.http == Some(HttpVersion::Http2) {
            *response.version_mut() = Version::HTTP_2;
        }
        Ok(response)
    }
}

impl fmt::Debug for Replayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replayer")
            .field("exchanges", &self.files.len())
            .finish_non_exhaustive()
    }
}
