//! What an error means.

use std::{error::Error, io, time::Duration};

use eloomi_core::{Phase, TransportError};
use eloomi_stack::{explained, judged, phase};
use h2::Reason;
use rustls::{AlertDescription, CertificateError, Error as Tls};

/// A failure of TLS as the socket hands it on.
fn over_the_socket(error: Tls) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

fn unsent(error: impl Error + Send + Sync + 'static) -> TransportError {
    judged(Phase::NotSent, error)
}

#[test]
fn the_phase_is_the_one_that_was_given() {
    let lost = || io::Error::from(io::ErrorKind::ConnectionReset);
    for phase in [Phase::NotSent, Phase::MaybeSent, Phase::HeadReceived] {
        assert_eq!(judged(phase, lost()).phase(), phase);
    }
}

#[test]
fn an_error_that_proves_nothing_may_have_sent() {
    let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
    assert_eq!(phase(&refused), Phase::MaybeSent);
}

#[test]
fn a_refused_stream_of_our_own_is_no_promise_of_the_server() {
    let error = h2::Error::from(Reason::REFUSED_STREAM);
    assert_eq!(phase(&error), Phase::MaybeSent);
}

#[test]
fn a_refused_certificate_is_found_inside_an_error_of_the_socket() {
    let refused = Tls::InvalidCertificate(CertificateError::UnknownIssuer);
    assert!(unsent(over_the_socket(refused)).is_permanent());
}

#[test]
fn no_version_in_common_fails_for_good() {
    let alert = Tls::AlertReceived(AlertDescription::ProtocolVersion);
    assert!(unsent(alert).is_permanent());
}

#[test]
fn an_alert_of_a_server_in_trouble_may_be_gone_another_time() {
    for alert in [
        AlertDescription::InternalError,
        AlertDescription::UserCanceled,
    ] {
        assert!(!unsent(Tls::AlertReceived(alert)).is_permanent());
    }
}

#[test]
fn only_kinds_that_a_setting_decides_make_an_error_of_the_socket_permanent() {
    for (kind, is_permanent) in [
        (io::ErrorKind::NotFound, true),
        (io::ErrorKind::Unsupported, true),
        (io::ErrorKind::ConnectionRefused, false),
        (io::ErrorKind::TimedOut, false),
    ] {
        let error = unsent(io::Error::from(kind));
        assert_eq!(error.is_permanent(), is_permanent, "{kind:?}");
    }
}

#[test]
fn who_is_asked_for_calm_without_a_time_waits_a_second() {
    let error = unsent(h2::Error::from(Reason::ENHANCE_YOUR_CALM));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[test]
fn no_other_reason_makes_one_wait() {
    let error = unsent(h2::Error::from(Reason::CANCEL));
    assert_eq!(error.retry_after(), None);
}

#[test]
fn an_explanation_of_tls_stands_above_the_whole_error() {
    let expired = Tls::InvalidCertificate(CertificateError::Expired);
    let error = explained(over_the_socket(expired.clone()));
    let below = error.source().unwrap().to_string();
    assert_eq!(below, over_the_socket(expired).to_string());
}

#[test]
fn an_error_without_an_explanation_is_left_as_it_is() {
    let error = explained(io::Error::from(io::ErrorKind::ConnectionReset));
    let error: &io::Error = error.downcast_ref().unwrap();
    assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
}
