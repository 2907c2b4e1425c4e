//! What a service is to the ground that it stands on.

use std::fmt;
use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::Response;
use http::request::Parts;
use http::{Request, Uri};

use crate::fault::Shift;
use crate::json::Json;

/// An answer under way.
pub(crate) type Answering<'s> = Pin<Box<dyn Future<Output = Response> + Send + 's>>;

/// One API. The pipeline knows it by this alone; what a request meets on its way is the same for
/// all of them.
pub(crate) trait Service: fmt::Debug + Send + Sync {
    /// How its lists are spelt.
    fn lists(&self) -> &'static Lists;

    /// How long it keeps an idle connection open; `None` for as long as the client does.
    fn idle(&self) -> Option<Duration> {
        None
    }

    /// Whether the journal may keep the query and the body of a request for this target: those of
    /// token requests hold secrets.
    fn may_be_kept(&self, target: &Uri) -> bool;

    /// Notes what must be known of a request as it came, before a fault changes it.
    fn note(&self, request: &mut Request<Body>, from: IpAddr);

    /// What a body that is too long is refused with before all else; `None` if the service finds
    /// out later, by [`TooLong`](crate::incoming::TooLong).
    fn refuse_long_body(&self) -> Option<Response>;

    /// Makes a target plain; or the refusal of it.
    fn enter(&self, request: &mut Request<Body>) -> Option<Response>;

    /// Answers, with a [`Told`](crate::answer::Told) in the extensions.
    fn answer(&self, request: Request<Body>) -> Answering<'_>;

    /// Adds what every answer to such a request carries.
    fn dress(&self, response: &mut Response, asked: &Parts);

    /// Adds what every answer carries, also one that was not the service's own. Default: nothing.
    fn sign(&self, _response: &mut Response) {}

    /// Turns the JSON of an answer into bytes.
    fn write(&self, response: &mut Response, body: &Json, asked: &Parts);

    /// How long ago a token was handed out; `None` if it is not good.
    fn token_age(&self, token: &str, now: Instant) -> Option<Duration>;

    /// Makes one token worthless.
    fn expire_token(&self, token: &str);

    /// Makes every token handed out so far worthless.
    fn revoke_tokens(&self);

    /// How many requests for a token came, refused ones included.
    fn token_requests(&self) -> u64;

    /// Moves everybody one place, as pages that are cut anew each time see it.
    fn shift_people(&self, shift: Shift);
}

/// How the lists of a service are spelt.
#[derive(Debug)]
pub(crate) struct Lists {
    /// The parameter that says how much a page holds.
    pub(crate) size: &'static str,
    /// The member that holds the page.
    pub(crate) items: &'static str,
}
