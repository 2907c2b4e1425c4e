//! Lints the files that are committed for tests:
//! `cargo run -p eloomi-replay --features redact --example lint -- [--fix] RULES FOLDER…`.
//!
//! Every `.exchange` file is held to the rules of writing, and everything that is text to the lists
//! of invented people in RULES, a file like `fixtures/REDACTION.toml`. Looked at are exchanges,
//! snapshots and what awaits review (`.new`), TOML, Markdown, JSON, YAML and plain text.
//!
//! Prints each finding as `path:line: what` and ends with 1 if there is one. With `--fix` it
//! writes an exchange anew in the canonical form where it can be read; what is wrong besides is
//! for a person to mend.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use eloomi_replay::{Exchange, Finding, Redaction, lint, lint_people};

/// What files are called that are looked at.
const ENDINGS: [&str; 9] = [
    "exchange", "snap", "new", "toml", "md", "json", "yaml", "yml", "txt",
];

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, String> {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let given = arguments.len();
    arguments.retain(|argument| argument != "--fix");
    let fix = arguments.len() < given;
    let mut arguments = arguments.into_iter();
    let rules = arguments
        .next()
        .ok_or("say which rules: lint RULES FOLDER…")?;
    let rules = Redaction::load(&rules).map_err(|error| format!("{rules}: {error}"))?;
    let files: Result<Vec<_>, _> = arguments.map(files).collect();
    Ok(report(&files?.concat(), &rules, fix))
}

fn report(files: &[PathBuf], rules: &Redaction, fix: bool) -> bool {
    let mut findings = Vec::new();
    let mut exchanges = 0;
    for file in files {
        exchanges += usize::from(is_exchange(file));
        match findings_in(file, rules, fix) {
            Ok(found) => findings.extend(found),
            Err(error) => findings.push(format!("{}: {error}", file.display())),
        }
    }
    for finding in &findings {
        println!("{finding}");
    }
    if exchanges == 0 {
        println!("there is no .exchange file to look at");
    }
    if exchanges == 0 || !findings.is_empty() {
        return false;
    }
    println!(
        "{exchanges} exchanges and {} other files",
        files.len() - exchanges
    );
    true
}

fn is_exchange(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "exchange")
}

fn findings_in(file: &Path, rules: &Redaction, fix: bool) -> io::Result<Vec<String>> {
    let mut text = fs::read_to_string(file)?;
    let mut found = Vec::new();
    if is_exchange(file) {
        if fix && let Ok(exchange) = Exchange::parse(&text) {
            let canonical = exchange.to_string();
            if canonical != text {
                fs::write(file, &canonical)?;
                text = canonical;
            }
        }
        found.extend(lint(&text));
    }
    found.extend(lint_people(&text, rules));
    let told =
        |finding: &Finding| format!("{}:{}: {}", file.display(), finding.line(), finding.what());
    Ok(found.iter().map(told).collect())
}

/// The files to look at in a folder and the folders in it, in the order of their paths.
fn files(folder: impl AsRef<Path>) -> Result<Vec<PathBuf>, String> {
    let folder = folder.as_ref();
    let wrong = |error: io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let path = entry.path();
        // What was recorded live lies where git does not see it.
        if entry.file_name() == "target" || path.ends_with("fixtures/live") {
            continue;
        }
        if entry.file_type().map_err(wrong)?.is_dir() {
            found.extend(files(&path)?);
        } else if path
            .extension()
            .is_some_and(|ending| ENDINGS.iter().any(|it| ending == *it))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
