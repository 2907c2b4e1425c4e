//! `cargo xtask sim fuzz`: schemathesis sends what it likes, and the simulator must answer as the
//! API document says.

mod choice;
mod options;
mod python;
mod report;
mod schemathesis;
mod simulator;
mod token;

use std::fs;
use std::path::Path;

use crate::arguments::wrong_usage;
use crate::outcome::Outcome;
use crate::stopwatch::Stopwatch;
use crate::survey::files::Files;
use crate::workspace;
use choice::Choice;
use options::Options;
use report::Report;
use schemathesis::Schemathesis;
use simulator::Simulator;

/// Reads the command line and lets schemathesis loose.
pub(super) fn run(given: &[String]) -> Outcome {
    let root = workspace::root();
    let asked = Options::parse(given).and_then(|options| {
        let choice = Choice::of(&Files::load(&root)?, &options.only)?;
        Ok((options, choice))
    });
    let (options, choice) = match asked {
        Ok(asked) => asked,
        Err(complaint) => return wrong_usage("sim", &complaint),
    };
    let stopwatch = Stopwatch::start();
    let complaints = match fuzz(&root, &options, &choice) {
        Ok(report) if report.success => {
            let (operations, requests) = (report.operations, report.requests);
            println!(
                "\nsim fuzz: all well, {operations} operations, {requests} requests, {stopwatch}"
            );
            return Outcome::Success;
        }
        Ok(report) => complaints(&report, &options, &choice),
        Err(error) => {
            let again = options.command(&options.only);
            vec![error, format!("again: {again}")]
        }
    };
    eprintln!("\nsim fuzz: failed, {stopwatch}");
    for complaint in complaints {
        eprintln!("  {complaint}");
    }
    Outcome::Failure
}

/// Runs it against a simulator of its own, once for each server that the document has.
fn fuzz(root: &Path, options: &Options, choice: &Choice) -> Result<Report, String> {
    if !choice.open.is_empty() {
        let open = choice.open.join(", ");
        println!("left out, since the simulator has no route for them yet: {open}");
    }
    let directory = workspace::target(root)?.join("fuzz");
    fs::create_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    let python = python::with_schemathesis(&directory)?;
    let simulator = Simulator::start(root)?;
    let token = token::fetch(&simulator.settings)?;
    let schemathesis = Schemathesis {
        root,
        directory: &directory,
        python: &python,
        simulator: &simulator.settings,
        token: &token,
        options,
    };
    let reports = choice.shares.iter().map(|share| schemathesis.run(share));
    let report = reports.reduce(|one, other| Ok(one?.and(other?)));
    let report = report.ok_or("the simulator has no route of the document")??;
    let never = choice.without(&report.succeeded);
    if !never.is_empty() {
        println!("no success with a body was seen of: {}", never.join(", "));
    }
    Ok(report)
}

/// What is wrong, and the commands that show it again.
fn complaints(report: &Report, options: &Options, choice: &Choice) -> Vec<String> {
    let failed = choice.among(&report.failed);
    let mut lines: Vec<String> = failed
        .iter()
        .map(|id| format!("again: {}", options.command(std::slice::from_ref(id))))
        .collect();
    let whole = options.command(&options.only);
    if failed.is_empty() {
        lines.push(format!("again: {whole}"));
    } else if failed != options.only {
        // It may take what others sent before: people created, people gone.
        lines.push(format!("again, with what was sent before it: {whole}"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Choice, Options, Report, complaints};
    use crate::sim::fuzz::choice::tests::two_routes;

    fn lines(given: &[&str], failed: &[&str]) -> Vec<String> {
        let given: Vec<String> = given.iter().map(|&word| word.to_owned()).collect();
        let options = Options::parse(&given).unwrap();
        let choice = Choice::of(&two_routes(), &options.only).unwrap();
        let report = Report {
            failed: failed.iter().map(|&label| label.to_owned()).collect(),
            ..Report::default()
        };
        complaints(&report, &options, &choice)
    }

    #[test]
    fn a_failure_ends_with_the_command_for_each_operation_and_the_one_for_all() {
        assert_eq!(
            lines(&["--seed=7"], &["GET /users/{userId}", "Stateful tests"]),
            [
                "again: cargo xtask sim fuzz --only getUser --seed 7",
                "again, with what was sent before it: cargo xtask sim fuzz --seed 7"
            ]
        );
    }

    #[test]
    fn a_failure_of_the_only_operation_is_told_once() {
        assert_eq!(
            lines(&["--only", "getUser"], &["GET /users/{userId}"]),
            ["again: cargo xtask sim fuzz --only getUser"]
        );
    }

    #[test]
    fn a_failure_of_no_operation_repeats_the_whole() {
        assert_eq!(lines(&[], &[]), ["again: cargo xtask sim fuzz"]);
    }
}
