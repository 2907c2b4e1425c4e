//! Setting up a simulator.

use std::sync::Arc;
use std::time::Duration;

use crate::eloomi::limit::Limits;
use crate::eloomi::simulator::Simulator;
use crate::eloomi::switches::{ExpiresIn, PastEnd, PerPageDefault, Spelling, Switches};
use crate::eloomi::world::World;
use crate::error::StartError;
use crate::ground::Ground;
use crate::setup::{Setup, setters};

/// Sets up a [`Simulator`]; made by [`Simulator::builder`].
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use std::time::Duration;
///
/// use eloomi_sim::{PerPageDefault, Simulator, Tls};
///
/// let sim = Simulator::builder()
///     .seed(7)
///     .people(250)
///     .limit(20)
///     .window(Duration::from_secs(2))
///     .per_page_default(PerPageDefault::TwentyFive)
///     .tls(Tls::H1AndH2)
///     .start()
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `start` is called"]
pub struct Builder {
    pub(crate) setup: Setup,
    people: usize,
    limit: u32,
    window: Duration,
    switches: Switches,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            setup: Setup::default(),
            people: 60,
            limit: 600,
            window: Duration::from_secs(60),
            switches: Switches::default(),
        }
    }
}

setters!(Builder);

impl Builder {
    /// How many people there are. Default: 60. With the same seed, more people begin with the
    /// same ones.
    pub fn people(mut self, people: usize) -> Self {
        self.people = people;
        self
    }

    /// Calls per window; 0 switches the limit and its headers off. Default: 600.
    pub fn limit(mut self, calls: u32) -> Self {
        self.limit = calls;
        self
    }

    /// Window of the rate limit. Default: 60 s.
    pub fn window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }

    /// What a list does when `per_page` is absent. Default: everybody in one answer.
    pub fn per_page_default(self, default: PerPageDefault) -> Self {
        self.switch(|switches| switches.per_page_default = default)
    }

    /// Silent upper bound of `per_page`. Default: none.
    pub fn max_per_page(self, most: Option<u32>) -> Self {
        self.switch(|switches| switches.max_per_page = most)
    }

    /// What a page with nobody on it looks like. Default: 200 with an empty list.
    pub fn past_end(self, past_end: PastEnd) -> Self {
        self.switch(|switches| switches.past_end = past_end)
    }

    /// Which spelling of the doubly named fields the answers use. Default: `_at` and
    /// `mobile_phone`.
    pub fn employment_spelling(self, spelling: Spelling) -> Self {
        self.switch(|switches| switches.spelling = spelling)
    }

    /// How long a token is good for. Default: one second short of 365 days.
    pub fn token_lifetime(self, lifetime: Duration) -> Self {
        self.switch(|switches| switches.token_lifetime = lifetime)
    }

    /// How the token answer tells the lifetime. Default: as a number.
    pub fn expires_in(self, form: ExpiresIn) -> Self {
        self.switch(|switches| switches.expires_in = form)
    }

    /// Turns any of the [`Switches`].
    pub fn switch(mut self, turn: impl FnOnce(&mut Switches)) -> Self {
        turn(&mut self.switches);
        self
    }

    /// Starts the simulator. Must be called in a Tokio runtime with I/O and time enabled.
    ///
    /// # Errors
    ///
    /// A [`StartError`] when the address is not loopback, is in use or cannot be listened on,
    /// or when the certificate or the file of the journal cannot be made.
    pub async fn start(self) -> Result<Simulator, StartError> {
        Simulator::from_builder(self).await
    }

    pub(crate) fn world(&self, ground: Arc<Ground>) -> World {
        let limits = Limits::new(self.limit, self.window);
        World::new(
            self.setup.seed,
            self.people,
            ground,
            limits,
            self.switches.clone(),
        )
    }
}
