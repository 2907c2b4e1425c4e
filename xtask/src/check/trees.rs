//! What a crate brings along: the packages of `cargo tree`.

use std::collections::{BTreeMap, BTreeSet};

/// A package by name and version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Package {
    /// Its name.
    pub(super) name: String,
    /// Its version, without the `v`.
    pub(super) version: String,
}

/// The packages that others wrote, each once, of what `cargo tree --prefix none` prints.
pub(super) fn third_party(output: &str, ours: &BTreeSet<String>) -> BTreeSet<Package> {
    let packages = output.lines().filter_map(package);
    packages
        .filter(|package| !ours.contains(&package.name))
        .collect()
}

/// `name v1.2.3 (proc-macro) (*)`; an empty line divides the trees of two crates.
fn package(line: &str) -> Option<Package> {
    let mut words = line.split_whitespace();
    let name = words.next()?.to_owned();
    let version = words.next()?.strip_prefix('v')?.to_owned();
    Some(Package { name, version })
}

/// Packages that are there in more than one version, with the versions.
pub(super) fn twice(packages: &BTreeSet<Package>) -> BTreeMap<&str, Vec<&str>> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        versions
            .entry(&package.name)
            .or_default()
            .push(&package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    versions
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{third_party, twice};

    const OUTPUT: &str = "\
eloomi-core v0.1.0 (/somewhere/crates/eloomi-core)
async-trait v0.1.92 (proc-macro)
syn v2.0.117
http v1.5.0
itoa v1.0.18

http v1.5.0 (*)
itoa v0.4.8
";

    #[test]
    fn a_package_counts_once_and_ours_do_not_count() {
        let ours = BTreeSet::from(["eloomi-core".to_owned()]);
        let packages = third_party(OUTPUT, &ours);
        let names: Vec<&str> = packages
            .iter()
            .map(|package| package.name.as_str())
            .collect();
        assert_eq!(names, ["async-trait", "http", "itoa", "itoa", "syn"]);
    }

    #[test]
    fn a_package_in_two_versions_is_found() {
        let packages = third_party(OUTPUT, &BTreeSet::new());
        let twice: Vec<_> = twice(&packages).into_iter().collect();
        assert_eq!(twice, [("itoa", vec!["0.4.8", "1.0.18"])]);
    }
}
