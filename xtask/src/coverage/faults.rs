//! What an operation lacks, and where it would go.

use std::fmt;

use crate::coverage::hints;
use crate::coverage::row::Row;
use crate::survey::document::Operation;
use crate::survey::path::same;
use crate::survey::quirks_page::QuirksPage;
use crate::survey::requests::Declared;
use crate::survey::snapshots;

/// Of what something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// How well the operation is known.
    Confidence,
    /// The quirks it names.
    Quirks,
    /// The request type.
    Request,
    /// The exchanges.
    Exchanges,
    /// Their snapshots.
    Snapshots,
    /// The simulator's route.
    Simulator,
}

/// One thing that is wrong with an operation.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// Of what.
    pub(crate) part: Part,
    /// In words.
    text: String,
}

impl Fault {
    fn new(part: Part, text: String) -> Self {
        Self { part, text }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// What an operation lacks, if it is begun; what the document lacks, in any case.
pub(super) fn faults(row: &Row, page: &QuirksPage) -> Vec<Fault> {
    let operation = &row.operation;
    let id = &operation.id;
    let mut faults = Vec::new();
    let unknown_confidence = operation.confidence.clone().err();
    faults.extend(unknown_confidence.map(|text| Fault::new(Part::Confidence, text)));
    let unknown = operation.quirks.iter().filter(|quirk| !page.has(quirk));
    faults.extend(unknown.map(|quirk| {
        let text = format!(
            "{}:{}: {id} names the quirk {quirk}, which has no row in {}",
            operation.document, operation.line, row.service.quirks
        );
        Fault::new(Part::Quirks, text)
    }));
    if !row.is_begun() {
        return faults;
    }
    match &row.request {
        None => faults.push(Fault::new(
            Part::Request,
            format!(
                "{id}: no request type; it would go to {}",
                hints::request(row)
            ),
        )),
        Some(route) => {
            let contradiction = contradiction(operation, route);
            faults.extend(contradiction.map(|text| Fault::new(Part::Request, text)));
        }
    }
    if !row.shows_success() {
        faults.push(Fault::new(
            Part::Exchanges,
            format!(
                "{id}: no exchange shows its success; it would go to {}",
                hints::exchange(row)
            ),
        ));
    }
    for shown in row.exchanges.iter().filter(|shown| !shown.has_snapshot) {
        faults.push(Fault::new(
            Part::Snapshots,
            format!(
                "{id}: no snapshot of {0}; cargo xtask snapshots {0} --accept writes it to {1}",
                shown.name,
                snapshots::path(&shown.name)
            ),
        ));
    }
    faults.extend(row.grants_unshown().map(|grant| {
        let text = format!(
            "{id}: no exchange shows a token for the grant {grant}; it would go to {}",
            hints::exchange(row)
        );
        Fault::new(Part::Exchanges, text)
    }));
    if row.is_simulated && row.simulator.is_none() {
        faults.push(Fault::new(
            Part::Simulator,
            format!(
                "{id}: no route in the simulator; it would go to {}",
                hints::simulator(operation)
            ),
        ));
    }
    faults
}

/// Where a declared route and the document say two things.
fn contradiction(operation: &Operation, route: &Declared) -> Option<String> {
    let agree = route.method == operation.method && same(&route.path, &operation.path);
    (!agree).then(|| {
        format!(
            "{}:{}: {} sends {} as {} {}, but {}:{} has {} {}",
            route.file,
            route.line,
            route.request,
            operation.id,
            route.method,
            route.path,
            operation.document,
            operation.line,
            operation.method,
            operation.path
        )
    })
}
