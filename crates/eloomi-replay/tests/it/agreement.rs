//! Recorded requests sent elsewhere, and the answers judged.

use eloomi_replay::{Exchange, Placeholder, Values};
use http::{HeaderMap, StatusCode};

use crate::files::{ALL, GZIP, LIST, TOKEN};

fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
    let pair = |(name, value): &(&'static str, &str)| {
        (http::HeaderName::from_static(name), value.parse().unwrap())
    };
    all.iter().map(pair).collect()
}

#[test]
fn a_recorded_request_agrees_with_itself_and_so_does_the_response() {
    let values = Values::invented().with(Placeholder::ClientSecret, "sim-&=+%\"");
    for text in ALL {
        let exchange = Exchange::parse(text).unwrap();
        let request = exchange
            .request
            .to_http("http://127.0.0.1:8080", &values)
            .unwrap();
        assert_eq!(exchange.request.differences(&request), []);
        assert_eq!(request.uri().host(), Some("127.0.0.1"));
        let response = exchange.response.to_http(&values).unwrap();
        let bytes = exchange.response.bytes(&values);
        exchange
            .response
            .agrees_with(response.status(), response.headers(), &bytes)
            .unwrap();
    }
}

#[test]
fn secrets_are_filled_in_where_they_belong() {
    let values = Values::invented().with(Placeholder::ClientSecret, "sim-&=+%\"");
    let exchange = Exchange::parse(TOKEN).unwrap();
    let request = exchange.request.to_http("", &values).unwrap();
    assert_eq!(
        request.body(),
        "grant_type=client_credentials&client_id=replayed-client-id\
         &client_secret=sim-%26%3D%2B%25%22&scope=%2A"
    );
    let values = Values::invented().with(Placeholder::Token, "a\"\\\n");
    let body = exchange.response.bytes(&values);
    assert!(body.ends_with(b"\"access_token\": \"a\\\"\\\\\\u000a\"\n}"));
}

#[test]
fn every_difference_of_an_answer_is_told_and_no_live_text() {
    let exchange = Exchange::parse(LIST).unwrap();
    let live = headers(&[
        ("content-type", "text/html; charset=utf-8"),
        ("x-ratelimit-limit", "60"),
    ]);
    let body = br#"{"status":"Private","status_code":"200","message":null,"data":[]}"#;
    let disagreement = exchange
        .response
        .agrees_with(StatusCode::FORBIDDEN, &live, body)
        .unwrap_err();
    insta::assert_snapshot!(disagreement, @r#"
    the answer is not the recorded one:
      status: recorded 200, answered 403
      header content-type: recorded application/json, answered another value
      header x-ratelimit-limit: recorded 600, answered another value
      header x-ratelimit-remaining: recorded, not answered
      body $.data: recorded 1 elements, answered 0
      body $.extended_message: recorded, not answered
      body $.status: recorded "OK", answered another text
    "#);
}

#[test]
fn other_bodies_are_compared_byte_by_byte() {
    let gzip = Exchange::parse(GZIP).unwrap().response;
    let live = headers(&[
        ("content-type", "application/json; charset=utf-8"),
        ("content-encoding", "gzip"),
        ("server", "other"),
    ]);
    let bytes = gzip.bytes(&Values::invented());
    gzip.agrees_with(StatusCode::OK, &live, &bytes).unwrap();
    let short = gzip.agrees_with(StatusCode::OK, &live, &bytes[1..]);
    assert_eq!(
        short.unwrap_err().differences()[0].to_string(),
        "body: recorded 9 bytes, answered 8 others"
    );
    assert!(gzip.agrees_with(StatusCode::OK, &live, b"").is_err());
}
