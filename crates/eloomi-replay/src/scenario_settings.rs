//! What `scenario.toml` says.

use std::fmt::{self, Write as _};

use serde::Deserialize;

use crate::ExchangeError;

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) description: String,
    #[serde(default)]
    pub(crate) ordered: bool,
}

impl Settings {
    /// Reads a file's text.
    pub(crate) fn parse(text: &str) -> Result<Self, ExchangeError> {
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let before = text.as_bytes().iter().take(at);
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            ExchangeError::new(line, error.message().to_owned())
        })
    }
}

impl fmt::Display for Settings {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("description = \"")?;
        for c in self.description.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                '\n' => f.write_str("\\n")?,
                '\0'..='\u{1f}' | '\u{7f}' => write!(f, "\\u{:04x}", u32::from(c))?,
                _ => f.write_char(c)?,
            }
        }
        writeln!(f, "\"\nordered = {}", self.ordered)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_printed_is_read_as_it_was(description: String, ordered: bool) {
            let settings = Settings { description, ordered };
            let text = settings.to_string();
            prop_assert_eq!(Settings::parse(&text), Ok(settings), "{}", text);
        }

        #[test]
        fn no_text_makes_the_reader_panic(text: String) {
            let _ = Settings::parse(&text);
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, line) in [
            ("ordered = true\n", 1),
            ("description = \"a\"\nordered = 1\n", 2),
            ("description = \"a\"\n\nordred = true\n", 3),
            ("description = \"a\n", 1),
        ] {
            assert_eq!(Settings::parse(text).unwrap_err().line(), line, "{text}");
        }
    }
}
