//! A client that cannot be set up.

use std::{error, fmt};

use crate::{BaseUrlError, BoxError};

/// A client cannot be built from what was given. Says what is wrong and what to do; never
/// quotes it.
#[derive(Debug)]
pub struct SetupError {
    what: &'static str,
    source: Option<BoxError>,
}

impl SetupError {
    /// An error of setting up, in words of the library.
    pub fn new(what: &'static str) -> Self {
        Self { what, source: None }
    }

    /// Adds the cause.
    #[must_use]
    pub fn source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl From<BaseUrlError> for SetupError {
    fn from(error: BaseUrlError) -> Self {
        Self::new("the base URL cannot be used").source(error)
    }
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

impl error::Error for SetupError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
