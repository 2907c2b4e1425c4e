//! Reading a unit again after a write, and comparing again.

use bytes::Bytes;
use eloomi_core::{Endpoint, Reply, RequestError, ResponseError, Route};
use eloomi_model::{UnitChanges, UnitKey};
use http::Request;

use super::{AppliedUnit, GetUnit};

/// Reads one unit and holds it against what a write asked for. One [`GetUnit`].
///
/// Made by [`AppliedUnit::read_back`], or by hand after a write whose answer was lost.
///
/// # Errors
///
/// As [`GetUnit`].
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::{ReadBackUnit, UpdateUnit}};
///
/// async fn join(client: &Client) -> Result<bool, eloomi_core::Error> {
///     let change = UpdateUnit::new(354).add_user_ids([40]);
///     let unit = match client.send(&change).await {
///         // It left, and no answer came: look.
///         Err(error) if error.is_ambiguous() => {
///             client.send(ReadBackUnit::new(354, change.changes().clone())).await?
///         }
///         answered => answered?,
///     };
///     Ok(unit.missing().is_empty())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ReadBackUnit {
    unit: GetUnit,
    asked: UnitChanges,
}

impl ReadBackUnit {
    /// Reads the unit with this key; a number is eloomi's id.
    pub fn new(unit: impl Into<UnitKey>, asked: UnitChanges) -> Self {
        Self {
            unit: GetUnit::new(unit),
            asked,
        }
    }
}

impl Endpoint for ReadBackUnit {
    type Output = AppliedUnit;

    fn route(&self) -> &'static Route {
        self.unit.route()
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.unit.request()
    }

    fn response(&self, reply: &Reply) -> Result<AppliedUnit, ResponseError> {
        AppliedUnit::read(&self.asked, reply)
    }
}
