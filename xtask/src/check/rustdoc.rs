//! The docs build without a warning, so every link in them leads somewhere.

use crate::cargo::{cargo, run as run_command};
use crate::check::step::{Setting, Verdict};

/// RUSTDOCFLAGS reach rustdoc alone; the dependencies stay as they were compiled.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let arguments = [
        "doc",
        "--locked",
        "--workspace",
        "--all-features",
        "--no-deps",
    ];
    let mut command = cargo(&setting.root, &arguments);
    command.env("RUSTDOCFLAGS", "-D warnings");
    Ok(Verdict::of_program(
        run_command(&mut command)?,
        "all features",
    ))
}
