//! What a caller is told.

use std::{fmt::Write as _, time::Duration};

use eloomi_core::{Error, ErrorKind, ManualClock, OptionalExt as _, Phase, Route};
use futures_util::FutureExt as _;

use crate::{
    script::{Script, Step, answer, answer_with, broken},
    things::{GET, POST, PUT, call},
};

async fn error(route: &'static Route, step: Step) -> Error {
    let script = Script::new([step]);
    script.session().send(call(route)).await.unwrap_err()
}

async fn timeout(route: &'static Route) -> Error {
    let clock = ManualClock::new();
    let session = Script::new([Step::Hang]).builder(&clock).build();
    let mut waiting = Box::pin(session.send(call(route)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_secs(30));
    waiting.await.unwrap_err()
}

#[tokio::test]
async fn after_a_500_only_a_read_is_worth_another_try() {
    for (status, read, write, creation) in [
        (408, true, true, false),
        (500, true, false, false),
        (501, false, false, false),
        (502, true, true, false),
        (503, true, true, false),
        (504, true, true, false),
    ] {
        for (route, expected) in [(&GET, read), (&PUT, write), (&POST, creation)] {
            let error = error(route, answer(status, "")).await;
            assert_eq!(error.is_retryable(), expected, "{error}");
        }
    }
}

#[tokio::test]
async fn every_class_of_status_has_its_kind() {
    use ErrorKind as Kind;
    for (status, kind) in [
        (301, Kind::Redirected),
        (304, Kind::Redirected),
        (307, Kind::Redirected),
        (400, Kind::Rejected),
        (401, Kind::Unauthorized),
        (403, Kind::Forbidden),
        (404, Kind::NotFound),
        (409, Kind::Rejected),
        (410, Kind::NotFound),
        (422, Kind::Rejected),
        (429, Kind::RateLimited),
        (500, Kind::Service),
        (502, Kind::Service),
        (503, Kind::Service),
        (599, Kind::Service),
        (999, Kind::Service),
    ] {
        let error = error(&GET, answer(status, "<html>")).await;
        assert_eq!(error.kind(), kind, "{status}");
        assert_eq!(error.status().unwrap(), status);
        assert!(error.was_sent(), "{status}");
    }
}

#[tokio::test]
async fn every_success_is_a_value() {
    for status in [200, 201, 202, 204, 206] {
        let script = Script::new([answer(status, "ok")]);
        let answer = script.session().call(call(&GET)).await.unwrap();
        assert_eq!(
            (answer.status.as_u16(), answer.value.as_str()),
            (status, "ok")
        );
    }
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_is_ambiguous() {
    for phase in [Phase::MaybeSent, Phase::HeadReceived] {
        let error = error(&POST, Step::Fail(phase)).await;
        assert_eq!(error.kind(), ErrorKind::Ambiguous, "{phase:?}");
        assert!(error.is_ambiguous() && error.was_sent() && !error.is_retryable());
    }
}

#[tokio::test]
async fn a_write_that_never_left_is_not_ambiguous() {
    let error = error(&POST, Step::Fail(Phase::NotSent)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable() && !error.was_sent());
}

#[tokio::test]
async fn whatever_may_be_repeated_is_never_ambiguous() {
    for route in [&GET, &PUT] {
        for phase in [Phase::NotSent, Phase::MaybeSent, Phase::HeadReceived] {
            let error = error(route, Step::Fail(phase)).await;
            assert_eq!(error.kind(), ErrorKind::Transport, "{phase:?}");
            assert!(error.is_retryable(), "{phase:?}");
        }
    }
}

/// `route | failure | kind | sent | retryable`, for each repeatability and each failure.
#[tokio::test]
async fn the_table_of_what_was_sent_and_may_be_sent_again() {
    let mut table = String::new();
    for route in [&GET, &PUT, &POST] {
        let failures = [
            ("not sent", Step::Fail(Phase::NotSent)),
            ("maybe sent", Step::Fail(Phase::MaybeSent)),
            ("body lost", answer(200, broken("{"))),
            ("302", answer(302, "")),
            ("400", answer(400, "")),
            ("401", answer(401, "")),
            ("404", answer(404, "")),
            ("429", answer(429, "")),
            ("503", answer(503, "")),
            (
                "unknown encoding",
                answer_with(200, &[("content-encoding", "br")], ""),
            ),
        ];
        let mut rows = Vec::new();
        for (name, step) in failures {
            rows.push((name, error(route, step).await));
        }
        rows.push(("timeout", timeout(route).await));
        rows.push(("bad target", {
            let session = Script::default().session();
            let request = call(route).target("*");
            session.send(request).await.unwrap_err()
        }));
        for (name, error) in rows {
            let row = format!(
                "{:?} | {name} | {:?} | {} | {}\n",
                route.repeat(),
                error.kind(),
                if error.was_sent() { "sent" } else { "not sent" },
                if error.is_retryable() {
                    "retryable"
                } else {
                    "final"
                },
            );
            table.push_str(&row);
        }
    }
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn retry_after_is_read_as_seconds() {
    let step = answer_with(429, &[("retry-after", "17")], "");
    let error = error(&GET, step).await;
    assert!(error.is_rate_limited());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(17)));
}

#[tokio::test]
async fn retry_after_is_read_as_a_date_by_the_sessions_clock() {
    let clock = ManualClock::new();
    clock.advance(Duration::from_secs(10));
    let headers = [("retry-after", "Thu, 01 Jan 1970 00:01:00 GMT")];
    let session = Script::new([answer_with(503, &headers, "")])
        .builder(&clock)
        .build();
    let error = session.send(call(&GET)).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(50)));
}

