//! A program of yours: whoever has left is deactivated.
//!
//! Its tests are what this example is about: `tests/simulated.rs` runs it against a simulated eloomi,
//! `tests/replayed.rs` against recorded answers, `tests/scripted.rs` against answers that the test makes
//! up. None needs an account.

use eloomi::{Activation, Client, Error, ListUsers, UpdateUser, User, UserId, UserMode};

/// Deactivates everybody whose last day was before `today` (`2026-11-28`), and says whom.
///
/// # Errors
///
/// The first error. Whoever was deactivated before it is named with it: nothing that was done is
/// forgotten.
pub async fn deactivate_leavers(client: &Client, today: &str) -> Result<Vec<UserId>, Stopped> {
    let mut done = Vec::new();
    // All of them first: a list that shrinks while it is read skips people.
    let active = client.stream(ListUsers::new().mode(UserMode::Active));
    let active: Vec<User> = match active.collect().await {
        Ok(active) => active,
        Err(why) => return Err(Stopped { done, why }),
    };
    for user in active.into_iter().filter(|user| has_left(user, today)) {
        let update = UpdateUser::new(user.id).activate(Activation::Deactivate);
        match client.send(update).await {
            Ok(_) => done.push(user.id),
            Err(why) => return Err(Stopped { done, why }),
        }
    }
    Ok(done)
}

fn has_left(user: &User, today: &str) -> bool {
    // Text that begins with a date, so that it compares as text; eloomi also writes 0000-00-00.
    let last_day = user.end_of_employment_at.as_ref();
    last_day.is_some_and(|day| !day.is_unset() && day.as_str() < today)
}

/// Not everybody was seen to.
#[derive(Debug)]
pub struct Stopped {
    /// Those who are deactivated all the same.
    pub done: Vec<UserId>,
    /// What stopped it.
    pub why: Error,
}

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "stopped after {} people: {}", self.done.len(), self.why)
    }
}

impl std::error::Error for Stopped {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.why)
    }
}
