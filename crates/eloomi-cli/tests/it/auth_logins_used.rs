//! When a kept login is used, and when not.

use eloomi_sim::Simulator;
use tempfile::TempDir;

use crate::{auth_login::keeping, eloomi::Eloomi};

/// Logs in to this simulator.
fn logged_in(home: &TempDir, sim: &Simulator, profile: &str) {
    let login = format!(
        "auth login {} --secret-stdin --profile {profile} --base-url {}",
        sim.client_id(),
        sim.base_url()
    );
    let ran = keeping(home, &login).stdin(sim.client_secret()).run();
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_after_a_login_share_its_token() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim, "default");
    for _ in 0..2 {
        let ran = keeping(&home, "users list --max 1").run();
        assert_eq!(ran.code, Some(0), "{ran}");
    }
    let requests = sim.requests().into_iter();
    let tokens = requests.filter(|request| request.path == "/oauth/token");
    assert_eq!(tokens.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_has_a_login_of_its_own() {
    let (one, other) = (
        Simulator::start().await.unwrap(),
        Simulator::start().await.unwrap(),
    );
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &one, "default");
    logged_in(&home, &other, "test");
    let before = other.requests().len();
    assert_eq!(
        keeping(&home, "users list --max 1 --profile test")
            .run()
            .code,
        Some(0)
    );
    assert_eq!(
        keeping(&home, "users list --max 1")
            .env("ELOOMI_PROFILE", "test")
            .run()
            .code,
        Some(0)
    );
    assert_eq!(other.requests().len(), before + 2);
    assert_eq!(one.requests().len(), 1);
    let ran = keeping(&home, "users list --profile prod").run();
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_of_one_service_is_not_used_for_the_other() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim, "default");
    let before = sim.requests().len();
    let arguments = format!("directory users list --base-url {}", sim.base_url());
    let ran = keeping(&home, &arguments).run();
    assert_eq!(ran.code, Some(4), "{ran}");
    assert_eq!(sim.requests().len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_environment_wins_over_a_login() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim, "default");
    let call = keeping(&home, "users list --max 1")
        .env("ELOOMI_BASE_URL", &sim.base_url())
        .env("ELOOMI_CLIENT_ID", "999")
        .env("ELOOMI_CLIENT_SECRET", "sim-wrong");
    assert_eq!(call.run().code, Some(4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_named_profile_beside_the_environment_is_refused() {
    let sim = Simulator::start().await.unwrap();
    let call = Eloomi::at(&sim, "users list --profile test");
    insta::assert_snapshot!(call.run());
    assert_eq!(sim.requests().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_goes_to_no_other_address_than_its_own() {
    let (sim, other) = (
        Simulator::start().await.unwrap(),
        Simulator::start().await.unwrap(),
    );
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim, "default");
    let arguments = format!("users list --base-url {}", other.base_url());
    insta::assert_snapshot!(keeping(&home, &arguments).run());
    assert_eq!(other.requests().len(), 0);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_others_may_read_is_refused() {
    use std::{fs, os::unix::fs::PermissionsExt as _};
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim, "default");
    let path = home.path().join("logins/eloomi-default.login");
    fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
    insta::assert_snapshot!(keeping(&home, "users list").run());
}

#[test]
fn a_login_that_is_torn_is_told_and_not_quoted() {
    let home = tempfile::tempdir().unwrap();
    let login = "auth login 200 --no-check --secret-stdin --base-url http://127.0.0.1:1";
    keeping(&home, login).stdin("sim-Canary").run();
    let path = home.path().join("logins/eloomi-default.login");
    let whole = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let ran = keeping(&home, "users list").run();
    assert_eq!(ran.code, Some(4), "{ran}");
    assert!(ran.stderr.contains("is no login"), "{ran}");
    assert!(!ran.stderr.contains("Canary"), "{ran}");
}
