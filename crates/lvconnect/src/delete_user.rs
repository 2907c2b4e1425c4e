//! `DELETE /users/{user}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, ErrorKind, Repeat, Reply, RequestError, ResponseError, Route};
use http::{Method, Request, StatusCode};

use crate::{
    UserId, judge,
    model::Deleted,
    needs::{Needs, WRITERS},
    target,
};

/// Removes a person for good, with all their tokens.
///
/// One request. Needs the scope `users:delete`, and a token of somebody with the role hr, talent or
/// board. Has the same effect twice: if it had to be sent again, a person who is not there any more
/// is a success.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that nobody has.
/// [`Forbidden`](eloomi_core::ErrorKind::Forbidden) without the scope or the role;
/// [`Refusal::reason`](crate::Refusal::reason) says which. [`Request`](eloomi_core::ErrorKind::Request)
/// for what is no id.
///
/// # Examples
///
/// ```
/// use lvconnect::{Client, DeleteUser, UserId};
///
/// async fn remove(client: &Client, id: &UserId) -> Result<(), eloomi_core::Error> {
///     client.send(DeleteUser::new(id)).await
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct DeleteUser {
    user: UserId,
}

static DELETE_USER: Route = Route::new(
    "deleteUser",
    Method::DELETE,
    "/users/{user}",
    Repeat::Idempotent,
);

const NEEDS: Needs = Needs {
    scope: "the scope users:delete",
    person: WRITERS,
};

impl DeleteUser {
    /// The person with this id.
    pub fn new(user: impl Into<UserId>) -> Self {
        Self { user: user.into() }
    }
}

impl Endpoint for DeleteUser {
    type Output = ();

    fn route(&self) -> &'static Route {
        &DELETE_USER
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        target::of_user(&DELETE_USER, &self.user)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        if reply.repeated && reply.status == StatusCode::NOT_FOUND {
            return Ok(());
        }
        // The message is `Not Found` here, as for a path that there is not (measured).
        let deleted: Deleted = judge::value(reply, &NEEDS)?;
        match deleted.deleted {
            Some(true) => Ok(()),
            _ => {
                Err(ResponseError::new(ErrorKind::Decode)
                    .detail("it does not say that it was done"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;

    fn answered(status: StatusCode, body: &'static str, repeated: bool) -> Result<(), ErrorKind> {
        let mut reply = Reply::new(status, HeaderMap::new(), body);
        reply.repeated = repeated;
        let done = DeleteUser::new("6b01f5f81ccdf37440d510e2").response(&reply);
        done.map_err(|error| error.kind())
    }

    #[test]
    fn who_is_gone_after_a_repetition_was_removed_by_the_first_attempt() {
        let body = r#"{"statusCode":404,"error":"Not Found","message":"Not Found"}"#;
        assert_eq!(answered(StatusCode::NOT_FOUND, body, true), Ok(()));
        assert_eq!(
            answered(StatusCode::NOT_FOUND, body, false),
            Err(ErrorKind::NotFound)
        );
    }

    #[test]
    fn a_success_that_does_not_say_so_is_none() {
        assert_eq!(
            answered(StatusCode::OK, r#"{"deleted":true}"#, false),
            Ok(())
        );
        for body in ["{}", r#"{"deleted":false}"#, ""] {
            assert_eq!(
                answered(StatusCode::OK, body, false),
                Err(ErrorKind::Decode)
            );
        }
    }
}
