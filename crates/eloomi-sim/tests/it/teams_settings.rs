//! Courses and programs of a team, which no answer shows.

use std::time::Duration;

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{Answer, call, get, write};

async fn sim() -> Simulator {
    Simulator::builder().people(0).start().await.unwrap()
}

async fn patch(sim: &Simulator, json: &str) {
    let answer = write(sim, "PATCH", "/v3/teams/701", json).await;
    assert_eq!(answer.status, 200, "{json}");
}

async fn assign(sim: &Simulator, json: &str) -> Answer {
    write(sim, "POST", "/v3/teams/701/programs", json).await
}

fn told(sim: &Simulator, field: &str) -> Value {
    let team: Value = serde_json::from_str(&sim.team(701).unwrap()).unwrap();
    team[field].clone()
}

#[tokio::test]
async fn courses_are_kept_with_their_settings_and_not_shown() {
    let sim = sim().await;
    let body =
        r#"{"course_ids":{"12":{"deadline":"2019-02-30","required":1},"13":{},"14":[],"15":null}}"#;
    patch(&sim, body).await;
    let plain = json!({"required": false});
    assert_eq!(
        told(&sim, "course_ids"),
        json!({
            "12": {"deadline": "2019-02-30", "required": true},
            "13": plain, "14": plain, "15": plain,
        })
    );
    let shown = get(&sim, "/v3/teams/701").await;
    assert!(!shown.text().contains("course"), "{}", shown.text());
}

