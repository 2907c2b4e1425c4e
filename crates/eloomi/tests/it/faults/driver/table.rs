//! The table, as far as it says how a row is run.

use std::{fs, sync::LazyLock};

use eloomi_sim::FaultScript;
use serde::Deserialize;

use super::{Ask, Axis, knobs::Knobs};

#[derive(Deserialize)]
struct Table {
    fault: Vec<Row>,
}

/// A row.
#[derive(Deserialize)]
pub(super) struct Row {
    id: String,
    name: String,
    #[serde(default)]
    pub(super) case: Vec<Case>,
}

/// One thing that is done to the client.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    /// What it is, where a row has several.
    pub(super) name: Option<String>,
    /// What the raw server does, or else
    pub(super) server: Option<FaultScript>,
    /// the faults of the simulator.
    #[serde(default)]
    pub(super) sim: Vec<String>,
    /// What is asked; by default what the method stands for.
    ask: Option<Ask>,
    /// How often it is asked, one call after the other.
    #[serde(default = "once")]
    pub(super) asks: usize,
    /// How long nothing is asked between two asks, in milliseconds.
    #[serde(default)]
    pub(super) pause: u64,
    /// Words that every error of the case, or one of its causes, must say.
    pub(super) says: Option<String>,
    #[serde(default)]
    pub(super) options: Knobs,
}

fn once() -> usize {
    1
}

impl Case {
    pub(super) fn ask(&self, axis: &Axis) -> Ask {
        self.ask.unwrap_or_else(|| Ask::of(axis.method.as_ref()))
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/faults.toml");
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
});

/// The row whose tests stand in a module of this name; it must have cases.
pub(super) fn row(name: &str) -> &'static Row {
    let is_it = |row: &&Row| format!("{}_{}", row.id.to_lowercase(), row.name) == name;
    let row = TABLE.fault.iter().find(is_it);
    let row = row.unwrap_or_else(|| panic!("no row of fixtures/faults.toml is {name}"));
    assert!(!row.case.is_empty(), "the row {name} has no case");
    row
}
