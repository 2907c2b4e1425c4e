//! rustfmt has nothing to change.

use crate::cargo::{cargo, run as run_command};
use crate::check::step::{Setting, Verdict};

/// Formats with `--fix`, otherwise only looks.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let arguments: &[&str] = if setting.fix {
        &["fmt", "--all"]
    } else {
        &["fmt", "--all", "--", "--check"]
    };
    let success = run_command(&mut cargo(&setting.root, arguments))?;
    Ok(Verdict::of_program(success, "cargo fmt --all"))
}
