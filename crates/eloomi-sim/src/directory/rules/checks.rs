//! The check of one value that is there.

use super::failure::Found;
use super::number::{self, LARGEST};
use super::object;
use super::{Form, Kind, List, Text};
use crate::directory::given::Given;
use crate::directory::{email, instant, phone};

/// The value, converted.
pub(super) fn value(given: Given, label: &str, kind: &Kind) -> Result<Given, Found> {
    match kind {
        Kind::Any => Ok(given),
        Kind::Text(rule) => text(given, label, rule),
        Kind::Number(least, most) => number(&given, label, *least, *most),
        Kind::Date => date(&given, label),
        Kind::List(rule) => list(given, label, rule),
        Kind::Object(rules) => object::named(given, label, rules, false).map(Given::Object),
    }
}

fn text(given: Given, label: &str, rule: &Text) -> Result<Given, Found> {
    let Given::Text(text) = given else {
        return Err(Found::new(label, "must be a string"));
    };
    let one_of = rule.one_of;
    if one_of.contains(&text.as_str()) {
        return Ok(Given::Text(text));
    }
    if text.is_empty() {
        return Err(Found::new(label, "is not allowed to be empty"));
    }
    if !one_of.is_empty() {
        let what = format!("must be one of [{}]", one_of.join(", "));
        return Err(Found::new(label, what));
    }
    // JavaScript counts in units of UTF-16.
    let length = text.encode_utf16().count();
    if length < rule.shortest {
        let shortest = rule.shortest;
        let what = format!("length must be at least {shortest} characters long");
        return Err(Found::new(label, what));
    }
    if let Some(longest) = rule.longest.filter(|longest| length > *longest) {
        let what = format!("length must be less than or equal to {longest} characters long");
        return Err(Found::new(label, what));
    }
    match rule.form {
        Form::Email if !email::is_valid(&text) => Err(Found::new(label, "must be a valid email")),
        Form::Phone if phone::formatted(&text).is_none() => Err(Found::new(
            label,
            "needs to be a proper french phone number",
        )),
        _ => Ok(Given::Text(text)),
    }
}

fn number(given: &Given, label: &str, least: f64, most: Option<f64>) -> Result<Given, Found> {
    let number = match given {
        Given::Number(number) => Some(*number),
        Given::Text(text) => number::read(text),
        _ => None,
    };
    let Some(number) = number else {
        return Err(Found::new(label, "must be a number"));
    };
    if number.abs() > LARGEST {
        return Err(Found::new(label, "must be a safe number"));
    }
    if number < least {
        let what = format!("must be larger than or equal to {least}");
        return Err(Found::new(label, what));
    }
    if let Some(most) = most.filter(|most| number > *most) {
        let what = format!("must be less than or equal to {most}");
        return Err(Found::new(label, what));
    }
    Ok(Given::Number(number))
}

fn date(given: &Given, label: &str) -> Result<Given, Found> {
    let instant = given.text().and_then(instant::read);
    match instant {
        Some(instant) => Ok(Given::Text(instant::written(instant))),
        None => Err(Found::new(label, "must be a valid ISO 8601 date")),
    }
}

fn list(given: Given, label: &str, rule: &List) -> Result<Given, Found> {
    let read = match &given {
        Given::Text(text) => Given::read(text.as_bytes()),
        _ => None,
    };
    let items = match (read, given) {
        (Some(Given::List(items)), _) | (_, Given::List(items)) => items,
        (_, given) if rule.single => {
            let item = text(given, label, &rule.items);
            vec![item.map_err(|found| found.single(label))?]
        }
        _ => return Err(Found::new(label, "must be an array")),
    };
    let check = |(position, item): (usize, Given)| {
        let checked = text(item, &position.to_string(), &rule.items);
        checked.map_err(|found| found.at(label, position))
    };
    let items: Vec<Given> = items
        .into_iter()
        .enumerate()
        .map(check)
        .collect::<Result<_, _>>()?;
    if items.len() < rule.fewest {
        let what = format!("must contain at least {} items", rule.fewest);
        return Err(Found::new(label, what));
    }
    Ok(Given::List(items))
}
