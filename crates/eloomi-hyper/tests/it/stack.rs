//! Which stack the tests are about.

use eloomi_core::Transport;
use eloomi_hyper::HyperTransport;

/// To set it up in another way.
pub(crate) fn builder() -> eloomi_hyper::HyperTransportBuilder {
    HyperTransport::builder()
}

/// As it is by default.
pub(crate) fn transport() -> impl Transport + Clone + 'static {
    HyperTransport::new().unwrap()
}

/// With the proxy of the environment.
pub(crate) fn behind_a_proxy() -> impl Transport + Clone + 'static {
    HyperTransport::builder().proxy_from_env().build().unwrap()
}

#[test]
fn building_the_stack_needs_no_runtime() {
    let _ = transport();
}

#[test]
fn a_text_without_certificates_is_no_root_of_trust() {
    let error = HyperTransport::builder().trust_only("").build();
    assert!(error.unwrap_err().to_string().contains("trust_only"));
}
