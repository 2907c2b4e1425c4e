//! The table as it is printed.

use crate::columns::columns;
use crate::coverage::faults::Part;
use crate::coverage::groups::GroupRow;
use crate::coverage::ledger::Ledger;
use crate::coverage::row::{Row, State};

/// The headings of the columns.
const HEADINGS: [&str; 7] = [
    "operation",
    "request",
    "exchanges",
    "snapshots",
    "simulator",
    "confidence",
    "quirks",
];

/// The same for the groups whose paths are inferred.
const OF_GROUPS: [&str; 6] = [
    "inferred group",
    "requests",
    "shown by its own",
    "exchanges",
    "snapshots",
    "simulator",
];

/// What stands for a part that is there.
pub(super) const THERE: &str = "✓";

/// Operations and groups with their columns, and the sums below.
pub(super) fn print(ledger: &Ledger) -> String {
    let mut operations = vec![HEADINGS.map(str::to_owned)];
    operations.extend(ledger.rows.iter().map(cells));
    let mut groups = vec![OF_GROUPS.map(str::to_owned)];
    groups.extend(ledger.groups.iter().map(cells_of_group));
    let (operations, groups) = (columns(&operations), columns(&groups));
    format!("{operations}\n{groups}\n{}", ledger.sums())
}

fn cells_of_group(row: &GroupRow) -> [String; 6] {
    let wanted = row.group.operations.len();
    let of = |there: usize| {
        if there == wanted {
            format!("{THERE} {there}")
        } else {
            format!("{there} of {wanted}")
        }
    };
    [
        row.group.name.clone(),
        of(row.requests.len()),
        of(row.shown.len()),
        row.exchanges.len().to_string(),
        row.snapshots().to_string(),
        of(row.routes.len()),
    ]
}

fn cells(row: &Row) -> [String; 7] {
    let operation = &row.operation;
    let quirks = match operation.quirks.len() {
        0 => "—".to_owned(),
        _ if row.lacks(Part::Quirks) => "unknown".to_owned(),
        count => format!("✓ {count}"),
    };
    let request = if row.request.is_some() && row.lacks(Part::Request) {
        "disagrees".to_owned()
    } else {
        cell(row, Part::Request)
    };
    let counted = |part, count: usize| match cell(row, part) {
        there if there == THERE && count == 0 => "missing".to_owned(),
        there if there == THERE => format!("{THERE} {count}"),
        other => other,
    };
    [
        row.name(),
        request,
        counted(Part::Exchanges, row.exchanges.len()),
        counted(Part::Snapshots, row.snapshots()),
        cell(row, Part::Simulator),
        operation
            .confidence
            .as_deref()
            .unwrap_or("missing")
            .to_owned(),
        quirks,
    ]
}

/// Whether a part is there that is wanted from the first file on.
pub(super) fn cell(row: &Row, part: Part) -> String {
    let word = match row.state() {
        State::Open => "open",
        _ if row.lacks(part) => "missing",
        _ if part == Part::Simulator && !row.is_simulated => "—",
        _ => THERE,
    };
    word.to_owned()
}
