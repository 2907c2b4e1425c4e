//! The README names the oldest Rust that we promise to build with, and the right one.

use std::fs;

use crate::check::step::{Setting, Verdict};
use crate::workspace;

/// Compares every Rust version that the README names with the manifests'.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let packages = workspace::packages(&setting.root)?;
    let promised = packages
        .values()
        .next()
        .map(|package| package.rust_version.clone());
    let promised = promised.filter(|version| !version.is_empty());
    let promised = promised.ok_or("the workspace names no rust-version")?;
    let readme = setting.root.join("README.md");
    if !readme.is_file() {
        return Ok(Verdict::NotThereYet("README.md".to_owned()));
    }
    let text = fs::read_to_string(readme).map_err(|error| format!("README.md: {error}"))?;
    let named = named(&text);
    if named.is_empty() {
        return Ok(Verdict::Failed(vec![format!(
            "README.md does not say that we need Rust {promised}"
        )]));
    }
    let wrong = named.iter().filter(|(_, version)| *version != promised);
    let findings = wrong
        .map(|(line, version)| {
            format!("README.md:{line}: says {version}, rust-version is {promised}")
        })
        .collect();
    Ok(Verdict::of(findings, named.len(), "mentions in README.md"))
}

/// Words that a version of Rust follows, as text or in the address of a badge.
const WORDS: &[&str] = &["rustc", "rust", "msrv"];

/// How far behind the word the version may stand: "rust-version is set to 1.89".
const REACH: usize = 24;

/// Every version of Rust that the text names, with its line.
fn named(text: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.to_lowercase();
        let mut found: Vec<(usize, String)> = Vec::new();
        for (position, word) in WORDS.iter().flat_map(|word| line.match_indices(word)) {
            let behind = &line[position + word.len()..];
            // rustls, rusty and the like
            if behind.starts_with(char::is_alphanumeric) {
                continue;
            }
            if let Some((offset, version)) = first_version(behind) {
                found.push((position + word.len() + offset, version));
            }
        }
        // Two words may lead to one version: "MSRV: Rust 1.89".
        found.sort();
        found.dedup();
        named.extend(found.into_iter().map(|(_, version)| (number, version)));
    }
    named
}

/// The first `1.x` within reach, and where it stands.
fn first_version(text: &str) -> Option<(usize, String)> {
    let (position, _) = text.match_indices("1.").find(|(position, _)| {
        !text[..*position].ends_with(|letter: char| letter.is_ascii_digit() || letter == '.')
    })?;
    let minor = &text[position + 2..];
    let digits = minor
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(minor.len());
    (position <= REACH && digits > 0).then(|| (position, format!("1.{}", &minor[..digits])))
}

#[cfg(test)]
mod tests {
    use super::named;

    fn versions(text: &str) -> Vec<String> {
        named(text)
            .into_iter()
            .map(|(_, version)| version)
            .collect()
    }

    #[test]
    fn the_usual_ways_to_name_it_are_understood() {
        for text in [
            "Rust 1.89 or later",
            "![MSRV](https://img.example/badge/rustc-1.89%2B-blue)",
            "MSRV: Rust 1.89",
            "`rust-version = \"1.89\"`",
            "The minimum supported Rust version is 1.89.0.",
        ] {
            assert_eq!(versions(text), ["1.89"], "{text}");
        }
    }

    #[test]
    fn versions_of_other_things_are_left_alone() {
        assert_eq!(versions("rustls 1.2, hyper 1.12"), Vec::<String>::new());
        assert_eq!(
            versions("written in Rust, for people who like HTTP; see RFC 1.1"),
            Vec::<String>::new()
        );
    }
}
