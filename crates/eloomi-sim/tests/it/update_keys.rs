//! The keys that a user is updated by, and updates of the keys.

use eloomi_sim::Simulator;
use serde_json::json;

use crate::client::{get, known, write};

#[tokio::test]
async fn each_key_updates_its_user() {
    for path in [
        "/v3/users/80001",
        "/v3/users-employee_id/E0001",
        "/v3/users-email/misaki.moller%40example.com",
    ] {
        let sim = Simulator::builder().seed(7).start().await.unwrap();
        write(&sim, "PATCH", path, r#"{"title":"Baker"}"#).await;
        assert_eq!(known(&sim, 80_001)["title"], "Baker", "{path}");
    }
}

#[tokio::test]
async fn an_update_of_an_unknown_key_is_204() {
    let sim = Simulator::start().await.unwrap();
    for key in ["/1", "-employee_id/nobody", "-email/a%40b.invalid", "/%FF"] {
        let path = format!("/v3/users{key}");
        let answer = write(&sim, "PATCH", &path, r#"{"title":"x"}"#).await;
        assert_eq!((answer.status, answer.text()), (204, ""), "{key}");
    }
}

#[tokio::test]
async fn a_new_address_is_the_key_from_then_on() {
    let sim = Simulator::start().await.unwrap();
    write(
        &sim,
        "PATCH",
        "/v3/users/80001",
        r#"{"email":"new@example.com"}"#,
    )
    .await;
    let found = get(&sim, "/v3/users-email/new%40example.com").await.json();
    assert_eq!(found["data"]["id"], 80_001);
}

#[tokio::test]
async fn the_old_employee_id_is_unknown_from_then_on() {
    let sim = Simulator::start().await.unwrap();
    let old = sim.people()[0].employee_id.clone().unwrap();
    let path = format!("/v3/users-employee_id/{old}");
    write(&sim, "PATCH", &path, r#"{"employee_id":"NEW-1"}"#).await;
    assert_eq!(get(&sim, &path).await.status, 204);
}

#[tokio::test]
async fn the_address_of_somebody_else_is_400() {
    let sim = Simulator::start().await.unwrap();
    let other = sim.people()[1].email.clone().unwrap().to_uppercase();
    let json = json!({"email": other}).to_string();
    assert_eq!(
        write(&sim, "PATCH", "/v3/users/80001", &json).await.status,
        400
    );
}

#[tokio::test]
async fn ones_own_address_may_be_sent_again() {
    let sim = Simulator::start().await.unwrap();
    let own = sim.people()[0].email.clone().unwrap().to_lowercase();
    let json = json!({"email": own}).to_string();
    assert_eq!(
        write(&sim, "PATCH", "/v3/users/80001", &json).await.status,
        200
    );
}

#[tokio::test]
async fn an_employee_id_may_be_given_again() {
    let sim = Simulator::start().await.unwrap();
    let other = sim.people()[1].employee_id.clone();
    let json = json!({"employee_id": other}).to_string();
    assert_eq!(
        write(&sim, "PATCH", "/v3/users/80001", &json).await.status,
        200
    );
}
