//! A simulator, and clients and processes that share a place for its token.

use std::{path::PathBuf, sync::Arc};

use eloomi::{Client, ClientBuilder, FileTokenStore, GetUser, HyperTransport};
use eloomi_sim::{Recorded, Simulator};

use super::{order::Order, place::Place, simulator};
use crate::ground::credentials;

pub(super) struct Trial {
    pub(super) sim: Simulator,
    pub(super) place: Place,
}

impl Trial {
    pub(super) async fn start() -> Self {
        let sim = simulator().await;
        let place = Place::of(builder(&sim).token_key().unwrap());
        Self { sim, place }
    }

    /// A client that keeps its token there.
    pub(super) fn client(&self, directory: PathBuf) -> Client {
        let store = Arc::new(FileTokenStore::new(directory));
        builder(&self.sim).token_store(store).build().unwrap()
    }

    pub(super) async fn ask(&self, client: &Client) {
        let person = self.sim.people()[0].id;
        client.send(GetUser::new(person)).await.unwrap();
    }

    /// A new client asks once.
    pub(super) async fn asks(&self) {
        self.ask(&self.client(self.place.directory().into())).await;
    }

    /// How many requests were answered with 401.
    pub(super) fn refused(&self) -> usize {
        let is_refused = |request: &&Recorded| request.status == Some(401);
        self.sim.requests().iter().filter(is_refused).count()
    }

    /// So many processes begin at once and ask so often each; how many token requests each made.
    pub(super) async fn all_ask(&self, processes: usize, tasks: usize) -> Vec<usize> {
        let order = |process| Order::Ask {
            process,
            tasks,
            person: self.sim.people()[0].id,
            base_url: self.sim.base_url(),
            client_id: self.sim.client_id().to_string(),
            secret: self.sim.client_secret().to_string(),
        };
        let running: Vec<_> = (0..processes)
            .map(|number| order(number).begin(&self.place))
            .collect();
        // The simulator answers meanwhile.
        let run = tokio::task::spawn_blocking(move || {
            let mut running = running;
            for process in &mut running {
                process.says("ready");
            }
            for process in &mut running {
                process.go();
            }
            for process in &mut running {
                process.says("done");
            }
        });
        run.await.unwrap();
        let requests = self.sim.requests();
        let calls = requests
            .iter()
            .filter(|request| request.status == Some(200));
        let calls = calls
            .filter(|request| request.path != "/oauth/token")
            .count();
        assert_eq!(calls, processes * tasks, "each task was answered once");
        let of = |process: usize| {
            let agent = Some(format!("process/{process}"));
            let is_its = |request: &&Recorded| {
                request.path == "/oauth/token" && request.headers.user_agent == agent
            };
            requests.iter().filter(is_its).count()
        };
        (0..processes).map(of).collect()
    }
}

fn builder(sim: &Simulator) -> ClientBuilder {
    let transport = HyperTransport::builder().build().unwrap();
    Client::builder(credentials(sim), transport)
        .base_url(sim.base_url())
        .unlimited()
}
