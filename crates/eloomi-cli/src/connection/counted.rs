//! Counting requests on their way out.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi::{Body, Transport, TransportError};
use http::{Request, Response};

/// A transport that counts what it sends.
#[derive(Debug)]
pub(crate) struct Counted<T> {
    inner: T,
    counter: Counter,
}

/// How many requests went out, those for a token included.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter(Arc<AtomicU64>);

impl<T> Counted<T> {
    /// The transport and its counter.
    pub(crate) fn new(inner: T) -> (Self, Counter) {
        let counter = Counter::default();
        let transport = Self {
            inner,
            counter: counter.clone(),
        };
        (transport, counter)
    }
}

impl Counter {
    /// How many so far.
    pub(crate) fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[async_trait]
impl<T: Transport> Transport for Counted<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        self.counter.0.fetch_add(1, Ordering::Relaxed);
        self.inner.send(request).await
    }
}
