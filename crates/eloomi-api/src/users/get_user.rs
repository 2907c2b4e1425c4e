//! `GET /v3/users/{id}` and its two sisters.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{User, UserKey};
use eloomi_wire::Text;
use http::{Method, Request};

use super::by_key::ByKey;
use crate::envelope;

/// Gets one person, by eloomi's id or employee id (documented), or by e-mail address (observed: a
/// program that others run does it).
///
/// One request.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a key that nobody has, which eloomi
/// answers with 204; [`optional`](eloomi_core::OptionalExt::optional) makes a `None` of it.
/// [`Request`](eloomi_core::ErrorKind::Request) for a key that cannot stand in a path: empty,
/// a dot segment, or with control characters.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, users::GetUser};
///
/// async fn titles(client: &Client) -> Result<(), eloomi_core::Error> {
///     for request in [
///         GetUser::new(40),
///         GetUser::by_employee_id("E0052"),
///         GetUser::by_email("jane@example.com"),
///     ] {
///         let user = client.send(request).await?;
///         println!("{}", user.title.as_deref().unwrap_or("no title"));
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetUser {
    user: UserKey,
}

static ROUTES: ByKey = ByKey {
    id: Route::new("getUser", Method::GET, "/v3/users/{id}", Repeat::Safe),
    employee_id: Route::new(
        "getUserByEmployeeId",
        Method::GET,
        "/v3/users-employee_id/{employee_id}",
        Repeat::Safe,
    ),
    email: Route::new(
        "getUserByEmail",
        Method::GET,
        "/v3/users-email/{email}",
        Repeat::Safe,
    ),
};

impl GetUser {
    /// Gets the person with this key; a number is eloomi's id.
    pub fn new(user: impl Into<UserKey>) -> Self {
        Self { user: user.into() }
    }

    /// The person to whom the company gave this employee id.
    pub fn by_employee_id(employee_id: impl Into<Text>) -> Self {
        Self::new(UserKey::employee_id(employee_id))
    }

    /// The person with this e-mail address.
    pub fn by_email(email: impl Into<Text>) -> Self {
        Self::new(UserKey::email(email))
    }
}

impl Endpoint for GetUser {
    type Output = User;

    fn route(&self) -> &'static Route {
        ROUTES.route(&self.user)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        ROUTES.fill(&self.user)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<User, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(request: &GetUser) -> String {
        request.request().unwrap().uri().to_string()
    }

    #[test]
    fn each_key_has_a_path_of_its_own() {
        assert_eq!(target(&GetUser::new(40)), "/v3/users/40");
        assert_eq!(
            target(&GetUser::by_employee_id("E 1/2")),
            "/v3/users-employee_id/E%201%2F2"
        );
        assert_eq!(
            target(&GetUser::by_email("jane+hr@example.com")),
            "/v3/users-email/jane%2Bhr%40example.com"
        );
    }

    #[test]
    fn a_key_that_cannot_be_sent_is_named_and_not_quoted() {
        let error = GetUser::by_email("jane\n").request().unwrap_err();
        assert_eq!(error.to_string(), "`email` holds a control character");
    }
}
