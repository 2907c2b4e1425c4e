//! [`Transport`](eloomi_core::Transport) over reqwest, for applications that use it anyway.
//!
//! | matter | what it does |
//! |---|---|
//! | redirects | never followed |
//! | proxy | none, unless [`ReqwestTransportBuilder::proxy_from_env`] asks for the environment's |
//! | certificates | the operating system's, or those of [`ReqwestTransportBuilder::trust_only`]; no switch turns the check off |
//! | idle connections | dropped after 3.5 s, because many servers drop theirs after 5 and a request that meets the closing one is lost |
//! | connecting | gives up after 5 s, TLS included; IPv6 and IPv4 are raced |
//! | stalled HTTP/2 connections | dropped after 25 s without a sign of life |
//! | requests given up | their connection is not used again on HTTP/1.1; on HTTP/2 it is, because reqwest gives no hold on it |
//! | heads of answers | up to 64 KiB on HTTP/2, 400 KiB and 100 headers on HTTP/1.1 |
//! | decoding, retries, cookies, referrer | none |
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `ring` | no | a crypto provider, for applications that install none |
//!
//! Without a provider, building fails with an error; nothing panics.

mod builder;
mod calm;
mod causes;
mod explained;
mod judged;
mod names;
mod permanent;
mod phase;
mod proxy;
mod tls;
mod transport;
mod unresolved;

pub use builder::{BuildError, ReqwestTransportBuilder};
pub use transport::ReqwestTransport;
