use proptest::prelude::*;
use secrecy::ExposeSecret as _;

use super::*;

const DAY: Duration = Duration::from_secs(24 * 3600);

fn at(milliseconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(milliseconds)
}

fn token(milliseconds: u64) -> Token {
    let lifetime = Lifetime::For(Duration::from_millis(milliseconds));
    Token::new(AccessToken::new("sim-token").unwrap(), lifetime)
}

fn json(stored: &StoredToken) -> String {
    stored.to_json("entry").expose_secret().to_owned()
}

/// All that a text holds.
fn parts(stored: &StoredToken) -> (String, Option<String>, Option<String>, Lifetime, SystemTime) {
    let token = stored.token();
    (
        token.access_token.expose().to_owned(),
        token
            .refresh_token
            .as_ref()
            .map(|text| text.expose().to_owned()),
        token.scope.as_ref().map(ToString::to_string),
        token.lifetime,
        stored.obtained_at(),
    )
}

#[test]
fn a_token_is_good_until_its_life_is_over() {
    let stored = StoredToken::new(token(1000), at(5000));
    assert_eq!(stored.good_for(at(5000), DAY), Some(Duration::from_secs(1)));
    assert_eq!(
        stored.good_for(at(5999), DAY),
        Some(Duration::from_millis(1))
    );
    assert_eq!(stored.good_for(at(6000), DAY), None);
    assert_eq!(stored.good_for(at(60_000), DAY), None);
}

#[test]
fn a_token_is_good_no_longer_than_the_cap() {
    let stored = StoredToken::new(token(1000), at(5000));
    let cap = Duration::from_millis(400);
    assert_eq!(
        stored.good_for(at(5100), cap),
        Some(Duration::from_millis(300))
    );
    assert_eq!(stored.good_for(at(5400), cap), None);
}

#[test]
fn a_token_of_the_future_or_for_single_use_is_not_good() {
    let stored = StoredToken::new(token(1000), at(5000));
    assert_eq!(stored.good_for(at(4999), DAY), None);
    let single = Token::new(AccessToken::new("sim-token").unwrap(), Lifetime::SingleUse);
    assert_eq!(
        StoredToken::new(single, at(5000)).good_for(at(5000), DAY),
        None
    );
}

#[test]
fn the_text_is_the_same_from_version_to_version() {
    let token = token(1000)
        .refresh_token(RefreshToken::new("sim-refresh").unwrap())
        .scope(Scope::new("a b"));
    assert_eq!(
        json(&StoredToken::new(token, at(5000))),
        r#"{"access_token":"sim-token","entry":"entry","lifetime_ms":1000,"obtained_at_ms":5000,"refresh_token":"sim-refresh","scope":"a b","version":1}"#
    );
}

#[test]
fn a_text_of_another_entry_or_version_is_none() {
    let json = json(&StoredToken::new(token(1000), at(5000)));
    assert!(StoredToken::from_json(json.as_bytes(), "entry").is_some());
    assert!(StoredToken::from_json(json.as_bytes(), "other").is_none());
    let newer = json.replace(r#""version":1"#, r#""version":2"#);
    assert!(StoredToken::from_json(newer.as_bytes(), "entry").is_none());
}

#[test]
fn a_text_that_lacks_something_or_holds_something_else_is_none() {
    let json = json(&StoredToken::new(token(1000), at(5000)));
    for (from, to) in [
        (r#""sim-token""#, "null"),
        ("sim-token", "sim token"),
        (r#""refresh_token":null"#, r#""refresh_token":"\n""#),
        (r#""refresh_token":null"#, r#""refresh_token":7"#),
        (r#""refresh_token":null,"#, ""),
        (r#""scope":null"#, r#""scope":[]"#),
        (r#""lifetime_ms":1000"#, r#""lifetime_ms":-1"#),
        (r#""obtained_at_ms":5000"#, r#""obtained_at_ms":"5000""#),
    ] {
        let odd = json.replace(from, to);
        assert_ne!(odd, json, "{from}");
        assert!(
            StoredToken::from_json(odd.as_bytes(), "entry").is_none(),
            "{to}"
        );
    }
}

#[test]
fn a_text_that_is_far_too_long_is_none() {
    let mut json = json(&StoredToken::new(token(1000), at(5000)));
    json.push_str(&" ".repeat((64 << 10) - json.len()));
    assert!(StoredToken::from_json(json.as_bytes(), "entry").is_some());
    json.push(' ');
    assert!(StoredToken::from_json(json.as_bytes(), "entry").is_none());
}

#[test]
fn no_debug_shows_the_token() {
    let token = token(1000).refresh_token(RefreshToken::new("sim-refresh").unwrap());
    let stored = StoredToken::new(token, at(5000));
    assert!(!format!("{stored:?}").contains("sim-"));
}

fn stored() -> impl Strategy<Value = StoredToken> {
    (
        "[A-Za-z0-9._~+/=-]{1,60}",
        prop::option::of("[ -~]{1,60}"),
        prop::option::of(prop::collection::vec("[!#-\\[\\]-~]{1,9}", 0..4)),
        any::<u64>(),
        0..=u64::from(u32::MAX) * 1000,
    )
        .prop_map(|(access, refresh, scope, life, obtained)| {
            let lifetime = match life {
                0 => Lifetime::SingleUse,
                life => Lifetime::For(Duration::from_millis(life)),
            };
            let mut token = Token::new(AccessToken::new(access).unwrap(), lifetime);
            token.refresh_token = refresh.map(|text| RefreshToken::new(text).unwrap());
            token.scope = scope.map(|words| Scope::new(&words.join(" ")));
            StoredToken::new(token, at(obtained))
        })
}

proptest! {
    #[test]
    fn what_was_written_is_read(stored in stored(), entry in "\\PC{0,20}") {
        let json = stored.to_json(&entry);
        let read = StoredToken::from_json(json.expose_secret().as_bytes(), &entry).unwrap();
        prop_assert_eq!(parts(&read), parts(&stored));
    }

    #[test]
    fn a_text_that_was_cut_off_is_none(stored in stored(), share in 0.0..1.0) {
        let json = json(&stored);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let end = (json.len() as f64 * share) as usize;
        prop_assert!(StoredToken::from_json(&json.as_bytes()[..end], "entry").is_none());
    }

    #[test]
    fn a_text_with_a_byte_changed_is_read_without_a_panic(
        stored in stored(),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut json = json(&stored).into_bytes();
        let place = place.index(json.len());
        json[place] = byte;
        if let Some(read) = StoredToken::from_json(&json, "entry") {
            let now = at(5000);
            prop_assert!(read.good_for(now, DAY).is_none_or(|left| left <= DAY));
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(StoredToken::from_json(&bytes, "entry").is_none());
    }
}
