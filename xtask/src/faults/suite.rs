//! The tests of all faults: run, or only listed.

use std::path::Path;

use serde_json::Value;

use crate::cargo::{cargo, program, read};
use crate::faults::axis::MODULE;
use crate::faults::libtest::{Run, listed};
use crate::faults::table::Fault;
use crate::watch;

/// The manifest of the crate that has the tests.
const MANIFEST: &str = "crates/eloomi/Cargo.toml";

/// Its binary of tests.
const BINARY: &str = "it";

/// Runs the tests of these faults, or all below `faults::`; the second is whether cargo ended well.
pub(super) fn run(root: &Path, only: Option<&[Fault]>) -> Result<(Run, bool), String> {
    let arguments = [
        "test",
        "--locked",
        "--package",
        "eloomi",
        "--all-features",
        "--test",
        BINARY,
        "--",
    ];
    let mut command = cargo(root, &arguments);
    command.args(filters(only));
    // Set from outside, this would let a test with a changed snapshot pass.
    command.env_remove("INSTA_FORCE_PASS");
    let mut run = Run::default();
    let success = watch::lines(&mut command, |line| run.note(line))?;
    Ok((run, success))
}

/// What selects tests: libtest runs whatever has one of these in its name.
fn filters(only: Option<&[Fault]>) -> Vec<String> {
    only.map_or_else(
        || vec![MODULE.to_owned()],
        |faults| {
            let modules = faults.iter().map(Fault::module);
            modules.map(|module| format!("::{module}::")).collect()
        },
    )
}

/// The names of all tests below `faults::`.
///
/// Of the binary that `cargo xtask test` builds: with the features of another set of crates
/// everything would be compiled once more.
pub(super) fn list(root: &Path) -> Result<Vec<String>, String> {
    let arguments = [
        "test",
        "--locked",
        "--workspace",
        "--all-features",
        "--test",
        BINARY,
        "--no-run",
        "--message-format",
        "json-render-diagnostics",
    ];
    let messages = read(&mut cargo(root, &arguments))?;
    let binary = binary(&messages).ok_or("cargo names no binary of eloomi's tests")?;
    let output = read(program(root, &binary).args(["--list", MODULE]))?;
    Ok(listed(&output))
}

/// Where cargo has put the binary, from what it says of all it built.
fn binary(messages: &str) -> Option<String> {
    messages.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let manifest = message["manifest_path"].as_str()?.replace('\\', "/");
        let is_ours = manifest.ends_with(MANIFEST) && message["target"]["name"] == BINARY;
        is_ours.then(|| message["executable"].as_str().map(str::to_owned))?
    })
}

#[cfg(test)]
mod tests {
    use super::{binary, filters};
    use crate::faults::table::read;
    use crate::faults::table::tests::TABLE;

    #[test]
    fn one_fault_is_selected_by_its_whole_module() {
        let faults = read(TABLE).unwrap();
        assert_eq!(filters(Some(&faults[..1])), ["::f40_short_body::"]);
        assert_eq!(filters(None), ["faults::"]);
    }

    #[test]
    fn the_binary_is_that_of_the_facade_and_of_no_other_crate() {
        let message = |name: &str, manifest: &str, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","manifest_path":"/x/crates/{manifest}/Cargo.toml",
"target":{{"name":"{name}"}},"executable":{executable}}}"#
            )
            .replace('\n', "")
        };
        let messages = [
            message("it", "eloomi-sim", r#""/x/target/it-1""#),
            message("eloomi", "eloomi", "null"),
            message("it", "eloomi", r#""/x/target/it-2""#),
            message("it", "eloomi-cli", r#""/x/target/it-3""#),
            r#"{"reason":"build-finished","success":true}"#.to_owned(),
        ];
        assert_eq!(
            binary(&messages.join("\n")).as_deref(),
            Some("/x/target/it-2")
        );
        assert_eq!(binary(&messages[0]), None);
    }
}
