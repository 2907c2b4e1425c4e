//! A store that processes of one user share.

use std::path::PathBuf;

use async_trait::async_trait;
use secrecy::ExposeSecret as _;

use super::{StoreError, StoreKey, StoreLock, StoredToken, TokenStore, private_file};

/// Keeps each token in a file of its own, for this user alone. Unix only, feature `token-file`.
///
/// * The file is made with mode 0600 and replaced as a whole, so it is never half-written, whatever
///   becomes of the process. A file that is torn all the same, of another key or of another version
///   is as good as none.
/// * What others can read, a link, a pipe, a directory, or what somebody else owns is refused:
///   neither read nor replaced. So is a directory that others may write to.
/// * A second file, `.lock`, holds the lock: the operating system's, so that it ends with its process.
///   On a network drive without locks each process asks for a token by itself.
/// * Whoever can read the user's files can read the tokens. They are not encrypted.
///
/// Its files are small, and are read and written on the thread that asks for a token, which happens
/// once in the life of a token.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use eloomi_auth::{Bearer, ClientCredentials, CreateToken, FileTokenStore};
/// use eloomi_core::SystemClock;
///
/// let store = FileTokenStore::new("/var/lib/nightly/tokens");
/// let grant = CreateToken::new(ClientCredentials::new(200, "sim-secret"));
/// let bearer = Bearer::new(grant, Arc::new(SystemClock::new())).store(Arc::new(store));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "it does nothing until a bearer has it"]
pub struct FileTokenStore {
    directory: PathBuf,
}

/// Longer than any token that is one.
const LONGEST: u64 = 64 << 10;

impl FileTokenStore {
    /// In this directory, which is made, with mode 0700, when the first token is kept. Opens nothing
    /// yet.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into(),
        }
    }

    fn path(&self, key: &StoreKey, ending: &str) -> PathBuf {
        self.directory.join(key.digest()).with_extension(ending)
    }
}

#[async_trait]
impl TokenStore for FileTokenStore {
    async fn load(&self, key: &StoreKey) -> Result<Option<StoredToken>, StoreError> {
        if !private_file::is_private_directory(&self.directory)? {
            return Ok(None);
        }
        let bytes = private_file::read(&self.path(key, "json"), LONGEST)?;
        Ok(bytes.and_then(|bytes| StoredToken::from_json(&bytes, &key.digest())))
    }

    async fn save(&self, key: &StoreKey, token: &StoredToken) -> Result<(), StoreError> {
        private_file::create_directory(&self.directory)?;
        let path = self.path(key, "json");
        private_file::sweep(&path)?;
        let json = token.to_json(&key.digest());
        private_file::replace(&path, json.expose_secret().as_bytes())
    }

    async fn clear(&self, key: &StoreKey) -> Result<(), StoreError> {
        if !private_file::is_private_directory(&self.directory)? {
            return Ok(());
        }
        let path = self.path(key, "json");
        private_file::sweep(&path)?;
        match std::fs::remove_file(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            removed => Ok(removed?),
        }
    }

    async fn try_lock(&self, key: &StoreKey) -> Result<Option<StoreLock>, StoreError> {
        private_file::create_directory(&self.directory)?;
        let lock = private_file::try_lock(&self.path(key, "lock"))?;
        Ok(lock.map(StoreLock::held))
    }
}

#[cfg(test)]
mod tests;
