//! `cargo xtask sim faults`: what the simulator can let go wrong, by name.
//!
//! The names are the simulator's own: an example of it prints them.

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{cargo, line, run as run_command};
use crate::outcome::Outcome;
use crate::workspace;

const EXAMPLE: [&str; 8] = [
    "run",
    "--quiet",
    "--locked",
    "--package",
    "eloomi-sim",
    "--example",
    "faults",
    "--",
];

/// Reads the command line and prints.
pub(super) fn run(given: &[String]) -> Outcome {
    let mut arguments = Arguments::new(given);
    let json = arguments.flag(&["--json"]);
    if let Err(complaint) = arguments.nothing_more() {
        return wrong_usage("sim", &complaint);
    }
    let mut command = cargo(&workspace::root(), &EXAMPLE);
    if json {
        command.arg("--json");
    }
    match run_command(&mut command) {
        Ok(true) => return Outcome::Success,
        Ok(false) => eprintln!("again: {}", line(&command)),
        Err(error) => eprintln!("error: {error}"),
    }
    Outcome::Failure
}
