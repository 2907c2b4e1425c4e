//! `cargo xtask check`: everything that must hold besides the tests.

mod budgets;
mod clippy;
mod coverage;
mod doctests;
mod faults;
mod features;
mod fences;
mod files;
mod fixtures;
mod format;
mod library_roots;
mod links;
mod lockfile;
mod manifests;
mod msrv;
mod quirks;
mod readme;
mod rustdoc;
mod slugs;
mod step;
mod tools;
mod trees;
mod words;

use crate::arguments::{Arguments, wrong_usage};
use crate::help::nearest;
use crate::outcome::Outcome;
use crate::stopwatch::Stopwatch;
use crate::{continuous, workspace};
use step::{Setting, Step, Verdict};

/// The steps in their order: what is quick first, what compiles the most last.
const STEPS: &[Step] = &[
    Step {
        name: "format",
        about: "rustfmt has nothing to change",
        run: format::run,
    },
    Step {
        name: "files",
        about: "no long files, no file or module named util",
        run: files::run,
    },
    Step {
        name: "library-roots",
        about: "lib.rs holds docs, modules, re-exports",
        run: library_roots::run,
    },
    Step {
        name: "manifests",
        about: "every crate inherits from the workspace",
        run: manifests::run,
    },
    Step {
        name: "lockfile",
        about: "every dependency comes from the one registry",
        run: lockfile::run,
    },
    Step {
        name: "words",
        about: "no machine paths, no package hosts",
        run: words::run,
    },
    Step {
        name: "links",
        about: "links in *.md lead somewhere",
        run: links::run,
    },
    Step {
        name: "msrv",
        about: "the README names the Rust we promise",
        run: msrv::run,
    },
    Step {
        name: "readme",
        about: "the README's code is the example's",
        run: readme::run,
    },
    Step {
        name: "doctests",
        about: "no example in the docs is ignored",
        run: doctests::run,
    },
    Step {
        name: "quirks",
        about: "quirks that are named have a row, and its tests exist",
        run: quirks::run,
    },
    Step {
        name: "coverage",
        about: "operations are whole or open, and docs/coverage.md says so",
        run: coverage::run,
    },
    Step {
        name: "budgets",
        about: "dependencies counted, none twice, no cmake",
        run: budgets::run,
    },
    Step {
        name: "fixtures",
        about: "recorded exchanges are canonical, and nobody real is in them or beside them",
        run: fixtures::run,
    },
    Step {
        name: "faults",
        about: "each fault has its tests, each test its fault",
        run: faults::run,
    },
    Step {
        name: "clippy",
        about: "no lint on any target with all features",
        run: clippy::run,
    },
    Step {
        name: "rustdoc",
        about: "the docs build without a warning",
        run: rustdoc::run,
    },
    Step {
        name: "features",
        about: "each feature of each crate builds alone",
        run: features::run,
    },
    Step {
        name: "deny",
        about: "licences and sources (cargo-deny)",
        run: tools::deny,
    },
    Step {
        name: "semver",
        about: "no break since the release (cargo-semver-checks)",
        run: tools::semver,
    },
];

/// Prints the steps, one to a line.
pub(crate) fn list() {
    for step in STEPS {
        println!("  {:<14} {}", step.name, step.about);
    }
}

/// Reads the command line and runs the steps.
pub(crate) fn run(given: &[String]) -> Outcome {
    let mut arguments = Arguments::new(given);
    if arguments.flag(&["--list"]) {
        list();
        return Outcome::Success;
    }
    let setting = Setting {
        root: workspace::root(),
        fix: arguments.flag(&["--fix"]),
        unattended: continuous::integration(),
        needs_every_tool: false,
    };
    let wanted = arguments.values("--only").and_then(|names| select(&names));
    match arguments.nothing_more().and(wanted) {
        Ok(wanted) => run_steps(&setting, &wanted),
        Err(complaint) => wrong_usage("check", &complaint),
    }
}

/// Everything, where a missing tool is an error, as `cargo xtask ci` wants it.
pub(crate) fn run_everything_without_skips() -> Outcome {
    let setting = Setting {
        root: workspace::root(),
        fix: false,
        unattended: true,
        needs_every_tool: true,
    };
    run_steps(&setting, &STEPS.iter().collect::<Vec<_>>())
}

/// The steps of those names, in our order; all if none is named.
fn select(names: &[String]) -> Result<Vec<&'static Step>, String> {
    let names: Vec<&str> = names.iter().flat_map(|names| names.split(',')).collect();
    let all: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        let close = nearest(unknown, &all);
        let hint = close
            .map(|close| format!("; did you mean {close}?"))
            .unwrap_or_default();
        return Err(format!(
            "no such step: {unknown}{hint} There are: {}",
            all.join(", ")
        ));
    }
    let wanted = |step: &&Step| names.is_empty() || names.contains(&step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// Runs them all to the end, then says which failed.
fn run_steps(setting: &Setting, steps: &[&Step]) -> Outcome {
    let whole = Stopwatch::start();
    let mut failed = Vec::new();
    for step in steps {
        println!("== {}: {}", step.name, step.about);
        let stopwatch = Stopwatch::start();
        let verdict = (step.run)(setting).unwrap_or_else(|error| Verdict::Failed(vec![error]));
        let verdict = setting.judge(verdict);
        println!("{verdict}   {stopwatch}");
        if matches!(verdict, Verdict::Failed(_)) {
            failed.push(step.name);
        }
    }
    println!();
    if failed.is_empty() {
        println!("check: all well, {} steps, {whole}", steps.len());
        return Outcome::Success;
    }
    println!(
        "check: {} of {} steps failed, {whole}",
        failed.len(),
        steps.len()
    );
    for name in failed {
        println!("  again: cargo xtask check --only {name}");
    }
    Outcome::Failure
}

#[cfg(test)]
mod tests {
    use super::{STEPS, select};

    #[test]
    fn without_names_all_steps_run() {
        assert_eq!(select(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn steps_can_be_named_one_by_one_or_with_commas() {
        let names = ["links,format".to_owned(), "words".to_owned()];
        let chosen: Vec<&str> = select(&names)
            .unwrap()
            .iter()
            .map(|step| step.name)
            .collect();
        assert_eq!(chosen, ["format", "words", "links"]);
    }

    #[test]
    fn a_step_that_does_not_exist_is_refused_with_the_one_meant() {
        let error = select(&["linsk".to_owned()]).unwrap_err();
        assert!(error.contains("did you mean links?"), "{error}");
    }
}
