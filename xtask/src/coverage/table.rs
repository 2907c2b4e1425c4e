//! The table as it is printed.

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
    let with_snapshot = !row.exchanges.is_empty() && row.snapshots() == row.exchanges.len();
    let faulty = |what: &str| row.faults.iter().any(|fault| fault.contains(what));
    let confidence = operation.confidence.as_deref().unwrap_or("missing");
    let quirks = match operation.quirks.len() {
        0 => "—".to_owned(),
        _ if faulty("names the quirk") => "unknown".to_owned(),
        count => format!("✓ {count}"),
    };
    let request = if faulty(" sends ") {
        "disagrees".to_owned()
    } else {
        cell(row, row.request.is_some(), 0)
    };
    [
        operation.id.clone(),
        request,
        cell(row, row.shows_success(), row.exchanges.len()),
        cell(row, with_snapshot, row.snapshots()),
        cell(row, row.simulator.is_some(), 0),
        confidence.to_owned(),
        quirks,
    ]
}

/// Whether it is there, and how many there are if more than one can be.
pub(super) fn cell(row: &Row, is_there: bool, count: usize) -> String {
    match (is_there, row.state()) {
        (true, _) if count > 0 => format!("✓ {count}"),
        (true, _) => "✓".to_owned(),
        (false, State::Open) => "open".to_owned(),
        (false, _) => "missing".to_owned(),
    }
}
