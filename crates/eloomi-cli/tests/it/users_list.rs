//! `eloomi users list`: what it asks and what it prints.

use eloomi_sim::{Canned, Matcher, Simulator};
use serde_json::Value;

use crate::eloomi::Eloomi;

const NOBODY: &str = r#"{"status_code":200,"data":[]}"#;

#[test]
fn a_terminal_of_eighty_columns_gets_a_table_that_fits() {
    let ran = Eloomi::new("--sim users list --max 12").env("COLUMNS", "80");
    insta::assert_snapshot!(ran.run());
}

#[test]
fn a_wide_terminal_gets_titles_uncut() {
    let ran = Eloomi::new("--sim users list --max 12").env("COLUMNS", "120");
    insta::assert_snapshot!(ran.run());
}

#[test]
fn a_very_narrow_terminal_gets_ids_uncut() {
    let ran = Eloomi::new("--sim users list --max 5").env("COLUMNS", "40");
    insta::assert_snapshot!(ran.run().stdout);
}

#[test]
fn a_pipe_gets_one_uncut_line_per_person() {
    insta::assert_snapshot!(Eloomi::new("--sim users list").run());
}

#[test]
fn json_is_one_array() {
    let ran = Eloomi::new("--sim users list --max 3 --format json").run();
    let people: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(people.len(), 3);
    insta::assert_snapshot!(ran);
}

#[test]
fn ndjson_is_one_object_per_line() {
    let ran = Eloomi::new("--sim users list --max 3 --format ndjson").run();
    for line in ran.stdout.lines() {
        serde_json::from_str::<Value>(line).unwrap();
    }
    insta::assert_snapshot!(ran);
}

#[test]
fn csv_has_a_heading_and_a_line_per_person() {
    insta::assert_snapshot!(Eloomi::new("--sim users list --max 3 --format csv").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_an_empty_array() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    assert_eq!(
        Eloomi::at(&sim, "users list --format json").run().stdout,
        "[]\n"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_a_csv_with_its_heading() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    let ran = Eloomi::at(&sim, "users list --format csv").run();
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_a_success() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    insta::assert_snapshot!(Eloomi::at(&sim, "users list").run());
}

/// The queries of the list requests that a call made.
async fn queries(arguments: &str) -> Vec<String> {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, arguments).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests().into_iter();
    requests
        .filter(|request| request.path == "/v3/users")
        .map(|request| request.query)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mode_is_asked_for() {
    let queries = queries("users list --mode active").await;
    assert_eq!(queries[0], "mode=active&page=1&per_page=100");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_employee_id_is_asked_for() {
    let queries = queries("users list --employee-id E0002").await;
    assert_eq!(queries[0], "employee_id=E0002&mode=all&page=1&per_page=100");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_size_is_asked_for() {
    let queries = queries("users list --per-page 25").await;
    assert_eq!(queries.len(), 4);
    assert_eq!(queries[1], "mode=all&page=2&per_page=25");
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_at_once_names_no_page_size() {
    assert_eq!(queries("users list --unpaged").await[0], "mode=all");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_people_are_asked_for_than_wanted() {
    let queries = queries("users list --max 7").await;
    assert_eq!(queries, ["mode=all&page=1&per_page=7"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_names_itself_to_the_service() {
    let sim = Simulator::start().await.unwrap();
    Eloomi::at(&sim, "users list").run();
    let agent = sim.requests()[0].headers.user_agent.clone();
    assert_eq!(agent.as_deref(), Some("eloomi-cli/0.1.0"));
}

#[test]
fn quiet_leaves_the_word_about_the_simulator() {
    let ran = Eloomi::new("--sim --quiet users list").run();
    assert_eq!(
        ran.stderr,
        "simulator with 60 invented people, seed 0; nothing here is real\n"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_many_pages_is_printed_once() {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, "users list --per-page 7 --format ndjson").run();
    assert_eq!(ran.stdout.lines().count(), 60);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_with_line_ends_stays_one_line_of_ndjson() {
    let sim = Simulator::start().await.unwrap();
    let page = "{\"status_code\":200,\"data\":[{\"id\":1,\"new_field\":{\n\t\"a\":1\r\n}}]}";
    sim.answer_next(Matcher::path("/v3/users"), Canned::json(200, page));
    sim.answer_next(Matcher::path("/v3/users"), Canned::json(200, NOBODY));
    let ran = Eloomi::at(&sim, "users list --format ndjson").run();
    assert_eq!(ran.stdout, "{\"id\":1,\"new_field\":{  \"a\":1  }}\n");
}
