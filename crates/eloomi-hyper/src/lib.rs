//! [`Transport`](eloomi_core::Transport) over hyper: its connection pool, HTTP/1.1 and HTTP/2,
//! and rustls with ring.
//!
//! This is the default stack: fewer packages than the reqwest one (`cargo xtask check --only
//! budgets` counts both), and no C library beyond what ring itself compiles.
//!
//! | matter | what it does |
//! |---|---|
//! | redirects | never followed |
//! | proxy | none, unless [`HyperTransportBuilder::proxy_from_env`] asks for the environment's |
//! | certificates | the operating system's, or those of [`HyperTransportBuilder::trust_only`]; no switch turns the check off |
//! | idle connections | dropped after 3.5 s, because many servers drop theirs after 5 and a request that meets the closing one is lost |
//! | connecting | gives up after 5 s, TLS included; IPv6 and IPv4 are raced |
//! | stalled HTTP/2 connections | dropped after 25 s without a sign of life |
//! | requests given up | their connection is not used again |
//! | heads of answers | up to 64 KiB, and 100 headers on HTTP/1.1 |
//! | decoding | none; `eloomi-core` undoes gzip under its cap |

mod builder;
mod calm;
mod causes;
mod connect;
mod executor;
mod explained;
mod judged;
mod names;
mod permanent;
mod phase;
mod tls;
mod transport;
mod unanswered;
mod unresolved;

pub use builder::{BuildError, HyperTransportBuilder};
pub use transport::HyperTransport;
