//! Setting up a directory.

use std::sync::Arc;
use std::time::Duration;

use super::handle::Directory;
use super::service::Staff;
use super::world::World;
use super::{invent, seed};
use crate::dice::Dice;
use crate::error::StartError;
use crate::setup::{Setup, setters};

/// Stream of the generator that makes tokens.
const TOKEN_STREAM: u64 = u64::MAX - 4;

/// Sets up a [`Directory`]; made by [`Directory::builder`].
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::Directory;
///
/// let directory = Directory::builder().seed(7).people(250).start().await?;
/// println!("{} for {}", directory.base_url(), directory.client_id());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `start` is called"]
pub struct DirectoryBuilder {
    setup: Setup,
    people: usize,
    seed_file: Option<String>,
    idle: Duration,
}

setters!(DirectoryBuilder);

impl Default for DirectoryBuilder {
    fn default() -> Self {
        Self {
            setup: Setup::default(),
            people: 60,
            seed_file: None,
            idle: Duration::from_secs(5),
        }
    }
}

impl DirectoryBuilder {
    /// How many people there are. Default: 60. A seed file has its own.
    pub fn people(mut self, people: usize) -> Self {
        self.people = people;
        self
    }

    /// How long a connection without a request stays open, in real time. Default: 5 s.
    pub fn idle(mut self, time: Duration) -> Self {
        self.idle = time;
        self
    }

    /// What the directory holds at its start, as JSON: `people` as the directory shows them, `apps`
    /// (id, secret and scopes by name), and `bearers`, `refresh_tokens` and `codes` (name of a
    /// person, name of an app and a note by token). A person's name is their address up to the
    /// sign. Notes tell `expired`, `no expiry date`, `profile scopes only` or the scopes; all else is
    /// a good token with all scopes of the app. `left_or_not_hired` moves dates with the day of the
    /// start: `left 30 days before`, `leaves in 30 days`, `hired in 30 days`.
    ///
    /// Everybody's password is `made-up-password`. Default: invented people, and one app.
    pub fn seed_file(mut self, text: impl Into<String>) -> Self {
        self.seed_file = Some(text.into());
        self
    }

    /// Starts the directory. Must be called in a Tokio runtime with I/O and time enabled.
    ///
    /// # Errors
    ///
    /// A [`StartError`] when the address is not loopback, is in use or cannot be listened on, when
    /// the certificate or the file of the journal cannot be made, or when the text of the seed file
    /// is not one.
    pub async fn start(self) -> Result<Directory, StartError> {
        let ground = Arc::new(self.setup.ground()?);
        let dice = Dice::new(self.setup.seed, TOKEN_STREAM);
        let state = match &self.seed_file {
            Some(text) => seed::read(text, &ground, dice)?,
            None => invent::state(self.setup.seed, self.people, &ground, dice),
        };
        let world = Arc::new(World::new(ground.clone(), state));
        let staff = Staff {
            world,
            idle: self.idle,
        };
        Directory::with(&self.setup, ground, staff).await
    }
}
