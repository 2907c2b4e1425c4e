//! `DELETE /v3/users/{id}` and its two sisters.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::UserKey;
use http::{Method, Request};

use super::by_key::ByKey;
use crate::envelope;

/// Deletes one person. Documented by id and employee id, observed by e-mail address; what it
/// removes is not documented. eloomi advises to end the
/// employment instead, by
/// [`UpdateUser::end_of_employment_at`](super::UpdateUser::end_of_employment_at), which can be
/// undone.
///
/// One request. Deleting twice does no harm, so it may be sent again when the answer was lost.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a key that nobody has, unless the request
/// had to be repeated: then the person is gone, as asked.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, users::DeleteUser};
/// use eloomi_core::OptionalExt as _;
///
/// async fn forget(client: &Client) -> Result<(), eloomi_core::Error> {
///     client.send(DeleteUser::new(40)).await.optional()?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct DeleteUser {
    user: UserKey,
}

static ROUTES: ByKey = ByKey {
    id: Route::new(
        "deleteUser",
        Method::DELETE,
        "/v3/users/{id}",
        Repeat::Idempotent,
    ),
    employee_id: Route::new(
        "deleteUserByEmployeeId",
        Method::DELETE,
        "/v3/users-employee_id/{employee_id}",
        Repeat::Idempotent,
    ),
    email: Route::new(
        "deleteUserByEmail",
        Method::DELETE,
        "/v3/users-email/{email}",
        Repeat::Idempotent,
    ),
};

impl DeleteUser {
    /// Deletes the person with this key; a number is eloomi's id.
    pub fn new(user: impl Into<UserKey>) -> Self {
        Self { user: user.into() }
    }
}

impl Endpoint for DeleteUser {
    type Output = ();

    fn route(&self) -> &'static Route {
        ROUTES.route(&self.user)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        ROUTES.fill(&self.user)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        envelope::gone(reply)
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    #[test]
    fn what_is_gone_already_is_not_found_unless_this_call_may_have_done_it() {
        let mut reply = Reply::new(StatusCode::NO_CONTENT, HeaderMap::new(), "");
        assert!(DeleteUser::new(40).response(&reply).is_err());
        reply.repeated = true;
        assert!(DeleteUser::new(40).response(&reply).is_ok());
    }

    #[test]
    fn a_success_has_no_data() {
        let body = r#"{"status":"OK","status_code":200,"message":"Done.","extended_message":null}"#;
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), body);
        assert!(DeleteUser::new(40).response(&reply).is_ok());
    }
}
