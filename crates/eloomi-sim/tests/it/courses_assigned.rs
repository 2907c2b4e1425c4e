//! Courses, assigned and assigned otherwise.

use std::time::Duration;

use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{call, get, write, write_as};

const PATH: &str = "/v3/courses/9012/participants/80001";

async fn assign(sim: &Simulator, body: &Value) -> Value {
    let answer = write(sim, "POST", PATH, &body.to_string()).await;
    assert_eq!(answer.status, 200, "{body}: {}", answer.text());
    answer.json()["data"].clone()
}

async fn listed(sim: &Simulator) -> Value {
    get(sim, "/v3/courses/9012/participants").await.json()["data"].clone()
}

#[tokio::test]
async fn an_assignment_needs_no_body_and_is_shown_in_the_list() {
    let sim = Simulator::start().await.unwrap();
    let answer = call(&sim, "POST", PATH).await;
    let data = &answer.json()["data"];
    assert_eq!(answer.status, 200);
    let begin = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"The course was assigned.","data":{"course_id":9012,"user_id":80001,"assigned_at":"20"#;
    assert!(answer.text().starts_with(begin), "{}", answer.text());
    let end = r#","deadline":null,"started_at":null,"completed_at":null,"time_spent":null,"attempts":0,"score":"0.00","progress":"0.00","required":0}}"#;
    assert!(answer.text().ends_with(end), "{}", answer.text());
    assert_eq!(listed(&sim).await, json!([data]));
}

#[tokio::test]
async fn required_comes_as_digit_as_text_and_as_truth() {
    let sim = Simulator::start().await.unwrap();
    for (sent, shown) in [
        (json!(1), 1),
        (json!(0), 0),
        (json!("1"), 1),
        (json!("0"), 0),
        (json!(true), 1),
        (json!(false), 0),
        (json!("true"), 1),
        (json!("false"), 0),
        (json!(1), 1),
        (json!(null), 0),
        (json!(1), 1),
        (json!(""), 0),
    ] {
        let row = assign(&sim, &json!({ "required": sent })).await;
        assert_eq!(row["required"], shown, "{sent}");
    }
}

#[tokio::test]
async fn a_form_assigns_too() {
    let sim = Simulator::start().await.unwrap();
    let form = "required=1&deadline=2020-12-13&customAttributes[reason]=new+role";
    let content_type = "application/x-www-form-urlencoded";
    let answer = write_as(&sim, content_type, "POST", PATH, form).await;
    let row = &answer.json()["data"];
    assert_eq!(
        (&row["required"], &row["deadline"]),
        (&json!(1), &json!("2020-12-13"))
    );
}

#[tokio::test]
async fn an_impossible_deadline_is_taken_and_shown() {
    let sim = Simulator::start().await.unwrap();
    let row = assign(&sim, &json!({"deadline": "2019-02-30"})).await;
    assert_eq!(row["deadline"], "2019-02-30");
}

#[tokio::test]
async fn of_a_deadline_with_a_time_the_day_is_kept() {
    let sim = Simulator::start().await.unwrap();
    let row = assign(&sim, &json!({"deadline": "2020-12-13 17:00:00"})).await;
    assert_eq!(row["deadline"], "2020-12-13");
}

#[tokio::test]
async fn assigning_again_changes_what_is_sent_and_keeps_the_rest() {
    let sim = Simulator::start().await.unwrap();
    let first = assign(&sim, &json!({"required": 1, "deadline": "2020-12-13"})).await;
    sim.advance(Duration::from_secs(3600));
    assert!(sim.progress_course(9012, 80_001, 40));
    let again = assign(&sim, &json!({"required": 0})).await;
    assert_eq!(again["required"], 0);
    assert_eq!(again["progress"], "40.00");
    for field in ["assigned_at", "deadline"] {
        assert_eq!(again[field], first[field], "{field}");
    }
    assert_eq!(listed(&sim).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_update_changes_what_is_sent_and_null_clears_the_deadline() {
    let sim = Simulator::start().await.unwrap();
    assign(&sim, &json!({"required": 1, "deadline": "2020-12-13"})).await;
    let answer = write(&sim, "PATCH", PATH, r#"{"deadline":null}"#).await;
    let row = &answer.json()["data"];
    assert_eq!(
        (&row["deadline"], &row["required"]),
        (&Value::Null, &json!(1))
    );
    assert_eq!(listed(&sim).await, json!([row]));
}

#[tokio::test]
async fn an_assignment_that_there_is_not_cannot_be_updated() {
    let sim = Simulator::start().await.unwrap();
    let answer = write(&sim, "PATCH", PATH, r#"{"required":1}"#).await;
    assert_eq!(answer.status, 400);
    assert_eq!(listed(&sim).await, json!([]));
}

#[tokio::test]
async fn a_course_or_user_that_there_is_not_is_400() {
    let sim = Simulator::start().await.unwrap();
    for (course, user) in [
        ("1", "80001"),
        ("9012", "1"),
        ("x", "80001"),
        ("9012", "%FF"),
    ] {
        let path = format!("/v3/courses/{course}/participants/{user}");
        for method in ["POST", "PATCH"] {
            let answer = write(&sim, method, &path, "{}").await;
            assert_eq!(answer.status, 400, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_value_of_the_wrong_type_is_400_and_assigns_nothing() {
    let sim = Simulator::start().await.unwrap();
    for body in [
        r#"{"required":2}"#,
        r#"{"required":-1}"#,
        r#"{"required":"yes"}"#,
        r#"{"required":[]}"#,
        r#"{"deadline":"tomorrow"}"#,
        r#"{"deadline":{}}"#,
        r#"{"customAttributes":"x"}"#,
        r#"{"customAttributes":[1]}"#,
        r#"{"customAttributes":{"reason":{}}}"#,
        r#"{"customAttributes":{"reason":true}}"#,
        "[]",
    ] {
        let answer = write(&sim, "POST", PATH, body).await;
        assert_eq!(answer.status, 400, "{body}");
    }
    assert_eq!(listed(&sim).await, json!([]));
}

#[tokio::test]
async fn attributes_are_taken_and_shown_nowhere() {
    let sim = Simulator::start().await.unwrap();
    for attributes in [
        json!({"reason": "new role", "cost_center": 1200}),
        json!([]),
        json!(null),
    ] {
        let row = assign(&sim, &json!({ "customAttributes": attributes })).await;
        assert!(!row.as_object().unwrap().contains_key("customAttributes"));
    }
}
