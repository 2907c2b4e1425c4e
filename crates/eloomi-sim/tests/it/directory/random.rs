//! Requests that nobody has thought of: none is more than the directory can bear, but those few that
//! the real one could not bear either.

use eloomi_sim::Directory;
use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::calls::{send, writer};
use crate::client::request;

/// Names that are known somewhere, and others.
const NAMES: [&str; 20] = [
    "firstName",
    "lastName",
    "email",
    "roles",
    "city",
    "phone",
    "tags",
    "hiredAt",
    "leftAt",
    "address",
    "description",
    "registrationNumber",
    "grant_type",
    "scope",
    "username",
    "password",
    "refresh_token",
    "client_id",
    "x y",
    "",
];

/// Rows of failures that are the caller's.
const FAILURES: [&str; 4] = [
    "staff-bad-ids",
    "staff-nul",
    "staff-null-phone",
    "staff-grant-of-nobody",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9a-f]{24}",
        "[+0-9 .-]{0,16}",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?",
        "[a-z.é]{1,8}@[a-z.-]{1,8}\\.(com|fr|test)",
        "\\PC{0,3}[ßıİéæ]\\PC{0,3}",
        prop::sample::select(
            &[
                "tech",
                "board",
                "Lyon",
                "users:get",
                "password",
                "client_credentials"
            ][..]
        )
        .prop_map(str::to_owned),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(|number| json!(number)),
        text().prop_map(Value::String),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            object(inner),
        ]
    })
}

fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let name =
        prop_oneof![3 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => text()];
    prop::collection::vec((name, value), 0..8)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
}

/// A body that is right but for some members.
fn nearly_right() -> impl Strategy<Value = Value> {
    object(value()).prop_map(|members| {
        let mut body = super::calls::newcomer("nina@example.com");
        let members = members.as_object().unwrap().clone();
        body.as_object_mut().unwrap().extend(members);
        body
    })
}

fn encoded(name: &str, value: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair(name, value)
        .finish()
}

fn target() -> impl Strategy<Value = String> {
    let parameter = prop::sample::select(&["limit", "page", "email", "ids", "search", "foo"][..]);
    let pair = (
        parameter,
        prop_oneof![text(), "-?[0-9]{1,20}(\\.[0-9]{1,3})?(e[0-9])?"],
    );
    let query = prop::collection::vec(pair, 0..4).prop_map(|pairs| {
        let pairs: Vec<String> = pairs
            .iter()
            .map(|(name, value)| encoded(name, value))
            .collect();
        pairs.join("&")
    });
    let id = text().prop_map(|text| encoded("", &text)[1..].to_owned());
    prop_oneof![
        query.prop_map(|query| format!("/users?{query}")),
        id.prop_map(|id| format!("/users/{id}")),
        Just("/users".to_owned()),
        Just("/users/me".to_owned()),
        Just("/oauth/token".to_owned()),
    ]
}

fn asked() -> impl Strategy<Value = (String, String, String, Vec<u8>)> {
    let method =
        prop::sample::select(&["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"][..]);
    let body = prop_oneof![
        nearly_right().prop_map(|body| body.to_string().into_bytes()),
        value().prop_map(|body| body.to_string().into_bytes()),
        text().prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..64),
    ];
    let kind = prop::sample::select(
        &[
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "image/png",
            "x",
        ][..],
    );
    let (method, kind) = (method.prop_map(str::to_owned), kind.prop_map(str::to_owned));
    (method, target(), kind, body)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_request_is_more_than_the_directory_can_bear(
        requests in prop::collection::vec(asked(), 32),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(bear(requests))?;
    }
}

async fn bear(requests: Vec<(String, String, String, Vec<u8>)>) -> Result<(), TestCaseError> {
    let directory = Directory::builder().people(9).start().await.unwrap();
    let token = writer(&directory).await;
    for (method, target, kind, body) in requests {
        let asked: Request<Full<Bytes>> = request(&method, &target)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", kind)
            .body(body.into())
            .unwrap();
        let answer = send(&directory, asked).await;
        let recorded = directory.requests().pop().unwrap();
        let shown = recorded.behaviour.unwrap();
        let may_fail = FAILURES.contains(&shown);
        prop_assert!(
            answer.status < 500 || (answer.status == 500 && may_fail),
            "{} {}: {} {}",
            method,
            target,
            answer.status,
            shown
        );
        let is_json = answer.header("content-type") == Some("application/json; charset=utf-8");
        if is_json && method != "HEAD" {
            let read = serde_json::from_slice::<Value>(&answer.body);
            prop_assert!(read.is_ok(), "{} {}: {:?}", method, target, answer);
        }
    }
    Ok(())
}
