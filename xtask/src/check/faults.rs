//! Each fault has its tests, each test its fault, and the page says what the table says.

use crate::check::step::{Setting, Verdict};
use crate::faults;

/// Reads the table and the page, and lists the tests without running them.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let (findings, sums) = faults::findings(&setting.root)?;
    if findings.is_empty() {
        return Ok(Verdict::Passed(sums));
    }
    Ok(Verdict::Failed(findings))
}
