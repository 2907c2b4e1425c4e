//! Units that go.

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get, known_unit, write};

#[tokio::test]
async fn a_deleted_unit_is_gone_and_its_answer_has_no_data() {
    let sim = Simulator::start().await.unwrap();
    for (key, twice) in [
        ("units/4005", "units/4005"),
        ("units-code/DEP106", "units/4006"),
    ] {
        let answer = call(&sim, "DELETE", &format!("/v3/{key}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json().get("data"), None);
        assert_eq!(answer.json()["message"], "The unit was deleted.");
        for method in ["GET", "DELETE"] {
            let again = call(&sim, method, &format!("/v3/{twice}")).await;
            assert_eq!(again.status, 204, "{method}");
        }
    }
}

#[tokio::test]
async fn nobody_is_in_a_unit_that_is_gone() {
    let sim = Simulator::start().await.unwrap();
    assert_ne!(known_unit(&sim, 4005)["users"], json!([]));
    call(&sim, "DELETE", "/v3/units/4005").await;
    let people = get(&sim, "/v3/users").await.json();
    let units = people["data"].as_array().unwrap().iter();
    let mut units = units.filter_map(|person| person["department_id"].as_array());
    assert!(units.all(|units| !units.contains(&json!(4005))));
}

#[tokio::test]
async fn units_below_a_unit_that_is_gone_stand_at_the_top() {
    let sim = Simulator::start().await.unwrap();
    call(&sim, "DELETE", "/v3/units/4004").await;
    for id in 4005..=4007 {
        assert_eq!(known_unit(&sim, id)["parent_id"], Value::Null);
    }
    assert_eq!(known_unit(&sim, 4009)["parent_id"], 4008);
}

#[tokio::test]
async fn the_id_of_a_unit_that_is_gone_does_not_come_back() {
    let sim = Simulator::start().await.unwrap();
    call(&sim, "DELETE", "/v3/units/4012").await;
    let made = write(&sim, "POST", "/v3/units", r#"{"name":"Sales"}"#).await;
    assert_eq!(made.json()["data"]["id"], 4013);
}

#[tokio::test]
async fn a_delete_with_members_in_its_body_deletes_the_unit_all_the_same() {
    let sim = Simulator::start().await.unwrap();
    let members = json!({"remove_user_ids": [80001]}).to_string();
    let answer = write(&sim, "DELETE", "/v3/units/4005", &members).await;
    assert_eq!(answer.status, 200);
    assert_eq!(sim.unit(4005), None);
}
