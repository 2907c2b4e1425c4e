//! Runs the tests with their output passed through, and notes what matters in it.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::cargo::line;

/// What was seen going by.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Cargo ended well.
    pub(crate) success: bool,
    /// How many tests there were.
    pub(crate) tests: usize,
    /// The tests that failed, by the name that selects them again.
    pub(crate) failed: Vec<String>,
    /// The recorded exchanges that failed, on whichever stack.
    pub(crate) exchanges: BTreeSet<String>,
    /// The files of scenarios that are not what a recording would write.
    pub(crate) scenarios: BTreeSet<String>,
}

/// Runs the tests. Compiler messages go straight to the terminal, and the tests' own output
/// passes through here unchanged.
pub(crate) fn run(command: &mut Command) -> Result<Seen, String> {
    let mut seen = Seen::default();
    seen.success = lines(command, |text| note(text, &mut seen))?;
    Ok(seen)
}

/// The same for whoever looks for something else in the lines; whether cargo ended well.
pub(crate) fn lines(command: &mut Command, note: impl FnMut(&str)) -> Result<bool, String> {
    let complain = |error: io::Error| format!("cannot run the tests: {error}");
    println!("$ {}", line(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(complain)?;
    if let Some(output) = child.stdout.take() {
        pass_through(BufReader::new(output), note).map_err(complain)?;
    }
    Ok(child.wait().map_err(complain)?.success())
}

/// Bytes rather than lines of text: a test may print anything.
fn pass_through(mut output: impl BufRead, mut note: impl FnMut(&str)) -> io::Result<()> {
    let mut bytes = Vec::new();
    while output.read_until(b'\n', &mut bytes)? > 0 {
        io::stdout().write_all(&bytes)?;
        note(String::from_utf8_lossy(&bytes).trim_end());
        bytes.clear();
    }
    io::stdout().flush()
}

fn note(text: &str, seen: &mut Seen) {
    if let Some(count) = text
        .strip_prefix("running ")
        .and_then(|rest| rest.split(' ').next())
    {
        seen.tests += count.parse::<usize>().unwrap_or(0);
    }
    if let Some(name) = text.strip_prefix("exchange failed: ") {
        seen.exchanges.insert(name.to_owned());
    }
    // It stands below the scenario that failed.
    if let Some(name) = text.trim_start().strip_prefix("scenario differs: ") {
        seen.scenarios.insert(name.to_owned());
    }
    let failed = text
        .strip_prefix("test ")
        .and_then(|rest| rest.strip_suffix(" ... FAILED"));
    if let Some(name) = failed {
        // "should panic" and "compile fail" stand behind the name and are no part of it.
        let name = name.split(" - should panic").next().unwrap_or(name);
        let name = name.split(" - compile").next().unwrap_or(name);
        seen.failed.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::{Seen, note};

    fn seen(output: &str) -> Seen {
        let mut seen = Seen::default();
        output.lines().for_each(|line| note(line, &mut seen));
        seen
    }

    #[test]
    fn tests_are_counted_over_all_binaries() {
        assert_eq!(
            seen("running 2 tests\nrunning 1 test\nrunning 0 tests").tests,
            3
        );
    }

    #[test]
    fn a_failed_test_is_named_so_that_it_can_be_selected() {
        let output = "\
test users::list ... ok
test users::create ... FAILED
test limit::refuses_zero - should panic ... FAILED
test crates/eloomi/src/lib.rs - Client (line 12) ... FAILED";
        let names = [
            "users::create",
            "limit::refuses_zero",
            "crates/eloomi/src/lib.rs - Client (line 12)",
        ];
        assert_eq!(seen(output).failed, names);
    }

    #[test]
    fn an_exchange_that_failed_on_two_stacks_is_named_once() {
        let output =
            "exchange failed: users/get.exchange\n  why\nexchange failed: users/get.exchange";
        let names: Vec<String> = seen(output).exchanges.into_iter().collect();
        assert_eq!(names, ["users/get.exchange"]);
    }

    #[test]
    fn files_of_scenarios_that_differ_are_named() {
        let output = "scenario failed: first-login\n  scenario differs: first-login/01-token.exchange\nscenario differs: never";
        let names: Vec<String> = seen(output).scenarios.into_iter().collect();
        assert_eq!(names, ["first-login/01-token.exchange", "never"]);
    }
}
