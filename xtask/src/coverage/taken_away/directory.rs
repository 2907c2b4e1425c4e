//! The same of the staff directory, whose rows stand in the same table.

use super::{LEDGER, TREE, assert_says, new_findings};
use crate::coverage::ledger::Ledger;
use crate::coverage::row::State;
use crate::survey::files::Files;
use crate::survey::service::DIRECTORY;

/// The findings of the tree without the files of which this is so.
#[track_caller]
fn without(is_so: impl Fn(&str, &str) -> bool) -> String {
    new_findings(&TREE.clone().without(is_so))
}

#[test]
fn its_token_and_its_six_operations_are_whole_beside_those_of_the_other_service() {
    let own = LEDGER.rows.iter().filter(|row| *row.service == DIRECTORY);
    let own: Vec<_> = own.map(|row| (row.name(), row.state())).collect();
    let names = [
        "createToken",
        "listUsers",
        "createUser",
        "getMe",
        "getUser",
        "updateUser",
        "deleteUser",
    ];
    let whole = names.map(|name| (format!("lvconnect {name}"), State::Whole));
    assert_eq!(own, whole);
    let others = LEDGER
        .rows
        .iter()
        .filter(|row| row.operation.id == "listUsers");
    assert_eq!(others.count(), 2);
}

#[test]
fn a_grant_whose_token_no_exchange_shows_is_missed() {
    let found = without(|path, text| {
        path.starts_with(DIRECTORY.exchanges)
            && text.contains("client_credentials")
            && text.contains("\n201\n")
    });
    assert_says(
        &found,
        "no exchange shows a token for the grant client_credentials",
    );
}

#[test]
fn a_request_an_exchange_and_a_snapshot_of_it_are_missed() {
    let request = without(|path, _| path == "crates/lvconnect/src/get_me.rs");
    assert_says(
        &request,
        "getMe: no request type; it would go to crates/lvconnect/src/get_me.rs",
    );
    let snapshot = without(|path, _| path.ends_with("/320-delete-ok.snap"));
    assert_says(&snapshot, "no snapshot of lvconnect/320-delete-ok");
    let exchange = without(|path, _| path.ends_with("/320-delete-ok.exchange"));
    assert_says(&exchange, "deleteUser: no exchange shows its success");
    assert_says(
        &exchange,
        "320-delete-ok.snap: of an exchange that is not there",
    );
}

#[test]
fn a_route_of_the_simulator_is_asked_for_once_it_has_the_service() {
    let file = |name: &str| format!("{}routes/{name}.rs", DIRECTORY.simulator);
    let all = [
        "token",
        "list_users",
        "create_user",
        "get_me",
        "get_user",
        "update_user",
        "delete_user",
    ];
    let is_there = TREE.below(DIRECTORY.simulator, ".rs").next().is_some();
    let with = |names: &[&str]| {
        let mut files = TREE.clone();
        if is_there {
            files = files.without(|path, _| path.starts_with(DIRECTORY.simulator));
        }
        names
            .iter()
            .fold(files, |files: Files, name| files.with(&file(name), ""))
    };
    assert_says(
        &new_findings(&with(&all[..6])),
        "deleteUser: no route in the simulator",
    );
    let findings = Ledger::of(&with(&all)).unwrap().findings;
    assert_eq!(findings, LEDGER.findings);
}
