//! `eloomi programs participants`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

const ROWS: &str = r#"{"status_code":200,"data":[
    {"user_id":80085,"assigned_at":"shown","completed_at":"canary","required":true},
    {"user_id":80086,"assigned_at":"shown","completed_at":null,"required":""}]}"#;

async fn printed(flags: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    for page in [ROWS, r#"{"status_code":200,"data":[]}"#] {
        let path = Matcher::path("/v3/programs/90092/participants");
        sim.answer_next(path, Canned::json(200, page));
    }
    let call = format!("programs participants 90092 {flags}");
    Eloomi::at(&sim, &call).run().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_does_not_tell_who_is_done() {
    insta::assert_snapshot!(printed("").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_done_is_shown_on_request_and_exported() {
    for flags in ["--show-personal", "--format json", "--format csv"] {
        let printed = printed(flags).await;
        assert!(printed.contains("canary"), "{printed}");
    }
}

#[test]
fn everybody_in_a_program_is_listed() {
    let ran = Eloomi::new("--sim programs participants 90092 --format ndjson").run();
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.lines().count() > 1, "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_is_not_there_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    let path = Matcher::path("/v3/programs/1/participants");
    sim.answer_next(path, Canned::new(404));
    insta::assert_snapshot!(Eloomi::at(&sim, "programs participants 1").run());
}
