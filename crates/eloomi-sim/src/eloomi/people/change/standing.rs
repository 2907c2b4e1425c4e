//! Employment and activation, and the state that follows.

use std::time::Duration;

use serde_json::Value;

use super::super::{Person, PersonState};
use crate::behaviours;
use crate::eloomi::fields::Fields;
use crate::eloomi::moment;
use crate::eloomi::refused::Refused;

pub(super) fn change(person: &mut Person, fields: &Fields, now: Duration) -> Result<(), Refused> {
    let now = moment::after_1970(now);
    let start = &mut person.start_of_employment;
    date(fields, "start_of_employment_at", start)?;
    match wish(fields)? {
        None => {}
        Some(false) => person.state = PersonState::Inactive,
        // `behaviours::ACTIVATED_AT_ONCE`
        Some(true) => {
            person.state = PersonState::Active;
            person.activated_at.get_or_insert_with(|| now.clone());
        }
    }
    date(
        fields,
        "end_of_employment_at",
        &mut person.end_of_employment,
    )?;
    // `behaviours::END_OF_EMPLOYMENT`; text of one form compares as the moments do.
    let sent = fields.get("end_of_employment_at").is_some();
    if sent
        && person
            .end_of_employment
            .as_ref()
            .is_some_and(|end| *end <= now)
    {
        person.state = PersonState::Inactive;
    }
    Ok(())
}

/// Whether to activate or to deactivate: `behaviours::ACTIVATE`.
fn wish(fields: &Fields) -> Result<Option<bool>, Refused> {
    let sent = match fields.get("activate") {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    match sent.as_str() {
        "standard" | "company_default" | "pre_generated_password" | "instant" | "true" | "1" => {
            Ok(Some(true))
        }
        "deactivate" | "false" | "0" => Ok(Some(false)),
        _ => {
            let cause = "The value of activate is unknown.";
            Err(Refused::new(cause, &behaviours::ACTIVATE_BAD))
        }
    }
}

fn date(fields: &Fields, name: &'static str, place: &mut Option<String>) -> Result<(), Refused> {
    let mut sent = None;
    fields.text(name, &mut sent)?;
    if fields.get(name).is_none() {
        return Ok(());
    }
    *place = match sent.as_deref() {
        None | Some("") => None,
        Some(text) => Some(moment::with_time(text).ok_or_else(|| {
            let cause = format!("The value of {name} is no date.");
            Refused::new(cause, &behaviours::DATE_BAD)
        })?),
    };
    Ok(())
}
