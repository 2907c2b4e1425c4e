//! Who takes a course, and how far they are.

use std::collections::HashSet;

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get};

const LIST: &str = "/v3/courses/9011/participants?extended_mode=1";

/// A person with an odd id takes a course that is due again after a year.
async fn learner() -> Simulator {
    let sim = Simulator::builder().seed(7).start().await.unwrap();
    let answer = call(&sim, "POST", "/v3/courses/9011/participants/80001").await;
    assert_eq!(answer.status, 200);
    sim
}

async fn rows(sim: &Simulator, path: &str) -> Vec<Value> {
    get(sim, path).await.json()["data"]
        .as_array()
        .unwrap()
        .clone()
}

async fn only(sim: &Simulator) -> Value {
    let rows = rows(sim, LIST).await;
    assert_eq!(rows.len(), 1);
    rows[0].clone()
}

#[tokio::test]
async fn extended_mode_adds_two_fields() {
    let sim = learner().await;
    let plain = rows(&sim, "/v3/courses/9011/participants").await;
    let keys = |row: &Value| {
        row.as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<HashSet<_>>()
    };
    let added = &keys(&only(&sim).await) - &keys(&plain[0]);
    assert_eq!(added, ["renewal_at", "status"].map(String::from).into());
}

#[tokio::test]
async fn some_values_do_not_mean_extended_mode() {
    let sim = learner().await;
    for (value, is_extended) in [
        ("1", true),
        ("true", true),
        ("on", true),
        ("0", false),
        ("false", false),
        ("", false),
    ] {
        let path = format!("/v3/courses/9011/participants?extended_mode={value}");
        let row = &rows(&sim, &path).await[0];
        assert_eq!(row.get("status").is_some(), is_extended, "{value}");
    }
}

#[tokio::test]
async fn a_course_is_begun_and_then_completed() {
    let sim = learner().await;
    assert_eq!(only(&sim).await["status"], "not_started");

    assert!(sim.progress_course(9011, 80_001, 40));
    let row = only(&sim).await;
    assert_eq!(row["status"], "started");
    assert_eq!(row["progress"], "40.00");
    assert_eq!(
        (&row["attempts"], &row["time_spent"]),
        (&json!(1), &json!(7200))
    );
    assert!(row["started_at"].is_string() && row["completed_at"].is_null());

    assert!(sim.complete_course(9011, 80_001, 95));
    let row = only(&sim).await;
    assert_eq!(row["status"], "completed");
    assert_eq!(
        (&row["progress"], &row["score"]),
        (&json!("100.00"), &json!("95.00"))
    );
    assert_eq!(
        (&row["attempts"], &row["time_spent"]),
        (&json!(1), &json!(18_000))
    );
    assert!(row["completed_at"].is_string());
}

#[tokio::test]
async fn a_completed_course_is_due_again_if_it_ever_is() {
    let sim = learner().await;
    assert_eq!(only(&sim).await["renewal_at"], Value::Null);
    assert!(sim.complete_course(9011, 80_001, 100));
    let row = only(&sim).await;
    let (done, due) = (row["completed_at"].as_str(), row["renewal_at"].as_str());
    assert!(due.unwrap() > done.unwrap(), "{row}");

    call(&sim, "POST", "/v3/courses/9012/participants/80001").await;
    assert!(sim.complete_course(9012, 80_001, 100));
    let once = &rows(&sim, "/v3/courses/9012/participants?extended_mode=1").await[0];
    assert_eq!(once["renewal_at"], Value::Null);
}

#[tokio::test]
async fn whoever_begins_again_has_not_completed() {
    let sim = learner().await;
    assert!(sim.complete_course(9011, 80_001, 60));
    assert!(sim.progress_course(9011, 80_001, 5));
    let row = only(&sim).await;
    assert_eq!(
        (&row["status"], &row["attempts"]),
        (&json!("started"), &json!(2))
    );
    assert!(row["completed_at"].is_null() && row["renewal_at"].is_null());
}

#[tokio::test]
async fn there_is_no_more_than_all_of_a_course() {
    let sim = learner().await;
    assert!(sim.progress_course(9011, 80_001, 255));
    assert_eq!(only(&sim).await["progress"], "100.00");
}

