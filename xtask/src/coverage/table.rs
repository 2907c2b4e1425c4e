//! The table as it is printed.

use crate::coverage::faults::Part;
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

/// What stands for a part that is there.
const THERE: &str = "✓";

/// Operations and columns, and the sums below.
pub(super) fn print(ledger: &Ledger) -> String {
    let mut lines = vec![HEADINGS.map(str::to_owned)];
    lines.extend(ledger.rows.iter().map(cells));
    let widths: Vec<usize> = (0..HEADINGS.len())
        .map(|column| {
            let widths = lines.iter().map(|line| line[column].chars().count());
            widths.max().unwrap_or_default()
        })
        .collect();
    let mut text = String::new();
    for line in &lines {
        let cells = line.iter().zip(&widths);
        let padded: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        text.push_str(padded.join("  ").trim_end());
        text.push('\n');
    }
    format!("{text}\n{}", ledger.sums())
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
        operation.id.clone(),
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
        _ => THERE,
    };
    word.to_owned()
}
