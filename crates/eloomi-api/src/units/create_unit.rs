//! `POST /v3/units`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{AccessGroupId, UniqueUnit, UnitChanges, UnitId, UserId};
use eloomi_wire::{Patch, Text};
use http::{Method, Request};

use super::{AppliedUnit, setters::unit_setters, unit_body::unit_body};
use crate::name;

/// Creates a unit and returns it beside what of the request it does not show. Documented; the
/// answer is 200, not 201.
///
/// One request. Never changes a unit that is there: without [`unique`](Self::unique), units of the
/// same name and code arise side by side. People and leaders that eloomi does not know are left
/// out without a word: look at [`missing`](AppliedUnit::missing). Courses, and members to add, are
/// fields of [`UpdateUnit`](super::UpdateUnit) alone (documented).
///
/// Never repeated once it may have left, except after a 401: eloomi knows no idempotency key.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for a clash that `unique` forbids, and whatever
/// else eloomi refuses. [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost:
/// look for the unit before sending it again. [`Request`](eloomi_core::ErrorKind::Request) for an
/// empty name, or fields that contradict each other.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::CreateUnit};
/// use eloomi_model::{UniqueUnit, UnitId};
///
/// async fn found(client: &Client) -> Result<UnitId, eloomi_core::Error> {
///     let unit = CreateUnit::new("Inbound Marketing")
///         .code("MAR02")
///         .unique(UniqueUnit::Code)
///         .parent_code("MAR")
///         .leader_ids([40]);
///     Ok(client.send(unit).await?.id)
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct CreateUnit {
    unique: Option<UniqueUnit>,
    changes: UnitChanges,
}

static CREATE_UNIT: Route = Route::new("createUnit", Method::POST, "/v3/units", Repeat::Never)
    .check("look with `GetUnit` whether the unit is there, by code");

impl CreateUnit {
    /// A unit with this name, which is the one field that must be given.
    pub fn new(name: impl Into<Text>) -> Self {
        let mut changes = UnitChanges::default();
        changes.name = Patch::Set(name.into());
        Self {
            unique: None,
            changes,
        }
    }

    /// Refuses the unit if another has the same value in this column. A guard, no way to change
    /// the other one.
    pub fn unique(mut self, column: UniqueUnit) -> Self {
        self.unique = Some(column);
        self
    }
}

unit_setters!(CreateUnit);

impl Endpoint for CreateUnit {
    type Output = AppliedUnit;

    fn route(&self) -> &'static Route {
        &CREATE_UNIT
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        name::is_given(&self.changes.name)?;
        self.route()
            .fill(&[])?
            .query("unique", self.unique)
            .json(unit_body(&self.changes)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<AppliedUnit, ResponseError> {
        AppliedUnit::read(&self.changes, reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_set_of_a_unit_is_written() {
        let request = CreateUnit::new("Sales")
            .parent_id(12)
            .leaders_employee_ids(["EI111"])
            .user_ids([40, 41]);
        let request = request.request().unwrap();
        assert_eq!(request.uri(), "/v3/units");
        assert_eq!(
            request.body(),
            r#"{"leaders_employee_ids":["EI111"],"name":"Sales","parent_id":12,"user_ids":[40,41]}"#
        );
    }

    #[test]
    fn the_guard_stands_in_the_query() {
        let target = |column| {
            let request = CreateUnit::new("Sales").unique(column).request();
            request.unwrap().uri().to_string()
        };
        assert_eq!(target(UniqueUnit::Code), "/v3/units?unique=code");
        assert_eq!(target(UniqueUnit::Name), "/v3/units?unique=name");
    }

    #[test]
    fn a_unit_without_a_name_is_refused_before_sending() {
        for request in [
            CreateUnit::new(" "),
            CreateUnit::new("Sales").name(Patch::Clear),
            CreateUnit::new("Sales").name(Patch::Keep),
        ] {
            assert_eq!(request.request().unwrap_err().part(), "name");
        }
    }
}
