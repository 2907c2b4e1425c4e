//! What a step of the checks is, and what it can say.

use std::fmt;
use std::path::PathBuf;

/// One step.
#[derive(Debug)]
pub(super) struct Step {
    /// What `--only` calls it.
    pub(super) name: &'static str,
    /// One line.
    pub(super) about: &'static str,
    /// Does it. An error is a failure, too: the step could not even look.
    pub(super) run: fn(&Setting) -> Result<Verdict, String>,
}

/// Under which conditions the steps run.
#[derive(Debug)]
pub(super) struct Setting {
    /// The directory of the workspace.
    pub(super) root: PathBuf,
    /// Repair what can be repaired.
    pub(super) fix: bool,
    /// A machine is asking: what is not written yet must not be forgotten.
    pub(super) unattended: bool,
    /// An optional tool that is not installed is an error.
    pub(super) needs_every_tool: bool,
}

/// What a step found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// All well, and what was looked at.
    Passed(String),
    /// What is wrong, one finding to a line; empty if a program has said it already.
    Failed(Vec<String>),
    /// There is nothing to look at, and that is right.
    NothingToDo(String),
    /// What it looks at has not been written yet.
    NotThereYet(String),
    /// It needs a tool that is not installed.
    NoTool(String),
}

impl Setting {
    /// Turns a skip into a failure where none is allowed.
    pub(super) fn judge(&self, verdict: Verdict) -> Verdict {
        match verdict {
            Verdict::NotThereYet(what) if self.unattended => {
                Verdict::Failed(vec![format!("not there yet: {what}")])
            }
            Verdict::NoTool(what) if self.needs_every_tool => {
                Verdict::Failed(vec![format!("not installed: {what}")])
            }
            other => other,
        }
    }
}

impl Verdict {
    /// Findings make a failure; and looking at nothing at all is no success.
    pub(super) fn of(findings: Vec<String>, looked_at: usize, what: &str) -> Self {
        if !findings.is_empty() {
            return Self::Failed(findings);
        }
        if looked_at == 0 {
            return Self::Failed(vec![format!("found no {what} to look at")]);
        }
        Self::Passed(format!("{looked_at} {what}"))
    }

    /// What a program said that prints its own findings.
    pub(super) fn of_program(success: bool, what: &str) -> Self {
        if success {
            Self::Passed(what.to_owned())
        } else {
            Self::Failed(Vec::new())
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed(what) => write!(formatter, "   ok: {what}"),
            Self::Failed(findings) => {
                for finding in findings {
                    writeln!(formatter, "   {finding}")?;
                }
                write!(formatter, "   FAILED")
            }
            Self::NothingToDo(why) => write!(formatter, "   skipped: {why}"),
            Self::NotThereYet(what) => write!(formatter, "   skipped, not there yet: {what}"),
            Self::NoTool(what) => write!(formatter, "   skipped, not installed: {what}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Setting, Verdict};

    fn setting(unattended: bool, needs_every_tool: bool) -> Setting {
        Setting {
            root: PathBuf::new(),
            fix: false,
            unattended,
            needs_every_tool,
        }
    }

    #[test]
    fn looking_at_nothing_is_no_success() {
        assert_eq!(
            Verdict::of(vec![], 2, "files"),
            Verdict::Passed("2 files".to_owned())
        );
        assert!(matches!(
            Verdict::of(vec![], 0, "files"),
            Verdict::Failed(_)
        ));
    }

    #[test]
    fn what_is_not_there_yet_fails_only_where_a_machine_asks() {
        let skip = || Verdict::NotThereYet("eloomi".to_owned());
        assert_eq!(setting(false, false).judge(skip()), skip());
        assert!(matches!(
            setting(true, false).judge(skip()),
            Verdict::Failed(_)
        ));
    }

    #[test]
    fn a_missing_tool_fails_only_where_every_tool_is_needed() {
        let skip = || Verdict::NoTool("cargo-deny".to_owned());
        assert_eq!(setting(true, false).judge(skip()), skip());
        assert!(matches!(
            setting(true, true).judge(skip()),
            Verdict::Failed(_)
        ));
    }
}
