//! Requests answered from files.

use bytes::Bytes;
use eloomi_core::{Phase, Transport as _};
use eloomi_replay::{Exchange, ExchangeFile, Miss, Placeholder, Replayer, Values};
use http::{Request, Response, StatusCode, Version};
use http_body_util::BodyExt as _;

use crate::files::{DELETE, GZIP, LIST, TOKEN};

fn file(name: &str, text: &str) -> ExchangeFile {
    ExchangeFile::new(name, Exchange::parse(text).unwrap())
}

/// A list request with its credentials.
fn list(query: &str) -> Request<Bytes> {
    Request::get(format!("https://host.invalid/v3/users?{query}"))
        .header("accept", "application/json")
        .header("authorization", "Bearer abc")
        .header("clientid", "200")
        .header("x-further", "1")
        .body(Bytes::new())
        .unwrap()
}

fn delete() -> Request<Bytes> {
    let request = list("");
    let (mut parts, body) = request.into_parts();
    parts.method = http::Method::DELETE;
    parts.uri = "https://host.invalid/v3/users/40".parse().unwrap();
    Request::from_parts(parts, body)
}

fn token(form: &'static str) -> Request<Bytes> {
    Request::post("http://127.0.0.1:1/oauth/token")
        .header("accept", "application/json")
        .header(
            "content-type",
            "application/x-www-form-urlencoded; charset=utf-8",
        )
        .body(Bytes::from_static(form.as_bytes()))
        .unwrap()
}

async fn read(response: Response<eloomi_core::Body>) -> Bytes {
    response.into_body().collect().await.unwrap().to_bytes()
}

async fn miss(replayer: &Replayer, request: Request<Bytes>) -> Miss {
    let error = replayer.send(request).await.err().unwrap();
    assert_eq!(error.phase(), Phase::NotSent);
    let source = std::error::Error::source(&error).unwrap();
    source.downcast_ref::<Miss>().unwrap().clone()
}

#[tokio::test]
async fn an_answer_has_its_placeholders_filled() {
    let replayer = Replayer::new([file("token", TOKEN), file("list", LIST)])
        .values(Values::invented().with(Placeholder::Remaining, "12"));
    let form = "scope=*&client_secret=sim-a%26b&client_id=2%200&grant_type=client_credentials";
    let response = replayer.send(token(form)).await.unwrap();
    let length = response.headers()["content-length"].clone();
    let body = read(response).await;
    assert_eq!(length, body.len().to_string().as_str());
    assert!(body.ends_with(b"\"access_token\": \"replayed-token\"\n}"));

    let response = replayer
        .send(list("per_page=2&mode=active&page=1"))
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["x-ratelimit-remaining"], "12");
    replayer.finish().unwrap();
}

#[tokio::test]
async fn exchanges_for_one_request_answer_in_their_order_and_are_used_up() {
    let first = LIST.replace("\n200\n", "\n503\n");
    let replayer = Replayer::new([file("1", &first), file("2", LIST)]);
    let request = || list("mode=active&page=1&per_page=2");
    assert_eq!(replayer.send(request()).await.unwrap().status(), 503);
    assert_eq!(replayer.send(request()).await.unwrap().status(), 200);
    replayer.finish().unwrap();
    let miss = miss(&replayer, request()).await;
    assert_eq!(
        miss.to_string(),
        "no recorded exchange answers GET /v3/users?mode=active&page=1&per_page=2; \
         2 does, and is used up"
    );
    assert_eq!(replayer.finish().unwrap_err().misses(), [miss]);
}

#[tokio::test]
async fn the_last_one_repeats_if_it_says_so() {
    let replayer = Replayer::new([file("delete", DELETE)]);
    for _ in 0..3 {
        let response = replayer.send(delete()).await.unwrap();
        assert_eq!(response.status(), 204);
        assert!(!response.headers().contains_key("content-length"));
        assert_eq!(read(response).await, "");
    }
    replayer.finish().unwrap();
}

#[tokio::test]
async fn broken_bytes_are_replayed_as_they_are() {
    let replayer = Replayer::new([file("gzip", GZIP)]);
    let mut request = list("");
    *request.uri_mut() = "/v3/users/40".parse().unwrap();
    let response = replayer.send(request).await.unwrap();
    assert_eq!(read(response).await, &b"\x1f\x8b\x08\0\0\0\0\0\0"[..]);
}

