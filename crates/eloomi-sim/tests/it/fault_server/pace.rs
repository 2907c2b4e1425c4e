use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{GET, connect, serve};
use crate::client::within;

/// How long it takes from the request to the end of the answer.
async fn took(step: &str) -> Duration {
    let server = serve(&format!("connections = [[\"read\", {step}]]")).await;
    let mut stream = connect(&server).await;
    #[expect(clippy::disallowed_methods, reason = "real sockets have real time")]
    let begun = std::time::Instant::now();
    stream.write_all(GET.as_bytes()).await.unwrap();
    within(stream.read_to_end(&mut Vec::new())).await.unwrap();
    begun.elapsed()
}

#[tokio::test]
async fn sleep_waits() {
    assert!(took("{ sleep = 100 }").await >= Duration::from_millis(100));
}

#[tokio::test]
async fn latency_waits() {
    assert!(took("{ latency = 100 }").await >= Duration::from_millis(100));
}

#[tokio::test]
async fn a_slicer_pauses_between_slices_only() {
    let took = took("{ slicer = { text = 'abcdef', bytes = 2, every = 60 } }").await;
    assert!(took >= Duration::from_millis(120), "{took:?}");
}

#[tokio::test]
async fn bandwidth_is_kilobytes_a_second() {
    // 50 bytes each 50 ms.
    let text = "x".repeat(150);
    let took = took(&format!(
        "{{ bandwidth = {{ text = '{text}', rate = 1 }} }}"
    ))
    .await;
    assert!(took >= Duration::from_millis(100), "{took:?}");
}

#[tokio::test]
async fn slices_arrive_one_by_one() {
    let server = serve(
        r#"connections = [["read", { slicer = { text = "abcd", bytes = 3, every = 200 } }]]"#,
    )
    .await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    let mut buffer = [0; 10];
    let read = within(stream.read(&mut buffer)).await.unwrap();
    assert_eq!(&buffer[..read], b"abc");
}
