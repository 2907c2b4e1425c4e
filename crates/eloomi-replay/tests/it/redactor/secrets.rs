//! Tokens, client ids and secrets, wherever they turn up.

use bytes::Bytes;
use eloomi_replay::{Redaction, Redactor};
use http::Request;

use super::{MINIMAL, about, get, json, places, redactor};

#[test]
fn a_token_request_shows_neither_client_nor_secret() {
    let request = Request::post("/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Bytes::from(
            "grant_type=client_credentials&client_id=200&client_secret=a%26b+c&scope=*",
        ))
        .unwrap();
    let answer = json(r#"{"token_type":"Bearer","expires_in":3600,"access_token":"eyJ.a.b"}"#);
    let redacted = redactor().exchange(&about("createToken"), &request, &answer);
    assert!(redacted.unknown.is_empty(), "{:?}", redacted.unknown);
    assert_eq!(
        redacted.exchange.request.body().to_string(),
        "grant_type=client_credentials&client_id=[client-id]&client_secret=[client-secret]&scope=%2A"
    );
    let body = redacted.exchange.response.body.as_json().unwrap().as_str();
    assert!(body.contains("\"access_token\": \"[token]\""), "{body}");
}

fn speaking_of_tokens() -> Redactor {
    let rules = format!(
        "{MINIMAL}\
         texts = {{ known = [\"The token [token] of client [client-id] is unheard of: {{text}}\"] }}\n\
         headers.request = {{ authorization = \"placeholder:token\", clientid = \"placeholder:client-id\" }}\n\
         words.media-types = [\"application/json\"]\n\
         headers.response = {{ content-type = \"media-type\" }}\n\
         models.Error = {{ message = \"text\" }}\n\
         operations.a = {{ routes = [\"GET /a\"], reply = \"model:Error\" }}\n"
    );
    Redactor::seeded(Redaction::parse(&rules).unwrap(), 1)
}

#[test]
fn a_token_in_a_sentence_is_found_plain_and_percent_encoded() {
    for token in ["ey/J+abc", "ey%2FJ%2Babc", "ey%2fJ%2babc"] {
        let mut request = get("/a");
        request
            .headers_mut()
            .append("authorization", "Bearer ey/J+abc".parse().unwrap());
        request
            .headers_mut()
            .append("clientid", "7".parse().unwrap());
        let sentence = format!("The token {token} of client 7 is unheard of: why {token}");
        let answer = json(&format!("{{\"message\":\"{sentence}\"}}"));
        let redacted = speaking_of_tokens().exchange(&about("a"), &request, &answer);
        let text = redacted.exchange.to_string();
        assert!(
            text.contains("The token [token] of client [client-id] is unheard of: text-"),
            "{text}"
        );
        assert!(
            !text.contains(token) && redacted.unknown.is_empty(),
            "{text}"
        );
    }
}

#[test]
fn a_secret_that_reads_like_the_writers_own_words_is_not_written_either() {
    let mut request = get("/a");
    request
        .headers_mut()
        .append("authorization", "Bearer unheard of".parse().unwrap());
    let answer = json(r#"{"message":"The token [token] of client [client-id] is unheard of: x"}"#);
    let redacted = speaking_of_tokens().exchange(&about("a"), &request, &answer);
    assert!(!redacted.exchange.to_string().contains("unheard"));
    assert_eq!(
        places(&redacted),
        ["exchange: a secret that a rule would write"]
    );
}

#[test]
fn debug_tells_the_version_of_the_rules_and_no_key() {
    assert_eq!(format!("{:?}", redactor()), "Redactor { version: 1, .. }");
}
