//! Who is trusted.

use std::{error::Error as _, sync::Arc};

use eloomi_stack::{Trust, TrustError};
use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyPair};
use rustls::{ClientConfig, crypto::ring};

fn config(trust: &Trust) -> Result<ClientConfig, TrustError> {
    trust.client_config(Arc::new(ring::default_provider()))
}

fn authority() -> String {
    let mut authority = CertificateParams::new(vec![]).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    let key = KeyPair::generate().unwrap();
    authority.self_signed(&key).unwrap().pem()
}

#[test]
fn authorities_are_read_however_many_there_are() {
    let two = format!("the first\n{}\nanother\n{}", authority(), authority());
    assert!(config(&Trust::Only(two.into())).is_ok());
}

#[test]
fn a_text_without_a_certificate_is_refused() {
    for text in ["", "mark-text"] {
        let error = config(&Trust::Only(text.into())).unwrap_err();
        assert!(matches!(error, TrustError::InvalidRoots(_)), "{error}");
    }
}

#[test]
fn one_broken_certificate_spoils_the_text() {
    let broken = "-----BEGIN CERTIFICATE-----\nbWFyaw==\n-----END CERTIFICATE-----\n";
    let text = format!("{}{broken}", authority());
    let error = config(&Trust::Only(text.into())).unwrap_err();
    assert!(matches!(error, TrustError::InvalidRoots(_)), "{error}");
}

#[test]
fn a_refusal_quotes_nothing_and_tells_its_cause() {
    let error = config(&Trust::Only("mark-text".into())).unwrap_err();
    let text = format!("{error}: {}", error.source().unwrap());
    let expected = "the certificate authorities are no PEM certificates: there is none in the text";
    assert_eq!(text, expected);
}

#[test]
fn to_trust_nobody_takes_no_authority() {
    assert!(config(&Trust::Nobody).is_ok());
}

#[test]
fn no_protocol_is_offered_before_the_stack_names_it() {
    let config = config(&Trust::Nobody).unwrap();
    assert!(config.alpn_protocols.is_empty());
}
