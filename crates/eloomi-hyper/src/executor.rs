//! Where connections live.

use std::future::Future;

use hyper_util::rt::TokioExecutor;
use tracing::instrument::WithSubscriber as _;

/// Spawns on tokio; what is spawned writes to the same log as whoever spawned it, so that the lid
/// that the core puts on the stack holds for its connections too.
#[derive(Clone, Debug)]
pub(crate) struct Executor(TokioExecutor);

impl Executor {
    pub(crate) fn new() -> Self {
        Self(TokioExecutor::new())
    }
}

impl<F> hyper::rt::Executor<F> for Executor
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    fn execute(&self, future: F) {
        self.0.execute(future.with_current_subscriber());
    }
}
