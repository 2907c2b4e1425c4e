//! What a body that writes a person may not hold, and whether it may be sent twice.

use eloomi_core::{Repeat, RequestError};
use eloomi_model::UserChanges;

/// The body, unless two of its fields contradict each other. Refused here, because the service
/// documents the first pair as forbidden and of the others nobody knows which field would win.
pub(crate) fn body(changes: &UserChanges) -> Result<Vec<u8>, RequestError> {
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
    eloomi_wire::RawJson::from_serialize(changes)
        .map(|json| json.as_str().into())
        .map_err(|_| RequestError::new("body", "cannot be written as JSON"))
}

fn contradiction(one: &'static str, other: &'static str) -> RequestError {
    RequestError::new(
        one,
        format!("cannot go together with `{other}`: send one of them"),
    )
}

/// Whether an update has the same effect twice: not if it adds to a list, or may send mail.
pub(crate) fn repeat(changes: &UserChanges) -> Repeat {
    let adds = !changes.add_direct_manager_ids.is_keep()
        || !changes.add_direct_manager_employee_ids.is_keep();
    let mails = changes
        .activate
        .value()
        .is_some_and(eloomi_model::Activation::may_send_mail);
    if adds || mails {
        Repeat::Never
    } else {
        Repeat::Idempotent
    }
}
