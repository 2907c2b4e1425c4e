//! `POST /v3/users`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{
    AccessGroupId, Activation, Gender, TeamId, UnitId, User, UserChanges, UserId, UserPermission,
};
use eloomi_wire::{DateText, DateTimeText, NumberOrText, Patch, Text};
use http::{Method, Request};

use super::{setters::user_setters, user_body::user_body};
use crate::envelope;

/// Creates a person and returns them as they now are. Documented; the answer is 200, not 201.
///
/// One request. Nothing is sent to the person unless [`activate`](Self::activate) says so.
/// Never repeated once it may have left, except after a 401: eloomi knows no idempotency key.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for an e-mail address that is taken; eloomi's
/// text names it, so only [`server_message`](eloomi_core::Error::server_message) has it.
/// [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost: look for the e-mail
/// address before sending it again. [`Request`](eloomi_core::ErrorKind::Request) for fields that
/// contradict each other.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, users::CreateUser};
/// use eloomi_model::UserId;
///
/// async fn hire(client: &Client) -> Result<UserId, eloomi_core::Error> {
///     let starter = CreateUser::new("jane@example.com")
///         .first_name("Jane")
///         .last_name("Doe")
///         .employee_id("E1002")
///         .department_code(["MAR"]);
///     Ok(client.send(starter).await?.id)
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct CreateUser {
    changes: UserChanges,
}

static CREATE_USER: Route = Route::new("createUser", Method::POST, "/v3/users", Repeat::Never)
    .check("look with `GetUser` whether the person is there, by employee id or e-mail");

impl CreateUser {
    /// A person with this e-mail address, which is the one field that must be given.
    pub fn new(email: impl Into<Text>) -> Self {
        let mut changes = UserChanges::default();
        changes.email = Patch::Set(email.into());
        Self { changes }
    }
}

user_setters!(CreateUser);

impl Endpoint for CreateUser {
    type Output = User;

    fn route(&self) -> &'static Route {
        &CREATE_USER
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        if self
            .changes
            .email
            .value()
            .is_none_or(|email| email.trim().is_empty())
        {
            return Err(RequestError::new(
                "email",
                "is empty, and a person cannot be created without",
            ));
        }
        self.route()
            .fill(&[])?
            .json(user_body(&self.changes)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<User, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_set_is_written() {
        let request = CreateUser::new("jane@example.com")
            .level(5_u64)
            .department_id([7, 8]);
        let request = request.request().unwrap();
        assert_eq!(request.uri(), "/v3/users");
        assert_eq!(request.headers()["content-type"], "application/json");
        assert_eq!(
            request.body(),
            r#"{"department_id":[7,8],"email":"jane@example.com","level":5}"#
        );
    }

    #[test]
    fn a_person_without_an_address_is_refused_before_sending() {
        let error = CreateUser::new(" ").request().unwrap_err();
        assert_eq!(error.part(), "email");
    }
}
