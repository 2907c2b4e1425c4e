//! `eloomi api --paginate`.

use eloomi_sim::{Canned, Matcher, PastEnd, Simulator};
use serde_json::Value;

use crate::eloomi::{Eloomi, Ran};

const PEOPLE: &str = "api GET /v3/users --paginate";

fn ids(ran: &Ran) -> Vec<u64> {
    let items: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    items
        .iter()
        .map(|item| item["id"].as_u64().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn all_pages_are_one_array() {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, &format!("{PEOPLE} -f per_page=7")).run();
    let everybody: Vec<_> = sim.people().iter().map(|someone| someone.id).collect();
    assert_eq!(ids(&ran), everybody);
    assert_eq!(ran.stderr, "60 items, 11 requests\n");
}

#[test]
fn items_are_printed_one_per_line_on_request() {
    let ran = Eloomi::new(&format!("--sim {PEOPLE} --format ndjson")).run();
    for line in ran.stdout.lines() {
        serde_json::from_str::<Value>(line).unwrap();
    }
    assert_eq!(ran.stdout.lines().count(), 60, "{ran}");
}

/// The queries that a call makes, after that for a token.
async fn queries(call: &str) -> Vec<String> {
    let sim = Simulator::builder().people(3).start().await.unwrap();
    let ran = Eloomi::at(&sim, call).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests().into_iter().skip(1);
    requests.map(|request| request.query).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_size_is_named() {
    let asked = queries(&format!("{PEOPLE} -f mode=all")).await;
    let page = |number| format!("mode=all&per_page=100&page={number}");
    assert_eq!(asked, ["mode=all&page=1&per_page=100".into(), page(2)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_and_the_page_size_may_be_given() {
    let call = "api GET /v3/users?page=2 --paginate -f per_page=2";
    assert_eq!(
        queries(call).await,
        ["page=2&per_page=2", "per_page=2&page=3"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_204_is_the_end() {
    let sim = Simulator::builder().people(2).start().await.unwrap();
    sim.past_end(PastEnd::NoContent);
    let ran = Eloomi::at(&sim, PEOPLE).run();
    assert_eq!((ran.code, ids(&ran).len()), (Some(0), 2), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_an_empty_array() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    let ran = Eloomi::at(&sim, PEOPLE).run();
    assert_eq!((ran.code, &*ran.stdout), (Some(0), "[]\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_repeats_is_the_end_with_a_note() {
    let sim = Simulator::builder().people(5).start().await.unwrap();
    sim.repeat_pages(true);
    let call = format!("{PEOPLE} -f per_page=2");
    let ran = Eloomi::at(&sim, &call).run();
    assert_eq!((ran.code, ids(&ran).len()), (Some(0), 2), "{ran}");
    insta::assert_snapshot!(ran.stderr);
    assert_eq!(Eloomi::at(&sim, &format!("{call} -q")).run().stderr, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn items_without_an_id_are_printed_as_they_came() {
    let sim = Simulator::start().await.unwrap();
    let goals = || Matcher::path("/v3/goals");
    sim.answer_next(
        goals(),
        Canned::json(200, r#"{"data":[{"b":1.50, "a":null},7]}"#),
    );
    sim.answer_next(goals(), Canned::json(200, r#"{"data":["\u202e"]}"#));
    sim.answer_next(goals(), Canned::new(204));
    let ran = Eloomi::at(&sim, "api GET /v3/goals --paginate --format ndjson").run();
    assert_eq!(ran.stdout, "{\"b\":1.50, \"a\":null}\n7\n\"\\u202e\"\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_breaks_off_is_a_failure_that_says_so() {
    let sim = Simulator::start().await.unwrap();
    let second = Matcher::path("/v3/users").query("page", "2");
    sim.answer_next(second, Canned::new(503));
    let ran = Eloomi::at(&sim, &format!("{PEOPLE} -f per_page=2 --attempts 1")).run();
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_a_list_says_how_to_look_at_it() {
    insta::assert_snapshot!(Eloomi::new("--sim api GET /v3/users/80001 --paginate").run());
}

#[test]
fn pages_are_read_and_not_written() {
    for call in [
        "api POST /v3/users --paginate",
        "api HEAD /v3/users --paginate",
        "api GET /v3/users --paginate --include",
        "api GET /v3/users --paginate -f page=0",
        "api GET /v3/users --paginate -f per_page=all",
    ] {
        assert_eq!(Eloomi::new(call).run().code, Some(2), "{call}");
    }
}
