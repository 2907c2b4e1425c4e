//! Whether two JSON texts say the same, placeholders aside.

use std::cmp::Ordering;

use crate::{Difference, json_tree::Tree, template::fits};

/// What the sides are called: `recorded`, and `sent` or `answered`.
pub(crate) struct Sides {
    pub(crate) live: &'static str,
}

impl Sides {
    /// Compares by value: members in any order, of one name in their order; `1.0` is `1`.
    pub(crate) fn json(&self, recorded: &str, live: &str) -> Vec<Difference> {
        let mut found = Vec::new();
        match (Tree::parse(recorded), Tree::parse(live)) {
            (Ok(recorded), Ok(live)) => self.value("$", &recorded, &live, &mut found),
            _ => found.push(Difference::new(
                "body",
                format!("recorded JSON, {} something else", self.live),
            )),
        }
        found
    }

    fn value(&self, path: &str, one: &Tree<'_>, other: &Tree<'_>, out: &mut Vec<Difference>) {
        let same = match (one, other) {
            (Tree::Object(one), Tree::Object(other)) => {
                return self.members(path, one, other, out);
            }
            (Tree::Array(one), Tree::Array(other)) => {
                for (index, (one, other)) in one.iter().zip(other).enumerate() {
                    self.value(&format!("{path}[{index}]"), one, other, out);
                }
                if one.len() != other.len() {
                    let (one, other) = (one.len(), other.len());
                    let what = format!("recorded {one} elements, {} {other}", self.live);
                    out.push(Difference::new(format!("body {path}"), what));
                }
                return;
            }
            (Tree::Scalar(one), Tree::Scalar(other)) => same_scalar(one, other),
            _ => false,
        };
        if !same {
            let what = format!("recorded {}, {} {}", shown(one), self.live, kind(other));
            out.push(Difference::new(format!("body {path}"), what));
        }
    }

