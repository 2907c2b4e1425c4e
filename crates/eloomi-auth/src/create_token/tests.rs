use http::{HeaderMap, StatusCode};

use super::*;

fn answer(status: u16, body: impl Into<Bytes>) -> Result<Token, ResponseError> {
    let status = StatusCode::from_u16(status).unwrap();
    let reply = Reply::new(status, HeaderMap::new(), body);
    CreateToken::new(ClientCredentials::new(200, "sim-secret")).response(&reply)
}

fn refusal(status: u16, body: impl Into<Bytes>) -> ResponseError {
    answer(status, body).unwrap_err()
}

#[test]
fn the_request_is_a_form_with_every_value_encoded() {
    let credentials = ClientCredentials::new("2 0", "sim-a&b=c+%").scope("*");
    let request = CreateToken::new(credentials).request().unwrap();
    assert_eq!(request.uri(), "/oauth/token");
    assert_eq!(
        request.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        request.body(),
        "grant_type=client_credentials&client_id=2%200&client_secret=sim-a%26b%3Dc%2B%25&scope=%2A"
    );
}

#[test]
fn a_wrong_client_is_refused_alike_as_400_and_as_401() {
    let old = refusal(
        400,
        r#"{"error":"invalid_client","message":"Client failed"}"#,
    );
    let new = refusal(
        401,
        r#"{"error":"invalid_client","error_description":"Client failed"}"#,
    );
    assert_eq!(old.kind(), ErrorKind::Unauthorized);
    assert_eq!(old.to_string(), new.to_string());
}

#[test]
fn a_code_of_no_list_is_not_printed() {
    let refusal = refusal(400, r#"{"error":"ask jane@example.com"}"#);
    assert_eq!(refusal.kind(), ErrorKind::Unauthorized);
    assert!(!refusal.to_string().contains("jane"), "{refusal}");
}

#[test]
fn what_came_instead_of_a_token_is_named() {
    for (body, named) in [
        (" <html>", "an HTML page"),
        ("", "nothing"),
        ("[]", "no token"),
    ] {
        let refusal = refusal(200, body).to_string();
        assert!(refusal.contains(named), "{refusal}");
    }
}

#[test]
fn a_refusal_without_a_reason_is_judged_by_its_status() {
    assert_eq!(refusal(400, "<html>").kind(), ErrorKind::Rejected);
    assert_eq!(refusal(401, "{}").kind(), ErrorKind::Unauthorized);
    assert_eq!(refusal(502, "<html>").kind(), ErrorKind::Service);
}

#[test]
fn the_type_of_a_token_is_read_in_any_case() {
    assert!(answer(200, r#"{"token_type":"bEARER","access_token":"t"}"#).is_ok());
    assert!(answer(201, r#"{"access_token":"t"}"#).is_ok());
    let mac = refusal(200, r#"{"token_type":"MAC","access_token":"t"}"#);
    assert_eq!(mac.kind(), ErrorKind::Decode);
}

#[test]
fn a_token_that_would_break_the_header_is_an_error() {
    for body in [
        r#"{"access_token":"a\r\nX: y"}"#,
        r#"{"access_token":"a\n"}"#,
        r#"{"access_token":" a"}"#,
        r#"{"access_token":"a b"}"#,
        r#"{"access_token":""}"#,
        r#"{"access_token":null}"#,
        "{}",
        "<html>",
    ] {
        assert_eq!(refusal(200, body).kind(), ErrorKind::Decode, "{body}");
    }
}

#[test]
fn a_token_of_a_hundred_kilobytes_is_an_error() {
    let body = format!(r#"{{"access_token":"{}"}}"#, "a".repeat(100 << 10));
    assert_eq!(refusal(200, body).kind(), ErrorKind::Decode);
}

#[test]
fn a_type_with_anything_beside_bearer_is_an_error() {
    for token_type in ["", " Bearer", "Bearer ", "Bearer\\r\\n", "Bearer MAC"] {
        let body = format!(r#"{{"token_type":"{token_type}","access_token":"t"}}"#);
        assert_eq!(refusal(200, body).kind(), ErrorKind::Decode, "{token_type}");
    }
}

#[test]
fn a_token_brings_its_refresh_token_and_its_scope_along() {
    let body = r#"{"access_token":"t","refresh_token":"sim-refresh","scope":["a","b"],"odd":true}"#;
    let token = answer(201, body).unwrap();
    assert_eq!(token.refresh_token.unwrap().expose(), "sim-refresh");
    assert_eq!(token.scope.unwrap().to_string(), "a b");
    assert_eq!(token.extra.get("odd").unwrap().as_str(), "true");
}

#[test]
fn a_refresh_token_that_cannot_be_sent_back_is_none() {
    let token = answer(200, r#"{"access_token":"t","refresh_token":""}"#).unwrap();
    assert!(token.refresh_token.is_none());
}
