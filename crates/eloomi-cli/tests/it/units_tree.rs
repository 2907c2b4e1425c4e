//! `eloomi units tree`.

use eloomi_sim::{Canned, Matcher, Simulator};
use serde_json::Value;

use crate::eloomi::{Eloomi, Ran};

/// An orphan with one below it, a ring of two with one below it, and one below itself.
const ODD: &str = r#"{"status_code":200,"data":[
    {"id":1,"name":"Top","parent_id":null,"users":[40]},
    {"id":2,"name":"Orphan","parent_id":99},
    {"id":3,"name":"Round","parent_id":4},
    {"id":4,"name":"About","parent_id":3,"users":[40,41]},
    {"id":5,"name":"Beside","parent_id":4},
    {"id":6,"name":"Itself","parent_id":6},
    {"id":7,"name":"Under \u001b[2J","parent_id":2}]}"#;

const NONE: &str = r#"{"status_code":200,"data":[]}"#;

/// A tree of units of which each is odd.
async fn odd(flags: &str) -> Ran {
    let sim = Simulator::start().await.unwrap();
    for page in [ODD, NONE] {
        sim.answer_next(Matcher::path("/v3/units"), Canned::json(200, page));
    }
    Eloomi::at(&sim, &format!("units tree {flags}")).run()
}

fn ids(tree: &Value, found: &mut Vec<u64>) {
    found.push(tree["id"].as_u64().unwrap());
    for child in tree["children"].as_array().unwrap() {
        ids(child, found);
    }
}

#[test]
fn a_pipe_gets_a_tree_without_lines() {
    insta::assert_snapshot!(Eloomi::new("--sim units tree").run());
}

#[test]
fn a_tree_may_begin_at_a_unit_and_end_early() {
    insta::assert_snapshot!(Eloomi::new("--sim units tree code:DEP101 --depth 1").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_odd_is_shown_and_named() {
    insta::assert_snapshot!(odd("").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn nested_json_holds_every_unit_once() {
    let ran = odd("--format json").await;
    let trees: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    let mut found = Vec::new();
    for tree in &trees {
        ids(tree, &mut found);
    }
    assert_eq!(found, [1, 2, 7, 3, 4, 5, 6]);
    assert_eq!(trees[1]["oddity"], "orphan");
    assert_eq!(trees[2]["children"][0]["oddity"], "ring");
    assert_eq!(trees[1]["children"][0].get("oddity"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn flat_formats_tell_depth_and_path() {
    insta::assert_snapshot!(odd("--format ndjson --quiet").await.stdout);
    let csv = odd("--format csv --quiet").await.stdout;
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().ends_with(",depth,path,oddity"));
    assert!(csv.contains("\n4,,,,About,3,40;41,1,3;4,ring\n"), "{csv}");
    assert!(csv.contains("\n5,,,,Beside,4,,2,3;4;5,\n"), "{csv}");
}

#[test]
fn one_unit_is_one_nested_object() {
    let ran = Eloomi::new("--sim units tree 4008 --format json").run();
    let tree: Value = serde_json::from_str(&ran.stdout).unwrap();
    let mut found = Vec::new();
    ids(&tree, &mut found);
    assert_eq!(found, [4008, 4009, 4010]);
}

#[test]
fn units_too_deep_leave_no_empty_list_behind() {
    let ran = Eloomi::new("--sim units tree --depth 0 --format json").run();
    let trees: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(trees.len(), 3);
    assert_eq!(trees[0].get("children"), None);
    assert_eq!(trees[1]["children"], Value::Array(Vec::new()));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_units_are_an_empty_tree() {
    let sim = Simulator::start().await.unwrap();
    for (format, printed) in [("table", ""), ("json", "[]\n"), ("ndjson", "")] {
        sim.answer_next(Matcher::path("/v3/units"), Canned::json(200, NONE));
        let ran = Eloomi::at(&sim, &format!("units tree --format {format}")).run();
        assert_eq!((ran.code, &*ran.stdout), (Some(0), printed), "{ran}");
        assert_eq!(ran.stderr, "0 units, 2 requests\n");
    }
}

#[test]
fn no_such_unit_in_the_list_is_not_found() {
    for key in ["99", "code:NONE"] {
        let ran = Eloomi::new(&format!("--sim units tree {key}")).run();
        assert_eq!((ran.code, &*ran.stdout), (Some(9), ""), "{ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_several_units_is_refused_by_their_ids() {
    let sim = Simulator::start().await.unwrap();
    Eloomi::at(&sim, "units create Other --code DEP104").run();
    let ran = Eloomi::at(&sim, "units tree code:DEP104").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("such as 4004 and 4013"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_breaks_off_is_no_tree() {
    let sim = Simulator::start().await.unwrap();
    let second = Matcher::path("/v3/units").query("page", "2");
    sim.answer_next(second, Canned::new(503));
    let ran = Eloomi::at(&sim, "units tree --attempts 1").run();
    assert_eq!((ran.code, &*ran.stdout), (Some(1), ""), "{ran}");
}

#[cfg(target_os = "linux")]
mod at_a_terminal {
    use std::process::Stdio;

    use super::*;
    use crate::pty;

    fn shown(locale: [(&str, &str); 2]) -> String {
        let (ours, theirs) = pty::open();
        let mut call = Eloomi::new("--sim units tree 4008").without("LC_CTYPE");
        for (name, value) in locale {
            call = call.env(name, value);
        }
        let mut command = call.into_command();
        let mut child = command
            .stdout(theirs)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        drop(command);
        assert_eq!(child.wait().unwrap().code(), Some(0));
        pty::read(ours)
    }

    #[test]
    fn a_terminal_that_takes_utf_8_gets_drawn_lines() {
        for locale in [
            [("LC_ALL", "en_US.UTF-8"), ("LANG", "C")],
            [("LC_ALL", ""), ("LANG", "C.utf8")],
        ] {
            let shown = shown(locale);
            assert!(shown.contains("\n├── 4009  Night"), "{shown}");
            assert!(shown.contains("\n└── 4010  Day"), "{shown}");
        }
    }

    #[test]
    fn any_other_terminal_gets_lines_of_ascii() {
        let shown = shown([("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]);
        assert!(shown.contains("\n|-- 4009  Night"), "{shown}");
        assert!(shown.contains("\n`-- 4010  Day"), "{shown}");
    }
}
