//! No lint on any target of any crate, with all features.

use crate::cargo::{cargo, run as run_command};
use crate::check::step::{Setting, Verdict};

/// Warnings are errors here through clippy's own arguments, never through RUSTFLAGS: a change of
/// those would compile every dependency anew.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let arguments = [
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--all-features",
    ];
    let mut command = cargo(&setting.root, &arguments);
    if setting.fix {
        // The repaired files are there to be looked at with `git diff`.
        command.args(["--fix", "--allow-dirty", "--allow-staged"]);
    }
    command.args(["--", "-D", "warnings"]);
    let success = run_command(&mut command)?;
    if setting.fix {
        // What clippy rewrites it does not lay out.
        run_command(&mut cargo(&setting.root, &["fmt", "--all"]))?;
    }
    Ok(Verdict::of_program(success, "all targets, all features"))
}
