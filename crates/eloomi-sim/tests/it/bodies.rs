//! Bodies of writes that cannot be taken.

use eloomi_sim::Simulator;

use crate::client::{known, write, write_as};

const SOMEBODY: &str = "/v3/users/80001";

#[tokio::test]
async fn a_body_that_is_no_json_object_is_400() {
    let sim = Simulator::start().await.unwrap();
    for body in ["{", "[]", "null", "\"text\"", "{} {}"] {
        let answer = write(&sim, "PATCH", SOMEBODY, body).await;
        assert_eq!(answer.status, 400, "{body}");
    }
}

#[tokio::test]
async fn a_body_of_another_type_is_400() {
    let sim = Simulator::start().await.unwrap();
    let answer = write_as(&sim, "text/plain", "PATCH", SOMEBODY, "{}").await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn a_charset_does_not_matter() {
    let sim = Simulator::start().await.unwrap();
    let json = "application/json; charset=utf-8";
    let answer = write_as(&sim, json, "PATCH", SOMEBODY, "{}").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_body_over_a_mebibyte_is_413() {
    let sim = Simulator::start().await.unwrap();
    let body = format!(r#"{{"title":"{}"}}"#, "x".repeat(1024 * 1024));
    assert_eq!(write(&sim, "PATCH", SOMEBODY, &body).await.status, 413);
}

#[tokio::test]
async fn a_value_of_the_wrong_type_is_400() {
    let sim = Simulator::start().await.unwrap();
    for body in [
        r#"{"title":true}"#,
        r#"{"title":["x"]}"#,
        r#"{"level":{}}"#,
        r#"{"department_id":4001}"#,
        r#"{"department_id":"[4001]"}"#,
        r#"{"direct_manager_ids":[[80001]]}"#,
        r#"{"add_direct_manager_ids":80001}"#,
        r#"{"team_ids":{"a":701}}"#,
        r#"{"custom_attributes":"x"}"#,
    ] {
        let answer = write(&sim, "PATCH", SOMEBODY, body).await;
        assert_eq!(answer.status, 400, "{body}");
    }
}

#[tokio::test]
async fn a_refused_update_changes_nothing() {
    let sim = Simulator::start().await.unwrap();
    let before = known(&sim, 80_001);
    write(
        &sim,
        "PATCH",
        SOMEBODY,
        r#"{"title":"x","activate":"soon"}"#,
    )
    .await;
    assert_eq!(known(&sim, 80_001), before);
}
