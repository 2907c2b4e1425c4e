//! `eloomi directory users list`, `get` and `me`.

use serde_json::Value;

use crate::{
    directory::{Directory, HUGO, TESS, TESS_WHOLE},
    eloomi::Eloomi,
};

#[tokio::test(flavor = "multi_thread")]
async fn people_of_the_directory_are_a_table_with_addresses_masked() {
    let directory = Directory::start().await;
    directory.lists(&[HUGO, TESS_WHOLE]);
    insta::assert_snapshot!(directory.call("directory users list").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_the_directory_as_csv_are_whole() {
    let directory = Directory::start().await;
    directory.lists(&[HUGO, TESS_WHOLE]);
    let call = directory.call("directory users list --format csv");
    insta::assert_snapshot!(call.run());
}

#[tokio::test(flavor = "multi_thread")]
async fn json_keeps_null_apart_from_what_is_absent() {
    let directory = Directory::start().await;
    directory.lists(&[TESS_WHOLE]);
    let ran = directory.call("directory users list --format json").run();
    let people: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    let sent: Value = serde_json::from_str(TESS_WHOLE).unwrap();
    assert_eq!(people, [sent], "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_filters_are_asked_for() {
    let directory = Directory::start().await;
    let tess = format!("--ids {}", TESS.to_uppercase());
    for (arguments, name, value) in [
        ("--search tess", "search", "tess"),
        ("--email ada@example.com", "email", "ada@example.com"),
        ("--max 7", "limit", "7"),
        (tess.as_str(), "ids", TESS),
    ] {
        // Nothing else is answered: a list without it would not be found.
        directory.lists_only(name, value);
        let ran = directory
            .call(&format!("directory users list {arguments}"))
            .run();
        assert_eq!(ran.code, Some(0), "{arguments}: {ran}");
    }
}

#[test]
fn what_is_no_id_is_refused_before_anything_is_asked_and_not_quoted() {
    for arguments in ["list --ids Canary", "get Canary", "delete Canary --yes"] {
        let ran = Eloomi::new(&format!("directory users {arguments}")).run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains("24 digits in hex"), "{ran}");
        assert!(!ran.stderr.contains("Canary"), "{ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_masks_what_is_private() {
    let directory = Directory::start().await;
    directory.answers(&format!("/users/{TESS}"), 200, TESS_WHOLE);
    let ran = directory.call(&format!("directory users get {TESS}")).run();
    assert!(!ran.to_string().to_lowercase().contains("mask-"), "{ran}");
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_shows_what_is_private_on_request() {
    let directory = Directory::start().await;
    directory.answers(&format!("/users/{TESS}"), 200, TESS_WHOLE);
    let ran = directory
        .call(&format!("directory users get {TESS} --show-personal"))
        .run();
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_with_this_id_is_not_found() {
    let directory = Directory::start().await;
    let body = r#"{"statusCode":404,"error":"Not Found","message":"User Not Found"}"#;
    directory.answers(&format!("/users/{TESS}"), 404, body);
    insta::assert_snapshot!(directory.call(&format!("directory users get {TESS}")).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_logged_in_is_shown() {
    let directory = Directory::start().await;
    directory.answers("/users/me", 200, HUGO);
    let ran = directory.call("directory users me --format json").run();
    let me: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(me["firstName"], "Hugo", "{ran}");
    assert_eq!(directory.asked(), ["GET /users/me"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_without_a_person_is_told_what_me_takes() {
    let directory = Directory::start().await;
    let body = r#"{"statusCode":403,"error":"Forbidden","message":"out_of_scope"}"#;
    directory.answers("/users/me", 403, body);
    insta::assert_snapshot!(directory.call("directory users me").run());
}

#[test]
fn settings_of_eloomi_are_not_used_for_the_directory() {
    let call = Eloomi::new("directory users list")
        .env("ELOOMI_BASE_URL", "https://example.invalid")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET", "sim-x");
    insta::assert_snapshot!(call.run());
}

#[test]
fn without_credentials_for_the_directory_both_ways_on_are_told() {
    let call = Eloomi::new("directory users list --base-url https://example.invalid")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET", "sim-x");
    insta::assert_snapshot!(call.run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_secret_of_the_directory_names_its_own_variables() {
    let directory = Directory::start().await;
    let call = directory.call("directory users list");
    let refused = r#"{"statusCode":401,"error":"Unauthorized","message":"invalid_client"}"#;
    let other = Directory::start().await;
    other.answers("/oauth/token", 401, refused);
    let call = call.env("LVCONNECT_BASE_URL", &other.0.base_url());
    insta::assert_snapshot!(call.run());
}
