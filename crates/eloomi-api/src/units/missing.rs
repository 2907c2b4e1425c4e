//! What was asked of a write and is not in its answer.

use std::fmt;

use eloomi_wire::Text;

/// One thing that a write asked for and the answer does not show: the field, and the value asked
/// for.
///
/// `Debug` names the field and never prints the value, which may be an id of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Missing {
    field: &'static str,
    value: Option<Text>,
}

impl Missing {
    pub(crate) fn new(field: &'static str, value: impl Into<Text>) -> Self {
        Self {
            field,
            value: Some(value.into()),
        }
    }

    pub(crate) fn empty(field: &'static str) -> Self {
        Self { field, value: None }
    }

    /// The field as it was written, such as `user_ids`.
    pub fn field(&self) -> &'static str {
        self.field
    }

    /// The value asked for: of a list, the one item that is not there; of a `remove_` field, the
    /// one that still is. `None` if the field was to be emptied and is not.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

impl fmt::Debug for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Missing({})", self.field)
    }
}
