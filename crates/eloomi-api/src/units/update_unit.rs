//! `PATCH /v3/units/{id}` and `/v3/units-code/{code}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{AccessGroupId, CourseId, UnitChanges, UnitId, UnitKey, UserId};
use eloomi_wire::Text;
use http::{Method, Request};

use super::{AppliedUnit, by_key::ByKey, setters::unit_setters, unit_body::unit_body};
use crate::{body, repetition};

/// Changes one unit and returns it beside what of the request it does not show. Documented; by
/// code only the title is.
///
/// One request, with the fields that were set and no others: whoever writes last wins, field by
/// field. `user_ids` and `leader_ids` most likely replace (inferred); to add or take out
/// single members there are [`add_user_ids`](Self::add_user_ids) and
/// [`remove_user_ids`](Self::remove_user_ids). Codes need not be unique; which of several units a
/// code addresses is not said.
///
/// Has the same effect twice, whole lists of people included, unless it adds something or changes the
/// very code it is addressed by: then it counts as [`Repeat::Never`].
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a key that no unit has, if eloomi answers
/// 204; one text says 204 and 400 at once (documented), and a 400 is
/// [`Rejected`](eloomi_core::ErrorKind::Rejected), as is whatever else eloomi refuses.
/// [`Request`](eloomi_core::ErrorKind::Request) for an empty name, for fields that contradict each
/// other, or none.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::UpdateUnit};
/// use eloomi_model::UnitKey;
///
/// async fn join(client: &Client) -> Result<bool, eloomi_core::Error> {
///     let change = UpdateUnit::new(UnitKey::code("MAR02"))
///         .add_user_ids([40])
///         .add_department_learning_manager_emails(["jane@example.com"]);
///     let unit = client.send(change).await?;
///     assert_eq!(unit.unverified(), ["add_department_learning_manager_emails"]);
///     Ok(unit.missing().is_empty())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct UpdateUnit {
    unit: UnitKey,
    changes: UnitChanges,
}

/// For an update that adds, or that changes the key it is addressed by.
const CHECK: &str = "look with `GetUnit` what the unit has now";

static ROUTES: ByKey = ByKey {
    id: Route::new(
        "updateUnit",
        Method::PATCH,
        "/v3/units/{id}",
        Repeat::Idempotent,
    )
    .check(CHECK),
    code: Route::new(
        "updateUnitByCode",
        Method::PATCH,
        "/v3/units-code/{code}",
        Repeat::Idempotent,
    )
    .check(CHECK),
};

impl UpdateUnit {
    /// Changes the unit with this key; a number is eloomi's id.
    pub fn new(unit: impl Into<UnitKey>) -> Self {
        Self {
            unit: unit.into(),
            changes: UnitChanges::default(),
        }
    }
}

unit_setters!(UpdateUnit);
eloomi_wire::list_setters! { UpdateUnit;
    add_course_ids: CourseId, "courses to add, by id";
    add_user_ids: UserId, "members to add, by id; never with `user_ids` or `user_emails`";
    remove_course_ids: CourseId, "courses to take away, by id";
    remove_department_learning_manager_emails: Text, "learning managers to take away, by e-mail address";
    remove_department_learning_manager_employee_ids: Text, "learning managers to take away, by employee id";
    remove_department_learning_manager_ids: UserId, "learning managers to take away, by id";
    remove_department_organizational_manager_emails: Text, "organizational managers to take away, by e-mail address";
    remove_department_organizational_manager_employee_ids: Text, "organizational managers to take away, by employee id";
    remove_department_organizational_manager_ids: UserId, "organizational managers to take away, by id";
    remove_department_performance_manager_emails: Text, "performance managers to take away, by e-mail address";
    remove_department_performance_manager_employee_ids: Text, "performance managers to take away, by employee id";
    remove_department_performance_manager_ids: UserId, "performance managers to take away, by id";
    remove_user_ids: UserId, "members to take out, by id; never with `user_ids` or `user_emails`";
}

impl Endpoint for UpdateUnit {
    type Output = AppliedUnit;

