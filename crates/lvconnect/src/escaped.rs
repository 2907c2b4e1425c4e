//! Names that the service escaped as for HTML.

/// The text that was escaped, as the framework behind the service does it: all but letters, digits
/// and a few marks are `&#x5b;`, `&#x0000;` or a name. What is no escape stays.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let escape = rest.find(';').map(|end| (&rest[1..end], &rest[end + 1..]));
        if let Some((meant, after)) = escape.and_then(|(name, after)| Some((meant(name)?, after))) {
            out.push(meant);
            rest = after;
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The character that an escape stands for.
fn meant(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_by_number_and_by_name_are_undone_once() {
        assert_eq!(unescaped("ids&#x5b;&#x5d;"), "ids[]");
        assert_eq!(
            unescaped("&#233;t&#xe9; &lt;b&gt; &amp;amp;"),
            "été <b> &amp;"
        );
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in ["", "a & b", "&;", "&#x110000;", "&#+5;x", "&nbsp;", "&#x"] {
            let same = unescaped(text);
            assert_eq!(same, text.replace("&#+5;", "\u{5}"), "{text}");
        }
    }
}
