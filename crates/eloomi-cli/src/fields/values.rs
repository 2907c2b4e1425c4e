//! Values by field, from wherever they come.

use std::collections::BTreeMap;

use eloomi::{
    model::UserChanges,
    wire::{EncodeError, RawJson},
};

use super::flag::Flag;
use crate::failure::Failure;

/// Values by field, and what gave each.
#[derive(Default)]
pub(super) struct Values(BTreeMap<&'static str, (RawJson, String)>);

impl Values {
    /// What was typed behind a flag.
    pub(super) fn set_typed(&mut self, flag: &Flag, texts: &[String]) -> Result<(), Failure> {
        let origin = format!("--{}", flag.long());
        let value = flag.kind.json(texts);
        let value = value.map_err(|why| Failure::usage(format!("{origin} {why}")))?;
        self.set(flag, value, origin)
    }

    /// Nothing, which is a value, too.
    pub(super) fn clear(&mut self, flag: &Flag) -> Result<(), Failure> {
        let null = RawJson::from_serialize(&()).map_err(|error| unwritable(&error))?;
        self.set(flag, null, format!("--clear {}", flag.long()))
    }

    /// Any value.
    pub(super) fn set(
        &mut self,
        flag: &Flag,
        value: RawJson,
        origin: String,
    ) -> Result<(), Failure> {
        if let Some((_, other)) = self.0.get(flag.name)
            && *other != origin
        {
            return Err(Failure::usage(format!(
                "`{}` is given by {other} and by {origin}, and which one counts nobody can tell",
                flag.name
            )));
        }
        self.0.insert(flag.name, (value, origin));
        Ok(())
    }

    /// All of them, as the model reads them.
    pub(super) fn changes(&self) -> Result<UserChanges, Failure> {
        let values = self.0.iter().map(|(name, (value, _))| (name, value));
        let object = RawJson::from_serialize(&values.collect::<BTreeMap<_, _>>());
        let object = object.map_err(|error| unwritable(&error))?;
        object
            .to()
            .map_err(|error| Failure::usage("the fields do not fit").cause(&error))
    }
}

fn unwritable(error: &EncodeError) -> Failure {
    Failure::usage("the fields cannot be written").cause(error)
}
