//! One person, and how the answers show one.

use std::fmt;

use crate::eloomi::switches::Spelling;
use crate::json::Json;

/// Where a person stands: what `mode` of the user list sorts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PersonState {
    /// Not activated yet.
    Pending,
    /// Activated, and neither gone nor suspended.
    Active,
    /// Gone: the employment has ended.
    Inactive,
    /// Suspended.
    Suspended,
}

/// How a test can address one of the invented people.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Someone {
    /// Id at eloomi.
    pub id: u64,
    /// The customer's own id, if there is one.
    pub employee_id: Option<String>,
    /// Mail address, if there is one.
    pub email: Option<String>,
    /// Where the person stands.
    pub state: PersonState,
}

// The people are invented, but what prints them would print real ones too.
impl fmt::Debug for Someone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Someone")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Text that may be unset, which the service shows as null or as empty text.
pub(crate) type MaybeText = Option<String>;

#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: u64,
    pub(crate) state: PersonState,
    pub(crate) first_name: MaybeText,
    pub(crate) last_name: MaybeText,
    pub(crate) employee_id: MaybeText,
    pub(crate) email: MaybeText,
    pub(crate) username: MaybeText,
    pub(crate) activated_at: MaybeText,
    pub(crate) gender: MaybeText,
    pub(crate) birthday: MaybeText,
    pub(crate) department_id: Option<Vec<u64>>,
    pub(crate) user_permission: String,
    pub(crate) start_of_employment: MaybeText,
    pub(crate) end_of_employment: MaybeText,
    pub(crate) personal_email: MaybeText,
    pub(crate) title: MaybeText,
    pub(crate) phone: MaybeText,
    pub(crate) mobile: MaybeText,
    pub(crate) language: String,
    pub(crate) access_groups: Json,
    pub(crate) country: MaybeText,
    pub(crate) location: MaybeText,
    pub(crate) generic_role: MaybeText,
    pub(crate) timezone: MaybeText,
    pub(crate) legal: MaybeText,
    pub(crate) level: Json,
    pub(crate) initials: MaybeText,
    pub(crate) sub_company: MaybeText,
    pub(crate) skill_level: MaybeText,
    pub(crate) salary_id: Json,
    pub(crate) team_id: Option<Vec<u64>>,
    pub(crate) direct_manager_ids: Option<Vec<u64>>,
    pub(crate) custom_attributes: Json,
}

impl Person {
    /// The person as the answers show one, in the order of the reference, with
    /// `behaviours::TWO_SPELLINGS` of three names and `behaviours::LIST_OR_NULL` for ids.
    pub(crate) fn shown(&self, spelling: Spelling) -> Json {
        let (start, end, mobile) = match spelling {
            Spelling::At => (
                "start_of_employment_at",
                "end_of_employment_at",
                "mobile_phone",
            ),
            Spelling::Reference => ("start_of_employment", "end_of_employment", "mobile"),
        };
        Json::Object(vec![
            ("id", self.id.into()),
            ("first_name", self.first_name.clone().into()),
            ("last_name", self.last_name.clone().into()),
            ("employee_id", self.employee_id.clone().into()),
            ("email", self.email.clone().into()),
            ("username", self.username.clone().into()),
            ("activated_at", self.activated_at.clone().into()),
            ("gender", self.gender.clone().into()),
            ("birthday", self.birthday.clone().into()),
            ("department_id", self.department_id.clone().into()),
            ("user_permission", self.user_permission.clone().into()),
            (start, self.start_of_employment.clone().into()),
            (end, self.end_of_employment.clone().into()),
            ("personal_email", self.personal_email.clone().into()),
            ("title", self.title.clone().into()),
            ("phone", self.phone.clone().into()),
            (mobile, self.mobile.clone().into()),
            ("language", self.language.clone().into()),
            ("access_groups", self.access_groups.clone()),
            ("country", self.country.clone().into()),
            ("location", self.location.clone().into()),
            ("generic_role", self.generic_role.clone().into()),
            ("timezone", self.timezone.clone().into()),
            ("legal", self.legal.clone().into()),
            ("level", self.level.clone()),
            ("initials", self.initials.clone().into()),
            ("sub_company", self.sub_company.clone().into()),
            ("skill_level", self.skill_level.clone().into()),
            ("salary_id", self.salary_id.clone()),
            ("team_id", self.team_id.clone().into()),
            ("direct_manager_ids", self.direct_manager_ids.clone().into()),
            ("custom_attributes", self.custom_attributes.clone()),
        ])
    }

    pub(crate) fn keys(&self) -> Someone {
        Someone {
            id: self.id,
            employee_id: self.employee_id.clone(),
            email: self.email.clone(),
            state: self.state,
        }
    }

    pub(crate) fn is_in_team(&self, team: u64) -> bool {
        let teams = self.team_id.as_ref();
        teams.is_some_and(|teams| teams.contains(&team))
    }
}
