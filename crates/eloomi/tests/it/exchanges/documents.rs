//! That files, requests and the API's documents fit together.

use std::{collections::BTreeSet, fs, path::Path};

use eloomi_replay::{Exchange, lint};
use serde_json::{Map, Value};

use super::{asked::requests, recorded};

#[test]
fn every_file_has_a_request_and_every_request_a_file() {
    let files = recorded::all();
    let files: BTreeSet<_> = files.iter().map(|file| file.name.as_str()).collect();
    let asked: BTreeSet<_> = requests().map(|(name, _)| *name).collect();
    let without_request: Vec<_> = files.difference(&asked).collect();
    let without_file: Vec<_> = asked.difference(&files).collect();
    assert!(
        without_request.is_empty() && without_file.is_empty(),
        "tests/it/exchanges/asked.rs has no request for {without_request:?}, \
         and fixtures/exchanges has no file {without_file:?}"
    );
    assert_eq!(asked.len(), requests().count(), "a file has two requests");
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
fn operations_and_quirks_are_those_of_the_documents() {
    let (operations, quirks) = (operations(), document("quirks.md"));
    let mut unknown = Vec::new();
    for file in recorded::all() {
        let front = &file.exchange.front;
        if !operations.contains(&front.operation) {
            unknown.push(format!(
                "{}: docs/api/eloomi-v3.yaml has no operation {}",
                file.name, front.operation
            ));
        }
        for quirk in &front.quirks {
            if !quirks.contains(&format!("| `{quirk}` |")) {
                unknown.push(format!("{}: docs/quirks.md has no row {quirk}", file.name));
            }
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

/// The operations of the API document, and those that it infers for groups without paths.
fn operations() -> BTreeSet<String> {
    let document: Value = serde_saphyr::from_str(&document("api/eloomi-v3.yaml")).unwrap();
    let paths = document["paths"].as_object().unwrap().values();
    let methods = paths.filter_map(Value::as_object).flat_map(Map::values);
    let documented = methods.filter_map(|method| method["operationId"].as_str());
    let groups = document["x-candidate-operations"].as_array().unwrap();
    let inferred = groups
        .iter()
        .filter_map(|group| group["operations"].as_object());
    let inferred = inferred.flat_map(Map::keys).map(String::as_str);
    documented.chain(inferred).map(str::to_owned).collect()
}

fn document(name: &str) -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    fs::read_to_string(docs.join(name)).unwrap()
}
