//! `eloomi courses list`: what it asks and what it prints.

use eloomi_sim::{Canned, Matcher, Simulator};
use serde_json::Value;

use crate::eloomi::Eloomi;

#[test]
fn a_table_has_one_line_per_course() {
    insta::assert_snapshot!(Eloomi::new("--sim courses list").run());
}

#[test]
fn every_format_has_every_course() {
    let run = |format: &str| Eloomi::new(&format!("--sim courses list --format {format}")).run();
    let courses: Vec<Value> = serde_json::from_str(&run("json").stdout).unwrap();
    assert_eq!(courses.len(), 12);
    assert_eq!(run("ndjson").stdout.lines().count(), 12);
    // A description may have lines of its own.
    let csv = run("csv").stdout;
    let rows = csv.lines().filter(|line| line.starts_with("90"));
    assert_eq!(rows.count(), 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_asked_for_in_the_size_that_is_wanted() {
    for (call, query) in [
        ("courses list", "page=1&per_page=100"),
        ("courses list --per-page 5", "page=1&per_page=5"),
        ("courses list --max 3", "page=1&per_page=3"),
    ] {
        let sim = Simulator::start().await.unwrap();
        let ran = Eloomi::at(&sim, call).run();
        assert_eq!(ran.code, Some(0), "{ran}");
        let requests = sim.requests();
        let mut asked = requests.iter().filter(|asked| asked.path == "/v3/courses");
        assert_eq!(asked.next().unwrap().query, query);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_odd_flag_costs_nobody_the_list() {
    let sim = Simulator::start().await.unwrap();
    let page = r#"{"status_code":200,"data":[{"id":1,"active":"maybe","points":""},{"id":2}]}"#;
    let none = r#"{"status_code":200,"data":[]}"#;
    for page in [page, none] {
        sim.answer_next(Matcher::path("/v3/courses"), Canned::json(200, page));
    }
    let ran = Eloomi::at(&sim, "courses list --format ndjson").run();
    assert_eq!(ran.stdout, "{\"id\":1,\"active\":\"maybe\"}\n{\"id\":2}\n");
}
