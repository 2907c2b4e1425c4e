//! `eloomi auth login` and `logout`, by what they keep.

use std::{fs, path::Path};

use eloomi_sim::Simulator;
use tempfile::TempDir;

use crate::{directory::Directory, eloomi::Eloomi};

const CANARY: &str = "sim-Canary-7f3a";

/// A call that keeps logins here.
pub(crate) fn keeping(home: &TempDir, arguments: &str) -> Eloomi {
    let logins = home.path().join("logins");
    Eloomi::new(arguments).env("ELOOMI_INSECURE_STORAGE", logins.to_str().unwrap())
}

/// The files that are kept, and what stands in them.
fn kept(home: &TempDir) -> Vec<(String, String)> {
    let files = fs::read_dir(home.path().join("logins"));
    let files = files.into_iter().flatten().map(|file| file.unwrap().path());
    let mut kept: Vec<_> = files
        .map(|path| {
            (
                path.display().to_string(),
                fs::read_to_string(path).unwrap(),
            )
        })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    kept.sort();
    kept
}

fn logged_in(home: &TempDir, sim: &Simulator) {
    let login = format!(
        "auth login {} --secret-stdin --base-url {}",
        sim.client_id(),
        sim.base_url()
    );
    let ran = keeping(home, &login).stdin(sim.client_secret()).run();
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_is_tried_kept_and_told() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let login = format!("auth login {} --secret-stdin", sim.client_id());
    let call = keeping(&home, &login).env("ELOOMI_BASE_URL", &sim.base_url());
    let ran = call.stdin(&format!("{}\n", sim.client_secret())).run();
    let told = ran
        .to_string()
        .replace(&sim.base_url(), "http://127.0.0.1:PORT");
    insta::assert_snapshot!(told);
    assert_eq!(sim.requests().len(), 1);
    let kept = kept(&home);
    assert_eq!(kept.len(), 2, "a login and its token");
    assert!(
        kept.iter()
            .any(|(_, text)| text.contains(sim.client_secret()))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_is_not_kept_and_not_quoted() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let login = format!(
        "auth login 200 --secret-stdin --base-url {}",
        sim.base_url()
    );
    let ran = keeping(&home, &login).stdin(CANARY).run();
    assert!(!ran.to_string().contains("Canary"), "{ran}");
    assert_eq!(kept(&home), []);
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_it_tried_asks_for_nothing() {
    let home = tempfile::tempdir().unwrap();
    let sim = Simulator::start().await.unwrap();
    let login = format!(
        "auth login 200 --secret-stdin --no-check --base-url {}",
        sim.base_url()
    );
    assert_eq!(keeping(&home, &login).stdin(CANARY).run().code, Some(0));
    assert_eq!(sim.requests().len(), 0);
    assert_eq!(kept(&home).len(), 1);
}

#[cfg(unix)]
fn file(home: &TempDir, name: &str, text: &str, mode: u32) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = home.path().join(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    path.to_str().unwrap().into()
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_the_secret_is_this_users_alone() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    for (mode, code) in [(0o644, 4), (0o600, 0)] {
        let secret = file(&home, "secret", sim.client_secret(), mode);
        let login = format!(
            "auth login {} --secret-file {secret} --base-url {}",
            sim.client_id(),
            sim.base_url()
        );
        let ran = keeping(&home, &login).run();
        assert_eq!(ran.code, Some(code), "{ran}");
        assert_eq!(ran.stderr.contains("by others"), code == 4, "{ran}");
    }
}

#[test]
fn without_a_terminal_the_ways_for_a_secret_are_told() {
    let home = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(keeping(&home, "auth login 200").run());
}

#[test]
fn without_a_client_id_and_a_terminal_nothing_is_asked() {
    let home = tempfile::tempdir().unwrap();
    let ran = keeping(&home, "auth login --secret-stdin")
        .stdin(CANARY)
        .run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("a client id is needed"), "{ran}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_keyring_it_fails_before_it_asks_and_names_the_other_ways() {
    let home = tempfile::tempdir().unwrap();
    let call = Eloomi::new("auth login 200 --secret-stdin")
        .without("ELOOMI_INSECURE_STORAGE")
        .env("HOME", home.path().to_str().unwrap())
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    let ran = call.stdin(CANARY).run();
    assert_eq!(ran.code, Some(1), "{ran}");
    assert!(ran.stderr.contains("ELOOMI_CLIENT_SECRET_FILE"), "{ran}");
    assert_eq!(files_below(home.path()), 0);
    if cfg!(feature = "keyring") {
        insta::assert_snapshot!(ran);
    }
}

fn files_below(directory: &Path) -> usize {
    fs::read_dir(directory).unwrap().count()
}

#[test]
fn a_simulator_takes_no_login() {
    let ran = Eloomi::new("--sim auth login 200").run();
    assert_eq!(ran.code, Some(2), "{ran}");
}

#[test]
fn a_profile_that_leads_out_of_its_directory_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let ran = keeping(
        &home,
        "auth login 200 --no-check --secret-stdin --profile ../x",
    );
    let ran = ran.stdin(CANARY).run();
    assert_eq!(ran.code, Some(2), "{ran}");
}

#[test]
fn eloomi_has_no_people_to_log_in() {
    let ran = Eloomi::new("auth login 200 --user ada@example.com").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("--service directory"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_leaves_nothing_and_tells_what_it_cannot_do() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim);
    insta::assert_snapshot!(keeping(&home, "auth logout").run());
    assert_eq!(kept(&home), []);
    let again = keeping(&home, "auth logout").run();
    assert_eq!(again.code, Some(0), "{again}");
    assert!(again.stderr.contains("nobody was logged in"), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_login_leaves_no_token_of_the_first() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &sim);
    let login = format!(
        "auth login 999 --secret-stdin --no-check --base-url {}",
        sim.base_url()
    );
    keeping(&home, &login).stdin(CANARY).run();
    let kept = kept(&home);
    assert_eq!(kept.len(), 1);
    assert!(kept[0].1.contains("999"));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_person_of_the_directory_logs_in_and_the_password_is_not_kept() {
    let directory = Directory::start().await;
    let home = tempfile::tempdir().unwrap();
    let token = r#"{"access_token":"sim-token-1","token_type":"bearer","expires_in":172800,
        "refresh_token":"sim-refresh-1","scope":["profile:get"],"need_password_change":false}"#;
    directory.answers("/oauth/token", 201, token);
    let password = file(&home, "password", "made-up-Canary\n", 0o600);
    let login = format!(
        "auth login app-full --service directory --user ada@example.com --scope profile:get \
         --secret-stdin --password-file {password} --base-url {}",
        directory.0.base_url()
    );
    let ran = keeping(&home, &login).stdin("sim-secret").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let kept = kept(&home);
    assert!(kept.iter().any(|(_, text)| text.contains("sim-refresh-1")));
    assert!(kept.iter().all(|(_, text)| !text.contains("Canary")));

    directory.answers("/users/me", 200, crate::directory::HUGO);
    let ran = keeping(&home, "directory users me --format json").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.stderr.contains("1 person, 1 request"), "{ran}");
}
