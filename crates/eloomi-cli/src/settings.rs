//! Where a service is and who asks: flags first, then the environment.

mod environment;
mod secret;

use eloomi::{BaseUrl, Client, ClientCredentials};

pub(crate) use environment::Environment;

use crate::{arguments::General, exit::Exit, failure::Failure, service::Service};

/// Where a service is, and the credentials for it.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Where the service is.
    pub(crate) base_url: BaseUrl,
    /// Who asks.
    pub(crate) credentials: ClientCredentials,
}

impl Settings {
    /// The settings of a command that asks a real service.
    pub(crate) fn read(
        service: Service,
        general: &General,
        environment: &Environment,
    ) -> Result<Self, Failure> {
        Ok(Self {
            base_url: base_url(service, general, environment)?,
            credentials: credentials(service, environment)?,
        })
    }
}

fn base_url(
    service: Service,
    general: &General,
    environment: &Environment,
) -> Result<BaseUrl, Failure> {
    let variable = service.variables().base_url;
    let (name, text) = match &general.base_url {
        Some(text) => ("--base-url", text.clone()),
        None => match environment.text(variable, Exit::Usage)? {
            Some(text) => (variable, text),
            None if service == Service::Eloomi => ("the default", Client::BASE_URL.into()),
            None => return Err(nowhere(service)),
        },
    };
    text.parse().map_err(|error: eloomi::BaseUrlError| {
        Failure::usage(format!("{name} cannot be used")).cause(&error)
    })
}

/// There is no public directory, and eloomi's address is not its own.
fn nowhere(service: Service) -> Failure {
    let (name, variable) = (service.name(), service.variables().base_url);
    Failure::usage(format!("nobody says where {name} is")).hint(format!(
        "set {variable}, or add --base-url https://staff.example.com"
    ))
}

fn credentials(service: Service, environment: &Environment) -> Result<ClientCredentials, Failure> {
    let variables = service.variables();
    let (id_name, secret_name) = (variables.client_id, variables.client_secret);
    let id = environment.text(id_name, Exit::Credentials)?;
    let secret = secret::read(variables, environment)?;
    let scope = match variables.scope {
        Some(name) => environment.text(name, Exit::Usage)?,
        None => None,
    };
    let missing = match (id, secret) {
        (Some(id), Some(secret)) => {
            let credentials = ClientCredentials::new(id, secret);
            return Ok(match scope {
                Some(scope) => credentials.scope(scope),
                None => credentials,
            });
        }
        (None, None) => format!("{id_name} and {secret_name} are"),
        (None, Some(_)) => format!("{id_name} is"),
        (Some(_), None) => format!("{secret_name} is"),
    };
    Err(without(service, &missing))
}

/// Never the simulator instead: somebody who believes that people were listed acts on it.
fn without(service: Service, what: &str) -> Failure {
    let variables = service.variables();
    let of = match service {
        Service::Eloomi => "",
        Service::Directory => " for the directory",
    };
    Failure::new(
        Exit::Credentials,
        format!("there are no credentials{of}: {what} not set"),
    )
    .hint(format!(
        "set {} and {} (or {}), or add --sim to ask a simulator",
        variables.client_id, variables.client_secret, variables.client_secret_file
    ))
}
