//! Lints exchange files: `cargo run -p eloomi-replay --example lint -- [--fix] FOLDER…`.
//!
//! Prints each finding as `path:line: what` and ends with 1 if there is one. With `--fix` it
//! writes a file anew in the canonical form where it can be read; what is wrong besides is
//! for a person to mend.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use eloomi_replay::{Exchange, lint};

fn main() -> ExitCode {
    let mut folders: Vec<String> = env::args().skip(1).collect();
    let given = folders.len();
    folders.retain(|argument| argument != "--fix");
    let fix = folders.len() < given;
    let files: Result<Vec<_>, _> = folders.iter().map(files).collect();
    match files {
        Ok(files) => report(files.concat(), fix),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn report(files: Vec<PathBuf>, fix: bool) -> ExitCode {
    let looked_at = files.len();
    let mut findings = Vec::new();
    for file in files {
        match findings_in(&file, fix) {
            Ok(found) => findings.extend(found),
            Err(error) => findings.push(format!("{}: {error}", file.display())),
        }
    }
    for finding in &findings {
        println!("{finding}");
    }
    if looked_at == 0 {
        println!("there is no .exchange file to look at");
    }
    if looked_at == 0 || !findings.is_empty() {
        return ExitCode::FAILURE;
    }
    println!("{looked_at} exchanges");
    ExitCode::SUCCESS
}

fn findings_in(file: &Path, fix: bool) -> io::Result<Vec<String>> {
    let mut text = fs::read_to_string(file)?;
    if fix && let Ok(exchange) = Exchange::parse(&text) {
        let canonical = exchange.to_string();
        if canonical != text {
            fs::write(file, &canonical)?;
            text = canonical;
        }
    }
    let told = |finding: &eloomi_replay::Finding| {
        format!("{}:{}: {}", file.display(), finding.line(), finding.what())
    };
    Ok(lint(&text).iter().map(told).collect())
}

/// The exchange files in a folder and the folders in it, in the order of their paths.
fn files(folder: impl AsRef<Path>) -> Result<Vec<PathBuf>, String> {
    let folder = folder.as_ref();
    let wrong = |error: io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let path = entry.path();
        if entry.file_type().map_err(wrong)?.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "exchange") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
