//! Units that change.

use eloomi_sim::{Simulator, UnknownUnit};
use serde_json::{Value, json};

use crate::client::{Answer, get, known_unit, write};

async fn patch(sim: &Simulator, key: &str, body: &Value) -> Answer {
    write(sim, "PATCH", &format!("/v3/{key}"), &body.to_string()).await
}

/// The unit 4005 after this change.
async fn after(sim: &Simulator, body: Value) -> Value {
    let answer = patch(sim, "units/4005", &body).await;
    assert_eq!(answer.status, 200, "{body}: {}", answer.text());
    let shown = answer.json()["data"].clone();
    assert_eq!(shown, known_unit(sim, 4005));
    shown
}

#[tokio::test]
async fn a_change_leaves_what_was_not_sent() {
    let sim = Simulator::start().await.unwrap();
    let mut expected = known_unit(&sim, 4005);
    expected["name"] = json!("North");
    assert_eq!(after(&sim, json!({"name": "North"})).await, expected);
    assert_eq!(after(&sim, json!({"unheard_of": 1})).await, expected);
}

#[tokio::test]
async fn null_empties_a_field_of_a_unit() {
    let sim = Simulator::start().await.unwrap();
    for (field, emptied) in [("code", Value::Null), ("parent_id", Value::Null)] {
        assert_eq!(after(&sim, json!({field: null})).await[field], emptied);
    }
    let lists = json!({"user_ids": null, "leader_ids": [], "access_groups": null});
    let unit = after(&sim, lists).await;
    for field in ["users", "leaders", "access_groups"] {
        assert_eq!(unit[field], json!([]), "{field}");
    }
}

#[tokio::test]
async fn a_code_is_a_key_like_the_id() {
    let sim = Simulator::start().await.unwrap();
    let answer = patch(&sim, "units-code/DEP105", &json!({"code": "N 1"})).await;
    assert_eq!(answer.json()["data"]["id"], 4005);
    assert_eq!(get(&sim, "/v3/units-code/N%201").await.status, 200);
    assert_eq!(get(&sim, "/v3/units-code/DEP105").await.status, 204);
}

#[tokio::test]
async fn the_unit_above_comes_by_id_or_by_code() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(
        after(&sim, json!({"parent_id": "4008"})).await["parent_id"],
        4008
    );
    assert_eq!(
        after(&sim, json!({"parent_code": "DEP102"})).await["parent_id"],
        4002
    );
    let both = json!({"parent_id": 4008, "parent_code": "DEP103"});
    assert_eq!(after(&sim, both).await["parent_id"], 4003);
    assert_eq!(
        after(&sim, json!({"parent_code": ""})).await["parent_id"],
        Value::Null
    );
}

#[tokio::test]
async fn a_unit_above_that_does_not_exist_leaves_the_unit_where_it_was() {
    let sim = Simulator::start().await.unwrap();
    for unknown in [json!({"parent_id": 1}), json!({"parent_code": "NONE"})] {
        assert_eq!(after(&sim, unknown).await["parent_id"], 4004);
    }
}

#[tokio::test]
async fn a_unit_is_never_put_below_itself() {
    let sim = Simulator::start().await.unwrap();
    let before = known_unit(&sim, 4001);
    for below in [4001, 4004, 4005] {
        let body = json!({"parent_id": below, "name": "Ring"});
        assert_eq!(
            patch(&sim, "units/4001", &body).await.status,
            400,
            "{below}"
        );
    }
    assert_eq!(known_unit(&sim, 4001), before);
}

#[tokio::test]
async fn a_unit_cannot_lose_its_name() {
    let sim = Simulator::start().await.unwrap();
    for name in [json!(null), json!(""), json!(" ")] {
        let body = json!({"name": name});
        assert_eq!(patch(&sim, "units/4005", &body).await.status, 400);
    }
    assert_eq!(known_unit(&sim, 4005)["name"], "Sales \"North\"");
}

#[tokio::test]
async fn managers_and_courses_are_kept_and_shown_nowhere() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    for body in [
        r#"{"email":"ada@example.com","employee_id":"E1"}"#,
        r#"{"email":"jonas@example.com","employee_id":"E2"}"#,
        r#"{"email":"mia@example.com","employee_id":"E3"}"#,
    ] {
        write(&sim, "POST", "/v3/users", body).await;
    }
    let before = known_unit(&sim, 4005);
    for role in ["learning", "organizational", "performance"] {
        let name = |form: &str| format!("add_department_{role}_manager_{form}");
        let added = json!({
            name("ids"): [80001, 1],
            name("emails"): ["jonas@example.com"],
            name("employee_ids"): ["E3", "none"],
        });
        assert_eq!(after(&sim, added).await, before);
    }
    after(&sim, json!({"add_course_ids": [61, "62", "x"]})).await;
    let unseen = sim.unseen_of_unit(4005).unwrap();
    let everybody = [80_001, 80_002, 80_003];
    assert_eq!(unseen.learning_managers, everybody);
    assert_eq!(unseen.organizational_managers, everybody);
    assert_eq!(unseen.performance_managers, everybody);
    assert_eq!(unseen.courses, [61, 62]);

    let removed = json!({
        "remove_department_learning_manager_ids": [80001],
        "remove_department_organizational_manager_emails": ["JONAS@example.com"],
        "remove_department_performance_manager_employee_ids": ["E3"],
        "remove_course_ids": [61],
    });
    after(&sim, removed).await;
    let unseen = sim.unseen_of_unit(4005).unwrap();
    assert_eq!(unseen.learning_managers, [80_002, 80_003]);
    assert_eq!(unseen.organizational_managers, [80_001, 80_003]);
    assert_eq!(unseen.performance_managers, [80_001, 80_002]);
    assert_eq!(unseen.courses, [62]);
}

#[tokio::test]
async fn a_change_of_a_unit_nobody_has_is_204_or_as_told_400() {
    let sim = Simulator::start().await.unwrap();
    let body = json!({"name": "North"});
    for key in ["units/1", "units-code/NONE"] {
        assert_eq!(patch(&sim, key, &body).await.status, 204);
    }
    sim.switch(|switches| switches.unknown_unit = UnknownUnit::BadRequest);
    for key in ["units/1", "units-code/NONE"] {
        let answer = patch(&sim, key, &body).await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json()["extended_message"], "Unit not found");
    }
    assert_eq!(get(&sim, "/v3/units/1").await.status, 204);
}
