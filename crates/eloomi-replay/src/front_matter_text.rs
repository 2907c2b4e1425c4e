//! The front matter as text, both ways.

use std::fmt::Write as _;

use crate::{
    Confidence, ExchangeError, FrontMatter, HttpVersion, Origin, Repeats, ResponseBody,
    yaml_reader::{Node, Value},
    yaml_writer::scalar,
};

/// How the bodies of a file are stored.
pub(crate) struct Wire {
    /// That of the response, by its kind.
    pub(crate) body: String,
    /// Whether that of the request is neither JSON nor a form.
    pub(crate) is_request_text: bool,
}

/// The version of the file format.
const FORMAT: u32 = 1;

impl FrontMatter {
    /// As insta writes it, from `---` to `---`.
    pub(crate) fn print(&self, request: Option<&str>, body: &str, out: &mut String) {
        let mut lines: Vec<(usize, &str, String)> = Vec::new();
        if let Some(source) = &self.source {
            lines.push((0, "source:", scalar(source)));
        }
        lines.push((0, "description:", scalar(&self.description)));
        lines.push((0, "info:", String::new()));
        lines.push((2, "format:", FORMAT.to_string()));
        lines.push((2, "operation:", scalar(&self.operation)));
        lines.push((2, "origin:", self.origin.as_str().to_owned()));
        lines.push((2, "confidence:", self.confidence.as_str().to_owned()));
        if let Some(day) = &self.recorded_at {
            lines.push((2, "recorded_at:", scalar(day)));
        }
        if let Some(version) = self.redaction {
            lines.push((2, "redaction:", version.to_string()));
        }
        lines.push((2, "wire:", String::new()));
        if let Some(version) = self.http {
            lines.push((4, "http:", scalar(version.as_str())));
        }
        if let Some(request) = request {
            lines.push((4, "request:", request.to_owned()));
        }
        lines.push((4, "body:", body.to_owned()));
        if self.repeat == Repeats::Last {
            lines.push((2, "repeat:", "last".to_owned()));
        }
        if !self.quirks.is_empty() {
            lines.push((2, "quirks:", String::new()));
        }
        for quirk in &self.quirks {
            lines.push((4, "-", scalar(quirk)));
        }
        out.push_str("---\n");
        for (indent, key, value) in lines {
            let blank = if value.is_empty() { "" } else { " " };
            // A String takes everything.
            let _ = writeln!(out, "{:indent$}{key}{blank}{value}", "");
        }
        out.push_str("---\n");
    }

    /// Reads it, and how the bodies are stored.
    pub(crate) fn read(node: Node) -> Result<(Self, Wire), ExchangeError> {
        let mut top = Map::of(node)?;
        let source = top.optional("source").map(text).transpose()?;
        let description = text(top.required("description")?)?;
        let mut info = Map::of(top.required("info")?)?;
        top.is_done("the front matter has source, description and info only")?;

        let format = info.required("format")?;
        if number(&format)? != FORMAT {
            let what = "this is another version of the format: only 1 is known";
            return Err(ExchangeError::new(format.line, what));
        }
        let mut wire = Map::of(info.required("wire")?)?;
        let known = |word: &str| ResponseBody::KINDS.contains(&word).then(|| word.to_owned());
        let body = word(wire.required("body")?, known, &ResponseBody::KINDS)?;
        let is_request_text = match wire.optional("request") {
            Some(node) => word(node, |word| (word == "text").then_some(true), &["text"])?,
            None => false,
        };
        let http = wire.optional("http");
        wire.is_done("wire has http, request and body only")?;
        let front = Self {
            source,
            description,
            operation: text(info.required("operation")?)?,
            origin: word(info.required("origin")?, Origin::of_word, Origin::WORDS)?,
            confidence: word(
                info.required("confidence")?,
                Confidence::of_word,
                Confidence::WORDS,
            )?,
            recorded_at: info.optional("recorded_at").map(text).transpose()?,
            redaction: info
                .optional("redaction")
                .map(|node| number(&node))
                .transpose()?,
            http: http
                .map(|node| word(node, HttpVersion::of_word, HttpVersion::WORDS))
                .transpose()?,
            repeat: match info.optional("repeat") {
                Some(node) => word(
                    node,
                    |word| (word == "last").then_some(Repeats::Last),
                    &["last"],
                )?,
                None => Repeats::Once,
            },
            quirks: match info.optional("quirks") {
                Some(node) => list(node)?,
                None => Vec::new(),
            },
        };
        info.is_done("info does not have this key")?;
        let wire = Wire {
            body,
            is_request_text,
        };
        Ok((front, wire))
    }
}

/// The keys of a block that have not been read yet.
struct Map {
    line: usize,
    members: Vec<(String, Node)>,
}

impl Map {
    fn of(node: Node) -> Result<Self, ExchangeError> {
        match node.value {
            Value::Map(members) => Ok(Self {
                line: node.line,
                members,
            }),
            _ => Err(ExchangeError::new(node.line, "keys are wanted here")),
        }
    }

    fn optional(&mut self, key: &str) -> Option<Node> {
        let at = self.members.iter().position(|(other, _)| other == key)?;
        Some(self.members.remove(at).1)
    }

    fn required(&mut self, key: &str) -> Result<Node, ExchangeError> {
        let line = self.line;
        self.optional(key)
            .ok_or_else(|| ExchangeError::new(line, format!("{key} is missing here")))
    }

    fn is_done(&self, what: &'static str) -> Result<(), ExchangeError> {
        match self.members.first() {
            Some((_, node)) => Err(ExchangeError::new(node.line, what)),
            None => Ok(()),
        }
    }
}

fn text(node: Node) -> Result<String, ExchangeError> {
    match node.value {
        Value::Text(text) => Ok(text),
        Value::Bare(_) => Err(ExchangeError::new(node.line, "put this into double quotes")),
        _ => Err(ExchangeError::new(node.line, "a text is wanted here")),
    }
}

fn number(node: &Node) -> Result<u32, ExchangeError> {
    match &node.value {
        Value::Bare(digits) if digits == "0" || !digits.starts_with('0') => digits.parse().ok(),
        _ => None,
    }
    .ok_or_else(|| ExchangeError::new(node.line, "a number is wanted here"))
}

fn list(node: Node) -> Result<Vec<String>, ExchangeError> {
    match node.value {
        Value::List(items) => items.into_iter().map(text).collect(),
        _ => Err(ExchangeError::new(node.line, "a list is wanted here")),
    }
}

fn word<T>(
    node: Node,
    of_word: impl Fn(&str) -> Option<T>,
    words: &[&str],
) -> Result<T, ExchangeError> {
    let line = node.line;
    of_word(&text(node)?)
        .ok_or_else(|| ExchangeError::new(line, format!("wanted here: {}", words.join(" or "))))
}
