//! A bearer's dealings with its store, which may fail without harm.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use eloomi_core::Clock;

use crate::{StoreError, StoreKey, StoreLock, StoredToken, TokenStore};

/// How long another process may keep us from asking. Longer than a token request takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// A token that is kept is good for a day at most, unless somebody says otherwise.
const DAY: Duration = Duration::from_secs(24 * 3600);

/// How often to look whether the lock is free.
const PAUSE: Duration = Duration::from_millis(20);

/// The store, if there is one.
pub(super) struct Keeping {
    store: Option<Arc<dyn TokenStore>>,
    /// How long a token that was kept is good for at most.
    pub(super) cap: Duration,
    clock: Arc<dyn Clock>,
    has_warned: AtomicBool,
}

/// Where in the store the token is.
pub(super) struct Place<'a> {
    keeping: &'a Keeping,
    store: &'a dyn TokenStore,
    key: StoreKey,
}

impl Keeping {
    pub(super) fn empty(clock: Arc<dyn Clock>) -> Self {
        Self {
            store: None,
            cap: DAY,
            clock,
            has_warned: AtomicBool::new(false),
        }
    }

    pub(super) fn with_store(&self, store: Arc<dyn TokenStore>) -> Self {
        Self {
            store: Some(store),
            cap: self.cap,
            ..Self::empty(Arc::clone(&self.clock))
        }
    }

    pub(super) fn with_cap(&self, cap: Duration) -> Self {
        Self {
            store: self.store.clone(),
            cap,
            ..Self::empty(Arc::clone(&self.clock))
        }
    }

    /// The place of this key, if there is a store and a key.
    pub(super) fn place(&self, key: Option<StoreKey>) -> Option<Place<'_>> {
        let store = self.store.as_deref()?;
        key.map(|key| Place {
            keeping: self,
            store,
            key,
        })
    }

    /// A store that fails is as good as none. Says so once: the next failure will be the same.
    fn given<T>(&self, given: Result<T, StoreError>) -> Option<T> {
        given
            .inspect_err(|error| {
                if !self.has_warned.swap(true, Relaxed) {
                    tracing::warn!(
                        target: "eloomi_auth",
                        why = %error,
                        "the token store fails; the token stays in memory"
                    );
                }
            })
            .ok()
    }
}

impl Place<'_> {
    pub(super) async fn read(&self) -> Option<StoredToken> {
        let loaded = self.store.load(&self.key).await;
        self.keeping.given(loaded).flatten()
    }

    pub(super) async fn write(&self, token: &StoredToken) {
        let saved = self.store.save(&self.key, token).await;
        self.keeping.given(saved);
    }

    /// Waits for the lock; goes on without it after ten seconds, or if there is none to have.
    pub(super) async fn lock(&self) -> Option<StoreLock> {
        let clock = &self.keeping.clock;
        let since = clock.now();
        loop {
            let locked = self.store.try_lock(&self.key).await;
            match self.keeping.given(locked) {
                None => return None,
                Some(Some(lock)) => return Some(lock),
                Some(None) if clock.now().since(since) >= PATIENCE => return None,
                Some(None) => clock.sleep(PAUSE).await,
            }
        }
    }
}
