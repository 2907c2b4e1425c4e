//! The canary. That each field has a sentinel, the tests of the crate `eloomi` show, which know the
//! fields.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::client::{Answer, request, send, token};

async fn canary() -> Simulator {
    Simulator::builder().canary().start().await.unwrap()
}

/// The sentinel of a place.
fn sentinel<'a>(sim: &'a Simulator, place: &str) -> &'a str {
    let found = sim.sentinels().iter().find(|one| one.place == place);
    &found.unwrap().text
}

/// A GET with a token of its own.
async fn get(sim: &Simulator, path: &str) -> Answer {
    let asked = request("GET", path)
        .header("authorization", format!("Bearer {}", token(sim).await))
        .header("clientid", sim.client_id())
        .body(http_body_util::Full::default());
    send(sim, asked.unwrap()).await
}

#[tokio::test]
async fn there_are_no_sentinels_without_a_canary() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(sim.sentinels(), []);
}

#[tokio::test]
async fn it_is_always_the_same_company() {
    let seeded = Simulator::builder().seed(7).people(3).canary();
    let seeded = seeded.start().await.unwrap();
    assert_eq!(seeded.sentinels(), canary().await.sentinels());
}

#[tokio::test]
async fn the_id_the_secret_and_each_token_are_sentinels() {
    let sim = canary().await;
    assert_eq!(sim.client_id(), sentinel(&sim, "client id"));
    let secret = format!("sim-{}", sentinel(&sim, "client secret"));
    assert_eq!(sim.client_secret(), secret);
    let (one, other) = (token(&sim).await, token(&sim).await);
    assert_ne!(one, other);
    for token in [one, other] {
        assert!(token.contains(sentinel(&sim, "token")), "{token}");
    }
}

#[tokio::test]
async fn a_person_is_found_by_each_key() {
    let sim = canary().await;
    let keys = [
        format!("/v3/users/{}", sentinel(&sim, "User.id")),
        format!(
            "/v3/users-employee_id/{}",
            sentinel(&sim, "User.employee_id")
        ),
        format!(
            "/v3/users-email/{}%40example.com",
            sentinel(&sim, "User.email")
        ),
    ];
    for key in keys {
        let one = get(&sim, &key).await.json();
        assert_eq!(one["data"]["first_name"], sentinel(&sim, "User.first_name"));
    }
}

#[tokio::test]
async fn a_refusal_quotes_what_it_refuses() {
    let sim = canary().await;
    let answer = get(&sim, "/v3/users?mode=odd").await.json();
    let text = sentinel(&sim, "Envelope.extended_message");
    let expected = format!("{text}: /v3/users?mode=odd is refused");
    assert_eq!(answer["extended_message"], expected);
}

#[tokio::test]
async fn headers_of_every_answer_hold_sentinels_and_it_still_says_that_it_is_a_simulator() {
    let sim = canary().await;
    sim.answer_next(Matcher::path("/v3/units"), Canned::new(503));
    for path in ["/v3/users", "/v3/units", "/v3/nothing"] {
        let answer = get(&sim, path).await;
        let cookie = answer.header("set-cookie").unwrap();
        assert!(
            cookie.contains(sentinel(&sim, "header set-cookie")),
            "{cookie}"
        );
        assert!(answer.header("server").unwrap().starts_with("eloomi-sim"));
    }
}

#[tokio::test]
async fn the_simulator_prints_nothing_of_people_nor_a_secret() {
    let sim = canary().await;
    get(&sim, "/v3/users").await;
    let printed = format!("{sim:?}");
    // The id of a program tells of nobody.
    let sentinels = sim.sentinels().iter();
    let sentinels = sentinels.filter(|one| one.place != "OpenResource.id");
    let there: Vec<_> = sentinels
        .filter(|one| printed.contains(&one.text))
        .collect();
    assert!(there.is_empty(), "{there:?} in {printed}");
}
