//! `eloomi units create`.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use eloomi::{CreateUnit, UniqueUnit};

use super::{about_fields, applied};
use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    fields::{Given, Writes as _},
    verbs::create,
};

/// How to find out whether a unit was created after all.
const LOOK: &str = "look for the unit before sending it again: `eloomi units list`, or \
    `eloomi units get code:CODE` if it has a code";

/// Create a unit
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim units create Inbound --code MAR02 --unique code --parent-code DEP104
  eloomi --sim units create Archive --user-ids 80001,80002 --read-back
  eloomi units create Sales --parent-id 12 --leader-ids 40 --dry-run
  eloomi units create --input unit.json              keeps personal fields out of ps",
after_help = about_fields())]
pub(crate) struct Create {
    /// Name; also --name, or `name` in --input
    #[arg(value_name = "NAME", conflicts_with = "name")]
    called: Option<String>,

    /// Refuse it if another unit has the same code, or name; without this both stand side by side
    #[arg(long, value_name = "COLUMN", value_parser = columns())]
    unique: Option<UniqueUnit>,

    #[command(flatten)]
    read_back: applied::ReadBack,

    #[command(flatten)]
    given: Given<CreateUnit>,
}

fn columns() -> impl TypedValueParser<Value = UniqueUnit> {
    const COLUMNS: [UniqueUnit; 2] = [UniqueUnit::Code, UniqueUnit::Name];
    PossibleValuesParser::new(COLUMNS.map(UniqueUnit::as_str)).try_map(|typed| {
        let mut columns = COLUMNS.into_iter();
        columns
            .find(|column| column.as_str() == typed)
            .ok_or("it is no column")
    })
}

impl Create {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let is_dry_run = self.given.dry_run;
        let changes = self.given.with("name", self.called).changes().await?;
        let Some(name) = changes.name.value().cloned() else {
            return Err(Failure::usage("a unit cannot be created without a name")
                .hint("`eloomi units create 'Inbound Marketing'`, or `name` in --input")
                .into());
        };
        let mut request = CreateUnit::new(name).with(changes);
        if let Some(column) = self.unique {
            request = request.unique(column);
        }
        let written = create::send(request, is_dry_run, general, LOOK).await?;
        self.read_back.print(written, general).await
    }
}
