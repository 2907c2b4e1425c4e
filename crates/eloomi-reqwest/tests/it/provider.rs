//! With a crypto provider and without.

use eloomi_reqwest::ReqwestTransport;

#[cfg(feature = "ring")]
#[test]
fn ring_serves_where_the_application_installed_nothing() {
    ReqwestTransport::new().unwrap();
}

#[cfg(not(feature = "ring"))]
#[test]
fn without_a_provider_building_fails_and_does_not_panic() {
    use eloomi_reqwest::BuildError;

    let error = ReqwestTransport::new().unwrap_err();
    assert!(matches!(error, BuildError::NoCryptoProvider), "{error}");
    assert!(error.to_string().contains("`ring`"), "{error}");
}
