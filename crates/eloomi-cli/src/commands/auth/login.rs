//! `eloomi auth login`.

use eloomi::{CallOptions, Clock as _, CreateToken, ErrorKind, StoredToken, SystemClock};

use super::given::Given;
use crate::{
    arguments::{General, TEMPLATE},
    connection::Connection,
    exit::Exit,
    failure::{Failure, Stop},
    logins::{self, Login as Kept, Vault},
    notes,
    service::Service,
    settings::{self, Environment, Profile, Settings, Who},
};

/// Keep a client's secret in the keyring, once it has brought a token
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi auth login 200                              asks for the secret, and does not show it
  pass show eloomi | eloomi auth login 200 --secret-stdin
  eloomi auth login app-full --service directory --base-url https://staff.example.com \\
      --user ada@example.com --scope 'users:get users:modify profile:get'
  eloomi auth login 201 --profile test && eloomi users list --profile test", after_help = "\
The secret, and the token that it brings, are kept in the keyring of the operating system: Keychain,
Credential Manager, or the Secret Service. Where there is none this fails; nothing is ever kept in a
file unless --insecure-storage or ELOOMI_INSECURE_STORAGE says so.

Commands use a login where the environment names no client, and at its own address alone. A kept
token is used for a day at most, and then another is asked for.

--user logs a person of the directory in, with their password, which is not kept: the token is
renewed for as long as the directory does that. Name a --scope, or the token may do all that its
client may.")]
pub(crate) struct Login {
    #[command(flatten)]
    given: Given,

    /// The service that the client belongs to
    #[arg(long, value_enum, value_name = "SERVICE", default_value_t = Service::Eloomi)]
    service: Service,

    /// Log this person in, by e-mail address and password; of the directory alone
    #[arg(long, value_name = "ADDRESS", conflicts_with = "no_check")]
    user: Option<String>,

    /// What tokens are to be good for, words with blanks between; of the directory alone
    #[arg(long, value_name = "SCOPE")]
    scope: Option<String>,

    /// Do not try whether the credentials bring a token
    #[arg(long)]
    no_check: bool,
}

impl Login {
    pub(super) fn service(&self) -> Service {
        self.service
    }

    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let (service, environment) = (self.service, Environment::of_process());
        if service == Service::Eloomi && (self.user.is_some() || self.scope.is_some()) {
            let message = "eloomi has clients alone, with one scope for all";
            let failure = Failure::usage(message).hint("--service directory");
            return Err(failure.into());
        }
        let profile = Profile::read(general, &environment)?;
        let base_url = settings::base_url(service, general, &environment)?;
        let base_url = base_url
            .or_else(|| settings::default(service))
            .ok_or_else(|| settings::nowhere(service))?;
        // First of all: nobody types a secret for nothing.
        let vault = logins::open(general, &environment).await?;
        let vault = vault.map_err(|no_vault| no_vault.failure(service))?;
        let client_id = self.given.client_id(general).await?;
        let secret = self.given.secret(general).await?;
        let mut login = Kept::new(&base_url, &client_id, &secret);
        login.scope = self.scope.as_deref().map(Into::into);
        login.person = self.user.as_deref().map(Into::into);
        let settings = Settings {
            base_url,
            who: Who::Client(login.credentials(service)),
        };
        // Whatever no client takes, such as the address of another product, is told before it is kept.
        Connection::to(service, &settings, &environment, CallOptions::new())?;
        let grant = self.grant(&login, general).await?;
        let token = if self.no_check {
            None
        } else {
            Some(ask(service, &settings, &grant, general).await?)
        };
        keep(
            vault.as_ref(),
            service,
            profile.name(),
            &login,
            token.as_ref(),
        )
        .await?;
        if !general.quiet {
            let (name, profile) = (service.name(), profile.name());
            let place = vault.name();
            notes::line(&format!(
                "logged in to {name} at {}, profile {profile}; kept in {place}",
                settings.base_url
            ));
            self.warn(token.as_ref(), &environment);
        }
        Ok(())
    }

    /// What brings the first token.
    async fn grant(&self, login: &Kept, general: &General) -> Result<CreateToken, Failure> {
        let Some(person) = &self.user else {
            return Ok(login.grant(self.service));
        };
        let password = self.given.password(general).await?;
        let credentials = login.credentials(self.service);
        Ok(CreateToken::password(
            credentials,
            person.as_str(),
            password,
        ))
    }

    /// What is to be known of a login that has come about.
    fn warn(&self, token: Option<&StoredToken>, environment: &Environment) {
        let scope = token.and_then(|token| token.token().scope.as_ref());
        if scope.is_some_and(eloomi::Scope::is_empty) {
            notes::note("the token is good for nothing: its scope is empty");
        }
        let variables = self.service.variables();
        let set = environment.set(variables).into_iter();
        let set: Vec<_> = set
            .filter(|name| {
                [
                    variables.client_id,
                    variables.client_secret,
                    variables.client_secret_file,
                ]
                .contains(name)
            })
            .collect();
        if !set.is_empty() {
            notes::note(&format!("{} wins over this login", set.join(", ")));
        }
    }
}

/// A token for the credentials, which are good if there is one.
async fn ask(
    service: Service,
    settings: &Settings,
    grant: &CreateToken,
    general: &General,
) -> Result<StoredToken, Failure> {
    let options = CallOptions::new().attempts(general.attempts);
    let session = Connection::anonymous(settings, options)?;
    let grant = match service {
        Service::Eloomi => grant.clone(),
        Service::Directory => grant.clone().at(lvconnect::TOKENS),
    };
    let asked_at = SystemClock::new().wall();
    let token = session.send(grant).await;
    Ok(StoredToken::new(token.map_err(refused)?, asked_at))
}

fn refused(error: eloomi::Error) -> Failure {
    let is_given_wrong = error.kind() == ErrorKind::Unauthorized;
    let failure = Failure::from(error);
    if is_given_wrong {
        failure.hint("the same again with the right id, secret or password; nothing was kept")
    } else {
        failure
    }
}

/// Keeps the login in place of the one that is there, and its token.
async fn keep(
    vault: &dyn Vault,
    service: Service,
    profile: &str,
    login: &Kept,
    token: Option<&StoredToken>,
) -> Result<(), Failure> {
    Kept::forget(vault, service, profile).await?;
    login.save(vault, service, profile).await?;
    if let Some((token, key)) = token.zip(login.key(service)) {
        let saved = vault.tokens()?.save(&key, token).await;
        saved.map_err(|error| {
            Failure::new(Exit::Failed, "the token cannot be kept").cause(&error)
        })?;
    }
    Ok(())
}
