//! Setting up the stack.

use std::{error, fmt, time::Duration};

use eloomi_core::BoxError;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::{
    client::{legacy::Client, proxy::matcher::Matcher},
    rt::{TokioExecutor, TokioTimer},
};

use crate::{
    HyperTransport,
    connect::{Connect, InTime},
    tls::{self, Trust},
};

/// Below the five seconds after which many servers close an idle connection: a request that
/// meets the closing one is lost.
const IDLE: Duration = Duration::from_millis(3500);

/// Sets up a [`HyperTransport`].
///
/// # Examples
///
/// ```
/// use eloomi_hyper::{BuildError, HyperTransport};
///
/// fn behind_the_company_proxy() -> Result<HyperTransport, BuildError> {
///     HyperTransport::builder().proxy_from_env().build()
/// }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build`"]
pub struct HyperTransportBuilder {
    trust: Trust,
    proxy_from_env: bool,
    http1_only: bool,
}

impl HyperTransportBuilder {
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
    /// [`BuildError`] if there is no certificate authority to trust, or those given cannot be
    /// read.
    pub fn build(self) -> Result<HyperTransport, BuildError> {
        let tls = tls::config(&self.trust)?;
        let connect = Connect::new(self.proxy_from_env.then(Matcher::from_env));
        // `https_or_http`, because loopback may be plain; the session admits nothing else.
        let schemes = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http();
        let connector = if self.http1_only {
            schemes.enable_http1().wrap_connector(connect)
        } else {
            schemes.enable_all_versions().wrap_connector(connect)
        };
        let client = Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE)
            .pool_timer(TokioTimer::new())
            .build(InTime(connector));
        Ok(HyperTransport::with_client(client))
    }
}

/// The stack cannot be set up.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// There is nothing to check a server's certificate against.
    NoRoots(BoxError),
    /// The certificate authorities given to `trust_only` cannot be read, or there are none.
    InvalidRoots(BoxError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRoots(_) => {
                "no certificate authority to trust: install the system's certificates \
                 (`ca-certificates` on Linux) or name some with `trust_only`"
            }
            Self::InvalidRoots(_) => {
                "the certificate authorities given to `trust_only` are no PEM certificates"
            }
        })
    }
}

impl error::Error for BuildError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::NoRoots(source) | Self::InvalidRoots(source) => Some(&**source),
        }
    }
}
