//! The recorded exchanges keep the rules of writing.
//!
//! `eloomi-replay` knows the rules. It is run and not linked, because xtask is compiled before
//! everything else.

use crate::cargo::{cargo, run as run_command};
use crate::check::step::{Setting, Verdict};

/// Lints every exchange under `fixtures`; with `--fix` what can be read gets its canonical form.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let mut command = cargo(
        &setting.root,
        &[
            "run",
            "--quiet",
            "--locked",
            "--package",
            "eloomi-replay",
            "--features",
            "redact",
            "--example",
            "lint",
            "--",
        ],
    );
    if setting.fix {
        command.arg("--fix");
    }
    command.arg("fixtures");
    let success = run_command(&mut command)?;
    if !success && !setting.fix {
        let hint = "the form alone is mended by: cargo xtask check --only fixtures --fix";
        return Ok(Verdict::Failed(vec![hint.to_owned()]));
    }
    Ok(Verdict::of_program(success, "all under fixtures"))
}
