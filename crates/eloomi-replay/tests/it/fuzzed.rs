//! What must hold whatever bytes come: `cargo xtask fuzz` tries many, a test here those that are
//! committed.

use std::sync::LazyLock;

use bytes::Bytes;
use eloomi_replay::{Confidence, Exchange, FrontMatter, Origin, Redaction, Redactor, lint_people};
use http::{Request, Response};

/// The rules of the repository, wherever this file is compiled.
const RULES: &str = include_str!("../../../../fixtures/REDACTION.toml");

static PARSED: LazyLock<Redaction> = LazyLock::new(|| RULES.parse().unwrap());

/// What was read is printed and read as the same.
pub(crate) fn parse(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(exchange) = Exchange::parse(text) {
        let printed = exchange.to_string();
        assert_eq!(Exchange::parse(&printed).as_ref(), Ok(&exchange));
        let _ = eloomi_replay::lint(text);
    }
    let _ = Redaction::parse(text);
}

/// What is written can be read, and no word of what came is in it that the rules do not have.
///
/// The bytes are parts with `\n---\n` between: operation, method and target, the request's headers
/// and body, the response's headers and body.
pub(crate) fn redact(bytes: &[u8]) {
    let parts: Vec<&[u8]> = split(bytes, b"\n---\n");
    let part = |index: usize| parts.get(index).copied().unwrap_or_default();
    let operation = String::from_utf8_lossy(part(0)).into_owned();
    let target = String::from_utf8_lossy(part(1)).into_owned();
    let (method, target) = target.split_once(' ').unwrap_or(("GET", &target));
    let mut request = Request::new(Bytes::copy_from_slice(part(3)));
    let mut response = Response::new(Bytes::copy_from_slice(part(5)));
    let Ok(uri) = target.parse() else { return };
    let Ok(method) = method.parse() else { return };
    *request.uri_mut() = uri;
    *request.method_mut() = method;
    fill(request.headers_mut(), part(2));
    fill(response.headers_mut(), part(4));

    let known = PARSED.operations().any(|it| it == operation);
    let operation = if known {
        operation.as_str()
    } else {
        "listUsers"
    };
    let about = FrontMatter::new("x", operation, Origin::Simulator, Confidence::Observed);
    let redacted = Redactor::seeded(PARSED.clone(), 1).exchange(&about, &request, &response);
    let printed = redacted.exchange.to_string();
    assert_eq!(Exchange::parse(&printed), Ok(redacted.exchange));
    let came = String::from_utf8_lossy(bytes);
    let own = |word: &&str| word.len() >= 12 && !word.bytes().all(|it| it.is_ascii_digit());
    for word in came.split(|c: char| !c.is_ascii_alphanumeric()).filter(own) {
        let survives = printed.contains(word) && !RULES.contains(word);
        assert!(!survives, "a word of what came is in\n{printed}");
    }
}

/// No text makes the lint panic.
pub(crate) fn lint(bytes: &[u8]) {
    let _ = lint_people(&String::from_utf8_lossy(bytes), &PARSED);
}

fn split<'b>(mut bytes: &'b [u8], at: &[u8]) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    while let Some(end) = bytes.windows(at.len()).position(|window| window == at) {
        parts.push(&bytes[..end]);
        bytes = &bytes[end + at.len()..];
    }
    parts.push(bytes);
    parts
}

fn fill(headers: &mut http::HeaderMap, text: &[u8]) {
    for line in text.split(|byte| *byte == b'\n') {
        let mut pair = line.splitn(2, |byte| *byte == b':');
        let name = pair
            .next()
            .and_then(|it| http::HeaderName::from_bytes(it).ok());
        let value = pair.next().map(<[u8]>::trim_ascii);
        let value = value.and_then(|it| http::HeaderValue::from_bytes(it).ok());
        if let (Some(name), Some(value)) = (name, value) {
            headers.append(name, value);
        }
    }
}
