//! YAML, as far as the API document and the exchanges are written in it: blocks by indentation,
//! lists, plain and quoted scalars on one line, and folded text. Whatever else YAML can is refused
//! by name, so that nothing is read in another sense than it has.

/// A value, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// The line of its key or dash, from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) value: Value,
}

/// What can stand behind a key or a dash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A scalar without its quotes, numbers and booleans too; empty if nothing stands there.
    Text(String),
    /// Keys and values in their order.
    Map(Vec<(String, Node)>),
    /// What stands behind the dashes.
    List(Vec<Node>),
}

impl Node {
    /// The value of a key; none if this is no map or has no such key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.members()
            .iter()
            .find_map(|(own, node)| (own == key).then_some(node))
    }

    /// The text of a key's value, if it is one.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    /// The text, if it is one and there is any.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The keys and values; none if this is no map.
    pub(crate) fn members(&self) -> &[(String, Node)] {
        match &self.value {
            Value::Map(members) => members,
            _ => &[],
        }
    }

    /// The items; none if this is no list.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }
}

/// Reads lines, of which the first has this number. An error begins with `line N: `.
pub(crate) fn read(text: &str, first: usize) -> Result<Node, String> {
    let mut reader = Reader {
        lines: (first..)
            .zip(text.lines())
            .map(|(number, line)| Line::of(number, line))
            .collect(),
        next: 0,
    };
    let node = reader.block(0, first)?;
    match reader.peek() {
        Some(line) => Err(line.wrong("is indented further than what it belongs to")),
        None => Ok(node),
    }
}

#[derive(Clone, Copy)]
struct Line<'t> {
    number: usize,
    indent: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    fn of(number: usize, line: &'t str) -> Self {
        let text = line.trim_start_matches(' ');
        Self {
            number,
            indent: line.len() - text.len(),
            text: text.trim_end(),
        }
    }

    fn wrong(&self, what: &str) -> String {
        format!("line {}: `{}` {what}", self.number, self.text)
    }

    fn is_dash(&self) -> bool {
        self.text == "-" || self.text.starts_with("- ")
    }

    /// Key and value, if this is `key:` or `key: value`.
    fn key(&self) -> Option<(&'t str, &'t str)> {
        if let Some(quoted) = self.text.strip_prefix('\'') {
            let (key, rest) = quoted.split_once('\'')?;
            return Some((key, rest.strip_prefix(':')?.trim_start()));
        }
        match self.text.split_once(": ") {
            Some((key, value)) => Some((key, value.trim_start())),
            None => Some((self.text.strip_suffix(':')?, "")),
        }
    }
}

struct Reader<'t> {
    lines: Vec<Line<'t>>,
    next: usize,
}

impl<'t> Reader<'t> {
    /// The next line that says something.
    fn peek(&mut self) -> Option<Line<'t>> {
        while let Some(line) = self.lines.get(self.next) {
            if !line.text.is_empty() && !line.text.starts_with('#') {
                return Some(*line);
            }
            self.next += 1;
        }
        None
    }

    /// The next line if it is a dash or a key of a block with this indentation.
    fn peek_at(&mut self, indent: usize) -> Result<Option<Line<'t>>, String> {
        match self.peek() {
            Some(line) if line.text.starts_with('\t') => {
                Err(line.wrong("is indented with a tab, where only spaces are read"))
            }
            Some(line) if line.indent > indent => {
                Err(line.wrong("is indented further than its neighbours"))
            }
            Some(line) if line.indent == indent => Ok(Some(line)),
            _ => Ok(None),
        }
    }

    /// A map or a list.
    fn block(&mut self, indent: usize, line: usize) -> Result<Node, String> {
        let is_list = self.peek_at(indent)?.is_some_and(|line| line.is_dash());
        let value = if is_list {
            self.list(indent)?
        } else {
            self.map(indent)?
        };
        Ok(Node { line, value })
    }

    fn list(&mut self, indent: usize) -> Result<Value, String> {
        let mut items = Vec::new();
        while let Some(line) = self.peek_at(indent)? {
            if !line.is_dash() {
                return Err(line.wrong("stands among the items of a list"));
            }
            let behind = Line::of(line.number, line.text[1..].trim_start());
            if behind.is_dash() || behind.key().is_some() {
                // The first line of a block; its others stand below it, two further in.
                self.lines[self.next] = Line {
                    indent: indent + 2,
                    ..behind
                };
                items.push(self.block(indent + 2, line.number)?);
            } else {
                self.next += 1;
                items.push(self.value(line, behind.text)?);
            }
        }
        Ok(Value::List(items))
    }

    fn map(&mut self, indent: usize) -> Result<Value, String> {
        let mut members: Vec<(String, Node)> = Vec::new();
        while let Some(line) = self.peek_at(indent)? {
            let (key, value) = line
                .key()
                .filter(|_| !line.is_dash())
                .ok_or_else(|| line.wrong("is no `key: value`"))?;
            if members.iter().any(|(other, _)| other == key) {
                return Err(line.wrong("has a key that was there before"));
            }
            self.next += 1;
            members.push((key.to_owned(), self.value(line, value)?));
        }
        Ok(Value::Map(members))
    }

    /// What stands behind a key or a dash, or in the block below it.
    fn value(&mut self, line: Line<'t>, text: &str) -> Result<Node, String> {
        let value = match text {
            "" => {
                let below = self.peek().filter(|below| below.indent > line.indent);
                return match below {
                    Some(below) => self.block(below.indent, line.number),
                    None => Ok(Node {
                        line: line.number,
                        value: Value::Text(String::new()),
                    }),
                };
            }
            ">-" => Value::Text(self.folded(line.indent)),
            "[]" => Value::List(Vec::new()),
            "{}" => Value::Map(Vec::new()),
            _ => Value::Text(scalar(text).map_err(|what| line.wrong(what))?),
        };
        Ok(Node {
            line: line.number,
            value,
        })
    }

    /// The lines below that are indented further, as one.
    fn folded(&mut self, indent: usize) -> String {
        let mut words = Vec::new();
        while let Some(line) = self.lines.get(self.next) {
            if !line.text.is_empty() && line.indent <= indent {
                break;
            }
            words.extend(line.text.split_whitespace());
            self.next += 1;
        }
        words.join(" ")
    }
}

