//! Updates of activation and employment.

use std::time::Duration;

use eloomi_sim::{PersonState, Simulator};
use serde_json::{Value, json};

use crate::client::{get, known, write};

/// Somebody in this state.
fn somebody(sim: &Simulator, state: PersonState) -> u64 {
    let people = sim.people();
    people.iter().find(|one| one.state == state).unwrap().id
}

fn state(sim: &Simulator, id: u64) -> PersonState {
    let people = sim.people();
    people.iter().find(|one| one.id == id).unwrap().state
}

async fn update(sim: &Simulator, id: u64, json: &Value) -> u16 {
    let path = format!("/v3/users/{id}");
    write(sim, "PATCH", &path, &json.to_string()).await.status
}

#[tokio::test]
async fn every_word_for_it_activates() {
    let words = [
        json!("standard"),
        json!("company_default"),
        json!("pre_generated_password"),
        json!("instant"),
        json!(true),
        json!(1),
        json!("1"),
        json!("true"),
    ];
    for word in words {
        let sim = Simulator::start().await.unwrap();
        let id = somebody(&sim, PersonState::Pending);
        update(&sim, id, &json!({"activate": word})).await;
        assert_eq!(state(&sim, id), PersonState::Active, "{word}");
    }
}

#[tokio::test]
async fn every_word_for_it_deactivates() {
    let words = [json!("deactivate"), json!(false), json!(0), json!("0")];
    for word in words {
        let sim = Simulator::start().await.unwrap();
        let id = somebody(&sim, PersonState::Active);
        update(&sim, id, &json!({"activate": word})).await;
        assert_eq!(state(&sim, id), PersonState::Inactive, "{word}");
    }
}

#[tokio::test]
async fn the_first_activation_has_the_time_of_the_clock() {
    let sim = Simulator::start().await.unwrap();
    let id = somebody(&sim, PersonState::Pending);
    let century = Duration::from_secs(100 * 31_556_952);
    sim.advance(century);
    update(&sim, id, &json!({"activate": "instant"})).await;
    let at = known(&sim, id)["activated_at"].to_string();
    assert!(at.starts_with("\"21"), "{at}");
}

#[tokio::test]
async fn a_later_activation_keeps_the_first_time() {
    let sim = Simulator::start().await.unwrap();
    let id = somebody(&sim, PersonState::Inactive);
    let before = known(&sim, id)["activated_at"].clone();
    update(&sim, id, &json!({"activate": "instant"})).await;
    assert_eq!(known(&sim, id)["activated_at"], before);
}

#[tokio::test]
async fn an_unknown_word_is_400() {
    let sim = Simulator::start().await.unwrap();
    for word in [json!("soon"), json!(2), json!([])] {
        let status = update(&sim, 80_001, &json!({"activate": word})).await;
        assert_eq!(status, 400, "{word}");
    }
}

#[tokio::test]
async fn an_end_in_the_past_deactivates() {
    let sim = Simulator::start().await.unwrap();
    let id = somebody(&sim, PersonState::Active);
    update(
        &sim,
        id,
        &json!({"end_of_employment_at": "2001-01-01 00:00:00"}),
    )
    .await;
    assert_eq!(state(&sim, id), PersonState::Inactive);
}

#[tokio::test]
async fn an_end_ahead_deactivates_nobody() {
    let sim = Simulator::start().await.unwrap();
    let id = somebody(&sim, PersonState::Active);
    update(&sim, id, &json!({"end_of_employment_at": "2999-12-31"})).await;
    assert_eq!(state(&sim, id), PersonState::Active);
}

#[tokio::test]
async fn whoever_was_deactivated_is_listed_as_inactive() {
    let sim = Simulator::start().await.unwrap();
    let id = somebody(&sim, PersonState::Active);
    update(&sim, id, &json!({"activate": "deactivate"})).await;
    assert!(
        get(&sim, "/v3/users?mode=inactive")
            .await
            .ids()
            .contains(&id)
    );
}
