//! `cargo xtask ci`: what CI runs, in CI's order.

use crate::arguments::{Arguments, wrong_usage};
use crate::outcome::Outcome;
use crate::{check, test};

/// The tests, then the checks, both to their end whatever fails.
pub(crate) fn run(given: &[String]) -> Outcome {
    if let Err(complaint) = Arguments::new(given).nothing_more() {
        return wrong_usage("ci", &complaint);
    }
    let tests = test::run_everything_unattended();
    println!();
    let checks = check::run_everything_without_skips();
    tests.and(checks)
}
