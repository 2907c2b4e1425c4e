//! The same with the groups whose paths are inferred.

use super::{LEDGER, assert_says, new_findings, tree};
use crate::coverage::groups::GroupRow;
use crate::coverage::ledger::Ledger;
use crate::coverage::{page, table};
use crate::survey::document;
use crate::survey::files::Files;
use crate::survey::{open_groups, simulator, snapshots};

/// Where the routes of the simulator for inferred paths are.
const ROUTER: &str = "crates/eloomi-sim/src/eloomi/routes/inferred.rs";

fn group(ledger: &Ledger, name: &str) -> GroupRow {
    let mut rows = ledger.groups.iter();
    rows.find(|row| row.group.name == name).unwrap().clone()
}

/// What is wrong now, when this group is whole no longer.
#[track_caller]
fn missed(name: &str, files: &Files) -> String {
    assert!(group(&LEDGER, name).is_whole());
    assert!(!group(&Ledger::of(files).unwrap(), name).is_whole());
    new_findings(files)
}

#[test]
fn every_group_that_the_document_names_is_whole() {
    let names: Vec<_> = LEDGER
        .groups
        .iter()
        .map(|row| row.group.name.as_str())
        .collect();
    let expected = [
        "access groups",
        "coaches",
        "course categories",
        "customers",
        "goals",
        "orders",
        "paths",
        "programs",
    ];
    assert_eq!(names, expected);
    assert!(LEDGER.groups.iter().all(GroupRow::is_whole));
    assert_says(&LEDGER.sums(), "inferred groups counted apart: 8 of 8");
}

#[test]
fn the_page_tells_which_operations_a_group_shows_itself() {
    let page = page::print(&LEDGER);
    let line = |group: &str| page.lines().find(|line| line.starts_with(group)).unwrap();
    assert_says(line("| coaches |"), "| 1 of 5: `listOpen` |");
    assert!(!line("| goals |").contains(" of 5"), "goals show all");
}

#[test]
fn a_request_type_of_all_open_groups_is_missed_by_each() {
    let file = "crates/eloomi-api/src/open/get_open.rs";
    let files = tree().without(|path, _| path == file);
    let found = missed("coaches", &files);
    for path in ["coaches", "course-categories", "programs"] {
        let what = format!("no request type sends getOpen as GET /v3/{path}/{{id}};");
        assert_says(&found, &what);
    }
    let sums = Ledger::of(&files).unwrap().sums();
    assert_says(&sums, "inferred groups counted apart: 1 of 8");
}

#[test]
fn the_name_of_a_group_is_missed() {
    let files = tree().edited(open_groups::PATH, "=> \"goals\"", "=> \"objectives\"");
    let found = missed("goals", &files);
    assert_says(
        &found,
        "goals: no request type sends listOpen as GET /v3/goals;",
    );
    assert_says(
        &found,
        "ListOpen sends listOpen as GET /v3/objectives, which is of no group",
    );
}

#[test]
fn an_exchange_of_a_group_is_missed() {
    let file = "fixtures/exchanges/open/orders-list.exchange";
    let found = missed("orders", &tree().without(|path, _| path == file));
    assert_says(&found, "orders: no exchange shows the success of listOpen;");
}

#[test]
fn an_operation_that_no_group_shows_is_missed() {
    let file = "fixtures/exchanges/open/goals-update.exchange";
    let found = new_findings(&tree().without(|path, _| path == file));
    assert_says(
        &found,
        "updateOpen: no exchange of any group shows its success;",
    );
}

#[test]
fn a_snapshot_of_a_group_is_missed() {
    let snapshot = snapshots::path("access-groups/list");
    let files = tree().without(|path, _| path == snapshot);
    let found = missed("access groups", &files);
    assert_says(&found, "access groups: no snapshot of access-groups/list;");
}

#[test]
fn a_route_of_a_group_is_missed() {
    let files = tree().edited(ROUTER, "get(open::list).post(", "get(open::list).put(");
    let found = missed("paths", &files);
    assert_says(
        &found,
        "paths: no route in the simulator for POST /v3/paths;",
    );
    assert_says(
        &found,
        "the simulator answers PUT /v3/paths, which is no operation",
    );
    let printed = table::print(&Ledger::of(&files).unwrap());
    let line = printed.lines().find(|line| line.starts_with("paths "));
    let cells: Vec<_> = line.unwrap().split_whitespace().collect();
    let expected = ["paths", "✓", "5", "1", "of", "5", "1", "1", "4", "of", "5"];
    assert_eq!(cells, expected);
}

#[test]
fn the_name_of_a_group_in_the_simulator_is_missed() {
    let files = tree().edited(simulator::OPEN_GROUPS, "name: \"goals\"", "name: \"aims\"");
    let found = missed("goals", &files);
    assert_says(
        &found,
        "goals: no route in the simulator for GET /v3/goals;",
    );
    assert_says(
        &found,
        "the simulator answers GET /v3/aims, which is no operation",
    );
}

#[test]
fn a_group_that_the_document_loses_leaves_strangers() {
    let text = tree().text(document::PATH).unwrap().to_owned();
    let (before, rest) = text.split_once("  - group: goals\n").unwrap();
    let (_, after) = rest.split_once("\n  - group: ").unwrap();
    let files = tree().with(document::PATH, &format!("{before}  - group: {after}"));
    let found = new_findings(&files);
    assert_says(
        &found,
        "ListOpen sends listOpen as GET /v3/goals, which is of no group",
    );
    assert_says(
        &found,
        "the simulator answers GET /v3/goals, which is no operation",
    );
    assert_says(
        &found,
        "goals-list.exchange: GET /v3/goals reaches no operation",
    );
}

#[test]
fn an_exchange_of_a_group_that_names_another_operation_is_told() {
    let file = "fixtures/exchanges/open/goals-get.exchange";
    let files = tree().edited(file, "operation: getOpen\n", "operation: listOpen\n");
    let found = new_findings(&files);
    assert_says(
        &found,
        "info names listOpen, but GET /v3/goals/6401 reaches getOpen",
    );
}
