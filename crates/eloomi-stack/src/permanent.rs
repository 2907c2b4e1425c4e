//! Failures that another try cannot help.

use std::{error::Error, io};

use http::Uri;
use hyper_util::client::legacy::connect::{HttpConnector, proxy::Tunnel};
use rustls::{AlertDescription, Error as Tls};
use tower_service::Service;

use crate::causes::causes;

/// What a proxy's tunnel fails with; hyper-util gives the type no name.
type TunnelError = <Tunnel<HttpConnector> as Service<Uri>>::Error;

/// Whether the same request would fail in the same way at once: the other side, or a setting
/// of ours, has to change first.
///
/// That a name is not known is believed of a resolver of the application alone
/// ([`io::ErrorKind::NotFound`]). The operating system tells it in a text, which differs from
/// system to system, and some say the same of a machine without a network: there it is as
/// transient as any other failed lookup (F05).
pub(crate) fn is_permanent(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|cause| {
        if let Some(error) = cause.downcast_ref::<Tls>() {
            return is_permanent_tls(error);
        }
        if let Some(error) = cause.downcast_ref::<TunnelError>() {
            return matches!(error, TunnelError::ProxyAuthRequired);
        }
        cause.downcast_ref().is_some_and(|error: &io::Error| {
            use io::ErrorKind::{NotFound, Unsupported};
            matches!(error.kind(), NotFound | Unsupported)
        })
    })
}

/// A certificate that we do not accept (F08-F10), no version or cipher in common (F11), no TLS
/// at all (F12). Alerts of other kinds may come from a server that is just being restarted.
fn is_permanent_tls(error: &Tls) -> bool {
    match error {
        Tls::InvalidCertificate(_)
        | Tls::InvalidMessage(_)
        | Tls::PeerIncompatible(_)
        | Tls::NoApplicationProtocol => true,
        Tls::AlertReceived(alert) => matches!(
            alert,
            AlertDescription::AccessDenied
                | AlertDescription::CertificateRequired
                | AlertDescription::HandshakeFailure
                | AlertDescription::InsufficientSecurity
                | AlertDescription::NoApplicationProtocol
                | AlertDescription::ProtocolVersion
                | AlertDescription::UnrecognisedName
        ),
        _ => false,
    }
}
