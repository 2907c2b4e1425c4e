//! The forms in which one value is written, depending on the source that one believes.

use serde_json::Value;

use crate::json::Json;

/// Whose form a record has: `behaviours::COURSE_FORMS`, `behaviours::PARTICIPANT_FORMS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// As the reference prints it: counts and flags are numbers, decimals are text.
    Reference,
    /// As a data warehouse keeps it: counts and flags are text, decimals are numbers.
    Warehouse,
}

impl Dress {
    /// Every second one is in the form of the reference, beginning with odd numbers.
    pub(super) fn of(id: u64) -> Self {
        if id.is_multiple_of(2) {
            Self::Warehouse
        } else {
            Self::Reference
        }
    }

    pub(super) fn flag(self, truth: bool) -> Json {
        self.count(truth.into())
    }

    pub(super) fn count(self, number: u64) -> Json {
        match self {
            Self::Reference => number.into(),
            Self::Warehouse => number.to_string().into(),
        }
    }

    /// A number with two decimals.
    pub(super) fn decimal(self, hundredths: u32) -> Json {
        match self {
            Self::Reference => format!("{}.{:02}", hundredths / 100, hundredths % 100).into(),
            Self::Warehouse => Json::Given(Value::from(f64::from(hundredths) / 100.0)),
        }
    }
}
