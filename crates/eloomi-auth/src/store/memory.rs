//! A store that ends with the process.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;

use super::{StoreError, StoreKey, StoreLock, StoredToken, TokenStore};

/// Keeps tokens as long as the process lives: for several [`Bearer`](crate::Bearer)s of one
/// program, and for a token that one has already. Clones share what they keep.
#[derive(Clone, Default)]
pub struct MemoryTokenStore(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    tokens: HashMap<StoreKey, StoredToken>,
    locks: HashMap<StoreKey, Arc<()>>,
}

impl MemoryTokenStore {
    /// A store with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing in here can panic halfway.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl TokenStore for MemoryTokenStore {
    async fn load(&self, key: &StoreKey) -> Result<Option<StoredToken>, StoreError> {
        Ok(self.kept().tokens.get(key).cloned())
    }

    async fn save(&self, key: &StoreKey, token: &StoredToken) -> Result<(), StoreError> {
        self.kept().tokens.insert(key.clone(), token.clone());
        Ok(())
    }

    async fn clear(&self, key: &StoreKey) -> Result<(), StoreError> {
        self.kept().tokens.remove(key);
        Ok(())
    }

    async fn try_lock(&self, key: &StoreKey) -> Result<Option<StoreLock>, StoreError> {
        let mut kept = self.kept();
        let lock = kept.locks.entry(key.clone()).or_default();
        // One pointer is the store's own, any other is a lock that is held.
        let is_free = Arc::strong_count(lock) == 1;
        Ok(is_free.then(|| StoreLock::held(Arc::clone(lock))))
    }
}

impl fmt::Debug for MemoryTokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryTokenStore")
            .field("tokens", &self.kept().tokens.len())
            .finish()
    }
}
