//! `cargo xtask sim serve`: `eloomi sim serve` of this tree, with whatever it is given.

use std::env;
use std::process::Command;

use crate::cargo::{cargo, line, run as run_command};
use crate::outcome::Outcome;
use crate::workspace;

/// Builds the command and runs it until somebody ends it.
pub(super) fn run(given: &[String]) -> Outcome {
    let mut command = serve(given);
    // Files among the arguments are meant from where they were typed.
    if let Ok(folder) = env::current_dir() {
        command.current_dir(folder);
    }
    match run_command(&mut command) {
        Ok(true) => return Outcome::Success,
        Ok(false) => eprintln!("again: {}", line(&command)),
        Err(error) => eprintln!("error: {error}"),
    }
    Outcome::Failure
}

/// Only cargo's errors go between the settings that it prints and whoever reads them.
fn serve(given: &[String]) -> Command {
    let arguments = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "eloomi-cli",
        "--",
        "sim",
        "serve",
    ];
    let mut command = cargo(&workspace::root(), &arguments);
    command.args(given);
    command
}

#[cfg(test)]
mod tests {
    use super::serve;
    use crate::cargo::line;

    #[test]
    fn what_is_given_is_passed_on_untouched() {
        let given = ["--fault", "status=503@/v3/**", "--help"].map(str::to_owned);
        let line = line(&serve(&given));
        assert!(
            line.ends_with("-- sim serve --fault 'status=503@/v3/**' --help"),
            "{line}"
        );
    }
}
