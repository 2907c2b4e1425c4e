use eloomi_model::{Envelope, User};
use eloomi_wire::decode;

fn envelope(json: &str) -> Envelope {
    decode(json.as_bytes()).unwrap()
}

#[test]
fn status_code_comes_as_number_and_as_text() {
    assert_eq!(envelope(r#"{"status_code":200}"#).status_code, Some(200));
    assert_eq!(envelope(r#"{"status_code":"200"}"#).status_code, Some(200));
}

#[test]
fn answer_without_a_frame_is_an_empty_envelope() {
    let envelope = envelope(r#"{"id":1}"#);
    assert_eq!(envelope.status_code, None);
    assert!(envelope.data.is_none());
}

#[test]
fn order_of_keys_does_not_matter() {
    let one = envelope(r#"{"status":"OK","status_code":200,"data":[]}"#);
    let other = envelope(r#"{"data":[],"status_code":200,"status":"OK"}"#);
    assert_eq!(one, other);
}

#[test]
fn data_is_read_when_asked_for() {
    let envelope = envelope(r#"{"status_code":200,"data":[{"id":1},{"id":2}]}"#);
    let users: Vec<User> = envelope.data.unwrap().to().unwrap();
    assert_eq!(users, [User::new(1), User::new(2)]);
}

#[test]
fn delete_has_its_word_in_message_and_no_data() {
    let envelope = envelope(r#"{"status":"OK","status_code":200,"message":"User deleted."}"#);
    assert_eq!(envelope.message.as_deref(), Some("User deleted."));
    assert!(envelope.data.is_none());
}

#[test]
fn debug_prints_no_message() {
    let envelope = envelope(r#"{"extended_message":"Duplicate [jane@example.com]"}"#);
    assert_eq!(format!("{envelope:?}"), "Envelope { extended_message, .. }");
}
