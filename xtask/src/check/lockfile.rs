//! Every dependency in the lockfile comes from the one public registry.

use std::fs;

use crate::check::step::{Setting, Verdict};

/// How cargo names it, also where a machine fetches through a mirror.
const REGISTRY: &str = concat!("registry+https://github.com/rust-lang/crates", ".io-index");

/// Reads the lockfile line by line; its form is cargo's and does not change.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let text = fs::read_to_string(setting.root.join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let sources = sources(&text);
    Ok(Verdict::of(
        foreign(&sources),
        sources.len(),
        "dependencies",
    ))
}

fn sources(text: &str) -> Vec<(usize, &str)> {
    let lines = (1..).zip(text.lines());
    lines
        .filter_map(|(number, line)| Some((number, line.strip_prefix("source = ")?)))
        .collect()
}

fn foreign(sources: &[(usize, &str)]) -> Vec<String> {
    let foreign = sources
        .iter()
        .filter(|(_, source)| source.trim_matches('"') != REGISTRY);
    foreign
        .map(|(number, source)| format!("Cargo.lock:{number}: comes from {source}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{REGISTRY, foreign, sources};

    #[test]
    fn a_dependency_from_elsewhere_is_found() {
        let text = format!("name = \"a\"\nsource = \"{REGISTRY}\"\nsource = \"git+https://x\"\n");
        let sources = sources(&text);
        assert_eq!(sources.len(), 2);
        assert_eq!(
            foreign(&sources),
            ["Cargo.lock:3: comes from \"git+https://x\""]
        );
    }
}
