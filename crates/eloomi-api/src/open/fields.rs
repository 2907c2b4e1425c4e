//! What is written of a thing of which nothing is documented.

use eloomi_core::RequestError;
use eloomi_wire::{Extra, RawJson, Text};
use serde::Serialize;

use crate::body;

/// Members in the order in which they were set. `Debug` tells how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fields {
    fields: Extra,
    /// Something was set that JSON cannot hold; told when the request is written.
    is_refused: bool,
}

impl Fields {
    pub(super) fn set(&mut self, name: Text, value: &impl Serialize) {
        match RawJson::from_serialize(value) {
            Ok(value) => self.fields.set(name, value),
            Err(_) => self.is_refused = true,
        }
    }

    /// The body. One without a member would change nothing, or make a thing of nothing.
    pub(super) fn body(&self) -> Result<Vec<u8>, RequestError> {
        if self.is_refused {
            let why = "has a field whose value cannot be written as JSON";
            return Err(RequestError::new("body", why));
        }
        body::changes_something(&self.fields)?;
        body::json(&self.fields)
    }
}

/// Writes the setter of a request that holds its [`Fields`] in a field named `fields`.
macro_rules! open_fields {
    ($request:ident) => {
        impl $request {
            /// Sets a member of the object that is written: a text, a number, `None` for null, or
            /// whatever else serializes. A second value of the same name takes the place of the
            /// first.
            ///
            /// Nobody has documented a member, so no name and no value is checked here.
            pub fn field(
                mut self,
                name: impl Into<eloomi_wire::Text>,
                value: impl serde::Serialize,
            ) -> Self {
                self.fields.set(name.into(), &value);
                self
            }
        }
    };
}

pub(super) use open_fields;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_is_set_is_written_in_its_order_and_the_last_of_a_name_stands() {
        let mut fields = Fields::default();
        fields.set("name".into(), &"Read");
        fields.set("due".into(), &None::<u64>);
        fields.set("steps".into(), &[1, 2]);
        fields.set("name".into(), &"Read more");
        let body = fields.body().unwrap();
        assert_eq!(body, br#"{"name":"Read more","due":null,"steps":[1,2]}"#);
    }

    #[test]
    fn nothing_and_what_json_cannot_hold_are_not_sent() {
        let mut fields = Fields::default();
        assert!(fields.body().unwrap_err().to_string().contains("is empty"));
        fields.set("name".into(), &"Read");
        fields.set("odd".into(), &BTreeMap::from([([1, 2], 3)]));
        assert!(fields.body().unwrap_err().to_string().contains("JSON"));
    }
}
