//! That what is secret, or names somebody's account, is a placeholder.

use crate::{
    Exchange, Finding, Placeholder, RequestBody, json_compare::unescaped, json_tree::Tree,
    lint::File, percent::decoded,
};

/// Headers that hold one value only.
const HEADERS: [(&str, &str); 3] = [
    ("clientid", "[client-id]"),
    ("request-id", "[request-id]"),
    ("x-request-id", "[request-id]"),
];

/// What credentials look like, and nothing else.
const AUTHORIZATION: &str = "authorization is always Bearer [token]";

/// A token, the id and secret of a client, or a scheme with nothing behind it.
fn is_authorization(value: &str) -> bool {
    let (scheme, credentials) = value.split_once(' ').unwrap_or((value, ""));
    let of_scheme = |name: &str, placeholder: Placeholder| {
        scheme.eq_ignore_ascii_case(name)
            && (credentials.is_empty() || credentials == placeholder.text())
    };
    of_scheme("bearer", Placeholder::Token) || of_scheme("basic", Placeholder::Credentials)
}

/// Fields of forms and members of JSON that hold one value only.
const FIELDS: [(&str, Placeholder); 5] = [
    ("access_token", Placeholder::Token),
    ("client_id", Placeholder::ClientId),
    ("client_secret", Placeholder::ClientSecret),
    ("id_token", Placeholder::Token),
    ("refresh_token", Placeholder::Token),
];

pub(crate) fn check(file: &File<'_>, exchange: &Exchange, found: &mut Vec<Finding>) {
    let (request, response) = (&exchange.request, &exchange.response);
    for (section, headers) in [
        (&file.request, request.headers()),
        (&file.response, &response.headers),
    ] {
        for (name, value) in headers.iter() {
            let line = File::line(section, &format!("{name}:"));
            let fixed = HEADERS.iter().find(|(other, _)| name == other);
            match fixed {
                Some((_, wanted)) if value != *wanted => {
                    found.push(Finding::new(line, format!("{name} is always {wanted}")));
                }
                _ if name == "authorization" && !is_authorization(value) => {
                    found.push(Finding::new(line, AUTHORIZATION));
                }
                _ if is_unknown(value) => found.push(unknown(line)),
                _ => {}
            }
        }
    }
    let query = request.target().query();
    fields(query.iter(), File::line(&file.request, ""), found);
    match request.body() {
        RequestBody::Form(form) => {
            let line = file.request.iter().rev().find(|(_, line)| !line.is_empty());
            fields(form.iter(), line.map_or(1, |(line, _)| *line), found);
        }
        RequestBody::Json(json) => members(json.as_str(), &file.request, found),
        // What is no JSON and no form has no names; `lint_people` reads it as a text.
        RequestBody::None | RequestBody::Text(_) => {}
    }
    if let Some(json) = response.body.as_json() {
        members(json.as_str(), &file.response, found);
    }
}

fn fields<'p>(
    pairs: impl Iterator<Item = (&'p str, Option<&'p str>)>,
    line: usize,
    found: &mut Vec<Finding>,
) {
    for (name, value) in pairs {
        let value = decoded(value.unwrap_or_default());
        match placeholder(&decoded(name)) {
            Some(wanted) if value != wanted.text() => {
                found.push(Finding::new(line, format!("{name} is always {wanted}")));
            }
            _ if is_unknown(&value) => found.push(unknown(line)),
            _ => {}
        }
    }
}

fn members(json: &str, section: &[(usize, &str)], found: &mut Vec<Finding>) {
    if let Ok(tree) = Tree::parse(json) {
        walk(&tree, "", section, found);
    }
}

/// Looks at a value that stands under `name`.
fn walk(tree: &Tree<'_>, name: &str, section: &[(usize, &str)], found: &mut Vec<Finding>) {
    let line = || File::line(section, name);
    match tree {
        Tree::Object(all) => all
            .iter()
            .for_each(|(name, value)| walk(value, name, section, found)),
        Tree::Array(all) => all
            .iter()
            .for_each(|value| walk(value, name, section, found)),
        Tree::Scalar("null" | "\"\"") => {}
        Tree::Scalar(text) => {
            let (name, value) = (unescaped(name), unescaped(text));
            match placeholder(&name) {
                Some(wanted) if value != wanted.text() => {
                    found.push(Finding::new(line(), format!("{name} is always {wanted}")));
                }
                _ if text.starts_with('"') && is_unknown(&value) => found.push(unknown(line())),
                _ => {}
            }
        }
    }
}

fn placeholder(name: &str) -> Option<Placeholder> {
    let found = FIELDS.iter().find(|(other, _)| *other == name);
    found.map(|(_, placeholder)| *placeholder)
}

/// Whether a value, or its last word, looks like a placeholder and is none of the set.
fn is_unknown(value: &str) -> bool {
    let last = value.rsplit(' ').next().unwrap_or_default();
    let inner = last.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let word = |text: &str| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        !text.is_empty() && text.bytes().all(fits)
    };
    inner.is_some_and(word) && Placeholder::ALL.iter().all(|known| known.text() != last)
}

fn unknown(line: usize) -> Finding {
    Finding::new(line, "this placeholder is none of the closed set")
}
