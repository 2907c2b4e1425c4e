//! The keyring of the operating system: Keychain on macOS, the Credential Manager on Windows, the
//! Secret Service elsewhere.

use std::{fmt, sync::Arc, thread};

use async_trait::async_trait;
use eloomi::{KeyringTokenStore, TokenStore};
use keyring_core::{CredentialStore, Entry, Error};
use tokio::sync::oneshot;

use super::{NoVault, Vault};
use crate::{exit::Exit, failure::Failure};

/// Under what the keyring files the entries of this command.
const APPLICATION: &str = "eloomi";

const NONE: NoVault = NoVault("there is no keyring that can be used");

/// The keyring.
pub(super) struct Keyring(Arc<CredentialStore>);

impl Keyring {
    /// That of the system.
    pub(super) async fn of_system() -> Result<Self, NoVault> {
        let opened = apart(|| {
            let status = keyring::v1::Entry::store_status();
            status.is_ok().then(keyring_core::get_default_store)?
        });
        opened.await.flatten().map(Self).ok_or(NONE)
    }

    async fn entry<T: Send + 'static>(
        &self,
        name: &str,
        act: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<Option<T>, Failure> {
        let (store, name) = (Arc::clone(&self.0), name.to_owned());
        let done = apart(move || {
            let entry = Entry::new_in_store(&store, APPLICATION, &name)?;
            act(&entry)
        });
        match done.await {
            Some(Ok(value)) => Ok(Some(value)),
            Some(Err(Error::NoEntry)) => Ok(None),
            Some(Err(error)) => Err(failed(&error)),
            None => Err(failed(&Error::NoDefaultStore)),
        }
    }
}

/// Does it on a thread of its own: the keyring may ask somebody and wait, and must not be called
/// from within a runtime. `None` if it panicked.
async fn apart<T: Send + 'static>(act: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = oneshot::channel();
    thread::spawn(move || tell.send(act()));
    told.await.ok()
}

/// Of a keyring's error, only what is known to quote nothing.
fn failed(error: &Error) -> Failure {
    let why = match error {
        Error::NoStorageAccess(_) | Error::NoDefaultStore => "the keyring stays locked, or is gone",
        Error::TooLong(..) => "the keyring does not take anything that long",
        Error::Ambiguous(_) => {
            "the keyring holds several of them, and which one counts nobody can tell"
        }
        _ => "the keyring failed",
    };
    Failure::new(Exit::Credentials, why)
}

#[async_trait]
impl Vault for Keyring {
    fn name(&self) -> &'static str {
        "the keyring"
    }

    fn word(&self) -> &'static str {
        "keyring"
    }

    async fn read(&self, name: &str) -> Result<Option<String>, Failure> {
        self.entry(name, Entry::get_password).await
    }

    async fn write(&self, name: &str, text: String) -> Result<(), Failure> {
        let written = self.entry(name, move |entry| entry.set_password(&text));
        match written.await? {
            Some(()) => Ok(()),
            None => Err(failed(&Error::NoEntry)),
        }
    }

    async fn remove(&self, name: &str) -> Result<bool, Failure> {
        let removed = self.entry(name, Entry::delete_credential).await?;
        Ok(removed.is_some())
    }

    fn tokens(&self) -> Result<Arc<dyn TokenStore>, Failure> {
        let store = KeyringTokenStore::new(APPLICATION);
        let refused =
            |error| Failure::new(Exit::Credentials, "no tokens can be kept").cause(&error);
        Ok(Arc::new(store.map_err(refused)?))
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
