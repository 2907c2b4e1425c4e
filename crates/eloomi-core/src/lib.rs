//! HTTP for API clients, with no word of any service.
//!
//! A request is a plain value that implements [`Endpoint`]. A [`Session`] carries it through
//! one straight pipeline, from the value to the socket and back:
//!
//! ```text
//! Endpoint::request     http::Request<Bytes>, target in origin form      endpoint, route
//! Session               base URL, options, deadline                      session, deadline
//! another attempt?      how far it got, what may be repeated, status     attempts, retry
//!   credential          ready? if not, prepare                           authorizer
//!   slot                one of the budget, held until the answer             limit
//!   stamp               Authorization and the like, written last         authorizer
//!   Transport::send     the HTTP stack of your choice                    transport
//! read                  gzip undone once, under a cap                    read, gunzip
//! Endpoint::response    status, envelope, value                          endpoint
//! value | Error                                                          error
//! ```
//!
//! The steps stand in that order in `pipeline.rs`. Nothing here knows which HTTP library is
//! used, who the service is, or how its JSON looks.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `mock` | no | `MockTransport` and `MockClock`, written by mockall |
//! | `tower` | no | `TowerTransport`, over any `tower` service |

mod answer;
mod attempts;
mod authorizer;
mod base_url;
mod body;
mod call;
mod chosen_path;
mod client;
mod clock;
mod deadline;
mod endpoint;
mod error;
mod error_kind;
mod given;
mod gunzip;
mod identity;
mod instead;
mod items;
mod jitter;
mod limit;
mod list;
mod location;
mod manual_clock;
mod nesting;
mod options;
mod page;
mod percent;
mod pipeline;
mod raw_request;
mod read;
mod request_builder;
mod request_error;
mod response_error;
mod retry;
mod retry_after;
mod route;
mod scan;
mod send_all;
mod session;
mod setup;
mod setup_error;
mod spans;
mod stack_logs;
mod stats;
mod tally;
#[cfg(feature = "tower")]
mod tower;
mod transport;

pub use answer::{Answer, RateLimit};
pub use authorizer::{Authorizer, Refusal, Stamp};
pub use base_url::{BaseUrl, BaseUrlError};
pub use body::Body;
pub use clock::{Clock, SystemClock, Tick};
pub use endpoint::{Endpoint, Repeat, Reply};
pub use error::{Error, OptionalExt};
pub use error_kind::ErrorKind;
pub use identity::identity_of_text;
pub use items::Items;
pub use limit::{Budget, Lane, LimitStats, SharedBudget, Sharing, Unshared};
pub use list::{List, Page, Seen};
pub use manual_clock::ManualClock;
pub use options::CallOptions;
pub use raw_request::RawRequest;
pub use request_builder::RequestBuilder;
pub use request_error::RequestError;
pub use response_error::ResponseError;
pub use route::Route;
pub use session::{Session, SessionBuilder};
pub use setup::Setup;
pub use setup_error::SetupError;
pub use stats::Stats;
pub use tracing::level_filters::LevelFilter;
pub use transport::{BoxError, Phase, Transport, TransportError};

#[cfg(feature = "tower")]
pub use tower::TowerTransport;

#[cfg(feature = "mock")]
pub use {clock::MockClock, transport::MockTransport};

/// What the macros of this crate write against. No part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use futures_core::Stream;
}
