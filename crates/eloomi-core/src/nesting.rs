//! How deep a JSON text nests, and whether it ends.

/// What the brackets of a JSON text tell, without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Nesting {
    /// How many brackets are open at once at most.
    pub(crate) deepest: usize,
    /// Whether some are still open at the end, or a text is.
    pub(crate) is_open: bool,
}

impl Nesting {
    /// Looks at brackets outside of texts and at nothing else, so it never recurses: 100,000
    /// levels cost what 100,000 bytes cost.
    pub(crate) fn of(json: &[u8]) -> Self {
        let (mut open, mut deepest) = (0usize, 0);
        let (mut in_text, mut escaped) = (false, false);
        for byte in json {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = in_text,
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => {
                    open += 1;
                    deepest = deepest.max(open);
                }
                b'}' | b']' if !in_text => open = open.saturating_sub(1),
                _ => {}
            }
        }
        Self {
            deepest,
            is_open: open > 0 || in_text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nesting(json: &str) -> (usize, bool) {
        let Nesting { deepest, is_open } = Nesting::of(json.as_bytes());
        (deepest, is_open)
    }

    #[test]
    fn brackets_are_counted_while_they_are_open() {
        assert_eq!(nesting(r#"{"a":[1,[2]],"b":{}}"#), (3, false));
        assert_eq!(nesting("12"), (0, false));
        assert_eq!(nesting(&"[".repeat(100_000)), (100_000, true));
    }

    #[test]
    fn brackets_in_texts_do_not_count() {
        assert_eq!(nesting(r#"["[{\"[", "\\"]"#), (1, false));
        assert_eq!(nesting(r#"[["]]]", [1]]]"#), (3, false));
    }

    #[test]
    fn a_text_that_stops_too_soon_is_open() {
        for cut in [r#"{"a":1"#, r#"[{"a":1}"#, r#"{"a":"b"#, r#"{"a":"b\"}"#] {
            assert!(nesting(cut).1, "{cut}");
        }
    }

    #[test]
    fn a_bracket_too_many_is_not_open() {
        assert_eq!(nesting("]}[]"), (1, false));
    }
}
