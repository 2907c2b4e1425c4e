//! What the API document describes is whole or open, and the page says so.

use crate::check::step::{Setting, Verdict};
use crate::coverage;
use crate::survey::files::Files;

/// Compares the document, the tree and the page.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let (findings, sums) = coverage::findings(&Files::load(&setting.root)?)?;
    if findings.is_empty() {
        return Ok(Verdict::Passed(sums));
    }
    Ok(Verdict::Failed(findings))
}
