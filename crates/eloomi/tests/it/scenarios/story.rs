//! A story: what somebody does, one call after the other.

use std::pin::Pin;

use eloomi::CallOptions;
use eloomi_sim::{Builder, Simulator};

use super::teller::Teller;

/// One way through the API that people go.
#[derive(Clone, Copy)]
pub(super) struct Story {
    /// The name of its folder.
    pub(super) name: &'static str,
    /// One line, as it stands in its `scenario.toml`.
    pub(super) description: &'static str,
    /// How the simulator is set up where it is recorded.
    pub(super) simulator: fn() -> Builder,
    /// Who is there before it begins: bodies of creates that are no part of the story.
    pub(super) people: &'static [&'static str],
    /// Whether it may be told to a real service: it writes nothing, names nobody, and needs nothing
    /// to happen.
    pub(super) is_for_anybody: bool,
    /// How often a call is sent.
    pub(super) options: fn() -> CallOptions,
    pub(super) tell: for<'a> fn(&'a Teller) -> Told<'a>,
}

/// The story, while it is told.
pub(super) type Told<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

impl Story {
    /// A story of nobody, on a simulator of no habits of its own.
    pub(super) const fn new(
        name: &'static str,
        description: &'static str,
        tell: for<'a> fn(&'a Teller) -> Told<'a>,
    ) -> Self {
        Self {
            name,
            description,
            simulator: || Simulator::builder(),
            people: &[],
            is_for_anybody: false,
            options: || CallOptions::new().attempts(1),
            tell,
        }
    }
}
