//! Why a token is not kept.

use std::{error, fmt, sync::Arc};

/// A store that does not give or keep a token. Prints no path, no key and no token.
#[derive(Clone)]
pub struct StoreError {
    kind: StoreErrorKind,
    source: Option<Arc<dyn error::Error + Send + Sync>>,
}

/// The kinds of [`StoreError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// A file or directory that others can read or change, or that is none: a link, a pipe. It is
    /// neither read nor replaced; who put it there is to be found out, and it is to be removed.
    NotPrivate,
    /// The store cannot be read or written: a disk that is full, a directory that is read-only.
    Unusable,
    /// There is no keyring, or it stays locked.
    NoKeyring,
}

impl StoreError {
    /// An error of this kind.
    pub fn new(kind: StoreErrorKind) -> Self {
        Self { kind, source: None }
    }

    /// Adds the cause. Its text may be printed, so it quotes no path and no token.
    #[must_use]
    pub fn source(mut self, source: impl error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// The kind.
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotPrivate => {
                "what is at the token's place is no file, or not this user's alone (mode 0600)"
            }
            Self::Unusable => "the token store cannot be used",
            Self::NoKeyring => "there is no keyring that can be used",
        })
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl fmt::Debug for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreError")
            .field("kind", &self.kind)
            .field("source", &self.source.as_ref().map(ToString::to_string))
            .finish()
    }
}

impl error::Error for StoreError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        Self::new(StoreErrorKind::Unusable).source(error)
    }
}
