//! The options of a case, in milliseconds and bytes.

use std::time::Duration;

use eloomi::CallOptions;
use serde::Deserialize;

/// Options that differ from what rows have by default: short waits, so that a row takes a moment.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Knobs {
    pub(crate) attempts: Option<u32>,
    pub(crate) timeout: Option<u64>,
    pub(crate) attempt_timeout: Option<u64>,
    pub(crate) head_timeout: Option<u64>,
    pub(crate) connect_timeout: Option<u64>,
    /// So many bytes in `per` milliseconds.
    pub(crate) min_throughput: Option<u64>,
    pub(crate) per: Option<u64>,
    pub(crate) max_retry_after: Option<u64>,
    pub(crate) max_body: Option<usize>,
    pub(crate) max_item: Option<usize>,
    pub(crate) max_pages: Option<u64>,
    pub(crate) max_headers: Option<usize>,
    pub(crate) max_depth: Option<usize>,
    /// How often a stalled HTTP/2 connection is pinged, and for how long an answer is waited for.
    pub(crate) ping: Option<u64>,
}

impl Knobs {
    pub(crate) fn options(self) -> CallOptions {
        let milliseconds = Duration::from_millis;
        let mut options = CallOptions::new()
            .attempts(self.attempts.unwrap_or(3))
            .backoff(milliseconds(1), milliseconds(2))
            .timeout(milliseconds(self.timeout.unwrap_or(20_000)))
            .attempt_timeout(milliseconds(self.attempt_timeout.unwrap_or(10_000)))
            .head_timeout(milliseconds(self.head_timeout.unwrap_or(5_000)))
            .min_throughput(
                self.min_throughput.unwrap_or(100),
                milliseconds(self.per.unwrap_or(5_000)),
            );
        if let Some(wait) = self.max_retry_after {
            options = options.max_retry_after(milliseconds(wait));
        }
        if let Some(bytes) = self.max_body {
            options = options.max_body(bytes);
        }
        if let Some(bytes) = self.max_item {
            options = options.max_item(bytes);
        }
        if let Some(pages) = self.max_pages {
            options = options.max_pages(pages);
        }
        if let Some(bytes) = self.max_headers {
            options = options.max_headers(bytes);
        }
        if let Some(levels) = self.max_depth {
            options = options.max_depth(levels);
        }
        options
    }
}
