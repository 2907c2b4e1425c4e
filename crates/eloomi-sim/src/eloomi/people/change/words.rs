//! Fields that are one text each, and the few that are nearly so.

use serde_json::Value;

use super::super::Person;
use super::super::newcomer::{LANGUAGE, PERMISSION};
use crate::behaviours;
use crate::eloomi::fields::Fields;
use crate::eloomi::moment;
use crate::eloomi::refused::Refused;
use crate::json::Json;

pub(super) fn change(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    let places = [
        ("first_name", &mut person.first_name),
        ("last_name", &mut person.last_name),
        // `behaviours::EMPLOYEE_ID_FREE`
        ("employee_id", &mut person.employee_id),
        ("username", &mut person.username),
        ("title", &mut person.title),
        ("phone", &mut person.phone),
        ("mobile_phone", &mut person.mobile),
        ("personal_email", &mut person.personal_email),
        ("gender", &mut person.gender),
        ("generic_role", &mut person.generic_role),
        ("initials", &mut person.initials),
        ("legal", &mut person.legal),
        ("country", &mut person.country),
        ("location", &mut person.location),
    ];
    for (name, place) in places {
        fields.text(name, place)?;
    }
    level(person, fields)?;
    birthday(person, fields)?;
    language(person, fields)?;
    let mut permission = Some(std::mem::take(&mut person.user_permission));
    fields.text("user_permission", &mut permission)?;
    person.user_permission = permission.unwrap_or_else(|| PERMISSION.to_owned());
    Ok(())
}

/// Text or a whole number, and shown as it came.
fn level(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    person.level = match fields.get("level") {
        None => return Ok(()),
        Some(Value::Null) => Json::Null,
        Some(value) if value.is_string() || value.is_i64() || value.is_u64() => {
            Json::Given(value.clone())
        }
        Some(_) => return Err(Refused::wrong_type("level")),
    };
    Ok(())
}

/// Shown as it came, in one of the `behaviours::BIRTHDAY_FORMS`.
fn birthday(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    let mut birthday = person.birthday.take();
    fields.text("birthday", &mut birthday)?;
    person.birthday = birthday.filter(|text| !text.is_empty());
    let valid = |text: &String| moment::with_time(text).is_some();
    if fields.get("birthday").is_none() || person.birthday.as_ref().is_none_or(valid) {
        Ok(())
    } else {
        let cause = "The birthday is no date.";
        Err(Refused::new(cause, &behaviours::DATE_BAD))
    }
}

/// `behaviours::LANGUAGE_WRITTEN`.
fn language(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    let (own, _) = person
        .language
        .split_once('-')
        .unwrap_or((&person.language, ""));
    let mut code = Some(own.to_owned());
    let mut region = None;
    fields.text("language_code", &mut code)?;
    fields.text("language_iso", &mut region)?;
    let sent = |name| fields.get(name).is_some();
    if sent("language_code") || sent("language_iso") {
        let is_set = |text: &String| !text.is_empty();
        let code = code.filter(is_set).unwrap_or_else(|| LANGUAGE.to_owned());
        person.language = match region.filter(is_set) {
            Some(region) => format!("{code}-{region}"),
            None => code,
        };
    }
    Ok(())
}
