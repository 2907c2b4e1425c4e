use tokio::io::AsyncWriteExt;

use super::{GET, ask, connect, heard, journal, serve};
use crate::client::within;

#[tokio::test]
async fn an_empty_response_closes_without_a_byte() {
    let server = serve(r#"connections = [["read", "EMPTY_RESPONSE"]]"#).await;
    assert_eq!(ask(&server, GET).await, (String::new(), true));
}

#[tokio::test]
async fn a_reset_is_no_end() {
    let server = serve(r#"connections = [["read", "CONNECTION_RESET_BY_PEER"]]"#).await;
    assert_eq!(ask(&server, GET).await, (String::new(), false));
}

#[tokio::test]
async fn what_was_written_before_a_reset_arrives() {
    let server = serve(r#"connections = [["read", { write = "HTTP/1.1 2" }, "rst"]]"#).await;
    assert_eq!(ask(&server, GET).await, ("HTTP/1.1 2".to_owned(), false));
}

#[tokio::test]
async fn fin_is_no_reset_even_if_the_request_was_not_read() {
    let server = serve(r#"connections = [["fin"]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    assert_eq!(heard(&mut stream).await, (String::new(), true));
}

#[tokio::test]
async fn a_connection_ends_with_its_steps() {
    let server = serve(r#"connections = [["read", { write = "x" }]]"#).await;
    assert_eq!(ask(&server, GET).await, ("x".to_owned(), true));
}

#[tokio::test]
async fn a_half_closed_connection_still_takes_bytes() {
    let server = serve(r#"connections = [["read", "half_close"]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    heard(&mut stream).await;
    // Twice, because a write meets a reset that the one before has caused.
    within(stream.write_all(b"x")).await.unwrap();
    journal(&server).await;
    assert!(within(stream.write_all(b"x")).await.is_ok());
}

#[tokio::test]
async fn a_half_closed_connection_is_open_until_the_client_goes() {
    let server = serve(r#"connections = [["read", "half_close"]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    heard(&mut stream).await;
    let before = journal(&server).await;
    drop(stream);
    let after = journal(&server).await;
    assert!(before.ends_with("  → fin\n  still open\n"), "{before}");
    assert!(
        after.ends_with("  → fin\n  closed by the client\n"),
        "{after}"
    );
}

#[tokio::test]
async fn limit_data_closes_behind_the_limit() {
    let server =
        serve(r#"connections = [["read", { limit_data = { text = "abcdef", bytes = 4 } }]]"#).await;
    assert_eq!(ask(&server, GET).await, ("abcd".to_owned(), true));
}

#[tokio::test]
async fn timeout_answers_nothing_until_the_client_goes() {
    let server = serve(r#"connections = [["read", "timeout"]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    let before = journal(&server).await;
    drop(stream);
    let after = journal(&server).await;
    assert!(before.ends_with("still open\n"), "{before}");
    assert!(after.ends_with("closed by the client\n"), "{after}");
}

#[tokio::test]
async fn an_expected_end_leaves_no_line() {
    let server = serve(r#"connections = [["expect_eof"]]"#).await;
    drop(connect(&server).await);
    assert_eq!(
        journal(&server).await,
        "connection 1\n  closed by the client\n"
    );
}

#[tokio::test]
async fn bytes_instead_of_the_end_are_told() {
    let server = serve(r#"connections = [["read", { json = "{}" }, "expect_eof"]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.repeat(2).as_bytes()).await.unwrap();
    let before = journal(&server).await;
    assert!(
        before.contains("← bytes where the end was expected\n"),
        "{before}"
    );
}

#[tokio::test]
async fn dropping_the_server_closes_its_connections() {
    let server = serve(r#"connections = [["timeout"]]"#).await;
    let mut stream = connect(&server).await;
    journal(&server).await;
    drop(server);
    // It would wait for ever otherwise.
    assert_eq!(heard(&mut stream).await.0, "");
}
