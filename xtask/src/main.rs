//! Contributors' tasks, run as `cargo xtask <verb>`.
//!
//! This file only dispatches: every verb is a file of its own, and every step of `check` is a
//! file under `check/`.

mod arguments;
mod calendar;
mod cargo;
mod check;
mod ci;
mod columns;
mod continuous;
mod coverage;
mod faults;
mod fixtures;
mod fuzz;
mod help;
mod outcome;
mod pending;
mod review;
mod service;
mod sim;
mod snapshots;
mod soak;
mod stopwatch;
mod survey;
mod test;
mod watch;
mod workspace;

use std::process::ExitCode;

use outcome::Outcome;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let verb = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    dispatch(&verb, &rest).into()
}

/// Calls the verb; asking one for `--help` explains it instead.
fn dispatch(verb: &str, rest: &[String]) -> Outcome {
    let asks_for_help = rest
        .iter()
        .any(|argument| argument == "--help" || argument == "-h");
    // All that stands behind it is for another program, which has its own.
    let passes_on = verb == "sim" && rest.first().is_some_and(|word| word == "serve");
    if asks_for_help && !passes_on {
        return help::verb(verb);
    }
    match verb {
        "" | "help" | "--help" | "-h" => help::run(rest),
        "check" => check::run(rest),
        "ci" => ci::run(rest),
        "coverage" => coverage::run(rest),
        "faults" => faults::run(rest),
        "fixtures" => fixtures::run(rest),
        "fuzz" => fuzz::run(rest),
        "review" => review::run(rest),
        "sim" => sim::run(rest),
        "snapshots" => snapshots::run(rest),
        "soak" => soak::run(rest),
        "test" => test::run(rest),
        unknown => help::unknown(unknown),
    }
}
