//! `cargo xtask test`: all tests of the workspace, snapshots included.

mod references;

use std::path::Path;
use std::process::Command;

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{cargo, quoted};
use crate::fixtures::record;
use crate::outcome::Outcome;
use crate::sim::verify;
use crate::stopwatch::Stopwatch;
use crate::{continuous, pending, snapshots, watch, workspace};

/// The HTTP stacks that the integration tests run on. Those of one stack are named after it:
/// `on_hyper_h1`, `on_hyper`.
pub(crate) const STACKS: &[&str] = &["hyper", "reqwest", "tower"];

/// Every stack.
const ALL: &str = "all";

/// What the command line asked for.
#[derive(Debug)]
struct Options {
    filter: Option<String>,
    stack: String,
    accept: bool,
    /// A machine is asking: write nothing into the tree.
    unattended: bool,
}

impl Options {
    fn parse(given: &[String]) -> Result<Self, String> {
        let mut arguments = Arguments::new(given);
        let accept = arguments.flag(&["--accept", "--bless"]);
        let stack = arguments
            .values("--stack")?
            .pop()
            .unwrap_or_else(|| ALL.to_owned());
        if stack != ALL && !STACKS.contains(&stack.as_str()) {
            let known = STACKS.join(", ");
            return Err(format!("no such stack: {stack}; there are: {known}, {ALL}"));
        }
        let filter = arguments.last_word()?;
        Ok(Self {
            filter,
            stack,
            accept,
            unattended: continuous::integration(),
        })
    }

    /// Only a run of everything can tell which snapshots no test reads.
    fn is_whole(&self) -> bool {
        self.filter.is_none() && self.stack == ALL
    }

    /// What insta is to do with a snapshot that differs.
    fn snapshot_update(&self) -> &'static str {
        match (self.accept, self.unattended) {
            (true, _) => "always",
            (false, true) => "no",
            (false, false) => "new",
        }
    }

    /// The arguments that leave the tests of other stacks out, so that they count as filtered
    /// and not as passed.
    fn left_out(&self) -> Vec<String> {
        let others = STACKS
            .iter()
            .filter(|stack| self.stack != ALL && self.stack != **stack);
        let skipped: Vec<String> = others
            .flat_map(|stack| ["--skip".to_owned(), format!("::on_{stack}")])
            .collect();
        if skipped.is_empty() {
            return skipped;
        }
        [vec!["--".to_owned()], skipped].concat()
    }

    /// The command that runs this again, or one test of it.
    fn again(&self, test: Option<&str>) -> String {
        let mut line = String::from("cargo xtask test");
        if let Some(filter) = test.or(self.filter.as_deref()) {
            line.push(' ');
            line.push_str(&quoted(filter));
        }
        if self.stack != ALL {
            line.push_str(" --stack ");
            line.push_str(&self.stack);
        }
        line
    }
}

/// Reads the command line and runs the tests.
pub(crate) fn run(given: &[String]) -> Outcome {
    match Options::parse(given) {
        Ok(options) => run_with(&options),
        Err(complaint) => wrong_usage("test", &complaint),
    }
}

/// Everything on every stack, as `cargo xtask ci` wants it.
pub(crate) fn run_everything_unattended() -> Outcome {
    run_with(&Options {
        filter: None,
        stack: ALL.to_owned(),
        accept: false,
        unattended: true,
    })
}

fn run_with(options: &Options) -> Outcome {
    let stopwatch = Stopwatch::start();
    let complaints = match complaints(&workspace::root(), options) {
        Ok(complaints) => complaints,
        Err(error) => vec![error, format!("again: {}", options.again(None))],
    };
    if complaints.is_empty() {
        println!("\ntest: all well, {stopwatch}");
        return Outcome::Success;
    }
    eprintln!("\ntest: failed, {stopwatch}");
    for complaint in complaints {
        eprintln!("  {complaint}");
    }
    Outcome::Failure
}

