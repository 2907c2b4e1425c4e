//! `GET /users/{user}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use http::{Method, Request};

use crate::{
    User, UserId, judge,
    needs::{ANYBODY, Needs},
    target,
};

/// Gets one person, also one who has left.
///
/// One request. Needs the scope `users:get`, also for oneself: the documents say that
/// `profile:get` is enough for that, and it is not (measured). [`GetMe`](crate::GetMe) does with it.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that nobody has;
/// [`optional`](eloomi_core::OptionalExt::optional) makes a `None` of it.
/// [`Forbidden`](eloomi_core::ErrorKind::Forbidden) without the scope, also of an id that nobody
/// has. [`Request`](eloomi_core::ErrorKind::Request) for what is no id.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Error, OptionalExt as _};
/// use lvconnect::{Client, GetUser};
///
/// async fn is_there(client: &Client, id: &str) -> Result<bool, Error> {
///     Ok(client.send(GetUser::new(id)).await.optional()?.is_some())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetUser {
    user: UserId,
}

static GET_USER: Route = Route::new("getUser", Method::GET, "/users/{user}", Repeat::Safe);

const NEEDS: Needs = Needs {
    scope: "the scope users:get",
    person: ANYBODY,
};

impl GetUser {
    /// The person with this id.
    pub fn new(user: impl Into<UserId>) -> Self {
        Self { user: user.into() }
    }
}

impl Endpoint for GetUser {
    type Output = User;

    fn route(&self) -> &'static Route {
        &GET_USER
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        target::of_user(&GET_USER, &self.user)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<User, ResponseError> {
        judge::value(reply, &NEEDS)
    }
}
