//! Client for the **eloomi People REST API v3** (`https://api.eloomi.com`).
//!
//! Not for eloomi Infinite, which is another product. Unofficial. Nothing here has been checked
//! against the live service; every fact says whether it is documented, observed or inferred.
//!
//! ```
#![cfg_attr(feature = "hyper", doc = include_str!("../examples/quickstart.rs"))]
#![cfg_attr(not(feature = "hyper"), doc = "fn main() {}")]
//! ```
//!
//! That is `examples/quickstart.rs`; it runs against the simulator. For a tenant of your own:
//!
//! ```no_run
//! # #[cfg(feature = "hyper")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let secret = std::env::var("ELOOMI_CLIENT_SECRET")?;
//! let client = eloomi::client(eloomi::ClientCredentials::new(200, secret))?;
//! # let _ = client;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "hyper"))]
//! # fn main() {}
//! ```
//!
//! # One way to ask
//!
//! | call | gives |
//! |---|---|
//! | [`client.send(request)`](Client::send) | the value |
//! | [`client.call(request)`](Client::call) | the value, status, headers, limit state |
//! | [`client.stream(list)`](Client::stream) | the items of all pages, as they arrive |
//! | [`client.send_all(requests)`](Client::send_all) | many values, a few at a time, in order |
//! | [`client.with(options)`](Client::with) | the same client with other options |
//!
//! The requests stand in a table at [`Client`]; a request of your own implements [`Endpoint`].
//!
//! # Errors
//!
//! | what happens | you get | worth another try |
//! |---|---|---|
//! | the request is wrong, and is not sent | [`Request`](ErrorKind::Request) | no |
//! | no answer, or not all of it | [`Transport`](ErrorKind::Transport), [`Timeout`](ErrorKind::Timeout) | yes |
//! | the same, after a write that must not be repeated left | [`Ambiguous`](ErrorKind::Ambiguous) | look first |
//! | 204 to a key, 404, 410 | [`NotFound`](ErrorKind::NotFound) | no |
//! | 401, also after a new token | [`Unauthorized`](ErrorKind::Unauthorized) | no |
//! | 403 | [`Forbidden`](ErrorKind::Forbidden) | no |
//! | 429 | [`RateLimited`](ErrorKind::RateLimited), with [`retry_after`](Error::retry_after) | yes |
//! | 400 for whatever reason, any other 4xx | [`Rejected`](ErrorKind::Rejected) | no |
//! | 5xx, in JSON or HTML | [`Service`](ErrorKind::Service) | reads; after 502 to 504 also other requests that may be repeated |
//! | 200 with a failure inside | the error of that status | as above |
//! | 200 and not what was asked for | [`Decode`](ErrorKind::Decode), [`TooLarge`](ErrorKind::TooLarge), [`PageRepeated`](ErrorKind::PageRepeated) | no |
//! | a redirect | [`Redirected`](ErrorKind::Redirected) | no |
//!
//! [`Error::is_retryable`] decides for a given error.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `hyper` | yes | the default stack (hyper, rustls, ring) and [`client`] |
//! | `reqwest` | no | `ReqwestTransport`; the crypto provider is the application's |
//! | `ring` | no | a crypto provider for `reqwest`, where the application installs none |
//! | `jiff` | no | dates parse on demand into `jiff` types |
//! | `tower` | no | `TowerTransport`, over any `tower` service |
//! | `token-file` | no | `FileTokenStore`: tokens that stay, in files of this user's alone; Unix |
//! | `keyring` | no | `KeyringTokenStore`: tokens that stay, in the operating system's keyring |
//! | `mock` | no | `MockTransport`, `MockClock` and `MockTokenStore`, written by mockall |
//!
//! A stack of your own implements [`Transport`].

pub use eloomi_api::access_groups::ListAccessGroups;
pub use eloomi_api::courses::{
    AssignCourse, GetCourse, ListCourseParticipants, ListCourses, UpdateCourseAssignment,
};
pub use eloomi_api::open::{
    CreateOpen, DeleteOpen, GetOpen, Group, GroupError, ListOpen, UpdateOpen,
};
pub use eloomi_api::programs::ListProgramParticipants;
pub use eloomi_api::teams::{
    AddTeamPrograms, CreateTeam, DeleteTeam, GetTeam, ListTeams, UpdateTeam,
};
pub use eloomi_api::units::{
    AppliedUnit, CreateUnit, DeleteUnit, GetUnit, ListUnits, Missing, ReadBackUnit, UpdateUnit,
};
pub use eloomi_api::users::{
    AddUserToTeam, CreateUser, DeleteUser, GetUser, ListUsers, UpdateUser,
};
pub use eloomi_api::{Client, ClientBuilder, RawList, RawRequest, SetupError};
#[cfg(all(feature = "token-file", unix))]
pub use eloomi_auth::FileTokenStore;
#[cfg(feature = "keyring")]
pub use eloomi_auth::KeyringTokenStore;
#[cfg(feature = "mock")]
pub use eloomi_auth::MockTokenStore;
pub use eloomi_auth::{
    AccessToken, Bearer, ClientCredentials, CreateToken, Grant, Lifetime, MemoryTokenStore,
    OAuthError, OAuthErrorCode, RefreshToken, Scope, StaticHeader, StaticToken, StoreError,
    StoreErrorKind, StoreKey, StoreLock, StoredToken, Token, TokenStore,
};
#[cfg(feature = "tower")]
pub use eloomi_core::TowerTransport;
pub use eloomi_core::{
    Answer, Authorizer, BaseUrl, BaseUrlError, Body, BoxError, Budget, CallOptions, Clock,
    Endpoint, Error, ErrorKind, Items, Lane, LevelFilter, LimitStats, List, ManualClock,
    OptionalExt, Page, Phase, RateLimit, Refusal, Repeat, Reply, RequestBuilder, RequestError,
    ResponseError, Route, Seen, Session, SessionBuilder, SharedBudget, Sharing, Stamp, Stats,
    SystemClock, Tick, Transport, TransportError, Unshared,
};
#[cfg(feature = "mock")]
pub use eloomi_core::{MockClock, MockTransport};
pub use eloomi_model as model;
pub use eloomi_model::{
    AccessGroup, AccessGroupId, AccessPermission, Activation, Course, CourseAssignment, CourseId,
    CourseParticipant, Gender, OpenResource, ParticipantStatus, ProgramId, ProgramParticipant,
    Team, TeamCourseConfig, TeamId, TeamProgramAssignment, TeamProgramConfig, UniqueUnit, Unit,
    UnitId, UnitKey, UnitKeyError, User, UserId, UserKey, UserKeyError, UserMode, UserPermission,
    UserPrompts,
};
pub use eloomi_wire as wire;
pub use eloomi_wire::Patch;
/// For whoever writes an [`Endpoint`] or a [`Transport`]: crates that their signatures name.
pub use {async_trait::async_trait, bytes, http};

#[cfg(feature = "hyper")]
mod default_stack;
#[cfg(feature = "hyper")]
pub use {
    default_stack::client,
    eloomi_hyper::{HyperTransport, HyperTransportBuilder},
};

#[cfg(feature = "reqwest")]
pub use eloomi_reqwest::{ReqwestTransport, ReqwestTransportBuilder};
