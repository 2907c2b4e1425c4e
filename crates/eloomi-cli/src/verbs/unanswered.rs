//! A write of which nobody knows how it went.

use std::{future::Future, mem};

use eloomi::ErrorKind;

use crate::notes;

/// Tells on stderr, when it is dropped, that nobody waits for the answer any more.
struct Unanswered<'a> {
    look: &'a str,
}

impl Drop for Unanswered<'_> {
    fn drop(&mut self) {
        notes::line(&format!(
            "interrupted: it may have been carried out; {} before sending it again",
            self.look
        ));
    }
}

/// The outcome of a call that writes. If it is given up before, as by Ctrl-C, that is told, and
/// where to look: `look at the person`.
pub(crate) async fn or_told<T>(call: impl Future<Output = T>, look: &str) -> T {
    let unanswered = Unanswered { look };
    let outcome = call.await;
    mem::forget(unanswered);
    outcome
}

/// Whether it may have been done, although nobody can read how it went.
pub(crate) fn may_be_done(error: &eloomi::Error) -> bool {
    use ErrorKind::{Ambiguous, Decode, Service, TooLarge};
    match error.kind() {
        Ambiguous | Decode | TooLarge => true,
        // A service that failed may have failed after it was done.
        Service => !error.is_retryable(),
        _ => false,
    }
}
