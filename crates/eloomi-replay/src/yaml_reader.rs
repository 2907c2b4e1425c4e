//! Reads the block form of YAML that a front matter is written in, and nothing else.
//!
//! Keys with a value on the line, or with an indented block of keys or of `- ` items below;
//! values plain or in double quotes. No flow style, no comment, no anchor, no second
//! document: insta's review would rewrite them.

use crate::{ExchangeError, yaml_writer::needs_quotes};

/// A value, and the line where it begins.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) line: usize,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    /// Plain and not a text: a number, most often.
    Bare(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// A line: its number, its depth, and what stands there.
struct Line<'t> {
    number: usize,
    depth: usize,
    text: &'t str,
}

/// Reads `lines`, the first of which is line `first` of the file.
pub(crate) fn read(lines: &[&str], first: usize) -> Result<Node, ExchangeError> {
    let lines: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| measure(first + index, line))
        .collect::<Result<_, _>>()?;
    let mut rest = &lines[..];
    let node = block(&mut rest, 0, first)?;
    match rest {
        [] => Ok(node),
        [line, ..] => Err(too_far(line)),
    }
}

fn too_far(line: &Line<'_>) -> ExchangeError {
    ExchangeError::new(line.number, "this is indented too far")
}

fn measure(number: usize, line: &str) -> Result<Line<'_>, ExchangeError> {
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let wrong = |what| Err(ExchangeError::new(number, what));
    if text.is_empty() {
        return wrong("the front matter has no blank lines");
    }
    if text.starts_with('#') {
        return wrong("the front matter has no comments: put it into the description");
    }
    if text.starts_with('\t') || !indent.is_multiple_of(2) {
        return wrong("the front matter is indented by two spaces a level");
    }
    Ok(Line {
        number,
        depth: indent / 2,
        text,
    })
}

/// The keys or items at `depth`.
fn block(rest: &mut &[Line<'_>], depth: usize, line: usize) -> Result<Node, ExchangeError> {
    let is_list = rest.first().is_some_and(|line| line.text.starts_with("- "));
    let value = if is_list {
        Value::List(list(rest, depth)?)
    } else {
        Value::Map(map(rest, depth)?)
    };
    Ok(Node { line, value })
}

fn list(rest: &mut &[Line<'_>], depth: usize) -> Result<Vec<Node>, ExchangeError> {
    let mut items = Vec::new();
    while let Some((line, tail)) = rest.split_first().filter(|(line, _)| line.depth == depth) {
        let Some(text) = line.text.strip_prefix("- ") else {
            return Err(ExchangeError::new(line.number, "a list has items only"));
        };
        items.push(scalar(line.number, text)?);
        *rest = tail;
    }
    Ok(items)
}

fn map(rest: &mut &[Line<'_>], depth: usize) -> Result<Vec<(String, Node)>, ExchangeError> {
    let mut members: Vec<(String, Node)> = Vec::new();
    while let Some((line, tail)) = rest.split_first().filter(|(line, _)| line.depth == depth) {
        let wrong = |what| Err(ExchangeError::new(line.number, what));
        let Some((key, value)) = line.text.split_once(':') else {
            return wrong("the front matter wants a key and a colon here");
        };
        if needs_quotes(key) || key.contains(' ') {
            return wrong("a key of the front matter is one word");
        }
        if members.iter().any(|(other, _)| other == key) {
            return wrong("this key stands twice");
        }
        *rest = tail;
        let node = match value.strip_prefix(' ') {
            Some(text) => scalar(line.number, text)?,
            None if !value.is_empty() => return wrong("a colon is followed by one space"),
            None => match rest.first() {
                Some(next) if next.depth == depth + 1 => block(rest, depth + 1, line.number)?,
                Some(next) if next.depth > depth => return Err(too_far(next)),
                _ => return wrong("this key has no value"),
            },
        };
        members.push((key.to_owned(), node));
    }
    Ok(members)
}

/// A value on its line.
fn scalar(line: usize, text: &str) -> Result<Node, ExchangeError> {
    let wrong = |what| Err(ExchangeError::new(line, what));
    let value = if let Some(quoted) = text.strip_prefix('"') {
        match unquote(quoted) {
            Some(text) => Value::Text(text),
            None => return wrong("this text in quotes is not one"),
        }
    } else if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Value::Bare(text.to_owned())
    } else if text.starts_with(['{', '[']) {
        return wrong("the front matter has no flow style: a key or an item on each line");
    } else if text.starts_with(['|', '>', '&', '*', '!', '\'']) {
        return wrong("the front matter knows plain values and double quotes only");
    } else if needs_quotes(text) {
        return wrong("put this value into double quotes");
    } else {
        Value::Text(text.to_owned())
    };
    Ok(Node { line, value })
}

/// What follows an opening quote, up to the closing one at its very end.
fn unquote(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = text.chars();
    loop {
        match chars.next()? {
            '"' => break,
            '\\' => out.push(match chars.next()? {
                c @ ('"' | '\\' | '/') => c,
                'b' => '\u{8}',
                't' => '\t',
                'n' => '\n',
                'f' => '\u{c}',
                'r' => '\r',
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    let all = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_hexdigit());
                    char::from_u32(u32::from_str_radix(&digits, 16).ok().filter(|_| all)?)?
                }
                _ => return None,
            }),
            c => out.push(c),
        }
    }
    chars.next().is_none().then_some(out)
}
