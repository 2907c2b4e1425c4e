//! The recorded exchanges keep the rules of writing, and nothing that is committed as text tells of
//! anybody who is not invented.
//!
//! `eloomi-replay` knows the rules. It is run and not linked, because xtask is compiled before
//! everything else.

use crate::cargo::{cargo, run as run_command};
use crate::check::step::{Setting, Verdict};

/// Where people may stand: exchanges, snapshots, tables, docs.
const FOLDERS: [&str; 3] = ["fixtures", "docs", "crates"];

/// Lints every exchange, and every text for people; with `--fix` an exchange that can be read gets its
/// canonical form.
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
    command.arg("fixtures/REDACTION.toml").args(FOLDERS);
    let success = run_command(&mut command)?;
    if !success && !setting.fix {
        let hint = "the form alone is mended by: cargo xtask check --only fixtures --fix";
        return Ok(Verdict::Failed(vec![hint.to_owned()]));
    }
    Ok(Verdict::of_program(
        success,
        "all under fixtures, docs and crates",
    ))
}