    fn route(&self) -> &'static Route {
        ROUTES.route(&self.unit)
    }

    fn repeat(&self) -> Repeat {
        // The second time, the old code is no unit's, or another's.
        let moves = matches!(self.unit, UnitKey::Code(_)) && !self.changes.code.is_keep();
        repetition::of_write(self.route(), self.changes.set_fields(), moves)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        body::changes_something(&self.changes)?;
        ROUTES
            .fill(&self.unit)?
            .json(unit_body(&self.changes)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<AppliedUnit, ResponseError> {
        AppliedUnit::read(&self.changes, reply)
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::Patch;

    use super::*;

    #[test]
    fn what_is_left_cleared_and_set_of_a_unit_are_three_things() {
        let change = UpdateUnit::new(354)
            .code("MAR03")
            .parent_id(Patch::Clear)
            .remove_user_ids([40]);
        let request = change.request().unwrap();
        assert_eq!(request.uri(), "/v3/units/354");
        assert_eq!(
            request.body(),
            r#"{"code":"MAR03","parent_id":null,"remove_user_ids":[40]}"#
        );
    }

    #[test]
    fn fields_of_a_unit_that_contradict_each_other_are_both_named() {
        let change = || UpdateUnit::new(354);
        for (change, fields) in [
            (
                change().parent_id(12).parent_code("MAR"),
                ["parent_id", "parent_code"],
            ),
            (
                change().user_ids([40]).add_user_ids([41]),
                ["user_ids", "add_user_ids"],
            ),
            (
                change()
                    .user_emails(["a@example.com"])
                    .remove_user_ids([41]),
                ["user_emails", "remove_user_ids"],
            ),
        ] {
            let refusal = change.request().unwrap_err().to_string();
            for field in fields {
                assert!(refusal.contains(&format!("`{field}`")), "{refusal}");
            }
        }
    }

    #[test]
    fn nobody_and_nothing_is_added_and_taken_away_at_once() {
        let change = || UpdateUnit::new(354);
        for (change, field) in [
            (
                change().add_user_ids([40, 4711]).remove_user_ids([4711]),
                "add_user_ids",
            ),
            (
                change().add_course_ids([61]).remove_course_ids([61]),
                "add_course_ids",
            ),
            (
                change()
                    .add_department_learning_manager_emails(["jane@example.com"])
                    .remove_department_learning_manager_emails(["jane@example.com"]),
                "add_department_learning_manager_emails",
            ),
        ] {
            let error = change.request().unwrap_err();
            assert_eq!(error.part(), field);
            let told = error.to_string();
            assert!(told.contains("`remove_"), "{told}");
            assert!(!told.contains("4711") && !told.contains("jane"), "{told}");
        }
        let both = change().add_user_ids([40]).remove_user_ids([41]);
        assert!(both.request().is_ok());
    }

    #[test]
    fn what_adds_to_a_unit_is_never_repeated_and_what_takes_out_may_be() {
        let change = || UpdateUnit::new(354);
        assert_eq!(change().user_ids([40]).repeat(), Repeat::Idempotent);
        assert_eq!(change().remove_user_ids([40]).repeat(), Repeat::Idempotent);
        for adds in [
            change().add_user_ids([40]),
            change().add_course_ids([61]),
            change().add_department_performance_manager_employee_ids(["EI111"]),
        ] {
            assert_eq!(adds.repeat(), Repeat::Never, "{adds:?}");
        }
    }

    #[test]
    fn a_unit_whose_code_is_its_key_and_changes_is_never_repeated() {
        let by_code = UpdateUnit::new(UnitKey::code("MAR02"));
        assert_eq!(by_code.clone().name("Sales").repeat(), Repeat::Idempotent);
        assert_eq!(by_code.code("MAR03").repeat(), Repeat::Never);
        let by_id = UpdateUnit::new(354).code("MAR03");
        assert_eq!(by_id.repeat(), Repeat::Idempotent);
    }

    #[test]
    fn a_change_of_nothing_of_a_unit_is_not_sent() {
        assert!(UpdateUnit::new(354).request().is_err());
    }
}
