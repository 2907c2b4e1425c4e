//! The methods that a request may have.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use eloomi::http::Method;

/// Those of RFC 9110 §9.3 but CONNECT and TRACE, which no resource answers.
const METHODS: [&str; 7] = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/// Reads one.
pub(super) fn parser() -> impl TypedValueParser<Value = Method> {
    PossibleValuesParser::new(METHODS)
        .try_map(|method| method.to_ascii_uppercase().parse::<Method>())
}

/// Whether its fields are a body. RFC 9110 §9.3 defines none for the others, and a DELETE has one
/// only where it is given as such.
pub(super) fn has_body(method: &Method) -> bool {
    !method.is_safe() && *method != Method::DELETE
}
