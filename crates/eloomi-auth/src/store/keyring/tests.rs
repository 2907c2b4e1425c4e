use std::time::{Duration, UNIX_EPOCH};

use eloomi_core::BaseUrl;
use futures_util::FutureExt as _;
use keyring_core::mock;

use super::*;
use crate::{AccessToken, Lifetime, Scope, Token};

fn key(client: &str) -> StoreKey {
    let base: BaseUrl = "https://api.example.com".parse().unwrap();
    StoreKey::new(&base, client, &Scope::default())
}

fn token() -> StoredToken {
    let lifetime = Lifetime::For(Duration::from_secs(60));
    let token = Token::new(AccessToken::new("sim-token").unwrap(), lifetime);
    StoredToken::new(token, UNIX_EPOCH)
}

fn store() -> KeyringTokenStore {
    KeyringTokenStore::over(mock::Store::new().unwrap(), "harbour-test")
}

fn load(store: &KeyringTokenStore, key: &StoreKey) -> Result<Option<StoredToken>, StoreErrorKind> {
    let loaded = store.load(key).now_or_never().unwrap();
    loaded.map_err(|error| error.kind())
}

/// Lets the next access to this key's entry fail.
fn fail_next(store: &KeyringTokenStore, key: &StoreKey, error: Error) {
    let entry = store.entry(key).unwrap();
    let credential = entry.as_any().downcast_ref::<mock::Cred>().unwrap();
    credential.set_error(error);
}

#[test]
fn each_key_has_an_entry_of_its_own() {
    let store = store();
    assert!(load(&store, &key("200")).unwrap().is_none());
    store
        .save(&key("200"), &token())
        .now_or_never()
        .unwrap()
        .unwrap();
    let kept = load(&store, &key("200")).unwrap().unwrap();
    assert_eq!(kept.token().access_token.expose(), "sim-token");
    assert!(load(&store, &key("201")).unwrap().is_none());
}

#[test]
fn what_is_cleared_is_gone_and_may_be_cleared_again() {
    let store = store();
    store
        .save(&key("200"), &token())
        .now_or_never()
        .unwrap()
        .unwrap();
    for _ in 0..2 {
        store.clear(&key("200")).now_or_never().unwrap().unwrap();
        assert!(load(&store, &key("200")).unwrap().is_none());
    }
}

#[test]
fn what_is_no_token_is_none() {
    let store = store();
    let entry = store.entry(&key("200")).unwrap();
    entry.set_secret(b"{").unwrap();
    assert!(load(&store, &key("200")).unwrap().is_none());
    let bad = Error::BadDataFormat(b"sim-bytes".to_vec(), "as scripted".into());
    fail_next(&store, &key("200"), bad);
    assert!(load(&store, &key("200")).unwrap().is_none());
}

#[test]
fn a_keyring_that_stays_locked_is_told_from_one_that_fails() {
    let store = store();
    store
        .save(&key("200"), &token())
        .now_or_never()
        .unwrap()
        .unwrap();
    let locked = || Error::NoStorageAccess("as scripted".into());
    fail_next(&store, &key("200"), locked());
    assert_eq!(
        load(&store, &key("200")).unwrap_err(),
        StoreErrorKind::NoKeyring
    );
    fail_next(&store, &key("200"), locked());
    let saved = store.save(&key("200"), &token()).now_or_never().unwrap();
    assert_eq!(saved.unwrap_err().kind(), StoreErrorKind::NoKeyring);
    fail_next(&store, &key("200"), locked());
    let cleared = store.clear(&key("200")).now_or_never().unwrap();
    assert_eq!(cleared.unwrap_err().kind(), StoreErrorKind::NoKeyring);
    let failure = Error::PlatformFailure("sim-path".into());
    fail_next(&store, &key("200"), failure);
    assert_eq!(
        load(&store, &key("200")).unwrap_err(),
        StoreErrorKind::Unusable
    );
}

#[test]
fn a_keyring_locks_nobody_out() {
    let store = store();
    for _ in 0..2 {
        let lock = store.try_lock(&key("200")).now_or_never().unwrap().unwrap();
        assert!(lock.is_some());
    }
}

/// Where this runs there may be a keyring or none; in a runtime, too, the answer is one of the two.
#[test]
fn the_systems_keyring_is_there_or_its_absence_is_told() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let opened = runtime
        .unwrap()
        .block_on(async { KeyringTokenStore::new("harbour-test") });
    if let Err(error) = opened {
        assert_eq!(error.kind(), StoreErrorKind::NoKeyring);
        assert_eq!(error.to_string(), "there is no keyring that can be used");
    }
}

#[test]
fn nothing_of_it_is_printed() {
    assert_eq!(
        format!("{:?}", store()),
        r#"KeyringTokenStore { application: "harbour-test", .. }"#
    );
}