#[tokio::test]
async fn nobody_takes_a_course_that_is_not_assigned() {
    let sim = learner().await;
    for (course, user) in [(9012, 80_001), (9011, 1), (1, 80_001)] {
        assert!(!sim.progress_course(course, user, 5), "{course} {user}");
        assert!(!sim.complete_course(course, user, 5), "{course} {user}");
    }
}

#[tokio::test]
async fn rows_of_people_with_even_ids_have_the_other_forms() {
    let sim = learner().await;
    let even = sim
        .people()
        .into_iter()
        .find(|one| one.id % 2 == 0)
        .unwrap();
    call(
        &sim,
        "POST",
        &format!("/v3/courses/9012/participants/{}", even.id),
    )
    .await;
    assert!(sim.progress_course(9012, even.id, 25));
    let row = &rows(&sim, "/v3/courses/9012/participants").await[0];
    assert_eq!(
        (&row["progress"], &row["score"]),
        (&json!(25.0), &json!(0.0))
    );
    assert_eq!(
        (&row["required"], &row["attempts"]),
        (&json!("0"), &json!("1"))
    );
}

#[tokio::test]
async fn participants_come_in_the_order_of_their_assignment() {
    let sim = Simulator::builder()
        .seed(7)
        .people(5)
        .start()
        .await
        .unwrap();
    let mut ids: Vec<u64> = sim.people().iter().map(|one| one.id).collect();
    ids.reverse();
    for id in &ids {
        call(&sim, "POST", &format!("/v3/courses/9012/participants/{id}")).await;
    }
    let mut listed = Vec::new();
    for page in 1..=3 {
        let path = format!("/v3/courses/9012/participants?per_page=2&page={page}");
        let page = rows(&sim, &path).await;
        listed.extend(page.iter().map(|row| row["user_id"].as_u64().unwrap()));
    }
    assert_eq!(listed, ids);
}

#[tokio::test]
async fn pages_of_participants_repeat_if_so_set() {
    let sim = learner().await;
    sim.repeat_pages(true);
    let second = rows(&sim, "/v3/courses/9011/participants?per_page=1&page=2").await;
    assert_eq!(second, rows(&sim, "/v3/courses/9011/participants").await);
}

#[tokio::test]
async fn a_course_that_there_is_not_has_no_participants() {
    let sim = learner().await;
    for course in ["1", "x", "%FF"] {
        let answer = get(&sim, &format!("/v3/courses/{course}/participants")).await;
        assert_eq!(
            (answer.status, answer.json()["data"].clone()),
            (200, json!([]))
        );
    }
}

#[tokio::test]
async fn whoever_is_deleted_takes_no_course() {
    let sim = learner().await;
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert_eq!(rows(&sim, LIST).await, Vec::<Value>::new());
}

#[tokio::test]
async fn from_the_start_people_are_in_every_state_of_a_course() {
    let sim = Simulator::builder().seed(7).start().await.unwrap();
    let (mut states, mut deadlines) = (HashSet::new(), HashSet::new());
    for course in 9001..=9012 {
        let path = format!("/v3/courses/{course}/participants?extended_mode=1");
        let rows = rows(&sim, &path).await;
        assert_eq!(rows.is_empty(), course > 9008, "{course}");
        states.extend(rows.iter().map(|row| row["status"].to_string()));
        deadlines.extend(rows.iter().map(|row| row["deadline"].to_string()));
    }
    assert_eq!(states.len(), 3);
    assert!(deadlines.contains("\"2019-02-30\"") && deadlines.contains("null"));
}

#[tokio::test]
async fn a_larger_company_begins_with_the_same_learners() {
    let few = Simulator::builder().people(10).start().await.unwrap();
    let many = Simulator::builder().people(40).start().await.unwrap();
    for course in 9001..=9008 {
        let path = format!("/v3/courses/{course}/participants");
        let first = rows(&few, &path).await;
        assert_eq!(first, rows(&many, &path).await[..first.len()], "{course}");
    }
}
