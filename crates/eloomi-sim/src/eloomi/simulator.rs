//! The handle of a running simulator.

mod learning;

use std::sync::Arc;

use crate::eloomi::builder::Builder;
use crate::eloomi::company::UnseenOfUnit;
use crate::eloomi::people::Someone;
use crate::eloomi::service::Eloomi;
use crate::eloomi::switches::{PastEnd, Spelling, Switches};
use crate::eloomi::tokens::CLIENT_ID;
use crate::eloomi::world::World;
use crate::error::StartError;
use crate::running::{Running, controls};

/// A running simulator of the eloomi People REST API v3, on a loopback port.
///
/// It stops when the handle is dropped. Many may run in one process.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::{Canned, Matcher, Simulator};
///
/// let sim = Simulator::start().await?;
/// println!("{} with client {}", sim.base_url(), sim.client_id());
///
/// sim.answer_next(Matcher::path("/v3/users"), Canned::new(503));
/// // … let a client work against sim.base_url() …
/// for request in sim.requests() {
///     println!("{} {} {:?}", request.method, request.path, request.behaviour);
/// }
/// sim.shutdown().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "dropping the handle stops the simulator"]
pub struct Simulator {
    running: Running,
    world: Arc<World>,
}

controls!(Simulator);

impl Simulator {
    /// Starts a simulator with the defaults.
    ///
    /// # Errors
    ///
    /// A [`StartError`] when the system does not let it listen on loopback.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Sets up a simulator.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) async fn from_builder(builder: Builder) -> Result<Self, StartError> {
        let ground = Arc::new(builder.setup.ground()?);
        let world = Arc::new(builder.world(ground.clone()));
        let service = Arc::new(Eloomi::new(world.clone()));
        let running = Running::start(&builder.setup, ground, service).await?;
        Ok(Self { running, world })
    }

    /// Id of the one client it knows.
    pub fn client_id(&self) -> &str {
        CLIENT_ID
    }

    /// Secret of that client. It follows from the seed and begins with `sim-`.
    pub fn client_secret(&self) -> &str {
        self.world.tokens.secret()
    }
}

/// What tests ask and tell it.
impl Simulator {
    /// Everybody there is, ascending by id.
    pub fn people(&self) -> Vec<Someone> {
        self.world.company().people.keys()
    }

    /// The person with this id as `GET /v3/users/{id}` would show it in `data`, as JSON text.
    ///
    /// No request is made: nothing is counted, and the journal stays as it is.
    pub fn person(&self, id: u64) -> Option<String> {
        let switches = self.world.switches();
        let company = self.world.company();
        let shown = company.people.by_id(id)?.shown(switches.spelling);
        Some(shown.render(switches.escapes))
    }

    /// The team with this id as `GET /v3/teams/{id}` would show it in `data`, as JSON text, and
    /// behind that `course_ids` and `program_ids` with their settings, which no answer shows.
    ///
    /// Programs that are still in the queue are not among them. No request is made.
    pub fn team(&self, id: u64) -> Option<String> {
        let company = self.world.company();
        let whole = company.teams.by_id(id)?.whole(&company);
        Some(whole.render(self.world.switches().escapes))
    }

    /// The unit with this id as `GET /v3/units/{id}` would show it in `data`, as JSON text. No
    /// request is made.
    pub fn unit(&self, id: u64) -> Option<String> {
        let escapes = self.world.switches().escapes;
        let company = self.world.company();
        let shown = company.units.by_id(id)?.shown(&company.people);
        Some(shown.render(escapes))
    }

    /// What of the unit with this id can be written and no answer shows.
    pub fn unseen_of_unit(&self, id: u64) -> Option<UnseenOfUnit> {
        Some(self.world.company().units.by_id(id)?.unseen())
    }

    /// Whether lists ignore `page` and answer with the first page each time.
    pub fn repeat_pages(&self, repeat: bool) {
        self.switch(|switches| switches.repeat_pages = repeat);
    }

    /// What a page with nobody on it looks like.
    pub fn past_end(&self, past_end: PastEnd) {
        self.switch(|switches| switches.past_end = past_end);
    }

    /// Which spelling of the doubly named fields the answers use.
    pub fn employment_spelling(&self, spelling: Spelling) {
        self.switch(|switches| switches.spelling = spelling);
    }

    /// Turns any of the [`Switches`], for the requests that come from now on.
    pub fn switch(&self, turn: impl FnOnce(&mut Switches)) {
        turn(&mut self.world.switches_mut());
    }
}
