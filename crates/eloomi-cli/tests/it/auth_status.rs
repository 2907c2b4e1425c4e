//! `eloomi auth status`.

use eloomi_sim::Simulator;
use serde_json::Value;

use crate::{auth_login::keeping, eloomi::Eloomi};

#[test]
fn who_has_not_logged_in_asks_nobody() {
    insta::assert_snapshot!(Eloomi::new("auth status").run());
}

#[test]
fn a_service_that_nobody_would_ask_is_4() {
    insta::assert_snapshot!(Eloomi::new("auth status --service directory").run());
}

#[test]
fn settings_of_the_environment_are_told_without_the_secret() {
    let call = Eloomi::new("auth status --show-personal --format json")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET", "sim-Canary")
        .env("LVCONNECT_BASE_URL", "https://staff.example.com")
        .env("LVCONNECT_CLIENT_ID", "app-reader")
        .env("LVCONNECT_CLIENT_SECRET", "sim-Canary");
    let ran = call.run();
    assert!(!ran.to_string().contains("Canary"), "{ran}");
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_login_is_told_with_the_age_of_its_token() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let login = format!(
        "auth login {} --secret-stdin --base-url {}",
        sim.client_id(),
        sim.base_url()
    );
    keeping(&home, &login).stdin(sim.client_secret()).run();
    let ran = keeping(&home, "auth status --format json --show-personal").run();
    assert!(!ran.stdout.contains(sim.client_secret()), "{ran}");
    let services: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    let eloomi = &services[0];
    assert_eq!(eloomi["source"], "file");
    assert_eq!(eloomi["client_id"], sim.client_id());
    let (age, left) = (eloomi["token_age"].as_u64(), eloomi["token_left"].as_u64());
    assert!(age.unwrap() < 600, "{ran}");
    // A day at most, although the token is good for a year.
    assert!((85_000..=86_400).contains(&left.unwrap()), "{ran}");
    assert_eq!(services[1]["source"], "nothing");
}

#[test]
fn the_person_of_a_login_is_masked() {
    let home = tempfile::tempdir().unwrap();
    let logins = home.path().join("logins");
    std::fs::create_dir(&logins).unwrap();
    let path = logins.join("directory-default.login");
    let login = r#"{"version":1,"base_url":"https://staff.example.com","client_id":"app-full",
        "client_secret":"sim-Canary","person":"ada.mask@example.com"}"#;
    std::fs::write(&path, login).unwrap();
    #[cfg(unix)]
    for (path, mode) in [(&logins, 0o700), (&path, 0o600)] {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    let ran = keeping(&home, "auth status --service directory").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(!ran.to_string().contains("ada.mask"), "{ran}");
    let ran = keeping(&home, "auth status --service directory --show-personal").run();
    assert!(ran.stdout.contains("ada.mask@example.com"), "{ran}");
}
