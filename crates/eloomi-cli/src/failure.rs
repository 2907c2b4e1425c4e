//! Why a command did not come to its end, in words for whoever called it.

use std::{error, io, time::Duration};

use eloomi::{ErrorKind, SetupError};

use crate::exit::Exit;

/// What ends a command early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// It failed.
    Failed(Failure),
    /// Somebody pressed Ctrl-C.
    Interrupted,
    /// Whoever read the output has stopped reading.
    OutputClosed,
}

/// A failure as it is shown. None of its texts but `server` may name people or hold a secret.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What the process exits with.
    pub(crate) exit: Exit,
    /// What failed, in one line.
    pub(crate) message: String,
    /// Why, from the nearest cause to the farthest.
    pub(crate) causes: Vec<String>,
    /// The service's own words. They may name people.
    pub(crate) server: Option<Box<str>>,
    /// What the output lacks, if some was printed.
    pub(crate) incomplete: Option<Box<str>>,
    /// The next command or setting to try.
    pub(crate) hint: Option<Box<str>>,
    /// Of a failed call, what kind of failure it is: whoever knows the service knows what to try.
    pub(crate) kind: Option<ErrorKind>,
}

impl Failure {
    /// A failure with nothing but its message.
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            message: message.into(),
            causes: Vec::new(),
            server: None,
            incomplete: None,
            hint: None,
            kind: None,
        }
    }

    /// The command line or a setting is wrong.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Adds the cause and its causes.
    pub(crate) fn cause(mut self, cause: &(dyn error::Error + 'static)) -> Self {
        let causes = std::iter::successors(Some(cause), |cause| cause.source());
        self.causes.extend(causes.map(ToString::to_string));
        self
    }

    /// Adds what to try.
    pub(crate) fn hint(mut self, hint: impl Into<Box<str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what the output lacks.
    pub(crate) fn incomplete(mut self, what: impl Into<Box<str>>) -> Self {
        self.incomplete = Some(what.into());
        self
    }
}

impl From<eloomi::Error> for Failure {
    fn from(error: eloomi::Error) -> Self {
        let mut failure = Self::new(Exit::of(error.kind()), error.to_string());
        if let Some(cause) = error::Error::source(&error) {
            failure = failure.cause(cause);
        }
        failure.server = error.server_message().map(Into::into);
        failure.kind = Some(error.kind());
        if error.kind() == ErrorKind::RateLimited {
            failure.hint = Some(again(error.retry_after()));
        }
        failure
    }
}

fn again(retry_after: Option<Duration>) -> Box<str> {
    match retry_after {
        Some(wait) => format!("the same again in {} s", wait.as_secs().max(1)).into(),
        None => "the same again in a minute".into(),
    }
}

impl From<SetupError> for Failure {
    fn from(error: SetupError) -> Self {
        let failure = Self::usage(error.to_string());
        match error::Error::source(&error) {
            Some(cause) => failure.cause(cause),
            None => failure,
        }
    }
}

impl<T: Into<Failure>> From<T> for Stop {
    fn from(failure: T) -> Self {
        Self::Failed(failure.into())
    }
}

/// The output could not be written.
impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::OutputClosed;
        }
        Failure::new(Exit::Failed, "the output cannot be written")
            .cause(&error)
            .into()
    }
}
