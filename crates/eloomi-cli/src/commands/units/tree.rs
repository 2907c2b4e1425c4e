//! `eloomi units tree`.

mod drawing;
mod forest;
mod nested;
mod oddities;
mod row;

use eloomi::{ListUnits, Unit, UnitKey};

use self::{
    forest::{Forest, Place, cut},
    row::Row,
};
use super::UNITS;
use crate::{
    arguments::{Format, General, TEMPLATE},
    connection::Connection,
    exit::Exit,
    failure::{Failure, Stop},
    notes,
    output::Output,
    which::{Key, key},
};

/// Show how units hang together
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim units tree
  eloomi --sim units tree code:DEP104 --depth 1
  eloomi --sim units tree --format ndjson
  eloomi units tree --format json | jq '.[].name'", after_help = "\
Each unit is there once, with its id, name, code and how many members it has itself. A unit whose
parent is not in the list stands at the top, and so does one of each ring of units that are below
themselves; both are named on stderr.

--format json nests: one array of trees, or one tree if UNIT is given, each unit as by `get` with
`children`; below --depth there are none. --format ndjson and csv are flat, each unit with `depth`
and `path`, the ids from the top down to it. Where a unit stands oddly, `oddity` says how: orphan
or ring.")]
pub(crate) struct Tree {
    /// Only this unit and what is below it: ID or code:MAR02
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(value_name = UnitKey::NOUN.argument)]
    root: Option<String>,

    /// How many levels below the top to show
    #[arg(long, value_name = "COUNT")]
    depth: Option<usize>,
}

impl Tree {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let root = self.root.as_deref().map(key::<UnitKey>).transpose()?;
        let connection = Connection::open(UNITS.service, general).await?;
        let units = connection.session.stream(ListUnits::new()).collect().await;
        let units = units.map_err(Failure::from)?;
        let items: Vec<_> = units.iter().map(|unit| (unit.id, unit.parent_id)).collect();
        let forest = Forest::of(&items);
        let root = root.map(|root| find(&units, &root)).transpose()?;
        let places = match root {
            Some(root) => forest.below(root),
            None => forest.places(),
        };
        let places = cut(places, self.depth.unwrap_or(usize::MAX));
        print(&units, &places, root.is_some(), general)?;
        if !general.quiet {
            for oddity in oddities::remarks(&units, &places) {
                notes::note(&oddity);
            }
            let tally = UNITS.counted(places.len() as u64);
            notes::line(&format!("{tally}, {}", connection.requests()));
        }
        Ok(())
    }
}

/// The one unit with this key.
fn find(units: &[Unit], key: &UnitKey) -> Result<usize, Failure> {
    let is_meant = |unit: &Unit| match key {
        UnitKey::Id(id) => unit.id == *id,
        UnitKey::Code(code) => unit.code.as_ref() == Some(code),
    };
    let mut found = (0..units.len()).filter(|index| is_meant(&units[*index]));
    let Some(first) = found.next() else {
        let failure = Failure::new(Exit::NotFound, "no unit in the list has this key");
        return Err(failure.hint("`eloomi units list` shows what there is"));
    };
    match found.next() {
        None => Ok(first),
        Some(other) => Err(Failure::usage(format!(
            "several units have this code, such as {} and {}",
            units[first].id, units[other].id
        ))
        .hint("one of them by its id")),
    }
}

fn print(units: &[Unit], places: &[Place], is_one: bool, general: &General) -> Result<(), Stop> {
    match general.format {
        Format::Table => drawing::print(units, places)?,
        Format::Json => nested::print(units, places, is_one)?,
        Format::Ndjson | Format::Csv => {
            let mut output = Output::many(general);
            let mut path = Vec::new();
            for place in places {
                output.write(&Row::new(units, place, &mut path))?;
            }
            output.finish()?;
            output.remark(general);
        }
    }
    Ok(())
}
