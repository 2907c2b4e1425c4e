//! `cargo xtask fuzz`: bytes of every kind for what reads what it has not written.
//!
//! The targets are tests of a package of their own, which no other builds. Bolero runs them: with its
//! own random engine, which needs nothing, or under libFuzzer where cargo-bolero is installed. Both on
//! the stable toolchain.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{cargo, run as run_command};
use crate::outcome::Outcome;
use crate::workspace;

/// The tests of the package.
const TARGETS: [&str; 3] = ["lint", "parse", "redact"];

const PACKAGE: &str = "crates/eloomi-replay/fuzz";

/// Where inputs stand that have been found worth keeping.
const CORPUS: &str = "crates/eloomi-replay/tests/corpus";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    target: String,
    seconds: u64,
    libfuzzer: bool,
}

/// Tries inputs for as long as was asked.
pub(crate) fn run(given: &[String]) -> Outcome {
    let asked = match asked(given) {
        Ok(asked) => asked,
        Err(complaint) => return wrong_usage("fuzz", &complaint),
    };
    match fuzz(&asked) {
        Ok(true) => Outcome::Success,
        Ok(false) => {
            eprintln!(
                "keep the input that failed as a file in {CORPUS}/{}: the tests run it from then on",
                asked.target
            );
            Outcome::Failure
        }
        Err(error) => {
            eprintln!("error: {error}");
            Outcome::Failure
        }
    }
}

fn asked(given: &[String]) -> Result<Asked, String> {
    let mut arguments = Arguments::new(given);
    let mut seconds = 30;
    for text in arguments.values("--seconds")? {
        let number = text.parse().ok().filter(|seconds| *seconds > 0);
        seconds = number.ok_or("--seconds wants a number above zero")?;
    }
    let libfuzzer = arguments.flag(&["--libfuzzer"]);
    let targets = TARGETS.join(", ");
    let target = arguments.last_word()?;
    let target = target.ok_or_else(|| format!("fuzz wants a target: {targets}"))?;
    if !TARGETS.contains(&target.as_str()) {
        return Err(format!("no such target: {target}; there are {targets}"));
    }
    Ok(Asked {
        target,
        seconds,
        libfuzzer,
    })
}

fn fuzz(asked: &Asked) -> Result<bool, String> {
    let root = workspace::root();
    let built = root.join("target/fuzz");
    let package = root.join(PACKAGE);
    let (target, seconds) = (asked.target.as_str(), asked.seconds);
    let mut command = if asked.libfuzzer {
        let corpus = copied_corpus(&root, &built, target)?;
        let time = format!("{seconds}s");
        // Without a sanitizer, which would want a nightly toolchain: this code has no `unsafe`.
        let stable = ["--sanitizer", "NONE", "--rustc-bootstrap", "-T", &time];
        let mut command = cargo(&package, &["bolero", "test", target]);
        command.args(stable).arg("--corpus-dir").arg(corpus);
        command
    } else {
        let test = ["test", "--locked", "--profile", "fuzz", "--test", "targets"];
        let mut command = cargo(&package, &test);
        // Time alone ends it.
        command.env("BOLERO_RANDOM_TEST_TIME_MS", (seconds * 1000).to_string());
        command.env("BOLERO_RANDOM_ITERATIONS", "1000000000");
        command
    };
    command.arg("--target-dir").arg(built);
    if !asked.libfuzzer {
        command.args(["--", "--exact", target]);
    }
    run_command(&mut command)
}

/// A copy of the corpus: libFuzzer adds what it finds to the folder that it is given.
fn copied_corpus(root: &Path, built: &Path, target: &str) -> Result<PathBuf, String> {
    let wrong = |error: io::Error| format!("the corpus of {target}: {error}");
    let folder = built.join("corpus").join(target);
    fs::create_dir_all(&folder).map_err(wrong)?;
    for entry in fs::read_dir(root.join(CORPUS).join(target)).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        fs::copy(entry.path(), folder.join(entry.file_name())).map_err(wrong)?;
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::{Asked, asked};

    fn given(line: &str) -> Result<Asked, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        asked(&words)
    }

    #[test]
    fn a_target_is_tried_for_half_a_minute_unless_asked_otherwise() {
        let parse = |seconds, libfuzzer| Asked {
            target: "parse".to_owned(),
            seconds,
            libfuzzer,
        };
        assert_eq!(given("parse"), Ok(parse(30, false)));
        assert_eq!(given("--seconds=5 parse --libfuzzer"), Ok(parse(5, true)));
    }

    #[test]
    fn what_is_no_target_is_told_which_there_are() {
        for line in ["", "prase"] {
            let complaint = given(line).unwrap_err();
            assert!(complaint.ends_with("lint, parse, redact"), "{complaint}");
        }
        assert!(given("parse --seconds 0").is_err());
        assert!(given("parse twice").is_err());
    }
}
