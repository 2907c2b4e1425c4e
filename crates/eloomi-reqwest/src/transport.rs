//! One request over reqwest.

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Phase, Transport, TransportError};
use eloomi_stack::{explained, judged, phase};
use http::{Request, Response};
use http_body_util::BodyExt as _;
use reqwest::{Client, Error};

use crate::{BuildError, ReqwestTransportBuilder};

/// [`Transport`] over a reqwest client. Clones share its pool.
///
/// # Examples
///
/// ```no_run
/// use eloomi_core::Session;
/// use eloomi_reqwest::ReqwestTransport;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let session = Session::builder("https://api.example.com".parse()?, ReqwestTransport::new()?).build();
/// # let _ = session;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: Client,
}

impl ReqwestTransport {
    /// The stack as it is by default; see the [crate](crate)'s table.
    ///
    /// # Errors
    ///
    /// [`BuildError`] if there is no crypto provider, or this machine has no certificate
    /// authorities.
    pub fn new() -> Result<Self, BuildError> {
        Self::builder().build()
    }

    /// The stack with other settings.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder::default()
    }

    pub(crate) fn with_client(client: Client) -> Self {
        Self { client }
    }
}

#[async_trait]
impl Transport for ReqwestTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let request = reqwest::Request::try_from(request).map_err(failed)?;
        let answer = self.client.execute(request).await.map_err(failed)?;
        let answer = Response::<reqwest::Body>::from(answer);
        Ok(answer.map(|body| Body::new(body.map_err(|error| explained(error.without_url())))))
    }
}

/// reqwest's own text holds the URL, and with it ids and queries: it goes without.
fn failed(error: Error) -> TransportError {
    let phase = if error.is_builder() {
        Phase::NotSent
    } else {
        phase(&error)
    };
    judged(phase, error.without_url())
}
