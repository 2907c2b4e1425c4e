//! Setting up a server, whichever service it is for.

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use crate::clock::Clock;
use crate::error::{StartError, StartErrorKind};
use crate::fault::Fault;
use crate::ground::Ground;
use crate::journal::{Arrivals, Journal};
use crate::latency::Latency;
use crate::tls::Tls;

/// What every secret of a simulator begins with, so that a real one is noticed.
pub(crate) const SECRET_PREFIX: &str = "sim-";

/// What every builder holds.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) addr: SocketAddr,
    pub(crate) seed: u64,
    pub(crate) latency: RangeInclusive<Duration>,
    pub(crate) stands_still: bool,
    pub(crate) journal: Option<PathBuf>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) tls: Tls,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            addr: (Ipv4Addr::LOCALHOST, 0).into(),
            seed: 0,
            latency: Duration::ZERO..=Duration::ZERO,
            stands_still: false,
            journal: None,
            faults: Vec::new(),
            tls: Tls::default(),
        }
    }
}

impl Setup {
    pub(crate) fn ground(&self) -> Result<Ground, StartError> {
        let clock = if self.stands_still {
            Clock::standing_still()
        } else {
            Clock::default()
        };
        let arrivals = |path: &PathBuf| Arrivals::create(path, Clock::default().now());
        let arrivals = self.journal.as_ref().map(arrivals).transpose();
        let journal = arrivals
            .map(Journal::new)
            .map_err(|error| StartError::with(StartErrorKind::Journal, error))?;
        let latency = Latency::new(self.latency.clone(), self.seed);
        let ground = Ground::new(clock, journal, latency);
        for fault in &self.faults {
            ground.faults.arm(fault.clone());
        }
        Ok(ground)
    }
}

/// Gives a builder that holds a [`Setup`] what all builders have.
macro_rules! setters {
    ($builder:ty) => {
        /// What can be set whichever service it is.
        impl $builder {
            /// Address to listen on, loopback only. Default: a free port of 127.0.0.1.
            pub fn addr(mut self, addr: std::net::SocketAddr) -> Self {
                self.setup.addr = addr;
                self
            }

            /// What the people, the secret and the tokens follow from. Default: 0.
            pub fn seed(mut self, seed: u64) -> Self {
                self.setup.seed = seed;
                self
            }

            /// How long a round trip takes at least and at most, in real time: a part of it passes before
            /// the request arrives, the rest before the answer does. Default: no time.
            pub fn latency(
                mut self,
                round_trip: std::ops::RangeInclusive<std::time::Duration>,
            ) -> Self {
                self.setup.latency = round_trip;
                self
            }

            /// A clock that stands still until `advance` puts it forward; it begins on
            /// 2023-11-14 at 22:13:20 UTC. The same calls get the same answers then, with every date and
            /// every second of the rate limit. Default: the machine's clock.
            pub fn clock_stands_still(mut self) -> Self {
                self.setup.stands_still = true;
                self
            }

            /// Writes into this file when each request came: one line, seconds since the start to the
            /// nanosecond, and nothing of the request itself. A file that is there is begun anew. Default:
            /// none.
            pub fn journal(mut self, file: impl Into<std::path::PathBuf>) -> Self {
                self.setup.journal = Some(file.into());
                self
            }

            /// Adds a fault that requests meet from the start. Default: none.
            pub fn fault(mut self, fault: crate::fault::Fault) -> Self {
                self.setup.faults.push(fault);
                self
            }

            /// Whether to speak TLS. Default: plain HTTP.
            pub fn tls(mut self, tls: crate::tls::Tls) -> Self {
                self.setup.tls = tls;
                self
            }
        }
    };
}

pub(crate) use setters;
