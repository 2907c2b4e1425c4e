//! `cargo xtask sim`: what is done with the simulator.

mod fuzz;

use crate::arguments::wrong_usage;
use crate::outcome::Outcome;

/// Calls the verb of the group.
pub(crate) fn run(given: &[String]) -> Outcome {
    match given.split_first() {
        Some((verb, rest)) if verb == "fuzz" => fuzz::run(rest),
        Some((unknown, _)) => wrong_usage("sim", &format!("no such verb: sim {unknown}")),
        None => wrong_usage("sim", "sim wants a verb: cargo xtask sim fuzz"),
    }
}
