//! What the exit code says.

use std::process::ExitCode;

use eloomi::ErrorKind;

/// The exit codes. Each meaning has a number of its own, so that scripts need not read text.
///
/// Kept for commands to come: 3 (there are changes), 5 (some of several failed, the rest is
/// done), 6 (a guard stopped it, nothing was written) and 8 (the plan is stale).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done. An empty list is done, too, and so is a reader that closed the pipe.
    Done = 0,
    /// Any other failure; another try may help.
    Failed = 1,
    /// The command line or a setting is wrong.
    Usage = 2,
    /// Credentials are missing or were refused.
    Credentials = 4,
    /// Time or the rate budget ran out; later it may work.
    TimedOut = 7,
    /// There is no such thing.
    NotFound = 9,
    /// Interrupted with Ctrl-C.
    Interrupted = 130,
}

impl Exit {
    /// The exit code of a failed call.
    pub(crate) fn of(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::Unauthorized | ErrorKind::Forbidden => Self::Credentials,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Request => Self::Usage,
            ErrorKind::Timeout | ErrorKind::RateLimited => Self::TimedOut,
            _ => Self::Failed,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
