//! A JSON body in its canonical form.

use std::fmt;

use crate::{ExchangeError, json_tree::Tree};

/// A JSON text, printed with two spaces a level and otherwise as it came.
///
/// Names keep their order and may stand twice; numbers and strings are copied as text, so
/// `1.0`, `1e2` and `"\u00e6"` stay what they are.
///
/// # Examples
///
/// ```
/// use eloomi_replay::Json;
///
/// let json = Json::parse(r#"{"id":1.0,"id":2,"tags":[]}"#)?;
/// assert_eq!(json.as_str(), "{\n  \"id\": 1.0,\n  \"id\": 2,\n  \"tags\": []\n}");
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(String);

impl Json {
    /// Reads and re-prints one JSON value (RFC 8259), nested at most 128 deep.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] if it is not JSON, with the line in `text`.
    pub fn parse(text: &str) -> Result<Self, ExchangeError> {
        let mut out = String::new();
        Tree::parse(text)?.print(0, &mut out);
        Ok(Self(out))
    }

    /// The text, without a final newline.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_is_not_is_refused_with_its_line() {
        let wrong = [
            ("", 1),
            ("{\n\"a\" 1}", 2),
            ("[1,\n2,\n]", 3),
            ("01", 1),
            ("1.", 1),
            ("+1", 1),
            ("nul", 1),
            ("\"a\nb\"", 1),
            ("\"\\x\"", 1),
            ("\"\\u12g4\"", 1),
            ("{}\n{}", 2),
            ("{'a': 1}", 1),
            ("\u{feff}{}", 1),
            ("[token]", 1),
        ];
        for (text, line) in wrong {
            assert_eq!(Json::parse(text).unwrap_err().line(), line, "{text:?}");
        }
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn printing_twice_changes_nothing() {
        let text = r#" { "a" : [ 1.50, -0, 2E+3, "\u00e6\/", { } ], "a" : null } "#;
        let once = Json::parse(text).unwrap();
        assert_eq!(Json::parse(once.as_str()).unwrap(), once);
        insta::assert_snapshot!(once, @r#"
        {
          "a": [
            1.50,
            -0,
            2E+3,
            "\u00e6\/",
            {}
          ],
          "a": null
        }
        "#);
    }
}
