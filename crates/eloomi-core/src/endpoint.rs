//! A request as a value, and what becomes of its answer.

use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};

use crate::{RequestError, ResponseError, Route};

/// One operation of an API: how its request is written and how its answer is read.
///
/// Sans-IO: both halves are pure, so a request can be looked at, stored, queued, snapshot
/// and sent again. Write your own for operations that this workspace does not have; it is
/// sent like any other.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
/// use http::{Method, Request};
///
/// /// Asks whether the service is there.
/// struct Ping;
///
/// static PING: Route = Route::new("ping", Method::GET, "/ping", Repeat::Safe);
///
/// impl Endpoint for Ping {
///     type Output = u16;
///
///     fn route(&self) -> &'static Route {
///         &PING
///     }
///
///     fn request(&self) -> Result<Request<Bytes>, RequestError> {
///         self.route().fill(&[])?.build()
///     }
///
///     fn response(&self, reply: &Reply) -> Result<u16, ResponseError> {
///         Ok(reply.status.as_u16())
///     }
/// }
/// ```
pub trait Endpoint: Send + Sync {
    /// What the caller gets.
    type Output: Send;

    /// The operation's name, method, path template and repeatability.
    fn route(&self) -> &'static Route;

    /// Whether this very request may be sent twice; the route's word unless its body says
    /// otherwise, by the rule of [`Repeat`].
    fn repeat(&self) -> Repeat {
        self.route().repeat()
    }

    /// The request, its target in origin form (`/v3/users?page=1`, RFC 9112 §3.2.1): only
    /// the session knows the host.
    ///
    /// # Errors
    ///
    /// [`RequestError`] if it cannot be sent as it is, naming what is wrong. Nothing left.
    fn request(&self) -> Result<Request<Bytes>, RequestError>;

    /// Reads the answer: status first, then envelope, then value.
    ///
    /// # Errors
    ///
    /// [`ResponseError`] if the answer is a refusal or not what was expected.
    fn response(&self, reply: &Reply) -> Result<Self::Output, ResponseError>;
}

/// A pointer to an endpoint is one: a request can be kept and sent again, or boxed with others.
macro_rules! forwarded {
    ($($pointer:ty),+) => { $(
        impl<E: Endpoint + ?Sized> Endpoint for $pointer {
            type Output = E::Output;

            fn route(&self) -> &'static Route {
                (**self).route()
            }

            fn repeat(&self) -> Repeat {
                (**self).repeat()
            }

            fn request(&self) -> Result<Request<Bytes>, RequestError> {
                (**self).request()
            }

            fn response(&self, reply: &Reply) -> Result<Self::Output, ResponseError> {
                (**self).response(reply)
            }
        }
    )+ };
}

forwarded!(&E, Box<E>);

/// Whether a request may be sent again without asking (RFC 9110 §9.2).
///
/// One rule tells which of the three a write is. What *sets* values, whole lists too, or deletes, is
/// [`Idempotent`](Self::Idempotent): sent twice it leaves what it leaves when sent once, and the
/// second time there is nothing new to tell anybody. It is [`Never`](Self::Never) repeated if
///
/// * it creates, or *adds* to what is there, as a field `add_…` does: nobody says that twice adds once
///   (a PUT of one member sets it, RFC 9110 §9.3.4);
/// * it is known to tell people each time, such as by mail;
/// * the first attempt leads its key elsewhere, so that the second could hit something else: it
///   changes that very key, or deletes by a key that several things may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Changes nothing: also after a 500.
    Safe,
    /// Has the same effect twice: when the answer was lost.
    Idempotent,
    /// Only when it provably never left.
    Never,
}

/// An answer, read to its end, any content encoding undone.
#[derive(Clone)]
#[non_exhaustive]
pub struct Reply {
    /// The status code.
    pub status: StatusCode,
    /// The headers, less those that described the encoding that was undone.
    pub headers: HeaderMap,
    /// The decoded body.
    pub body: Bytes,
    /// An earlier attempt of the same call may have been carried out: a delete that finds
    /// nothing then has done its work.
    pub repeated: bool,
}

impl Reply {
    /// An answer to a first attempt, for tests of an [`Endpoint`].
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
            repeated: false,
        }
    }
}

impl std::fmt::Debug for Reply {
    /// Status and size; headers and body are private.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("repeated", &self.repeated)
            .finish_non_exhaustive()
    }
}
