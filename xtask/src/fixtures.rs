//! `cargo xtask fixtures`: the recorded exchanges, how they are made, kept and handed on.

mod export;
pub(crate) mod lint;
pub(crate) mod record;
mod status;

use crate::arguments::wrong_usage;
use crate::outcome::Outcome;

/// Calls the verb of the group.
pub(crate) fn run(given: &[String]) -> Outcome {
    let (verb, rest) = match given.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("", given),
    };
    match verb {
        "record" => record::run(rest),
        "lint" => lint::run(rest),
        "status" => status::run(rest),
        "export" => export::run(rest),
        "" => wrong_usage(
            "fixtures",
            "fixtures wants a verb: record, lint, status or export",
        ),
        unknown => wrong_usage("fixtures", &format!("no such verb: fixtures {unknown}")),
    }
}
