//! What the courses and programs of a team mean for its members.

use std::time::Duration;

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get, write};

const ONE: u64 = 80_001;
const TWO: u64 = 80_002;

/// People 80001 to 80003, of whom the first is in team 701; nobody takes anything.
async fn three_people() -> Simulator {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    for (name, teams) in [("one", "[701]"), ("two", "[]"), ("three", "[]")] {
        let body = format!(r#"{{"email":"{name}@example.com","team_ids":{teams}}}"#);
        write(&sim, "POST", "/v3/users", &body).await;
    }
    sim
}

async fn patch(sim: &Simulator, body: &str) {
    let answer = write(sim, "PATCH", "/v3/teams/701", body).await;
    assert_eq!(answer.status, 200, "{body}");
}

/// The rows of a list of participants, such as `courses/9012`.
async fn rows(sim: &Simulator, of: &str) -> Vec<Value> {
    let list = get(sim, &format!("/v3/{of}/participants")).await.json();
    list["data"].as_array().unwrap().clone()
}

/// Who is in it.
async fn who(sim: &Simulator, of: &str) -> Vec<u64> {
    let rows = rows(sim, of).await;
    let ids = rows.iter().map(|row| row["user_id"].as_u64().unwrap());
    ids.collect()
}

#[tokio::test]
async fn a_course_with_its_settings_reaches_the_members_of_a_changed_team() {
    let sim = three_people().await;
    patch(
        &sim,
        r#"{"course_ids":{"9012":{"required":1,"deadline":"2030-02-01"}}}"#,
    )
    .await;
    let rows = rows(&sim, "courses/9012").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["user_id"], ONE);
    assert_eq!(rows[0]["deadline"], "2030-02-01");
    assert_eq!(rows[0]["required"], 1);
    assert!(rows[0]["assigned_at"].is_string());
}

#[tokio::test]
async fn a_program_reaches_the_members_of_a_changed_team() {
    let sim = three_people().await;
    patch(&sim, r#"{"program_ids":{"90094":{"required":true}}}"#).await;
    let rows = rows(&sim, "programs/90094").await;
    assert_eq!((rows.len(), &rows[0]["user_id"]), (1, &json!(ONE)));
    assert_eq!(rows[0]["required"], true);
}

#[tokio::test]
async fn members_of_a_new_team_take_what_it_is_made_with() {
    let sim = three_people().await;
    let body = r#"{"name":"Harbour","user_ids":[80001,80002],
        "course_ids":{"9012":{}},"program_ids":{"90094":{}}}"#;
    write(&sim, "POST", "/v3/teams", body).await;
    assert_eq!(who(&sim, "courses/9012").await, [ONE, TWO]);
    assert_eq!(who(&sim, "programs/90094").await, [ONE, TWO]);
}

#[tokio::test]
async fn who_joins_by_the_same_write_is_put_into_the_courses_too_and_who_joins_later_is_not() {
    let sim = three_people().await;
    patch(
        &sim,
        r#"{"user_ids":[80001,80002],"course_ids":{"9012":{}}}"#,
    )
    .await;
    patch(&sim, r#"{"user_ids":[80001,80002,80003]}"#).await;
    assert_eq!(who(&sim, "courses/9012").await, [ONE, TWO]);
}

#[tokio::test]
async fn a_course_that_is_added_reaches_the_members_and_one_taken_away_in_the_same_write_does_not()
{
    let sim = three_people().await;
    patch(
        &sim,
        r#"{"add_course_ids":[9011,9012],"remove_course_ids":[9012]}"#,
    )
    .await;
    assert_eq!(who(&sim, "courses/9011").await, [ONE]);
    assert_eq!(who(&sim, "courses/9012").await, [0; 0]);
}

#[tokio::test]
async fn who_takes_a_course_already_keeps_moment_progress_and_whatever_was_not_sent() {
    let sim = three_people().await;
    let path = "/v3/courses/9012/participants/80001";
    let body = r#"{"required":1,"deadline":"2030-02-01"}"#;
    let first = write(&sim, "POST", path, body).await.json()["data"].clone();
    sim.advance(Duration::from_secs(3600));
    assert!(sim.progress_course(9012, ONE, 40));
    patch(&sim, r#"{"add_course_ids":[9012]}"#).await;
    patch(&sim, r#"{"course_ids":{"9012":{"deadline":"2031-03-02"}}}"#).await;
    let rows = rows(&sim, "courses/9012").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["assigned_at"], first["assigned_at"]);
    assert_eq!(rows[0]["progress"], "40.00");
    assert_eq!(rows[0]["required"], 1);
    assert_eq!(rows[0]["deadline"], "2031-03-02");
}

#[tokio::test]
async fn who_is_in_a_program_already_keeps_the_moment() {
    let sim = three_people().await;
    assert!(sim.assign_program(90_094, ONE, false));
    let first = rows(&sim, "programs/90094").await;
    sim.advance(Duration::from_secs(3600));
    patch(&sim, r#"{"program_ids":{"90094":{"required":true}}}"#).await;
    let now = rows(&sim, "programs/90094").await;
    assert_eq!(now.len(), 1);
    assert_eq!(now[0]["assigned_at"], first[0]["assigned_at"]);
    assert_eq!(now[0]["required"], true);
}

#[tokio::test]
async fn nobody_loses_what_the_team_loses() {
    for loss in [
        r#"{"course_ids":{},"program_ids":{}}"#,
        r#"{"remove_course_ids":[9012],"program_ids":null}"#,
        r#"{"user_ids":[]}"#,
    ] {
        let sim = three_people().await;
        let body = r#"{"course_ids":{"9012":{}},"program_ids":{"90094":{}}}"#;
        patch(&sim, body).await;
        patch(&sim, loss).await;
        assert_eq!(who(&sim, "courses/9012").await, [ONE], "{loss}");
        assert_eq!(who(&sim, "programs/90094").await, [ONE], "{loss}");
        call(&sim, "DELETE", "/v3/teams/701").await;
        assert_eq!(who(&sim, "courses/9012").await, [ONE], "{loss}");
        assert_eq!(who(&sim, "programs/90094").await, [ONE], "{loss}");
    }
}

#[tokio::test]
async fn a_course_that_there_is_not_reaches_nobody() {
    let sim = three_people().await;
    patch(&sim, r#"{"course_ids":{"1":{}},"program_ids":{"1":{}}}"#).await;
    assert_eq!(who(&sim, "courses/1").await, [0; 0]);
    assert_eq!(who(&sim, "programs/1").await, [0; 0]);
}

#[tokio::test]
async fn a_refused_write_of_a_team_enrols_nobody() {
    let sim = three_people().await;
    let body = r#"{"course_ids":{"9012":{}},"program_ids":"x"}"#;
    let answer = write(&sim, "PATCH", "/v3/teams/701", body).await;
    assert_eq!(answer.status, 400);
    assert_eq!(who(&sim, "courses/9012").await, [0; 0]);
}
