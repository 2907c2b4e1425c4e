//! The tree as it is, with one thing taken away or put in: is it noticed, and in which words?

mod directory;
mod groups;

use std::sync::LazyLock;

use crate::coverage::ledger::Ledger;
use crate::coverage::row::State;
use crate::coverage::{PAGE, findings, page, table};
use crate::survey::document;
use crate::survey::exchanges;
use crate::survey::files::Files;
use crate::survey::quirks_page;
use crate::survey::snapshots;
use crate::workspace;

/// The operation from which things are taken away, since all of it is there.
const VICTIM: &str = "getUser";

/// Where its route is declared.
const REQUEST: &str = "crates/eloomi-api/src/users/get_user.rs";

/// Where the simulator's routes are.
const ROUTER: &str = "crates/eloomi-sim/src/eloomi/routes.rs";

/// The files of this repository.
static TREE: LazyLock<Files> = LazyLock::new(|| Files::load(&workspace::root()).unwrap());

/// What is known of them.
static LEDGER: LazyLock<Ledger> = LazyLock::new(|| Ledger::of(&TREE).unwrap());

fn tree() -> Files {
    TREE.clone()
}

fn state(ledger: &Ledger, operation: &str) -> State {
    let mut rows = ledger.rows.iter();
    let row = rows.find(|row| row.operation.id == operation);
    row.unwrap().state()
}

/// What is wrong now that was not wrong with the tree as it is, a line each.
#[track_caller]
fn new_findings(files: &Files) -> String {
    let mut found = Ledger::of(files).unwrap().findings;
    found.retain(|finding| !LEDGER.findings.contains(finding));
    assert!(!found.is_empty(), "nobody noticed");
    found.join("\n")
}

/// The same, of the victim, which is half done then.
#[track_caller]
fn missed(files: &Files) -> String {
    assert_eq!(state(&LEDGER, VICTIM), State::Whole);
    assert_eq!(state(&Ledger::of(files).unwrap(), VICTIM), State::Half);
    new_findings(files)
}

#[track_caller]
fn assert_says(text: &str, part: &str) {
    assert!(text.contains(part), "{part} is not in:\n{text}");
}

#[test]
fn a_request_type_is_missed() {
    let found = missed(&tree().without(|path, _| path == REQUEST));
    assert_says(
        &found,
        "getUser: no request type; it would go to crates/eloomi-api/src/users/get_user.rs",
    );
}

#[test]
fn an_exchange_is_missed() {
    let of_victim = format!("\n  operation: {VICTIM}\n");
    let found = missed(&tree().without(|path, text| {
        let success = text.contains("\n=== response\n200\n");
        path.starts_with(exchanges::DIRECTORY) && text.contains(&of_victim) && success
    }));
    assert_says(
        &found,
        "getUser: no exchange shows its success; it would go to \
         fixtures/exchanges/users/",
    );
}

#[test]
fn an_exchange_of_each_documented_refusal_is_missed() {
    let documented = LEDGER
        .refusals
        .iter()
        .filter(|refusal| refusal.confidence == "documented" && refusal.begun.is_some());
    let mut kinds = 0;
    for refusal in documented {
        let status = format!("\n=== response\n{}\n", refusal.status);
        let files = tree()
            .without(|path, text| path.starts_with(exchanges::DIRECTORY) && text.contains(&status));
        let words = format!("no exchange shows {} ({})", refusal.name, refusal.status);
        assert_says(&new_findings(&files), &words);
        kinds += 1;
    }
    assert!(kinds > 0);
}

#[test]
fn a_snapshot_is_missed() {
    let snapshot = snapshots::path("users/get");
    let found = missed(&tree().without(|path, _| path == snapshot));
    assert_says(
        &found,
        "no snapshot of users/get; cargo xtask snapshots users/get --accept",
    );
    assert_says(&found, &snapshot);
}

#[test]
fn a_route_of_the_simulator_is_missed() {
    let found = missed(&tree().edited(ROUTER, "get(get_user::by_id)", "head(get_user::by_id)"));
    assert_says(
        &found,
        "getUser: no route in the simulator; it would go to \
         crates/eloomi-sim/src/eloomi/routes/get_user.rs",
    );
    assert_says(
        &found,
        "the simulator answers HEAD /v3/users/{id}, which is no operation",
    );
}

#[test]
fn a_row_of_the_quirks_is_missed() {
    let found = missed(&tree().edited(quirks_page::PATH, "| `q-three-keys` |", "| `q-3-keys` |"));
    assert_says(
        &found,
        "getUser names the quirk q-three-keys, which has no row in docs/quirks.md",
    );
}

#[test]
fn a_confidence_is_missed() {
    let text = tree().text(document::PATH).unwrap().to_owned();
    let (before, operation) = text.split_once("operationId: getUser\n").unwrap();
    let operation = operation.replacen("x-confidence:", "x-trust:", 1);
    let text = format!("{before}operationId: getUser\n{operation}");
    let found = missed(&tree().with(document::PATH, &text));
    assert_says(
        &found,
        "getUser has no x-confidence; there are documented, observed, inferred",
    );
}

