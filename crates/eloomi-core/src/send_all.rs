//! Many requests, a few at a time.

use futures_core::Stream;
use futures_util::StreamExt as _;

use crate::{Endpoint, Error, Session};

impl Session {
    /// Sends many requests, at most
    /// [`concurrency`](crate::CallOptions::concurrency) of them at once, and gives their
    /// values in the order asked. One that fails does not stop the others; dropping the
    /// stream does.
    ///
    /// While nobody polls it, nothing of it moves: requests that wait for a slot of the
    /// [budget](crate::Budget) are passed over after a while, and have their places back when it is
    /// polled again.
    ///
    /// Requests of different types go together as `Box<dyn Endpoint<Output = T>>`.
    ///
    /// # Examples
    ///
    /// ```
    /// use eloomi_core::{Endpoint, Error, Session};
    /// use futures_util::StreamExt as _;
    ///
    /// async fn failures<E: Endpoint + 'static>(session: &Session, plan: Vec<E>) -> usize {
    ///     session.send_all(plan).filter(|done| std::future::ready(done.is_err())).count().await
    /// }
    /// ```
    pub fn send_all<I>(
        &self,
        requests: I,
    ) -> impl Stream<Item = Result<<I::Item as Endpoint>::Output, Error>> + Send + Unpin + 'static + use<I>
    where
        I: IntoIterator,
        I::IntoIter: Send + 'static,
        I::Item: Endpoint + 'static,
    {
        let session = self.clone();
        let at_once = self.options.concurrency_or_default();
        let calls = futures_util::stream::iter(requests).map(move |request| {
            let session = session.clone();
            async move { session.send(request).await }
        });
        Box::pin(calls.buffered(at_once))
    }
}
