//! A store that the operating system keeps.

use std::{fmt, sync::Arc};

use async_trait::async_trait;
use keyring_core::{CredentialStore, Entry, Error};
use secrecy::{
    ExposeSecret as _,
    zeroize::{Zeroize as _, Zeroizing},
};

use super::{StoreError, StoreErrorKind, StoreKey, StoreLock, StoredToken, TokenStore};

/// Keeps tokens in the keyring of the operating system: Keychain on macOS, the Credential Manager on
/// Windows, the Secret Service elsewhere. Feature `keyring`.
///
/// Where there is none, it fails; it never falls back to a file. Asking the keyring may open a window
/// that asks a person, and blocks the thread meanwhile. It has no lock: several processes may each ask for
/// a token, and the last one stays.
///
/// # Examples
///
/// ```no_run
/// use std::sync::Arc;
/// use eloomi_auth::{Bearer, ClientCredentials, CreateToken, KeyringTokenStore, StoreError};
/// use eloomi_core::SystemClock;
///
/// # fn main() -> Result<(), StoreError> {
/// let grant = CreateToken::new(ClientCredentials::new(200, "sim-secret"));
/// let bearer = Bearer::new(grant, Arc::new(SystemClock::new()))
///     .store(Arc::new(KeyringTokenStore::new("nightly-sync")?));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct KeyringTokenStore {
    keyring: Arc<CredentialStore>,
    application: String,
}

impl KeyringTokenStore {
    /// The system's keyring, with entries under the name of this application.
    ///
    /// # Errors
    ///
    /// [`StoreErrorKind::NoKeyring`] if there is none.
    pub fn new(application: impl Into<String>) -> Result<Self, StoreError> {
        // On a thread of its own: it waits for another program, which no runtime may do.
        let opened = apart(|| {
            keyring::v1::Entry::store_status()
                .as_ref()
                .map_err(no_keyring)
                .err()
        });
        match (opened, keyring_core::get_default_store()) {
            (None, Some(keyring)) => Ok(Self::over(keyring, application)),
            (error, _) => Err(error.unwrap_or(StoreError::new(StoreErrorKind::NoKeyring))),
        }
    }

    fn over(keyring: Arc<CredentialStore>, application: impl Into<String>) -> Self {
        Self {
            keyring,
            application: application.into(),
        }
    }

    fn entry(&self, key: &StoreKey) -> Result<Entry, StoreError> {
        let entry = Entry::new_in_store(&self.keyring, &self.application, &key.digest());
        entry.map_err(|error| failed(&error))
    }
}

/// Does it on a thread of its own, and waits for that.
fn apart<T: Send>(act: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let done = scope.spawn(act).join();
        done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Of a keyring's error, only what is known to quote nothing.
fn failed(error: &Error) -> StoreError {
    match error {
        Error::NoStorageAccess(_) | Error::NoDefaultStore => no_keyring(error),
        _ => StoreError::new(StoreErrorKind::Unusable),
    }
}

fn no_keyring(_error: &Error) -> StoreError {
    StoreError::new(StoreErrorKind::NoKeyring)
}

#[async_trait]
impl TokenStore for KeyringTokenStore {
    async fn load(&self, key: &StoreKey) -> Result<Option<StoredToken>, StoreError> {
        let secret = apart(|| match self.entry(key)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            // What cannot be read is no token.
            Err(Error::BadDataFormat(mut bytes, _)) => {
                bytes.zeroize();
                Ok(None)
            }
            Err(error) => Err(failed(&error)),
        })?;
        Ok(secret.and_then(|secret| StoredToken::from_json(&secret, &key.digest())))
    }

    async fn save(&self, key: &StoreKey, token: &StoredToken) -> Result<(), StoreError> {
        let json = token.to_json(&key.digest());
        apart(|| {
            let saved = self.entry(key)?.set_secret(json.expose_secret().as_bytes());
            saved.map_err(|error| failed(&error))
        })
    }

    async fn clear(&self, key: &StoreKey) -> Result<(), StoreError> {
        apart(|| match self.entry(key)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(failed(&error)),
        })
    }

    async fn try_lock(&self, _key: &StoreKey) -> Result<Option<StoreLock>, StoreError> {
        Ok(Some(StoreLock::none()))
    }
}

impl fmt::Debug for KeyringTokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyringTokenStore")
            .field("application", &self.application)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
