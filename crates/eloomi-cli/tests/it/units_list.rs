//! `eloomi units list` and `get`: what they ask and what they print.

use eloomi_sim::{Canned, Matcher, Simulator};
use serde_json::Value;

use crate::eloomi::Eloomi;

#[test]
fn units_are_a_table_that_counts_people() {
    insta::assert_snapshot!(Eloomi::new("--sim units list").run());
}

#[test]
fn units_are_printed_in_every_format() {
    for format in ["json", "ndjson", "csv"] {
        let ran = Eloomi::new("--sim units list --max 3 --format").arg(format);
        insta::assert_snapshot!(format!("units_as_{format}"), ran.run());
    }
}

#[test]
fn a_unit_is_a_table_of_what_is_set() {
    insta::assert_snapshot!(Eloomi::new("--sim units get code:DEP104").run());
}

#[test]
fn a_unit_is_one_json_object() {
    let ran = Eloomi::new("--sim units get 4009 --format json").run();
    let unit: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        (&unit["id"], &unit["parent_id"]),
        (&4009.into(), &4008.into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_key_of_a_unit_has_a_path_of_its_own() {
    for (key, path) in [
        ("4004", "/v3/units/4004"),
        ("code:DEP104", "/v3/units-code/DEP104"),
    ] {
        let sim = Simulator::start().await.unwrap();
        let ran = Eloomi::at(&sim, &format!("units get {key}")).run();
        assert_eq!(ran.code, Some(0), "{ran}");
        assert_eq!(sim.requests().last().unwrap().path, path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_units_are_asked_for_than_wanted() {
    for (flags, query) in [
        ("", "page=1&per_page=100"),
        ("--max 7", "page=1&per_page=7"),
        ("--max 7 --per-page 5", "page=1&per_page=5"),
        ("--max 700", "page=1&per_page=100"),
    ] {
        let sim = Simulator::start().await.unwrap();
        let ran = Eloomi::at(&sim, &format!("units list {flags}")).run();
        assert_eq!(ran.code, Some(0), "{ran}");
        let requests = sim.requests();
        let list = requests.iter().find(|request| request.path == "/v3/units");
        assert_eq!(list.unwrap().query, query);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_of_a_unit_that_nobody_knows_yet_are_masked() {
    let sim = Simulator::start().await.unwrap();
    let unit =
        r#"{"status_code":200,"data":{"id":1,"name":"Shown","a_field_of_tomorrow":"canary"}}"#;
    for (flags, canaries) in [("", 0), ("--show-personal", 1), ("--format ndjson", 1)] {
        sim.answer_next(Matcher::path("/v3/units/1"), Canned::json(200, unit));
        let ran = Eloomi::at(&sim, &format!("units get 1 {flags}")).run();
        assert!(ran.stdout.contains("Shown"), "{ran}");
        assert_eq!(ran.to_string().matches("canary").count(), canaries, "{ran}");
    }
}

#[test]
fn what_is_no_key_of_a_unit_is_refused_without_being_quoted() {
    for call in [
        "units get Canary",
        "units get name:Canary",
        "units update Canary --name a",
        "units delete Canary --yes",
        "units tree Canary",
    ] {
        let ran = Eloomi::new(&format!("--sim {call}")).run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains("such as 354 or code:MAR02"), "{ran}");
        assert!(!ran.to_string().contains("anary"), "{ran}");
    }
}

#[test]
fn no_unit_with_this_key_is_not_found() {
    insta::assert_snapshot!(Eloomi::new("--sim units get code:NONE").run());
}
