//! The groups whose paths are inferred: each must be there, with all of its operations. Of those that
//! share their requests and routes each must show its list, and one of them the rest.

use std::collections::BTreeSet;

use crate::coverage::row::Shown;
use crate::survey::exchanges::{self, Exchange};
use crate::survey::inferred_groups::{InferredGroup, InferredOperation};
use crate::survey::path::same;
use crate::survey::requests::Declared;
use crate::survey::simulator::{self, Answered};
use crate::survey::{open_groups, snapshots};

/// A group, and what there is of it.
#[derive(Clone, Debug)]
pub(crate) struct GroupRow {
    /// As the document describes it.
    pub(crate) group: InferredGroup,
    /// What sends its operations.
    pub(crate) requests: Vec<Declared>,
    /// Those whose request reaches it.
    pub(crate) exchanges: Vec<Shown>,
    /// Its operations whose success one of them shows.
    pub(crate) shown: Vec<String>,
    /// The simulator's routes for it.
    pub(crate) routes: Vec<Answered>,
    /// What it lacks, a line each.
    pub(crate) faults: Vec<String>,
}

impl GroupRow {
    /// Finds what there is of a group.
    pub(super) fn of(
        group: &InferredGroup,
        declared: &[Declared],
        answered: &[Answered],
        exchanges: &[Exchange],
        snapshots: &BTreeSet<String>,
    ) -> Self {
        let mut faults = Vec::new();
        let name = &group.name;
        let mut requests = Vec::new();
        let mut routes = Vec::new();
        for operation in &group.operations {
            let InferredOperation { id, method, path } = operation;
            let request = declared.iter().find(|route| sends(route, operation));
            if request.is_none() {
                faults.push(format!(
                    "{name}: no request type sends {id} as {method} {path}; it would go to \
                     crates/eloomi-api/src/, the name of an open group to {}",
                    open_groups::PATH
                ));
            }
            let route = answered.iter().find(|route| answers(route, operation));
            if route.is_none() {
                faults.push(format!(
                    "{name}: no route in the simulator for {method} {path}; it would go to \
                     crates/eloomi-sim/src/eloomi/routes/inferred.rs, the name of an open group to {}",
                    simulator::OPEN_GROUPS
                ));
            }
            requests.extend(request.cloned());
            routes.extend(route.cloned());
        }
        let own = exchanges.iter().filter(|exchange| {
            let reached = group.reached_by(&exchange.method, &exchange.path);
            reached.is_some()
        });
        let own: Vec<_> = own.collect();
        let operations = group.operations.iter().map(|operation| &operation.id);
        let succeeding: Vec<_> = operations
            .filter(|id| own.iter().any(|exchange| shows(exchange, id)))
            .cloned()
            .collect();
        let list = &group.operations[0].id;
        if !succeeding.contains(list) {
            faults.push(format!(
                "{name}: no exchange shows the success of {list}; it would go to {} (its form: \
                 fixtures/README.md)",
                exchanges::DIRECTORY
            ));
        }
        let shown = own.into_iter().map(|exchange| Shown {
            name: exchange.name().to_owned(),
            status: exchange.status.clone(),
            grant: None,
            has_snapshot: snapshots.contains(exchange.name()),
        });
        let shown: Vec<_> = shown.collect();
        let bare = shown.iter().filter(|shown| !shown.has_snapshot);
        faults.extend(bare.map(|shown| {
            format!(
                "{name}: no snapshot of {0}; cargo xtask snapshots {0} --accept writes it to {1}",
                shown.name,
                snapshots::path(&shown.name)
            )
        }));
        Self {
            group: group.clone(),
            requests,
            exchanges: shown,
            shown: succeeding,
            routes,
            faults,
        }
    }

    /// Whether all of it is there.
    pub(crate) fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    /// How many of its exchanges have a snapshot.
    pub(crate) fn snapshots(&self) -> usize {
        let with = self.exchanges.iter().filter(|shown| shown.has_snapshot);
        with.count()
    }
}

/// What is wrong with operations that groups share: each must be shown by one group at least.
pub(super) fn unshown(groups: &[InferredGroup], exchanges: &[Exchange]) -> Vec<String> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    let ids: BTreeSet<_> = operations.map(|operation| &operation.id).collect();
    let unshown = ids
        .into_iter()
        .filter(|id| !exchanges.iter().any(|exchange| shows(exchange, id)));
    let finding = |id| {
        format!(
            "{id}: no exchange of any group shows its success; it would go to {} (its form: \
             fixtures/README.md)",
            exchanges::DIRECTORY
        )
    };
    unshown.map(finding).collect()
}

/// Whether this is the route of a request for this operation.
pub(super) fn sends(route: &Declared, operation: &InferredOperation) -> bool {
    route.operation == operation.id
        && route.method == operation.method
        && same(&route.path, &operation.path)
}

/// Whether this is the simulator's route for this operation.
pub(super) fn answers(route: &Answered, operation: &InferredOperation) -> bool {
    route.method == operation.method && same(&route.path, &operation.path)
}

fn shows(exchange: &Exchange, id: &str) -> bool {
    exchange.operation == id && exchange.status == "200"
}
