//! Where `eloomi auth login` keeps what it was given: in the keyring of the operating system, or, if
//! somebody asks for that in so many words, in plain files. Never in a file without being asked.

#[cfg(feature = "keyring")]
mod keyring;
mod login;
#[cfg(unix)]
mod plain_files;

use std::{fmt, path::PathBuf, sync::Arc};

use async_trait::async_trait;
use eloomi::TokenStore;

pub(crate) use login::Login;

use crate::{
    arguments::General, exit::Exit, failure::Failure, service::Service, settings::Environment,
};

/// Keeps texts under names, and tokens beside them.
#[async_trait]
pub(crate) trait Vault: fmt::Debug + Send + Sync {
    /// What it is, in a sentence: `the keyring`.
    fn name(&self) -> &'static str;

    /// What it is, in one word.
    fn word(&self) -> &'static str;

    /// What is kept under this name.
    async fn read(&self, name: &str) -> Result<Option<String>, Failure>;

    /// Keeps a text in place of what is there.
    async fn write(&self, name: &str, text: String) -> Result<(), Failure>;

    /// Forgets what is kept under this name; says whether there was something.
    async fn remove(&self, name: &str) -> Result<bool, Failure>;

    /// Where the tokens are.
    fn tokens(&self) -> Result<Arc<dyn TokenStore>, Failure>;
}

/// Why there is no place to keep anything, as the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoVault(&'static str);

impl NoVault {
    /// Why.
    pub(crate) fn why(self) -> &'static str {
        self.0
    }

    /// The failure of a command that cannot do without. Names the other ways.
    pub(crate) fn failure(self, service: Service) -> Failure {
        let variables = service.variables();
        Failure::new(
            Exit::Failed,
            format!("there is no place for logins: {}", self.0),
        )
        .hint(format!(
            "set {} and {} (or {}) instead; or --insecure-storage DIRECTORY, which keeps them in \
             plain files, unencrypted",
            variables.client_id, variables.client_secret, variables.client_secret_file
        ))
    }
}

/// The place that the flags and the environment name, or the keyring.
pub(crate) async fn open(
    general: &General,
    environment: &Environment,
) -> Result<Result<Box<dyn Vault>, NoVault>, Failure> {
    let directory = match &general.insecure_storage {
        Some(directory) => Some(directory.clone()),
        None => environment
            .text("ELOOMI_INSECURE_STORAGE", Exit::Usage)?
            .map(PathBuf::from),
    };
    match directory {
        Some(directory) => plain_files(directory).map(Ok),
        None => Ok(system().await),
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there are none")]
fn plain_files(directory: PathBuf) -> Result<Box<dyn Vault>, Failure> {
    Ok(Box::new(plain_files::PlainFiles::new(directory)))
}

#[cfg(not(unix))]
fn plain_files(_directory: PathBuf) -> Result<Box<dyn Vault>, Failure> {
    Err(Failure::usage(
        "--insecure-storage is for systems where a file can be kept from other users by its mode",
    ))
}

#[cfg(feature = "keyring")]
async fn system() -> Result<Box<dyn Vault>, NoVault> {
    let keyring = keyring::Keyring::of_system().await?;
    Ok(Box::new(keyring))
}

#[cfg(not(feature = "keyring"))]
#[expect(clippy::unused_async, reason = "a keyring is waited for")]
async fn system() -> Result<Box<dyn Vault>, NoVault> {
    Err(NoVault("this command was built without a keyring"))
}
