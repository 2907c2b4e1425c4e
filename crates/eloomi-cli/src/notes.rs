//! What is said on stderr. Nothing here fails: stderr may be closed.

use std::io::{self, Write as _};

use crate::{failure::Failure, printable};

/// One line, with its control characters escaped.
pub(crate) fn line(text: &str) {
    let _ = writeln!(io::stderr(), "{}", printable::escape(text));
}

/// Something worth knowing that is no failure.
pub(crate) fn note(text: &str) {
    line(&format!("note: {text}"));
}

/// A failure: what, why, what is missing, and what to try.
pub(crate) fn failure(failure: &Failure) {
    line(&format!("error: {}", failure.message));
    for cause in &failure.causes {
        line(&format!("  caused by: {cause}"));
    }
    if let Some(words) = &failure.server {
        line(&format!("  the service says: {words}"));
    }
    if let Some(what) = &failure.incomplete {
        line(&format!("the output is incomplete: {what}"));
    }
    if let Some(hint) = &failure.hint {
        line(&format!("try: {hint}"));
    }
}
