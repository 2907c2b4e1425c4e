//! Text as the service escapes it for HTML, although it stands in JSON.

use std::fmt::Write as _;

/// Letters, digits and a few signs stay.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        let letter = u8::try_from(unit).ok().map(char::from);
        // Writing to a String cannot fail.
        let _ = match letter {
            Some(safe) if safe.is_ascii_alphanumeric() || " .,-:_".contains(safe) => {
                out.push(safe);
                Ok(())
            }
            Some('&') => out.write_str("&amp;"),
            Some('<') => out.write_str("&lt;"),
            Some('>') => out.write_str("&gt;"),
            Some('"') => out.write_str("&quot;"),
            Some('\u{a0}') => out.write_str("&nbsp;"),
            Some(_) => write!(out, "&#x{unit:02x};"),
            None => write!(out, "&#{unit};"),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn signs_are_escaped_and_names_are_not() {
        assert_eq!(escaped("ids[0]"), "ids&#x5b;0&#x5d;");
        assert_eq!(escaped("address.zip_code-1"), "address.zip_code-1");
        assert_eq!(escaped("<é€>"), "&lt;&#xe9;&#8364;&gt;");
    }
}
