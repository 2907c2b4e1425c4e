use std::time::Duration;

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::client::{authorized, get, raw, send, token, try_send, within};

#[tokio::test]
async fn a_written_answer_is_sent_as_it_stands() {
    let sim = Simulator::start().await.unwrap();
    let canned = Canned::new(503)
        .header("retry-after", "7")
        .body("<h1>Back soon</h1>");
    sim.answer_next(Matcher::path("/v3/users"), canned);
    let answer = get(&sim, "/v3/users").await;
    let told = (answer.status, answer.header("retry-after"), answer.text());
    assert_eq!(told, (503, Some("7"), "<h1>Back soon</h1>"));
}

#[tokio::test]
async fn a_written_answer_serves_one_request() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/users"), Canned::new(500));
    get(&sim, "/v3/users").await;
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}

#[tokio::test]
async fn written_answers_come_in_their_order() {
    let sim = Simulator::start().await.unwrap();
    for status in [500, 502] {
        sim.answer_next(Matcher::path("/v3/users"), Canned::new(status));
    }
    get(&sim, "/v3/users").await;
    assert_eq!(get(&sim, "/v3/users").await.status, 502);
}

#[tokio::test]
async fn a_matcher_tells_pages_apart() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(
        Matcher::path("/v3/users").query("page", "2"),
        Canned::new(500),
    );
    let first = get(&sim, "/v3/users?per_page=5&page=1").await.status;
    let second = get(&sim, "/v3/users?per_page=5&page=2").await.status;
    assert_eq!((first, second), (200, 500));
}

#[tokio::test]
async fn a_matcher_tells_methods_apart() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::any().method("PATCH"), Canned::new(500));
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}

#[tokio::test]
async fn a_dropped_request_gets_no_answer() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    sim.drop_next(Matcher::path("/v3/users"));
    let answer = within(try_send(&sim, authorized("/v3/users", &token))).await;
    assert!(answer.is_err());
}

#[tokio::test]
async fn a_cut_body_breaks_the_answer() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    sim.answer_next(
        Matcher::any(),
        Canned::json(200, "{\"data\":[]}").cut_after(4),
    );
    let answer = within(try_send(&sim, authorized("/v3/users", &token))).await;
    assert!(answer.is_err());
}

#[tokio::test]
async fn the_bytes_before_the_cut_arrive() {
    let sim = Simulator::start().await.unwrap();
    let canned = Canned::new(200).body("abcdefgh").cut_after(4);
    sim.answer_next(Matcher::any(), canned);
    let heard = within(raw(&sim, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).await;
    assert!(heard.ends_with("\r\n\r\nabcd"), "{heard}");
}

#[tokio::test]
async fn a_trickling_body_comes_whole() {
    let sim = Simulator::start().await.unwrap();
    let canned = Canned::json(200, "{\"data\":[]}").trickle(3, Duration::from_millis(2));
    sim.answer_next(Matcher::path("/v3/users"), canned);
    assert_eq!(get(&sim, "/v3/users").await.text(), "{\"data\":[]}");
}

#[tokio::test]
async fn a_delayed_answer_takes_its_time() {
    let sim = Simulator::start().await.unwrap();
    sim.delay_next(Matcher::path("/v3/users"), Duration::from_millis(50));
    get(&sim, "/v3/users").await;
    let took = sim.requests()[1].took.unwrap();
    assert!(took >= Duration::from_millis(50), "{took:?}");
}

#[tokio::test]
async fn a_held_answer_waits_for_its_release() {
    let sim = Simulator::start().await.unwrap();
    let hold = sim.hold_next(Matcher::path("/v3/users"));
    let asked = get(&sim, "/v3/users");
    let released = async {
        sim.requests_reach(2).await;
        let before = sim.requests()[1].status;
        hold.release();
        before
    };
    let (answer, before) = within(async { tokio::join!(asked, released) }).await;
    assert_eq!((before, answer.status), (None, 200));
}

#[tokio::test]
async fn a_dropped_hold_lets_the_answer_go() {
    let sim = Simulator::start().await.unwrap();
    drop(sim.hold_next(Matcher::path("/v3/users")));
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}

#[tokio::test]
async fn token_requests_can_be_scripted_too() {
    let sim = Simulator::start().await.unwrap();
    let canned = Canned::json(200, r#"{"access_token":"unknown"}"#);
    sim.answer_next(Matcher::path("/oauth/token"), canned);
    let token = token(&sim).await;
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        401
    );
}
