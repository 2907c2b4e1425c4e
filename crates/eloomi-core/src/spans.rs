//! What a log may hold of a call: method, route template, status, attempts and waits. Never a
//! path, a query, a header or a body.
//!
//! Names of fields are those of the OpenTelemetry conventions for HTTP, where they have one.

use std::time::Duration;

use tracing::{Span, debug, debug_span, field::Empty};

use crate::{Error, ErrorKind, Route};

/// The span of a call; those of its attempts are inside.
pub(crate) struct CallSpan(Span);

impl CallSpan {
    /// Begins inside of whatever span the caller is in.
    pub(crate) fn new(route: &'static Route) -> Self {
        Self(debug_span!(
            target: "eloomi_core",
            "call",
            operation = route.operation(),
            http.request.method = route.method().as_str(),
            http.route = route.template(),
            attempts = Empty,
            error.r#type = Empty,
        ))
    }

    /// One attempt; the call has waited so long for slots until now.
    pub(crate) fn attempt(&self, number: u32, queued: Duration) -> Span {
        debug_span!(
            target: "eloomi_core",
            parent: &self.0,
            "attempt",
            number,
            queued_ms = milliseconds(queued),
            http.response.status_code = Empty,
        )
    }

    pub(crate) fn again(&self, attempts: u32, why: ErrorKind, wait: Duration) {
        debug!(
            target: "eloomi_core",
            parent: &self.0,
            attempts,
            error.r#type = ?why,
            wait_ms = milliseconds(wait),
            "trying again"
        );
    }

    pub(crate) fn renewed(&self) {
        debug!(target: "eloomi_core", parent: &self.0, "the credential was refused and is renewed");
    }

    pub(crate) fn succeeded(&self, attempts: u32) {
        self.0.record("attempts", attempts);
    }

    /// The whole of the error is for the caller; a log gets its kind.
    pub(crate) fn failed(&self, error: &Error) {
        self.0.record("attempts", error.attempts());
        self.0
            .record("error.type", tracing::field::debug(error.kind()));
        debug!(
            target: "eloomi_core",
            parent: &self.0,
            attempts = error.attempts(),
            error.r#type = ?error.kind(),
            http.response.status_code = error.status().map(|status| status.as_u16()),
            "the call failed"
        );
    }
}

/// A span of time, as logs have it.
fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
