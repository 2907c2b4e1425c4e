//! Which stack the tests are about.

use eloomi_core::Transport;
use eloomi_reqwest::{BuildError, ReqwestTransport};

/// To set it up in another way.
pub(crate) fn builder() -> eloomi_reqwest::ReqwestTransportBuilder {
    ReqwestTransport::builder()
}

/// As it is by default.
pub(crate) fn transport() -> impl Transport + Clone + 'static {
    ReqwestTransport::new().unwrap()
}

/// With the proxy of the environment.
pub(crate) fn behind_a_proxy() -> impl Transport + Clone + 'static {
    let builder = ReqwestTransport::builder().proxy_from_env();
    builder.build().unwrap()
}

#[test]
fn building_the_stack_needs_no_runtime() {
    let _ = transport();
}

#[test]
fn a_text_without_certificates_is_no_root_of_trust() {
    let error = ReqwestTransport::builder().trust_only("").build();
    assert!(matches!(error, Err(BuildError::InvalidRoots(_))));
}
