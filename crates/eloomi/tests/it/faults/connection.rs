//! Faults of getting a connection: F01 to F16.