/// Runs the tests, then looks at the snapshots; gives what is wrong, line by line.
fn complaints(root: &Path, options: &Options) -> Result<Vec<String>, String> {
    let record = references::Record::new()?;
    let mut command = cargo_test(root, options);
    if options.is_whole() {
        command.env("INSTA_SNAPSHOT_REFERENCES_FILE", record.path());
    }
    let seen = watch::run(&mut command)?;

    let mut complaints: Vec<String> = seen
        .failed
        .iter()
        .map(|test| format!("again: {}", options.again(Some(test))))
        .collect();
    complaints.extend(seen.exchanges.iter().map(|name| snapshots::again(name)));
    if !seen.scenarios.is_empty() {
        complaints.push("what differs in scenarios: cargo xtask fixtures record".to_owned());
    }
    if !seen.success && complaints.is_empty() {
        complaints.push(format!("again: {}", options.again(None)));
    }
    if seen.success && seen.tests == 0 {
        complaints.push("no test ran at all; is the filter right?".to_owned());
    }
    // A filtered run says nothing about what an earlier one left behind.
    if options.filter.is_none() || !seen.success {
        let left: Vec<String> = pending::find(root)?;
        complaints.extend(left.iter().map(|path| format!("waits for review: {path}")));
        if !left.is_empty() {
            complaints.push("look at them: cargo xtask review".to_owned());
        }
    }
    if options.is_whole() && seen.success {
        let unread = record.unread(root, &workspace::files(root)?)?;
        complaints.extend(unread.iter().map(|path| {
            format!(
                "no test reads this snapshot; remove it: git rm {}",
                quoted(path)
            )
        }));
    }
    Ok(complaints)
}

fn cargo_test(root: &Path, options: &Options) -> Command {
    let arguments = [
        "test",
        "--locked",
        "--workspace",
        "--all-features",
        "--no-fail-fast",
    ];
    let mut command = cargo(root, &arguments);
    command.args(&options.filter);
    command.args(options.left_out());
    command.env("INSTA_UPDATE", options.snapshot_update());
    // Set from outside, this would let a test with a changed snapshot pass.
    command.env_remove("INSTA_FORCE_PASS");
    // So would this with those it leaves out.
    command.env_remove(snapshots::FILTER);
    // And these would have tests write, or ask a service that is not ours.
    for name in record::VARIABLES.into_iter().chain([verify::TARGET]) {
        command.env_remove(name);
    }
    if options.unattended {
        command.env("CI", "true");
    }
    command
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Options, cargo_test, record, snapshots, verify};

    fn options(words: &[&str]) -> Result<Options, String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Options::parse(&words)
    }

    #[test]
    fn accepting_writes_snapshots_in_place_under_either_name() {
        for name in ["--accept", "--bless"] {
            assert_eq!(options(&[name]).unwrap().snapshot_update(), "always");
        }
    }

    #[test]
    fn a_changed_snapshot_is_left_to_review_by_people_only() {
        let mut given = options(&[]).unwrap();
        given.unattended = false;
        assert_eq!(given.snapshot_update(), "new");
        given.unattended = true;
        assert_eq!(given.snapshot_update(), "no");
    }

    #[test]
    fn only_everything_on_every_stack_is_the_whole() {
        assert!(options(&[]).unwrap().is_whole());
        assert!(!options(&["users"]).unwrap().is_whole());
        assert!(!options(&["--stack", "hyper"]).unwrap().is_whole());
    }

    #[test]
    fn a_failure_is_repeated_on_the_same_stack() {
        let given = options(&["users", "--stack=hyper"]).unwrap();
        assert_eq!(given.again(None), "cargo xtask test users --stack hyper");
        assert_eq!(
            given.again(Some("users::list")),
            "cargo xtask test users::list --stack hyper"
        );
    }

    #[test]
    fn one_stack_leaves_the_tests_of_the_others_out() {
        let given = options(&["--stack", "hyper"]).unwrap();
        assert_eq!(
            given.left_out(),
            ["--", "--skip", "::on_reqwest", "--skip", "::on_tower"]
        );
        assert!(options(&[]).unwrap().left_out().is_empty());
    }

    #[test]
    fn what_would_leave_tests_out_or_have_them_write_is_not_inherited() {
        let command = cargo_test(Path::new("."), &options(&[]).unwrap());
        let removed: Vec<_> = command
            .get_envs()
            .filter_map(|(name, value)| value.is_none().then_some(name))
            .collect();
        for name in record::VARIABLES
            .into_iter()
            .chain([snapshots::FILTER, verify::TARGET])
        {
            assert!(removed.iter().any(|own| *own == name), "{name}");
        }
    }

    #[test]
    fn an_unknown_stack_is_refused() {
        assert!(options(&["--stack", "curl"]).is_err());
    }
}
