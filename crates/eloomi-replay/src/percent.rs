//! Percent-encoding in its one normal form: all but the unreserved (RFC 3986 §2.3), in
//! upper-case hex.

use crate::Placeholder;

/// Encodes what is not unreserved.
fn encode(byte: u8, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
        out.push(char::from(byte));
    } else {
        out.push('%');
        out.push(char::from(HEX[usize::from(byte >> 4)]));
        out.push(char::from(HEX[usize::from(byte & 15)]));
    }
}

/// The byte that a `%` and two digits stand for.
fn triplet(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else {
        return None;
    };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}

/// What `text` stands for, and whether `+` is a space there.
fn decode_bytes(text: &str, plus_is_space: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if let Some(byte) = triplet(rest) {
            out.push(byte);
            rest = &rest[3..];
        } else {
            let space = plus_is_space && *first == b'+';
            out.push(if space { b' ' } else { *first });
            rest = tail;
        }
    }
    out
}

/// A plain text, encoded.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        encode(byte, &mut out);
    }
    out
}

/// A plain text, encoded, unless all of it is a placeholder.
#[cfg(feature = "redact")]
pub(crate) fn encoded_but_placeholder(text: &str) -> String {
    if Placeholder::ALL.iter().any(|it| it.text() == text) {
        return text.to_owned();
    }
    encoded(text)
}

/// A path segment in normal form.
pub(crate) fn segment(text: &str) -> String {
    let mut out = String::new();
    for byte in decode_bytes(text, false) {
        encode(byte, &mut out);
    }
    out
}

/// A key or value of a query or form in normal form. `+` was a space.
pub(crate) fn component(text: &str) -> String {
    let mut out = String::new();
    for byte in decode_bytes(text, true) {
        encode(byte, &mut out);
    }
    out
}

/// The same for a text of a file, where a placeholder stands as it is.
pub(crate) fn recorded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, placeholder, after)) = Placeholder::find(rest) {
        out.push_str(&component(before));
        out.push_str(placeholder.text());
        rest = after;
    }
    out.push_str(&component(rest));
    out
}

/// What a normal form stands for, as text: for showing and for placeholders.
pub(crate) fn decoded(text: &str) -> String {
    String::from_utf8_lossy(&decode_bytes(text, false)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_text_has_one_normal_form() {
        for text in ["a b*", "a+b%2a", "%61%20b%2A", "a%20b*"] {
            assert_eq!(component(text), "a%20b%2A");
        }
        assert_eq!(component("100%"), "100%25");
        assert_eq!(segment("a+b@c"), "a%2Bb%40c");
        assert_eq!(component("%ff"), "%FF");
    }

    #[test]
    fn a_placeholder_stands_as_it_is_and_other_brackets_do_not() {
        assert_eq!(recorded("[client-id]"), "[client-id]");
        assert_eq!(recorded("a[token]b[tok]"), "a[token]b%5Btok%5D");
        assert_eq!(component("[client-id]"), "%5Bclient-id%5D");
    }
}
