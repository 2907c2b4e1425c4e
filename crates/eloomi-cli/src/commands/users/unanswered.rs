//! A write that is interrupted while its answer is on the way.

use std::{future::Future, mem};

use crate::notes;

/// Tells on stderr, when it is dropped, that nobody waits for the answer any more.
struct Unanswered;

impl Drop for Unanswered {
    fn drop(&mut self) {
        notes::line(
            "interrupted: it may have been carried out; look at the person before sending it \
             again",
        );
    }
}

/// The outcome of a call that writes. If it is given up before, as by Ctrl-C, that is told.
pub(super) async fn or_told<T>(call: impl Future<Output = T>) -> T {
    let unanswered = Unanswered;
    let outcome = call.await;
    mem::forget(unanswered);
    outcome
}
