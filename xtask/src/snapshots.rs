//! `cargo xtask snapshots`: what the client makes of the recorded exchanges, on every stack.

use std::path::Path;

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{facade_tests, quoted};
use crate::outcome::Outcome;
use crate::sim::verify;
use crate::stopwatch::Stopwatch;
use crate::test::STACKS;
use crate::watch::{self, Seen};
use crate::{continuous, pending, workspace};

/// Tells the tests which exchanges are wanted, by a part of their names.
pub(crate) const FILTER: &str = "ELOOMI_EXCHANGES";

/// Where the tests and their snapshots are.
const FOLDER: &str = "crates/eloomi/tests/it/exchanges/";

/// What the command line asked for.
#[derive(Debug)]
struct Options {
    /// A part of the names of exchanges; empty for all.
    filter: String,
    accept: bool,
    /// A machine is asking: write nothing into the tree.
    unattended: bool,
}

impl Options {
    fn parse(given: &[String]) -> Result<Self, String> {
        let mut arguments = Arguments::new(given);
        let accept = arguments.flag(&["--accept", "--bless"]);
        let filter = arguments.last_word()?.unwrap_or_default();
        Ok(Self {
            filter,
            accept,
            unattended: continuous::integration(),
        })
    }

    /// What insta is to do with a snapshot that differs, run by run.
    ///
    /// Accepting looks twice: a stack that comes to something else than the one that was
    /// accepted last must not pass.
    fn updates(&self) -> &'static [&'static str] {
        match (self.accept, self.unattended) {
            (true, _) => &["always", "no"],
            (false, true) => &["no"],
            (false, false) => &["new"],
        }
    }

    /// The command that runs this again.
    fn again(&self) -> String {
        if self.filter.is_empty() {
            return "again: cargo xtask snapshots".to_owned();
        }
        again(&self.filter)
    }
}

/// The command that runs one exchange again.
pub(crate) fn again(exchange: &str) -> String {
    format!("again: cargo xtask snapshots {}", quoted(exchange))
}

/// Reads the command line and runs the tests.
pub(crate) fn run(given: &[String]) -> Outcome {
    let options = match Options::parse(given) {
        Ok(options) => options,
        Err(complaint) => return wrong_usage("snapshots", &complaint),
    };
    let stopwatch = Stopwatch::start();
    let complaints = complaints(&workspace::root(), &options)
        .unwrap_or_else(|error| vec![error, options.again()]);
    if complaints.is_empty() {
        println!("\nsnapshots: all well, {stopwatch}");
        return Outcome::Success;
    }
    eprintln!("\nsnapshots: failed, {stopwatch}");
    for complaint in complaints {
        eprintln!("  {complaint}");
    }
    Outcome::Failure
}

fn complaints(root: &Path, options: &Options) -> Result<Vec<String>, String> {
    let mut seen = Seen::default();
    for update in options.updates() {
        seen = exchanges(root, options, update)?;
    }
    if seen.success && seen.tests == 0 {
        return Ok(vec!["no test ran at all".to_owned(), options.again()]);
    }
    if seen.success {
        return Ok(Vec::new());
    }
    let mut left = pending::find(root)?;
    left.retain(|path| path.starts_with(FOLDER));
    Ok(what_failed(&seen, &left, options))
}

/// Runs the tests of the exchanges once.
fn exchanges(root: &Path, options: &Options, update: &str) -> Result<Seen, String> {
    let mut command = facade_tests(root, "exchanges::");
    command.env(FILTER, &options.filter);
    // Whether a service agrees is another question.
    command.env_remove(verify::TARGET);
    command.env("INSTA_UPDATE", update);
    // Set from outside, this would let a test with a changed snapshot pass.
    command.env_remove("INSTA_FORCE_PASS");
    // Where a comparison stands in the code says nothing about why it failed.
    command.env("RUST_BACKTRACE", "0");
    if options.unattended {
        command.env("CI", "true");
    }
    watch::run(&mut command)
}

/// What to do about a failure, line by line; the tests have shown the differences.
fn what_failed(seen: &Seen, pending: &[String], options: &Options) -> Vec<String> {
    let mut lines: Vec<String> = seen.exchanges.iter().map(|name| again(name)).collect();
    if lines.is_empty() {
        lines.push(options.again());
    }
    lines.extend(odd_stacks(&seen.failed));
    lines.extend(
        pending
            .iter()
            .map(|path| format!("waits for review: {path}")),
    );
    if !pending.is_empty() {
        lines.push("look at them: cargo xtask review".to_owned());
    }
    lines
}

/// What to think of it if some stacks failed and others did not. There may be nothing to
/// review then: a stack that passes takes away what another one left.
fn odd_stacks(failed: &[String]) -> Option<String> {
    let has_failed = |stack: &&str| {
        let mark = format!("::on_{stack}_");
        failed.iter().any(|test| test.contains(&mark))
    };
    let (odd, even): (Vec<&str>, Vec<&str>) = STACKS.iter().copied().partition(has_failed);
    if odd.is_empty() || even.is_empty() {
        return None;
    }
    let (odd, even) = (odd.join(" and "), even.join(" and "));
    let what = "the stacks differ, and they share one snapshot";
    Some(format!("on {odd} and not on {even}: {what}"))
}

#[cfg(test)]
mod tests {
    use super::{Options, Seen, odd_stacks, what_failed};

    fn options(words: &[&str]) -> Result<Options, String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let mut options = Options::parse(&words)?;
        options.unattended = false;
        Ok(options)
    }

    #[test]
    fn a_changed_snapshot_is_left_to_review_by_people_only() {
        let mut given = options(&[]).unwrap();
        assert_eq!(given.updates(), ["new"]);
        given.unattended = true;
        assert_eq!(given.updates(), ["no"]);
    }

    #[test]
    fn what_was_accepted_on_one_stack_is_looked_at_again_on_all() {
        for name in ["--accept", "--bless"] {
            assert_eq!(options(&[name]).unwrap().updates(), ["always", "no"]);
        }
    }

    #[test]
    fn each_exchange_that_failed_can_be_run_alone() {
        let mut seen = Seen::default();
        seen.exchanges.insert("users/get.exchange".to_owned());
        let pending = ["a/get.snap.new".to_owned()];
        let lines = what_failed(&seen, &pending, &options(&["users"]).unwrap());
        let expected = [
            "again: cargo xtask snapshots users/get.exchange",
            "waits for review: a/get.snap.new",
            "look at them: cargo xtask review",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_failure_of_no_exchange_is_repeated_as_it_was_asked_for() {
        let seen = Seen::default();
        let again = |words| what_failed(&seen, &[], &options(words).unwrap());
        assert_eq!(again(&["users"]), ["again: cargo xtask snapshots users"]);
        assert_eq!(again(&[]), ["again: cargo xtask snapshots"]);
    }

    #[test]
    fn a_stack_that_differs_from_the_others_is_named() {
        let failed = |stacks: &[&str]| {
            let name = |stack: &&str| format!("exchanges::on_every_stack::on_{stack}_h1");
            stacks.iter().map(name).collect::<Vec<_>>()
        };
        let told = odd_stacks(&failed(&["tower"])).unwrap();
        assert!(
            told.starts_with("on tower and not on hyper and reqwest:"),
            "{told}"
        );
        assert_eq!(odd_stacks(&failed(&["hyper", "reqwest", "tower"])), None);
        assert_eq!(odd_stacks(&failed(&[])), None);
    }

    #[test]
    fn one_filter_is_enough() {
        assert!(options(&["users", "oauth"]).is_err());
    }
}
