//! `GET /v3/units/{id}` and `/v3/units-code/{code}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{Unit, UnitKey};
use eloomi_wire::Text;
use http::{Method, Request};

use super::by_key::ByKey;
use crate::envelope;

/// Gets one unit, by eloomi's id or by the customer's code. Documented; by code only the title is.
///
/// One request. Codes need not be unique; which of several units answers is not said.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a key that no unit has, which eloomi
/// answers with 204; [`optional`](eloomi_core::OptionalExt::optional) makes a `None` of it.
/// [`Request`](eloomi_core::ErrorKind::Request) for a code that cannot stand in a path: empty,
/// a dot segment, or with control characters.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::GetUnit};
///
/// async fn size(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let unit = client.send(GetUnit::by_code("MAR02")).await?;
///     Ok(unit.users.len())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetUnit {
    unit: UnitKey,
}

static ROUTES: ByKey = ByKey {
    id: Route::new("getUnit", Method::GET, "/v3/units/{id}", Repeat::Safe),
    code: Route::new(
        "getUnitByCode",
        Method::GET,
        "/v3/units-code/{code}",
        Repeat::Safe,
    ),
};

impl GetUnit {
    /// Gets the unit with this key; a number is eloomi's id.
    pub fn new(unit: impl Into<UnitKey>) -> Self {
        Self { unit: unit.into() }
    }

    /// The unit to which the company gave this code.
    pub fn by_code(code: impl Into<Text>) -> Self {
        Self::new(UnitKey::code(code))
    }
}

impl Endpoint for GetUnit {
    type Output = Unit;

    fn route(&self) -> &'static Route {
        ROUTES.route(&self.unit)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        ROUTES.fill(&self.unit)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<Unit, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_a_path_of_its_own() {
        let target = |request: GetUnit| request.request().unwrap().uri().to_string();
        assert_eq!(target(GetUnit::new(354)), "/v3/units/354");
        assert_eq!(
            target(GetUnit::by_code("R&D 1/2")),
            "/v3/units-code/R%26D%201%2F2"
        );
    }
}
