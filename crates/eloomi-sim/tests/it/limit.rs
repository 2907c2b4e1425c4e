use std::time::Duration;

use eloomi_sim::{LimitKey, RetryAfter, Simulator, WindowKind};

use crate::client::{Answer, authorized, send, token, within};

const WINDOW: Duration = Duration::from_secs(60);

/// A simulator that allows this many calls, and a token for it.
async fn allowing(calls: u32) -> (Simulator, String) {
    let sim = Simulator::builder()
        .limit(calls)
        .window(WINDOW)
        .start()
        .await
        .unwrap();
    let token = token(&sim).await;
    (sim, token)
}

async fn call(sim: &Simulator, token: &str) -> Answer {
    send(sim, authorized("/v3/users?per_page=1", token)).await
}

#[tokio::test]
async fn answers_tell_the_limit_and_what_is_left() {
    let (sim, token) = allowing(5).await;
    let answer = call(&sim, &token).await;
    let told = (
        answer.header("x-ratelimit-limit"),
        answer.header("x-ratelimit-remaining"),
    );
    assert_eq!(told, (Some("5"), Some("4")));
}

#[tokio::test]
async fn a_call_over_the_limit_is_429() {
    let (sim, token) = allowing(1).await;
    call(&sim, &token).await;
    assert_eq!(call(&sim, &token).await.status, 429);
}

#[tokio::test]
async fn a_429_says_when_to_come_back() {
    let (sim, token) = allowing(1).await;
    call(&sim, &token).await;
    sim.advance(WINDOW / 2);
    let answer = call(&sim, &token).await;
    let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((20..=30).contains(&seconds), "{seconds}");
}

#[tokio::test]
async fn a_429_can_say_so_a_second_too_early() {
    let (sim, token) = allowing(1).await;
    sim.switch(|switches| switches.retry_after = RetryAfter::RoundedDown);
    call(&sim, &token).await;
    sim.advance(Duration::from_millis(59_100));
    assert_eq!(call(&sim, &token).await.header("retry-after"), Some("0"));
}

#[tokio::test]
async fn an_anchored_window_empties_as_a_whole() {
    let (sim, token) = allowing(3).await;
    sim.switch(|switches| switches.window_kind = WindowKind::Anchored);
    call(&sim, &token).await;
    sim.advance(Duration::from_secs(40));
    call(&sim, &token).await;
    sim.advance(Duration::from_secs(20));
    assert_eq!(
        call(&sim, &token).await.header("x-ratelimit-remaining"),
        Some("2")
    );
}

#[tokio::test]
async fn a_429_can_keep_silent_about_it() {
    let (sim, token) = allowing(1).await;
    sim.switch(|switches| switches.retry_after = RetryAfter::Absent);
    call(&sim, &token).await;
    assert_eq!(call(&sim, &token).await.header("retry-after"), None);
}

#[tokio::test]
async fn calls_pass_again_when_the_window_has() {
    let (sim, token) = allowing(1).await;
    call(&sim, &token).await;
    call(&sim, &token).await;
    sim.advance(WINDOW);
    assert_eq!(call(&sim, &token).await.status, 200);
}

#[tokio::test]
async fn on_a_clock_that_stands_still_no_window_passes_until_it_is_put_forward() {
    let short = Duration::from_millis(1);
    let sim = Simulator::builder().limit(1).window(short);
    let sim = sim.clock_stands_still().start().await.unwrap();
    let token = token(&sim).await;
    assert_eq!(call(&sim, &token).await.status, 200);
    // Many times as long passes meanwhile.
    for _ in 0..50 {
        assert_eq!(call(&sim, &token).await.status, 429);
    }
    sim.advance(short);
    assert_eq!(call(&sim, &token).await.status, 200);
}

#[tokio::test]
async fn a_short_window_passes_in_real_time() {
    let builder = Simulator::builder().limit(1);
    let sim = builder
        .window(Duration::from_millis(200))
        .start()
        .await
        .unwrap();
    let token = token(&sim).await;
    // It fills and recovers, or the test runs out of time.
    within(async {
        while call(&sim, &token).await.status == 200 {}
        while call(&sim, &token).await.status == 429 {}
    })
    .await;
}

#[tokio::test]
async fn refused_calls_take_nothing() {
    let (sim, token) = allowing(2).await;
    for _ in 0..4 {
        send(&sim, authorized("/v3/users", "sim-token-0")).await;
    }
    assert_eq!(
        call(&sim, &token).await.header("x-ratelimit-remaining"),
        Some("1")
    );
}

#[tokio::test]
async fn refused_calls_take_theirs_if_so_set() {
    let (sim, _) = allowing(2).await;
    sim.switch(|switches| switches.unauthenticated_count = true);
    let wrong = authorized("/v3/users", "sim-token-0");
    let answer = send(&sim, wrong).await;
    assert_eq!(answer.header("x-ratelimit-remaining"), Some("1"));
}

#[tokio::test]
async fn token_requests_take_nothing() {
    let (sim, token) = allowing(2).await;
    assert_eq!(
        call(&sim, &token).await.header("x-ratelimit-remaining"),
        Some("1")
    );
}

#[tokio::test]
async fn token_requests_take_theirs_if_so_set() {
    let builder = Simulator::builder().limit(2).window(WINDOW);
    let builder = builder.switch(|switches| switches.token_requests_count = true);
    let sim = builder.start().await.unwrap();
    let token = token(&sim).await;
    assert_eq!(
        call(&sim, &token).await.header("x-ratelimit-remaining"),
        Some("0")
    );
}

#[tokio::test]
async fn a_limit_of_zero_is_none() {
    let (sim, token) = allowing(0).await;
    let answer = call(&sim, &token).await;
    assert_eq!(
        (answer.status, answer.header("x-ratelimit-limit")),
        (200, None)
    );
}

#[tokio::test]
async fn each_token_has_a_budget_of_its_own_if_tokens_are_counted() {
    let (sim, first) = allowing(1).await;
    let second = token(&sim).await;
    call(&sim, &first).await;
    assert_eq!(call(&sim, &second).await.status, 429, "one client");
    sim.switch(|switches| switches.limit_key = LimitKey::Token);
    assert_eq!(call(&sim, &second).await.status, 200);
    assert_eq!(call(&sim, &second).await.status, 429);
    assert_eq!(
        call(&sim, &first).await.status,
        200,
        "it has not counted yet"
    );
}

#[tokio::test]
async fn all_who_come_from_one_address_share_a_budget_if_addresses_are_counted() {
    let (sim, first) = allowing(1).await;
    sim.switch(|switches| switches.limit_key = LimitKey::Address);
    let second = token(&sim).await;
    call(&sim, &first).await;
    assert_eq!(call(&sim, &second).await.status, 429);
}

#[tokio::test]
async fn a_round_trip_takes_as_long_as_it_was_set_up_to() {
    let shortest = Duration::from_millis(60);
    let sim = Simulator::builder()
        .latency(shortest..=shortest * 2)
        .start()
        .await
        .unwrap();
    let token = token(&sim).await;
    #[expect(clippy::disallowed_methods, reason = "real time is what is tested")]
    let start = std::time::Instant::now();
    call(&sim, &token).await;
    assert!(start.elapsed() >= shortest);
}
