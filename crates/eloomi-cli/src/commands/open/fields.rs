//! What is written of a thing of which nothing is documented: any member that has a name.

use eloomi::{
    CreateOpen, UpdateOpen,
    model::OpenResource,
    wire::{Extra, Field, RawJson},
};

use super::{THINGS, record};
use crate::{
    failure::Failure,
    fields::{Changes, Flag, Writes},
    members::Members,
    noun::Noun,
};

impl Changes for OpenResource {
    const NOUN: &'static Noun = &THINGS;

    const FIELDS: &'static [Field] = record::FIELDS;

    // None has a flag of its own.
    const FLAGS: &'static [Flag] = &[];

    const SUCH_AS: &'static str = "-f KEY=VALUE";

    const INPUT: &'static str = "{\"name\": \"Read more\", …}";

    const SHOWN: &'static [&'static str] = record::SHOWN;

    fn extra(&self) -> &Extra {
        &self.fields
    }
}

impl Writes for CreateOpen {
    type Changes = OpenResource;

    fn with(self, thing: OpenResource) -> Self {
        let members = members(&thing).into_iter();
        members.fold(self, |create, (name, value)| create.field(name, value))
    }
}

impl Writes for UpdateOpen {
    type Changes = OpenResource;

    fn with(self, thing: OpenResource) -> Self {
        let members = members(&thing).into_iter();
        members.fold(self, |update, (name, value)| update.field(name, value))
    }
}

/// All members: what was read as JSON can always be written so.
fn members(thing: &OpenResource) -> Extra {
    let json = RawJson::from_serialize(thing).ok();
    json.and_then(|json| json.to().ok()).unwrap_or_default()
}

/// What the command line gives, which is something.
pub(super) async fn given(members: &Members) -> Result<OpenResource, Failure> {
    let object = members.whole_object().await?.ok_or_else(|| {
        Failure::usage("there is nothing to write: no field is given")
            .hint("-f KEY=VALUE, -F KEY=JSON, or --input FILE")
    })?;
    object
        .to()
        .map_err(|error| Failure::usage("the fields do not fit").cause(&error))
}
