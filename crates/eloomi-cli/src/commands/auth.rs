//! `eloomi auth`.

mod given;
mod login;
mod logout;
mod standing;
mod status;

use crate::{
    arguments::General,
    failure::{Failure, Stop},
    service::Service,
};

/// What can be done about logins.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    Login(login::Login),
    Status(status::Status),
    Logout(logout::Logout),
}

impl Verb {
    /// The service that it is about, or the first of them.
    pub(crate) fn service(&self) -> Service {
        match self {
            Self::Login(login) => login.service(),
            Self::Status(_) => Service::Eloomi,
            Self::Logout(logout) => logout.service(),
        }
    }
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    if general.sim {
        let message = "a simulator takes no login: --sim needs none";
        return Err(Failure::usage(message).into());
    }
    match verb {
        Verb::Login(login) => Box::pin(login.run(general)).await,
        Verb::Status(status) => status.run(general).await,
        Verb::Logout(logout) => logout.run(general).await,
    }
}