    fn members(
        &self,
        path: &str,
        one: &[(&str, Tree<'_>)],
        other: &[(&str, Tree<'_>)],
        out: &mut Vec<Difference>,
    ) {
        let (one, other) = (sorted(one), sorted(other));
        let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
        loop {
            let order = match (one.peek(), other.peek()) {
                (Some((one, _)), Some((other, _))) => one.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return,
            };
            let recorded = (order != Ordering::Greater).then(|| one.next()).flatten();
            let live = (order != Ordering::Less).then(|| other.next()).flatten();
            match (recorded, live) {
                (Some((name, one)), Some((_, other))) => {
                    self.value(&member(path, name), one, other, out);
                }
                (Some((name, _)), None) => out.push(Difference::new(
                    format!("body {}", member(path, name)),
                    format!("recorded, not {}", self.live),
                )),
                (None, Some((name, _))) => out.push(Difference::new(
                    format!("body {}", member(path, name)),
                    format!("{}, not recorded", self.live),
                )),
                (None, None) => return,
            }
        }
    }
}

/// Where a member is; on one line, whatever its name.
fn member(path: &str, name: &str) -> String {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    if !name.is_empty() && name.bytes().all(word) {
        format!("{path}.{name}")
    } else {
        format!("{path}[{name:?}]")
    }
}

/// By name; members of one name keep their order.
fn sorted<'m>(members: &'m [(&str, Tree<'m>)]) -> Vec<(String, &'m Tree<'m>)> {
    let mut all: Vec<_> = members
        .iter()
        .map(|(name, value)| (unescaped(name), value))
        .collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

fn same_scalar(recorded: &str, live: &str) -> bool {
    if recorded == live {
        return true;
    }
    if recorded.starts_with('"') && live.starts_with('"') {
        return fits(&unescaped(recorded), &unescaped(live));
    }
    let whole = |text: &str| text.parse::<i128>().ok();
    match (whole(recorded), whole(live)) {
        (Some(one), Some(other)) => one == other,
        // Where one is a fraction, as near as most readers look.
        _ => match (recorded.parse::<f64>(), live.parse::<f64>()) {
            (Ok(one), Ok(other)) => one.total_cmp(&other).is_eq(),
            _ => false,
        },
    }
}

/// What a JSON string stands for; a lone surrogate stays the escape that it is.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text);
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let (c, length) = unescape(escape);
        if let Some(c) = c {
            out.push(c);
        } else {
            out.push('\\');
            out.push_str(&escape[..length]);
        }
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

/// The character that an escape, its backslash cut off, begins with, and its length.
fn unescape(escape: &str) -> (Option<char>, usize) {
    let unit = |at: usize| {
        let digits = escape.get(at..at + 4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    match escape.as_bytes().first() {
        Some(b'u') => {
            let first = unit(1).unwrap_or_default();
            let second = (escape.get(5..7) == Some("\\u")).then(|| unit(7)).flatten();
            let pair = [first, second.unwrap_or_default()];
            let c = char::decode_utf16(pair).next().and_then(Result::ok);
            let is_pair = c.is_some_and(|c| c.len_utf16() == 2);
            (c, if is_pair { 11 } else { 5 })
        }
        Some(b'b') => (Some('\u{8}'), 1),
        Some(b'f') => (Some('\u{c}'), 1),
        Some(b'n') => (Some('\n'), 1),
        Some(b'r') => (Some('\r'), 1),
        Some(b't') => (Some('\t'), 1),
        Some(byte) => (Some(char::from(*byte)), 1),
        None => (None, 0),
    }
}

/// The recorded side, which stands in a file for everybody to read.
fn shown(tree: &Tree<'_>) -> String {
    match tree {
        Tree::Scalar(text) if text.len() <= 80 => (*text).to_owned(),
        _ => kind(tree).to_owned(),
    }
}

/// The live side, which may be anybody's.
fn kind(tree: &Tree<'_>) -> &'static str {
    match tree {
        Tree::Scalar("null") => "null",
        Tree::Scalar("true") => "true",
        Tree::Scalar("false") => "false",
        Tree::Scalar("\"\"") => "an empty text",
        Tree::Scalar(text) if text.starts_with('"') => "another text",
        Tree::Scalar(_) => "another number",
        Tree::Array(_) => "an array",
        Tree::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differences(recorded: &str, live: &str) -> Vec<String> {
        let found = Sides { live: "answered" }.json(recorded, live);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn values_are_compared_and_not_their_spelling() {
        let same = [
            (r#"{"a":1,"b":2}"#, r#"{ "b": 2.0, "a": 1 }"#),
            (r#""\u00e6\/""#, r#""æ/""#),
            (r#""\ud83d\ude00""#, r#""😀""#),
            (r#""\ud83d""#, r#""\ud83d""#),
            (
                r#"{"access_token":"[token]"}"#,
                r#"{"access_token":"a.b.c"}"#,
            ),
            (r#"{"a":1,"a":2}"#, r#"{"a":1,"a":2}"#),
            ("1e2", "100"),
        ];
        for (recorded, live) in same {
            assert_eq!(differences(recorded, live), [""; 0], "{recorded}");
        }
    }

    #[test]
    fn a_difference_names_its_place_and_no_live_text() {
        let recorded = r#"{"data":[{"id":40,"name":"Ada","gone":1}],"n":null,"s":"[remaining]"}"#;
        let live = r#"{"data":[{"id":41,"name":"Bob","new":1},2],"n":"Bob","s":"Bob"}"#;
        insta::assert_snapshot!(differences(recorded, live).join("\n"), @r#"
        body $.data[0].gone: recorded, not answered
        body $.data[0].id: recorded 40, answered another number
        body $.data[0].name: recorded "Ada", answered another text
        body $.data[0].new: answered, not recorded
        body $.data: recorded 1 elements, answered 2
        body $.n: recorded null, answered another text
        body $.s: recorded "[remaining]", answered another text
        "#);
        assert_ne!(differences(r#"{"a":1,"a":2}"#, r#"{"a":2,"a":1}"#), [""; 0]);
        assert_eq!(differences("9007199254740993", "9007199254740992").len(), 1);
        assert_eq!(
            differences("{}", r#"{"a\nb": 1}"#),
            [r#"body $["a\nb"]: answered, not recorded"#]
        );
        assert_eq!(differences("{}", "<html>").len(), 1);
        assert_eq!(differences("\"1\"", "1").len(), 1);
    }
}
