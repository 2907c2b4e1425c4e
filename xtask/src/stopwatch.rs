//! How long a step took. Besides the calendar, the one place of this crate that reads a clock.

use std::fmt;
use std::time::Instant;

/// Started when made, read when displayed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts one.
    #[expect(
        clippy::disallowed_methods,
        reason = "a contributor wants to know how long a step really took; no test reads it"
    )]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }
}

impl fmt::Display for Stopwatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.1} s", self.0.elapsed().as_secs_f64())
    }
}
