//! Bodies of requests as they come in.

use axum::body::Body;
use bytes::Bytes;
use futures_util::StreamExt as _;

/// Nothing that the service takes is longer than this.
const LONGEST: usize = 1024 * 1024;

/// Why there is no body to work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Incomplete {
    TooLong,
    /// The client went away in the middle. Half a form reads like a whole one.
    BrokenOff,
}

/// Stands in the extensions of a request whose body was too long, where the service is to see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TooLong;

/// Reads a body to its end. So does it with one that is too long: a client that still sends
/// might not see the answer.
pub(crate) async fn whole(body: Body) -> Result<Bytes, Incomplete> {
    let mut parts = body.into_data_stream();
    let mut bytes = Vec::new();
    let mut length = 0_usize;
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| Incomplete::BrokenOff)?;
        length = length.saturating_add(part.len());
        if length <= LONGEST {
            bytes.extend_from_slice(&part);
        }
    }
    if length > LONGEST {
        return Err(Incomplete::TooLong);
    }
    Ok(bytes.into())
}
