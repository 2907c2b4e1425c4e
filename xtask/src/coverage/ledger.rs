//! The document and the tree side by side.

use std::collections::BTreeSet;

use crate::coverage::answers::{Refusal, refusals};
use crate::coverage::faults::{Fault, faults};
use crate::coverage::groups::{GroupRow, unshown};
use crate::coverage::row::{Row, Shown, State};
use crate::coverage::strangers::{orphans, strangers};
use crate::survey::document::{ApiDocument, Operation};
use crate::survey::exchanges::{self, Exchange};
use crate::survey::files::Files;
use crate::survey::inferred_groups::Guess;
use crate::survey::open_groups;
use crate::survey::path::same;
use crate::survey::quirks_page::QuirksPage;
use crate::survey::requests::{self, Declared};
use crate::survey::service::{DIRECTORY, PEOPLE, Service};
use crate::survey::simulator::{self, Answered};
use crate::survey::snapshots;

/// Everything that is known of the coverage.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// One for each operation, in the document's order.
    pub(crate) rows: Vec<Row>,
    /// The kinds of refusals.
    pub(crate) refusals: Vec<Refusal>,
    /// The groups whose paths are inferred.
    pub(crate) groups: Vec<GroupRow>,
    /// Calls of which nothing is built.
    pub(crate) guesses: Vec<Guess>,
    /// What is wrong, one to a line.
    pub(crate) findings: Vec<String>,
}

impl Ledger {
    /// Reads the files. An error says that a source of it cannot be read at all.
    pub(crate) fn of(files: &Files) -> Result<Self, String> {
        let mut ledger = Self::of_service(files, &PEOPLE)?;
        if DIRECTORY.is_there(files) {
            let directory = Self::of_service(files, &DIRECTORY)?;
            ledger.rows.extend(directory.rows);
            ledger.refusals.extend(directory.refusals);
            ledger.findings.extend(directory.findings);
        }
        Ok(ledger)
    }

    fn of_service(files: &Files, service: &'static Service) -> Result<Self, String> {
        let document = ApiDocument::read_at(files, service.document)?;
        let page = QuirksPage::read(files)?;
        let (declared, mut findings) = requests::read_of(files, service);
        let (declared, answered) = if *service == PEOPLE {
            let (answered, complaints) = simulator::read(files);
            findings.extend(complaints);
            (open_groups::spread(files, declared), Some(answered))
        } else {
            let answered = simulator::read_directory(files, &document.operations);
            (declared, answered)
        };
        let is_simulated = answered.is_some();
        let answered = answered.unwrap_or_default();
        let (exchanges, complaints) = exchanges::read_of(files, service);
        findings.extend(complaints);
        let snapshots: BTreeSet<String> = snapshots::names_of(files, service).collect();

        findings.extend(strangers(&document, &declared, &answered, &exchanges));
        findings.extend(orphans(&snapshots, &exchanges));
        let mut rows = Vec::new();
        for operation in &document.operations {
            let mut row = Row {
                service,
                operation: operation.clone(),
                request: find_request(operation, &declared),
                exchanges: shown(&document, operation, &exchanges, &snapshots),
                simulator: find_route(operation, &answered),
                is_simulated,
                faults: Vec::new(),
            };
            row.faults = faults(&row, &page);
            findings.extend(row.faults.iter().map(Fault::to_string));
            rows.push(row);
        }
        let refusals = refusals(service, &rows);
        findings.extend(refusals.iter().filter_map(Refusal::fault));
        let groups = document.groups.iter();
        let groups: Vec<_> = groups
            .map(|group| GroupRow::of(group, &declared, &answered, &exchanges, &snapshots))
            .collect();
        findings.extend(groups.iter().flat_map(|row| row.faults.iter().cloned()));
        findings.extend(unshown(&document.groups, &exchanges));
        Ok(Self {
            rows,
            refusals,
            groups,
            guesses: document.guesses,
            findings,
        })
    }

    /// How many are how far. Groups whose paths are inferred are counted apart: what is built for
    /// them may lead nowhere.
    pub(crate) fn sums(&self) -> String {
        let count = |state| self.rows.iter().filter(|row| row.state() == state).count();
        let groups = self.groups.iter().filter(|row| row.is_whole()).count();
        format!(
            "{} of {} operations whole, {} half done, {} open; inferred groups counted apart: \
             {groups} of {}",
            count(State::Whole),
            self.rows.len(),
            count(State::Half),
            count(State::Open),
            self.groups.len(),
        )
    }
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
    snapshots: &BTreeSet<String>,
) -> Vec<Shown> {
    let reaches = |exchange: &&Exchange| {
        // A HEAD is a GET without a body (RFC 9110 §9.3.2).
        let method = exchange.method.replace("HEAD", "GET");
        let reached = document.reached_by(&method, &exchange.path);
        reached.is_some_and(|reached| reached.id == operation.id)
    };
    let own = exchanges.iter().filter(reaches);
    own.map(|exchange| Shown {
        name: exchange.name().to_owned(),
        status: exchange.status.clone(),
        grant: exchange.grant.clone(),
        has_snapshot: snapshots.contains(exchange.name()),
    })
    .collect()
}
