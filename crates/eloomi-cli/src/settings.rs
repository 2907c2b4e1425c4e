//! Where the service is and who asks: flags first, then the environment.

mod environment;
mod secret;

use eloomi::{BaseUrl, Client, ClientCredentials};

pub(crate) use environment::Environment;

use crate::{arguments::General, exit::Exit, failure::Failure};

/// A service and the credentials for it.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Where the service is.
    pub(crate) base_url: BaseUrl,
    /// Who asks.
    pub(crate) credentials: ClientCredentials,
}

impl Settings {
    /// The settings of a command that asks a real service.
    pub(crate) fn read(general: &General, environment: &Environment) -> Result<Self, Failure> {
        Ok(Self {
            base_url: base_url(general, environment)?,
            credentials: credentials(environment)?,
        })
    }
}

fn base_url(general: &General, environment: &Environment) -> Result<BaseUrl, Failure> {
    let (name, text) = match &general.base_url {
        Some(text) => ("--base-url", text.clone()),
        None => match environment.text("ELOOMI_BASE_URL", Exit::Usage)? {
            Some(text) => ("ELOOMI_BASE_URL", text),
            None => ("the default", Client::BASE_URL.into()),
        },
    };
    text.parse().map_err(|error: eloomi::BaseUrlError| {
        Failure::usage(format!("{name} cannot be used")).cause(&error)
    })
}

fn credentials(environment: &Environment) -> Result<ClientCredentials, Failure> {
    let id = environment.text("ELOOMI_CLIENT_ID", Exit::Credentials)?;
    let secret = secret::read(environment)?;
    match (id, secret) {
        (Some(id), Some(secret)) => Ok(ClientCredentials::new(id, secret)),
        (None, None) => Err(missing("ELOOMI_CLIENT_ID and ELOOMI_CLIENT_SECRET are")),
        (None, Some(_)) => Err(missing("ELOOMI_CLIENT_ID is")),
        (Some(_), None) => Err(missing("ELOOMI_CLIENT_SECRET is")),
    }
}

/// Never the simulator instead: somebody who believes that people were listed acts on it.
fn missing(what: &str) -> Failure {
    Failure::new(
        Exit::Credentials,
        format!("there are no credentials: {what} not set"),
    )
    .hint(
        "set ELOOMI_CLIENT_ID and ELOOMI_CLIENT_SECRET (or ELOOMI_CLIENT_SECRET_FILE), \
         or add --sim to ask a simulator",
    )
}
