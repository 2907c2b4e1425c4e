//! `eloomi courses participants`: who takes a course, and how much of that people see.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

const ROWS: &str = r#"{"status_code":200,"data":[{"course_id":9001,"user_id":80085,
    "assigned_at":"shown","attempts":"canary","completed_at":"canary","deadline":"shown",
    "progress":"canary","renewal_at":"shown","required":1,"score":"canary","started_at":"canary",
    "status":"canary","time_spent":"canary","name":"canary"}]}"#;
const NOBODY: &str = r#"{"status_code":200,"data":[]}"#;

#[test]
fn a_table_shows_ids_and_what_is_asked_of_people() {
    let call = "--sim courses participants 9001 --extended --max 4";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[test]
fn how_far_people_are_is_shown_on_request() {
    let call = "--sim courses participants 9001 --extended --max 4 --show-personal";
    insta::assert_snapshot!(Eloomi::new(call).run().stdout);
}

async fn printed(flags: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    for page in [ROWS, NOBODY] {
        let path = Matcher::path("/v3/courses/9001/participants");
        sim.answer_next(path, Canned::json(200, page));
    }
    let call = format!("courses participants 9001 {flags}");
    Eloomi::at(&sim, &call).run().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_tells_of_nobody_how_far_they_are() {
    let printed = printed("").await;
    assert!(printed.contains("80085") && printed.contains("shown"));
    assert!(!printed.contains("canary"), "{printed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_holds_everything() {
    for (format, canaries) in [("json", 8), ("ndjson", 8), ("csv", 7)] {
        let printed = printed(&format!("--format {format}")).await;
        let count = printed.matches("canary").count();
        assert_eq!(count, canaries, "{printed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_extended_mode_is_asked_for_only_if_it_is_wanted() {
    for (flag, query) in [
        ("", "page=1&per_page=2"),
        ("--extended", "extended_mode=1&page=1&per_page=2"),
    ] {
        let sim = Simulator::start().await.unwrap();
        let call = format!("courses participants 9001 --max 2 {flag}");
        assert_eq!(Eloomi::at(&sim, &call).run().code, Some(0));
        assert_eq!(sim.requests().last().unwrap().query, query);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_is_not_there_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    let path = Matcher::path("/v3/courses/1/participants");
    sim.answer_next(path, Canned::new(404));
    insta::assert_snapshot!(Eloomi::at(&sim, "courses participants 1").run());
}
