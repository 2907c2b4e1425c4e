//! `eloomi open GROUP create` and `update`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

#[test]
fn the_thing_is_printed_with_its_new_id() {
    let call = "--sim open goals create -f name=Reading -F steps=3";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

/// Method, path and body of the write that a call made.
async fn sent(arguments: &str, input: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, arguments).stdin(input).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests();
    let sent = requests.last().unwrap();
    format!("{} {} {}", sent.method, sent.path, sent.body().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn members_of_all_kinds_stand_in_one_body() {
    let create = "open goals create -f name=Reading -F steps=[1,2] --input -";
    assert_eq!(
        sent(create, r#"{"due":"2026-12-31"}"#).await,
        r#"POST /v3/goals {"name":"Reading","due":"2026-12-31","steps":[1,2]}"#
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_given_is_changed_and_null_is_something() {
    let update = "open paths update 6601 -F due=null";
    assert_eq!(
        sent(update, "").await,
        r#"PATCH /v3/paths/6601 {"due":null}"#
    );
}

#[test]
fn nothing_to_write_is_refused() {
    for call in ["open goals create", "open goals update 7"] {
        let ran = Eloomi::new(call).run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains("no field is given"), "{ran}");
    }
}

#[test]
fn what_cannot_be_written_is_refused_without_being_quoted() {
    let create = || Eloomi::new("open goals create --input -");
    for (call, why) in [
        (create().stdin("[\"canary\"]"), "is no JSON object"),
        (create().stdin("{\"canary\""), "is not JSON"),
        (create().stdin(r#"{"a":1,"a":"canary"}"#), "given twice"),
        (
            create().stdin(r#"{"a":1}"#).arg("-f").arg("a=canary"),
            "given twice",
        ),
        (create().stdin("{}").arg("-F").arg("a=canary"), "not JSON"),
    ] {
        let ran = call.run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains(why), "{why}: {ran}");
        assert!(!ran.stderr.contains("canary"), "{ran}");
    }
}

#[test]
fn a_dry_run_tells_the_path_and_masks_what_would_be_sent() {
    let call = "open goals update 7 --at /v3/objectives -f name=canary --dry-run";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[test]
fn a_dry_run_in_json_is_what_input_reads() {
    let call = "open goals create -f name=Reading -F steps=3 --dry-run --format json --quiet";
    let ran = Eloomi::new(call).run();
    assert_eq!(ran.stdout, "{\"name\":\"Reading\",\"steps\":3}\n");
    assert_eq!(ran.stderr, "dry run, nothing is sent: POST /v3/goals\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_says_where_to_look() {
    let sim = Simulator::start().await.unwrap();
    for (path, call, look) in [
        (
            "/v3/goals",
            "open goals create -f a=b",
            "`eloomi open GROUP list`",
        ),
        (
            "/v3/goals/6401",
            "open goals update 6401 -f a=b",
            "`eloomi open GROUP get ID`",
        ),
    ] {
        sim.drop_next(Matcher::path(path));
        let ran = Eloomi::at(&sim, call).run();
        assert_eq!(ran.code, Some(1), "{ran}");
        assert!(ran.stderr.contains(look), "{ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_takes_no_write_names_the_flag() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/goals"), Canned::new(405));
    insta::assert_snapshot!(Eloomi::at(&sim, "open goals create -f a=b").run());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_ends_a_write_with_a_word_of_caution() {
    for (path, call) in [
        ("/v3/goals", "open goals create -f a=b"),
        ("/v3/goals/7", "open goals update 7 -f a=b"),
        ("/v3/goals/7", "open goals delete 7 --yes --quiet"),
    ] {
        let sim = Simulator::start().await.unwrap();
        let held = sim.hold_next(Matcher::path(path));
        let child = Eloomi::at(&sim, call).start();
        sim.requests_reach(2).await;
        crate::eloomi::signal(&child, "INT");
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(130));
        let told = "interrupted: it may have been carried out; look at the thing before sending \
            it again\n";
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), told);
        held.release();
    }
}
