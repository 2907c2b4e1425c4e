//! The seams of the crate, as its users meet them.
