//! How far a request got before the stack failed.

use std::error::Error;

use eloomi_core::Phase;
use h2::Reason;
use hyper_util::client::legacy;

use crate::causes::causes;

/// [`Phase::NotSent`] if that is certain, for a request that got no head of an answer.
///
/// It is certain where there was no connection, where hyper never began to write, and where an
/// HTTP/2 server promised not to look at the request (RFC 9113 §8.7; F31, F32). Everything else,
/// and every error of another library, is [`Phase::MaybeSent`].
///
/// # Examples
///
/// ```
/// use std::io;
///
/// use eloomi_core::Phase;
/// use eloomi_stack::phase;
///
/// // It may have broken before the request or behind it.
/// let broken = io::Error::from(io::ErrorKind::BrokenPipe);
/// assert_eq!(phase(&broken), Phase::MaybeSent);
/// ```
pub fn phase(error: &(dyn Error + 'static)) -> Phase {
    if causes(error).any(is_proof_of_not_sent) {
        Phase::NotSent
    } else {
        Phase::MaybeSent
    }
}

fn is_proof_of_not_sent(cause: &(dyn Error + 'static)) -> bool {
    if let Some(error) = cause.downcast_ref::<legacy::Error>() {
        // Lookup, TCP, tunnel or TLS.
        return error.is_connect();
    }
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        // hyper gives the whole request back: it never began to write it. On a connection used
        // before, the pool has sent it again already; this was a new one.
        return error.is_canceled();
    }
    cause.downcast_ref().is_some_and(is_unprocessed)
}

/// Whether the server promised that it did not, and will not, look at the request
/// (RFC 9113 §8.7; F31, F32).
fn is_unprocessed(error: &h2::Error) -> bool {
    // h2 fails a stream with the server's GOAWAY only if it is above the last one named there,
    // or if it never opened it because of the GOAWAY. The others go on, whatever the reason.
    let above_the_last = error.is_go_away();
    let refused = error.is_reset() && error.reason() == Some(Reason::REFUSED_STREAM);
    error.is_remote() && (above_the_last || refused)
}