async fn request_id(headers: &[(&str, &str)]) -> Option<String> {
    let error = error(&GET, answer_with(500, headers, "")).await;
    error.request_id().map(str::to_owned)
}

#[tokio::test]
async fn a_plain_request_id_is_kept() {
    for name in ["x-request-id", "request-id", "x-correlation-id"] {
        let id = request_id(&[(name, "Req_07-ab")]).await;
        assert_eq!(id.as_deref(), Some("Req_07-ab"), "{name}");
    }
}

#[tokio::test]
async fn a_request_id_that_is_no_plain_word_is_dropped() {
    let long = "a".repeat(65);
    for id in ["", "a b", "jane@example.com", "\u{1b}[31m", "a\"b", &long] {
        let Ok(value) = http::HeaderValue::from_bytes(id.as_bytes()) else {
            continue; // HTTP itself refuses it
        };
        let headers = [("x-request-id", value.to_str().unwrap_or_default())];
        assert_eq!(request_id(&headers).await, None, "{id:?}");
    }
}

#[tokio::test]
async fn an_odd_request_id_does_not_hide_a_plain_one() {
    let id = request_id(&[("x-request-id", "a b"), ("x-correlation-id", "c1")]).await;
    assert_eq!(id.as_deref(), Some("c1"));
}

#[tokio::test]
async fn not_found_becomes_none_and_nothing_else_does() {
    let lost: Result<String, Error> = Err(error(&GET, answer(404, "")).await);
    assert_eq!(lost.optional().unwrap(), None);
    let refused: Result<String, Error> = Err(error(&GET, answer(403, "")).await);
    assert!(refused.optional().unwrap_err().is_auth());
}

#[tokio::test]
async fn one_error_fails_for_many() {
    let error = error(&GET, Step::Fail(Phase::NotSent)).await;
    assert_eq!(error.to_string(), error.clone().to_string());
}

/// All kinds; by hand, because there is no list of them.
const KINDS: [ErrorKind; 14] = [
    ErrorKind::Request,
    ErrorKind::Transport,
    ErrorKind::Timeout,
    ErrorKind::Ambiguous,
    ErrorKind::Unauthorized,
    ErrorKind::Forbidden,
    ErrorKind::NotFound,
    ErrorKind::Rejected,
    ErrorKind::RateLimited,
    ErrorKind::Service,
    ErrorKind::Redirected,
    ErrorKind::Decode,
    ErrorKind::TooLarge,
    ErrorKind::PageRepeated,
];

#[test]
fn every_kind_says_itself_in_one_line() {
    let mut lines = String::new();
    for kind in KINDS {
        let error = Error::new(kind, &GET, "with a detail");
        writeln!(lines, "{kind:?}\n    {kind}\n    {error}\n    {error:?}").unwrap();
    }
    insta::assert_snapshot!(lines);
}

#[tokio::test]
async fn errors_of_the_pipeline_read_like_this() {
    let named = [("x-request-id", "r-1"), ("retry-after", "5")];
    let bad_target = Script::default()
        .session()
        .send(call(&GET).target("/things/.."))
        .await
        .unwrap_err();
    let errors = [
        bad_target,
        error(&GET, Step::Fail(Phase::NotSent)).await,
        error(&GET, Step::Fail(Phase::MaybeSent)).await,
        error(&GET, answer(200, broken("{"))).await,
        error(&POST, Step::Fail(Phase::MaybeSent)).await,
        timeout(&GET).await,
        timeout(&POST).await,
        error(&GET, answer_with(429, &named, "slow down")).await,
        error(&GET, answer_with(200, &[("content-encoding", "br")], "")).await,
    ];
    let mut lines = String::new();
    for error in errors {
        writeln!(lines, "{error}\n    {error:?}").unwrap();
    }
    insta::assert_snapshot!(lines);
}
