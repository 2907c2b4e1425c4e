//! What the workspace consists of: its crates, their features, its files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

use crate::cargo::{cargo, program, read};

/// The directory of the workspace's `Cargo.toml`.
///
/// Asked at run time first: worktrees that share a target directory share this binary too.
pub(crate) fn root() -> PathBuf {
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_path_buf)
}

/// One crate of the workspace.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its directory, from the root.
    pub(crate) directory: String,
    /// The Rust it promises to build with.
    pub(crate) rust_version: String,
    /// Its features, those that optional dependencies bring included.
    pub(crate) features: BTreeSet<String>,
}

/// Where cargo puts what it builds, and where we may leave what git need not know.
pub(crate) fn target(root: &Path) -> Result<PathBuf, String> {
    let directory = &metadata(root)?["target_directory"];
    let directory = directory.as_str().map(PathBuf::from);
    directory.ok_or_else(|| "cargo metadata names no target directory".to_owned())
}

/// The crates of the workspace by name, this one included. Never empty.
pub(crate) fn packages(root: &Path) -> Result<BTreeMap<String, Package>, String> {
    let packages = parse_packages(&metadata(root)?);
    if packages.is_empty() {
        return Err("cargo metadata names no crate of this workspace".to_owned());
    }
    Ok(packages)
}

/// What cargo says of the workspace.
fn metadata(root: &Path) -> Result<Value, String> {
    let arguments = ["metadata", "--no-deps", "--locked", "--format-version", "1"];
    parse_metadata(&read(&mut cargo(root, &arguments))?)
}

fn parse_metadata(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("cargo metadata: {error}"))
}

fn parse_packages(value: &Value) -> BTreeMap<String, Package> {
    let root = value["workspace_root"].as_str().unwrap_or_default();
    let mut packages = BTreeMap::new();
    for package in value["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default().to_owned();
        let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
        let directory = manifest.parent().unwrap_or(manifest);
        let directory = directory.strip_prefix(root).unwrap_or(directory);
        let features = package["features"]
            .as_object()
            .into_iter()
            .flat_map(|map| map.keys());
        packages.insert(
            name.clone(),
            Package {
                name,
                directory: directory.to_string_lossy().replace('\\', "/"),
                rust_version: package["rust_version"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                features: features.cloned().collect(),
            },
        );
    }
    packages
}

/// One file of the repository, as text.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its path from the root, with forward slashes.
    pub(crate) path: String,
    /// What is in it.
    pub(crate) text: String,
}

/// The paths git knows or would add, from the root: a new file counts before its first commit.
pub(crate) fn files(root: &Path) -> Result<Vec<String>, String> {
    let arguments = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let listing = read(program(root, "git").args(arguments))?;
    let paths: BTreeSet<&str> = listing
        .split('\0')
        .filter(|path| !path.is_empty())
        .collect();
    let existing = paths.into_iter().filter(|path| root.join(path).is_file());
    Ok(existing.map(str::to_owned).collect())
}

/// The text files among them whose name ends so; `""` for all.
pub(crate) fn documents(root: &Path, ending: &str) -> Result<Vec<Document>, String> {
    let mut documents = Vec::new();
    for path in files(root)? {
        if !path.ends_with(ending) {
            continue;
        }
        let bytes = fs::read(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        // Whatever is not text has neither lines nor words.
        if let Ok(text) = String::from_utf8(bytes) {
            documents.push(Document { path, text });
        }
    }
    Ok(documents)
}

#[cfg(test)]
mod tests {
    use super::{parse_metadata, parse_packages};

    #[test]
    fn crates_are_read_from_what_cargo_says() {
        let metadata = parse_metadata(
            r#"{"workspace_root": "/x", "packages": [{
                "name": "eloomi", "manifest_path": "/x/crates/eloomi/Cargo.toml",
                "rust_version": "1.89", "features": {"default": ["hyper"], "hyper": []}}]}"#,
        );
        let packages = parse_packages(&metadata.unwrap());
        let facade = &packages["eloomi"];
        assert_eq!(facade.directory, "crates/eloomi");
        assert_eq!(facade.rust_version, "1.89");
        assert!(facade.features.contains("hyper"));
    }

    #[test]
    fn what_is_no_json_is_an_error() {
        assert!(parse_metadata("error: no such command").is_err());
    }
}
