//! Objects: their known members in the order of the rules, then the unknown ones.

use super::checks;
use super::failure::Found;
use super::{Kind, Rule};
use crate::directory::given::{Given, Members};

/// The members, converted. An object may come as JSON text.
pub(super) fn check(given: Given, rules: &[Rule], unknown_is_fine: bool) -> Result<Members, Found> {
    named(given, "value", rules, unknown_is_fine)
}

pub(super) fn named(
    given: Given,
    label: &str,
    rules: &[Rule],
    unknown_is_fine: bool,
) -> Result<Members, Found> {
    let read = match &given {
        Given::Text(text) if text.trim_start().starts_with('{') => Given::read(text.as_bytes()),
        _ => None,
    };
    let Given::Object(mut members) = read.unwrap_or(given) else {
        return Err(Found::new(label, "must be an object"));
    };
    for rule in rules {
        let value = members.take(rule.name);
        let checked = member(value, rule).map_err(|found| found.within(rule.name))?;
        if let Some(value) = checked {
            members.put(rule.name.to_owned(), value);
        }
    }
    let known = |name: &str| rules.iter().any(|rule| rule.name == name);
    let unknown: Vec<&str> = members
        .names()
        .into_iter()
        .filter(|name| !known(name))
        .collect();
    if !unknown.is_empty() && !unknown_is_fine {
        return Err(Found::unknown(&unknown));
    }
    Ok(members)
}

/// The value of one member; `None` if it counts as absent.
fn member(value: Option<Given>, rule: &Rule) -> Result<Option<Given>, Found> {
    let absent = |value: &Given| match rule.kind {
        Kind::Text(text) => text.empty_is_absent && value.text() == Some(""),
        _ => false,
    };
    match value.filter(|value| !absent(value)) {
        None if rule.is_required => Err(Found::new(rule.name, "is required")),
        None => Ok(None),
        Some(Given::Null) if rule.nullable => Ok(Some(Given::Null)),
        Some(value) => checks::value(value, rule.name, &rule.kind).map(Some),
    }
}
