//! One operation, two paths: by eloomi's id, by code.

use eloomi_core::{RequestBuilder, RequestError, Route};
use eloomi_model::UnitKey;

/// The routes of an operation that addresses one unit.
pub(crate) struct ByKey {
    pub(crate) id: Route,
    pub(crate) code: Route,
}

impl ByKey {
    pub(crate) fn route(&'static self, key: &UnitKey) -> &'static Route {
        match key {
            UnitKey::Id(_) => &self.id,
            UnitKey::Code(_) => &self.code,
        }
    }

    pub(crate) fn fill(&'static self, key: &UnitKey) -> Result<RequestBuilder, RequestError> {
        let route = self.route(key);
        match key {
            UnitKey::Id(id) => route.fill(&[id]),
            UnitKey::Code(code) => route.fill(&[code]),
        }
    }
}
