//! What a path has in the places of its parameters.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use serde::de::DeserializeOwned;

/// The key in a path.
pub(super) type Key = InPath<String>;

/// Two of them, in the order of the path.
pub(super) type Keys = InPath<(String, String)>;

/// What was decoded from a path; what is no UTF-8 is a key that nothing has.
pub(super) struct InPath<T>(Option<T>);

impl<T> InPath<T> {
    /// What is found with it.
    pub(super) fn find<F>(&self, search: impl FnOnce(&T) -> Option<F>) -> Option<F> {
        search(self.0.as_ref()?)
    }
}

impl<T, S> FromRequestParts<S> for InPath<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let path = Path::from_request_parts(parts, state).await.ok();
        Ok(Self(path.map(|Path(decoded)| decoded)))
    }
}
