//! The document and the tree side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::coverage::answers::{Refusal, refusals};
use crate::coverage::hints;
use crate::coverage::row::{Row, Shown, State};
use crate::survey::document::{self, ApiDocument, Operation};
use crate::survey::exchanges::{self, Exchange};
use crate::survey::files::Files;
use crate::survey::path::same;
use crate::survey::quirks_page::{self, QuirksPage};
use crate::survey::requests::{self, Declared};
use crate::survey::simulator::{self, Answered};
use crate::survey::snapshots;

/// What the simulator answers beside the API: its own description of itself.
const OF_NO_OPERATION: &str = "/openapi.yaml";

/// Everything that is known of the coverage.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// One for each operation, in the document's order.
    pub(crate) rows: Vec<Row>,
    /// The kinds of refusals.
    pub(crate) refusals: Vec<Refusal>,
    /// The groups of mere guesses, with the number of guesses.
    pub(crate) guesses: BTreeMap<String, usize>,
    /// What is wrong, one to a line.
    pub(crate) findings: Vec<String>,
}

impl Ledger {
    /// Reads the files. An error says that a source of it cannot be read at all.
    pub(crate) fn of(files: &Files) -> Result<Self, String> {
        let document = ApiDocument::read(files)?;
        let page = QuirksPage::read(files)?;
        let (declared, mut findings) = requests::read(files);
        let (answered, complaints) = simulator::read(files);
        findings.extend(complaints);
        let (exchanges, complaints) = exchanges::read(files);
        findings.extend(complaints);
        let snapshots: BTreeSet<&str> = snapshots::names(files).collect();

        findings.extend(strangers(&document, &declared, &answered, &exchanges));
        findings.extend(orphans(&snapshots, &exchanges));
        let mut rows = Vec::new();
        for operation in &document.operations {
            let mut row = Row {
                operation: operation.clone(),
                request: find_request(operation, &declared),
                exchanges: shown(&document, operation, &exchanges, &snapshots),
                simulator: find_route(operation, &answered),
                faults: Vec::new(),
            };
            row.faults = faults(&row, &page);
            findings.extend(row.faults.iter().cloned());
            rows.push(row);
        }
        let refusals = refusals(&rows);
        findings.extend(refusals.iter().filter_map(Refusal::fault));
        Ok(Self {
            rows,
            refusals,
            guesses: document.guesses,
            findings,
        })
    }

    /// How many are how far.
    pub(crate) fn sums(&self) -> String {
        let count = |state| self.rows.iter().filter(|row| row.state() == state).count();
        format!(
            "{} of {} operations whole, {} half done, {} open; inferred groups counted apart: \
             0 of {}",
            count(State::Whole),
            self.rows.len(),
            count(State::Half),
            count(State::Open),
            self.guesses.len(),
        )
    }
}

/// What belongs to no operation, or says that it belongs to another.
fn strangers(
    document: &ApiDocument,
    declared: &[Declared],
    answered: &[Answered],
    exchanges: &[Exchange],
) -> Vec<String> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<&str, &Declared> = BTreeMap::new();
    for route in declared {
        let (file, line, id) = (&route.file, route.line, route.operation.as_str());
        if document.operation(id).is_none() {
            findings.push(format!(
                "{file}:{line}: {} is for {id}, which is no operation of {}",
                route.request,
                document::PATH
            ));
        }
        if let Some(first) = seen.insert(id, route) {
            let (other, at) = (&first.file, first.line);
            findings.push(format!(
                "{file}:{line}: a second route for {id}; the first is {other}:{at}"
            ));
        }
    }
    for route in answered
        .iter()
        .filter(|route| route.path != OF_NO_OPERATION)
    {
        let mut operations = document.operations.iter();
        if !operations.any(|own| own.method == route.method && same(&own.path, &route.path)) {
            findings.push(format!(
                "{}:{}: the simulator answers {} {}, which is no operation of {}",
                route.file,
                route.line,
                route.method,
                route.path,
                document::PATH
            ));
        }
    }
    for exchange in exchanges {
        let request = format!("{} {}", exchange.method, exchange.path);
        match document.reached_by(&exchange.method, &exchange.path) {
            None => findings.push(format!(
                "{}: {request} reaches no operation of {}",
                exchange.file,
                document::PATH
            )),
            Some(reached) if reached.id != exchange.operation => findings.push(format!(
                "{}: info names {}, but {request} reaches {}",
                exchange.file, exchange.operation, reached.id
            )),
            Some(_) => {}
        }
    }
    findings
}

/// Snapshots of exchanges that are not there.
fn orphans(snapshots: &BTreeSet<&str>, exchanges: &[Exchange]) -> Vec<String> {
    let known: BTreeSet<&str> = exchanges.iter().map(Exchange::name).collect();
    let orphans = snapshots.difference(&known);
    let finding = |name: &&str| {
        format!(
            "{}: of an exchange that is not there",
            snapshots::path(name)
        )
    };
    orphans.map(finding).collect()
}

fn find_request(operation: &Operation, declared: &[Declared]) -> Option<Declared> {
    let mut routes = declared.iter();
    routes
        .find(|route| route.operation == operation.id)
        .cloned()
}

fn find_route(operation: &Operation, answered: &[Answered]) -> Option<Answered> {
    let mut routes = answered.iter();
    routes
        .find(|route| route.method == operation.method && same(&route.path, &operation.path))
        .cloned()
}

/// The exchanges whose request reaches the operation.
fn shown(
    document: &ApiDocument,
    operation: &Operation,
    exchanges: &[Exchange],
    snapshots: &BTreeSet<&str>,
) -> Vec<Shown> {
    let reaches = |exchange: &&Exchange| {
        let reached = document.reached_by(&exchange.method, &exchange.path);
        reached.is_some_and(|reached| reached.id == operation.id)
    };
    let own = exchanges.iter().filter(reaches);
    own.map(|exchange| Shown {
        name: exchange.name().to_owned(),
        status: exchange.status.clone(),
        has_snapshot: snapshots.contains(exchange.name()),
    })
    .collect()
}

/// What an operation lacks, if it is begun; what the document lacks, in any case.
fn faults(row: &Row, page: &QuirksPage) -> Vec<String> {
    let operation = &row.operation;
    let id = &operation.id;
    let mut faults = Vec::new();
    faults.extend(operation.confidence.clone().err());
    let unknown = operation.quirks.iter().filter(|quirk| !page.has(quirk));
    faults.extend(unknown.map(|quirk| {
        format!(
            "{}:{}: {id} names the quirk {quirk}, which has no row in {}",
            document::PATH,
            operation.line,
            quirks_page::PATH
        )
    }));
    if !row.is_begun() {
        return faults;
    }
    match &row.request {
        None => faults.push(format!(
            "{id}: no request type; it would go to {}",
            hints::request(operation)
        )),
        Some(route) => faults.extend(contradiction(operation, route)),
    }
    if !row.shows_success() {
        faults.push(format!(
            "{id}: no exchange shows its success; it would go to {}",
            hints::exchange(operation)
        ));
    }
    for shown in row.exchanges.iter().filter(|shown| !shown.has_snapshot) {
        faults.push(format!(
            "{id}: no snapshot of {0}; cargo xtask snapshots {0} --accept writes it to {1}",
            shown.name,
            snapshots::path(&shown.name)
        ));
    }
    if row.simulator.is_none() {
        faults.push(format!(
            "{id}: no route in the simulator; it would go to {}",
            hints::simulator(operation)
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
            document::PATH,
            operation.line,
            operation.method,
            operation.path
        )
    })
}
