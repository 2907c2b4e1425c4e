//! What is asked of the server, and what comes of it.

use eloomi::{
    Client, CreateUser, DeleteUser, Error, GetUser, ListUnits, ListUsers, UpdateUser, http::Method,
};
use eloomi_sim::Simulator;
use serde::Deserialize;

/// A call whose kind of repeatability is what the rows are about. `u64` is the person.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Ask {
    /// Safe.
    #[serde(skip)]
    Get(u64),
    /// Never repeated.
    Create,
    /// Idempotent.
    #[serde(skip)]
    Update(u64),
    /// Idempotent, and content with finding nothing the second time.
    #[serde(skip)]
    Delete(u64),
    /// All people, ten to a page.
    List,
    /// All units, of which nobody knows whether they have pages.
    Units,
}

impl Ask {
    /// What a method stands for.
    pub(crate) fn of(method: Option<&Method>) -> Self {
        match method.map(Method::as_str) {
            Some("POST") => Self::Create,
            Some("PATCH") => Self::Update(SOMEBODY),
            Some("DELETE") => Self::Delete(SOMEBODY),
            _ => Self::Get(SOMEBODY),
        }
    }

    /// The same of a person who is there.
    pub(crate) fn of_somebody(self, sim: &Simulator) -> Self {
        let id = sim.people()[0].id;
        match self {
            Self::Get(_) => Self::Get(id),
            Self::Update(_) => Self::Update(id),
            Self::Delete(_) => Self::Delete(id),
            other => other,
        }
    }
}

/// Whom a script tells of.
const SOMEBODY: u64 = 4711;

/// What of the request must never be seen in an error.
pub(crate) const CANARIES: [&str; 3] = ["canary", "4711", "sim-"];

/// Asks, and tells in one word what a success brought.
pub(crate) async fn ask(client: &Client, ask: Ask) -> Result<String, Error> {
    match ask {
        Ask::Get(id) => {
            let user = client.send(GetUser::new(id)).await?;
            Ok(if user.id.number() == id {
                "the person"
            } else {
                "another person"
            }
            .into())
        }
        Ask::Create => {
            let create = CreateUser::new("canary@example.com").first_name("Canary");
            client
                .send(create)
                .await
                .map(|_| "a person is created".into())
        }
        Ask::Update(id) => {
            let update = UpdateUser::new(id).first_name("Canary");
            client
                .send(update)
                .await
                .map(|_| "the person is changed".into())
        }
        Ask::Delete(id) => client
            .send(DeleteUser::new(id))
            .await
            .map(|()| "the person is deleted".into()),
        Ask::Units => {
            let units = client
                .stream(ListUnits::new().per_page(5))
                .collect()
                .await?;
            Ok(format!("{} units", units.len()))
        }
        Ask::List => {
            let mut people = client.stream(ListUsers::new().per_page(10));
            let mut given = 0;
            while let Some(user) = people.next().await {
                user?;
                given += 1;
            }
            Ok(format!("{given} people"))
        }
    }
}
