//! When a call is sent again: how far it got, what may be repeated, and what all calls together
//! may spend.

use std::time::Duration;

use eloomi_core::{
    Budget, CallOptions, Endpoint, Error, ErrorKind, ManualClock, Phase, Repeat, Reply,
    RequestError, ResponseError, Route, Session,
};
use futures_util::FutureExt as _;
use http::Request;

use crate::{
    script::{Script, Step, answer, answer_with, broken, while_time_passes},
    things::{Call, GET, POST, PUT, Things, call},
};

const SECOND: Duration = Duration::from_secs(1);

fn session(script: &Script, clock: &ManualClock) -> Session {
    script.builder(clock).options(CallOptions::new()).build()
}

/// What becomes of a call to this route when these things happen one after the other, and how
/// often it was sent.
async fn outcome(
    route: &'static Route,
    steps: impl IntoIterator<Item = Step>,
) -> (Result<String, Error>, usize) {
    let clock = ManualClock::new();
    let script = Script::new(steps);
    let session = session(&script, &clock);
    let result = while_time_passes(&clock, session.send(call(route))).await;
    (result, script.sent().len())
}

/// How often it is sent if this happens first and all is well then.
async fn times(route: &'static Route, first: Step) -> usize {
    outcome(route, [first, answer(200, "done")]).await.1
}

#[tokio::test]
async fn what_never_left_is_sent_again_whatever_it_is() {
    for route in [&GET, &PUT, &POST] {
        let (value, sent) = outcome(route, [Step::Fail(Phase::NotSent), answer(200, "")]).await;
        assert!(value.is_ok());
        assert_eq!(sent, 2, "{route:?}");
    }
}

#[tokio::test]
async fn what_may_have_been_carried_out_is_sent_again_only_if_it_may_be_repeated() {
    for lost in [
        || Step::Fail(Phase::MaybeSent),
        || answer(200, broken("{")),
        || answer(503, ""),
    ] {
        assert_eq!(times(&GET, lost()).await, 2);
        assert_eq!(times(&PUT, lost()).await, 2);
        assert_eq!(times(&POST, lost()).await, 1);
    }
}

#[tokio::test]
async fn after_a_500_only_a_reading_request_is_sent_again() {
    assert_eq!(times(&GET, answer(500, "")).await, 2);
    assert_eq!(times(&PUT, answer(500, "")).await, 1);
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_says_how_to_check() {
    let (result, sent) = outcome(&POST, [Step::Fail(Phase::MaybeSent)]).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), sent), (ErrorKind::Ambiguous, 1));
    let how = error.how_to_check().unwrap();
    assert!(error.to_string().ends_with(how), "{error}");
}

#[tokio::test]
async fn an_answer_lost_behind_a_good_head_keeps_its_status() {
    let (result, _) = outcome(&POST, [answer(201, broken("{"))]).await;
    let error = result.unwrap_err();
    assert!(error.is_ambiguous());
    assert_eq!(error.status().unwrap(), 201);
    assert_eq!(error.phase(), Phase::HeadReceived);
}

#[tokio::test]
async fn three_attempts_are_enough() {
    let (result, sent) = outcome(&GET, (0..9).map(|_| answer(503, ""))).await;
    let error = result.unwrap_err();
    assert_eq!((sent, error.attempts()), (3, 3));
    assert!(
        error.is_retryable(),
        "whoever is patient may try again later"
    );
}

#[tokio::test]
async fn a_call_may_have_other_options() {
    let clock = ManualClock::new();
    for attempts in [0, 1, 2, 5] {
        let script = Script::new((0..9).map(|_| answer(503, "")));
        let options = CallOptions::new().attempts(attempts);
        let session = session(&script, &clock).with(options);
        let error = while_time_passes(&clock, session.send(call(&GET)))
            .await
            .unwrap_err();
        assert_eq!(error.attempts(), attempts.max(1));
    }
    let script = Script::new([answer(503, ""), answer(200, "done")]);
    let bold = session(&script, &clock).with(CallOptions::new().repeat(Repeat::Idempotent));
    let value = while_time_passes(&clock, bold.send(call(&POST))).await;
    assert_eq!(value.unwrap(), "done");
}

#[tokio::test]
async fn a_repetition_waits_for_as_long_as_the_service_asks() {
    let clock = ManualClock::new();
    let busy = answer_with(503, &[("retry-after", "7")], "");
    let script = Script::new([busy, answer(200, "done")]);
    let session = session(&script, &clock);
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_nanos(6_999_999_999));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_nanos(1));
    assert_eq!((&mut waiting).now_or_never().unwrap().unwrap(), "done");
}

