//! `cargo xtask coverage`: what of the API document is built, shown and simulated.

mod answers;
mod faults;
mod groups;
mod hints;
mod ledger;
mod page;
mod row;
mod strangers;
mod table;

#[cfg(test)]
mod taken_away;

use std::fs;
use std::path::Path;

use crate::arguments::{Arguments, wrong_usage};
use crate::outcome::Outcome;
use crate::survey::files::Files;
use crate::workspace;
pub(crate) use ledger::Ledger;

/// The page that is written.
const PAGE: &str = "docs/coverage.md";

/// Reads the command line, prints the table, and writes the page if asked to.
pub(crate) fn run(given: &[String]) -> Outcome {
    let mut arguments = Arguments::new(given);
    let write = arguments.flag(&["--write"]);
    if let Err(complaint) = arguments.nothing_more() {
        return wrong_usage("coverage", &complaint);
    }
    report(&workspace::root(), write).unwrap_or_else(|error| {
        eprintln!("error: {error}");
        Outcome::Failure
    })
}

fn report(root: &Path, write: bool) -> Result<Outcome, String> {
    let files = Files::load(root)?;
    let ledger = Ledger::of(&files)?;
    println!("{}", table::print(&ledger));
    if write {
        let path = root.join(PAGE);
        fs::write(&path, page::print(&ledger)).map_err(|error| format!("{PAGE}: {error}"))?;
        println!("wrote {PAGE}");
    }
    // What was read was read before the page was written.
    let stale = stale(&ledger, &files).filter(|_| !write);
    let mut findings = ledger.findings;
    findings.extend(stale);
    for finding in &findings {
        eprintln!("error: {finding}");
    }
    Ok(if findings.is_empty() {
        Outcome::Success
    } else {
        Outcome::Failure
    })
}

/// Everything that is wrong, the page included; and the sums.
pub(crate) fn findings(files: &Files) -> Result<(Vec<String>, String), String> {
    let ledger = Ledger::of(files)?;
    let sums = ledger.sums();
    let stale = stale(&ledger, files);
    let mut findings = ledger.findings;
    findings.extend(stale);
    Ok((findings, sums))
}

/// What is wrong with the page, if anything.
fn stale(ledger: &Ledger, files: &Files) -> Option<String> {
    let is_right = files.get(PAGE) == Some(&page::print(ledger));
    (!is_right).then(|| {
        format!("{PAGE}: is not what the tree says; mend it: cargo xtask coverage --write")
    })
}
