//! The rules of writing that a file must keep to be committed.

use crate::{
    Exchange, Finding, Origin, RequestBody, exchange::LINE, lint_headers, lint_recorded_at,
    lint_secrets,
};

/// The largest file, in bytes.
const FILE: usize = 256 * 1024;

/// The longest method and target, in characters: more than the 8 kB that most servers take.
const TARGET: usize = 10_000;

/// Everything about a file's text that is against the rules of writing; empty if it may be
/// committed as far as its form goes.
///
/// Checked are: size and length of lines; that it can be read, and is in the canonical
/// form; header names against the closed list; that credentials, tokens and request ids are
/// placeholders, of the closed set; that operation and quirks are words; that a live
/// recording names its redaction rules and its day; that an encoded or forbidden body is not there
/// as text. It does not look for personal data: that is `lint_people`, with the feature `redact`.
///
/// # Examples
///
/// ```
/// # let text = include_str!("../tests/exchanges/users/delete-204.exchange");
/// assert!(eloomi_replay::lint(text).is_empty());
///
/// let leaking = text.replace("Bearer [token]", "Bearer abc");
/// let findings = eloomi_replay::lint(&leaking);
/// assert_eq!(findings[0].to_string(), "line 14: authorization is always Bearer [token]");
/// ```
pub fn lint(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if text.len() > FILE {
        found.push(Finding::new(1, "the file is larger than 256 KiB"));
    }
    let mut before = "";
    for (index, line) in text.lines().enumerate() {
        let (longest, what) = match before {
            "=== request" => (TARGET, "the target is longer than 10,000 characters"),
            _ => (LINE, "the line is longer than 4,000 characters"),
        };
        if line.chars().count() > longest {
            found.push(Finding::new(index + 1, what));
        }
        before = line;
    }
    let exchange = match Exchange::parse(text) {
        Ok(exchange) => exchange,
        Err(error) => {
            found.push(error.into());
            return found;
        }
    };
    canonical(text, &exchange, &mut found);
    let file = File::of(text);
    front(&file, &exchange, &mut found);
    lint_recorded_at::check(&file, &exchange.front, &mut found);
    lint_headers::check(&file, &exchange, &mut found);
    lint_secrets::check(&file, &exchange, &mut found);
    body(&file, &exchange, &mut found);
    found.sort_by_key(Finding::line);
    found
}

/// The sections of a file and their lines.
pub(crate) struct File<'t> {
    pub(crate) front: Vec<(usize, &'t str)>,
    pub(crate) request: Vec<(usize, &'t str)>,
    pub(crate) response: Vec<(usize, &'t str)>,
}

impl<'t> File<'t> {
    fn of(text: &'t str) -> Self {
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line));
        let mut section = |end: &str| lines.by_ref().take_while(|it| it.1 != end).collect();
        Self {
            front: section("=== request"),
            request: section("=== response"),
            response: lines.collect(),
        }
    }

    /// The first line of `section` that begins with `start`, blanks and case aside; the
    /// section's first if there is none.
    pub(crate) fn line(section: &[(usize, &str)], start: &str) -> usize {
        let begins = |line: &str| {
            let head = line.trim_start().get(..start.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(start))
        };
        let found = section.iter().find(|(_, line)| begins(line));
        found.or(section.first()).map_or(1, |(line, _)| *line)
    }
}

fn canonical(text: &str, exchange: &Exchange, found: &mut Vec<Finding>) {
    let printed = exchange.to_string();
    if printed == text {
        return;
    }
    let same = std::iter::zip(printed.lines(), text.lines()).take_while(|(a, b)| a == b);
    let what = "from here on this is not the canonical form, which printing gives";
    found.push(Finding::new(same.count() + 1, what));
}

fn front(file: &File<'_>, exchange: &Exchange, found: &mut Vec<Finding>) {
    let front = &exchange.front;
    let mut wrong = |key: &str, what| found.push(Finding::new(File::line(&file.front, key), what));
    if front.description.is_empty() || front.description.contains(char::is_control) {
        wrong("description:", "a description is one line of words");
    }
    let word = |text: &str, more: &[u8]| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || more.contains(&byte);
        !text.is_empty() && text.bytes().all(fits)
    };
    if !word(&front.operation, b"") {
        wrong("operation:", "an operation is one word of the API document");
    }
    for quirk in front.quirks.iter().filter(|quirk| !word(quirk, b"-")) {
        wrong(&format!("- {quirk}"), "a quirk is one word, with hyphens");
    }
    if front.origin == Origin::Live && front.redaction.is_none() {
        wrong(
            "origin:",
            "a live recording says with which redaction rules",
        );
    }
}

fn body(file: &File<'_>, exchange: &Exchange, found: &mut Vec<Finding>) {
    let response = &exchange.response;
    let kind = response.body.kind();
    let status = response.status;
    if kind != "none" && (matches!(status.as_u16(), 204 | 304) || status.is_informational()) {
        let line = File::line(&file.response, "");
        found.push(Finding::new(line, "this status has no body"));
    }
    if response.headers.get("content-encoding").is_some() && !matches!(kind, "none" | "base64") {
        let line = File::line(&file.response, "content-encoding:");
        let what = "an encoded body is stored as base64; a decoded one has no content-encoding";
        found.push(Finding::new(line, what));
    }
    let request = &exchange.request;
    if *request.body() == RequestBody::None && request.headers().get("content-type").is_some() {
        let line = File::line(&file.request, "content-type:");
        found.push(Finding::new(
            line,
            "a request without a body has no content-type",
        ));
    }
}
