use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    time::{Duration, UNIX_EPOCH},
};

use futures_util::FutureExt as _;
use tempfile::TempDir;

use super::*;
use crate::{AccessToken, Lifetime, Scope, StoreErrorKind, Token};

fn key(client: &str) -> StoreKey {
    let base = "https://api.example.com".parse().unwrap();
    StoreKey::new(&base, client, &Scope::default())
}

fn token(text: &str) -> StoredToken {
    let lifetime = Lifetime::For(Duration::from_secs(60));
    StoredToken::new(
        Token::new(AccessToken::new(text).unwrap(), lifetime),
        UNIX_EPOCH,
    )
}

/// A store in a directory that is not there yet.
fn store() -> (TempDir, FileTokenStore) {
    let directory = tempfile::tempdir().unwrap();
    let store = FileTokenStore::new(directory.path().join("tokens"));
    (directory, store)
}

fn load(store: &FileTokenStore, key: &StoreKey) -> Result<Option<String>, StoreErrorKind> {
    let loaded = store.load(key).now_or_never().unwrap();
    let text = |stored: StoredToken| stored.token().access_token.expose().to_owned();
    loaded
        .map(|stored| stored.map(text))
        .map_err(|error| error.kind())
}

fn save(store: &FileTokenStore, key: &StoreKey, text: &str) {
    store
        .save(key, &token(text))
        .now_or_never()
        .unwrap()
        .unwrap();
}

fn clear(store: &FileTokenStore, key: &StoreKey) -> Result<(), StoreError> {
    store.clear(key).now_or_never().unwrap()
}

#[test]
fn a_token_is_kept_for_its_key_alone() {
    let (_directory, store) = store();
    assert_eq!(load(&store, &key("200")), Ok(None));
    save(&store, &key("200"), "sim-one");
    save(&store, &key("201"), "sim-other");
    assert_eq!(load(&store, &key("200")).unwrap().unwrap(), "sim-one");
    save(&store, &key("200"), "sim-two");
    assert_eq!(load(&store, &key("200")).unwrap().unwrap(), "sim-two");
    assert_eq!(load(&store, &key("201")).unwrap().unwrap(), "sim-other");
}

#[test]
fn reading_makes_nothing() {
    let (directory, store) = store();
    assert_eq!(load(&store, &key("200")), Ok(None));
    clear(&store, &key("200")).unwrap();
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}

#[test]
fn what_is_cleared_is_gone_and_may_be_cleared_again() {
    let (_directory, store) = store();
    save(&store, &key("200"), "sim-one");
    for _ in 0..2 {
        clear(&store, &key("200")).unwrap();
        assert_eq!(load(&store, &key("200")), Ok(None));
    }
    // What cannot be removed may still be there.
    fs::create_dir(store.path(&key("200"), "json")).unwrap();
    let error = clear(&store, &key("200")).unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unusable);
}

/// F117.
#[test]
fn the_file_of_another_key_is_as_good_as_none() {
    let (_directory, store) = store();
    save(&store, &key("200"), "sim-one");
    fs::rename(
        store.path(&key("200"), "json"),
        store.path(&key("201"), "json"),
    )
    .unwrap();
    assert_eq!(load(&store, &key("201")), Ok(None));
}

/// F113.
#[test]
fn a_torn_file_is_as_good_as_none_and_replaced() {
    let (_directory, store) = store();
    save(&store, &key("200"), "sim-one");
    let path = store.path(&key("200"), "json");
    let whole = fs::read(&path).unwrap();
    for torn in [&whole[..whole.len() / 2], b"", &[0; 300]] {
        fs::write(&path, torn).unwrap();
        assert_eq!(load(&store, &key("200")), Ok(None));
        save(&store, &key("200"), "sim-two");
        assert_eq!(load(&store, &key("200")).unwrap().unwrap(), "sim-two");
    }
}

/// F115.
#[test]
fn a_file_or_a_directory_that_others_may_use_is_refused_and_can_be_cleared() {
    let (_directory, store) = store();
    save(&store, &key("200"), "sim-one");
    let path = store.path(&key("200"), "json");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(load(&store, &key("200")), Err(StoreErrorKind::NotPrivate));
    clear(&store, &key("200")).unwrap();
    assert!(!path.exists());
    save(&store, &key("200"), "sim-two");
    let open = fs::Permissions::from_mode(0o777);
    fs::set_permissions(&store.directory, open).unwrap();
    assert_eq!(load(&store, &key("200")), Err(StoreErrorKind::NotPrivate));
    let three = token("sim-three");
    let saved = store.save(&key("200"), &three).now_or_never().unwrap();
    assert_eq!(saved.unwrap_err().kind(), StoreErrorKind::NotPrivate);
    let locked = store.try_lock(&key("200")).now_or_never().unwrap();
    assert_eq!(locked.unwrap_err().kind(), StoreErrorKind::NotPrivate);
    assert!(clear(&store, &key("200")).is_err());
}

#[test]
fn the_names_and_the_lock_tell_nothing() {
    let (_directory, store) = store();
    save(&store, &key("200"), "sim-one");
    let lock = store.try_lock(&key("200")).now_or_never().unwrap();
    assert!(lock.unwrap().is_some());
    for entry in fs::read_dir(&store.directory).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let (digest, ending) = name.split_once('.').unwrap();
        assert!(
            digest == key("200").digest() && ["json", "lock"].contains(&ending),
            "{name}"
        );
        assert_eq!(
            entry.metadata().unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}
