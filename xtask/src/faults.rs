//! `cargo xtask faults`: what the client must survive, and whether it does.

mod axis;
mod libtest;
mod page;
mod printed;
mod rules;
mod suite;
mod table;
mod verdict;

use std::fs;
use std::path::Path;

use crate::arguments::{Arguments, wrong_usage};
use crate::help::nearest;
use crate::outcome::Outcome;
use crate::workspace;
use libtest::Ending;
use table::Fault;
use verdict::Verdict;

/// What the command line asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    /// Ids, in capital letters; none means all.
    only: Vec<String>,
    list: bool,
    write: bool,
}

impl Options {
    fn parse(given: &[String]) -> Result<Self, String> {
        let mut arguments = Arguments::new(given);
        let list = arguments.flag(&["--list"]);
        let write = arguments.flag(&["--write"]);
        let only = arguments.values("--only")?;
        let only = only.iter().flat_map(|ids| ids.split(','));
        let only: Vec<String> = only.map(|id| id.trim().to_uppercase()).collect();
        arguments.nothing_more()?;
        if write && !only.is_empty() {
            return Err("--write writes the whole page; leave --only off".to_owned());
        }
        Ok(Self { only, list, write })
    }

    /// The rows that are wanted.
    fn select(&self, faults: Vec<Fault>) -> Result<Vec<Fault>, String> {
        let ids: Vec<&str> = faults.iter().map(|fault| fault.id.as_str()).collect();
        if let Some(unknown) = self.only.iter().find(|id| !ids.contains(&id.as_str())) {
            let close = nearest(unknown, &ids);
            let hint = close.map_or_else(String::new, |id| format!("; did you mean {id}?"));
            return Err(format!("no such fault: {unknown}{hint}"));
        }
        let wanted = |fault: &Fault| self.only.is_empty() || self.only.contains(&fault.id);
        Ok(faults.into_iter().filter(wanted).collect())
    }
}

/// Reads the command line, then the table, and does what was asked for.
pub(crate) fn run(given: &[String]) -> Outcome {
    let root = workspace::root();
    let options = match Options::parse(given) {
        Ok(options) => options,
        Err(complaint) => return wrong_usage("faults", &complaint),
    };
    let faults = match table::load(&root) {
        Ok(faults) => faults,
        Err(error) => return failed(&[error]),
    };
    let faults = match options.select(faults) {
        Ok(faults) => faults,
        Err(complaint) => return wrong_usage("faults", &complaint),
    };
    if options.list || options.write {
        return show(&root, &options, &faults).unwrap_or_else(|error| failed(&[error]));
    }
    try_them(&root, &options, &faults).unwrap_or_else(|error| failed(&[error]))
}

/// Prints the rows or writes the page. Nothing runs.
fn show(root: &Path, options: &Options, faults: &[Fault]) -> Result<Outcome, String> {
    if options.list {
        println!("{}", printed::wanted(faults));
    }
    if options.write {
        let path = page::PATH;
        let text = page::print(faults);
        fs::write(root.join(path), text).map_err(|error| format!("{path}: {error}"))?;
        println!("wrote {path}");
    }
    let findings = broken_rules(options, faults);
    if findings.is_empty() {
        return Ok(Outcome::Success);
    }
    Ok(failed(&findings))
}

/// Runs the tests and holds them against the rows.
fn try_them(root: &Path, options: &Options, faults: &[Fault]) -> Result<Outcome, String> {
    let only = (!options.only.is_empty()).then_some(faults);
    let (run, success) = suite::run(root, only)?;
    if !run.began {
        return Err(format!("the tests did not run; again: {}", again(options)));
    }
    let verdict = Verdict::of(faults, &run.endings);
    println!("{}", printed::ended(&verdict));
    let mut findings = broken_rules(options, faults);
    findings.extend(verdict.findings());
    if run.seconds.is_none() {
        let again = again(options);
        findings.push(format!(
            "the run broke off, so some of what is missing may be there; again: {again}"
        ));
    } else if !success && findings.is_empty() {
        findings.push(format!("cargo ended badly; again: {}", again(options)));
    }
    let outcome = if findings.is_empty() {
        Outcome::Success
    } else {
        failed(&findings)
    };
    println!("{}", verdict.summary(run.seconds));
    Ok(outcome)
}

/// What is wrong with the table itself. Some rows alone need not ascend from the first.
fn broken_rules(options: &Options, faults: &[Fault]) -> Vec<String> {
    if options.only.is_empty() {
        rules::findings(faults)
    } else {
        Vec::new()
    }
}

/// The command that runs this again.
fn again(options: &Options) -> String {
    let mut line = "cargo xtask faults".to_owned();
    if !options.only.is_empty() {
        line.push_str(" --only ");
        line.push_str(&options.only.join(","));
    }
    line
}

fn failed(findings: &[String]) -> Outcome {
    for finding in findings {
        eprintln!("error: {finding}");
    }
    Outcome::Failure
}

/// Everything that can be wrong without a test being run; and the sums.
pub(crate) fn findings(root: &Path) -> Result<(Vec<String>, String), String> {
    let faults = table::load(root)?;
    let mut findings = rules::findings(&faults);
    if fs::read_to_string(root.join(page::PATH)).ok() != Some(page::print(&faults)) {
        findings.push(format!(
            "{}: is not what {} says; mend it: cargo xtask faults --write",
            page::PATH,
            table::PATH
        ));
    }
    let names = suite::list(root)?.into_iter();
    // Only whether they are there counts here.
    let tests: Vec<_> = names.map(|name| (name, Ending::Ok)).collect();
    findings.extend(Verdict::of(&faults, &tests).findings());
    Ok((findings, printed::sums(&faults)))
}

#[cfg(test)]
mod tests {
    use super::{Options, again, table};
    use crate::faults::table::tests::TABLE;

    fn options(line: &str) -> Result<Options, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words)
    }

    fn chosen(line: &str) -> Result<Vec<String>, String> {
        let faults = options(line)?.select(table::read(TABLE).unwrap())?;
        Ok(faults.into_iter().map(|fault| fault.id).collect())
    }

    #[test]
    fn faults_are_chosen_by_id_in_the_order_of_the_table() {
        let expected = ["F40".to_owned(), "F101".to_owned()];
        for line in ["--only F101,f40", "--only F40 --only=F101"] {
            assert_eq!(chosen(line).unwrap(), expected);
        }
        assert_eq!(chosen("").unwrap().len(), 4);
    }

    #[test]
    fn an_id_that_is_not_there_is_refused() {
        let error = chosen("--only F42").unwrap_err();
        assert!(
            error.starts_with("no such fault: F42; did you mean F4"),
            "{error}"
        );
    }

    #[test]
    fn the_page_is_written_whole() {
        assert!(options("--write --only F40").is_err());
        assert!(options("--write --list").is_ok());
    }

    #[test]
    fn a_run_is_repeated_as_it_was_asked_for() {
        assert_eq!(again(&options("").unwrap()), "cargo xtask faults");
        let some = options("--only F40 --only F41").unwrap();
        assert_eq!(again(&some), "cargo xtask faults --only F40,F41");
    }

    #[test]
    fn a_word_that_is_no_option_is_refused() {
        assert!(options("F40").is_err());
    }
}
