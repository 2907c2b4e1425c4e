//! Where tokens stay when a program ends.

mod error;
#[cfg(all(feature = "token-file", unix))]
mod file;
mod key;
#[cfg(feature = "keyring")]
mod keyring;
mod lock;
mod memory;
#[cfg(all(feature = "token-file", unix))]
mod private_file;
mod stored_token;

use async_trait::async_trait;

pub use error::{StoreError, StoreErrorKind};
#[cfg(all(feature = "token-file", unix))]
pub use file::FileTokenStore;
pub use key::StoreKey;
#[cfg(feature = "keyring")]
pub use keyring::KeyringTokenStore;
pub use lock::StoreLock;
pub use memory::MemoryTokenStore;
pub use stored_token::StoredToken;

/// Keeps tokens beyond the life of a [`Bearer`](crate::Bearer), and perhaps of its process.
///
/// A `Bearer` reads before it asks for a token, takes the lock, reads again, asks, and writes. So
/// processes that share a store make one token request together. A store that fails costs no
/// call: the `Bearer` goes on by itself, and warns once.
///
/// There are [`MemoryTokenStore`], `FileTokenStore` (feature `token-file`) and `KeyringTokenStore`
/// (feature `keyring`). None has a place by default.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use eloomi_auth::{Bearer, ClientCredentials, CreateToken, MemoryTokenStore};
/// use eloomi_core::SystemClock;
///
/// let grant = CreateToken::new(ClientCredentials::new(200, "sim-secret"));
/// let bearer = Bearer::new(grant, Arc::new(SystemClock::new()))
///     .store(Arc::new(MemoryTokenStore::new()));
/// ```
#[cfg_attr(feature = "mock", mockall::automock)]
#[async_trait]
pub trait TokenStore: Send + Sync {
    /// The token that is kept under this key. What is torn, or of another key, is none.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if there may be one and it cannot be had.
    async fn load(&self, key: &StoreKey) -> Result<Option<StoredToken>, StoreError>;

    /// Keeps a token in place of what is there: whole, or not at all.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it is not kept.
    async fn save(&self, key: &StoreKey, token: &StoredToken) -> Result<(), StoreError>;

    /// Forgets what is kept under this key. Withdraws nothing at the service.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it may still be there.
    async fn clear(&self, key: &StoreKey) -> Result<(), StoreError>;

    /// Keeps others from asking for a token under this key, until the lock is dropped; `None` if
    /// somebody else has it. Does not wait.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if nobody can be kept out.
    async fn try_lock(&self, key: &StoreKey) -> Result<Option<StoreLock>, StoreError>;
}
