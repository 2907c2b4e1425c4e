//! An id is digits and nothing else, wherever one can stand.

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get, known, write};

/// Sends this and tells the status.
async fn status(sim: &Simulator, method: &str, path: &str) -> u16 {
    write(sim, method, path, "{}").await.status
}

#[tokio::test]
async fn a_number_with_a_sign_is_nobodys_id_in_a_path() {
    let sim = Simulator::start().await.unwrap();
    for id in ["80001", "4001", "701", "9001", "6401", "90092"] {
        for group in ["users", "units", "teams", "courses", "goals", "programs"] {
            let path = format!("/v3/{group}/+{id}");
            assert_eq!(call(&sim, "GET", &path).await.status, 204, "{path}");
        }
    }
    for (method, path, refusal) in [
        ("PUT", "/v3/users-employee_id/E0023/teams/+701", 404),
        ("POST", "/v3/courses/+9001/participants/80001", 400),
        ("POST", "/v3/courses/9001/participants/+80001", 400),
        ("PATCH", "/v3/teams/+701", 204),
        ("DELETE", "/v3/users/+80001", 204),
    ] {
        assert_eq!(status(&sim, method, path).await, refusal, "{path}");
    }
    for list in ["courses/+9001", "programs/+90092"] {
        let path = format!("/v3/{list}/participants");
        assert!(!get(&sim, &path.replace('+', "")).await.json()["data"][0].is_null());
        assert_eq!(get(&sim, &path).await.json()["data"], json!([]), "{path}");
    }
}

#[tokio::test]
async fn a_number_with_a_sign_is_nobodys_id_in_a_body() {
    let sim = Simulator::start().await.unwrap();
    let lists = r#"{"team_ids":["+701"],"department_id":["+4001"],"access_groups":["+24"],
        "direct_manager_ids":["+80002"]}"#;
    write(&sim, "PATCH", "/v3/users/80001", lists).await;
    let person = known(&sim, 80_001);
    for list in [
        "team_id",
        "department_id",
        "access_groups",
        "direct_manager_ids",
    ] {
        assert_eq!(person[list], json!([]), "{list}");
    }

    let settings = r#"{"course_ids":{"+12":{}},"program_ids":{"+7":{}},"add_course_ids":["+13"]}"#;
    write(&sim, "PATCH", "/v3/teams/701", settings).await;
    let team: Value = serde_json::from_str(&sim.team(701).unwrap()).unwrap();
    assert_eq!(team["course_ids"], json!({}));
    assert_eq!(team["program_ids"], json!({}));

    let courses = r#"{"add_course_ids":["+61"]}"#;
    write(&sim, "PATCH", "/v3/units/4005", courses).await;
    assert_eq!(sim.unseen_of_unit(4005).unwrap().courses, [0; 0]);

    let queued = r#"{"programs":[{"program_id":"+90092"}]}"#;
    let answer = write(&sim, "POST", "/v3/teams/701/programs", queued).await;
    assert_eq!(answer.status, 400);
}
