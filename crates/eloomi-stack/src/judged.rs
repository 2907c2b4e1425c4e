//! What the core must know of an error of the stack.

use std::{error::Error, time::Duration};

use eloomi_core::{Phase, TransportError};

use crate::{calm::asks_for_calm, explained::explained, permanent::is_permanent};

/// How long a server is left alone that has asked for calm without a time.
const CALM: Duration = Duration::from_secs(1);

/// The error of a request that had got so far, and whether another try is worth it.
///
/// It is permanent where the other side or a setting has to change first: a certificate that is
/// refused (F08-F10), no TLS in common or none at all (F11, F12), a proxy that wants credentials,
/// a name that a resolver of the application does not know. A server that ends a stream or a
/// connection with `ENHANCE_YOUR_CALM` names no time: it is left alone for one second
/// (RFC 9113 §7, F32).
///
/// # Examples
///
/// ```
/// use std::io;
///
/// use eloomi_core::Phase;
/// use eloomi_stack::judged;
///
/// let unknown = io::Error::new(io::ErrorKind::NotFound, "no such name");
/// assert!(judged(Phase::NotSent, unknown).is_permanent());
/// ```
pub fn judged(phase: Phase, error: impl Error + Send + Sync + 'static) -> TransportError {
    let (permanent, calm) = (is_permanent(&error), asks_for_calm(&error));
    let error = TransportError::new(phase, explained(error));
    let error = if permanent { error.permanent() } else { error };
    if calm { error.after(CALM) } else { error }
}
