//! `DELETE /v3/units/{id}` and `/v3/units-code/{code}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::UnitKey;
use http::{Method, Request};

use super::by_key::ByKey;
use crate::envelope;

/// Deletes one whole unit. Documented by its title alone; what becomes of its members, and of the
/// units below it, is not said, and nothing undoes it.
///
/// To take people out of a unit there is
/// [`UpdateUnit::remove_user_ids`](super::UpdateUnit::remove_user_ids). One program sends them as
/// the body of a delete, which most likely deletes the unit; this request has no body.
///
/// One request. By id it may be sent again when the answer was lost. By code it is never repeated:
/// codes need not be unique, and the second attempt could delete another unit of the same code.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a key that no unit has, unless the request
/// had to be repeated: then the unit is gone, as asked.
/// [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer to a delete by code was lost.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::DeleteUnit};
/// use eloomi_core::OptionalExt as _;
///
/// async fn close(client: &Client) -> Result<(), eloomi_core::Error> {
///     client.send(DeleteUnit::new(354)).await.optional()?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct DeleteUnit {
    unit: UnitKey,
}

static ROUTES: ByKey = ByKey {
    id: Route::new(
        "deleteUnit",
        Method::DELETE,
        "/v3/units/{id}",
        Repeat::Idempotent,
    ),
    code: Route::new(
        "deleteUnitByCode",
        Method::DELETE,
        "/v3/units-code/{code}",
        Repeat::Never,
    )
    .check("look with `GetUnit` which unit has the code now, if one has"),
};

impl DeleteUnit {
    /// Deletes the unit with this key; a number is eloomi's id.
    pub fn new(unit: impl Into<UnitKey>) -> Self {
        Self { unit: unit.into() }
    }
}

impl Endpoint for DeleteUnit {
    type Output = ();

    fn route(&self) -> &'static Route {
        ROUTES.route(&self.unit)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        ROUTES.fill(&self.unit)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        envelope::gone(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deleting_a_unit_sends_no_body() {
        let request = DeleteUnit::new(354).request().unwrap();
        assert_eq!(request.method(), Method::DELETE);
        assert_eq!(request.uri(), "/v3/units/354");
        assert!(request.body().is_empty());
    }

    #[test]
    fn a_unit_is_deleted_twice_by_its_id_only() {
        assert_eq!(DeleteUnit::new(354).repeat(), Repeat::Idempotent);
        let by_code = DeleteUnit::new(UnitKey::code("MAR02"));
        assert_eq!(by_code.repeat(), Repeat::Never);
    }
}
