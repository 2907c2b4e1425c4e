//! Who tells a story: makes its calls, and writes down what came of each.

use std::{
    fmt::Write as _,
    sync::{Mutex, PoisonError},
};

use eloomi::{Client, ClientCredentials, CreateToken, Endpoint, Error, List, Session};
use eloomi_sim::Simulator;

use crate::{exchanges::shown::Shown, seen};

/// Has a client, and the simulator where there is one.
pub(super) struct Teller {
    pub(super) client: Client,
    /// Has no credentials: asks for tokens itself.
    pub(super) session: Session,
    pub(super) credentials: ClientCredentials,
    pub(super) sim: Option<Simulator>,
    pub(super) text: Mutex<String>,
}

impl Teller {
    /// Makes a call, and gives what came of it.
    pub(super) async fn call<E>(&self, request: E) -> Option<E::Output>
    where
        E: Endpoint,
        E::Output: Shown,
    {
        let operation = request.route().operation();
        let sent = self.client.send(request).await;
        self.write(operation, sent)
    }

    /// Reads a list to its end, and gives how many came.
    pub(super) async fn list<L>(&self, list: L) -> usize
    where
        L: List + 'static,
        L::Item: Shown,
    {
        let operation = list.route().operation();
        let mut items = self.client.stream(list);
        let mut count = 0;
        while let Some(item) = items.next().await {
            count += usize::from(self.write(operation, item).is_some());
        }
        count
    }

    /// Asks for a token of this scope with this secret.
    pub(super) async fn token(&self, credentials: ClientCredentials) {
        let sent = self.session.send(CreateToken::new(credentials)).await;
        self.write("createToken", sent);
    }

    /// What happens beside the calls where the story is recorded; where it is replayed, it has
    /// happened.
    pub(super) fn meanwhile(&self, what: impl FnOnce(&Simulator)) {
        if let Some(sim) = &self.sim {
            what(sim);
        }
    }

    /// What was written down.
    pub(super) fn text(&self) -> String {
        self.text
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn write<T: Shown>(&self, operation: &str, sent: Result<T, Error>) -> Option<T> {
        let shown = match &sent {
            Ok(value) => value.shown(),
            Err(error) => format!("error: {}", seen::error(error)),
        };
        let mut text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = writeln!(text, "=== {operation}\n{shown}\n");
        sent.ok()
    }
}