/// A scalar on one line, without its quotes.
fn scalar(text: &str) -> Result<String, &'static str> {
    let quote = text
        .chars()
        .next()
        .filter(|mark| matches!(mark, '\'' | '"'));
    if let Some(quote) = quote {
        return text[1..]
            .strip_suffix(quote)
            .filter(|inner| !inner.contains(['\'', '"', '\\']))
            .map(str::to_owned)
            .ok_or("is quoted in a way that is not read here");
    }
    if text.starts_with(['[', '{']) {
        return Err("is in flow style, where only blocks are read");
    }
    if text.starts_with(['|', '>', '&', '*', '!', '%', '@', '`']) {
        return Err("uses a form of YAML that is not read here");
    }
    if text.contains(" #") {
        return Err("has a comment behind its value; give it a line of its own");
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Value, read};

    #[test]
    fn maps_lists_and_folded_text_are_read_by_their_indentation() {
        let text = "\
# a comment
paths:
  /users:
    get:
      summary: >-
        One line
        and: another.

      '200':
        $ref: '#/a/b'
      x-quirks:
        - q-one
        - q-two
      security:
        - bearer: []
          clientId: []
nested:
  - - inner
    - outer
end: yes
";
        let node = read(text, 1).unwrap();
        let get = node.get("paths").unwrap().get("/users").unwrap();
        let get = get.get("get").unwrap();
        assert_eq!(get.line, 4);
        assert_eq!(get.text("summary"), Some("One line and: another."));
        assert_eq!(get.get("200").unwrap().text("$ref"), Some("#/a/b"));
        let quirks = get.get("x-quirks").unwrap().items();
        assert_eq!((quirks[1].as_text(), quirks[1].line), (Some("q-two"), 13));
        let scheme = &get.get("security").unwrap().items()[0];
        assert_eq!(scheme.members().len(), 2);
        assert_eq!(scheme.get("clientId").unwrap().value, Value::List(vec![]));
        let nested = &node.get("nested").unwrap().items()[0];
        assert_eq!(nested.items()[1].as_text(), Some("outer"));
        assert_eq!(node.text("end"), Some("yes"));
    }

    #[test]
    fn what_is_not_read_is_refused_with_its_line() {
        for (text, line, part) in [
            ("a: 1\n   b: 2\n", "line 2:", "indented"),
            ("a:\n\tb: 2\n", "line 2:", "tab"),
            ("a: [1, 2]\n", "line 1:", "flow style"),
            ("a: |\n  b\n", "line 1:", "form of YAML"),
            ("a: &b c\n", "line 1:", "form of YAML"),
            ("a: 'it''s'\n", "line 1:", "quoted"),
            ("a: b # c\n", "line 1:", "comment"),
            ("a: 1\nb\n", "line 2:", "key: value"),
            ("a: 1\na: 2\n", "line 2:", "before"),
            ("a:\n  - b\n  c: d\n", "line 3:", "items of a list"),
            ("a:\n  c: d\n  - b\n", "line 3:", "key: value"),
        ] {
            let error = read(text, 1).unwrap_err();
            assert!(error.starts_with(line) && error.contains(part), "{error}");
        }
    }

    #[test]
    fn lines_are_counted_from_where_the_text_begins() {
        let error = read("a: 1\nb\n", 7).unwrap_err();
        assert!(error.starts_with("line 8:"), "{error}");
    }
}
