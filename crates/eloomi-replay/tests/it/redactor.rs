//! What is written of exchanges.

mod again;
mod bodies;
mod committed;
mod headers;
mod invented;
mod joins;
mod nothing_survives;
mod secrets;

use std::sync::LazyLock;

use bytes::Bytes;
use eloomi_replay::{Confidence, FrontMatter, Origin, Redacted, Redaction, Redactor};
use http::{Request, Response};

pub(crate) const MINIMAL: &str = "version = 1\n\
    invented = { names = [\"Ada\"], phones = [\"4500\"], domains = [\"example.invalid\"] }\n";

/// The rules of the repository.
pub(crate) fn rules() -> Redaction {
    static RULES: LazyLock<Redaction> = LazyLock::new(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/REDACTION.toml");
        Redaction::load(path).unwrap()
    });
    RULES.clone()
}

fn about(operation: &str) -> FrontMatter {
    FrontMatter::new(
        "a recording",
        operation,
        Origin::Simulator,
        Confidence::Observed,
    )
}

fn get(target: &str) -> Request<Bytes> {
    Request::get(target).body(Bytes::new()).unwrap()
}

fn json(body: &str) -> Response<Bytes> {
    let response = Response::builder().header("content-type", "application/json");
    response
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap()
}

fn redactor() -> Redactor {
    Redactor::seeded(rules(), 7)
}

/// What is written of the answer to one request for a person.
fn of_a_person(body: &str) -> Redacted {
    let response = json(&format!(r#"{{"status":"OK","data":{body}}}"#));
    redactor().exchange(&about("getUser"), &get("/v3/users/80001"), &response)
}

fn places(redacted: &Redacted) -> Vec<String> {
    redacted.unknown.iter().map(ToString::to_string).collect()
}
