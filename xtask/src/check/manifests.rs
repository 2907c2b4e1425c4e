//! Every crate inherits what the workspace decides, so that each version stands in one place.

use std::fs;

use crate::check::step::{Setting, Verdict};
use crate::workspace;

/// What no crate may decide for itself.
const INHERITED: &[&str] = &["version", "edition", "rust-version", "license"];

/// Looks at the manifest of every crate, this one included.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let packages = workspace::packages(&setting.root)?;
    let mut findings = Vec::new();
    for package in packages.values() {
        let path = format!("{}/Cargo.toml", package.directory);
        let text = fs::read_to_string(setting.root.join(&path))
            .map_err(|error| format!("{path}: {error}"))?;
        findings.extend(
            complaints(&text)
                .iter()
                .map(|complaint| format!("{path}: {complaint}")),
        );
    }
    Ok(Verdict::of(findings, packages.len(), "crates"))
}

fn complaints(manifest: &str) -> Vec<String> {
    let entries = entries(manifest);
    let has = |table: &str, key: &str, value: &str| entries.contains(&(table, key, value));
    let mut complaints = Vec::new();
    for key in INHERITED {
        if !has("package", &format!("{key}.workspace"), "true")
            && !has("package", key, "{ workspace = true }")
        {
            complaints.push(format!("[package] wants {key}.workspace = true"));
        }
    }
    if !has("lints", "workspace", "true") {
        complaints.push("wants [lints] workspace = true".to_owned());
    }
    for (table, key, value) in &entries {
        let names_version = match table.rsplit_once("dependencies") {
            // [dependencies]: every key is a dependency.
            Some((_, "")) => !key.ends_with(".workspace") && !value.contains("workspace = true"),
            // [dependencies.name]: its keys are settings of the one.
            Some(_) => matches!(*key, "version" | "path" | "git"),
            None => false,
        };
        if names_version {
            complaints.push(format!(
                "[{table}] {key}: its version belongs in the workspace's table"
            ));
        }
    }
    complaints
}

/// Table, key and value of every line that has them.
///
/// Not all of TOML, only the way cargo manifests are written; a line that continues a list has
/// no equals sign or begins with a bracket's end.
fn entries(manifest: &str) -> Vec<(&str, &str, &str)> {
    let mut table = "";
    let mut entries = Vec::new();
    for line in manifest.lines() {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            table = name.trim_matches(['[', ']']);
        } else if let Some((key, value)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
            entries.push((table, key.trim(), value.trim()));
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::complaints;

    const GOOD: &str = r#"
[package]
name = "eloomi" # = the facade
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true

[dependencies]
http.workspace = true
tokio = { workspace = true, features = [
  "time",
] }

[features]
mock = ["dep:mockall"]

[lints]
workspace = true
"#;

    #[test]
    fn a_manifest_that_inherits_is_left_alone() {
        assert_eq!(complaints(GOOD), Vec::<String>::new());
    }

    #[test]
    fn what_is_decided_alone_is_found() {
        let own = GOOD.replace(
            "version.workspace = true\nedition",
            "version = \"1.0.0\"\nedition",
        );
        assert_eq!(
            complaints(&own),
            ["[package] wants version.workspace = true"]
        );
        let lints = GOOD.replace("[lints]\nworkspace = true", "");
        assert_eq!(complaints(&lints), ["wants [lints] workspace = true"]);
    }

    #[test]
    fn a_version_of_its_own_is_found_in_any_kind_of_dependency() {
        for dependency in [
            "[dev-dependencies]\ninsta = \"1\"",
            "[target.'cfg(unix)'.dependencies]\ninsta = { version = \"1\", features = [] }",
            "[dependencies.insta]\nversion = \"1\"",
        ] {
            let manifest = format!("{GOOD}\n{dependency}\n");
            assert_eq!(complaints(&manifest).len(), 1, "{dependency}");
        }
    }
}
