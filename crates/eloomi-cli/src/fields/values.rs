//! Values by field, from wherever they come.

use std::collections::BTreeMap;

use eloomi::wire::RawJson;

use super::{Changes, Flag};
use crate::failure::Failure;

/// Values by field, and what gave each.
#[derive(Default)]
pub(super) struct Values(BTreeMap<&'static str, (&'static Flag, RawJson, String)>);

impl Values {
    /// What was typed behind a flag.
    pub(super) fn set_typed(
        &mut self,
        flag: &'static Flag,
        texts: &[String],
    ) -> Result<(), Failure> {
        let origin = format!("--{}", flag.long());
        let value = flag.kind.json(texts);
        let value = value.map_err(|why| Failure::usage(format!("{origin} {why}")))?;
        self.set(flag, value, origin)
    }

    /// Nothing, which is a value, too.
    pub(super) fn clear(&mut self, flag: &'static Flag) -> Result<(), Failure> {
        self.set(flag, flag.empty()?, format!("--clear {}", flag.long()))
    }

    /// Any value.
    pub(super) fn set(
        &mut self,
        flag: &'static Flag,
        value: RawJson,
        origin: String,
    ) -> Result<(), Failure> {
        if let Some((_, _, other)) = self.0.get(flag.name)
            && *other != origin
        {
            return Err(Failure::usage(format!(
                "`{}` is given by {other} and by {origin}, and which one counts nobody can tell",
                flag.name
            )));
        }
        self.0.insert(flag.name, (flag, value, origin));
        Ok(())
    }

    /// All of them, as the model reads them.
    pub(super) fn changes<C: Changes>(&self) -> Result<C, Failure> {
        let values = self.0.values();
        let members = values.filter_map(|(flag, value, _)| {
            let name = flag.wire_names::<C>().first()?;
            Some((name, value))
        });
        let object = RawJson::from_serialize(&members.collect::<BTreeMap<_, _>>());
        let object =
            object.map_err(|error| Failure::usage("the fields cannot be written").cause(&error))?;
        object
            .to()
            .map_err(|error| Failure::usage("the fields do not fit").cause(&error))
    }
}
