//! Running cargo and other programs.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Output};

/// Cargo, in the given directory, with the given arguments.
///
/// The very cargo that started us, so that `cargo +1.89 xtask check` means what it says.
pub(crate) fn cargo<S: AsRef<OsStr>>(directory: &Path, arguments: &[S]) -> Command {
    let mut command = program(
        directory,
        &std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()),
    );
    for (name, _) in std::env::vars_os() {
        if describes_this_crate(&name.to_string_lossy()) {
            command.env_remove(name);
        }
    }
    command.args(arguments);
    command
}

/// The integration tests of the facade whose path contains this, over every stack.
pub(crate) fn facade_tests(root: &Path, filter: &str) -> Command {
    let arguments = [
        "test",
        "--locked",
        "--package",
        "eloomi",
        "--all-features",
        "--test",
        "it",
        filter,
    ];
    cargo(root, &arguments)
}

/// Whether cargo set the variable to describe the crate that it is running, which is this one.
///
/// Build scripts that look at such a variable would run anew under `cargo xtask`, and again
/// under plain `cargo`.
fn describes_this_crate(variable: &str) -> bool {
    let prefixes = [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_BIN_",
        "CARGO_CRATE_",
    ];
    prefixes.iter().any(|prefix| variable.starts_with(prefix))
}

/// Any program, in the given directory.
pub(crate) fn program(directory: &Path, name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(directory);
    command
}

/// Runs with the terminal in hand, and says whether it ended well.
pub(crate) fn run(command: &mut Command) -> Result<bool, String> {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    Ok(status.success())
}

/// Runs and keeps what it writes.
pub(crate) fn capture(command: &mut Command) -> Result<Output, String> {
    command
        .output()
        .map_err(|error| cannot_start(command, &error))
}

/// Runs, and gives what it wrote to standard output if it ended well.
pub(crate) fn read(command: &mut Command) -> Result<String, String> {
    let output = capture(command)?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "{} failed:\n{}",
            line(command),
            complaint.trim_end()
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a cargo subcommand is installed.
pub(crate) fn has_subcommand(directory: &Path, name: &str) -> bool {
    let mut command = cargo(directory, &[name, "--version"]);
    command.output().is_ok_and(|output| output.status.success())
}

/// The command as somebody would type it.
pub(crate) fn line(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let mut line = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&quoted(&argument.to_string_lossy()));
    }
    line
}

/// An argument as a shell wants it.
pub(crate) fn quoted(argument: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./=,:@+".contains(letter);
    if !argument.is_empty() && argument.chars().all(plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    format!("cannot run `{}`: {error}", line(command))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{describes_this_crate, line, program, quoted};

    #[test]
    fn settings_of_cargo_are_passed_on_and_descriptions_of_this_crate_are_not() {
        assert!(describes_this_crate("CARGO_MANIFEST_DIR"));
        assert!(!describes_this_crate("CARGO_TARGET_DIR"));
        assert!(!describes_this_crate("CARGO_INCREMENTAL"));
    }

    #[test]
    fn a_printed_command_can_be_typed_again() {
        let mut command = program(Path::new("."), "cargo");
        command.args(["test", "src/lib.rs - Body (line 12)"]);
        assert_eq!(line(&command), "cargo test 'src/lib.rs - Body (line 12)'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted("hyper,reqwest"), "hyper,reqwest");
    }
}
