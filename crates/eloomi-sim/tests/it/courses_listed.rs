//! Courses, listed and got.

use std::collections::HashSet;

use eloomi_sim::{PastEnd, Simulator};
use serde_json::{Value, json};

use crate::client::get;

async fn courses(sim: &Simulator) -> Vec<Value> {
    let answer = get(sim, "/v3/courses").await;
    answer.json()["data"].as_array().unwrap().clone()
}

#[tokio::test]
async fn courses_ascend_by_id() {
    let sim = Simulator::start().await.unwrap();
    let ids: Vec<u64> = (9001..=9012).collect();
    assert_eq!(get(&sim, "/v3/courses").await.ids(), ids);
}

#[tokio::test]
async fn a_course_has_the_fields_of_the_reference_in_their_order() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/courses/9001").await;
    let expected = r#""data":{"id":9001,"name":"GDPR Compliance","description":"<p>What <b>personal data</b> is, and who may see it.</p>","cover":59001,"active":1,"points":25,"reward":1,"expected_duration":115,"voluntary":0,"lock_after_deadline":1,"inform_leader_deadline":1,"due_date":null,"created_at":"2019-02-08 12:13:35","updated_at":"2021-10-31 02:30:00","price":"99.50","reference_number":"C-101"}}"#;
    assert!(answer.text().ends_with(expected), "{}", answer.text());
}

#[tokio::test]
async fn a_course_is_shown_alike_alone_and_in_the_list() {
    let sim = Simulator::start().await.unwrap();
    for course in courses(&sim).await {
        let path = format!("/v3/courses/{}", course["id"]);
        assert_eq!(get(&sim, &path).await.json()["data"], course);
    }
}

#[tokio::test]
async fn a_course_that_there_is_not_is_204() {
    let sim = Simulator::start().await.unwrap();
    for id in ["1", "9013", "GDPR", "%FF"] {
        let answer = get(&sim, &format!("/v3/courses/{id}")).await;
        assert_eq!((answer.status, answer.text()), (204, ""), "{id}");
    }
}

#[tokio::test]
async fn numbers_and_flags_of_courses_come_in_every_form() {
    let sim = Simulator::start().await.unwrap();
    let all = courses(&sim).await;
    let forms = |field: &str| {
        let form = |course: &Value| match &course[field] {
            Value::Null => "null",
            Value::Number(_) => "number",
            Value::String(_) => "text",
            _ => "another",
        };
        all.iter().map(form).collect::<HashSet<_>>()
    };
    for field in ["price", "inform_leader_deadline"] {
        assert_eq!(forms(field), ["null", "number", "text"].into(), "{field}");
    }
    for field in [
        "active",
        "reward",
        "voluntary",
        "points",
        "expected_duration",
    ] {
        assert_eq!(forms(field), ["number", "text"].into(), "{field}");
    }
    for field in ["description", "updated_at", "reference_number"] {
        assert_eq!(forms(field), ["null", "text"].into(), "{field}");
    }
    assert_eq!(forms("due_date"), ["null"].into());
}

#[tokio::test]
async fn flags_are_0_and_1_and_nothing_else() {
    let sim = Simulator::start().await.unwrap();
    let known = [json!(0), json!(1), json!("0"), json!("1")];
    for course in courses(&sim).await {
        for field in ["active", "reward", "voluntary", "lock_after_deadline"] {
            assert!(known.contains(&course[field]), "{field} of {course}");
        }
    }
}

#[tokio::test]
async fn pages_of_courses_put_together_are_all() {
    let sim = Simulator::start().await.unwrap();
    let mut ids = Vec::new();
    for page in 1..=4 {
        let path = format!("/v3/courses?per_page=5&page={page}");
        ids.extend(get(&sim, &path).await.ids());
    }
    assert_eq!(ids, (9001..=9012).collect::<Vec<u64>>());
}

#[tokio::test]
async fn pages_of_courses_repeat_if_so_set() {
    let sim = Simulator::start().await.unwrap();
    sim.repeat_pages(true);
    let first = get(&sim, "/v3/courses?per_page=5&page=1").await.ids();
    assert_eq!(
        get(&sim, "/v3/courses?per_page=5&page=2").await.ids(),
        first
    );
}

#[tokio::test]
async fn past_the_last_course_is_what_the_switch_says() {
    let sim = Simulator::start().await.unwrap();
    let path = "/v3/courses?per_page=12&page=2";
    assert_eq!(get(&sim, path).await.ids(), Vec::<u64>::new());
    sim.past_end(PastEnd::NoContent);
    assert_eq!(get(&sim, path).await.status, 204);
}

#[tokio::test]
async fn a_page_of_no_courses_is_400() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(get(&sim, "/v3/courses?per_page=0").await.status, 400);
}
