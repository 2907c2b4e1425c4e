//! The exchanges of the repository, as if they were recorded now.

use std::path::Path;

use eloomi_replay::{Exchange, Placeholder, Redacted, Redactor, Values, lint};
use http::Response;

use super::{
    again::{again, without_dates},
    redactor, rules,
};

fn files(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

fn committed() -> Vec<Exchange> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/exchanges");
    let mut texts = Vec::new();
    files(Path::new(folder), &mut texts);
    assert!(texts.len() > 100);
    texts
        .iter()
        .map(|text| Exchange::parse(text).unwrap())
        .collect()
}

/// Redacts what it would be on the wire, placeholders filled.
fn redacted(redactor: &Redactor, exchange: &Exchange) -> Redacted {
    let values = Values::invented().with(Placeholder::Now, "2026-01-05 10:20:30");
    let request = exchange.request.to_http("", &values).unwrap();
    let mut response = Response::new(exchange.response.bytes(&values));
    *response.status_mut() = exchange.response.status;
    for (name, value) in exchange.response.headers.iter() {
        let value = value
            .replace("[remaining]", "599")
            .replace("[reset]", "1700000000");
        response.headers_mut().append(name, value.parse().unwrap());
    }
    redactor.exchange(&exchange.front, &request, &response)
}

#[test]
fn the_rules_know_every_place_of_every_committed_exchange() {
    let redactor = redactor();
    for exchange in committed() {
        let redacted = redacted(&redactor, &exchange);
        assert!(
            redacted.unknown.is_empty(),
            "{exchange}{:#?}",
            redacted.unknown
        );
    }
}

#[test]
fn what_is_written_may_be_committed_as_far_as_its_form_goes() {
    let redactor = redactor();
    for exchange in committed() {
        let text = redacted(&redactor, &exchange).exchange.to_string();
        assert_eq!(Exchange::parse(&text).unwrap().to_string(), text);
        assert_eq!(lint(&text), []);
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (one, other) = (redactor(), redactor());
    for exchange in committed() {
        let one = redacted(&one, &exchange).exchange.to_string();
        assert_eq!(redacted(&other, &exchange).exchange.to_string(), one);
    }
}

#[test]
fn redacting_again_changes_only_dates() {
    let (first, second) = (redactor(), Redactor::seeded(rules(), 7));
    for exchange in committed() {
        let once = redacted(&first, &exchange).exchange;
        let twice = again(&second, &once);
        assert!(twice.unknown.is_empty(), "{once}{:#?}", twice.unknown);
        assert_eq!(without_dates(&twice.exchange), without_dates(&once));
    }
}
