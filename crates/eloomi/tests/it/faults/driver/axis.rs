//! What a row is tried on.

use eloomi::http::Method;

use crate::ground::Stack;

/// A stack, and a method where the row has some.
#[derive(Clone)]
pub(crate) struct Axis {
    pub(crate) stack: Stack,
    pub(crate) method: Option<Method>,
}

impl Axis {
    pub(crate) fn new(stack: Stack, method: Option<Method>) -> Self {
        Self { stack, method }
    }
}
