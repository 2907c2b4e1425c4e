//! Getting a connection: directly, or through a proxy's tunnel, and in time.

use std::{
    future::{Future, poll_fn},
    io,
    net::IpAddr,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use eloomi_core::{BoxError, Clock as _, SystemClock};
use eloomi_stack::Names;
use http::Uri;
use hyper_util::client::{
    legacy::connect::{HttpConnector, proxy::Tunnel},
    proxy::matcher::{Intercept, Matcher},
};
use tower_service::Service;

use crate::names::Resolver;

/// A connector that gives up. What it gives up was never sent, so that even a write may be
/// repeated, which nobody could say of a request that runs into its own deadline.
#[derive(Clone)]
pub(crate) struct InTime<C> {
    pub(crate) connector: C,
    pub(crate) allowed: Duration,
}

impl<C> Service<Uri> for InTime<C>
where
    C: Service<Uri, Error: Into<BoxError>, Future: Send + 'static>,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<C::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.connector.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let mut connecting = Box::pin(self.connector.call(target));
        let allowed = self.allowed;
        let mut late = SystemClock::new().sleep(self.allowed);
        Box::pin(poll_fn(move |cx| {
            if let Poll::Ready(connected) = connecting.as_mut().poll(cx) {
                return Poll::Ready(connected.map_err(Into::into));
            }
            let too_late = late.as_mut().poll(cx);
            too_late.map(|()| Err(no_connection_after(allowed)))
        }))
    }
}

fn no_connection_after(allowed: Duration) -> BoxError {
    let text = format!("there is no connection after {allowed:?}");
    io::Error::new(io::ErrorKind::TimedOut, text).into()
}

/// Connects to the host of a URL, or to the proxy that stands before it.
#[derive(Clone)]
pub(crate) struct Connect {
    direct: HttpConnector<Resolver>,
    proxies: Option<std::sync::Arc<Matcher>>,
}

impl Connect {
    pub(crate) fn new(names: Names, allowed: Duration, proxies: Option<Matcher>) -> Self {
        let mut direct = HttpConnector::new_with_resolver(Resolver(names));
        direct.enforce_http(false);
        // Shared among the addresses of a name, so that one that swallows everything leaves time
        // for the next.
        direct.set_connect_timeout(Some(allowed));
        direct.set_nodelay(true);
        Self {
            direct,
            proxies: proxies.map(std::sync::Arc::new),
        }
    }

    /// The proxy for `target`; loopback has none, whatever the environment says.
    fn proxy(&self, target: &Uri) -> Option<Intercept> {
        let host = target.host()?.trim_matches(['[', ']']);
        let is_loopback = host
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback());
        self.proxies
            .as_ref()
            .filter(|_| !is_loopback)?
            .intercept(target)
    }
}

impl Service<Uri> for Connect {
    type Response = <HttpConnector<Resolver> as Service<Uri>>::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.direct.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let Some(proxy) = self.proxy(&target) else {
            let connection = self.direct.call(target);
            return Box::pin(async move { Ok(connection.await?) });
        };
        if proxy.uri().scheme_str() != Some("http") {
            let why = "the proxy of the environment is not an http:// one, which is all that is supported";
            let error = io::Error::new(io::ErrorKind::Unsupported, why);
            return Box::pin(std::future::ready(Err(error.into())));
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), self.direct.clone());
        if let Some(authorization) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        let connection = tunnel.call(target);
        Box::pin(async move { Ok(connection.await?) })
    }
}
