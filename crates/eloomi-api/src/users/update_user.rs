//! `PATCH /v3/users/{id}` and its two sisters.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{
    AccessGroupId, Activation, Gender, TeamId, UnitId, User, UserChanges, UserId, UserKey,
    UserPermission,
};
use eloomi_wire::{DateText, DateTimeText, NumberOrText, Text};
use http::{Method, Request};

use super::{by_key::ByKey, setters::user_setters, written};
use crate::envelope;

/// Changes one person and returns them as they now are. Documented.
///
/// One request, with the fields that were set and no others: whoever writes last wins, field by
/// field, as eloomi knows no versions. A field is cleared with
/// [`Patch::Clear`](eloomi_wire::Patch::Clear). The keys themselves can be changed, too.
///
/// Repeated after a lost answer unless it adds managers or may send mail.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a key that nobody has;
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses;
/// [`Request`](eloomi_core::ErrorKind::Request) for fields that contradict each other, or none.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, users::UpdateUser};
/// use eloomi_model::UserKey;
/// use eloomi_wire::Patch;
///
/// async fn promote(client: &Client) -> Result<(), eloomi_core::Error> {
///     let change = UpdateUser::new(UserKey::employee_id("E0052"))
///         .title("Head of Accounting")
///         .mobile_phone(Patch::Clear)
///         .direct_manager_ids([80001]);
///     client.send(change).await?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct UpdateUser {
    user: UserKey,
    changes: UserChanges,
}

static ROUTES: ByKey = ByKey {
    id: Route::new(
        "updateUser",
        Method::PATCH,
        "/v3/users/{id}",
        Repeat::Idempotent,
    ),
    employee_id: Route::new(
        "updateUserByEmployeeId",
        Method::PATCH,
        "/v3/users-employee_id/{employee_id}",
        Repeat::Idempotent,
    ),
    email: Route::new(
        "updateUserByEmail",
        Method::PATCH,
        "/v3/users-email/{email}",
        Repeat::Idempotent,
    ),
};

impl UpdateUser {
    /// Changes the person with this id, or this key.
    pub fn new(user: impl Into<UserKey>) -> Self {
        Self {
            user: user.into(),
            changes: UserChanges::default(),
        }
    }
}

user_setters!(UpdateUser);

impl Endpoint for UpdateUser {
    type Output = User;

    fn route(&self) -> &'static Route {
        ROUTES.route(&self.user)
    }

    fn repeat(&self) -> Repeat {
        written::repeat(&self.changes)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        if self.changes == UserChanges::default() {
            return Err(RequestError::new(
                "body",
                "is empty: set at least one field",
            ));
        }
        ROUTES
            .fill(&self.user)?
            .json(written::body(&self.changes)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<User, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::Patch;

    use super::*;

    fn refusal(change: &UpdateUser) -> String {
        change.request().unwrap_err().to_string()
    }

    #[test]
    fn left_cleared_and_set_are_three_things() {
        let change = UpdateUser::new(40)
            .title("Architect")
            .birthday(Patch::Clear);
        let request = change.request().unwrap();
        assert_eq!(request.method(), Method::PATCH);
        assert_eq!(request.body(), r#"{"birthday":null,"title":"Architect"}"#);
    }

    #[test]
    fn fields_that_contradict_each_other_are_both_named() {
        let units = UpdateUser::new(40)
            .department_id([7])
            .department_code(["MAR"]);
        assert!(refusal(&units).contains("`department_id`"));
        assert!(refusal(&units).contains("`department_code`"));
        let managers = UpdateUser::new(40)
            .direct_manager_employee_ids(["E1"])
            .add_direct_manager_ids([7]);
        assert!(refusal(&managers).contains("`direct_manager_employee_ids`"));
        assert!(refusal(&managers).contains("`add_direct_manager_ids`"));
    }

    #[test]
    fn what_adds_or_may_send_mail_is_never_repeated() {
        let change = || UpdateUser::new(40);
        assert_eq!(change().title("x").repeat(), Repeat::Idempotent);
        assert_eq!(
            change().activate(Activation::Deactivate).repeat(),
            Repeat::Idempotent
        );
        assert_eq!(
            change().activate(Activation::Standard).repeat(),
            Repeat::Never
        );
        assert_eq!(change().add_direct_manager_ids([7]).repeat(), Repeat::Never);
        assert_eq!(
            change().add_direct_manager_employee_ids(["E1"]).repeat(),
            Repeat::Never
        );
    }

    #[test]
    fn a_change_of_nothing_is_not_sent() {
        assert!(UpdateUser::new(40).request().is_err());
    }
}