#[tokio::test]
async fn without_a_word_a_repetition_waits_a_second_at_most_and_then_two() {
    let clock = ManualClock::new();
    let script = Script::new((0..3).map(|_| answer(503, "")));
    let session = session(&script, &clock);
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(SECOND);
    assert!((&mut waiting).now_or_never().is_none());
    assert_eq!(script.sent().len(), 2);
    clock.advance(2 * SECOND);
    assert!((&mut waiting).now_or_never().unwrap().is_err());
}

#[tokio::test]
async fn the_room_for_chance_doubles() {
    let most = Duration::from_millis(2_050);
    let mut longest = Duration::ZERO;
    // Each is above the sum of two waits of a second at most with a chance of 0.22: one in 120 is,
    // but for once in 10^13 times.
    for _ in 0..120 {
        let clock = ManualClock::new();
        let script = Script::new((0..3).map(|_| answer(503, "")));
        let session = session(&script, &clock);
        while_time_passes(&clock, session.send(call(&GET)))
            .await
            .unwrap_err();
        longest = longest.max(eloomi_core::Clock::now(&clock).0);
    }
    assert!(longest > most, "{longest:?}");
}

#[tokio::test]
async fn the_longest_wait_that_is_allowed_is_waited_for_and_no_longer_one() {
    for (status, asked, sent) in [
        (503, "60", 2),
        (503, "61", 1),
        (429, "60", 2),
        (429, "61", 1),
    ] {
        let clock = ManualClock::new();
        let busy = answer_with(status, &[("retry-after", asked)], "");
        let script = Script::new([busy, answer(200, "")]);
        let patient = session(&script, &clock).with(CallOptions::new().timeout(300 * SECOND));
        let _ = while_time_passes(&clock, patient.send(call(&GET))).await;
        assert_eq!(script.sent().len(), sent, "{status}, {asked} s");
    }
}

#[tokio::test]
async fn without_a_budget_a_429_is_waited_for_as_long_as_is_asked_and_a_little_longer() {
    let clock = ManualClock::new();
    let busy = answer_with(429, &[("retry-after", "2")], "");
    let script = Script::new([busy, answer(200, "done")]);
    let session = session(&script, &clock);
    let mut waiting = Box::pin(session.send(call(&POST)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(1_999));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(1_001));
    assert_eq!((&mut waiting).now_or_never().unwrap().unwrap(), "done");
}

#[tokio::test]
async fn a_service_that_asks_for_too_long_a_wait_is_not_waited_for() {
    for status in [503, 429] {
        let (result, sent) =
            outcome(&GET, [answer_with(status, &[("retry-after", "86400")], "")]).await;
        let error = result.unwrap_err();
        assert_eq!(error.retry_after(), Some(86_400 * SECOND));
        assert_eq!(sent, 1);
    }
}

#[tokio::test]
async fn a_wait_that_the_call_has_no_time_for_is_not_begun() {
    let clock = ManualClock::new();
    let script = Script::new([answer_with(503, &[("retry-after", "5")], "")]);
    let hasty = session(&script, &clock).with(CallOptions::new().timeout(5 * SECOND));
    let error = hasty.send(call(&GET)).now_or_never().unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
}

#[tokio::test]
async fn one_deadline_is_for_all_attempts() {
    let clock = ManualClock::new();
    let script = Script::new((0..3).map(|_| Step::Hang));
    let options = CallOptions::new()
        .timeout(10 * SECOND)
        .attempt_timeout(4 * SECOND);
    let session = session(&script, &clock).with(options);
    let began = clock.sleepers();
    let result = while_time_passes(&clock, session.send(call(&GET))).await;
    assert!(result.unwrap_err().is_timeout());
    assert_eq!(clock.sleepers(), began, "nothing sleeps on");
    assert!(eloomi_core::Clock::now(&clock).0 <= 10 * SECOND);
}

#[tokio::test]
async fn after_a_429_anything_is_sent_again() {
    for route in [&GET, &POST] {
        let busy = answer_with(429, &[("retry-after", "2")], "");
        assert_eq!(times(route, busy).await, 2);
    }
}

#[tokio::test]
async fn with_a_budget_a_429_is_waited_for_in_the_queue() {
    let clock = ManualClock::new();
    let busy = answer_with(429, &[("retry-after", "2")], "");
    let script = Script::new([busy, answer(200, "done")]);
    let session = script
        .builder(&clock)
        .options(CallOptions::new())
        .budget(Budget::new(600, 60 * SECOND))
        .build();
    let mut waiting = Box::pin(session.send(call(&POST)));
    assert!((&mut waiting).now_or_never().is_none());
    assert_eq!(session.stats().limit.unwrap().waiting, 1);
    let value = while_time_passes(&clock, waiting).await;
    assert_eq!(value.unwrap(), "done");
    assert_eq!(
        session.stats().retry_quota,
        500,
        "a 429 is not on the quota's account"
    );
}

