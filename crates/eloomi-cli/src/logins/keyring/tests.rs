use keyring_core::mock;

use super::*;
use crate::{logins::Login, service::Service};

fn keyring() -> Keyring {
    Keyring(mock::Store::new().unwrap())
}

fn login() -> Login {
    let base = "https://staff.example.com".parse().unwrap();
    Login::new(&base, "app-reader", "sim-Canary")
}

#[tokio::test]
async fn a_login_is_found_by_service_and_profile_alone() {
    let keyring = keyring();
    let service = Service::Directory;
    login().save(&keyring, service, "test").await.unwrap();
    let found = Login::load(&keyring, service, "test").await.unwrap();
    assert_eq!(found, Some(login()));
    for (service, profile) in [(Service::Eloomi, "test"), (service, "default")] {
        let found = Login::load(&keyring, service, profile).await.unwrap();
        assert_eq!(found, None);
    }
}

#[tokio::test]
async fn what_is_removed_is_gone_and_may_be_removed_again() {
    let keyring = keyring();
    keyring
        .write("eloomi-default", "text".into())
        .await
        .unwrap();
    assert!(keyring.remove("eloomi-default").await.unwrap());
    assert!(!keyring.remove("eloomi-default").await.unwrap());
    assert_eq!(keyring.read("eloomi-default").await.unwrap(), None);
}

#[tokio::test]
async fn what_is_no_login_is_a_failure_that_quotes_nothing() {
    let keyring = keyring();
    let torn = "{\"version\":1,\"client_secret\":\"sim-Canary\"";
    keyring.write("eloomi-default", torn.into()).await.unwrap();
    let failure = Login::load(&keyring, Service::Eloomi, "default").await;
    let failure = failure.unwrap_err();
    assert_eq!(failure.exit, Exit::Credentials);
    assert!(!format!("{failure:?}").contains("Canary"), "{failure:?}");
}

#[tokio::test]
async fn a_keyring_that_stays_locked_is_a_failure_and_not_an_empty_one() {
    let keyring = keyring();
    keyring
        .write("eloomi-default", "text".into())
        .await
        .unwrap();
    let entry = Entry::new_in_store(&keyring.0, APPLICATION, "eloomi-default").unwrap();
    let credential = entry.as_any().downcast_ref::<mock::Cred>().unwrap();
    credential.set_error(Error::NoStorageAccess("sim-Canary".into()));
    let failure = keyring.read("eloomi-default").await.unwrap_err();
    assert!(failure.message.contains("locked"), "{failure:?}");
    assert!(!format!("{failure:?}").contains("Canary"), "{failure:?}");
}
