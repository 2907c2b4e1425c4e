//! `eloomi api`: one request and its answer.

#[cfg(target_os = "linux")]
use std::process::Stdio;

use eloomi_sim::{Canned, Matcher, Recorded, Simulator};

use crate::eloomi::{Eloomi, Ran};

/// What came of a call, and the last request that it made.
async fn asked(arguments: &str, answer: Canned) -> (Ran, Recorded) {
    let sim = Simulator::start().await.unwrap();
    // Twice, for a call that gets a new token and tries again.
    for _ in 0..2 {
        sim.answer_next(Matcher::path("/v3/goals"), answer.clone());
    }
    let once = format!("{arguments} --attempts 1");
    let ran = Eloomi::at(&sim, &once).run();
    let request = sim.requests().pop().unwrap();
    (ran, request)
}

fn done() -> Canned {
    Canned::json(200, r#"{"status_code":200}"#)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_body_is_printed_as_it_came() {
    let body = "{ \"data\":\r\n\t[1.50,  \"\u{9b}\"] }";
    let (ran, _) = asked("api GET /v3/goals", Canned::json(200, body)).await;
    assert_eq!(ran.stdout, body);
    assert_eq!((ran.code, &*ran.stderr), (Some(0), "2 requests\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exit_code_says_how_it_went_and_the_body_comes_anyway() {
    for (status, code) in [
        (200, 0),
        (204, 0),
        (302, 1),
        (400, 1),
        (401, 4),
        (403, 4),
        (404, 9),
        (410, 9),
        (429, 7),
        (500, 1),
        (503, 1),
    ] {
        let body = if status == 204 { "" } else { "as it came" };
        let answer = Canned::new(status).body(body);
        let (ran, _) = asked("api GET /v3/goals", answer).await;
        assert_eq!(
            (ran.code, &*ran.stdout),
            (Some(code), body),
            "{status}: {ran}"
        );
        assert_eq!(ran.stderr.contains("error: "), code != 0, "{status}: {ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_requests_tell_when_to_come_back() {
    let answer = Canned::json(429, "{}").header("retry-after", "17");
    insta::assert_snapshot!(asked("api GET /v3/goals", answer).await.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn status_and_headers_come_first_on_request() {
    let answer = Canned::json(404, "{}").header("x-marker", "here");
    let (ran, _) = asked("api GET /v3/goals -i", answer).await;
    let (head, body) = ran.stdout.split_once("\n\n").unwrap();
    let mut lines = head.lines();
    assert_eq!(lines.next(), Some("HTTP 404 Not Found"));
    assert!(lines.any(|line| line == "x-marker: here"), "{ran}");
    assert_eq!(body, "{}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_may_be_in_capitals_or_not() {
    for (typed, sent) in [("get", "GET"), ("Patch", "PATCH"), ("HEAD", "HEAD")] {
        let (_, request) = asked(&format!("api {typed} /v3/goals"), done()).await;
        assert_eq!(request.method, sent);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_are_the_query_where_there_is_no_body() {
    for method in ["GET", "OPTIONS", "DELETE --yes"] {
        let call = format!("api {method} /v3/goals?a=1 -f tag=x&y -f tag=ø --field empty=");
        let (ran, request) = asked(&call, done()).await;
        assert_eq!(ran.code, Some(0), "{ran}");
        assert_eq!(request.query, "a=1&tag=x%26y&tag=%C3%B8&empty=");
        assert_eq!(request.headers.content_type, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_are_an_object_where_there_is_a_body() {
    let fields = "-f name=a=b -f level=5 -F count=5 -F on=true --json-field ids=[7,9] -F gone=null";
    for method in ["POST", "PUT", "PATCH"] {
        let (_, request) = asked(&format!("api {method} /v3/goals {fields}"), done()).await;
        assert_eq!(request.query, "");
        let json = request.headers.content_type.as_deref();
        assert_eq!(json, Some("application/json"));
        assert_eq!(
            request.body(),
            Some(r#"{"count":5,"gone":null,"ids":[7,9],"level":"5","name":"a=b","on":true}"#)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_without_fields_has_no_body() {
    let (_, request) = asked("api PUT /v3/goals", done()).await;
    assert_eq!(request.headers.content_type, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn input_is_sent_as_it_stands_and_fields_go_into_the_query() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/goals"), done());
    let call = Eloomi::at(&sim, "api POST /v3/goals --input - -f unique=1");
    let ran = call.stdin("{ \"a\": [1.50, null] }\n").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let request = sim.requests().pop().unwrap();
    assert_eq!(request.query, "unique=1");
    assert_eq!(request.body(), Some("{ \"a\": [1.50, null] }"));
}

#[test]
fn a_dry_run_prints_the_request() {
    let call = "api PATCH /v3/users/40?notify=0 -f title=Architect -F level=5 --dry-run";
    insta::assert_snapshot!(Eloomi::new(call).run());
    let call = "api GET /v3/goals -f mode=all --paginate --dry-run --quiet";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_asks_for_nothing_not_even_a_token() {
    let sim = Simulator::start().await.unwrap();
    for method in ["GET", "POST", "DELETE"] {
        let ran = Eloomi::at(&sim, &format!("api {method} /v3/goals --dry-run")).run();
        assert_eq!(ran.code, Some(0), "{ran}");
    }
    assert_eq!(sim.requests().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_nothing_is_deleted_unasked() {
    let sim = Simulator::start().await.unwrap();
    insta::assert_snapshot!(Eloomi::at(&sim, "api DELETE /v3/users/80002").run());
    assert_eq!(sim.requests().len(), 0);
    let ran = Eloomi::at(&sim, "api delete /v3/users/80002 --yes").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(sim.person(80002).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_whose_answer_is_lost_says_to_look() {
    let sim = Simulator::start().await.unwrap();
    sim.drop_next(Matcher::path("/v3/goals"));
    insta::assert_snapshot!(Eloomi::at(&sim, "api POST /v3/goals").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_failed_may_have_done_it() {
    let (write, _) = asked("api POST /v3/goals", Canned::new(500)).await;
    assert!(
        write.stderr.contains("look whether it took effect"),
        "{write}"
    );
    let (read, _) = asked("api GET /v3/goals", Canned::new(500)).await;
    assert!(read.stderr.contains("the same again later"), "{read}");
}

#[test]
fn a_whole_url_is_refused_because_the_token_goes_to_one_host() {
    insta::assert_snapshot!(Eloomi::new("api GET https://Canary.example.com/v3/users").run());
}

#[test]
fn a_path_that_is_not_of_this_version_is_refused() {
    insta::assert_snapshot!(Eloomi::new("api GET users").run());
}

#[test]
fn a_path_that_is_not_encoded_is_refused() {
    let ran = Eloomi::new("api GET")
        .arg("/v3/units-code/Canary Canary")
        .run();
    insta::assert_snapshot!(ran);
}

#[test]
fn no_mistake_quotes_what_was_typed() {
    for call in [
        "api Canary@example.com /v3/users",
        "api GET Canary@example.com",
        "api GET //Canary.example.com/v3/users",
        "api GET /v3/users/../Canary",
        "api GET /v3/users#Canary",
        "api GET /v3/users/ø-Canary",
        "api GET /v3/users Canary@example.com",
        "api GET /v3/users -f Canary",
        "api GET /v3/users -f =Canary",
        "api GET /v3/users -F mail=\"Canary\"",
        "api GET /v3/users --input Canary.json",
        "api GET /v3/users --paginate -f page=Canary",
        "api GET /v3/users --Canary",
        "api POST /v3/users -F Canary=Canary",
        "api POST /v3/users -F Canary",
        "api POST /v3/users -f Canary=1 -F Canary=2",
        "api POST /v3/users -f Canary",
        "api POST /v3/users --input Canary.json",
        "api POST /v3/users --input Canary.json -F Canary=1",
    ] {
        let ran = Eloomi::new(&format!("--sim {call}")).run();
        assert_eq!(ran.code, Some(2), "{call}: {ran}");
        assert!(!ran.to_string().contains("anary"), "{call}: {ran}");
    }
    let ran = Eloomi::new("api POST /v3/users --input -")
        .stdin("{\"Canary\":")
        .run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(!ran.to_string().contains("anary"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_failure_names_the_person_who_was_asked_for() {
    for status in [400, 401, 403, 404, 429, 500] {
        let sim = Simulator::start().await.unwrap();
        for _ in 0..2 {
            let path = Matcher::path("/v3/users-email/Canary%40example.com");
            sim.answer_next(path, Canned::new(status));
        }
        let call =
            "api GET /v3/users-email/Canary%40example.com -f mail=Canary@example.com --attempts 1";
        let ran = Eloomi::at(&sim, call).run();
        assert_ne!(ran.code, Some(0), "{ran}");
        assert!(!ran.to_string().contains("anary"), "{ran}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_gets_nothing_that_it_would_obey() {
    let sim = Simulator::start().await.unwrap();
    let hostile = Canned::new(200).body("<p>\u{1b}[2J\u{9b}31m\u{202e}</p>\nlast");
    sim.answer_next(Matcher::path("/v3/goals"), hostile);
    let (ours, theirs) = crate::pty::open();
    let mut command = Eloomi::at(&sim, "api GET /v3/goals").into_command();
    let mut child = command
        .stdout(theirs)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(command);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let shown = crate::pty::read(ours);
    assert_eq!(shown, "<p>\\u{1b}[2J\\u{9b}31m\\u{202e}</p>\r\nlast\r\n");
}

#[test]
fn a_format_that_needs_known_fields_is_refused() {
    insta::assert_snapshot!(Eloomi::new("api GET /v3/users --format csv").run());
    for call in [
        "--format table api GET /v3/users",
        "api GET /v3/users --format table --paginate",
    ] {
        let ran = Eloomi::new(call).run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains("try: --format json"), "{ran}");
    }
}

#[test]
fn lines_without_pages_are_refused() {
    let ran = Eloomi::new("api GET /v3/users --format ndjson").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(
        ran.stderr.contains("try: --paginate --format ndjson"),
        "{ran}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn json_may_be_asked_for_by_name() {
    let (ran, _) = asked("api GET /v3/goals --format json", Canned::json(200, "[ 1]")).await;
    assert_eq!(ran.stdout, "[ 1]");
}
