//! What is there and belongs to no operation and to no inferred group, or says that it belongs to
//! another.

use std::collections::{BTreeMap, BTreeSet};

use crate::coverage::groups::{answers, sends};
use crate::survey::document::ApiDocument;
use crate::survey::exchanges::Exchange;
use crate::survey::inferred_groups::InferredOperation;
use crate::survey::path::{fits, same};
use crate::survey::requests::Declared;
use crate::survey::simulator::Answered;
use crate::survey::snapshots;

/// What the simulator answers beside the API: its own description of itself.
const OF_NO_OPERATION: &str = "/openapi.yaml";

/// Request types, routes of the simulator and exchanges without an operation.
pub(super) fn strangers(
    document: &ApiDocument,
    declared: &[Declared],
    answered: &[Answered],
    exchanges: &[Exchange],
) -> Vec<String> {
    let mut findings = Vec::new();
    let groups = document.groups.iter();
    let inferred: Vec<&InferredOperation> = groups.flat_map(|group| &group.operations).collect();
    let mut seen: BTreeMap<&str, &Declared> = BTreeMap::new();
    for route in declared {
        let (file, line, id) = (&route.file, route.line, route.operation.as_str());
        if inferred.iter().any(|operation| operation.id == id) {
            if !inferred.iter().any(|operation| sends(route, operation)) {
                findings.push(format!(
                    "{file}:{line}: {} sends {id} as {} {}, which is of no group of {}",
                    route.request, route.method, route.path, document.path
                ));
            }
            continue;
        }
        if document.operation(id).is_none() {
            findings.push(format!(
                "{file}:{line}: {} is for {id}, which is no operation of {}",
                route.request, document.path
            ));
        }
        if let Some(first) = seen.insert(id, route) {
            let (other, at) = (&first.file, first.line);
            findings.push(format!(
                "{file}:{line}: a second route for {id}; the first is {other}:{at}"
            ));
        }
    }
    for route in answered
        .iter()
        .filter(|route| route.path != OF_NO_OPERATION)
    {
        let mut operations = document.operations.iter();
        let is_known = operations
            .any(|own| own.method == route.method && same(&own.path, &route.path))
            || inferred.iter().any(|operation| answers(route, operation));
        if !is_known {
            findings.push(format!(
                "{}:{}: the simulator answers {} {}, which is no operation of {}",
                route.file, route.line, route.method, route.path, document.path
            ));
        }
    }
    for exchange in exchanges {
        let request = format!("{} {}", exchange.method, exchange.path);
        // A HEAD is a GET without a body (RFC 9110 §9.3.2).
        let method = &exchange.method.replace("HEAD", "GET");
        let path = &exchange.path;
        let is_none = |none: &String| match none.split_once(' ') {
            Some((own, template)) => own == method && (path == template || fits(path, template)),
            None => false,
        };
        if document.no_operations.iter().any(is_none) {
            continue;
        }
        let reached = document.reached_by(method, path).map(|known| &known.id);
        let mut groups = document.groups.iter();
        let reached = reached.or_else(|| {
            let guessed = groups.find_map(|group| group.reached_by(method, path));
            guessed.map(|operation| &operation.id)
        });
        match reached {
            None => findings.push(format!(
                "{}: {request} reaches no operation of {}",
                exchange.file, document.path
            )),
            Some(id) if *id != exchange.operation => findings.push(format!(
                "{}: info names {}, but {request} reaches {id}",
                exchange.file, exchange.operation
            )),
            Some(_) => {}
        }
    }
    findings
}

/// Snapshots of exchanges that are not there.
pub(super) fn orphans(snapshots: &BTreeSet<String>, exchanges: &[Exchange]) -> Vec<String> {
    let known: BTreeSet<&str> = exchanges.iter().map(Exchange::name).collect();
    let orphans = snapshots
        .iter()
        .filter(|name| !known.contains(name.as_str()));
    let finding = |name: &String| {
        format!(
            "{}: of an exchange that is not there",
            snapshots::path(name)
        )
    };
    orphans.map(finding).collect()
}