#[test]
fn a_request_that_is_sent_elsewhere_is_told_with_both_places() {
    let elsewhere = tree().edited(REQUEST, "\"/v3/users/{id}\"", "\"/v3/people/{id}\"");
    let found = missed(&elsewhere);
    assert_says(
        &found,
        "GetUser sends getUser as GET /v3/people/{id}, but docs/api/eloomi-v3.yaml:",
    );
    assert_says(&found, " has GET /v3/users/{userId}");
    let otherwise = tree().edited(REQUEST, "Method::GET", "Method::PUT");
    assert_says(
        &missed(&otherwise),
        "GetUser sends getUser as PUT /v3/users/{id}",
    );
}

#[test]
fn what_is_of_no_operation_is_told() {
    let unknown = tree().edited(REQUEST, "\"getUserByEmail\"", "\"getUserByFax\"");
    assert_says(
        &new_findings(&unknown),
        "GetUser is for getUserByFax, which is no operation",
    );
    let twice = tree().edited(REQUEST, "\"getUserByEmail\"", "\"getUser\"");
    assert_says(
        &new_findings(&twice),
        "a second route for getUser; the first is",
    );

    let exchange = "fixtures/exchanges/users/get.exchange";
    let nowhere = tree().edited(exchange, "\nGET /v3/users/", "\nGET /v3/people/");
    assert_says(
        &new_findings(&nowhere),
        "reaches no operation of docs/api/eloomi-v3.yaml",
    );
    let other = tree().edited(exchange, "operation: getUser\n", "operation: deleteUser\n");
    assert_says(
        &new_findings(&other),
        "info names deleteUser, but GET /v3/users/",
    );

    let gone = tree().without(|path, _| path == exchange);
    assert_says(
        &new_findings(&gone),
        "users/get.snap: of an exchange that is not there",
    );
}

#[test]
fn a_simulator_may_describe_itself_and_nothing_else() {
    let with = |route: &str| tree().edited(ROUTER, ".route(", &format!("{route}.route("));
    let itself = with(".route(\"/openapi.yaml\", get(token::answer))");
    assert_eq!(Ledger::of(&itself).unwrap().findings, LEDGER.findings);
    let other = with(".route(\"/v3/hats\", get(token::answer))");
    assert_says(
        &new_findings(&other),
        "the simulator answers GET /v3/hats, which is no operation",
    );
}

#[test]
fn an_operation_of_which_nothing_is_there_is_open() {
    let open = "paths:\n  /v3/goals:\n    get:\n      operationId: listGoals\n      \
                x-confidence: inferred\n      responses:\n        '200':\n          \
                description: Goals.\n";
    let ledger = Ledger::of(&Files::of([
        (document::PATH, open),
        (quirks_page::PATH, ""),
    ]));
    let ledger = ledger.unwrap();
    assert_eq!(ledger.findings, [""; 0]);
    assert_eq!(
        ledger.sums(),
        "0 of 1 operations whole, 0 half done, 1 open; inferred groups counted apart: 0 of 0"
    );
}

#[test]
fn the_table_has_a_word_for_whatever_is_not_there() {
    let of_victim = format!("\n  operation: {VICTIM}\n");
    let files = tree()
        .without(|path, text| path.ends_with(exchanges::ENDING) && text.contains(&of_victim))
        .edited(REQUEST, "Method::GET", "Method::PUT")
        .edited(quirks_page::PATH, "| `q-three-keys` |", "| `q-3-keys` |");
    let printed = table::print(&Ledger::of(&files).unwrap());
    let row = |id: &str| {
        let mut lines = printed.lines().map(str::split_whitespace);
        let cells = lines.find(|cells| cells.clone().next() == Some(id));
        cells.unwrap().skip(1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        row(VICTIM),
        "disagrees missing missing ✓ documented unknown"
    );
    let open = LEDGER.rows.iter().find(|row| row.state() == State::Open);
    if let Some(open) = open {
        let cells = row(&open.operation.id);
        assert!(cells.starts_with("open open open open "), "{cells}");
    }
}

#[test]
fn a_page_that_says_something_else_is_told_with_the_command_that_mends_it() {
    let right = page::print(&LEDGER);
    let says_stale = |files: &Files| {
        let (findings, _) = findings(files).unwrap();
        findings
            .iter()
            .any(|finding| finding.ends_with("mend it: cargo xtask coverage --write"))
    };
    assert!(!says_stale(&tree().with(PAGE, &right)));
    assert!(says_stale(
        &tree().with(PAGE, &right.replacen("listUsers", "listPeople", 1))
    ));
    assert!(says_stale(
        &tree().with(PAGE, &right).without(|path, _| path == PAGE)
    ));
}
