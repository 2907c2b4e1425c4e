//! `PATCH /v3/users/{id}` and its two sisters.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{
    AccessGroupId, Activation, Gender, TeamId, UnitId, User, UserChanges, UserId, UserKey,
    UserPermission,
};
use eloomi_wire::{DateText, DateTimeText, NumberOrText, Text};
use http::{Method, Request};

use super::{by_key::ByKey, setters::user_setters, user_body::user_body};
use crate::{body, envelope, repetition};

/// Changes one person and returns them as they now are. Documented.
///
/// One request, with the fields that were set and no others: whoever writes last wins, field by
/// field, as eloomi knows no versions. A field is cleared with
/// [`Patch::Clear`](eloomi_wire::Patch::Clear). The keys themselves can be changed, too.
///
/// Has the same effect twice, unless it adds managers, may send mail, or changes the very key it
/// is addressed by: then it counts as [`Repeat::Never`].
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

/// For an update that adds, or that changes the key it is addressed by.
const CHECK: &str = "look with `GetUser` what the person has now";

static ROUTES: ByKey = ByKey {
    id: Route::new(
        "updateUser",
        Method::PATCH,
        "/v3/users/{id}",
        Repeat::Idempotent,
    )
    .check(CHECK),
    employee_id: Route::new(
        "updateUserByEmployeeId",
        Method::PATCH,
        "/v3/users-employee_id/{employee_id}",
        Repeat::Idempotent,
    )
    .check(CHECK),
    email: Route::new(
        "updateUserByEmail",
        Method::PATCH,
        "/v3/users-email/{email}",
        Repeat::Idempotent,
    )
    .check(CHECK),
};

impl UpdateUser {
    /// Changes the person with this key; a number is eloomi's id.
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
        let changes = &self.changes;
        let mails = changes
            .activate
            .value()
            .is_some_and(Activation::may_send_mail);
        // The second time, the old key is nobody's, or somebody else's.
        let moves = match self.user {
            UserKey::Id(_) => false,
            UserKey::EmployeeId(_) => !changes.employee_id.is_keep(),
            UserKey::Email(_) => !changes.email.is_keep(),
        };
        repetition::of_write(self.route(), changes.set_fields(), mails || moves)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        body::changes_something(&self.changes)?;
        ROUTES
            .fill(&self.user)?
            .json(user_body(&self.changes)?)
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
    fn changes_as_a_whole_take_the_place_of_what_was_set() {
        let mut changes = UserChanges::default();
        changes.title = "Architect".into();
        let change = UpdateUser::new(40).birthday(Patch::Clear);
        let change = change.with_changes(changes.clone());
        assert_eq!(change.changes(), &changes);
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
    fn what_changes_its_own_key_is_never_repeated() {
        let by_email = UpdateUser::new(UserKey::email("jane@example.com"));
        assert_eq!(
            by_email.clone().employee_id("E2").repeat(),
            Repeat::Idempotent
        );
        assert_eq!(
            by_email.email("jane.doe@example.com").repeat(),
            Repeat::Never
        );
        let by_employee_id = UpdateUser::new(UserKey::employee_id("E1"));
        assert_eq!(by_employee_id.employee_id("E2").repeat(), Repeat::Never);
        assert_eq!(
            UpdateUser::new(40).email("x@example.com").repeat(),
            Repeat::Idempotent
        );
    }

    #[test]
    fn a_change_of_nothing_is_not_sent() {
        assert!(UpdateUser::new(40).request().is_err());
    }
}
