//! `eloomi open GROUP list` and `get`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

const GROUPS: [&str; 7] = [
    "coaches",
    "course-categories",
    "customers",
    "goals",
    "orders",
    "paths",
    "programs",
];

const THINGS: &str = r#"{"status_code":200,"data":[
    {"id":"a-7","name":"canary","due":"canary","who":{"user":"canary"}},{"name":"canary"}]}"#;
const NONE: &str = r#"{"status_code":200,"data":[]}"#;

async fn listed(flags: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    for page in [THINGS, NONE] {
        sim.answer_next(Matcher::path("/v3/goals"), Canned::json(200, page));
    }
    let call = format!("open goals list {flags}");
    Eloomi::at(&sim, &call).run().to_string()
}

#[test]
fn every_group_can_be_listed() {
    for group in GROUPS {
        let ran = Eloomi::new(&format!("--sim open {group} list --format ndjson")).run();
        assert_eq!(ran.code, Some(0), "{ran}");
        assert!(ran.stdout.lines().count() > 1, "{ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_names_the_fields_that_come_and_shows_ids_alone() {
    insta::assert_snapshot!(listed("").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_is_exported_whole() {
    insta::assert_snapshot!(listed("--format ndjson").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_csv_says_what_it_has_no_column_for() {
    insta::assert_snapshot!(listed("--format csv").await);
}

#[test]
fn one_is_masked_but_for_its_id() {
    insta::assert_snapshot!(Eloomi::new("--sim open goals get 6401").run());
    let ran = Eloomi::new("--sim open goals get 6401 --format json").run();
    assert_eq!(ran.stdout, "{\"id\":6401,\"name\":\"Read more\"}\n");
}

#[test]
fn one_that_there_is_not_is_not_found_and_no_path_is_to_blame() {
    insta::assert_snapshot!(Eloomi::new("--sim open goals get 1").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn another_path_is_asked_if_one_is_named() {
    let sim = Simulator::start().await.unwrap();
    for call in [
        "open goals list --at /v3/objectives",
        "open --at /v3/objectives goals get a/7",
    ] {
        assert_eq!(Eloomi::at(&sim, call).run().code, Some(9), "{call}");
    }
    let asked = sim.requests().into_iter().map(|asked| asked.path);
    let asked: Vec<_> = asked.filter(|path| !path.contains("token")).collect();
    assert_eq!(asked, ["/v3/objectives", "/v3/objectives/a%2F7"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_guess_is_not_found_and_names_the_flag() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/goals"), Canned::new(404));
    insta::assert_snapshot!(Eloomi::at(&sim, "open goals list").run());
    sim.answer_next(Matcher::path("/v3/goals/7"), Canned::new(404));
    let ran = Eloomi::at(&sim, "open goals get 7").run();
    assert_eq!(ran.code, Some(9));
    assert!(ran.stderr.contains("\ntry: --at PATH"), "{ran}");
}

#[test]
fn a_group_that_there_is_not_is_refused_with_those_that_there_are() {
    insta::assert_snapshot!(Eloomi::new("open skills list").run());
}
