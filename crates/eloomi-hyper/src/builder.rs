//! Setting up the stack.

use std::{error, fmt, future::Future, io, net::SocketAddr, time::Duration};

use eloomi_core::BoxError;
use eloomi_stack::{Names, Trust};
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::{
    client::{legacy::Client, proxy::matcher::Matcher},
    rt::TokioTimer,
};

use crate::{
    HyperTransport,
    connect::{Connect, InTime},
    executor::Executor,
    tls,
};

/// Lookup, TCP, tunnel and TLS together.
const CONNECT: Duration = Duration::from_secs(5);

/// Below the five seconds after which many servers close an idle connection: a request that
/// meets the closing one is lost.
const IDLE: Duration = Duration::from_millis(3500);

/// Twice what nginx admits of a request's head by default (`large_client_header_buffers`, 4 times
/// 8 KiB): an answer beyond that is broken or hostile.
const HEADERS: usize = 64 * 1024;

/// Rarely enough that no server takes it for an attack; with the timeout 25 s, so that an attempt
/// of 30 s, as they are by default, sees the connection fail and the next one has another.
const PING: Duration = Duration::from_secs(15);
const PONG: Duration = Duration::from_secs(10);

/// hyper panics below.
const SMALLEST_BUFFER: usize = 8192;

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
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct HyperTransportBuilder {
    trust: Trust,
    proxy_from_env: bool,
    http1_only: bool,
    connect_timeout: Duration,
    idle_timeout: Duration,
    max_headers: usize,
    ping_interval: Duration,
    ping_timeout: Duration,
    names: Names,
}

impl Default for HyperTransportBuilder {
    fn default() -> Self {
        Self {
            trust: Trust::default(),
            proxy_from_env: false,
            http1_only: false,
            connect_timeout: CONNECT,
            idle_timeout: IDLE,
            max_headers: HEADERS,
            ping_interval: PING,
            ping_timeout: PONG,
            names: Names::default(),
        }
    }
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

    /// Gives up on a connection that is not there after `timeout`, 5 s by default: lookup, TCP,
    /// the proxy's tunnel and TLS together. Nothing of the request was sent then.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Closes a connection that carried nothing for `timeout`, 3.5 s by default: below the five
    /// seconds after which many servers close it themselves, because a request that meets the
    /// closing one is lost (F91). Zero keeps none.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// Fails an answer whose head is larger than `bytes`, 64 KiB by default.
    ///
    /// HTTP/1.1 admits no less than 8 KiB, and 100 headers at most, whatever is set here.
    pub fn max_headers(mut self, bytes: usize) -> Self {
        self.max_headers = bytes;
        self
    }

    /// On HTTP/2, asks for a sign of life every `interval` while a request is under way, and
    /// closes the connection if none comes within `timeout`: every 15 s and 10 s by default
    /// (F33). What was under way fails; it may have been sent.
    pub fn keep_alive_ping(mut self, interval: Duration, timeout: Duration) -> Self {
        self.ping_interval = interval;
        self.ping_timeout = timeout;
        self
    }

    /// Finds the addresses of a host with `resolve` instead of the operating system: for tests,
    /// and for hosts whose names the system does not know.
    ///
    /// The port of a URL stands above that of an address; port 0 is that of the scheme. Hosts
    /// that are addresses already are not asked for; a proxy's host is. The addresses are tried
    /// one after the other, the two families side by side, within one `connect_timeout`.
    /// `resolve` fails with [`io::ErrorKind::NotFound`] where the name does not exist, and no
    /// other try is worth it.
    pub fn resolver<F, A>(mut self, resolve: F) -> Self
    where
        F: Fn(String) -> A + Send + Sync + 'static,
        A: Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static,
    {
        self.names = Names::new(resolve);
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
        let connect = Connect::new(
            self.names,
            self.connect_timeout,
            self.proxy_from_env.then(Matcher::from_env),
        );
        // `https_or_http`, because loopback may be plain; the session admits nothing else.
        let schemes = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http();
        let connector = if self.http1_only {
            schemes.enable_http1().wrap_connector(connect)
        } else {
            schemes.enable_all_versions().wrap_connector(connect)
        };
        let client = Client::builder(Executor::new())
            .pool_idle_timeout(self.idle_timeout)
            .pool_timer(TokioTimer::new())
            // Old software folds them (RFC 9112 §5.2, F29); hyper makes spaces of the breaks.
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_max_buf_size(self.max_headers.max(SMALLEST_BUFFER))
            .http2_max_header_list_size(u32::try_from(self.max_headers).unwrap_or(u32::MAX))
            .http2_keep_alive_interval(self.ping_interval)
            .http2_keep_alive_timeout(self.ping_timeout)
            .timer(TokioTimer::new())
            .build(InTime {
                connector,
                allowed: self.connect_timeout,
            });
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
