//! Answers in place of the service's, and what is written into its own.

use super::{ask, statuses, with};
use crate::client::{authorized, send};

#[tokio::test]
async fn a_status_is_answered_as_often_as_it_says() {
    let (sim, token) = with("status=503,times=2,retry-after=1@GET /v3/users/*").await;
    let answers = ask(
        &sim,
        &token,
        &[
            "/v3/users",
            "/v3/users/80001",
            "/v3/users/80002",
            "/v3/users/80001",
        ],
    )
    .await;
    assert_eq!(statuses(&answers), [200, 503, 503, 200]);
    assert_eq!(answers[1].header("retry-after"), Some("1"));
    assert_eq!(answers[1].json()["status_code"], 503);
}

#[tokio::test]
async fn a_page_alone_can_fail() {
    let (sim, token) = with("status=500@GET /v3/users?page=2").await;
    let pages = ["/v3/users?per_page=5&page=1", "/v3/users?per_page=5&page=2"];
    assert_eq!(statuses(&ask(&sim, &token, &pages).await), [200, 500]);
}

#[tokio::test]
async fn a_body_is_html_or_a_problem_or_empty() {
    for (body, content_type, begin) in [
        ("html", Some("text/html; charset=utf-8"), "<html>"),
        ("problem", Some("application/problem+json"), "{"),
        (
            "json",
            Some("application/json"),
            "{\"status\":\"Bad Gateway\"",
        ),
        ("empty", None, ""),
    ] {
        let (sim, token) = with(&format!("status=502,body={body}@/v3/users")).await;
        let answer = send(&sim, authorized("/v3/users", &token)).await;
        assert_eq!(answer.header("content-type"), content_type, "{body}");
        assert!(answer.text().starts_with(begin), "{body}");
    }
}

#[tokio::test]
async fn a_redirect_names_its_place() {
    let (sim, token) = with("redirect=307:http://127.0.0.1:9/x@/v3/users").await;
    sim.fault("redirect=/v3/units@/v3/units".parse().unwrap());
    let answers = ask(&sim, &token, &["/v3/users", "/v3/units"]).await;
    let told: Vec<_> = answers
        .iter()
        .map(|one| (one.status, one.header("location").unwrap()))
        .collect();
    assert_eq!(told, [(307, "http://127.0.0.1:9/x"), (302, "/v3/units")]);
}

#[tokio::test]
async fn retry_after_is_429_with_whatever_was_written() {
    for value in ["2", "0", "-1", "soon", "1000000000", ""] {
        let (sim, token) = with(&format!("retry-after={value}@/v3/users")).await;
        let answer = send(&sim, authorized("/v3/users", &token)).await;
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (429, Some(value))
        );
    }
}

#[tokio::test]
async fn retry_after_may_stand_there_twice() {
    let (sim, token) = with("status=429,retry-after=1,retry-after=5@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let values: Vec<_> = answer.headers.get_all("retry-after").iter().collect();
    assert_eq!(values, ["1", "5"]);
}

#[tokio::test]
async fn retry_after_as_a_date_is_counted_from_the_date_beside_it() {
    let (sim, token) = with("retry-after=imf-fixdate:2,status=503,date-skew=7200@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let moment = |name| httpdate(answer.header(name).unwrap());
    assert_eq!(moment("retry-after") - moment("date"), 2);
}

/// The second of the day of a date.
fn httpdate(text: &str) -> i64 {
    let time = text.split(' ').find(|part| part.contains(':')).unwrap();
    time.split(':')
        .fold(0, |sum, part| sum * 60 + part.parse::<i64>().unwrap())
}

#[tokio::test]
async fn retry_after_comes_in_either_obsolete_date() {
    for (form, end) in [("rfc850-date", " GMT"), ("asctime-date", "")] {
        let (sim, token) = with(&format!("retry-after={form}:5@/v3/users")).await;
        let answer = send(&sim, authorized("/v3/users", &token)).await;
        let value = answer.header("retry-after").unwrap();
        assert!(value.ends_with(end) && value.contains(':'), "{value}");
    }
}

#[tokio::test]
async fn an_envelope_contradicts_its_status_and_keeps_the_data() {
    let (sim, token) = with("envelope=400,message=could not@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let json = answer.json();
    assert_eq!(
        (answer.status, &json["status_code"], &json["message"]),
        (200, &400.into(), &"could not".into())
    );
    assert_eq!(json["status"], "Bad Request");
    assert_eq!(answer.ids().len(), 60);
}

#[tokio::test]
async fn an_envelope_is_there_where_none_would_be() {
    let (sim, token) = with("envelope=404@/v3/users/*").await;
    let answer = send(&sim, authorized("/v3/users/1", &token)).await;
    assert_eq!(
        (answer.status, answer.json()["status_code"].as_u64()),
        (200, Some(404))
    );
}

#[tokio::test]
async fn a_header_is_added_to_the_own_answer() {
    let (sim, token) = with("header=X-Request-Id: 7@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    assert_eq!(
        (answer.status, answer.header("x-request-id")),
        (200, Some("7"))
    );
}

#[tokio::test]
async fn the_date_lies_by_so_many_seconds() {
    let (sim, token) = with("date-skew=-7200,times=1@/v3/users").await;
    let answers = ask(&sim, &token, &["/v3/users"; 2]).await;
    let [wrong, right] = [0, 1].map(|at: usize| httpdate(answers[at].header("date").unwrap()));
    let behind = (right - wrong).rem_euclid(24 * 60 * 60);
    assert!((7200..7210).contains(&behind), "{behind}");
}

#[tokio::test]
async fn headers_of_the_limit_are_written_or_left_out() {
    let (sim, token) = with("rate-limit-headers,limit=absent,remaining=-1@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let told = (
        answer.header("x-ratelimit-limit"),
        answer.header("x-ratelimit-remaining"),
    );
    assert_eq!(told, (None, Some("-1")));
}
