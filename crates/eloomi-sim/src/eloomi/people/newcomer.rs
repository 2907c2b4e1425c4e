//! Somebody who has just been created.

use super::{Person, PersonState};
use crate::json::Json;

/// What `behaviours::CREATE_DEFAULTS` shows for a permission and a language not set.
pub(super) const PERMISSION: &str = "user";
pub(super) const LANGUAGE: &str = "en";

impl Person {
    /// Somebody of whom nothing is known but an id: `behaviours::CREATE_DEFAULTS`.
    pub(crate) fn newcomer(id: u64) -> Self {
        Self {
            id,
            state: PersonState::Pending,
            first_name: None,
            last_name: Some(String::new()),
            employee_id: None,
            email: None,
            username: None,
            activated_at: None,
            gender: None,
            birthday: None,
            department_id: Some(vec![]),
            user_permission: PERMISSION.to_owned(),
            start_of_employment: None,
            end_of_employment: None,
            personal_email: None,
            title: None,
            phone: None,
            mobile: None,
            language: LANGUAGE.to_owned(),
            access_groups: Json::List(vec![]),
            country: None,
            location: None,
            generic_role: None,
            timezone: None,
            legal: None,
            level: Json::Null,
            initials: None,
            sub_company: None,
            skill_level: None,
            salary_id: Json::Null,
            team_id: Some(vec![]),
            direct_manager_ids: Some(vec![]),
            custom_attributes: Json::Null,
        }
    }

    /// As the answer to the create shows it: `behaviours::CREATE_LISTS_NULL`.
    pub(crate) fn just_created(&self) -> Self {
        Self {
            department_id: None,
            team_id: None,
            direct_manager_ids: None,
            ..self.clone()
        }
    }
}
