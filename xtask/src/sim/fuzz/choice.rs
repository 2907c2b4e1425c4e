//! Which operations are tried: those of the document that the simulator has a route for.

use std::collections::BTreeSet;

use crate::help::nearest;
use crate::survey::document::{ApiDocument, Operation};
use crate::survey::files::Files;
use crate::survey::path::same;
use crate::survey::simulator;

/// What most paths of the document stand below. The token endpoint stands beside it.
const VERSION: &str = "/v3";

/// The operations of one server of the document. Schemathesis sends all that it has to one.
#[derive(Debug, Default)]
pub(super) struct Share {
    /// The path of the server's address, such as `/v3`.
    pub(super) prefix: &'static str,
    /// Each `operationId`, and what schemathesis calls the operation: `GET /users/{userId}`.
    pub(super) operations: Vec<(String, String)>,
}

/// What is tried, and what cannot be.
#[derive(Debug)]
pub(super) struct Choice {
    /// None is empty.
    pub(super) shares: Vec<Share>,
    /// The operations without a route, unless some were named.
    pub(super) open: Vec<String>,
}

impl Choice {
    /// The operations with these ids, or all that have a route.
    pub(super) fn of(files: &Files, only: &[String]) -> Result<Self, String> {
        let document = ApiDocument::read(files)?;
        let (routes, _) = simulator::read(files);
        let has_route = |operation: &&Operation| {
            routes
                .iter()
                .any(|route| route.method == operation.method && same(&route.path, &operation.path))
        };
        let (built, open): (Vec<_>, Vec<_>) = document.operations.iter().partition(has_route);
        let ids = |operations: &[&Operation]| -> Vec<String> {
            operations.iter().map(|one| one.id.clone()).collect()
        };
        for id in only {
            if open.iter().any(|operation| operation.id == *id) {
                return Err(format!("the simulator has no route for {id} yet"));
            }
            if !built.iter().any(|operation| operation.id == *id) {
                return Err(unknown(id, &ids(&built)));
            }
        }
        let mut shares = ["", VERSION].map(|prefix| Share {
            prefix,
            ..Share::default()
        });
        for operation in built {
            if !only.is_empty() && !only.contains(&operation.id) {
                continue;
            }
            let below = operation.path.strip_prefix(VERSION);
            let share = &mut shares[usize::from(below.is_some())];
            let path = below.unwrap_or(&operation.path);
            let label = format!("{} {path}", operation.method);
            share.operations.push((operation.id.clone(), label));
        }
        Ok(Self {
            shares: shares
                .into_iter()
                .filter(|share| !share.operations.is_empty())
                .collect(),
            open: if only.is_empty() {
                ids(&open)
            } else {
                Vec::new()
            },
        })
    }

    /// The ids of the operations that schemathesis calls so.
    pub(super) fn among(&self, labels: &BTreeSet<String>) -> Vec<String> {
        self.ids(|label| labels.contains(label))
    }

    /// The ids of the other operations.
    pub(super) fn without(&self, labels: &BTreeSet<String>) -> Vec<String> {
        self.ids(|label| !labels.contains(label))
    }

    fn ids(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let operations = self.shares.iter().flat_map(|share| &share.operations);
        operations
            .filter(|(_, label)| is_wanted(label))
            .map(|(id, _)| id.clone())
            .collect()
    }
}

fn unknown(id: &str, known: &[String]) -> String {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let hint = match nearest(id, &known) {
        Some(close) => format!("did you mean {close}?"),
        None => format!("there are: {}", known.join(", ")),
    };
    format!("no such operation: {id}; {hint}")
}

#[cfg(test)]
pub(super) mod tests {
    use super::Choice;
    use crate::survey::document::PATH;
    use crate::survey::files::Files;

    const DOCUMENT: &str = "\
servers:
  - url: https://api.example/v3
paths:
  /oauth/token:
    servers:
      - url: https://api.example
    post:
      operationId: createToken
      x-confidence: documented
  /users/{userId}:
    get:
      operationId: getUser
      x-confidence: documented
    delete:
      operationId: deleteUser
      x-confidence: documented
";

    const ROUTER: &str = "
        Router::new()
            .route(\"/oauth/token\", post(token))
            .route(\"/v3/users/{id}\", get(get_user))";

    /// A document of three operations and a simulator that has two of them.
    pub(in crate::sim::fuzz) fn two_routes() -> Files {
        Files::of([
            (PATH, DOCUMENT),
            ("crates/eloomi-sim/src/eloomi/routes.rs", ROUTER),
        ])
    }

    fn choice(only: &[&str]) -> Result<Choice, String> {
        let only: Vec<String> = only.iter().map(|&id| id.to_owned()).collect();
        Choice::of(&two_routes(), &only)
    }

    #[test]
    fn each_server_has_its_share_of_what_the_simulator_answers() {
        let choice = choice(&[]).unwrap();
        let shares: Vec<_> = choice
            .shares
            .iter()
            .map(|share| (share.prefix, share.operations[0].1.as_str()))
            .collect();
        assert_eq!(
            shares,
            [("", "POST /oauth/token"), ("/v3", "GET /users/{userId}")]
        );
        assert_eq!(choice.open, ["deleteUser"]);
    }

    #[test]
    fn operations_that_are_named_are_the_only_ones() {
        let choice = choice(&["getUser"]).unwrap();
        assert_eq!(choice.shares.len(), 1);
        assert!(choice.open.is_empty());
    }

    #[test]
    fn an_operation_that_cannot_be_tried_is_refused_with_the_reason() {
        let error = choice(&["deleteUser"]).unwrap_err();
        assert!(error.contains("no route for deleteUser"), "{error}");
        let error = choice(&["getUsr"]).unwrap_err();
        assert!(error.contains("did you mean getUser?"), "{error}");
        let error = choice(&["everything"]).unwrap_err();
        assert!(error.contains("createToken, getUser"), "{error}");
    }
}