#[tokio::test]
async fn a_miss_names_the_nearest_exchange_and_finish_remembers_it() {
    let files = [
        file("token", TOKEN),
        file("list", LIST),
        file("delete", DELETE),
    ];
    let replayer = Replayer::new(files);
    miss(&replayer, list("mode=active&page=2&limit=5")).await;
    let mut request = delete();
    request.headers_mut().remove("clientid");
    miss(&replayer, request).await;
    let mut request = list("mode=active&page=1&per_page=2");
    request
        .headers_mut()
        .insert("accept", "text/html".parse().unwrap());
    miss(&replayer, request).await;
    let mut request = list("mode=active&page=1&per_page=2");
    request
        .headers_mut()
        .insert("authorization", "Basic secret".parse().unwrap());
    miss(&replayer, request).await;
    let form = "grant_type=password&client_id=1&refresh_token=secret&username=ada";
    miss(&replayer, token(form)).await;

    let report = replayer.finish().unwrap_err().to_string();
    assert!(!report.contains("secret="), "{report}");
    insta::assert_snapshot!(report);
}

#[tokio::test]
async fn json_bodies_are_compared_by_value() {
    let recorded = TOKEN
        .replace("x-www-form-urlencoded", "json")
        .replace(
            "grant_type=client_credentials&client_id=[client-id]&client_secret=[client-secret]&scope=%2A",
            r#"{"client_id": "[client-id]", "units": [1, 2]}"#,
        );
    let replayer = Replayer::new([file("json", &recorded)]);
    let request = |body: &'static str| {
        let mut request = token(body);
        let json = "application/json".parse().unwrap();
        request.headers_mut().insert("content-type", json);
        request
    };
    let differences = miss(&replayer, request(r#"{"client_id":"2","units":[2,2]}"#)).await;
    assert_eq!(
        differences.differences()[0].to_string(),
        "body $.units[0]: recorded 1, sent another number"
    );
    assert!(
        miss(&replayer, request(""))
            .await
            .to_string()
            .contains("body: recorded, not sent")
    );
    let response = replayer
        .send(request(r#"{"units":[1,2.0],"client_id":"200"}"#))
        .await;
    assert!(response.is_ok());
}

#[tokio::test]
async fn without_exchanges_nothing_answers() {
    let replayer = Replayer::new([(); 0].map(|()| file("", "")));
    let miss = miss(&replayer, list("page=1")).await;
    assert_eq!(miss.nearest(), None);
    assert_eq!(
        miss.to_string(),
        "no recorded exchange answers GET /v3/users?page=1"
    );
}

#[tokio::test]
async fn an_answer_has_the_version_that_was_recorded() {
    let http2 = LIST.replace("http: \"1.1\"", "http: \"2\"");
    for (text, version) in [(LIST, Version::HTTP_11), (&http2, Version::HTTP_2)] {
        let replayer = Replayer::new([file("list", text)]);
        let request = list("mode=active&page=1&per_page=2");
        assert_eq!(replayer.send(request).await.unwrap().version(), version);
    }
}

#[test]
fn a_replayer_prints_how_many_exchanges_it_has() {
    let replayer = Replayer::new([file("list", LIST), file("token", TOKEN)]);
    assert_eq!(format!("{replayer:?}"), "Replayer { exchanges: 2, .. }");
}

/// The delete of the files at another target, or with another method.
fn like_delete(name: &str, line: &str) -> ExchangeFile {
    file(name, &DELETE.replace("DELETE /v3/users/40", line))
}

#[tokio::test]
async fn the_nearest_exchange_is_the_one_whose_path_is_nearest() {
    let replayer = Replayer::new([
        like_delete("two segments fewer", "DELETE /v3"),
        like_delete("another segment", "DELETE /v3/users/41"),
    ]);
    let miss = miss(&replayer, delete()).await;
    assert_eq!(miss.nearest(), Some("another segment"));
}

#[tokio::test]
async fn of_one_path_the_nearest_exchange_has_the_method() {
    let replayer = Replayer::new([
        like_delete("method", "GET /v3/users/40"),
        like_delete("query", "DELETE /v3/users/40?a=1&b=2"),
    ]);
    let miss = miss(&replayer, delete()).await;
    assert_eq!(miss.nearest(), Some("query"));
}
