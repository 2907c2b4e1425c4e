//! Faults of tokens: F100 to F112.