#[tokio::test]
async fn a_429_that_names_no_time_is_waited_for_until_the_window_is_over() {
    let clock = ManualClock::new();
    let script = Script::new([answer(429, ""), answer(200, "done")]);
    let session = script
        .builder(&clock)
        .options(CallOptions::new())
        .budget(Budget::new(600, 60 * SECOND))
        .build();
    let value = while_time_passes(&clock, session.send(call(&GET))).await;
    assert_eq!(value.unwrap(), "done");
    let waited = session.stats().limit.unwrap().waited;
    assert!((60 * SECOND..62 * SECOND).contains(&waited), "{waited:?}");
}

#[tokio::test]
async fn a_wait_in_the_queue_that_is_too_long_ends_with_the_429() {
    let clock = ManualClock::new();
    let script = Script::new([answer_with(429, &[("retry-after", "30")], "later")]);
    let session = script
        .builder(&clock)
        .options(CallOptions::new().max_wait(10 * SECOND))
        .budget(Budget::new(600, 60 * SECOND))
        .build();
    let error = session
        .send(call(&GET))
        .now_or_never()
        .unwrap()
        .unwrap_err();
    assert_eq!(error.server_message(), Some("later"));
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_service_that_is_down_wears_the_quota_out() {
    let clock = ManualClock::new();
    let script = Script::new((0..400).map(|_| answer(503, "")));
    let session = session(&script, &clock);
    for _ in 0..200 {
        let result = while_time_passes(&clock, session.send(call(&GET))).await;
        assert_eq!(
            result.unwrap_err().status().unwrap(),
            503,
            "the last real error"
        );
    }
    assert_eq!(
        script.sent().len(),
        300,
        "two hundred, and a hundred repetitions"
    );
    assert_eq!(session.stats().retry_quota, 0);
}

#[tokio::test]
async fn a_quota_of_nothing_allows_no_repetition() {
    let clock = ManualClock::new();
    let script = Script::new([answer(503, "")]);
    let builder = script.builder(&clock).options(CallOptions::new());
    let session = builder.retry_quota(0).build();
    assert!(session.send(call(&GET)).now_or_never().unwrap().is_err());
}

/// A request that calls its answers final.
#[derive(Clone)]
struct Final(Call);

impl Endpoint for Final {
    type Output = String;

    fn route(&self) -> &'static Route {
        self.0.route()
    }

    fn request(&self) -> Result<Request<bytes::Bytes>, RequestError> {
        self.0.request()
    }

    fn response(&self, reply: &Reply) -> Result<String, ResponseError> {
        self.0.response(reply).map_err(ResponseError::is_final)
    }
}

#[tokio::test]
async fn an_endpoint_may_call_a_status_final() {
    let script = Script::new([answer(503, "")]);
    let session = session(&script, &ManualClock::new());
    let sent = session.send(Final(call(&GET))).now_or_never();
    assert!(!sent.unwrap().unwrap_err().is_retryable());
}

#[tokio::test]
async fn a_429_that_only_the_body_names_is_waited_for_too() {
    struct Inside;
    impl Endpoint for Inside {
        type Output = ();

        fn route(&self) -> &'static Route {
            &GET
        }

        fn request(&self) -> Result<Request<bytes::Bytes>, RequestError> {
            call(&GET).request()
        }

        fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
            match &reply.body[..] {
                b"busy" => Err(ResponseError::new(ErrorKind::RateLimited)
                    .status_inside(http::StatusCode::TOO_MANY_REQUESTS)),
                _ => Ok(()),
            }
        }
    }
    let clock = ManualClock::new();
    let script = Script::new([answer(200, "busy"), answer(200, "done")]);
    let session = script
        .builder(&clock)
        .options(CallOptions::new())
        .budget(Budget::new(600, 60 * SECOND))
        .build();
    let mut waiting = Box::pin(session.send(Inside));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(999));
    assert!((&mut waiting).now_or_never().is_none());
    assert_eq!(script.sent().len(), 1);
    clock.advance(Duration::from_millis(1_001));
    assert!((&mut waiting).now_or_never().unwrap().is_ok());
}

