//! Where a service is and who asks: flags first, then the environment, then what `eloomi auth login`
//! has kept.

mod environment;
mod profile;
mod secret;

use std::sync::Arc;

use eloomi::{BaseUrl, Client, ClientCredentials, CreateToken, TokenStore};

pub(crate) use {environment::Environment, profile::Profile};

use crate::{
    arguments::General,
    exit::Exit,
    failure::Failure,
    logins::{self, Login, NoVault},
    service::Service,
};

/// Where a service is, and who asks it.
pub(crate) struct Settings {
    /// Where the service is.
    pub(crate) base_url: BaseUrl,
    /// Who asks.
    pub(crate) who: Who,
}

/// Who asks.
pub(crate) enum Who {
    /// A client that the environment names. Its token lives as long as the command.
    Client(ClientCredentials),
    /// A login that was kept, and where its token is.
    Kept(Box<Login>, Arc<dyn TokenStore>),
}

impl Settings {
    /// The settings of a command that asks a real service.
    pub(crate) async fn read(
        service: Service,
        general: &General,
        environment: &Environment,
    ) -> Result<Self, Failure> {
        let profile = Profile::read(general, environment)?;
        let base_url = base_url(service, general, environment)?;
        if let Some(credentials) = credentials(service, environment)? {
            profile.refuse_named(service, environment)?;
            return Ok(Self {
                base_url: base_url
                    .or_else(|| default(service))
                    .ok_or_else(|| nowhere(service))?,
                who: Who::Client(credentials),
            });
        }
        let vault = match logins::open(general, environment).await? {
            Ok(vault) => vault,
            Err(no_vault) => return Err(nobody(service, &profile, Some(no_vault))),
        };
        let login = Login::load(vault.as_ref(), service, profile.name()).await?;
        let Some((login, kept)) = login.and_then(|login| login.base().map(|base| (login, base)))
        else {
            return Err(nobody(service, &profile, None));
        };
        if base_url.is_some_and(|asked| asked.to_string() != kept.to_string()) {
            return Err(elsewhere(service, &profile));
        }
        Ok(Self {
            base_url: kept,
            who: Who::Kept(Box::new(login), vault.tokens()?),
        })
    }
}

impl Who {
    /// The credentials of the client.
    pub(crate) fn credentials(&self, service: Service) -> ClientCredentials {
        match self {
            Self::Client(credentials) => credentials.clone(),
            Self::Kept(login, _) => login.credentials(service),
        }
    }

    /// What brings tokens.
    pub(crate) fn grant(&self, service: Service) -> CreateToken {
        match self {
            Self::Client(credentials) => CreateToken::new(credentials.clone()),
            Self::Kept(login, _) => login.grant(service),
        }
    }

    /// Where tokens are kept, if they are.
    pub(crate) fn tokens(&self) -> Option<Arc<dyn TokenStore>> {
        match self {
            Self::Client(_) => None,
            Self::Kept(_, tokens) => Some(Arc::clone(tokens)),
        }
    }
}

/// Where the flags or the environment say that the service is.
pub(crate) fn base_url(
    service: Service,
    general: &General,
    environment: &Environment,
) -> Result<Option<BaseUrl>, Failure> {
    let variable = service.variables().base_url;
    let (name, text) = match &general.base_url {
        Some(text) => ("--base-url", text.clone()),
        None => match environment.text(variable, Exit::Usage)? {
            Some(text) => (variable, text),
            None => return Ok(None),
        },
    };
    text.parse()
        .map(Some)
        .map_err(|error: eloomi::BaseUrlError| {
            Failure::usage(format!("{name} cannot be used")).cause(&error)
        })
}

/// Where the service is unless somebody says otherwise.
pub(crate) fn default(service: Service) -> Option<BaseUrl> {
    match service {
        Service::Eloomi => Client::BASE_URL.parse().ok(),
        Service::Directory => None,
    }
}

/// There is no public directory, and eloomi's address is not its own.
pub(crate) fn nowhere(service: Service) -> Failure {
    let (name, variable) = (service.name(), service.variables().base_url);
    Failure::usage(format!("nobody says where {name} is")).hint(format!(
        "set {variable}, or add --base-url https://staff.example.com"
    ))
}

/// The credentials in the environment, if there are any.
pub(crate) fn credentials(
    service: Service,
    environment: &Environment,
) -> Result<Option<ClientCredentials>, Failure> {
    let variables = service.variables();
    let id = environment.text(variables.client_id, Exit::Credentials)?;
    let secret = secret::read(variables, environment)?;
    let missing = match (id, secret) {
        (Some(id), Some(secret)) => {
            let credentials = ClientCredentials::new(id, secret);
            let scope = match variables.scope {
                Some(name) => environment.text(name, Exit::Usage)?,
                None => None,
            };
            return Ok(Some(match scope {
                Some(scope) => credentials.scope(scope),
                None => credentials,
            }));
        }
        (None, None) => return Ok(None),
        (None, Some(_)) => variables.client_id,
        (Some(_), None) => variables.client_secret,
    };
    Err(without(service, &format!("{missing} is not set")))
}

/// Nobody has said who asks, in no way.
fn nobody(service: Service, profile: &Profile, no_vault: Option<NoVault>) -> Failure {
    let variables = service.variables();
    let profile = if profile.is_default() {
        String::new()
    } else {
        format!(" as profile {}", profile.name())
    };
    let kept = match no_vault {
        None => format!("nobody has logged in{profile}"),
        Some(no_vault) => no_vault.why().into(),
    };
    without(
        service,
        &format!(
            "{} and {} are not set, and {kept}",
            variables.client_id, variables.client_secret
        ),
    )
}

/// Never the simulator instead: somebody who believes that people were listed acts on it.
fn without(service: Service, why: &str) -> Failure {
    let variables = service.variables();
    let of = match service {
        Service::Eloomi => "",
        Service::Directory => " for the directory",
    };
    Failure::new(
        Exit::Credentials,
        format!("there are no credentials{of}: {why}"),
    )
    .hint(format!(
        "set {} and {} (or {}), `{}`, or add --sim to ask a simulator",
        variables.client_id,
        variables.client_secret,
        variables.client_secret_file,
        service.login_command()
    ))
}

/// The secret was given for one address, and is sent to no other.
fn elsewhere(service: Service, profile: &Profile) -> Failure {
    Failure::new(
        Exit::Usage,
        format!(
            "profile {} has logged in at another address than the one that is to be asked",
            profile.name()
        ),
    )
    .hint(format!(
        "leave --base-url and {} off, or log in there as another profile: `{} --profile NAME`",
        service.variables().base_url,
        service.login_command()
    ))
}
