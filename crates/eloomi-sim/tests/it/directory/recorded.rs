//! Every recorded exchange, in order, from what the server held at its start.

use eloomi_sim::Directory;
use http_body_util::Full;
use hyper::header::{AUTHORIZATION, HeaderValue};
use serde_json::Value;

use super::compared::differences;
use super::exchange::{Exchange, seed};
use super::{calls, seeded};
use crate::client::{Answer, request};

/// Calls between the exchanges that were made and not kept: their numbers have gaps, and what they
/// did shows in the next answers. Before which exchange, the recorded id, and the body.
const BETWEEN: [(&str, &str, &str); 5] = [
    ("277", FULLA, r#"{"firstName":"Fullanew"}"#),
    (
        "281",
        FULLA,
        r#"{"description":null,"job":null,"hiredAt":null,"registrationNumber":null}"#,
    ),
    ("284", FULLA, r#"{"address":null}"#),
    (
        "313",
        "6b01f5f91ccdf37440d510ea",
        r#"{"leftAt":"2999-01-01"}"#,
    ),
    (
        "370",
        "6b01f5f91ccdf37440d510ec",
        r#"{"birthDate":"1999-12-31T23:59:59.999999-05:00"}"#,
    ),
];
const FULLA: &str = "6b01f60aa4365b7415e653e1";

/// The directory, and what is another here than where the exchanges were recorded.
struct Replay {
    directory: Directory,
    seed: Value,
    /// Ids of people who were created on the way: recorded, and here.
    ids: Vec<(String, String)>,
    /// The refresh token of the first exchange.
    refresh: String,
}

#[tokio::test]
async fn every_recorded_exchange_is_answered_as_it_was() {
    let text = seed();
    let mut replay = Replay {
        directory: Directory::builder().seed_file(&text).start().await.unwrap(),
        seed: serde_json::from_str(&text).unwrap(),
        ids: Vec::new(),
        refresh: String::new(),
    };
    let exchanges = Exchange::all();
    let mut wrong = Vec::new();
    for exchange in &exchanges {
        replay.catch_up(exchange).await;
        let answer = replay.ask(exchange).await;
        replay.learn(exchange, &answer);
        let found = differences(exchange, &replay.here(&exchange.body), &answer);
        wrong.extend(found.iter().map(|one| format!("{}: {one}", exchange.name)));
    }
    assert_eq!(exchanges.len(), 211, "exchanges are missing");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl Replay {
    /// Makes the calls that were made before this exchange, and not kept.
    async fn catch_up(&self, exchange: &Exchange) {
        let token = seeded::bearer(&self.seed, "berta, app full").unwrap();
        for (before, id, body) in BETWEEN {
            if exchange.name.starts_with(before) {
                let path = format!("/users/{}", self.here(id));
                let body: Value = serde_json::from_str(body).unwrap();
                let answer = calls::write(&self.directory, &token, "PUT", &path, &body).await;
                assert_eq!(answer.status, 200, "before {before}: {answer:?}");
            }
        }
    }

    async fn ask(&self, exchange: &Exchange) -> Answer {
        let target = self.here(&exchange.target);
        let mut asked = request(&exchange.method, &target);
        let headers = asked.headers_mut().unwrap();
        *headers = exchange.asked.clone();
        if let Some(masked) = exchange.asked.get(AUTHORIZATION) {
            let scheme = masked.to_str().unwrap().split(' ').next().unwrap();
            let credentials = seeded::credentials(&self.seed, exchange);
            let value = format!("{scheme} {}", credentials.unwrap_or_default());
            headers.insert(AUTHORIZATION, HeaderValue::from_str(value.trim()).unwrap());
        }
        if let Some((name, value)) = exchange
            .said("with the header ")
            .and_then(|said| said.split_once(": "))
        {
            let name: hyper::header::HeaderName = name.parse().unwrap();
            headers.insert(name, HeaderValue::from_str(value).unwrap());
        }
        if exchange
            .description
            .contains("content type was said all the same")
        {
            headers.insert("content-type", HeaderValue::from_static("application/json"));
        }
        let sent = seeded::unmasked(&self.seed, exchange, &self.refresh);
        let body: Full<_> = self.here(&sent).into();
        calls::send(&self.directory, asked.body(body).unwrap()).await
    }

    /// Keeps what this exchange gave.
    fn learn(&mut self, exchange: &Exchange, answer: &Answer) -> Option<()> {
        let read = |text: &str| serde_json::from_str::<Value>(text).ok();
        let (told, own) = (read(&exchange.body)?, read(answer.text())?);
        if exchange.name.starts_with("001") {
            own["refresh_token"].as_str()?.clone_into(&mut self.refresh);
        }
        if exchange.method == "POST" && exchange.target == "/users" {
            let (told, own) = (told["id"].as_str()?, own["id"].as_str()?);
            self.ids.push((told.to_owned(), own.to_owned()));
        }
        Some(())
    }

    /// A text with the ids that people have here.
    fn here(&self, text: &str) -> String {
        let ids = self.ids.iter();
        ids.fold(text.to_owned(), |text, (told, own)| text.replace(told, own))
    }
}
