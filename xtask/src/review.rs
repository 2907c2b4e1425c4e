//! `cargo xtask review`: looking at changed snapshots.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{cargo, has_subcommand, line, program, quoted, run as run_command};
use crate::outcome::Outcome;
use crate::{pending, workspace};

/// Hands over to cargo-insta, or prints what it would have asked about.
pub(crate) fn run(given: &[String]) -> Outcome {
    if let Err(complaint) = Arguments::new(given).nothing_more() {
        return wrong_usage("review", &complaint);
    }
    review(&workspace::root()).unwrap_or_else(|error| {
        eprintln!("error: {error}\nagain: cargo xtask review");
        Outcome::Failure
    })
}

fn review(root: &Path) -> Result<Outcome, String> {
    let found = pending::find(root)?;
    if found.is_empty() {
        println!("No snapshot waits for review.");
        return Ok(Outcome::Success);
    }
    // cargo-insta asks questions, and nobody may be there to answer.
    if io::stdin().is_terminal() && has_subcommand(root, "insta") {
        let arguments = [
            "insta",
            "review",
            "--workspace-root",
            ".",
            "-e",
            "snap,exchange",
        ];
        let mut command = cargo(root, &arguments);
        if run_command(&mut command)? {
            return Ok(Outcome::Success);
        }
        eprintln!("again: {}", line(&command));
        return Ok(Outcome::Failure);
    }
    for path in &found {
        println!("── {path}");
        show(root, path)?;
        println!("{}\n", how_to_accept(path));
    }
    println!("Accept all that are files of their own: cargo xtask test --accept");
    Ok(Outcome::Success)
}

fn show(root: &Path, path: &str) -> Result<(), String> {
    // Our own lines must stand above what git writes to the same terminal.
    io::stdout().flush().map_err(|error| error.to_string())?;
    let accepted = path
        .strip_suffix(".new")
        .filter(|old| root.join(old).is_file());
    // Git reads this name as an empty file on every system.
    let accepted = accepted.unwrap_or("/dev/null");
    let mut command = program(root, "git");
    command.args(["--no-pager", "diff", "--no-index", "--", accepted, path]);
    // It ends with 1 when there is a difference, which there is.
    run_command(&mut command).map(|_| ())
}

/// The command that makes a pending snapshot the right one.
fn how_to_accept(path: &str) -> String {
    match path.strip_suffix(".new") {
        Some(accepted) => format!("accept: mv {} {}", quoted(path), quoted(accepted)),
        None => format!(
            "accept: write it into the source by hand and `rm {}`, or let the tool do both: \
             cargo install --locked cargo-insta && cargo insta accept",
            quoted(path)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::how_to_accept;

    #[test]
    fn a_snapshot_file_is_accepted_by_moving_it() {
        assert_eq!(
            how_to_accept("a/b.snap.new"),
            "accept: mv a/b.snap.new a/b.snap"
        );
    }

    #[test]
    fn an_inline_snapshot_needs_a_hand_or_the_tool() {
        let text = how_to_accept("src/.lib.rs.pending-snap");
        assert!(text.contains("rm src/.lib.rs.pending-snap"));
        assert!(text.contains("cargo insta accept"));
    }
}
