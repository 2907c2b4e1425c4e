//! `cargo xtask soak`: the rate limit in real time.
//!
//! The work is done by an example of the facade, which may depend on the simulator.

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{cargo, run as run_command};
use crate::outcome::Outcome;
use crate::workspace;

/// What the example understands.
const OPTIONS: [&str; 4] = ["--minutes", "--processes", "--limiter", "--workers"];

const EXAMPLE: [&str; 9] = [
    "run",
    "--release",
    "--quiet",
    "--locked",
    "--package",
    "eloomi",
    "--example",
    "soak",
    "--",
];

/// Builds it in release mode and runs it.
pub(crate) fn run(given: &[String]) -> Outcome {
    let options = match options(given) {
        Ok(options) => options,
        Err(complaint) => return wrong_usage("soak", &complaint),
    };
    let mut command = cargo(&workspace::root(), &EXAMPLE);
    match run_command(command.args(&options)) {
        Ok(true) => Outcome::Success,
        Ok(false) => {
            eprintln!("again: cargo xtask soak {}", options.join(" "));
            Outcome::Failure
        }
        Err(error) => {
            eprintln!("error: {error}");
            Outcome::Failure
        }
    }
}

/// Each option with its value, in the order of the table.
fn options(given: &[String]) -> Result<Vec<String>, String> {
    let mut arguments = Arguments::new(given);
    let mut options = Vec::new();
    for name in OPTIONS {
        for value in arguments.values(name)? {
            options.extend([name.to_owned(), value]);
        }
    }
    arguments.nothing_more()?;
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn options_are_handed_on_with_their_values() {
        let given = ["--limiter=anchored", "--minutes", "3"].map(str::to_owned);
        let expected = ["--minutes", "3", "--limiter", "anchored"].map(str::to_owned);
        assert_eq!(options(&given), Ok(expected.to_vec()));
    }

    #[test]
    fn what_nobody_understands_is_refused() {
        assert!(options(&["--hours".to_owned(), "3".to_owned()]).is_err());
        assert!(options(&["--minutes".to_owned()]).is_err());
    }
}
