//! What the core must know of an error of the stack.

use std::{error::Error, time::Duration};

use eloomi_core::{Phase, TransportError};

use crate::{calm::asks_for_calm, explained::explained, permanent::is_permanent};

/// How long a server is left alone that has asked for calm without a time.
const CALM: Duration = Duration::from_secs(1);

/// The error of a request that had got so far, and whether another try is worth it.
pub(crate) fn judged(phase: Phase, error: impl Error + Send + Sync + 'static) -> TransportError {
    let (permanent, calm) = (is_permanent(&error), asks_for_calm(&error));
    let error = TransportError::new(phase, explained(error));
    let error = if permanent { error.permanent() } else { error };
    if calm { error.after(CALM) } else { error }
}
