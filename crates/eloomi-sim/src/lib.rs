//! A simulator of the eloomi People REST API v3, and of the staff directory `LvConnect`:
//! [`Simulator`] and [`Directory`].
//!
//! The real service cannot be reached from a test, so this one stands in: it listens on a
//! loopback port, hands out tokens, and answers about invented people as the documentation
//! says, or as clients in the wild rely on, or as may be inferred. [`behaviours`] lists what
//! it does and how far each point is known; what the sources disagree about is a switch.
//!
//! Calls can create, change and delete people, units and teams, and what they did is seen by the
//! next call; programs that are assigned to a team are its own five seconds later. At the start
//! there are units (4001 to 4012, of which the first eight have the codes `DEP101` to `DEP108`),
//! teams (701 to 709), access groups (24, 31 and 32) and the custom
//! attributes `shoe_size`, `cost_center`, `hair_color` and `Parkering / plads`. Groups that eloomi
//! names and nobody has documented, such as goals, are plain collections that keep whatever they
//! are sent, each at the path that it most likely has.
//!
//! There are courses (9001 to 9012) and programs (90092 to 90094). Some people take some of them
//! from the start; nobody takes courses from 9009 on, nor program 90094. Who gets on with a course, a
//! test tells by [`Simulator::progress_course`] and [`Simulator::complete_course`].
//!
//! A [`Fault`] says in one line of text how requests go wrong: `status=503,times=2@GET /v3/users/*`.
//! [`fault_names`] lists what there is.
//!
//! It shares no code with any client, so that it can judge one. It says that it is a
//! simulator on every answer, accepts only secrets that begin with `sim-`, and listens on
//! loopback only.
//!
//! ```
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let sim = eloomi_sim::Simulator::start().await?;
//! let (id, secret) = (sim.client_id(), sim.client_secret());
//! println!("POST {}/oauth/token as client {id}", sim.base_url());
//! # let _ = secret;
//! # Ok(())
//! # }
//! ```
//!
//! [`Directory`] is built from what a running server did. It shares with [`Simulator`] the server,
//! the journal, the clock and the faults, and nothing else.
//!
//! Beside them stands [`FaultServer`], which knows nothing of eloomi and breaks answers on a raw
//! socket as a [`FaultScript`] says: for tests of what a client does then.

mod answer;
mod bearer;
mod behaviours;
mod body;
mod clock;
mod dice;
mod directory;
mod eloomi;
mod error;
mod fault;
mod fault_server;
mod ground;
mod host;
mod incoming;
mod journal;
mod json;
mod latency;
mod names;
mod parameter;
mod pipeline;
mod reset;
mod running;
mod script;
mod server;
mod service;
mod setup;
mod tls;

pub use behaviours::{Behaviour, Confidence, behaviours};
pub use directory::{Directory, DirectoryBuilder};
pub use eloomi::builder::Builder;
pub use eloomi::company::UnseenOfUnit;
pub use eloomi::people::{PersonState, Someone};
pub use eloomi::simulator::Simulator;
pub use eloomi::switches::{
    CreatedUnit, Escapes, ExpiresIn, LimitKey, PastEnd, PerPageDefault, RetryAfter, Spelling,
    Switches, TokenRefusal, UnknownUnit, WindowKind,
};
pub use error::{StartError, StartErrorKind};
pub use fault::{Fault, FaultError, FaultErrorKind, FaultName, fault_names};
pub use fault_server::{FaultJournal, FaultScript, FaultServer};
pub use journal::{HeadersSeen, Recorded};
pub use script::{Canned, Hold, Matcher};
pub use tls::Tls;
