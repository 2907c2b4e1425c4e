use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{GET, POST, ask, connect, journal, serve};
use crate::client::within;

#[tokio::test]
async fn the_journal_tells_a_request_an_answer_and_the_end() {
    let server = serve(r#"connections = [["read", { json = "{}" }, "fin"]]"#).await;
    ask(&server, GET).await;
    assert_eq!(
        journal(&server).await,
        "connection 1\n  \
         ← GET /v3/users/1 HTTP/1.1, 1 header (accept), 0 bytes of body\n  \
         → 72 bytes \"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\n\
         content-length: 2\\r\\n\\r\\n{}\"\n  \
         fin\n"
    );
}

#[tokio::test]
async fn the_journal_counts_connections_requests_and_posts() {
    let server = serve(r#"connections = [["read", "rst"]]"#).await;
    ask(&server, GET).await;
    ask(&server, POST).await;
    journal(&server).await;
    let journal = server.journal();
    assert_eq!(
        (journal.connections(), journal.requests(), journal.posts()),
        (2, 2, 1)
    );
}

#[tokio::test]
async fn a_request_that_was_not_read_is_not_counted() {
    let server = serve(r#"connections = [["fin"]]"#).await;
    ask(&server, POST).await;
    journal(&server).await;
    assert_eq!(server.journal().requests(), 0);
}

#[tokio::test]
async fn no_value_of_a_header_is_kept() {
    let server = serve(r#"connections = [["read", "fin"]]"#).await;
    let secret = "GET / HTTP/1.1\r\nAuthorization: Bearer sim-secret\r\n\r\n";
    ask(&server, secret).await;
    let told = format!("{} {:?}", journal(&server).await, server.journal());
    assert!(!told.contains("sim-secret"), "{told}");
}

#[tokio::test]
async fn half_a_head_is_no_request() {
    let server = serve(r#"connections = [["read", "fin"]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(b"GET / HT").await.unwrap();
    journal(&server).await;
    drop(stream);
    let told = journal(&server).await;
    assert_eq!(
        told,
        "connection 1\n  ← a part of a head\n  closed by the client\n"
    );
}

#[tokio::test]
async fn a_long_output_is_told_alike_whether_it_was_taken_or_not() {
    let script = r#"connections = [[
        "read", { repeat = { text = "x", times = 30000000 } }, "expect_eof"
    ]]"#;
    let (taken, refused) = (serve(script).await, serve(script).await);
    for (server, bytes) in [(&taken, 30_000_000), (&refused, 1)] {
        let mut stream = connect(server).await;
        stream.write_all(GET.as_bytes()).await.unwrap();
        let mut told = vec![0; bytes];
        within(stream.read_exact(&mut told)).await.unwrap();
    }
    assert_eq!(journal(&taken).await, journal(&refused).await);
}

#[tokio::test]
async fn an_endless_output_ends_with_its_client() {
    let server = serve(r#"connections = [["read", { repeat = { text = "x" } }]]"#).await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    let mut some = [0; 1000];
    within(stream.read_exact(&mut some)).await.unwrap();
    drop(stream);
    let told = journal(&server).await;
    assert!(told.contains("→ up to bytes without end \"xxx"), "{told}");
    assert!(told.ends_with("closed by the client\n"), "{told}");
}

#[tokio::test]
async fn a_bomb_is_told_by_what_is_in_it() {
    let server =
        serve(r#"connections = [["read", { gzip = { plain = "{}", spaces = 3 } }, "expect_eof"]]"#)
            .await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    within(stream.read_exact(&mut [0; 100])).await.unwrap();
    drop(stream);
    let told = journal(&server).await;
    assert!(
        told.ends_with(
            "→ a bomb of 3 MiB in gzip, behind 2 bytes \"{}\"\n  closed by the client\n"
        ),
        "{told}"
    );
}

#[tokio::test]
async fn a_client_that_closes_between_slices_got_a_part() {
    let server = serve(
        r#"connections = [["read", { slicer = { text = "abc", bytes = 1, every = 60000 } }]]"#,
    )
    .await;
    let mut stream = connect(&server).await;
    stream.write_all(GET.as_bytes()).await.unwrap();
    let mut first = [0];
    within(stream.read_exact(&mut first)).await.unwrap();
    drop(stream);
    let told = journal(&server).await;
    assert!(
        told.ends_with(
            "→ a part of 3 bytes \"abc\", then the client closed\n  closed by the client\n"
        ),
        "{told}"
    );
}

#[tokio::test]
async fn before_the_first_connection_there_is_none() {
    let server = serve("").await;
    assert_eq!(journal(&server).await, "no connection\n");
}
