//! What a row is tried on.

use eloomi::http::Method;

use crate::ground::Stack;

/// A stack, and a method where the row has some.
#[derive(Clone)]
pub(in crate::faults) struct Axis {
    pub(in crate::faults) stack: Stack,
    pub(in crate::faults) method: Option<Method>,
}

impl Axis {
    pub(in crate::faults) fn new(stack: Stack, method: Option<Method>) -> Self {
        Self { stack, method }
    }
}
