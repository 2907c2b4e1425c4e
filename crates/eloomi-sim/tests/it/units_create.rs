//! New units.

use eloomi_sim::{CreatedUnit, Simulator};
use serde_json::{Value, json};

use crate::client::{Answer, get, known_unit, write, write_as};

async fn create(sim: &Simulator, body: &Value) -> Answer {
    write(sim, "POST", "/v3/units", &body.to_string()).await
}

/// What the answer to a creation shows.
async fn created(sim: &Simulator, body: Value) -> Value {
    let answer = create(sim, &body).await;
    assert_eq!(answer.status, 200, "{body}: {}", answer.text());
    answer.json()["data"].clone()
}

async fn of_two() -> Simulator {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    for body in [
        r#"{"email":"ada@example.com","employee_id":"E1"}"#,
        r#"{"email":"jonas@example.com","employee_id":"E2"}"#,
    ] {
        assert_eq!(write(&sim, "POST", "/v3/users", body).await.status, 200);
    }
    sim
}

#[tokio::test]
async fn a_new_unit_is_200_and_the_next_call_finds_it() {
    let sim = of_two().await;
    let body = json!({"name": "Sales", "code": "S1", "parent_id": 4001, "user_ids": [80002],
        "leader_ids": [80001], "access_groups": [31]});
    let shown = created(&sim, body).await;
    let expected = json!({"id": 4013, "name": "Sales", "code": "S1", "parent_id": 4001,
        "users": [80002], "leaders": [80001],
        "access_groups": [{"id": 31, "name": "HR Admins"}]});
    assert_eq!(shown, expected);
    assert_eq!(
        get(&sim, "/v3/units-code/S1").await.json()["data"],
        expected
    );
}

#[tokio::test]
async fn a_unit_made_without_code_shows_its_name_in_small_letters_once() {
    let sim = of_two().await;
    for body in [
        json!({"name": "Økonomi A"}),
        json!({"name": "Økonomi A", "code": ""}),
    ] {
        let shown = created(&sim, body).await;
        assert_eq!(shown["code"], "økonomi a");
        let id = shown["id"].as_u64().unwrap();
        assert_eq!(known_unit(&sim, id)["code"], Value::Null);
    }
}

#[tokio::test]
async fn leaders_and_members_nobody_knows_are_left_out_without_a_word() {
    let sim = of_two().await;
    let body = json!({"name": "Sales", "user_ids": [80001, 1, "x"], "leader_ids": [2, 80002],
        "leader_email": ["nobody@example.com"], "access_groups": [7]});
    let shown = created(&sim, body).await;
    assert_eq!(shown["users"], json!([80001]));
    assert_eq!(shown["leaders"], json!([80002]));
    assert_eq!(shown["access_groups"], json!([]));
}

#[tokio::test]
async fn the_answer_to_a_creation_shows_nobody_when_told_so() {
    let sim = of_two().await;
    sim.switch(|switches| switches.created_unit = CreatedUnit::WithoutPeople);
    let body = json!({"name": "Sales", "user_ids": [80001], "leader_ids": [80002]});
    let shown = created(&sim, body).await;
    assert_eq!(
        (&shown["users"], &shown["leaders"]),
        (&json!([]), &json!([]))
    );
    let known = known_unit(&sim, 4013);
    assert_eq!(known["users"], json!([80001]));
    assert_eq!(known["leaders"], json!([80002]));
}

#[tokio::test]
async fn every_spelling_of_leaders_and_members_is_taken() {
    let sim = of_two().await;
    for (field, value, shown) in [
        ("leader_ids", json!([80001]), "leaders"),
        ("leaders", json!(["80001"]), "leaders"),
        ("leader_email", json!(["ADA@example.com"]), "leaders"),
        ("leader_employee_id", json!(["E1"]), "leaders"),
        ("leader_employee_ids", json!(["E1"]), "leaders"),
        ("leaders_employee_id", json!(["E1"]), "leaders"),
        ("leaders_employee_ids", json!(["E1"]), "leaders"),
        ("user_ids", json!([80001]), "users"),
        ("users", json!([80001]), "users"),
        ("user_emails", json!(["ada@example.com"]), "users"),
        (
            "user_emails",
            json!("ada@example.com, nobody@example.com"),
            "users",
        ),
        ("add_user_ids", json!([80001]), "users"),
    ] {
        let unit = created(&sim, json!({"name": "Sales", field: value})).await;
        assert_eq!(unit[shown], json!([80001]), "{field}");
    }
}

