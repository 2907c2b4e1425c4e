//! Lookups that failed.

use std::{error, fmt, io};

/// The error of a lookup with the name of the host before it: that much of a URL may be told, and
/// nobody mends a name that is not told (F05).
pub(crate) fn unresolved(host: &str, error: io::Error) -> io::Error {
    let host = host.to_owned();
    io::Error::new(error.kind(), Unresolved { host, error })
}

#[derive(Debug)]
struct Unresolved {
    host: String,
    error: io::Error,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no address of {} is found", self.host)
    }
}

impl error::Error for Unresolved {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.error)
    }
}
