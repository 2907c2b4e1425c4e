//! Headers: a closed list, each by its rule.

use bytes::Bytes;
use eloomi_replay::Redacted;
use http::{Request, Response};

use super::{about, places, redactor};

fn exchanged(sent: &[(&str, &str)], came: &[(&str, &str)]) -> Redacted {
    let mut request = Request::get("/v3/users/7");
    for (name, value) in sent {
        request = request.header(*name, *value);
    }
    let mut response = Response::builder();
    for (name, value) in came {
        response = response.header(*name, *value);
    }
    let request = request.body(Bytes::new()).unwrap();
    let response = response.body(Bytes::new()).unwrap();
    redactor().exchange(&about("getUser"), &request, &response)
}

#[test]
fn credentials_and_what_changes_become_placeholders() {
    let redacted = exchanged(
        &[("authorization", "bearer eyJ.a.b"), ("clientid", "200")],
        &[
            ("x-ratelimit-remaining", "598"),
            ("x-ratelimit-limit", "600"),
            ("x-request-id", "a-1"),
            ("retry-after", "30"),
        ],
    );
    assert_eq!(
        redacted.exchange.request.headers().to_string(),
        "authorization: Bearer [token]\nclientid: [client-id]\n"
    );
    assert_eq!(
        redacted.exchange.response.headers.to_string(),
        "retry-after: [reset]\nx-ratelimit-limit: 600\nx-ratelimit-remaining: [remaining]\n\
         x-request-id: [request-id]\n"
    );
    assert!(redacted.unknown.is_empty(), "{:?}", redacted.unknown);
}

#[test]
fn what_is_computed_at_replay_is_left_out_in_silence_and_the_rest_is_told() {
    let redacted = exchanged(
        &[
            ("host", "acme.example"),
            ("user-agent", "acme/1 (Ada)"),
            ("cookie", "a=b"),
        ],
        &[
            ("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("set-cookie", "a=b"),
        ],
    );
    assert_eq!(redacted.exchange.request.headers().to_string(), "");
    assert_eq!(redacted.exchange.response.headers.to_string(), "");
    assert_eq!(
        places(&redacted),
        [
            "request header cookie: no rule names it",
            "response header set-cookie: no rule names it"
        ]
    );
}

#[test]
fn a_value_that_its_rule_does_not_know_is_not_written() {
    let redacted = exchanged(
        &[("accept", "text/x-ada"), ("authorization", "Basic YTpi")],
        &[
            ("content-type", "application/x-ada"),
            ("www-authenticate", "Bearer realm=\"acme\""),
            ("x-ratelimit-limit", "many"),
        ],
    );
    assert_eq!(redacted.exchange.request.headers().to_string(), "");
    assert_eq!(redacted.exchange.response.headers.to_string(), "");
    assert_eq!(redacted.unknown.len(), 5);
}

#[test]
fn a_date_to_retry_after_stays_a_date() {
    let redacted = exchanged(&[], &[("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")]);
    assert_eq!(
        redacted.exchange.response.headers.to_string(),
        "retry-after: [now]\n"
    );
}

#[test]
fn a_location_loses_its_host_and_its_ids() {
    let redacted = exchanged(
        &[],
        &[("location", "https://acme.example/v3/users/7?page=2&who=ada")],
    );
    assert_eq!(
        redacted.exchange.response.headers.to_string(),
        "location: /v3/users/1?page=2\n"
    );
    assert_eq!(
        places(&redacted),
        ["response header location query who: no rule names it"]
    );
}

#[test]
fn a_media_type_keeps_its_charset_and_no_other_parameter() {
    let redacted = exchanged(
        &[],
        &[("content-type", "Application/JSON; Charset=UTF-8; who=ada")],
    );
    assert_eq!(
        redacted.exchange.response.headers.to_string(),
        "content-type: application/json; charset=utf-8\n"
    );
}
