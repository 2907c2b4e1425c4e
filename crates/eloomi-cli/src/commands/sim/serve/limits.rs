//! The rate limit of eloomi; the staff directory has none.

use std::time::Duration;

use clap::ValueEnum;
use eloomi_sim::{Builder, LimitKey, WindowKind};

use super::times::duration;

/// How calls are counted, and how many there may be.
#[derive(Debug, clap::Args)]
pub(super) struct Limits {
    /// Calls per window, 600 by default; 0 for no limit
    #[arg(long, value_name = "CALLS")]
    limit: Option<u32>,

    /// Window of the limit, 60s by default: 500ms, 1m
    #[arg(long, value_name = "TIME", value_parser = duration)]
    window: Option<Duration>,

    /// How calls are counted: a window that rolls, as by default, or one that begins with its first
    /// call
    #[arg(long, value_enum, value_name = "KIND")]
    limiter: Option<Limiter>,

    /// Whose calls are counted together; by default those of one client
    #[arg(long, value_enum, value_name = "KEY")]
    key: Option<Key>,

    /// Count token requests, too
    #[arg(long)]
    count_token_endpoint: bool,
}

impl Limits {
    /// Whether the command line says anything of them.
    pub(super) fn are_given(&self) -> bool {
        self.limit.is_some()
            || self.window.is_some()
            || self.limiter.is_some()
            || self.key.is_some()
            || self.count_token_endpoint
    }

    pub(super) fn apply(&self, simulator: Builder) -> Builder {
        simulator
            .limit(self.limit.unwrap_or(600))
            .window(self.window.unwrap_or(Duration::from_secs(60)))
            .switch(|switches| {
                switches.window_kind = self.limiter.unwrap_or(Limiter::Rolling).into();
                switches.limit_key = self.key.unwrap_or(Key::Client).into();
                switches.token_requests_count = self.count_token_endpoint;
            })
    }
}

/// How calls are counted.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Limiter {
    /// Whatever came within the last window counts; as documented
    Rolling,
    /// The window begins with its first call and empties as a whole
    Anchored,
}

/// Whose calls are counted together; which it is, nobody has documented.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Key {
    /// Those of one client id
    Client,
    /// Those with one token
    Token,
    /// Those from one address
    Ip,
}

impl From<Limiter> for WindowKind {
    fn from(limiter: Limiter) -> Self {
        match limiter {
            Limiter::Rolling => Self::Rolling,
            Limiter::Anchored => Self::Anchored,
        }
    }
}

impl From<Key> for LimitKey {
    fn from(key: Key) -> Self {
        match key {
            Key::Client => Self::Client,
            Key::Token => Self::Token,
            Key::Ip => Self::Address,
        }
    }
}
