//! A course and a person, whom the two writes of an assignment address.

use super::key::Keys;
use crate::behaviours;
use crate::eloomi::company::Company;
use crate::eloomi::refused::Refused;

pub(super) const PATH: &str = "/v3/courses/{course_id}/participants/{user_id}";

/// Their ids, if both are there: `behaviours::COURSE_OR_USER_UNKNOWN`.
pub(super) fn find(company: &Company, keys: &Keys) -> Result<(u64, u64), Refused> {
    let ids = keys.find(|(course, user)| {
        let course = company.courses.by_key(course)?.id;
        Some((course, company.people.by_key(user)?.id))
    });
    ids.ok_or_else(|| {
        let cause = "There is no such course or user.";
        Refused::new(cause, &behaviours::COURSE_OR_USER_UNKNOWN)
    })
}
