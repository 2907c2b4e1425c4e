//! What a process that holds secrets and personal data sees to before anything else.

use std::panic;

use crate::notes;

/// Keeps memory and panic messages out of files and logs.
pub(crate) fn process() {
    // A core dump would hold the secret, the token and people. Where the limit cannot be
    // set, none was promised.
    #[cfg(unix)]
    let _ = rustix::process::setrlimit(
        rustix::process::Resource::Core,
        rustix::process::Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    );
    panic::set_hook(Box::new(|panic| {
        // The message of a panic may quote data, so only the place is shown.
        let place = panic.location().map(ToString::to_string);
        notes::line(&format!(
            "error: a mistake in this program, at {}; please report it",
            place.as_deref().unwrap_or("an unknown place")
        ));
    }));
}
