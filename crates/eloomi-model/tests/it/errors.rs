use eloomi_model::AuthError;
use eloomi_wire::decode;

#[test]
fn both_keys_of_a_401_are_read() {
    let documented: AuthError = decode(br#"{"error":"Unauthenticated."}"#).unwrap();
    let inferred: AuthError = decode(br#"{"message":"Unauthenticated."}"#).unwrap();
    assert_eq!(documented.error, inferred.message);
}
