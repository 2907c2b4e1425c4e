//! Why a simulator did not start.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;

/// Why a simulator did not start.
#[derive(Debug)]
pub struct StartError {
    kind: StartErrorKind,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// What went wrong at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StartErrorKind {
    /// The address is not a loopback address.
    NotLoopback(SocketAddr),
    /// Another program, or another simulator, listens on the address.
    AddressInUse(SocketAddr),
    /// The system does not let the simulator listen on the address.
    Listen(SocketAddr),
    /// The certificate could not be made.
    Certificate,
    /// The file for the journal could not be made.
    Journal,
    /// What a directory is to start from is not what such a file holds.
    SeedFile,
}

impl StartError {
    pub(crate) fn new(kind: StartErrorKind) -> Self {
        Self { kind, source: None }
    }

    pub(crate) fn with(kind: StartErrorKind, source: impl Error + Send + Sync + 'static) -> Self {
        Self {
            kind,
            source: Some(Box::new(source)),
        }
    }

    /// What went wrong.
    pub fn kind(&self) -> StartErrorKind {
        self.kind
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            StartErrorKind::NotLoopback(addr) => write!(
                f,
                "{addr} is not a loopback address: the simulator listens on 127.0.0.1 or [::1] only"
            ),
            StartErrorKind::AddressInUse(addr) => write!(
                f,
                "{addr} is in use: stop what listens there, or choose another port (0 takes a free one)"
            ),
            StartErrorKind::Listen(addr) => write!(f, "cannot listen on {addr}"),
            StartErrorKind::Certificate => f.write_str("cannot make the certificate for TLS"),
            StartErrorKind::Journal => f.write_str("cannot make the file for the journal"),
            StartErrorKind::SeedFile => {
                f.write_str("what the directory is to start from is not in the form of a seed file")
            }
        }
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.source {
            Some(source) => Some(source.as_ref()),
            None => None,
        }
    }
}
