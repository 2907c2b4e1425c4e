//! Rust as a row of words, texts and marks: enough to find a call or a test however rustfmt broke
//! its lines, and to see neither comments nor what only tests have.

/// One of them, with its line from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// Where it stands.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: Kind<'t>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind<'t> {
    /// A name, keyword, number or lifetime.
    Word(&'t str),
    /// What stands between the quotes of a string, as it is written.
    Text(&'t str),
    /// Anything else.
    Mark(char),
}

impl<'t> Token<'t> {
    /// The word, if it is one.
    pub(crate) fn word(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The inside of the string, if it is one.
    pub(crate) fn text(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is this mark or word.
    pub(crate) fn is(&self, what: &str) -> bool {
        match self.kind {
            Kind::Word(word) => word == what,
            Kind::Mark(mark) => what.len() == mark.len_utf8() && what.starts_with(mark),
            Kind::Text(_) => false,
        }
    }
}

/// All tokens but the comments.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let (length, kind) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), None)
        } else if rest.starts_with("/*") {
            (block_comment(rest), None)
        } else if let Some((length, text)) = string(rest) {
            (length, Some(Kind::Text(text)))
        } else if let Some(length) = character(rest) {
            (length, Some(Kind::Text(&rest[1..length - 1])))
        } else if first == '\'' || is_of_word(first) {
            let length = word(rest);
            (length, Some(Kind::Word(&rest[..length])))
        } else {
            let kind = (!first.is_whitespace()).then_some(Kind::Mark(first));
            (first.len_utf8(), kind)
        };
        tokens.extend(kind.map(|kind| Token { line, kind }));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The same without the items that only tests have.
pub(crate) fn tokens_without_tests(source: &str) -> Vec<Token<'_>> {
    let all = tokens(source);
    let mut kept = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        if begins_with(&all[at..], &["#", "[", "cfg", "(", "test", ")", "]"]) {
            at += 7;
            // Up to the end of the item: its braces, or a semicolon without any.
            while at < all.len() && !all[at].is("{") && !all[at].is(";") {
                at += 1;
            }
            at = group_end(&all, at).unwrap_or(at) + 1;
        } else {
            kept.push(all[at]);
            at += 1;
        }
    }
    kept
}

/// Whether these marks and words come first.
pub(crate) fn begins_with(tokens: &[Token<'_>], wanted: &[&str]) -> bool {
    tokens.len() >= wanted.len()
        && tokens
            .iter()
            .zip(wanted)
            .all(|(token, wanted)| token.is(wanted))
}

/// Where the bracket that opens at this place closes; none if none opens there.
pub(crate) fn group_end(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let is_any = |token: &Token<'_>, marks: [&str; 3]| marks.iter().any(|mark| token.is(mark));
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if is_any(token, ["(", "[", "{"]) {
            depth += 1;
        } else if is_any(token, [")", "]", "}"]) {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 {
            return (at > open).then_some(at);
        }
    }
    None
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn word(rest: &str) -> usize {
    let lead = usize::from(rest.starts_with('\''));
    let inner = &rest[lead..];
    let length = inner.find(|letter| !is_of_word(letter));
    // A quote alone is no token of Rust, but must not stop us.
    (lead + length.unwrap_or(inner.len())).max(1)
}

/// The length of a comment that may hold others.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let (step, change) = match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (2, 1),
            [b'*', b'/', ..] => (2, -1),
            _ => (1, 0),
        };
        depth = depth.saturating_add_signed(change);
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// Length and inside of a string, raw or not, if one begins here.
fn string(rest: &str) -> Option<(usize, &str)> {
    let (raw, lead) = [
        ("br", true),
        ("cr", true),
        ("r", true),
        ("b", false),
        ("c", false),
    ]
    .into_iter()
    .find_map(|(prefix, raw)| {
        let behind = rest.strip_prefix(prefix)?;
        let quoted = behind.trim_start_matches('#').starts_with('"');
        (quoted && (raw || behind.starts_with('"'))).then_some((raw, prefix.len()))
    })
    .unwrap_or((false, 0));
    let hashes = if raw {
        rest[lead..].chars().take_while(|mark| *mark == '#').count()
    } else {
        0
    };
    let start = lead + hashes + 1;
    let inner = rest[lead + hashes..].strip_prefix('"')?;
    let length = if raw {
        inner.find(&format!("\"{}", "#".repeat(hashes)))
    } else {
        plain_end(inner, '"')
    };
    let length = length.unwrap_or(inner.len());
    let whole = (start + length + 1 + hashes).min(rest.len());
    Some((whole, &inner[..length]))
}

/// The length of `'a'` or `'\n'`, if one begins here and no lifetime.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let length = if inner.starts_with('\\') {
        plain_end(inner, '\'')?
    } else {
        let letter = inner.chars().next()?.len_utf8();
        inner[letter..].starts_with('\'').then_some(letter)?
    };
    Some(length + 2)
}

/// Where the quote stands that no backslash hides.
fn plain_end(inner: &str, quote: char) -> Option<usize> {
    let mut hidden = false;
    for (at, letter) in inner.char_indices() {
        if !hidden && letter == quote {
            return Some(at);
        }
        hidden = !hidden && letter == '\\';
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Kind, group_end, tokens, tokens_without_tests};

    fn texts(source: &str) -> Vec<&str> {
        tokens(source)
            .iter()
            .filter_map(super::Token::text)
            .collect()
    }

    #[test]
    fn comments_are_no_tokens_and_strings_hide_none() {
        let source = "/// \"a\"\n/* \"b\" /* */ */ f(\"c // \\\" d\"); // \"e\"";
        assert_eq!(texts(source), ["c // \\\" d"]);
    }

    #[test]
    fn raw_strings_end_at_their_own_quote() {
        assert_eq!(
            texts(r##"(r#"a " b"#, r"c\", b"d", '"', "e")"##),
            ["a \" b", "c\\", "d", "\"", "e"]
        );
    }

    #[test]
    fn lifetimes_are_no_open_quotes() {
        assert_eq!(texts("fn a<'t>(b: &'t str) -> char { '\\'' }"), ["\\'"]);
    }

    #[test]
    fn lines_are_counted_through_strings_and_comments() {
        let all = tokens("\"a\nb\"\n/*\n*/ c");
        assert_eq!(
            all.last().map(|token| (token.line, token.kind)),
            Some((4, Kind::Word("c")))
        );
    }

    #[test]
    fn what_only_tests_have_is_left_out() {
        let source = "a(); #[cfg(test)] mod tests { fn b() { c(); } } #[cfg(test)] use d; e();";
        let words: Vec<_> = tokens_without_tests(source)
            .iter()
            .filter_map(super::Token::word)
            .collect();
        assert_eq!(words, ["a", "e"]);
    }

    #[test]
    fn a_bracket_closes_behind_those_inside() {
        let all = tokens("f(a, (b), [c])");
        assert_eq!(group_end(&all, 1), Some(all.len() - 1));
        assert_eq!(group_end(&all, 0), None);
    }
}
