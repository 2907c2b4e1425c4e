//! The right to ask for a token.

use std::{any::Any, fmt};

/// Keeps others out until it is dropped.
pub struct StoreLock(Option<Box<dyn Any + Send + Sync>>);

impl StoreLock {
    /// Held as long as this value is: a locked file, say.
    pub fn held(guard: impl Any + Send + Sync) -> Self {
        Self(Some(Box::new(guard)))
    }

    /// Keeps nobody out: for a store that has no locks. Each process then asks by itself.
    pub fn none() -> Self {
        Self(None)
    }
}

impl fmt::Debug for StoreLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_held = self.0.is_some();
        f.debug_struct("StoreLock")
            .field("is_held", &is_held)
            .finish()
    }
}
