use eloomi_sim::Simulator;
use serde_json::json;

use crate::client::{call, known, write};

/// The first person of a seed, in team 701 alone.
async fn in_one_team() -> Simulator {
    let sim = Simulator::builder().seed(7).start().await.unwrap();
    write(&sim, "PATCH", "/v3/users/80001", r#"{"team_ids":[701]}"#).await;
    sim
}

async fn put(sim: &Simulator, employee_id: &str, team: &str) -> (u16, String) {
    let path = format!("/v3/users-employee_id/{employee_id}/teams/{team}");
    let answer = call(sim, "PUT", &path).await;
    (answer.status, answer.text().to_owned())
}

#[tokio::test]
async fn the_answer_is_the_envelope_without_data() {
    let sim = in_one_team().await;
    let expected = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"The user is in the team."}"#;
    assert_eq!(put(&sim, "E0001", "705").await, (200, expected.to_owned()));
}

#[tokio::test]
async fn the_user_stays_in_other_teams() {
    let sim = in_one_team().await;
    put(&sim, "E0001", "705").await;
    assert_eq!(known(&sim, 80_001)["team_id"], json!([701, 705]));
}

#[tokio::test]
async fn nobody_is_in_a_team_twice() {
    let sim = in_one_team().await;
    put(&sim, "E0001", "701").await;
    assert_eq!(known(&sim, 80_001)["team_id"], json!([701]));
}

#[tokio::test]
async fn an_unknown_user_or_team_is_404_without_a_body() {
    let sim = in_one_team().await;
    for (employee_id, team) in [("nobody", "701"), ("E0001", "700"), ("E0001", "x")] {
        let told = put(&sim, employee_id, team).await;
        assert_eq!(told, (404, String::new()), "{employee_id} {team}");
    }
}
