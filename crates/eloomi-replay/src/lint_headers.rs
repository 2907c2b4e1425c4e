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

pub(crate) fn check(file: &File<'_>, exchange: &Exchange, found: &mut Vec<Finding>) {
    let sections = [
        (&file.request, exchange.request.headers(), &REQUEST[..]),
        (&file.response, &exchange.response.headers, &RESPONSE[..]),
    ];
    for (section, headers, allowed) in sections {
        let is_request = allowed == REQUEST;
        for name in names(headers) {
            let limit = !is_request && name.starts_with("x-ratelimit-");
            if !allowed.contains(&name) && !limit {
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
