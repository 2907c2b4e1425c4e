//! What is kept of a login.

use eloomi::{
    BaseUrl, ClientCredentials, CreateToken, Grant as _, StoreKey,
    wire::{Text, decode, model},
};

use super::Vault;
use crate::{exit::Exit, failure::Failure, service::Service};

/// The version of the text. A text of any other is not read.
const VERSION: u64 = 1;

model! {
    /// What `eloomi auth login` was given. Its JSON holds the secret as it is.
    pub(crate) struct Login {
        /// The version of the text.
        version: Option<u64> = "version";
        /// Where the service is. The secret is sent nowhere else.
        base_url: Option<Text> = "base_url";
        /// Who asks.
        client_id: Option<Text> = "client_id";
        /// The secret.
        client_secret: Option<Text> = "client_secret", personal;
        /// What tokens are asked for, if something was chosen.
        scope: Option<Text> = "scope";
        /// For whom tokens are, if for a person.
        person: Option<Text> = "person", personal;
    }
}

impl Login {
    /// A login of this client at this address.
    pub(crate) fn new(base_url: &BaseUrl, client_id: &str, client_secret: &str) -> Self {
        Self {
            version: Some(VERSION),
            base_url: Some(base_url.to_string().into()),
            client_id: Some(client_id.into()),
            client_secret: Some(client_secret.into()),
            ..Self::default()
        }
    }

    /// What the vault holds under this profile.
    pub(crate) async fn load(
        vault: &dyn Vault,
        service: Service,
        profile: &str,
    ) -> Result<Option<Self>, Failure> {
        let Some(text) = vault.read(&name(service, profile)).await? else {
            return Ok(None);
        };
        // The cause would be of no help, and its words are not known to hold no secret.
        let login: Option<Self> = decode(text.as_bytes()).ok();
        let is_whole = |login: &Self| {
            login.version == Some(VERSION)
                && login.client_id.is_some()
                && login.client_secret.is_some()
                && login.base().is_some()
        };
        login.filter(is_whole).map(Some).ok_or_else(|| {
            let what = format!(
                "what {} holds of profile {profile} is no login",
                vault.name()
            );
            Failure::new(Exit::Credentials, what)
                .hint(format!("log in again: `{}`", service.login_command()))
        })
    }

    /// Keeps it under this profile.
    pub(crate) async fn save(
        &self,
        vault: &dyn Vault,
        service: Service,
        profile: &str,
    ) -> Result<(), Failure> {
        let text = serde_json::to_string(self)
            .map_err(|_| Failure::new(Exit::Failed, "the login cannot be written"))?;
        vault.write(&name(service, profile), text).await
    }

    /// Forgets what is kept under this profile, with its token; says whether there was something.
    pub(crate) async fn forget(
        vault: &dyn Vault,
        service: Service,
        profile: &str,
    ) -> Result<bool, Failure> {
        // What is no login is removed, too: its token cannot be found without it.
        let login = Self::load(vault, service, profile).await.ok().flatten();
        if let Some(key) = login.and_then(|login| login.key(service)) {
            let cleared = vault.tokens()?.clear(&key).await;
            cleared.map_err(|error| {
                Failure::new(Exit::Failed, "the token may still be there").cause(&error)
            })?;
        }
        vault.remove(&name(service, profile)).await
    }

    /// Where the service is.
    pub(crate) fn base(&self) -> Option<BaseUrl> {
        self.base_url.as_deref()?.parse().ok()
    }

    /// The credentials in it.
    pub(crate) fn credentials(&self, service: Service) -> ClientCredentials {
        let text = |text: &Option<Text>| text.clone().map(String::from).unwrap_or_default();
        let credentials = ClientCredentials::new(text(&self.client_id), text(&self.client_secret));
        match (&self.scope, service.only_scope()) {
            (Some(scope), _) => credentials.scope(scope.as_str()),
            (None, Some(scope)) => credentials.scope(scope),
            (None, None) => credentials,
        }
    }

    /// What brings its tokens, now that somebody has logged in.
    pub(crate) fn grant(&self, service: Service) -> CreateToken {
        let credentials = self.credentials(service);
        match &self.person {
            Some(person) => CreateToken::logged_in(credentials).person(person.as_str()),
            None => CreateToken::new(credentials),
        }
    }

    /// Under which key its token is kept.
    pub(crate) fn key(&self, service: Service) -> Option<StoreKey> {
        self.grant(service).key(&self.base()?)
    }
}

/// What it is kept under: one service never finds what was given for another.
fn name(service: Service, profile: &str) -> String {
    format!("{}-{profile}", service.word())
}
