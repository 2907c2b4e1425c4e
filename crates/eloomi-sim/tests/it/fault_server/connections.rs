use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{GET, POST, ask, connect, journal, serve};
use crate::client::within;

#[tokio::test]
async fn each_connection_has_its_own_steps() {
    let server =
        serve(r#"connections = [["read", { write = "one" }], ["read", { write = "two" }]]"#).await;
    let told = (ask(&server, GET).await.0, ask(&server, GET).await.0);
    assert_eq!(told, ("one".to_owned(), "two".to_owned()));
}

#[tokio::test]
async fn the_last_list_serves_all_further_connections() {
    let server = serve(r#"connections = [["EMPTY_RESPONSE"], ["read", { write = "last" }]]"#).await;
    for _ in 0..3 {
        ask(&server, GET).await;
    }
    assert_eq!(ask(&server, GET).await.0, "last");
}

#[tokio::test]
async fn without_steps_a_connection_is_closed() {
    let server = serve("").await;
    assert_eq!(ask(&server, GET).await, (String::new(), true));
}

#[tokio::test]
async fn two_requests_travel_on_one_connection() {
    let server =
        serve(r#"connections = [["read", { write = "1" }, "read", { write = "2" }]]"#).await;
    let mut stream = connect(&server).await;
    let mut told = [0; 2];
    for digit in told.chunks_mut(1) {
        stream.write_all(POST.as_bytes()).await.unwrap();
        within(stream.read_exact(digit)).await.unwrap();
    }
    assert_eq!((&told, server.journal().posts()), (b"12", 2));
}

#[tokio::test]
async fn a_body_that_comes_late_is_waited_for() {
    let server = serve(r#"connections = [["read", { write = "x" }]]"#).await;
    let mut stream = connect(&server).await;
    let (head, body) = POST.split_at(POST.len() - 2);
    stream.write_all(head.as_bytes()).await.unwrap();
    let before = journal(&server).await;
    stream.write_all(body.as_bytes()).await.unwrap();
    let after = journal(&server).await;
    assert!(before.contains("body not read\n  still open"), "{before}");
    assert!(after.contains("2 bytes of body\n"), "{after}");
}

#[tokio::test]
async fn a_connection_that_sends_nothing_keeps_no_other_waiting() {
    let server = serve(r#"connections = [["read", { write = "x" }]]"#).await;
    let silent = connect(&server).await;
    assert_eq!(ask(&server, GET).await.0, "x");
    drop(silent);
}

#[tokio::test]
async fn steps_behind_a_client_that_is_gone_are_left_out() {
    let server = serve(r#"connections = [["read", { sleep = 60000 }, { json = "{}" }]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    drop(stream);
    let told = journal(&server).await;
    assert!(
        told.ends_with("0 bytes of body\n  closed by the client\n"),
        "{told}"
    );
}
