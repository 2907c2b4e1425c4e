//! One request over hyper.

use std::fmt;

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Transport, TransportError};
use eloomi_stack::{explained, judged, phase};
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::{Client, Error, connect::capture_connection};

use crate::{
    BuildError, HyperTransportBuilder,
    connect::{Connect, InTime},
    unanswered::Unanswered,
};

/// [`Transport`] over hyper's pooled client. Clones share the pool.
///
/// # Examples
///
/// ```
/// use eloomi_core::Session;
/// use eloomi_hyper::HyperTransport;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let session = Session::builder("https://api.example.com".parse()?, HyperTransport::new()?).build();
/// # let _ = session;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<InTime<HttpsConnector<Connect>>, Full<Bytes>>,
}

impl HyperTransport {
    /// The stack as it is by default; see the [crate](crate)'s table.
    ///
    /// # Errors
    ///
    /// [`BuildError`] if this machine has no certificate authorities.
    pub fn new() -> Result<Self, BuildError> {
        Self::builder().build()
    }

    /// The stack with other settings.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder::default()
    }

    pub(crate) fn with_client(
        client: Client<InTime<HttpsConnector<Connect>>, Full<Bytes>>,
    ) -> Self {
        Self { client }
    }
}

#[async_trait]
impl Transport for HyperTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let mut request = request.map(Full::new);
        let unanswered = Unanswered::new(capture_connection(&mut request));
        let answered = self.client.request(request).await;
        unanswered.answered();
        let answer = answered.map_err(failed)?;
        Ok(answer.map(|body| Body::new(body.map_err(explained))))
    }
}

fn failed(error: Error) -> TransportError {
    judged(phase(&error), error)
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HyperTransport")
    }
}
