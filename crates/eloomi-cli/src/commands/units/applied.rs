//! What of a write the unit that was answered does not show.

use eloomi::{AppliedUnit, Unit};

use super::{UNITS, some_of::some_of};
use crate::{
    arguments::General,
    exit::Exit,
    failure::{Failure, Stop},
    verbs::{
        one::{self, Answered},
        unanswered,
        write::Written,
    },
};

/// Whether to make sure.
#[derive(Debug, clap::Args)]
pub(super) struct ReadBack {
    /// Read the unit once more afterwards, and fail if it lacks something that was written
    #[arg(long)]
    read_back: bool,
}

impl ReadBack {
    /// Prints the unit that was written, if anything was sent.
    pub(super) async fn print(
        &self,
        written: Written<AppliedUnit>,
        general: &General,
    ) -> Result<(), Stop> {
        let Some((unit, connection)) = written else {
            return Ok(());
        };
        if !self.read_back {
            return one::print(&unit, general, &connection);
        }
        let again = connection.session.send(unit.read_back());
        match unanswered::or_told(again, &UNITS.look()).await {
            Ok(unit) => {
                let unit = Sure(unit);
                one::print(&unit, general, &connection)?;
                unit.or_lacking()
            }
            Err(error) => {
                one::print(&unit, general, &connection)?;
                let failure = Failure::from(error);
                let shown = "the unit was written, is shown as that was answered, and could not \
                    be read again";
                Err(failure.incomplete(shown).into())
            }
        }
    }
}

/// As it was answered, which may be before all of it is there.
impl Answered for AppliedUnit {
    type Record = Unit;

    fn record(&self) -> &Unit {
        self
    }

    fn remarks(&self) -> Vec<String> {
        let missing = missing(self).map(|missing| {
            format!(
                "the answer does not show all of it as applied: {missing}; it may be there all \
                 the same, as --read-back or `eloomi units get {}` tells",
                self.id
            )
        });
        missing.into_iter().chain(unverified(self)).collect()
    }
}

/// As it was read afterwards.
struct Sure(AppliedUnit);

impl Sure {
    fn or_lacking(&self) -> Result<(), Stop> {
        let Some(missing) = missing(&self.0) else {
            return Ok(());
        };
        let message = format!("the unit was written, but not all of it was applied: {missing}");
        Err(Failure::new(Exit::Partly, message).into())
    }
}

impl Answered for Sure {
    type Record = Unit;

    fn record(&self) -> &Unit {
        &self.0
    }

    fn remarks(&self) -> Vec<String> {
        unverified(&self.0).into_iter().collect()
    }
}

/// Fields and values that were asked for and are not there: `user_ids 40, 41; code MAR02`. None
/// of these fields holds more of a person than an id.
fn missing(unit: &AppliedUnit) -> Option<String> {
    let fields = unit
        .missing()
        .chunk_by(|one, next| one.field() == next.field());
    let fields = fields.map(|missing| {
        let values: Vec<_> = missing.iter().filter_map(|one| one.value()).collect();
        let field = missing[0].field();
        match values.len() {
            0 => format!("{field} (to be empty)"),
            _ => format!("{field} {}", some_of(&values)),
        }
    });
    let fields: Vec<_> = fields.collect();
    (!fields.is_empty()).then(|| fields.join("; "))
}

fn unverified(unit: &AppliedUnit) -> Option<String> {
    let fields = unit.unverified();
    (!fields.is_empty()).then(|| {
        format!(
            "whether it was applied cannot be told, because the answer does not show it: {}",
            fields.join(", ")
        )
    })
}
