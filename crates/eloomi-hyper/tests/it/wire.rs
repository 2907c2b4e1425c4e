//! The bytes that leave the machine: the same from every stack, but for the headers' order.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Method, Request};
use tokio::io::AsyncWriteExt as _;

use crate::{
    server::{Server, exchange, read_request},
    stack::transport,
};

/// The request as the server reads it, its headers sorted, its port left out.
async fn on_the_wire(method: Method, headers: &[(&str, &str)], body: &'static str) -> String {
    let request_read = Arc::new(Mutex::new(Vec::new()));
    let reader = Arc::clone(&request_read);
    let server = Server::start(move |mut stream| {
        let reader = Arc::clone(&reader);
        async move {
            *reader.lock().unwrap() = read_request(&mut stream).await;
            let answer = "HTTP/1.1 204 No Content\r\n\r\n";
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    })
    .await;
    let url = server.url("/v3/users/a%20b%2F..?mode=active&e=a%40b");
    // As from a session, which always writes this one.
    let mut request = Request::builder()
        .method(method)
        .uri(url)
        .header("Accept", "text/x");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Bytes::from_static(body.as_bytes())).unwrap();
    exchange(&transport(), request).await.unwrap();
    let text = String::from_utf8(request_read.lock().unwrap().clone()).unwrap();
    let text = text.replace(&server.address().port().to_string(), "<port>");
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let (line, headers) = head.split_once("\r\n").unwrap();
    let mut headers: Vec<_> = headers.split("\r\n").collect();
    headers.sort_unstable();
    format!("{line}\n{}\n\n{body}", headers.join("\n"))
}

#[tokio::test]
async fn a_read_has_its_headers_and_no_others() {
    let text = on_the_wire(Method::GET, &[("ClientId", "200")], "").await;
    insta::assert_snapshot!(text, @r#"
    GET /v3/users/a%20b%2F..?mode=active&e=a%40b HTTP/1.1
    accept: text/x
    clientid: 200
    host: 127.0.0.1:<port>
    "#);
}

#[tokio::test]
async fn a_write_has_the_length_of_its_body() {
    let text = on_the_wire(
        Method::POST,
        &[("content-type", "application/json")],
        "{\"a\":1}",
    )
    .await;
    insta::assert_snapshot!(text, @r#"
    POST /v3/users/a%20b%2F..?mode=active&e=a%40b HTTP/1.1
    accept: text/x
    content-length: 7
    content-type: application/json
    host: 127.0.0.1:<port>

    {"a":1}
    "#);
}

#[tokio::test]
async fn a_delete_has_no_body() {
    let text = on_the_wire(Method::DELETE, &[], "").await;
    insta::assert_snapshot!(text, @r#"
    DELETE /v3/users/a%20b%2F..?mode=active&e=a%40b HTTP/1.1
    accept: text/x
    host: 127.0.0.1:<port>
    "#);
}

#[tokio::test]
async fn a_write_without_body_has_no_length() {
    let text = on_the_wire(Method::PUT, &[], "").await;
    insta::assert_snapshot!(text, @r#"
    PUT /v3/users/a%20b%2F..?mode=active&e=a%40b HTTP/1.1
    accept: text/x
    host: 127.0.0.1:<port>
    "#);
}
