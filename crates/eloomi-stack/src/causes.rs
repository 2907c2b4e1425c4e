//! All there is behind an error.

use std::{error::Error, io, iter};

/// `error`, its source, the source of that, and so on.
///
/// What an [`io::Error`] wraps is among them: `source` skips it, and the failures of TLS are
/// found there and nowhere else.
pub(crate) fn causes<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    iter::successors(Some(error), |error| {
        let error: &'a (dyn Error + 'static) = *error;
        let wrapped = error.downcast_ref().and_then(io::Error::get_ref);
        wrapped
            .map(|wrapped| wrapped as &(dyn Error + 'static))
            .or_else(|| error.source())
    })
}
