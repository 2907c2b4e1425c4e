//! Which headers a file may hold: a closed list, because any other may hold anything.

use crate::{Exchange, Finding, RecordedHeaders, lint::File};

const REQUEST: [&str; 7] = [
    "accept",
    "accept-encoding",
    "authorization",
    "clientid",
    "content-type",
    "idempotency-key",
    "user-agent",
];
const RESPONSE: [&str; 8] = [
    "content-encoding",
    "content-type",
    "date",
    "location",
    "request-id",
    "retry-after",
    "www-authenticate",
    "x-request-id",
];

/// Whether a file may hold this header of a request; the name is in lower case.
pub(crate) fn is_request_header(name: &str) -> bool {
    REQUEST.contains(&name)
}

/// Whether a file may hold this header of a response; the name is in lower case.
pub(crate) fn is_response_header(name: &str) -> bool {
    RESPONSE.contains(&name) || name.starts_with("x-ratelimit-")
}

pub(crate) fn check(file: &File<'_>, exchange: &Exchange, found: &mut Vec<Finding>) {
    type Allowed = fn(&str) -> bool;
    let sections: [(_, _, Allowed); 2] = [
        (&file.request, exchange.request.headers(), is_request_header),
        (
            &file.response,
            &exchange.response.headers,
            is_response_header,
        ),
    ];
    for (section, headers, is_allowed) in sections {
        for name in names(headers) {
            if !is_allowed(name) {
                let line = File::line(section, &format!("{name}:"));
                let what = format!("{name} is not among the headers that are recorded");
                found.push(Finding::new(line, what));
            }
        }
    }
    if let Some(agent) = exchange.request.headers().get("user-agent")
        && agent.contains([' ', '('])
    {
        let line = File::line(&file.request, "user-agent:");
        found.push(Finding::new(
            line,
            "user-agent is a product only: name/version",
        ));
    }
}

fn names(headers: &RecordedHeaders) -> impl Iterator<Item = &str> {
    headers.iter().map(|(name, _)| name.as_str())
}
