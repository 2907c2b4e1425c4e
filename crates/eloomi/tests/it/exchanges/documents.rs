//! That files, requests and the API's documents fit together.

use std::{collections::BTreeSet, fs, path::Path};

use eloomi_replay::{Exchange, lint};

use super::{asked::REQUESTS, recorded};

#[test]
fn every_file_has_a_request_and_every_request_a_file() {
    let files = recorded::all();
    let files: BTreeSet<_> = files.iter().map(|file| file.name.as_str()).collect();
    let asked: BTreeSet<_> = REQUESTS.iter().map(|(name, _)| *name).collect();
    let without_request: Vec<_> = files.difference(&asked).collect();
    let without_file: Vec<_> = asked.difference(&files).collect();
    assert!(
        without_request.is_empty() && without_file.is_empty(),
        "tests/it/exchanges/asked.rs has no request for {without_request:?}, \
         and fixtures/exchanges has no file {without_file:?}"
    );
    assert_eq!(asked.len(), REQUESTS.len(), "a file has two requests");
}

#[test]
fn every_file_is_canonical() {
    let mut wrong = Vec::new();
    for file in recorded::all() {
        let text = fs::read_to_string(recorded::folder().join(&file.name)).unwrap();
        let findings = lint(&text);
        wrong.extend(findings.iter().map(|it| format!("{}: {it}", file.name)));
        let printed = Exchange::parse(&text).unwrap().to_string();
        if findings.is_empty() && printed != text {
            wrong.push(format!("{}: printing it changes it", file.name));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nmend the form: cargo xtask check --only fixtures --fix",
        wrong.join("\n")
    );
}

#[test]
fn every_operation_on_people_and_tokens_has_a_successful_exchange() {
    let shown: BTreeSet<_> = recorded::all()
        .into_iter()
        .filter(|file| file.exchange.response.status == 200)
        .map(|file| file.exchange.front.operation)
        .collect();
    let missing: Vec<_> = operations().difference(&shown).cloned().collect();
    assert!(missing.is_empty(), "no exchange shows {missing:?}");
}

#[test]
fn operations_and_quirks_are_those_of_the_documents() {
    let (operations, quirks) = (operations(), document("quirks.md"));
    let mut unknown = Vec::new();
    for file in recorded::all() {
        let front = &file.exchange.front;
        if !operations.contains(&front.operation) {
            unknown.push(format!("{}: {}", file.name, front.operation));
        }
        for quirk in &front.quirks {
            if !quirks.contains(&format!("| `{quirk}` |")) {
                unknown.push(format!("{}: {quirk}", file.name));
            }
        }
    }
    assert!(
        unknown.is_empty(),
        "not documented:\n{}",
        unknown.join("\n")
    );
}

/// The operations of the paths that this crate has requests for.
fn operations() -> BTreeSet<String> {
    let document = document("api/eloomi-v3.yaml");
    let mut is_ours = false;
    let mut found = BTreeSet::new();
    for line in document.lines() {
        if let Some(path) = line.strip_prefix("  /") {
            is_ours = path.starts_with("users") || path.starts_with("oauth");
        }
        if let Some(operation) = line.strip_prefix("      operationId: ").filter(|_| is_ours) {
            found.insert(operation.to_owned());
        }
    }
    assert!(!found.is_empty(), "the document names no operation");
    found
}

fn document(name: &str) -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    fs::read_to_string(docs.join(name)).unwrap()
}
