//! The body of a request as the journal keeps it: without secrets.

use std::fmt;

use http::HeaderMap;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::eloomi::fields::Kind;

/// A longer body is not kept.
const LONGEST: usize = 64 * 1024;

/// Fields whose value is never kept. The client's secret has no business here, but a wrong
/// base URL could bring it.
const SECRETS: [&str; 2] = ["password", "client_secret"];

const MASK: &str = "***";

#[derive(Clone, Default)]
pub(super) struct KeptBody(Option<String>);

impl KeptBody {
    /// Only what can be read can be freed from secrets, so the rest is not kept.
    pub(super) fn of(headers: &HeaderMap, body: &[u8]) -> Self {
        let text = std::str::from_utf8(body).ok();
        let text = text.filter(|text| !text.is_empty() && text.len() <= LONGEST);
        Self(text.and_then(|text| match Kind::of(headers)? {
            Kind::Json => json(text),
            Kind::Form => Some(form(text)),
        }))
    }

    pub(super) fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

// Whoever prints a journal should not print people.
impl fmt::Debug for KeptBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => f.write_str("None"),
            Some(text) => write!(f, "{} bytes", text.len()),
        }
    }
}

/// An object as it came, but put together anew if there is a secret in it.
fn json(text: &str) -> Option<String> {
    let Members(members) = serde_json::from_str(text).ok()?;
    if !members.iter().any(|(name, _)| is_secret(name)) {
        return Some(text.to_owned());
    }
    let members: Vec<_> = members
        .iter()
        .map(|(name, value)| {
            let value = value.get();
            let mask = Value::from(MASK).to_string();
            let value = if is_secret(name) { &mask } else { value };
            format!("{}:{value}", Value::from(name.as_str()))
        })
        .collect();
    Some(format!("{{{}}}", members.join(",")))
}

fn form(text: &str) -> String {
    let masked = |pair: &str| {
        let name = form_urlencoded::parse(pair.as_bytes()).next();
        let name = name.filter(|(name, _)| is_secret(name))?.0;
        Some(format!("{name}={MASK}"))
    };
    let pairs = text.split('&');
    let pairs: Vec<_> = pairs
        .map(|pair| masked(pair).unwrap_or_else(|| pair.to_owned()))
        .collect();
    pairs.join("&")
}

fn is_secret(name: &str) -> bool {
    SECRETS.contains(&name)
}

/// The members of an object in their order, one that comes twice included.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collect)
    }
}

struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use http::header::CONTENT_TYPE;

    use super::*;

    fn kept(content_type: &'static str, body: &str) -> Option<String> {
        let value = HeaderValue::from_static(content_type);
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, value)]);
        let kept = KeptBody::of(&headers, body.as_bytes());
        kept.text().map(str::to_owned)
    }

    #[test]
    fn json_stays_as_it_came() {
        let body = "{ \"title\" : \"\\u00f8\", \"a\": 1.50 }";
        assert_eq!(kept("application/json", body).as_deref(), Some(body));
    }

    #[test]
    fn secrets_in_json_are_masked() {
        let body = r#"{"password":"a","b":[1],"pass\u0077ord":{"c":2},"client_secret":"d"}"#;
        let masked = r#"{"password":"***","b":[1],"password":"***","client_secret":"***"}"#;
        assert_eq!(kept("application/json", body).as_deref(), Some(masked));
    }

    #[test]
    fn secrets_in_forms_are_masked() {
        let masked = kept("application/x-www-form-urlencoded", "a=%20&pass%77ord=b&c");
        assert_eq!(masked.as_deref(), Some("a=%20&password=***&c"));
    }

    #[test]
    fn what_cannot_be_read_is_not_kept() {
        for (content_type, body) in [
            ("application/json", r#"{"password":"a""#),
            ("application/json", r#"["password"]"#),
            ("multipart/form-data; boundary=b", "password"),
            ("text/plain", "password"),
        ] {
            assert_eq!(kept(content_type, body), None, "{content_type} {body}");
        }
    }
}
