//! `eloomi courses assign`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

const PATH: &str = "/v3/courses/9002/participants/80003";

#[test]
fn the_participant_is_printed() {
    let call = "--sim courses assign 9002 80003 --required yes --deadline 2026-12-31";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

/// The body of the last request.
async fn body(arguments: &str, input: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    let call = format!("courses assign 9002 80003 {arguments}");
    let ran = Eloomi::at(&sim, &call).stdin(input).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests();
    let request = requests.last().unwrap();
    assert_eq!((&*request.method, &*request.path), ("POST", PATH));
    request.body().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn yes_and_no_are_written_as_digits() {
    assert_eq!(body("--required yes", "").await, r#"{"required":1}"#);
    assert_eq!(body("--required no", "").await, r#"{"required":0}"#);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_more_than_course_and_person_is_no_body() {
    assert_eq!(body("", "").await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn attributes_have_their_capital_letter_in_input_too() {
    let written = r#"{"customAttributes":{"cost_center":"1200"}}"#;
    assert_eq!(
        body("--custom-attribute cost_center=1200", "").await,
        written
    );
    assert_eq!(body("--input -", written).await, written);
}

#[test]
fn an_input_that_says_nothing_of_required_is_refused() {
    for json in [r#"{"required":""}"#, r#"{"required":"perhaps"}"#] {
        let ran = Eloomi::new("courses assign 9002 80003 --input -")
            .stdin(json)
            .run();
        assert_eq!(ran.code, Some(2), "{json}: {ran}");
    }
}

#[test]
fn a_mistyped_name_leads_to_the_help() {
    let call = Eloomi::new("courses assign 9002 80003 --input -").stdin(r#"{"dead_line":1}"#);
    insta::assert_snapshot!(call.run().stderr);
}

#[test]
fn a_person_is_an_id_here_and_nothing_else() {
    let ran = Eloomi::new("courses assign 9002 employee:E0002").run();
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.stderr,
        "error: PERSON: an id is a whole number, zero or more\n"
    );
}

#[test]
fn a_dry_run_masks_attributes_and_sends_nothing() {
    let call = "courses assign 9002 80003 --required no --custom-attribute a=canary --dry-run";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_says_where_to_look() {
    let sim = Simulator::start().await.unwrap();
    sim.drop_next(Matcher::path(PATH));
    insta::assert_snapshot!(Eloomi::at(&sim, "courses assign 9002 80003").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assignment_to_nobody_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path(PATH), Canned::new(204));
    let ran = Eloomi::at(&sim, "courses assign 9002 80003").run();
    assert_eq!(ran.code, Some(9), "{ran}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_ends_an_assignment_with_a_word_of_caution() {
    for call in [
        "courses assign 9002 80003",
        "courses update-assignment 9002 80003 --required no",
    ] {
        let sim = Simulator::start().await.unwrap();
        let held = sim.hold_next(Matcher::path(PATH));
        let child = Eloomi::at(&sim, call).start();
        sim.requests_reach(2).await;
        crate::eloomi::signal(&child, "INT");
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(130));
        let told = "interrupted: it may have been carried out; look at the assignment before \
            sending it again\n";
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), told);
        held.release();
    }
}
