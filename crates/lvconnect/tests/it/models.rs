//! What is read where documents and server differ, and what is kept apart.

use eloomi_wire::decode;
use lvconnect::{Me, Role, User};

fn user(members: &str) -> User {
    let json = format!(r#"{{"id":"6b01f5f81ccdf37440d510e2"{members}}}"#);
    decode(json.as_bytes()).unwrap()
}

#[test]
fn both_spellings_of_the_picture_and_of_the_new_password_are_read() {
    for name in ["profilePictureUrl", "pictureProfileUrl"] {
        let user = user(&format!(r#","{name}":"https://example.com/a""#));
        assert_eq!(user.profile_picture_url.unwrap(), "https://example.com/a");
    }
    for name in ["needPasswordChange", "need_password_change"] {
        let json = format!(r#"{{"id":"6b01f5f81ccdf37440d510e2","{name}":true}}"#);
        let me: Me = decode(json.as_bytes()).unwrap();
        assert_eq!(me.need_password_change, Some(true));
    }
    let documented = user(r#","fallbackEmail":"tess@example.org""#);
    assert_eq!(documented.fallback_email.unwrap(), "tess@example.org");
}

#[test]
fn a_last_day_of_null_is_not_an_absent_one() {
    assert!(user("").left_at.is_absent());
    let barred = user(r#","leftAt":null"#);
    assert!(barred.left_at.is_null());
    let json = serde_json::to_string(&barred).unwrap();
    assert_eq!(json, r#"{"id":"6b01f5f81ccdf37440d510e2","leftAt":null}"#);
}

#[test]
fn roles_are_an_open_set_in_their_order_and_one_may_come_twice() {
    let user = user(r#","roles":["tech","rh","chief","tech"]"#);
    let names: Vec<_> = user.roles.iter().map(Role::as_str).collect();
    assert_eq!(names, ["tech", "rh", "chief", "tech"]);
    let writers: Vec<_> = user.roles.iter().map(Role::may_write).collect();
    assert_eq!(writers, [false, true, false, false]);
}

#[test]
fn a_person_of_nothing_but_an_id_is_read_and_one_without_is_not() {
    assert_eq!(user("").roles, []);
    assert!(decode::<User>(br#"{"firstName":"Tess"}"#).is_err());
}

#[cfg(feature = "jiff")]
#[test]
fn a_moment_is_a_timestamp_when_it_is_asked_for() {
    let user = user(r#","hiredAt":"2026-12-21T19:50:16.900Z","birthDate":"soon""#);
    let hired = user.hired_at.value().unwrap().timestamp().unwrap().unwrap();
    assert_eq!(hired.as_millisecond(), 1_797_882_616_900);
    assert!(user.birth_date.value().unwrap().timestamp().is_err());
}
