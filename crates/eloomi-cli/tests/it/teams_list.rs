//! `eloomi teams list` and `get`: what they ask and what they print.

use eloomi_sim::{Canned, Matcher, Simulator};
use serde_json::Value;

use crate::eloomi::Eloomi;

#[test]
fn teams_are_a_table_that_counts_people() {
    insta::assert_snapshot!(Eloomi::new("--sim teams list").run());
}

#[test]
fn teams_are_printed_in_every_format() {
    for format in ["json", "ndjson", "csv"] {
        let ran = Eloomi::new("--sim teams list --max 2 --format").arg(format);
        insta::assert_snapshot!(format!("teams_as_{format}"), ran.run());
    }
}

#[test]
fn a_team_is_a_table_with_its_attributes_masked() {
    insta::assert_snapshot!(Eloomi::new("--sim teams get 701").run());
    let asked = Eloomi::new("--sim teams get 701 --show-personal").run();
    assert!(asked.stdout.contains("cost_center"), "{asked}");
}

#[test]
fn a_team_is_one_json_object() {
    let ran = Eloomi::new("--sim teams get 705 --format json").run();
    let team: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(team["id"], 705);
    assert_eq!(team["custom_attributes"]["cost_center"], "1200");
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_of_a_team_that_nobody_knows_yet_are_masked() {
    let sim = Simulator::start().await.unwrap();
    let team =
        r#"{"status_code":200,"data":{"id":1,"name":"Shown","a_field_of_tomorrow":"canary"}}"#;
    for (flags, canaries) in [("", 0), ("--show-personal", 1), ("--format ndjson", 1)] {
        sim.answer_next(Matcher::path("/v3/teams/1"), Canned::json(200, team));
        let ran = Eloomi::at(&sim, &format!("teams get 1 {flags}")).run();
        assert!(ran.stdout.contains("Shown"), "{ran}");
        assert_eq!(ran.to_string().matches("canary").count(), canaries, "{ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_teams_are_asked_for_than_wanted() {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, "teams list --max 3 --format ndjson").run();
    assert_eq!(ran.stdout.lines().count(), 3, "{ran}");
    assert_eq!(sim.requests()[1].query, "page=1&per_page=3");
}

#[test]
fn what_is_no_id_of_a_team_is_refused_without_being_quoted() {
    for call in [
        "teams get Canary",
        "teams update code:Canary --name a",
        "teams delete Canary --yes",
        "teams add-programs Canary --program 1",
    ] {
        let ran = Eloomi::new(&format!("--sim {call}")).run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains("an id is a whole number"), "{ran}");
        assert!(!ran.to_string().contains("anary"), "{ran}");
    }
}

#[test]
fn no_team_with_this_id_is_not_found() {
    let ran = Eloomi::new("--sim teams get 1").run();
    assert_eq!(ran.code, Some(9), "{ran}");
    assert!(ran.stderr.contains("try: `eloomi teams list`"), "{ran}");
}
