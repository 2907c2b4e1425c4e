//! JSON as it stands: numbers and strings as their text, names in their order, also twice.

use crate::ExchangeError;

/// Deeper than any answer, and shallow enough for the stack.
const DEPTH: usize = 128;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree<'t> {
    /// A number, string, `true`, `false` or `null`, as it is written.
    Scalar(&'t str),
    Array(Vec<Tree<'t>>),
    /// Names as they are written, quotes included.
    Object(Vec<(&'t str, Tree<'t>)>),
}

impl<'t> Tree<'t> {
    pub(crate) fn parse(text: &'t str) -> Result<Self, ExchangeError> {
        let mut parser = Parser { text, at: 0 };
        let tree = parser.value(0)?;
        parser.blank();
        if parser.at < text.len() {
            return Err(parser.wrong("more than one JSON value"));
        }
        Ok(tree)
    }

    /// Appends it, one member or element a line, two spaces a level, no final newline.
    pub(crate) fn print(&self, level: usize, out: &mut String) {
        let line = |level: usize, out: &mut String| {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", level));
        };
        match self {
            Self::Scalar(text) => out.push_str(text),
            Self::Array(elements) => {
                out.push('[');
                for (index, element) in elements.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    line(level + 1, out);
                    element.print(level + 1, out);
                }
                if !elements.is_empty() {
                    line(level, out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    line(level + 1, out);
                    out.push_str(name);
                    out.push_str(": ");
                    value.print(level + 1, out);
                }
                if !members.is_empty() {
                    line(level, out);
                }
                out.push('}');
            }
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    fn wrong(&self, what: &'static str) -> ExchangeError {
        ExchangeError::new(self.text[..self.at].split('\n').count(), what)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| b" \t\r\n".contains(&byte)) {
            self.at += 1;
        }
    }

    /// Steps over `byte` if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn value(&mut self, depth: usize) -> Result<Tree<'t>, ExchangeError> {
        if depth > DEPTH {
            return Err(self.wrong("JSON nested too deeply"));
        }
        self.blank();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Tree::Scalar),
            Some(b'-' | b'0'..=b'9') => self.number().map(Tree::Scalar),
            Some(_) => self.word().map(Tree::Scalar),
            None => Err(self.wrong("JSON ends too early")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Tree<'t>, ExchangeError> {
        let mut members = Vec::new();
        self.at += 1;
        self.blank();
        if self.take(b'}') {
            return Ok(Tree::Object(members));
        }
        loop {
            self.blank();
            if self.peek() != Some(b'"') {
                return Err(self.wrong("a JSON object wants a name in quotes here"));
            }
            let name = self.string()?;
            self.blank();
            if !self.take(b':') {
                return Err(self.wrong("a JSON object wants a colon here"));
            }
            members.push((name, self.value(depth + 1)?));
            self.blank();
            if self.take(b'}') {
                return Ok(Tree::Object(members));
            }
            if !self.take(b',') {
                return Err(self.wrong("a JSON object wants a comma or a brace here"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Tree<'t>, ExchangeError> {
        let mut elements = Vec::new();
        self.at += 1;
        self.blank();
        if self.take(b']') {
            return Ok(Tree::Array(elements));
        }
        loop {
            elements.push(self.value(depth + 1)?);
            self.blank();
            if self.take(b']') {
                return Ok(Tree::Array(elements));
            }
            if !self.take(b',') {
                return Err(self.wrong("a JSON array wants a comma or a bracket here"));
            }
        }
    }

    fn string(&mut self) -> Result<&'t str, ExchangeError> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some(0..=0x1f) => return Err(self.wrong("a control character in a JSON string")),
                Some(_) => self.at += 1,
                None => return Err(self.wrong("a JSON string does not end")),
            }
        }
        self.at += 1;
        Ok(&self.text[start..self.at])
    }

    fn escape(&mut self) -> Result<(), ExchangeError> {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += match rest {
            [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 1,
            [b'u', digits @ ..]
                if digits.len() >= 4 && digits[..4].iter().all(u8::is_ascii_hexdigit) =>
            {
                5
            }
            _ => return Err(self.wrong("an unknown escape in a JSON string")),
        };
        Ok(())
    }

    fn digits(&mut self) -> Result<(), ExchangeError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.wrong("a JSON number wants a digit here"));
        }
        Ok(())
    }

    fn number(&mut self) -> Result<&'t str, ExchangeError> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(&self.text[start..self.at])
    }

    fn word(&mut self) -> Result<&'t str, ExchangeError> {
        let rest = &self.text[self.at..];
        let word = ["true", "false", "null"]
            .into_iter()
            .find(|word| rest.starts_with(word))
            .ok_or_else(|| self.wrong("this is not JSON"))?;
        self.at += word.len();
        Ok(&rest[..word.len()])
    }
}
