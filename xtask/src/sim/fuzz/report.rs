//! What schemathesis says of a run, in the files that it leaves.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde_json::Value;

/// What came of one run, or of several.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    /// Whether all went well.
    pub(super) success: bool,
    /// How many operations were tried.
    pub(super) operations: u64,
    /// How many requests were made up.
    pub(super) requests: u64,
    /// What failed, as schemathesis calls it: operations, and sequences of them.
    pub(super) failed: BTreeSet<String>,
    /// The operations that have answered with a success and a body, called likewise.
    pub(super) succeeded: BTreeSet<String>,
}

impl Report {
    /// Reads what a run has left: the sums as JSON, what was sent as a line of JSON each.
    pub(super) fn read(sums: &Path, sent: &Path) -> Result<Self, String> {
        let complain = |error: &dyn std::fmt::Display| format!("what schemathesis says: {error}");
        let text = std::fs::read_to_string(sums).map_err(|error| complain(&error))?;
        let mut report = Self::of(&serde_json::from_str(&text).map_err(|error| complain(&error))?);
        let lines = BufReader::new(File::open(sent).map_err(|error| complain(&error))?).lines();
        for line in lines {
            let line = line.map_err(|error| complain(&error))?;
            let event = serde_json::from_str(&line).map_err(|error| complain(&error))?;
            report.succeeded.extend(success(&event));
        }
        Ok(report)
    }

    fn of(sums: &Value) -> Self {
        let lists = ["failures", "errors"].map(|list| sums[list].as_array());
        let found: Vec<&Value> = lists.into_iter().flatten().flatten().collect();
        let tested = sums["operations"]["tested"].as_u64().unwrap_or_default();
        let is_whole = sums["complete"] == true && sums["operations"]["selected"] == tested;
        Self {
            success: found.is_empty() && is_whole && sums["exit_code"] == 0,
            operations: tested,
            requests: sums["test_cases"]["generated"].as_u64().unwrap_or_default(),
            failed: found
                .iter()
                .filter_map(|found| found["operations"].as_array())
                .flatten()
                .filter_map(|label| label.as_str().map(str::to_owned))
                .collect(),
            succeeded: BTreeSet::new(),
        }
    }

    /// Both together, which went well only if both did.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.success &= other.success;
        self.operations += other.operations;
        self.requests += other.requests;
        self.failed.extend(other.failed);
        self.succeeded.extend(other.succeeded);
        self
    }
}

/// The operation whose requests one event tells of, if one of them was answered with a success
/// that has a body: no other answer shows whether a body is as described.
fn success(event: &Value) -> Option<String> {
    let record = &event["ScenarioFinished"]["recorder"];
    let label = record["label"].as_str()?;
    let method = label.split(' ').next();
    let has_body = |status: u64| (200..300).contains(&status) && status != 204;
    let sent = record["interactions"].as_object()?;
    sent.values()
        .any(|sent| {
            let status = sent["response"]["status_code"].as_u64();
            sent["request"]["method"].as_str() == method && status.is_some_and(has_body)
        })
        .then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Report, success};

    fn sums() -> Value {
        json!({
            "complete": true,
            "exit_code": 0,
            "operations": {"selected": 2, "tested": 2},
            "test_cases": {"generated": 40},
            "failures": [],
            "errors": [],
        })
    }

    #[test]
    fn a_run_without_findings_is_a_success() {
        let report = Report::of(&sums());
        assert!(report.success);
        assert_eq!((report.operations, report.requests), (2, 40));
    }

    #[test]
    fn what_failed_or_broke_is_named() {
        let mut sums = sums();
        sums["failures"] = json!([{"operations": ["GET /users", "Stateful tests"]}]);
        sums["errors"] = json!([{"operations": ["POST /users"]}]);
        let report = Report::of(&sums);
        assert!(!report.success);
        let failed: Vec<&str> = report.failed.iter().map(String::as_str).collect();
        assert_eq!(failed, ["GET /users", "POST /users", "Stateful tests"]);
    }

    #[test]
    fn half_a_run_is_no_success() {
        for (member, value) in [
            ("complete", json!(false)),
            ("exit_code", json!(1)),
            ("operations", json!({"selected": 2, "tested": 1})),
        ] {
            let mut sums = sums();
            sums[member] = value;
            assert!(!Report::of(&sums).success, "{member}");
        }
    }

    #[test]
    fn one_failure_makes_the_whole_a_failure() {
        let good = Report::of(&sums());
        let mut sums = sums();
        sums["exit_code"] = json!(1);
        let both = good.and(Report::of(&sums));
        assert!(!both.success);
        assert_eq!((both.operations, both.requests), (4, 80));
    }

    fn answered(method: &str, status: u16) -> Option<String> {
        success(&json!({"ScenarioFinished": {"recorder": {
            "label": "GET /users",
            "interactions": {"x": {
                "request": {"method": method},
                "response": {"status_code": status},
            }},
        }}}))
    }

    #[test]
    fn only_a_body_of_the_operation_itself_shows_its_success() {
        assert_eq!(answered("GET", 200).as_deref(), Some("GET /users"));
        assert_eq!(answered("GET", 204), None);
        assert_eq!(answered("GET", 404), None);
        assert_eq!(answered("POST", 200), None);
        assert_eq!(success(&json!({"EngineStarted": {}})), None);
    }
}
