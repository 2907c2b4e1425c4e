//! Text from elsewhere, made harmless for a terminal.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

/// Whether a terminal obeys the character instead of showing it: C0, DEL and C1 controls (a
/// terminal's escape sequences begin with one), line separators, and the marks that turn the
/// direction of what follows.
pub(crate) fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{061c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// The text with its control characters as `\n`, `\t` or `\u{1b}`.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    replace(text, is_control, |character, out| {
        write!(out, "{}", character.escape_debug())
    })
}

/// The text with its control characters escaped, but for line ends and tabs.
pub(crate) fn escape_lines(text: &str) -> Cow<'_, str> {
    let is_replaced = |character| is_control(character) && !matches!(character, '\n' | '\t');
    replace(text, is_replaced, |character, out| {
        write!(out, "{}", character.escape_debug())
    })
}

/// JSON text in one line, with its control characters as JSON escapes: the same value, in
/// other words.
///
/// `serde_json` escapes C0 alone; what else is a control character stands only inside of
/// strings, where an escape means the same. Line ends stand only between values, in JSON that
/// is passed on as it came, where a space means the same.
pub(crate) fn escape_json(json: &str) -> Cow<'_, str> {
    replace(json, is_control, |character, out| match character {
        '\n' | '\r' | '\t' => out.write_char(' '),
        // All of them are in the basic plane: one unit each.
        _ => write!(out, "\\u{:04x}", u32::from(character)),
    })
}

fn replace(
    text: &str,
    is_replaced: impl Fn(char) -> bool,
    write: impl Fn(char, &mut String) -> fmt::Result,
) -> Cow<'_, str> {
    if !text.contains(&is_replaced) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if !is_replaced(character) || write(character, &mut out).is_err() {
            out.push(character);
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_left_alone() {
        assert!(matches!(escape("Bjørn 山田 🎈"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        assert_eq!(escape("\u{1b}[31m\n\t"), "\\u{1b}[31m\\n\\t");
        assert_eq!(escape("a\u{9b}2J"), "a\\u{9b}2J");
        assert_eq!(
            escape("\u{202e}gpj.exe\u{2069}"),
            "\\u{202e}gpj.exe\\u{2069}"
        );
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(escape_lines("a\n\tb\r\u{9b}2J\n"), "a\n\tb\\r\\u{9b}2J\n");
    }

    #[test]
    fn escaped_json_is_the_same_value() {
        let json = "{\"name\":\"a\u{9b}\u{202e}\u{7f}é\"}";
        let escaped = escape_json(json);
        assert_eq!(escaped, "{\"name\":\"a\\u009b\\u202e\\u007fé\"}");
        let before: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&escaped).unwrap(),
            before
        );
    }
}