#[tokio::test]
async fn a_small_cap_on_what_may_be_asked_for_ends_no_backoff() {
    for _ in 0..40 {
        let clock = ManualClock::new();
        let script = Script::new([answer(503, ""), answer(200, "")]);
        let options = CallOptions::new().max_retry_after(Duration::from_millis(1));
        let impatient = session(&script, &clock).with(options);
        let value = while_time_passes(&clock, impatient.send(call(&GET))).await;
        assert!(
            value.is_ok(),
            "its own wait is longer than a millisecond nearly always"
        );
    }
}

#[tokio::test]
async fn a_delete_learns_that_an_earlier_attempt_may_have_done_it() {
    struct Repeated;
    impl Endpoint for Repeated {
        type Output = bool;

        fn route(&self) -> &'static Route {
            &PUT
        }

        fn request(&self) -> Result<Request<bytes::Bytes>, RequestError> {
            call(&PUT).request()
        }

        fn response(&self, reply: &Reply) -> Result<bool, ResponseError> {
            ResponseError::of_status(reply.status).map_or(Ok(reply.repeated), Err)
        }
    }
    for (first, repeated) in [
        (answer(502, ""), true),
        (Step::Fail(Phase::MaybeSent), true),
        (Step::Fail(Phase::NotSent), false),
        (answer_with(429, &[("retry-after", "1")], ""), false),
    ] {
        let clock = ManualClock::new();
        let session = session(&Script::new([first, answer(200, "")]), &clock);
        let result = while_time_passes(&clock, session.send(Repeated)).await;
        assert_eq!(result.unwrap(), repeated);
    }
}

#[tokio::test]
async fn stats_count_what_became_of_calls() {
    let clock = ManualClock::new();
    let script = Script::new([
        answer(503, ""),
        answer(200, ""),
        Step::Fail(Phase::MaybeSent),
    ]);
    let session = session(&script, &clock);
    while_time_passes(&clock, session.send(call(&GET)))
        .await
        .unwrap();
    session.send(call(&POST)).await.unwrap_err();
    let stats = session.stats();
    assert_eq!((stats.calls, stats.attempts, stats.retries), (2, 3, 1));
    assert_eq!((stats.failed, stats.ambiguous, stats.timeouts), (1, 1, 0));
    assert_eq!(stats.retry_quota, 500);
}

/// Everything a stream over these gives, and how often it asked.
async fn streamed(steps: impl IntoIterator<Item = Step>) -> (Result<Vec<String>, Error>, usize) {
    let clock = ManualClock::new();
    let script = Script::new(steps);
    let items = session(&script, &clock).stream(Things::default());
    let found = while_time_passes(&clock, items.collect()).await;
    (found, script.sent().len())
}

const TWO: &str = r#"{"data":[{"id":1},{"id":2}],"last":true}"#;

#[tokio::test]
async fn a_page_that_breaks_off_is_asked_for_again_and_gives_nothing_twice() {
    for step in [
        answer(200, broken(r#"{"data":[{"id":1},"#)),
        answer(503, ""),
    ] {
        let (found, asked) = streamed([step, answer(200, TWO)]).await;
        assert_eq!(found.unwrap(), [r#"{"id":1}"#, r#"{"id":2}"#]);
        assert_eq!(asked, 2);
    }
}

#[tokio::test]
async fn a_page_has_three_attempts_and_the_next_page_three_more() {
    let failed = || answer(503, "");
    let first = answer(200, r#"{"data":[{"id":1}]}"#);
    let (found, _) = streamed([
        failed(),
        failed(),
        first,
        failed(),
        failed(),
        answer(200, TWO),
    ])
    .await;
    assert_eq!(found.unwrap().len(), 2);
    let (found, asked) = streamed((0..9).map(|_| failed())).await;
    assert_eq!((found.unwrap_err().attempts(), asked), (3, 3));
}

#[tokio::test]
async fn a_stream_goes_on_after_an_error_if_it_is_told_to() {
    let clock = ManualClock::new();
    let script = Script::new([
        answer(200, broken(r#"{"data":[{"id":1},"#)),
        answer(200, TWO),
    ]);
    let once = session(&script, &clock).with(CallOptions::new().attempts(1));
    let mut items = once.stream(Things::default());
    items.resume(); // nothing has ended yet
    assert_eq!(items.next().await.unwrap().unwrap(), r#"{"id":1}"#);
    assert!(items.next().await.unwrap().is_err());
    assert!(items.next().await.is_none());
    items.resume();
    assert_eq!(items.next().await.unwrap().unwrap(), r#"{"id":2}"#);
    assert!(items.next().await.is_none());
    items.resume();
    assert!(items.next().await.is_none(), "a list that is over stays so");
}
