//! One parameter of a query.

use std::borrow::Cow;

/// The last value of a parameter, unless empty: `behaviours::LIST_EMPTY_PARAMETER`.
pub(crate) fn parameter<'q>(query: &'q str, name: &str) -> Option<Cow<'q, str>> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let last = pairs.filter(|(own, _)| own == name).last();
    last.map(|(_, value)| value)
        .filter(|value| !value.is_empty())
}
