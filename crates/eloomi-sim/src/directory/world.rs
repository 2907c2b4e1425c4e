//! Everything that one directory knows, shared by its connections.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::app::App;
use super::ids::Ids;
use super::person::Person;
use super::tokens::Tokens;
use crate::dice::Dice;
use crate::ground::Ground;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) ground: Arc<Ground>,
    state: Mutex<State>,
    token_requests: AtomicU64,
}

/// What calls change.
pub(crate) struct State {
    /// In the order in which they came.
    pub(crate) people: Vec<Person>,
    pub(crate) apps: Vec<App>,
    pub(crate) tokens: Tokens,
    pub(crate) ids: Ids,
    pub(crate) dice: Dice,
}

impl World {
    pub(crate) fn new(ground: Arc<Ground>, state: State) -> Self {
        Self {
            ground,
            state: Mutex::new(state),
            token_requests: AtomicU64::new(0),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Now, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        millis(&self.ground)
    }

    /// Counts a request for a token, whatever comes of it.
    pub(crate) fn count_token_request(&self) {
        self.token_requests.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn token_requests(&self) -> u64 {
        self.token_requests.load(Ordering::Relaxed)
    }
}

/// Now on the clock of this ground, in milliseconds since 1970.
pub(crate) fn millis(ground: &Ground) -> i64 {
    i64::try_from(ground.clock.since_1970().as_millis()).unwrap_or(i64::MAX)
}

impl State {
    /// The person with this id, in upper or lower case.
    pub(crate) fn person(&self, id: &str) -> Option<&Person> {
        let id = super::ids::plain(id);
        self.people.iter().find(|person| person.id == id)
    }

    pub(crate) fn person_mut(&mut self, id: &str) -> Option<&mut Person> {
        let id = super::ids::plain(id);
        self.people.iter_mut().find(|person| person.id == id)
    }

    /// The person with exactly this address.
    pub(crate) fn with_email(&self, email: &str) -> Option<&Person> {
        self.people
            .iter()
            .find(|person| person.text("email") == email)
    }

    /// Takes a person out, with whatever was handed out to them.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let id = super::ids::plain(id);
        let before = self.people.len();
        self.people.retain(|person| person.id != id);
        self.tokens.forget(&id);
        self.people.len() < before
    }

    /// Everybody, as lists are sorted: `behaviours::LV_LISTED`.
    pub(crate) fn sorted(&self) -> Vec<&Person> {
        let mut people: Vec<&Person> = self.people.iter().collect();
        people.sort_by(|one, other| one.order().cmp(&other.order()));
        people
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").finish_non_exhaustive()
    }
}
