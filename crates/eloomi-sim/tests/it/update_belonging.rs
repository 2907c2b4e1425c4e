//! Updates of units, teams, access groups and managers.

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{known, write};

const FIRST: u64 = 80_001;

async fn update(sim: &Simulator, json: &Value) -> u16 {
    let path = format!("/v3/users/{FIRST}");
    write(sim, "PATCH", &path, &json.to_string()).await.status
}

/// What a field shows after an update.
async fn after(sim: &Simulator, json: Value, field: &str) -> Value {
    assert_eq!(update(sim, &json).await, 200, "{json}");
    known(sim, FIRST)[field].clone()
}

#[tokio::test]
async fn units_come_by_id_as_number_or_text() {
    let sim = Simulator::start().await.unwrap();
    let sent = json!({"department_id": [4003, "4001"]});
    assert_eq!(
        after(&sim, sent, "department_id").await,
        json!([4003, 4001])
    );
}

#[tokio::test]
async fn units_come_by_code() {
    let sim = Simulator::start().await.unwrap();
    let sent = json!({"department_code": ["DEP108", "DEP101"]});
    assert_eq!(
        after(&sim, sent, "department_id").await,
        json!([4008, 4001])
    );
}

#[tokio::test]
async fn units_by_id_and_by_code_are_400() {
    let sim = Simulator::start().await.unwrap();
    let both = json!({"department_id": [4001], "department_code": ["DEP101"]});
    assert_eq!(update(&sim, &both).await, 400);
}

#[tokio::test]
async fn teams_are_written_in_the_plural_and_shown_in_the_singular() {
    let sim = Simulator::start().await.unwrap();
    let sent = json!({"team_ids": [709, "702"]});
    assert_eq!(after(&sim, sent, "team_id").await, json!([709, 702]));
}

#[tokio::test]
async fn access_groups_are_shown_with_their_names() {
    let sim = Simulator::start().await.unwrap();
    let shown = after(&sim, json!({"access_groups": [31]}), "access_groups").await;
    assert_eq!(shown, json!([{"id": 31, "name": "HR Admins"}]));
}

/// Each list under its name in a write, with its name in answers and something to put in it.
fn lists() -> [(&'static str, &'static str, Value); 6] {
    [
        ("department_id", "department_id", json!([4001])),
        ("department_code", "department_id", json!(["DEP101"])),
        ("team_ids", "team_id", json!([701])),
        ("access_groups", "access_groups", json!([24])),
        ("direct_manager_ids", "direct_manager_ids", json!([FIRST])),
        (
            "direct_manager_employee_ids",
            "direct_manager_ids",
            json!(["E0001"]),
        ),
    ]
}

#[tokio::test]
async fn a_list_replaces_the_one_before() {
    let sim = Simulator::start().await.unwrap();
    for (written, shown, list) in lists() {
        let once = after(&sim, json!({written: list}), shown).await;
        let twice = after(&sim, json!({written: list}), shown).await;
        assert_eq!(
            (once.as_array().unwrap().len(), &twice),
            (1, &once),
            "{written}"
        );
    }
}

#[tokio::test]
async fn an_empty_list_empties() {
    let sim = Simulator::start().await.unwrap();
    for (written, shown, list) in lists() {
        update(&sim, &json!({written: list})).await;
        let left = after(&sim, json!({written: []}), shown).await;
        assert_eq!(left, json!([]), "{written}");
    }
}

#[tokio::test]
async fn null_clears_a_list() {
    let sim = Simulator::start().await.unwrap();
    for (written, shown, list) in lists() {
        update(&sim, &json!({written: list})).await;
        let left = after(&sim, json!({written: null}), shown).await;
        assert_eq!(left, Value::Null, "{written}");
    }
}

#[tokio::test]
async fn what_does_not_exist_is_skipped() {
    let sim = Simulator::start().await.unwrap();
    for (written, shown, mut list) in lists() {
        let expected = after(&sim, json!({written: list}), shown).await;
        list.as_array_mut().unwrap().extend([json!(1), json!("no")]);
        let left = after(&sim, json!({written: list}), shown).await;
        assert_eq!(left, expected, "{written}");
    }
}

#[tokio::test]
async fn added_managers_join_the_others_once() {
    let sim = Simulator::start().await.unwrap();
    let people = sim.people();
    let (one, two, three) = (people[1].id, people[2].id, people[3].id);
    update(&sim, &json!({"direct_manager_ids": [one, two]})).await;
    let sent = json!({"add_direct_manager_ids": [two, three, three]});
    let shown = after(&sim, sent, "direct_manager_ids").await;
    assert_eq!(shown, json!([one, two, three]));
}

#[tokio::test]
async fn managers_can_be_added_by_employee_id() {
    let sim = Simulator::start().await.unwrap();
    let people = sim.people();
    update(&sim, &json!({"direct_manager_ids": null})).await;
    let sent = json!({"add_direct_manager_employee_ids": [people[1].employee_id, "nobody"]});
    let shown = after(&sim, sent, "direct_manager_ids").await;
    assert_eq!(shown, json!([people[1].id]));
}

#[tokio::test]
async fn replacing_comes_before_adding() {
    let sim = Simulator::start().await.unwrap();
    let people = sim.people();
    let (one, two) = (people[1].id, people[2].id);
    let sent = json!({"add_direct_manager_ids": [two], "direct_manager_ids": [one]});
    let shown = after(&sim, sent, "direct_manager_ids").await;
    assert_eq!(shown, json!([one, two]));
}
