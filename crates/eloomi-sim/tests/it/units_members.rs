//! Who is in a unit: the same whether one asks the unit or the person.

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get, known, known_unit, write};

/// Three people: in no unit, in 4005, in 4005 and 4006.
async fn of_three() -> Simulator {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    for units in [json!([]), json!([4005]), json!([4005, 4006])] {
        let number = sim.people().len();
        let email = format!("person-{number}@example.com");
        let body = json!({"email": email, "department_id": units}).to_string();
        assert_eq!(write(&sim, "POST", "/v3/users", &body).await.status, 200);
    }
    sim
}

async fn patch_unit(sim: &Simulator, body: Value) {
    let answer = write(sim, "PATCH", "/v3/units/4005", &body.to_string()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

fn units_of(sim: &Simulator, person: u64) -> Value {
    known(sim, person)["department_id"].clone()
}

#[tokio::test]
async fn a_new_member_has_the_unit_and_keeps_the_others() {
    let sim = of_three().await;
    let body = json!({"name": "Sales", "user_ids": [80003, 80001]}).to_string();
    write(&sim, "POST", "/v3/units", &body).await;
    assert_eq!(units_of(&sim, 80001), json!([4013]));
    assert_eq!(units_of(&sim, 80003), json!([4005, 4006, 4013]));
}

#[tokio::test]
async fn members_that_are_set_replace_those_before() {
    let sim = of_three().await;
    patch_unit(&sim, json!({"user_ids": [80001, 80003]})).await;
    assert_eq!(known_unit(&sim, 4005)["users"], json!([80001, 80003]));
    assert_eq!(units_of(&sim, 80001), json!([4005]));
    assert_eq!(units_of(&sim, 80002), json!([]));
    assert_eq!(units_of(&sim, 80003), json!([4005, 4006]));
}

#[tokio::test]
async fn members_can_be_added_and_taken_out_one_by_one() {
    let sim = of_three().await;
    let body = json!({"add_user_ids": ["80001", 80002], "remove_user_ids": [80003, 1]});
    for _ in 0..2 {
        patch_unit(&sim, body.clone()).await;
        assert_eq!(known_unit(&sim, 4005)["users"], json!([80001, 80002]));
        assert_eq!(units_of(&sim, 80003), json!([4006]));
    }
}

#[tokio::test]
async fn a_person_who_changes_units_changes_their_members() {
    let sim = of_three().await;
    let body = json!({"department_id": [4006]}).to_string();
    write(&sim, "PATCH", "/v3/users/80002", &body).await;
    assert_eq!(known_unit(&sim, 4005)["users"], json!([80003]));
    assert_eq!(known_unit(&sim, 4006)["users"], json!([80002, 80003]));
}

#[tokio::test]
async fn a_unit_just_made_can_be_joined_by_its_code() {
    let sim = of_three().await;
    write(&sim, "POST", "/v3/units", r#"{"name":"Sales","code":"S1"}"#).await;
    let body = json!({"department_code": ["S1"]}).to_string();
    write(&sim, "PATCH", "/v3/users/80001", &body).await;
    let unit = get(&sim, "/v3/units-code/S1").await.json();
    assert_eq!(unit["data"]["users"], json!([80001]));
}

#[tokio::test]
async fn a_deleted_person_is_in_no_unit_and_leads_none() {
    let sim = of_three().await;
    let body = json!({"leader_ids": [80002, 80003],
        "add_department_learning_manager_ids": [80002]});
    patch_unit(&sim, body).await;
    assert_eq!(call(&sim, "DELETE", "/v3/users/80002").await.status, 200);
    let unit = known_unit(&sim, 4005);
    assert_eq!(
        (&unit["users"], &unit["leaders"]),
        (&json!([80003]), &json!([80003]))
    );
    assert!(
        sim.unseen_of_unit(4005)
            .unwrap()
            .learning_managers
            .is_empty()
    );
}

#[tokio::test]
async fn a_person_is_found_by_the_keys_of_now_and_not_by_those_of_before() {
    let sim = of_three().await;
    let body = r#"{"email":"new@example.com","employee_id":"N1"}"#;
    write(&sim, "PATCH", "/v3/users/80001", body).await;
    patch_unit(&sim, json!({"user_emails": ["new@example.com"]})).await;
    patch_unit(&sim, json!({"leaders_employee_ids": ["N1"]})).await;
    let unit = known_unit(&sim, 4005);
    assert_eq!(
        (&unit["users"], &unit["leaders"]),
        (&json!([80001]), &json!([80001]))
    );
    patch_unit(&sim, json!({"user_emails": ["person-0@example.com"]})).await;
    assert_eq!(known_unit(&sim, 4005)["users"], json!([]));
}
