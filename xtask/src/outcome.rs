//! How a verb ends, and the exit code that says so.

use std::process::ExitCode;

/// How a verb ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was as it should be: exit code 0.
    Success,
    /// The work was done and found something wrong: exit code 1.
    Failure,
    /// The command line made no sense: exit code 2.
    Usage,
}

impl Outcome {
    /// The worse of two, for verbs that run others and must not hide what one of them said.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Usage, _) | (_, Self::Usage) => Self::Usage,
            (Self::Failure, _) | (_, Self::Failure) => Self::Failure,
            (Self::Success, Self::Success) => Self::Success,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Success => Self::SUCCESS,
            Outcome::Failure => Self::from(1),
            Outcome::Usage => Self::from(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn one_failure_makes_the_whole_a_failure() {
        assert_eq!(Outcome::Success.and(Outcome::Success), Outcome::Success);
        assert_eq!(Outcome::Failure.and(Outcome::Success), Outcome::Failure);
        assert_eq!(Outcome::Success.and(Outcome::Failure), Outcome::Failure);
    }
}
