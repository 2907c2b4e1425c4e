//! The body that writes a person, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::UserChanges;
use eloomi_wire::RawJson;

/// The body, unless two of its fields contradict each other. Refused here, because the service
/// documents the first pair as forbidden and of the others nobody knows which field would win.
pub(crate) fn user_body(changes: &UserChanges) -> Result<Vec<u8>, RequestError> {
    let replaces = [
        ("direct_manager_ids", !changes.direct_manager_ids.is_keep()),
        (
            "direct_manager_employee_ids",
            !changes.direct_manager_employee_ids.is_keep(),
        ),
    ];
    let adds = [
        (
            "add_direct_manager_ids",
            !changes.add_direct_manager_ids.is_keep(),
        ),
        (
            "add_direct_manager_employee_ids",
            !changes.add_direct_manager_employee_ids.is_keep(),
        ),
    ];
    let set = |fields: [(&'static str, bool); 2]| {
        fields
            .into_iter()
            .find(|(_, is_set)| *is_set)
            .map(|(name, _)| name)
    };
    if !changes.department_id.is_keep() && !changes.department_code.is_keep() {
        return Err(contradiction("department_id", "department_code"));
    }
    if let (Some(replaces), Some(adds)) = (set(replaces), set(adds)) {
        return Err(contradiction(replaces, adds));
    }
    RawJson::from_serialize(changes)
        .map(|json| json.as_str().into())
        .map_err(|_| RequestError::new("body", "cannot be written as JSON"))
}

fn contradiction(one: &'static str, other: &'static str) -> RequestError {
    RequestError::new(
        one,
        format!("cannot go together with `{other}`: send one of them"),
    )
}
