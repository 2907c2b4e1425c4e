//! What is compared: requests as the server saw them, values, and errors as they print.

use std::{
    error::Error as _,
    fmt::{Debug, Write as _},
    iter,
};

use eloomi::Error;
use eloomi_sim::Recorded;
use serde::Serialize;

/// Compares with the one snapshot of this name that all stacks and protocols share.
pub(crate) fn same_everywhere(name: &str, seen: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, seen);
    });
}

/// Requests as they came in, credentials only as present.
pub(crate) fn requests(requests: &[Recorded]) -> String {
    let mut text = String::new();
    for request in requests {
        let mark = if request.query.is_empty() { "" } else { "?" };
        let _ = writeln!(
            text,
            "{} {}{mark}{}",
            request.method, request.path, request.query
        );
        let present = |is_there: bool| Some(if is_there { "[there]" } else { "[missing]" });
        let headers = &request.headers;
        for (name, value) in [
            ("accept", headers.accept.as_deref()),
            ("accept-encoding", headers.accept_encoding.as_deref()),
            ("authorization", present(headers.authorization)),
            ("clientid", present(headers.client_id)),
            ("content-type", headers.content_type.as_deref()),
            ("user-agent", headers.user_agent.as_deref()),
        ] {
            if let Some(value) = value {
                let _ = writeln!(text, "  {name}: {value}");
            }
        }
        let status = request
            .status
            .map_or_else(|| "no answer".to_owned(), |s| s.to_string());
        let _ = writeln!(
            text,
            "  → {status} {}",
            request.behaviour.unwrap_or_default()
        );
    }
    text
}

/// A person, or a thing, as it was decoded: written again, and as it prints itself.
pub(crate) fn model<T: Serialize + Debug>(model: &T) -> String {
    let json = serde_json::to_string_pretty(model).unwrap();
    format!("{json}\n\n{model:?}")
}

/// An error in both its forms, with its causes, and what it says of itself.
pub(crate) fn error(error: &Error) -> String {
    let mut text = format!("{error}\n\n{error:#?}\n");
    for cause in iter::successors(error.source(), |&cause| cause.source()) {
        let _ = write!(text, "\ncaused by: {cause}");
    }
    let facts = [
        ("is_retryable", error.is_retryable()),
        ("is_rate_limited", error.is_rate_limited()),
        ("is_not_found", error.is_not_found()),
        ("is_auth", error.is_auth()),
        ("is_timeout", error.is_timeout()),
        ("is_ambiguous", error.is_ambiguous()),
        ("was_sent", error.was_sent()),
    ];
    let true_facts: Vec<_> = facts
        .into_iter()
        .filter(|(_, is)| *is)
        .map(|(name, _)| name)
        .collect();
    let _ = write!(text, "\n\n{}", true_facts.join(" "));
    if let Some(message) = error.server_message() {
        let _ = write!(text, "\nserver_message: {message}");
    }
    text
}

/// An error of a stack: what the stacks say below the first cause differs, so it is left out.
pub(crate) fn stack_error(error: &Error) -> String {
    let cause = error.source().map(ToString::to_string).unwrap_or_default();
    let sent = if error.was_sent() {
        "was sent"
    } else {
        "was not sent"
    };
    format!("{error}\ncaused by: {cause}\n{:?}, {sent}", error.kind())
}
