//! Errors that a person understands.

use std::{error, fmt};

use eloomi_core::BoxError;
use h2::Reason;
use rustls::{CertificateError, Error as Tls};

use crate::causes::causes;

/// `error`, below a sentence on what to do if there is one to say.
///
/// There is one for a certificate that is not valid at this time (F10), for an answer that is not
/// TLS (F12), and for a server that is closing an HTTP/2 connection. Of the last only the reason
/// remains, because the server may say up to 16 KiB of anything besides. Whatever else an error
/// says, it goes on saying: what must not reach logs, such as a URL, the stack takes out before.
///
/// # Examples
///
/// ```
/// use eloomi_stack::explained;
/// use rustls::{CertificateError, Error};
///
/// let error = explained(Error::InvalidCertificate(CertificateError::Expired));
/// assert!(error.to_string().contains("the clock of this machine"));
/// ```
pub fn explained(error: impl Into<BoxError>) -> BoxError {
    let error = error.into();
    if let Some(reason) = causes(&*error).find_map(going_away) {
        return Box::new(Explained {
            text: "the server is closing the HTTP/2 connection",
            error: h2::Error::from(reason).into(),
        });
    }
    let text = causes(&*error).find_map(explanation);
    match text {
        Some(text) => Box::new(Explained { text, error }),
        None => error,
    }
}

/// Why the server sent a GOAWAY, if it did.
fn going_away(cause: &(dyn error::Error + 'static)) -> Option<Reason> {
    let error: &h2::Error = cause.downcast_ref()?;
    let is_received = error.is_go_away() && error.is_remote();
    error.reason().filter(|_| is_received)
}

fn explanation(cause: &(dyn error::Error + 'static)) -> Option<&'static str> {
    use CertificateError::{Expired, ExpiredContext, NotValidYet, NotValidYetContext};

    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        // F12, F21. Of what it cannot parse hyper tells the kind in its text alone.
        let is_noise = error.is_parse() && error.to_string().contains("version");
        return is_noise.then_some(
            "what the server said is not HTTP: a port for TLS, or something in between, perhaps",
        );
    }
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        // F12, F21. Of what it cannot parse hyper tells the kind in its text alone.
        let is_noise = error.is_parse() && error.to_string().contains("version");
        return is_noise.then_some(
            "what the server said is not HTTP: a port for TLS, or something in between, perhaps",
        );
    }
    match cause.downcast_ref::<Tls>()? {
        // F10
        Tls::InvalidCertificate(
            Expired | ExpiredContext { .. } | NotValidYet | NotValidYetContext { .. },
        ) => Some(
            "the server's certificate is not valid at this time: it is out of date, or the \
             clock of this machine is wrong",
        ),
        // F12
        Tls::InvalidMessage(_) => Some(
            "what the server said is not TLS: a port for plain HTTP, or something in between, \
             perhaps",
        ),
        _ => None,
    }
}

#[derive(Debug)]
struct Explained {
    text: &'static str,
    error: BoxError,
}

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl error::Error for Explained {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.error)
    }
}
