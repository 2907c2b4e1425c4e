//! The handle of a running directory.

use std::sync::Arc;

use super::builder::DirectoryBuilder;
use super::seed::PASSWORD;
use super::service::Staff;
use super::world::World;
use crate::eloomi::switches::Escapes;
use crate::error::StartError;
use crate::ground::Ground;
use crate::json::Json;
use crate::running::{Running, controls};
use crate::setup::Setup;

/// A running simulator of the `LvConnect` staff directory, on a loopback port: the second service.
///
/// It hands out tokens at `/oauth/token`, for four grants, and answers about invented people under
/// `/users`, as a running server was seen to do. It stops when the handle is dropped.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::{Directory, Fault};
///
/// let directory = Directory::start().await?;
/// let (id, secret) = (directory.client_id(), directory.client_secret());
/// println!("POST {}/oauth/token as {id}", directory.base_url());
/// # let _ = secret;
/// directory.fault("status=503,times=1@GET /users".parse::<Fault>()?);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "dropping the handle stops the directory"]
pub struct Directory {
    running: Running,
    world: Arc<World>,
    client: (String, String),
}

controls!(Directory);

impl Directory {
    /// Starts a directory with the defaults.
    ///
    /// # Errors
    ///
    /// A [`StartError`] when the system does not let it listen on loopback.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Sets up a directory.
    pub fn builder() -> DirectoryBuilder {
        DirectoryBuilder::default()
    }

    pub(super) async fn with(
        setup: &Setup,
        ground: Arc<Ground>,
        staff: Staff,
    ) -> Result<Self, StartError> {
        let world = staff.world.clone();
        let client = world
            .state()
            .apps
            .first()
            .map(|app| (app.id.clone(), app.secret.clone()));
        let running = Running::start(setup, ground, Arc::new(staff)).await?;
        Ok(Self {
            running,
            world,
            client: client.unwrap_or_default(),
        })
    }

    /// Id of the program it knows; of a seed file's, the first by name.
    pub fn client_id(&self) -> &str {
        &self.client.0
    }

    /// Secret of that program. An invented one follows from the seed and begins with `sim-`.
    pub fn client_secret(&self) -> &str {
        &self.client.1
    }

    /// Password of everybody who was there from the start; whoever is created has none.
    pub fn password(&self) -> &'static str {
        PASSWORD
    }

    /// Everybody as `GET /users` would list them, as JSON text. No request is made.
    pub fn people(&self) -> String {
        let state = self.world.state();
        let people = state.sorted().into_iter().map(|person| person.shown(false));
        Json::List(people.collect()).render(Escapes::Json)
    }

    /// A code that the person with this address has given to the known program, as the page would do
    /// after they have agreed. `None` if there is no such person.
    pub fn issue_code(&self, email: &str) -> Option<String> {
        let now = self.world.ground.clock.now();
        let mut state = self.world.state();
        let person = state.with_email(email)?.id.clone();
        let super::world::State { tokens, dice, .. } = &mut *state;
        Some(tokens.issue_code(dice, &person, &self.client.0, now))
    }
}
