//! A list whose second page does not come.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

async fn list(format: &str) -> Ran {
    let sim = Simulator::builder().people(4).start().await.unwrap();
    let second = Matcher::path("/v3/users").query("page", "2");
    sim.answer_next(second, Canned::new(503));
    Eloomi::at(
        &sim,
        &format!("users list --per-page 2 --attempts 1 --format {format}"),
    )
    .run()
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_that_are_out_stay_out() {
    let ran = list("ndjson").await;
    assert_eq!(ran.stdout.lines().count(), 2, "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_error_says_that_the_output_is_incomplete() {
    let ran = list("ndjson").await;
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_array_is_left_open() {
    let ran = list("json").await;
    assert!(
        ran.stdout.starts_with("[{") && !ran.stdout.contains("\n]"),
        "{ran}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_not_printed_at_all() {
    let ran = list("table").await;
    assert_eq!(ran.stdout, "");
    insta::assert_snapshot!(ran.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_repeat_are_an_error_with_a_way_out() {
    let sim = Simulator::builder().people(4).start().await.unwrap();
    sim.repeat_pages(true);
    insta::assert_snapshot!(
        Eloomi::at(&sim, "users list --per-page 2 --format ndjson")
            .run()
            .stderr
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_fails_once_is_asked_for_again_and_counted() {
    let sim = Simulator::builder().people(4).start().await.unwrap();
    let second = Matcher::path("/v3/users").query("page", "2");
    sim.answer_next(second, Canned::new(503));
    let ran = Eloomi::at(&sim, "users list --per-page 2 --format ndjson").run();
    assert_eq!(
        (ran.code, ran.stdout.lines().count()),
        (Some(0), 4),
        "{ran}"
    );
    assert!(ran.stderr.contains("5 requests, 1 repeated"), "{ran}");
}
