//! The loopback server: the same answers as in memory, over a socket.

use bytes::Bytes;
use eloomi_core::Transport as _;
use eloomi_replay::{
    Exchange, ExchangeFile, Miss, RecordedRequest, ReplayServer, Replayer, RequestBody, Scenario,
    Values,
};
use http::{Method, Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::{
    files::{DELETE, GZIP, LIST},
    scenario::FOLDER,
};

/// The recorded request of `file`.
fn request(file: &ExchangeFile, base: &str) -> Request<Bytes> {
    let request = &file.exchange.request;
    request.to_http(base, &Values::invented()).unwrap()
}

/// The same exchange, asked for with HEAD.
fn head(text: &str) -> Exchange {
    let mut exchange = Exchange::parse(text).unwrap();
    let asked = &exchange.request;
    let (target, headers) = (asked.target().clone(), asked.headers().clone());
    exchange.request =
        RecordedRequest::new(Method::HEAD, target, headers, RequestBody::None).unwrap();
    exchange
}

/// An exchange whose status forbids a body, although one was recorded.
fn forbidden(status: &str) -> Exchange {
    let text = DELETE
        .replace("body: none", "body: text")
        .replace("\n204\n", &format!("\n{status}\n\nwhat nobody may see\n"));
    Exchange::parse(&text).unwrap()
}

async fn read<B: http_body::Body<Error: std::fmt::Debug>>(response: Response<B>) -> Answer {
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let headers = head.headers.iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().into()));
    (head.status.as_u16(), headers.collect(), body)
}

type Answer = (u16, Vec<(String, String)>, Bytes);

/// What the server answers to each request, in order.
async fn over_a_socket(files: &[ExchangeFile], http2: bool) -> Vec<Answer> {
    let server = ReplayServer::start(Replayer::new(files.to_vec()))
        .await
        .unwrap();
    let client = Client::builder(TokioExecutor::new())
        .http2_only(http2)
        .build_http::<Full<Bytes>>();
    let mut answers = Vec::new();
    for file in files {
        let request = request(file, server.base_url()).map(Full::new);
        answers.push(read(client.request(request).await.unwrap()).await);
    }
    server.finish().unwrap();
    answers
}

async fn in_memory(files: &[ExchangeFile]) -> Vec<Answer> {
    let replayer = Replayer::new(files.to_vec());
    let mut answers = Vec::new();
    for file in files {
        answers.push(read(replayer.send(request(file, "")).await.unwrap()).await);
    }
    answers
}

/// One of each kind of body.
fn every_kind() -> Vec<ExchangeFile> {
    let texts = [DELETE, LIST, GZIP].map(|text| Exchange::parse(text).unwrap());
    let mut files: Vec<ExchangeFile> = texts.into_iter().map(Into::into).collect();
    files.extend([head(LIST), head(GZIP), forbidden("204"), forbidden("304")].map(Into::into));
    files
}

#[tokio::test]
async fn over_a_socket_the_answers_are_those_in_memory() {
    let files = every_kind();
    let expected = in_memory(&files).await;
    for http2 in [false, true] {
        let answers = over_a_socket(&files, http2).await;
        for ((file, answer), expected) in files.iter().zip(answers).zip(&expected) {
            assert_eq!(&answer, expected, "{} http2 {http2}", file.name);
        }
    }
}

#[tokio::test]
async fn the_answer_to_head_says_how_long_its_body_would_be() {
    let answers = in_memory(&[head(LIST).into(), Exchange::parse(LIST).unwrap().into()]).await;
    let length = |answer: &Answer| {
        let found = answer.1.iter().find(|(name, _)| name == "content-length");
        found.map(|(_, value)| value.parse::<usize>().unwrap())
    };
    assert_eq!(length(&answers[0]), Some(answers[1].2.len()));
    assert!(answers[0].2.is_empty());
}

#[tokio::test]
async fn a_status_that_forbids_a_body_has_none() {
    let files = [forbidden("204").into(), forbidden("304").into()];
    for (status, headers, body) in in_memory(&files).await {
        assert_eq!(body, "", "{status}");
        assert_eq!(headers, [], "{status}");
    }
}

/// What goes over the socket, byte by byte.
async fn bytes(server: &ReplayServer, request: &str) -> Vec<u8> {
    let address = server.base_url().trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_broken_body_goes_out_byte_by_byte() {
    let gzip = Exchange::parse(GZIP).unwrap();
    let server = ReplayServer::start(Replayer::new([gzip])).await.unwrap();
    let request = "GET /v3/users/40 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\
                   authorization: Bearer abc\r\nclientid: 200\r\n\r\n";
    let answer = bytes(&server, request).await;
    let expected = b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\
        content-type: application/json\r\ncontent-length: 9\r\n\
        connection: close\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0";
    assert_eq!(
        String::from_utf8_lossy(&answer),
        String::from_utf8_lossy(expected)
    );
}

#[tokio::test]
async fn a_miss_is_501_and_tells_nothing_of_the_request() {
    let scenario = Scenario::load(FOLDER).unwrap();
    let server = ReplayServer::start(Replayer::scenario(scenario))
        .await
        .unwrap();
    let request = "POST /oauth/secret?q=secret HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\
                   x-secret: secret\r\ncontent-length: 6\r\n\r\nsecret";
    let answer = String::from_utf8(bytes(&server, request).await).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 501 "), "{head}");
    assert_eq!(
        body,
        r#"{"error": "no recorded exchange answers this request", "method": "POST", "nearest": "01-token.exchange", "operation": "createToken", "due": "01-token.exchange", "differs_in": "path, query q, header content-type"}"#
    );
    assert!(!answer.contains("secret"), "{answer}");
    let unfinished = server.finish().unwrap_err();
    let requests: Vec<_> = unfinished.misses().iter().map(Miss::request).collect();
    assert_eq!(requests, ["POST /oauth/secret?q=secret"]);
    assert_eq!(unfinished.unused().len(), 5);
}

#[tokio::test]
async fn what_arrived_is_kept_for_the_test() {
    let list = ExchangeFile::from(Exchange::parse(LIST).unwrap());
    let server = ReplayServer::start(Replayer::new([list.clone()]))
        .await
        .unwrap();
    let client = Client::builder(TokioExecutor::new()).build_http::<Full<Bytes>>();
    let asked = request(&list, server.base_url()).map(Full::new);
    client.request(asked).await.unwrap();
    let sent = server.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(list.exchange.request.differences(&sent[0]), []);
}

#[tokio::test]
async fn it_stops_when_it_is_dropped() {
    let server = ReplayServer::start(Replayer::new([Exchange::parse(LIST).unwrap()]))
        .await
        .unwrap();
    let address = server.base_url().trim_start_matches("http://").to_owned();
    let mut open = TcpStream::connect(&address).await.unwrap();
    drop(server);
    // The connection that is open ends, and no other is accepted.
    assert_eq!(open.read(&mut [0]).await.unwrap_or(0), 0);
    assert!(TcpStream::connect(&address).await.is_err());
}
