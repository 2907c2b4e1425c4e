//! Percent-encoding of what is not unreserved (RFC 3986 §2.3): for Basic, and for a browser's URL.
//!
//! A space is `%20`, which every decoder reads alike.

use std::fmt::Write as _;

/// The text, encoded.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn only_what_is_unreserved_stays() {
        assert_eq!(encoded("aZ09-._~"), "aZ09-._~");
        assert_eq!(encoded("a:b c+%ø"), "a%3Ab%20c%2B%25%C3%B8");
    }
}
