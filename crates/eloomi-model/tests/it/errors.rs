use eloomi_model::{AuthError, OAuthError, OAuthErrorCode};
use eloomi_wire::decode;

#[test]
fn both_keys_of_a_401_are_read() {
    let documented: AuthError = decode(br#"{"error":"Unauthenticated."}"#).unwrap();
    let inferred: AuthError = decode(br#"{"message":"Unauthenticated."}"#).unwrap();
    assert_eq!(documented.error, inferred.message);
}

#[test]
fn hint_of_the_wrong_scope_is_read() {
    let error: OAuthError =
        decode(br#"{"error":"invalid_scope","message":"m","hint":"Check the scope"}"#).unwrap();
    assert_eq!(error.error, Some(OAuthErrorCode::InvalidScope));
    assert_eq!(error.hint.as_deref(), Some("Check the scope"));
}

#[test]
fn description_of_newer_servers_is_read() {
    let error: OAuthError =
        decode(br#"{"error":"invalid_client","error_description":"d"}"#).unwrap();
    assert_eq!(error.error_description.as_deref(), Some("d"));
}

#[test]
fn unknown_code_is_kept() {
    let error: OAuthError = decode(br#"{"error":"slow_down"}"#).unwrap();
    assert_eq!(error.error.unwrap().as_str(), "slow_down");
}