#[tokio::test]
async fn settings_of_a_team_have_the_forms_that_an_assignment_has() {
    let sim = sim().await;
    for (sent, required) in [
        (r#""true""#, true),
        (r#""1""#, true),
        ("0", false),
        ("null", false),
        (r#""""#, false),
    ] {
        let body = format!(r#"{{"course_ids":{{"12":{{"required":{sent}}}}}}}"#);
        patch(&sim, &body).await;
        let course = &told(&sim, "course_ids")["12"];
        assert_eq!(*course, json!({ "required": required }), "{sent}");
    }
    for (sent, deadline) in [
        (r#""2030-02-01 17:00:00""#, json!("2030-02-01")),
        (r#""""#, json!(null)),
    ] {
        let body = format!(r#"{{"course_ids":{{"12":{{"deadline":{sent}}}}}}}"#);
        patch(&sim, &body).await;
        assert_eq!(
            told(&sim, "course_ids")["12"]["deadline"],
            deadline,
            "{sent}"
        );
    }
}

#[tokio::test]
async fn a_map_of_courses_or_programs_replaces_the_one_there_was() {
    let sim = sim().await;
    patch(&sim, r#"{"course_ids":{"12":{}},"program_ids":{"1":{}}}"#).await;
    patch(&sim, r#"{"course_ids":{"13":{}}}"#).await;
    assert_eq!(told(&sim, "course_ids"), json!({"13": {"required": false}}));
    assert_eq!(
        told(&sim, "program_ids"),
        json!({"1": {"notify": true, "required": false}})
    );
}

#[tokio::test]
async fn an_empty_map_takes_everything_away() {
    for empty in ["{}", "[]", "null"] {
        let sim = sim().await;
        patch(&sim, r#"{"course_ids":{"12":{}},"program_ids":{"1":{}}}"#).await;
        let body = format!(r#"{{"course_ids":{empty},"program_ids":{empty}}}"#);
        patch(&sim, &body).await;
        let left = (told(&sim, "course_ids"), told(&sim, "program_ids"));
        assert_eq!(left, (json!({}), json!({})), "{empty}");
    }
}

#[tokio::test]
async fn a_key_that_is_no_id_is_skipped() {
    let sim = sim().await;
    patch(&sim, r#"{"course_ids":{"x":{},"12":{}}}"#).await;
    assert_eq!(told(&sim, "course_ids"), json!({"12": {"required": false}}));
}

#[tokio::test]
async fn courses_can_be_added_and_taken_away_one_by_one() {
    let sim = sim().await;
    patch(&sim, r#"{"course_ids":{"12":{"required":true},"13":{}}}"#).await;
    patch(
        &sim,
        r#"{"add_course_ids":[12,"14"],"remove_course_ids":[13,99]}"#,
    )
    .await;
    assert_eq!(
        told(&sim, "course_ids"),
        json!({"12": {"required": true}, "14": {"required": false}})
    );
}

#[tokio::test]
async fn programs_are_queued_and_the_answer_has_no_data() {
    let sim = sim().await;
    let answer = assign(&sim, r#"{"programs":[{"program_id":90092}]}"#).await;
    let expected = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"The programs are in the queue."}"#;
    assert_eq!((answer.status, answer.text()), (200, expected));
    assert_eq!(told(&sim, "program_ids"), json!({}));
}

#[tokio::test]
async fn queued_programs_are_the_teams_five_seconds_later() {
    let sim = sim().await;
    let body = r#"{"programs":[{"program_id":90092,"is_required":true,"notify_users":false},{"program_id":"7"}]}"#;
    assign(&sim, body).await;
    sim.advance(Duration::from_secs(1));
    assert_eq!(told(&sim, "program_ids"), json!({}));
    sim.advance(Duration::from_secs(4));
    assert_eq!(
        told(&sim, "program_ids"),
        json!({
            "7": {"notify": true, "required": false},
            "90092": {"notify": false, "required": true},
        })
    );
}

#[tokio::test]
async fn a_program_in_the_queue_comes_on_top_of_a_set_that_was_written_meanwhile() {
    let sim = sim().await;
    assign(&sim, r#"{"programs":[{"program_id":7}]}"#).await;
    patch(&sim, r#"{"program_ids":{"8":{}}}"#).await;
    sim.advance(Duration::from_secs(5));
    let programs = told(&sim, "program_ids");
    assert!(
        programs["7"].is_object() && programs["8"].is_object(),
        "{programs}"
    );
}

#[tokio::test]
async fn of_two_assignments_of_a_program_the_later_one_stands() {
    let sim = sim().await;
    assign(
        &sim,
        r#"{"programs":[{"program_id":7,"is_required":true}]}"#,
    )
    .await;
    assign(
        &sim,
        r#"{"programs":[{"program_id":7,"is_required":false}]}"#,
    )
    .await;
    sim.advance(Duration::from_secs(5));
    assert_eq!(told(&sim, "program_ids")["7"]["required"], false);
}

#[tokio::test]
async fn work_for_a_team_that_is_gone_is_lost() {
    let sim = sim().await;
    assign(&sim, r#"{"programs":[{"program_id":7}]}"#).await;
    call(&sim, "DELETE", "/v3/teams/701").await;
    sim.advance(Duration::from_secs(5));
    assert_eq!(get(&sim, "/v3/teams").await.ids().len(), 8);
}

#[tokio::test]
async fn an_assignment_without_a_program_is_400_and_queues_nothing() {
    let sim = sim().await;
    for body in [
        "",
        "{}",
        r#"{"programs":null}"#,
        r#"{"programs":{"program_id":1}}"#,
        r#"{"programs":[1]}"#,
        r#"{"programs":[{"program_id":1},{}]}"#,
        r#"{"programs":[{"program_id":1},{"program_id":-2}]}"#,
        r#"{"programs":[{"program_id":1},{"program_id":"x"}]}"#,
        r#"{"programs":[{"program_id":1,"is_required":2}]}"#,
    ] {
        assert_eq!(assign(&sim, body).await.status, 400, "{body}");
    }
    sim.advance(Duration::from_secs(5));
    assert_eq!(told(&sim, "program_ids"), json!({}));
}

#[tokio::test]
async fn programs_for_an_unknown_team_are_400() {
    let sim = sim().await;
    for key in ["700", "x"] {
        let path = format!("/v3/teams/{key}/programs");
        let body = r#"{"programs":[{"program_id":1}]}"#;
        assert_eq!(write(&sim, "POST", &path, body).await.status, 400, "{key}");
    }
}
