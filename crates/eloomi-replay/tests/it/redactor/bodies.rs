//! Bodies of every kind.

use std::io::Write as _;

use bytes::Bytes;
use eloomi_replay::Redacted;
use flate2::{Compression, write::GzEncoder};
use http::{Request, Response};

use super::{about, get, json, of_a_person, places, redactor};

const MARK: &str = "This body was not written: no rule knows it.\n";

fn answered(body: impl Into<Bytes>, headers: &[(&str, &str)]) -> Redacted {
    let mut response = Response::builder();
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(body.into()).unwrap();
    redactor().exchange(&about("getUser"), &get("/v3/users/7"), &response)
}

fn body(redacted: &Redacted) -> &str {
    std::str::from_utf8(redacted.exchange.response.body.as_bytes()).unwrap()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn members_that_no_rule_names_are_dropped_and_told_by_place() {
    let redacted = of_a_person(
        r#"{"id":7,"shoe_size":"38","access_groups":[{"id":1,"owner":"Ada"}],"ada@b.c":1}"#,
    );
    assert_eq!(
        places(&redacted),
        [
            "response body $.data.shoe_size: no rule names it",
            "response body $.data.access_groups[].owner: no rule names it",
            "response body $.data.(a name): no rule names it",
        ]
    );
    let text = redacted.exchange.to_string();
    assert!(
        !text.contains("shoe_size") && !text.contains("owner"),
        "{text}"
    );
}

#[test]
fn names_stand_in_their_order_and_may_stand_twice() {
    let redacted = of_a_person(r#"{"title":"","id":7,"\u0069d":7,"email":null}"#);
    let text = body(&redacted);
    let data = text.split_once("\"data\"").unwrap().1;
    let names: Vec<_> = data
        .split('"')
        .filter(|it| it.chars().all(char::is_alphabetic))
        .collect();
    assert_eq!(names, ["title", "", "id", "id", "email"]);
}

#[test]
fn an_object_where_a_text_was_expected_is_dropped_and_told() {
    let redacted = of_a_person(r#"{"email":{"work":"ada@example.com"}}"#);
    assert_eq!(
        places(&redacted),
        ["response body $.data.email: an object, for which the rule is none"]
    );
}

#[test]
fn a_sentence_is_written_if_it_is_known_and_what_it_quotes_is_replaced() {
    let known = r#"{"message":"There is a user with this mail address: [ada@b.c]"}"#;
    let redacted = answered(known, &[]);
    assert!(
        body(&redacted).contains("mail address: [person-"),
        "{}",
        body(&redacted)
    );
    assert!(redacted.unknown.is_empty());

    let redacted = answered(r#"{"message":"Ada Example is ill."}"#, &[]);
    assert_eq!(
        places(&redacted),
        ["response body $.message: a text that is not among the known ones"]
    );
    assert!(
        body(&redacted).contains("\"message\": \"text-"),
        "{}",
        body(&redacted)
    );
}

#[test]
fn a_word_that_its_list_does_not_have_is_replaced_and_told() {
    let redacted = of_a_person(r#"{"user_permission":"ada"}"#);
    assert_eq!(
        places(&redacted),
        ["response body $.data.user_permission: a word that its list does not have"]
    );
    assert!(!redacted.exchange.to_string().contains("ada"));
}

#[test]
fn a_long_number_is_not_kept() {
    let redacted = answered(r#"{"status_code":4915112345678}"#, &[]);
    assert!(
        body(&redacted).contains("1234567891234"),
        "{}",
        body(&redacted)
    );
    assert_eq!(redacted.unknown.len(), 1);
}

#[test]
fn gzip_is_undone_and_its_header_left_out() {
    let text = r#"{"status":"OK","data":{"id":7}}"#;
    let plain = answered(text, &[("content-type", "application/json")]);
    let headers = [
        ("content-type", "application/json"),
        ("content-encoding", "gzip"),
    ];
    let redacted = answered(gzip(text), &headers);
    assert_eq!(redacted.exchange.response, plain.exchange.response);
    assert!(redacted.unknown.is_empty());
}

#[test]
fn what_cannot_be_read_becomes_a_sentence_that_says_so() {
    let half = gzip(r#"{"data":{"email":"ada@example.com"}}"#);
    let half = half[..half.len() - 9].to_vec();
    let json = ("content-type", "application/json");
    let cases = [
        (
            half,
            vec![json, ("content-encoding", "gzip")],
            "a content coding that is not undone",
        ),
        (
            b"{}".to_vec(),
            vec![json, ("content-encoding", "br")],
            "a content coding that is not undone",
        ),
        (b"\xff\xfeA\0".to_vec(), vec![json], "no UTF-8"),
        (
            b"{\"data\":{\"email\":\"ada@ex".to_vec(),
            vec![json],
            "neither JSON nor a text that is known",
        ),
        (
            "\u{feff}{}".into(),
            vec![json],
            "neither JSON nor a text that is known",
        ),
        (
            b"<h1>Ada is ill</h1>".to_vec(),
            vec![("content-type", "text/html")],
            "neither JSON nor a text that is known",
        ),
    ];
    for (bytes, headers, why) in cases {
        let redacted = answered(bytes, &headers);
        assert_eq!(body(&redacted), MARK);
        assert_eq!(places(&redacted), [format!("response body: {why}")]);
        assert_eq!(
            redacted.exchange.response.headers.get("content-encoding"),
            None
        );
    }
}

#[test]
fn a_page_of_a_gateway_is_written_if_it_is_known() {
    let page =
        "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";
    let redacted = answered(page, &[("content-type", "text/html")]);
    assert_eq!(body(&redacted), page);
    assert!(redacted.unknown.is_empty());
}

#[test]
fn a_request_that_is_neither_json_nor_form_loses_its_body() {
    let bodies = [
        (
            "multipart/form-data; boundary=x",
            "--x",
            "neither JSON nor a form",
        ),
        (
            "application/json",
            "{",
            "no JSON, where content-type says so",
        ),
    ];
    for (media_type, text, why) in bodies {
        let request = Request::post("/v3/users").header("content-type", media_type);
        let request = request.body(Bytes::from(text)).unwrap();
        let redacted = redactor().exchange(&about("createUser"), &request, &json("{}"));
        assert_eq!(places(&redacted), [format!("request body: {why}")]);
        assert_eq!(redacted.exchange.request.to_string(), "POST /v3/users\n");
    }
}

#[test]
fn an_operation_without_rules_keeps_nothing_and_is_told() {
    let response = json(r#"{"status":"OK"}"#);
    let redacted = redactor().exchange(&about("listGhosts"), &get("/v3/ghosts/casper"), &response);
    let told = places(&redacted);
    assert_eq!(told[0], "operation listGhosts: no rule names it");
    assert_eq!(body(&redacted), MARK);
    assert!(!redacted.exchange.request.to_string().contains("casper"));
}
