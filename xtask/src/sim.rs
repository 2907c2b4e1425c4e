//! `cargo xtask sim`: what is done with the simulator.

mod faults;
mod fuzz;
mod serve;
pub(crate) mod verify;

use crate::arguments::wrong_usage;
use crate::outcome::Outcome;

/// Calls the verb of the group.
pub(crate) fn run(given: &[String]) -> Outcome {
    let (verb, rest) = match given.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("", given),
    };
    match verb {
        "faults" => faults::run(rest),
        "fuzz" => fuzz::run(rest),
        "serve" => serve::run(rest),
        "verify" => verify::run(rest),
        "" => wrong_usage("sim", "sim wants a verb: serve, faults, verify or fuzz"),
        unknown => wrong_usage("sim", &format!("no such verb: sim {unknown}")),
    }
}
