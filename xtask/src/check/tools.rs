//! Steps that need a tool which not everybody has installed.

use crate::cargo::{cargo, has_subcommand, program, read, run as run_command};
use crate::check::step::{Setting, Verdict};

/// Licences, sources and banned crates, by the rules in `.cargo/deny.toml`.
///
/// No advisories: one published overnight must not fail an unrelated change.
pub(super) fn deny(setting: &Setting) -> Result<Verdict, String> {
    if !has_subcommand(&setting.root, "deny") {
        return Ok(missing("cargo-deny"));
    }
    let arguments = [
        "deny",
        "--all-features",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ];
    let success = run_command(&mut cargo(&setting.root, &arguments))?;
    Ok(Verdict::of_program(success, "bans, licences, sources"))
}

/// The public API against the last release.
pub(super) fn semver(setting: &Setting) -> Result<Verdict, String> {
    let arguments = ["tag", "--list", "v*", "--sort=-version:refname"];
    let tags = read(program(&setting.root, "git").args(arguments))?;
    let Some(release) = tags.lines().next() else {
        return Ok(Verdict::NothingToDo(
            "nothing released yet, so nothing can break".to_owned(),
        ));
    };
    if !has_subcommand(&setting.root, "semver-checks") {
        return Ok(missing("cargo-semver-checks"));
    }
    let arguments = [
        "semver-checks",
        "--workspace",
        "--exclude",
        "xtask",
        "--baseline-rev",
        release,
    ];
    let success = run_command(&mut cargo(&setting.root, &arguments))?;
    Ok(Verdict::of_program(success, &format!("against {release}")))
}

fn missing(tool: &str) -> Verdict {
    Verdict::NoTool(format!("{tool}; cargo install --locked {tool}"))
}
