//! Any tower service as a transport.

use std::{
    fmt,
    future::poll_fn,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tower_service::Service;

use crate::{Body, BoxError, Phase, Transport, TransportError};

/// [`Transport`] over any `tower` service of `http` types: a stack that this workspace does not
/// have, or one with layers of your own around it.
///
/// The service is cloned for each request; it need not be `Sync`. It must not follow
/// redirects, undo encodings or repeat requests: leave such layers out.
///
/// # Examples
///
/// ```
/// use std::io;
/// use eloomi_core::{Body, BoxError, Phase, TowerTransport};
/// use http::{Request, Response};
/// use tower_service::Service;
///
/// fn transport<S>(service: S) -> TowerTransport<S>
/// where
///     S: Service<Request<Body>, Response = Response<Body>, Error = io::Error>,
/// {
///     TowerTransport::new(service, |error: &BoxError| {
///         match error.downcast_ref::<io::Error>().map(io::Error::kind) {
///             Some(io::ErrorKind::ConnectionRefused) => Phase::NotSent,
///             _ => Phase::MaybeSent,
///         }
///     })
/// }
/// ```
pub struct TowerTransport<S> {
    service: Mutex<S>,
    phase: Box<dyn Fn(&BoxError) -> Phase + Send + Sync>,
}

impl<S> TowerTransport<S> {
    /// Sends through `service`. Of its errors `phase` tells how far the request got: if
    /// unsure, [`Phase::MaybeSent`], because only [`Phase::NotSent`] lets a write be repeated.
    pub fn new(service: S, phase: impl Fn(&BoxError) -> Phase + Send + Sync + 'static) -> Self {
        Self {
            service: Mutex::new(service),
            phase: Box::new(phase),
        }
    }
}

#[async_trait]
impl<S, B> Transport for TowerTransport<S>
where
    S: Service<Request<Body>, Response = Response<B>> + Clone + Send,
    S::Future: Send,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let mut service = {
            let service = self.service.lock();
            service.unwrap_or_else(PoisonError::into_inner).clone()
        };
        poll_fn(|cx| service.poll_ready(cx))
            .await
            .map_err(|error| TransportError::new(Phase::NotSent, error))?;
        let answer = service.call(request.map(Body::from));
        let answer = answer.await.map_err(|error| {
            let error = error.into();
            TransportError::new((self.phase)(&error), error)
        })?;
        Ok(answer.map(Body::new))
    }
}

impl<S> fmt::Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TowerTransport")
    }
}
