//! Bodies of writes that cannot be taken.

use eloomi_sim::Simulator;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{known, token, within, write, write_as};

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
        r#"{"level":1.5}"#,
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

#[tokio::test]
async fn half_a_body_changes_nothing() {
    let sim = Simulator::start().await.unwrap();
    let before = known(&sim, 80_001);
    let request = format!(
        "PATCH {SOMEBODY} HTTP/1.1\r\nhost: localhost\r\nclientid: 200\r\n\
         authorization: Bearer {}\r\ncontent-length: 99\r\n\
         content-type: application/x-www-form-urlencoded\r\n\r\ntitle=Bak",
        token(&sim).await
    );
    let mut stream = TcpStream::connect(sim.addr()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut heard = Vec::new();
    // A reset ends the answer too.
    let _ = within(stream.read_to_end(&mut heard)).await;
    assert_eq!(known(&sim, 80_001), before);
}
