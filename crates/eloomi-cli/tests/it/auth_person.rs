//! A person of the directory who has logged in, over the simulated directory.

use std::{fs, os::unix::fs::PermissionsExt as _};

use eloomi_sim::Directory;
use serde_json::Value;
use tempfile::TempDir;

use crate::auth_login::keeping;

/// Logs somebody of human resources in, with a narrow scope; returns their id.
fn logged_in(home: &TempDir, directory: &Directory) -> String {
    let password = home.path().join("password");
    fs::write(&password, directory.password()).unwrap();
    fs::set_permissions(&password, fs::Permissions::from_mode(0o600)).unwrap();
    let people: Vec<Value> = serde_json::from_str(&directory.people()).unwrap();
    let mut people = people.iter();
    let hr = people.find(|person| person["roles"][0] == "hr").unwrap();
    let login = format!(
        "auth login {} --service directory --user {} --secret-stdin --password-file {} \
         --base-url {}",
        directory.client_id(),
        hr["email"].as_str().unwrap(),
        password.display(),
        directory.base_url()
    );
    let call = keeping(home, &login)
        .arg("--scope")
        .arg("users:get profile:get");
    let ran = call.stdin(directory.client_secret()).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    hr["id"].as_str().unwrap().into()
}

/// Changes a member of the token that is kept.
fn change_kept(home: &TempDir, member: &str, change: impl FnOnce(&mut Value)) {
    let files = fs::read_dir(home.path().join("logins")).unwrap();
    let mut paths = files.map(|file| file.unwrap().path());
    let path = paths.find(|path| path.extension().is_some_and(|ending| ending == "json"));
    let path = path.unwrap();
    let mut token: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut token[member]);
    fs::write(&path, token.to_string()).unwrap();
}

/// Lets two days pass for the token that is kept.
fn grow_old(home: &TempDir) {
    change_kept(home, "obtained_at_ms", |at| {
        *at = (at.as_u64().unwrap() - 2 * 86_400_000).into();
    });
}

fn token_requests(directory: &Directory) -> usize {
    let requests = directory.requests().into_iter();
    let tokens = requests.filter(|request| request.path == "/oauth/token");
    tokens.count()
}

#[tokio::test(flavor = "multi_thread")]
async fn they_may_do_what_the_scope_says_and_nothing_else() {
    let directory = Directory::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let id = logged_in(&home, &directory);
    let status = keeping(&home, "auth status --service directory --format ndjson").run();
    let scope = r#""scope":"users:get profile:get""#;
    assert!(status.stdout.contains(scope), "{status}");

    let me = keeping(&home, "directory users me --format json").run();
    let shown: Value = serde_json::from_str(&me.stdout).unwrap();
    assert_eq!(shown["id"], id, "{me}");
    let list = keeping(&home, "directory users list --format ndjson").run();
    assert_eq!(list.stdout.lines().count(), 60, "{list}");
    let delete = keeping(&home, &format!("directory users delete {id} --yes")).run();
    assert_eq!(delete.code, Some(4), "{delete}");
    assert!(delete.stderr.contains("the scope users:delete"), "{delete}");
    assert_eq!(token_requests(&directory), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_too_old_is_renewed_for_no_more_than_its_scope() {
    let directory = Directory::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let id = logged_in(&home, &directory);
    grow_old(&home);
    for _ in 0..2 {
        let me = keeping(&home, "directory users me").run();
        assert_eq!(me.code, Some(0), "{me}");
    }
    assert_eq!(token_requests(&directory), 2);
    let delete = keeping(&home, &format!("directory users delete {id} --yes")).run();
    assert_eq!(delete.code, Some(4), "{delete}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_be_renewed_is_asked_to_log_in_again() {
    let directory = Directory::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    logged_in(&home, &directory);
    grow_old(&home);
    change_kept(&home, "refresh_token", |token| {
        *token = "sim-unknown".into();
    });
    let me = keeping(&home, "directory users me").run();
    insta::assert_snapshot!(me);
}
