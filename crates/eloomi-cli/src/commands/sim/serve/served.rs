//! A simulator that runs, of either service.

use eloomi_sim::{Directory, Fault, Simulator};

pub(super) enum Served {
    Eloomi(Simulator),
    Lvconnect(Directory),
}

impl Served {
    /// Base URL, client id and client secret.
    pub(super) fn settings(&self) -> (String, &str, &str) {
        match self {
            Self::Eloomi(own) => (own.base_url(), own.client_id(), own.client_secret()),
            Self::Lvconnect(own) => (own.base_url(), own.client_id(), own.client_secret()),
        }
    }

    pub(super) fn unmet_faults(&self) -> Vec<Fault> {
        match self {
            Self::Eloomi(own) => own.unmet_faults(),
            Self::Lvconnect(own) => own.unmet_faults(),
        }
    }

    pub(super) async fn shutdown(self) {
        match self {
            Self::Eloomi(own) => own.shutdown().await,
            Self::Lvconnect(own) => own.shutdown().await,
        }
    }
}
