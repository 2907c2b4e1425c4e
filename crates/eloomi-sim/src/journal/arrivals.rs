//! When requests came, in a file, for whoever judges a client from outside.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// A file with one line for each request: seconds since the start, to the nanosecond. Nothing of
/// the request itself.
#[derive(Debug)]
pub(crate) struct Arrivals {
    start: Instant,
    file: Mutex<File>,
}

impl Arrivals {
    /// Begins the file anew.
    pub(crate) fn create(path: &Path, start: Instant) -> io::Result<Self> {
        let file = Mutex::new(File::create(path)?);
        Ok(Self { start, file })
    }

    /// A line that cannot be written, on a full disk, is missing; the simulator goes on.
    pub(super) fn note(&self, now: Instant) {
        let since = now.saturating_duration_since(self.start);
        let line = format!("{}.{:09}\n", since.as_secs(), since.subsec_nanos());
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(line.as_bytes());
    }
}
