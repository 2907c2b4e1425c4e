//! One operation, three paths: by eloomi's id, by employee id, by e-mail.

use eloomi_core::{RequestBuilder, RequestError, Route};
use eloomi_model::UserKey;

/// The routes of an operation that addresses one person.
pub(crate) struct ByKey {
    pub(crate) id: Route,
    pub(crate) employee_id: Route,
    pub(crate) email: Route,
}

impl ByKey {
    pub(crate) fn route(&'static self, key: &UserKey) -> &'static Route {
        match key {
            UserKey::Id(_) => &self.id,
            UserKey::EmployeeId(_) => &self.employee_id,
            UserKey::Email(_) => &self.email,
        }
    }

    pub(crate) fn fill(&'static self, key: &UserKey) -> Result<RequestBuilder, RequestError> {
        let route = self.route(key);
        match key {
            UserKey::Id(id) => route.fill(&[id]),
            UserKey::EmployeeId(text) | UserKey::Email(text) => route.fill(&[text]),
        }
    }
}
