//! Servers that find us too fast.

use std::error::Error;

use h2::Reason;

use crate::causes::causes;

/// Whether the server ended the stream or the connection with `ENHANCE_YOUR_CALM`: a 429 that
/// names no time (RFC 9113 §7, F32). h2 says the same to a server that floods us: that is no
/// reason to wait.
pub(crate) fn asks_for_calm(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|cause| {
        cause.downcast_ref().is_some_and(|error: &h2::Error| {
            !error.is_library() && error.reason() == Some(Reason::ENHANCE_YOUR_CALM)
        })
    })
}
