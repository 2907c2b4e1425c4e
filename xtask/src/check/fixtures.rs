//! The recorded exchanges keep the rules of writing, and nothing that is committed as text tells of
//! anybody who is not invented.

use crate::check::step::{Setting, Verdict};
use crate::fixtures::lint::lint;

/// Lints every exchange, and every text for people; with `--fix` an exchange that can be read gets its
/// canonical form.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let success = lint(&setting.root, setting.fix)?;
    if !success && !setting.fix {
        let hint = "the form alone is mended by: cargo xtask fixtures lint --fix";
        return Ok(Verdict::Failed(vec![hint.to_owned()]));
    }
    Ok(Verdict::of_program(
        success,
        "fixtures, docs, crates and examples",
    ))
}
