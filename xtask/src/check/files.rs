//! No file that is too long to read, and none whose name says nothing.

use crate::check::step::{Setting, Verdict};
use crate::workspace::{Document, documents};

/// Nothing written by hand is longer.
const LONGEST: usize = 600;

/// Names under which anything could stand, so that in the end everything does.
const EMPTY_NAMES: &[&str] = &["common", "helper", "helpers", "misc", "util", "utils"];

/// Looks at every Rust file.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let sources = documents(&setting.root, ".rs")?;
    let mut findings: Vec<String> = sources.iter().flat_map(findings).collect();
    findings.extend(never_run(&sources));
    Ok(Verdict::of(findings, sources.len(), "Rust files"))
}

/// Files of tests that no `mod` line of their `main.rs` names: they are not even compiled.
fn never_run(sources: &[Document]) -> Vec<String> {
    let is_named = |folder: &str, name: &str| {
        let main = format!("{folder}/main.rs");
        let main = sources.iter().find(|source| source.path == main);
        main.is_some_and(|main| main.text.lines().any(|line| module(line) == Some(name)))
    };
    let tests = sources.iter().filter_map(|source| {
        let (folder, file) = source.path.rsplit_once('/')?;
        let name = file.strip_suffix(".rs").filter(|name| *name != "main")?;
        folder
            .ends_with("/tests/it")
            .then_some((source, folder, name))
    });
    tests
        .filter(|(_, folder, name)| !is_named(folder, name))
        .map(|(source, _, name)| {
            let path = &source.path;
            format!("{path}: its tests never run; main.rs beside it has no line `mod {name};`")
        })
        .collect()
}

fn findings(document: &Document) -> Vec<String> {
    let path = &document.path;
    let mut findings = Vec::new();
    let lines = document.text.lines().count();
    if lines > LONGEST {
        findings.push(format!(
            "{path}: {lines} lines; cut it at an idea, {LONGEST} is the most"
        ));
    }
    let parts = path.trim_end_matches(".rs").split('/');
    for name in parts.filter(|part| EMPTY_NAMES.contains(part)) {
        findings.push(format!("{path}: `{name}` says nothing; name what is in it"));
    }
    for (number, line) in (1..).zip(document.text.lines()) {
        if let Some(name) = module(line).filter(|name| EMPTY_NAMES.contains(name)) {
            findings.push(format!(
                "{path}:{number}: module `{name}` says nothing; name what is in it"
            ));
        }
    }
    findings
}

/// The module that a line declares, in a file of its own or in place.
fn module(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("pub").map_or(line, |rest| {
        let rest = rest.trim_start();
        // pub(crate), pub(in some::path)
        rest.strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
            .map_or(rest, |(_, rest)| rest)
    });
    let name = line.trim_start().strip_prefix("mod ")?.trim_start();
    name.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next()
}

#[cfg(test)]
mod tests {
    use super::{Document, LONGEST, findings, module, never_run};

    fn count(path: &str, text: &str) -> usize {
        findings(&Document {
            path: path.to_owned(),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn a_file_may_be_as_long_as_the_limit_and_no_longer() {
        assert_eq!(count("a.rs", &"\n".repeat(LONGEST)), 0);
        assert_eq!(count("a.rs", &"\n".repeat(LONGEST + 1)), 1);
    }

    #[test]
    fn names_that_say_nothing_are_found_in_paths_and_declarations() {
        assert_eq!(count("crates/eloomi/src/util.rs", ""), 1);
        assert_eq!(count("crates/eloomi/tests/common/mod.rs", ""), 1);
        assert_eq!(count("a.rs", "pub(crate) mod helpers {"), 1);
        assert_eq!(
            count("crates/eloomi/src/utility_bill.rs", "mod commons;"),
            0
        );
    }

    #[test]
    fn a_module_is_recognised_at_every_visibility() {
        assert_eq!(module("mod one;"), Some("one"));
        assert_eq!(module("    pub mod two {"), Some("two"));
        assert_eq!(module("pub(in crate::x) mod three;"), Some("three"));
        assert_eq!(module("model!(four)"), None);
    }

    #[test]
    fn a_file_of_tests_that_nobody_names_is_found() {
        let document = |path: &str, text: &str| Document {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let mut sources = vec![
            document("crates/a/tests/it/main.rs", "mod named;\n"),
            document("crates/a/tests/it/named.rs", ""),
        ];
        assert!(never_run(&sources).is_empty());
        sources.push(document("crates/a/tests/it/forgotten.rs", ""));
        assert_eq!(never_run(&sources).len(), 1);
    }
}
