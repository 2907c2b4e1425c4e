//! Printing the request that would be sent.

use eloomi::{bytes::Bytes, http::Request};

use super::message;
use crate::{failure::Stop, verbs::dry_run::announce};

/// Prints the request, but for what every request has. Needs neither credentials nor a network.
pub(super) fn print(request: &Request<Bytes>) -> Result<(), Stop> {
    announce(request.method().as_str());
    let first = format!("{} {}", request.method(), request.uri());
    let mut text = message::head(&first, request.headers());
    if !request.body().is_empty() {
        text.extend_from_slice(request.body());
        text.push(b'\n');
    }
    Ok(message::print(&text)?)
}
