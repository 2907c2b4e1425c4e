//! The Python that schemathesis runs on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cargo::{program, run};

/// What is installed: schemathesis, and all that it needs. What it makes of a seed depends on
/// others of them, so each has its version.
const REQUIREMENTS: &str = include_str!("requirements.txt");

const WHAT_IS_NEEDED: &str = "this needs Python 3.11 or newer with its modules venv and pip, and a \
    way to a package index; install it with `apt install python3 python3-venv` on Debian and \
    Ubuntu, `dnf install python3` on Fedora, `brew install python3` on macOS";

/// The interpreter of a virtual environment that has schemathesis; made if it is not there, or if
/// another version is wanted now.
pub(super) fn with_schemathesis(directory: &Path) -> Result<PathBuf, String> {
    let home = directory.join("python");
    let interpreter = home.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let installed = home.join("installed.txt");
    if interpreter.is_file() && fs::read_to_string(&installed).is_ok_and(|it| it == REQUIREMENTS) {
        return Ok(interpreter);
    }
    println!("making a Python environment with schemathesis, which takes a minute, once");
    let python = if cfg!(windows) { "python" } else { "python3" };
    step(
        program(directory, python)
            .args(["-m", "venv", "--clear"])
            .arg(&home),
    )?;
    let write = |name: &str| {
        let path = home.join(name);
        fs::write(&path, REQUIREMENTS).map_err(|error| format!("{}: {error}", path.display()))
    };
    write("requirements.txt")?;
    let install = ["-m", "pip", "install", "--quiet", "--requirement"];
    step(
        Command::new(&interpreter)
            .current_dir(&home)
            .args(install)
            .arg("requirements.txt")
            .env("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
    )?;
    // Last of all, so that what broke off in the middle is made anew.
    write("installed.txt")?;
    Ok(interpreter)
}

/// Runs one command of the installation, which tells of its failure itself.
fn step(command: &mut Command) -> Result<(), String> {
    match run(command) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!("no Python environment; {WHAT_IS_NEEDED}")),
        Err(error) => Err(format!("{error}; {WHAT_IS_NEEDED}")),
    }
}

#[cfg(test)]
mod tests {
    use super::REQUIREMENTS;

    #[test]
    fn everything_that_is_installed_has_one_version() {
        let lines = REQUIREMENTS.lines().filter(|line| !line.starts_with('#'));
        let unpinned: Vec<_> = lines.filter(|line| !line.contains("==")).collect();
        assert_eq!(unpinned, [""; 0]);
        assert!(REQUIREMENTS.contains("\nschemathesis=="));
    }
}
