//! How many packages our users must build for our sake, held to a budget.

use std::collections::{BTreeMap, BTreeSet};

use crate::cargo::{cargo, read};
use crate::check::step::{Setting, Verdict};
use crate::check::trees::{Package, third_party, twice};
use crate::workspace;

/// One way to depend on us, and what it may cost.
struct Budget {
    /// What a person calls it.
    name: &'static str,
    /// The crates named in the manifest.
    crates: &'static [&'static str],
    /// The features that the last of them is asked for; `None` means its defaults.
    features: Option<&'static [&'static str]>,
    /// The most packages that others wrote.
    most: usize,
}

/// Measured when the crates were cut; raising one is a decision to take in the open.
const BUDGETS: &[Budget] = &[
    Budget {
        name: "model, no features",
        crates: &["eloomi-model"],
        features: Some(&[]),
        most: 17,
    },
    Budget {
        name: "api + auth, no transport",
        crates: &["eloomi-api", "eloomi-auth"],
        features: None,
        most: 36,
    },
    Budget {
        name: "staff directory, no transport",
        crates: &["lvconnect"],
        features: None,
        most: 36,
    },
    Budget {
        name: "facade on hyper (default)",
        crates: &["eloomi"],
        features: None,
        most: 74,
    },
    Budget {
        name: "facade on reqwest",
        crates: &["eloomi"],
        features: Some(&["reqwest"]),
        most: 108,
    },
];

/// Packages that may be there in two versions, each with the reason.
const TWICE: &[(&str, &str)] = &[];

/// Packages that need cmake or are it: a fresh machine with a C compiler must do.
const BANNED: &[&str] = &["aws-lc-sys", "cmake"];

/// Prints a table and fails on whatever is over.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let packages = workspace::packages(&setting.root)?;
    let ours: BTreeSet<String> = packages.keys().cloned().collect();
    let mut findings = Vec::new();
    let mut missing = Vec::new();
    println!("   {:<28} {:>6} {:>8}", "packages", "budget", "measured");
    for budget in BUDGETS {
        if let Some(lack) = budget.lack(&packages) {
            println!("   {:<28} {:>6} {:>8}", budget.name, budget.most, "–");
            missing.push(format!("{lack} ({})", budget.name));
            continue;
        }
        let built = third_party(&budget.tree(setting, "normal")?, &ours);
        println!(
            "   {:<28} {:>6} {:>8}",
            budget.name,
            budget.most,
            built.len()
        );
        let with_scripts = third_party(&budget.tree(setting, "normal,build")?, &ours);
        let complaints = complaints(budget.most, &built, &with_scripts);
        findings.extend(
            complaints
                .iter()
                .map(|complaint| format!("{}: {complaint}", budget.name)),
        );
    }
    if findings.is_empty() && !missing.is_empty() {
        return Ok(Verdict::NotThereYet(missing.join(", ")));
    }
    // Whatever else is wrong must not hide that something was not measured.
    findings.extend(missing.iter().map(|lack| format!("not there yet: {lack}")));
    Ok(Verdict::of(findings, BUDGETS.len(), "budgets"))
}

impl Budget {
    /// The crate or feature that it speaks of and that does not exist.
    fn lack(&self, packages: &BTreeMap<String, workspace::Package>) -> Option<String> {
        for name in self.crates {
            let Some(package) = packages.get(*name) else {
                return Some((*name).to_owned());
            };
            let mut wanted = self.features.unwrap_or_default().iter();
            if let Some(feature) = wanted.find(|feature| !package.features.contains(**feature)) {
                return Some(format!("{name}/{feature}"));
            }
        }
        None
    }

    /// What cargo prints for it on this platform.
    fn tree(&self, setting: &Setting, edges: &str) -> Result<String, String> {
        let arguments = ["tree", "--locked", "--prefix", "none", "--edges", edges];
        let mut command = cargo(&setting.root, &arguments);
        for name in self.crates {
            command.args(["--package", name]);
        }
        if let Some(features) = self.features {
            command
                .arg("--no-default-features")
                .arg("--features")
                .arg(features.join(","));
        }
        read(&mut command)
    }
}

fn complaints(
    most: usize,
    built: &BTreeSet<Package>,
    with_scripts: &BTreeSet<Package>,
) -> Vec<String> {
    let mut complaints = Vec::new();
    if built.len() > most {
        complaints.push(format!("{} packages, {most} is the most", built.len()));
    }
    for (name, versions) in twice(built) {
        if !TWICE.iter().any(|(allowed, _)| *allowed == name) {
            complaints.push(format!(
                "{name} is there in versions {}",
                versions.join(" and ")
            ));
        }
    }
    for package in with_scripts
        .iter()
        .filter(|package| BANNED.contains(&package.name.as_str()))
    {
        complaints.push(format!(
            "{} must not be there: it needs cmake",
            package.name
        ));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Package, complaints};

    fn packages(listed: &[(&str, &str)]) -> BTreeSet<Package> {
        let package = |(name, version): &(&str, &str)| Package {
            name: (*name).to_owned(),
            version: (*version).to_owned(),
        };
        listed.iter().map(package).collect()
    }

    #[test]
    fn a_budget_may_be_used_up_and_no_more() {
        let two = packages(&[("http", "1.5.0"), ("bytes", "1.12.1")]);
        assert_eq!(complaints(2, &two, &two), Vec::<String>::new());
        assert_eq!(complaints(1, &two, &two), ["2 packages, 1 is the most"]);
    }

    #[test]
    fn a_second_version_is_refused() {
        let two = packages(&[("itoa", "0.4.8"), ("itoa", "1.0.18")]);
        assert_eq!(
            complaints(9, &two, &two),
            ["itoa is there in versions 0.4.8 and 1.0.18"]
        );
    }

    #[test]
    fn what_needs_cmake_is_refused_even_if_only_a_build_script_wants_it() {
        let built = packages(&[("http", "1.5.0")]);
        let with_scripts = packages(&[("http", "1.5.0"), ("cmake", "0.1.57")]);
        assert_eq!(
            complaints(9, &built, &with_scripts),
            ["cmake must not be there: it needs cmake"]
        );
    }
}
