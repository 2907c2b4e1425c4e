//! Faults of the body of an answer: F40 to F66.
