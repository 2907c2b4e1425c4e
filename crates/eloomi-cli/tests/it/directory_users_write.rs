//! `eloomi directory users create`, `update` and `delete`.

use crate::{
    directory::{Directory, HUGO, TESS, TESS_WHOLE},
    eloomi::Eloomi,
};

const CREATE: &str = "directory users create tess.mask@example.com --first-name Tess \
    --last-name Techie --roles tech,lead --city Lyon --hired-at 2020-01-06";

#[test]
fn a_dry_run_of_a_person_of_the_directory_masks_what_is_private() {
    let call = Eloomi::new(CREATE)
        .arg("--address")
        .arg("street=2, rue Mask")
        .arg("--dry-run");
    insta::assert_snapshot!(call.run());
}

#[test]
fn its_json_is_the_body_in_the_directorys_words() {
    let call = Eloomi::new(&format!("{CREATE} --dry-run --format json"))
        .arg("--address")
        .arg("street=2, rue Mask");
    insta::assert_snapshot!(call.run());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_created_is_printed_as_the_directory_has_them() {
    let directory = Directory::start().await;
    directory.answers("/users", 200, TESS_WHOLE);
    insta::assert_snapshot!(directory.call(CREATE).run());
    assert_eq!(directory.asked(), ["POST /users"]);
}

#[test]
fn a_person_without_what_everybody_has_is_refused() {
    let ran = Eloomi::new("directory users create tess@example.com --first-name Tess").run();
    insta::assert_snapshot!(ran);
}

#[test]
fn nothing_is_emptied_at_creation() {
    let ran = Eloomi::new(&format!("{CREATE} --clear left-at")).run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("nothing can be emptied"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_somebody_has_is_told_without_it() {
    let directory = Directory::start().await;
    let body = r#"{"statusCode":400,"error":"Bad Request","message":"email_already_used"}"#;
    directory.answers("/users", 400, body);
    let ran = directory.call(CREATE).run();
    assert!(!ran.stderr.contains("mask"), "{ran}");
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_field_is_named() {
    let directory = Directory::start().await;
    let body = r#"{"statusCode":400,"error":"Bad Request","message":"Invalid payload",
        "validation":{"source":"payload","keys":["phone"]}}"#;
    directory.answers("/users", 400, body);
    let ran = directory.call(&format!("{CREATE} --phone 12")).run();
    assert!(ran.stderr.contains("phone"), "{ran}");
    assert_eq!(ran.code, Some(1), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_sends_what_is_given_and_what_is_emptied() {
    let directory = Directory::start().await;
    directory.answers(&format!("/users/{TESS}"), 200, TESS_WHOLE);
    let arguments = format!("directory users update {TESS} --job architect --clear description");
    let ran = directory.call(&arguments).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert_eq!(directory.asked(), [format!("PUT /users/{TESS}")]);
    let dry = Eloomi::new(&format!("{arguments} --dry-run --format json")).run();
    assert_eq!(dry.stdout, "{\"description\":null,\"job\":\"architect\"}\n");
}

#[test]
fn what_the_directory_does_not_let_change_has_no_flag_there() {
    for flag in ["--email a@example.com", "--clear phone", "--clear roles"] {
        let ran = Eloomi::new(&format!("directory users update {TESS} {flag}")).run();
        assert_eq!(ran.code, Some(2), "{flag}: {ran}");
    }
}

#[test]
fn somebody_who_was_read_cannot_be_sent_back() {
    let ran = Eloomi::new(&format!("directory users update {TESS} --input -"))
        .stdin(HUGO)
        .run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("no field that can be written"), "{ran}");
}

#[test]
fn without_a_terminal_nobody_of_the_directory_is_deleted_unasked() {
    insta::assert_snapshot!(Eloomi::new(&format!("directory users delete {TESS}")).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_deleted_is_told_on_stderr_alone() {
    let directory = Directory::start().await;
    directory.answers(&format!("/users/{TESS}"), 200, r#"{"deleted":true}"#);
    let ran = directory
        .call(&format!("directory users delete {TESS} --yes --quiet"))
        .run();
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran}");
    assert_eq!(directory.asked(), [format!("DELETE /users/{TESS}")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_write_is_told_what_it_takes() {
    let directory = Directory::start().await;
    let body = r#"{"statusCode":403,"error":"Forbidden","message":"Insufficient rights"}"#;
    directory.answers(&format!("/users/{TESS}"), 403, body);
    let ran = directory
        .call(&format!("directory users delete {TESS} --yes"))
        .run();
    insta::assert_snapshot!(ran);
}
