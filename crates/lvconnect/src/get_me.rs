//! `GET /users/me`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use http::{Method, Request};

use crate::{Me, judge, needs::Needs};

/// Gets the person whom the token was issued for.
///
/// One request. Needs the scope `profile:get`, and a token of a person: one of the client
/// credentials grant never has it (measured).
///
/// # Errors
///
/// [`Forbidden`](eloomi_core::ErrorKind::Forbidden) without the scope.
/// [`Unauthorized`](eloomi_core::ErrorKind::Unauthorized), with
/// [`UserDisabled`](crate::Reason::UserDisabled) as the reason, for somebody who has left or is not
/// hired yet. [`Decode`](eloomi_core::ErrorKind::Decode) for a token with the scope and no person.
///
/// # Examples
///
/// ```
/// use lvconnect::{Client, GetMe};
///
/// async fn must_change_password(client: &Client) -> Result<bool, eloomi_core::Error> {
///     Ok(client.send(GetMe::new()).await?.need_password_change == Some(true))
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetMe(());

static GET_ME: Route = Route::new("getMe", Method::GET, "/users/me", Repeat::Safe);

const NEEDS: Needs = Needs {
    scope: "the scope profile:get, which no token of the client credentials grant has",
    person: "the person of the token",
};

impl GetMe {
    /// Asks who the token is for.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Endpoint for GetMe {
    type Output = Me;

    fn route(&self) -> &'static Route {
        &GET_ME
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        GET_ME.fill(&[])?.build()
    }

    fn response(&self, reply: &Reply) -> Result<Me, ResponseError> {
        judge::value(reply, &NEEDS)
    }
}
