//! Who is in a program.

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get, write};

const LIST: &str = "/v3/programs/90094/participants";

async fn rows(sim: &Simulator, path: &str) -> Vec<Value> {
    get(sim, path).await.json()["data"]
        .as_array()
        .unwrap()
        .clone()
}

#[tokio::test]
async fn whoever_is_put_into_a_program_is_listed_with_a_truth_value() {
    let sim = Simulator::start().await.unwrap();
    assert!(sim.assign_program(90_094, 80_001, true));
    let answer = get(&sim, LIST).await;
    let text = answer.text();
    let begin = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"Showing the participants of the program.","data":[{"user_id":80001,"assigned_at":"20"#;
    assert!(text.starts_with(begin), "{text}");
    assert!(
        text.ends_with(r#","completed_at":null,"required":true}]}"#),
        "{text}"
    );
}

#[tokio::test]
async fn nobody_is_in_a_program_twice() {
    let sim = Simulator::start().await.unwrap();
    assert!(sim.assign_program(90_094, 80_001, true));
    let first = rows(&sim, LIST).await;
    sim.advance(std::time::Duration::from_secs(60));
    assert!(sim.assign_program(90_094, 80_001, false));
    let again = rows(&sim, LIST).await;
    assert_eq!(again.len(), 1);
    assert_eq!(again[0]["assigned_at"], first[0]["assigned_at"]);
    assert_eq!(again[0]["required"], false);
}

#[tokio::test]
async fn a_program_or_person_that_there_is_not_is_told() {
    let sim = Simulator::start().await.unwrap();
    assert!(!sim.assign_program(1, 80_001, true));
    assert!(!sim.assign_program(90_094, 1, true));
    assert_eq!(rows(&sim, LIST).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_program_that_there_is_not_has_no_participants() {
    let sim = Simulator::start().await.unwrap();
    for program in ["1", "x", "%FF"] {
        let answer = get(&sim, &format!("/v3/programs/{program}/participants")).await;
        assert_eq!(
            (answer.status, answer.json()["data"].clone()),
            (200, json!([]))
        );
    }
}

#[tokio::test]
async fn people_of_a_program_come_in_pages() {
    let sim = Simulator::start().await.unwrap();
    let ids: Vec<u64> = sim.people().iter().take(3).map(|one| one.id).collect();
    for id in &ids {
        assert!(sim.assign_program(90_094, *id, false));
    }
    for (page, id) in (1..).zip(&ids) {
        let path = format!("{LIST}?per_page=1&page={page}");
        assert_eq!(rows(&sim, &path).await[0]["user_id"], *id);
    }
    sim.repeat_pages(true);
    let repeated = rows(&sim, &format!("{LIST}?per_page=1&page=2")).await;
    assert_eq!(repeated[0]["user_id"], ids[0]);
}

#[tokio::test]
async fn whoever_is_deleted_is_in_no_program() {
    let sim = Simulator::start().await.unwrap();
    assert!(sim.assign_program(90_094, 80_001, true));
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert_eq!(rows(&sim, LIST).await, Vec::<Value>::new());
}

#[tokio::test]
async fn from_the_start_some_have_completed_a_program_and_some_have_not() {
    let sim = Simulator::start().await.unwrap();
    let rows = rows(&sim, "/v3/programs/90092/participants").await;
    let done = rows
        .iter()
        .filter(|row| row["completed_at"].is_string())
        .count();
    assert!(done > 0 && done < rows.len(), "{done} of {}", rows.len());
}

#[tokio::test]
async fn a_deleted_program_has_no_participants_and_no_team_has_it() {
    let sim = Simulator::start().await.unwrap();
    let settings = r#"{"program_ids":{"90092":{},"90093":{}}}"#;
    write(&sim, "PATCH", "/v3/teams/701", settings).await;
    for path in ["/v3/programs/90092", "/v3/goals/6401"] {
        assert_eq!(call(&sim, "DELETE", path).await.status, 200);
    }
    let left = rows(&sim, "/v3/programs/90092/participants").await;
    assert_eq!(left, Vec::<Value>::new());
    assert_ne!(rows(&sim, "/v3/programs/90093/participants").await, left);
    let team: Value = serde_json::from_str(&sim.team(701).unwrap()).unwrap();
    let programs = team["program_ids"].as_object().unwrap();
    assert_eq!(programs.keys().collect::<Vec<_>>(), ["90093"]);
}

#[tokio::test]
async fn a_program_that_is_deleted_in_the_queue_never_reaches_the_team() {
    let sim = Simulator::start().await.unwrap();
    let queued = r#"{"programs":[{"program_id":90092},{"program_id":90094}]}"#;
    write(&sim, "POST", "/v3/teams/701/programs", queued).await;
    call(&sim, "DELETE", "/v3/programs/90092").await;
    sim.advance(std::time::Duration::from_secs(5));
    let team: Value = serde_json::from_str(&sim.team(701).unwrap()).unwrap();
    let programs = team["program_ids"].as_object().unwrap();
    assert_eq!(programs.keys().collect::<Vec<_>>(), ["90094"]);
}