#[tokio::test]
async fn several_forms_in_one_write_count_together() {
    let sim = of_two().await;
    let body = json!({"name": "Sales", "user_ids": [80001], "user_emails": "jonas@example.com",
        "leader_ids": [80002], "leaders_employee_ids": ["E1"]});
    let shown = created(&sim, body).await;
    assert_eq!(shown["users"], json!([80001, 80002]));
    assert_eq!(shown["leaders"], json!([80001, 80002]));
}

#[tokio::test]
async fn a_unit_comes_as_a_form_too() {
    let sim = of_two().await;
    let form = "name=Sales&user_ids[]=80001&user_ids[]=80002&user_emails=&parent_code=DEP101";
    let kind = "application/x-www-form-urlencoded";
    let answer = write_as(&sim, kind, "POST", "/v3/units", form).await;
    let shown = &answer.json()["data"];
    assert_eq!(shown["users"], json!([80001, 80002]));
    assert_eq!(shown["parent_id"], 4001);
}

#[tokio::test]
async fn without_the_guard_units_of_the_same_name_and_code_stand_side_by_side() {
    let sim = of_two().await;
    let twin = json!({"name": "Sales", "code": "DEP101"});
    assert_eq!(created(&sim, twin.clone()).await["id"], 4013);
    assert_eq!(created(&sim, twin).await["id"], 4014);
    let found = get(&sim, "/v3/units-code/DEP101").await;
    assert_eq!(found.json()["data"]["id"], 4001, "the lowest id answers");
}

#[tokio::test]
async fn the_guard_refuses_what_is_taken_and_changes_nothing() {
    let sim = of_two().await;
    let taken = json!({"name": "Sales", "code": "DEP101", "user_ids": [80001]}).to_string();
    for column in ["code", "name", "created_at"] {
        let path = format!("/v3/units?unique={column}");
        let answer = write(&sim, "POST", &path, &taken).await;
        assert_eq!(answer.status, 400, "{column}");
        assert_eq!(answer.json().get("data"), None);
    }
    assert_eq!(get(&sim, "/v3/units").await.ids().len(), 12);
    let person = crate::client::known(&sim, 80_001);
    assert_eq!(person["department_id"], json!([]));
}

#[tokio::test]
async fn the_guard_lets_through_what_is_new() {
    let sim = of_two().await;
    for (column, body) in [
        ("code", json!({"name": "Sales", "code": "S1"})),
        ("code", json!({"name": "No code"})),
        ("name", json!({"name": "sales", "code": "DEP101"})),
        ("", json!({"name": "Sales"})),
    ] {
        let path = format!("/v3/units?unique={column}");
        let answer = write(&sim, "POST", &path, &body.to_string()).await;
        assert_eq!(answer.status, 200, "{column} {body}");
    }
}

#[tokio::test]
async fn a_unit_without_a_name_is_400() {
    let sim = of_two().await;
    for body in [
        json!({}),
        json!({"name": null}),
        json!({"name": " "}),
        json!({"code": "S1"}),
    ] {
        assert_eq!(create(&sim, &body).await.status, 400, "{body}");
    }
}

#[tokio::test]
async fn a_field_of_a_unit_of_the_wrong_type_is_400() {
    let sim = of_two().await;
    for (field, value) in [
        ("name", json!(["Sales"])),
        ("code", json!(true)),
        ("parent_id", json!([4001])),
        ("parent_code", json!({})),
        ("user_ids", json!(80001)),
        ("user_emails", json!(7)),
        ("leader_ids", json!("80001")),
        ("access_groups", json!([[31]])),
        ("add_course_ids", json!(61)),
        ("add_department_learning_manager_ids", json!(true)),
    ] {
        let mut body = json!({"name": "Sales"});
        body[field] = value;
        assert_eq!(create(&sim, &body).await.status, 400, "{body}");
    }
    assert_eq!(get(&sim, "/v3/units").await.ids().len(), 12);
}
