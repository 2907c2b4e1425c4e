use std::io::Read;

use flate2::read::GzDecoder;

use super::{GET, ask, connect, serve};
use crate::client::within;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// What one step answers to a request.
async fn answer(step: &str) -> String {
    let server = serve(&format!("connections = [[\"read\", {step}]]")).await;
    ask(&server, GET).await.0
}

/// As [`answer`], as bytes: the head and the body.
async fn bytes(step: &str) -> (String, Vec<u8>) {
    let server = serve(&format!("connections = [[\"read\", {step}]]")).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    within(stream.read_to_end(&mut bytes)).await.unwrap();
    let head = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let body = bytes.split_off(head.unwrap() + 4);
    (String::from_utf8(bytes).unwrap(), body)
}

fn unzipped(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    GzDecoder::new(body).read_to_end(&mut plain)?;
    Ok(plain)
}

#[tokio::test]
async fn write_sends_a_text_as_it_stands() {
    let told = answer(r#"{ write = "HTTP/1.1 200 OK\r\ncontent-ty" }"#).await;
    assert_eq!(told, "HTTP/1.1 200 OK\r\ncontent-ty");
}

#[tokio::test]
async fn hex_sends_bytes() {
    assert_eq!(answer(r#"{ hex = "48 69 0a" }"#).await, "Hi\n");
}

#[tokio::test]
async fn json_is_a_whole_answer() {
    let told = answer(r"{ json = '{}' }").await;
    assert_eq!(
        told,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"
    );
}

#[tokio::test]
async fn an_answer_gets_its_reason_and_its_length() {
    let told =
        answer(r#"{ answer = { status = 503, headers = ["retry-after: 1"], body = "no" } }"#).await;
    assert_eq!(
        told,
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 2\r\n\r\nno"
    );
}

#[tokio::test]
async fn a_204_has_no_length() {
    let told = answer("{ answer = { status = 204 } }").await;
    assert_eq!(told, "HTTP/1.1 204 No Content\r\n\r\n");
}

#[tokio::test]
async fn gzip_can_be_undone() {
    let (_, body) = bytes(r#"{ gzip = "hello" }"#).await;
    assert_eq!(unzipped(&body).unwrap(), b"hello");
}

#[tokio::test]
async fn cut_gzip_is_as_long_as_it_says() {
    let (head, body) = bytes(r#"{ gzip = { plain = "hello", cut = 4 } }"#).await;
    assert!(head.contains(&format!("content-length: {}\r\n", body.len())));
}

#[tokio::test]
async fn cut_gzip_lacks_its_end() {
    let (_, body) = bytes(r#"{ gzip = { plain = "hello", cut = 4 } }"#).await;
    let error = unzipped(&body).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::UnexpectedEof);
}

#[tokio::test]
async fn garbage_follows_the_gzip() {
    let (_, body) = bytes(r#"{ gzip = { plain = "hello", trailing = "xx" } }"#).await;
    assert!(body.ends_with(b"xx") && unzipped(&body).unwrap() == b"hello");
}

#[tokio::test]
async fn gzip_twice_must_be_undone_twice() {
    let (_, body) = bytes(r#"{ gzip = { plain = "hello", times = 2 } }"#).await;
    assert_eq!(unzipped(&unzipped(&body).unwrap()).unwrap(), b"hello");
}

#[tokio::test]
async fn gzip_not_at_all_is_plain_under_a_header_that_says_gzip() {
    let (head, body) = bytes(r#"{ gzip = { plain = "hello", times = 0 } }"#).await;
    assert!(head.contains("content-encoding: gzip\r\n") && body == b"hello");
}

#[tokio::test]
async fn another_encoding_can_be_claimed() {
    let (head, _) = bytes(r#"{ gzip = { plain = "hello", times = 0, encoding = "br" } }"#).await;
    assert!(head.contains("content-encoding: br\r\n"), "{head}");
}

#[tokio::test]
async fn a_bomb_is_small_before_it_goes_off() {
    let (_, body) = bytes("{ gzip = { plain = '{}', spaces = 16 } }").await;
    assert!(body.len() < 32 * 1024, "{} bytes", body.len());
}

#[tokio::test]
async fn a_bomb_goes_off_whole() {
    let (_, body) = bytes("{ gzip = { plain = '{}', spaces = 4 } }").await;
    let plain = unzipped(&body).unwrap();
    let expected = [b"{}".as_slice(), &vec![b' '; 4 << 20]].concat();
    // Not `assert_eq`, which would print it.
    assert!(plain == expected, "{} bytes", plain.len());
}

#[tokio::test]
async fn repeat_writes_a_text_again_and_again() {
    let told = answer(r#"{ repeat = { text = "[]", times = 100000 } }"#).await;
    assert!(told == "[]".repeat(100_000), "{} bytes", told.len());
}

#[tokio::test]
async fn repeat_stands_between_two_texts() {
    let told = answer("{ repeat = { before = '<', text = 'ab', times = 2, after = '>' } }").await;
    assert_eq!(told, "<abab>");
}

#[tokio::test]
async fn a_malformed_chunk_follows_a_good_head() {
    let told = answer(r#""MALFORMED_RESPONSE_CHUNK""#).await;
    assert!(
        told.starts_with("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nlskdu"),
        "{told}"
    );
}

#[tokio::test]
async fn noise_is_the_same_each_time() {
    let step = r#""RANDOM_DATA_THEN_CLOSE""#;
    assert_eq!(answer(step).await, answer(step).await);
}
