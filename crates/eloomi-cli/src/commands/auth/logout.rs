//! `eloomi auth logout`.

use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    logins::{self, Login},
    notes,
    service::Service,
    settings::{Environment, Profile},
};

/// Delete a login, and its token
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi auth logout
  eloomi auth logout --service directory --profile test", after_help = "\
Neither service has a call that withdraws a token: whoever has a copy can use it until it expires.
Nobody who was logged in is a success, too.")]
pub(crate) struct Logout {
    /// The service whose login is deleted
    #[arg(long, value_enum, value_name = "SERVICE", default_value_t = Service::Eloomi)]
    service: Service,
}

impl Logout {
    pub(super) fn service(&self) -> Service {
        self.service
    }

    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let (service, environment) = (self.service, Environment::of_process());
        let profile = Profile::read(general, &environment)?;
        let vault = logins::open(general, &environment).await?;
        let vault = vault.map_err(|no_vault| no_vault.failure(service))?;
        let was_there = Login::forget(vault.as_ref(), service, profile.name()).await?;
        if general.quiet {
            return Ok(());
        }
        let (name, profile) = (service.name(), profile.name());
        if was_there {
            notes::line(&format!("logged out of {name}, profile {profile}"));
            notes::note(&format!(
                "a token that was issued stays good at the service until it expires: {} at most",
                service.longest_token()
            ));
        } else {
            notes::line(&format!(
                "nobody was logged in to {name}, profile {profile}"
            ));
        }
        Ok(())
    }
}
