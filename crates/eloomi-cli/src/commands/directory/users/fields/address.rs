//! `--address PART=TEXT`.

use std::collections::BTreeMap;

use eloomi::wire::RawJson;

use crate::fields::encoded;

/// The parts of an address: names as they are typed, and on the wire.
const PARTS: [(&str, &str); 3] = [
    ("street", "street"),
    ("zip-code", "zipCode"),
    ("city", "city"),
];

/// An address of its parts, each once.
pub(super) fn address(typed: &[String]) -> Result<RawJson, &'static str> {
    let mut address = BTreeMap::new();
    for part in typed {
        let (name, text) = part
            .split_once('=')
            .filter(|(_, text)| !text.is_empty())
            .ok_or("takes PART=TEXT")?;
        let (_, name) = PARTS
            .iter()
            .find(|(part, _)| *part == name)
            .ok_or("has the parts street, zip-code and city")?;
        if address.insert(*name, text).is_some() {
            return Err("takes each part once");
        }
    }
    encoded(&address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[&str]) -> Result<String, &'static str> {
        let parts: Vec<_> = parts.iter().map(ToString::to_string).collect();
        address(&parts).map(|json| json.as_str().into())
    }

    #[test]
    fn its_parts_may_hold_commas_and_equals_signs() {
        let json = of(&["street=2, rue = A", "zip-code=69001"]).unwrap();
        assert_eq!(json, r#"{"street":"2, rue = A","zipCode":"69001"}"#);
    }

    #[test]
    fn what_is_no_part_is_refused_and_not_quoted() {
        assert_eq!(
            of(&["Canary=x"]).unwrap_err(),
            "has the parts street, zip-code and city"
        );
        assert!(of(&["city="]).is_err());
        assert!(of(&["city"]).is_err());
        assert!(of(&["city=Lyon", "city=Paris"]).is_err());
    }
}
