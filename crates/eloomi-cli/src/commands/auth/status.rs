//! `eloomi auth status`.

use std::time::Duration;

use eloomi::{Clock as _, SystemClock};

use super::standing::Standing;
use crate::{
    arguments::{General, TEMPLATE},
    exit::Exit,
    failure::{Failure, Stop},
    logins::{self, Login, NoVault, Vault},
    notes,
    output::Output,
    service::Service,
    settings::{self, Environment, Profile},
};

/// For how long a kept token is used at most, as of the clients.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Show who would ask each service, from where that is known, and how old the token is
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi auth status
  eloomi auth status --service directory && echo ready
  eloomi auth status --profile test --format json", after_help = "\
Nothing is asked of a service, and no secret is shown. With --service the exit code is 4 if nobody
would ask it.")]
pub(crate) struct Status {
    /// This service alone
    #[arg(long, value_enum, value_name = "SERVICE")]
    service: Option<Service>,
}

impl Status {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let environment = Environment::of_process();
        let profile = Profile::read(general, &environment)?;
        let vault = logins::open(general, &environment).await?;
        let services = Service::ALL.into_iter();
        let services = services.filter(|service| self.service.is_none_or(|one| one == *service));
        let mut output = Output::many(general);
        let mut is_nobody = false;
        for service in services {
            let standing = standing(
                service,
                profile.name(),
                vault.as_deref(),
                general,
                &environment,
            )
            .await?;
            is_nobody |= standing.client_id.is_none();
            output.write(&standing)?;
        }
        output.finish()?;
        output.remark(general);
        if let (Err(no_vault), false) = (&vault, general.quiet) {
            notes::note(no_vault.why());
        }
        match self.service {
            Some(service) if is_nobody => {
                let message = format!("nobody would ask {}", service.name());
                let failure = Failure::new(Exit::Credentials, message);
                Err(failure
                    .hint(format!("`{}`", service.login_command()))
                    .into())
            }
            _ => Ok(()),
        }
    }
}

async fn standing(
    service: Service,
    profile: &str,
    vault: Result<&dyn Vault, &NoVault>,
    general: &General,
    environment: &Environment,
) -> Result<Standing, Failure> {
    let mut standing = Standing {
        service: Some(service.word().into()),
        source: Some("nothing".into()),
        ..Standing::default()
    };
    if let Some(credentials) = settings::credentials(service, environment)? {
        let base_url = settings::base_url(service, general, environment)?;
        let base_url = base_url.or_else(|| settings::default(service));
        standing.source = Some("environment".into());
        standing.client_id = Some(credentials.client_id().into());
        standing.base_url = base_url.map(|base_url| base_url.to_string().into());
        return Ok(standing);
    }
    standing.profile = Some(profile.into());
    let Ok(vault) = vault else {
        return Ok(standing);
    };
    let Some(login) = Login::load(vault, service, profile).await? else {
        return Ok(standing);
    };
    standing.source = Some(vault.word().into());
    if let Some(key) = login.key(service) {
        let token = vault.tokens()?.load(&key).await;
        let token = token.map_err(|error| {
            Failure::new(Exit::Credentials, "the token cannot be read").cause(&error)
        })?;
        if let Some(token) = token {
            let now = SystemClock::new().wall();
            let age = now.duration_since(token.obtained_at()).ok();
            standing.token_age = age.map(|age| age.as_secs());
            standing.token_left = token.good_for(now, DAY).map(|left| left.as_secs());
            standing.scope = token
                .token()
                .scope
                .as_ref()
                .map(|scope| scope.as_str().into());
        }
    }
    standing.client_id = login.client_id;
    standing.base_url = login.base_url;
    standing.person = login.person;
    Ok(standing)
}
