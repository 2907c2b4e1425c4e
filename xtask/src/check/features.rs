//! Each feature of each crate builds alone, and so do none, the defaults and all of them.
//!
//! Features only add: whoever names one feature in their manifest must get a crate that builds.

use std::collections::BTreeSet;

use crate::cargo::{capture, cargo, line};
use crate::check::step::{Setting, Verdict};
use crate::workspace::{self, Package};

/// The crate that most users name; its main combinations are built together, too.
const FACADE: &str = "eloomi";

/// Stacks of the facade, each built with each of the extras.
const STACKS: &[&[&str]] = &[
    &["hyper"],
    &["reqwest"],
    &["reqwest", "ring"],
    &["tower"],
    &["hyper", "reqwest", "tower"],
];

/// Features that people add to a stack.
const EXTRAS: &[&str] = &["jiff", "mock"];

/// Runs `cargo check` once per combination. What they share is compiled once.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let packages = workspace::packages(&setting.root)?;
    let ours = packages
        .values()
        .filter(|package| package.directory.starts_with("crates/"));
    let mut findings = Vec::new();
    let mut builds = 0;
    for package in ours {
        for selection in selections(package) {
            builds += 1;
            findings.extend(build(setting, &package.name, &selection)?);
        }
    }
    Ok(Verdict::of(findings, builds, "combinations"))
}

/// Builds one combination; gives the command if it fails.
fn build(setting: &Setting, name: &str, selection: &[String]) -> Result<Option<String>, String> {
    let mut command = cargo(
        &setting.root,
        &[
            "check",
            "--quiet",
            "--color",
            "never",
            "--locked",
            "--package",
            name,
        ],
    );
    command.args(selection);
    let output = capture(&mut command)?;
    let complaints = String::from_utf8_lossy(&output.stderr);
    // Something unused under one feature only is a mistake that clippy, with all of them, never
    // sees. Denying warnings by RUSTFLAGS instead would compile every dependency anew.
    if output.status.success() && !warns(&complaints) {
        return Ok(None);
    }
    eprint!("{complaints}");
    Ok(Some(line(&command)))
}

/// Whether the compiler warned of our own code; of other people's future cargo warns, too.
fn warns(complaints: &str) -> bool {
    let mut lines = complaints.lines();
    lines.any(|line| line.starts_with("warning:") && !line.contains("future version of Rust"))
}

/// Cargo's arguments for each combination worth building, each once.
fn selections(package: &Package) -> Vec<Vec<String>> {
    let names: BTreeSet<&str> = package.features.iter().map(String::as_str).collect();
    let own: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| *name != "default")
        .collect();
    // The defaults, as every crate has them, even if they are nothing.
    let mut selections = vec![Vec::new()];
    if own.is_empty() {
        return selections;
    }
    selections.push(vec!["--no-default-features".to_owned()]);
    let mut sets: Vec<Vec<&str>> = own.iter().map(|name| vec![*name]).collect();
    if package.name == FACADE {
        sets.extend(combinations(&names));
    }
    let mut seen = BTreeSet::new();
    for set in sets {
        let set = set.join(",");
        if seen.insert(set.clone()) {
            selections.push(vec![
                "--no-default-features".to_owned(),
                "--features".to_owned(),
                set,
            ]);
        }
    }
    selections.push(vec!["--all-features".to_owned()]);
    selections
}

/// Every stack, alone and with every extra, of those that the crate has.
fn combinations<'a>(names: &BTreeSet<&'a str>) -> Vec<Vec<&'a str>> {
    let mut sets = Vec::new();
    for stack in STACKS {
        sets.extend(present(names, stack));
        for extra in EXTRAS {
            sets.extend(present(names, &[*stack, &[*extra]].concat()));
        }
    }
    sets
}

/// The wanted features, if the crate has them all.
fn present<'a>(names: &BTreeSet<&'a str>, wanted: &[&'a str]) -> Option<Vec<&'a str>> {
    wanted.iter().map(|name| names.get(name).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Package, selections, warns};

    fn built(name: &str, features: &[&str]) -> Vec<String> {
        let package = Package {
            name: name.to_owned(),
            directory: format!("crates/{name}"),
            rust_version: String::new(),
            features: features
                .iter()
                .map(|feature| (*feature).to_owned())
                .collect(),
        };
        selections(&package)
            .into_iter()
            .map(|words| words.join(" "))
            .collect()
    }

    #[test]
    fn a_crate_without_features_is_built_once() {
        assert_eq!(built("eloomi-wire", &[]), [""]);
    }

    #[test]
    fn each_feature_is_built_alone() {
        let expected = [
            "",
            "--no-default-features",
            "--no-default-features --features jiff",
            "--no-default-features --features mock",
            "--all-features",
        ];
        assert_eq!(built("eloomi-core", &["default", "mock", "jiff"]), expected);
    }

    #[test]
    fn the_facade_is_built_on_each_stack_with_each_extra_it_has() {
        let features = ["default", "hyper", "reqwest", "ring", "tower", "jiff"];
        let built = built("eloomi", &features);
        for set in [
            "hyper,jiff",
            "reqwest,jiff",
            "reqwest,ring,jiff",
            "tower,jiff",
            "hyper,reqwest,tower",
            "hyper,reqwest,tower,jiff",
        ] {
            let line = format!("--no-default-features --features {set}");
            assert_eq!(
                built.iter().filter(|built| **built == line).count(),
                1,
                "{set}"
            );
        }
        assert!(!built.iter().any(|line| line.contains("mock")));
    }

    #[test]
    fn a_warning_of_our_own_code_counts() {
        assert!(warns("warning: unused import: `a`\n --> src/lib.rs:1:5"));
        assert!(!warns(
            "warning: the following packages will be rejected by a future version of Rust"
        ));
        assert!(!warns(""));
    }
}
