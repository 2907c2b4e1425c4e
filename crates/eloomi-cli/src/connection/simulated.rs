//! A simulator in this process, of either service.

use eloomi::{BaseUrl, BaseUrlError, ClientCredentials, CreateToken, wire::decode};
use eloomi_sim::{Directory, Simulator, StartError};
use lvconnect::{Role, User};

use crate::{commands::sim::told, exit::Exit, failure::Failure, service::Service};

/// A simulator that stops when it is dropped.
#[derive(Debug)]
pub(super) enum Simulated {
    Eloomi(Simulator),
    Directory(Directory),
}

impl Simulated {
    /// Starts that of the service.
    pub(super) async fn start(service: Service) -> Result<Self, Failure> {
        let started = match service {
            Service::Eloomi => {
                let simulator = Simulator::builder().people(told::PEOPLE).seed(told::SEED);
                simulator.start().await.map(Self::Eloomi)
            }
            Service::Directory => {
                let directory = Directory::builder().people(told::PEOPLE).seed(told::SEED);
                directory.start().await.map(Self::Directory)
            }
        };
        started.map_err(|error: StartError| none().cause(&error))
    }

    /// Where it is.
    pub(super) fn base_url(&self) -> Result<BaseUrl, Failure> {
        let base_url = match self {
            Self::Eloomi(own) => own.base_url(),
            Self::Directory(own) => own.base_url(),
        };
        base_url
            .parse()
            .map_err(|error: BaseUrlError| none().cause(&error))
    }
}

fn none() -> Failure {
    Failure::new(Exit::Failed, "no simulator")
}

/// Logs in as the first of its people who may write: a client without a person may only read.
pub(super) fn somebody_who_may_write(directory: &Directory) -> Result<CreateToken, Failure> {
    let people: Vec<User> =
        decode(directory.people().as_bytes()).map_err(|error| none().cause(&error))?;
    let mut writers = people.into_iter().filter(|person| {
        person.left_at.value().is_none() && person.roles.iter().any(Role::may_write)
    });
    let address = writers.find_map(|person| person.email).ok_or_else(none)?;
    let client = ClientCredentials::new(directory.client_id(), directory.client_secret());
    Ok(CreateToken::password(
        client,
        String::from(address),
        directory.password(),
    ))
}
