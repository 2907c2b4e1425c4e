//! The values in force: those set, or the defaults.

use std::{fmt, time::Duration};

use http::HeaderMap;

use super::{CallOptions, Throughput};
use crate::{Lane, Repeat, deadline::Allowances, retry::Backoff};

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;
const SECOND: Duration = Duration::from_secs(1);

impl CallOptions {
    /// How long a call and its parts may take.
    pub(crate) fn allowances(&self) -> Allowances {
        Allowances {
            call: self.timeout.unwrap_or(60 * SECOND),
            attempt: self.attempt_timeout_or_default(),
            head: self.head_timeout.unwrap_or(20 * SECOND),
            throughput: self.min_throughput.unwrap_or(Throughput {
                bytes: 512,
                per: 10 * SECOND,
            }),
        }
    }

    pub(crate) fn attempt_timeout_or_default(&self) -> Duration {
        self.attempt_timeout.unwrap_or(30 * SECOND)
    }

    pub(crate) fn attempts_or_default(&self) -> u32 {
        self.attempts.unwrap_or(3)
    }

    pub(crate) fn backoff_or_default(&self) -> Backoff {
        let (first, longest) = self.backoff.unwrap_or((SECOND, 20 * SECOND));
        Backoff { first, longest }
    }

    pub(crate) fn max_retry_after_or_default(&self) -> Duration {
        self.max_retry_after.unwrap_or(60 * SECOND)
    }

    pub(crate) fn repeat_or(&self, own: Repeat) -> Repeat {
        self.repeat.unwrap_or(own)
    }

    /// The cap for a body read whole.
    pub(crate) fn body_cap(&self, success: bool) -> usize {
        if success {
            self.max_body.unwrap_or(32 * MIB)
        } else {
            self.max_error_body.unwrap_or(4 * MIB)
        }
    }

    pub(crate) fn item_cap(&self) -> usize {
        self.max_item.unwrap_or(MIB)
    }

    pub(crate) fn pages_cap(&self) -> u64 {
        self.max_pages.unwrap_or(10_000)
    }

    pub(crate) fn headers_cap(&self) -> usize {
        self.max_headers.unwrap_or(64 * KIB)
    }

    pub(crate) fn depth_cap(&self) -> usize {
        self.max_depth.unwrap_or(128)
    }

    pub(crate) fn concurrency_or_default(&self) -> usize {
        self.concurrency.unwrap_or(8)
    }

    pub(crate) fn lane_or_default(&self) -> Lane {
        self.lane.unwrap_or_default()
    }

    pub(crate) fn max_wait_or_default(&self) -> Duration {
        self.max_wait.unwrap_or(600 * SECOND)
    }

    pub(crate) fn extra_headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl fmt::Debug for CallOptions {
    /// All but the values of headers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Allowances {
            call,
            attempt,
            head,
            throughput,
        } = self.allowances();
        f.debug_struct("CallOptions")
            .field("timeout", &call)
            .field("attempt_timeout", &attempt)
            .field("head_timeout", &head)
            .field("min_throughput", &throughput)
            .field("attempts", &self.attempts_or_default())
            .field("backoff", &self.backoff_or_default())
            .field("max_retry_after", &self.max_retry_after_or_default())
            .field("repeat", &self.repeat)
            .field("max_body", &self.body_cap(true))
            .field("max_error_body", &self.body_cap(false))
            .field("max_item", &self.item_cap())
            .field("max_pages", &self.pages_cap())
            .field("max_headers", &self.headers_cap())
            .field("max_depth", &self.depth_cap())
            .field("concurrency", &self.concurrency_or_default())
            .field("lane", &self.lane_or_default())
            .field("max_wait", &self.max_wait_or_default())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish()
    }
}
