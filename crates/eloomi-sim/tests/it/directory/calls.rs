//! Calls of a directory, by a client that shares no code with the ones it is for.

use eloomi_sim::Directory;
use http_body_util::Full;
use hyper::body::Bytes;
use serde_json::{Value, json};
use tokio::net::TcpStream;

use crate::client::{Answer, over_h1, request, within};

/// Sends one request on a connection of its own.
pub(super) async fn send(directory: &Directory, request: hyper::Request<Full<Bytes>>) -> Answer {
    let asked = async {
        let stream = TcpStream::connect(directory.addr()).await.unwrap();
        over_h1(stream, request).await.unwrap()
    };
    within(asked).await
}

/// A token request of the known program.
pub(super) async fn grant(directory: &Directory, asked: &Value) -> Answer {
    let mut asked = asked.clone();
    asked["client_id"] = directory.client_id().into();
    asked["client_secret"] = directory.client_secret().into();
    let request = request("POST", "/oauth/token").header("content-type", "application/json");
    send(directory, request.body(asked.to_string().into()).unwrap()).await
}

/// What the password grant is asked with.
pub(super) fn password(directory: &Directory, email: &str) -> Value {
    json!({
        "grant_type": "password",
        "username": email,
        "password": directory.password(),
    })
}

/// A token of whoever has this address, with all scopes.
pub(super) async fn token_of(directory: &Directory, email: &str) -> String {
    let answer = grant(directory, &password(directory, email)).await;
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

/// Address of the first person in the list who has this role.
pub(super) fn somebody(directory: &Directory, role: &str) -> Value {
    let people: Value = serde_json::from_str(&directory.people()).unwrap();
    let mut people = people.as_array().unwrap().iter();
    let found = people.find(|person| person["roles"][0] == role);
    found.unwrap().clone()
}

/// A token of somebody who may write.
pub(super) async fn writer(directory: &Directory) -> String {
    let board = somebody(directory, "board");
    token_of(directory, board["email"].as_str().unwrap()).await
}

/// A call without a body.
pub(super) async fn call(directory: &Directory, token: &str, method: &str, path: &str) -> Answer {
    let request = request(method, path).header("authorization", format!("Bearer {token}"));
    send(directory, request.body(Full::default()).unwrap()).await
}

/// A call with a body of JSON.
pub(super) async fn write(
    directory: &Directory,
    token: &str,
    method: &str,
    path: &str,
    body: &Value,
) -> Answer {
    let request = request(method, path)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json");
    send(directory, request.body(body.to_string().into()).unwrap()).await
}

/// The least that a new person needs.
pub(super) fn newcomer(email: &str) -> Value {
    json!({
        "firstName": "Nina",
        "lastName": "Newcomer",
        "email": email,
        "roles": ["tech"],
        "city": "Lyon",
    })
}

/// The message of a refusal.
pub(super) fn message(answer: &Answer) -> String {
    answer.json()["message"].as_str().unwrap().to_owned()
}
