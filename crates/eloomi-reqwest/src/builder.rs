//! Setting up the stack.

use std::{error, fmt, time::Duration};

use eloomi_core::BoxError;
use reqwest::{Client, redirect, retry};

use crate::{
    ReqwestTransport, proxy,
    tls::{self, Trust},
};

/// Below the five seconds after which many servers close an idle connection: a request that
/// meets the closing one is lost.
const IDLE: Duration = Duration::from_millis(3500);

/// How long one name may take to become a connection.
const CONNECT: Duration = Duration::from_secs(5);

/// Sets up a [`ReqwestTransport`].
///
/// # Examples
///
/// ```no_run
/// use eloomi_reqwest::{BuildError, ReqwestTransport};
///
/// fn behind_the_company_proxy() -> Result<ReqwestTransport, BuildError> {
///     ReqwestTransport::builder().proxy_from_env().build()
/// }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build`"]
pub struct ReqwestTransportBuilder {
    trust: Trust,
    proxy_from_env: bool,
    http1_only: bool,
}

impl ReqwestTransportBuilder {
    /// Trusts the certificate authorities in this PEM text, and no others. By default those
    /// of the operating system are trusted.
    pub fn trust_only(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.trust = Trust::Only(pem.into());
        self
    }

    /// Trusts nobody, so that `https` fails: for plain HTTP on loopback, which then works on a
    /// machine without certificate authorities, too.
    pub fn trust_nobody(mut self) -> Self {
        self.trust = Trust::Nobody;
        self
    }

    /// Goes through the proxy that `HTTPS_PROXY` or `ALL_PROXY` name, unless `NO_PROXY`
    /// exempts the host. Loopback addresses are always reached directly. The proxy sees
    /// host and port, and nothing of the requests.
    pub fn proxy_from_env(mut self) -> Self {
        self.proxy_from_env = true;
        self
    }

    /// Speaks HTTP/1.1 even to servers that offer HTTP/2.
    pub fn http1_only(mut self) -> Self {
        self.http1_only = true;
        self
    }

    /// The transport. Needs no runtime, connects to nothing.
    ///
    /// # Errors
    ///
    /// [`BuildError`] if there is no crypto provider or no certificate authority to trust, or if
    /// what was given cannot be used.
    pub fn build(self) -> Result<ReqwestTransport, BuildError> {
        let mut tls = tls::config(&self.trust)?;
        // reqwest leaves the protocols of a prepared configuration alone.
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        if !self.http1_only {
            tls.alpn_protocols.insert(0, b"h2".to_vec());
        }
        let mut client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .pool_idle_timeout(IDLE)
            .connect_timeout(CONNECT)
            // The environment's, unless asked for below.
            .no_proxy()
            // Somebody else in the build may have switched these features on: whatever
            // undoes an encoding must do it under the core's cap.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd();
        if let Some(proxy) = proxy::from_env().filter(|_| self.proxy_from_env) {
            client = client.proxy(proxy.map_err(BuildError::Client)?);
        }
        if self.http1_only {
            client = client.http1_only();
        }
        let client = client
            .build()
            .map_err(|error| BuildError::Client(error.without_url().into()))?;
        Ok(ReqwestTransport::with_client(client))
    }
}

/// The stack cannot be set up.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// Neither has the application installed a crypto provider, nor is the feature `ring` on.
    NoCryptoProvider,
    /// There is nothing to check a server's certificate against.
    NoRoots(BoxError),
    /// The certificate authorities given to `trust_only` cannot be read, or there are none.
    InvalidRoots(BoxError),
    /// reqwest refused its configuration: the proxy of the environment, perhaps.
    Client(BoxError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoCryptoProvider => {
                "no crypto provider: install one in the application, or enable the feature `ring`"
            }
            Self::NoRoots(_) => {
                "no certificate authority to trust: install the system's certificates \
                 (`ca-certificates` on Linux) or name some with `trust_only`"
            }
            Self::InvalidRoots(_) => {
                "the certificate authorities given to `trust_only` are no PEM certificates"
            }
            Self::Client(_) => "reqwest refused its configuration, or the environment's proxy",
        })
    }
}

impl error::Error for BuildError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::NoCryptoProvider => None,
            Self::NoRoots(source) | Self::InvalidRoots(source) | Self::Client(source) => {
                Some(&**source)
            }
        }
    }
}
