//! `cargo xtask review`: looking at changed snapshots and recordings, and taking them as right.

mod choice;

#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::Command;

use crate::arguments::wrong_usage;
use crate::cargo::{cargo, has_subcommand, line, program, quoted, run as run_command};
use crate::outcome::Outcome;
use crate::{pending, workspace};
use choice::{Choice, Options};

/// What `cargo insta` must be told so that it looks at recordings, too.
///
/// It looks only below the folders of packages (cargo-insta 1.49.0, `find_snapshot_roots`), so what
/// lies below `fixtures` is for us to show.
const INSTA: [&str; 6] = [
    "insta",
    "review",
    "--workspace-root",
    ".",
    "-e",
    "snap,exchange",
];

/// Hands over to cargo-insta, or shows what it would have asked about.
pub(crate) fn run(given: &[String]) -> Outcome {
    let options = match Options::parse(given) {
        Ok(options) => options,
        Err(complaint) => return wrong_usage("review", &complaint),
    };
    review(&workspace::root(), &options).unwrap_or_else(|error| {
        eprintln!("error: {error}\nagain: {}", options.again());
        Outcome::Failure
    })
}

fn review(root: &Path, options: &Options) -> Result<Outcome, String> {
    let found = options.wanted(root, &pending::find(root)?)?;
    if found.is_empty() {
        println!("Nothing waits for review.");
        return Ok(Outcome::Success);
    }
    match options.choice {
        Some(Choice::Accept) => return settled(&found, "accepted", |path| accept(root, path)),
        Some(Choice::Reject) => return settled(&found, "rejected", |path| reject(root, path)),
        None => {}
    }
    // cargo-insta asks questions, and nobody may be there to answer.
    let (theirs, ours) = if io::stdin().is_terminal() && has_subcommand(root, "insta") {
        let packages = workspace::packages(root)?;
        divided(&found, packages.values().map(|package| &package.directory))
    } else {
        (Vec::new(), found)
    };
    if !theirs.is_empty() {
        let mut command = cargo(root, &INSTA);
        if options.is_narrowed() {
            let targets = theirs.iter().map(|path| target(path));
            command.args(targets.flat_map(|target| ["--snapshot".to_owned(), target]));
        }
        if !run_command(&mut command)? {
            eprintln!("again: {}", line(&command));
            return Ok(Outcome::Failure);
        }
    }
    if ours.is_empty() {
        return Ok(Outcome::Success);
    }
    for path in &ours {
        println!("── {path}");
        // Our own lines must stand above what git writes to the same terminal.
        io::stdout().flush().map_err(|error| error.to_string())?;
        // It ends with 1 when there is a difference, which there is.
        run_command(&mut difference(root, path))?;
        println!("{}\n", how_to_accept(path));
    }
    println!("Accept all that are files of their own: cargo xtask review --accept");
    Ok(Outcome::Success)
}

/// What cargo-insta finds, since it lies in the folder of a package, and the rest.
fn divided<'p>(
    found: &[String],
    packages: impl Iterator<Item = &'p String>,
) -> (Vec<String>, Vec<String>) {
    let folders: Vec<String> = packages.map(|folder| format!("{folder}/")).collect();
    let is_theirs = |path: &&String| folders.iter().any(|folder| path.starts_with(folder));
    let (theirs, ours): (Vec<&String>, Vec<&String>) = found.iter().partition(is_theirs);
    (
        theirs.into_iter().cloned().collect(),
        ours.into_iter().cloned().collect(),
    )
}

/// The file that would change, by which cargo-insta knows what waits.
fn target(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or_default();
    let inline = name.strip_prefix('.');
    match inline.and_then(|name| name.strip_suffix(".pending-snap")) {
        Some(source) => format!("{folder}/{source}"),
        None => path.strip_suffix(".new").unwrap_or(path).to_owned(),
    }
}

/// The command that shows what changed.
fn difference(root: &Path, path: &str) -> Command {
    let accepted = path
        .strip_suffix(".new")
        .filter(|old| root.join(old).is_file());
    // Git reads this name as an empty file on every system.
    let accepted = accepted.unwrap_or("/dev/null");
    let mut command = program(root, "git");
    command.args(["--no-pager", "diff", "--no-index", "--", accepted, path]);
    command
}

/// Does the same to each, and says so; goes on to the end whatever fails.
fn settled(
    paths: &[String],
    done: &str,
    settle: impl Fn(&str) -> Result<(), String>,
) -> Result<Outcome, String> {
    let mut failed = Vec::new();
    for path in paths {
        match settle(path) {
            Ok(()) => println!("{done}: {path}"),
            Err(error) => failed.push(error),
        }
    }
    if failed.is_empty() {
        return Ok(Outcome::Success);
    }
    Err(failed.join("\nerror: "))
}

/// Makes a file of its own the right one, byte for byte.
fn accept(root: &Path, path: &str) -> Result<(), String> {
    let Some(accepted) = path.strip_suffix(".new") else {
        return Err(format!("{path}: {}", how_to_accept(path)));
    };
    fs::rename(root.join(path), root.join(accepted)).map_err(|error| format!("{path}: {error}"))
}

fn reject(root: &Path, path: &str) -> Result<(), String> {
    fs::remove_file(root.join(path)).map_err(|error| format!("{path}: {error}"))
}

/// The command that makes a pending snapshot the right one, wherever it is typed.
fn how_to_accept(path: &str) -> String {
    if path.strip_suffix(".new").is_some() {
        return format!("accept: cargo xtask review --accept {}", quoted(path));
    }
    format!(
        "accept: write it into the source by hand and `cargo xtask review --reject {}`, or let the \
         tool do both: cargo install --locked cargo-insta && cargo insta accept",
        quoted(path)
    )
}
